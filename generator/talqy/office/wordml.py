"""The language of Word files: lines, runs, cells, rows and tables as small functions on strings.

Every word is escaped at one door, `words_of`; what is written already is `Wordml`, so that mypy
sees where a text would get in unescaped. What lines look like is said by the styles of a layout.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NewType

from talqy.office.packages import SHADE, office_language

Wordml = NewType("Wordml", str)
"""A piece of a Word file: its words are escaped."""

NOTHING = Wordml("")
EMPTY = Wordml("<w:p/>")


GRID_STYLE = "Table Grid"


# --- words, runs, lines ---------------------------------------------------------------------------


def words_of(text: str, *, are_deleted: bool = False) -> Wordml:
    """Return a text as the words of a run: the one door at which it is escaped.

    Deleted ones are words of a tracked change.
    """
    name = "delText" if are_deleted else "t"
    opened, closed = f'<w:{name} xml:space="preserve">', f"</w:{name}>"
    escaped = escape(text, quote=False)
    # Word knows breaks of lines and tabs as elements alone.
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        escaped = escaped.replace(sign, f"{closed}{element}{opened}")
    return Wordml(f"{opened}{escaped}{closed}")


def run_of(words: Wordml, letters: Wordml = NOTHING) -> Wordml:
    """Return words with the properties of their letters."""
    return Wordml(f"<w:r>{f'<w:rPr>{letters}</w:rPr>' if letters else ''}{words}</w:r>")


def spoken_in(language: str) -> Wordml:
    """Return the property of letters that says their language; "" is that of the file."""
    return Wordml(f'<w:lang w:val="{escape(office_language(language))}"/>' if language else "")


def styled(element: str, name: str, styles: Mapping[str, str]) -> Wordml:
    """Return what names a style, such as `pStyle`; nothing where a layout has no such style.

    `styles` are the ids of the styles of a layout by their names in small letters.
    """
    found = styles.get(name.casefold())
    return Wordml(f'<w:{element} w:val="{escape(found)}"/>' if found else "")


def joined(pieces: Iterable[Wordml]) -> Wordml:
    """Return pieces as one."""
    return Wordml("".join(pieces))


# --- tables ---------------------------------------------------------------------------------------

SHADED = Wordml(f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/><w:vAlign w:val="center"/>')
# A cell that goes on in the row below, and one that goes on from the row above.
GOES_ON, GONE_ON = Wordml('<w:vMerge w:val="restart"/>'), Wordml("<w:vMerge/>")
# What repeats a row on each page, and what keeps it on one.
REPEATED, WHOLE = Wordml("<w:tblHeader/>"), Wordml("<w:cantSplit/>")


def cell_of(width: int, content: Wordml, look: Wordml = NOTHING) -> Wordml:
    """Return a cell, `width` twips wide, of lines or tables."""
    measured = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return Wordml(f"<w:tc><w:tcPr>{measured}{look}</w:tcPr>{content}</w:tc>")


def across(columns: int) -> Wordml:
    """Return the look of a cell that goes over some columns."""
    return Wordml(f'<w:gridSpan w:val="{columns}"/>')


def row_of(cells: Iterable[Wordml], look: Wordml = NOTHING) -> Wordml:
    """Return a row of cells."""
    properties = f"<w:trPr>{look}</w:trPr>" if look else ""
    return Wordml(f"<w:tr>{properties}{''.join(cells)}</w:tr>")


def table_of(
    widths: Sequence[int], rows: Iterable[Wordml], style: Wordml = NOTHING, caption: str = ""
) -> Wordml:
    """Return a table of rows, its columns these twips wide.

    `caption` says what it is to who cannot see it.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    named = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    return Wordml(
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0"/>{named}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def shared(width: int, shares: Sequence[float], of: float = 0) -> list[int]:
    """Divide a width by shares, which are those `of` a whole, else are the whole together."""
    return [round(width * share / (of or sum(shares))) for share in shares]
