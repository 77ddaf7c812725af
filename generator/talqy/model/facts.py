"""The typed values inside a clause: what a reader compares, and a machine can check.

Names and codes follow the list of basic requirements (article 14, 3-1) of Law No. 88-V); the
official names of the codes are data, in `lists/codes.yaml`. A fact is one field of `Facts` with
its `Fact` beside it; `FACTS`, the one table that all rooms read, is gathered from them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Discriminator, Field, Tag, model_validator

from talqy.model.values import (
    Amount,
    Clock,
    CodeOf,
    Digest,
    FileName,
    Flag,
    Language,
    Line,
    LocalText,
    Number,
    Slug,
    Value,
    refuse,
)


class Term(Value):
    """How long something takes: the service itself, the wait in the queue, or the desk."""

    kind: Annotated[Slug, CodeOf("term-kind")] = "provision"
    amount: Number
    unit: Annotated[Slug, CodeOf("term-unit")]
    channel: Annotated[Slug, CodeOf("channel")] | None = None
    condition: LocalText | None = None


class Fee(Value):
    """What one case costs: `free`, or an amount in the project's fee unit."""

    free: Flag = False
    amount: Amount | None = None
    case: LocalText | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.free == (self.amount is not None):
            raise refuse("fee_form", "a fee is either free or an amount")
        return self

    @property
    def cost(self) -> Decimal:
        """What it is in the fee unit: an amount of 0 is free, whichever of the two was written."""
        return Decimal() if self.free or self.amount is None else self.amount


class Document(Value):
    """One document or datum: who brings it, and from which system the provider takes it."""

    id: Slug
    name: LocalText
    source: Literal["applicant", "state-system"]
    system: LocalText | None = None
    form: Annotated[Slug, CodeOf("document-form")] | None = None
    condition: LocalText | None = None


class RefusalGround(Value):
    """A ground for refusing the service; `basis` names the law that sets it."""

    ground: Annotated[Slug, CodeOf("refusal-ground")]
    text: LocalText | None = None
    basis: LocalText | None = None

    @model_validator(mode="after")
    def _other_says_what(self) -> Self:
        if self.ground == "other" and self.text is None:
            raise refuse("ground_text", "ground other needs a text")
        return self


class ChannelCase(Value):
    """A channel that holds for some only: `for` says for whom or for what."""

    code: Annotated[Slug, CodeOf("channel")]
    for_: Annotated[LocalText, Field(alias="for")]


class FormCase(Value):
    """A form of the service that holds for some only: `for` says for whom or for what."""

    code: Annotated[Slug, CodeOf("form")]
    for_: Annotated[LocalText, Field(alias="for")]


def _code_form(value: object) -> str:
    return "code" if isinstance(value, str) else "case"


Channel = Annotated[
    Annotated[Slug, CodeOf("channel"), Tag("code")] | Annotated[ChannelCase, Tag("case")],
    Discriminator(_code_form),
]
"""A way to apply, for all, or with the case that it is for."""
ServiceForm = Annotated[
    Annotated[Slug, CodeOf("form"), Tag("code")] | Annotated[FormCase, Tag("case")],
    Discriminator(_code_form),
]
"""A form of the service, for all, or with the case that it is for."""


def code_of(value: str | ChannelCase | FormCase) -> str:
    """Return the code of a value that may say for what it holds."""
    return value if isinstance(value, str) else value.code


class Pause(Value):
    """The break at noon, or another one."""

    from_: Annotated[Clock, Field(alias="from")]
    to: Clock


class Schedule(Value):
    """Working hours of one place on some days of the week, or around the clock.

    One place may have several, each `for` something: office hours, and hours of intake.
    """

    place: Annotated[Slug, CodeOf("place")]
    days: tuple[Annotated[Slug, CodeOf("weekday")], ...] = ()
    from_: Annotated[Clock | None, Field(alias="from")] = None
    to: Clock | None = None
    break_: Annotated[Pause | None, Field(alias="break")] = None
    around_the_clock: Flag = False
    for_: Annotated[LocalText | None, Field(alias="for")] = None

    @model_validator(mode="after")
    def _hours_or_always(self) -> Self:
        hours = bool(self.days) and self.from_ is not None and self.to is not None
        if hours == self.around_the_clock:
            raise refuse("schedule_form", "hours or around the clock")
        if self.from_ and self.to and self.from_ >= self.to:
            raise refuse("hours_order", "closing before opening")
        return self


class Result(Value):
    """What the recipient gets, and in which form."""

    name: LocalText
    forms: tuple[Annotated[Slug, CodeOf("form")], ...] = ()


class Contact(Value):
    """A way to reach the provider; `for` says in which matter."""

    kind: Annotated[Slug, CodeOf("contact-kind")]
    value: Line
    for_: Annotated[LocalText | None, Field(alias="for")] = None


