"""A text brought from Word: the files, what becomes of each clause, what only a person can say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from starlette.responses import Response

from talqy.drafts.composing import Composed
from talqy.drafts.new_texts import WrongNameError
from talqy.drafts.word_files import ReaderMissingError
from talqy.errors import Saying, TalqyError
from talqy.intake.importing import MOST_BYTES
from talqy.model.revision import RevisionKind
from talqy.project.write import Step
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.bring_target import targets
from talqy.service.desk.drafts.brought import OLDER, Brought, ReadFiles
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.draft_visit import draft_name
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.list_page import KINDS
from talqy.service.desk.drafts.new_fields import languages_of, standard_name
from talqy.service.desk.drafts.plan_page import other_standards, plan_page
from talqy.service.desk.drafts.spoken_work import SpokenWorks
from talqy.service.desk.drafts.uploads import Upload, Uploads, UploadWish
from talqy.service.desk.pages import DeskVisit, text_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.names import WorkName
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

    def __init__(self, uploads: Uploads, spoken: SpokenWorks) -> None:
        self._uploads, self._spoken = uploads, spoken
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
        return self._shown(visit, upload, brought)

    def answer(self, visit: DeskVisit, posted: DeskPosted) -> Response:
        """Take answers; save the text where nothing is open any more and that is wanted."""
        upload = self._upload(visit)
        if upload is None:
            return self._gone(visit)
        if posted.of("act") == "drop":
            self._uploads.drop(upload.token)
            return visit.done("drafts/", Saying("The file was let go; nothing was saved."))
        files = self._read.of(upload)
        brought = Brought.of(visit, upload, files, self._spoken, posted.seen)
        given = {
            name.removeprefix(_ANSWER): texts[0]
            for name, texts in posted.said.items()
            if name.startswith(_ANSWER) and texts
        }
        wrong = brought.answer(given)
        going = brought.going
        if brought.problems or wrong or going.plan.open or posted.of("act") != "save":
            return self._shown(visit, upload, brought, posted, wrong)
        brought.problems = [*going.plan.problems, *going.beside.faults(going.composed())]
        if brought.problems:
            return self._shown(visit, upload, brought, posted)
        return self._save(visit, upload, brought, posted)

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
    ) -> Response:
        page = plan_page(visit, upload, brought, posted or DeskPosted({}), wrong or {})
        page = replace(page, wrong=words or page.wrong)
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


def _plain_name(name: str, at: int) -> str:
    """Return what a file is called, for people: nothing of it is a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(sign for sign in last if sign.isprintable())[:120]
    return shown or f"{at + 1}.docx"
