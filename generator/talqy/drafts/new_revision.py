"""The plan for a new revision: the text that it starts from, ready to be changed.

The clauses keep their lines to the byte, with the remarks that people wrote between them. What was
said of the old draft alone (its discussion, its fate, its own amendments) stays with the old one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from talqy.drafts.scaffold import UNWRITTEN, WrongNameError
from talqy.model import paths
from talqy.model.comment import Response
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.project.plan import Create
from talqy.project.yaml_edit import KEPT, recast


def newest_living(record: Record) -> Revision:
    """Return the text that a new one starts from where none is named: the newest not given up."""
    living = [revision for revision in record.revisions if revision.withdrawn is None]
    if not living:
        raise WrongNameError(
            f"every text of “{record.id}” was withdrawn; name the one to start from with --base"
        )
    if broken := sorted(n for n in record.broken_revisions if n > living[-1].revision):
        raise WrongNameError(
            f"{paths.revision_file(record.id, broken[-1])} cannot be used, and it may be the text "
            "to start from; mend it (“talqy check”), or name another one with --base"
        )
    return living[-1]


def revision_plan(  # noqa: PLR0913 - what a new text cannot do without
    record: Record,
    base: Revision,
    text: str,
    *,
    kind: RevisionKind,
    dated: date,
    languages: Sequence[str],
) -> Create:
    """Plan the next revision of a standard; `text` is the file of `base`."""
    number = record.next_revision
    amendments = [
        _amendment(clauses, responses, languages)
        for clauses, responses in _landed(record, base, number)
    ]
    values = {
        "schema": KEPT,
        "revision": number,
        "kind": kind.value,
        "base": base.revision,
        "dated": dated.isoformat(),
        "explanation": dict.fromkeys(languages, UNWRITTEN),
        **({"not_set": KEPT} if base.not_set else {}),
        "clauses": KEPT,
        **({"amendments": amendments} if amendments else {}),
    }
    return Create(paths.revision_file(record.id, number), recast(text, values))


def _landed(
    record: Record, base: Revision, number: int
) -> Iterator[tuple[tuple[str, ...], list[Response]]]:
    """Yield the answers that promise a change in this revision, by the clauses that they name.

    Clauses stand in the order of the text; those that are still to be written come last.
    """
    order = {clause.id: place for place, clause in enumerate(base.walk())}
    groups: dict[tuple[str, ...], list[Response]] = {}
    for comment in record.comments:
        response = record.response_to(comment.id)
        if response and response.landed and response.landed.revision == number:
            names = dict.fromkeys(response.landed.clauses)
            clauses = tuple(sorted(names, key=lambda name: order.get(name, len(order))))
            groups.setdefault(clauses, []).append(response)
    yield from sorted(groups.items(), key=lambda group: order.get(group[0][0], len(order)))


def _amendment(
    clauses: Iterable[str], responses: Sequence[Response], languages: Sequence[str]
) -> Mapping[str, Any]:
    """Draft an amendment: its reasons are those of the answers, each said once."""
    reasons = {
        language: dict.fromkeys(r.reason[language] for r in responses if language in r.reason)
        for language in languages
    }
    return {
        "clauses": list(clauses),
        "reason": {code: "\n".join(said) or UNWRITTEN for code, said in reasons.items()},
        "comments": [response.comment for response in responses],
    }
