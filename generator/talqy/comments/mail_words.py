"""The words of a message that are its author's own: no other message, no signature, no markup."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

# From here on a message repeats another one, as the usual programs write it.
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|"
    r"пересланное сообщение|бастапқы хабарлама|қайта жіберілген хабарлама)\b.*|_{20,}\s*",
    re.IGNORECASE,
)
_HEADS = re.compile(r"(?:from|от|кімнен)\s*:.*", re.IGNORECASE)
_MORE_HEADS = re.compile(
    r"(?:sent|date|to|subject|отправлено|дата|кому|тема|жіберілді|күні|кімге|тақырыбы)\s*:.*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r".{0,200}(?:wrote|пишет|писал\(?а?\)?|написал\(?а?\)?|жазды)\s*:\s*", re.IGNORECASE
)
_BY_PROGRAM = re.compile(r"@|\b\d{1,2}:\d\d\b")
_SENT_FROM = re.compile(
    r"(?:sent from my|отправлено (?:с|из)|.{0,30}(?:құрылғысынан|телефонынан) жіберілді)\b.*",
    re.IGNORECASE,
)
_REGARDS = re.compile(
    r"(?:с уважением|құрметпен|ізгі ниетпен|(?:best |kind )?regards|sincerely)\b.{0,60}",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 8
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_QUOTING = frozenset({"blockquote"})


def own_words(text: str) -> tuple[str, int]:
    """Leave out what a message repeats of others, and its signature; count the lines left out."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _introduces(lines, place):
            continue
        if _ends_here(lines, place):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    kept = list(_unsigned(kept))
    left = sum(map(bool, lines)) - sum(map(bool, kept))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), left


def _ends_here(lines: Sequence[str], place: int) -> bool:
    """Return whether everything from this line on is a signature, or another message."""
    line = lines[place].strip()
    if line == "--" or _ORIGINAL.fullmatch(line):
        return True
    following = [other.strip() for other in lines[place + 1 : place + 4]]
    if _HEADS.fullmatch(line) and any(_MORE_HEADS.fullmatch(other) for other in following):
        return True
    # Programs name the hour or the address; “the law says:” is the author's own.
    return bool(_WROTE.fullmatch(line) and _BY_PROGRAM.search(line) and place)


def _introduces(lines: Sequence[str], place: int) -> bool:
    """Return whether a line only announces the quotation below it; it may be wrapped into two."""
    line = lines[place].strip()
    if _WROTE.fullmatch(line):
        return _quotes_next(lines, place)
    joined = f"{line} {lines[place + 1].strip()}" if place + 1 < len(lines) else ""
    is_wrapped = bool(line) and len(joined) < 200 and bool(_WROTE.fullmatch(joined))
    return is_wrapped and "@" in joined and _quotes_next(lines, place + 1)


def _quotes_next(lines: Sequence[str], place: int) -> bool:
    following = next((line.lstrip() for line in lines[place + 1 :] if line.strip()), "")
    return following.startswith(">")


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """Cut a farewell with what follows it, where that is short and stands at the end."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    for place in filled[-_LONGEST_SIGNATURE:]:
        line = lines[place].strip()
        if place and (_REGARDS.fullmatch(line) or _SENT_FROM.fullmatch(line)):
            return lines[:place]
    return lines


class _Words(HTMLParser):
    """Gathers the words of a page; what is unseen or quoted is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.passed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line at blocks; open what is passed over."""
        quoted = any(name == "class" and "gmail_quote" in (said or "") for name, said in attrs)
        if self.passed:
            if tag == self.passed[-1]:
                self.passed.append(tag)
        elif tag in _UNSEEN | _QUOTING or (quoted and tag == "div"):
            self.passed.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Break the line after blocks; close what is passed over."""
        if self.passed:
            if tag == self.passed[-1]:
                self.passed.pop()
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take words; line breaks of the source are spaces."""
        if not self.passed:
            self.parts.append(re.sub(r"\s+", " ", data))


def words_of_html(page: str) -> str:
    """Return the words of a page, a line for each block."""
    reader = _Words()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError):  # the parser gives up on some broken declarations
        reader.parts.append("")
    lines = [line.strip() for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
