"""The comments that were there before: their ids, and who among them says the same."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Protocol

from talqy.comments.duplicates import plain_words
from talqy.comments.new_comment import new_comment_path
from talqy.comments.said_before import SaidBefore
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.register import Register
from talqy.project.yaml_read import parse


class SaysAlike(Protocol):
    """Knows what was said on one text."""

    def alike(self, said: str) -> Sequence[str]:
        """Return the ids of the comments that say the same, or nearly, in the order they came."""


Gather = Callable[[str, int, Mapping[str, str]], SaysAlike]
"""Gathers what the comments on one text say: their ids, by the paths of their files."""
Read = Callable[[Iterable[str]], Mapping[str, bytes | None]]
"""Reads files of some paths; a link is None."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Where a comment lies, and on which text it is."""

    path: str
    standard: str
    revision: int


class EarlierComments:
    """What is known of other comments: they are gathered, and their words read, once asked for."""

    def __init__(
        self,
        find: Callable[[], dict[str, _Known]],
        said_on: Callable[[str, int], SaysAlike],
        left_of: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self._find = find
        self._left_of = left_of
        self._find_said = said_on
        self._said: dict[tuple[str, int], SaysAlike] = {}
        self._added: dict[tuple[str, int], SaidBefore] = {}

    @cached_property
    def _known(self) -> dict[str, _Known]:
        return self._find()

    def other_with(self, name: str, path: str) -> str | None:
        """Return another file that has the id of this one, or what is left of a comment with it."""
        other = self._known.get(name)
        if other is None:
            return self._left_of(name)
        return other.path if other.path != path else None

    def on(self, standard: str) -> set[str]:
        """Return the ids of all comments on a standard."""
        return {name for name, one in self._known.items() if one.standard == standard}

    def is_on(self, name: str, standard: str) -> bool:
        """Return whether a comment is there, on this standard."""
        return name in self._known and self._known[name].standard == standard

    def alike(self, comment: Comment) -> list[str]:
        """Return the ids of those on the same text that say the same, or nearly."""
        key, words = (comment.standard, comment.revision), _words(comment)
        added = self._added.get(key, SaidBefore())
        there = [name for name in self._said_on(*key).alike(words) if name not in added]
        return [name for name in (*there, *added.alike(words)) if name != comment.id]

    def add(self, comment: Comment, path: str) -> None:
        """Remember a comment for those that come with it."""
        key = (comment.standard, comment.revision)
        self._added.setdefault(key, SaidBefore()).add(comment.id, _words(comment))
        self._known.setdefault(comment.id, _Known(path, *key))

    def look(self, standard: str, revision: int) -> None:
        """Read what was said on a text before somebody asks."""
        self._said_on(standard, revision)

    def _said_on(self, standard: str, revision: int) -> SaysAlike:
        key = (standard, revision)
        if key not in self._said:
            self._said[key] = self._find_said(standard, revision)
        return self._said[key]


def earlier_in_register(register: Register) -> EarlierComments:
    """Return the comments of a project that was read; broken ones keep their ids."""

    def known() -> dict[str, _Known]:
        found = {
            name: _Known(paths.COMMENTS, record.id, 0)
            for record in register.records
            for name in record.broken_comments
        }
        for record in register.records:
            for comment in record.comments:
                found[comment.id] = _Known(comment.path.file, comment.standard, comment.revision)
        return found

    records = {record.id: record for record in register.records}

    def said_on(standard: str, revision: int) -> SaysAlike:
        record = records.get(standard)
        on_it = record.comments_on(revision) if record else ()
        return SaidBefore({comment.id: _words(comment) for comment in on_it})

    return EarlierComments(known, said_on)


def earlier_in_files(
    there: Iterable[str], read: Read, *, is_guarded: bool, gather: Gather | None = None
) -> EarlierComments:
    """Return the comments among files that nobody has read yet: `read` gives their bytes.

    What they say is gathered anew, or by who has kept the most of it.

    Where it is guarded, an id is taken by its answer and by its place in a record too: else a
    stranger's comment would come to the answer, or the number, of one whose file is gone.
    """
    there = tuple(there)

    @cache
    def places() -> dict[str, paths.CommentPath]:
        return {path: place for path in there if (place := new_comment_path(path))}

    def known() -> dict[str, _Known]:
        return {
            place.id: _Known(path, place.standard, place.revision)
            for path, place in places().items()
        }

    @cache
    def places_by_text() -> dict[tuple[str, int], dict[str, str]]:
        found = dict[tuple[str, int], dict[str, str]]()
        for path, one in places().items():
            found.setdefault((one.standard, one.revision), {})[path] = one.id
        return found

    def said_on(standard: str, revision: int) -> SaysAlike:
        wanted = places_by_text().get((standard, revision), {})
        return (gather or gather_now)(standard, revision, wanted)

    def gather_now(_: str, __: int, wanted: Mapping[str, str]) -> SaysAlike:
        return SaidBefore({wanted[path]: words_in(data) for path, data in read(wanted).items()})

    return EarlierComments(known, said_on, *([_left_in(there, read)] if is_guarded else []))


def _left_in(there: Iterable[str], read: Read) -> Callable[[str], str | None]:
    """Return how to find the answer to a comment, or the record of it."""
    answers, records = dict[str, str](), list[str]()
    for path in there:
        place = paths.CommentPath.parse(path)
        if place and path == place.response_file:
            answers[place.id] = path
        elif paths.is_record(path):
            records.append(path)

    def left_of(name: str) -> str | None:
        if name in answers:
            return answers[name]
        word = re.compile(rb"\b" + re.escape(name).encode() + rb"\b")
        return next((at for at, data in read(records).items() if data and word.search(data)), None)

    return left_of


def _words(comment: Comment) -> str:
    return plain_words(comment.text, comment.proposal or "")


def words_in(data: bytes | None) -> str:
    """Return what the file of a comment says, in plain words; nothing where it cannot be read."""
    tree = parse(data, "").tree if data else None
    if not isinstance(tree, dict):
        return ""
    texts = (tree.get(key) for key in ("text", "proposal"))
    return plain_words(*(text if isinstance(text, str) else "" for text in texts))
