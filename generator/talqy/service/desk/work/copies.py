"""Copies of the files of commits, for all that reads a project from a folder.

A copy is made of second names of files that are kept once, under the ids of their contents: so the
next one costs what has changed, and a copy that somebody reads never changes beneath them. Copies
are written from git and never committed from; who deletes them loses time and nothing else.

There may be tens of thousands of comments, and hardly a page opens one as a file: they come into a
copy when somebody asks for all of it. What reads a project has their bytes by the ids of contents.
"""

import os
import shutil
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from talqy.model import paths
from talqy.project.git import REGULAR, GitError, TreeFile, commit_files, objects

_MOST_KEPT = 12
_UNUSED_SECONDS, _LEAST_SECONDS = 3_600.0, 60.0
_MOST_EVER = 60
_MOST_BYTES = 256 << 20
_AWAY = frozenset({"", ".", "..", ".git"})


class Copies:
    """The copies of one project's commits, in a folder that only its owner may look into."""

    def __init__(self, folder: Path, repository: Path, project: str) -> None:
        self._folder, self._repository, self._project = folder, repository, project
        self._lock = Lock()
        self._used: dict[str, float] = {}
        self._listed_last: tuple[str, list[TreeFile]] = "", []
        self._begin()
        self._forget_halves()

    def _begin(self) -> None:
        self._here = set[str]()
        for part in (self._folder, self._contents, self._copies):
            part.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder.chmod(0o700)

    @property
    def _contents(self) -> Path:
        return self._folder / "contents"

    @property
    def _copies(self) -> Path:
        return self._folder / "copies"

    def at(self, commit: str) -> Path:
        """Return the folder with all files of a commit, by its id."""
        target = self._copies / commit
        with self._lock:
            self._make_texts(commit, target)
            is_whole = (target / paths.COMMENTS).exists()
            if not is_whole and (comments := self._comments(commit)):
                self._make(commit, comments, target, paths.COMMENTS)
        return target

    def texts(self, commit: str) -> Path:
        """Return the folder with the files of a commit, but for the comments and their answers."""
        target = self._copies / commit
        with self._lock:
            self._make_texts(commit, target)
        return target

    def content(self, name: str, most: int) -> bytes:
        """Return a file by the id of its contents, so many bytes of it at most."""
        with self._lock:
            try:
                stream = self._content(name).open("rb")
            except FileNotFoundError:  # somebody has deleted what was kept
                self._begin()
                self._bring([name])
                stream = self._content(name).open("rb")
            with stream:
                return stream.read(most)

    def files(self, commit: str) -> Mapping[str, str]:
        """Return the ids of the files that the copy of a commit has, by path."""
        with self._lock:
            return {file.path: file.object_id for file in self._listed(commit)}

    def _make_texts(self, commit: str, target: Path) -> None:
        self._used[commit] = time.monotonic()
        if target.is_dir():
            return
        self._make(commit, [file for file in self._listed(commit) if not _is_comment(file)], target)
        self._let_go()

    def _comments(self, commit: str) -> list[TreeFile]:
        return [file for file in self._listed(commit) if _is_comment(file)]

    def _make(self, commit: str, files: Sequence[TreeFile], target: Path, part: str = "") -> None:
        """Make a copy, or a part of it, aside, and put it into its place at once."""
        ids = {file.object_id for file in self._listed(commit)}
        try:
            self._bring(ids)
            half = self._half(files)
        except FileNotFoundError:  # somebody has deleted what was kept
            self._begin()
            self._bring(ids)
            half = self._half(files)
        made, place = half / part, target / part
        try:
            if made.is_dir():
                made.rename(place)
        except OSError:  # another process was quicker
            if not place.is_dir():
                raise
        finally:
            shutil.rmtree(half, ignore_errors=True)

    def _half(self, files: Sequence[TreeFile]) -> Path:
        half = Path(mkdtemp(prefix=".half-", dir=self._copies))
        contents, here = str(self._contents), str(half)
        try:
            for folder in {file.path.rpartition("/")[0] for file in files}:
                (half / folder).mkdir(parents=True, exist_ok=True)
            for file in files:  # plain texts: there may be tens of thousands
                name = file.object_id
                _second_name(f"{contents}/{name[:2]}/{name}", f"{here}/{file.path}")
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise
        return half

    def _listed(self, commit: str) -> list[TreeFile]:
        """Return the files of a commit, as a copy has them: none that is a link, or leads away."""
        if self._listed_last[0] == commit:
            return self._listed_last[1]
        listed = commit_files(self._repository, commit, self._project)
        for file in listed:
            if not _AWAY.isdisjoint(file.path.lower().split("/")):
                raise GitError("{path} is no place in {folder}", path=file.path, folder=commit[:12])
        regular = [file for file in listed if file.mode in REGULAR]
        self._listed_last = commit, regular
        return regular

    def _bring(self, ids: Collection[str]) -> None:
        """Write contents that are not here yet: aside first, so that none is ever half."""
        lacking = [name for name in set(ids) - self._here if not self._content(name).exists()]
        for name, size, data in objects(self._repository, lacking, _MOST_BYTES, "blob"):
            if size != len(data):
                raise GitError(
                    "the files have more than {total} bytes, and are not read", total=_MOST_BYTES
                )
            place = self._content(name)
            place.parent.mkdir(exist_ok=True)
            aside = place.with_suffix(f".{os.getpid()}")
            aside.write_bytes(data)
            aside.chmod(0o400)
            aside.replace(place)
        self._here.update(ids)

    def _content(self, name: str) -> Path:
        return self._contents / name[:2] / name

    def _let_go(self) -> None:
        """Remove copies that nobody has asked for lately, but for the newest few.

        Where very many were made, one that was asked for a minute ago goes as well.
        """
        now, never = time.monotonic(), float("-inf")
        kept = sorted(self._copies.iterdir(), key=lambda copy: self._used.get(copy.name, never))
        for number, copy in enumerate(kept[:-_MOST_KEPT]):
            unused = _LEAST_SECONDS if number < len(kept) - _MOST_EVER else _UNUSED_SECONDS
            if now - self._used.get(copy.name, never) > unused:
                shutil.rmtree(copy, ignore_errors=True)
                self._used.pop(copy.name, None)

    def _forget_halves(self) -> None:
        """Remove what a run that was killed has left, and contents that no copy has."""
        for half in self._copies.glob(".half-*"):
            shutil.rmtree(half, ignore_errors=True)
        had = {file.object_id for copy in self._copies.iterdir() for file in self._had(copy.name)}
        for content in self._contents.glob("??/*"):
            with suppress(OSError):
                if content.name not in had:
                    content.unlink()

    def _had(self, commit: str) -> Sequence[TreeFile]:
        """Return what a copy of an earlier run has; nothing where its commit is gone."""
        try:
            return self._listed(commit)
        except GitError:
            return ()


def _is_comment(file: TreeFile) -> bool:
    return file.path.startswith(f"{paths.COMMENTS}/")


def _second_name(content: str, place: str) -> None:
    try:
        os.link(content, place)
    except FileExistsError:
        raise GitError("two files have one name on this disk: {path}", path=place) from None
    except FileNotFoundError:
        raise
    except OSError:  # this disk has no second names, or no more of them
        shutil.copyfile(content, place)
