"""Two lines of work put together: by git, their records as records, the reasons of texts apart.

Each publishing writes the root of a record anew, and each change adds its reason at the end of one
list: two of them never fit line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.model import paths
from talqy.project.branches import content, tree_with
from talqy.project.by_names import OUTSIDE, by_names
from talqy.project.commits import MergedTrees, merged_trees
from talqy.project.common_start import common_start
from talqy.project.git import changed_files, prefix
from talqy.project.history_joined import joined_history_text
from talqy.project.keeps import Keeps
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.pull_request import MOST_CHANGES
from talqy.project.response_joined import joined_statement
from talqy.project.text_joined import joined_text, says_what_both_say
from talqy.project.text_sense import Sense, joined_sense, joined_values
from talqy.project.yaml_read import parse

_READ = (".yaml", ".yml")
_STAYS = {Keeps.OWN: MergedSide.SECOND, Keeps.PUBLISHED: MergedSide.FIRST}


def joined_trees(root: Path, first: str, second: str) -> MergedTrees:
    """Return the tree of two commits, or the files in which they differ; `first` is published.

    What git makes of a file counts only where it says what both say (`text_sense.py`), also where
    it is the very file of one of both: what the other has taken out would be there again, and
    nobody asked.
    """
    merged = merged_trees(root, first, second)
    sides = (common_start(root, first, second), first, second)
    merged = by_names(root, merged, sides)
    here = prefix(root)
    apart = {one.removeprefix(here) for one in merged.conflicts if one.startswith(here)}
    made: dict[str, bytes | None] = {}
    left = set(apart)
    for path in dict.fromkeys((*apart, *_changed_by_both(root, sides))):
        was, own, other = (content(root, one, path) for one in sides)
        if was is None or own is None or other is None:
            continue
        lines = None if path in apart else content(root, merged.tree, path)
        both = joined_file(root, path, lines, (was, own, other))
        if both is None:
            left.add(path)
        elif both != lines:
            made[path] = both
            left.discard(path)
    tree = tree_with(root, merged.tree, made) if made else merged.tree
    outside = [one for one in merged.conflicts if not one.startswith(here)]
    return MergedTrees(tree, (*outside, *(here + one for one in sorted(left))))


def _changed_by_both(root: Path, sides: tuple[str, str, str]) -> list[str]:
    """Return the files to be read that both have changed since, each in its own way."""
    start, *ends = sides
    if start in ends:
        return []
    first, second = (
        {one.path: one.new for one in changed_files(root, start, end, MOST_CHANGES)} for end in ends
    )
    return [
        path
        for path in sorted(first.keys() & second.keys())
        if path.endswith(_READ) and not path.startswith(OUTSIDE) and first[path] != second[path]
    ]


def joined_file(
    root: Path, path: str, lines: bytes | None, versions: tuple[bytes, bytes, bytes]
) -> bytes | None:
    """Return a file as both have it; None where somebody has to choose.

    `lines` are what git has made of it, if they fit: those of one clause, or of one thing in a
    list, fit into another one that has the same, and what one side has moved fits in again where
    the other has taken it out.
    """
    says = _sense_of(path, versions)
    if lines is not None and (says is None or says_what_both_say(root, lines, versions, says)):
        return lines
    of = paths.StandardPath.parse(path)
    is_read = paths.is_like_a_response(path) or (of and (of.is_history or of.revision))
    return joined_alone(root, path, versions) if is_read else None


def _sense_of(path: str, versions: Sequence[bytes]) -> Sense | None:
    """Return how it is known what two versions of a file say; None: they are lines and no more."""
    of = paths.StandardPath.parse(path)
    if of and of.revision:
        return joined_sense
    if of and of.is_history:
        return None  # records are joined as records
    is_read = path.endswith(_READ) and all(parse(one, path).tree is not None for one in versions)
    says = joined_statement if paths.is_like_a_response(path) else joined_values
    return says if is_read else None


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file of which both had another version; `is_whole`: one of them stays as it is.

    Else it has what both have changed in other places.
    """

    data: bytes | None
    is_whole: bool = False


def joined_choosing(
    root: Path, path: str, versions: tuple[bytes, bytes, bytes], keeps: Keeps
) -> ChosenFile:
    """Return a file of which both have another version: as it was, theirs, and one's own.

    Where both have changed the same place, the one that `keeps` names stays there; of what cannot
    be put together it is the whole file.
    """
    made = _made(root, path, versions, _STAYS[keeps])
    if made is None:
        return ChosenFile(versions[2 if keeps is Keeps.OWN else 1], is_whole=True)
    return ChosenFile(made)


def joined_alone(root: Path, path: str, versions: tuple[bytes, bytes, bytes]) -> bytes | None:
    """Return a file of both versions; None where somebody would have to choose.

    `versions` are as it was, theirs, and one's own.
    """
    return _made(root, path, versions, None)


def _made(
    root: Path, path: str, versions: tuple[bytes, bytes, bytes], stays: MergedSide | None
) -> bytes | None:
    of = paths.StandardPath.parse(path)
    if of and of.is_history:
        text = None if stays else joined_history_text(*versions)
        return text.encode() if text else None
    if says := _sense_of(path, versions):
        return joined_text(root, versions, stays, says)
    return merged_lines(root, *versions, stays)
