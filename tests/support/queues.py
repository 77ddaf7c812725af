"""Comments of the queue for tests, and the moments at which they come."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from talqy.service.taken import Act, Taken

NOON = datetime(2026, 11, 4, 7, 0, tzinfo=UTC)
"""Noon in Almaty, on a day of the first discussion."""
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def after(seconds: float) -> datetime:
    """Return a moment so many seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def named(number: int) -> str:
    """Return the id of the comment of a number."""
    signs = []
    for _ in range(10):
        number, sign = divmod(number, 32)
        signs.append(_LETTERS[sign])
    return "".join(reversed(signs))


def taken(number: int = 1, **changed: Any) -> Taken:
    """Return a comment; each number is another one, a second later."""
    text = f"schema: 1\nid: {named(number)}\ntext: Пікір {number}\n".encode()
    one = Taken(
        id=named(number),
        standard="birth-registration",
        revision=1,
        text=text,
        digest=f"sha256:{sha256(text).hexdigest()}",
        received=date(2026, 11, 4),
        taken_at=after(number),
        posted=sha256(b"posted" + text).hexdigest(),
        key_hash=sha256(b"key" + text).hexdigest(),
    )
    return replace(one, **changed)


def act(what: str = "taken", seconds: float = 0, **more: Any) -> Act:
    """Return a line for the log."""
    return Act(what, after(seconds), more.pop("by", "form"), **more)
