"""What a pull request does to texts of standards: read from git objects, as values.

Settings, names and everything else come from the base. Of the head come the files of the standards
whose texts it changes, and the comments on them, since an answer may come along with the change.
The record (`history.yaml`) is the base's too: else a change could bring its own proof along.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from talqy.model import paths
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.project.files import HeldFiles
from talqy.project.git import (
    REGULAR,
    ChangedFile,
    GitError,
    TreeFile,
    blobs,
    changed_files,
    merge_base,
    resolved,
    tree_files,
)
from talqy.project.yaml_read import MAX_BYTES

_SPAN = re.compile(r"(.+?)\.\.\.?(.+)")
_DRAFT = re.compile(r"standards/([^/]+)/revisions/r([1-9]\d{0,3})\.yaml")
_MESSAGES = "site_templates/messages"
_MOST_DRAFTS = 200
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class ChangedDraft:
    """One text of a standard that a pull request adds, changes or removes."""

    path: str
    standard: str
    number: int
    is_removed: bool


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request as values: the files as they were where it began, and with its changes.

    `base` and `head` are ids of commits; `messages` are the base's own catalogues by file name.
    """

    base: str
    head: str
    drafts: tuple[ChangedDraft, ...]
    before: HeldFiles
    after: HeldFiles
    messages: Mapping[str, bytes]


def pull_request(root: Path, span: str) -> PullRequest:
    """Read the pull request `BASE..HEAD` from the repository that `root` is in."""
    if not (names := _SPAN.fullmatch(span)):
        raise GitError(f"“{span}” does not name two commits; write BASE..HEAD")
    base, head = resolved(root, names[1]), resolved(root, names[2])
    changes = changed_files(root, base, head)
    drafts = tuple(_drafts(changes))
    if len(drafts) > _MOST_DRAFTS:
        raise GitError(f"more than {_MOST_DRAFTS} texts change at once; compare them one by one")
    standards = sorted({draft.standard for draft in drafts})
    start = merge_base(root, base, head)
    messages = _read(root, tree_files(root, base, _MESSAGES))
    return PullRequest(
        base=base,
        head=head,
        drafts=drafts,
        before=HeldFiles(_read(root, _files(root, start, standards, with_comments=False))),
        after=HeldFiles(_after(root, base, standards, changes)),
        messages={
            path.rpartition("/")[2]: data
            for path, data in messages.items()
            if data is not None and path.endswith(".po")
        },
    )


def _drafts(changes: Iterable[ChangedFile]) -> Iterable[ChangedDraft]:
    for change in changes:
        if match := _DRAFT.fullmatch(change.path):
            yield ChangedDraft(change.path, match[1], int(match[2]), change.status == "D")


def _files(
    root: Path, commit: str, standards: Iterable[str], *, with_comments: bool
) -> list[TreeFile]:
    """List a project's settings and all files of some standards in a commit."""
    found = tree_files(root, commit, paths.PROJECT)
    for name in standards:
        found += tree_files(root, commit, f"standards/{name}")
        found += tree_files(root, commit, f"comments/{name}") if with_comments else []
    return found


def _after(
    root: Path, base: str, standards: Iterable[str], changes: Iterable[ChangedFile]
) -> Mapping[str, bytes | None]:
    """Lay what the head says of some standards over the base."""
    files = _read(root, _files(root, base, standards, with_comments=True))
    own = tuple(f"{folder}/{name}/" for name in standards for folder in ("standards", "comments"))
    mine = [
        change
        for change in changes
        if change.path.startswith(own) and not change.path.endswith("/history.yaml")
    ]
    there = [TreeFile(c.path, c.mode, c.object_id) for c in mine if c.status != "D"]
    gone = {change.path for change in mine if change.status == "D"}
    files |= _read(root, there, _MOST_BYTES)
    return {path: data for path, data in files.items() if path not in gone}


def _read(
    root: Path, files: Iterable[TreeFile], total: int | None = None
) -> dict[str, bytes | None]:
    """Read files; whatever is no ordinary file counts as a link, and is not read."""
    listed = list(files)
    ids = [file.object_id for file in listed if file.mode in REGULAR]
    found = blobs(root, ids, MAX_BYTES + 1, total)
    return {f.path: found[f.object_id] if f.mode in REGULAR else None for f in listed}


def compared_texts(
    draft: ChangedDraft, before: Register | None, record: Record | None
) -> tuple[Revision, Revision] | None:
    """Return what to compare: the text as it was and as it is, or a new one with its base.

    `record` is the standard with the changes; None where there is nothing to compare.
    """
    newer = record.revision(draft.number) if record else None
    if record is None or newer is None:
        return None
    was = next((r for r in before.records if r.id == draft.standard), None) if before else None
    older = (was.revision(draft.number) if was else None) or record.base_of(newer)
    return (older, newer) if older else None
