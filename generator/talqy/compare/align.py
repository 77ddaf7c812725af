"""Which clause became which: by id, never by number and never by likeness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from talqy.compare.matching import rising
from talqy.model.alignment import Action, Alignment, Match
from talqy.model.register import Record
from talqy.model.revision import Amendment, Clause, Revision
from talqy.model.values import ClauseId


def chain(record: Record, revision: Revision) -> tuple[Revision, ...]:
    """Return the texts that a revision comes from, the first one first, and the revision itself."""
    texts = [revision]
    while base := record.base_of(texts[-1]):
        texts.append(base)
    return tuple(reversed(texts))


def steps(record: Record, older: Revision, newer: Revision) -> tuple[Revision, ...]:
    """Return the revisions that lead to `newer` from `older`, or from what both come from."""
    known = {revision.revision for revision in chain(record, older)}
    return tuple(r for r in chain(record, newer) if r.revision not in known)


def successors(
    names: Mapping[ClauseId, tuple[ClauseId, ...]], way: tuple[Revision, ...], newer: Revision
) -> Mapping[ClauseId, tuple[ClauseId, ...]]:
    """Follow split and merged clauses along a way: old ids to those that `newer` still has."""
    ids_now = dict(names)
    for revision in way:
        for old, new in revision.replaced.items():
            ids_now = {
                name: tuple(
                    dict.fromkeys(n for one in ids for n in (new if one == old else (one,)))
                )
                for name, ids in ids_now.items()
            }
    return {
        name: kept
        for name, ids in ids_now.items()
        if (kept := tuple(one for one in ids if newer.clause(one))) not in {(), (name,)}
    }


def related(way: Sequence[Revision], names: tuple[ClauseId, ...]) -> tuple[ClauseId, ...]:
    """Return clauses with those that they came from, or became, on a way."""
    known = dict.fromkeys(names)
    pairs = [(old, new) for r in way for old, several in r.replaced.items() for new in several]
    for _ in way:
        known |= dict.fromkeys(
            other for pair in pairs for one, other in (pair, pair[::-1]) if one in known
        )
    return tuple(known)


def causes(
    record: Record, older: Revision, newer: Revision, names: tuple[ClauseId, ...]
) -> Iterator[tuple[Revision, Amendment]]:
    """Yield the amendments on the way that speak of one of the clauses, or of what it stands in."""
    for revision in steps(record, older, newer):
        for amendment in amendments_of(record, revision, names):
            yield revision, amendment


def amendments_of(
    record: Record, revision: Revision, names: tuple[ClauseId, ...]
) -> Iterator[Amendment]:
    """Yield the amendments of one revision that name one of the clauses, or a clause around it."""
    base = record.base_of(revision)
    wanted = {
        name for text in (revision, base) if text for one in names for name in text.around(one)
    } | set(names)
    yield from (a for a in revision.amendments if wanted.intersection(a.clauses))


def align(record: Record, older: Revision, newer: Revision) -> Alignment:
    """Align the clauses of two texts; splits and merges are those that the revisions declare."""
    way = steps(record, older, newer)
    names = {clause.id: (clause.id,) for clause in older.walk()}
    moved = frozenset(_moved(older, newer))
    gained = _languages(newer) - _languages(older)
    matches = [
        _match(before, after, moved, gained)
        for before, after in _groups(older, newer, successors(names, way, newer))
    ]
    return Alignment(older.revision, newer.revision, tuple(_in_order(older, newer, matches)))


def _groups(
    older: Revision, newer: Revision, became: Mapping[ClauseId, tuple[ClauseId, ...]]
) -> Iterator[tuple[tuple[Clause, ...], tuple[Clause, ...]]]:
    """Yield the clauses that belong together: of one id, or joined by a replacement."""
    group: dict[ClauseId, set[ClauseId]] = {}
    for name in (clause.id for text in (older, newer) for clause in text.walk()):
        group.setdefault(name, {name})
    for old, new in became.items():
        joined = set().union(*(group[name] for name in (old, *new)))
        group.update(dict.fromkeys(joined, joined))
    before, after = _by_id(older), _by_id(newer)
    for names in {id(names): names for names in group.values()}.values():
        yield _in_their_order(before, names), _in_their_order(after, names)


_Placed = Mapping[ClauseId, Sequence[tuple[int, Clause]]]
"""The clauses of a text by their ids, each with its place; an id may be that of several."""


def _by_id(text: Revision) -> _Placed:
    found: dict[ClauseId, list[tuple[int, Clause]]] = {}
    for place, clause in enumerate(text.walk()):
        found.setdefault(clause.id, []).append((place, clause))
    return found


def _in_their_order(placed: _Placed, names: Iterable[ClauseId]) -> tuple[Clause, ...]:
    found = [one for name in names for one in placed.get(name, ())]
    return tuple(clause for _, clause in sorted(found, key=itemgetter(0)))


def _match(
    before: tuple[Clause, ...],
    after: tuple[Clause, ...],
    moved: frozenset[ClauseId],
    gained: frozenset[str],
) -> Match:
    actions = set[Action]()
    if not before:
        actions.add(Action.ADDED)
    elif not after:
        actions.add(Action.REMOVED)
    elif len(before) == len(after) == 1 and before[0].id == after[0].id:
        if _differ(before[0], after[0], gained):
            actions.add(Action.CHANGED)
        if _is_renumbered(before[0], after[0], gained):
            actions.add(Action.RENUMBERED)
        if after[0].id in moved:
            actions.add(Action.MOVED)
    else:
        actions |= {Action.SPLIT} if len(after) > 1 else set()
        actions |= {Action.MERGED} if len(before) > 1 or len(after) == 1 else set()
    return Match(before, after, frozenset(actions))


def _own_part(clause: Clause) -> object:
    """Return what is the clause's own: no number, no note of other acts, no clauses inside it."""
    return (clause.heading, clause.text, clause.table, clause.covers, clause.facts)


