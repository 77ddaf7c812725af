"""Comparison tables to be made into files: of the demonstration, and with hostile texts."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.text.font import Font
from docx.text.paragraph import Paragraph

from builders import a_clause, a_revision, a_standard, said, write_project
from sites import ROOT
from talqy.build import site
from talqy.compare.redline import Mark
from talqy.diff.table import ComparisonTable
from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.portions import TableLine
from talqy.project.survey import survey
from talqy.site.downloads import table_of

OURS = (ROOT / "site_templates/office",)
"""Where the layouts lie that come with the tool."""

Pair = tuple[str, int, int]
PAIRS = (
    ("passport-identity-card", 3, 4),
    ("kindergarten-queue", 2, 3),
    ("housing-assistance", 1, 2),
)
SPOKEN = (("kk",), ("ru",), ("kk", "ru"))
HOSTILE = (
    '=HYPERLINK("https://evil.example";"x")',
    "+7 701 000",
    "-1+1",
    "@SUM(A1)",
    "#N/A",
    "_x0041_ _x000D_",
    "</w:t></w:r><w:b/> ]]> &amp; &#65; <script>",
    "{{ 7*7 }} %s {0} &P &N",
    "\u202eсолдан оңға\u202c \ue000title\ue001 👨\u200d👩\u200d👧",
)
LONG = "сөз " * 2_000 + "я" * 12_000


def texts_of(edition: Edition, pair: Pair) -> tuple[Record, Revision, Revision]:
    """Find two texts of the demonstration, with their standard."""
    name, *numbers = pair
    (record,) = (record for record in edition.register.records if record.id == name)
    older, newer = (text for text in record.revisions if text.revision in numbers)
    return record, older, newer


def tables_of(editions: dict[str, Edition], pair: Pair, *languages: str) -> list[ComparisonTable]:
    """Say a pair of the demonstration in some languages."""
    return [table_of(editions[code], *texts_of(editions[code], pair)) for code in languages]


def own_tables(folder: Path, *languages: str) -> list[ComparisonTable]:
    """Say the two texts of a small project."""
    found = {edition.code: edition for edition in site(folder, survey(folder), "").editions}
    (record,) = found["kk"].register.records
    return [table_of(found[code], record, *record.revisions) for code in languages]


def hostile_project(folder: Path) -> Path:
    """Write a project whose officials speak so."""
    clauses = [
        a_clause(f"c{place}", str(place), heading=said(text), text=said(text))
        for place, text in enumerate(HOSTILE, 1)
    ]
    reasons = [
        {"clauses": [clause["id"]], "reason": said(text)}
        for clause, text in zip(clauses, HOSTILE, strict=True)
    ]
    first = [a_clause("old", "0", text=said(LONG))]
    return write_project(
        folder,
        standard=a_standard(title=said(HOSTILE[0])),
        revisions=[
            a_revision(1, clauses=first, consultation=None),
            a_revision(2, clauses=clauses, amendments=reasons, consultation=None),
        ],
    )


def opened(content: bytes) -> DocumentObject:
    """Open a Word file with the library."""
    return Document(io.BytesIO(content))


def marked_of(paragraphs: list[Paragraph]) -> list[list[tuple[Mark, str]]]:
    """Read the marks of paragraphs, as their styles show them."""
    return [[(mark_of(run.style.font), run.text) for run in p.runs] for p in paragraphs]


def mark_of(font: Font) -> Mark:
    """Read a mark: struck through is removed, bold and underlined is added."""
    if font.strike:
        return Mark.REMOVED
    return Mark.ADDED if font.underline and font.bold else Mark.KEPT


def marked(lines: tuple[TableLine, ...]) -> list[list[tuple[Mark, str]]]:
    """Return the marks of the lines of a cell."""
    return [[(piece.mark, piece.text) for piece in line.pieces] for line in lines]
