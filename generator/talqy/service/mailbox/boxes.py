"""What a box of messages is, whether it lies on a server or in a folder."""

from collections.abc import Iterator
from typing import Protocol

from talqy.errors import TalqyError

LONGEST_MESSAGE = 32 << 20
"""A longer message is a person's to look at."""
MOST_AT_ONCE = 200
"""So many messages are looked at in one round; the next ones come in the next."""


class MailboxAwayError(TalqyError):
    """A box cannot be reached or read now."""


class Box(Protocol):
    """A box: messages that wait, each of which is moved to where it belongs."""

    def waiting(self) -> Iterator[str]:
        """Yield the names of the messages that wait, the oldest first."""

    def size(self, name: str) -> int:
        """Return how long a message is."""

    def data(self, name: str) -> bytes:
        """Return the bytes of a message."""

    def form(self, name: str) -> str:
        """Return the name of a file that a message would be."""

    def to_taken(self, name: str) -> None:
        """Move a message to those that were taken."""

    def to_people(self, name: str) -> None:
        """Move a message to those that a person must look at."""

    def count_of_people(self) -> int:
        """Return how many messages wait for a person."""
