"""The door to MkDocs as a library: render its part of the site, or serve the whole of it.

What was surveyed is handed to the plugin as a value. MkDocs clears the folder that it builds into
and fails in the midst of it; therefore the plugin keeps what MkDocs makes in memory, and a build
that fails leaves the published folder alone (docs/decisions/0010).
"""

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# Material's notice about MkDocs 2 is for people who choose their host; docs/decisions says ours.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from talqy.errors import ConfigurationError as OurConfigurationError
from talqy.errors import Saying, TalqyError
from talqy.mkdocs_plugin import TalqyPlugin, Tell
from talqy.model import paths
from talqy.project.reasons import reason_of
from talqy.project.survey import ProjectState
from talqy.site.output import files_below, site_folder


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """A site that is to be written: its folder by mkdocs.yml, and its files, made one by one."""

    folder: Path
    files: Iterator[tuple[str, bytes]]


@contextmanager
def rendered_site(
    root: Path, of: ProjectState, *, leave_out: bool = False
) -> Iterator[RenderedSite]:
    """Render what MkDocs renders; the files of records are made when they are asked for.

    With `leave_out` what is on record and cannot be shown is left out, and the pages say so.

    Other plugins may write files of their own: these, and nothing else, lie in a temporary folder.
    Only where one of them works on the finished site, the whole of it is made there.
    """
    _quiet()
    config = _load(root)
    plugin, folder = _plugin(config), site_folder(root, Path(config.site_dir))
    plugin.take_survey(of)
    if leave_out:
        plugin.leave_out()
    if not _others_finish(config, plugin):
        plugin.keep_files()
    with tempfile.TemporaryDirectory(prefix="talqy-") as temporary:
        config.site_dir = temporary
        try:
            mkdocs_build.build(config)
        except (Abort, BuildError, ConfigurationError) as error:
            raise _of_mkdocs("the site cannot be built: {reason}", error) from error
        yield RenderedSite(folder, _all_files(plugin, Path(temporary)))


def _all_files(plugin: TalqyPlugin, others: Path) -> Iterator[tuple[str, bytes]]:
    yield from files_below(others)
    yield from plugin.kept_files()


def serve_site(
    root: Path, address: str, of: ProjectState, today: date | None, tell: Tell | None = None
) -> None:
    """Serve the site until it is stopped; it is built anew whenever a file changes.

    The first build shows what was surveyed; each later one surveys the project anew, and `tell`
    hears what is wrong with it.
    """
    _quiet()
    # MkDocs keeps one plugin for all that it loads while it serves (`on_startup` asks for it).
    _plugin(_load(root)).take_survey(of, today, tell)
    try:
        mkdocs_serve.serve(str(root / paths.SITE), livereload=True, dev_addr=address)
    except OSError as error:
        raise OurConfigurationError(
            "the site cannot be shown at {address}: {reason}",
            address=address,
            reason=reason_of(error),
        ) from error
    except (Abort, BuildError, ConfigurationError) as error:
        raise _of_mkdocs("the site cannot be built: {reason}", error) from error


def site_address(root: Path) -> str:
    """Return the address that the site will have, with a slash at its end; empty if not known."""
    if not (root / paths.SITE).is_file():
        return ""
    address = _load(root).site_url
    return f"{address.rstrip('/')}/" if address else ""


def _load(root: Path) -> MkDocsConfig:
    file = root / paths.SITE
    if not file.is_file():
        raise OurConfigurationError(
            "there is no mkdocs.yml in {folder}; “talqy init” makes one", folder=root.as_posix()
        )
    try:
        return load_config(str(file))
    except (Abort, ConfigurationError) as error:
        raise _of_mkdocs("mkdocs.yml cannot be used: {reason}", error) from error


def _of_mkdocs(words: str, error: BaseException) -> OurConfigurationError:
    """Return what ends the run: our own reason, or the words of MkDocs, named as such."""
    reason: object = error.__cause__
    if not isinstance(reason, TalqyError):
        reason = Saying("MkDocs says: {words}", {"words": error})
    return OurConfigurationError(words, reason=reason)


def _plugin(config: MkDocsConfig) -> TalqyPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, TalqyPlugin):
            return plugin
    raise OurConfigurationError("mkdocs.yml must name “talqy” among its plugins")


def _others_finish(config: MkDocsConfig, plugin: TalqyPlugin) -> bool:
    """Return whether another plugin, or a hook, works on the folder of the finished site."""
    methods = config.plugins.events["post_build"]
    return any(getattr(method, "__self__", None) is not plugin for method in methods)


class _Named(logging.Handler):
    """Prints what MkDocs logs by its name: its words are English, whatever language we speak."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one message."""
        sys.stderr.write(f"MkDocs: {record.getMessage()}\n")


_NAMED = _Named()


def _quiet() -> None:
    """Let MkDocs say what is wrong, and nothing else."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.addHandler(_NAMED)
