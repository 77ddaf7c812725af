"""How long a service takes, case by case, as steps along the line in time.

Only what held is drawn in full: a draft that was never adopted changed nothing for anybody. What is
proposed now is drawn apart: what holds does not end with a discussion. Cases are followed from text
to text as the comparison does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.compare.case_amounts import AlignedCase, Why
from talqy.compare.case_changes import CaseChanges
from talqy.compare.cases import CaseFact, case_facts
from talqy.compare.directions import calendar_days
from talqy.compare.telling_apart import Words
from talqy.language.case_words import case_name, rest_words
from talqy.language.edition import Edition
from talqy.language.fact_words import amount_of_time
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import DRAFTS
from talqy.site.pages.time_scale import TimeScale

_LOW, _STEP = 32, 14
_ABOVE, _BELOW = -5, 14
"""Where the words of a line stand, from it."""
_DESCENT = 4
"""How far the letters of a line reach below it."""
_MOST_ROWS = 8
_MOST_LETTERS = 160
_LETTER = 7
"""About how wide a letter of a label is."""

_Part = tuple[date, date | None, CaseFact, bool]
"""From when until when a value holds; the last says whether it is only proposed."""
_Row = tuple[str, Sequence[tuple[str, str, float, str, bool]]]
"""A case by name, and the parts of it: days from and until when, how long a value is, its words."""
_Followed = tuple[AlignedCase, CaseFact, bool]
"""A case, what it is after, and whether only its fact was typed better."""
_Case = tuple[Words, str]
"""The words of a case, and the way to apply that it is for."""


@dataclass(frozen=True, slots=True)
class _Track:
    """What held in one case, from text to text: it stays its own where a wider case takes it in."""

    case: _Case
    parts: list[_Part]

    @property
    def fact(self) -> CaseFact:
        """The last value; it may be that of a wider case."""
        return self.parts[-1][2]


@dataclass(frozen=True, slots=True)
class _Step:
    """A value of a case as it is drawn: from where to where, at which height, with which words."""

    start: int
    end: int
    y: int
    words: str
    is_proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsView:
    """The steps of one case, a picture of its own: its name, lines, and the words along them.

    `held` and `proposed` are paths of SVG; each may be empty. `end` is where the picture ends.
    """

    name: str
    held: str
    proposed: str
    labels: tuple[tuple[int, int, str], ...]
    end: int

    @property
    def cells(self) -> tuple[tuple[int, int, str], ...]:
        """The labels beside one another, each as wide as its value goes on, the first one empty.

        So a label stays in sight for as long as a part of its line does.
        """
        ends = [*(x for x, *_ in self.labels[1:]), self.end]
        begins = self.labels[0][0] if self.labels else 0
        cells = [(begins, 0, "")]
        for (x, y, words), end in zip(self.labels, ends, strict=False):
            cells.append((max(end - x, 0), y + _DESCENT, words))
        return tuple(cells)


def case_steps(
    edition: Edition, record: Record, scale: TimeScale, end: int
) -> tuple[StepsView, ...]:
    """Draw each case that some text names; those that changed stand first."""
    rows = case_rows(edition, record)
    return tuple(_view(name, _steps(parts, scale, end), end) for name, parts in rows)


def case_rows(edition: Edition, record: Record) -> Sequence[_Row]:
    """Follow each case that some text names, as a standard adds it to what names the day.

    What is for no case by name stands behind those that are named: it is for all others.
    """

    def followed() -> list[_Row]:
        tracks = _tracks(edition, record, list(_texts(edition, record)))
        tracks.sort(key=lambda one: (len({_days(it) for it in one.parts}) < 2, _is_rest(one)))
        is_only = len(tracks) == 1
        return [
            (_name(edition, one.case, is_only=is_only), [_told(edition, it) for it in one.parts])
            for one in tracks[:_MOST_ROWS]
        ]

    return edition.added(record, "steps", followed)


def _told(edition: Edition, part: _Part) -> tuple[str, str, float, str, bool]:
    """Tell a part as JSON holds it."""
    since, until, fact, is_proposed = part
    words = amount_of_time(edition.locale, fact.value.amount, fact.value.unit)
    return str(since), str(until or ""), _days(part), words, is_proposed


def _is_rest(track: _Track) -> bool:
    return not any(track.case)


def _texts(edition: Edition, record: Record) -> Iterator[tuple[Revision, date, date | None, bool]]:
    """Yield the texts that held, and the one that is proposed, each with its time."""
    newest = edition.parts(record).newest
    is_coming = edition.standing(record, newest).stage in DRAFTS
    for period in edition.periods(record):
        yield period.revision, period.since, period.until, False
    if is_coming and newest.consultation:
        yield newest, newest.consultation.last_day, None, True


def _tracks(
    edition: Edition,
    record: Record,
    texts: Sequence[tuple[Revision, date, date | None, bool]],
) -> list[_Track]:
    """Return the parts of each case, followed as the comparison of its texts follows it."""
    tracks: list[_Track] = []
    before: Revision | None = None
    for text, since, until, is_proposed in texts:
        cases = edition.comparison(record, before, text).cases if before else None
        followed = list(_followed(cases) if cases else _all_of(text))
        named = [(link.words, link.channel) for link, _, _ in followed]
        gone_on, longer = list[_Track](), list[_Track]()
        for link, now, is_typed in followed:
            going = _going_on(tracks, link, named)
            gone_on += going
            for track in going or [_Track((link.words, link.channel), [])]:
                parts = _as_typed(track.parts, now) if is_typed else track.parts
                part = (since, until, now, is_proposed)
                longer.append(_Track(_case_of(track, link), [*parts, part]))
        tracks = [one for one in tracks if not any(one is own for own in gone_on)] + longer
        before = text
    return tracks


def _going_on(tracks: Sequence[_Track], link: AlignedCase, named: Sequence[_Case]) -> list[_Track]:
    """Return the tracks that go on in a case, each where the newer text names its own."""
    case, was = (link.words, link.channel), link.before
    if was is None:
        return [one for one in tracks if one.case == case != (one.fact.words, one.fact.channel)]
    stood = [one for one in tracks if one.fact.value is was.value]
    own = [one for one in stood if one.case == case]
    if link.why is Why.WAS_WIDER:
        wide = [one for one in stood if one.case == (was.words, was.channel)]
        return (own or wide or stood)[:1]
    return own + [one for one in stood if one.case not in named]


def _case_of(track: _Track, link: AlignedCase) -> _Case:
    """Return the case of a track as a newer text names it; its own where that names a wider one."""
    was = link.before
    is_taken_in = was and link.why is not Why.WAS_WIDER and track.parts
    is_own = not was or track.case == (was.words, was.channel)
    return track.case if is_taken_in and not is_own else (link.words, link.channel)


def _all_of(text: Revision) -> Iterator[_Followed]:
    """Yield the cases of a first text."""
    for one in case_facts(text, "term"):
        if _is_drawn(one):
            yield AlignedCase(None, one, Why.ALONE), one, False


def _followed(cases: CaseChanges) -> Iterator[_Followed]:
    """Yield what became of each case of the older text, and what is new."""
    typed = [one for change in cases.typed for one in change.after or ()]
    for case in cases.links["term"]:
        if case.after and _is_drawn(case.after):
            yield case, case.after, case.after in typed


def _is_drawn(one: CaseFact) -> bool:
    return bool(one.value.kind == "provision")


def _as_typed(track: list[_Part], now: CaseFact) -> list[_Part]:
    """Return a track whose last value was typed better later, under the same words of the law."""
    last = track[-1][2] if track else None
    return [
        (since, until, now if fact is last else fact, is_proposed)
        for since, until, fact, is_proposed in track
    ]


def _days(part: _Part) -> float:
    """Return how long a value is, to be drawn; of a unit of a project nobody knows."""
    return calendar_days(part[2].value)[0]


def _steps(
    parts: Sequence[tuple[str, str, float, str, bool]], scale: TimeScale, end: int
) -> list[_Step]:
    """Place the values of a case along the line."""
    most = max(days for _, _, days, *_ in parts) or 1.0
    return [
        _Step(
            scale.of(date.fromisoformat(since)),
            scale.of(date.fromisoformat(until)) if until else end,
            _LOW - round(_STEP * days / most),
            words,
            is_proposed,
        )
        for since, until, days, words, is_proposed in parts
    ]


def _view(name: str, steps: Sequence[_Step], end: int) -> StepsView:
    held = [(one.start, one.end, one.y) for one in steps if not one.is_proposed]
    proposed = [(one.start, one.end, one.y) for one in steps if one.is_proposed]
    is_new = not held or any(y != held[-1][2] for *_, y in proposed)
    return StepsView(
        name=name,
        held=_path(held),
        proposed=_path(proposed) if is_new else "",
        labels=tuple(_labels(steps)),
        end=end,
    )


def _path(places: list[tuple[int, int, int]]) -> str:
    """Draw a line that rises and falls with the value."""
    start = f"M{places[0][0]} {places[0][2]}" if places else ""
    return start + "".join(f"H{first}V{y}H{last}" for first, last, y in places)


def _labels(steps: Sequence[_Step]) -> Iterator[tuple[int, int, str]]:
    """Yield each value where it begins, unless it is the same as before or has no room.

    What is proposed finds room: where the line of what holds goes on above it, below its own.
    """
    said, free, held = "", 0, _LOW
    for one in steps:
        if one.words != said and (one.is_proposed or one.start >= free):
            is_below = one.is_proposed and one.y > held
            x = one.start if is_below else max(one.start, free)
            yield x + 3, one.y + (_BELOW if is_below else _ABOVE), one.words
            free = one.start + _LETTER * len(one.words) + 8
        said, held = one.words, one.y


def _name(edition: Edition, case: _Case, *, is_only: bool) -> str:
    all_others = edition.locale.words("In all cases") if is_only else rest_words(edition.locale)
    name = case_name(edition.locale, *case) or all_others
    return name if len(name) <= _MOST_LETTERS else f"{name[:_MOST_LETTERS].rsplit(' ', 1)[0]}…"
