"""What a page of the desk is, and all that is known when one is asked for.

A page is a function that is given a `DeskVisit`, and what was posted where something was. It runs
in a thread, so it may wait for git.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import quote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from talqy.errors import Saying, TalqyError
from talqy.language.edition import Edition
from talqy.model.publishing import OfficialRole
from talqy.service.desk.context import DeskContext, SpokenProject
from talqy.service.desk.frame import DeskFrame, DeskView, MenuEntry, NoticeLine
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.sign_in.doors import Visitor
from talqy.service.desk.sign_in.sessions import Noted
from talqy.service.desk.work.offices import keepers
from talqy.service.desk.work.values import Work, WorkName
from talqy.service.officials import Who

MOST_BYTES = 512 << 10
"""How much a form may send, where its page names no other bound."""
READERS = tuple(OfficialRole)
"""Everybody who is signed in."""


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
        work = work_asked(self.request)
        standard = work.standard if work else str(self.request.path_params.get("standard", ""))
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


def work_asked(request: Request) -> WorkName | None:
    """Return the work that an address is about; None where it is about none."""
    return WorkName.of_key(str(request.path_params.get("work", "")))


Page = Callable[[DeskVisit], Response]
Act = Callable[[DeskVisit, DeskPosted], Response]


@dataclass(frozen=True, slots=True)
class DeskPage:
    """An address of the desk below a language (`answers/{standard}/`), and what answers there.

    `reads` are the roles that may see it, `writes` those that may post to it; one of them is
    enough. `is_by_kind`: it is about one work, and of `writes` those count that its kind takes
    (`keepers`). `most` is how many bytes may be posted.
    """

    below: str
    get: Page | None = None
    post: Act | None = None
    reads: Sequence[OfficialRole] = READERS
    writes: Sequence[OfficialRole] = ()
    is_by_kind: bool = False
    most: int = MOST_BYTES

    def __post_init__(self) -> None:
        """Let no page be there that asks nobody for a role."""
        assert not self.get or self.reads, self.below  # noqa: S101 - whoever adds one is told
        assert not self.post or self.writes, self.below  # noqa: S101 - the same

    def roles(self, method: str, work: WorkName | None) -> Sequence[OfficialRole]:
        """Return the roles of which who asks needs one; `work` is what the address is about."""
        if method != "POST":
            return self.reads
        takes = keepers(work.kind) if self.is_by_kind and work else self.writes
        return [role for role in self.writes if role in takes]

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


# --- where they are, below the language ---------------------------------------------------------


def text_page(standard: str, number: int, below: str = "") -> str:
    """Return where a text is seen as citizens will, and written."""
    return f"s/{standard}/r{number}/{below}"


def answers_page(standard: str, number: int, below: str = "") -> str:
    """Return where the comments on a text are answered."""
    return f"answers/{standard}/r{number}/{below}"


def steps_page(standard: str, number: int = 0, below: str = "") -> str:
    """Return where the steps of a standard are, or those of one of its texts."""
    return f"steps/{standard}/r{number}/{below}" if number else f"steps/{standard}/{below}"


def work_page(name: WorkName, below: str = "") -> str:
    """Return where the saves of a work are, and where it is published."""
    return f"work/{name.key}/{below}"


def preview_page(name: WorkName, below: str = "") -> str:
    """Return where the site is shown as a work would make it."""
    return f"preview/{name.key}/{below}"


def queued_page(comment: str, below: str = "") -> str:
    """Return where a comment of the queue is looked at."""
    return f"queue/{comment}/{below}"
