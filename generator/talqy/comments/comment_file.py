"""One comment as a file: bytes, then a tree, then a value, and the judge's word on it.

Whatever the bytes are, this answers. The leaves of the tree are there even where its shape is
wrong, so that all that is wrong with a file is said at once. Files that lie in `comments/` were
read with the project (`judge_filed`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from talqy.comments import kinds
from talqy.comments.doors import Door
from talqy.comments.judge import (
    JudgeContext,
    is_nobodys_number,
    judge,
    judge_comment,
    judge_texts,
    leaves_of,
    weighed,
)
from talqy.comments.new_comment import comment_text, new_comment_path
from talqy.comments.remarks import judge_remarks, judge_unread
from talqy.comments.signs import (
    MOST_BYTES,
    composed,
    has_forbidden,
    signs_of_bytes,
    signs_of_size,
    signs_of_text,
)
from talqy.errors import ProjectBrokenError
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.problem import Path, Problem
from talqy.model.register import Record
from talqy.project import faults
from talqy.project.comments import out_of_place
from talqy.project.validate import shaped
from talqy.project.yaml_read import Tree, parse
from talqy.project.yaml_remarks import Remark, remarks

# Keys that strangers use for what only the authority may say, and for what nobody may.
_AUTHORITYS = frozenset(
    {
        *("answer", "authority", "corrections", "decided", "digest", "duplicate_of", "history"),
        *("landed", "number", "official", "outcome", "reason", "receipt", "register"),
        *("register_number", "response", "root", "signed_by", "state", "status"),
    }
)
_CONTACTS = frozenset(
    {
        *("address", "bin", "contact", "contacts", "e-mail", "email", "iin", "ip", "mail"),
        *("mobile", "passport", "phone", "tel", "telephone", "whatsapp", "иин", "жсн"),
        *("адрес", "мекенжай", "почта", "телефон"),
    }
)
# Texts of so many letters make no file that is too big, however they are written.
_SURELY_SMALL = MOST_BYTES // 8
# Already said by the checks of signs, in words for citizens.
_SAID_OF_SIGNS = {"F10", "F39"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A new comment. `tree` is None where it is no YAML, `comment` where it has another shape."""

    place: paths.CommentPath
    tree: Tree
    comment: Comment | None
    problems: tuple[Problem, ...]

    @property
    def leaves(self) -> tuple[tuple[Path, str], ...]:
        """All texts of the file with their paths; those of its keys too."""
        leaves = _leaves(self.tree, ())
        return tuple(one for one in leaves if not is_nobodys_number(*one))

    @property
    def language(self) -> str | None:
        """The language that the file names, as far as it can be read."""
        tag = self.tree.get("language") if isinstance(self.tree, dict) else None
        return tag if isinstance(tag, str) else None


def judge_files(
    files: Iterable[tuple[paths.CommentPath, bytes]], context: JudgeContext
) -> Iterator[tuple[Candidate, list[Problem]]]:
    """Judge new files one after the other, each also beside those that came with it."""
    for place, data in files:
        new, problems = judge_file(place, data, context)
        if new.comment and not _is_out_of_place(new):
            context.earlier.add(new.comment, place.file)
        yield new, problems


def judge_file(
    place: paths.CommentPath, data: bytes, context: JudgeContext
) -> tuple[Candidate, list[Problem]]:
    """Judge one new file; what is known before stays as it is."""
    known = {"languages": context.project.languages, "codes": context.register.codes.lists}
    new = candidate(place, data, known)
    public = context.public(place.standard, place.revision)
    problems = [*new.problems, *judge_texts(place.file, new.leaves, public, context.hosts)]
    if new.tree is None:
        problems += judge_unread(place.file, data, public)
    else:
        problems += judge_remarks(place.file, remarks(data), public)
    if new.comment and not _is_out_of_place(new):
        _refuse_broken(context, place)
        problems += judge_comment(place.file, new.comment, context)
    elif other := context.earlier.other_with(place.id, place.file):
        problems.append(kinds.ID_TAKEN.at(place.file, ("id",), other=other))
    channel = new.comment.channel if new.comment else ""
    return new, weighed(problems, context.door, channel)


def _is_out_of_place(new: Candidate) -> bool:
    return any(problem.kind == faults.ID_NOT_FOLDER for problem in new.problems)


