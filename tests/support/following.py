"""Letters in a test: a project whose commits are told, a queue, and a box that they come into."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import builders as b
from queues import NOON
from repositories import a_repository, committed
from sites import mkdocs_yml
from talqy.notify.states import ShownStates
from talqy.service.keys import Keys
from talqy.service.messages.following import Following
from talqy.service.messages.letter import Sender
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.seals import Seals
from talqy.service.store.addressees import Addressees
from talqy.service.store.outbox import Outbox
from talqy.service.store.store import Store

BASE = "https://comments.example.kz/"
LINK = re.compile(rf"{BASE}letters/(?:confirm|leave)/([0-9a-f]+)/([0-9a-f]+)")


@dataclass
class Box:
    """Takes letters in place of a mail server; `before` each is called, when it may still fail."""

    letters: list[EmailMessage] = field(default_factory=list)
    before: list[Callable[[], None]] = field(default_factory=list)
    after: list[Callable[[], None]] = field(default_factory=list)

    def send(self, message: EmailMessage, handing: Callable[[], None]) -> None:
        """Take a letter."""
        if self.before:
            self.before.pop(0)()
        handing()
        self.letters.append(message)
        if self.after:
            self.after.pop(0)()

    @contextmanager
    def opened(self) -> Iterator["Box"]:
        """Stand for a connection."""
        yield self

    @property
    def told(self) -> list[tuple[str, str]]:
        """To whom letters came, and their subjects."""
        return [(str(one["To"]), str(one["Subject"])) for one in self.letters]

    def link(self) -> tuple[str, str]:
        """Return the two parts of the link in the newest letter."""
        found = LINK.search(self.letters[-1].get_content())
        assert found
        return found[1], found[2]


@dataclass
class Post:
    """All that letters need, and a clock that stands still."""

    folder: Path
    store: Store
    box: Box = field(default_factory=Box)
    now: datetime = NOON

    @property
    def following(self) -> Following:
        """Return who gets letters."""
        engines, keys = self.store.engines, Keys("a secret of tests, which nobody needs to guess")
        return Following(Seals(keys), self.store, Addressees(engines), Outbox(engines))

    def round(self) -> int:
        """Make one round, as a process does that has just begun; return how many went out."""
        made = LetterRound(
            following=self.following,
            states=ShownStates(self.folder),
            branch=lambda: "HEAD",
            post=self.box.opened,
            sender=Sender("talqy@adilet.example.kz", "Талқы"),
            base=BASE,
        )
        return made.go(self.now)

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def follow(self, address: str, topic: str, language: str = "ru") -> None:
        """Let somebody ask for letters, and confirm it."""
        self.following.ask(address, topic, language, self.now)
        self.round()
        assert self.following.confirm(*self.box.link(), self.now)
        self.box.letters.clear()


def a_post(folder: Path, store: Store) -> Post:
    """Make a project with one comment in a repository, and letters about it."""
    work = b.write_project(
        a_repository(folder / "work"),
        comments=[b.a_comment()],
        files={"mkdocs.yml": mkdocs_yml()},
    )
    committed(work)
    return Post(work, store)
