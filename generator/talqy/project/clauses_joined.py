"""Clauses of a text that two have gone on with, put together by their ids.

What a clause says and where it stands are two things: one may move it, and another one change its
words. Where both say something else of one of the two, one of them stays, or nothing is made.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from talqy.project.clause_tree import CLAUSES, alone
from talqy.project.values_joined import (
    ValuesApartError,
    Ways,
    added_to,
    by_key,
    in_a_row,
    table,
    words,
)

_Clause = Mapping[str, Any]
_BY_LANGUAGE = by_key({}, words)
_FACTS = by_key({}, in_a_row)
_SAID = by_key(
    {
        "number": by_key({}),
        "heading": _BY_LANGUAGE,
        "text": _BY_LANGUAGE,
        "note": _BY_LANGUAGE,
        "table": table,
        "covers": added_to(),
        "facts": _FACTS,
    }
)


def joined_clauses(was: Any, lead: Any, other: Any, ways: Ways) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return the clauses of three versions as both have them, each value of each by its id."""
    return _Joining(_Side(was), _Side(lead), _Side(other), ways).joined()


def _ids(clauses: Any) -> list[str]:  # noqa: ANN401 - a tree
    return [name for name, _, _ in _walked(clauses, "")]


def changed_by_both(versions: Sequence[Any]) -> frozenset[str]:
    """Return the clauses of which two say something else, and something else than it was."""
    was, first, second = ({name: alone(one) for name, _, one in _walked(v, "")} for v in versions)
    return frozenset(
        name
        for name in first.keys() | second.keys()
        if first.get(name) != second.get(name)
        and was.get(name) not in (first.get(name), second.get(name))
    )


def _walked(clauses: Any, above: str) -> Iterator[tuple[str, str, _Clause]]:  # noqa: ANN401
    if not isinstance(clauses, list):
        raise ValuesApartError
    for one in clauses:
        name = one.get("id") if isinstance(one, Mapping) else None
        if not isinstance(name, str):
            raise ValuesApartError
        yield name, above, one
        yield from _walked(one.get(CLAUSES, []), name)


class _Side:
    """One version: what each clause says itself, the one above it, and the ones in each."""

    def __init__(self, clauses: Any) -> None:  # noqa: ANN401 - a tree
        self.says = dict[str, _Clause]()
        self.above = dict[str, str]()
        self.below: dict[str, list[str]] = {"": []}
        for name, above, clause in _walked(clauses, ""):
            if name in self.says:
                raise ValuesApartError
            self.says[name] = alone(clause)
            self.above[name] = above
            self.below.setdefault(above, []).append(name)

    def before(self, name: str) -> Sequence[str]:
        """Return the clauses before one in its list, the nearest first."""
        row = self.below[self.above[name]]
        return row[: row.index(name)][::-1]

    def moved_from(self, was: "_Side") -> set[str]:
        """Return the clauses that stand elsewhere than in an older version."""
        both = self.says.keys() & was.says.keys()
        moved = {name for name in both if self.above[name] != was.above[name]}
        for above, row in self.below.items():
            old, new = (
                [one for one in names if one in both - moved]
                for names in (was.below.get(above, ()), row)
            )
            blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
            moved |= set(new) - {one for at in blocks for one in new[at.b : at.b + at.size]}
        return moved


class _Joining:
    """Three versions put together: the row of `lead`, with what `other` has made of it."""

    def __init__(self, was: _Side, lead: _Side, other: _Side, ways: Ways) -> None:
        self.was, self.lead, self.other, self.ways = was, lead, other, ways
        self.says = dict[str, _Clause]()
        self.above = dict(lead.above)
        self.below = {above: list(row) for above, row in lead.below.items()}
        self.ours, self.theirs = lead.moved_from(was), other.moved_from(was)

    def joined(self) -> list[dict[str, Any]]:
        """Return the clauses."""
        for name in dict.fromkeys((*self.lead.says, *self.other.says)):
            if (one := self._said(name)) is not None:
                self.says[name] = one
        self._place()
        self._hold_together()
        made = list(self._below(""))
        if sorted(_ids(made)) == sorted(self.says):
            return made
        if not self.ways.may_choose:  # each of both has put one of two clauses into the other
            raise ValuesApartError
        self.says = {name: self.says.get(name, one) for name, one in self.lead.says.items()}
        self.below = self.lead.below
        return list(self._below(""))

    def _said(self, name: str) -> _Clause | None:
        was, own, other = (one.says.get(name) for one in (self.was, self.lead, self.other))
        if other == own or (other == was and not (own is None and name in self.theirs)):
            return own
        if own == was and not (other is None and name in self.ours):
            return other
        if was is None or own is None or other is None:
            self._require_choice()  # what one took out and the other moved differs, too
            return own
        said: _Clause = self.ways.joined(_SAID, was, own, other)
        return said

    def _place(self) -> None:
        """Let clauses stand where the other version has put them, new ones and those it moved."""
        for name in self.other.says:
            if name not in self.says:
                continue
            is_there = name in self.lead.says
            if is_there and name not in self.theirs:
                continue
            if is_there and name in self.ours:
                if not self._is_alike(name):
                    self._require_choice()
                continue
            self._put(name, self.other)

    def _is_alike(self, name: str) -> bool:
        ends = [(one.above[name], one.before(name)[:1]) for one in (self.lead, self.other)]
        return ends[0] == ends[1]

    def _put(self, name: str, side: _Side) -> None:
        if name in self.above:
            self.below[self.above[name]].remove(name)
        above = side.above[name]
        row = self.below.setdefault(above, [])
        before = next((one for one in side.before(name) if one in row), None)
        place = 0 if before is None else row.index(before) + 1
        while not self.ways.own_leads and place < len(row) and self._was_put(row[place]):
            place += 1  # one's own comes behind what others have put in at the same place
        row.insert(place, name)
        self.above[name] = above

    def _was_put(self, name: str) -> bool:
        """Return whether the lead has put a clause where it stands, and the other has not."""
        is_new = name not in self.was.says and name not in self.other.says
        return is_new or name in self.ours

    def _hold_together(self) -> None:
        """Let no clause stand in one that is gone: one of both versions has that still."""
        while lost := [one for one in self.says if self.above[one] not in {"", *self.says}]:
            self._require_choice()
            for name in lost:
                if name not in self.lead.says:
                    self.says.pop(name)
                    continue
                self._put(name, self.lead)
                if above := self.above[name]:
                    self.says.setdefault(above, self.lead.says[above])

    def _below(self, above: str) -> Iterator[dict[str, Any]]:
        for name in self.below.get(above, ()):
            if name in self.says:
                inner = list(self._below(name))
                yield {**self.says[name], **({CLAUSES: inner} if inner else {})}

    def _require_choice(self) -> None:
        if not self.ways.may_choose:
            raise ValuesApartError
