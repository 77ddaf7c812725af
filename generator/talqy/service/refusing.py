"""What is answered where a page has no answer of its own: in kk, ru and en, without any markup."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from starlette.responses import PlainTextResponse, Response

from talqy.errors import Saying
from talqy.language.catalogue import catalogue
from talqy.project.shipped_files import folders

_LANGUAGES = ("kk", "ru", "en")
_OURS = Saying(
    "The service has failed. What you sent is stored only if you have its receipt; keep your text, "
    "and send it again: the same text sent twice is taken once."
)
NOT_SO = Saying("What was asked for cannot be answered here as it was sent.")
"""Of a request that is at fault itself, in a way that has no words of its own."""
_WORDS: Mapping[int, Saying] = {
    HTTPStatus.NOT_FOUND: Saying("There is no such page here."),
    HTTPStatus.METHOD_NOT_ALLOWED: Saying("This page does not take what was sent to it."),
    HTTPStatus.REQUEST_TIMEOUT: Saying(
        "What you sent did not arrive in time. Keep your text, and send it again."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Saying(
        "What you sent is too long: at most {most} KB are taken. Shorten the text, or send it in "
        "parts."
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Saying(
        "Nothing can be stored at the moment. Keep your text, and send it again in some minutes."
    ),
}
_AGAIN_SECONDS = 60


def refusal(status: int, headers: Mapping[str, str] | None = None, **values: object) -> Response:
    """Return the answer of a status, in all languages that the tool speaks."""
    words = replace(words_of(status, _WORDS, _OURS), values=values)
    more = dict(headers or {})
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        more["Retry-After"] = str(_AGAIN_SECONDS)
    return PlainTextResponse("\n\n".join(in_all_languages(words)) + "\n", status, more)


def words_of(status: int, known: Mapping[int, Saying], ours: Saying) -> Saying:
    """Return what is said of a status; `ours` where the fault is ours and has no words."""
    return known.get(status, NOT_SO if status < HTTPStatus.INTERNAL_SERVER_ERROR else ours)


def in_all_languages(saying: Saying) -> list[str]:
    """Return a sentence in each language that the tool speaks."""
    return [saying.said(catalogue(name, folders(None, "messages")).problem) for name in _LANGUAGES]
