"""Why a draft changes what it changes: its amendments, and the comments that caused them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Self

from markupsafe import Markup
from starlette.responses import Response

from talqy.model.problem import Problem
from talqy.model.revision import Amendment
from talqy.model.walk import UNWRITTEN, is_unwritten
from talqy.service.desk.done_words import done_in_each
from talqy.service.desk.drafts.causes import Cause, cause_choices, causes_of, unknown_causes
from talqy.service.desk.drafts.controls import Control, ControlMaker, FieldChoice
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.fields_read import read_spoken
from talqy.service.desk.drafts.findings import ClauseFinding, called, findings, reason_path
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.plain_values import plainly_said
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.saving import ToSave, saved

_MOST = 1_000


@dataclass(frozen=True, slots=True)
class ReasonForm:
    """One amendment in fields; `number` is its place from 1, and that of a new one is the next.

    `name` begins the names of its fields, `was` says by what it is known. `findings` are those on
    it, `wrong` what cannot be saved.
    """

    name: str
    was: str
    number: int
    is_new: bool
    is_out: bool
    reason: Control
    clauses: Sequence[FieldChoice]
    audiences: Sequence[FieldChoice]
    comments: Sequence[FieldChoice]
    findings: Sequence[ClauseFinding]
    wrong: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReasonsPage:
    """What `desk/draft_reasons.html` may use."""

    seen: str
    standard: Markup
    forms: Sequence[ReasonForm]
    findings: Sequence[ClauseFinding]
    wrong: Sequence[str]
    is_faulty: bool
    action: str
    back: str


@dataclass(frozen=True, slots=True)
class TypedReason:
    """An amendment as its fields say it; what is still to be written is empty.

    `was` is of whom it was when its page was made: its clauses, or nothing of a new one.
    """

    clauses: Sequence[str] = ()
    audiences: Sequence[str] = ()
    reason: Mapping[str, str] = field(default_factory=dict)
    comments: Sequence[str] = ()
    is_out: bool = False
    was: str = ""

    @classmethod
    def of(cls, one: Amendment) -> Self:
        """Return an amendment of the draft in fields."""
        said = {code: words for code, words in one.reason.items() if not is_unwritten(words)}
        return cls(one.clauses, one.audiences, said, one.comments, was=_known_by(one))

    def tree(self, languages: Sequence[str]) -> dict[str, Any]:
        """Return it as the file has it; nothing where nothing is said."""
        if not (self.clauses or self.audiences or self.reason or self.comments):
            return {}
        return {
            "clauses": list(self.clauses),
            "audiences": list(self.audiences),
            "reason": {code: self.reason.get(code) or UNWRITTEN for code in languages},
            "comments": list(self.comments),
        }


def reasons_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show the amendments of a draft."""
    there = [TypedReason.of(one) for one in at.revision.amendments]
    return _shown(visit, at, [*there, TypedReason()], {})


