"""The figures of a quarter for people: names in a language in place of codes.

Programs take them from `data.py`, whose columns are the same ones.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from talqy.language.count_words import share_said
from talqy.language.locale import Locale
from talqy.language.sayings import kind_name, outcome_name
from talqy.model.comment import AuthorKind, CommentChannel, Outcome
from talqy.model.register import Register
from talqy.office.plain_tables import PlainTable, Value
from talqy.record.counts import Unanswered
from talqy.report.data import ClosedDiscussion, used_languages
from talqy.report.quarters import ROMAN, coverage

Column = tuple[str, Callable[[ClosedDiscussion], Value]]
_WIDTHS = (36, 10, 30, 18)


def quarter_table(
    quarter: str,
    closed: Sequence[ClosedDiscussion],
    register: Register,
    locale: Locale,
    today: date,
) -> PlainTable:
    """Say the figures of a quarter in a language, as of a day: a row for each discussion."""
    columns = tuple(quarter_columns(closed, register, locale))
    return PlainTable(
        title=quarter_title(quarter, locale),
        notes=[*coverage(quarter, closed, locale, today)],
        heads=[head for head, _ in columns],
        rows=[[value(one) for _, value in columns] for one in closed],
        widths=_WIDTHS,
    )


def quarter_title(quarter: str, locale: Locale) -> str:
    """Return the title of the table; a quarter is named as 2026-4."""
    year, _, number = quarter.partition("-")
    roman = ROMAN[int(number) - 1]
    words = "Discussions that closed in the {roman} quarter of {year}"
    return locale.words(words, roman=roman, year=year)


def quarter_columns(
    closed: Sequence[ClosedDiscussion], register: Register, locale: Locale
) -> Iterator[Column]:
    """Yield the heads and what stands below them, in the order of the columns for programs."""
    words = locale.words
    yield words("Standard"), lambda one: locale.plain(one.report.record.standard.title)
    yield words("Revision"), lambda one: one.report.revision.revision
    yield words("Developer"), lambda one: _developer(one, register, locale)
    yield (
        words("Kind of draft"),
        lambda one: locale.coded("revision-kind", one.report.revision.kind),
    )
    yield from _period(locale)
    yield words("Received in all"), lambda one: one.report.figures.received
    group = words("Outcome")
    for outcome in Outcome:
        yield f"{group}: {outcome_name(locale, outcome)}", _outcome(outcome)
    yield words("accepted, also in part"), lambda one: one.report.figures.in_accepted
    yield words("in the list of those not accepted"), lambda one: one.report.figures.in_not_accepted
    yield words("noted, also repeated ones"), lambda one: one.report.figures.in_noted
    yield (
        words("not accepted, also in part, without those noted"),
        lambda one: one.report.figures.in_not_noted,
    )
    yield words("Proposals decided"), lambda one: one.report.figures.counts.proposals
    yield words("Accepted of them"), lambda one: one.report.figures.counts.accepted
    yield words("Share accepted, percent"), lambda one: _share(one, locale)
    yield outcome_name(locale, None), lambda one: one.report.figures.unanswered
    left = outcome_name(locale, Unanswered.DRAFT_WITHDRAWN)
    yield left, lambda one: one.report.figures.left
    yield from _senders(closed, register, locale)
    yield from _in_time(locale)
    yield words("Not posted, though the law asks for it"), lambda one: _never_posted(one, locale)


def _in_time(locale: Locale) -> Iterator[Column]:
    """Yield how long it took; where that is not known, or is asked of nobody, words say so."""
    words = locale.words
    none, never = words("none yet"), words("not applicable")
    days = words("days to an answer, longest")
    yield (
        words("days to an answer, median"),
        lambda one: none if one.tally.median_days is None else one.tally.median_days,
    )
    yield days, lambda one: max(one.tally.days_to_answer, default=none)
    yield words("Report due"), lambda one: one.report.standing.report.due or never
    yield words("Report of"), lambda one: one.report_on or (none if _is_owed(one) else never)
    yield (
        words("Report late, days"),
        lambda one: one.report.standing.report.days_late if _is_owed(one) else never,
    )


def _is_owed(one: ClosedDiscussion) -> bool:
    return one.report.standing.report.due is not None


def _share(one: ClosedDiscussion, locale: Locale) -> Value:
    """Return a share in percent; of none or of too few decided, that it is none."""
    counts = one.report.figures.counts
    return (
        share_said(locale, counts.accepted, counts.proposals)
        if (counts.share is None)
        else counts.share
    )


def _developer(one: ClosedDiscussion, register: Register, locale: Locale) -> str:
    name = one.report.record.standard.authority
    authority = register.project.authorities.get(name)
    return locale.plain(authority.name) if authority else name


def _period(locale: Locale) -> Iterator[Column]:
    words = locale.words
    yield words("Opens"), lambda one: one.report.period.opens
    yield words("Last day of the discussion"), lambda one: one.report.period.closes
    yield words("Length of the discussion, days"), lambda one: one.report.period.days
    yield (
        words("Days of which kind"),
        lambda one: locale.coded("term-unit", one.report.period.unit),
    )
    yield words("Times extended"), lambda one: len(one.report.consultation.extended)


def _never_posted(one: ClosedDiscussion, locale: Locale) -> str:
    named = (locale.coded("posting-channel", each) for each in one.report.never_posted)
    return "; ".join(named) or locale.words("no")


def _outcome(outcome: Outcome) -> Callable[[ClosedDiscussion], Value]:
    return lambda one: one.by_outcome.get(outcome, 0)


def _senders(
    closed: Sequence[ClosedDiscussion], register: Register, locale: Locale
) -> Iterator[Column]:
    """Yield who commented, how, and in which language."""
    group = locale.words("Language")
    for code in used_languages(closed, register):
        yield f"{group}: {locale.language_name(code)}", _language(code)
    group = locale.words("How comments came")
    for channel in CommentChannel:
        yield f"{group}: {locale.coded('comment-channel', channel)}", _channel(channel)
    group = locale.words("Who comments")
    for kind in AuthorKind:
        yield f"{group}: {kind_name(locale, kind)}", _author(kind)


def _language(code: str) -> Callable[[ClosedDiscussion], Value]:
    return lambda one: one.tally.languages.get(code, 0)


def _channel(channel: CommentChannel) -> Callable[[ClosedDiscussion], Value]:
    return lambda one: one.tally.channels.get(channel, 0)


def _author(kind: AuthorKind) -> Callable[[ClosedDiscussion], Value]:
    return lambda one: one.tally.authors.get(kind, 0)
