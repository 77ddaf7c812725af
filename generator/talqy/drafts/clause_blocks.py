"""Clauses as lines and tables of a Word file, with what became of them since an older text.

A clause that stayed is marked word by word; one that moved is taken out in one place and put in at
the other. Where nothing is compared, both texts are the same one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from talqy.compare.exact import exact_redline
from talqy.compare.marks import Redline
from talqy.drafts.approval import annex_head
from talqy.drafts.clause_pictures import NO_PICTURES, CopyPictures
from talqy.drafts.clause_tables import CELL, clause_tables
from talqy.drafts.marked_lines import marked_lines, marked_whole
from talqy.drafts.paired_clauses import PairedClause
from talqy.drafts.table_passages import NOTE_STYLE
from talqy.language.clause_sayings import printed_label, stopped
from talqy.language.locale import Locale
from talqy.language.parts_of_acts import PARTS_OF_ACTS, unit_in_act
from talqy.model.revision import Clause
from talqy.office.marked_text import MarkedBlock, MarkedLine, MarkedRun
from talqy.office.text_marks import heading_with_code

_ON_NEW_PAGE = frozenset({"annex", "form"})
_TEXT, _RIGHT = "Body Text Indent", "Subtitle"


@dataclass(frozen=True)
class ClauseWriter:
    """Makes blocks of clauses in one language.

    Numbers stand before the words where it `has_labels`, codes behind them where there are `codes`,
    which are bookmarks by id; in the table of a working copy both have columns of their own.
    Annexes have heads of their own where the title of the standard is said to which they belong.
    """

    locale: Locale
    codes: Mapping[str, str]
    has_labels: bool = True
    annexed_to: str = ""
    pictures: CopyPictures = NO_PICTURES

    def blocks(self, pair: PairedClause) -> Iterator[MarkedBlock]:
        """Yield what a clause says, and what was said before."""
        if pair.is_kept and not self._is_alike(pair):
            yield from self._lines(replace(pair, after=None))
            yield from self._lines(replace(pair, before=None))
        else:
            yield from self._lines(pair)
        yield from clause_tables(pair, self.locale.code)
        yield from self.pictures.lines(pair, self.locale, CELL)
        yield from marked_lines(self._part(pair, "note"), NOTE_STYLE, self.locale.code)

    def _is_alike(self, pair: PairedClause) -> bool:
        """Return whether both sides begin with the same sort of line, behind which a code fits."""
        heads = [bool(_words(one, "heading", self.locale.code)) for one in pair.sides]
        if all(heads):
            return True
        if any(heads):
            return False
        first = next(iter(self._part(pair, "text").lines), None)
        if first is None:
            return True
        sides = (first.before, first.after)
        return all(side is not None and "\n" not in side for side in sides)

    def _lines(self, pair: PairedClause) -> Iterator[MarkedLine]:
        heading = self._part(pair, "heading")
        style = _TEXT if self.has_labels else CELL
        lines = list(marked_lines(self._part(pair, "text"), style, self.locale.code))
        if heading.lines or not lines:
            words = tuple(MarkedRun(*piece) for line in heading.lines for piece in line.pieces)
            head = MarkedLine(self._heading_style(pair), words, pair.mark, self.locale.code)
            lines.insert(0, head)
        head_lines = list(self._annex(pair))
        if head_lines:
            yield from head_lines
        else:
            lines[0] = self._begun(lines[0], pair)
        yield from (one for one in lines if one.runs)

    def _annex(self, pair: PairedClause) -> Iterator[MarkedLine]:
        """Yield the head of an annex, which begins a page."""
        is_annex = self.annexed_to and unit_in_act(pair.clause) == "annex"
        if not is_annex or not printed_label(self.locale, pair.clause):
            return
        said = exact_redline(*(annex_head(self.locale, one, self.annexed_to) for one in pair.sides))
        for at, line in enumerate(marked_lines(said, _RIGHT, self.locale.code)):
            yield replace(line, on_new_page=at == 0, level=0)

    def _begun(self, line: MarkedLine, pair: PairedClause) -> MarkedLine:
        """Put number and code around the words of the first line."""
        words = tuple(run._replace(is_named=True) for run in line.runs)
        named = self.codes.get(pair.clause.id, "") if pair.after else ""
        return replace(
            line,
            runs=(*self._label(pair), *words, *self._code(pair, has_words=bool(words))),
            bookmark=named,
            on_new_page=self.has_labels and unit_in_act(pair.clause) in _ON_NEW_PAGE,
        )

    def _label(self, pair: PairedClause) -> Iterator[MarkedRun]:
        if not self.has_labels:
            return
        labels = [stopped(printed_label(self.locale, one)) if one else "" for one in pair.sides]
        for mark, text in marked_whole(*(f"{one} " if one else "" for one in labels)):
            yield MarkedRun(mark, text)

    def _code(self, pair: PairedClause, *, has_words: bool) -> Iterator[MarkedRun]:
        if self.codes:
            code = heading_with_code("", pair.clause.id)
            yield MarkedRun(pair.mark, f" {code}" if has_words else code, is_code=True)

    def _heading_style(self, pair: PairedClause) -> str:
        if unit_in_act(pair.clause) in PARTS_OF_ACTS:
            return "heading 1"
        return "heading 2" if pair.depth == 0 else "heading 3"

    def _part(self, pair: PairedClause, name: str) -> Redline:
        return exact_redline(*(_words(one, name, self.locale.code) for one in pair.sides))


def _words(clause: Clause | None, name: str, language: str) -> str:
    spoken = getattr(clause, name) if clause else None
    said = str((spoken or {}).get(language, ""))
    return " ".join(said.splitlines()) if name == "heading" else said
