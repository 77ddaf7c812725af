"""`standards/project.yaml`: what holds for all standards of a project."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from talqy.model.hosts import is_kept_from_others
from talqy.model.licences import Licence
from talqy.model.values import (
    Amount,
    CodeOf,
    Count,
    Day,
    Flag,
    Language,
    Line,
    LocalLines,
    LocalName,
    LocalText,
    Number,
    Slug,
    Value,
    refuse,
)


class DayKind(StrEnum):
    """How the length of a discussion is counted."""

    CALENDAR = "calendar-day"
    WORKING = "working-day"


class RuleProfile(Value):
    """How long a draft must be discussed, and by which article.

    The two wordings of article 15 of Law No. 88-V ship as `kz-2013` and `kz-2023`. `acts` are the
    kinds of act that the ground speaks of, all where none is named; `since` and `until` are the
    first and the last day of posting for which it is known to hold. `basis` names the article and
    its law in one, as acts cite them.
    """

    acts: tuple[Annotated[Slug, CodeOf("act")], ...] = ()
    since: Day | None = None
    until: Day | None = None
    days: Annotated[Number, Field(le=366)]
    unit: DayKind
    law: LocalText
    article: LocalText
    basis: LocalText | None = None
    wording: Day
    url: LocalText | Line | None = None

    def url_in(self, language: str) -> str:
        """Return where the law is read in a language; its one address where it has no other."""
        if self.url is None or isinstance(self.url, str):
            return self.url or ""
        return self.url.get(language) or next(iter(self.url.values()), "")

    @property
    def legal_basis(self) -> Mapping[str, str]:
        """The law and its article in one; where that is not said, one after the other."""
        both = {
            code: f"{law}, {self.article[code]}"
            for code, law in self.law.items()
            if code in self.article
        }
        return self.basis or both or self.law

    def holds(self, act: str | None, posted: date) -> bool:
        """Return whether the ground speaks of such an act, posted on this day."""
        is_of_the_act = act is None or not self.acts or act in self.acts
        begun = self.since is None or self.since <= posted
        return is_of_the_act and begun and (self.until is None or posted <= self.until)


def _profile_form(value: object) -> str:
    if isinstance(value, list | tuple):
        return "list"
    return "name" if isinstance(value, str) else "profile"


RulesChoice = Annotated[
    Annotated[Slug, Tag("name")] | Annotated[RuleProfile, Tag("profile")],
    Discriminator(_profile_form),
]
"""A shipped profile by its name, or a profile of one's own."""

RulesOfProject = Annotated[
    Annotated[Slug, Tag("name")]
    | Annotated[RuleProfile, Tag("profile")]
    | Annotated[tuple[RulesChoice, ...], Tag("list"), Field(min_length=1)],
    Discriminator(_profile_form),
]
"""One profile for all, or several: of these the first that holds for the act and the day."""


class CalendarCorrections(Value):
    """Days that our table of the country does not know, or has otherwise; these beat it."""

    country: Line = "KZ"
    closed: tuple[Day, ...] = ()
    open: tuple[Day, ...] = ()

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if both := sorted(set(self.closed) & set(self.open)):
            raise refuse("day_both", "both closed and open", day=both[0].isoformat())
        return self


UNIT_OF_THE_LAW = "mci"
"""In which a fee is set where a project says nothing of its unit."""


class FeeUnit(Value):
    """The unit in which fees are set by law, and its value in tenge by year."""

    name: Slug = UNIT_OF_THE_LAW
    tenge: Mapping[str, Amount]

    def in_tenge(self, amount: Decimal, year: int) -> Decimal | None:
        """Return `amount` units in whole tenge; None where the value of `year` is not known."""
        value = self.tenge.get(str(year))
        if value is None:
            return None
        return (amount * value).quantize(Decimal(1), ROUND_HALF_UP)


class Authority(Value):
    """A state body that develops standards and answers comments.

    `also` are the words that people use for it, by language: search finds its standards by them.
    """

    name: LocalName
    short: LocalName | None = None
    also: LocalLines | None = None
    url: Line | None = None
    address: LocalText | None = None
    email: Line | None = None


class OtherAct(Value):
    """Another act that texts name by its title in quotation marks, and where it is read."""

    title: LocalName
    url: LocalName


class Forge(Value):
    """Where pull requests go; `none` where a project takes comments by mail and paper alone."""

    kind: Literal["github", "gitlab", "forgejo", "gitea", "none"]
    url: Line | None = None
    branch: Line = "main"


class Gate(Value):
    """How pull requests are let in: `batch` is how many comments a program may bring at once.

    A person brings one. Without `batch`, `check --pull-request --profile batch` is refused.
    """

    batch: Annotated[Number, Field(le=1_000)]


