"""Two lines of work put together: by git, their records as records, the reasons of texts apart.

Each publishing writes the root of a record anew, and each change adds its reason at the end of one
list: two of them never fit line by line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.model import paths
from talqy.project.branches import content, tree_with
from talqy.project.by_names import by_names, changed_by_both, made_of_both
from talqy.project.commits import MergedTrees, merged_trees
from talqy.project.common_start import common_start
from talqy.project.git import prefix
from talqy.project.history_joined import joined_history_text
from talqy.project.keeps import Keeps
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.response_joined import joined_statement
from talqy.project.text_joined import joined_text, says_what_both_say
from talqy.project.text_sense import Sense, joined_sense, joined_values
from talqy.project.yaml_read import parse

_READ = (".yaml", ".yml")
_STAYS = {Keeps.OWN: MergedSide.FIRST, Keeps.PUBLISHED: MergedSide.SECOND}


def joined_trees(root: Path, first: str, second: str) -> MergedTrees:
    """Return the tree of two commits, or the files in which they differ; `first` is published."""
    merged = merged_trees(root, first, second)
    files = made_of_both(root, merged, (first, second))
    merged = by_names(root, merged, (first, second), files)
    differing = (*merged.conflicts, *_torn(root, merged, (first, second)))
    if not differing:
        return merged
    here = prefix(root)
    sides = (common_start(root, first, second), first, second)
    made: dict[str, bytes | None] = {}
    for file in differing:
        path = file.removeprefix(here)
        if data := _joined(root, path, sides):
            made[path] = data
    left = tuple(one for one in differing if one.removeprefix(here) not in made)
    return MergedTrees(tree_with(root, merged.tree, made) if made else merged.tree, left)


def _torn(root: Path, merged: MergedTrees, sides: tuple[str, str]) -> list[str]:
    """Return the files that git has put together, and that say something else than both say.

    Lines of one clause, or of one thing in a list, fit into another one that has the same; and what
    one has taken out stands there again where the other has moved it.
    """
    found = list[str]()
    asked = [one for one in changed_by_both(root, merged, sides) if one.endswith(_READ)]
    ends = (merged.tree, common_start(root, *sides), *sides) if asked else ()
    for path in asked:
        made, *versions = (content(root, one, path) for one in ends)
        known = [one for one in versions if one is not None]
        if made is None or len(known) < len(versions) or not (says := _sense_of(path, known)):
            continue
        if not says_what_both_say(root, made, known, says):
            found.append(prefix(root) + path)
    return found


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


def _joined(root: Path, path: str, sides: tuple[str, str, str]) -> bytes | None:
    """Return a file as both sides have it, by its sense; None where that cannot be."""
    of = paths.StandardPath.parse(path)
    if not (paths.is_like_a_response(path) or (of and (of.is_history or of.revision))):
        return None
    was, first, second = (content(root, commit, path) for commit in sides)
    if was is None or first is None or second is None:
        return None
    return joined_alone(root, path, (was, first, second))


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
    """Return a file of which both have another version: as it was, one's own, and theirs.

    Where both have changed the same place, the one that `keeps` names stays there; of what cannot
    be put together it is the whole file.
    """
    made = _made(root, path, versions, _STAYS[keeps])
    if made is None:
        return ChosenFile(versions[1 if keeps is Keeps.OWN else 2], is_whole=True)
    return ChosenFile(made)


def joined_alone(root: Path, path: str, versions: tuple[bytes, bytes, bytes]) -> bytes | None:
    """Return a file of both versions; None where somebody would have to choose."""
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
