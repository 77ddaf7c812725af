"""A page of the theme, rendered once with slots, into which record pages are stamped.

The theme's `base.html` prints a `FrameView`: head, header, navigation, footer. For a prose page
its slots hold what belongs to that page; for a shell they hold marks, and `slots_of` fills them for
each record page. So both kinds of page come out alike, whoever overrides the theme. MkDocs prints
templates of a theme without escaping, therefore whatever stands in a frame is escaped already.

Rule: a shell is split once, when it is made; filling joins strings and never looks at them again,
so a slot mark inside somebody's comment stays text. Text slots are escaped here; a slot that takes
finished HTML takes `Markup` and nothing else.
"""

import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from markupsafe import Markup, escape

from talqy.data.schema_org import described
from talqy.errors import TemplateError
from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import file_page
from talqy.language.locale import Locale, in_markup, joined
from talqy.model import addresses
from talqy.site.pages.standard_parts import Link, end_of
from talqy.site.share import share_tags

# Marks are drawn anew by every run, so that no text of a project can hold one.
_RUN = secrets.token_hex(8)
_AS_IT_STANDS = re.compile(r"<(?:pre|textarea|script|style)\b[^>]*>[^<]")
_INDENT = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_MARK = re.compile(f"\ue000{_RUN}-([a-z-]+)\ue001")

DAY = "day"
TEXT_SLOTS = frozenset({"title", "description", "canonical"})
HTML_SLOTS = frozenset(
    {
        *("alternates", "breadcrumbs", "content", "described", "feeds", "languages", "robots"),
        *("share", "source", DAY),
    }
)
_ATOM = "application/atom+xml"
SECTIONS = ("home", "register", "how", "news", "statistics", "none")
NAVIGATION_SLOTS = frozenset(f"at-{section}" for section in SECTIONS)
SLOTS = TEXT_SLOTS | HTML_SLOTS | NAVIGATION_SLOTS
_REQUIRED = frozenset({"title", "content", "languages"})
_FRESH = timedelta(days=3)
"""A site that was made longer ago says so itself: a weekend and a holiday may lie between."""


def slot_mark(name: str) -> Markup:
    """Return the mark of a slot, for the theme to print."""
    if name not in SLOTS:
        known = ", ".join(sorted(SLOTS))
        raise TemplateError("a shell has no slot “{name}”; it has: {known}", name=name, known=known)
    return Markup(f"\ue000{_RUN}-{name}\ue001")  # noqa: S704 - a name of our own table


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML and, between them, the names of slots."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def split(cls, html: str) -> Self:
        """Make a shell of a rendered page: each of its pages has as many bytes as it says."""
        pieces = _MARK.split(_without_indents(html))
        if missing := _REQUIRED.difference(pieces[1::2]):
            raise TemplateError(
                "the theme does not print the slots: {slots}; an overridden base.html must print "
                "what ours prints",
                slots=", ".join(sorted(missing)),
            )
        if any(_RUN in piece.casefold() for piece in pieces[::2]):
            raise TemplateError(
                "the theme changes what a slot of a page holds; it must print slots as they are, "
                "without a filter"
            )
        return cls(tuple(pieces[::2]), tuple(pieces[1::2]))

    @property
    def can_bear_another_day(self) -> bool:
        """Whether a page that was stamped can be given another day: it stands behind all else."""
        return DAY not in self.slots[:-1]

    def with_another_day(self, page: bytes, was: Markup, now: Markup) -> bytes | None:
        """Give a page that was stamped on one day another; return None for what is no such page."""
        if self.slots[-1:] != (DAY,):
            return page
        end, new = (f"{day}{self.pieces[-1]}".encode() for day in (was, now))
        return page.removesuffix(end) + new if page.endswith(end) else None

    def fill(self, values: Mapping[str, str]) -> str:
        """Stamp one page."""
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            value = values.get(slot, "")
            finished = isinstance(value, Markup)
            if slot in HTML_SLOTS and value and not finished:
                raise TypeError(f"the slot {slot} takes finished HTML")
            # Finished HTML goes in as it is: escaping it would copy the whole page.
            parts += (value if finished else escape(value), piece)
        return "".join(parts)


Shells = Mapping[tuple[str, int], Shell]
"""The shells of a site, by language and depth."""


