"""Walks over the pages of a desk as an official would, and reads what they say to people."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from desks import ORIGIN, ADesk

FOLDED = {"Техникалық маманға", "Техническому специалисту"}
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_SPOKEN = ("aria-label", "title", "placeholder", "alt")
_LEFT_OUT = re.compile(r"/(preview|files|leave|assets)/|/(leave|download)\b|\.(docx|xlsx|csv|zip)$")


class _Page(HTMLParser):
    """Gathers the texts of a page, piece by piece, with the place of each; links besides.

    What is folded for the technical person, what a field holds and what people have written
    themselves (`data-written`) is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self._open: list[tuple[str, bool, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        is_left = (
            tag in {"script", "style", "textarea", "code"}
            or "data-written" in said
            or said.get("lang") == "en"
        )
        if tag not in _VOID:
            self._open.append((tag, is_left, len(self.texts)))
        if not self._is_left:
            self.texts += [said[name] for name in _SPOKEN if said.get(name)]
            if tag == "input" and said.get("type") in {"submit", "button"}:
                self.texts.append(said.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, _, since = self._open.pop()
            if name == "details" and FOLDED & set(map(str.strip, self.texts[since:][:3])):
                del self.texts[since:]
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not self._is_left:
            self.texts.append(text)

    @property
    def _is_left(self) -> bool:
        return any(is_left for _, is_left, _ in self._open)


def read(page: str) -> tuple[list[str], list[str]]:
    """Return what a page says, piece by piece, and where its links lead."""
    reader = _Page()
    reader.feed(page)
    return reader.texts, reader.links


def walked(desk: ADesk, start: str, most: int = 2_000) -> Iterator[tuple[str, list[str]]]:
    """Yield each page of the desk that links lead to from one, with what it says."""
    known, waiting = {start}, [start]
    while waiting and len(known) <= most:
        path = waiting.pop(0)
        answer = desk.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        texts, links = read(answer.text)
        yield path, texts
        for link in links:
            to = urlsplit(urljoin(f"{ORIGIN}{path}", link))
            below = f"{to.path}?{to.query}" if to.query else to.path
            is_ours = f"{to.scheme}://{to.netloc}" == ORIGIN and below.startswith(start)
            if is_ours and below not in known and not _LEFT_OUT.search(below):
                known.add(below)
                waiting.append(below)
