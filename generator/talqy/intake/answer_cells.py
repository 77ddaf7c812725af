"""The cells of one answer, read kindly: what programs and people do to texts is undone."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talqy.intake.answer_sheet import AnswerSheet
from talqy.intake.grids import Row
from talqy.render.answer_table import (
    DUPLICATE_OF,
    LANDED_CLAUSES,
    LANDED_REVISION,
    OUTCOME,
    folded_head,
    reason_key,
)

# What Excel and LibreOffice show instead of a value that cannot be computed.
_ERRORS = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d{3}")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BETWEEN = re.compile(r"[,;\s]+")
_NUMBERED = re.compile(r"[rRрР]?\s*(\d+)(?:\.0+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCells:
    """What a person wrote into one row; `errors` are cells that show none of it, by their keys."""

    outcome: str
    reason: Mapping[str, str]
    landed: tuple[str, tuple[str, ...]]
    duplicate_of: str
    errors: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Say whether there is no answer at all."""
        said = (self.outcome, *self.reason.values(), *self.landed, self.duplicate_of)
        return not any(said)


def answer_cells(sheet: AnswerSheet, row: Row, languages: Iterable[str]) -> AnswerCells:
    """Read the answer of a row."""
    reasons = {language: reason_key(language) for language in languages}
    keys = (OUTCOME, *reasons.values(), LANDED_REVISION, LANDED_CLAUSES, DUPLICATE_OF)
    said = {key: sheet.said(row, key) for key in keys}
    clauses = _BETWEEN.split(said[LANDED_CLAUSES])
    return AnswerCells(
        outcome=outcome_name(said[OUTCOME]),
        reason={language: said[key] for language, key in reasons.items()},
        landed=(_number(said[LANDED_REVISION]), tuple(clause for clause in clauses if clause)),
        duplicate_of=said[DUPLICATE_OF],
        errors={key: words for key, words in said.items() if _ERRORS.fullmatch(words)},
    )


def outcome_name(said: str) -> str:
    """Answer the name of an outcome without what people change in passing."""
    return folded_head(said).rstrip(".")


def same_words(cell: str, words: str) -> bool:
    """Say whether a cell holds these words; spaces and codes of signs are the programs' own."""
    return _bare(cell) == _bare(words)


def _bare(words: str) -> str:
    """Answer words without their spaces, and without codes such as _x000D_ for a sign."""
    read = words.replace("_x005F_", "_")
    read = _CODED.sub(lambda code: chr(int(code[1], 16)), read)
    return "".join(unicodedata.normalize("NFC", read).split())


def _number(said: str) -> str:
    """Answer the digits of a revision's number, however it is written; anything else as it is."""
    found = _NUMBERED.fullmatch(said)
    return found[1] if found else said
