"""The one place that writes files.

What a command will write is a plan, a value that can be shown. All files of a plan are written
aside, into a folder of our own, and then take their places together by renaming: nobody ever finds
half a file, and where one step cannot be carried out none is. What a killed run has left aside, the
next one takes away. Nothing is written through a link: a link in a folder may lead anywhere.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from talqy.errors import AlreadyThereError, CannotWriteError, Saying
from talqy.model import paths
from talqy.project.lock import Lies, lies_at, locked
from talqy.project.reasons import reason_of

_NEW, _OLD = ".new", ".old"
_IS_A_LINK = "{file}: this is a link, and nothing is written through links"


@dataclass(frozen=True, slots=True)
class Create:
    """A file that must not be there yet."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Binary:
    """A file that is no text, and must not be there yet unless it `replaces` one of its name."""

    path: str
    content: bytes
    replaces: bool = False

    @property
    def text(self) -> str:
        """What a person is shown of it."""
        return f"({len(self.content)} B, sha256:{sha256(self.content).hexdigest()})"


@dataclass(frozen=True, slots=True)
class Replace:
    """A file that the tool makes whole, whatever was there."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """A file for another program; `replaces` is the user's word that one of that name may go."""

    path: str
    content: bytes
    replaces: bool = False


@dataclass(slots=True)
class Staging:
    """Files that wait aside for their places below `root`; `move_in` lets them take these.

    `waiting` are their names aside, and the paths of their places: words alone, for a site has
    hundreds of thousands.
    """

    root: Path
    _aside: Path
    waiting: dict[str, str] = field(default_factory=dict)
    _count: int = 0
    _named: str = ""
    _folders: set[tuple[str, ...]] = field(default_factory=set)

    def target_of(self, path: str) -> Path:
        """Return where a file will stand; refuse what leads out of the folder, or into a file."""
        return target_below(self.root, path, self._folders)

    def add(self, path: str, content: bytes) -> None:
        """Write a file aside."""
        self._wait(path, self.target_of(path), content)

    def add_changed(self, path: str, content: bytes) -> bool:
        """Write a file aside where its place holds something else; return whether it does."""
        target = self.target_of(path)
        if content_of(target) == content:
            return False
        self._wait(path, target, content)
        return True

    def _wait(self, path: str, target: Path, content: bytes) -> None:
        name = f"{self._named}{self._count}{_NEW}"
        try:
            (self._aside / name).write_bytes(content)
        except OSError as error:
            raise _cannot_write(target, error) from error
        self.waiting[name] = path
        self._count += 1

    def beside(self, name: str) -> "Staging":
        """Return one of the same folder for another process; its files aside begin with a name."""
        return Staging(self.root, self._aside, _named=name)

    def take(self, waiting: Mapping[str, str]) -> None:
        """Let files wait that another process has written aside."""
        self.waiting.update(waiting)

    def holds(self) -> Callable[[str], bytes | None]:
        """Return who says what files hold: those that wait by now, else those in their places."""
        aside = {path: name for name, path in self.waiting.items()}
        return lambda path: content_of(
            self._aside / aside[path] if path in aside else self.target_of(path)
        )

    def put(self, path: str, content: bytes) -> None:
        """Write one file ahead of those that wait."""
        waiting, self.waiting = self.waiting, {}
        self.add(path, content)
        self.move_in()
        self.waiting = waiting

    def move_in(self) -> None:
        """Let all files take their places; where one cannot, give back what was replaced."""
        moved: list[tuple[str, str]] = []
        path = ""
        try:
            for folder in {path.rpartition("/")[0] for path in self.waiting.values()}:
                (self.root / folder).mkdir(parents=True, exist_ok=True)
            for name, path in self.waiting.items():
                old, target = name.replace(_NEW, _OLD), self.root / path
                is_kept = _kept(target, self._aside / old)
                moved.append((path, old if is_kept else ""))
                _move(self._aside / name, target)
        except BaseException as error:
            for earlier, old in reversed(moved):
                with suppress(OSError):
                    _give_back(self.root / earlier, self._aside / old if old else None)
            if isinstance(error, OSError):
                raise _cannot_write(self.root / path, error) from error
            raise
        self.waiting.clear()


def content_of(file: Path) -> bytes | None:
    """Return what a file holds; None where there is none, or what is no file, such as a pipe."""
    return file.read_bytes() if file.is_file() else None


@contextmanager
def staging(root: Path, tell: Callable[[Saying], object] = lambda _: None) -> Iterator[Staging]:
    """Lock a folder and write files for it aside; what was not placed at the end is gone."""
    with locked(root, tell) as aside:
        try:
            aside.mkdir()
        except OSError as error:
            raise _cannot_write(root, error) from error
        try:
            yield Staging(root, aside)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


Step = Create | Binary | Replace


def _content(step: Step) -> bytes:
    return step.content if isinstance(step, Binary) else step.text.encode()


