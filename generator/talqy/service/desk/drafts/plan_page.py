"""The plan of an import on a page: what becomes of each clause, and what is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.drafts.composing import Composed
from talqy.drafts.draft_fields import filled_fields
from talqy.drafts.plan_outcomes import clause_outcomes, facts_set
from talqy.drafts.word_kinds import OLDER_BASE
from talqy.model.problem import Problem
from talqy.model.revision import RevisionKind
from talqy.service.desk.drafts.bring_views import (
    FileProblem,
    OutcomeView,
    QuestionView,
    asked_views,
    outcome_view,
    told_view,
    tracking_words,
)
from talqy.service.desk.drafts.brought import Brought
from talqy.service.desk.drafts.changed_since import since_words
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.list_page import KINDS
from talqy.service.desk.drafts.new_fields import NewFields, new_fields
from talqy.service.desk.drafts.uploads import Upload
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted

SHOWN = "shown"
"""The field with the questions that a page has shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """What `desk/bring_plan.html` may use.

    `since` says what others have saved since the files were made. `refused` keeps the text from
    being taken, `told` does not. `asked` must be answered, `more` may stay open. `new` are the
    fields of a new standard; `kinds` what the next draft does, and `others` what may take the place
    of a repealed standard: empty of an update. `missing` are the questions whose answers were;
    `shown` names all that are asked; `lost` is what was typed to some that are asked no more;
    `is_known`: some are answered as they were the last time.
    """

    seen: str
    files: Sequence[str]
    target: str
    since: str
    refused: Sequence[FileProblem]
    can_be_older: bool
    outcomes: Sequence[OutcomeView]
    counted: str
    facts: Sequence[tuple[str, str]]
    fields: str
    tracking: str
    asked: Sequence[QuestionView]
    more: Sequence[QuestionView]
    told: Sequence[FileProblem]
    new: NewFields | None
    kinds: Sequence[FieldChoice]
    others: Sequence[FieldChoice]
    wrong: str
    missing: Sequence[QuestionView]
    shown: str
    action: str
    again: str
    lost: Sequence[tuple[str, str]] = ()
    is_known: bool = False


def plan_page(
    visit: DeskVisit,
    upload: Upload,
    brought: Brought,
    posted: DeskPosted,
    wrong: Mapping[str, str],
) -> PlanPage:
    """Return the page of a plan, with what was posted from it."""
    going, refused = brought.going, brought.problems
    is_read = not any(views.problems for _, views in brought.opened.files)
    is_read = is_read and bool(going.text.passages)
    # Where two passages are said to be one clause, only the answers can be put right.
    made = going.composed() if is_read and not going.plan.problems else None
    outcomes = list(clause_outcomes(going, made)) if made else []
    changed = [one for one in outcomes if not one.is_kept]
    is_next = brought.target.record is not None and not brought.target.is_update
    is_open = bool(posted.said and going.plan.open)
    open_ids = {one.id for one in going.plan.origins.questions}
    asked = [one for one in going.questions if one.id in open_ids] if is_read else []
    more = [one for one in going.questions if one.id not in open_ids] if made else []
    asked_of = list(asked_views(visit, brought, asked, wrong))
    return PlanPage(
        seen=brought.target.work.commit,
        files=upload.wish.names,
        target=_target_words(visit, brought),
        since=since_words(visit, brought.target),
        refused=[told_view(visit, brought, one) for one in refused],
        can_be_older=any(one.code == OLDER_BASE.code for one in refused),
        outcomes=[outcome_view(visit, brought, one) for one in changed],
        counted=_counted(visit, len(outcomes), len(outcomes) - len(changed)),
        facts=list(facts_set(going, made)) if made else (),
        fields=_fields(visit, going.beside.fields) if made else "",
        tracking=tracking_words(visit, going) if made else "",
        asked=asked_of,
        more=list(asked_views(visit, brought, more, wrong)),
        told=[told_view(visit, brought, one) for one in _told(brought, made)],
        new=new_fields(visit, _typed(brought, posted)) if brought.target.record is None else None,
        kinds=_kinds(visit, posted) if is_next else (),
        others=other_standards(visit, brought, posted) if is_next else (),
        wrong=visit.say("Some answers are still missing.") if is_open else "",
        missing=[one for one in asked_of if is_open and not (one.given or one.wrong)],
        shown=" ".join(one.id for one in (*asked, *more)),
        action=visit.path(f"drafts/bring/{upload.token}/"),
        again=visit.path("drafts/bring/"),
    )


def _told(brought: Brought, made: Composed | None) -> Iterator[Problem]:
    if made is not None and not brought.problems:
        yield from brought.going.told(made)


def _target_words(visit: DeskVisit, brought: Brought) -> str:
    target = brought.target
    if target.record is None:
        return visit.say("A new standard begins with this text.")
    title = brought.opened.register.record(target.record.id)
    standard = visit.edition.locale.plain((title or target.record).standard.title)
    assert target.base  # noqa: S101 - a standard that is there has a text
    said = {"standard": standard, "base": target.base.revision}
    if target.is_update:
        return visit.say("It changes draft {base}: {standard}", **said)
    return visit.say(
        "It becomes draft {revision}, which starts from revision {base}: {standard}",
        revision=target.record.next_revision,
        **said,
    )


def _counted(visit: DeskVisit, every: int, kept: int) -> str:
    return visit.say("Clauses: {all}; as they were: {kept}", all=every, kept=kept) if every else ""


def _fields(visit: DeskVisit, fields: Mapping[str, Mapping[str, str]]) -> str:
    return "; ".join(visit.edition.locale.words(label) for label in filled_fields(fields))


def _typed(brought: Brought, posted: DeskPosted) -> Mapping[str, tuple[str, ...]]:
    """Return the fields of a new standard: as they were typed, else as the file has them."""
    said = brought.going.beside.fields if brought.going.text.passages else {}
    own = {
        f"{key}.{code}": (words,)
        for key in ("title", "provider")
        for code, words in said.get(key, {}).items()
    }
    return {**own, **posted.said}


def _kinds(visit: DeskVisit, posted: DeskPosted) -> Sequence[FieldChoice]:
    locale, chosen = visit.edition.locale, posted.of("kind") or RevisionKind.AMENDMENT
    return [FieldChoice(k.value, locale.coded("revision-kind", k), k == chosen) for k in KINDS]


def other_standards(
    visit: DeskVisit, brought: Brought, posted: DeskPosted
) -> Sequence[FieldChoice]:
    """Return the standards that may take the place of one that is repealed."""
    edition, own = visit.edition, brought.target.record
    return [
        FieldChoice(one.id, edition.short_title(one).striptags(), one.id == posted.of("successor"))
        for one in edition.by_short_title(edition.register.records)
        if own is None or one.id != own.id
    ]
