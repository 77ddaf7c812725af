"""Ways to sign in: on this computer by a link that works once, or by what a proxy says.

Each says which official a request is of, and with which session.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from typing import Protocol

from starlette.requests import Request

from talqy.model.hosts import is_among
from talqy.model.publishing import DeskFile
from talqy.service.desk.sign_in.head import MOST_BYTES, account_of
from talqy.service.desk.sign_in.sessions import Session, Sessions
from talqy.service.officials import ALL_ROLES, Who
from talqy.service.taken import By
from talqy.service.watching import LOG


@dataclass(frozen=True, slots=True)
class Visitor:
    """An official with a session; `cookie` is to be given to the browser where it is new."""

    official: Who
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
    authority: str = ""
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
        official = Who(By.HERE, ALL_ROLES, authority=self.authority, shown_name=self.name)
        return Visitor(official, session)

    def is_stranger(self, request: Request) -> bool:
        """Return whether somebody asks who is signed in elsewhere: on this computer nobody is."""
        del request
        return False

    def leave(self) -> str:
        """Return where one goes on who has signed out."""
        return ""


class WhyNobody(StrEnum):
    """Why a request signs nobody in, for who sets the proxy up; never whom it names."""

    NO_HEAD = "the head of the settings names nobody"
    SEVERAL = "the head of the settings stands there several times"
    TOO_LONG = "what the head of the settings has is too long for an account"
    NO_PROXY = "who sent the head is no proxy of the settings"
    UNKNOWN = "the settings name no official with this account"


@dataclass(frozen=True, slots=True)
class SignInByProxy:
    """Signing in by a proxy: it names the account in a head, and is believed by its address."""

    sessions: Sessions
    said: DeskFile
    officials: Mapping[str, Who]
    is_by_socket: bool = False

    def visitor(self, request: Request, cookie: str) -> Visitor | None:
        """Return whose request it is; None where nobody whom we know is named by the proxy.

        Why so, a line of the log says: who sets a proxy up has nothing else to go by.
        """
        official = self._named(request)
        if isinstance(official, WhyNobody):
            LOG.warning("nobody is signed in: %s", official)
            return None
        session = self.sessions.known(cookie)
        if session is None or session.account != official.signs_in_as:
            session, cookie = self.sessions.begun(official.signs_in_as)
            return Visitor(official, session, cookie)
        return Visitor(official, session)

    def is_stranger(self, request: Request) -> bool:
        """Return whether a proxy names somebody whom the settings do not."""
        return self._named(request) is WhyNobody.UNKNOWN

    def _named(self, request: Request) -> Who | WhyNobody:
        """Return the official whom a proxy names, or why there is none."""
        named = request.headers.getlist(self.said.header)
        if not any(named):
            return WhyNobody.NO_HEAD
        if len(named) > 1:
            return WhyNobody.SEVERAL
        if len(named[0]) > MOST_BYTES:
            return WhyNobody.TOO_LONG
        if not self._is_proxy(request):
            return WhyNobody.NO_PROXY
        return self.officials.get(account_of(named[0])) or WhyNobody.UNKNOWN

    def _is_proxy(self, request: Request) -> bool:
        if request.client is None:  # a socket in a folder: who may write to it is let in by it
            return self.is_by_socket
        return is_among(request.client.host, self.said.proxies)

    def leave(self) -> str:
        """Return where one goes on who has signed out."""
        return self.said.leave or ""
