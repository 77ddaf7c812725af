"""Taking words or a name out of a comment that is public already, at their owner's wish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.responses import Response

from talqy.comments.redaction import redaction_faults, redaction_plan
from talqy.comments.still_said import places_after
from talqy.errors import Saying
from talqy.project.files import text_of
from talqy.service.desk.answers.field_notes import FieldNote, note_of
from talqy.service.desk.answers.heard_views import HeardView, heard_view
from talqy.service.desk.answers.still_public import still_public
from talqy.service.desk.answers.text_heard import TextHeard, comment_of, text_heard
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.places import FaultView
from talqy.service.desk.works_shown.saving import ToSave, saved

_STANDS_STILL = Saying(
    "Saved. The name still stands in the words of the comment: take it out there, too."
)
_STANDS_ELSEWHERE = Saying(
    "Saved. The words stand elsewhere, too: take them out in each place that is named below."
)
_DONE = Saying("Saved. Earlier states of the comment stay in the history of the project.")


@dataclass(frozen=True, slots=True)
class RedactPage:
    """What `desk/redact.html` may use: the comment, what was typed, what is said of it.

    `reasons` are codes and names of languages, with the words in each. `still` are the places where
    words stand that were taken out here, and are public yet.
    """

    seen: str
    heard: HeardView
    words: str
    name: bool
    reasons: Sequence[tuple[str, str, str]]
    notes: Sequence[FieldNote]
    still: Sequence[FaultView]
    back: str


@dataclass(frozen=True, slots=True)
class TypedRedaction:
    """What goes out of a comment, and why, as it was typed.

    `languages` are those in which it is said why: of the text that was commented on.
    """

    languages: Sequence[str]
    words: str = ""
    name: bool = False
    reason: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def posted(cls, languages: Sequence[str], posted: DeskPosted) -> "TypedRedaction":
        """Read what was posted."""
        reason = {code: posted.of(f"reason.{code}").strip() for code in languages}
        return cls(languages, posted.of("words"), bool(posted.of("name")), reason)

    @property
    def lines(self) -> list[str]:
        """The words that go: one place a line, to the letter."""
        return [line for line in self.words.split("\n") if line.strip()]

    def fields(self, visit: DeskVisit) -> list[tuple[str, str, str]]:
        """Return the languages in which it is said why: their codes and names, and the words."""
        name = visit.edition.locale.language_name
        return [(code, name(code), self.reason.get(code, "")) for code in self.languages]

    def lacking(self, visit: DeskVisit) -> list[FieldNote]:
        """Return what is not said yet."""
        notes = []
        if not self.lines and not self.name:
            notes.append(FieldNote(visit.say("Say what to take out: words, or the name.")))
        if not all(self.reason.values()):
            notes.append(FieldNote(visit.say("Write why, in every language: the pages say it.")))
        return notes


def _languages(heard: TextHeard) -> tuple[str, ...]:
    return heard.register.languages_of(heard.revision, heard.assessment.today)


def redact_form(visit: DeskVisit) -> Response:
    """Ask which words go, and why."""
    return _shown(visit, TypedRedaction(_languages(text_heard(visit))))


def redact(visit: DeskVisit, posted: DeskPosted) -> Response:
    """Take the words out, with a mark that says so."""
    heard = text_heard(visit, posted.seen)
    comment = comment_of(heard, visit.of("comment"))
    typed = TypedRedaction.posted(_languages(heard), posted)
    notes = typed.lacking(visit)
    if not notes:
        faults = redaction_faults(heard.register, comment, typed.reason)
        notes = [note_of(visit, one) for one in faults if one.is_error]
    if notes:
        return _shown(visit, typed, notes, posted.seen)
    plan = redaction_plan(
        heard.record,
        comment,
        text_of(heard.work.root / comment.path.file),
        words=typed.lines,
        name=typed.name,
        reason=typed.reason,
        on=heard.assessment.today,
    )
    author = comment.author.name
    stands_still = bool(typed.name and author and author in plan.text)
    said = done_in_each(
        "Words taken out of comment {name}",
        visit.spoken.editions,
        name=heard.record.comment_name(comment.id),
    )
    told, onward = (_STANDS_STILL if stands_still else _DONE), heard.below
    if places_after(heard.register, heard.record, comment, plan):
        told = _STANDS_STILL if stands_still else _STANDS_ELSEWHERE
        onward = f"{heard.below}redact/{comment.id}/"
    return saved(visit, posted, ToSave(heard.name, [plan], said, onward, told))


def _shown(
    visit: DeskVisit, typed: TypedRedaction, notes: Sequence[FieldNote] = (), seen: str = ""
) -> Response:
    heard = text_heard(visit, seen)
    comment = comment_of(heard, visit.of("comment"))
    page = RedactPage(
        seen=heard.work.commit,
        heard=heard_view(visit, heard, comment, {}),
        words=typed.words,
        name=typed.name,
        reasons=typed.fields(visit),
        notes=notes,
        still=still_public(visit, heard, comment),
        back=visit.path(heard.below),
    )
    title = visit.say("Take words out: {name}", name=heard.record.comment_name(comment.id))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if notes else HTTPStatus.OK
    return visit.shown("redact.html", page, title=title, status=status)
