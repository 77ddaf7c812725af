"""The pages of letters as the service answers them.

A link of a letter only shows a button: programs that look through mail follow links, and press
none. Mail programs themselves may post to end letters (RFC 8058).
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from talqy.model.notice import Follower
from talqy.model.values import is_comment_id
from talqy.service.addressee import ALL, topic_of, topic_parts
from talqy.service.form.accepted_languages import spoken_language
from talqy.service.form.address import client_of, hashed, is_from_elsewhere
from talqy.service.form.comment_key import is_key
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay, ProjectDays
from talqy.service.messages.following import AskedFor, Following
from talqy.service.messages.letter_views import STATUS, LetterStep, letters_view
from talqy.service.messages.links import CONFIRM, LEAVE, LETTERS
from talqy.service.parts import Service

_HOUR, _MOST_OF_ONE = timedelta(hours=1), 20
_MOST_FIELDS, _MOST_SIGNS = 10, 400
_STEPS = {
    AskedFor.ON_ITS_WAY: LetterStep.ON_ITS_WAY,
    AskedFor.NO_ADDRESS: LetterStep.NO_ADDRESS,
    AskedFor.MANY: LetterStep.MANY,
}


def letter_routes(service: Service, following: Following) -> Sequence[BaseRoute]:
    """Return the pages of letters; none where settings name no mail server."""
    if service.settings.said.mail is None:
        return ()
    pages = _LetterPages(service, following)
    link = "/{name}/{sign}"
    return (
        Route(f"/{LETTERS}/", pages.empty, methods=["GET"]),
        Route(f"/{LETTERS}/", pages.ask, methods=["POST"]),
        Route(f"/{CONFIRM}{link}", pages.to_confirm, methods=["GET"]),
        Route(f"/{CONFIRM}{link}", pages.confirm, methods=["POST"]),
        Route(f"/{LEAVE}{link}", pages.to_leave, methods=["GET"]),
        Route(f"/{LEAVE}{link}", pages.leave, methods=["POST"]),
    )


class _LetterPages:
    """Answers requests, in threads."""

    def __init__(self, service: Service, following: Following) -> None:
        self._service, self._following = service, following
        self._places = Places(service.settings.address)
        self._days = ProjectDays(service.project.now)

    # --- to ask -----------------------------------------------------------------------------------

    def empty(self, request: Request) -> Response:
        """Show where an address is typed: for all news, those of a standard, or of a comment."""
        page, asked = self._page(request), request.query_params
        named = ((kind, asked.get(kind, "")) for kind in Follower if asked.get(kind))
        topic = self._topic(page, *next(named, (ALL, "")))
        return self._shown(page, LetterStep.ASK if topic else LetterStep.UNKNOWN, topic=topic)

    async def ask(self, request: Request) -> Response:
        """Take a wish for letters."""
        body = await request.body()
        return await run_in_threadpool(self._asked, request, body)

    def _asked(self, request: Request, body: bytes) -> Response:
        fields = _fields(body)
        page = self._page(request, fields.get("page", ""))
        kind, _, name = fields.get("topic", ALL).partition(":")
        topic, typed = self._topic(page, kind, name), fields.get("address", "")
        if not topic:
            return self._shown(page, LetterStep.UNKNOWN)
        if is_from_elsewhere(request.headers, self._places.origin):
            return self._shown(page, LetterStep.ASK, topic=topic, typed=typed)
        if self._is_from_many(request):
            return self._shown(page, LetterStep.MANY, topic=topic, typed=typed)
        if not self._has_key(topic, fields.get("key", "")):
            return self._shown(page, LetterStep.WRONG_KEY, topic=topic, typed=typed)
        done = self._following.ask(typed, topic, page.code, self._service.now())
        return self._shown(page, _STEPS[done], topic=topic, typed=typed)

    def _topic(self, page: LocalDay, kind: str, name: str) -> str:
        """Return a topic that there is; empty for what there is not."""
        if kind == Follower.STANDARD and page.now.register.record(name):
            return topic_of(Follower.STANDARD, name)
        is_comment = kind == Follower.COMMENT and is_comment_id(name)
        if is_comment and (name in page.now.public_places or self._service.store.of(name)):
            return topic_of(Follower.COMMENT, name)
        return ALL if kind == ALL else ""

    def _needs_key(self, topic: str) -> bool:
        """Return whether a topic is a comment that came by the form: it has a key."""
        kind, name = topic_parts(topic)
        return kind is Follower.COMMENT and self._service.store.of(name) is not None

    def _has_key(self, topic: str, key: str) -> bool:
        taken = self._service.store.of(topic_parts(topic)[1]) if self._needs_key(topic) else None
        return taken is None or is_key(key, taken.key_hash)

    def _is_from_many(self, request: Request) -> bool:
        """Return whether one network has asked for very many letters within an hour."""
        now = self._service.now()
        peer = request.client.host if request.client else ""
        client = client_of(peer, request.headers.get("x-forwarded-for", ""))
        name = hashed(client, self._service.keys.of("letters: networks"), now.date())
        return self._service.store.count(f"letters of {name}", _HOUR, now) > _MOST_OF_ONE

    # --- links of letters -------------------------------------------------------------------------

    def to_confirm(self, request: Request) -> Response:
        """Show the button that confirms an address."""
        is_open = self._following.is_asked(*_link(request), self._service.now())
        return self._of_link(request, LetterStep.CONFIRM if is_open else LetterStep.OVER)

    def confirm(self, request: Request) -> Response:
        """Confirm an address."""
        is_done = self._following.confirm(*_link(request), self._service.now())
        return self._of_link(request, LetterStep.CONFIRMED if is_done else LetterStep.OVER)

    def to_leave(self, request: Request) -> Response:
        """Show the button that ends letters."""
        is_ours = self._following.is_leaving(*_link(request))
        return self._of_link(request, LetterStep.LEAVE if is_ours else LetterStep.OVER)

    def leave(self, request: Request) -> Response:
        """End letters."""
        is_done = self._following.leave(*_link(request))
        return self._of_link(request, LetterStep.LEFT if is_done else LetterStep.OVER)

    def _of_link(self, request: Request, step: LetterStep) -> Response:
        page = self._page(request)
        return self._shown(page, step, action=f"{request.url.path}?language={page.code}")

    # --- around -----------------------------------------------------------------------------------

    def _shown(
        self,
        page: LocalDay,
        step: LetterStep,
        *,
        topic: str = "",
        action: str = "",
        typed: str = "",
    ) -> Response:
        view = letters_view(
            page,
            self._places,
            step,
            topic=topic,
            action=action,
            needs_key=bool(topic) and self._needs_key(topic),
            typed=typed[:_MOST_SIGNS],
        )
        return HTMLResponse(page.render("letters.html", view), STATUS.get(step, 200))

    def _page(self, request: Request, chosen: str = "") -> LocalDay:
        now = self._days.at(self._service.now())
        wanted = (chosen, request.query_params.get("language", ""))
        accepted = request.headers.get("accept-language", "")
        return now.local(spoken_language(wanted, accepted, now.languages))


def _link(request: Request) -> tuple[str, str]:
    return request.path_params["name"], request.path_params["sign"]


def _fields(body: bytes) -> Mapping[str, str]:
    """Return what a form has sent; nothing where it is no form of ours."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return dict(pairs)
