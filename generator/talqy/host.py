"""The door to MkDocs as a library: build its part of the site into a folder, or serve it.

MkDocs clears the folder that it builds into, so `rendered_site` lets it build elsewhere; the
command then brings over only what differs. A build that fails leaves the published folder alone.
"""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
from talqy.site.output import files_below


def rendered_site(root: Path, today: date | None) -> list[tuple[str, bytes]]:
    """Render the whole site; return all its files, not yet written anywhere."""
    _quiet()
    # The command has shown all problems already; the plugin would show them once more.
    logging.getLogger("mkdocs.plugins.talqy").setLevel(logging.CRITICAL)
    with _speaking_of(today), tempfile.TemporaryDirectory(prefix="talqy-") as temporary:
        try:
            mkdocs_build.build(_load(root, site_dir=temporary))
        except (Abort, BuildError, ConfigurationError) as error:
            raise OurConfigurationError(f"the site cannot be built: {error}") from error
        return list(files_below(Path(temporary)))


def serve_site(root: Path, address: str, today: date | None) -> None:
    """Serve the site until it is stopped; it is built anew whenever a file changes."""
    _quiet()
    with _speaking_of(today):
        try:
            mkdocs_serve.serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)
        except (Abort, BuildError, ConfigurationError, OSError) as error:
            raise OurConfigurationError(f"cannot serve on {address}: {error}") from error


def site_address(root: Path) -> str:
    """Return the address that the site will have, with a slash at its end; empty if not known."""
    if not (root / "mkdocs.yml").is_file():
        return ""
    try:
        address = load_config(str(root / "mkdocs.yml")).site_url
    except (Abort, ConfigurationError) as error:
        raise OurConfigurationError(f"mkdocs.yml cannot be used: {error}") from error
    return f"{address.rstrip('/')}/" if address else ""


def _load(root: Path, *, site_dir: str) -> MkDocsConfig:
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise OurConfigurationError(f"there is no mkdocs.yml in {root}; “talqy init” makes one")
    return load_config(str(file), site_dir=site_dir)


@contextmanager
def _speaking_of(today: date | None) -> Iterator[None]:
    """Hand the day to the plugin, which MkDocs makes anew for every build."""
    before = os.environ.get("TALQY_TODAY")
    if today is not None:
        os.environ["TALQY_TODAY"] = today.isoformat()
    try:
        yield
    finally:
        os.environ.pop("TALQY_TODAY", None)
        if before is not None:
            os.environ["TALQY_TODAY"] = before


def _quiet() -> None:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