class Intake(Value):
    """Where the form of the site posts what people say: the service, or a form of one's own."""

    url: Line

    @model_validator(mode="after")
    def _is_of_the_web(self) -> Self:
        if not is_kept_from_others(self.url):
            raise refuse("intake_url", "an address that begins with https://", value=self.url)
        return self


class Follow(Value):
    """Where else people can follow what happens: addresses of the web."""

    telegram: Line | None = None
    mail: Line | None = None


class TableColumns(Value):
    """The heads that tables of comments have here, by what stands below them.

    `processing` is consent to the processing of personal data, `name_consent` to the publication of
    the name; a yes to `no_publication` and `anonymous` speaks against publishing, `attitude` is for
    or against the draft; `line` and `part` go in front of the text, `reason` follows it; `ignore`
    is not taken.
    """

    text: Line | None = None
    clause: Line | None = None
    proposal: Line | None = None
    reason: Line | None = None
    quote: Line | None = None
    kind: Line | None = None
    attitude: Line | None = None
    language: Line | None = None
    received: Line | None = None
    author: Line | None = None
    name: Line | None = None
    foreign: Line | None = None
    channel: Line | None = None
    consent: Line | None = None
    name_consent: Line | None = None
    anonymous: Line | None = None
    no_publication: Line | None = None
    processing: Line | None = None
    in_reply_to: Line | None = None
    reference: Line | None = None
    line: Line | None = None
    part: Line | None = None
    ignore: Line | None = None

    def heads(self) -> tuple[tuple[str, str], ...]:
        """Return field and head of each column that is named."""
        heads = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, head) for name, head in heads if head)


class CodeName(Value):
    """The official name of a code, by language, and where the name comes from."""

    name: LocalName
    source: Line | None = None


class AddedLanguage(Value):
    """A language that a project gained later: what opens from the day `since` on has it."""

    code: Language
    since: Day


def _language_form(value: object) -> str:
    return "code" if isinstance(value, str) else "added"


LanguageEntry = Annotated[
    Annotated[Language, Tag("code")] | Annotated[AddedLanguage, Tag("added")],
    Discriminator(_language_form),
]


class Project(Value):
    """All settings of a project; `languages` are equal, their order is only that of display.

    `downloads` are the forms in which tables and reports are offered, `licence` is the one under
    which the data of the site may be used, with `archive` it offers all of them as one file;
    `messages` is the language in which commands speak to the people of this project. `short_name`
    stands in the head of every page, and behind the titles of pages. `also` are words that people
    use for one that texts use, of no one standard: search finds each by the others.
    """

    schema_: Literal["1"] = Field(alias="schema")
    name: LocalName
    short_name: LocalName | None = None
    named_languages: Annotated[tuple[LanguageEntry, ...], Field(min_length=1, alias="languages")]
    messages: Language | None = None
    timezone: Line = "Asia/Almaty"
    rules: RulesOfProject
    calendar: CalendarCorrections = CalendarCorrections()
    fee_unit: FeeUnit | None = None
    authorities: Mapping[Slug, Authority]
    acts: Mapping[Slug, OtherAct] = {}
    forge: Forge
    gate: Gate | None = None
    intake: Intake | None = None
    follow: Follow = Follow()
    demonstration: LocalText | None = None
    today: Day | None = None
    report_within: Annotated[Number, Field(le=366)] = 10
    closing_within: Annotated[Count, Field(le=366)] = 3
    review_every: Annotated[Number, Field(le=1_200)] = 36
    downloads: tuple[Literal["docx", "xlsx", "pdf"], ...] = ()
    licence: Licence | None = None
    archive: Flag = False
    codes: Mapping[Slug, Mapping[Slug, CodeName]] = {}
    columns: TableColumns = TableColumns()
    also: Mapping[Line, tuple[Line, ...]] = {}

    @model_validator(mode="before")
    @classmethod
    def _languages_first(cls, value: Any) -> Any:  # noqa: ANN401 - whatever YAML brought
        languages = value.get("languages") if isinstance(value, dict) else None
        if isinstance(languages, list):
            codes = [str(e.get("code") if isinstance(e, dict) else e) for e in languages]
            if len(set(codes)) != len(codes):
                raise refuse("language_twice", "a language is named twice")
        return value

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """All languages, in the order of display."""
        return tuple(e if isinstance(e, str) else e.code for e in self.named_languages)

    def languages_on(self, day: date) -> tuple[str, ...]:
        """Return the languages that what begins on this day must have."""
        later = {e.code for e in self.named_languages if not isinstance(e, str) and e.since > day}
        return tuple(code for code in self.languages if code not in later)

    def day(self, given: date | None, now: date) -> date:
        """Return the day that the site speaks of: the one given, the project's own, or `now`."""
        return given or self.today or now
