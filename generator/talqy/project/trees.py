"""Folders as they lie in git, where no program of git has written them.

Of a folder with one name twice, or with names out of their order, each program reads something
else: what one has judged another would not merge. Most forges refuse them, as `git fsck` does.
"""

import re
from pathlib import Path

from talqy.project.git import git_output, objects

_MOST_TREES = 20_000
_MOST_BYTES = 8 << 20
# 100664 is of the first days of git, which takes it for 100644.
_MODES = frozenset({b"40000", b"100644", b"100664", b"100755", b"120000", b"160000"})
_FOLDER = b"40000"
_ENTRY = re.compile(rb"(\d{5,6}) ([^\0]*)\0")
# Disks of Apple pass over these signs, those of Windows over points and spaces at the end.
_PASSED_OVER = re.compile(r"[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]|[. ]+\Z")
_NO_NAMES, _GITS_OWN = frozenset({b"", b".", b".."}), frozenset({".git", "git~1"})


def has_wrong_folder(root: Path, base: str, head: str) -> bool:
    """Return whether a folder that `base` does not have is written as git writes none.

    Where there are more of them, or larger ones, than can be looked at, it counts as one too.
    """
    filters = ("--objects", "--no-object-names", "--filter=object:type=tree")
    words = (
        "rev-list",
        *filters,
        "--filter-provided-objects",
        "--end-of-options",
        head,
        f"^{base}",
    )
    names = git_output(root, *words).decode("ascii", "replace").split()
    if len(names) > _MOST_TREES:
        return True
    return any(
        size > _MOST_BYTES or not _is_sound(data, len(name) // 2)
        for name, size, data in objects(root, names, _MOST_BYTES, "tree")
    )


def _is_sound(data: bytes, width: int) -> bool:
    """Return whether the entries of a folder stand in git's own order, each name once."""
    at, before, seen = 0, b"", set[bytes]()
    while at < len(data):
        found = _ENTRY.match(data, at)
        if found is None:
            return False
        mode, name = found.groups()
        at = found.end() + width
        place = name + b"/" if mode == _FOLDER else name
        if mode not in _MODES or name in seen or place <= before or _is_forbidden(name):
            return False
        before = place
        seen.add(name)
    return at == len(data)


def _is_forbidden(name: bytes) -> bool:
    bare = _PASSED_OVER.sub("", name.decode("utf-8", "replace")).casefold()
    return b"/" in name or name in _NO_NAMES or bare in _GITS_OWN
