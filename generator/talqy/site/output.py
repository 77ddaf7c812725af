"""The one place that writes the site.

Rules: the folder is never cleared; a file is compared before it is written; what this tool wrote
before and no longer makes is removed, and nothing else (a list of our files is kept beside them).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

MANIFEST = ".talqy-files"


def write_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
    """Make `folder` hold a whole site; return how many files were written, kept and removed."""
    before = _listed(folder)
    written = write_files(folder, files)
    gone = sorted(set(before).difference(written))
    for path in gone:
        _remove(folder, path)
    _write(folder / MANIFEST, "".join(f"{path}\n" for path in sorted(written)).encode())
    changed = sum(written.values())
    return {"written": changed, "unchanged": len(written) - changed, "removed": len(gone)}


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, bool]:
    """Write files below `folder` and remove none; return each path, and whether it had changed."""
    return {path: _write(folder / path, content) for path, content in files}


def files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all files below a folder, sorted by path."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != MANIFEST:
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _listed(folder: Path) -> list[str]:
    try:
        return (folder / MANIFEST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []


def _write(file: Path, content: bytes) -> bool:
    """Write a file in its place unless it holds the same already; say whether it was written.

    Renaming would cost a second entry for every page. A run that is killed can leave one page half
    written; the next one sees that it differs, and mends it.
    """
    try:
        with file.open("r+b") as stream:
            if stream.read() == content:
                return False
            stream.seek(0)
            stream.write(content)
            stream.truncate()
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return True


def _remove(folder: Path, path: str) -> None:
    file = folder / path
    # A list that somebody changed must not lead out of the folder.
    if folder.resolve() not in file.resolve().parents:
        return
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
