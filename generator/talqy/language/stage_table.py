"""One table: what pages say and offer of a text, by where it stands and by its kind.

Where it stands is its stage while it is a draft, and then the part that it plays. Every page reads
this table, so that none invites where nothing can be done, or says “yet” of what is over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.law.parts import COMING, Role, role_of
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import DISCUSSED, DRAFTS, TO_COME, Stage


class Meaning(StrEnum):
    """What a page says of a text for people: what changes, what it asks, what ends, or nothing."""

    CHANGES = "changes"
    ASKS = "asks"
    ENDS = "ends"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What pages say and offer of a text.

    `banner` says what it is; `button` leads to the page of a standard that `target` names, and both
    are empty where there is nothing to do; `reminder` leads to the calendar beside it, where there
    is an end to be reminded of. `how_to` is whether the page that says how to comment is
    among the tabs. `empty` stands where no comments are, `count` is the same in few words, and
    `report` stands where no report is, `due` before its last day; `late` says what becomes of what
    people write now, where no comments are taken.
    """

    banner: str
    button: str
    target: str
    reminder: str
    how_to: bool
    meaning: Meaning
    empty: str
    count: str
    report: str
    due: str
    late: str


_COMING: frozenset[str] = DRAFTS | (COMING - {Role.DRAFT})
"""Where a text stands that holds for nobody yet, and may: `COMING`, stage by stage."""
WHERE: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *(stage.value for stage in Stage if stage in DRAFTS),
            *(role.value for role in Role if role is not Role.DRAFT),
        )
    )
)
"""Wherever a text may stand, in the usual order."""


def offer_of(edition: Edition, record: Record, revision: Revision | None = None) -> Offer:
    """Return what pages say and offer of a text; of the newest one, if none is named."""
    text = revision or edition.parts(record).newest
    role = role_of(record, text, edition.assessment)
    standing = edition.standing(record, text)
    stands = (standing.stage if role is Role.DRAFT else role).value
    is_discussed, is_overdue = text.consultation is not None, standing.report.is_overdue
    return edition.in_own.once(
        "offer",
        (stands, text.kind, is_discussed, is_overdue),
        lambda: offer(
            edition.locale, stands, text.kind, is_discussed=is_discussed, is_overdue=is_overdue
        ),
    )


def offer(
    locale: Locale, stands: str, kind: RevisionKind, *, is_discussed: bool, is_overdue: bool
) -> Offer:
    """Return the cell of the table; `is_discussed` is whether it has, or had, a discussion.

    `is_overdue` is whether its report should be there by now: only what is considered can be so.
    """
    button, target = _button(locale, stands, is_discussed=is_discussed)
    return Offer(
        banner=_banner(locale, stands, kind, is_overdue=is_overdue),
        button=button,
        target=target,
        # In its last days it would ring in the past.
        reminder=locale.words("Remind me three days before it ends")
        if stands == Stage.OPEN.value
        else "",
        how_to=stands in DISCUSSED,
        meaning=_meaning(stands, kind),
        empty=_empty(locale, stands, is_discussed=is_discussed),
        count=locale.words(
            "no comments yet" if stands in DISCUSSED | TO_COME else "no comments came"
        ),
        report=_no_report(locale, stands, is_overdue=is_overdue),
        due=locale.words("The report was due by" if is_overdue else "Report due"),
        late=_late(locale, stands, is_discussed=is_discussed),
    )


def _banner(locale: Locale, stands: str, kind: RevisionKind, *, is_overdue: bool) -> str:
    words = locale.words
    if kind is RevisionKind.REPEAL and stands in _COMING | {Role.WITHDRAWN.value}:
        first = words("This draft takes the standard out of force, if it is adopted.")
        own = {
            Role.ADOPTED.value: words("The repeal is adopted. Until its day the standard holds."),
            Role.WITHDRAWN.value: words("The repeal was given up: the standard stays in force."),
        }
    else:
        first = words("This is a draft, and not in force.")
        own = {
            Role.ADOPTED.value: words("This text is adopted, and not in force yet."),
            Role.WITHDRAWN.value: words("This draft was withdrawn."),
        }
    said = {
        **own,
        Role.IN_FORCE.value: words("This is the text in force."),
        Role.FORMER.value: words("This text is no longer in force."),
        Role.REPEAL.value: words("This text took the standard out of force."),
        Role.EARLIER_DRAFT.value: words(
            "This draft never came into force: a later one took its place."
        ),
        Role.PREPARING.value: words(
            "This draft is still being prepared; only “talqy serve” shows it."
        ),
    }
    course = _course(locale, is_overdue=is_overdue).get(stands, "")
    return said.get(stands) or " ".join(filter(None, (first, course)))


def _course(locale: Locale, *, is_overdue: bool) -> Mapping[str, str]:
    """Say how far the discussion of a draft is; while it is open, its last day says so."""
    words = locale.words
    return {
        Stage.PLANNED.value: words("The discussion has not begun yet."),
        Stage.CONSIDERING.value: words(
            "The discussion is over, and its report is overdue."
            if is_overdue
            else "The discussion is over: the comments are considered."
        ),
        Stage.ANSWERED.value: words("The discussion is over, and its report is published."),
    }


def _button(locale: Locale, stands: str, *, is_discussed: bool) -> tuple[str, str]:
    words = locale.words
    if stands in DISCUSSED:
        return words("Comment on the draft"), "participate"
    if stands == Stage.PLANNED:
        return words("Remind me: the days, for the calendar of a phone"), "calendar"
    if is_discussed and stands not in TO_COME:
        return words("Comments and answers"), "comments"
    return "", ""


def _meaning(stands: str, kind: RevisionKind) -> Meaning:
    if kind is RevisionKind.REPEAL:
        return Meaning.ENDS
    if stands in _COMING:
        return Meaning.CHANGES
    return Meaning.ASKS if stands == Role.IN_FORCE else Meaning.SILENCE


def _empty(locale: Locale, stands: str, *, is_discussed: bool) -> str:
    words = locale.words
    if stands in TO_COME:
        return words("Comments are taken when the discussion opens.")
    if stands in DISCUSSED:
        return words("There are no comments yet.")
    if not is_discussed:
        return words("There was no discussion of this text here, and no comments came.")
    return words("No remarks or proposals were received in the discussion.")


def _no_report(locale: Locale, stands: str, *, is_overdue: bool) -> str:
    words = locale.words
    if stands in TO_COME | DISCUSSED:
        return words("The report with the answers comes after the discussion.")
    if stands == Stage.CONSIDERING:
        return words("The report is overdue." if is_overdue else "The report is being drawn up.")
    return ""


def _late(locale: Locale, stands: str, *, is_discussed: bool) -> str:
    words = locale.words
    if stands in TO_COME:
        return words("You can read the draft now, and comment when the discussion opens.")
    if stands in DISCUSSED:
        return ""
    if stands in {Stage.CONSIDERING.value, Stage.ANSWERED.value} and is_discussed:
        return words("What comes now is kept and published as late, but need not be considered.")
    return words("No comments are taken on this text any more, but you can write to its developer.")
