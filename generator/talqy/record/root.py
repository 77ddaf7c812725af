"""The root: one digest over all that is on record.

The leaves of a standard are the lines of its record, as JSON with sorted keys and no spaces: text,
parts of each revision, each comment, why it is late, its response, and corrections. Its root is
that over these leaves; that of a project is over ids and roots of its standards, by id.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from talqy.model.digest import as_digest
from talqy.model.history import History, RecordedComment, RecordedPart, RecordedRevision
from talqy.record.merkle import leaf_hash, root_hash
from talqy.record.plain import Plain, plain

_COMMENT = ("number", "id", "digest", "clause", "on")
_RESPONSE = ("outcome", "landed", "since", "response")


def leaves_of(history: History) -> list[bytes]:
    """Return the leaves of one standard, in their order."""
    return [
        _written({"standard": history.standard, "revision": entry.revision, **leaf})
        for entry in history.revisions
        for leaf in _leaves(entry)
    ]


def _leaves(entry: RecordedRevision) -> Iterator[Mapping[str, Plain]]:
    yield {"text": entry.digest}
    for part in RecordedPart:
        value, day = getattr(entry, part), entry.recorded.get(part)
        if value is not None:
            yield {part.value: plain(value), "on": day.isoformat() if day else None}
    for comment in entry.comments:
        yield {"comment": _some(comment, _COMMENT)}
        if comment.late:
            yield {"late": {"comment": comment.id, **_some(comment, ("late",))}}
        if comment.outcome is not None:
            yield {"answer": {"comment": comment.id, **_some(comment, _RESPONSE)}}
    for correction in entry.corrections:
        yield {"correction": plain(correction)}


def _some(comment: RecordedComment, keys: Sequence[str]) -> dict[str, Plain]:
    tree = plain(comment)
    return {key: tree[key] for key in keys if key in tree} if isinstance(tree, dict) else {}


def comment_leaf(standard: str, revision: int, comment: RecordedComment) -> bytes:
    """Return the leaf of one comment, which stays the same whatever is answered."""
    said: Plain = {**_some(comment, _COMMENT)}
    return _written({"standard": standard, "revision": revision, "comment": said})


def _written(leaf: Mapping[str, Plain]) -> bytes:
    return json.dumps(leaf, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def root_of(history: History) -> str:
    """Return the root of one standard."""
    return as_digest(root_hash([leaf_hash(leaf) for leaf in leaves_of(history)]))


def with_root(history: History) -> History:
    """Return a record with its root."""
    return history.model_copy(update={"root": root_of(history)})


def standard_leaf_of(standard: str, root: str) -> bytes:
    """Return the leaf of one standard in the project's root."""
    return _written({"standard": standard, "root": root})


def roots_of(
    histories: Iterable[History], root: Callable[[History], str] = root_of
) -> dict[str, str]:
    """Return the root of each standard with a record, by its id, in the order of the ids.

    `root` is who may know already what `root_of` returns.
    """
    known = sorted(histories, key=lambda history: history.standard)
    return {history.standard: root(history) for history in known}


def project_hashes(roots: Mapping[str, str]) -> list[bytes]:
    """Return the hashes of a project's leaves: id and root of each standard, in their order."""
    return [leaf_hash(standard_leaf_of(name, root)) for name, root in roots.items()]


def project_root(histories: Iterable[History]) -> str:
    """Return the root of a project, over the records of all its standards."""
    return as_digest(root_hash(project_hashes(roots_of(histories))))
