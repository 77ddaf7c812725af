"""P: what the package of a draft needs for the state's portals, once a draft speaks of it.

A draft whose authority says nothing of it there is left alone: the package names what is missing.
"""

from collections.abc import Iterator, Sequence

from talqy.errors import Listed, Saying
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.revision import DraftDocument, Revision
from talqy.model.standing import Stage
from talqy.rules.rule import CheckContext, breach, rule, unfinished

_ROWS = {
    "grounds": Saying("grounds"),
    "aims": Saying("aims"),
    "consequences": Saying("consequences"),
}
_OWN = frozenset({"explanatory-note", "draft-order", "notice"})
"""The documents that an authority writes itself, in all languages alike."""
_NOT_OPEN_YET = frozenset({Stage.PREPARING, Stage.PLANNED})


def empty_rows(revision: Revision) -> tuple[str, ...]:
    """Return the fields of a draft that a row of the portal's form asks for, and are empty."""
    return tuple(name for name in _ROWS if getattr(revision, name) is None)


def one_sided(
    revision: Revision, languages: Sequence[str]
) -> Iterator[tuple[int, DraftDocument, tuple[str, ...]]]:
    """Yield documents of an authority's own that lack languages: their places, and which."""
    for at, one in enumerate(revision.documents):
        if one.kind not in _OWN or one.language is None:
            continue
        there = {other.language for other in revision.documents if other.kind == one.kind}
        if None not in there and (lacking := tuple(c for c in languages if c not in there)):
            yield at, one, lacking


def rows_named(names: Sequence[str]) -> Listed:
    """Say fields of a draft in the language of whoever reads it."""
    return Listed(tuple(_ROWS[name] for name in names), ", ")


@rule("P13", source="the form in which the state portal shows drafts", level=Level.WARNING)
def the_form_of_the_portal_is_filled(context: CheckContext) -> Iterator[Problem]:
    """A draft that says its grounds, aims or consequences says all three: the portal asks so."""
    for record, revision, standing in context.revisions():
        empty = empty_rows(revision)
        if standing.stage in _NOT_OPEN_YET and 0 < len(empty) < len(_ROWS):
            found = breach(
                paths.revision_file(record.id, revision.revision),
                (),
                "the form of the state portal asks for what the draft does not say: {fields}",
                "say it before the discussion opens: the working copy (--to-edit) has rows for it",
                mild=True,
                fields=rows_named(empty),
            )
            yield unfinished(found, standing.stage)


@rule("P14", source="Law on Languages: documents of state bodies are equal", level=Level.WARNING)
def own_documents_are_in_every_language(context: CheckContext) -> Iterator[Problem]:
    """A note, a draft order or a notice of the authority itself stands in every language."""
    for record, revision, standing in context.revisions():
        if standing.stage not in _NOT_OPEN_YET:
            continue
        languages = context.register.project.languages_on(revision.begun(context.assessment.today))
        for at, _, lacking in one_sided(revision, languages):
            found = breach(
                paths.revision_file(record.id, revision.revision),
                ("documents", at, "language"),
                "this document of the authority is there in one language, and not in: {languages}",
                "name the other one beside it, or leave out “language” if it is in all of them",
                mild=True,
                languages=", ".join(lacking),
            )
            yield unfinished(found, standing.stage)
