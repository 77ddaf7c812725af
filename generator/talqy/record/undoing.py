"""Corrections undone: what a record, or an answer, said before each of them."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from talqy.model.comment import Response
from talqy.model.history import (
    Correction,
    RecordedConsultation,
    RecordedPart,
    RecordedRevision,
)
from talqy.record.plain import Plain, plain


def recorded_parts(entry: RecordedRevision) -> dict[str, Plain]:
    """Return what a record has of period, report, adoption and withdrawal, by `what`."""
    talk = _said(entry.consultation)
    parts = {part.value: plain(getattr(entry, part)) for part in RecordedPart}
    del parts[RecordedPart.CONSULTATION.value]
    kept = {key: value for key, value in parts.items() if value is not None}
    return {**talk, **kept}


def _said(talk: RecordedConsultation | None) -> dict[str, Plain]:
    """Return a discussion without since when each posting is kept: nobody says that."""
    tree = plain(talk)
    if talk is None or not isinstance(tree, dict):
        return {}
    posted: list[Plain] = [plain(posting.said) for posting in talk.posted]
    return {**tree, "posted": posted} if posted else tree


def parts_before(entry: RecordedRevision, corrections: Iterable[Correction]) -> dict[str, Plain]:
    """Return what a record said before these corrections, the last of which is undone first."""
    tree = recorded_parts(entry)
    for correction in reversed([c for c in corrections if c.comment is None]):
        _undo(tree, correction)
    return tree


def response_before(response: Response, corrections: Iterable[Correction]) -> Response | None:
    """Return a response as it was before these corrections; None where they fit no response."""
    tree = response.model_dump(mode="json", by_alias=True, exclude_none=True)
    for correction in reversed([c for c in corrections if c.comment == response.comment]):
        _undo(tree, correction)
    try:
        return Response.model_validate(tree)
    except ValueError:  # of pydantic: what was said to have stood there never can have
        return None


def senseless(entry: RecordedRevision) -> Iterator[int]:
    """Yield the corrections of a text that change nothing, or before which it cannot have been so.

    Each is undone in its turn: what was there before it is another thing.
    """
    after, first = recorded_parts(entry), None
    for index, correction in reversed(list(enumerate(entry.corrections))):
        if correction.comment is not None:
            continue
        before = deepcopy(after)
        _undo(before, correction)
        if before == after:
            yield index
        after, first = before, index
    if first is not None and not _are_parts(after, entry):
        yield first


def _are_parts(tree: Mapping[str, Plain], entry: RecordedRevision) -> bool:
    """Return whether a record can have had these parts: their keys, and values that fit them."""
    parts = set(map(str, RecordedPart))
    talk = {key: value for key, value in tree.items() if key not in parts}
    try:
        RecordedRevision.model_validate(
            {
                "revision": entry.revision,
                "digest": entry.digest,
                **{key: value for key, value in tree.items() if key in parts},
                **({RecordedPart.CONSULTATION.value: talk} if talk else {}),
            }
        )
    except ValueError:  # of pydantic
        return False
    return True


def first_days(entry: RecordedRevision) -> Iterator[tuple[Correction, date | None]]:
    """Yield each correction with the first day that it can have; None where no day was kept.

    What it corrects was on record before it, and so was the correction above it. Answers are kept
    from the report on.
    """
    above: date | None = None
    for correction in entry.corrections:
        part = RecordedPart.REPORT if correction.comment else part_of(correction.what)
        days = filter(None, (above, entry.recorded.get(part)))
        yield correction, max(days, default=None)
        above = correction.on


def part_of(what: str) -> RecordedPart:
    """Return the part of the record that a path in a correction of a text lies in."""
    first = what.partition(".")[0]
    return RecordedPart(first) if first in set(RecordedPart) else RecordedPart.CONSULTATION


def _undo(tree: dict[str, Any], correction: Correction) -> None:
    """Put back what a correction has changed; one that fits nothing changes nothing."""
    *steps, last = correction.what.split(".")
    place: Any = tree
    for step in steps:
        place = _below(place, step)
    if isinstance(place, list) and last.isdecimal() and 0 < int(last) <= len(place):
        place[int(last) - 1] = deepcopy(correction.was)
    elif isinstance(place, dict) and correction.was is None:
        place.pop(last, None)
    elif isinstance(place, dict):
        place[last] = deepcopy(correction.was)


def _below(place: Any, step: str) -> Any:  # noqa: ANN401 - a part of a file
    if isinstance(place, list) and step.isdecimal() and 0 < int(step) <= len(place):
        return place[int(step) - 1]
    return place.setdefault(step, {}) if isinstance(place, dict) else None
