"""The smallest values of the formats, and how each is typed out of a YAML string.

Rule: the YAML reader hands over nothing but strings, lists and mappings (`no`, `4.10` and `12:30`
stay what was written). What a string means is decided here, once, by the type of the field.
Every refusal names its `kind`; `sources/shape.py` turns the kind into words for a person.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    Tag,
    ValidationInfo,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    no_info_after_validator_function,
    with_info_after_validator_function,
)

from talqy.errors import CodesMissingError

N = TypeVar("N")

# Commenting, publishing and printing need no other control characters, and HTML allows no others.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# Years that a register speaks of; farther days are slips, and counting to them would never end.
_YEARS = range(1900, 2200)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COMMENT_ID = re.compile(r"[0-9abcdefghjkmnpqrstvwxyz]{10}")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\\[\]]+(?:[/?#][^\s\"<>]*)?")
_MAIL_WORD = r"[^\s@.,;:<>()\[\]\"«»/\\]+"
_MAILBOX = re.compile(
    rf"{_MAIL_WORD}(?:\.{_MAIL_WORD})*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")
_FILE_NAME = re.compile(
    r"documents/[a-z0-9]+([-.][a-z0-9]+)*\.(png|jpg|jpeg|pdf|docx|xlsx|odt|ods|rtf)"
)


class Value(BaseModel):
    """A frozen part of a format: unknown keys are refused, nothing changes once it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def refuse(kind: str, words: str, **facts: object) -> PydanticCustomError:
    """Make the refusal of one value; `words` are the fallback where no catalogue knows `kind`."""
    return PydanticCustomError(kind, words, facts)


@dataclass(frozen=True, slots=True)
class _Shaped:
    """Marks a text that has a shape; the refusal is a `kind`, and editors learn the pattern."""

    kind: str
    pattern: re.Pattern[str]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^({self.pattern.pattern})$"}

    def _check(self, value: str) -> str:
        if not self.pattern.fullmatch(value):
            raise refuse(self.kind, "{value} does not have the right shape", value=value)
        return value


@dataclass(frozen=True, slots=True)
class OtherThan:
    """Marks a text that must not be one word, which means something else."""

    kind: str
    word: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "not": {"const": self.word}}

    def _check(self, value: str) -> str:
        if value == self.word:
            raise refuse(self.kind, "{value} means something else", value=value)
        return value


def control_sign(text: str) -> str | None:
    """Return the first sign that no text may hold, as U+0085; None where there is none."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else None


def _printable(value: str) -> str:
    if sign := control_sign(value):
        raise refuse("control_character", "control character", sign=sign)
    return value


def _whole_number(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise refuse("whole_number", "{value} is not a whole number", value=value)
        return int(value)
    return value


def _amount(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,4})?", value):
        raise refuse("amount", "{value} is not an amount", value=value)
    return value


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise refuse("yes_or_no", "{value} is neither true nor false", value=value)
        return value == "true"
    return value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not (parts := _DAY.fullmatch(value)):
        raise refuse("date_shape", "{value} is not a date", value=value)
    try:
        day = date(*map(int, parts.groups()))
    except ValueError:
        raise refuse("date_missing", "{value} is not in the calendar", value=value) from None
    if day.year not in _YEARS:
        raise refuse("date_far", "{value} is too far away", value=value)
    return day


def _spoken_text(value: object, info: ValidationInfo) -> object:
    """Drop languages left empty (a rule reports them), refuse those the project does not have."""
    if not isinstance(value, Mapping):
        return value
    known = (info.context or {}).get("languages", ())
    unknown = [key for key in value if known and key not in known]
    if unknown:
        raise refuse("unknown_language", "unknown language", value=unknown[0], known=list(known))
    spoken = {key: text for key, text in value.items() if text is not None and text != ""}
    if not spoken:
        raise refuse("empty_text", "no text in any language")
    return spoken


def _on_one_line(value: object) -> object:
    """Put names on one line: a block of YAML ends with a line end of its own."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: " ".join(text.split()) if isinstance(text, str) else text
        for key, text in value.items()
    }


def _number_form(value: object) -> str:
    return "languages" if isinstance(value, Mapping) else "number"


