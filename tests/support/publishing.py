"""A service whose comments go out: a forge, a copy of its own, people who merge, a clock to set."""

import atexit
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp
from typing import Any

from queues import named
from repositories import a_repository, committed, git, packed
from serving import settings_of, sound_files
from talqy.comments.new_comment import comment_text
from talqy.model import paths
from talqy.model.comment import Author, AuthorKind, Comment, CommentChannel, CommentKind
from talqy.model.digest import digest_of_text_file
from talqy.model.publishing import OfficialRole
from talqy.service.officials import Who
from talqy.service.parts import Service
from talqy.service.publish.acts import Acts
from talqy.service.publish.round import Publisher
from talqy.service.publish.seen import path_of
from talqy.service.settings import FORGE_TOKEN
from talqy.service.taken import Act, State, Taken

BEGUN = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
OF_TESTS = {
    "aigerim": {"roles": ["publisher", "reader"]},
    "berik": {"roles": ["publisher", "reader"]},
    "reader": {"roles": ["reader"]},
}
WHY_CUT = {"kk": "Өзге адамның аты алынды.", "ru": "Убрано имя другого человека."}
TOKEN = "a token of tests"  # noqa: S105


@dataclass
class Clock:
    """A clock that goes only when it is told to."""

    now: datetime = BEGUN

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now

    def on(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@dataclass
class Publishing:
    """All that a test of publishing needs."""

    folder: Path
    service: Service
    clock: Clock = field(default_factory=Clock)

    @property
    def forge(self) -> Path:
        """Where the site is made from."""
        return self.folder / "forge.git"

    @property
    def own(self) -> Path:
        """The copy of the service."""
        return self.folder / "own.git"

    @property
    def work(self) -> Path:
        """Where people work: a clone of the forge."""
        return self.folder / "work"

    def acts(self, name: str = "aigerim") -> Acts:
        """Return what an official does."""
        roles = OF_TESTS[name]["roles"]
        return Acts(self.service, Who(name, frozenset(map(OfficialRole, roles))))

    def take(self, number: int, text: str = "", **changed: Any) -> Taken:
        """Let a comment come in by the form."""
        said = a_comment_of(number, text, **changed)
        data = comment_text(said).encode()
        taken = Taken(
            id=said.id,
            standard=said.standard,
            revision=said.revision,
            text=data,
            digest=digest_of_text_file(data),
            received=said.received,
            taken_at=BEGUN + timedelta(seconds=number),
            posted=sha256(data).hexdigest(),
            key_hash=sha256(b"key" + data).hexdigest(),
        )
        return self.service.store.take(taken, Act("taken", self.clock(), "form"))

    def to_publish(self, *numbers: int) -> list[str]:
        """Let comments come in, and an official say “publish” of each."""
        ids = [self.take(number).id for number in numbers]
        for name in ids:
            assert self.acts().publish(name).is_done
        return ids

    def round(self, **how: bool) -> Any:
        """Carry out a round of the worker."""
        return Publisher(self.service, "tests").round(**how)

    def state(self, comment: str) -> State:
        """Return how far a comment has come."""
        found = self.service.store.of(comment)
        assert found
        return found.state

    def states(self, *comments: str) -> list[State]:
        """Return the same of several."""
        return [self.state(name) for name in comments]

    def on_main(self, repository: Path | None = None) -> list[str]:
        """Return the ids of comments that the main branch has, each as often as it has it."""
        names = git(repository or self.forge, "ls-tree", "-r", "--name-only", "main").split("\n")
        places = [place for name in names if (place := paths.CommentPath.parse(name))]
        return [
            place.id
            for place in places
            if self.service.store.of(place.id) and place.file.endswith(f"{place.id}.yaml")
        ]

    def bytes_on_main(self, comment: str, repository: Path | None = None) -> bytes:
        """Return the file of a comment as the main branch has it."""
        taken = self.service.store.of(comment)
        assert taken
        text = git(repository or self.forge, "show", f"main:{path_of(taken).file}")
        return f"{text}\n".encode()

    def batches(self, repository: Path | None = None) -> list[str]:
        """Return the branches of batches."""
        words = ("for-each-ref", "--format=%(refname:short)", "refs/heads/batch/")
        return git(repository or self.forge, *words).split()

    def merge(self, branch: str, *how: str) -> None:
        """Merge a batch as a person does at the forge."""
        git(self.work, "fetch", "--quiet", "forge", "+refs/heads/*:refs/remotes/forge/*")
        git(self.work, "reset", "--hard", "--quiet", "forge/main")
        git(self.work, "merge", "--quiet", *(how or ("--no-ff", "--no-edit")), f"forge/{branch}")
        if "--squash" in how:
            git(self.work, "commit", "--quiet", "--message", "Squashed")
        git(self.work, "push", "--quiet", "forge", "main")

    def merge_all(self) -> None:
        """Merge all batches that stand at the forge."""
        for branch in self.batches():
            self.merge(branch)

    def change_main(self, files: Mapping[str, Any]) -> None:
        """Let somebody else change the main branch at the forge."""
        git(self.work, "fetch", "--quiet", "forge", "+refs/heads/*:refs/remotes/forge/*")
        git(self.work, "reset", "--hard", "--quiet", "forge/main")
        committed(self.work, files)
        git(self.work, "push", "--quiet", "forge", "main")


def a_comment_of(number: int, text: str = "", **changed: Any) -> Comment:
    """Return a sound comment on the draft of the small project that is open."""
    fields: dict[str, Any] = {
        "schema": "1",
        "id": named(number),
        "standard": "birth-registration",
        "revision": 2,
        "clause": "term",
        "language": "ru",
        "kind": CommentKind.CHANGE,
        "received": date(2026, 11, 18),
        "channel": CommentChannel.WEB,
        "author": Author(kind=AuthorKind.INDIVIDUAL),
        "text": text or f"Прошу учесть замечание номер {number}: {_words(number)}.",
        "consent": "1",
    }
    return Comment(**{**fields, **changed})


def _words(number: int) -> str:
    """Return words that no other number has: alike comments are another matter."""
    drawn = sha256(str(number).encode()).digest()
    return " ".join(
        "".join("абвгдежзиклмнопр"[sign % 16] for sign in drawn[at : at + 7])
        for at in range(0, 28, 7)
    )


@cache
def _made_once(forge: str) -> Path:
    """Make the three repositories once a run; each test has a copy of its own."""
    folder = Path(mkdtemp(prefix="talqy-publishing-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    files = sound_files()
    settings = files["standards/project.yaml"] + "gate: {batch: 100}\n"
    files["standards/project.yaml"] = settings.replace("{kind: none}", forge)
    work = a_repository(folder / "work")
    committed(work, files)
    packed(work)
    for name in ("forge.git", "own.git"):
        git(folder, "clone", "--quiet", "--bare", "work", name)
        rmtree(folder / name / "hooks")
        (folder / name / "hooks").mkdir()
    git(work, "remote", "add", "forge", "../forge.git")
    return folder


def a_publishing(
    folder: Path, *, has_forge: bool = True, forge: str = "{kind: none}", **publish: Any
) -> Publishing:
    """Make the repositories, the settings and the service."""
    copytree(_made_once(forge), folder, dirs_exist_ok=True)
    publish = {"name": "Comments desk", "email": "talqy@noreply.example.kz", **publish}
    if has_forge:
        publish = {"remote": str(folder / "forge.git"), **publish}
    given = {FORGE_TOKEN: TOKEN}
    read = settings_of(folder, given, repository="own.git", publish=publish, officials=OF_TESTS)
    clock = Clock()
    opened = Service.opened(read)
    return Publishing(folder, Service(opened.settings, opened.store, opened.project, clock), clock)
