"""What an import tells of every message and row, for people and for programs.

What became of it, what would be published of it, and what was left out: a comment is never edited
afterwards, so all of this can be looked at before anything is written.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talqy.comments.importing import ImportedFile, ImportedRow, Status
from talqy.language.locale import Locale
from talqy.language.sayings import author_lines, element_lines
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.revision import Revision

_WORDS = {"quote": "Quote", "text": "Comment", "proposal": "Proposal"}
_ABOUT = {
    "clause": "Clause",
    "kind": "Kind",
    "language": "Language",
    "author": "Author",
    "name": "Name",
    "received": "Date received",
    "channel": "Way of receipt",
}
_NOT_TAKEN = (
    *("columns not taken", "not seen"),
    *("lines outside of the tables", "rows taken out by tracked changes"),
)
FACT_NAMES = ("encoding", "delimiter", "messages", *_NOT_TAKEN)
"""What is found out about a file, as readers name it: the words that the catalogues translate."""
_SAID_IN_WORDS = frozenset({"delimiter", "not seen"})
COLUMNS = (
    *("Place", "What became of it", "What is wrong", "How to mend it"),
    *("Clause", "Kind", "Language", "Author", "Date received", "Way of receipt"),
    *_WORDS.values(),
    *("Left out", "File"),
)


@dataclass(frozen=True, slots=True)
class RowReport:
    """One message or row: `about` and `words` by the keys of a comment's file, in words.

    `subject` is that of a message: it is shown, and nowhere kept.
    """

    place: str
    line: int
    status: Status | None
    file: str
    about: dict[str, str]
    words: dict[str, str]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: what was found out about it, what is wrong with it as a whole, and its rows."""

    file: str
    facts: dict[str, str]
    problems: tuple[Problem, ...]
    rows: tuple[RowReport, ...]


def file_report(file: ImportedFile, text: Revision, locale: Locale) -> FileReport:
    """Return the report of a file; `text` is the draft that it speaks of."""
    rows = tuple(_row(row, text, locale) for row in file.rows)
    return FileReport(file.file, dict(file.facts), file.problems, rows)


def counted(files: Sequence[FileReport]) -> dict[Status, int]:
    """Count the rows by what became of them."""
    counts = Counter(row.status for file in files for row in file.rows)
    return {status: counts[status] for status in Status}


def status_name(locale: Locale, status: Status) -> str:
    """Return what became of a row, in words."""
    # The values of the enumeration are the words that the catalogues translate.
    return locale.catalogue.problem(status.value)


def fact_lines(
    file: FileReport, locale: Locale, names: Iterable[str] = FACT_NAMES
) -> Iterator[str]:
    """Yield what was found out about a file, each fact under its name in words."""
    translate = locale.catalogue.problem
    for name in names:
        if said := file.facts.get(name):
            words = translate(said) if name in _SAID_IN_WORDS else said
            yield f"{translate(name)}: {words}"


def subject_line(row: RowReport, locale: Locale) -> str:
    """Return the subject of a message under its name; "" where it has none."""
    return f"{locale.catalogue.problem('Subject')}: {row.subject}" if row.subject else ""


def about_line(row: RowReport, locale: Locale) -> str:
    """Return in one line what a comment is about, what it wants, and who says it when."""
    facts = ((name, row.about.get(key)) for key, name in _ABOUT.items())
    return "; ".join(f"{locale.catalogue.problem(name)}: {value}" for name, value in facts if value)


def word_blocks(row: RowReport, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield the texts of a comment under their names, and what was left out of it."""
    for key, name in _WORDS.items():
        if words := row.words.get(key):
            yield locale.catalogue.problem(name), words
    if row.left_out:
        yield locale.catalogue.problem("Left out"), "\n".join(row.left_out)


def heads(locale: Locale) -> tuple[str, ...]:
    """Return the heads of the report as a table."""
    return tuple(map(locale.catalogue.problem, COLUMNS))


def table_rows(file: FileReport, locale: Locale) -> Iterator[tuple[str, ...]]:
    """Yield the cells of the report as a table; what is wrong with a file is a row of its own."""
    facts = tuple(fact_lines(file, locale, _NOT_TAKEN))
    if file.problems or facts or not file.rows:
        yield _cells(
            RowReport(file.file, 0, _of_file(file), "", {}, {}, facts, file.problems), locale
        )
    for row in file.rows:
        yield _cells(row, locale)


def _of_file(file: FileReport) -> Status | None:
    """Return that a file was left; None where its rows say what became of it."""
    return Status.LEFT if file.problems or not file.rows else None


def _cells(row: RowReport, locale: Locale) -> tuple[str, ...]:
    translate = locale.catalogue.problem
    about = [row.about.get(key, "") for key in ("clause", "kind", "language")]
    author = "\n".join(filter(None, (row.about.get("author", ""), row.about.get("name", ""))))
    return (
        "\n".join(
            filter(
                None, (row.place + (f":{row.line}" if row.line else ""), subject_line(row, locale))
            )
        ),
        status_name(locale, row.status) if row.status else "",
        "\n".join(f"{one.code} {one.said(translate)}" for one in row.problems),
        "\n".join(filter(None, (one.advised(translate) for one in row.problems))),
        *about,
        author,
        row.about.get("received", ""),
        row.about.get("channel", ""),
        *(row.words.get(key, "") for key in _WORDS),
        "\n".join(row.left_out),
        row.file,
    )


def _row(row: ImportedRow, text: Revision, locale: Locale) -> RowReport:
    comment = row.comment
    return RowReport(
        place=row.place.file,
        line=row.place.line,
        status=row.status,
        file=comment.path.file if comment else "",
        about=dict(_about(comment, text, locale)) if comment else _as_read(row, _ABOUT),
        words=_words(comment) if comment else _as_read(row, _WORDS),
        left_out=row.submission.left_out,
        problems=row.problems,
        subject=row.submission.subject,
    )


def _about(comment: Comment, text: Revision, locale: Locale) -> Iterator[tuple[str, str]]:
    kind, *name = author_lines(locale, comment.author)
    yield "clause", ", ".join(element_lines(locale, text, comment))
    yield "kind", locale.coded("comment-kind", comment.kind)
    yield "language", comment.language
    yield "author", kind
    yield from (("name", one) for one in name)
    yield "received", comment.received.isoformat()
    yield "channel", locale.coded("comment-channel", comment.channel)


def _words(comment: Comment) -> dict[str, str]:
    fields = {key: getattr(comment, key) for key in _WORDS}
    return {key: text for key, text in fields.items() if text}


def _as_read(row: ImportedRow, keys: Iterable[str]) -> dict[str, str]:
    """Return what was read of a row that was left: as it stands in the file."""
    fields = row.submission.said
    return {key: fields[key] for key in keys if fields.get(key)}
