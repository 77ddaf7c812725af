"""Lists of things without names of which two have another version each, put together.

Each thing is of one piece: what one side has put in, taken out or changed is so, where the other
has left that place alone. Whatever could be meant of two things is nothing that both say.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple


class ItemsApartError(Exception):
    """Both have changed the same place of a list."""


class _Change(NamedTuple):
    """What stands in the place of things from `start` up to `end`."""

    start: int
    end: int
    now: tuple[str, ...]

    def meets(self, other: "_Change") -> bool:
        """Return whether two changes are of one place; what is put in beside another is, too."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def joined_items(
    was: Sequence[Any], lead: Sequence[Any], other: Sequence[Any], *, may_choose: bool = False
) -> list[Any]:
    """Return a list of both; where they differ in a place that of the lead, if one may choose."""
    known = {repr(one): one for row in (was, lead, other) for one in row}
    old, own, theirs = ([repr(one) for one in row] for row in (was, lead, other))
    if any(len(set(row)) < len(row) for row in (old, own, theirs)):
        raise ItemsApartError  # two of the same: nobody can tell which of them was changed
    ours, comes = list(_changes(old, own)), list(_changes(old, theirs))
    apart = [one for one in comes if not any(one.meets(own) for own in ours)]
    if not may_choose and any(one not in ours and one not in apart for one in comes):
        raise ItemsApartError
    made = list(old)
    for change in sorted([*ours, *apart], reverse=True):
        made[change.start : change.end] = change.now
    both = set(old) & set(own) & set(theirs)
    if set(old) & set(made) != both or len(set(made)) < len(made):
        raise ItemsApartError  # one has moved what the other took out, or moved elsewhere
    return [known[one] for one in made]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    for tag, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Change(start, end, tuple(new[at:to]))
