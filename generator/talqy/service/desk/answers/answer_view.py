"""The form of an answer as its page shows it: what was typed, and what is said of each field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.language.sayings import in_language, outcome_name
from talqy.model.comment import Comment, Outcome
from talqy.responses.answering import answer_languages
from talqy.service.desk.answers.alike import Groups
from talqy.service.desk.answers.field_notes import FieldNote, field_notes
from talqy.service.desk.answers.heard_views import HeardView, heard_view
from talqy.service.desk.answers.landing_places import LandingText, landed_of, landing_texts
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.answers.typed_answer import (
    BY,
    DUPLICATE_OF,
    LANDED,
    ON,
    OUTCOME,
    JudgedAnswers,
    TypedAnswer,
    gist_field,
    reason_field,
)
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.works_shown.promises import unkept_words

MOST_SHOWN = 20
"""So many comments are shown whole above the form; the others are counted."""
_SPOKEN = frozenset({"kk", "ru", "en"})


@dataclass(frozen=True, slots=True)
class TextField:
    """A field for words in one language, with what is said of it."""

    name: str
    label: str
    language: str
    value: str
    notes: Sequence[FieldNote]


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    """Something to be picked from a list."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """What `desk/answer.html` may use.

    `names` are the ids of all comments that are answered, `heard` those shown whole, `more` says
    how many others there are. `notes` are of no field; the others are by their fields.
    """

    seen: str
    names: Sequence[str]
    heard: Sequence[HeardView]
    more: str
    outcomes: Sequence[OfferedChoice]
    reasons: Sequence[TextField]
    gists: Sequence[TextField]
    landing: Sequence[LandingText]
    duplicate_of: str
    alike: Sequence[OfferedChoice]
    authorities: Sequence[OfferedChoice]
    on: str
    together: str
    notes: Sequence[FieldNote]
    outcome_notes: Sequence[FieldNote]
    landed_notes: Sequence[FieldNote]
    duplicate_notes: Sequence[FieldNote]
    by_notes: Sequence[FieldNote]
    on_notes: Sequence[FieldNote]
    is_grave: bool
    back: str


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """Several comments and one answer to them: empty, on file, or as it was typed and judged."""

    heard: TextHeard
    comments: Sequence[Comment]
    typed: TypedAnswer
    known: JudgedAnswers | None = None
    groups: Groups = field(default_factory=dict)

    def view(self, visit: DeskVisit) -> AnswerPage:
        """Return it as its page shows it."""
        heard, typed, locale = self.heard, self.typed, visit.edition.locale
        notes, others = field_notes(visit, self.known), len(self.comments) - MOST_SHOWN
        shown = self.comments[:MOST_SHOWN]
        return AnswerPage(
            seen=heard.work.commit,
            names=[one.id for one in self.comments],
            heard=[heard_view(visit, heard, one, self.groups) for one in shown],
            more=locale.count("{n} comment more", "{n} comments more", others)
            if others > 0
            else "",
            outcomes=[
                OfferedChoice(one, outcome_name(locale, one), one == typed.outcome)
                for one in Outcome
            ],
            reasons=list(self._reasons(visit, notes)),
            gists=list(self._gists(visit, notes)),
            landing=landing_texts(visit, heard, typed.landed),
            duplicate_of=typed.duplicate_of,
            alike=list(self._alike()),
            authorities=list(_authorities(visit, typed.by)),
            on=typed.on,
            together=typed.together,
            notes=notes.get("", ()),
            outcome_notes=notes.get(OUTCOME, ()),
            landed_notes=(*notes.get(LANDED, ()), *self._unkept(visit)),
            duplicate_notes=notes.get(DUPLICATE_OF, ()),
            by_notes=notes.get(BY, ()),
            on_notes=notes.get(ON, ()),
            is_grave=bool(self.known and not self.known.may_stand),
            back=visit.path(heard.below),
        )

    def _unkept(self, visit: DeskVisit) -> Iterator[FieldNote]:
        """Yield that clauses are named in which nothing has changed; that may still come."""
        landed = landed_of(self.typed.landed)
        if landed and landed[0].isdecimal():
            number, names = landed
            on = self.heard.revision.revision
            words = unkept_words(visit, self.heard.record, on, int(number[:4]), names)
            if words:
                yield FieldNote(words, is_grave=False)

    @property
    def _languages(self) -> tuple[str, ...]:
        heard = self.heard
        return answer_languages(heard.register, heard.assessment, heard.record, self.comments)

    def _reasons(
        self, visit: DeskVisit, notes: Mapping[str, Sequence[FieldNote]]
    ) -> Iterator[TextField]:
        for code in self._languages:
            name = reason_field(code)
            label = visit.say("Reason, {language}", language=_in(visit, code))
            words = (self.typed.reason or {}).get(code, "")
            said = notes.get(name, ())
            yield TextField(name, label, code, words, said)

    def _gists(
        self, visit: DeskVisit, notes: Mapping[str, Sequence[FieldNote]]
    ) -> Iterator[TextField]:
        """Yield fields in the languages that not all of the comments speak."""
        for code in self._languages:
            if any(one.language != code for one in self.comments):
                label = visit.say("The comment in short, {language}", language=_in(visit, code))
                words = (self.typed.gist or {}).get(code, "")
                name = gist_field(code)
                yield TextField(name, label, code, words, notes.get(name, ()))

    def _alike(self) -> Iterator[OfferedChoice]:
        """Yield the comments that this one may repeat: those that say the same."""
        answered = {one.id for one in self.comments}
        for one in self.groups.get(self.comments[0].id, ()):
            if one not in answered:
                name = self.heard.record.comment_name(one)
                yield OfferedChoice(one, name, one == self.typed.duplicate_of)


def _in(visit: DeskVisit, code: str) -> str:
    return visit.said(in_language(code)) if code in _SPOKEN else code


def _authorities(visit: DeskVisit, chosen: str) -> Iterator[OfferedChoice]:
    """Yield in whose name may be answered: in that of their own authority, where they have one."""
    edition, own = visit.edition, visit.official.authority
    for name in edition.register.project.authorities:
        if not own or name in {own, chosen}:
            yield OfferedChoice(name, edition.authority(name).striptags(), name == chosen)
