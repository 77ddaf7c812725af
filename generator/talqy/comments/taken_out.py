"""Whether a redaction takes words out and puts none in: the file as it was, and as it is.

The mark of a redaction vouches by a digest for words that are gone; so what is left must be words
of that file. Only these may differ: stretches of text that gave way to “[…]”, the author's name,
remarks that went, and the mark itself; where there was one, another one only with another gap.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from talqy.comments.redaction import FILES, GAP, REDACTED_TEXTS
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_text_file
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.project.yaml_read import parse
from talqy.project.yaml_remarks import remarks
from talqy.record.against_kinds import MORE_THAN_TAKEN_OUT

_MARK = "redacted"
_CHANGED = (*REDACTED_TEXTS, FILES, "author")
_Remarks = Iterable[tuple[int, str]]


def only_takes_out(was: bytes, now: bytes) -> bool:
    """Return whether a comment's file says nothing now that it did not say before."""
    older, newer = (mapping_of(data) for data in (was, now))
    return says_no_more_words(was, now) and has_its_mark(older, newer)


def says_no_more_words(was: bytes, now: bytes) -> bool:
    """Return whether the same holds of all but the mark of a redaction."""
    older, newer = (mapping_of(data) for data in (was, now))
    if not (older and newer):
        return False
    return _says_no_more_words(older, newer) and not _more_beside(remarks(was), remarks(now))


def mapping_of(data: bytes) -> dict[str, Any]:
    """Return what a comment's file says by key; nothing of what is none."""
    tree = parse(data, "").tree
    return tree if isinstance(tree, dict) else {}


def as_given(comment: Comment, versions: Iterable[bytes]) -> bytes | None:
    """Return the file of a redacted comment as it was given, where it is among these versions."""
    original = comment.redacted.original if comment.redacted else None
    return next((data for data in versions if digest_of_text_file(data) == original), None)


def bent_redactions(
    old: Record,
    new: Record,
    was: Mapping[str, Sequence[tuple[int, str]]],
    now: Mapping[str, Sequence[tuple[int, str]]],
) -> Iterator[Problem]:
    """Yield the comments that say more, under the mark of a redaction, than in an older state.

    `was` and `now` are the remarks in the files of both states, by file.
    """
    for comment in old.comments:
        later = new.comment(comment.id)
        if later is None or later.redacted is None:
            continue
        file = comment.path.file
        beside = _more_beside(was.get(file, ()), now.get(later.path.file, ()))
        if beside or not _says_no_more(_tree(comment), _tree(later)):
            yield MORE_THAN_TAKEN_OUT.at(file, comment=comment.id, revision=comment.revision)


def _tree(comment: Comment) -> dict[str, Any]:
    return comment.model_dump(mode="json", by_alias=True, exclude_none=True)


def _says_no_more(older: dict[str, Any], newer: dict[str, Any]) -> bool:
    return _says_no_more_words(older, newer) and has_its_mark(older, newer)


def _says_no_more_words(older: dict[str, Any], newer: dict[str, Any]) -> bool:
    return (
        _rest(older) == _rest(newer)
        and all(is_cut(older.get(key), newer.get(key)) for key in REDACTED_TEXTS)
        and _are_files_cut(older.get(FILES), newer.get(FILES))
        and _is_nameless(older.get("author"), newer.get("author"))
    )


def has_its_mark(older: Mapping[str, Any], newer: Mapping[str, Any]) -> bool:
    """Return whether a mark that was there is the same, or another gap came with a later one."""
    was, now = older.get(_MARK), newer.get(_MARK)
    if was == now or not isinstance(was, dict):
        return True
    is_cut = any(older.get(key) != newer.get(key) for key in _CHANGED)
    return is_cut and isinstance(now, dict) and str(now.get("on")) >= str(was.get("on"))


def _rest(tree: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in tree.items() if k not in {*_CHANGED, _MARK}}


def _more_beside(was: _Remarks, now: _Remarks) -> bool:
    """Return whether remarks stand there that did not stand there before."""
    older, newer = (Counter(said for _, said in each) for each in (was, now))
    return bool(newer - older)


def _is_nameless(was: object, now: object) -> bool:
    """Return whether an author is the same, or the same without the name."""
    if not isinstance(was, dict) or not isinstance(now, dict):
        return was == now
    return now in (was, {key: value for key, value in was.items() if key != "name"})


def _are_files_cut(was: object, now: object) -> bool:
    """Return whether files are the same, with gaps in their names at most."""
    if not isinstance(was, list) or not isinstance(now, list) or len(was) != len(now):
        return was == now
    return all(
        isinstance(one, dict)
        and isinstance(other, dict)
        and {**one, "name": ""} == {**other, "name": ""}
        and is_cut(one.get("name"), other.get("name"))
        for one, other in zip(was, now, strict=True)
    )


def is_cut(was: object, now: object) -> bool:
    """Return whether a text is the same, or has gaps for one sign or more each."""
    if was == now:
        return True
    if not isinstance(was, str) or not isinstance(now, str) or GAP not in now:
        return False
    first, *middle, last = now.split(GAP)
    if not was.startswith(first) or not was.endswith(last):
        return False
    at = len(first)
    for piece in middle:
        found = was.find(piece, at + 1)
        if found < 0:
            return False
        at = found + len(piece)
    return len(was) - len(last) > at
