"""Which clauses a revision added, changed or removed against its base: by id, never by likeness."""

from dataclasses import dataclass

from talqy.model.revision import Amendment, Clause, Revision


@dataclass(frozen=True, slots=True)
class Changes:
    """Clause ids by what happened to them, in the order of the text."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def changes(base: Revision | None, revision: Revision) -> Changes:
    """Compare two revisions clause by clause; a new number alone is no change."""
    if base is None:
        return Changes()
    old, new = _own_parts(base), _own_parts(revision)
    return Changes(
        added=tuple(name for name in new if name not in old),
        changed=tuple(name for name in new if name in old and old[name] != new[name]),
        removed=tuple(name for name in old if name not in new),
    )


def amendment_of(revision: Revision, clause_id: str) -> Amendment | None:
    """Find the amendment that names a clause."""
    return next((a for a in revision.amendments if clause_id in a.clauses), None)


def _own_parts(revision: Revision) -> dict[str, object]:
    return {clause.id: _own_part(clause) for clause in revision.walk()}


def _own_part(clause: Clause) -> object:
    """Answer what is the clause's own: neither its number nor the clauses inside it."""
    return (clause.heading, clause.text, clause.covers, clause.facts)
