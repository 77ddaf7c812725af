"""The words of a document that came with a comment, as a draft for its author: read in the worker.

Whoever offers them shows them first: nothing of a document is published unseen.
"""

from talqy.office.attached_form import AttachedForm
from talqy.office.sound import UnsoundError
from talqy.office.word_read import read_word, words_of
from talqy.office.word_values import WordDocument

WITH_WORDS = frozenset({AttachedForm.PDF, AttachedForm.DOCX})
"""The forms that can have words; pictures are not read."""


def attached_words(data: bytes, form: AttachedForm, most: int) -> str:
    """Return the first words of a document, `most` signs and one; nothing where it has none."""
    try:
        document = _document(data, form)
    except UnsoundError:
        return ""
    return words_of(document.blocks).strip()[: most + 1]


def _document(data: bytes, form: AttachedForm) -> WordDocument:
    if form is AttachedForm.DOCX:
        return read_word(data)
    # Loaded late: of an extra.
    from talqy.office.pdf_read import read_pdf  # noqa: PLC0415

    return read_pdf(data)
