"""The words of an HTML letter, line by line: what is repeated, struck or hidden is told apart.

Read with lxml, whose time grows with the length of the page; the parser of the standard library is
quadratic where a page leaves things open.
"""

import re
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from typing import Any

from lxml import etree, html

from talqy.office.grids import Row
from talqy.office.list_labels import label_of
from talqy.office.mail_tables import CellWords, rows_of
from talqy.office.page_elements import AROUND, AS_WRITTEN, BLOCKS, STRUCK, UNSEEN, is_not_read
from talqy.office.raised import raised
from talqy.office.unseen_words import StyleRules, rules_of, seen_by

MOST_SIGNS = 1 << 20
# Only programs set these; the marks of a mere blockquote are set by buttons of editors, too.
_QUOTING = re.compile(
    r"gmail_attr|yahoo_quoted|moz-cite-prefix|zmail_extra|protonmail_quote|OutlookMessageHeader|"
    r"ms-outlook-mobile-reference|reply-?intro|moz-forward-container|moz-email-headers-table"
)
_CONTAINER = re.compile(r"\bgmail_quote\b|\bgmail_extra\b")
# What follows these repeats another message, to the end of the page.
_FROM_HERE = re.compile(
    r"divRplyFwdMsg|appendonsend|replySplit|OLK_SRC_BODY_SECTION|isReplyContent|zwchr"
)
_SIGNED = re.compile(
    r"gmail_signature|moz-signature|ms-outlook-(?:mobile-)?signature|AppleMailSignature|"
    r"(?:^|\s)Signature(?:$|\s)|zimbra_signature|protonmail_signature"
)
_OFF_THE_LINE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
# A space without width between two letters parts them or does not: the judge leaves it to a person.
_NOTHING = re.compile("[\u00ad\u2060]|(?<!\\w)[\u200b\ufeff]|[\u200b\ufeff](?!\\w)")
_BREAKS = re.compile(r"[ \t\r\n\f\v\u00a0\u202f\u2000-\u200a]+")


@dataclass(frozen=True, slots=True)
class MailLine:
    """One line as it is read.

    `is_quoted`: it looks repeated; `is_sure`: a program says that it is; `is_signed`: a program
    says that it is a signature; `table` is the number of the table in which it stands, from 1.
    """

    text: str
    is_quoted: bool = False
    is_sure: bool = False
    is_signed: bool = False
    table: int = 0