def _refuse_broken(context: JudgeContext, place: paths.CommentPath) -> None:
    """Refuse to judge by a text that cannot be read: what was not checked must not pass."""
    record = context.record(place.standard)
    is_broken = record is None or place.revision in record.broken_revisions
    if place.standard in context.standards and is_broken:
        raise ProjectBrokenError(
            "{file} of the base cannot be used; mend it first: “talqy check”",
            file=paths.standard_folder(place.standard),
        )


# --- reading ------------------------------------------------------------------------------------


def candidate(place: paths.CommentPath, data: bytes, context: Mapping[str, Any]) -> Candidate:
    """Read a file from outside."""
    findings = list(signs_of_bytes(place.file, data))
    if any(problem.is_error for problem in findings):
        return Candidate(place, None, None, tuple(findings))
    text = data.decode("utf-8").replace("\r\n", "\n")
    findings += signs_of_text(place.file, (), text)
    known = frozenset(text)
    parsed = parse(data, place.file)
    comment, problems = None, parsed.problems
    if parsed.tree is not None:
        for path, leaf in _leaves(parsed.tree, ()):
            findings += signs_of_text(place.file, path, leaf, known)  # what escapes have hidden
        comment, problems = shaped(Comment, parsed.tree, place.file, context)
    silent = _SAID_OF_SIGNS if has_forbidden(findings) else ()
    findings += [retold(problem) for problem in problems if problem.code not in silent]
    if comment:
        findings += out_of_place(comment, place)
        if mark := comment.redacted:
            kind = kinds.CUT_BEFORE if mark.original else kinds.AUTHORITYS_FIELD
            findings.append(kind.at(place.file, ("redacted",)))
    return Candidate(place, parsed.tree, comment, tuple(_once(findings)))


def _leaves(tree: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - any tree
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for number, below in enumerate(tree):
            yield from _leaves(below, (*path, number))
    elif isinstance(tree, dict):
        for key, below in tree.items():
            yield (*path, key), key
            yield from _leaves(below, (*path, key))


def retold(problem: Problem) -> Problem:
    """Say a fault of form as a citizen must hear it: a key by its meaning, a sign that hides."""
    key = str(problem.values.get("key", "")).casefold()
    if problem.code == faults.UNKNOWN_KEY.code and key in _AUTHORITYS:
        return kinds.AUTHORITYS_FIELD.at(problem.file, problem.path)
    if problem.code == faults.UNKNOWN_KEY.code and key in _CONTACTS:
        return kinds.CONTACT_FIELD.at(problem.file, problem.path)
    if problem.kind == faults.CONTROL_CHARACTER:
        return replace(problem, kind=kinds.FORBIDDEN_SIGN)
    return problem


def _once(found: list[Problem]) -> Iterator[Problem]:
    """Leave out what is said twice of one place."""
    seen = set()
    for finding in found:
        where = (finding.path, finding.line, finding.column)
        key = (finding.kind.message, where, str(finding.values))
        if key not in seen:
            seen.add(key)
            yield finding


# --- files that lie in comments/ ------------------------------------------------------------------


def retold_of_files(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Say the faults of reading a project; those of comments as citizens must hear them."""
    for problem in problems:
        yield retold(problem) if new_comment_path(problem.file) else problem


def judge_filed(
    record: Record, remarks: Mapping[str, Sequence[Remark]], context: JudgeContext
) -> Iterator[Problem]:
    """Judge the comments on a standard that was read; `remarks` stand in files, by their paths."""
    on_record = replace(context, door=Door.RECORD)
    for comment in record.comments:
        is_recorded = comment.id in record.numbers
        said = remarks.get(comment.path.file, ())
        yield from _filed(comment, said, on_record if is_recorded else context)


def _filed(comment: Comment, beside: Sequence[Remark], context: JudgeContext) -> Iterator[Problem]:
    file = comment.path.file
    public = context.public(comment.standard, comment.revision)
    yield from weighed(judge_remarks(file, beside, public), context.door)
    texts = "\n".join(text for _, text in leaves_of(comment))
    yield from weighed([*size_problems(file, comment), *composed(file, texts)], context.door)
    yield from judge(file, comment, context)


def size_problems(file: str, comment: Comment) -> Iterator[Problem]:
    """Look how big the file of a comment is, or will be."""
    if sum(len(text) for _, text in leaves_of(comment)) > _SURELY_SMALL:
        yield from signs_of_size(file, len(comment_text(comment).encode("utf-8", "replace")))
