"""What a text means for whoever lives by it, as every page, printer, feed and picture tells it.

It is told `between` any two texts; or `against_held`, the text that people have without it: so a
draft is told. A page of one text tells what belongs `on_its_page`; a list, only one line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from talqy.compare.case_changes import case_states
from talqy.compare.comparison import Comparison
from talqy.language.case_words import (
    CaseRow,
    StateRow,
    case_rows,
    state_rows,
)
from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.language.fact_words import FactContext
from talqy.language.order_of_changes import by_turns, with_room
from talqy.language.short_text import LETTERS, lines_of, whole_sentences
from talqy.language.stage_table import Meaning, offer_of
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import LIVING


@dataclass(frozen=True, slots=True, kw_only=True)
class ForYou:
    """What every page says of a text before its words; all of it may be empty.

    `heading` says what it is: so nobody takes what differs between drafts for what changes for him.
    `ends` says when a standard ends by a repeal, `instead` what takes its place, in the words of
    the authority, and `successor` is the title of the standard that does, where one is named.
    `changes` are told against the text that people have without this one, and `stays` is what does
    not change; `annexes` names annexes, and clauses with other files, that changed, and `in_words`
    the clauses of which no change tells, though their words changed; `is_same` where facts are
    there and none differs. `asks` is what a text asks in each case, as it is.
    """

    heading: str = ""
    gist: str = ""
    ends: str = ""
    instead: str = ""
    successor: str = ""
    changes: tuple[CaseRow, ...] = ()
    stays: tuple[StateRow, ...] = ()
    annexes: str = ""
    in_words: str = ""
    is_same: bool = False
    asks: tuple[StateRow, ...] = ()

    def first(self, count: int) -> tuple[CaseRow, ...]:
        """Return a few changes, gains and losses among them, in the order of the page."""
        return self._as_on_its_page(by_turns(self.changes)[:count])

    def first_and_promised(self, count: int) -> tuple[CaseRow, ...]:
        """Return a few changes, and one more where the gist speaks of it."""
        few = by_turns(self.changes)[: count + 1]
        is_promised = any(row.is_in_gist for row in few[count:])
        return self._as_on_its_page(few if is_promised else few[:count])

    def _as_on_its_page(self, few: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
        return tuple(row for row in self.in_order if row in few)

    @property
    def in_order(self) -> tuple[CaseRow, ...]:
        """All changes as the page of the standard has them: those that a phone shows come first."""
        return _rest_last((*self.in_sight, *self.out_of_sight))

    @property
    def in_sight(self) -> tuple[CaseRow, ...]:
        """As many changes as a phone has room for before the text, the first one in any case."""
        return with_room(self.all_changes, _ROOM - _OF_GIST * lines_of(self.gist))

    @property
    def out_of_sight(self) -> tuple[CaseRow, ...]:
        """The other changes, in the same order."""
        shown = self.in_sight
        return tuple(row for row in self.all_changes if row not in shown)

    @property
    def instead_in_short(self) -> str:
        """What takes the place of a standard, in as many sentences as a phone has room for."""
        return whole_sentences(self.instead, _LINES_OF_PROSE * LETTERS)

    @property
    def all_changes(self) -> tuple[CaseRow, ...]:
        """All changes, that of the cases without a name after those that are named."""
        return _rest_last(self.changes)

    @property
    def all_stays(self) -> tuple[StateRow, ...]:
        """All that stays, in the same order."""
        return _rest_last(self.stays)

    @property
    def all_asks(self) -> tuple[StateRow, ...]:
        """All that is asked, in the same order."""
        return _rest_last(self.asks)


_ROWS: Mapping[str, type[CaseRow | StateRow]] = {
    "changes": CaseRow,
    "stays": StateRow,
    "asks": StateRow,
}
_ROOM, _OF_GIST = 360, 23
"""What has room on a phone before a text that begins within 1.5 screens; what the gist takes."""
_LINES_OF_PROSE = 20
_NUMBER = re.compile(r"^(\d[\d.-]*) ")
"""A number stays on the line of its heading."""


_Row = TypeVar("_Row", CaseRow, StateRow)


def _rest_last(rows: Sequence[_Row]) -> tuple[_Row, ...]:
    """Return rows so that one of all other cases stands behind those that are named."""
    last_of = {row.thing: at for at, row in enumerate(rows)}
    at_of = {
        at: (last_of[row.thing] if row.rest else at, bool(row.rest)) for at, row in enumerate(rows)
    }
    return tuple(rows[at] for at in sorted(at_of, key=lambda at: at_of[at]))


def on_its_page(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say of a draft what changes, of a text in force what it asks; of a past one nothing."""
    match offer_of(edition, record, revision).meaning:
        case Meaning.SILENCE:
            return ForYou()
        case Meaning.ASKS:
            return _asked(edition, record, revision)
        case _:
            return against_held(edition, record, revision)


