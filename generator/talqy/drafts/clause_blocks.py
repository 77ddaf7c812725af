"""Clauses as lines and tables of a Word file, with what became of them since an older text.

A clause that stayed is marked word by word; one that moved is taken out in one place and put in at
the other. Where nothing is compared, both texts are the same one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from talqy.compare.marks import Mark, Piece, RedLine, Redline
from talqy.compare.matching import rising
from talqy.compare.redline import redline
from talqy.compare.tables import table_redline
from talqy.language.clause_sayings import printed_label, stopped
from talqy.language.locale import Locale
from talqy.model.items import levels
from talqy.model.revision import Clause, Revision, TextTable
from talqy.model.units import unit_of
from talqy.office.marked_text import (
    MarkedBlock,
    MarkedLine,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    cut_in_lines,
)
from talqy.office.text_marks import heading_with_code

_PARTS_OF_ACTS = frozenset({"section", "chapter", "annex", "form"})
_ON_NEW_PAGE = frozenset({"annex", "form"})
TEXT, CELL, NOTE = "Body Text First Indent", "Body Text", "footnote text"


@dataclass(frozen=True, slots=True)
class PairedClause:
    """A clause as it was and as it is; one of them is missing where it came or went.

    `depth` counts the clauses around it that are no parts of the act, such as chapters.
    """

    before: Clause | None
    after: Clause | None
    depth: int = 0

    @property
    def clause(self) -> Clause:
        """The newer one, where there is one."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a pair has one at least
        return found

    @property
    def mark(self) -> Mark:
        """What became of it as a whole."""
        if self.before and self.after:
            return Mark.KEPT
        return Mark.ADDED if self.after else Mark.REMOVED

    @property
    def is_kept(self) -> bool:
        """Return whether there are two of it to be compared."""
        return self.mark is Mark.KEPT


def paired(older: Revision, newer: Revision) -> Iterator[PairedClause]:
    """Yield the clauses of two texts in the order of both; what moved comes twice."""
    before, after = list(older.walk()), list(newer.walk())
    places = {clause.id: at for at, clause in enumerate(after)}
    common = [(at, places[one.id]) for at, one in enumerate(before) if one.id in places]
    stayed = [common[at] for at in rising([new for _, new in common])]
    i = j = 0
    for old, new in (*stayed, (len(before), len(after))):
        yield from (PairedClause(one, None, _depth(older, one)) for one in before[i:old])
        yield from (PairedClause(None, one, _depth(newer, one)) for one in after[j:new])
        if old < len(before):
            yield PairedClause(before[old], after[new], _depth(newer, after[new]))
        i, j = old + 1, new + 1


def _depth(text: Revision, clause: Clause) -> int:
    around = filter(None, map(text.clause, text.around(clause.id)))
    return sum(unit_of(one) not in _PARTS_OF_ACTS for one in around)


