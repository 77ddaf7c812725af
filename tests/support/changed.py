"""Second texts: the complete clauses of the builders, changed; for tests of rules about changes."""

from collections.abc import Iterable
from typing import Any

import builders as b
from cases import a_case, a_record
from talqy.rules.rule import Case

FIRST = b.an_adopted_revision()
OTHER_TEXT = b.said("Қызмет екі күнде көрсетіледі.", "Услуга оказывается за два дня.")
SHORTER: b.Tree = {"term": {"text": OTHER_TEXT}}
"""The clause `term` with other words in every language."""


def clauses(*added: b.Tree, **changed: b.Tree | None) -> list[b.Tree]:
    """Make the clauses of a text: what is named changes, or is gone where it is None."""
    kept = [
        {**clause, **(changed.get(clause["id"]) or {})}
        for clause in b.complete_clauses()
        if changed.get(clause["id"], {}) is not None
    ]
    return [*kept, *added]


def an_amendment(*names: str, comments: Iterable[str] = ()) -> b.Tree:
    """Make an amendment of some clauses."""
    return {"clauses": list(names), "reason": b.said("Себебі"), "comments": list(comments)}


def followed(
    text: list[b.Tree],
    *amendments: b.Tree,
    first: b.Tree = FIRST,
    frozen: bool = False,
    comments: Iterable[b.Tree] = (),
    responses: Iterable[b.Tree] = (),
    **changes: Any,
) -> Case:
    """Make a standard whose first text is followed by a second one; `frozen` once it is adopted."""
    make = b.an_adopted_revision if frozen else b.a_revision
    second = make(2, clauses=text, amendments=list(amendments), **changes)
    return a_case(a_record(first, second, comments=comments, responses=responses))
