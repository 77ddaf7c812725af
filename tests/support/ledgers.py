"""What people were told at the form, held against what the queue has: nothing lost or twice.

Each person of a ledger says something that nobody else says, so their comment is found by its
words. One property, whatever has happened meanwhile: no receipt without a stored comment with that
number and those bytes, no words twice, and nobody's words missing who pressed until the receipt.
"""

import re
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from form_posts import key_in, number_in
from posting import Page
from talqy.model.digest import digest_of_text_file
from talqy.service.form.comment_key import is_key
from talqy.service.store.store import Store
from talqy.service.taken import State

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_PERSON = re.compile(r"Комментарий (\d+)\.")


@dataclass(frozen=True, slots=True)
class ToldReceipt:
    """A receipt that somebody has seen."""

    person: int
    number: str
    digest: str
    key: str


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """What was found: how many people, receipts, comments, and what may not be."""

    people: int
    receipts: int
    stored: int
    without: int
    """Receipts that name no stored comment, or one with other bytes or another key."""
    twice: int
    """People whose words are stored more than once, or who have two numbers."""
    lost: int
    """People whose words are not stored."""
    broken: int
    """Comments whose log does not begin with that they were taken, once."""

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is there that may not be."""
        return (self.without, self.twice, self.lost, self.broken) == (0, 0, 0, 0)


@dataclass
class Ledger:
    """People who came, and all receipts that they have seen."""

    people: set[int] = field(default_factory=set)
    receipts: list[ToldReceipt] = field(default_factory=list)

    def told(self, person: int, page: Page) -> None:
        """Keep a receipt."""
        found = _DIGEST.search(page.text)
        assert found
        self.receipts.append(ToldReceipt(person, number_in(page), found[0], key_in(page)))

    def against(self, address: str | Path) -> HeldAgainst:
        """Hold what was told against a queue."""
        with closing(Store.opened(address)) as store:
            comments = {one.id: one for one in store.waiting(tuple(State))}
            logs = {name: [line.act.what for line in store.log_of(name)] for name in comments}
        times = Counter(
            int(found[1])
            for one in comments.values()
            if (found := _PERSON.search(one.text.decode()))
        )
        without = 0
        numbers: dict[int, set[str]] = {}
        for told in self.receipts:
            numbers.setdefault(told.person, set()).add(told.number)
            one = comments.get(told.number)
            is_theirs = (
                one is not None
                and f"Комментарий {told.person}." in one.text.decode()
                and told.digest == one.digest == digest_of_text_file(one.text)
                and is_key(told.key, one.key_hash)
            )
            without += not is_theirs
        twice = {who for who, count in times.items() if count > 1}
        twice |= {who for who, found in numbers.items() if len(found) > 1}
        return HeldAgainst(
            people=len(self.people),
            receipts=len(self.receipts),
            stored=len(comments),
            without=without,
            twice=len(twice),
            lost=len(self.people - set(times)),
            broken=sum(said != ["taken"] for said in logs.values()),
        )
