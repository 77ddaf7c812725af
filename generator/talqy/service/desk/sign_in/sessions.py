"""Sessions at the desk: a signed cookie says who it is, and each form carries a token of it.

Nothing is kept of them but what is to be said once on the next page, and which have ended.
"""

import hmac
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from talqy.errors import Saying
from talqy.service.signed import SignedText, read_signed

_LASTS = timedelta(hours=12)
_COOKIE = b"desk session"
_MOST_SESSIONS, _MOST_NOTICES = 2_000, 5


@dataclass(frozen=True, slots=True)
class Session:
    """One visit of an official, from signing in until it ends."""

    account: str
    nonce: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Noted:
    """What is said once on the next page; `below` is where it leads, if it leads anywhere.

    `is_doubt`: it is something to look at, and not what was done.
    """

    saying: Saying
    below: str = ""
    is_doubt: bool = False


@dataclass(slots=True)
class Sessions:
    """Makes sessions and knows them again by their cookies; `key` is secret."""

    key: bytes = field(repr=False)
    now: Callable[[], datetime]
    _ended: OrderedDict[str, datetime] = field(default_factory=OrderedDict)
    _notices: OrderedDict[str, list[Noted]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def begun(self, account: str) -> tuple[Session, str]:
        """Return a new session of an account, and its cookie."""
        made = SignedText.drawn(account, self.now() + _LASTS)
        return Session(account, made.nonce.hex(), made.moment), made.written(self.key, _COOKIE)

    def known(self, written: str) -> Session | None:
        """Return the session of a cookie; None where it is none of ours, over, or has ended."""
        read = read_signed(written, self.key, _COOKIE)
        if read is None or read.moment <= self.now() or read.nonce.hex() in self._ended:
            return None
        return Session(read.text, read.nonce.hex(), read.moment)

    def end(self, session: Session) -> None:
        """End a session: its cookie is worth nothing from now on."""
        with self._lock:
            now = self.now()
            for nonce in [nonce for nonce, until in self._ended.items() if until < now]:
                del self._ended[nonce]
            self._ended[session.nonce] = session.until
            self._notices.pop(session.nonce, None)

    def token(self, session: Session) -> str:
        """Return what each form of a session carries."""
        said = f"{session.nonce} {session.account}".encode()
        return hmac.digest(self.key, b"desk form 1:" + said, "sha256").hex()

    def is_token(self, session: Session, written: str) -> bool:
        """Return whether a form is one of this session."""
        return written.isascii() and hmac.compare_digest(written, self.token(session))

    def note(
        self, session: Session, saying: Saying, below: str = "", *, is_doubt: bool = False
    ) -> None:
        """Keep something to be said on the next page, with a link to what is done about it."""
        with self._lock:
            kept = self._notices.setdefault(session.nonce, [])
            kept.append(Noted(saying, below, is_doubt))
            del kept[:-_MOST_NOTICES]
            while len(self._notices) > _MOST_SESSIONS:
                self._notices.popitem(last=False)

    def notices(self, session: Session) -> tuple[Noted, ...]:
        """Return what is to be said, once."""
        with self._lock:
            return tuple(self._notices.pop(session.nonce, ()))
