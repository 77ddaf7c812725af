"""The words of a document that came with a comment, as a draft for its author: read in the worker.

Whoever offers them shows them first: nothing of a document is published unseen.
"""

from talqy.office.attached_form import AttachedForm
from talqy.office.sound import UnsoundError
from talqy.office.word_values import WordDocument


def attached_words(data: bytes, form: AttachedForm, most: int) -> str:
    """Return the first words of a document, `most` signs and one; nothing where it has none."""
    try:
        document = _document(data, form)
    except UnsoundError:
        return ""
    # Loaded late, in the worker: who only asks for words need not have the readers.
    from talqy.office.word_read import words_of  # noqa: PLC0415

    return words_of(document.blocks).strip()[: most + 1]


def _document(data: bytes, form: AttachedForm) -> WordDocument:
    if form is AttachedForm.DOCX:
        from talqy.office.word_read import read_word  # noqa: PLC0415

        return read_word(data)
    # Loaded late: of an extra.
    from talqy.office.pdf_read import read_pdf  # noqa: PLC0415

    return read_pdf(data)
