"""How texts come from one another: by `base`, which need not be the number before."""

from collections.abc import Iterator, Mapping, Sequence

from talqy.model.register import Record
from talqy.model.revision import Amendment, Revision
from talqy.model.values import ClauseId


def chain(record: Record, revision: Revision) -> tuple[Revision, ...]:
    """Return the texts that a revision comes from, the first one first, and the revision itself."""
    found = [revision]
    while base := record.base_of(found[-1]):
        found.append(base)
    return tuple(reversed(found))


def steps(record: Record, older: Revision, newer: Revision) -> tuple[Revision, ...]:
    """Return the revisions that lead to `newer` from `older`, or from what both come from."""
    known = {revision.revision for revision in chain(record, older)}
    return tuple(r for r in chain(record, newer) if r.revision not in known)


def successors(
    names: Mapping[ClauseId, tuple[ClauseId, ...]], way: tuple[Revision, ...], newer: Revision
) -> Mapping[ClauseId, tuple[ClauseId, ...]]:
    """Follow split and merged clauses along a way: old ids to those that `newer` still has."""
    found = dict(names)
    for revision in way:
        for old, new in revision.replaced.items():
            found = {
                name: tuple(
                    dict.fromkeys(n for one in ids for n in (new if one == old else (one,)))
                )
                for name, ids in found.items()
            }
    return {
        name: kept
        for name, ids in found.items()
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