def post_reasons(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Save all amendments of the page at once; those that are ticked go.

    What others have added since the page was made stays: an amendment is known by its clauses.
    """
    typed = _placed(at, _sent(at, posted))
    kept = [{} if one.is_out else one.tree(at.draft.languages) for one in typed]
    if unknown := _unknown_by_reason(at, typed):
        return _shown(visit, at, typed, unknown)
    edit = at.draft.reasoned(kept)
    if edit.problems:
        return _shown(visit, at, typed, _by_reason(at, kept, edit.problems))
    told = done_in_each("Changed: reasons of the changes", at.editions)
    return saved(visit, posted, ToSave(at.name, edit.steps, told, at.below("reasons/")))


def _placed(at: DraftVisit, sent: Sequence[TypedReason]) -> list[TypedReason]:
    """Return all amendments as they are to be: those of the draft in their places, then others."""
    left, placed = list(sent), list[TypedReason]()
    for one in map(TypedReason.of, at.revision.amendments):
        own = next((each for each in left if each.was and each.was == one.was), None)
        if own:
            left.remove(own)
        placed.append(own or one)
    return [*placed, *left]


def _sent(at: DraftVisit, posted: DeskPosted) -> list[TypedReason]:
    """Return what the fields of a form say, in their order, as far as they go."""
    found = list[TypedReason]()
    while f"{(name := _name(len(found) + 1))}.was" in posted.said and len(found) < _MOST:
        found.append(_typed(at, posted, name))
    return found


def _known_by(one: Amendment) -> str:
    return " ".join((*one.clauses, "/", *one.audiences))


def _typed(at: DraftVisit, posted: DeskPosted, name: str) -> TypedReason:
    return TypedReason(
        posted.all(f"{name}.clauses"),
        posted.all(f"{name}.audiences"),
        read_spoken(posted.said, at.draft.languages, f"{name}.reason"),
        posted.all(f"{name}.comments"),
        bool(posted.of(f"{name}.out")),
        posted.of(f"{name}.was"),
    )


def _name(number: int) -> str:
    return f"reasons.{number}"


def _unknown_by_reason(at: DraftVisit, typed: Sequence[TypedReason]) -> Mapping[int, list[str]]:
    """Say of which reasons comments are named that are not there; the page does not offer them."""
    found = dict[int, list[str]]()
    for number, one in enumerate(typed, 1):
        if not one.is_out and unknown_causes(at, one.comments):
            found[number] = [at.say("There is no such comment on this standard.")]
    return found


def _by_reason(
    at: DraftVisit, kept: Sequence[Mapping[str, Any]], problems: Sequence[Problem]
) -> Mapping[int, list[str]]:
    """Return what is wrong by the numbers of reasons; of none of them under 0."""
    found = dict[int, list[str]]()
    numbers = [number for number, one in enumerate(kept, 1) if one]
    for problem in problems:
        step = problem.path[1] if problem.path[:1] == ("amendments",) and problem.path[1:] else None
        number = numbers[step] if isinstance(step, int) and step < len(numbers) else 0
        found.setdefault(number, []).append(plainly_said(at.edition, problem))
    return found


def _shown(
    visit: DeskVisit,
    at: DraftVisit,
    typed: Sequence[TypedReason],
    wrong: Mapping[int, Sequence[str]],
) -> Response:
    found = findings(at).of_draft
    causes = causes_of(at)
    by_href = {one.href: [f for f in found if f.href == one.href] for one in found}
    page = ReasonsPage(
        seen=at.work.commit,
        standard=at.edition.short_title(at.record),
        forms=[
            _form(at, number, one, causes=causes, found=by_href, wrong=wrong.get(number, ()))
            for number, one in enumerate(typed, 1)
        ],
        findings=by_href.get(at.path("reasons/"), ()),
        wrong=wrong.get(0, ()),
        is_faulty=bool(wrong),
        action=at.path("reasons/"),
        back=at.path(),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return visit.shown(
        "draft_reasons.html", page, title=at.say("Reasons of the changes"), status=status
    )


def _form(  # noqa: PLR0913 - what a form is made of
    at: DraftVisit,
    number: int,
    one: TypedReason,
    *,
    causes: Mapping[str, Cause],
    found: Mapping[str, Sequence[ClauseFinding]],
    wrong: Sequence[str],
) -> ReasonForm:
    locale, name = at.edition.locale, _name(number)
    audiences = at.draft.register.codes.codes("audience")
    maker = ControlMaker(locale, at.languages, {})
    return ReasonForm(
        name,
        one.was,
        number,
        number > len(at.revision.amendments),
        one.is_out,
        maker.spoken(f"{name}.reason", "reason", at.say("Reason"), one.reason),
        tuple(_clauses(at, set(one.clauses))),
        [FieldChoice(c, locale.coded("audience", c), c in one.audiences) for c in audiences],
        cause_choices(at, causes, set(one.comments)),
        found.get(reason_path(at, number), ()),
        wrong,
    )


def _clauses(at: DraftVisit, chosen: set[str]) -> Iterator[FieldChoice]:
    """Yield the clauses that differ from the base, and those that are named already."""
    alignment = at.edition.standing(at.record, at.revision).alignment
    changed = [m.ids for m in alignment.matches if m.actions] if alignment else []
    for name in dict.fromkeys((*(n for ids in changed for n in ids), *sorted(chosen))):
        yield FieldChoice(name, called(at, name), name in chosen)
