"""What a text is called among law machines: names of works, expressions and files (FRBR).

A standard is one work, its texts in each language are expressions of it: all languages are
originals. A text that is adopted is an act; until then it is a bill, under the same name, and the
act keeps that name beside its own (Akoma Ntoso Naming Convention 1.0, chapter 4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from talqy.compare.tokens import normal
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision

COUNTRY = "kz"
SUBTYPE = "standard"
ACT, BILL = "act", "bill"
FORMAT = "application/akn+xml"
"""The media type of a file."""
_ENDING = ".akn"

# ISO 639-2, terminological: official languages here and beside us, and those of the United Nations.
_THREE_LETTERS = {
    "kk": "kaz",
    "ru": "rus",
    "en": "eng",
    "ar": "ara",
    "zh": "zho",
    "fr": "fra",
    "es": "spa",
    "ky": "kir",
    "uz": "uzb",
    "tg": "tgk",
    "tk": "tuk",
    "ug": "uig",
    "tt": "tat",
    "tr": "tur",
    "az": "aze",
    "uk": "ukr",
    "be": "bel",
    "mn": "mon",
    "ko": "kor",
    "de": "deu",
    "fa": "fas",
}
_UNKNOWN = "und"


def three_letters(language: str) -> str:
    """Return the code of a language in ISO 639-2; “und” where we know none."""
    first = language.partition("-")[0]
    return _THREE_LETTERS.get(first, first if len(first) == 3 else _UNKNOWN)


@dataclass(frozen=True, slots=True)
class TextName:
    """The name of a text: which work it belongs to, and which version of that it is."""

    kind: str
    year: int
    standard: str
    version: str

    @classmethod
    def of(cls, record: Record, text: Revision) -> Self:
        """Name a text by its day; a later text of the same day by its number, too."""
        is_first = all(
            one.dated != text.dated for one in record.revisions if one.revision < text.revision
        )
        day = text.dated.isoformat()
        return cls(
            ACT if text.adopted else BILL,
            record.revisions[0].dated.year,
            record.id,
            day if is_first else f"{day}-r{text.revision}",
        )

    @property
    def as_bill(self) -> Self:
        """The name that the text had as a draft."""
        return replace(self, kind=BILL)

    @property
    def work(self) -> str:
        """The name of the work, whatever its version and language."""
        return f"/akn/{COUNTRY}/{self.kind}/{SUBTYPE}/{self.year}/{self.standard}"

    def expression(self, language: str) -> str:
        """Return the name of the text in a language."""
        return f"{self.work}/{three_letters(language)}@{self.version}"

    def file(self, language: str) -> str:
        """Return the name of its file."""
        return f"{self.expression(language)}{_ENDING}"


MAIN = "main"


def part_of(name: str, part: str) -> str:
    """Return the name of a part of a work, an expression or a file: the main text, or an annex."""
    stem = name.removesuffix(_ENDING)
    return f"{stem}/!{part}{name[len(stem) :]}"


def has_words(text: Revision, language: str) -> bool:
    """Return whether a text has words in a language: without any it has no expression in it."""
    return any(normal(said.get(language, "")) for clause in text.walk() for said in _said(clause))


def _said(clause: Clause) -> Iterator[Mapping[str, str]]:
    yield from (said for said in (clause.heading, clause.text) if said)
    for row in (clause.table.head, *clause.table.rows) if clause.table else ():
        yield from (cell for cell in row if not isinstance(cell, str))
