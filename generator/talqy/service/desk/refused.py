"""What is answered where nobody is signed in, or there is no page: in kk, ru and en, no markup."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from starlette.responses import PlainTextResponse, Response

from talqy.errors import Saying
from talqy.service.refusing import in_all_languages, words_of

OURS = Saying(
    "The desk has failed. Nothing was saved by this step; go back, copy what you have typed, and "
    "try it again."
)
STRANGER = Saying(
    "You are signed in, and the settings of the desk do not name you: ask whoever runs the desk to "
    "put your account there."
)
_WORDS: Mapping[int, Saying] = {
    HTTPStatus.OK: Saying("You have signed out. You may close this page."),
    HTTPStatus.UNAUTHORIZED: Saying(
        "You are not signed in. On your own computer, start the desk anew: its link works once, "
        "and for twelve hours. Elsewhere, sign in as in your other systems."
    ),
    HTTPStatus.FORBIDDEN: Saying(
        "This request did not come from a page of the desk, and was not answered."
    ),
    HTTPStatus.NOT_FOUND: Saying("There is no such page here."),
    HTTPStatus.METHOD_NOT_ALLOWED: Saying("This page does not take what was sent to it."),
    HTTPStatus.BAD_REQUEST: Saying("What was sent cannot be read as a form of the desk."),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Saying(
        "What was sent cannot be read as a form of the desk."
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: Saying(
        "The desk cannot read the project now, and nothing was saved by this step. Keep your text, "
        "and try again in some minutes; tell whoever runs the desk."
    ),
    HTTPStatus.REQUEST_TIMEOUT: Saying(
        "What you sent did not arrive in time. Keep your text, and send it again."
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Saying(
        "What you sent is too long for this page. Send it in parts, or a smaller file."
    ),
}


def refused(
    status: int,
    headers: Mapping[str, str] | None = None,
    typed: Iterable[tuple[str, str]] = (),
    words: Saying | None = None,
) -> Response:
    """Return the answer of a status, in all languages that the tool speaks; `words` say it better.

    What somebody has `typed` into a form that could not be taken stands below it.
    """
    said = in_all_languages(words or words_of(status, _WORDS, OURS))
    said += [f"{name}:\n{text}" for name, text in typed]
    return PlainTextResponse("\n\n".join(said) + "\n", status, dict(headers or {}))
