"""The texts of a standard side by side, clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.clause_sayings import clause_heading, printed_label, stopped
from talqy.language.edition import Edition, SitePage
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Clause
from talqy.site.pages.clauses import Rows, table_rows
from talqy.site.pages.standard_parts import hrefs_of, page_of


@dataclass(frozen=True, slots=True)
class Side:
    """A clause in one language; `text` is empty where that language has none."""

    language: str
    number: str
    heading: Markup | str
    text: Markup
    table: Rows


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A clause in all languages, the page's own first; `notes` say why they differ on purpose."""

    id: str
    sides: tuple[Side, ...]
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagesView:
    """What `languages.html` may use."""

    title: Markup
    revision: int
    name: str
    names: tuple[tuple[str, str], ...]
    clauses: tuple[SideBySide, ...]
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page with all languages of the text on the standard's page."""
    here = edition.at(addresses.languages(record.id))
    revision, locales = edition.parts(record).shown, edition.locales
    view = LanguagesView(
        title=edition.short_title(record),
        revision=revision.revision,
        name=revision_name(edition.locale, revision),
        names=tuple((locale.code, locale.name) for locale in locales),
        clauses=tuple(
            SideBySide(
                clause.id,
                tuple(
                    Side(
                        locale.code,
                        *_head(locale, clause),
                        locale.prose(clause.text)
                        if locale.code in (clause.text or {})
                        else Markup(),
                        table_rows(locale, clause),
                    )
                    for locale in locales
                ),
                tuple(
                    edition.locale.say(one.note)
                    for one in revision.parity
                    if one.clause == clause.id
                ),
            )
            for clause in revision.walk()
        ),
        hrefs=hrefs_of(edition, here, record),
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("Languages side by side"),
        content=edition.render("languages.html", view),
    )


def _head(locale: Locale, clause: Clause) -> tuple[str, Markup | str]:
    """Return number and heading; unit and number in words where a language has no heading."""
    if locale.code in (clause.heading or {}):
        return stopped(printed_label(locale, clause)), locale.say(clause.heading)
    return "", clause_heading(locale, clause.model_copy(update={"heading": None}))