Text = Annotated[str, Field(max_length=20_000), AfterValidator(_printable)]
"""One text in one language: plain, without control characters, at most 20,000 characters."""
Line = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_printable)]
"""A short text that fits one line."""
Language = Annotated[str, _Shaped("language_tag", _LANGUAGE)]
"""A language tag of BCP 47 as far as we need it: `kk`, `ru`, `en`, `kk-Latn`."""
LocalText = Annotated[Mapping[Language, Text], BeforeValidator(_spoken_text)]
"""A text by language. All languages of the project are equal; a rule says which one is missing."""
LocalName = Annotated[
    Mapping[Language, Text], BeforeValidator(_spoken_text), BeforeValidator(_on_one_line)
]
"""A name or a title by language, on one line: calendars, feeds and heads of files have no more."""
ShortName = Annotated[
    Mapping[Language, Annotated[Line, Field(max_length=60)]],
    BeforeValidator(_spoken_text),
    BeforeValidator(_on_one_line),
]
"""A name by language that has room beside others in a row of a table."""
LocalLines = Annotated[Mapping[Language, tuple[Line, ...]], BeforeValidator(_spoken_text)]
"""Several short texts by language, such as the words that people use for a thing."""
PrintedNumber = Annotated[
    Annotated[Line, Tag("number")] | Annotated[LocalName, Tag("languages")],
    Discriminator(_number_form),
]
"""A number as it is printed, one for all languages or by language: `3`, `{kk: 1-тарау, ru: …}`."""
Cell = Annotated[
    Annotated[Text, Tag("number")] | Annotated[LocalText, Tag("languages")],
    Discriminator(_number_form),
]
"""A cell of a table: one text for all languages (a number), or one by language."""
Day = Annotated[date, BeforeValidator(_day)]
"""A day of the calendar, written `2026-11-20`."""
Clock = Annotated[str, _Shaped("clock", _CLOCK)]
"""A time of day, written `09:00`."""
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=0)]
"""A whole number, zero or more."""
Number = Annotated[int, BeforeValidator(_whole_number), Field(ge=1)]
"""A whole number, one or more."""
Amount = Annotated[Decimal, BeforeValidator(_amount)]
"""An amount with a decimal point, kept exact: `0.5`."""
Flag = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false`, nothing else."""
Digest = Annotated[str, _Shaped("digest", _DIGEST)]
"""The digest of a file: `sha256:` and 64 hexadecimal digits, as `sha256sum` prints them."""
FileName = Annotated[str, Field(max_length=100), _Shaped("file_name", _FILE_NAME)]
"""A file in the folder `documents/` of a standard: a picture, or a form that people fill in."""
Slug = Annotated[str, Field(max_length=80), _Shaped("slug", _SLUG)]
"""Lower-case Latin letters, digits and single hyphens: safe in a path and in an address."""
ClauseId = Slug
"""A clause's permanent address inside its standard; its printed number may change, this may not."""
CommentId = Annotated[str, _Shaped("comment_id", _COMMENT_ID)]
"""Ten random characters of Crockford's base 32 in lower case: never guessed, never reused."""


@dataclass(frozen=True, slots=True)
class CodeOf:
    """Marks a field as a code of the list `name`.

    Lists are data (`lists/codes.yaml`), so they arrive as the validation's context; without a
    context any well-formed code passes. The list's name travels into the JSON Schema.
    """

    name: str

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-code-list": self.name}

    def _check(self, value: str, info: ValidationInfo) -> str:
        lists = (info.context or {}).get("codes")
        if lists is not None and value not in (known := list_of_codes(lists, self.name)):
            raise refuse(
                "unknown_code", "unknown code", value=value, list=self.name, known=list(known)
            )
        return value


def list_of_codes(lists: Mapping[str, Mapping[str, N]], name: str) -> Mapping[str, N]:
    """Return one of all lists of codes; raise `CodesMissingError` where there is none so called."""
    if name not in lists:
        raise CodesMissingError(
            "there is no list of codes “{name}”; the lists are: {known}",
            name=name,
            known=", ".join(lists),
        )
    return lists[name]


def is_slug(text: str) -> bool:
    """Return whether a text can be an id: part of a path and of an address."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= 80


def is_web_address(text: str) -> bool:
    """Return whether a text is an address of the web: of no other kind becomes a link."""
    return bool(_WEB_ADDRESS.fullmatch(text))


def is_mailbox(text: str) -> bool:
    """Return whether a text is one address of mail: what has another shape is sent nowhere."""
    return bool(_MAILBOX.fullmatch(text))


def is_digest(text: str) -> bool:
    """Return whether a text is the digest of a file."""
    return bool(_DIGEST.fullmatch(text))


def is_comment_id(text: str) -> bool:
    """Return whether a text can be the id of a comment."""
    return bool(_COMMENT_ID.fullmatch(text))
