"""The token of a page of the form: which draft it is for, and when it was made. Signed, not secret.

Nothing that was typed is in it.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from talqy.service.signed import SignedText, read_signed

_PURPOSE = b"token"


@dataclass(frozen=True, slots=True)
class PageToken:
    """Draft (`birth-registration r2`), moment of a page to the second, and a number drawn for it.

    The number is 128 random bits, and kept nowhere.
    """

    draft: str
    issued: datetime
    nonce: bytes

    @property
    def page(self) -> str:
        """What tells this page from all others, and says nothing of its number."""
        return hashlib.sha256(b"page: " + self.nonce).hexdigest()

    @classmethod
    def drawn(cls, draft: str, now: datetime) -> Self:
        """Make the token of a new page."""
        made = SignedText.drawn(draft, now.astimezone(UTC))
        return cls(made.text, made.moment, made.nonce)

    def sealed(self, key: bytes) -> str:
        """Return the token as it stands in a page."""
        return SignedText(self.draft, self.issued, self.nonce).written(key, _PURPOSE)


def opened(written: str, key: bytes) -> PageToken | None:
    """Return the token that was written into a page of ours; None where it was not."""
    read = read_signed(written, key, _PURPOSE)
    return PageToken(read.text, read.moment, read.nonce) if read else None
