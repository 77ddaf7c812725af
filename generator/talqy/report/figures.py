"""The figures of a report in words: the four of the law, and the parts that add up."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.language.locale import Locale
from talqy.model.comment import Outcome
from talqy.report.report import Report

_APART = (Outcome.WITHDRAWN, Outcome.LATE)


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Names and counts: `summary` as reports customarily have it, `parts` add up to its first one.

    `notes` say what counts twice, and what counts as another.
    """

    summary: tuple[tuple[str, int], ...]
    heading: str
    parts: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


def report_figures(report: Report, locale: Locale) -> ReportFigures:
    """Say the figures of a report in a language."""
    words, figures = locale.words, report.figures
    return ReportFigures(
        summary=(
            (words("Received in all"), figures.received),
            (words("accepted, also in part"), figures.in_accepted),
            (words("not accepted, also in part"), figures.in_not_accepted),
            (words("not considered"), figures.late),
        ),
        heading=words("Every comment by its outcome"),
        parts=tuple(_parts(report, locale)),
        notes=tuple(_notes(report, locale)),
    )


def _parts(report: Report, locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield what became of the comments; each stands in one part."""
    figures = report.figures
    for outcome in Outcome:
        if outcome not in _APART and figures.outcomes.get(outcome):
            yield locale.coded("outcome", outcome), figures.outcomes[outcome]
    for outcome, count in zip(_APART, (figures.withdrawn, figures.late), strict=True):
        if count:
            yield locale.coded("outcome", outcome), count
    if figures.unanswered:
        yield locale.words("Awaiting an answer"), figures.unanswered


def _notes(report: Report, locale: Locale) -> Iterator[str]:
    figures = report.figures
    if figures.in_both:
        yield locale.words(
            "A comment accepted in part counts as accepted and as not accepted: {n}.",
            n=figures.in_both,
        )
    if repeated := figures.outcomes.get(Outcome.DUPLICATE):
        yield locale.words(
            "A repeated comment counts as the one that it was joined with: {n}.", n=repeated
        )
