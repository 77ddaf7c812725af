"""`standards/<id>/standard.yaml`: the lasting work, whatever its text today."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from talqy.model.values import (
    CodeOf,
    Count,
    Day,
    Line,
    LocalLines,
    LocalName,
    Number,
    Slug,
    Value,
    refuse,
)


def _register_code(value: str) -> str:
    if value and not (len(value) == 8 and value.isascii() and value.isdigit()):
        raise refuse("register_code", "{value} is not a register code", value=value)
    return value


class Survey(Value):
    """One year's survey of recipients (article 5 asks for one at least once a year)."""

    year: Number
    answered: Count
    satisfied: Count
    url: Line | None = None


class Standard(Value):
    """A standard of a public service: who develops it, who provides the service, what it is for.

    `code` is the eight-digit code of the official register, or empty where there is none yet;
    `also` are the words that people use for it, by language: search finds it by them.
    """

    schema_: Literal["1"] = Field(alias="schema")
    id: Slug
    code: Annotated[str, AfterValidator(_register_code)] = ""
    title: LocalName
    short_title: LocalName | None = None
    also: LocalLines | None = None
    authority: Slug
    provider: LocalName
    life_event: Annotated[Slug, CodeOf("life-event")]
    reviewed: Day | None = None
    surveys: tuple[Survey, ...] = ()
