"""One new comment as bytes, as a tree, and as a value; each step may end in findings.

Whatever the bytes are, this answers. The leaves of the tree are there even where its shape is
wrong, so that all that is wrong with a file is said at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from talqy.comments import comment_words as words
from talqy.comments.comment_path import Place
from talqy.comments.verdict import Finding, Level, weighed
from talqy.comments.wording import has_forbidden, signs_of_bytes, signs_of_text
from talqy.model.comment import Comment
from talqy.model.problem import Path, Problem
from talqy.project import faults
from talqy.project.validate import shaped
from talqy.project.yaml_read import Tree, parse

# Keys that strangers use for what only the authority may say, and for what nobody may.
_AUTHORITYS = frozenset(
    {
        *("answer", "decided", "digest", "duplicate_of", "history", "landed", "number", "official"),
        *("outcome", "reason", "register", "register_number", "response", "state", "status"),
    }
)
_CONTACTS = frozenset(
    {
        *("address", "bin", "contact", "contacts", "e-mail", "email", "iin", "ip", "mail"),
        *("mobile", "passport", "phone", "tel", "telephone", "whatsapp", "иин", "жсн"),
        *("адрес", "мекенжай", "почта", "телефон"),
    }
)
# Already said by the checks of signs, in words for citizens.
_SAID_OF_SIGNS = {"F10", "F39"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A new comment. `tree` is None where it is no YAML, `comment` where it has another shape."""

    place: Place
    tree: Tree
    comment: Comment | None
    findings: tuple[Finding, ...]

    @property
    def leaves(self) -> tuple[tuple[Path, str], ...]:
        """All texts of the file with their paths; those of its keys too."""
        return tuple(_leaves(self.tree, ()))

    @property
    def language(self) -> str | None:
        """The language that the file names, as far as it can be read."""
        said = self.tree.get("language") if isinstance(self.tree, dict) else None
        return said if isinstance(said, str) else None


def candidate(place: Place, data: bytes, context: Mapping[str, Any]) -> Candidate:
    """Read a file from outside."""
    found = list(signs_of_bytes(place.path, data))
    if any(finding.level is Level.FAIL for finding in found):
        return Candidate(place, None, None, tuple(found))
    text = data.decode("utf-8").replace("\r\n", "\n")
    found += signs_of_text(place.path, (), text)
    known = frozenset(text)
    parsed = parse(data, place.path)
    comment, problems = None, parsed.problems
    if parsed.tree is not None:
        for path, leaf in _leaves(parsed.tree, ()):
            found += signs_of_text(place.path, path, leaf, known)  # what escapes have hidden
        comment, problems = shaped(Comment, parsed.tree, place.path, context)
    silent = _SAID_OF_SIGNS if has_forbidden(found) else ()
    found += [_of_form(problem) for problem in problems if problem.code not in silent]
    found += _out_of_place(comment, place) if comment else ()
    return Candidate(place, parsed.tree, comment, tuple(_once(found)))


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


def _of_form(problem: Problem) -> Finding:
    """Weigh a fault of form; a key that has a meaning of its own is told by it."""
    key = str(problem.values.get("key", "")).casefold()
    if problem.code == "F31" and key in _AUTHORITYS:
        return words.AUTHORITYS_FIELD.at(problem.file, problem.path)
    if problem.code == "F31" and key in _CONTACTS:
        return words.CONTACT_FIELD.at(problem.file, problem.path)
    return weighed(problem, Level.FAIL)


def _out_of_place(comment: Comment, place: Place) -> Iterator[Finding]:
    """Hold a comment to its place: the folder says what the file is about."""
    for key, said, wanted in (
        ("id", comment.id, place.id),
        ("standard", comment.standard, place.standard),
        ("revision", str(comment.revision), str(place.revision)),
        ("received", comment.received.isoformat(), place.day),
    ):
        if said != wanted:
            fault = faults.ID_NOT_FOLDER
            problem = fault.inside(place.path, (key,), key=key, value=said, place=wanted)
            yield weighed(problem, Level.FAIL)
    if comment.redacted is not None:
        yield words.AUTHORITYS_FIELD.at(place.path, ("redacted",))


def _once(found: list[Finding]) -> Iterator[Finding]:
    """Leave out what is said twice of one place."""
    seen = set()
    for finding in found:
        problem = finding.problem
        place = (problem.path, problem.line, problem.column)
        key = (problem.message, place, str(problem.values))
        if key not in seen:
            seen.add(key)
            yield finding
