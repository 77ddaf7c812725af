"""Notices sent to an address of the ministry's own, as JSON: a bot, a channel, another program.

The address comes from who runs the command. It is called over TLS, or on this machine; what it
answers is not read, and it leads nowhere else. Addresses of hooks are secrets: messages name the
host alone.
"""

import ssl
from dataclasses import dataclass
from email.message import Message
from hashlib import sha256
from http.client import HTTPException
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from talqy import __version__
from talqy.errors import Saying, TalqyError
from talqy.model.notice import Notices
from talqy.notify.hook_address import HookAddress
from talqy.notify.parts import notices_json

_SECONDS = 20
_SUCCESS = range(200, 300)


class HookAwayError(TalqyError):
    """What was sent was not taken: the next run sends it again."""


class _NoRedirects(HTTPRedirectHandler):
    """Goes nowhere else than where it was sent."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib has it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        """Return nothing: then a redirect is an answer like all others that are no success."""


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that takes notices."""

    to: HookAddress

    def send(self, part: Notices) -> None:
        """Send notices; raise `HookAwayError` where they were not taken."""
        try:
            with self._opener().open(self._request(part), timeout=_SECONDS) as answer:
                status = answer.status
        except HTTPError as error:
            status = error.code
            error.close()
        except (URLError, HTTPException, OSError, ValueError) as error:
            raise self._away(_why(error)) from error
        if status not in _SUCCESS:
            raise self._away(Saying("it answers {status}", {"status": status}))

    def _request(self, part: Notices) -> Request:
        ids = "\n".join(one.id for one in part.notices)
        heads = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": f"talqy/{__version__}",
            # The same notices have the same key, should a hook take them and not say so.
            "Idempotency-Key": sha256(ids.encode()).hexdigest(),
        }
        data = notices_json(part).encode()
        return Request(self.to.url, data, heads, method="POST")  # noqa: S310 - `hook` knows the scheme

    def _opener(self) -> OpenerDirector:
        return build_opener(_NoRedirects, *([ProxyHandler({})] if self.to.is_here else []))

    def _away(self, why: object) -> HookAwayError:
        return HookAwayError(
            "the hook on {host} has not taken what happened ({why}); the next run sends it again",
            host=self.to.host,
            why=why,
        )


def _why(error: Exception) -> object:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return Saying("no answer within {seconds} seconds", {"seconds": _SECONDS})
    if isinstance(reason, ssl.SSLError):
        return Saying("its certificate is not accepted, or it speaks no TLS")
    return Saying("it cannot be reached")
