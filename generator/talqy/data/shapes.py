"""What a row of each table, and each file of the open data, is made of.

These are the types of which the JSON Schemas are made that lie beside the data. What is written is
made in `exports.py`, of the values of the model; tests hold each file against its schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from talqy.model.comment import Comment, Outcome, Response
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standard import Standard
from talqy.model.standing import Stage
from talqy.model.values import Count, Day, Digest, Line, LocalText, Number, Slug, Text, Value
from talqy.record.receipts import Receipt


class RowOfRegister(Standard):
    """A standard, where it stands, and the root of its record."""

    newest: Number
    stage: Stage
    in_force: Number | None
    revisions: Number
    comments: Count
    root: Digest | None


class RevisionRow(Value):
    """A text of a standard: its kind, its stage, its days, and how many comments it had."""

    standard: Slug
    revision: Number
    kind: RevisionKind
    base: Number | None
    dated: Day
    stage: Stage
    opens: Day | None
    closes: Day | None
    lawful_closes: Day | None
    report_on: Day | None
    adopted_on: Day | None
    in_force: Day | None
    withdrawn_on: Day | None
    comments: Count
    explanation: LocalText
    gist: LocalText | None
    successor: Slug | None


class CommentRow(Comment):
    """A comment as it is published: with its number, its digest, and what became of it.

    Of one that its author took back no words are left.
    """

    text: Text
    outcome: Outcome | None
    counted_as: Line
    number: Number | None
    digest: Digest | None


class ResponseRow(Response):
    """An answer, and which text of which standard the comment speaks of."""

    standard: Slug
    revision: Number


class ServiceRow(Value):
    """Where the description of a service in force is, and by which text."""

    standard: Slug
    revision: Number
    since: Day
    turtle: Line
    json_ld: Line


class UnchangedCase(Value):
    """What stays as it was for one case."""

    fact: Line
    case: LocalText | None
    case_after: LocalText | None
    channel: Line | None
    is_: Annotated[LocalText, Field(alias="is")]


class ChangedCase(Value):
    """What changes for one case: what was, what becomes, and which way that goes."""

    fact: Line
    case: LocalText | None
    case_after: LocalText | None
    channel: Line | None
    case_before: LocalText | None
    before: LocalText | None
    after: LocalText | None
    direction: Line | None


class CasesOfText(Value):
    """What a text changes for people, case by case, beside the text `against` which it is held."""

    against: Number
    changes: tuple[ChangedCase, ...]
    unchanged: tuple[UnchangedCase, ...]


class WholeText(Revision):
    """A text of a standard with all its clauses, its stage, and what it changes for people."""

    stage: Stage
    cases: CasesOfText | None


class PlaceOfText(Value):
    """Which file beside this one has a text."""

    revision: Number
    file: Line


class WholeStandard(Value):
    """A standard with all its texts, or with the places of those that have no room here."""

    format: Line
    standard: Standard
    revisions: tuple[WholeText, ...] | tuple[PlaceOfText, ...]


class OneText(WholeText):
    """A text of a standard in a file of its own."""

    format: Line


class Roots(Value):
    """The root over all records, and that of each standard."""

    format: Line
    root: Digest
    standards: Mapping[Slug, Digest]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file is made of, or each row of a table: `without` is what of it is not given out."""

    of: type[Value]
    without: frozenset[str] = frozenset({"schema"})
    is_table: bool = False


TABLES: Mapping[str, Shape] = {
    "register": Shape(RowOfRegister, frozenset({"schema", "surveys"}), is_table=True),
    "revisions": Shape(RevisionRow, is_table=True),
    "comments": Shape(CommentRow, frozenset({"schema", "consent"}), is_table=True),
    "responses": Shape(ResponseRow, is_table=True),
    "services": Shape(ServiceRow, is_table=True),
}
"""The tables, by their names."""

FILES: Mapping[str, Shape] = {
    "standard": Shape(WholeStandard),
    "text": Shape(OneText),
    "roots": Shape(Roots),
    "receipt": Shape(Receipt),
}
"""The other files of JSON, by the names of their schemas."""
