"""What others have undone since a page was opened: a save carried along all that came between.

Three versions tell nothing of what was saved and set back meanwhile. So a save is put onto each one
that followed what it was made of, as if its author had looked each time: once with one's own words
where both differ, once with those of others. Where one of the two makes something else than what it
was made of and what is there now, somebody has decided on that place, and its author has not seen
it. The newest saves are looked at, within bounds: what came and went before them is not seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from talqy.project.branches import content
from talqy.project.git import git_output, prefix
from talqy.project.keeps import Keeps
from talqy.project.text_sense import sense
from talqy.project.trees_joined import joined_alone, joined_choosing
from talqy.project.yaml_read import parse

_MOST_LOOKS, _MOST_STEPS = 40_000, 100
_YAML = ".yaml"
_NOTHING = "-"
_Pair = tuple[bytes | None, bytes | None]


def undone_between(
    root: Path, ends: tuple[str, str], tree: str, own: Mapping[str, bytes | None]
) -> dict[str, bytes | None]:
    """Return the files of a save that would undo what others have saved, as they are without that.

    `ends` are what the save was made of, and what is there now; `tree` is the save put onto that.
    """
    between = _line(root, *ends)
    if len(between) < len(ends):
        return {}
    found = dict[str, bytes | None]()
    for path, names in _versions(root, (ends[0], *between), list(own)):
        if len(names) <= len(ends):
            continue
        mine = theirs = own[path]
        for step in pairwise(_text(root, name) for name in names):
            mine, theirs = _carried(root, path, step, (mine, theirs))
        made = _sense(path, content(root, tree, path))
        if _sense(path, mine) != made or _sense(path, theirs) != made:
            found[path] = theirs
    return found


def _carried(root: Path, path: str, step: _Pair, ends: _Pair) -> _Pair:
    """Return a file of one's own with what others have made of it: with own words, with theirs.

    `step` is that file before and after others have saved it.
    """
    (was, theirs), (own, kept) = step, ends
    is_both = own == kept and theirs not in {was, own} and own != was
    if is_both and was is not None and theirs is not None and own is not None:
        both = joined_alone(root, path, (was, theirs, own))
        if both is not None:
            return both, both
    return (
        _chosen(root, path, (was, theirs, own), Keeps.OWN),
        _chosen(root, path, (was, theirs, kept), Keeps.PUBLISHED),
    )


def _chosen(
    root: Path, path: str, versions: tuple[bytes | None, ...], keeps: Keeps
) -> bytes | None:
    was, theirs, own = versions
    if theirs in {was, own}:
        return own
    if own == was:
        return theirs
    if was is None or theirs is None or own is None:
        return own if keeps is Keeps.OWN else theirs
    return joined_choosing(root, path, (was, theirs, own), keeps).data


def _line(root: Path, seen: str, there: str) -> list[str]:
    """Return the commits after one up to another, the oldest first: of a merge the way it leads."""
    words = ("rev-list", "--parents", "--ancestry-path", "--end-of-options", there, f"^{seen}")
    lines = git_output(root, *words).decode("ascii", "replace").splitlines()
    parents = {name: above for name, *above in map(str.split, lines)}
    found, at = list[str](), there
    while at in parents:
        found.append(at)
        at = next((one for one in parents[at] if one in parents), "")
    return found[::-1]


def _versions(
    root: Path, commits: Sequence[str], files: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each of some files with what it was in commits, one after the other."""
    first, *others = commits
    looked = [first, *others[-max(_MOST_LOOKS // max(len(files), 1), 1) :]]
    here = prefix(root)
    asked = "".join(f"{one}:{here}{path}\n" for path in files for one in looked).encode()
    words = ("cat-file", "--batch-check=%(objecttype) %(objectname)")
    lines = git_output(root, *words, given=asked).decode("utf-8", "replace").splitlines()
    names = [name if kind == "blob" else _NOTHING for kind, name in map(_told, lines)]
    for at, path in enumerate(files):
        every = names[at * len(looked) : (at + 1) * len(looked)]
        differing = [name for name, _ in groupby(every)]
        yield path, [differing[0], *differing[1:][-_MOST_STEPS:]]


def _told(line: str) -> tuple[str, str]:
    kind, _, name = line.partition(" ")
    return kind, name


def _text(root: Path, name: str) -> bytes | None:
    return None if name == _NOTHING else git_output(root, "cat-file", "blob", name)


def _sense(path: str, data: bytes | None) -> Any:  # noqa: ANN401 - a tree
    """Return what a file says: of a text all but the order of its reasons, else its bytes."""
    tree = parse(data, "").tree if data is not None and path.endswith(_YAML) else None
    return sense(tree) if isinstance(tree, dict) else data
