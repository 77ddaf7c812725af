"""How the files of a site get into their folder.

Rules: the folder is never cleared; a file is compared before it is written; what this tool wrote
before and no longer makes is removed, and nothing else: a list of our files is kept beside them. A
file of somebody else is named, and then nothing is written.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from talqy.errors import AlreadyThereError, CannotWriteError
from talqy.model.paths import ADDED, MANIFEST, PARTS, SOURCES
from talqy.project.lock import OWN_FOLDER
from talqy.project.write import Staging, content_of, rewrite, staging
from talqy.site.dealing import Hands, Ready, made_together, usual_hands, written_aside
from talqy.site.left_files import FilesThere, LeftFile
from talqy.site.parts import Made, MadePart, SitePart, list_of_parts, listed_files, made_parts

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


def write_site(  # noqa: PLR0913 - what it is given, and whom it tells
    folder: Path,
    parts: Sequence[SitePart],
    after_each: Callable[[], object] = lambda: None,
    *,
    tell_changed: Callable[[Collection[str]], object] = lambda _: None,
    is_as_read: Callable[[], bool] = lambda: True,
    hands: Hands | None = None,
) -> dict[str, int]:
    """Make `folder` hold a whole site; return how many files were written, kept and removed.

    Files may be made while they are asked for: what differs waits until all of it is made. Where
    the making fails, nothing has changed. Parts that were left as they would be made are not made.
    `after_each` is called after each part. `tell_changed` is told the public paths that are written
    and removed before any of them is, so that a killed run hides nothing. `is_as_read` is asked at
    the end whether the keys are still those of what was read; `hands` are the processes that make
    it, else as many as pay.
    """
    with staging(folder) as stage:
        before = listed_files(folder)
        left = _left_parts(stage, parts)
        made = _parts_ready(stage, parts, left, hands or usual_hands(), after_each)
        _refuse_others(stage, made, before)
        written = {path: differs for files in made.values() for path, differs in files.items()}
        # All that may be ours is in the list before it takes its place: a run may be killed.
        _list(stage, {*before, *written})
        gone = sorted(set(before).difference(written))
        changed = [path for path, differs in written.items() if differs]
        tell_changed([path for path in (*changed, *gone) if not path.startswith(f"{ADDED}/")])
        stage.move_in()
        try:
            for path in gone:
                _remove(stage, path)
            _list(stage, written)
            is_known = any(part.key for part in parts) and is_as_read()
            known = parts if is_known else ()
            _put(stage, PARTS, list_of_parts(folder, known, made, _untouched(left, written)))
        except (CannotWriteError, OSError) as error:
            raise _of_lists(folder) from error
    kept = len(written) - len(changed)
    return {"written": len(changed), "unchanged": kept, "removed": len(gone)}


def add_to_list(file: Path, changed: Iterable[str]) -> None:
    """Add paths of a site to a list for who carries it elsewhere: sorted, each once, one a line.

    Whoever carries them takes the list away first: what a build adds meanwhile is in a new one. A
    file that is no such list is left as it is.
    """

    def longer(content: bytes | None) -> bytes:
        listed = _listed_in(content or b"")
        if listed is None or (content is None and file.exists()):  # a pipe would be replaced
            raise AlreadyThereError(
                "{file}: this is no list of what has changed; name another file", file=file
            )
        return _one_a_line([*listed, *changed]).encode()

    rewrite(file, longer)


def refuse_list_inside(file: Path, site: Path) -> None:
    """Refuse a list that would lie among the files of the site that it tells of."""
    if file.resolve().is_relative_to(site.resolve()):
        raise CannotWriteError(
            "{file}: the list of what has changed must lie outside of the site", file=file
        )


def _listed_in(content: bytes) -> list[str] | None:
    """Return the paths in a list; None for what is no such list."""
    try:
        listed = content.decode()
    except UnicodeDecodeError:
        return None
    lines = _lines(listed)
    return lines if listed == _one_a_line(lines) else None


def _lines(listed: str) -> list[str]:
    """Return the paths of a list: of all signs that may end a line, only ours is in no path."""
    return listed.split("\n")[:-1]


def _one_a_line(paths: Iterable[str]) -> str:
    return "".join(f"{path}\n" for path in sorted(set(paths)))


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
    stage: Staging,
    parts: Sequence[SitePart],
    left: Mapping[str, MadePart],
    hands: Hands,
    after_each: Callable[[], object],
) -> dict[str, dict[str, bool]]:
    """Write aside what differs, by parts; a part that was left as it would be is not made."""
    ready: dict[str, dict[str, bool]] = {}
    for name, files in _left(stage, parts, left):
        ready[name] = files
        after_each()
    together = [part for part in parts if part.weight and part.name not in ready]
    for name, files in made_together(stage, together, hands):
        ready[name] = files
        after_each()
    made: dict[str, dict[str, bool]] = {}
    holds = stage.holds()

    def content(part: str, path: str) -> bytes | None:
        return holds(path) if path in ready.get(part, ()) else None

    for part in parts:
        if part.name not in ready:
            ready[part.name] = written_aside(stage, part.make(Made(made, content)))
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


def _left_parts(stage: Staging, parts: Iterable[SitePart]) -> dict[str, MadePart]:
    """Return by name the parts that an earlier run has left as they would be made."""
    earlier = made_parts(content_of(stage.target_of(PARTS)) or b"")
    there = FilesThere(stage.root)
    found = {}
    for part in parts:
        left = earlier.get(part.name)
        if left and left.is_of(part) and left.is_whole(there):
            found[part.name] = left
    return found


def _left(
    stage: Staging, parts: Iterable[SitePart], left: Mapping[str, MadePart]
) -> Iterator[Ready]:
    """Yield the parts that were left, on the day of now."""
    for part in parts:
        if part.name in left:
            files = _on_its_day(stage, part, left[part.name])
            if files is not None:
                yield part.name, files


def _on_its_day(stage: Staging, part: SitePart, left: MadePart) -> dict[str, bool] | None:
    """Give the pages of a part that was left the day of now; None where one cannot bear it."""
    files = dict.fromkeys(left.files, False)
    if left.day == part.day:
        return files
    found = dict[str, bytes]()
    for path in filter(_is_page, files):
        page = stage.target_of(path).read_bytes()
        now = part.renew(left.day, path, page) if part.renew else None
        if now is None:
            return None
        if now != page:
            found[path] = now
    for path, now in found.items():
        stage.add(path, now)
    return files | dict.fromkeys(found, True)


def _untouched(left: Mapping[str, MadePart], written: Mapping[str, bool]) -> Mapping[str, LeftFile]:
    """Return how the files were left that this run has not written."""
    all_left = (pair for one in left.values() for pair in one.files.items())
    return {path: one for path, one in all_left if written.get(path) is False}


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _of_lists(folder: Path) -> CannotWriteError:
    return CannotWriteError(
        "{folder}: the site stands as it was made, but what is gone from it could not be taken "
        "away or the lists of what was made could not be written: see that the disk has room and "
        "the folder may be written to, and build again",
        folder=folder,
    )


def _of_others(folder: Path, paths: list[str]) -> AlreadyThereError:
    named = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    return AlreadyThereError(
        "in {folder} there are files that Talqy has not written ({n}): {files}; they were left as "
        "they are, and nothing was written; take them away, or name another folder with --to",
        folder=folder,
        n=len(paths),
        files=named,
    )


def _list(stage: Staging, paths: Iterable[str]) -> None:
    """Write the list of our files."""
    _put(stage, MANIFEST, _one_a_line(paths).encode())


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
