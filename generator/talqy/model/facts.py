"""The typed values inside a clause: what a reader compares, and a machine can check.

Names and codes follow the list of basic requirements (article 14, 3-1) of Law No. 88-V); the
official names of the codes are data, in `lists/codes.yaml`.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from talqy.model.values import (
    Amount,
    Clock,
    CodeOf,
    Flag,
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


class Pause(Value):
    """The break at noon, or another one."""

    from_: Annotated[Clock, Field(alias="from")]
    to: Clock


class Schedule(Value):
    """Working hours of one place on some days of the week, or around the clock."""

    place: Annotated[Slug, CodeOf("place")]
    days: tuple[Annotated[Slug, CodeOf("weekday")], ...] = ()
    from_: Annotated[Clock | None, Field(alias="from")] = None
    to: Clock | None = None
    break_: Annotated[Pause | None, Field(alias="break")] = None
    around_the_clock: Flag = False

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
    """A way to reach the provider."""

    kind: Annotated[Slug, CodeOf("contact-kind")]
    value: Line


class Handover(Value):
    """How long before the end of the term the result must be at the service centre."""

    amount: Number
    unit: Annotated[Slug, CodeOf("term-unit")]


class Facts(Value):
    """All facts of one clause; a clause names only those that it sets."""

    recipients: tuple[Annotated[Slug, CodeOf("recipient")], ...] = ()
    channels: tuple[Annotated[Slug, CodeOf("channel")], ...] = ()
    forms: tuple[Annotated[Slug, CodeOf("form")], ...] = ()
    term: tuple[Term, ...] = ()
    fee: tuple[Fee, ...] = ()
    result: tuple[Result, ...] = ()
    schedule: tuple[Schedule, ...] = ()
    documents: tuple[Document, ...] = ()
    refusal_grounds: tuple[RefusalGround, ...] = ()
    contacts: tuple[Contact, ...] = ()
    handover: Handover | None = None
