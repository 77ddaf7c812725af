"""How the files of a site get into their folder.

Rules: the folder is never cleared; a file is compared before it is written; what this tool wrote
before and no longer makes is removed, and nothing else: a list of our files is kept beside them. A
file of somebody else is named, and then nothing is written.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from talqy.errors import AlreadyThereError, CannotWriteError
from talqy.model.paths import MANIFEST, PARTS, SOURCES
from talqy.project.lock import OWN_FOLDER
from talqy.project.write import Staging, content_of, staging
from talqy.site.dealing import Hands, Ready, made_together, usual_hands, written_aside
from talqy.site.parts import SitePart, list_of_parts, made_parts

_LISTS = (MANIFEST, PARTS)
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


def write_site(
    folder: Path,
    parts: Sequence[SitePart],
    after_each: Callable[[], object] = lambda: None,
    *,
    is_as_read: Callable[[], bool] = lambda: True,
    hands: Hands | None = None,
) -> dict[str, int]:
    """Make `folder` hold a whole site; return how many files were written, kept and removed.

    Files may be made while they are asked for: what differs waits until all of it is made. Where
    the making fails, nothing has changed. Parts that were left as they would be made are not made.
    `after_each` is called after each part; `is_as_read` is asked at the end whether the keys are
    still those of what was read; `hands` are the processes that make it, else as many as pay.
    """
    with staging(folder) as stage:
        before = _listed(stage)
        made = _parts_ready(stage, parts, hands or usual_hands(), after_each)
        _refuse_others(stage, made, before)
        written = {path: differs for files in made.values() for path, differs in files.items()}
        # All that may be ours is in the list before it takes its place: a run may be killed.
        _list(stage, {*before, *written})
        stage.move_in()
        gone = sorted(set(before).difference(written))
        for path in gone:
            _remove(stage, path)
        _list(stage, written)
        is_known = any(part.key for part in parts) and is_as_read()
        _put(stage, PARTS, list_of_parts(folder, parts if is_known else (), made))
    changed = sum(written.values())
    return {"written": changed, "unchanged": len(written) - changed, "removed": len(gone)}


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, bool]:
    """Write files below `folder` and remove none; return each path, and whether it had changed."""
    with staging(folder) as stage:
        written = written_aside(stage, files)
        stage.move_in()
    return written


def files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all files below a folder, sorted by path."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if file.is_file() and file.name not in _LISTS and path.parts[0] != OWN_FOLDER:
            yield path.as_posix(), file.read_bytes()


def _parts_ready(
    stage: Staging, parts: Sequence[SitePart], hands: Hands, after_each: Callable[[], object]
) -> dict[str, dict[str, bool]]:
    """Write aside what differs, by parts; a part that was left as it would be is not made."""
    ready: dict[str, dict[str, bool]] = {}
    for name, files in _left(stage, parts):
        ready[name] = files
        after_each()
    together = [part for part in parts if part.weight and part.name not in ready]
    for name, files in made_together(stage, together, hands):
        ready[name] = files
        after_each()
    made: dict[str, dict[str, bool]] = {}
    for part in parts:
        if part.name not in ready:
            ready[part.name] = written_aside(stage, part.make(made))
            after_each()
        made[part.name] = ready[part.name]
    return made


def _refuse_others(
    stage: Staging, made: Mapping[str, Mapping[str, bool]], ours: Collection[str]
) -> None:
    others = [
        path
        for files in made.values()
        for path, differs in files.items()
        if differs and path not in ours and (stage.root / path).exists()
    ]
    if others:
        raise _of_others(stage.root, others)


def _left(stage: Staging, parts: Iterable[SitePart]) -> Iterator[Ready]:
    """Yield the parts that an earlier run has left as they would be made."""
    earlier = made_parts(content_of(stage.target_of(PARTS)) or b"")
    for part in parts:
        left = earlier.get(part.name)
        if left and left.is_of(part) and left.is_whole(stage.target_of):
            yield part.name, dict.fromkeys(left.files, False)


def _of_others(folder: Path, paths: list[str]) -> AlreadyThereError:
    named = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    return AlreadyThereError(
        "in {folder} there are files that Talqy has not written ({n}): {files}; they were left as "
        "they are, and nothing was written; take them away, or name another folder with --to",
        folder=folder,
        n=len(paths),
        files=named,
    )


def _listed(stage: Staging) -> frozenset[str]:
    content = content_of(stage.target_of(MANIFEST)) or b""
    return frozenset(content.decode("utf-8", "replace").splitlines())


def _list(stage: Staging, paths: Iterable[str]) -> None:
    """Write the list of our files."""
    _put(stage, MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode())


def _put(stage: Staging, path: str, content: bytes) -> None:
    """Write a list of our own, where it is not the same already."""
    if (content_of(stage.root / path) or b"") != content:
        stage.put(path, content)


def _remove(stage: Staging, path: str) -> None:
    try:
        file = stage.target_of(path)
    except (CannotWriteError, OSError):
        return  # a list that somebody changed must not lead out of the folder, nor end the run
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == stage.root or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