class Handover(Value):
    """How long before the end of the term the result must be at the service centre."""

    amount: Number
    unit: Annotated[Slug, CodeOf("term-unit")]


class AttachedFile(Value):
    """A picture or a form that belongs to a clause; `words` say what it shows.

    `digest` is that of its bytes; `language` is that of a form that is there in several.
    """

    file: FileName
    language: Language | None = None
    digest: Digest | None = None
    words: LocalText

    @property
    def name(self) -> str:
        """The name without its folder."""
        return self.file.rpartition("/")[2]

    @property
    def is_picture(self) -> bool:
        """Return whether a page can show it."""
        return self.name.endswith((".png", ".jpg", ".jpeg"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the tool knows of a fact: how it is named, which row it sets, how two values are paired.

    Values of two texts are paired by the fields that name the thing (`same`); what is left over
    is paired where the texts under `words` are alike, and the fields `within` are equal, so that a
    reworded thing stays one thing. Terms and fees have neither: they are aligned case by case.
    """

    label: str = ""
    """Its name on pages, a message; empty where its values name the rows that they stand in."""
    row: str = ""
    """The row of the list of basic requirements that it sets; none where it sets none."""
    same: tuple[str, ...] | None = None
    """None: only equal values belong together; an empty tuple: any two do."""
    words: str = ""
    within: tuple[str, ...] = ()
    case: str = ""
    """The field of a value that names the case for which it holds; none where none does."""
    name: str = ""
    """The field of `Facts`: filled in by `FACTS`, as is `codes` where values are codes alone."""
    codes: str = ""
    """The list of codes that its values are of; none where they are more than code and case."""

    def values(self, facts: "Facts") -> tuple[Any, ...]:
        """Return all values of this fact, in the order of the file."""
        value = getattr(facts, self.name)
        return value if isinstance(value, tuple) else () if value is None else (value,)

    def alone(self, value: object) -> "Facts":
        """Return facts that hold this one value."""
        is_list = isinstance(Facts.model_fields[self.name].default, tuple)
        return Facts().model_copy(update={self.name: (value,) if is_list else value})


class Facts(Value):
    """All facts of one clause; a clause names only those that it sets."""

    # Pages and comparisons say them in this order.

    recipients: Annotated[
        tuple[Annotated[Slug, CodeOf("recipient")], ...],
        Fact(label="Recipients"),
    ] = ()
    channels: Annotated[
        tuple[Channel, ...],
        Fact(label="Where to apply", row="channels", codes="channel", case="for_"),
    ] = ()
    forms: Annotated[
        tuple[ServiceForm, ...],
        Fact(label="Form of the service", row="form", same=(), codes="form", case="for_"),
    ] = ()
    term: Annotated[
        tuple[Term, ...],
        Fact(row="term", case="condition"),
    ] = ()
    fee: Annotated[
        tuple[Fee, ...],
        Fact(label="Fee", row="payment", case="case"),
    ] = ()
    result: Annotated[
        tuple[Result, ...],
        Fact(label="Result", row="result", same=("name",), words="name"),
    ] = ()
    schedule: Annotated[
        tuple[Schedule, ...],
        Fact(
            label="Working hours",
            row="schedule",
            same=("place", "days", "for_"),
            within=("place",),
            case="for_",
        ),
    ] = ()
    documents: Annotated[
        tuple[Document, ...],
        Fact(row="documents", same=("id",)),
    ] = ()
    refusal_grounds: Annotated[
        tuple[RefusalGround, ...],
        Fact(
            label="Grounds for refusal",
            row="refusal-grounds",
            same=("ground", "text"),
            words="text",
            within=("ground",),
        ),
    ] = ()
    contacts: Annotated[
        tuple[Contact, ...],
        Fact(label="Contacts", same=("kind", "for_"), within=("kind",), case="for_"),
    ] = ()
    handover: Annotated[
        Handover | None,
        Fact(label="Handed over to the State Corporation", same=()),
    ] = None
    files: Annotated[
        tuple[AttachedFile, ...],
        Fact(label="Pictures and forms", same=("file",), words="words", within=("language",)),
    ] = ()


def _gathered() -> Iterator[Fact]:
    for name, field in Facts.model_fields.items():
        value = get_args(field.annotation)[0]
        codes = (mark.name for mark in getattr(value, "__metadata__", ()) if type(mark) is CodeOf)
        for entry in field.metadata:
            if isinstance(entry, Fact):
                yield replace(entry, name=name, codes=next(codes, entry.codes))


FACTS: Mapping[str, Fact] = {fact.name: fact for fact in _gathered()}
"""Every fact by the name of its field, in the order in which facts are said."""
