"""How a page of the desk is asked for and answered; the one place where roles are asked for.

A page is a function that is given a `DeskVisit`, and what was posted where something was. It runs
in a thread, so it may wait for git. Before it does, the request is for our host, its sender is
signed in and has a role that the page names, and a form is one of ours, with its token.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from talqy.errors import ProjectBrokenError, Saying, TalqyError
from talqy.language.edition import Edition
from talqy.model.publishing import OfficialRole
from talqy.project.git import GitError
from talqy.project.reasons import plainly
from talqy.service.desk.context import DeskContext, SpokenProject
from talqy.service.desk.frame import DeskFrame, DeskView, MenuEntry, NoticeLine
from talqy.service.desk.posted import DeskPosted, read_posted
from talqy.service.desk.refused import OURS, STRANGER, refused
from talqy.service.desk.sign_in.doors import Visitor
from talqy.service.desk.sign_in.sessions import Noted
from talqy.service.desk.typed_words import NOTHING_TYPED, TypedBack, typed_back, typed_of
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.work.values import Work
from talqy.service.officials import MayNotError, Who
from talqy.service.watching import place_of_fault

LOG = logging.getLogger("talqy.service")
MOST_BYTES = 512 << 10
"""How much a form may send, where its page names no other bound."""
READERS = tuple(OfficialRole)
"""Everybody who is signed in."""
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class DeskVisit:
    """One request of an official, in a language: all that a page needs to answer it.

    `writes` are the roles of which the page asks one from who posts to it. `is_shown`: its address
    can be asked for, too.
    """

    request: Request
    context: DeskContext
    visitor: Visitor
    language: str
    menu: Sequence["DeskSubject"] = ()
    writes: Sequence[OfficialRole] = ()
    is_shown: bool = True
    spoken: SpokenProject = field(kw_only=True)

    @property
    def official(self) -> Who:
        """Who asks, what they may do with the text of the page, and by which role they write."""
        return replace(self.visitor.official.at(self._authority()), acts_by=tuple(self.writes))

    def _authority(self) -> str:
        """Return whose text the page is about; empty where it is about none, or nobody knows it."""
        asked = self.request.path_params
        work = WorkName.of_key(str(asked.get("work", "")))
        standard = work.standard if work else str(asked.get("standard", ""))
        record = self.edition.register.record(standard)
        return record.standard.authority if record else ""

    @property
    def edition(self) -> Edition:
        """What is published, in the language of the page."""
        found = self.spoken.edition(self.language)
        assert found  # noqa: S101 - a language that the project lacks has no pages
        return found

    @property
    def main(self) -> Work:
        """What is published."""
        return self.spoken.work

    def of(self, name: str) -> str:
        """Return a part of the address by its name in the route, as text."""
        return str(self.request.path_params[name])

    def say(self, words: str, **values: object) -> str:
        """Say interface words in the language of the page."""
        return self.edition.locale.words(words, **values)

    def said(self, saying: Saying | TalqyError) -> str:
        """Say a sentence in the language of the page, of pages or of commands."""
        catalogue = self.edition.locale.catalogue
        return saying.said(lambda words: catalogue.find(words) or catalogue.problem(words))

    def path(self, below: str = "") -> str:
        """Return the address of a page of the desk in this language: `drafts/`."""
        return f"{self.context.base}{self.language}/{quote(below, safe='/.-?=&#')}"

    def requires(self, *roles: OfficialRole) -> None:
        """Refuse who has none of these roles, where a page asks for more than its route does."""
        if not self.official.may(*roles):
            raise MayNotError("this is not yours to do here: another official has to do it")

    def shown(
        self,
        template: str,
        page: object,
        *,
        title: str,
        status: int = HTTPStatus.OK,
        notices: Sequence[NoticeLine] = (),
    ) -> Response:
        """Print a page; its template knows `view.frame`, and its values as `view.page`."""
        frame = self._frame(title, notices)
        printed = self.spoken.pages[self.language].render(template, DeskView(frame, page))
        return HTMLResponse(printed, status)

    def note(self, saying: Saying, publish: str = "", *, is_doubt: bool = False) -> None:
        """Keep something to be said once on the next page; `is_doubt`: it is to be looked at."""
        sessions = self.context.sign_in.sessions
        sessions.note(self.visitor.session, saying, publish, is_doubt=is_doubt)

    def done(self, below: str, saying: Saying | None = None, publish: str = "") -> Response:
        """Lead on after something was done (303), and say it once on the next page.

        `publish` is where what was saved is published from: what is said leads there.
        """
        if saying:
            self.note(saying, publish)
        return RedirectResponse(self.path(below), HTTPStatus.SEE_OTHER)

    def _frame(self, title: str, notices: Sequence[NoticeLine]) -> DeskFrame:
        project, locale = self.edition.register.project, self.edition.locale
        sessions, session = self.context.sign_in.sessions, self.visitor.session
        once = [self._noted(one) for one in sessions.notices(session)]
        return DeskFrame(
            language=self.language,
            title=title,
            site_name=locale.say(project.short_name or project.name),
            here=self.path(),
            base=self.context.base,
            menu=[self._entry(one) for one in self.menu if self.visitor.official.may(*one.reads)],
            languages=[self._other(one) for one in self.spoken.editions],
            official=self.official.shown_name or ", ".join(self._roles()),
            csrf=sessions.token(session),
            notices=(*once, *notices),
            demonstration=locale.say(project.demonstration) if project.demonstration else Markup(),
            fixed_day=locale.day(project.today) if project.today else "",
            site=self.edition.site_url,
        )

    def _noted(self, one: Noted) -> NoticeLine:
        if not one.below:
            return NoticeLine(self.said(one.saying), is_doubt=one.is_doubt)
        onward = self.say("Look at it, and publish it")
        return NoticeLine(self.said(one.saying), href=self.path(one.below), onward=onward)

    def _roles(self) -> list[str]:
        words = {
            OfficialRole.READER: self.say("Reader"),
            OfficialRole.DRAFTER: self.say("Drafter"),
            OfficialRole.ANSWERER: self.say("Answerer"),
            OfficialRole.PUBLISHER: self.say("Publisher"),
        }
        own = [said for role, said in words.items() if role in self.visitor.official.roles]
        return own if len(own) < len(words) else [self.say("All roles")]

    def _entry(self, subject: "DeskSubject") -> MenuEntry:
        href = self.path(subject.below)
        path = self.request.scope["path"]
        places = [self.path(below) for below in (subject.below, subject.also) if below]
        is_here = path.startswith(tuple(places)) if places else path == href
        return MenuEntry(self.say(subject.words), href, is_here)

    def _other(self, edition: Edition) -> tuple[str, str, str]:
        """Return code and name of a language, and the address of this page in it.

        What is only posted to has none: there it is that of the page above.
        """
        below = str(self.request.scope["path"]).removeprefix(self.path())
        if not self.is_shown:
            above = below.rstrip("/").rpartition("/")[0]
            below = f"{above}/" if above else ""
        asked = self.request.url.query
        query = f"?{asked}" if asked and self.is_shown else ""
        href = f"{self.context.base}{edition.code}/{quote(below)}{query}"
        return edition.code, edition.locale.name, href


Page = Callable[[DeskVisit], Response]
Act = Callable[[DeskVisit, DeskPosted], Response]


@dataclass(frozen=True, slots=True)
class DeskPage:
    """An address of the desk below a language (`answers/{standard}/`), and what answers there.

    `reads` are the roles that may see it, `writes` those that may post to it; one of them is
    enough. `most` is how many bytes may be posted.
    """

    below: str
    get: Page | None = None
    post: Act | None = None
    reads: Sequence[OfficialRole] = READERS
    writes: Sequence[OfficialRole] = ()
    most: int = MOST_BYTES

    @property
    def methods(self) -> list[str]:
        """How it can be asked for."""
        return [*(["GET"] if self.get else []), *(["POST"] if self.post else [])]


@dataclass(frozen=True, slots=True)
class DeskSubject:
    """A subject of the desk: what it is called in the menu, where it begins, and its pages.

    `also` is where else pages of it lie.
    """

    words: str
    below: str
    pages: Sequence[DeskPage]
    also: str = ""

    @property
    def reads(self) -> Sequence[OfficialRole]:
        """The roles that may see where it begins: nobody else finds it in the menu."""
        return next((one.reads for one in self.pages if one.below == self.below), READERS)


class Answering:
    """Answers requests for pages of the desk."""

    def __init__(self, context: DeskContext, menu: Sequence[DeskSubject]) -> None:
        self._context, self._menu = context, menu

    def route(self, page: DeskPage) -> Route:
        """Return the route of a page."""

        async def answered(request: Request) -> Response:
            return await self._answered(request, page)

        return Route(f"/{{language}}/{page.below}", answered, methods=page.methods)

    async def _answered(self, request: Request, page: DeskPage) -> Response:
        context = self._context
        visitor = context.sign_in.visitor(request, request.cookies.get(context.cookie, ""))
        if visitor is None:
            return await _nobody(request, page, is_known=not context.sign_in.is_stranger(request))
        try:
            visit = await run_in_threadpool(self._visit, request, visitor, page)
        except (TalqyError, OSError) as error:
            LOG.error("the project cannot be read: %s", type(error).__name__)  # noqa: TRY400
            return await _away(request, page)
        is_post = request.method == "POST"
        roles = page.writes if is_post else page.reads
        if not visit.official.may(*roles):
            answer = await self._refused(visit, page)
        elif is_post:
            answer = await self._posted(visit, page)
        else:
            assert page.get  # noqa: S101 - its route says so
            answer = await run_in_threadpool(_told, visit, page.get)
        return with_cookie(answer, context, visitor.cookie)

    async def _refused(self, visit: DeskVisit, page: DeskPage) -> Response:
        """Say that something is not theirs to do; what was typed is told back."""
        is_post = visit.request.method == "POST"
        given = [await read_posted(visit.request, page.most)] if is_post else []
        return await run_in_threadpool(_may_not, visit, given)

    async def _posted(self, visit: DeskVisit, page: DeskPage) -> Response:
        assert page.post  # noqa: S101 - its route says so
        posted = await read_posted(visit.request, page.most)
        sessions = self._context.sign_in.sessions
        if not sessions.is_token(visit.visitor.session, posted.of("csrf")):
            return await run_in_threadpool(_once_more, visit, posted)
        return await run_in_threadpool(_told, visit, page.post, posted)

    def _visit(self, request: Request, visitor: Visitor, page: DeskPage) -> DeskVisit:
        spoken, language = self._context.spoken(), str(request.path_params["language"])
        if spoken.edition(language) is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        menu, writes = self._menu, page.writes
        given = (request, self._context, visitor, language, menu, writes, page.get is not None)
        return DeskVisit(*given, spoken=spoken)


async def _away(request: Request, page: DeskPage) -> Response:
    """Answer where the project cannot be read now; what was typed is told back."""
    posted = await read_posted(request, page.most) if request.method == "POST" else None
    return refused(HTTPStatus.SERVICE_UNAVAILABLE, typed=typed_of(posted) if posted else ())


async def _nobody(request: Request, page: DeskPage, *, is_known: bool) -> Response:
    """Answer who is not signed in; what they have typed is told back, so that it is not lost."""
    posted = await read_posted(request, page.most) if request.method == "POST" else None
    words = None if is_known else STRANGER
    return refused(HTTPStatus.UNAUTHORIZED, typed=typed_of(posted) if posted else (), words=words)


def _told(visit: DeskVisit, answer: Callable[..., Response], *given: Any) -> Response:  # noqa: ANN401
    """Let a page answer; what ends its work is said on a page, with all that was typed."""
    try:
        return answer(visit, *given)
    except MayNotError:
        return _may_not(visit, given)
    except (GitError, ProjectBrokenError) as error:  # the project is away, or cannot be used now
        return _failed(visit, visit.said(error), HTTPStatus.SERVICE_UNAVAILABLE, given)
    except (TalqyError, OSError) as error:
        return _failed(visit, visit.said(plainly(error)), HTTPStatus.CONFLICT, given)
    except HTTPException as error:
        if given or error.status_code != HTTPStatus.NOT_FOUND:
            raise
        return _no_page(visit)
    except Exception as error:  # noqa: BLE001 - what was typed must not be lost by a fault of ours
        LOG.error("a fault of ours: %s", place_of_fault(error))  # noqa: TRY400 - not its words
        return _failed(visit, visit.said(OURS), HTTPStatus.INTERNAL_SERVER_ERROR, given)


def _failed(
    visit: DeskVisit, words: str, status: HTTPStatus, given: Sequence[DeskPosted]
) -> Response:
    """Say why a step ended, above all that was typed."""
    page = ToldPage(words, typed_back(visit.edition, given))
    return visit.shown("told.html", page, title=visit.say("This could not be done"), status=status)


@dataclass(frozen=True, slots=True)
class ToldPage:
    """What `desk/told.html` may use: a sentence, and what was typed.

    `action` is where it can be sent once more, and `hidden` all that belongs to it.
    """

    words: str
    typed: TypedBack = NOTHING_TYPED
    action: str = ""
    hidden: Sequence[tuple[str, str]] = ()


def _no_page(visit: DeskVisit) -> Response:
    """Say within the frame of the desk that there is no such page."""
    words = visit.say(
        "What it was about may be published by now, or given up. Go on from the page “Today”."
    )
    title = visit.say("There is no such page at the desk")
    return visit.shown("told.html", ToldPage(words), title=title, status=HTTPStatus.NOT_FOUND)


def _may_not(visit: DeskVisit, given: Sequence[DeskPosted] = ()) -> Response:
    words = visit.say("This is not yours to do here: another official has to do it.")
    page = ToldPage(words, typed_back(visit.edition, given))
    title = visit.say("Not yours to do")
    return visit.shown("told.html", page, title=title, status=HTTPStatus.FORBIDDEN)


def _once_more(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Ask whether a form is to be sent once more that is of another session, or of none.

    Only where its browser says that it comes from a page of ours, and a person has to press.
    """
    if not visit.request.headers.get("origin"):
        return refused(HTTPStatus.FORBIDDEN)
    hidden = [(name, text) for name, texts in posted.said.items() for text in texts]
    words = visit.say("You have signed in anew since this page was opened. Nothing was saved yet.")
    path, kept = str(visit.request.scope["path"]), [one for one in hidden if one[0] != "csrf"]
    if posted.files:
        path, files = "", ", ".join(file.name for file in posted.files.values())
        more = visit.say(
            "Files are not sent once more: open the page anew, and choose them again: {files}",
            files=files,
        )
        words = f"{words} {more}"
    again = ToldPage(words, typed_back(visit.edition, (posted,)), path, kept if path else ())
    title = visit.say("Send it once more?")
    return visit.shown("told.html", again, title=title, status=HTTPStatus.FORBIDDEN)


def with_cookie(answer: Response, context: DeskContext, cookie: str) -> Response:
    """Give a browser the cookie of a new session."""
    if cookie:
        answer.set_cookie(
            context.cookie,
            cookie,
            path=context.base,
            httponly=True,
            samesite="strict",
            secure=context.guard.scheme == "https",
        )
    return answer
