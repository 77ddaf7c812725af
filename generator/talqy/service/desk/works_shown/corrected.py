"""Corrections as the desk shows them: what is corrected, from what to what, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.corrections import corrections_of, value_words
from talqy.language.edition import Edition
from talqy.language.sayings import revision_number
from talqy.model import paths
from talqy.model.history import RecordedRevision
from talqy.model.register import Record
from talqy.record.plain import Plain
from talqy.service.desk.pages import DeskVisit
from talqy.steps.correctable import correctable_of_answer, correctable_of_text

_CLAUSES = "landed.clauses"


@dataclass(frozen=True, slots=True)
class CorrectedView:
    """A correction; `was` is empty of what was added, `of` is the comment of an answer, if any.

    `text` names the standard and its text.
    """

    on: date
    text: str
    name: str
    was: str
    now: str
    reason: str
    of: str


def corrected_views(edition: Edition, record: Record, number: int) -> list[CorrectedView]:
    """Return all corrections of what is on record of a text, in their order."""
    entry = record.history.of(number) if record.history else None
    if entry is None:
        return []
    title = f"{edition.short_title(record).striptags()}, {revision_number(edition.locale, number)}"
    told = corrections_of(edition.locale, record.history, number)
    values = _values(record, entry)
    return [
        CorrectedView(
            on=view.on,
            text=title,
            name=view.name,
            was="" if view.adds else _words(edition, record, one.what, one.was),
            now=_words(edition, record, one.what, now),
            reason=view.reason.striptags(),
            of=view.of,
        )
        for view, one, now in zip(told, entry.corrections, values, strict=True)
    ]


def newly_corrected(
    visit: DeskVisit, edition: Edition, files: Sequence[str]
) -> list[CorrectedView]:
    """Return the corrections in some files that nobody can read yet."""
    named = [paths.StandardPath.parse(one) for one in files]
    standards = {one.standard for one in named if one and one.is_history}
    found = [edition.register.record(name) for name in sorted(standards)]
    return [one for record in found if record for one in _new(visit, edition, record)]


def _new(visit: DeskVisit, edition: Edition, record: Record) -> Iterator[CorrectedView]:
    public = visit.edition.register.record(record.id)
    before = public.history if public else None
    for text in record.revisions:
        known = before.of(text.revision) if before else None
        yield from corrected_views(edition, record, text.revision)[
            len(known.corrections) if known else 0 :
        ]


def _values(record: Record, entry: RecordedRevision) -> list[Plain]:
    """Return what stood there after each correction: what the next one found, or what is there."""
    there = dict[tuple[str, str], Plain](_there(record, entry))
    values = list[Plain]()
    for one in reversed(entry.corrections):
        key = one.comment or "", one.what
        values.append(there.get(key))
        there[key] = one.was
    return values[::-1]


def _there(record: Record, entry: RecordedRevision) -> Iterator[tuple[tuple[str, str], Plain]]:
    yield from ((("", one.what), one.value) for one in correctable_of_text(entry))
    for name in {one.comment for one in entry.corrections if one.comment}:
        if response := record.response_to(name):
            yield from (((name, one.what), one.value) for one in correctable_of_answer(response))


def _words(edition: Edition, record: Record, what: str, value: Plain) -> str:
    if what == _CLAUSES and isinstance(value, str | list) and value:
        names = value.split(",") if isinstance(value, str) else value
        called = _clauses(edition, record)
        return "; ".join(called.get(str(one), str(one)) for one in names)
    return value_words(edition.locale, what, value)


def _clauses(edition: Edition, record: Record) -> Mapping[str, str]:
    """Return what each clause is called in the newest text that has it."""
    return {
        one.id: plain_clause_name(edition.locale, text, one.id)
        for text in record.revisions
        for one in text.walk()
    }
