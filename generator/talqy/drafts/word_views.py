"""A Word file as two documents: with all its tracked changes accepted, and with all rejected."""

from typing import NamedTuple

from talqy.drafts import word_kinds
from talqy.intake import import_kinds
from talqy.intake import word_kinds as letter_kinds
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.sound import DamagedError, TooBigError, UnsoundError
from talqy.office.true_form import TrueForm, true_form
from talqy.office.word_values import View, WordDocument


class Views(NamedTuple):
    """Both documents of a file, or why it is not read."""

    accepted: WordDocument
    rejected: WordDocument
    problems: tuple[Problem, ...] = ()


def read_views(data: bytes, file: str) -> Views:
    """Return both views of a file; where it cannot be read they are empty, and it is said why."""
    # Loaded late: the worker alone needs the library for XML.
    from talqy.office.word_read import read_word  # noqa: PLC0415

    place = Place(file)
    if true_form(data) is not TrueForm.DOCX:
        return refused(at(word_kinds.NOT_DOCX, place))
    try:
        return Views(read_word(data), read_word(data, View.REJECTED))
    except TooBigError:
        return refused(at(import_kinds.TOO_BIG, place))
    except DamagedError as error:
        return refused(at(letter_kinds.WORD_DAMAGED, place, part=error.part, line=error.line))
    except UnsoundError:
        return refused(at(import_kinds.NOT_READABLE, place, form="DOCX"))


def refused(problem: Problem) -> Views:
    """Return two empty documents, with the reason."""
    return Views(WordDocument(()), WordDocument(()), (problem,))
