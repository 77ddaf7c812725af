"""What a comment is about must be there: the one place that says which of it is not."""

from collections.abc import Iterable, Mapping

from talqy.model.comment import WHOLE, Comment
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.project import faults
from talqy.project.validate import nearest

Texts = Mapping[str, Mapping[int, Revision]]
"""The revisions of all standards, by the standard's id and their number."""

_SHOWN = 5


def target_problem(file: str, comment: Comment, texts: Texts) -> Problem | None:
    """Return what is wrong with the target of a comment: no such standard, revision or clause."""
    revisions = texts.get(comment.standard)
    if revisions is None:
        near = _near(comment.standard, sorted(texts))
        kind, path = faults.NO_STANDARD, ("standard",)
        return kind.at(file, path, value=comment.standard, nearest=near)
    revision = revisions.get(comment.revision)
    if revision is None:
        near_number = min(revisions, key=lambda n: abs(n - comment.revision), default=0)
        return faults.NO_REVISION.at(
            file,
            ("revision",),
            standard=comment.standard,
            value=comment.revision,
            nearest=near_number,
        )
    name = comment.clause_id
    if name is None or name == WHOLE or revision.clause(name):
        return None
    known = [clause.id for clause in revision.walk()]
    return no_clause(file, comment.standard, revision, name, _near(name, known))


def no_clause(file: str, standard: str, revision: Revision, name: str, near: str) -> Problem:
    """Say that a text has no such clause; `near` is what was probably meant."""
    return faults.NO_CLAUSE.at(
        file,
        ("clause",),
        standard=standard,
        revision=revision.revision,
        value=name,
        nearest=near,
    )


def _near(name: str, known: Iterable[str]) -> str:
    names = list(known)
    return nearest(name, names) or ", ".join(names[:_SHOWN]) or "–"
