"""Connections of HTTP: who says nothing is let go, and keeps nobody else out.

The server of HTTP bounds how long it waits between two requests, and not how long for the first,
or for the rest of a head. Where all places are taken, the one that has been silent longest goes.
"""

from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""How long a head may take to arrive, from the opening of its connection or its first byte."""


class BoundedConnection(H11Protocol):
    """A connection that is closed where a head does not arrive in time."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - the server's own
        super().__init__(*given, **named)
        self._head: Any = None
        self.silent_since = 0.0

    @property
    def is_silent(self) -> bool:
        """Whether nobody waits for an answer here, and no request has begun."""
        is_answered = self.cycle is None or self.cycle.response_complete
        return is_answered and self.conn.their_state in {h11.IDLE, h11.DONE}

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - the loop's own
        """Begin to wait for a head."""
        super().connection_made(transport)
        if self.limit_concurrency and len(self.connections) >= self.limit_concurrency:
            self._let_one_go()
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take in what has come; what is still no whole head gets no more time by it."""
        super().data_received(data)
        if not self.is_silent:
            self._end_waiting()
        elif self._head is None:
            self._wait()

    def on_response_complete(self) -> None:
        """Begin to be silent anew."""
        super().on_response_complete()
        self.silent_since = self.loop.time()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._end_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self.silent_since = self.loop.time()
        self._head = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _end_waiting(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _give_up(self) -> None:
        self._head = None
        if self.is_silent:
            self.transport.close()

    def _let_one_go(self) -> None:
        others = (one for one in self.connections if one is not self)
        silent = [one for one in others if isinstance(one, BoundedConnection) and one.is_silent]
        if silent:
            oldest = min(silent, key=lambda one: one.silent_since)
            self.connections.discard(oldest)  # the loop says only later that it is gone
            oldest.transport.close()
