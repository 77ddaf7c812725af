"""The cells of one answer, read kindly: what programs and people do to texts is undone."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from talqy.model.codes import CodeLists
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record, Register
from talqy.model.standing import Assessment
from talqy.office.grids import Row
from talqy.responses.response_table import (
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    OUTCOME,
    folded_head,
    reason_key,
)
from talqy.responses.sheet import ResponseSheet


def outcome_names(codes: CodeLists) -> Mapping[str, Outcome]:
    """Return the outcomes by their codes and official names."""
    return {
        outcome_name(name): outcome
        for outcome in Outcome
        for name in (outcome.value, *codes.named("outcome", outcome).values())
    }


@dataclass(frozen=True)
class ResponseContext:
    """Where answers are taken in. `outcomes` are the codes by all their names, in lower case."""

    register: Register
    assessment: Assessment
    outcomes: Mapping[str, Outcome]
    on: date
    by: str = ""
    replaces: bool = False

    @cached_property
    def comments(self) -> Mapping[str, tuple[Record, Comment]]:
        """All comments by id, with their standards."""
        return {c.id: (record, c) for record in self.register.records for c in record.comments}

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], str]:
        """The ids of recorded comments by standard and register number."""
        return {
            (record.id, str(number)): name
            for record in self.register.records
            for name, number in record.numbers.items()
        }

    def named(self, standard: str, said: str) -> str:
        """Return the id of a comment that is named by its number or its id."""
        name = said.lower().removeprefix("№").strip()
        # Excel takes the zeros off an id that has only digits.
        return self.numbers.get((standard, name)) or (name.zfill(10) if name.isdigit() else name)


# What Excel and LibreOffice show instead of a value that cannot be computed.
_ERRORS = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d{3}")
# Workbooks write a sign as _x000D_, and such words themselves as _x005F_x000D_.
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPE = "_x005F"
_BETWEEN = re.compile(r"[,;\s]+")
_NUMBERED = re.compile(r"[rRрР]?\s*(\d+)(?:\.0+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseCells:
    """What a person wrote into one row; `errors` are cells that show none of it, by their keys."""

    outcome: str
    reason: Mapping[str, str]
    landed: tuple[str, tuple[str, ...]]
    duplicate_of: str
    errors: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Return whether there is no answer at all."""
        said = (self.outcome, *self.reason.values(), *self.landed, self.duplicate_of)
        return not any(said)


def response_cells(sheet: ResponseSheet, row: Row, languages: Iterable[str]) -> ResponseCells:
    """Read the answer of a row."""
    reasons = {language: reason_key(language) for language in languages}
    keys = (OUTCOME, *reasons.values(), LANDED_REVISION, LANDED_CLAUSES, DUPLICATE_OF)
    said = {key: sheet.said(row, key).replace(f"{_ESCAPE}_", "_") for key in keys}
    clauses = _BETWEEN.split(said[LANDED_CLAUSES])
    return ResponseCells(
        outcome=outcome_name(said[OUTCOME]),
        reason={language: said[key] for language, key in reasons.items()},
        landed=(_number(said[LANDED_REVISION]), tuple(clause for clause in clauses if clause)),
        duplicate_of=said[DUPLICATE_OF],
        errors={key: words for key, words in said.items() if _ERRORS.fullmatch(words)},
    )


def outcome_name(said: str) -> str:
    """Return the name of an outcome without what people change in passing."""
    return folded_head(said).rstrip(".")


def same_words(cell: str, words: str) -> bool:
    """Return whether a cell holds these words; spaces and codes of signs are the programs' own."""
    if (bare := _bare(cell)) == (said := _bare(words)):
        return True
    return _read(bare) == _read(said) or _coded(bare) == _coded(said)


def _bare(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", words).split())


def _read(words: str) -> str:
    """Return words with the signs in place of their codes, as some programs save them."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), words.replace(f"{_ESCAPE}_", "_")).strip()


def _coded(words: str) -> str:
    """Return words without codes at all, as other programs and readers lose them."""
    return _CODED.sub("", words.replace(_ESCAPE, ""))


def _number(said: str) -> str:
    """Return the digits of a revision's number, however it is written; anything else as it is."""
    found = _NUMBERED.fullmatch(said)
    return found[1] if found else said
