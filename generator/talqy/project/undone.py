"""What others have undone since a page was opened: a save carried along all that came between.

Three versions tell nothing of what was saved and set back meanwhile. So a save is put onto each one
that followed what it was made of, as if its author had looked each time; where that makes something
else than what it was made of and what is there now, somebody has undone a part of it. The newest
saves are looked at, within bounds: what came and went before them is not seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from talqy.project.git import git_output, prefix
from talqy.project.keeps import Keeps
from talqy.project.trees_joined import content, joined_choosing
from talqy.project.yaml_read import parse

_MOST_LOOKS, _MOST_STEPS = 40_000, 100
_YAML = ".yaml"
_NOTHING = "-"


def undone_between(
    root: Path, ends: tuple[str, str], tree: str, own: Mapping[str, bytes | None]
) -> dict[str, bytes | None]:
    """Return the files of a save of which something was undone, as they are without that.

    `ends` are what the save was made of, and what is there now; `tree` is the save put onto that.
    """
    between = _line(root, *ends)
    if len(between) < len(ends):
        return {}
    found = dict[str, bytes | None]()
    for path, names in _versions(root, (ends[0], *between), list(own)):
        if len(names) <= len(ends):
            continue
        mine = own[path]
        texts = (_text(root, name) for name in names)
        for was, theirs in pairwise(texts):
            mine = carried(root, path, (was, theirs, mine))
        if _sense(path, mine) != _sense(path, content(root, tree, path)):
            found[path] = mine
    return found


def carried(
    root: Path,
    path: str,
    versions: tuple[bytes | None, bytes | None, bytes | None],
    keeps: Keeps = Keeps.OWN,
) -> bytes | None:
    """Return a file of one's own with what others have made of it: as it was, theirs, own."""
    was, theirs, own = versions
    if theirs in {was, own}:
        return own
    if own == was:
        return theirs
    if was is None or theirs is None or own is None:
        return own if keeps is Keeps.OWN else theirs
    return joined_choosing(root, path, (was, own, theirs), keeps).data


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
    if not isinstance(tree, dict):
        return data
    reasons = tree.get("amendments")
    return {**tree, "amendments": sorted(map(str, reasons))} if isinstance(reasons, list) else tree
