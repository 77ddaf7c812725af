"""The words of an HTML letter, line by line: what is repeated, struck or hidden is told apart.

Read with lxml, whose time grows with the length of the page; the parser of the standard library is
quadratic where a page leaves things open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

MOST_SIGNS = 1 << 20
_BLOCKS = frozenset(
    {"p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"pre", "section", "article", "header", "footer", "dl", "dt", "dd", "hr", "center", "body"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "meta", "link"})
_STRUCK = frozenset({"s", "strike", "del"})
_QUOTING = re.compile(
    r"gmail_quote|gmail_extra|gmail_attr|yahoo_quoted|moz-cite-prefix|zmail_extra|protonmail_quote|"
    r"OutlookMessageHeader|js-readmsg|mail-quote|ms-outlook-mobile-reference|reply-?intro"
)
# What follows these repeats another message, to the end of the page.
_FROM_HERE = re.compile(
    r"divRplyFwdMsg|appendonsend|replySplit|OLK_SRC_BODY_SECTION|isReplyContent"
)
_LINE_THROUGH = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_BESIDE = re.compile(r"border-left", re.IGNORECASE)
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class MailLine:
    """One line as it is read; `is_quoted`: it looks repeated, `is_sure`: a program says so."""

    text: str
    is_quoted: bool = False
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class MailPage:
    """A page as lines, and the words of it that are struck out."""

    lines: tuple[MailLine, ...]
    struck: tuple[str, ...]


def read_page(page: str) -> MailPage:
    """Return the lines of a page; one that holds nothing has none. `page` is bounded before."""
    tree = _parsed(page[:MOST_SIGNS])
    if tree is None:
        return MailPage((), ())
    gathering = _Gathering()
    gathering.walk(tree)
    gathering.end_line()
    return MailPage(tuple(gathering.lines), tuple(gathering.struck))


def _parsed(page: str) -> Any:  # noqa: ANN401 - a tree of lxml
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=False)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace") or b"<p>", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


@dataclass
class _Gathering:
    """Gathers lines; a tree may be deep, so its way down is kept in a list."""

    lines: list[MailLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _depth_quoted: int = 0
    _depth_sure: int = 0
    _depth_struck: int = 0
    _is_rest: bool = False

    def walk(self, root: Any) -> None:  # noqa: ANN401 - a tree of lxml
        numbers: dict[Any, int] = {}
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._start(element, numbers)
            else:
                self._end(element)

    def _start(self, element: Any, numbers: dict[Any, int]) -> None:  # noqa: ANN401
        if _FROM_HERE.search(_marks(element)):
            self.end_line()
            self._is_rest = True
        tag = element.tag
        if tag in _BLOCKS:
            self.end_line()
        if tag == "br":
            self.end_line(is_break=True)
        self._depth_quoted += element.tag == "blockquote"
        self._depth_sure += _is_repeating(element)
        self._depth_struck += _is_struck(element)
        if tag in {"td", "th"} and self._parts:
            self._parts.append(" ")
        if tag == "li":
            self._parts.append(_label(element, numbers))
        if not _is_unseen(element):
            self._take(element.text)

    def _end(self, element: Any) -> None:  # noqa: ANN401 - an element of lxml
        if element.tag in _BLOCKS:
            self.end_line()
        self._depth_quoted -= element.tag == "blockquote"
        self._depth_sure -= _is_repeating(element)
        self._depth_struck -= _is_struck(element)
        parent = element.getparent()
        if parent is not None and not _is_unseen(parent):
            self._take(element.tail)

    def _take(self, text: str | None) -> None:
        if not text:
            return
        said = _NOTHING.sub("", re.sub(r"\s+", " ", text.replace("\xa0", " ")))
        if self._depth_struck:
            self.struck += [said.strip()] if said.strip() else []
        else:
            self._parts.append(said)

    def end_line(self, *, is_break: bool = False) -> None:
        """Begin a new line; a break on an empty one leaves it empty."""
        text = re.sub(" {2,}", " ", "".join(self._parts)).strip()
        self._parts.clear()
        if text or (is_break and self.lines and self.lines[-1].text):
            is_sure = self._is_rest or self._depth_sure > 0
            self.lines.append(MailLine(text, is_sure or self._depth_quoted > 0, is_sure))


def _marks(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return " ".join(str(element.get(name) or "") for name in ("id", "class", "name"))


def _style(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return str(element.get("style") or "")


def _is_repeating(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether a program has marked an element as another message."""
    is_cited = element.get("type") == "cite" or bool(_BESIDE.search(_style(element)))
    return (element.tag == "blockquote" and is_cited) or bool(_QUOTING.search(_marks(element)))


def _is_struck(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return element.tag in _STRUCK or bool(_LINE_THROUGH.search(_style(element)))


def _is_unseen(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return any(
        not isinstance(one.tag, str)
        or one.tag in _UNSEEN
        or one.get("hidden") is not None
        or bool(_HIDDEN.search(_style(one)))
        for one in (element, *element.iterancestors())
    )


def _label(item: Any, numbers: dict[Any, int]) -> str:  # noqa: ANN401 - an element of lxml
    """Return the number of an item as a reader sees it; a dash where it has none."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "– "
    start = str(parent.get("start") or "1")
    first = int(start) if start.isdigit() and len(start) < 5 else 1
    number = numbers[parent] = numbers.get(parent, first - 1) + 1
    kind = str(parent.get("type") or "1")
    if kind in {"a", "A"} and number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    if kind in {"i", "I"} and number < 40:
        roman = _roman(number)
        return f"{roman.upper() if kind == 'I' else roman}. "
    return f"{number}. "


def _roman(number: int) -> str:
    return "".join(_roman_parts(number))


def _roman_parts(number: int) -> Iterator[str]:
    for value, sign in _ROMAN:
        while number >= value:
            yield sign
            number -= value