@dataclass(frozen=True, slots=True)
class MailPage:
    """A page as lines; words of it that are struck out, that nobody sees, and pictures in it.

    `odd` are the elements whose words are not read; `tables` the rows of those by number that the
    author shows: none where a table cannot be read as such; `heads` are their first rows.
    """

    lines: tuple[MailLine, ...]
    struck: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    pictures: int = 0
    odd: tuple[str, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()
    tables: tuple[tuple[Row, ...], ...] = ()


def read_page(page: str) -> MailPage:
    """Return the lines of a page, its first million of signs; one that holds nothing has none."""
    tree = _parsed(page[:MOST_SIGNS])
    if tree is None:
        return MailPage((), ())
    gathering = _Gathering(rules=rules_of("\n".join(one.text or "" for one in tree.iter("style"))))
    gathering.walk(tree)
    gathering.end_line()
    return MailPage(
        tuple(gathering.lines),
        tuple(gathering.struck),
        tuple(gathering.hidden),
        gathering.pictures,
        tuple(dict.fromkeys(gathering.odd)),
        tuple(gathering.heads),
        tuple(rows_of(table, partial(_words_of, gathering.rules)) for table in gathering.tables),
    )


def _words_of(rules: StyleRules, cell: Any) -> CellWords:  # noqa: ANN401 - an element of lxml
    look = _Look()
    around = list(takewhile(lambda one: one.tag != "table", cell.iterancestors()))
    for one in reversed(around):  # a row may be hidden, and its cells with it
        look = _look(one, look, rules)
    inner = _Gathering(rules=rules, _looks=[look])
    inner.walk(cell, with_tail=False)
    inner.end_line()
    text = "\n".join(line.text for line in inner.lines).strip()
    return CellWords(text, bool(inner.struck), bool(inner.hidden))


def _parsed(page: str) -> Any:  # noqa: ANN401 - a tree of lxml
    # Words behind a remark or an instruction of another program belong to the page.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return html.document_fromstring(page.encode("utf-8", "replace") or b"<p>", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


@dataclass(frozen=True, slots=True)
class _Look:
    """What an element is; its words, and those of all in it, are so too."""

    is_quoted: bool = False
    is_sure: bool = False
    is_struck: bool = False
    is_hidden: bool = False
    is_unseen: bool = False
    is_signed: bool = False
    is_as_written: bool = False
    line: str = ""
    is_white: bool = False
    has_ground: bool = False


@dataclass
class _Gathering:
    """Gathers lines; a tree may be deep, so its way down is kept in a list."""

    lines: list[MailLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    pictures: int = 0
    odd: list[str] = field(default_factory=list)
    heads: list[tuple[str, ...]] = field(default_factory=list)
    tables: list[Any] = field(default_factory=list)
    rules: StyleRules = field(default_factory=lambda: rules_of(""))
    _parts: list[str] = field(default_factory=list)
    _looks: list[_Look] = field(default_factory=lambda: [_Look()])
    _is_rest: bool = False
    _inside: list[int] = field(default_factory=lambda: [0])

    def walk(self, root: Any, *, with_tail: bool = True) -> None:  # noqa: ANN401 - a tree of lxml
        """Take all words of a page in their order; those behind its root, if they are its own."""
        numbers: dict[Any, int] = {}
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                if event == "end":
                    self._take(element.tail)
            elif event == "start":
                self._start(element, numbers)
            else:
                self._end(element, with_tail=with_tail or element is not root)

    def _start(self, element: Any, numbers: dict[Any, int]) -> None:  # noqa: ANN401
        if _FROM_HERE.search(_marks(element)):
            self.end_line()
            self._is_rest = True
        if element.tag in BLOCKS:
            self.end_line()
        if element.tag == "br":
            self.end_line(is_break=True)
        if element.tag == "table":
            self._inside.append(0)
        self._looks.append(_look(element, self._looks[-1], self.rules))
        if element.tag in {"td", "th"} and self._parts:
            self._parts.append(" ")
        if element.tag == "li":
            self._parts.append(f"{label_of(element, numbers)} ")
        if element.tag == "img" and str(element.get("src") or "").startswith("data:"):
            self.pictures += not self._is_others()
        if not (self._is_others() or self._looks[-1].is_hidden or self._looks[-1].is_unseen):
            self._look_at(element)
        self._parts += AROUND.get(element.tag, ("",))[:1]
        self._take(element.text)

    def _look_at(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Note what is not read as text, and what stands at the head of a table."""
        if is_not_read(element.tag, element.get("type") or "", element.get("dir") or ""):
            self.odd.append(f"<{element.tag}>")
        if element.tag == "table" and (row := element.find(".//tr")) is not None:
            cells = (" ".join("".join(cell.itertext()).split()) for cell in row)
            self.heads.append(tuple(cells))
            self.tables.append(element)
            self._inside[-1] = len(self.tables)

    def _end(self, element: Any, *, with_tail: bool) -> None:  # noqa: ANN401 - an element of lxml
        self._parts += AROUND.get(element.tag, ("",))[1:]
        if element.tag in BLOCKS:
            self.end_line()
        if element.tag == "table":
            self._inside.pop()
        self._looks.pop()
        if with_tail:
            self._take(element.tail)

    def _is_others(self) -> bool:
        return self._is_rest or self._looks[-1].is_quoted

    def _take(self, text: str | None) -> None:
        look = self._looks[-1]
        if not text or look.is_unseen:
            return
        lines = re.split(r"\r\n|\r|\n", text) if look.is_as_written else [text]
        for at, line in enumerate(lines):
            if at:
                self.end_line(is_break=True)
            said = _BREAKS.sub(" ", _NOTHING.sub("", line))
            self._sort(look, said)

    def _sort(self, look: _Look, said: str) -> None:
        """Put words to those that are seen, struck or hidden; of another's nothing is told."""
        is_others = self._is_others()
        if look.is_hidden or (look.is_white and not look.has_ground):
            self.hidden += [said.strip()] if said.strip() and not is_others else []
        elif look.is_struck and not is_others:
            self.struck += [said.strip()] if said.strip() else []
        else:
            self._parts.append(raised(said, is_low=look.line == "sub") if look.line else said)

    def end_line(self, *, is_break: bool = False) -> None:
        """Begin a new line; a break on an empty one leaves it empty."""
        text = re.sub(" {2,}", " ", "".join(self._parts)).strip()
        self._parts.clear()
        if text or (is_break and self.lines and self.lines[-1].text):
            look = self._looks[-1]
            is_sure = self._is_rest or look.is_sure
            is_quoted = is_sure or look.is_quoted
            line = MailLine(text, is_quoted, is_sure, look.is_signed, self._inside[-1])
            self.lines.append(line)


def _look(element: Any, around: _Look, rules: StyleRules) -> _Look:  # noqa: ANN401 - an element of lxml
    marks, style = _marks(element), str(element.get("style") or "")
    is_sure = around.is_sure or _is_repeating(element, marks)
    own = seen_by(f"{style};color:{element.get('color')}" if element.get("color") else style)
    seen = own.over(rules.of(element))
    is_struck = element.tag in STRUCK or seen.is_struck
    has_ground = (
        around.has_ground
        or seen.has_ground
        or bool(element.get("bgcolor") or element.get("background"))
    )
    is_white = seen.is_white or (around.is_white and not seen.has_colour)
    is_closed = element.tag == "dialog" and element.get("open") is None
    is_hidden = element.get("hidden") is not None or seen.is_hidden or is_closed
    return _Look(
        is_quoted=around.is_quoted or is_sure or element.tag == "blockquote",
        is_sure=is_sure,
        is_struck=around.is_struck or is_struck,
        is_hidden=around.is_hidden or is_hidden,
        is_white=is_white,
        has_ground=has_ground,
        is_unseen=around.is_unseen or element.tag in UNSEEN,
        is_signed=around.is_signed or bool(_SIGNED.search(marks)),
        line=_line(element, style) or around.line,
        is_as_written=element.tag in AS_WRITTEN
        or bool(_AS_WRITTEN.search(style))
        or (around.is_as_written and "white-space" not in style),
    )


def _line(element: Any, style: str) -> str:  # noqa: ANN401 - an element of lxml
    """Return `sup` or `sub` for what stands above or below the line; "" for what stands on it."""
    if element.tag in {"sup", "sub"}:
        return str(element.tag)
    found = _OFF_THE_LINE.search(style)
    return found[1].lower()[:3] if found else ""


def _marks(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return " ".join(str(element.get(name) or "") for name in ("id", "class", "name"))


def _is_repeating(element: Any, marks: str) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether a program has marked an element as another message.

    Gmail puts the answers between the quotations into the same container: only what stands there
    in quotations is another's.
    """
    if element.tag != "blockquote" and _CONTAINER.search(marks):
        return element.find(".//blockquote") is None
    return bool(_QUOTING.search(marks))
