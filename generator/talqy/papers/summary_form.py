"""The form in which the state portal shows a draft: six rows, with the portal's own heads.

As a paper, and as HTML that is pasted into the portal: the table as the portal has it. What a
draft does not say is left empty, to be filled in by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.printed import (
    GAP,
    PrintedBlock,
    PrintedTable,
    Printer,
    Style,
    row_of_lines,
)
from talqy.papers.paper import Paper, paper_of

_SHARES = (8, 62, 100)
_NAME = "summary-form"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its number, its head, and the lines that stand in it."""

    number: int
    head: str
    lines: tuple[str, ...]


def form_rows(edition: Edition, record: Record, revision: Revision) -> tuple[FormRow, ...]:
    """Return the six rows of the form in the language of an edition."""
    words = edition.locale.words
    authority = edition.authority(record.standard.authority, short=False).unescape()
    said: Sequence[tuple[str, Sequence[str]]] = (
        (words("Name of the draft act (with its kind)"), [_named(edition, record, revision)]),
        (words("State body that develops it"), [authority]),
        (
            words("Grounds for developing the draft act (naming the act or the task, if any)"),
            _lines(edition, revision.grounds),
        ),
        (
            words("Summary of the draft act, description of its main provisions"),
            [*_lines(edition, revision.gist), *_lines(edition, revision.explanation)],
        ),
        (
            words("Aims, and when results are expected"),
            _lines(edition, revision.aims),
        ),
        (
            words("Expected social, economic, legal and (or) other consequences of the act"),
            _lines(edition, revision.consequences),
        ),
    )
    return tuple(FormRow(at, head, tuple(lines)) for at, (head, lines) in enumerate(said, 1))


def summary_form(edition: Edition, record: Record, revision: Revision) -> Paper:
    """Return the form as a paper."""
    title = _title(edition)
    rows = form_rows(edition, record, revision)
    return paper_of(_NAME, title, edition.code, revision.dated, _blocks(edition, title, rows))


def summary_html(edition: Edition, record: Record, revision: Revision) -> bytes:
    """Return the form as a page from which it is copied into the portal."""
    rows = "\n".join(map(_html_row, form_rows(edition, record, revision)))
    return (
        f'<!doctype html>\n<html lang="{escape(edition.code)}">\n<head><meta charset="utf-8">'
        f"<title>{escape(_title(edition))}</title></head>\n<body>\n"
        '<table border="1" cellpadding="0" cellspacing="0" style="width:100%">\n<tbody>\n'
        f"{rows}\n</tbody>\n</table>\n</body>\n</html>\n"
    ).encode()


def _title(edition: Edition) -> str:
    return edition.locale.words("Summary form for the state portal of open legal acts")


def _named(edition: Edition, record: Record, revision: Revision) -> str:
    """Name a draft with its kind, as the act that it is to become."""
    name = edition.locale.words(
        "Draft standard of the public service “{title}”", title=edition.title(record)
    )
    talk = revision.consultation
    kind = edition.locale.coded("revision-kind", revision.kind)
    act = f", {edition.locale.coded('act', talk.act)}" if talk and talk.act else ""
    return f"{name} ({kind}{act})"


def _lines(edition: Edition, said: Mapping[str, str] | None) -> list[str]:
    return ((said or {}).get(edition.code) or "").splitlines()


def _blocks(edition: Edition, title: str, rows: Sequence[FormRow]) -> Iterator[PrintedBlock]:
    printer = Printer(edition.code, several=False)
    yield printer.title(title)
    table = (
        row_of_lines(
            [printer.line(Style.NUMBER, str(row.number))],
            [printer.line(Style.TEXT, row.head)],
            printer.texts(row.lines),
        )
        for row in rows
    )
    yield PrintedTable(tuple(table), _SHARES, caption=title)
    yield GAP


def _html_row(row: FormRow) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in row.lines)
    return (
        f'<tr><td style="width:15px"><strong>{row.number}</strong></td>'
        f'<td style="width:50%"><strong>{escape(row.head)}</strong></td><td>{lines}</td></tr>'
    )
