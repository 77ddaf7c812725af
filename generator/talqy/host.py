"""The door to MkDocs as a library: render its part of the site.

What was surveyed is handed to the plugin as a value. MkDocs clears the folder that it builds into
and fails in the midst of it; therefore the plugin keeps what MkDocs makes in memory, and a build
that fails leaves the published folder alone (docs/decisions/0010).
"""

import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

# Material's notice about MkDocs 2 is for people who choose their host; docs/decisions says ours.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from talqy.build import Site
from talqy.errors import ConfigurationError as OurConfigurationError
from talqy.errors import Listed, Saying, Spoken, TalqyError
from talqy.language.templates import NOT_UTF8
from talqy.mkdocs_plugin import BuildOrder, SiteFrame, TalqyPlugin
from talqy.model import paths
from talqy.project.site_file import fault_of_field, problems_of_site_file
from talqy.project.sources import Sources
from talqy.project.survey import ProjectState
from talqy.site.output import files_below, site_folder
from talqy.site.parts import EarlierSite, SitePart

_UNUSABLE, _UNBUILT = "mkdocs.yml cannot be used: {reason}", "the site cannot be built: {reason}"
_FIELD = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)
# Extensions of Markdown that look at a text, and at nothing else: others may read files.
_READ_NOTHING = frozenset(
    {
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "sane_lists",
        "tables",
        "toc",
    }
)
_FROM_ELSEWHERE = re.compile(r"INHERIT|!ENV|!!python")
_TEXTS = {".md", ".html", ".xml"}
_ABORTED = Saying("a plugin or a page stopped it; “mkdocs build” shows which")


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """A site that is to be written: its folder by mkdocs.yml, and its parts, made one by one.

    `is_of_project_alone` says that it is made of files of the project and of what is installed, and
    of nothing else: no hook and no other plugin has a say, and no variable of the environment.
    """

    folder: Path
    parts: tuple[SitePart, ...]
    is_of_project_alone: bool


@contextmanager
def rendered_site(  # noqa: PLR0913 - what a build can be asked for
    root: Path,
    of: ProjectState,
    *,
    leave_out: bool = False,
    preview: bool = False,
    before: Path | None = None,
    made_of: Sources | None = None,
) -> Iterator[RenderedSite]:
    """Render what MkDocs renders; the files of records are made when they are asked for.

    With `leave_out` what is on record and cannot be shown is left out, and the pages say so; a
    `preview` shows texts in preparation too, and says of itself that it is one.
    `before` is where it was built before, unless that is the folder that mkdocs.yml names;
    `made_of` are the digests of what was read: what was made of the same is not made again.

    Other plugins may write files of their own: these, and nothing else, lie in a temporary folder.
    Only where one of them works on the finished site, the whole of it is made there.
    """
    _quiet()
    config = _load(root)
    plugin, folder = _plugin(config), site_folder(root, Path(config.site_dir))
    keeps_files = not _others_finish(config, plugin)
    earlier = EarlierSite.of(before or folder)
    plugin.take(BuildOrder(of, leave_out, preview, None, keeps_files, earlier, made_of))
    with tempfile.TemporaryDirectory(prefix="talqy-") as temporary:
        config.site_dir, said = temporary, _NAMED.count
        _build(config)
        of_others = SitePart.always("others", files_below(Path(temporary)))
        # What MkDocs has warned of is told by each build anew.
        is_told = _NAMED.count == said and _is_of_project_alone(root, config)
        yield RenderedSite(folder, (of_others, *plugin.kept_parts()), is_told)


