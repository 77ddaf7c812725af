"""The amendments of a draft: which changes accepted comments explain, and which a person has to.

A reason is what a person has said of the change, else what was answered to the comments that asked
for it; while nobody has said any, it stands as “…”.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.drafts.drafted_changes import DraftedChanges, Group
from talqy.model.comment import Response
from talqy.model.register import Record
from talqy.model.revision import Amendment, Revision
from talqy.model.walk import UNWRITTEN, is_unwritten
from talqy.project.yaml_edit import edited


def amendments_of(
    record: Record, base: Revision, done: DraftedChanges, languages: Sequence[str]
) -> list[Mapping[str, Any]]:
    """Draft the amendments of the next text.

    What an answer has promised and nobody has done is none.
    """
    landed = list(_kept(record, base, done))
    drafted = [_amendment(clauses, responses, done, languages) for clauses, responses in landed]
    own = (_amendment(one, (), done, languages) for one in unpromised(record, base, done))
    return [*drafted, *own]


def unpromised(record: Record, base: Revision, done: DraftedChanges) -> Iterator[Group]:
    """Yield the changes to the next text that no accepted comment explains."""
    promised = {name for clauses, _ in _kept(record, base, done) for name in clauses}
    yield from (one for one in done.groups if not promised.issuperset(one))


def _kept(
    record: Record, base: Revision, done: DraftedChanges
) -> Iterator[tuple[Group, Sequence[Response]]]:
    for clauses, responses in _landed(record, base):
        if kept := tuple(name for name in clauses if done.holds(name)):
            yield kept, responses


def _landed(record: Record, base: Revision) -> Iterator[tuple[Group, list[Response]]]:
    """Yield the answers that promise a change in the next text, by the clauses that they name.

    Clauses stand in the order of the text; those that are still to be written come last.
    """
    number = record.next_revision
    order = {clause.id: at for at, clause in enumerate(base.walk())}
    groups: dict[Group, list[Response]] = {}
    for comment in record.comments:
        response = record.response_to(comment.id)
        if response and response.landed and response.landed.revision == number:
            names = dict.fromkeys(response.landed.clauses)
            clauses = tuple(sorted(names, key=lambda name: order.get(name, len(order))))
            groups.setdefault(clauses, []).append(response)
    yield from sorted(groups.items(), key=lambda group: order.get(group[0][0], len(order)))


def _amendment(
    clauses: Group,
    responses: Sequence[Response],
    done: DraftedChanges,
    languages: Sequence[str],
) -> Mapping[str, Any]:
    """Draft an amendment: without a reason of its own it has those of the answers, each once."""
    answered = {
        code: "\n".join(dict.fromkeys(r.reason[code] for r in responses if code in r.reason))
        for code in languages
    }
    said = {**answered, **done.reason(clauses)}
    return {
        "clauses": list(clauses),
        "reason": {code: said[code] or UNWRITTEN for code in languages},
        **({"comments": [one.comment for one in responses]} if responses else {}),
    }


# --- a text in preparation ----------------------------------------------------------------------


def unamended(revision: Revision, done: DraftedChanges) -> Iterator[Group]:
    """Yield the changes of a text in preparation that no amendment of it names."""
    amended = {name for one in revision.amendments for name in one.clauses}
    yield from (one for one in done.groups if not amended.issuperset(one))


def unexplained(revision: Revision, done: DraftedChanges) -> Iterator[Group]:
    """Yield the changes of a text in preparation without a reason, its old ones too."""
    yield from (one.clauses for one in revision.amendments if _is_open(one))
    yield from unamended(revision, done)


def _is_open(amendment: Amendment) -> bool:
    return any(map(is_unwritten, amendment.reason.values()))


def with_amendments(
    text: str, revision: Revision, done: DraftedChanges, languages: Sequence[str]
) -> str:
    """Return the file of a text in preparation with an amendment for each change that has none.

    What a person has said now is the reason of those that are there.
    """
    for at, one in enumerate(revision.amendments):
        reason = {**one.reason, **done.reason(one.clauses)}
        if reason != dict(one.reason):
            text = edited(text, ("amendments", at, "reason"), reason)
    drafted = [_amendment(one, (), done, languages) for one in unamended(revision, done)]
    if not revision.amendments:
        return edited(text, ("amendments",), drafted) if drafted else text
    for at, amendment in enumerate(drafted, len(revision.amendments)):
        text = edited(text, ("amendments", at), amendment)
    return text
