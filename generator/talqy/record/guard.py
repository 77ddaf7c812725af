"""What the authority said, as the record has it and as the files have it: where the two differ.

Rule: what is on record stays. While a discussion is open, more postings and extensions may come; a
response is kept from the report on, and its landing from the day when the text it names is frozen.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, JsonValue

from talqy.model.comment import Response
from talqy.model.history import (
    RecordedComment,
    RecordedConsultation,
    RecordedCounting,
    RecordedPart,
    RecordedRevision,
)
from talqy.model.problem import Path
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Counting
from talqy.record.digests import digest_on_record

Plain = JsonValue
"""A value as files have it: mappings, lists and texts; None where nothing is said."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the record and the file say differently: where, what was, what is now."""

    path: Path
    was: Plain
    now: Plain

    @property
    def what(self) -> str:
        """The path as people write it: without `consultation`, items counted from 1."""
        steps = self.path[1:] if self.path[:1] == (RecordedPart.CONSULTATION,) else self.path
        return ".".join(str(s + 1 if isinstance(s, int) else s) for s in steps or self.path)

    @property
    def is_of_the_discussion(self) -> bool:
        """Whether it is about the days, postings or extensions of the discussion."""
        return self.path[0] == RecordedPart.CONSULTATION and self.path[1:2] != (
            RecordedPart.REPORT,
        )


def plain(value: BaseModel | None) -> Plain:
    """Return a part of a format as its file has it; None where it is not set."""
    if value is None:
        return None
    return _written_out(value.model_dump(mode="json", exclude_none=True, exclude_defaults=True))


def _written_out(tree: Plain) -> Plain:
    """Return a tree with numbers and marks as the texts that stand in a file."""
    if isinstance(tree, dict):
        return {key: _written_out(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_written_out(value) for value in tree]
    return tree if tree is None or isinstance(tree, str) else json.dumps(tree)


def differences(entry: RecordedRevision, revision: Revision) -> Iterator[Difference]:
    """Yield where the period, report, adoption and withdrawal of a text are not as recorded."""
    talk = revision.consultation
    if was := entry.consultation:
        yield from _of_consultation(was, revision, is_over=entry.is_over)
    for part, now in (
        (RecordedPart.REPORT, talk.report if talk else None),
        (RecordedPart.ADOPTED, revision.adopted),
        (RecordedPart.WITHDRAWN, revision.withdrawn),
    ):
        kept: BaseModel | None = getattr(entry, part)
        path: Path = ("consultation", "report") if part is RecordedPart.REPORT else (part.value,)
        if kept is not None:
            yield from between(path, plain(kept), plain(now))


def _of_consultation(
    was: RecordedConsultation, revision: Revision, *, is_over: bool
) -> Iterator[Difference]:
    talk, top = revision.consultation, RecordedPart.CONSULTATION.value
    if talk is None:
        yield Difference((top,), plain(was), None)
        return
    for key in ("opens", "closes"):
        days = [getattr(each, key).isoformat() for each in (was, talk)]
        yield from between((top, key), *days)
    for key in ("posted", "extended"):
        kept = [plain(item) for item in getattr(was, key)]
        now = [plain(item) for item in getattr(talk, key)]
        if is_over or not _is_within(kept, now):
            yield from between((top, key), kept, now)


def _is_within(kept: list[Plain], now: list[Plain]) -> bool:
    """Return whether all that was kept is there, in its order; more may stand between."""
    rest = iter(now)
    return all(item in rest for item in kept)


def between(path: Path, was: Plain, now: Plain) -> Iterator[Difference]:
    """Yield the smallest parts of two values that differ; lists of two lengths differ as wholes."""
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            yield from between((*path, key), was.get(key), now.get(key))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for at, pair in enumerate(zip(was, now, strict=True)):
            yield from between((*path, at), *pair)
    else:
        yield Difference(path, was, now)


def written(value: Plain) -> str:
    """Return a value of a file in one line; a dash where there is none."""
    if isinstance(value, str):
        return value
    return "–" if value is None else json.dumps(value, ensure_ascii=False)


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
    history, landed = record.history, entry.landed
    if entry.response is None:
        is_free = entry.outcome is None or not _is_reported(record, entry.id, today)
        return is_free or (response is not None and response.outcome is entry.outcome)
    if response is None or digest_on_record(response) != entry.response.digest:
        return False
    is_frozen = landed is not None and history and history.of(landed.revision) is not None
    return not is_frozen or response.landed == landed


def _is_reported(record: Record, comment: str, today: date) -> bool:
    found = record.comment(comment)
    revision = record.revision(found.revision) if found else None
    talk = revision.consultation if revision else None
    return talk is not None and talk.report is not None and talk.report.on <= today
