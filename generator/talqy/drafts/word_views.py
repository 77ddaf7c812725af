"""A file as two documents: with all its tracked changes accepted, and with all rejected.

What a file is, its bytes say, not its name. A saved page and a PDF have no tracked changes.
"""

from importlib.util import find_spec
from typing import NamedTuple

from talqy.comments.lost_letters import destroyed
from talqy.drafts import word_kinds
from talqy.drafts.passages import short
from talqy.intake import import_kinds
from talqy.intake import word_kinds as letter_kinds
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.sound import DamagedError, LockedError, TooBigError, UnsoundError
from talqy.office.true_form import TextForm, text_form
from talqy.office.word_values import View, WordDocument, paragraphs_in


class Views(NamedTuple):
    """Both documents of a file, or why it is not read; `is_page`: it has more than the text."""

    accepted: WordDocument
    rejected: WordDocument
    problems: tuple[Problem, ...] = ()
    is_page: bool = False


def read_views(data: bytes, file: str) -> Views:
    """Return both views of a file; where it cannot be read they are empty, and it is said why."""
    form = text_form(data, file)
    if form not in _READERS:
        kind = word_kinds.ONE_FILE_PAGE if form is TextForm.MHTML else word_kinds.NOT_DOCX
        return refused(at(kind, Place(file)))
    try:
        return _READERS[form](data, file)
    except TooBigError:
        return refused(at(import_kinds.TOO_BIG, Place(file)))
    except DamagedError as error:
        values = {"part": error.part, "line": error.line}
        return refused(at(letter_kinds.WORD_DAMAGED, Place(file), **values))
    except UnsoundError:
        return refused(at(import_kinds.NOT_READABLE, Place(file), form=form.value.upper()))


# The libraries are loaded late: the worker alone needs them.


def _word(data: bytes, _: str) -> Views:
    from talqy.office.word_read import read_word  # noqa: PLC0415

    return Views(read_word(data), read_word(data, View.REJECTED))


def _page(data: bytes, file: str) -> Views:
    from talqy.office.page_read import read_web_page  # noqa: PLC0415

    return _as_page(read_web_page(data), file)


def _pdf(data: bytes, file: str) -> Views:
    from talqy.office.pdf_read import ColumnsError, ScannedError, read_pdf  # noqa: PLC0415

    try:
        return _as_page(read_pdf(data), file)
    except ScannedError as error:
        return refused(at(word_kinds.SCANNED, Place(file), page=error.page))
    except ColumnsError as error:
        values = {"page": error.page, "words": short(error.words)}
        return refused(at(word_kinds.COLUMNS, Place(file), **values))
    except LockedError:
        return refused(at(word_kinds.NOT_DOCX, Place(file)))


_READERS = {TextForm.DOCX: _word, TextForm.HTML: _page, TextForm.PDF: _pdf}


def lacks_reader(data: bytes, file: str) -> bool:
    """Return whether a file is read with an extra that is not installed: a PDF."""
    return text_form(data, file) is TextForm.PDF and find_spec("pdfminer") is None


def _as_page(document: WordDocument, file: str) -> Views:
    """Return a page in one view, unless letters of it were lost on the way."""
    for one in paragraphs_in(document.blocks):
        if word := destroyed(one.text):
            return refused(at(word_kinds.LETTERS, Place(file, one.number), word=word))
    return Views(document, document, is_page=True)


def refused(problem: Problem) -> Views:
    """Return two empty documents, with the reason."""
    return Views(WordDocument(()), WordDocument(()), (problem,))
