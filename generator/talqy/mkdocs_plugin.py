"""The MkDocs plugin `talqy`: hands the theme's pages to the tool, and the tool's pages to the site.

It leaves out what the theme has and no page of ours needs; what pages say is decided elsewhere.
MkDocs renders what people write, and one shell for each language and depth; when it is done, the
record pages are stamped into the shells. `mkdocs build` and `mkdocs serve` therefore make the whole
site. `talqy build` hands over its survey, and writes the files itself.
"""

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from markdown.extensions.toc import slugify_unicode  # type: ignore[import-untyped]
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from talqy.build import Site, preview_site, public_site, publish, site, site_parts
from talqy.errors import ConfigurationError, TalqyError
from talqy.language.edition import Edition, SitePage
from talqy.language.held_signs import held_signs
from talqy.language.templates import theme_error
from talqy.language.typed_days import TypedDays
from talqy.model import addresses, paths
from talqy.model.litter import is_litter
from talqy.model.problem import Problem
from talqy.project.shipped_files import shipped_templates
from talqy.project.sources import Sources
from talqy.project.survey import ProjectState, survey
from talqy.search.pages import ProsePage
from talqy.site.manual import ManualPlace, has_manual, manual_files
from talqy.site.output import site_folder
from talqy.site.parts import EarlierSite, SitePart
from talqy.site.sent_scripts import SCRIPTS, sent_scripts
from talqy.site.shell import Shell, Shells, frame, slot_marks, slots_of, spoken
from talqy.site.site import DEPTHS
from talqy.site.sitemap import robots

log = logging.getLogger("mkdocs.plugins.talqy")

_SHELL, _INDEX = "talqy-shell", "index.md"
# The theme's scripts, its search, and what only they need: nothing of it is loaded by our pages.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/palette")
# What the theme has, and we make ourselves.
_OUR_OWN = {"404.html", "sitemap.xml"}
_ROBOTS = "robots.txt"
# What we keep is what all others have made of it.
_LAST = -100
# What ends a build stands behind the error of MkDocs as one of ours, which any language can say.
_NO_ADDRESS = "mkdocs.yml needs “site_url”: addresses in feeds and heads are absolute"
_NOT_MATERIAL = "the theme has no assets/stylesheets/main.*.min.css: is it Material?"
_SECTIONS = {addresses.HOW_IT_WORKS: "how"}


def _material_stylesheet(config: MkDocsConfig) -> str:
    """Find Material's stylesheet: its name holds a digest that every release changes."""
    for folder in config.theme.dirs:
        for sheet in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css")):
            return f"assets/stylesheets/{sheet.name}"
    raise PluginError(_NOT_MATERIAL) from ConfigurationError(_NOT_MATERIAL)


def _logged(problems: Sequence[Problem]) -> None:
    for problem in problems:
        level = logging.ERROR if problem.is_error else logging.INFO
        where = f"{problem.file}:{problem.line}"
        log.log(level, "%s: %s %s", where, problem.code, problem.said())


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What the host makes of a site: files of its own by path, shells, and what prose says."""

    files: Mapping[str, bytes]
    shells: Shells
    prose: Sequence[ProsePage]


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What one build is to do that `mkdocs build` does not.

    It shows `survey`, in which who hands it over has said what is wrong, or `leave_out` what is on
    record and cannot be shown, or it is a `preview`; or it makes the frame alone of the `site`.
    With `keeps_files` MkDocs writes nothing, and what it would is asked for. `before` is the site
    that was built before, and `sources` are the digests of what was read: what was made of the same
    need not be made anew.
    """

    survey: ProjectState | None = None
    leave_out: bool = False
    preview: bool = False
    site: Site | None = None
    keeps_files: bool = False
    before: EarlierSite | None = None
    sources: Sources | None = None


_NO_ORDER = BuildOrder()


class TalqyPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Hooks, in the order in which MkDocs calls them."""

    def __init__(self) -> None:
        super().__init__()
        self._order = _NO_ORDER
        self._is_served = False
        # The host's files by path where they are kept: finished, or to be copied as they are.
        self._host_files: dict[str, bytes | File] | None = None

    def take(self, order: BuildOrder) -> None:
        """Do this in the next build, and in no other: MkDocs keeps one plugin for a process."""
        self._order = order

    def frame(self) -> SiteFrame:
        """Return what the last build has made for the site that was handed over."""
        files = (self._host_files or {}).items()
        return SiteFrame(
            {to: it.content_bytes if isinstance(it, File) else it for to, it in files},
            self._shells,
            tuple(self._prose[at] for at in sorted(self._prose)),
        )

    def kept_parts(self) -> Iterator[SitePart]:
        """Yield the parts of the site, the host's first; none where MkDocs has written it."""
        if self._host_files is None:
            return
        kept = self._host_files.items()
        yield SitePart.always(
            "host", ((to, it.content_bytes if isinstance(it, File) else it) for to, it in kept)
        )
        yield from self._site_parts()

    def on_startup(self, *, command: str, **_: object) -> None:
        """Let MkDocs keep this object between two builds of `serve`; note whom they are for."""
        self._is_served = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project, and put our templates between the project's and the theme's."""
        if not config.site_url:
            raise PluginError(_NO_ADDRESS) from ConfigurationError(_NO_ADDRESS)
        self._root = Path(config.config_file_path).parent
        order, self._order = self._order, _NO_ORDER
        try:
            site_folder(self._root, Path(config.site_dir))
            self._site = self._read(config, order)
        except TalqyError as error:
            raise PluginError(str(error)) from error
        self._host_files = {} if order.keeps_files else None
        self._shells: dict[tuple[str, int], Shell] = {}
        self._prose: dict[str, ProsePage] = {}
        own = str(shipped_templates() / "theme")
        if own not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, own)
        config.theme.static_templates -= _OUR_OWN
        config.theme["language"] = self._site.editions[0].code
        # Else headings in Cyrillic letters have numbers for ids, which move with each new heading.
        toc = config.mdx_configs.setdefault("toc", {})
        toc.setdefault("slugify", slugify_unicode)
        self._material = _material_stylesheet(config)
        return config

    def _read(self, config: MkDocsConfig, order: BuildOrder) -> Site:
        if order.site:
            return order.site
        of = order.survey or self._surveyed()
        if self._is_served:  # for who works on the texts
            return site(self._root, of, str(config.site_url))
        address = str(config.site_url)
        made = (
            preview_site(self._root, of, address)
            if order.preview
            else public_site(self._root, of, address, leave_out=order.leave_out)
        )
        return replace(made, before=order.before, sources=order.sources)

    def _surveyed(self) -> ProjectState:
        """Survey the project, and say what is wrong; whoever hands over a survey has said it."""
        of = survey(self._root)
        _logged(of.problems)
        return of

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add prose and robots.txt where the project has none, and the shells; drop the unused.

        What systems leave in folders for themselves goes too: it is nobody's, and in no key;
        and what no page can lead to (F22).
        """
        languages = {edition.code for edition in self._site.editions}
        scripts: dict[str, str] = {}
        for file in list(files):
            parts = file.src_uri.split("/")
            is_spoken = parts[0] in languages
            unused = file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
            if (
                file.src_uri in _OUR_OWN
                or unused
                or any(map(is_litter, parts))
                or not paths.is_utf8(file.src_uri)
                or (file.is_documentation_page() and not is_spoken)
            ):
                files.remove(file)
            elif file.src_uri.startswith(SCRIPTS) and file.src_uri.endswith(".js"):
                files.remove(file)
                scripts[file.src_uri] = file.content_string
        for uri, content in sent_scripts(scripts).items():
            files.append(File.generated(config, uri, content=content))
        for uri, path in self._pages_of_others(languages):
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        for language in sorted(languages):
            for depth in DEPTHS:
                files.append(self._shell_file(config, language, depth))
        if files.get_file_from_path(_ROBOTS) is None:
            content = robots(str(config.site_url))
            files.append(File.generated(config, _ROBOTS, content=content))
        return files

    def _pages_of_others(self, languages: Collection[str]) -> Iterator[tuple[str, Path]]:
        """Yield what lies beside the project's own pages: those of the tool, and the manual."""
        for language in sorted(languages):
            for path in sorted((shipped_templates() / "pages" / language).glob("*.md")):
                yield f"{language}/{path.name}", path
        yield from manual_files(self._root, languages)

    @staticmethod
    def _shell_file(config: MkDocsConfig, language: str, depth: int) -> File:
        uri = "/".join([language, *[_SHELL] * (depth - 1), _INDEX])
        content = f"# {_SHELL}\n"
        return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Lead from the manual to files of the project where they can be read."""
        place = ManualPlace.of(page.file.src_uri)
        if place is None:
            return markdown
        project = self._edition(page).register.project
        return place.linked(markdown, self._root, project.languages, project.forge)

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Say of a page of the manual which language it speaks, where its frame has another."""
        place = ManualPlace.of(page.file.src_uri)
        return place.spoken_in(html) if place else html

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Speak the page's language; a shell gets marks, a prose page its own values."""
        edition = self._edition(page)
        config.theme["language"] = edition.code
        here = addresses.PagePath(edition.code, page.url.partition("/")[2])
        is_shell = self._is_shell(page)
        slots = slot_marks() if is_shell else self._prose_slots(edition, here, page)
        own = {
            "talqy": frame(
                edition,
                here,
                slots,
                is_prose=not is_shell,
                has_manual=has_manual(self._root, edition.code),
            ),
            "talqy_material": self._material,
            "_": spoken(edition.locale),
        }
        return cast("TemplateContext", {**context, **own})

    def _prose_slots(
        self, edition: Edition, here: addresses.PagePath, page: Page
    ) -> Mapping[str, str]:
        words, content = edition.locale.words, Markup(page.content or "")  # noqa: S704 - Markdown of the project's own people
        home = (words("Home"), here.to(addresses.HOME))
        manual = ManualPlace.of(page.file.src_uri)
        self._prose[here.full] = ProsePage(
            edition.code,
            here.path,
            str(page.title),
            "" if manual else content.striptags(),
            str(page.meta.get("also", "")),
            is_searched=manual is None,  # it has doors of its own, and search is light
        )
        as_page = SitePage(
            at=here,
            title=str(page.title),
            description=str(page.meta.get("description", page.title)),
            section=_SECTIONS.get(here.path, "none"),
            content=content,
            trail=(home, *(manual.trail(here, words("Manual")) if manual else ())),
        )
        return slots_of(edition, as_page, self._site.site_url)

    @event_priority(_LAST)
    def on_env(self, _: object, *, files: Files, **__: object) -> None:
        """Keep files that are copied as they are; MkDocs leaves out what is excluded."""
        if self._host_files is not None:
            for file in files:
                is_copied = file.inclusion not in {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}
                if is_copied and not file.is_documentation_page():
                    self._host_files[file.dest_uri] = file
                    file.inclusion = InclusionLevel.EXCLUDED

    @event_priority(_LAST)
    def on_post_template(self, output: str, *, template_name: str, **_: object) -> str:
        """Keep a page that belongs to no text, such as those of a project's `extra_templates`."""
        return self._keep(template_name, output)

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Keep a shell for stamping, and a page of prose where files are kept."""
        if not self._is_shell(page):
            days = TypedDays.of(one.locale for one in self._site.editions)
            return self._keep(page.file.dest_uri, held_signs(days.held(output)))
        try:
            self._shells[self._edition(page).code, page.url.count("/")] = Shell.split(output)
        except TalqyError as error:
            raise PluginError(str(error)) from error
        return ""

    def _keep(self, path: str, output: str) -> str:
        """Return what MkDocs shall write: it writes no file for an empty answer."""
        if self._host_files is None:
            return output
        if output.strip():
            self._host_files[path] = output.encode(errors="xmlcharrefreplace")
        return ""

    def on_build_error(self, *, error: Exception) -> None:
        """Say plainly what ends the build, a broken template of the theme above all."""
        if broken := theme_error(error):
            raise PluginError(str(broken)) from broken
        if isinstance(error, PluginError):
            raise error

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files of records beside those that MkDocs has written."""
        if self._host_files is not None:
            return
        try:
            count = publish(Path(config.site_dir), self._site_parts())
        except TalqyError as error:
            raise PluginError(str(error)) from error
        log.info("%d record files", count)

    def _site_parts(self) -> Iterator[SitePart]:
        prose = [self._prose[at] for at in sorted(self._prose)]
        return site_parts(self._site, self._shells, prose)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Build anew when a standard, a comment or a template changes."""
        for name in (*paths.FOLDERS, paths.MANUAL):
            if (self._root / name).is_dir():
                server.watch(str(self._root / name))
        return server

    def _edition(self, page: Page) -> Edition:
        language = page.file.src_uri.split("/")[0]
        return next(edition for edition in self._site.editions if edition.code == language)

    @staticmethod
    def _is_shell(page: Page) -> bool:
        """Return whether a page is a shell: by its file, for others may change what it says."""
        *folders, name = page.file.src_uri.split("/")
        return name == _INDEX and set(folders[1:]) <= {_SHELL}
