"""The comments that were there before: their ids, and who among them says the same."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from talqy.comments.duplicates import SaidBefore, plain_words
from talqy.comments.new_comment import new_comment_path
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.register import Register
from talqy.project.yaml_read import parse

Words = Mapping[str, str]
"""What comments say, by id, in plain words."""
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
        words_of: Callable[[str, int], Words],
        left_of: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self._find = find
        self._left_of = left_of
        self._words_of = words_of
        self._said: dict[tuple[str, int], SaidBefore] = {}

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
        ids = self._said_on(comment.standard, comment.revision).alike(_words(comment))
        return [name for name in ids if name != comment.id]

    def add(self, comment: Comment, path: str) -> None:
        """Remember a comment for those that come with it."""
        key = (comment.standard, comment.revision)
        self._said_on(*key).add(comment.id, _words(comment))
        self._known.setdefault(comment.id, _Known(path, *key))

    def _said_on(self, standard: str, revision: int) -> SaidBefore:
        key = (standard, revision)
        if key not in self._said:
            self._said[key] = SaidBefore(self._words_of(standard, revision))
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

    def words_of(standard: str, revision: int) -> Words:
        record = records.get(standard)
        on_it = record.comments_on(revision) if record else ()
        return {comment.id: _words(comment) for comment in on_it}

    return EarlierComments(known, words_of)


def earlier_in_files(there: Iterable[str], read: Read, *, is_guarded: bool) -> EarlierComments:
    """Return the comments among files that nobody has read yet: `read` gives their bytes.

    Where it is guarded, an id is taken by its answer and by its place in a record too: else a
    stranger's comment would come to the answer, or the number, of one whose file is gone.
    """
    there = tuple(there)

    @cache
    def places() -> list[paths.CommentPath]:
        return [place for path in there if (place := new_comment_path(path))]

    def known() -> dict[str, _Known]:
        return {place.id: _known(place) for place in places()}

    def words_of(standard: str, revision: int) -> Words:
        wanted = {
            place.file: place.id
            for place in places()
            if (place.standard, place.revision) == (standard, revision)
        }
        return {wanted[path]: _words_in(data) for path, data in read(wanted).items()}

    return EarlierComments(known, words_of, *([_left_in(there, read)] if is_guarded else []))


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


def _known(place: paths.CommentPath) -> _Known:
    return _Known(place.file, place.standard, place.revision)


def _words(comment: Comment) -> str:
    return plain_words(comment.text, comment.proposal or "")


def _words_in(data: bytes | None) -> str:
    tree = parse(data, "").tree if data else None
    if not isinstance(tree, dict):
        return ""
    texts = (tree.get(key) for key in ("text", "proposal"))
    return plain_words(*(text if isinstance(text, str) else "" for text in texts))