def _replaces(step: Step) -> bool:
    return step.replaces if isinstance(step, Binary) else isinstance(step, Replace)


def carry_out(plan: Sequence[Step], root: Path) -> None:
    """Write all files of a plan, or none."""
    with staging(root) as stage:
        _refuse_others(plan, stage)
        for step in plan:
            stage.add(step.path, _content(step))
        stage.move_in()


def deliver(*steps: Deliver) -> None:
    """Write files of one folder for other programs, all of them or none.

    Never among the files that a project is made of.
    """
    files = [Path(step.path) for step in steps]
    for file in files:
        _refuse_sources(file)
    with staging(files[0].parent) as stage:
        there = [
            s.path for s in steps if not s.replaces and stage.target_of(Path(s.path).name).exists()
        ]
        if there:
            raise AlreadyThereError(
                "already there, and left as it is: {files}; name another file with --to, or say "
                "--replace",
                files=", ".join(there),
            )
        for file, step in zip(files, steps, strict=True):
            stage.add(file.name, step.content)
        stage.move_in()


def rewrite(file: Path, rewritten: Callable[[bytes | None], bytes]) -> None:
    """Give a file for other programs what follows from what it holds: None where it is not there.

    Nobody else of ours writes between the reading and the writing.
    """
    _refuse_sources(file)
    with staging(file.parent) as stage:
        stage.put(file.name, rewritten(content_of(file)))


def _refuse_sources(file: Path) -> None:
    target = file.resolve()
    for project in target.parents:
        inside = target.relative_to(project).parts[0].casefold()
        if inside in paths.SOURCES and (project / paths.PROJECT).is_file():
            raise CannotWriteError(
                "{file}: this lies in the project's own files; name a place outside of them",
                file=file,
            )


def _refuse_others(plan: Sequence[Step], stage: Staging) -> None:
    """Refuse a plan that would create what is there.

    A killed run may have placed some of its files: where the others are missing, and these hold
    what the plan says, the plan is finished.
    """
    new = {s.path: _content(s) for s in plan if not _replaces(s)}
    there = [path for path in new if stage.target_of(path).exists()]
    others = [path for path in there if stage.target_of(path).read_bytes() != new[path]]
    if wrong := others or (there if len(there) == len(new) else []):
        named = ", ".join(wrong)
        raise AlreadyThereError(
            "already there, and left as it is: {files}; nothing was written", files=named
        )


def target_below(root: Path, path: str, known: set[tuple[str, ...]] | None = None) -> Path:
    """Return where a file below `root` will stand.

    Refuse what leads out of it: an absolute path, `..`, a link on the way or at its end; a line
    break, for lists hold a path a line; and a file where a folder belongs, or the other way round.
    `known` are folders that were looked at already.
    """
    target = Path(path)
    parts = target.parts
    if not parts or target.anchor or ".." in parts or not {"\0", "\n"}.isdisjoint(path):
        raise CannotWriteError("{path} is no place in {folder}", path=path, folder=root)
    known = set() if known is None else known
    if parts[:-1] not in known:
        _refuse_no_folders(root, parts[:-1], known)
    file = root / target
    there = lies_at(file)
    if there is Lies.LINK:
        raise CannotWriteError(_IS_A_LINK, file=file)
    if there is Lies.FOLDER:
        raise CannotWriteError(
            "{file}: this is a folder, and a file belongs here; take it away, and try again",
            file=file,
        )
    return file


def _refuse_no_folders(root: Path, parts: tuple[str, ...], known: set[tuple[str, ...]]) -> None:
    """Look at those folders on the way that were not looked at yet."""
    for folder in (parts[:end] for end in range(1, len(parts) + 1)):
        if folder in known:
            continue
        target = root.joinpath(*folder)
        there = lies_at(target)
        if there is Lies.LINK:
            raise CannotWriteError(_IS_A_LINK, file=target)
        if there is Lies.FILE:
            raise CannotWriteError(
                "{file}: this is a file, and a folder belongs here; take it away, and try again",
                file=target,
            )
        known.add(folder)


def _cannot_write(target: Path, error: OSError) -> CannotWriteError:
    return CannotWriteError(
        "{file}: {reason}; nothing was written", file=target, reason=reason_of(error)
    )


def _kept(target: Path, old: Path) -> bool:
    """Keep what a file will replace; return whether there is any. A second name costs no copy."""
    try:
        os.link(target, old)
    except FileNotFoundError:
        return False
    except OSError:  # this disk has no second names
        shutil.copy2(target, old)
    return True


def _give_back(target: Path, old: Path | None) -> None:
    if old is None:
        target.unlink(missing_ok=True)
    else:
        _move(old, target)


def _move(file: Path, target: Path) -> None:
    try:
        os.replace(file, target)  # noqa: PTH105 - one call, the same on all systems
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # Another disk is mounted there: beside its place a file can be renamed again.
        beside = target.with_name(f".talqy-{os.getpid()}.new")
        shutil.copyfile(file, beside)
        beside.replace(target)
