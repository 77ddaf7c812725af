"""What stands around every page: heads that tell browsers what they may do, and bounds.

A body that says it is too long passes by and is refused, and one far too long is refused unread;
one that does not say so is cut off where it becomes too long, or takes too long to arrive.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talqy.service.refusing import refusal

MOST_BYTES = 64 << 10
"""How long a body may be, where a path has no bound of its own."""
SECONDS = 30.0
"""How long a body may take to arrive."""
MOST_AT_ONCE = 256
"""How many requests are answered at once, those whose bodies are still on the way among them."""
_MOST_DRAINED = 4 << 20
_MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Bound:
    """How long a body may be, and how long it may take; `with_files` where it is one with files."""

    most: int = MOST_BYTES
    seconds: float = SECONDS
    with_files: "Bound | None" = None

    def of(self, content_type: str) -> "Bound":
        """Return the bound of a body that says what it is."""
        is_multipart = content_type.partition(";")[0].strip().lower() == _MULTIPART
        return self.with_files if self.with_files and is_multipart else self


_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


class Headed:
    """Puts heads on every answer, those of faults too; a page may set one of its own.

    `other` are heads that stand in the place of ours.
    """

    def __init__(self, app: ASGIApp, other: Mapping[str, str] | None = None) -> None:
        self._app, self._headers = app, {**_HEADERS, **(other or {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"].endswith(".start"):
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, headed)


class AtOnce:
    """Answers so many requests at once, and tells all others to come again."""

    def __init__(self, app: ASGIApp, most: int = MOST_AT_ONCE) -> None:
        self._app, self._most, self._now = app, most, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and self._now >= self._most:
            answer = refusal(HTTPStatus.SERVICE_UNAVAILABLE, {"Connection": "close"})
            await answer(scope, receive, send)
            return
        self._now += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._now -= 1


class Bounded:
    """Lets in no body that is too long, or too slow.

    `more` are paths whose bound is another one, such as that of attachments; a path is bound with
    all that lies below it.
    """

    def __init__(
        self,
        app: ASGIApp,
        most: int = MOST_BYTES,
        more: Mapping[str, int | Bound] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._app, self._usual = app, Bound(most, seconds)
        self._more = {
            path: one if isinstance(one, Bound) else Bound(one, seconds)
            for path, one in (more or {}).items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        bound = self._bound(scope["path"]).of(Headers(scope=scope).get("content-type", ""))
        most = bound.most
        if (length := _length(scope)) > most:
            if length <= _MOST_DRAINED:
                await _drain(receive)
            answer = refusal(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"Connection": "close"}, most=most >> 10
            )
            await answer(scope, receive, send)
            return
        body = _Body(receive, most, bound.seconds)
        await self._app(scope, body.receive, send)

    def _bound(self, path: str) -> Bound:
        fits = [at for at in self._more if path == at or path.startswith(f"{at.rstrip('/')}/")]
        return self._more[max(fits, key=len)] if fits else self._usual


async def _drain(receive: Receive) -> None:
    """Let a body pass by that is not wanted.

    A proxy that is cut off while it still sends tells people of a broken gateway, in place of what
    we have to say.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(SECONDS):
            while (await receive()).get("more_body", False):
                pass


def _length(scope: Scope) -> int:
    said = Headers(scope=scope).get("content-length", "0")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0


class TooLongError(HTTPException):
    """A body that did not say how long it is became too long."""

    def __init__(self, most: int) -> None:
        super().__init__(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        self.most = most


class _Body:
    """A body as it arrives, counted."""

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive, self._most, self._seconds = receive, most, seconds
        self._until, self._read, self._is_whole = 0.0, 0, False

    async def receive(self) -> Message:
        if self._is_whole:
            return await self._receive()
        self._until = self._until or time.monotonic() + self._seconds
        try:
            async with asyncio.timeout(self._until - time.monotonic()):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None
        self._read += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        if self._read > self._most:
            raise TooLongError(self._most)
        return message
