"""`comments/` in, comments and responses out. No file is passed over in silence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talqy.model.comment import WHOLE, Comment, Response
from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.files import ALLOWED_ANYWHERE, Entry
from talqy.project.reading import Reading
from talqy.project.standards import Shelf
from talqy.project.validate import nearest

_FILE = re.compile(
    r"comments/(?P<standard>[^/]+)/r(?P<revision>[1-9]\d{0,3})/(?P<received>\d{4}-\d\d-\d\d)/"
    r"(?P<id>[^/.]+)(?P<response>\.response)?\.yaml",
)
_EXPECTED = "comments/<standard>/r<N>/<day>/<id>.yaml and <id>.response.yaml"


@dataclass(slots=True)
class Mailbox:
    """All comments by standard in the order of receipt, and all responses by comment.

    `broken` are the ids of comments whose own file or whose response cannot be used.
    """

    comments: dict[str, list[Comment]] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)


def read_comments(
    reading: Reading, found: Iterable[Entry], shelves: Mapping[str, Shelf]
) -> Mailbox:
    """Read every file under `comments/`, or name it in a problem."""
    mailbox, taken, waiting = Mailbox(), dict[str, str](), dict[tuple[str, int], int]()
    responses: list[tuple[str, re.Match[str]]] = []
    for entry in found:
        match = _FILE.fullmatch(entry.path)
        if entry.is_link:
            reading.problems.append(faults.LINK.at(entry.path))
        elif match is None:
            if entry.name not in ALLOWED_ANYWHERE:
                reading.problems.append(faults.STRAY.at(entry.path, expected=_EXPECTED))
        elif match["response"]:
            responses.append((entry.path, match))
        elif comment := _comment(reading, entry.path, match, taken):
            _deliver(reading, entry.path, comment, shelves, mailbox, waiting)
        else:
            mailbox.broken.add(match["id"])
    for standard, revision in sorted(waiting):
        reading.problems.append(_waiting(standard, revision, waiting[standard, revision]))
    for path, match in responses:
        _respond(reading, path, match, taken, mailbox)
    for comments in mailbox.comments.values():
        comments.sort(key=lambda comment: (comment.received, comment.id))
    return mailbox


def _comment(
    reading: Reading, file: str, match: re.Match[str], taken: dict[str, str]
) -> Comment | None:
    other = taken.setdefault(match["id"], file)
    comment = reading.value(file, Comment)
    if comment is None:
        return None
    faulty = [
        faults.ID_NOT_FOLDER.inside(file, (key,), key=key, value=said, place=match[key])
        for key, said in (
            ("id", comment.id),
            ("standard", comment.standard),
            ("revision", str(comment.revision)),
            ("received", comment.received.isoformat()),
        )
        if said != match[key]
    ]
    if other != file:
        faulty.append(faults.COMMENT_TWICE.inside(file, ("id",), other=other))
    reading.problems += faulty
    return None if faulty else comment


def _deliver(  # noqa: PLR0913, PLR0917 - everything that a delivery can end in
    reading: Reading,
    file: str,
    comment: Comment,
    shelves: Mapping[str, Shelf],
    mailbox: Mailbox,
    waiting: dict[tuple[str, int], int],
) -> None:
    """Put a comment to its standard, or say why it has no place there."""
    shelf = shelves.get(comment.standard)
    if shelf and (comment.revision in shelf.broken or shelf.standard is None):
        key = (comment.standard, comment.revision)
        waiting[key] = waiting.get(key, 0) + 1
    elif problem := _misplaced(file, comment, shelves):
        reading.problems.append(problem)
    else:
        mailbox.comments.setdefault(comment.standard, []).append(comment)


def _waiting(standard: str, revision: int, count: int) -> Problem:
    folder = f"comments/{standard}/r{revision}"
    other = f"standards/{standard} (standard.yaml or revisions/r{revision}.yaml)"
    return faults.BROKEN_NEIGHBOUR.at(folder, other=other, count=count)


def _misplaced(file: str, comment: Comment, shelves: Mapping[str, Shelf]) -> Problem | None:
    shelf = shelves.get(comment.standard)
    if shelf is None:
        near = nearest(comment.standard, shelves) or ", ".join(sorted(shelves)[:3])
        fault = faults.NO_STANDARD
        return fault.inside(file, ("standard",), value=comment.standard, nearest=near)
    revision = shelf.revisions.get(comment.revision)
    if revision is None:
        near_number = min(shelf.revisions, key=lambda n: abs(n - comment.revision), default=0)
        return faults.NO_REVISION.inside(
            file,
            ("revision",),
            standard=comment.standard,
            value=comment.revision,
            nearest=near_number,
        )
    clause = comment.clause_id
    if clause is None or clause == WHOLE or revision.clause(clause):
        return None
    known = [clause.id for clause in revision.walk()]
    return faults.NO_CLAUSE.inside(
        file,
        ("clause",),
        standard=comment.standard,
        revision=comment.revision,
        value=clause,
        nearest=nearest(clause, known) or ", ".join(known[:5]),
    )


def _respond(
    reading: Reading, file: str, match: re.Match[str], taken: Mapping[str, str], mailbox: Mailbox
) -> None:
    response = reading.value(file, Response)
    if response is None:
        mailbox.broken.add(match["id"])
        return
    beside = file.replace(".response.yaml", ".yaml")
    if taken.get(match["id"]) != beside:
        reading.problems.append(faults.ORPHAN_RESPONSE.at(file, (1, 1), value=match["id"]))
    elif response.comment != match["id"]:
        reading.problems.append(
            faults.ID_NOT_FOLDER.inside(
                file, ("comment",), key="comment", value=response.comment, place=match["id"]
            ),
        )
    else:
        mailbox.responses[response.comment] = response
