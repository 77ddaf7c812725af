"""What the id of an import is made of, and which ids the same words had with other options.

The same file gives the same ids again. An option that was not given the first time (a name, a
clause, a column) must not make a second comment of the same words.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from talqy.comments.new_comment import derived_id
from talqy.model.comment import Comment

_WORDS = ("quote", "text", "proposal")
_SAID = ("standard", "revision", "clause", "received", "kind", *_WORDS)


def parts_of(
    source: str, origin: str, turn: int, said: Mapping[str, str], tree: Mapping[str, Any]
) -> dict[str, str]:
    """Return what the id of an import is made of, by name; the same in one file has its own turn.

    A clause and a kind count where the source says them: with another --clause, or a reader that
    understands more words, it is the same comment still, and is not taken a second time.
    """
    parts = {"source": source, "origin": origin, "turn": str(turn or "")}
    for key in _SAID:
        is_ours = key in {"clause", "kind"} and not said.get(key)
        parts[key] = "" if is_ours else str(tree.get(key, ""))
    return {**parts, "name": tree["author"].get("name", "")}


def ids_with_other_options(
    parts: Mapping[str, str], said: Mapping[str, str], on_file: Iterable[Comment]
) -> Iterator[str]:
    """Yield the ids that the same words would have had if options had said less, or something else.

    What a file says now it may not have said before, as long as nobody had named its column; what
    it does not say may have been said in any way. The day counts, but where a number tells a letter
    apart from all others and the file has no day.
    """
    free = {"clause", "kind", "name"} | ({"received"} if parts["origin"] else set())
    unsaid = {key for key in free if not said.get(key)}
    unsaid -= {"name"} if said.get("author") and parts["name"] else set()
    for change in sorted(set(_changes(parts, free, unsaid, on_file))):
        yield derived_id({**parts, **dict(change)}.values())


def _changes(
    parts: Mapping[str, str], free: set[str], unsaid: set[str], on_file: Iterable[Comment]
) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield what else may have stood in the parts, for each comment on file with these words."""
    for other in (None, *(one for one in on_file if _has_same_words(one, parts))):
        ways = {"turn": {parts["turn"], ""}}
        for key in sorted(free):
            ways[key] = {parts[key]} if key == "received" else {parts[key], ""}
            if other and key in unsaid:
                ways[key].add(_value(other, key))
        yield from (tuple(zip(ways, way, strict=True)) for way in product(*ways.values()))


def _has_same_words(comment: Comment, parts: Mapping[str, str]) -> bool:
    return all((getattr(comment, key) or "") == parts[key] for key in _WORDS)


def _value(comment: Comment, key: str) -> str:
    value = comment.author.name if key == "name" else getattr(comment, key)
    return str(value or "")
