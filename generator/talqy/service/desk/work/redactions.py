"""Words that are to go from public comments, apart from what else a work brings."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from talqy.comments.both_redactions import both_redactions
from talqy.comments.still_said import SaidPlace, places_said, words_gone
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.branches import content, tree_with
from talqy.project.commits import MergedTrees
from talqy.project.common_start import common_start
from talqy.project.git import ChangedFile, changed_files, prefix
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.saved_line import tree_of
from talqy.service.desk.work.asked_kinds import STILL_SAID


def redactions(changed: Sequence[ChangedFile]) -> tuple[str, ...]:
    """Return the published comments that change: the gate sees that they are redactions."""
    return tuple(one.path for one in changed if _is_redaction(one))


def with_further_redactions(root: Path, main: str, tip: str, merged: MergedTrees) -> MergedTrees:
    """Return a merged tree in which words go from comments of which some are gone already.

    Where a redaction went out alone, or beside the work, its work does not know it: of two of one
    comment both hold, and none is another version.
    """
    here, made = prefix(root), redacted_by_both(root, main, tip)
    if not made:
        return merged
    left = tuple(one for one in merged.conflicts if one.removeprefix(here) not in made)
    return MergedTrees(tree_with(root, merged.tree, made), left)


def redacted_by_both(root: Path, main: str, tip: str) -> dict[str, bytes | None]:
    """Return the comments out of which two lines of work have taken words, without all of them."""
    start = common_start(root, main, tip)
    first, second = (
        set(redactions(changed_files(root, start, one, MOST_CHANGES))) for one in (main, tip)
    )
    made = dict[str, bytes | None]()
    for path in sorted(first & second):
        was, public, own = (content(root, one, path) for one in (start, main, tip))
        if was and public and own and (data := both_redactions(was, public, own)):
            made[path] = data
    return made


def redactions_alone(root: Path, main: str, merged: MergedTrees) -> MergedTrees:
    """Return the tree of the main branch with nothing of a merged one but its redactions.

    What else differs on both sides does not hold them up.
    """
    files = redactions(changed_files(root, main, merged.tree, MOST_CHANGES))
    here = prefix(root)
    differing = tuple(one for one in merged.conflicts if one.removeprefix(here) in files)
    made = {path: content(root, merged.tree, path) for path in files}
    tree = tree_with(root, main, made) if made else tree_of(root, main)
    return MergedTrees(tree, differing)


def still_said(
    files: Sequence[str], public: Register | None, after: Sequence[Register | None]
) -> Iterator[Problem]:
    """Yield a question for each place where words stand that go from public comments.

    `files` are those of the comments; `after` are states in which the words are gone there.
    """
    for file in files:
        of = paths.CommentPath.parse(file)
        if of is not None:
            places = [one for now in after for one in places_of_gone(of, public, now)]
            yield from still_said_at(of.id, list(dict.fromkeys(places)))


def still_said_at(comment: str, places: Sequence[SaidPlace]) -> Iterator[Problem]:
    """Yield a question for each place where words stand that go from a comment."""
    return (STILL_SAID.at(one.file, one.path, comment=comment) for one in places)


def places_of_gone(
    of: paths.CommentPath, public: Register | None, now: Register | None
) -> list[SaidPlace]:
    """Return where words stand that are published in a comment, and have gone from it now."""
    before = public.record(of.standard) if public else None
    after = now.record(of.standard) if now else None
    was, comment = (one.comment(of.id) if one else None for one in (before, after))
    if now is None or after is None or was is None or comment is None:
        return []
    return places_said(now, after, comment, words_gone(was, comment))


def is_comment(path: str) -> bool:
    """Return whether a file is that of a comment."""
    of = paths.CommentPath.parse(path)
    return of is not None and path == of.file


def _is_redaction(change: ChangedFile) -> bool:
    return is_comment(change.path) and change.old is not None and change.new is not None
