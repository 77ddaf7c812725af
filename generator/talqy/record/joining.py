"""Two records of one standard that went on from the same one, put together.

Entries are known by what they are (a text by its revision, a comment by its id), and corrections
follow each other. The root and the counts are made anew. Where both say another thing of the same,
there is no record of both.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from talqy.errors import TalqyError
from talqy.model.history import Correction, History, RecordedRevision, RecordedTally
from talqy.record.root import with_root

_NAMED_BY = ("revision", "id")
_MADE_ANEW = ("root", "tally")
_CORRECTED = "what"
_NOTHING = object()


class RecordsApartError(TalqyError):
    """Both records say another thing of the same."""


def joined_history(was: History, first: History, second: History) -> History:
    """Return what both records say of what went on from `was`; `first` is the published one.

    Corrections that the second adds are dated no earlier than the last entry of the first: that is
    when they come on record.
    """
    joined = History.model_validate(_joined(*(_tree(one) for one in (was, first, second))))
    last = first.last_day()
    entries = tuple(_sound(one, first.of(one.revision), last) for one in joined.revisions)
    return with_root(joined.model_copy(update={"revisions": entries}))


def _tree(history: History) -> dict[str, Any]:
    made: dict[str, Any] = history.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return made


def _sound(
    entry: RecordedRevision, published: RecordedRevision | None, last: date | None
) -> RecordedRevision:
    """Return an entry with its comments counted, and what is new in it dated as it comes."""
    known = len(published.corrections) if published else 0
    later = (_not_before(one, last) for one in entry.corrections[known:])
    update: dict[str, Any] = {"corrections": (*entry.corrections[:known], *later)}
    if entry.tally:
        outcomes = Counter(one.outcome for one in entry.comments if one.outcome)
        in_order = dict(sorted(outcomes.items()))
        update["tally"] = RecordedTally(received=len(entry.comments), outcomes=in_order)
    return entry.model_copy(update=update)


def _not_before(correction: Correction, day: date | None) -> Correction:
    is_before = day is not None and correction.on < day
    return correction.model_copy(update={"on": day}) if is_before else correction


def _joined(was: Any, first: Any, second: Any) -> Any:  # noqa: ANN401
    """Return one value of both: what one side alone has changed is as that side has it."""
    if second in (first, was):
        return first
    if first == was:
        return second
    if isinstance(first, dict) and isinstance(second, dict):
        return _joined_mapping(was if isinstance(was, Mapping) else {}, first, second)
    if isinstance(first, list) or isinstance(second, list):
        lists = [one if isinstance(one, list) else [] for one in (was, first, second)]
        if _NOTHING in (first, second) or isinstance(first, list) is isinstance(second, list):
            return _joined_list(*lists)
    raise RecordsApartError("both say another thing of the same")


def _joined_mapping(
    was: Mapping[str, Any], first: Mapping[str, Any], second: Mapping[str, Any]
) -> dict[str, Any]:
    made = {}
    for key in dict.fromkeys((*first, *second)):
        three = [one.get(key, _NOTHING) for one in (was, first, second)]
        value = three[1] if key in _MADE_ANEW and _NOTHING not in three[1:] else _joined(*three)
        if value is not _NOTHING:
            made[key] = value
    return made


def _joined_list(was: list[Any], first: list[Any], second: list[Any]) -> list[Any]:
    if not all(isinstance(one, dict) for one in (*first, *second)):
        raise RecordsApartError("both say another thing of the same")
    if any(_CORRECTED in one for one in (*first, *second)):
        return _followed(was, first, second)
    name = next((key for key in _NAMED_BY if all(key in one for one in (*first, *second))), None)
    if name:
        named = ({one[name]: one for one in lines} for lines in (was, first, second))
        return list(_joined_mapping(*named).values())
    if len(was) == len(first) == len(second):
        return [_joined(*three) for three in zip(was, first, second, strict=True)]
    if first[: len(was)] == was == second[: len(was)]:
        return [*first, *second[len(was) :]]
    raise RecordsApartError("both say another thing of the same")


def _followed(was: list[Any], first: list[Any], second: list[Any]) -> list[Any]:
    """Return corrections of both, whatever their days; one that both have made is there once.

    One that is made again in the same words is another one: what counts is how often it is there.
    """
    before, known, there = (Counter(map(_undated, lines)) for lines in (was, first, second))
    gone, new = before - there, (there - before) - (known - before)
    stays, comes = list[Any](), list[Any]()
    for one in first:
        if gone[_undated(one)]:
            gone[_undated(one)] -= 1
        else:
            stays.append(one)
    for one in reversed(second):
        if new[_undated(one)]:
            new[_undated(one)] -= 1
            comes.append(one)
    return [*stays, *reversed(comes)]


def _undated(correction: Mapping[str, Any]) -> str:
    return repr({key: correction[key] for key in sorted(correction) if key != "on"})
