"""What the authority said, as the record has it and as the files have it: where the two differ.

Rule: what is on record stays. While a discussion is open, more postings and extensions may come; a
response is kept from the report on, and its landing only grows until the text it names is frozen.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from talqy.model.comment import Landing, Response
from talqy.model.history import (
    RecordedComment,
    RecordedConsultation,
    RecordedCounting,
    RecordedPart,
    RecordedRevision,
    dated_parts,
)
from talqy.model.problem import Path
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Counting
from talqy.record.digests import digest_on_record
from talqy.record.plain import Difference, Plain, between, plain
from talqy.record.undoing import recorded_parts


def differences(entry: RecordedRevision, revision: Revision) -> Iterator[Difference]:
    """Yield where the period, report, adoption and withdrawal of a text are not as recorded."""
    if entry.consultation:
        yield from _of_consultation(entry, entry.consultation, revision)
    now = dated_parts(revision)
    for part, kept in entry.dated():
        path: Path = ("consultation", "report") if part is RecordedPart.REPORT else (part.value,)
        yield from between(path, plain(kept), plain(now[part]))


def as_recorded(entry: RecordedRevision, revision: Revision) -> Revision:
    """Return a text that says what is on record of it, whatever its file says by now."""
    parts: dict[str, Any] = {part.value: value for part, value in entry.dated()}
    report = parts.pop(RecordedPart.REPORT.value, None)
    talk, held = revision.consultation, entry.consultation
    if talk and held:
        said: dict[str, Any] = {"opens": held.opens, "closes": held.closes}
        said |= {"posted": tuple(p.said for p in held.posted), "extended": held.extended}
        said["report"] = report or talk.report
        parts["consultation"] = talk.model_copy(update=said)
    return revision.model_copy(update=parts)


def _of_consultation(
    entry: RecordedRevision, was: RecordedConsultation, revision: Revision
) -> Iterator[Difference]:
    talk, top = revision.consultation, RecordedPart.CONSULTATION.value
    if talk is None:
        yield Difference((top,), plain(was), None)
        return
    for key in ("opens", "closes"):
        days = [getattr(each, key).isoformat() for each in (was, talk)]
        yield from between((top, key), *days)
    said = recorded_parts(entry)
    for key in ("posted", "extended"):
        kept = said.get(key)
        now: list[Plain] = [plain(item) for item in getattr(talk, key)]
        kept = kept if isinstance(kept, list) else []
        if entry.is_over or not _is_within(kept, now):
            yield from between((top, key), kept, now)


def _is_within(kept: list[Plain], now: list[Plain]) -> bool:
    """Return whether all that was kept is there, in its order; more may stand between."""
    rest = iter(now)
    return all(item in rest for item in kept)


def recorded_counting(counting: Counting) -> RecordedCounting:
    """Return how a period was counted, as the record has it."""
    return RecordedCounting(
        days=counting.profile.days,
        unit=counting.profile.unit,
        posted=counting.posted,
        last=counting.last,
        skipped=counting.skipped,
        calendar=counting.calendar,
    )


def is_counted_alike(one: RecordedCounting | None, other: RecordedCounting | None) -> bool:
    """Return whether two counts give the same days; a later edition of the table may say so too."""
    if one is None or other is None:
        return one is other
    return one.model_copy(update={"calendar": other.calendar}) == other


def is_answered_as_recorded(
    entry: RecordedComment, response: Response | None, record: Record, today: date
) -> bool:
    """Return whether a response still is what the record has of it.

    The first edition recorded the outcome alone: it is held to that once the report is published.
    """
    landed = entry.landed
    if entry.response is None:
        is_free = entry.outcome is None or not _is_reported(record, entry.id, today)
        return is_free or (response is not None and response.outcome is entry.outcome)
    if response is None or digest_on_record(response) != entry.response.digest:
        return False
    if landed is None:
        return True
    text, is_frozen = record.revision(landed.revision), is_frozen_on_record(record, landed)
    return keeps_landing(landed, response.landed, text, is_frozen=is_frozen)


def is_frozen_on_record(record: Record, landed: Landing) -> bool:
    """Return whether the text that a landing names is on record: it changes no more."""
    return record.history is not None and record.history.of(landed.revision) is not None


def keeps_landing(
    kept: Landing, now: Landing | None, text: Revision | None, *, is_frozen: bool
) -> bool:
    """Return whether a response still says where its change is, as the record has it.

    While the text that it names is a draft more clauses may come, and those may go that the draft
    no longer has.
    """
    if is_frozen or now is None or now.revision != kept.revision:
        return now == kept
    return all(
        clause in now.clauses or (text is not None and text.clause(clause) is None)
        for clause in kept.clauses
    )


def _is_reported(record: Record, comment: str, today: date) -> bool:
    found = record.comment(comment)
    revision = record.revision(found.revision) if found else None
    talk = revision.consultation if revision else None
    return talk is not None and talk.is_reported(today)