@dataclass(frozen=True)
class ClauseWriter:
    """Makes blocks of clauses in one language.

    With `has_labels` numbers stand before the words, with `codes` (bookmarks by id) codes behind
    them; in a cell of the working copy both have columns of their own.
    """

    locale: Locale
    codes: dict[str, str]
    has_labels: bool = True

    def blocks(self, pair: PairedClause) -> Iterator[MarkedBlock]:
        """Yield what a clause says, and what was said before."""
        if pair.is_kept and not self._is_alike(pair):
            yield from self._lines(replace(pair, after=None))
            yield from self._lines(replace(pair, before=None))
        else:
            yield from self._lines(pair)
        yield from self._tables(pair)
        notes = compared(*(_words(c, "note", self.locale.code) for c in _sides(pair)))
        yield from self.styled(ended(notes), NOTE)

    def _is_alike(self, pair: PairedClause) -> bool:
        """Return whether both sides begin with the same sort of line, behind which a code fits."""
        heads = [bool(_words(one, "heading", self.locale.code)) for one in _sides(pair)]
        if all(heads):
            return True
        if any(heads):
            return False
        first = next(iter(self._text(pair).lines), None)
        if first is None:
            return True
        sides = (first.before, first.after)
        return all(side is not None and "\n" not in side for side in sides)

    def _lines(self, pair: PairedClause) -> Iterator[MarkedLine]:
        heading = self._part(pair, "heading")
        said = list(ended(self._text(pair)))
        is_headed = bool(heading.lines)
        style = self._heading_style(pair) if is_headed or not said else TEXT
        lines = list(self.styled(said, TEXT if self.has_labels else CELL))
        if is_headed or not lines:
            head = [run for runs, _ in cut_in_lines(ended(heading)) for run in runs]
            lines.insert(0, MarkedLine(style, tuple(head), pair.mark, self.locale.code))
        lines[0] = self._begun(lines[0], pair)
        yield from (one for one in lines if one.runs)

    def _begun(self, line: MarkedLine, pair: PairedClause) -> MarkedLine:
        """Put number and code around the words of the first line."""
        words = tuple(run._replace(is_named=True) for run in line.runs)
        named = self.codes.get(pair.clause.id, "") if pair.after else ""
        return replace(
            line,
            runs=(*self._label(pair), *words, *self._code(pair, has_words=bool(words))),
            bookmark=named,
            on_new_page=self.has_labels and unit_of(pair.clause) in _ON_NEW_PAGE,
        )

    def _label(self, pair: PairedClause) -> Iterator[MarkedRun]:
        if not self.has_labels:
            return
        labels = [stopped(printed_label(self.locale, one)) if one else "" for one in _sides(pair)]
        for mark, text in marked_whole(*(f"{one} " if one else "" for one in labels)):
            yield MarkedRun(mark, text)

    def _code(self, pair: PairedClause, *, has_words: bool) -> Iterator[MarkedRun]:
        if self.codes and self.has_labels:
            code = heading_with_code("", pair.clause.id)
            yield MarkedRun(pair.mark, f" {code}" if has_words else code, is_code=True)

    def _heading_style(self, pair: PairedClause) -> str:
        if unit_of(pair.clause) in _PARTS_OF_ACTS:
            return "heading 1"
        return "heading 2" if pair.depth == 0 else "heading 3"

    # --- words -------------------------------------------------------------------------------

    def _text(self, pair: PairedClause) -> Redline:
        return self._part(pair, "text")

    def _part(self, pair: PairedClause, name: str) -> Redline:
        return compared(*(_words(one, name, self.locale.code) for one in _sides(pair)))

    def styled(self, pieces: Iterable[Piece], style: str) -> Iterator[MarkedLine]:
        """Yield pieces as lines of a style, items as deep as they stand."""
        lines = list(cut_in_lines(pieces))
        deep = levels(["".join(run.text for run in runs) for runs, _ in lines])
        for (runs, end), level in zip(lines, deep, strict=True):
            yield MarkedLine(style, runs, end, self.locale.code, level=level)

    # --- tables ------------------------------------------------------------------------------

    def _tables(self, pair: PairedClause) -> Iterator[MarkedTable]:
        sides = [_table_rows(one.table, self.locale.code) if one else () for one in _sides(pair)]
        marked = table_redline(*sides)
        widths = {len(row) for side in sides for row in side}
        if not marked.rows:
            return
        if len(widths) == 1 and len(marked.rows[0].cells) in widths:
            yield self._table([row.kind for row in marked.rows], *sides)
            return
        # Columns that came or went: no program but Word tracks them, rows all programs do.
        yield self._table(["removed"] * len(sides[0]), sides[0], ())
        yield self._table(["added"] * len(sides[1]), (), sides[1])

    def _table(
        self, kinds: Sequence[str], before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]
    ) -> MarkedTable:
        old, new = iter(before), iter(after)
        rows = []
        for at, kind in enumerate(kinds):
            was = next(old) if kind != "added" else ()
            becomes = next(new) if kind != "removed" else ()
            mark = Mark(kind) if kind in {"added", "removed"} else Mark.KEPT
            rows.append(MarkedRow(tuple(self._cells(was, becomes)), mark, is_head=at == 0))
        return MarkedTable(tuple(rows), (1,) * len((*before, *after)[0]))

    def _cells(
        self, before: Sequence[str], after: Sequence[str]
    ) -> Iterator[tuple[MarkedBlock, ...]]:
        for at in range(len(before or after)):
            sides = [side[at] if side else "" for side in (before, after)]
            yield tuple(self.styled(ended(compared(*sides)), CELL))


def _sides(pair: PairedClause) -> tuple[Clause | None, Clause | None]:
    return pair.before, pair.after


def _words(clause: Clause | None, name: str, language: str) -> str:
    spoken = getattr(clause, name) if clause else None
    said = str((spoken or {}).get(language, ""))
    return " ".join(said.splitlines()) if name == "heading" else said


def _table_rows(table: TextTable | None, language: str) -> tuple[tuple[str, ...], ...]:
    return table.lines(language) if table else ()


def compared(before: str, after: str) -> Redline:
    """Compare two texts; one that stayed keeps its very signs, such as spaces that do not break."""
    if before != after:
        return redline(before, after)
    lines = filter(None, map(str.strip, after.splitlines()))
    return Redline(tuple(RedLine(one, one, (Piece(Mark.KEPT, one),)) for one in lines))


def ended(marked: Redline) -> Iterator[Piece]:
    """Yield the pieces of a redline, and the ends of its lines."""
    for line in marked.lines:
        yield from line.pieces
        if line.before is not None and line.after is not None:
            yield Piece(Mark.KEPT, "\n")
        else:
            yield Piece(Mark.ADDED if line.before is None else Mark.REMOVED, "\n")


def marked_whole(before: str, after: str) -> Iterator[Piece]:
    """Yield two short texts as one piece each; what is the same in both is kept."""
    if before == after:
        sides = [(Mark.KEPT, after)]
    else:
        sides = [(Mark.REMOVED, before), (Mark.ADDED, after)]
    yield from (Piece(mark, text) for mark, text in sides if text)
