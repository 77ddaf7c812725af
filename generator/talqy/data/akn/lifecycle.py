"""What happened to a text, and when it holds: events, and periods between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from talqy.data.akn.law_text import DRAFT, NEXT, ORIGINAL, LawText
from talqy.language.event_words import event_words
from talqy.law.timeline import Event, EventKind, timeline
from talqy.model.revision import Revision, RevisionKind
from talqy.office.xml_tree import Element, element

_UNTOLD = frozenset({EventKind.POSTED, EventKind.MOVED})
_GENERATION, _AMENDMENT, _REPEAL = "generation", "amendment", "repeal"
_ENDED = "ended"
DISCUSSION, IN_FORCE = "discussion", "in-force"


@dataclass(frozen=True, slots=True)
class LawEvent:
    """An event: its day and kind, what it is called here, what it did to the work, by which text.

    `source` is the id of that text, or of the authority where none did it.
    """

    on: date
    kind: str
    words: str
    act: str
    source: str


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The events of a text in their order; `ended_by` is the text that took its place."""

    events: tuple[LawEvent, ...]
    ended_by: Revision | None

    @classmethod
    def of(cls, source: LawText) -> "Lifecycle":
        """Tell what happened to a text, and from when and until when it is to be in force."""
        period = source.edition.period(source.record, source.text)
        told = sorted(_told(source), key=lambda one: one.on)
        ended_by = None
        if period and period.until:
            ended_by = period.ended_by if period.ended_by is not source.text else None
            told.append(_end(source, period.until + timedelta(days=1), ended_by))
        return cls(tuple(told), ended_by)

    def lifecycle(self, author: str) -> Element:
        """Return the events as an element."""
        return element(
            "lifecycle",
            {"source": author},
            *(_event(number, one) for number, one in enumerate(self.events, 1)),
        )

    def temporal_data(self, author: str) -> Element | None:
        """Return the periods as an element: of discussion, and in force; None where none began."""
        groups = [
            element(
                "temporalGroup",
                {"eId": period_of(name)},
                element(
                    "timeInterval",
                    {"start": start, "end": self._at(*ends), "refersTo": f"#concept_{name}"},
                ),
            )
            for name, begins, ends in _PERIODS
            if (start := self._at(begins))
        ]
        return element("temporalData", {"source": author}, *groups) if groups else None

    @property
    def periods(self) -> tuple[str, ...]:
        """The names of the periods that began."""
        return tuple(name for name, begins, _ in _PERIODS if self._at(begins))

    def _at(self, *kinds: str) -> str:
        """Return a reference to the first event of some kinds."""
        numbered = enumerate(self.events, 1)
        return next((f"#e_{number}" for number, one in numbered if one.kind in kinds), "")


_PERIODS = (
    (DISCUSSION, EventKind.OPENED.value, (EventKind.CLOSED.value, EventKind.WITHDRAWN.value)),
    (IN_FORCE, EventKind.IN_FORCE.value, (_ENDED,)),
)


def period_of(name: str) -> str:
    """Return the id of a period."""
    return f"tmpg_{name}"


def _told(of: LawText) -> Iterator[LawEvent]:
    text, seen = of.text, set[EventKind]()
    for event in timeline(of.record, of.edition.assessment.today):
        if event.revision is text and event.kind not in _UNTOLD:
            seen.add(event.kind)
            yield _one(of, event)
    for kind, on in _announced(text):
        if kind not in seen:
            yield _one(of, Event(on, kind, text))


def _announced(text: Revision) -> Iterator[tuple[EventKind, date]]:
    """Yield what an act has set, though its day may be to come."""
    if text.adopted:
        yield EventKind.ADOPTED, text.adopted.on
        yield EventKind.IN_FORCE, text.adopted.in_force


def _one(of: LawText, event: Event) -> LawEvent:
    act = _act(of.text, event.kind)
    by = (DRAFT if of.text.adopted and of.text.base else ORIGINAL) if act else ""
    words = event_words(of.edition.locale, event)
    return LawEvent(event.on, event.kind.value, words, act, f"#{by}" if by else of.author)


def _act(text: Revision, kind: EventKind) -> str:
    """Return what an event did to the work: a draft is a work of its own, which it begins."""
    if text.adopted is None:
        return _GENERATION if kind is EventKind.DRAFTED else ""
    if text.base is None:
        return _GENERATION if kind is EventKind.ADOPTED else ""
    if kind is not EventKind.IN_FORCE:
        return ""
    return _REPEAL if text.kind is RevisionKind.REPEAL else _AMENDMENT


def _end(of: LawText, on: date, ended_by: Revision | None) -> LawEvent:
    words = of.edition.locale.words("Out of force since")
    if ended_by is None:
        return LawEvent(on, _ENDED, words, "", of.author)
    is_repeal = ended_by.kind is RevisionKind.REPEAL
    return LawEvent(on, _ENDED, words, _REPEAL if is_repeal else _AMENDMENT, f"#{NEXT}")


def _event(number: int, one: LawEvent) -> Element:
    is_origin = bool(one.act) and one.kind != _ENDED
    return element(
        "eventRef",
        {
            "eId": f"e_{number}",
            "date": one.on.isoformat(),
            "source": one.source,
            "type": one.act,
            "refersTo": f"#event_{one.kind}",
            "originatingExpression": "true" if is_origin else "",
        },
    )
