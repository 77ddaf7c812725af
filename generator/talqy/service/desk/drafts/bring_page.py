"""A text brought from Word: the files, what becomes of each clause, what only a person can say."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus

from starlette.responses import Response

from talqy.drafts.composing import Composed
from talqy.drafts.given_answers import GivenAnswers
from talqy.drafts.new_texts import WrongNameError
from talqy.drafts.word_files import ReaderMissingError
from talqy.errors import Saying, TalqyError
from talqy.intake.importing import MOST_BYTES
from talqy.model.revision import RevisionKind
from talqy.project.write import Step
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.bring_target import targets
from talqy.service.desk.drafts.bring_views import lost_words, told_view
from talqy.service.desk.drafts.brought import OLDER, Brought, ReadFiles
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.draft_visit import draft_name
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.kept_answers import KeptAnswers
from talqy.service.desk.drafts.list_page import KINDS
from talqy.service.desk.drafts.new_fields import languages_of, standard_name
from talqy.service.desk.drafts.plan_page import SHOWN, other_standards, plan_page
from talqy.service.desk.drafts.spoken_work import SpokenWorks
from talqy.service.desk.drafts.uploads import Upload, Uploads, UploadWish
from talqy.service.desk.pages import DeskVisit, text_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.values import WorkName
from talqy.service.desk.works_shown.saving import ToSave, saved

MOST_BROUGHT = 2 * MOST_BYTES + (1 << 20)
FILES = ("file", "second")
_ANSWER = "answer."


@dataclass(frozen=True, slots=True)
class BringPage:
    """What `desk/bring.html` may use: the form that takes files."""

    targets: Sequence[FieldChoice]
    languages: Mapping[str, str]
    wrong: str
    action: str
    back: str


class Bringing:
    """The pages on which a text is brought."""

    def __init__(self, uploads: Uploads, spoken: SpokenWorks, kept: KeptAnswers) -> None:
        self._uploads, self._spoken, self._kept = uploads, spoken, kept
        self._read = ReadFiles()

    def form(self, visit: DeskVisit) -> Response:
        """Show the form that takes files."""
        return self._form(visit)

    def _form(self, visit: DeskVisit, wrong: str = "", chosen: str = "") -> Response:
        page = BringPage(
            targets=tuple(targets(visit, chosen)),
            languages=languages_of(visit),
            wrong=wrong,
            action=visit.path("drafts/bring/"),
            back=visit.path("drafts/"),
        )
        status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
        title = visit.say("Bring a Word file")
        return visit.shown("bring.html", page, title=title, status=status)

    def take(self, visit: DeskVisit, posted: DeskPosted) -> Response:
        """Keep files aside, and lead to what becomes of them."""
        files = [posted.files[name] for name in FILES if name in posted.files]
        target = posted.of("target")
        if not files or not all(file.content for file in files):
            return self._form(visit, visit.say("Choose a file first."), target)
        known = {"", *(one.code for one in targets(visit, target))}
        languages = visit.edition.register.project.languages
        said = tuple(posted.of(f"language-{name}") for name in FILES[: len(files)])
        wish = UploadWish(
            account=visit.official.signs_in_as,
            names=tuple(_plain_name(file.name, at) for at, file in enumerate(files)),
            languages=tuple(code if code in languages else "" for code in said),
            target=target if target in known else "",
            fields={OLDER: "yes"} if posted.of(OLDER) else {},
        )
        token = self._uploads.keep(wish, files, visit.context.now())
        return visit.done(f"drafts/bring/{token}/")

    def plan(self, visit: DeskVisit) -> Response:
        """Show what becomes of each clause, and what is asked."""
        upload = self._upload(visit)
        if upload is None:
            return self._gone(visit)
        try:
            brought = Brought.of(visit, upload, self._read.of(upload), self._spoken)
        except ReaderMissingError:
            return self._form(
                visit, visit.say("PDF files cannot be read here: bring the Word file.")
            )
        except TalqyError as error:
            self._uploads.drop(upload.token)
            return self._form(visit, visit.said(error), upload.wish.target)
        account, now = visit.official.account, visit.context.now()
        is_known = brought.say_again(self._kept.of(account, brought.standard, now))
        return self._shown(visit, upload, brought, is_known=is_known)

    def answer(self, visit: DeskVisit, posted: DeskPosted) -> Response:
        """Take answers; save the text where nothing is open any more and that is wanted."""
        upload = self._upload(visit)
        if upload is None:
            return self._gone(visit)
        if posted.of("act") == "drop":
            with suppress(TalqyError):  # what cannot be read has no questions
                self._answered(visit, upload, posted)
            self._uploads.drop(upload.token)
            return visit.done("drafts/", Saying("The file was let go; nothing was saved."))
        brought, taken = self._answered(visit, upload, posted)
        not_yet = self._not_yet(visit, upload, brought, posted, taken)
        return not_yet or self._save(visit, upload, brought, posted)

    def _not_yet(
        self,
        visit: DeskVisit,
        upload: Upload,
        brought: Brought,
        posted: DeskPosted,
        taken: GivenAnswers,
    ) -> Response | None:
        """Show the plan again where it cannot be saved as it is, or that is not wanted yet."""
        going, wrong = brought.going, taken.wrong
        words, lost = "", list[tuple[str, str]]()
        if not brought.problems and (said := going.plan.problems):
            words = " ".join(told_view(visit, brought, one).words for one in said)
        elif brought.problems or wrong or going.plan.open or posted.of("act") != "save":
            pass
        elif taken.lost or _raised(brought, posted):
            # What could not be asked before these answers is asked once, before anything is saved.
            words = visit.say("Your answers raise further questions. Nothing is saved yet.")
            lost = list(lost_words(visit, brought, taken))
        else:
            brought.problems = list(going.beside.faults(going.composed()))
            if not brought.problems:
                return None
        return self._shown(visit, upload, brought, posted, wrong, words=words, lost=lost)

    def _answered(
        self, visit: DeskVisit, upload: Upload, posted: DeskPosted
    ) -> tuple[Brought, GivenAnswers]:
        """Return an import with the answers that were sent; they are kept for the next file."""
        brought = Brought.of(visit, upload, self._read.of(upload), self._spoken, posted.seen)
        given = {
            name.removeprefix(_ANSWER): texts[0]
            for name, texts in posted.said.items()
            if name.startswith(_ANSWER) and texts
        }
        taken = brought.answer(given)
        account, now = visit.official.account, visit.context.now()
        self._kept.keep(account, brought.standard, brought.said_freely, now)
        return brought, taken

    def _save(
        self, visit: DeskVisit, upload: Upload, brought: Brought, posted: DeskPosted
    ) -> Response:
        try:
            name, steps = _steps(visit, brought, posted)
        except WrongNameError as error:
            return self._shown(visit, upload, brought, posted, words=visit.said(error))
        if not steps:
            words = visit.say("The file says what the text says already: there is nothing to save.")
            return self._shown(visit, upload, brought, posted, words=words)
        brought.problems = brought.going.faults_in(steps[-1])
        if brought.problems:
            return self._shown(visit, upload, brought, posted)
        said = done_in_each(
            "Brought from Word: {file}", visit.spoken.editions, file=upload.wish.names[0]
        )
        onward = text_page(name.standard, name.revision)
        asked = ToSave(name, steps, said, onward, chooses=brought.target.is_update)
        answer = saved(visit, posted, asked)
        if answer.status_code == HTTPStatus.SEE_OTHER:
            self._uploads.drop(upload.token)
        return answer

    # ----------------------------------------------------------------------------------------------

    def _upload(self, visit: DeskVisit) -> Upload | None:
        account, now = visit.official.signs_in_as, visit.context.now()
        return self._uploads.of(visit.of("token"), account, now)

    def _gone(self, visit: DeskVisit) -> Response:
        words = visit.say("The file is not here any more: it was saved, or let go after a day.")
        return self._form(visit, words)

    def _shown(  # noqa: PLR0913 - what is shown
        self,
        visit: DeskVisit,
        upload: Upload,
        brought: Brought,
        posted: DeskPosted | None = None,
        wrong: Mapping[str, str] | None = None,
        *,
        words: str = "",
        lost: Sequence[tuple[str, str]] = (),
        is_known: bool = False,
    ) -> Response:
        page = plan_page(visit, upload, brought, posted or DeskPosted({}), wrong or {})
        page = replace(page, wrong=words or page.wrong, lost=lost, is_known=is_known)
        is_faulty = bool(page.wrong or page.refused or wrong)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if is_faulty and posted else HTTPStatus.OK
        title = visit.say("What becomes of the text")
        return visit.shown("bring_plan.html", page, title=title, status=status)


def _steps(
    visit: DeskVisit, brought: Brought, posted: DeskPosted
) -> tuple[WorkName, Sequence[Step]]:
    going, made = brought.going, brought.going.composed()
    if brought.target.record is None:
        return _new_standard(visit, brought, posted, made)
    assert brought.target.name  # noqa: S101 - only a new standard has none yet
    kind = RevisionKind(posted.of("kind")) if posted.of("kind") in KINDS else RevisionKind.AMENDMENT
    others = {one.code for one in other_standards(visit, brought, posted)}
    named = posted.of("successor")
    takes = named if kind is RevisionKind.REPEAL and named in others else ""
    return brought.target.name, brought.opened.steps(going, made, kind, takes)


def _new_standard(
    visit: DeskVisit, brought: Brought, posted: DeskPosted, made: Composed
) -> tuple[WorkName, Sequence[Step]]:
    languages = visit.edition.register.project.languages
    standard = standard_name(visit, posted.said)
    typed = {key: read_spoken(posted.said, languages, key) for key in ("title", "provider")}
    said = {**brought.going.beside.fields, **{key: words for key, words in typed.items() if words}}
    steps = brought.opened.standard(
        standard, made, posted.of("authority"), posted.of("life_event"), said
    )
    name = draft_name(standard, 1)
    if visit.context.works.of(name).is_begun:
        raise WrongNameError(
            "a draft of a standard of this name was begun already: take another name"
        )
    return name, steps


def _raised(brought: Brought, posted: DeskPosted) -> bool:
    """Return whether there are questions that the page which was sent has not shown."""
    shown = posted.of(SHOWN).split()
    open_ones = (*brought.going.proposed, *brought.going.unexplained)
    return bool(shown) and any(one.id not in shown for one in open_ones)


def _plain_name(name: str, at: int) -> str:
    """Return what a file is called, for people: nothing of it is a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if sign.isprintable())[:120]
    return shown or f"{at + 1}.docx"