@dataclass(frozen=True, slots=True)
class SiteHost:
    """What renders the frame of a site; `looked_at` are the files and folders that it is made of.

    Hooks and plugins that work on the finished site are not asked: there is none while it is
    served.
    """

    config: MkDocsConfig
    looked_at: tuple[Path, ...]

    @classmethod
    def of(cls, root: Path) -> Self:
        """Read mkdocs.yml."""
        _quiet()
        config = _load(root)
        own = (config.theme.custom_dir, config.docs_dir, *config.hooks, *config.watch)
        looked_at = (root / paths.SITE, *(Path(one) for one in own if one))
        return cls(config, looked_at)

    @property
    def address(self) -> str:
        """The address that the site will have."""
        return str(self.config.site_url or "")

    def frame(self, of: Site) -> SiteFrame:
        """Render what the host makes: prose, its own files, and the shells of all other pages."""
        plugin = _plugin(self.config)
        plugin.take(BuildOrder(site=of, keeps_files=True))
        with tempfile.TemporaryDirectory(prefix="talqy-") as temporary:
            self.config.site_dir = temporary
            _build(self.config)
            others = dict(files_below(Path(temporary)))
        made = plugin.frame()
        return replace(made, files={**others, **made.files})


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
    for slip in problems_of_site_file(root):
        where = {"line": slip.line, "column": slip.column}
        reason = Saying("line {line}, column {column}: {slip}", {**where, "slip": slip})
        raise OurConfigurationError(_UNUSABLE, reason=reason)
    with _listening() as heard:
        try:
            return load_config(str(file))
        except (Abort, ConfigurationError) as error:
            fields = [
                fault_of_field(root, *one.groups()) for one in map(_FIELD.match, heard) if one
            ]
            listed = Listed(tuple(fields or [Saying("what INHERIT names is not there")]))
            raise _of_mkdocs(_UNUSABLE, error, listed) from error


def _build(config: MkDocsConfig) -> None:
    """Let MkDocs build its part; what ends it is said in our words."""
    try:
        mkdocs_build.build(config)
    except (Abort, BuildError, ConfigurationError) as error:
        raise _of_mkdocs(_UNBUILT, error, _ABORTED) from error
    except UnicodeDecodeError as error:
        reason = Saying("{file}: {reason}", {"file": _no_text(config), "reason": NOT_UTF8})
        raise OurConfigurationError(_UNBUILT, reason=reason) from error


def _no_text(config: MkDocsConfig) -> str:
    """Return the first page or template of the project that is no UTF-8: no error names it."""
    root = Path(config.config_file_path).parent
    for folder in filter(None, (config.docs_dir, config.theme.custom_dir)):
        for file in sorted(Path(folder).rglob("*.*")):
            try:
                if file.suffix in _TEXTS:
                    file.read_text("utf-8")
            except UnicodeDecodeError:
                return Path(os.path.relpath(file, root)).as_posix()
    return paths.TEMPLATES


def _of_mkdocs(words: str, error: BaseException, reason: Spoken) -> OurConfigurationError:
    """Return what ends the run: our own reason where there is one."""
    own = error.__cause__
    return OurConfigurationError(words, reason=own if isinstance(own, TalqyError) else reason)


def _plugin(config: MkDocsConfig) -> TalqyPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, TalqyPlugin):
            return plugin
    raise OurConfigurationError("mkdocs.yml must name “talqy” among its plugins")


def _others_finish(config: MkDocsConfig, plugin: TalqyPlugin) -> bool:
    """Return whether another plugin, or a hook, works on the folder of the finished site."""
    methods = config.plugins.events["post_build"]
    return any(getattr(method, "__self__", None) is not plugin for method in methods)


def _is_of_project_alone(root: Path, config: MkDocsConfig) -> bool:
    """Return whether all that MkDocs makes the site of is what `project.sources` looks at."""
    folders = [config.docs_dir, *filter(None, [config.theme.custom_dir])]
    return (
        [*config.plugins] == ["talqy"]
        and not config.hooks
        and _READ_NOTHING.issuperset(config.markdown_extensions)
        and all(Path(folder).is_relative_to(root / paths.TEMPLATES) for folder in folders)
        and not _FROM_ELSEWHERE.search((root / paths.SITE).read_text("utf-8"))
    )


class _Heard(logging.Handler):
    """Keeps what MkDocs says is wrong, to be said in our own words; passes on the rest."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        else:
            _NAMED.emit(record)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Let MkDocs print no errors meanwhile."""
    log, heard = logging.getLogger("mkdocs"), _Heard()
    is_named = _NAMED in log.handlers
    log.removeHandler(_NAMED)
    log.addHandler(heard)
    try:
        yield heard.errors
    finally:
        log.removeHandler(heard)
        if is_named:
            log.addHandler(_NAMED)


class _Named(logging.Handler):
    """Prints what MkDocs logs by its name: its words are English, whatever language we speak."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Print one message."""
        self.count += 1
        sys.stderr.write(f"MkDocs: {record.getMessage()}\n")


_NAMED = _Named()


def _quiet() -> None:
    """Let MkDocs say what is wrong, and nothing else."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.addHandler(_NAMED)