def on_a_card(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say what a text changes, or changed when it came into force; of one given up nothing."""
    if offer_of(edition, record, revision).meaning is Meaning.SILENCE:
        return ForYou()
    return against_held(edition, record, revision)


def against_held(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say what a text changes against the one that people have; where they have none, what it asks.

    It is told of one and the same pair of texts wherever a page, a feed or a picture tells it.
    """
    held = edition.held_before(record, revision)

    def told() -> ForYou:
        if revision.kind is RevisionKind.REPEAL:
            return _ended(edition, revision)
        if held is None:
            return _asked(edition, record, revision)
        return between(edition, edition.comparison(record, held, revision))

    def meant() -> ForYou:
        name = f"means r{revision.revision}"
        return _from_plain(edition.added(record, name, lambda: asdict(told())))

    return edition.in_own.once("against held", (record.id, revision.revision), meant)


def _from_plain(plain: dict[str, Any]) -> ForYou:
    """Make of what JSON can hold what it was made of."""
    rows = {name: tuple(kind(**row) for row in plain[name]) for name, kind in _ROWS.items()}
    return ForYou(**(plain | rows))


def in_short(edition: Edition, record: Record, revision: Revision, most: int) -> str:
    """Say in a line of at most so many letters what a text means: the one line for lists of texts.

    It is the gist of its authors, else what ends, else the first change that has room, whole or
    without its values; empty where there is none of them.
    """
    means = against_held(edition, record, revision)
    rows = by_turns(means.changes)
    lines = (
        means.gist,
        means.ends,
        *(row.line for row in rows),
        *(row.short for row in rows),
        means.annexes,
    )
    return next((line for line in lines if 0 < len(line) <= most), "")


def in_short_or_why(edition: Edition, record: Record, revision: Revision, most: int) -> str:
    """Say in short what a text means; where that is not known, why it was drawn up."""
    why = edition.locale.plain(revision.explanation)
    return in_short(edition, record, revision, most) or whole_sentences(why, most)


def between(edition: Edition, compared: Comparison) -> ForYou:
    """Say what changes for people between two texts; a repeal changes no figure, it ends all.

    What is told against a draft is no change for anybody, and its heading says so.
    """
    if compared.newer.kind is RevisionKind.REPEAL:
        return _ended(edition, compared.newer)
    context = _context(edition, compared.record, compared.newer)
    changes = tuple(case_rows(context, compared.cases.changes, compared.newer.gist))
    stays = tuple(state_rows(context, compared.cases.unchanged))
    return ForYou(
        heading=_heading(edition, compared),
        gist=_gist(edition, compared.newer),
        changes=changes,
        stays=stays,
        annexes=_annexes(edition, compared),
        in_words=_in_words(edition, compared),
        is_same=bool(stays) and not changes and not compared.cases.typed,
    )


def is_draft(edition: Edition, text: Revision) -> bool:
    """Return whether a text is not adopted on the day, or never was: nobody lives by it."""
    return text.adopted is None or text.adopted.on > edition.assessment.today


def _annexes(edition: Edition, compared: Comparison) -> str:
    """Name the annexes that changed, and clauses of which a file did: no case tells of them."""
    annex_of = _annex_of(compared.newer)
    found = [
        annex_of.get(change.clause.id, change.clause.id)
        for change in compared.changes
        if change.clause.id in annex_of or any(fact.name == "files" for fact in change.facts)
    ]
    return _named(edition, compared, edition.locale.words("Changed annexes and files"), found)


def _in_words(edition: Edition, compared: Comparison) -> str:
    """Name the clauses whose words changed, and of which no case and no list of annexes tells."""
    told = {
        value.clause
        for change in compared.cases.changes
        for value in (*(change.before or ()), *(change.after or ()))
    }
    annexes = _annex_of(compared.newer)
    found = [
        change.clause.id
        for change in compared.changes
        if told.isdisjoint(change.match.ids) and change.clause.id not in annexes
    ]
    return _named(edition, compared, edition.locale.words("Other changes stand in"), found)


def _annex_of(text: Revision) -> dict[str, str]:
    """Return the annex or form in which each of its clauses stands, by their ids."""
    outer = [one for one in text.clauses if one.unit in {"annex", "form"}]
    return {inner.id: one.id for one in outer for inner in one.walk()}


def _named(edition: Edition, compared: Comparison, label: str, ids: Iterable[str]) -> str:
    newer = compared.newer
    names = [
        _NUMBER.sub("\\1\u00a0", plain_clause_name(edition.locale, of, one))
        for one in dict.fromkeys(ids)
        if (of := newer if newer.clause(one) else compared.older)
    ]
    return f"{label}: {'; '.join(names)}" if names else ""


def _heading(edition: Edition, compared: Comparison) -> str:
    words, newer = edition.locale.words, compared.newer
    if is_draft(edition, compared.older):
        return words("What differs from the earlier draft")
    stage = edition.standing(compared.record, newer).stage
    if newer.adopted is None and stage not in LIVING:
        return words("What the draft would have changed")
    return words("What changes for you")


def _asked(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say what a text asks of people in each case, as it is."""
    context, words = _context(edition, record, revision), edition.locale.words
    return ForYou(
        heading=words("All of it is new: terms, fees and documents")
        if is_draft(edition, revision)
        else words("Terms, fees and documents"),
        gist=_gist(edition, revision),
        asks=tuple(state_rows(context, case_states(revision))),
    )


def _ended(edition: Edition, repeal: Revision) -> ForYou:
    """Say that a standard ends, when, and what takes its place."""
    return ForYou(
        heading=edition.locale.words("The standard ends"),
        gist=_gist(edition, repeal),
        ends=" ".join(_ends(edition, repeal)),
        instead=edition.locale.plain(repeal.explanation),
        successor=_successor(edition, repeal),
    )


def _successor(edition: Edition, repeal: Revision) -> str:
    records = (one for one in edition.register.records if one.id == repeal.successor)
    return next((edition.title(one) for one in records), "")


def _gist(edition: Edition, text: Revision) -> str:
    return edition.locale.plain(text.gist) if text.gist else ""


def _ends(edition: Edition, repeal: Revision) -> Iterator[str]:
    words, today = edition.locale.words, edition.assessment.today
    if repeal.withdrawn and repeal.withdrawn.on <= today:
        yield words("The repeal was given up: the standard stays in force.")
    elif repeal.adopted is None or repeal.adopted.on > today:
        yield words("The draft takes the standard out of force. It is not adopted yet.")
    elif repeal.adopted.in_force > today:
        day = edition.locale.day(repeal.adopted.in_force)
        yield words("The standard goes out of force: {day}.", day=day)
    else:
        day = edition.locale.day(repeal.adopted.in_force)
        yield words("The standard is out of force. Since: {day}.", day=day)


def _context(edition: Edition, record: Record, text: Revision) -> FactContext:
    unit = edition.register.project.fee_unit
    return FactContext(edition.locale, unit, edition.price_year(record, text))
