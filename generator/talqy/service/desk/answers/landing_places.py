"""Where an accepted comment can land: the clauses of the later texts, and of a draft in work."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from talqy.language.clause_sayings import plain_clause_name
from talqy.model.revision import Revision
from talqy.responses.response_table import later_revisions
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.values import WorkKind, WorkName


@dataclass(frozen=True, slots=True)
class LandingClause:
    """A clause to be picked; `value` names it with its text, such as `r3:term`."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class LandingText:
    """A text in which a comment can land.

    One that `is_awaited` is not written yet, and has the clauses of the newest one for a start.
    """

    revision: int
    clauses: Sequence[LandingClause]
    is_awaited: bool

    @property
    def is_chosen(self) -> bool:
        """Whether any clause of it is picked."""
        return any(one.is_chosen for one in self.clauses)


def landing_texts(
    visit: DeskVisit, heard: TextHeard, picked: Collection[str]
) -> Sequence[LandingText]:
    """Return the texts after the one that was commented on, with their clauses."""
    return list(_texts(visit, heard, picked))


def _texts(visit: DeskVisit, heard: TextHeard, picked: Collection[str]) -> Iterator[LandingText]:
    locale = visit.edition.locale
    for number in later_revisions(heard.record, heard.revision):
        text = heard.record.revision(number) or _in_work(visit, heard, number)
        clauses_of = text or heard.record.revisions[-1]
        values = {f"r{number}:{one.id}": one.id for one in clauses_of.walk()}
        values.update(
            (one, one.partition(":")[2]) for one in picked if one.startswith(f"r{number}:")
        )
        clauses = [
            LandingClause(value, plain_clause_name(locale, clauses_of, name), value in picked)
            for value, name in values.items()
        ]
        yield LandingText(number, clauses, is_awaited=text is None)


def _in_work(visit: DeskVisit, heard: TextHeard, number: int) -> Revision | None:
    """Return a draft that is being written, and is not published."""
    work = visit.context.works.of(WorkName(WorkKind.DRAFT, heard.record.id, number))
    record = work.state.register.record(heard.record.id) if work.state.register else None
    return record.revision(number) if record else None


def landed_of(picked: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the number of a text and its clauses that were picked; those of the first text."""
    pairs = [(text.removeprefix("r"), name) for text, _, name in (p.partition(":") for p in picked)]
    if not pairs:
        return None
    number = pairs[0][0]
    return number, tuple(dict.fromkeys(name for text, name in pairs if text == number))


def texts_of(picked: Sequence[str]) -> frozenset[str]:
    """Return the texts of which clauses were picked: a comment lands in one."""
    return frozenset(one.partition(":")[0] for one in picked)
