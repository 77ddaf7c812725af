"""Saved pages in, values out: what comes out is what a reader of Word gives (`word_values`).

Nothing that a page names is fetched or run. What leads through the page, and what nobody sees, is
no text; what is struck, drawn or set aside in a note is told where it stands.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from talqy.office.list_labels import label_of
from talqy.office.page_elements import AROUND, AS_WRITTEN, BLOCKS, STRUCK, UNSEEN, is_not_read
from talqy.office.page_line import PageLine
from talqy.office.page_main import is_left_out, main_part
from talqy.office.page_tables import PageCell, PageTable
from talqy.office.page_tree import page_tree
from talqy.office.raised import raised
from talqy.office.sound import UnsoundError
from talqy.office.unseen_words import StyleRules, rules_of, seen_by
from talqy.office.word_values import Block, NoteKind, Paragraph, WordDocument

_MOST_NESTED = 12
_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_AS_WRITTEN = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_LINES = re.compile(r"\r\n|\r|\n")
# Marks of footnotes, as Word and LibreOffice write them; their words stand at the end of the page.
_NOTE_MARK = re.compile(r"#((?:_(?:ftn|edn)|sdfootnote|sdendnote)\d{1,5})(?:sym)?$")
_NOTE_WORDS = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d{1,5}$")
_NOTES = frozenset({"note", "msofootnotetext", "msoendnotetext"})
NOTE_STYLE = "footnote text"
"""The style of paragraphs that a page marks as notes."""
TITLE_STYLE = "title"
# Links that only show the place where they stand.
_ANCHORS = frozenset({"#", "¶", "§", "🔗"})
_SMALL, _DIGITS, _SHOWN = 3, 4, 200
_ODD_KINDS = {
    "math": NoteKind.FORMULA,
    **dict.fromkeys(("img", "svg", "canvas"), NoteKind.PICTURE),
    **dict.fromkeys(("object", "embed", "applet", "iframe", "frame"), NoteKind.OBJECT),
}


def read_web_page(data: bytes) -> WordDocument:
    """Return the text of a page; raise UnsoundError where it cannot be read safely.

    `margins` are the paragraphs of the page around its text.
    """
    tree = page_tree(data)
    rules = rules_of("\n".join(one.text or "" for one in tree.iter("style")))
    notes = {str(one.get("id")): " ".join(one.itertext()) for one in _notes_of(tree)}
    main = main_part(tree)
    blocks = _Walk(main, None, rules, notes).blocks()
    around = () if main is tree else _Walk(tree, main, rules, notes).blocks()
    return WordDocument(
        blocks, margins=tuple(one for one in around if isinstance(one, Paragraph) and one.text)
    )


def _notes_of(tree: Any) -> Any:  # noqa: ANN401 - elements of lxml
    return (one for one in tree.iter("div") if _NOTE_WORDS.match(str(one.get("id") or "")))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an element is; its words, and those of all in it, are so too.

    `opened` is what it began: "table", "cell", or "" of none.
    """

    is_out: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    is_as_written: bool = False
    is_white: bool = False
    has_ground: bool = False
    line: str = ""
    outline: int | None = None
    style: str = ""
    opened: str = ""


@dataclass
class _Frame:
    """The blocks of the page itself, or of one cell."""

    found: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0

    def add(self, block: Block) -> None:
        """Take a block under its number here."""
        if isinstance(block, Paragraph):
            self.paragraphs += 1
            self.found.append(replace(block, number=self.paragraphs))
        else:
            self.tables += 1
            self.found.append(replace(block, number=self.tables))


