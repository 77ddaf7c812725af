"""Commits and their names: which one is meant, where they went apart, what each says of itself.

What a commit says is public with it and for ever: its message, names, addresses and days, and any
line that somebody has put in front of the message. All of it is a claim; its parents are not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from talqy.project.git import GitError, git_failed, git_output, git_run, objects

MOST_COMMIT_BYTES = 16_384
"""How much a commit may say of itself; a signature has some 1,000 bytes, a long message 2,000."""

_OTHER_OBJECT = "expected commit type"  # what git says of a folder or a file
_AMBIGUOUS = re.compile(r"^warning: refname .* is ambiguous", re.MULTILINE)
_VERSION = re.compile(r"(\d{1,9})\.(\d{1,9})")
_OLDEST = (2, 38)
# As forges merge. Names that changed are looked for in bounds: beyond them it is a conflict.
_MERGING = tuple(
    word
    for setting in ("renames=true", "directoryRenames=conflict", "renameLimit=400", "default=text")
    for word in ("-c", f"merge.{setting}")
)
_OWN_HEADS = ("tree ", "parent ")
_IDENT = re.compile(r"(?P<name>[^<>]*)<(?P<email>[^<>]*)>(?: -?\d{1,11} [+-]\d{4})?")


class NoCommitError(GitError):
    """A name stands for no commit of this repository."""


@dataclass(frozen=True, slots=True)
class Ident:
    """Whom a commit names as its author, or as who has put it in."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: `said` is its message with all unusual lines ahead of it.

    `is_whole` is false where it says more than is read, or something that is no text in UTF-8.
    """

    id: str
    parents: tuple[str, ...]
    tree: str
    idents: tuple[Ident, ...] = ()
    said: str = ""
    is_whole: bool = True

    @property
    def emails(self) -> frozenset[str]:
        """The addresses of its author and of who has put it in."""
        return frozenset(ident.email for ident in self.idents)


def resolved(root: Path, name: str) -> str:
    """Return the id of the commit that a name stands for; refuse what is none, or several."""
    if not name or not name.isprintable():
        raise GitError("“{name}” cannot be the name of a commit", name=ascii(name)[1:-1])
    words = ("--end-of-options", f"{name}^{{commit}}")
    unknown = NoCommitError("there is no commit “{name}” here; fetch it first", name=name)
    commit = git_run(root, "rev-parse", "--verify", "--quiet", *words)
    if commit.returncode:
        message = commit.stderr.decode("utf-8", "replace").strip()
        raise unknown if not message or _OTHER_OBJECT in message else git_failed(message)
    # Git takes the tag, and only warns: a stranger's tag “main” would decide by what is judged.
    told = git_run(root, "-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", *words)
    if _AMBIGUOUS.search(told.stderr.decode("utf-8", "replace")):
        raise GitError(
            "the name “{name}” stands for several things here; write it in full, such as "
            "refs/heads/{name}, and see with “git tag --list” whether a tag came along that "
            "nobody wants",
            name=name,
        )
    return commit.stdout.decode().strip()


def merge_bases(root: Path, base: str, head: str) -> tuple[str, ...]:
    """Return the commits from which two commits went apart: one, or several where they crossed."""
    done = git_run(root, "merge-base", "--all", "--end-of-options", base, head)
    if found := tuple(done.stdout.decode().split()):
        return found
    if message := done.stderr.decode("utf-8", "replace").strip():
        raise git_failed(message)
    names = {"base": base[:12], "head": head[:12]}
    if is_shallow(root):
        raise GitError(
            "{base} and {head} have no common history here; fetch more of it (a shallow copy does "
            "not reach far enough back)",
            **names,
        )
    raise GitError(
        "{base} and {head} have no common history: make a new branch from the main one, and put "
        "what you add into it as one commit",
        **names,
    )


@dataclass(frozen=True, slots=True)
class MergedTrees:
    """What merging makes: a tree, or the files in which both sides differ.

    Files are named from the top of the repository.
    """

    tree: str
    conflicts: tuple[str, ...] = ()


def merged_tree(root: Path, base: str, head: str) -> str | None:
    """Return the tree that merging makes, as a forge would make it; None where they conflict."""
    merged = merged_trees(root, base, head)
    return None if merged.conflicts else merged.tree


def merged_trees(root: Path, base: str, head: str) -> MergedTrees:
    """Return what merging makes, as a forge would make it.

    Git puts the trees that are new beside its other objects; no branch and no file is touched.
    Run beside them, it takes no ways of merging from a `.gitattributes` that lies on this disk.
    """
    objects_beside = git_output(root, "rev-parse", "--absolute-git-dir").decode().rstrip("\n")
    words = ("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head)
    done = git_run(Path(objects_beside), *_MERGING, *words)
    tree, *files = done.stdout.decode("utf-8", "replace").split("\0")
    if tree and done.returncode in {0, 1}:
        found = tuple(dict.fromkeys(filter(None, files))) if done.returncode else ()
        return MergedTrees(tree, found or (("?",) if done.returncode else ()))
    version = git_output(root, "version").decode("utf-8", "replace").strip()
    found_version = _VERSION.search(version)
    if found_version and (int(found_version[1]), int(found_version[2])) < _OLDEST:
        raise GitError(
            "{version} is too old: only git 2.38 or newer says what merging would do; install a "
            "newer one",
            version=version,
        )
    raise git_failed(done.stderr.decode("utf-8", "replace").strip())


def commits(root: Path, base: str, head: str, most: int) -> list[Commit]:
    """Return the commits of `head` that `base` does not have, the newest first, `most` of them."""
    arguments = ("--no-commit-header", "--format=%H%x09%P", f"--max-count={most}")
    output = git_output(root, "rev-list", *arguments, "--end-of-options", head, f"^{base}")
    lines = filter(None, output.decode("utf-8", "replace").split("\n"))
    parents = {name: tuple(above.split()) for name, above in (line.split("\t") for line in lines)}
    return [
        _commit(name, parents[name], size, data)
        for name, size, data in objects(root, parents, MOST_COMMIT_BYTES, "commit")
    ]


def _commit(name: str, parents: tuple[str, ...], size: int, data: bytes) -> Commit:
    """Read a commit as it lies in git: whatever stands in it is public."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    heads, _, message = text.partition("\n\n")
    idents, unusual = _heads(heads.split("\n"))
    is_utf8 = "\ufffd" not in text and all(map(_is_in_utf8, unusual))
    is_whole = size == len(data) and is_utf8
    tree = heads.partition("\n")[0].removeprefix("tree ")
    return Commit(name, parents, tree, tuple(idents), "\n".join([*unusual, message]), is_whole)


def _heads(lines: Iterable[str]) -> tuple[list[Ident], list[str]]:
    """Part the names from all other lines ahead of the message; git's own ids are left out."""
    idents, unusual = [], []
    for line in lines:
        role, _, rest = line.partition(" ")
        match = _IDENT.fullmatch(rest) if role in {"author", "committer"} else None
        if match:
            idents.append(Ident(match["name"].strip(), match["email"]))
        elif not line.startswith(_OWN_HEADS):
            unusual.append(line)
    return idents, unusual


def _is_in_utf8(line: str) -> bool:
    """Return whether a line ahead of a message does not say that it is to be read otherwise."""
    head, _, encoding = line.partition(" ")
    return head != "encoding" or encoding.casefold() in {"utf-8", "utf8"}


def is_shallow(root: Path) -> bool:
    """Return whether the beginnings of the history were left out when it was copied here."""
    return git_output(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def before_changes(repository: Path, commit: str, path: str, most: int) -> list[str]:
    """Return what a branch was before each change of a file, the newest first."""
    words = ("log", "--first-parent", f"--max-count={most}", "--format=%P")
    output = git_output(repository, *words, "--end-of-options", commit, "--", path)
    return [line.split()[0] for line in output.decode("ascii", "replace").splitlines() if line]
