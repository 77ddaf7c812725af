"""`standards/<id>/revisions/r<N>.yaml`: one numbered, complete text of a standard."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from talqy.model.comment import WHOLE
from talqy.model.facts import AttachedFile, Facts
from talqy.model.project import RulesChoice
from talqy.model.values import (
    Cell,
    ClauseId,
    Clock,
    CodeOf,
    CommentId,
    Day,
    Digest,
    FileName,
    Language,
    Line,
    LocalName,
    LocalText,
    Number,
    OtherThan,
    PrintedNumber,
    Slug,
    Value,
    refuse,
)


class RevisionKind(StrEnum):
    """The four kinds of draft that bill on public services, art. 5 (4), 9) names."""

    NEW = "new"
    AMENDMENT = "amendment"
    SUPPLEMENT = "supplement"
    REPEAL = "repeal"


class PostingChannel(StrEnum):
    """Where a draft must be posted: bill on public services, art. 5 (4), 11) names these three."""

    INTERNET = "internet"
    EGOV = "egov"
    PRINT = "print"


class Posting(Value):
    """One publication of the draft; printed editions have a reference instead of an address."""

    channel: PostingChannel
    on: Day
    url: Line | None = None
    reference: LocalText | None = None


class Extension(Value):
    """A later closing day, announced while the discussion is open, with its reason."""

    on: Day
    closes: Day
    reason: LocalText


class ReportNotice(Value):
    """The report on completion of the discussion: its day, and the office that signed it."""

    on: Day
    signed_by: LocalText


class Consultation(Value):
    """The public discussion of one revision; both days included, the last one to midnight.

    `act` is the kind of act that the draft is to become, where the rules differ by it.
    """

    rules: RulesChoice | None = None
    act: Annotated[Slug, CodeOf("act")] | None = None
    opens: Day
    closes: Day
    posted: tuple[Posting, ...] = ()
    extended: tuple[Extension, ...] = ()
    report: ReportNotice | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.closes < self.opens:
            raise refuse("window_order", "closes before it opens", closes=self.closes.isoformat())
        return self

    @property
    def last_day(self) -> date:
        """The closing day with all extensions that the text names, also those of days to come.

        What holds on a day, `law/stages.closing_day` says.
        """
        if not self.extended:
            return self.closes
        return max((self.closes, *(extension.closes for extension in self.extended)))

    def is_reported(self, day: date) -> bool:
        """Return whether its report is published on this day."""
        return self.report is not None and self.report.on <= day


class Adoption(Value):
    """The act that adopted the revision, and the day since when it is in force.

    `discussed` says where and when the text was discussed if that was before Talqy.
    """

    on: Day
    act: LocalText
    in_force: Day
    discussed: LocalText | None = None

    @model_validator(mode="after")
    def _force_after_adoption(self) -> Self:
        if self.in_force < self.on:
            raise refuse("force_order", "in force before it was adopted")
        return self


class Withdrawal(Value):
    """The authority gave the draft up."""

    on: Day
    reason: LocalText


class DraftDocument(Value):
    """A document published beside the draft: an explanatory note, a conclusion, the draft order.

    It is a `file` of the standard, or stands at an address (`url`); `digest` proves that what is
    found there is what was published.
    """

    kind: Annotated[Slug, CodeOf("draft-document")]
    language: Language | None = None
    title: LocalName | None = None
    file: FileName | None = None
    url: Line | None = None
    digest: Digest | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.file is None) == (self.url is None):
            raise refuse("document_place", "a document is either a file or an address")
        return self


class Move(Value):
    """An event was moved: the day on which that was said, and the day and hour that it had."""

    on: Day
    was: Day
    at: Clock | None = None
    reason: LocalText | None = None


class DraftEvent(Value):
    """What takes place around a draft: a hearing, an online discussion, an agreement.

    `on` and `at` are its newest day and hour; `moved` are those that it had.
    """

    kind: Annotated[Slug, CodeOf("draft-event")]
    on: Day
    at: Clock | None = None
    place: LocalText | None = None
    url: Line | None = None
    moved: tuple[Move, ...] = ()

    def known_on(self, day: date) -> Self:
        """Return the event as it stood on a day: the moves made later are undone."""
        later = [move for move in self.moved if move.on > day]
        if not later:
            return self
        first = min(later, key=lambda move: move.on)
        kept = tuple(move for move in self.moved if move.on <= day)
        return self.model_copy(update={"on": first.was, "at": first.at, "moved": kept})


class NotSet(Value):
    """A row of the list of basic requirements that this text openly leaves unset."""

    row: Annotated[Slug, CodeOf("requirement-row")]
    reason: LocalText


class TextTable(Value):
    """A table in a clause: heads of its columns, and rows that have a cell for each of them."""

    head: Annotated[tuple[Cell, ...], Field(min_length=1)]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _rows_are_whole(self) -> Self:
        if any(len(row) != len(self.head) for row in self.rows):
            raise refuse("table_row", "a row has more or fewer cells than the head")
        return self

    def lines(self, language: str) -> tuple[tuple[str, ...], ...]:
        """Return the head and the rows in a language; a cell that it lacks is empty."""
        return tuple(
            tuple(cell if isinstance(cell, str) else cell.get(language, "") for cell in row)
            for row in (self.head, *self.rows)
        )


def _no_number(value: object) -> object:
    return None if value == "" else value


class Clause(Value):
    """The smallest addressable part of a text: `id` is for ever, `number` is only printed.

    `unit` is what the act calls it (article, chapter, …). Without it a number says what it counts:
    “3” a paragraph, “3)” a sub-paragraph, “Глава 3” what it says itself. `note` tells of acts that
    changed the clause («Сноска. …»): it is no part of the text, and changes none.
    """

    id: Annotated[ClauseId, OtherThan("whole_clause", WHOLE)]
    unit: Annotated[Slug, CodeOf("clause-unit")] | None = None
    number: Annotated[PrintedNumber | None, BeforeValidator(_no_number)] = None
    heading: LocalText | None = None
    covers: tuple[Annotated[Slug, CodeOf("requirement-row")], ...] = ()
    text: LocalText | None = None
    table: TextTable | None = None
    note: LocalText | None = None
    facts: Facts = Facts()
    clauses: tuple["Clause", ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and self.table is None and not self.clauses:
            raise refuse("empty_clause", "neither text nor clauses", clause=self.id)
        return self

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every printed number of the clause, each once; none where it has none."""
        number = self.number or ()
        return (number,) if isinstance(number, str) else tuple(dict.fromkeys(dict(number).values()))

    def number_in(self, language: str) -> str:
        """Return the number printed in a language, or in the first that has one; empty: none."""
        if isinstance(self.number, Mapping):
            return self.number.get(language) or next(iter(self.number.values()))
        return self.number or ""

    @property
    def alone(self) -> "Clause":
        """What the clause says itself: without those inside it."""
        return self.model_copy(update={"clauses": ()})

    def walk(self) -> Iterator["Clause"]:
        """Yield this clause and all nested ones, in the order of the text."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()


class Amendment(Value):
    """One change from `base`, its reason, and the comments that caused it.

    `audiences` says for whom it matters, where the authors want to say so.
    """

    clauses: Annotated[tuple[ClauseId, ...], Field(min_length=1)]
    audiences: tuple[Annotated[Slug, CodeOf("audience")], ...] = ()
    reason: LocalText
    comments: tuple[CommentId, ...] = ()


class EditorialChange(Value):
    """A change in one language only, declared as one that changes no meaning."""

    clause: ClauseId
    language: Language


class ParityNote(Value):
    """A clause whose languages may differ, with the reason that a reader is given."""

    clause: ClauseId
    note: LocalText


class Revision(Value):
    """One complete text, its discussion, and what became of it. Its stage is computed.

    `gist` says what changes for people, in at most 25 words; `grounds`, `aims` and `consequences`
    are those that the state portal asks for. `successor` is the standard that takes the place of
    one that is repealed.
    """

    schema_: Literal["1"] = Field(alias="schema")
    revision: Number
    kind: RevisionKind
    base: Number | None = None
    dated: Day
    explanation: LocalText
    gist: LocalText | None = None
    grounds: LocalText | None = None
    aims: LocalText | None = None
    consequences: LocalText | None = None
    successor: Slug | None = None
    documents: tuple[DraftDocument, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    consultation: Consultation | None = None
    adopted: Adoption | None = None
    withdrawn: Withdrawal | None = None
    not_set: tuple[NotSet, ...] = ()
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    amendments: tuple[Amendment, ...] = ()
    replaced: Mapping[ClauseId, tuple[ClauseId, ...]] = {}
    editorial: tuple[EditorialChange, ...] = ()
    parity: tuple[ParityNote, ...] = ()

    @model_validator(mode="after")
    def _base_comes_before(self) -> Self:
        if self.base is not None and self.base >= self.revision:
            raise refuse("base_order", "base is not earlier", base=self.base)
        if self.base is None and self.kind is not RevisionKind.NEW:
            raise refuse("base_missing", "only a new text has no base", revision_kind=self.kind)
        return self

    def begun(self, today: date) -> date:
        """Return the day whose languages this text must have, with its answers and its report.

        It is finished in those in which it began: a language that the project gained after its
        discussion opened, or after it was adopted, cannot be written into a frozen text any more.
        """
        days = [self.adopted.on] if self.adopted else []
        days += [self.consultation.opens] if self.consultation else []
        return min(days, default=today)

    def walk(self) -> Iterator[Clause]:
        """Yield all clauses in the order of the text, nested ones after their parent."""
        for clause in self.clauses:
            yield from clause.walk()

    @property
    def moves(self) -> tuple[tuple[DraftEvent, Move], ...]:
        """All moves of what takes place around the text, each with its event."""
        return tuple((held, move) for held in self.events for move in held.moved)

    @property
    def files(self) -> Iterator["AttachedFile | DraftDocument"]:
        """Yield what belongs to the text as files: of the draft, then of its clauses."""
        yield from (document for document in self.documents if document.file)
        for clause in self.walk():
            yield from clause.facts.files

    @cached_property
    def _around(self) -> Mapping[str, str]:
        return {inner.id: clause.id for clause in self.walk() for inner in clause.clauses}

    def around(self, clause_id: str) -> Iterator[str]:
        """Yield the ids of the clauses that a clause stands in, the nearest first."""
        while outer := self._around.get(clause_id):
            yield outer
            clause_id = outer

    @cached_property
    def _by_id(self) -> Mapping[str, Clause]:
        return {clause.id: clause for clause in self.walk()}

    def clause(self, clause_id: str) -> Clause | None:
        """Find a clause by its id."""
        return self._by_id.get(clause_id)
