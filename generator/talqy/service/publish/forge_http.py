"""Asking a forge over HTTP: bounded in time and length, to its own host alone, in JSON.

What a forge answers is somebody else's text: never shown, only read for a few values.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from talqy.errors import TalqyError
from talqy.model.hosts import is_here

_SECONDS = 20
_MOST_BYTES = 1 << 20
_LATER = frozenset({408, 425, 429})


class ForgeAwayError(TalqyError):
    """The forge cannot be asked now; later it may be."""


class ForgeRefusedError(TalqyError):
    """The forge does not do what it is asked for: waiting helps nothing."""


class _Stays(urllib.request.HTTPRedirectHandler):
    """Follows nobody elsewhere: a token would be told to another host."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow no redirection."""


@dataclass(frozen=True, slots=True)
class ForgeApi:
    """The interface of a forge: its address, and the heads by which it knows us."""

    address: str
    heads: Mapping[str, str] = field(repr=False)

    def get(self, path: str, **asked: str) -> Any:  # noqa: ANN401 - as the forge has it
        """Return what stands at a path; None where there is nothing."""
        query = f"?{urlencode(asked)}" if asked else ""
        status, found = self._asked("GET", f"{path}{query}", None)
        return None if status == 404 else found

    def post(self, path: str, said: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the forge has it
        """Let the forge make something; return it, or None where it is there already."""
        status, made = self._asked("POST", path, json.dumps(dict(said)).encode())
        return None if status in (409, 422) else made

    def _asked(self, verb: str, path: str, body: bytes | None) -> tuple[int, Any]:
        parts = urlsplit(self.address)
        if parts.scheme != "https" and not is_here(parts.hostname or ""):
            raise ForgeRefusedError(
                "the address of the forge must begin with https://: the token would be read on "
                "the way"
            )
        heads = {**self.heads, "Accept": "application/json", "User-Agent": "talqy"}
        if body is not None:
            heads["Content-Type"] = "application/json"
        asked = urllib.request.Request(  # noqa: S310 - its scheme is looked at above
            f"{self.address.rstrip('/')}{path}", body, heads, method=verb
        )
        try:
            with urllib.request.build_opener(_Stays).open(asked, timeout=_SECONDS) as answer:
                return answer.status, json.loads(answer.read(_MOST_BYTES))
        except urllib.error.HTTPError as error:
            with error:
                _require_answer(error.code, verb)
            return error.code, None
        except (OSError, HTTPException) as error:
            raise ForgeAwayError("the forge cannot be reached") from error
        except (ValueError, RecursionError) as error:
            raise ForgeAwayError("the forge answers with something that is no JSON") from error


def _require_answer(status: int, verb: str) -> None:
    """Raise where an answer is an error; that something is not there, or is already, is none."""
    if (verb, status) in (("GET", 404), ("POST", 409), ("POST", 422)):
        return
    if status >= 500 or status in _LATER:
        raise ForgeAwayError("the forge is not well: it answers with {status}", status=status)
    if status in (401, 403):
        raise ForgeRefusedError(
            "the forge does not know the token of the service, or does not let it open pull "
            "requests ({status})",
            status=status,
        )
    raise ForgeRefusedError("the forge does not do this: it answers with {status}", status=status)
