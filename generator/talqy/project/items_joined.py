"""Lists of things without names of which two have another version each, put together.

Each thing is of one piece. What one side has taken out, and the other has left where it was, is
out; what either has added is in, once; what both have done alike is done once. All else is nothing
that both say: a thing that one has moved, and the other taken out, changed or moved elsewhere.
Whether that is so is not left to the way in which lines have been matched: things are counted.
"""

from collections import Counter
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

    def meets(self, other: "_Change", *, adds: bool) -> bool:
        """Return whether two changes are of one place; unless one `adds`, the place beside, too."""
        if self.start == self.end or other.start == other.end:
            beside = self.start in {other.start, other.end} or self.end == other.start
            is_near = self.start <= other.end and other.start <= self.end
            return is_near and not (adds and beside)
        return self.start < other.end and other.start < self.end

    def touches(self, old: Sequence[str], things: set[str]) -> bool:
        """Return whether some things come or go with it."""
        return not things.isdisjoint((*old[self.start : self.end], *self.now))


def joined_items(  # noqa: PLR0913 - three versions, and how they may be put together
    was: Sequence[Any],
    lead: Sequence[Any],
    other: Sequence[Any],
    *,
    may_choose: bool = False,
    adds: bool = False,
    own_leads: bool = False,
) -> list[Any]:
    """Return a list of both; where they differ in a place that of the lead, if one may choose.

    `adds`: what both have put in at one place is there of both, that of others before one's own,
    which is the lead where it `own_leads`.
    """
    known = {repr(one): one for row in (was, lead, other) for one in row}
    old, own, theirs = ([repr(one) for one in row] for row in (was, lead, other))
    ours, comes = list(_changes(old, own)), list(_changes(old, theirs))
    apart = [one for one in comes if not any(one.meets(mine, adds=adds) for mine in ours)]
    if not may_choose and any(one not in ours and one not in apart for one in comes):
        raise ItemsApartError
    alike = {one for row in (old, own, theirs) for one, times in Counter(row).items() if times > 1}
    if any(one.touches(old, alike) for one in (*ours, *comes)):
        raise ItemsApartError  # two of the same: nobody can tell which of them was changed
    made = _with_both(old, ours, apart, own_leads=own_leads)
    while moved := set(_miscounted(made, old, own, theirs)):
        if not may_choose:
            raise ItemsApartError
        left = [one for one in apart if not one.touches(old, moved)]
        if left == apart:
            break  # what is counted otherwise is as the lead has it
        apart, made = left, _with_both(old, ours, left, own_leads=own_leads)
    return [known[one] for one in made]


def is_counted_right(
    made: Sequence[str], was: Sequence[str], lead: Sequence[str], other: Sequence[str]
) -> bool:
    """Return whether in what was made of both each thing is as often as both have it."""
    return not any(_miscounted(made, was, lead, other))


def _miscounted(
    made: Sequence[str], was: Sequence[str], lead: Sequence[str], other: Sequence[str]
) -> Iterator[str]:
    """Yield the things that are lost, there again, or there twice."""
    now, old, own, theirs = (Counter(row) for row in (made, was, lead, other))
    for one in now | old | own | theirs:
        if theirs[one] in {old[one], own[one]}:
            wanted = own[one]
        else:
            wanted = theirs[one] if own[one] == old[one] else -1
        if now[one] != wanted:
            yield one


def _with_both(
    old: Sequence[str], ours: Sequence[_Change], comes: Sequence[_Change], *, own_leads: bool
) -> list[str]:
    """Return a list after the changes of both."""
    both = dict[tuple[int, int], tuple[str, ...]]()
    for one in (*comes, *ours) if own_leads else (*ours, *comes):
        before = both.get((one.start, one.end), ())
        both[one.start, one.end] = (*before, *(new for new in one.now if new not in before))
    made = list(old)
    for (start, end), now in sorted(both.items(), reverse=True):
        made[start:end] = now
    return made


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    for tag, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "delete":
            yield from (_Change(one, one + 1, ()) for one in range(start, end))
        elif tag != "equal":
            yield _Change(start, end, tuple(new[at:to]))