def _is_renumbered(before: Clause, after: Clause, gained: frozenset[str]) -> bool:
    """Return whether a clause is called otherwise; a language gained by the text says nothing."""
    by_language = [c.number for c in (before, after) if isinstance(c.number, Mapping)]
    languages = {code for numbers in by_language for code in numbers} - gained or {""}
    return before.unit != after.unit or any(
        before.number_in(code) != after.number_in(code) for code in languages
    )


def _languages(revision: Revision) -> frozenset[str]:
    texts = (text for clause in revision.walk() for text in (clause.heading, clause.text) if text)
    return frozenset(language for text in texts for language in text)


def _differ(before: Clause, after: Clause, gained: frozenset[str]) -> bool:
    """Return whether a clause says something else; a language gained by the whole text does not."""
    if not gained:
        return _own_part(before) != _own_part(after)
    others = {"unit", "number", "note", "clauses"}
    was, now = (clause.model_dump(exclude=others) for clause in (before, after))
    return bool(_bare(gained, was) != _bare(gained, now))


def _bare(gained: frozenset[str], value: object) -> object:
    if isinstance(value, dict):
        is_text = all(isinstance(below, str) for below in value.values())
        return {
            key: _bare(gained, below)
            for key, below in value.items()
            if not (is_text and key in gained)
        }
    return [_bare(gained, below) for below in value] if isinstance(value, list | tuple) else value


def _moved(older: Revision, newer: Revision) -> Iterator[ClauseId]:
    """Yield the clauses that stand in another clause now, or elsewhere among their neighbours."""
    was = {clause.id: (parent, place) for parent, place, clause in _placed(older.clauses, "")}
    kept: dict[ClauseId, list[tuple[int, ClauseId]]] = {}
    for parent, _, clause in _placed(newer.clauses, ""):
        if clause.id not in was:
            continue
        if was[clause.id][0] == parent:
            kept.setdefault(parent, []).append((was[clause.id][1], clause.id))
        else:
            yield clause.id
    for siblings in kept.values():
        stayed = {siblings[at][1] for at in rising([place for place, _ in siblings])}
        yield from (name for _, name in siblings if name not in stayed)


def _placed(clauses: Iterable[Clause], parent: str) -> Iterator[tuple[str, int, Clause]]:
    for at, clause in enumerate(clauses):
        yield parent, at, clause
        yield from _placed(clause.clauses, clause.id)


def _in_order(older: Revision, newer: Revision, matches: list[Match]) -> list[Match]:
    """Order by the newer text; what it has no more follows what stood before it in the older."""
    places: dict[ClauseId, tuple[int, int]] = {}
    for at, clause in enumerate(newer.walk()):
        places[clause.id] = (at, 0)
    last = (-1, 0)
    for at, clause in enumerate(older.walk(), 1):
        last = places.setdefault(clause.id, (last[0], at))
    return sorted(matches, key=lambda match: places[(match.after or match.before)[0].id])
