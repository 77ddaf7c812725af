"""`comments/` in, comments and responses out. No file is passed over in silence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.errors import Spoken
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.digest import digest_of_text_file
from talqy.model.nearness import nearest_or_some
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.model.tags import Tags
from talqy.project import faults
from talqy.project.file_reader import FileReader, disagreements
from talqy.project.files import ALLOWED_ANYWHERE, ListedFile
from talqy.project.standards import StandardFiles

Texts = Mapping[str, Mapping[int, Revision]]
"""The revisions of all standards, by the standard's id and their number."""
_Placed = tuple[paths.CommentPath, str]


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

    `broken` are the ids of comments or responses that cannot be used, by standard; `files`
    are all that lie where a comment does, `rivals` those of them whose id is another's, or
    nobody's. `tags` are those of a standard's comments, by its id.
    """

    comments: dict[str, list[Comment]] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    broken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    files: set[str] = field(default_factory=set)
    rivals: set[str] = field(default_factory=set)
    tags: dict[str, Tags] = field(default_factory=dict)
    left_out: Counter[tuple[str, int]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class FoundComment:
    """A comment that could be read, in its own place; `digest` is that of its file."""

    path: paths.CommentPath
    comment: Comment
    digest: str


def read_comments(
    reader: FileReader, entries: Iterable[ListedFile], standards: Mapping[str, StandardFiles]
) -> CommentIndex:
    """Read every file under `comments/`, or name it in a problem."""
    index, found = CommentIndex(), dict[str, list[FoundComment]]()
    comments, responses, tags = _parted(reader, entries)
    for path, file in comments:
        if one := _found(reader, path, file, index):
            found.setdefault(path.id, []).append(one)
    _add_comments(reader, found, standards, index)
    reader.problems += _left_out(index)
    for path, file in responses:
        _add_response(reader, path, file, index)
    for file in tags:
        _add_tags(reader, file, standards, index)
    for listed in index.comments.values():
        listed.sort(key=lambda comment: (comment.received, comment.id))
    return index


def _parted(
    reader: FileReader, entries: Iterable[ListedFile]
) -> tuple[list[_Placed], list[_Placed], list[str]]:
    """Part the files of comments, of responses and of tags, and name whatever is none of them."""
    comments, responses, tags = list[_Placed](), list[_Placed](), list[str]()
    for entry in entries:
        path = paths.CommentPath.parse(entry.path)
        if entry.is_link:
            reader.problems.append(faults.LINK.at(entry.path))
        elif paths.is_tags(entry.path):
            tags.append(entry.path)
        elif path is None:
            if entry.name not in ALLOWED_ANYWHERE:
                reader.problems.append(faults.STRAY.at(entry.path, expected=paths.COMMENT_FILES))
        else:
            is_response = entry.path.endswith(paths.RESPONSE)
            (responses if is_response else comments).append((path, entry.path))
    return comments, responses, tags


def _found(
    reader: FileReader, path: paths.CommentPath, file: str, index: CommentIndex
) -> FoundComment | None:
    """Read one comment; None where its file cannot be used, or says another place."""
    index.files.add(file)
    data = reader.data(file)
    known = None if data is None else reader.readings.made(data, file, reader.context)
    if isinstance(known, FoundComment):
        return known
    comment = None if data is None else reader.shaped(data, file, Comment)
    astray = out_of_place(comment, path) if comment else []
    reader.problems += astray
    if data is None or comment is None or astray:
        index.broken[path.standard].add(path.id)
        return None
    found = FoundComment(path, comment, digest_of_text_file(data))
    reader.readings.keep_made(file, Comment, found)
    return found


def _owner(
    reader: FileReader, rivals: Sequence[FoundComment], recorded: str | None
) -> FoundComment | None:
    """Return whose id it is: of several, the one on record. Else nobody's, as no file tells it.

    The first one in the order of names would be whoever has written the earlier day.
    """
    if len(rivals) == 1:
        return rivals[0]
    owners = [one for one in rivals if recorded in {one.digest, _original(one.comment)}]
    owner = owners[0] if recorded and len(owners) == 1 else None
    for one in rivals:
        if one is not owner:
            other = owner or next(rival for rival in rivals if rival is not one)
            reader.problems.append(
                faults.COMMENT_TWICE.at(one.path.file, ("id",), other=other.path.file)
            )
    return owner


def _original(comment: Comment) -> str | None:
    return comment.redacted.original if comment.redacted else None


def _recorded(standards: Mapping[str, StandardFiles]) -> Mapping[str, str]:
    """Return the digests of all comments on record, by id."""
    histories = [files.history for files in standards.values() if files.history]
    return {
        entry.id: entry.digest
        for history in histories
        for revision in history.revisions
        for entry in revision.comments
    }


def _add_comments(
    reader: FileReader,
    found: Mapping[str, Sequence[FoundComment]],
    standards: Mapping[str, StandardFiles],
    index: CommentIndex,
) -> None:
    recorded = _recorded(standards) if any(len(rivals) > 1 for rivals in found.values()) else {}
    texts = {name: files.revisions for name, files in standards.items()}
    for name, rivals in found.items():
        owner = _owner(reader, rivals, recorded.get(name))
        index.rivals |= {one.path.file for one in rivals if one is not owner}
        if owner:
            _add_comment(reader, owner, standards, texts, index)
        else:
            for one in rivals:
                index.broken[one.path.standard].add(name)


def _add_comment(
    reader: FileReader,
    found: FoundComment,
    standards: Mapping[str, StandardFiles],
    texts: Texts,
    index: CommentIndex,
) -> None:
    """Put one comment to its standard, or say why it has no place there."""
    comment = found.comment
    known = standards.get(comment.standard)
    if known and (comment.revision in known.broken or known.standard is None):
        index.left_out[comment.standard, comment.revision] += 1
    elif problem := target_problem(found.path.file, comment, texts):
        reader.problems.append(problem)
    else:
        index.comments.setdefault(comment.standard, []).append(comment)
        index.digests[comment.id] = found.digest


def out_of_place(comment: Comment, path: paths.CommentPath) -> list[Problem]:
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


def _add_response(
    reader: FileReader, path: paths.CommentPath, file: str, index: CommentIndex
) -> None:
    """Read one response and put it to its comment, which lies beside it."""
    response = reader.value(file, Response)
    if path.file in index.rivals:
        return  # what it answers has been named, and is shown nowhere
    if response is None:
        index.broken[path.standard].add(path.id)
    elif path.file not in index.files:
        reader.problems.append(faults.ORPHAN_RESPONSE.at(file, position=(1, 1), value=path.id))
    elif reader.agrees(file, ("comment", response.comment, path.id)):
        index.responses[response.comment] = response


def _add_tags(
    reader: FileReader, file: str, standards: Mapping[str, StandardFiles], index: CommentIndex
) -> None:
    """Read the tags of a standard's comments; which comments they name, the rules look at."""
    tags, name = reader.value(file, Tags), paths.standard_of(file)
    if tags is None or not reader.agrees(file, ("standard", tags.standard, name)):
        return
    if name in standards:
        index.tags[name] = tags
    else:
        near = nearest_or_some(name, sorted(standards))
        reader.problems.append(faults.NO_STANDARD.at(file, ("standard",), value=name, nearest=near))
