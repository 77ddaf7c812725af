"""The rows of a report: one comment each, with its author's own words and what was decided."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from talqy.language.clause_sayings import clause_lines, element_lines, taken_out
from talqy.language.count_words import share_line
from talqy.language.locale import Locale
from talqy.language.sayings import (
    outcome_name,
    retold_in,
    retold_label,
    revision_number,
    voice_lines,
)
from talqy.model.comment import Comment, Outcome
from talqy.record.counts import Fate, Unanswered
from talqy.report.report import Entry, QuotedComment, Report

_APART = (Outcome.WITHDRAWN, Outcome.LATE)


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Names and counts: `parts` hold every comment once, `summary` is as reports have it by law.

    `codes` are the outcomes of the parts, `share` says how many proposals were accepted. `legal`
    stands above the summary, and says where it counts twice; `notes` say what counts as another.
    """

    heading: str
    share: str
    parts: tuple[tuple[str, int], ...]
    codes: tuple[str, ...]
    legal: str
    summary: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
        """The two groups of figures, each below its heading; what everybody reads comes first."""
        groups = ((self.heading, self.parts), (self.legal, self.summary))
        return tuple((heading, counts) for heading, counts in groups if counts)

    @property
    def said(self) -> tuple[str, ...]:
        """What stands below the figures: the share, and the notes."""
        return (*([self.share] if self.share else []), *self.notes)


def report_figures(report: Report, locale: Locale) -> ReportFigures:
    """Say the figures of a report in a language."""
    words, figures = locale.words, report.figures
    parts, withdrawn, waiting = tuple(_parts(report)), figures.withdrawn, figures.undecided
    left = figures.left
    legal = words("As the law counts")
    if figures.in_both:
        legal = words("As the law counts: one accepted in part stands in both lists")
    return ReportFigures(
        heading=words("Every comment once, by its outcome: {n} in all", n=figures.received),
        share=share_line(locale, figures.counts),
        parts=tuple((outcome_name(locale, outcome), count) for outcome, count in parts),
        codes=tuple(outcome or "" for outcome, _ in parts),
        legal=legal,
        summary=(
            (words("Received in all"), figures.received),
            (words("accepted, also in part"), figures.in_accepted),
            (
                words("not accepted, also in part, without those noted"),
                figures.in_not_noted,
            ),
            *([(words("noted, also repeated ones"), figures.in_noted)] if figures.in_noted else []),
            (words("not considered"), figures.late),
            *([(outcome_name(locale, Outcome.WITHDRAWN), withdrawn)] if withdrawn else []),
            *([(outcome_name(locale, Unanswered.DRAFT_WITHDRAWN), left)] if left else []),
            *([(outcome_name(locale, None), waiting)] if waiting else []),
        ),
        notes=tuple(_figure_notes(report, locale)),
    )


def _parts(report: Report) -> Iterator[tuple[Fate, int]]:
    """Yield what became of the comments; each stands in one part."""
    figures = report.figures
    for outcome in Outcome:
        if outcome not in _APART and figures.outcomes.get(outcome):
            yield outcome, figures.outcomes[outcome]
    for outcome, count in zip(_APART, (figures.withdrawn, figures.late), strict=True):
        if count:
            yield outcome, count
    if figures.left:
        yield Unanswered.DRAFT_WITHDRAWN, figures.left
    if figures.unanswered:
        yield None, figures.unanswered


def _figure_notes(report: Report, locale: Locale) -> Iterator[str]:
    figures = report.figures
    groups = Counter(one.comment.group for one in report.all_entries() if one.comment.group)
    if groups:
        said = (
            f"{locale.coded('comment-group', code)} – {groups[code]}" for code in sorted(groups)
        )
        yield locale.words(
            "Of them, comments of bodies of experts: {n} ({bodies}).",
            n=groups.total(),
            bodies="; ".join(said),
        )
    if figures.in_both:
        yield locale.words(
            "A comment accepted in part counts as accepted and as not accepted: {n}.",
            n=figures.in_both,
        )
    if figures.in_noted:
        yield locale.words(
            "A comment that was noted stands in the list of those not accepted: {n}.",
            n=figures.in_noted,
        )
    if aside := figures.outcomes.get(Outcome.OUT_OF_SCOPE):
        yield locale.words("A comment out of scope counts as not accepted: {n}.", n=aside)
    if repeated := figures.outcomes.get(Outcome.DUPLICATE):
        yield locale.words(
            "A repeated comment counts as the one that it was joined with: {n}.", n=repeated
        )