@dataclass
class _Walk:
    """The way through a part of a page; a tree may be deep, so the way down is kept in lists."""

    root: Any
    but: Any
    rules: StyleRules
    footnotes: dict[str, str]
    _looks: list[_Shown] = field(default_factory=lambda: [_Shown()])
    _frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    _tables: list[PageTable] = field(default_factory=list)
    _line: PageLine = field(default_factory=PageLine)
    _label: str = ""
    _numbers: dict[Any, int] = field(default_factory=dict)

    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks of the part."""
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if not isinstance(element.tag, str):
                if event == "end":
                    self._say(element.tail)
            elif event == "start":
                self._start(element)
            else:
                self._end(element)
        self._end_line()
        return tuple(self._frames[0].found)

    # --- elements ------------------------------------------------------------------------------

    def _start(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        around = self._looks[-1]
        is_break = element.tag == "br" and around.outline is None
        if is_break or element.tag in BLOCKS or element.tag in {"td", "th"}:
            self._end_line()
        elif element.tag == "br":
            self._line.say(" ")
        look = self._look(element, around)
        if not look.is_out:
            look = replace(look, opened=self._opened(element))
        self._looks.append(look)
        self._line.outline, self._line.style = look.outline, look.style
        if not (around.is_out or around.is_hidden or element is self.but):
            self._look_at(element)
        self._say(AROUND.get(element.tag, ("",))[0])
        self._say(element.text)

    def _opened(self, element: Any) -> str:  # noqa: ANN401 - an element of lxml
        """Begin what an element begins: a table, a row, a cell, an item of a list."""
        if element.tag == "table":
            if len(self._tables) >= _MOST_NESTED:
                raise UnsoundError
            role = str(element.get("role") or "")
            self._tables.append(PageTable(only_places=role in {"presentation", "none"}))
            return "table"
        if element.tag == "tr" and self._is_in_table:
            self._tables[-1].begin_row()
        elif element.tag in {"td", "th"} and self._is_in_table:
            self._frames.append(_Frame())
            return "cell"
        elif element.tag == "li":
            self._label = label_of(element, self._numbers)
        return ""

    @property
    def _is_in_table(self) -> bool:
        """Return whether a row or a cell has a table to stand in: its own, not one around it."""
        return len(self._tables) == len(self._frames)

    def _end(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        self._say(AROUND.get(element.tag, ("", ""))[-1])
        if element.tag in BLOCKS or element.tag in {"td", "th"}:
            self._end_line()
        if element.tag == "li":
            self._label = ""
        opened = self._looks.pop().opened
        if opened == "cell":
            cell = self._frames.pop()
            wide, high = _count(element.get("colspan")), _count(element.get("rowspan"))
            self._tables[-1].add(PageCell(tuple(cell.found), wide, high))
        elif opened == "table":
            for block in self._tables.pop().blocks():
                self._frames[-1].add(block)
        self._line.outline, self._line.style = self._looks[-1].outline, self._looks[-1].style
        if element is not self.root:
            self._say(element.tail)

    def _look_at(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Note what an element shows that is no words of the line."""
        kind = NoteKind.OBJECT if _is_turned(element) else _ODD_KINDS.get(element.tag)
        if kind and not (_is_ornament(element) or is_left_out(element, self.root)):
            words = element.get("alt") or element.get("src") or "".join(element.itertext())
            self._line.note(kind, str(words)[:_SHOWN])
        elif (words := self._footnote(element)) is not None:
            self._line.note(NoteKind.FOOTNOTE, words)

    def _footnote(self, element: Any) -> str | None:  # noqa: ANN401 - an element of lxml
        """Return the words of the footnote that an element is the mark of; None of no mark."""
        mark = _NOTE_MARK.search(str(element.get("href") or ""))
        return self.footnotes.get(mark[1].removeprefix("_")) if mark else None

    # --- words ---------------------------------------------------------------------------------

    def _say(self, text: str | None) -> None:
        look = self._looks[-1]
        if not text or look.is_out:
            return
        for at, words in enumerate(_LINES.split(text) if look.is_as_written else [text]):
            if at:
                self._end_line()
                self._line.outline, self._line.style = look.outline, look.style
            if not words.strip():
                self._line.say(words)
                continue
            if self._label and not self._line.label:
                self._line.label, self._label = self._label, ""
            if look.is_hidden or (look.is_white and not look.has_ground):
                self._line.note(NoteKind.HIDDEN, words)
            elif look.is_struck:
                self._line.note(NoteKind.STRUCK, words)
            else:
                self._line.say(raised(words, is_low=look.line == "sub") if look.line else words)

    def _end_line(self) -> None:
        line, self._line = self._line, PageLine()
        if not line.is_empty:
            said = line.paragraph(0)
            if said.text or said.notes:
                self._frames[-1].add(said)

    # --- looks ---------------------------------------------------------------------------------

    def _look(self, element: Any, around: _Shown) -> _Shown:  # noqa: ANN401 - an element of lxml
        if around.is_out or element is self.but or self._is_out(element):
            return replace(around, is_out=True, opened="")
        style = str(element.get("style") or "")
        own = seen_by(f"{style};color:{element.get('color')}" if element.get("color") else style)
        seen = own.over(self.rules.of(element))
        classes = {one.lower() for one in str(element.get("class") or "").split()}
        return _Shown(
            is_hidden=around.is_hidden or element.get("hidden") is not None or seen.is_hidden,
            is_struck=around.is_struck or element.tag in STRUCK or seen.is_struck,
            is_as_written=element.tag in AS_WRITTEN
            or bool(_AS_WRITTEN.search(style))
            or (around.is_as_written and "white-space" not in style),
            is_white=seen.is_white or (around.is_white and not seen.has_colour),
            has_ground=around.has_ground or seen.has_ground or bool(element.get("bgcolor")),
            line=element.tag if element.tag in {"sup", "sub"} else around.line,
            outline=_HEADINGS.get(element.tag, around.outline),
            style=_style(element.tag, classes) or around.style,
        )

    def _is_out(self, element: Any) -> bool:  # noqa: ANN401 - an element of lxml
        tag = element.tag
        if tag in UNSEEN or tag in _ODD_KINDS or _is_turned(element):
            return True
        if tag == "a":
            is_sign = "".join(element.itertext()).strip() in _ANCHORS
            return is_sign or self._footnote(element) is not None
        is_note = tag == "div" and str(element.get("id")) in self.footnotes
        return is_note or is_not_read(tag, "", "") or is_left_out(element, self.root)


def _is_turned(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return element.tag == "bdo" and is_not_read("bdo", "", str(element.get("dir") or ""))


def _style(tag: str, classes: set[str]) -> str:
    if tag == "h1":
        return TITLE_STYLE
    return NOTE_STYLE if not classes.isdisjoint(_NOTES) else ""


def _is_ornament(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether a picture says nothing: too small to be seen, or said to be none of the text.

    An empty `alt` means a picture that only adorns (HTML Living Standard, 4.8.4.4).
    """
    sizes = [_count(element.get(name), none=_SMALL + 1) for name in ("width", "height")]
    is_mute = element.get("alt") == "" or element.get("aria-hidden") == "true"
    return min(sizes) <= _SMALL or is_mute


def _count(said: Any, none: int = 1) -> int:  # noqa: ANN401 - an attribute of lxml
    digits = str(said or "").strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) <= _DIGITS else none