def _without_indents(html: str) -> str:
    """Return a page without indents and empty lines, which a browser does not show.

    Where a theme shows lines as they stand, it stays as it is.
    """
    return html if _AS_IT_STANDS.search(html) else _INDENT.sub("\n", html).lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameView:
    """What `base.html` may use, as `talqy`. Public: an overridden theme relies on it."""

    language: str
    site_name: Markup
    home: str
    base: str
    search: str
    navigation: tuple[tuple[str, Link], ...]
    footer: tuple[Link, ...]
    demonstration: Markup
    demonstration_more: Markup
    fixed_day: Markup
    as_of: Markup
    is_prose: bool
    slots: Mapping[str, Markup]

    def at(self, section: str) -> Markup:
        """Return the attribute that marks a section as the one that the page is in."""
        return self.slots.get(f"at-{section}", Markup())


def spoken(locale: Locale) -> Callable[..., Markup]:
    """Return the function `_` of the theme: what it says is escaped, with its values."""

    def say(words: str, /, **values: object) -> Markup:
        sentence = escape(locale.words(words))
        for name, value in values.items():
            sentence = sentence.replace("{" + name + "}", escape(value))
        return sentence

    return say


def day_of_page(edition: Edition, day: date) -> Markup:
    """Return the day that a page bears, with the moment from which a script says it is long ago."""
    return edition.in_own.once("day of page", (day.isoformat(),), lambda: _day(edition, day))


def _day(edition: Edition, day: date) -> Markup:
    until, said = end_of(edition, day + _FRESH), edition.locale.state_of(day)
    return in_markup('<span data-fresh-until="{}">{}</span>', until, said)


def frame(
    edition: Edition,
    here: addresses.PagePath,
    slots: Mapping[str, str],
    *,
    is_prose: bool,
    has_manual: bool = False,
) -> FrameView:
    """Make the frame of a page; with `has_manual` it leads to the manual at its foot."""
    words, locale, project = spoken(edition.locale), edition.locale, edition.register.project
    shown, folded = _first_sentence(locale.plain(project.demonstration or {locale.code: ""}))
    return FrameView(
        language=edition.code,
        site_name=escape(locale.plain(project.short_name or project.name)),
        home=here.to(addresses.HOME),
        base=here.root(""),
        search=here.to(addresses.SEARCH),
        navigation=(
            ("home", Link(words("Home"), here.to(addresses.HOME))),
            ("register", Link(words("Standards"), here.to(addresses.REGISTER))),
            ("how", Link(words("How to take part"), here.to(addresses.HOW_IT_WORKS))),
            ("news", Link(words("News"), here.to(addresses.NEWS))),
            ("statistics", Link(words("Statistics"), here.to(addresses.STATISTICS))),
        ),
        footer=(
            Link(words("How discussion works"), here.to(addresses.HOW_IT_WORKS)),
            *([Link(words("Manual"), here.to(addresses.MANUAL))] if has_manual else []),
            Link(words("Accessibility statement"), here.to(addresses.ACCESSIBILITY)),
            Link(words("Personal data"), here.to(addresses.PERSONAL_DATA)),
            Link(words("Open data"), here.to(addresses.DATA)),
            Link(words("Answers that are due"), here.to(addresses.REVIEWERS)),
            Link(words("News"), here.to(addresses.NEWS)),
            Link(words("Search"), here.to(addresses.SEARCH)),
        ),
        demonstration=shown,
        demonstration_more=folded,
        fixed_day=escape(locale.day(project.today) if project.today else ""),
        as_of=escape(slots[DAY]),
        is_prose=is_prose,
        slots={name: escape(value) for name, value in slots.items()},
    )


def said_of_preview(edition: Edition) -> str:
    """Return what each page of a preview says at its top, where a demonstration says what it is."""
    return edition.locale.words(
        "This is a preview: nothing of it is published. Texts may change; what is in force is on "
        "the site itself."
    )


def _first_sentence(text: str) -> tuple[Markup, Markup]:
    """Return the first sentence of a text, and the others."""
    first, end, others = text.partition(". ")
    return escape(first + end.strip()), escape(others)


def slot_marks() -> Mapping[str, str]:
    """Return the marks of all slots: what a shell is rendered with."""
    return {name: slot_mark(name) for name in SLOTS}


