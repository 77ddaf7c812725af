"""The MkDocs plugin `talqy`: hands the theme's pages to the tool, and the tool's pages to the site.

It decides nothing. MkDocs renders what people write, and one shell for each language and depth;
when it is done, the record pages are stamped into the shells. `mkdocs build` and `mkdocs serve`
therefore make the whole site.
"""

import logging
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from talqy.build import Site, publish, site
from talqy.errors import TalqyError
from talqy.language.edition import Edition, SitePage
from talqy.language.templates import theme_error
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.problem import Severity
from talqy.project.shipped import shipped_templates
from talqy.project.survey import survey
from talqy.site.frame import frame, marks, slots_of, spoken
from talqy.site.shell import Shell
from talqy.site.site import DEPTHS

log = logging.getLogger("mkdocs.plugins.talqy")

_SHELL = "talqy-shell"
# The theme's scripts, its search, and what only they need: nothing of it is loaded by our pages.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/palette")
_SECTIONS = {addresses.HOW_IT_WORKS: "how"}


def _material_stylesheet(config: MkDocsConfig) -> str:
    """Find Material's stylesheet: its name holds a digest that every release changes."""
    found = (Path(folder).glob("assets/stylesheets/main.*.min.css") for folder in config.theme.dirs)
    for path in (path for paths in found for path in sorted(paths)):
        return f"assets/stylesheets/{path.name}"
    raise PluginError("the theme has no assets/stylesheets/main.*.min.css: is it Material?")


class TalqyPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Hooks, in the order in which MkDocs calls them."""

    def on_startup(self, **_: object) -> None:
        """Let MkDocs keep this object between two builds of `serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, and put our templates between the project's and the theme's."""
        if not config.site_url:
            raise PluginError(
                "mkdocs.yml needs “site_url”: addresses in feeds and heads are absolute"
            )
        self._root = Path(config.config_file_path).parent
        self._site = self._read(config)
        self._shells: dict[tuple[str, int], Shell] = {}
        self._prose: set[str] = set()
        own = str(shipped_templates() / "theme")
        if own not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.theme["language"] = self._site.editions[0].code
        self._material = _material_stylesheet(config)
        return config

    def _read(self, config: MkDocsConfig) -> Site:
        try:
            today = os.environ.get("TALQY_TODAY")
            found = survey(self._root, date.fromisoformat(today) if today else None)
            for problem in found.problems:
                level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
                place = f"{problem.file}:{problem.line}"
                log.log(level, "%s: %s %s", place, problem.code, problem.said())
            return site(self._root, found, str(config.site_url))
        except TalqyError as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our prose where the project has none, and the shells; drop unused theme files."""
        languages = {edition.code for edition in self._site.editions}
        for file in list(files):
            is_spoken = file.src_uri.split("/")[0] in languages
            unused = file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
            if unused or (file.is_documentation_page() and not is_spoken):
                files.remove(file)
        for language in sorted(languages):
            for path in sorted((shipped_templates() / "pages" / language).glob("*.md")):
                uri = f"{language}/{path.name}"
                if files.get_file_from_path(uri) is None:
                    files.append(File.generated(config, uri, content=path.read_text("utf-8")))
            for depth in DEPTHS:
                files.append(self._shell_file(config, language, depth))
        return files

    @staticmethod
    def _shell_file(config: MkDocsConfig, language: str, depth: int) -> File:
        uri = "/".join([language, *[_SHELL] * (depth - 1), "index.md"])
        content = f"# {_SHELL}\n"
        return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Speak the page's language; a shell gets slot marks, a prose page its own values."""
        edition = self._edition(page)
        config.theme["language"] = edition.code
        here = Spot(edition.code, page.url.partition("/")[2])
        is_shell = self._is_shell(page)
        slots = marks() if is_shell else self._prose_slots(edition, here, page)
        own = {
            "talqy": frame(edition, here, slots, is_prose=not is_shell),
            "talqy_material": self._material,
            "_": spoken(edition.locale),
        }
        return cast("TemplateContext", {**context, **own})

    def _prose_slots(self, edition: Edition, here: Spot, page: Page) -> Mapping[str, str]:
        words = edition.locale.words
        self._prose.add(here.path)
        as_page = SitePage(
            spot=here,
            title=str(page.title),
            description=str(page.meta.get("description", page.title)),
            section=_SECTIONS.get(here.path, "none"),
            content=Markup(page.content or ""),  # noqa: S704 - Markdown of the project's own people
            trail=((words("Home"), here.to(addresses.HOME)),),
        )
        return slots_of(edition, as_page, self._site.site_url)

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Keep a shell for stamping; MkDocs writes no file for an empty answer."""
        if not self._is_shell(page):
            return output
        try:
            self._shells[self._edition(page).code, page.url.count("/")] = Shell.split(output)
        except TalqyError as error:
            raise PluginError(str(error)) from error
        return ""

    def on_build_error(self, *, error: Exception) -> None:
        """Say plainly what ends the build, a broken template of the theme above all."""
        if broken := theme_error(error):
            raise PluginError(str(broken)) from error
        if isinstance(error, PluginError):
            raise error

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp the record pages."""
        try:
            count = publish(self._site, self._shells, Path(config.site_dir), sorted(self._prose))
        except TalqyError as error:
            raise PluginError(str(error)) from error
        log.info("%d record files", count)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Build anew when a standard, a comment or a template changes."""
        for name in ("standards", "comments", "site_templates"):
            if (self._root / name).is_dir():
                server.watch(str(self._root / name))
        return server

    def _edition(self, page: Page) -> Edition:
        language = page.file.src_uri.split("/")[0]
        return next(edition for edition in self._site.editions if edition.code == language)

    @staticmethod
    def _is_shell(page: Page) -> bool:
        return page.markdown is not None and page.markdown.strip() == f"# {_SHELL}"
