"""A text with its moment and a number drawn for it, signed: what others keep for us.

It stands in a page of the form, or in a cookie of the desk. It is not secret, and nothing of it is
trusted but what the signature holds.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

_NONCE, _MOMENT, _MAC = 16, 8, 32
_MOST_SIGNS = 800


@dataclass(frozen=True, slots=True)
class SignedText:
    """A text, a moment to the second, and 128 random bits."""

    text: str
    moment: datetime
    nonce: bytes

    @classmethod
    def drawn(cls, text: str, moment: datetime) -> Self:
        """Return a text with a new number."""
        return cls(text, moment.replace(microsecond=0), secrets.token_bytes(_NONCE))

    def written(self, key: bytes, purpose: bytes) -> str:
        """Return all of it as one word; what is signed for one purpose is none for another."""
        body = self.nonce + int(self.moment.timestamp()).to_bytes(_MOMENT) + self.text.encode()
        return urlsafe_b64encode(_mac(key, purpose, body) + body).decode().rstrip("=")


def read_signed(written: str, key: bytes, purpose: bytes) -> SignedText | None:
    """Return what was signed with a key for a purpose; None where it was not."""
    if not written.isascii() or len(written) > _MOST_SIGNS:
        return None
    try:
        data = urlsafe_b64decode(written + "=" * (-len(written) % 4))
    except ValueError:
        return None
    mac, body = data[:_MAC], data[_MAC:]
    if len(body) <= _NONCE + _MOMENT or not hmac.compare_digest(mac, _mac(key, purpose, body)):
        return None
    seconds = int.from_bytes(body[_NONCE : _NONCE + _MOMENT])
    moment = datetime.fromtimestamp(seconds, UTC)
    return SignedText(body[_NONCE + _MOMENT :].decode(), moment, body[:_NONCE])


def _mac(key: bytes, purpose: bytes, body: bytes) -> bytes:
    return hmac.digest(key, purpose + b" 1:" + body, "sha256")