@dataclass(frozen=True, slots=True)
class ChangeMade:
    """A clause in which a comment can be seen; `text` names the revision that it stands in.

    While that one is only promised, it `is_written` not yet.
    """

    words: str
    text: str
    revision: int
    clause: str
    is_written: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One comment. `place` is its number in the report, `name` its number or id in the register.

    The lines of a cell stand under one another. `said` are the author's words, in `language`, which
    is named only where it is another than that of the report; a withdrawn comment has none.
    `retold` is the comment in short, in the words of the authority. `outcome` is the code of the
    decision.
    """

    place: int
    comment: str
    name: str
    element: tuple[str, ...]
    author: tuple[str, ...]
    received: tuple[str, ...]
    said: QuotedComment
    retold: str
    language: str
    language_name: str
    notes: tuple[str, ...]
    outcome: str
    position: tuple[str, ...]
    reason: tuple[str, ...]
    changes: tuple[ChangeMade, ...]


def report_row(report: Report, entry: Entry, locale: Locale, place: int) -> ReportRow:
    """Say one comment in a language; its own words stay in their own."""
    comment = entry.comment
    is_own = comment.language == locale.code
    reason = locale.plain(entry.response.reason) if entry.response else ""
    return ReportRow(
        place=place,
        comment=comment.id,
        name=report.record.comment_name(comment.id),
        element=tuple(element_lines(locale, report.revision, comment)),
        author=voice_lines(locale, comment),
        received=(
            locale.day(comment.received),
            locale.coded("comment-channel", comment.channel),
        ),
        said=entry.words,
        retold=retold_in(locale, comment, entry.response),
        language=comment.language,
        language_name="" if is_own else locale.language_name(comment.language),
        notes=tuple(_notes(comment, locale)),
        outcome=entry.outcome or "",
        position=tuple(_position(report, entry, locale)),
        reason=tuple(line for line in reason.splitlines() if line.strip()),
        changes=tuple(_changes(report, entry, locale)),
    )


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line of a comment; `label` says in the language of the report what it is."""

    label: str
    words: str
    language: str

    @property
    def text(self) -> str:
        """The line with its label."""
        return f"{self.label}: {self.words}" if self.label else self.words


def said_lines(row: ReportRow, locale: Locale) -> Iterator[SaidLine]:
    """Yield a comment in short, then its own words, as the lines of one cell."""
    own, of_report = row.language, locale.code
    if row.retold:
        yield SaidLine(retold_label(locale), row.retold, of_report)
    if row.said.quote:
        yield SaidLine("", f"«{row.said.quote}»", own)
    yield from (SaidLine("", one, own) for one in row.said.text.splitlines() if one.strip())
    if row.said.proposal:
        yield SaidLine(locale.words("Wording asked for"), row.said.proposal, own)
    yield from (SaidLine("", one, of_report) for one in row.notes)


def change_lines(row: ReportRow) -> Iterator[str]:
    """Yield the clauses in which a comment can be seen, under the revision that has them."""
    if row.changes:
        yield f"{row.changes[0].text}:"
    yield from (change.words for change in row.changes)


def _notes(comment: Comment, locale: Locale) -> Iterator[str]:
    if comment.redacted:
        taken = locale.words("Words were taken out at their owner's wish")
        yield f"{taken}: {locale.plain(comment.redacted.reason)}"


def _position(report: Report, entry: Entry, locale: Locale) -> Iterator[str]:
    """Say what was decided; a repeated comment is decided as the one that it was joined with."""
    yield outcome_name(locale, entry.outcome)
    if entry.main:
        name = report.record.comment_name(entry.main)
        yield f"{locale.words('Joined with the comment')} {name}"
        if entry.decision:
            yield outcome_name(locale, entry.decision.outcome)
    yield from _decided_after(report, entry, locale)


def _decided_after(report: Report, entry: Entry, locale: Locale) -> Iterator[str]:
    """Say that a decision is younger than the signature below the report."""
    answers = [one.decided.on for one in (entry.response, entry.decision) if one]
    if report.notice and answers and max(answers) > report.notice.on:
        yield locale.words(
            "The answer is dated {on}, later than the report of {report}.",
            on=locale.day(max(answers)),
            report=locale.day(report.notice.on),
        )


def _changes(report: Report, entry: Entry, locale: Locale) -> Iterator[ChangeMade]:
    landed = entry.decision.landed if entry.decision else None
    if landed is None:
        return
    revision = report.record.revision(landed.revision)
    # What is not written yet is named by the clauses of the text that was discussed.
    text = revision or report.revision
    number = (
        revision_number(locale, landed.revision)
        if revision
        else locale.words("revision {n} (in preparation)", n=landed.revision)
    )
    for name in landed.clauses:
        of = report.record.text_with(name, text)
        path = clause_lines(locale, of, name)[0]
        words = path if of is text else taken_out(locale, path)
        yield ChangeMade(words, number, landed.revision, name, is_written=bool(revision))
