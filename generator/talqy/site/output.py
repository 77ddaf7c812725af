"""How the files of a site get into their folder.

Rules: the folder is never cleared; a file is compared before it is written; what this tool wrote
before and no longer makes is removed, and nothing else: a list of our files is kept beside them. A
file of somebody else is named, and then nothing is written.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from talqy.errors import AlreadyThereError, CannotWriteError
from talqy.model.paths import MANIFEST, SOURCES
from talqy.project.lock import OWN_FOLDER
from talqy.project.write import Staging, staging

_NAMED = 5


def site_folder(root: Path, folder: Path) -> Path:
    """Return a folder that a site may be written to; refuse the project, and what it is made of."""
    target, project = folder.resolve(), root.resolve()
    inside = target.relative_to(project).parts if target.is_relative_to(project) else None
    if project.is_relative_to(target) or (inside and inside[0].casefold() in SOURCES):
        raise CannotWriteError(
            "{folder}: this lies in the project's own files; name a folder for the site alone",
            folder=folder,
        )
    return folder


def write_site(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
    """Make `folder` hold a whole site; return how many files were written, kept and removed.

    Files may be made while they are asked for: what differs waits until all of it is made. Where
    the making fails, nothing has changed.
    """
    with staging(folder) as stage:
        before = _listed(stage)
        written = _made_ready(stage, files, ours=before)
        # All that may be ours is in the list before it takes its place: a run may be killed.
        _list(stage, {*before, *written})
        stage.move_in()
        gone = sorted(set(before).difference(written))
        for path in gone:
            _remove(stage, path)
        _list(stage, written)
    changed = sum(written.values())
    return {"written": changed, "unchanged": len(written) - changed, "removed": len(gone)}


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, bool]:
    """Write files below `folder` and remove none; return each path, and whether it had changed."""
    with staging(folder) as stage:
        written = _made_ready(stage, files)
        stage.move_in()
    return written


def files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all files below a folder, sorted by path."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if file.is_file() and file.name != MANIFEST and path.parts[0] != OWN_FOLDER:
            yield path.as_posix(), file.read_bytes()


def _made_ready(
    stage: Staging, files: Iterable[tuple[str, bytes]], ours: Collection[str] | None = None
) -> dict[str, bool]:
    """Write what differs aside; return each path, and whether it differs.

    Where `ours` is given, a file that is there and not in it may only be what it would become.
    """
    written: dict[str, bool] = {}
    others: list[str] = []
    for path, content in files:
        held = _content(stage.target_of(path))
        written[path] = held != content
        if written[path]:
            stage.add(path, content)
            if held is not None and ours is not None and path not in ours:
                others.append(path)
    if others:
        raise _of_others(stage.root, others)
    return written


def _of_others(folder: Path, paths: list[str]) -> AlreadyThereError:
    named = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    return AlreadyThereError(
        "in {folder} there are files that Talqy has not written ({n}): {files}; they were left as "
        "they are, and nothing was written; take them away, or name another folder with --to",
        folder=folder,
        n=len(paths),
        files=named,
    )


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _listed(stage: Staging) -> frozenset[str]:
    content = _content(stage.target_of(MANIFEST)) or b""
    return frozenset(content.decode("utf-8", "replace").splitlines())


def _list(stage: Staging, paths: Iterable[str]) -> None:
    """Write the list of our files, where it is not the same already."""
    content = "".join(f"{path}\n" for path in sorted(paths)).encode()
    if _content(stage.root / MANIFEST) != content:
        stage.put(MANIFEST, content)


def _remove(stage: Staging, path: str) -> None:
    try:
        file = stage.target_of(path)
    except CannotWriteError:  # a list that somebody changed must not lead out of the folder
        return
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == stage.root or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
