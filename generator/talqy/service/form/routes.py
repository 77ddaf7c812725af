"""The pages of the form as the service answers them: each address, and what it does."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from talqy.model.values import is_comment_id
from talqy.service.attachments.arriving import MOST_WITH_FILES
from talqy.service.form import posted as names
from talqy.service.form.accepted_languages import spoken_language
from talqy.service.form.address import client_of, is_from_elsewhere
from talqy.service.form.assets import asset
from talqy.service.form.attaching import FormFiles, RawPost
from talqy.service.form.doors import DoorRules, FormDoors, NotYet, Sent, Visit
from talqy.service.form.notices import STATUS, Notice
from talqy.service.form.own import DoneByAuthor, OwnComment
from talqy.service.form.pages import FormPages, words_of
from talqy.service.form.places import Places
from talqy.service.form.posted import MOST_BYTES, MOST_ON_THE_WAY, Posted, UnreadableError
from talqy.service.form.project_day import LocalDay, ProjectDay, ProjectDays
from talqy.service.form.receipt import receipt_json, receipt_view
from talqy.service.form.status import how_far, status_view
from talqy.service.form.tokens import PageToken
from talqy.service.parts import Service
from talqy.service.publish.gone import is_gone_from_main
from talqy.service.shield import Bound
from talqy.service.taken import Taken

_AGAIN_SECONDS = 600
_SECONDS_OF_FILES = 240.0
# The way back leads to what was typed, and the same words sent twice are one comment.
_KEPT_BY_BROWSER: Final = {"Cache-Control": "private, max-age=0, must-revalidate"}
_NONE = Posted({})
_OF_STANDARD = ("/c/{standard}/", "/c/{standard}")


def form_routes(service: Service, rules: DoorRules | None = None) -> Sequence[BaseRoute]:
    """Return the pages of the form."""
    form = _Form(service, rules or DoorRules.of(service.settings.said.form))
    return (
        Route("/", form.drafts, methods=["GET"]),
        Route("/", form.look_over, methods=["POST"]),
        *(Route(path, form.empty, methods=["GET"]) for path in _OF_STANDARD),
        *(Route(path, form.look_over, methods=["POST"]) for path in _OF_STANDARD),
        Route("/send", form.to_drafts, methods=["GET"]),
        Route("/send", form.send, methods=["POST"]),
        Route("/attach", form.to_drafts, methods=["GET"]),
        Route("/attach", form.attach, methods=["POST"]),
        Route("/receipt/{name}", form.receipt, methods=["GET"]),
        *(Route(path, form.find_status, methods=["GET"]) for path in ("/status", "/status/")),
        Route("/status/{name}", form.status, methods=["GET"]),
        Route("/status/{name}", form.own, methods=["POST"]),
        Route("/assets/{name}", form.asset, methods=["GET"]),
    )


def form_bounds(service: Service) -> Mapping[str, int | Bound]:
    """Return how long bodies may be on their way to the form: what is typed is bound there."""
    base = service.settings.path
    files = Bound(MOST_ON_THE_WAY, with_files=Bound(MOST_WITH_FILES, _SECONDS_OF_FILES))
    with_files = {f"{base}{path}": files for path in ("send", "attach")}
    return {base: MOST_ON_THE_WAY, f"{base}status": MOST_BYTES, **with_files}


class _Form:
    """Answers requests; plain functions run in threads, where they may wait for queue and git."""

    def __init__(self, service: Service, rules: DoorRules) -> None:
        self._service = service
        self._places = Places(service.settings.address, service.settings.said.mail is not None)
        self._days = ProjectDays(service.project.now)
        self._doors = FormDoors(service.store, service.keys, rules, self._days.at)
        self._pages = FormPages(self._places, service.keys, rules.work)
        self._own = OwnComment(service)
        self._files = FormFiles(service, rules)

    # --- to write -------------------------------------------------------------------------------

    def drafts(self, request: Request) -> Response:
        """Show what can be commented on."""
        return HTMLResponse(self._pages.drafts(_page(request, self._now())))

    def to_drafts(self, _: Request) -> Response:
        """Lead from an address that is only posted to."""
        return RedirectResponse(self._places.base, HTTPStatus.SEE_OTHER)

    def empty(self, request: Request) -> Response:
        """Show the empty form for a standard."""
        page = _page(request, self._now())
        draft = page.now.open_draft(request.path_params["standard"].lower())
        if draft is None:
            return self._told(page, Notice.NO_OPEN_DRAFT)
        token = PageToken.drawn(f"{draft[0].id} r{draft[1].revision}", self._service.now())
        shown = self._pages.fill(page, draft, token, _asked(request))
        return HTMLResponse(shown, headers=_KEPT_BY_BROWSER)

    async def look_over(self, request: Request) -> Response:
        """Answer a post of a page of the site: with all that was typed, and nothing is stored."""
        visit = self._visit(request)
        raw = RawPost(await request.body())
        return await run_in_threadpool(self._looked_over, request, raw, visit)

    def _looked_over(self, request: Request, raw: RawPost, visit: Visit) -> Response:
        now = self._at(visit.moment)
        try:
            post = self._files.post(request, raw, visit)
        except UnreadableError as error:
            return self._told(_page(request, now), error.notice)
        return self._filled(request, now, post, self._doors.looked_over(post, visit), visit)

    async def send(self, request: Request) -> Response:
        """Take a comment in, or say why not yet."""
        visit = self._visit(request)
        raw = await self._files.raw(request, visit)
        return await run_in_threadpool(self._sent, request, raw, visit)

    def _sent(self, request: Request, raw: RawPost, visit: Visit) -> Response:
        now = self._at(visit.moment)
        try:
            post = self._files.post(request, raw, visit)
        except UnreadableError as error:
            return self._told(_page(request, now), error.notice)
        if post.notes:
            answer: Sent | NotYet = self._doors.stopped(post, visit, Notice.FILES)
        else:
            answer = self._doors.sent(post, visit)
        self._service.figures.happened(
            f"form {answer.notice}" if isinstance(answer, NotYet) else "form sent"
        )
        if isinstance(answer, NotYet):
            return self._filled(request, now, post, answer, visit)
        return self._shown(request, now, post, answer)

    async def attach(self, request: Request) -> Response:
        """Keep files for a page, let go of one, or put the words of one into the comment."""
        visit = self._visit(request)
        raw = await self._files.raw(request, visit)
        return await run_in_threadpool(self._attached, request, raw, visit)

    def _attached(self, request: Request, raw: RawPost, visit: Visit) -> Response:
        now = self._at(visit.moment)
        try:
            post = self._files.post(request, raw, visit)
        except UnreadableError as error:
            return self._told(_page(request, now), error.notice)
        notice = Notice.FILES if post.notes else Notice.LOOK_OVER
        if post.of(names.PUT):
            post, notice = self._files.with_words(post)
        return self._filled(request, now, post, self._doors.stopped(post, visit, notice), visit)

    def _shown(self, request: Request, now: ProjectDay, post: Posted, answer: Sent) -> Response:
        """Show the receipt with the key: in the answer itself, for a key has no place elsewhere."""
        page = _page(request, now, post)
        view = receipt_view(page, self._places, answer.taken, answer.key)
        return HTMLResponse(page.render("receipt.html", view))

    def _filled(
        self, request: Request, now: ProjectDay, post: Posted, answer: NotYet, visit: Visit
    ) -> Response:
        page, draft = _page(request, now, post), now.draft(post.of(names.DRAFT))
        if draft is None:
            return self._told(page, Notice.NO_DRAFT, words_of(post))
        token = self._doors.page_after(post, visit, answer.notice)
        self._files.carry(post, token, visit)
        shown = self._pages.fill(page, draft, token, post, answer)
        usual = HTTPStatus.OK if answer.notice is Notice.LOOK_OVER else 422
        status = STATUS.get(answer.notice, usual)
        later = {"Retry-After": str(_AGAIN_SECONDS)} if status in _LATER else {}
        return HTMLResponse(shown, status, {**_KEPT_BY_BROWSER, **later})

    # --- to look up ------------------------------------------------------------------------------

    def receipt(self, request: Request) -> Response:
        """Show a receipt again, as a page or as a file; its words are not in it."""
        page = _page(request, self._now())
        name, _, form = request.path_params["name"].lower().partition(".")
        taken = self._taken(name)
        if taken is None or form not in ("", "json"):
            return self._told(page, Notice.NO_SUCH_COMMENT)
        if form:
            head = {"Content-Disposition": f'attachment; filename="receipt-{taken.id}.json"'}
            data = receipt_json(page.now, self._places, taken)
            return Response(data, media_type="application/json", headers=head)
        view = receipt_view(page, self._places, taken)
        return HTMLResponse(page.render("receipt.html", view))

    def find_status(self, request: Request) -> Response:
        """Lead from a number that was typed to what became of the comment."""
        page = _page(request, self._now())
        name = request.query_params.get("id", "").strip().lower()
        if not is_comment_id(name):
            return self._told(page, Notice.NO_SUCH_COMMENT)
        where = f"{self._places.base}status/{name}?language={page.code}"
        return RedirectResponse(where, HTTPStatus.SEE_OTHER)

    def status(self, request: Request) -> Response:
        """Show what became of a comment."""
        return self._of_status(_page(request, self._now()), request.path_params["name"].lower())

    async def own(self, request: Request) -> Response:
        """Show what is for the author alone, or withdraw the comment: who has the key."""
        visit = self._visit(request)
        body = await request.body()
        return await run_in_threadpool(self._of_own, request, body, visit)

    def _of_own(self, request: Request, body: bytes, visit: Visit) -> Response:
        now = self._at(visit.moment)
        name = request.path_params["name"].lower()
        try:
            fields = self._own.fields(request.headers.get("content-type", ""), body)
        except UnreadableError as error:
            return self._told(_page(request, now), error.notice)
        page, taken = _page(request, now, Posted(fields)), self._taken(name)
        if taken is None:
            return self._told(page, Notice.NO_SUCH_COMMENT)
        done = self._own.done(taken, fields, visit)
        return self._of_status(page, name, done)

    def _of_status(self, page: LocalDay, name: str, done: DoneByAuthor | None = None) -> Response:
        taken = self._taken(name)
        is_gone = taken is not None and is_gone_from_main(self._service, taken)
        far = how_far(page.now, name, taken, is_gone=is_gone) if is_comment_id(name) else None
        if far is None:
            return self._told(page, Notice.NO_SUCH_COMMENT)
        view = status_view(page, self._places, far, done)
        status = STATUS.get(done.notice, HTTPStatus.OK) if done else HTTPStatus.OK
        return HTMLResponse(page.render("status.html", view), status)

    def _taken(self, name: str) -> Taken | None:
        return self._service.store.of(name) if is_comment_id(name) else None

    def asset(self, request: Request) -> Response:
        """Return a file that pages load."""
        return asset(request, self._service.project.now())

    # --- around ----------------------------------------------------------------------------------

    def _now(self) -> ProjectDay:
        return self._at(self._service.now())

    def _at(self, moment: datetime) -> ProjectDay:
        """Return the project at a moment; where it has none, the application says so."""
        return self._days.at(moment)

    def _visit(self, request: Request) -> Visit:
        """Return what is known of a request as soon as it is here: its body may take a while."""
        peer = request.client.host if request.client else ""
        return Visit(
            moment=self._service.now(),
            address=client_of(peer, request.headers.get("x-forwarded-for", "")),
            is_from_elsewhere=is_from_elsewhere(request.headers, self._places.origin),
        )

    def _told(self, page: LocalDay, notice: Notice, lost: Sequence[str] = ()) -> Response:
        shown = self._pages.told(page, notice, lost)
        return HTMLResponse(shown, STATUS.get(notice, HTTPStatus.OK))


_LATER = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def _asked(request: Request) -> Posted:
    """Return what an address asks for: a clause, as links of the site name one."""
    clause = request.query_params.get("clause", "")[:100]
    return Posted({"clause": clause}) if clause else _NONE


def _page(request: Request, now: ProjectDay, post: Posted = _NONE) -> LocalDay:
    """Return the language of a page: as chosen there, as its page was, as the comment is."""
    chosen = (
        request.query_params.get("language", ""),
        post.of(names.SPEAK),
        post.of(names.PAGE),
        post.of("language") if post.of("language") in now.register.project.languages else "",
    )
    accepted = request.headers.get("accept-language", "")
    return now.local(spoken_language(chosen, accepted, now.languages))
