"""The token of a page of the form: which draft it is for, and when it was made. Signed, not secret.

Nothing that was typed is in it, and nothing of it is trusted but what the signature holds.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

_NONCE, _MOMENT, _MAC = 16, 8, 32
_MOST_SIGNS = 400


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
        return cls(draft, now.astimezone(UTC).replace(microsecond=0), secrets.token_bytes(_NONCE))

    def sealed(self, key: bytes) -> str:
        """Return the token as it stands in a page."""
        seconds = int(self.issued.timestamp())
        body = self.nonce + seconds.to_bytes(_MOMENT) + self.draft.encode()
        return urlsafe_b64encode(_mac(key, body) + body).decode().rstrip("=")


def opened(written: str, key: bytes) -> PageToken | None:
    """Return the token that was written into a page of ours; None where it was not."""
    if not written.isascii() or len(written) > _MOST_SIGNS:
        return None
    try:
        data = urlsafe_b64decode(written + "=" * (-len(written) % 4))
    except ValueError:
        return None
    mac, body = data[:_MAC], data[_MAC:]
    if len(body) <= _NONCE + _MOMENT or not hmac.compare_digest(mac, _mac(key, body)):
        return None
    seconds = int.from_bytes(body[_NONCE : _NONCE + _MOMENT])
    moment = datetime.fromtimestamp(seconds, UTC)
    return PageToken(body[_NONCE + _MOMENT :].decode(), moment, body[:_NONCE])


def _mac(key: bytes, body: bytes) -> bytes:
    return hmac.digest(key, b"token 1:" + body, "sha256")
