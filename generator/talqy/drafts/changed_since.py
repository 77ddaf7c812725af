"""Which clauses say something else in a newer wording of a text."""

from collections.abc import Iterator

from talqy.model.revision import Clause, Revision


def changed_since(was: Revision, now: Revision) -> Iterator[str]:
    """Yield the clauses that say something else by now, the new ones and those that are gone."""
    for clause in now.walk():
        old = was.clause(clause.id)
        if old is None or _own(old) != _own(clause):
            yield clause.id
    yield from (clause.id for clause in was.walk() if now.clause(clause.id) is None)


def _own(clause: Clause) -> Clause:
    return clause.model_copy(update={"clauses": ()})