def slots_of(edition: Edition, page: SitePage, site_url: str) -> Mapping[str, str]:
    """Fill the slots for one page."""
    project = edition.register.project
    site_name = edition.locale.plain(project.short_name or project.name)
    codes = project.languages
    names = {locale.code: locale.name for locale in edition.locales}
    return {
        "title": f"{page.title} – {site_name}"
        if page.title
        else edition.locale.plain(project.name),
        "description": page.description,
        "canonical": f"{site_url}{page.at.full}",
        "alternates": _alternates(page.at, codes, site_url),
        "breadcrumbs": _breadcrumbs(edition, page),
        "content": page.content,
        "languages": _languages(page.at, codes, names),
        "feeds": _feeds(edition, page),
        "robots": _robots(edition, page),
        "share": share_tags(edition, page, site_url),
        "described": _described(edition, page),
        "source": _source(edition, page),
        DAY: day_of_page(edition, edition.assessment.today),
        **{f"at-{section}": _current(page, section) for section in SECTIONS},
    }


def _described(edition: Edition, page: SitePage) -> Markup:
    """Say of the page of a standard what it is, as data: nothing in it is run (JSON-LD)."""
    record = edition.register.record(page.standard) if page.standard else None
    if record is None or page.at.path != addresses.standard(record.id):
        return Markup()
    written = json.dumps(described(edition, record), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/ld+json">{written}</script>')  # noqa: S704 - no sign of markup is left in it


def _current(page: SitePage, section: str) -> Markup:
    """Mark the page itself as `page`, and a section above it as `true`."""
    if page.section != section:
        return Markup()
    itself = page.at.path in {
        "home": (addresses.HOME,),
        "register": (addresses.REGISTER,),
        "how": (addresses.HOW_IT_WORKS,),
        "news": (addresses.NEWS,),
        "statistics": (addresses.STATISTICS,),
    }.get(section, ())
    return Markup(' aria-current="page"') if itself else Markup(' aria-current="true"')


def _alternates(here: addresses.PagePath, languages: Sequence[str], site_url: str) -> Markup:
    element = '<link rel="alternate" hreflang="{}" href="{}">'
    links = [in_markup(element, code, f"{site_url}{code}/{here.path}") for code in languages]
    return joined("\n  ", [*links, in_markup(element, "x-default", site_url)])


def _languages(
    here: addresses.PagePath, languages: Sequence[str], names: Mapping[str, str]
) -> Markup:
    """Lead to the page in the other languages; its own is named, and leads nowhere."""
    item = '<li><span lang="{}" aria-current="true">{}</span></li>'
    other = '<li><a href="{}" lang="{}" hreflang="{}">{}</a></li>'
    return joined(
        "\n",
        [
            in_markup(item, code, names[code])
            if code == here.language
            else in_markup(other, here.in_language(code), code, code, names[code])
            for code in languages
        ],
    )


def _robots(edition: Edition, page: SitePage) -> Markup:
    """Keep search engines from what is no real standard, and from addresses that went."""
    is_kept = not (edition.register.project.demonstration or page.is_gone)
    return Markup() if is_kept else Markup('<meta name="robots" content="noindex">')


def _breadcrumbs(edition: Edition, page: SitePage) -> Markup:
    if not page.trail:
        return Markup()
    steps = [in_markup('<li><a href="{}">{}</a></li>', href, name) for name, href in page.trail]
    return in_markup(
        '<nav class="trail" aria-label="{}"><ol>{}</ol></nav>',
        edition.locale.words("You are here"),
        joined("", steps),
    )


def _source(edition: Edition, page: SitePage) -> Markup:
    """Lead to the file that a page was made from, where the project has a forge."""
    href = file_page(edition.register.project.forge, page.source) if page.source else ""
    if not href:
        return Markup()
    title = edition.locale.words("The file of this text in the repository")
    return in_markup('<p class="source"><a href="{}" rel="external">{}</a></p>', href, title)


def _feeds(edition: Edition, page: SitePage) -> Markup:
    """Lead programs to feeds, and to the page in other forms."""
    site_name = edition.locale.plain(edition.register.project.name)
    feeds = ((site_name, page.at.to(addresses.FEED)), *page.feeds)
    forms = (*((_ATOM, *feed) for feed in feeds), *page.forms)
    element = '<link rel="alternate" type="{}" title="{}" href="{}">'
    return joined("\n  ", [in_markup(element, *form) for form in forms])
