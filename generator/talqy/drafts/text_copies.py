"""A text as a Word file: the copy for signature, and the working copy that comes back.

The working copy of several languages is a table, `№ | Қазақша | Русский | код`, with a row for
each clause; every other copy is lines in one language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from talqy.compare.exact import exact_redline
from talqy.compare.marks import Mark, Piece
from talqy.drafts.approval import approval, standing
from talqy.drafts.clause_blocks import ClauseWriter
from talqy.drafts.clause_pictures import NO_PICTURES, CopyPictures
from talqy.drafts.clause_tables import CELL
from talqy.drafts.copy_table_writer import table_beside
from talqy.drafts.copy_tables import BEFORE, BEHIND, CopyRows, CopyTable
from talqy.drafts.margin import NOWHERE, WHOLE_TEXT, Margin, margin_of
from talqy.drafts.marked_lines import marked_lines, marked_whole
from talqy.drafts.paired_clauses import PairedClause, paired
from talqy.language.clause_sayings import printed_label
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.office.file_properties import AboutFile
from talqy.office.layouts import WordLayout
from talqy.office.marked_text import (
    MarkedBlock,
    MarkedLine,
    MarkedRow,
    MarkedRun,
    MarkedTable,
)
from talqy.office.marked_wordml import MarkedWriter
from talqy.office.text_marks import (
    BASE,
    LANGUAGES,
    REVISION,
    STANDARD,
    Stamp,
    bookmark_names,
    column_heads,
    short_digest,
)
from talqy.record.digests import digest_of

LINES_LAYOUT, TABLE_LAYOUT = "text", "text-table"
_STAMP_STYLE = "Body Text 2"
_NUMBER_SHARE, _CODE_SHARE, _WORDS_SHARE = 12, 12, 76


@dataclass(frozen=True, kw_only=True)
class TextCopy:
    """What a copy is made of: a text in the languages of editions.

    `older` is the text since which its changes are tracked; `is_to_edit`: with codes and a stamp,
    so that it is known when it comes back; `is_noted`: with what people said in the margin;
    `pictures` are those of its clauses; `tables` are the rows of what stands beside the text.
    """

    editions: Sequence[Edition]
    record: Record
    text: Revision
    older: Revision | None = None
    is_to_edit: bool = False
    is_noted: bool = False
    pictures: CopyPictures = NO_PICTURES
    tables: CopyRows = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of its languages."""
        return tuple(edition.code for edition in self.editions)

    @property
    def layout(self) -> str:
        """The name of the layout that it is written with, without an ending."""
        return TABLE_LAYOUT if len(self.editions) > 1 else LINES_LAYOUT

    def of(self, text: Revision) -> "TextCopy":
        """Return the same copy of another text, without changes."""
        return TextCopy(
            editions=self.editions,
            record=self.record,
            text=text,
            is_to_edit=self.is_to_edit,
            pictures=self.pictures,
        )

    @cached_property
    def _was(self) -> Revision:
        return self.older or self.text

    @cached_property
    def _locales(self) -> list[Locale]:
        return [edition.locale for edition in self.editions]

    # --- the file ----------------------------------------------------------------------------

    def file(self, layout: WordLayout) -> bytes:
        """Return the file, its words in a layout."""
        writer = MarkedWriter(layout.styles, self._author, self.text.dated)
        body = writer.body(list(self.blocks()), layout.width)
        return layout.filled([body], self.about, self.margin.notes, self.pictures.parts)

    @cached_property
    def margin(self) -> Margin:
        """What people said of the text, and of the older one: each once, where it belongs."""
        if not self.is_noted:
            return Margin()
        texts = [self.text] if self.older is None else [self.text, self.older]
        return margin_of(self.editions, self.record, texts)

    @property
    def _author(self) -> str:
        names = (edition.authority(self.record.standard.authority) for edition in self.editions)
        return " / ".join(dict.fromkeys(name.unescape() for name in names))

    @property
    def about(self) -> AboutFile:
        """What its file says of itself."""
        stamp = self._stamp(self.text)
        values = (stamp.standard, str(stamp.revision), "+".join(stamp.languages))
        own = dict(zip((STANDARD, REVISION, LANGUAGES), values, strict=True))
        return AboutFile(
            title=self.editions[0].title(self.record),
            identifier=stamp.line,
            languages=self.languages,
            day=self.text.dated,
            own={**own, BASE: f"sha256:{stamp.digest}"},
        )

    def _stamp(self, text: Revision) -> Stamp:
        digest = short_digest(digest_of(text))
        return Stamp(self.record.id, text.revision, self.languages, digest)

    def blocks(self) -> Iterator[MarkedBlock]:
        """Yield all that it says."""
        if self.is_to_edit:
            yield self._stamped()
        yield from self._beside(BEFORE)
        for edition in self.editions:
            yield from self._front(edition)
        if len(self.editions) > 1:
            yield self._table()
        else:
            writer = self._lines_writer
            for pair in self._pairs:
                blocks = list(writer.blocks(pair))
                yield from self.margin.beside(blocks, self._noted_at(pair))
        yield from self._beside(BEHIND)

    def _beside(self, tables: Sequence[CopyTable]) -> Iterator[MarkedBlock]:
        for table in tables:
            if rows := self.tables.get(table):
                yield table_beside(table, rows, self._locales)

    def _noted_at(self, pair: PairedClause) -> str:
        """Return the clause whose notes stand at a pair; what moved has them in its new place."""
        is_last = pair.after or self.text.clause(pair.clause.id) is None
        return pair.clause.id if is_last else NOWHERE

    @property
    def _lines_writer(self) -> ClauseWriter:
        if self.is_to_edit:
            return ClauseWriter(self._locales[0], self._bookmarks, pictures=self.pictures)
        title = self.editions[0].title(self.record)
        return ClauseWriter(self._locales[0], {}, annexed_to=title, pictures=self.pictures)

    @cached_property
    def _pairs(self) -> list[PairedClause]:
        return list(paired(self._was, self.text))

    @cached_property
    def _bookmarks(self) -> dict[str, str]:
        return bookmark_names(clause.id for clause in self.text.walk())

    # --- what stands before the clauses ------------------------------------------------------

    def _stamped(self) -> MarkedLine:
        """Say in one line what to leave alone, and of which text this is a copy."""
        told = " ".join(self._told(locale) for locale in self._locales)
        stamps = marked_whole(*(self._stamp(text).line for text in (self._was, self.text)))
        pieces = (Piece(Mark.KEPT, f"{told} "), *stamps)
        return MarkedLine(_STAMP_STYLE, tuple(MarkedRun(*piece) for piece in pieces))

    def _told(self, locale: Locale) -> str:
        if len(self.editions) > 1:
            return locale.words(
                "Leave the grey codes where they are. A new clause is a new row with an empty "
                "code; to split a clause, copy its row and clear the code. Save the file as .docx."
            )
        return locale.words(
            "Leave the grey codes where they are. A new clause is a new paragraph that begins with "
            "its number, without a code; so is the second part of one that you split. Save the "
            "file as .docx."
        )

    def _front(self, edition: Edition) -> Iterator[MarkedBlock]:
        locale = edition.locale
        standings = [self._standing(edition, text) for text in (self._was, self.text)]
        title = locale.words(
            "Standard of the public service “{title}”", title=edition.title(self.record)
        )
        was, becomes = standings
        # Two acts have nothing in common that could stay: the one goes, the other comes.
        sides = [(was, "")] * (was != becomes) + [("" if was != becomes else was, becomes)]
        for side in sides:
            yield from marked_lines(exact_redline(*side), "Subtitle", locale.code)
        lines = list(marked_lines(exact_redline(title, title), "Title", locale.code))
        is_first = edition is self.editions[0]
        yield from self.margin.beside(lines, WHOLE_TEXT if is_first else NOWHERE)

    def _standing(self, edition: Edition, text: Revision) -> str:
        if self.is_to_edit:
            return standing(edition.locale, text)
        return approval(edition, text, self.record.standard.authority)

    # --- the table ---------------------------------------------------------------------------

    def _table(self) -> MarkedTable:
        names = (MarkedRun(Mark.KEPT, name) for name in column_heads(self.languages))
        heads = MarkedRow(tuple((MarkedLine(CELL, (name,)),) for name in names), is_head=True)
        words = [_WORDS_SHARE / len(self.editions)] * len(self.editions)
        rows = (heads, *(self._row(pair) for pair in self._pairs))
        return MarkedTable(rows, (_NUMBER_SHARE, *words, _CODE_SHARE))

    def _row(self, pair: PairedClause) -> MarkedRow:
        words = [
            tuple(ClauseWriter(one, {}, has_labels=False, pictures=self.pictures).blocks(pair))
            for one in self._locales
        ]
        numbers = exact_redline(*(self._numbers(one) for one in pair.sides))
        number = tuple(marked_lines(numbers, CELL))
        code = tuple(self.margin.beside([self._code(pair)], self._noted_at(pair)))
        return MarkedRow((number, *words, code), pair.mark)

    def _numbers(self, clause: Clause | None) -> str:
        """Return the number of a clause, a line for each language where they differ."""
        said = [printed_label(one, clause) for one in self._locales] if clause else []
        return "\n".join(said if len(set(said)) > 1 else said[:1])

    def _code(self, pair: PairedClause) -> MarkedLine:
        run = MarkedRun(pair.mark, pair.clause.id, is_code=True, is_named=True)
        bookmark = self._bookmarks[pair.clause.id] if pair.after else ""
        return MarkedLine(CELL, (run,), bookmark=bookmark)
