"""What an import tells of every message and row, for people and for programs.

What became of it, what would be published of it, and what was left out: a comment is never edited
afterwards, so all of this can be looked at before anything is written.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.errors import filled
from talqy.intake.asked_columns import WITHHELD
from talqy.intake.form_days import day_of
from talqy.intake.form_names import charset_words
from talqy.intake.forms import PlaceSort, form_of
from talqy.intake.importing import ImportedFile, ImportedRow, Status
from talqy.language.clause_sayings import element_lines
from talqy.language.locale import Locale
from talqy.language.sayings import author_lines
from talqy.model.comment import Comment, CommentChannel
from talqy.model.problem import Problem
from talqy.model.revision import Revision

_WORDS = {"quote": "Quote", "text": "Comment", "proposal": "Proposal"}
_ABOUT = {
    "clause": "Clause",
    "kind": "Kind",
    "language": "Language",
    "author": "Author",
    "name": "Name",
    "group": "Body of experts",
    "received": "Date received",
    "channel": "Way of receipt",
}
_NOT_TAKEN = (
    *("columns not taken", "not seen"),
    *("lines outside of the tables", "rows taken out by tracked changes"),
)
FACT_NAMES = (
    *(
        "encoding",
        "delimiter",
        "messages",
        "tab of the page",
        "page of the tab",
        "version of the draft",
    ),
    *_NOT_TAKEN,
)
"""What is found out about a file, as readers name it: the words that the catalogues translate."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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
    """One file: what was found out about it, what is wrong with it as a whole, and its rows.

    `not_read` counts the rows of tables that could not be read as tables of comments.
    """

    file: str
    facts: dict[str, str]
    problems: tuple[Problem, ...]
    rows: tuple[RowReport, ...]
    not_read: int


def file_report(file: ImportedFile, text: Revision, locale: Locale, timezone: str) -> FileReport:
    """Return the report of a file; `text` is the draft that it speaks of."""
    rows = tuple(_row(row, text, locale, timezone) for row in file.rows)
    return FileReport(file.file, dict(file.facts), file.problems, rows, file.not_read)


def counted(files: Sequence[FileReport]) -> dict[Status, int]:
    """Count the rows by what became of them."""
    counts = Counter(row.status for file in files for row in file.rows)
    return {status: counts[status] for status in Status}


def unread(files: Sequence[FileReport]) -> int:
    """Count the files of which nothing could be read."""
    return sum(_is_unread(file) for file in files)


def _is_unread(file: FileReport) -> bool:
    return not file.rows and any(problem.is_error for problem in file.problems)


def status_name(locale: Locale, status: Status, *, draft: bool = False) -> str:
    """Return what became of a row, or would with a draft, in words."""
    translate = locale.catalogue.problem
    if draft and status is Status.TAKEN:
        return translate("would be taken")
    # The values of the enumeration are the words that the catalogues translate.
    return translate(status.value)


def summary_line(files: Sequence[FileReport], locale: Locale, *, draft: bool) -> str:
    """Return how many rows were taken and left, and how many files could not be read."""
    translate = locale.catalogue.problem
    counts = [
        f"{status_name(locale, status, draft=draft)}: {count}"
        for status, count in counted(files).items()
    ]
    if count := sum(file.not_read for file in files):
        counts.append(f"{translate('rows of tables not read')}: {count}")
    if count := unread(files):
        counts.append(f"{translate('files not read')}: {count}")
    said = ", ".join(counts)
    return f"{said}; {translate('a draft: nothing was written')}" if draft else said


def place_line(file: str, line: int, locale: Locale) -> str:
    """Return in words where something was read: a message of a box, a line of a file."""
    if not line:
        return file
    form = form_of(file)
    words = _PLACES[form.places if form else PlaceSort.LINES]
    return filled(locale.catalogue.problem(words), {"file": file, "n": line})


_PLACES = {
    PlaceSort.LINES: "{file}, line {n}",
    PlaceSort.MESSAGES: "{file}, message {n}",
    PlaceSort.COMMENTS: "{file}, comment {n}",
}


def fact_lines(
    file: FileReport, locale: Locale, names: Iterable[str] = FACT_NAMES
) -> Iterator[str]:
    """Yield what was found out about a file, each fact under its name in words."""
    translate = locale.catalogue.problem
    for name in names:
        if said := file.facts.get(name):
            words = translate(said) if name in _SAID_IN_WORDS else _charset(name, said, locale)
            yield f"{translate(name)}: {words}"


