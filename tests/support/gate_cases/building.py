"""Pull requests as real commits, made with plumbing: no file system need be able to hold them."""

import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builders import (
    STANDARD,
    Tree,
    a_comment,
    a_consultation,
    a_project,
    a_report,
    a_response,
    a_revision,
    a_standard,
    comment_path,
    response_path,
    revision_path,
    standard_path,
    write,
    write_project,
)
from repositories import a_repository
from talqy.project.yaml_write import dumped

NOBODY = "citizen@users.noreply.example"
EARLIER = "5xg3dhn6s2"
SAID = "Прошу сократить срок оказания услуги, потому что три дня для одной отметки в книге – много."
LINK, MODULE, PROGRAM, FILE = "120000", "160000", "100755", "100644"


@dataclass(frozen=True)
class Thing:
    """Something that a commit puts at a path: bytes, and how git is to take them."""

    content: bytes
    mode: str = FILE


Content = Thing | Tree | str | bytes | None
Files = Mapping[str | bytes, Content]


@dataclass(frozen=True)
class Line:
    """Commits that follow one another; `joined` are further parents of the last one."""

    steps: Sequence[Files]
    joined: Sequence[str] = ()
    email: str = NOBODY
    name: str = "Citizen"
    message: str = "A change"


@dataclass
class Repository:
    """A base, and whatever commits are put upon it."""

    folder: Path
    base: str = ""
    names: dict[str, str] = field(default_factory=dict)

    def git(
        self,
        *words: str | bytes,
        given: bytes = b"",
        email: str = NOBODY,
        name: str = "Citizen",
    ) -> str:
        """Run git; it must succeed."""
        settings = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        for role in ("AUTHOR", "COMMITTER"):
            settings |= {f"GIT_{role}_NAME": name, f"GIT_{role}_EMAIL": email}
        settings |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        line: list[str | bytes] = ["git", "-C", str(self.folder), *words]
        done = subprocess.run(line, input=given, env=settings, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def blob(self, content: bytes) -> str:
        """Put bytes into git."""
        return self.git("hash-object", "-w", "--stdin", given=content)

    def commit(self, files: Files, parents: Sequence[str], like: Line | None = None) -> str:
        """Put files over the first parent; None takes one out."""
        self.git("read-tree", parents[0] if parents else "--empty")
        entries = b"".join(self.entry(path, content) for path, content in files.items())
        if entries:
            self.git("update-index", "-z", "--add", "--index-info", given=entries)
        return self.commit_tree(self.git("write-tree"), parents, like)

    def commit_tree(self, tree: str, parents: Sequence[str], like: Line | None = None) -> str:
        """Make a commit of a tree; it says of itself what a line says."""
        like = like or Line(())
        above = [word for parent in parents for word in ("-p", parent)]
        words = ("commit-tree", tree, *above, "-F", "-")
        return self.git(*words, given=like.message.encode(), email=like.email, name=like.name)

    def tree(self, entries: Iterable[tuple[str, bytes, str]]) -> str:
        """Make a tree of these entries (mode, name, id) as they stand, however wrong that is."""
        data = b"".join(
            mode.encode() + b" " + name + b"\0" + bytes.fromhex(id_) for mode, name, id_ in entries
        )
        return self.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=data)

    def entries(self, tree: str) -> list[tuple[str, bytes, str]]:
        """Return the entries of a tree, in their order."""
        listed = (line.split("\t") for line in self.git("ls-tree", tree).splitlines())
        return [
            (about.split()[0].lstrip("0"), name.encode(), about.split()[2])
            for about, name in listed
        ]

    def crafted(self, like: str, change: Callable[[bytes], bytes]) -> str:
        """Make a commit of other bytes, as no program of git would write it."""
        done = change(self.raw(like))
        return self.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=done)

    def raw(self, commit: str) -> bytes:
        """Return a commit as it lies in git."""
        line = ["git", "-C", str(self.folder), "cat-file", "commit", commit]
        return subprocess.run(line, capture_output=True, check=True).stdout

    def line(self, line: Line) -> str:
        """Put commits upon the base, and answer the last."""
        head = self.base
        for number, files in enumerate(line.steps, 1):
            joined = line.joined if number == len(line.steps) else ()
            head = self.commit(files, [head, *joined], line)
        return head

    def entry(self, path: str | bytes, content: Content) -> bytes:
        """Return a line for the next commit, as git reads it."""
        name = path if isinstance(path, bytes) else path.encode()
        if content is None:
            return b"0 " + b"0" * 40 + b"\t" + name + b"\0"
        thing = thing_of(content)
        name_of = self.base if thing.mode == MODULE else self.blob(thing.content)
        return f"{thing.mode} {name_of}\t".encode() + name + b"\0"


def thing_of(content: Thing | Tree | str | bytes) -> Thing:
    """Return what a commit holds for a tree, a text or bytes."""
    if isinstance(content, Thing):
        return content
    if isinstance(content, bytes):
        return Thing(content)
    return Thing((content if isinstance(content, str) else dumped(content)).encode())


def base_repository(folder: Path) -> Repository:
    """Make a repository with standards in every stage, a comment, its answer, and odd old files."""
    a_repository(folder)
    earlier = a_comment(EARLIER, text=SAID)
    settings = a_project(gate={"batch": "3"})
    write_project(folder, project=settings, comments=[earlier], responses=[a_response(EARLIER)])
    for standard, talk in TALKS.items():
        write(folder, standard_path(standard), a_standard(standard))
        write(folder, revision_path(1, standard), a_revision(consultation=talk, dated="2026-09-01"))
    write(folder, standard_path("broken"), a_standard("broken"))
    write(folder, revision_path(1, "broken"), "clauses: [")
    write(folder, OLD_CAPITALS, a_comment("aaaaaaaaaa"))
    write(folder, BLOCKING, "Not a folder\n")
    write(folder, WORKFLOW, "on: pull_request\n")
    found = Repository(folder)
    found.git("add", "--all")
    found.base = found.commit_tree(found.git("write-tree"), ())
    found.git("update-ref", "refs/heads/main", found.base)
    return found


TALKS: dict[str, Tree | None] = {
    "closed": a_consultation("2026-09-07", "2026-09-30", report=a_report("2026-10-08")),
    "considered": a_consultation("2026-10-26", "2026-11-13"),
    "planned": a_consultation("2026-12-07", "2026-12-25"),
    "quiet": None,
}
OLD_CAPITALS = f"comments/{STANDARD}/r1/2026-11-10/AAAAAAAAAA.yaml"
BLOCKING = f"comments/{STANDARD}/r1/2026-11-12"
WORKFLOW = ".github/workflows/gate.yml"
PLACE, RESPONSE = comment_path(), response_path()
OLD_PLACE, OLD_ANSWER = comment_path(EARLIER), response_path(EARLIER)
