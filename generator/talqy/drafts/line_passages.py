"""A text as a row of paragraphs in one language: a clause begins at its number, or at its code.

“6. Heading [form]”: the code behind the heading is the mark of the working copy; a bookmark at the
beginning of a paragraph is the other one. A text without any marks is read by its numbers alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits, NumberKey, Start
from talqy.drafts.inner_numbers import InnerNumbers, NumberedLines
from talqy.drafts.passages import Cells, Passage
from talqy.drafts.set_aside import Asides, only_sets_aside
from talqy.drafts.table_passages import is_heading, is_note, lines_of, notes_in, notes_of, tables_in
from talqy.drafts.unlike_texts import signature_in
from talqy.model.pasted import UNSEEN
from talqy.office.grids import Place
from talqy.office.text_marks import bookmarked, code_behind
from talqy.office.word_values import Block, Note, Paragraph, WordTable


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What is known of the text that a file may hold, in its language.

    `names` are ids by bookmark; `labels` are what is printed before the words of a clause, by id;
    `unnumbered` are headings of clauses without a number, `numbered` what is known of the lines
    that have one, `lines` all lines. Where no clause has a plain number (“5.”), such a line is an
    item. `units` are those of the project.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    unnumbered: frozenset[str] = frozenset()
    numbered: NumberedLines = field(default_factory=NumberedLines)
    lines: frozenset[str] = frozenset()
    has_plain_numbers: bool = True
    units: ActUnits = field(default_factory=ActUnits)


@dataclass
class _BegunClause:
    """A clause that is being read."""

    place: Place
    number: str = ""
    counted: NumberKey = ("", "")
    code: str = ""
    bookmark: str = ""
    is_copied: bool = False
    runs_on: bool = False
    is_headed: bool = False
    lines: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    tables: list[Cells] = field(default_factory=list)
    notes: list[tuple[Place, Note]] = field(default_factory=list)

    def passage(self, language: str) -> Passage:
        """Return what was read."""
        return Passage(
            place=self.place,
            number={language: self.number} if self.number else {},
            counted={language: self.counted} if self.number else {},
            words={language: tuple(self.lines)} if self.lines else {},
            headed=frozenset({language} if self.is_headed else ()),
            code=self.code,
            bookmark=self.bookmark,
            is_copied=self.is_copied,
            runs_on=self.runs_on,
            noted=frozenset(self.noted),
            tables={language: tuple(self.tables)} if self.tables else {},
            notes=tuple(self.notes),
        )


class _Mark(NamedTuple):
    """A bookmark: the clause that it names, whether it is a copy, and before which sign it is."""

    clause: str
    is_copied: bool
    at: int


@dataclass
class LineReader:
    """Reads paragraphs into clauses; `front` are the words before the first one.

    `signatures` are the rows in which somebody has signed the act; `asides` say whose an annex or
    the text is.
    """

    file: str
    language: str
    known: KnownWords
    front: list[tuple[Place, str]] = field(default_factory=list)
    signatures: list[tuple[Place, str]] = field(default_factory=list)
    asides: Asides = field(init=False)
    _read: list[_BegunClause] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _inner: InnerNumbers = field(init=False)

    def __post_init__(self) -> None:
        """Begin with what is known."""
        self._inner = InnerNumbers(self.known.numbered, self.known.units)
        self.asides = Asides(self.known.units, self.known.lines)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All clauses that were read."""
        return tuple(one.passage(self.language) for one in self._read)

    def read(self, blocks: Sequence[Block]) -> None:
        """Take all blocks of a text."""
        paragraphs = [one for one in blocks if isinstance(one, Paragraph)]
        self._inner.look_ahead((one.number, line) for one in paragraphs for line in lines_of(one))
        for block in blocks:
            if isinstance(block, WordTable):
                self._table(block)
            elif (said := list(lines_of(block))) or block.notes:
                self._paragraph(block, said, Place(self.file, block.number))

    def _table(self, table: WordTable) -> None:
        place = Place(f"{self.file}!{table.number}")
        if signed := signature_in(table):
            self.signatures.append((place, signed))
        elif only_sets_aside(table, self.known.units):
            for block in (one for row in table.rows for cell in row.cells for one in cell.blocks):
                if isinstance(block, Paragraph) and (said := list(lines_of(block))):
                    self._paragraph(block, said, place)
        elif self._read:
            self._read[-1].tables.extend(tables_in([table]))
            self._read[-1].notes += [(place, note) for note in notes_in([table])]
        else:
            words = " ".join(" ".join(row) for row in next(tables_in([table]), ()))
            self.front.append((place, words))

    def _paragraph(self, paragraph: Paragraph, said: list[str], place: Place) -> None:
        mark = self._mark(paragraph)
        if mark is None and paragraph.outline is None:
            above = self._read[-1].lines if self._read else []
            said = self.asides.without(said, above, place)
        begins = self._beginning(paragraph.text, mark) if mark else 0
        if begins:
            self._go_on(list(_cut(paragraph.text[:begins])), place)
            said = list(_cut(paragraph.text[begins:]))
        is_marked = mark is not None and bool(_bare(paragraph.text[mark.at :]))
        begun = self._begun(said, paragraph, place, is_marked=is_marked)
        if begun is None:
            self._go_on(said, place)
            if self._read and is_note(paragraph):
                self._read[-1].noted += said
        elif not begun.number and self._awaits_heading(begun):
            self._read[-1].lines, self._read[-1].is_headed = begun.lines, begun.is_headed
        else:
            begun.runs_on = begun.runs_on or bool(begins)
            if mark and begun.code in {"", mark.clause}:
                begun.bookmark, begun.is_copied = mark.clause, mark.is_copied
            self._read.append(begun)
            self._inner.begin(begun.number)
        if self._read:
            self._read[-1].notes += [(place, note) for note in notes_of(paragraph)]

    def _awaits_heading(self, begun: _BegunClause) -> bool:
        """Return whether only the number of an annex was said before, above its heading."""
        last = self._read[-1] if self._read else None
        is_bare = last and not last.lines and not last.tables and not (last.code or begun.code)
        return bool(is_bare and begun.is_headed and last and last.counted[0] == "annex")

    def _mark(self, paragraph: Paragraph) -> _Mark | None:
        """Return the first bookmark of a paragraph that names a clause."""
        for one in paragraph.bookmarks:
            name, is_copied = bookmarked(one.name)
            # Where a bookmark spans paragraphs, some programs write its beginning twice.
            is_first = one.name not in self._seen
            self._seen.add(one.name)
            if is_first and name in self.known.names:
                return _Mark(self.known.names[name], is_copied, one.at)
        return None

    def _beginning(self, text: str, mark: _Mark) -> int:
        """Return where the clause of a bookmark begins in its paragraph: at its number, if any.

        A bookmark behind which there is nothing has lost its words, and begins nothing.
        """
        if not _bare(text[mark.at :]):
            return 0
        before, label = text[: mark.at], self.known.labels.get(mark.clause, "")
        # “6.1.” may follow a full stop at once, and a unit may stand before the number.
        printed = next(
            (p for p in (f"{label}.", label) if label and before.rstrip().endswith(p)), ""
        )
        place = self.known.units.number_before(before)
        is_unit = before[place : place + 1].isalpha()
        return before.rindex(printed) if printed and not is_unit else place

    def _go_on(self, said: Sequence[str], place: Place) -> None:
        if self._read:
            self._read[-1].lines += said
        else:
            self.front += [(place, line) for line in said]

    def _begun(
        self, said: Sequence[str], paragraph: Paragraph, place: Place, *, is_marked: bool
    ) -> _BegunClause | None:
        """Return the clause that a paragraph begins; None where it goes on with the last one."""
        if not said or is_note(paragraph):
            return None
        is_headed = paragraph.outline is not None
        head, code = code_behind(said[0])
        if code and code not in self.known.labels:
            # “[…]” may be law: an unknown code is one where a clause begins anyway.
            is_code = self._looks_marked and (
                is_headed or self.known.units.start_of(head) is not None
            )
            head, code = (head, code) if is_code else (said[0], "")
        start = self._start(head, code)
        is_certain = bool(code) or is_marked or is_headed
        is_certain = is_certain or normal(said[0]) in self.known.unnumbered
        if not (is_certain or (start and not self._is_inside(said[0], start, place))):
            return None
        number, words = (start.number, start.words) if start else ("", head)
        if code and start is None and (cut := self._cut_at_label(head, code)):
            self._go_on([cut[0]], place)
            number, words = self.known.labels[code], cut[1]
        return _BegunClause(
            place,
            number=number,
            counted=self.known.units.key_of(number),
            code=code,
            runs_on=bool(code and start is None and words != head),
            is_headed=is_heading(paragraph),
            lines=[line for line in (words, *said[1:]) if line],
        )

    def _is_inside(self, line: str, start: Start, place: Place) -> bool:
        before = self._read[-1].lines if self._read else ()
        return self._inner.is_inside(line, start, place.line, before)

    @property
    def _looks_marked(self) -> bool:
        return not self.known.labels or any(one.code for one in self._read)

    def _start(self, head: str, code: str) -> Start | None:
        """Return the number of a line; that of a known clause may be of any form: “1)”, “(2)”."""
        label = self.known.labels.get(code, "")
        for printed in (f"{label}.", label):
            if label and head.startswith((f"{printed} ", f"{printed}\u00a0")):
                return Start(label, "", head[len(printed) :].strip())
        start = self.asides.number_in(head) or self.known.units.start_of(head)
        is_item = start and start.number[0].isdigit() and not start.unit
        return None if is_item and not self.known.has_plain_numbers else start

    def _cut_at_label(self, head: str, code: str) -> tuple[str, str] | None:
        """Cut a line where the number of the clause of its code stands inside of it."""
        label = self.known.labels.get(code, "")
        place = head.find(f"{label}. ") if label else -1
        if place <= 0:
            return None
        return head[:place].strip(), head[place + len(label) + 2 :].strip()


def _bare(text: str) -> str:
    """Return words without the code behind them."""
    return code_behind(UNSEEN.sub("", text).strip())[0]


def _cut(text: str) -> Iterator[str]:
    for line in UNSEEN.sub("", text).split("\n"):
        if bare := line.strip():
            yield bare