def _charset(name: str, said: str, locale: Locale) -> str:
    words = charset_words(said) if name == "encoding" else said
    return words if isinstance(words, str) else words.said(locale.catalogue.problem)


def subject_line(row: RowReport, locale: Locale) -> str:
    """Return the subject of a message under its name; "" where it has none."""
    return f"{locale.catalogue.problem('Subject')}: {row.subject}" if row.subject else ""


def about_line(row: RowReport, locale: Locale) -> str:
    """Return in one line what a comment is about, what it wants, and who says it when."""
    facts = ((name, _told(row, key, locale)) for key, name in _ABOUT.items())
    return "; ".join(f"{locale.catalogue.problem(name)}: {value}" for name, value in facts if value)


def _told(row: RowReport, key: str, locale: Locale) -> str:
    """Return what is said of a comment; a day as people write it."""
    said = row.about.get(key, "")
    if key != "received" or not _DAY.fullmatch(said):
        return said
    return locale.day(date.fromisoformat(said))


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


def table_rows(
    file: FileReport, locale: Locale, *, draft: bool = False
) -> Iterator[tuple[str, ...]]:
    """Yield the cells of the report as a table; what is wrong with a file is a row of its own."""
    facts = tuple(fact_lines(file, locale, _NOT_TAKEN))
    if file.problems or facts or not file.rows:
        yield _cells(
            RowReport(file.file, 0, None, "", {}, {}, facts, file.problems),
            locale,
            locale.catalogue.problem("the file was not read") if _is_unread(file) else "",
        )
    for row in file.rows:
        status = status_name(locale, row.status, draft=draft) if row.status else ""
        yield _cells(row, locale, status)


def _cells(row: RowReport, locale: Locale, status: str) -> tuple[str, ...]:
    translate = locale.catalogue.problem
    about = [row.about.get(key, "") for key in ("clause", "kind", "language")]
    author = "\n".join(filter(None, (row.about.get("author", ""), row.about.get("name", ""))))
    return (
        "\n".join(
            filter(None, (place_line(row.place, row.line, locale), subject_line(row, locale)))
        ),
        status,
        "\n".join(f"{one.code} {one.said(translate)}" for one in row.problems),
        "\n".join(filter(None, (one.advised(translate) for one in row.problems))),
        *about,
        author,
        _told(row, "received", locale),
        row.about.get("channel", ""),
        *(row.words.get(key, "") for key in _WORDS),
        "\n".join(row.left_out),
        row.file,
    )


def _row(row: ImportedRow, text: Revision, locale: Locale, timezone: str) -> RowReport:
    comment = row.comment
    as_read = _as_read(row, _ABOUT)
    if day := day_of(as_read.get("received", ""), timezone):
        as_read["received"] = day.isoformat()
    return RowReport(
        place=row.place.file,
        line=row.place.line,
        status=row.status,
        file=comment.path.file if comment else "",
        about=dict(_about(comment, text, locale)) if comment else as_read,
        words=_words(comment) if comment else _as_read(row, _WORDS),
        left_out=row.submission.left_out,
        problems=row.problems,
        subject=row.submission.subject,
    )


def _about(comment: Comment, text: Revision, locale: Locale) -> Iterator[tuple[str, str]]:
    kind, *name = author_lines(locale, comment.author)
    yield "clause", ", ".join(element_lines(locale, text, comment))
    yield "kind", locale.coded("comment-kind", comment.kind)
    yield "language", locale.language_name(comment.language)
    yield "author", kind
    if comment.group:
        yield "group", locale.coded("comment-group", comment.group)
    yield from (("name", one) for one in name)
    yield "received", comment.received.isoformat()
    is_known = comment.channel is not CommentChannel.UNKNOWN
    channel = locale.coded("comment-channel", comment.channel)
    yield "channel", channel if is_known else locale.catalogue.problem("not stated")


def _words(comment: Comment) -> dict[str, str]:
    fields = {key: getattr(comment, key) for key in _WORDS}
    return {key: text for key, text in fields.items() if text}


def _as_read(row: ImportedRow, keys: Iterable[str]) -> dict[str, str]:
    """Return what was read of a row that was left: as it stands in the file."""
    fields = row.submission.said
    return {key: fields[key] for key in keys if fields.get(key) not in (None, "", WITHHELD)}
