"""Which clauses say something else in a newer wording of a text."""

from collections.abc import Iterator

from talqy.model.revision import Revision


def changed_since(was: Revision, now: Revision) -> Iterator[str]:
    """Yield the clauses that say something else by now, the new ones and those that are gone."""
    for clause in now.walk():
        old = was.clause(clause.id)
        if old is None or old.alone != clause.alone:
            yield clause.id
    yield from (clause.id for clause in was.walk() if now.clause(clause.id) is None)
