"""Word documents in, values out: the only reader of their text (`word_values` says what comes out).

Everything that is printed comes once and in its order, automatic numbers too; what is not plain
text of the paragraph is a note. Nothing that the file names is fetched, computed or run.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from talqy.office.margin_notes import OWN_INITIALS
from talqy.office.sound import TooBigError, UnsoundError
from talqy.office.word_fields import Fields
from talqy.office.word_lines import Line, Surroundings
from talqy.office.word_numbers import Label, Numbers
from talqy.office.word_package import (
    Element,
    Package,
    child_of,
    children_of,
    choice_of,
    control_of,
    name_of,
    number_of,
    opened,
    value_of,
)
from talqy.office.word_styles import Styles
from talqy.office.word_values import (
    PARAGRAPH_MARK,
    Block,
    Cell,
    Note,
    NoteKind,
    Paragraph,
    View,
    WordDocument,
    WordRow,
    WordTable,
    paragraphs_in,
)

_MOST_ROWS = 20_000
_MOST_CELLS = 200_000
_MOST_NESTED = 12
_SEEN_THROUGH = frozenset({"customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"})
# What is brought in from another file, or stands in no paragraph.
_STRANGERS = frozenset({"altChunk", "subDoc", "oMathPara"})
# Marks of a tracked change on the end of a paragraph, a row or a cell: in which view it is gone.
_GONE = {
    View.ACCEPTED: frozenset({"del", "moveFrom", "cellDel"}),
    View.REJECTED: frozenset({"ins", "moveTo", "cellIns"}),
}
_MARKS = {
    "ins": NoteKind.INSERTED,
    "moveTo": NoteKind.MOVED,
    "del": NoteKind.DELETED,
    "moveFrom": NoteKind.MOVED,
}


def read_word(data: bytes, view: View = View.ACCEPTED) -> WordDocument:
    """Return a document in one view; raise UnsoundError where it cannot be read safely."""
    package = opened(data)
    reader = _WordReader(package, view)
    return WordDocument(reader.blocks(), package.properties, reader.margins())


@dataclass
class _WordReader:
    """What is one for a whole document in one view: styles, numbers, what is counted."""

    package: Package
    view: View
    _rows: int = _MOST_ROWS
    _cells: int = _MOST_CELLS
    _aside: dict[tuple[str, str], str] = field(default_factory=dict)
    _known: dict[str, dict[str, Element]] = field(default_factory=dict)
    _depth: int = 0

    def __post_init__(self) -> None:
        """Make what paragraphs are read with."""
        self.styles = Styles(self.package.styles)
        self._numbers = Numbers(self.package.numbering, self.styles)

    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks of the body."""
        return _Blocks(self, self._around()).read(child_of(self.package.document, "body"))

    def margins(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs in the heads and feet of pages; those with the same words once."""
        found: dict[str, Paragraph] = {}
        for part in self.package.margins:
            for one in paragraphs_in(_Blocks(self, self._around()).read(part)):
                found.setdefault(one.printed + "".join(note.words for note in one.notes), one)
        return tuple(found.values())

    def label(self, properties: Element | None, style: str) -> Label | None:
        """Return what is printed before a paragraph, which is counted."""
        return self._numbers.label(properties, style)

    def counted(self, rows: int, cells: int) -> None:
        """Count what tables hold; raise TooBigError where that is too much."""
        self._rows, self._cells = self._rows - rows, self._cells - cells
        if min(self._rows, self._cells) < 0:
            raise TooBigError

    def _around(self) -> Surroundings:
        return Surroundings(
            self.view, self.styles, Fields(), self._beside, self._boxed, self.package.pictures
        )

    def _beside(self, kind: str, number: str) -> str:
        """Return the words of a footnote, an endnote or a remark in the margin."""
        if (kind, number) not in self._aside:
            self._aside[kind, number] = self._boxed(self._notes(kind).get(number, ()))
        return self._aside[kind, number]

    def _notes(self, kind: str) -> Mapping[str, Element]:
        if kind not in self._known:
            top = getattr(self.package, f"{kind}s")
            self._known[kind] = {
                value_of(one, "id"): one
                for one in children_of(top)
                # What we have put into the margin ourselves is on record already.
                if value_of(one, "initials") != OWN_INITIALS
            }
        return self._known[kind]

    def _boxed(self, box: Element) -> str:
        """Return the words of a box or a note, a line for each paragraph, apart from the text."""
        self._depth += 1
        if self._depth > _MOST_NESTED:  # a note may be marked within itself
            raise UnsoundError
        text = words_of(_Blocks(self, self._around()).read(box)).strip()
        self._depth -= 1
        return text


@dataclass
class _Blocks:
    """Reads the paragraphs and tables of one body, cell or box."""

    reader: _WordReader
    around: Surroundings
    depth: int = 0
    _found: list[Block] = field(default_factory=list)
    _paragraphs: int = 0
    _tables: int = 0
    _begun: Line | None = None

    def read(self, element: Element) -> tuple[Block, ...]:
        """Return the blocks that stand in an element."""
        self._walk(element, is_placeholder=False)
        self._break()
        return tuple(self._found)

    def _walk(self, element: Element, *, is_placeholder: bool) -> None:
        # Depth of Python follows that of XML, which the package bounds.
        for child in element:
            name = name_of(child)
            if name == "p":
                self._paragraph(child, is_placeholder=is_placeholder)
            elif name == "tbl":
                self._table(child)
            elif name == "sdt":
                inside, is_empty = control_of(child)
                self._walk(inside, is_placeholder=is_placeholder or is_empty)
            elif name in _SEEN_THROUGH and name not in _GONE[self.reader.view]:
                self._walk(child, is_placeholder=is_placeholder)
            elif name == "AlternateContent":
                self._walk(choice_of(child), is_placeholder=is_placeholder)
            elif name in _STRANGERS:
                self._stranger(child)

    def _paragraph(self, element: Element, *, is_placeholder: bool) -> None:
        line = self._begun or Line(self.around)
        written = child_of(element, "pPr")
        properties = self._in_view(written)
        line.style = self.reader.styles.of(properties)
        # Joined paragraphs print the number of the one whose words come first.
        if line.is_empty:
            line.owner = properties, line.style
        line.read(element, is_placeholder=is_placeholder)
        marks = {name_of(one) for one in children_of(child_of(written, "rPr"))} & set(_MARKS)
        for mark in sorted(marks):
            line.note(_MARKS[mark], PARAGRAPH_MARK)
        if marks & _GONE[self.reader.view]:
            self._begun = line
        else:
            self._end(line)

    def _in_view(self, properties: Element | None) -> Element | None:
        """Return the properties of a paragraph as they were, where the view asks for that."""
        if self.reader.view is View.ACCEPTED:
            return properties
        was = child_of(properties, "pPrChange", "pPr")
        return properties if was is None else was

    def _break(self) -> None:
        """End a paragraph whose own end is deleted, where none follows that it could join."""
        if self._begun and not self._begun.says_nothing:
            self._end(self._begun)
        self._begun = None

    def _end(self, line: Line) -> None:
        self._begun = None
        self._paragraphs += 1
        properties, style = line.owner
        text, notes = line.text, line.notes
        is_hidden = not text and any(note.kind is NoteKind.HIDDEN for note in notes)
        label = None if is_hidden else self.reader.label(properties, style)
        untold = () if label is None or label.is_told else (Note(NoteKind.NUMBER, label.text),)
        self._found.append(
            Paragraph(
                number=self._paragraphs,
                text=text,
                label=label.text if label else "",
                level=label.level if label else None,
                outline=self.reader.styles.outline(properties, style),
                style=self.reader.styles.name(style),
                notes=(*untold, *notes),
                bookmarks=tuple(line.bookmarks),
            )
        )

    def _stranger(self, element: Element) -> None:
        """Take what is no paragraph of this file for one that says so."""
        self._break()
        self._paragraphs += 1
        is_formula = name_of(element) == "oMathPara"
        kind = NoteKind.FORMULA if is_formula else NoteKind.OBJECT
        text = "".join(element.itertext()).strip()
        self._found.append(Paragraph(self._paragraphs, "", notes=(Note(kind, text),)))

    def _table(self, element: Element) -> None:
        self._break()
        if self.depth >= _MOST_NESTED:
            raise UnsoundError
        self._tables += 1
        rows: list[WordRow] = []
        gone: list[tuple[int, str]] = []
        for number, row in enumerate(_below(element, "tr"), 1):
            change = {name_of(one) for one in children_of(child_of(row, "trPr"))}
            if change & _GONE[self.reader.view]:
                gone.append((number, _words_below(row)))
            else:
                cells = tuple(self._cells(row))
                self.reader.counted(1, len(cells))
                rows.append(WordRow(number, cells, "ins" in change))
        self._found.append(WordTable(self._tables, tuple(rows), tuple(gone)))

    def _cells(self, row: Element) -> Iterator[Cell]:
        column = number_of(child_of(row, "trPr", "gridBefore")) or 0
        for cell in _below(row, "tc"):
            properties = child_of(cell, "tcPr")
            change = {name_of(one) for one in children_of(properties)}
            if change & _GONE[self.reader.view]:
                continue
            span = max(number_of(child_of(properties, "gridSpan")) or 1, 1)
            merged = child_of(properties, "vMerge")
            goes_on = merged is not None and value_of(merged) != "restart"
            inside = _Blocks(self.reader, self.around, self.depth + 1)
            # What is merged away is not printed, and its paragraphs are not counted.
            blocks = () if goes_on and not _says(cell) else inside.read(cell)
            yield Cell(column, blocks, span, goes_on)
            column += span


def _below(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those within controls too."""
    for child in element:
        kind = name_of(child)
        if kind == name:
            yield child
        elif kind == "sdt":
            yield from _below(control_of(child)[0], name)
        elif kind in _SEEN_THROUGH:
            yield from _below(child, name)
        elif kind == "AlternateContent":
            yield from _below(choice_of(child), name)


def _words_below(row: Element) -> str:
    """Return the words of a row that is gone, whether each of them is taken out, too, or not."""
    said = (one.text for one in row.iter() if name_of(one) in {"t", "delText"} and one.text)
    return " ".join(" ".join(said).split())


def _says(cell: Element) -> bool:
    return any(name_of(one) == "t" and one.text and one.text.strip() for one in cell.iter())


def words_of(blocks: Iterable[Block]) -> str:
    """Return the words of blocks as they are printed: a line for each paragraph, of tables too."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.printed
        return
    for row in block.rows:
        for cell in row.cells:
            yield from (line for inner in cell.blocks for line in _lines(inner))
