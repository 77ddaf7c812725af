"""The report on completion of a discussion: what came, what became of it, and sums that add up.

One value without a language, which the page, the files and the command all say. What it must hold
is in article 15 (4) of Law No. 88-V: the list and short summary of remarks and proposals, with
reasons for the accepted and (or) not accepted ones, and how to read the revised draft. The law has
no “accepted in part”: such a comment counts in both lists.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from talqy.language.shortened import shortened
from talqy.law.periods import Workdays, is_late, workdays_of
from talqy.law.postings import owed_postings
from talqy.model.comment import ACCEPTED, Comment, Outcome, Response
from talqy.model.project import DayKind
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Consultation, PostingChannel, ReportNotice, Revision
from talqy.model.standing import Counting, Stage, Standing
from talqy.record.counts import (
    DECIDED,
    IN_NOT_ACCEPTED,
    CountPart,
    Counts,
    Fate,
    counted,
    left_on,
    outcome_on,
)
from talqy.record.root import root_of

# A short summary is asked for; whoever wants the whole comment is led to it.
_LONGEST_QUOTE, _LONGEST_TEXT = 300, 700


@dataclass(frozen=True, slots=True)
class QuotedComment:
    """A comment in its author's words; `is_cut` where they are longer than the report shows."""

    quote: str
    text: str
    proposal: str
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One comment in the report.

    `number` is that of the register, None until it is merged; `outcome` is None while it is not
    decided. `main` is the id of the comment that a repeated one was joined with;
    `decision` is the answer that counts: its own, or that of `main`.
    """

    comment: Comment
    number: int | None
    outcome: Fate
    response: Response | None
    main: str | None
    decision: Response | None

    @property
    def is_accepted(self) -> bool:
        """Return whether it stands in the law's list of accepted comments."""
        return self.decision is not None and self.decision.outcome in ACCEPTED

    @property
    def is_not_accepted(self) -> bool:
        """Return whether it stands in the law's list of comments that are not accepted."""
        return self.decision is not None and self.decision.outcome in IN_NOT_ACCEPTED

    @property
    def is_noted(self) -> bool:
        """Return whether it was only noted: it stands in that list, and was not turned down."""
        return self.decision is not None and self.decision.outcome is Outcome.NOTED

    @property
    def words(self) -> QuotedComment:
        """The comment in short."""
        texts = (self.comment.quote or "", self.comment.text, self.comment.proposal or "")
        quote, text, proposal = map(
            shortened, texts, (_LONGEST_QUOTE, _LONGEST_TEXT, _LONGEST_TEXT)
        )
        return QuotedComment(quote, text, proposal, (quote, text, proposal) != texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How long the discussion was: `days` of the kind `unit`, after the day of posting."""

    opens: date
    closes: date
    days: int
    unit: DayKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Comments counted: every one is in exactly one of the parts, which add up to `received`.

    In the two lists of the law a repeated comment counts as the one that it was joined with, one
    accepted in part in both. `in_noted` are those of `in_not_accepted` that were only noted.
    """

    counts: Counts
    in_accepted: int
    in_not_accepted: int
    in_noted: int
    in_both: int

    @property
    def received(self) -> int:
        """All comments that came."""
        return self.counts.received

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        """What became of the comments considered, a repeated one as such."""
        apart = {Outcome.LATE, Outcome.WITHDRAWN}
        every = self.counts.outcomes
        return {code: every[code] for code in Outcome if every.get(code) and code not in apart}

    @property
    def withdrawn(self) -> int:
        """The comments that their authors took back."""
        return self.counts.parts[CountPart.WITHDRAWN]

    @property
    def late(self) -> int:
        """The comments that came after the discussion."""
        return self.counts.parts[CountPart.LATE]

    @property
    def unanswered(self) -> int:
        """The comments that wait for an answer."""
        return self.counts.parts[CountPart.WAITING]

    @property
    def left(self) -> int:
        """The comments that are left without an answer: the draft was withdrawn."""
        return self.counts.parts[CountPart.LEFT]

    @property
    def undecided(self) -> int:
        """The comments considered without a decision, their own or one that they repeat."""
        decided = self.in_accepted + self.in_not_accepted - self.in_both
        return self.received - self.withdrawn - self.late - self.left - decided

    @property
    def in_not_noted(self) -> int:
        """Those in the list of comments not accepted that were not only noted."""
        return self.in_not_accepted - self.in_noted


@dataclass(frozen=True)
class Report:
    """The report on one discussion, on the day `today`; `notice` is its signature.

    `entries` came in time and stand by number; `late` and `withdrawn` ones stand apart. `revised`
    is the text in which comments landed, or else the one that was discussed. `promised` is the
    number of a later text in which comments are to land, and that is not public yet; else 0.
    """

    record: Record
    revision: Revision
    consultation: Consultation
    standing: Standing
    languages: tuple[str, ...]
    today: date
    period: Period
    entries: tuple[Entry, ...]
    late: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]
    figures: Figures
    revised: Revision
    promised: int

    @property
    def notice(self) -> ReportNotice | None:
        """Who signs the report, and of which day it is."""
        return self.consultation.report

    @cached_property
    def root(self) -> str:
        """The root of the standard's record; empty where there is none."""
        return root_of(self.record.history) if self.record.history else ""

    @property
    def is_over(self) -> bool:
        """Return whether the discussion was held, and is over."""
        gone, opens = self.revision.withdrawn, self.consultation.opens
        was_held = opens <= self.today and (gone is None or gone.on > opens)
        return was_held and self.period.closes < self.today

    @property
    def never_posted(self) -> tuple[PostingChannel, ...]:
        """The channels of the law on which the draft was not posted, when that was over."""
        return owed_postings(self.revision) if self.is_over else ()

    @property
    def is_published(self) -> bool:
        """Return whether the day of the report has come."""
        return self.notice is not None and self.notice.on <= self.today

    def all_entries(self) -> Iterator[Entry]:
        """Yield every comment that came, each once."""
        yield from (*self.entries, *self.late, *self.withdrawn)


