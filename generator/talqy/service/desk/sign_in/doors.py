"""Ways to sign in: on this computer by a link that works once, or by what a proxy says.

Each says which official a request is of, and with which session.
"""

import hmac
import ipaddress
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from starlette.requests import Request

from talqy.model.publishing import DeskFile, Officials
from talqy.service.desk.sign_in.officials import ALL_ROLES, DeskOfficial
from talqy.service.desk.sign_in.sessions import Session, Sessions
from talqy.service.taken import By

_MOST_ACCOUNT = 200


@dataclass(frozen=True, slots=True)
class Visitor:
    """An official with a session; `cookie` is to be given to the browser where it is new."""

    official: DeskOfficial
    session: Session
    cookie: str = ""


class SignIn(Protocol):
    """A way to sign in."""

    @property
    def sessions(self) -> Sessions:
        """The sessions that it begins."""

    def visitor(self, request: Request, cookie: str) -> Visitor | None:
        """Return whose request it is; None where nobody is signed in."""

    def is_stranger(self, request: Request) -> bool:
        """Return whether somebody asks who is signed in elsewhere, and whom we do not know."""

    def leave(self) -> str:
        """Return where one goes on who has signed out; empty where a page of ours says it."""


@dataclass(slots=True)
class SignInHere:
    """Signing in on this computer: who has the link that was printed is its user.

    The link works once. All that can be done may be done: whoever may run this may do it by
    commands as well.
    """

    sessions: Sessions
    authority: str | None = None
    name: str = ""
    link: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    _lock: Lock = field(default_factory=Lock)

    def opened(self, link: str) -> str | None:
        """Return the cookie of a new session for the link, once."""
        with self._lock:
            is_right = bool(self.link) and link.isascii() and hmac.compare_digest(link, self.link)
            if not is_right:
                return None
            self.link = ""
        return self.sessions.begun(By.HERE)[1]

    def visitor(self, request: Request, cookie: str) -> Visitor | None:
        """Return whose request it is; None where nobody is signed in."""
        del request
        session = self.sessions.known(cookie)
        if session is None:
            return None
        official = DeskOfficial(By.HERE, ALL_ROLES, self.authority, bool(self.name), self.name)
        return Visitor(official, session)

    def is_stranger(self, request: Request) -> bool:
        """Return whether somebody asks who is signed in elsewhere: on this computer nobody is."""
        del request
        return False

    def leave(self) -> str:
        """Return where one goes on who has signed out."""
        return ""


@dataclass(frozen=True, slots=True)
class SignInByProxy:
    """Signing in by a proxy: it names the account in a head, and is believed by its address."""

    sessions: Sessions
    said: DeskFile
    officials: Mapping[str, DeskOfficial]
    is_by_socket: bool = False

    def visitor(self, request: Request, cookie: str) -> Visitor | None:
        """Return whose request it is; None where nobody whom we know is named by the proxy."""
        official = self.officials.get(self._account(request))
        if official is None:
            return None
        session = self.sessions.known(cookie)
        if session is None or session.account != official.account:
            session, cookie = self.sessions.begun(official.account)
            return Visitor(official, session, cookie)
        return Visitor(official, session)

    def is_stranger(self, request: Request) -> bool:
        """Return whether a proxy names somebody whom the settings do not."""
        account = self._account(request)
        return bool(account) and account not in self.officials

    def _account(self, request: Request) -> str:
        """Return the account that a proxy names; empty where it names none, or is no proxy."""
        named = request.headers.getlist(self.said.header)
        if len(named) != 1 or not 0 < len(named[0]) <= _MOST_ACCOUNT:
            return ""
        if request.client is None:  # a socket in a folder: who may write to it is let in by it
            return named[0] if self.is_by_socket else ""
        return named[0] if _is_among(request.client.host, self.said.proxies) else ""

    def leave(self) -> str:
        """Return where one goes on who has signed out."""
        return self.said.leave or ""


def _is_among(host: str, networks: Sequence[str]) -> bool:
    try:
        address = ipaddress.ip_address(host)
        return any(address in ipaddress.ip_network(one) for one in networks)
    except ValueError:
        return False


def officials_of(officials: Officials) -> dict[str, DeskOfficial]:
    """Return the officials of settings by their accounts; without one, the name is the account."""
    return {
        (one.account or name): DeskOfficial(
            account=one.account or name,
            roles=frozenset(one.roles),
            authority=one.authority,
            shows_name=bool(one.name),
            name=one.name or "",
        )
        for name, one in officials.items()
    }
