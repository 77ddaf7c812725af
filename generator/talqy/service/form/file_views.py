"""What the form shows of files: those that are kept for the page, and why others were not taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from talqy.language.locale import Locale
from talqy.model.comment import MOST_ATTACHMENTS
from talqy.office.attached_form import WITH_WORDS, NotTaken
from talqy.service.attachments.aside import FileNote, NotKept
from talqy.service.form.note_view import NoteView
from talqy.service.form.posted import Posted
from talqy.service.sent_file import MOST_FILES_BYTES, SentFile

_ACCEPTED = (".pdf", ".docx", ".jpg", ".jpeg", ".png")


@dataclass(frozen=True, slots=True)
class SentFileView:
    """A file that is kept for the page; `has_words` is whether they can be put into the comment."""

    name: str
    digest: str
    size: str
    has_words: bool


@dataclass(frozen=True, slots=True)
class FormFilesView:
    """The files of the form; `accepted` are endings, for the dialogue of a browser."""

    kept: tuple[SentFileView, ...]
    notes: tuple[NoteView, ...]
    accepted: str
    most: int
    most_size: str


def files_view(locale: Locale, post: Posted, judged: Iterable[NoteView]) -> FormFilesView:
    """Return what is shown of files."""
    told = (NoteView(_told(locale, one), "", is_grave=True) for one in post.notes)
    return FormFilesView(
        tuple(_kept(locale, one) for one in post.files),
        (*told, *judged),
        ",".join(_ACCEPTED),
        MOST_ATTACHMENTS,
        _size(locale, MOST_FILES_BYTES),
    )


def _kept(locale: Locale, one: SentFile) -> SentFileView:
    return SentFileView(one.name, one.digest, _size(locale, one.size), one.form in WITH_WORDS)


def _size(locale: Locale, size: int) -> str:
    if size < 1 << 20:
        return locale.words("{n} KB", n=locale.number(max(1, size >> 10)))
    return locale.words("{n} MB", n=locale.number(round(size / (1 << 20))))


def _told(locale: Locale, one: FileNote) -> str:
    """Say why a file was not taken, and what can be done."""
    said = _why(locale, one.why)
    return f"{one.name}: {said}" if one.name else said


def _why(locale: Locale, why: NotTaken | NotKept) -> str:
    words = locale.words
    return {
        NotTaken.EMPTY: words("The file is empty. Choose it once more."),
        NotTaken.OTHER: words(
            "Only PDF, Word (DOCX), JPEG and PNG are taken. Save the document as PDF."
        ),
        NotTaken.PAGE: words("This is a web page, whatever its name says. Save it as PDF."),
        NotTaken.LOCKED: words("The file is locked with a password. Save it without one."),
        NotTaken.RUNS: words(
            "The file holds a program or another file, fetches something from elsewhere, or cannot "
            "be looked at whole. Print it as a new PDF."
        ),
        NotTaken.DAMAGED: words("The file is damaged, or too big inside. Save it anew."),
        NotKept.MANY: words(
            "At most {most} files are taken, of {size} together: the others were left out.",
            most=locale.number(MOST_ATTACHMENTS),
            size=_size(locale, MOST_FILES_BYTES),
        ),
        NotKept.LOST: words("A file is not kept here any more. Choose it once more."),
        NotKept.AWAY: words("Files cannot be kept at this moment. Try it in some minutes."),
        NotKept.BARRED: words(
            "The files were not kept this time. Choose them once more, and press the button."
        ),
    }[why]
