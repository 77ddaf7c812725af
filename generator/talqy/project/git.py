"""The one door to git: it reads and writes objects, and checks nothing out.

Nothing of a commit is run, and no hook of the repository.

Words go to git as a list, never through a shell, and a name from outside is resolved to a commit
before anything else is done with it. Paths are relative to the folder that is asked about.
"""

import errno
import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

from talqy.errors import TalqyError
from talqy.project.reasons import reason_of

REGULAR = frozenset({"100644", "100755"})
"""Modes of ordinary files; links have 120000, other repositories 160000."""

_NO_ADVICE = ("-c", "advice.graftFileDeprecated=false")
# What would lead git to another repository, or to programs of somebody's choice.
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")
_SETTINGS = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# A merge has a mode and an id for each of its parents, and the last of each are its own.
_RECORD = re.compile(
    r":+(?P<modes>(?:\d{6} )+)(?P<ids>(?:[0-9a-f]{40,64} )+)(?P<status>[A-Z])[A-Z]*\d*"
)
_NOTHING = "000000"
# A project may say of other repositories in it that git need not tell when they change.
_PLAINLY = ("--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
_CHUNK = 1 << 16
# What a system says in C of a disk, as git repeats it.
_SYSTEM = tuple(
    (os.strerror(number), number)
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
)
_PREFIXES: ContextVar[dict[Path, str] | None] = ContextVar("_PREFIXES", default=None)
GitAnswer = subprocess.CompletedProcess[bytes]
"""How git ended, and all that it said."""
_NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


class GitError(TalqyError):
    """Git cannot answer."""


class GitTooSlowError(GitError):
    """Git was not done in the time that it had, and was ended."""


@dataclass(frozen=True, slots=True)
class TreeFile:
    """One file, link or other repository in a commit."""

    path: str
    mode: str
    object_id: str


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """One path that differs; a side on which there is nothing is None.

    `status` is A for added, D for deleted, M for modified, T for another kind of thing.
    """

    path: str
    status: str
    old: TreeFile | None
    new: TreeFile | None


def changed_files(root: Path, older: str, newer: str, most: int) -> list[ChangedFile]:
    """Return what differs in the whole repository, `most` files of it at most.

    What lies outside of the project's folder is named from the top of the repository: `:/path`.
    """
    here = prefix(root)
    arguments = ("-r", "-z", "--raw", *_PLAINLY)
    words = ("diff-tree", *arguments, "--end-of-options", older, newer)
    return list(_changes(git_beginning(root, most, *words), here))[:most]


def _changes(output: bytes, here: str) -> Iterator[ChangedFile]:
    fields = output.split(b"\0")
    for record, path in zip(fields[::2], fields[1::2], strict=False):
        if match := _RECORD.fullmatch(record.decode("ascii", "replace")):
            yield _changed(_named(path, here), match)


def _changed(path: str, record: re.Match[str]) -> ChangedFile:
    modes, ids = record["modes"].split(), record["ids"].split()
    return ChangedFile(
        path,
        record["status"],
        None if modes[0] == _NOTHING else TreeFile(path, modes[0], ids[0]),
        None if modes[-1] == _NOTHING else TreeFile(path, modes[-1], ids[-1]),
    )


def steps(root: Path, commits: Iterable[str], most: int) -> list[ChangedFile]:
    """Return what each of these commits changes, one after the other, `most` files at most.

    Of a merge it is what no parent has like that. Paths are named as in `changed_files`.
    """
    here = prefix(root)
    arguments = ("-r", "-z", "-c", "--raw", "--root", "--no-commit-id", *_PLAINLY)
    words = ("diff-tree", "--stdin", *arguments)
    given = "".join(f"{name}\n" for name in commits).encode()
    return list(_changes(git_beginning(root, most, *words, given=given), here))[:most]


def taken_away(root: Path, older: str, newer: str, files: Iterable[str]) -> set[str]:
    """Return those of some files that a commit between two, on the way of the branch, took away."""
    here = prefix(root)
    words = ("--first-parent", "-m", "--diff-filter=D", "--name-only", "--format=", "-z")
    alone = ("--no-show-signature", "--no-follow", *_PLAINLY)
    output = git_output(root, "log", *words, *alone, newer, f"^{older}", "--", *files)
    return {_named(path, here) for path in output.split(b"\0") if path}


@contextmanager
def at_one_place() -> Iterator[None]:
    """Ask only once for a while where in its repository a folder lies."""
    token = _PREFIXES.set({})
    try:
        yield
    finally:
        _PREFIXES.reset(token)


def prefix(root: Path) -> str:
    """Return the folder of the project inside of its repository, with “/”; empty at its top."""
    known = _PREFIXES.get()
    if known is not None and root in known:
        return known[root]
    found = git_output(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")
    if known is not None:
        known[root] = found
    return found


def _named(path: bytes, here: str) -> str:
    named = path.decode("utf-8", "replace")
    return named.removeprefix(here) if named.startswith(here) else f":/{named}"


def git_beginning(root: Path, most: int, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git says, up to `most` pairs of fields that end with NUL."""
    with _started(root, *arguments, given=given) as process:
        output = b""
        while output.count(b"\0") < 2 * most and (
            part := cast("IO[bytes]", process.stdout).read(_CHUNK)
        ):
            output += part
        is_whole = output.count(b"\0") < 2 * most
        if not is_whole:
            process.kill()
    if is_whole and process.returncode:
        raise GitError("git cannot read these commits; fetch all of their history")
    return output


@contextmanager
def _started(root: Path, *arguments: str, given: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """Start git with a file to read: it may ask for more before we have read its answers."""
    with tempfile.TemporaryFile() as asked:
        asked.write(given)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - a list of words of our own, no shell
            _line(root, *arguments),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            yield process


def sizes(root: Path, object_ids: Iterable[str]) -> dict[str, int]:
    """Return how many bytes files have, without reading them; -1 stands for no file."""
    wanted = list(dict.fromkeys(object_ids))
    asked = "".join(f"{name}\n" for name in wanted).encode()
    output = git_output(root, "cat-file", "--batch-check=%(objecttype) %(objectsize)", given=asked)
    lines = [line.split() for line in output.decode("ascii", "replace").splitlines()]
    return {
        name: int(line[1]) if line[0] == "blob" else -1
        for name, line in zip(wanted, lines, strict=True)
    }


def tree_files(root: Path, commit: str, folder: str) -> list[TreeFile]:
    """Return all files of a commit below a folder; or the file itself, where it is one."""
    output = git_output(root, "ls-tree", "-r", "-z", "--end-of-options", commit, folder)
    return [_tree_file(record) for record in _fields(output)]


def commit_files(repository: Path, commit: str, folder: str) -> list[TreeFile]:
    """Return all files of a commit below a folder of the repository, named from that folder.

    Where in the repository we stand is all the same, and it may have no working tree.
    """
    words = ("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", f"{commit}:{folder}")
    return [_tree_file(record) for record in _fields(git_output(repository, *words))]


def _tree_file(record: str) -> TreeFile:
    about, _, path = record.partition("\t")
    mode, _, object_id = about.split(" ")
    return TreeFile(path, mode, object_id)


def blobs(
    root: Path, object_ids: Iterable[str], limit: int, total: int | None = None
) -> dict[str, bytes]:
    """Return many files by their ids, at most `limit` bytes of each; refuse more than `total`."""
    contents, size = dict[str, bytes](), 0
    for name, _, data in objects(root, object_ids, limit, "blob"):
        contents[name] = data
        size += len(data)
        if total is not None and size > total:
            raise GitError("the files have more than {total} bytes, and are not read", total=total)
    return contents


def objects(
    root: Path, object_ids: Iterable[str], limit: int, kind: str
) -> Iterator[tuple[str, int, bytes]]:
    """Yield objects of one kind: id, size in bytes, and at most `limit` bytes of each."""
    wanted = list(dict.fromkeys(object_ids))
    given = "".join(f"{name}\n" for name in wanted).encode()
    with _started(root, "cat-file", "--batch", given=given) as process:
        stream = cast("IO[bytes]", process.stdout)
        for name in wanted:
            yield name, *_object(stream, name, limit, kind)


def _object(stream: IO[bytes], name: str, limit: int, kind: str) -> tuple[int, bytes]:
    """Read the beginning of one object, and pass over the rest of it."""
    header = stream.readline().split()
    if len(header) != 3 or header[1] != kind.encode():
        raise GitError("the file {name} is not here; fetch it first", name=name[:12])
    size = int(header[2])
    data = stream.read(min(size, limit))
    left = size - len(data) + 1  # each object ends with a line break
    while left > 0 and (passed := len(stream.read(min(left, _CHUNK)))):
        left -= passed
    return size, data


def git_output(
    root: Path, *arguments: str, given: bytes = b"", more: Mapping[str, str] = _NOTHING_MORE
) -> bytes:
    """Run git, and return what it printed; raise GitError where it fails.

    `more` goes into its environment beside what is there.
    """
    done = git_run(root, *arguments, given=given, more=more)
    if done.returncode:
        raise git_failed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def git_run(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    more: Mapping[str, str] = _NOTHING_MORE,
    seconds: float | None = None,
) -> GitAnswer:
    """Run git, and return how it ended with all that it said, whatever that is.

    After `seconds` it is ended with all that it has started, and GitTooSlowError raised.
    """
    line = _line(root, *arguments)
    try:
        process = subprocess.Popen(  # noqa: S603 - a list of words, no shell
            line,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**_environment(), **more},
            # Its helpers (ssh, git-remote-https) outlive it, unless all of them are ended at once.
            start_new_session=seconds is not None,
        )
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    with process:
        try:
            output, errors = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            _end_all(process)
            raise GitTooSlowError(
                "git was not done after {seconds} s, and was ended", seconds=f"{seconds:g}"
            ) from None
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(line, process.returncode, output, errors)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End a process that has a session of its own, with all that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:  # Windows knows no groups of this kind; the helpers end when their pipes break
        process.kill()


def is_repository(folder: Path) -> bool:
    """Return whether git can be asked here."""
    return git_run(folder, "rev-parse", "--git-dir").returncode == 0


def git_failed(message: str) -> GitError:
    """Return what ends the run, in words of ours: those of git are English here."""
    if "not a git repository" in message:
        return GitError("the folder is in no git repository")
    if "dubious ownership" in message:
        return GitError(
            "the folder belongs to another user of this machine: name it with "
            "“git config --global --add safe.directory FOLDER”"
        )
    for said, number in _SYSTEM:
        if said in message:
            return GitError("git cannot write: {reason}", reason=reason_of(OSError(number, said)))
    return GitError(
        "git cannot answer; “git fsck” in the folder of the project shows what is broken"
    )


def _line(root: Path, *arguments: str) -> list[str]:
    quiet = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false", *_NO_ADVICE)
    return ["git", "-C", str(root), "--no-pager", *quiet, *arguments]


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    return {**own, **_SETTINGS}


def _fields(output: bytes) -> Iterator[str]:
    """Split what git separates by NUL; a path that is no UTF-8 is still a path."""
    yield from (field.decode("utf-8", "replace") for field in output.split(b"\0") if field)
