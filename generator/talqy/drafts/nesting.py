"""In which clause each clause stands, in the order of a text: as before, else by its number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from talqy.drafts.clause_starts import NumberKey, depth_of, is_divider


class ClauseStanding(NamedTuple):
    """A clause: its id, the key of its number; `was_in` is "" at the top, None of a new one."""

    id: str
    key: NumberKey
    was_in: str | None


def parents(clauses: Sequence[ClauseStanding]) -> Mapping[str, str]:
    """Return the id of the clause in which each one stands; "" at the top."""
    by_id = {one.id: one for one in clauses}
    found: dict[str, str] = {}
    before = ""
    for one in clauses:
        way = list(_way(before, found))
        if one.was_in is not None and (not one.was_in or one.was_in in way):
            found[one.id] = one.was_in
        else:
            found[one.id] = _by_number(one, [by_id[name] for name in way], found)
        before = one.id
    return found


def _way(name: str, found: Mapping[str, str]) -> Iterator[str]:
    """Yield a clause and those around it, the inner one first."""
    while name:
        yield name
        name = found[name]


def _by_number(one: ClauseStanding, way: Sequence[ClauseStanding], found: Mapping[str, str]) -> str:
    """Return what a clause stands in: beside its like, or in what its number belongs to."""
    unit, figures = one.key
    if not (figures or unit) and way:
        return found[way[0].id]
    depth = depth_of(one.key)
    for other in way:
        if other.key[0] == unit and depth_of(other.key) == depth:
            return found[other.id]
        holds = not unit and not other.key[0] and figures.startswith(f"{other.key[1]}.")
        if holds or (is_divider(other.key) and depth_of(other.key) < depth):
            return other.id
    return ""
