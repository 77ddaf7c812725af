"""Which text held when, by which act; each text, and each of its clauses, with a citation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.citation import citation, held_words
from talqy.language.clause_sayings import clause_name
from talqy.language.corrections import CorrectionView, corrections_of_text
from talqy.language.edition import Edition, SitePage
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.law.force import ForcePeriod
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import RevisionKind
from talqy.record.missing import MissingKind, missing_of
from talqy.site.pages.compare import compare_link
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClause:
    """A clause of a text that held, with its citation."""

    anchor: str
    clause: Link
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    """One text and the days on which it is in force; `ended_by` is the text that ended that.

    `adopted` is the day of the act, None where the words of the act name it.
    """

    anchor: str
    text: Link
    held: str
    is_now: bool
    is_to_come: bool
    act: Markup
    adopted: date | None
    corrections: tuple[CorrectionView, ...]
    ended_by: Link | None
    is_repealed: bool
    compare: Link | None
    digest: str
    citation: str
    clauses: tuple[CitedClause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceView:
    """What `in_force.html` may use; the latest period comes first.

    It `is_unknown` which text is in force while one on record cannot be shown.
    """

    title: Markup
    today: date
    is_in_force: bool
    is_unknown: bool
    periods: tuple[PeriodView, ...]
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of periods of a standard that ever had a text adopted."""
    here = edition.at(addresses.in_force(record.id))
    hrefs = hrefs_of(edition, here, record)
    if "in_force" not in hrefs:
        return
    periods = tuple(_period(edition, here, record, p) for p in reversed(edition.periods(record)))
    view = InForceView(
        title=edition.short_title(record),
        today=edition.assessment.today,
        is_in_force=edition.parts(record).in_force is not None,
        is_unknown=any(one.kind is MissingKind.TEXT for one in missing_of(record)),
        periods=periods,
        hrefs=hrefs,
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("In force"),
        content=edition.render("in_force.html", view),
    )


def _period(
    edition: Edition, here: addresses.PagePath, record: Record, period: ForcePeriod
) -> PeriodView:
    locale, text, today = edition.locale, period.revision, edition.assessment.today
    path, end = addresses.revision(record.id, text.revision), period.ended_by
    base, digest = record.base_of(text), edition.standing(record, text).digest
    return PeriodView(
        anchor=addresses.in_force_anchor(text.revision),
        text=Link(revision_name(locale, text), here.to(path)),
        held=held_words(locale, period),
        is_now=period.holds_on(today),
        is_to_come=period.since > today,
        act=locale.say(period.adoption.act),
        adopted=None if _names_its_day(locale, period) else period.adoption.on,
        corrections=tuple(
            found
            for found in corrections_of_text(locale, record.history, text.revision)
            if found.path.startswith("adopted")
        ),
        ended_by=Link(
            revision_name(locale, end), here.to(addresses.revision(record.id, end.revision))
        )
        if end
        else None,
        is_repealed=end is not None and end.kind is RevisionKind.REPEAL,
        compare=compare_link(here, record, base, text) if base else None,
        digest=digest,
        citation=citation(locale, record, period, digest),
        clauses=tuple(
            CitedClause(
                anchor=addresses.in_force_anchor(text.revision, clause.id),
                clause=Link(clause_name(locale, text, clause.id), here.to(path, clause.id)),
                citation=citation(locale, record, period, digest, clause.id),
            )
            for clause in text.walk()
        ),
    )


def _names_its_day(locale: Locale, period: ForcePeriod) -> bool:
    """Return whether an act is called by its day: “приказ … от 20 июля 2026 года”."""
    act = " ".join(locale.plain(period.adoption.act).split())
    return " ".join(locale.day(period.adoption.on).split()) in act
