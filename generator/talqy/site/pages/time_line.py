"""A standard as one line in time: its texts, their discussions, and the comments, day by day.

It is a picture; the same stands below it as a list. What it shows has a shape of its own, and not
only a colour. Idle months are shortened, and a sign says so.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_title
from talqy.law.stages import closing_day
from talqy.model.comment import Outcome
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision
from talqy.record.counts import Fate, became_of
from talqy.site.pages.time_scale import TimeScale, time_scale
from talqy.site.pages.time_steps import StepsView, case_steps

_LEFT, _RIGHT = 14, 150
_DOT, _BAR, _NAME, _PAD = 9, 14, 20, 16
_LETTERS = 16
"""How high the name of a lane is, and it stands on the line that is its top."""
_MOST_DOTS = 6
"""Dots that stand on one another on a day; one more says that there are more."""
_AXIS = 26
_MARKS = ("drafted", "reported", "adopted", "withdrawn")
_SHAPES = ("accepted", "accepted-partly", "rejected", "other", "waiting")
_SHAPE_OF: Mapping[Fate, str] = {
    None: "waiting",
    Outcome.ACCEPTED: "accepted",
    Outcome.ACCEPTED_PARTLY: "accepted-partly",
    Outcome.REJECTED: "rejected",
}


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A bar from one place to another."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class TimeSign:
    """A sign at a place; `shape` is the code of what it means."""

    shape: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneView:
    """One revision: its name, the height of its bar, its discussion, what came after, its comments.

    `in_force` is the time for which it held, as far as the line goes; `more` are the places of days
    with more comments than have room.
    """

    number: int
    name: str
    x: int
    top: int
    y: int
    discussed: TimeBar | None
    extended: TimeBar | None
    in_force: TimeBar | None
    marks: tuple[TimeSign, ...]
    dots: tuple[TimeSign, ...]
    more: tuple[TimeSign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLineView:
    """What `_time_line.html` draws; `legend` are codes of signs with their words."""

    width: int
    height: int
    axis: int
    words: str
    today: int
    labels: tuple[tuple[int, str], ...]
    breaks: tuple[int, ...]
    lanes: tuple[LaneView, ...]
    steps: tuple[StepsView, ...]
    legend: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[tuple[int, str], ...]:
        """The names of the lanes under one another, each with the space above it."""
        tops = [max(0, lane.top - _LETTERS) for lane in self.lanes]
        above = [0, *(top + _LETTERS for top in tops)]
        return tuple(
            (top - at, lane.name) for top, at, lane in zip(tops, above, self.lanes, strict=False)
        )


def time_line(edition: Edition, record: Record) -> TimeLineView | None:
    """Draw a standard; nothing where it has no text."""
    texts = record.revisions
    if not texts:
        return None
    today = edition.assessment.today
    periods = [(one.opens, closing_day(one, today)) for one in _consultations(record)]
    named = {today, *(day for text in texts for day in _days(text, today))}
    said = {c.received for text in texts for c in record.comments_on(text.revision)}
    scale = time_scale(named | said, periods, _LEFT)
    lanes, top = [], 0
    for text in texts:
        lanes.append(_lane(edition, record, text, scale, top))
        top = lanes[-1].y + _BAR + _PAD
    steps = case_steps(edition, record, scale, scale.width + _RIGHT)
    return TimeLineView(
        width=scale.width + _RIGHT,
        height=top + _AXIS,
        axis=top,
        words=_words(edition, record, scale),
        today=scale.of(today),
        labels=tuple((x, edition.locale.figures(day)) for x, day in scale.labels(named)),
        breaks=scale.breaks,
        lanes=tuple(lanes),
        steps=steps,
        legend=tuple(_legend(edition, lanes, scale, steps)),
    )


def _consultations(record: Record) -> Iterator[Consultation]:
    yield from (text.consultation for text in record.revisions if text.consultation)


def _days(text: Revision, today: date) -> Iterator[date]:
    """Yield the days that a text names itself."""
    yield text.dated
    if text.consultation:
        yield from (text.consultation.opens, closing_day(text.consultation, today))
        if text.consultation.report:
            yield text.consultation.report.on
    if text.withdrawn:
        yield text.withdrawn.on
    if text.adopted:
        yield from (text.adopted.on, text.adopted.in_force)


def _lane(edition: Edition, record: Record, text: Revision, scale: TimeScale, top: int) -> LaneView:
    today, held = edition.assessment.today, text.consultation
    stacks = _stacks(edition, record, text)
    deepest = max((min(len(one), _MOST_DOTS + 1) for one in stacks.values()), default=0)
    y = top + _NAME + _DOT * deepest + _PAD // 2
    dots, more = [], []
    for day, shapes in stacks.items():
        dots += [
            TimeSign(shape, scale.of(day), y - 7 - _DOT * at)
            for at, shape in enumerate(shapes[:_MOST_DOTS])
        ]
        if len(shapes) > _MOST_DOTS:
            more.append(TimeSign("more", scale.of(day), y - 7 - _DOT * _MOST_DOTS))
    return LaneView(
        number=text.revision,
        name=revision_title(edition.locale, text.revision),
        x=scale.of(text.dated),
        top=top + _NAME - 6,
        y=y,
        discussed=_span(scale, held.opens, held.closes) if held else None,
        extended=_extension(scale, held, today) if held else None,
        in_force=_in_force(edition, record, text, scale),
        marks=tuple(TimeSign(*mark, y + _BAR // 2) for mark in _marks(text, scale)),
        dots=tuple(dots),
        more=tuple(more),
    )


def _span(scale: TimeScale, first: date, last: date) -> TimeBar:
    start = scale.of(first)
    return TimeBar(start, max(scale.of(last) - start, 4))


def _extension(scale: TimeScale, held: Consultation, today: date) -> TimeBar | None:
    last = closing_day(held, today)
    return _span(scale, held.closes, last) if last > held.closes else None


def _in_force(edition: Edition, record: Record, text: Revision, scale: TimeScale) -> TimeBar | None:
    period = edition.period(record, text)
    if period is None:
        return None
    end = scale.of(period.until) if period.until else scale.width + _RIGHT // 3
    start = scale.of(period.since)
    return TimeBar(start, max(end - start, 4))


def _marks(text: Revision, scale: TimeScale) -> Iterator[tuple[str, int]]:
    report = text.consultation.report if text.consultation else None
    days = (text.dated, report, text.adopted, text.withdrawn)
    for shape, of in zip(_MARKS, days, strict=True):
        if of:
            yield shape, scale.of(of if isinstance(of, date) else of.on)


def _stacks(edition: Edition, record: Record, text: Revision) -> dict[date, list[str]]:
    """Return the signs of the comments of each day, those of one outcome beside each other."""
    found: dict[date, list[str]] = {}
    for comment in record.comments_on(text.revision):
        shape = _SHAPE_OF.get(became_of(record, comment, edition.assessment), "other")
        found.setdefault(comment.received, []).append(shape)
    return {day: sorted(found[day], key=_SHAPES.index) for day in sorted(found)}


def _words(edition: Edition, record: Record, scale: TimeScale) -> str:
    """Say what the picture is, to whoever does not see it."""
    locale, count = (
        edition.locale,
        sum(len(record.comments_on(t.revision)) for t in record.revisions),
    )
    return locale.words(
        "Picture of {days}: revisions: {revisions}, comments: {comments}; the same is listed below",
        days=locale.days(scale.days[0], scale.days[-1]),
        revisions=len(record.revisions),
        comments=count,
    )


def _legend(
    edition: Edition, lanes: list[LaneView], scale: TimeScale, steps: Sequence[StepsView]
) -> Iterator[tuple[str, str]]:
    """Yield the signs that the picture holds, with their words."""
    locale, words = edition.locale, edition.locale.words
    shown = Counter(mark.shape for lane in lanes for mark in (*lane.marks, *lane.dots, *lane.more))
    for name in ("discussed", "extended", "in_force"):
        shown[name] = sum(getattr(lane, name) is not None for lane in lanes)
    said = {
        "drafted": words("Draft prepared"),
        "discussed": words("Discussion"),
        "extended": words("Extension of the discussion"),
        "reported": words("Report on completion of the discussion published"),
        "adopted": words("Adopted"),
        "in_force": words("Text in force"),
        "withdrawn": words("Draft withdrawn"),
        "accepted": outcome_name(locale, Outcome.ACCEPTED),
        "accepted-partly": outcome_name(locale, Outcome.ACCEPTED_PARTLY),
        "rejected": outcome_name(locale, Outcome.REJECTED),
        "other": words("Answered otherwise"),
        "waiting": outcome_name(locale, None),
        "more": words("More comments on that day"),
    }
    yield from ((code, name) for code, name in said.items() if shown[code])
    if steps:
        yield "step", words("Term of the service, case by case")
    if any(one.proposed for one in steps):
        yield "proposed", words("Term that a draft proposes")
    yield "today", words("The day of this page")
    if scale.breaks:
        yield "cut", words("Months without events are shortened")
