"""Two redactions of one comment: words are only ever taken out, so what either has out is gone."""

from collections.abc import Mapping
from typing import Any

from talqy.comments.redaction import FILES, GAP, REDACTED_TEXTS
from talqy.comments.taken_out import has_its_mark, is_cut, mapping_of, says_no_more_words
from talqy.project.yaml_edit import edited

_MARK, _AUTHOR, _NAME = "redacted", "author", "name"
_Span = tuple[int, int]


def both_redactions(was: bytes, public: bytes, other: bytes) -> bytes | None:
    """Return a comment's file out of which all is taken that either of two has taken out.

    Of the same that is the public one; it bears a mark that fits the public one. None where one of
    both is no redaction of the file as it `was`.
    """
    if says_no_more_words(other, public):
        return public
    known = mapping_of(public)
    if says_no_more_words(public, other):
        if has_its_mark(known, mapping_of(other)):
            return other
        return edited(other.decode(), (_MARK,), known[_MARK]).encode()
    if not (says_no_more_words(was, public) and says_no_more_words(was, other)):
        return None
    made = _of_both(mapping_of(was), known, mapping_of(other))
    text = public.decode()
    for key, value in made.items():
        if value is None:
            return None
        text = edited(text, (key,), value) if value != known.get(key) else text
    return text.encode()


def _of_both(
    was: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what changes by key, out of which all is taken; None for what cannot be told."""
    made: dict[str, Any] = {
        key: _cut_twice(was[key], one[key], other[key])
        for key in REDACTED_TEXTS
        if all(isinstance(tree.get(key), str) for tree in (was, one, other))
    }
    if isinstance(was.get(FILES), list):
        files = zip(was[FILES], one[FILES], other[FILES], strict=True)
        names = [_cut_twice(*(each[_NAME] for each in three)) for three in files]
        all_files = zip(one[FILES], names, strict=True)
        made[FILES] = None if None in names else [{**file, _NAME: name} for file, name in all_files]
    authors = [tree[_AUTHOR] for tree in (one, other)]
    return {**made, _AUTHOR: next((each for each in authors if _NAME not in each), authors[0])}


def _cut_twice(was: str, one: str, other: str) -> str | None:
    """Return a text without what either of two has taken out of it; None where nobody can tell."""
    spans = [_gone(was, each) for each in (one, other)]
    if None in spans:
        return None
    made, at = "", 0
    for start, end in _together(sorted(span for each in spans for span in each or ())):
        made, at = f"{made}{was[at:start]}{GAP}", end
    made += was[at:]
    return made if is_cut(one, made) and is_cut(other, made) else None


def _gone(was: str, now: str) -> list[_Span] | None:
    """Return where in a text words were taken out, by the gaps that stand there."""
    first, *others = now.split(GAP) if now != was else [was]
    found, at = list[_Span](), len(first)
    for number, piece in enumerate(others, 1):
        is_last = number == len(others)
        end = len(was) - len(piece) if is_last else was.find(piece, at + 1)
        if end < at:
            return None
        found.append((at, end))
        at = end + len(piece)
    return found


def _together(spans: list[_Span]) -> list[_Span]:
    """Return spans of which none meets another one."""
    made = list[_Span]()
    for start, end in spans:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