def completion_report(
    record: Record, revision: Revision, assessment: Assessment, register: Register
) -> Report | None:
    """Draw up the report on the discussion of a revision; None where it was never to be discussed.

    A report can be drawn up at any time; `refusals` says what keeps it from being issued.
    """
    consultation = revision.consultation
    if consultation is None:
        return None
    standing = assessment.of(record.id, revision.revision)
    left = left_on(assessment, record, revision)
    entries = tuple(_entries(record, revision, consultation, left))
    considered = tuple(e for e in entries if e.outcome not in {Outcome.LATE, Outcome.WITHDRAWN})
    landings = {e.decision.landed.revision for e in considered if e.decision and e.decision.landed}
    revised, last = _revised(record, revision, assessment, landings), max(landings, default=0)
    return Report(
        record=record,
        revision=revision,
        consultation=consultation,
        standing=standing,
        languages=register.languages_of(revision, assessment.today),
        today=assessment.today,
        period=_period(revision, consultation, standing, workdays_of(register)),
        entries=considered,
        late=tuple(entry for entry in entries if entry.outcome is Outcome.LATE),
        withdrawn=tuple(entry for entry in entries if entry.outcome is Outcome.WITHDRAWN),
        figures=_figures(entries, considered),
        revised=revised,
        promised=last if last > revised.revision else 0,
    )


def _entries(
    record: Record, revision: Revision, consultation: Consultation, left: Fate
) -> Iterator[Entry]:
    numbers = record.numbers
    comments = record.comments_on(revision.revision)
    # Sorting is stable: comments without a number stay in the order of receipt, at the end.
    for comment in sorted(comments, key=lambda c: (c.id not in numbers, numbers.get(c.id, 0))):
        response = record.response_to(comment.id)
        outcome = outcome_on(comment, response, consultation)
        main = _main(record, comment) if outcome is Outcome.DUPLICATE else None
        yield Entry(
            comment=record.shown(comment),
            number=numbers.get(comment.id),
            outcome=left if outcome is None else outcome,
            response=response,
            main=main.id if main else None,
            decision=_decision(record, main or comment),
        )


def _decision(record: Record, comment: Comment) -> Response | None:
    """Return the decision on a comment; what came late is not considered, whatever was written."""
    response, revision = record.response_to(comment.id), record.revision(comment.revision)
    if response is None or is_late(comment.received, revision.consultation if revision else None):
        return None
    return response if response.outcome in DECIDED else None


def _main(record: Record, comment: Comment) -> Comment | None:
    """Follow a repeated comment to the one that was answered; circles lead to none."""
    seen = {comment.id}
    at: Comment | None = comment
    while at and (response := record.response_to(at.id)) and response.duplicate_of:
        at = record.comment(response.duplicate_of)
        if at and at.id in seen:
            return None
        seen |= {at.id} if at else set()
    return at


def _period(
    revision: Revision, consultation: Consultation, standing: Standing, workdays: Workdays
) -> Period:
    closes, gone = standing.closes or consultation.last_day, revision.withdrawn
    if gone and gone.on < closes:
        closes = gone.on
    counting = standing.counting
    unit = counting.profile.unit if counting else DayKind.CALENDAR
    posted = _posted(consultation, counting)
    days = (closes - posted).days
    if unit is DayKind.WORKING:
        days = workdays.between(posted, closes)
    return Period(opens=consultation.opens, closes=closes, days=max(days, 0), unit=unit)


def _posted(consultation: Consultation, counting: Counting | None) -> date:
    return counting.posted if counting else consultation.opens


def _figures(found: tuple[Entry, ...], considered: tuple[Entry, ...]) -> Figures:
    return Figures(
        counts=counted((entry.comment, entry.outcome) for entry in found),
        in_accepted=sum(entry.is_accepted for entry in considered),
        in_not_accepted=sum(entry.is_not_accepted for entry in considered),
        in_noted=sum(entry.is_noted for entry in considered),
        in_both=sum(entry.is_accepted and entry.is_not_accepted for entry in considered),
    )


def _revised(
    record: Record, revision: Revision, assessment: Assessment, landings: Iterable[int]
) -> Revision:
    """Return the last public text in which comments landed; else the one that was discussed."""
    texts = (record.revision(number) for number in landings if number > revision.revision)
    later = [
        text
        for text in texts
        if text and assessment.of(record.id, text.revision).stage is not Stage.PREPARING
    ]
    return max(later, key=lambda text: text.revision, default=revision)
