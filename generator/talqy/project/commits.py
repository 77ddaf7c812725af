"""Commits and their names: which one is meant, what went apart where, and what each says."""

from dataclasses import dataclass
from pathlib import Path

from talqy.project.git import GitError, git_output


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: what it says of itself is a claim, its parents are not."""

    id: str
    parents: tuple[str, ...]
    emails: frozenset[str]


def resolved(root: Path, name: str) -> str:
    """Return the id of the commit that a name stands for; refuse what is none."""
    if not name or not name.isprintable():
        raise GitError("“{name}” cannot be the name of a commit", name=ascii(name)[1:-1])
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    unknown = GitError("there is no commit “{name}” here; fetch it first", name=name)
    return git_output(root, *arguments, silent=unknown).decode().strip()


def merge_base(root: Path, base: str, head: str) -> str:
    """Return the commit from which two commits went apart."""
    silent = GitError(
        "{base} and {head} have no common history here; fetch more of it (a shallow copy does not "
        "reach far enough back)",
        base=base[:12],
        head=head[:12],
    )
    commit = git_output(root, "merge-base", "--end-of-options", base, head, silent=silent)
    return commit.decode().split()[0]


def commits(root: Path, base: str, head: str, most: int) -> list[Commit]:
    """Return the commits of `head` that `base` does not have, the newest first, `most` of them."""
    arguments = ("--no-commit-header", "--format=%H%x09%P%x09%ae%x09%ce", f"--max-count={most}")
    output = git_output(root, "rev-list", *arguments, "--end-of-options", head, f"^{base}")
    listed = []
    for line in filter(None, output.decode("utf-8", "replace").split("\n")):
        name, parents, *emails = line.split("\t")
        listed.append(Commit(name, tuple(parents.split()), frozenset(emails)))
    return listed


def is_shallow(root: Path) -> bool:
    """Return whether the beginnings of the history were left out when it was copied here."""
    return git_output(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
