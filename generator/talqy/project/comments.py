"""`comments/` in, comments and responses out. No file is passed over in silence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talqy.errors import Spoken
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.nearness import nearest_or_some
from talqy.model.paths import CommentPath
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.project import faults
from talqy.project.file_reader import FileReader, disagreements
from talqy.project.files import ALLOWED_ANYWHERE, ListedFile
from talqy.project.standards import StandardFiles
from talqy.record.digests import digest_of_file

Texts = Mapping[str, Mapping[int, Revision]]
"""The revisions of all standards, by the standard's id and their number."""


def target_problem(file: str, comment: Comment, texts: Texts) -> Problem | None:
    """Return what is wrong with the target of a comment: no such standard, revision or clause."""
    revisions = texts.get(comment.standard)
    if revisions is None:
        near = nearest_or_some(comment.standard, sorted(texts))
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
    if name is None or revision.clause(name):
        return None
    known = [clause.id for clause in revision.walk()]
    return no_clause(file, comment.standard, revision, name, nearest_or_some(name, known))


def no_clause(
    file: str, standard: str, revision: Revision, name: str, near: str | Spoken
) -> Problem:
    """Say that a text has no such clause; `near` is what was probably meant."""
    return faults.NO_CLAUSE.at(
        file,
        ("clause",),
        standard=standard,
        revision=revision.revision,
        value=name,
        nearest=near,
    )


@dataclass(slots=True)
class CommentIndex:
    """All comments by standard in the order of receipt; responses and digests by comment.

    `broken` are the ids of comments whose own file or whose response cannot be used. `files` has
    the first file of each id; `left_out` counts comments on a text that cannot be used itself.
    """

    comments: dict[str, list[Comment]] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)
    left_out: Counter[tuple[str, int]] = field(default_factory=Counter)


def read_comments(
    reader: FileReader, entries: Iterable[ListedFile], standards: Mapping[str, StandardFiles]
) -> CommentIndex:
    """Read every file under `comments/`, or name it in a problem."""
    index, responses = CommentIndex(), list[CommentPath]()
    for entry in entries:
        path = CommentPath.parse(entry.path)
        if entry.is_link:
            reader.problems.append(faults.LINK.at(entry.path))
        elif path is None:
            if entry.name not in ALLOWED_ANYWHERE:
                reader.problems.append(faults.STRAY.at(entry.path, expected=paths.COMMENT_FILES))
        elif entry.path == path.response_file:
            responses.append(path)
        else:
            _add_comment(reader, path, standards, index)
    reader.problems += _left_out(index)
    for path in responses:
        _add_response(reader, path, index)
    for comments in index.comments.values():
        comments.sort(key=lambda comment: (comment.received, comment.id))
    return index


def _add_comment(
    reader: FileReader,
    path: CommentPath,
    standards: Mapping[str, StandardFiles],
    index: CommentIndex,
) -> None:
    """Read one comment and put it to its standard, or say why it has no place there."""
    other = index.files.setdefault(path.id, path.file)
    data = reader.data(path.file)
    comment = None if data is None else reader.shaped(data, path.file, Comment)
    if data is None or comment is None or not _is_at_home(reader, comment, path, other):
        index.broken.add(path.id)
        return
    known = standards.get(comment.standard)
    if known and (comment.revision in known.broken or known.standard is None):
        index.left_out[comment.standard, comment.revision] += 1
    elif problem := target_problem(path.file, comment, _texts(standards)):
        reader.problems.append(problem)
    else:
        index.comments.setdefault(comment.standard, []).append(comment)
        index.digests[comment.id] = digest_of_file(data)


def _texts(standards: Mapping[str, StandardFiles]) -> Texts:
    return {name: files.revisions for name, files in standards.items()}


def _is_at_home(reader: FileReader, comment: Comment, path: CommentPath, other: str) -> bool:
    """Hold a comment to its path, and its id to those of all others."""
    astray = out_of_place(comment, path)
    reader.problems += astray
    if other == path.file:
        return not astray
    reader.problems.append(faults.COMMENT_TWICE.at(path.file, ("id",), other=other))
    return False


def out_of_place(comment: Comment, path: CommentPath) -> list[Problem]:
    """Return what a comment says of itself that its place does not: the folder tells what it is."""
    return disagreements(
        path.file,
        ("id", comment.id, path.id),
        ("standard", comment.standard, path.standard),
        ("revision", comment.revision, path.revision),
        ("received", comment.received.isoformat(), path.day),
    )


def _left_out(index: CommentIndex) -> Iterable[Problem]:
    for (standard, revision), count in sorted(index.left_out.items()):
        folder = paths.comments_folder(standard, revision)
        other = paths.files_of_text(standard, revision)
        yield faults.BROKEN_NEIGHBOUR.at(folder, other=other, count=count)


def _add_response(reader: FileReader, path: CommentPath, index: CommentIndex) -> None:
    """Read one response and put it to its comment, which lies beside it."""
    file = path.response_file
    response = reader.value(file, Response)
    if response is None:
        index.broken.add(path.id)
    elif index.files.get(path.id) != path.file:
        reader.problems.append(faults.ORPHAN_RESPONSE.at(file, position=(1, 1), value=path.id))
    elif reader.agrees(file, ("comment", response.comment, path.id)):
        index.responses[response.comment] = response
