"""What the tests of links need to know of an HTML file.

All files of the site are read by libxml2, which takes a twentieth of the time of a reader that does
as browsers do; of sound pages it makes the same tree (`tests/browser/test_links.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
from lxml import etree

Element = Any
"""An element of either reader: both have the interface of ElementTree."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Text:
    """Words on a page, and the language that they are said to be in."""

    words: str
    language: str


@dataclass(slots=True)
class Parsed:
    """One HTML file of the site."""

    path: str
    language: str = ""
    title: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[Mapping[str, str]] = field(default_factory=list)
    head: list[Mapping[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    first_heading: str = ""
    texts: list[Text] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The page's path as it is written in links: folders end with a slash."""
        return self.path.removesuffix("index.html")

    def head_links(self, rel: str) -> list[Mapping[str, str]]:
        """Return the links of the head with such a relation."""
        return [link for link in self.head if link.get("rel") == rel]

    def target(self, href: str) -> tuple[str, str]:
        """Return the path and the anchor that an internal link leads to."""
        whole, anchor = urldefrag(urljoin(f"http://site/{self.address}", href))
        return unquote(urlsplit(whole).path).lstrip("/"), anchor


def parsed(folder: Path) -> list[Parsed]:
    """Parse all HTML files of a built site."""
    files = sorted(folder.rglob("*.html"))
    return [parsed_at_once(file.relative_to(folder).as_posix(), file) for file in files]


def parsed_at_once(path: str, file: Path) -> Parsed:
    """Parse a file quickly."""
    reader = etree.HTMLParser(encoding="utf-8")
    return _parsed(path, etree.fromstring(file.read_bytes(), reader))


def parsed_as_in_a_browser(path: str, file: Path) -> Parsed:
    """Parse a file by the rules of the HTML standard."""
    root = html5lib.parse(
        file.read_bytes(), transport_encoding="utf-8", namespaceHTMLElements=False
    )
    return _parsed(path, root)


def _parsed(path: str, root: Element) -> Parsed:
    page = Parsed(path, language=root.get("lang", ""), title=root.findtext("head/title") or "")
    page.head = [dict(link.attrib) for link in root.iterfind("head/link")]
    body = root.find("body")
    assert body is not None
    for element, language in _walk(body, page.language):
        _note(page, element, language)
    return page


def _walk(element: Element, language: str) -> Iterator[tuple[Element, str]]:
    language = element.get("lang", language)
    yield element, language
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child, language)


def _note(page: Parsed, element: Element, language: str) -> None:
    for words in (element.text, *(child.tail for child in element)):
        if words and words.strip():
            page.texts.append(Text(" ".join(words.split()), language))
    if name := element.get("id"):
        page.ids.append(name)
    if "href" in element.attrib:
        page.links.append(dict(element.attrib))
    if element.tag in HEADINGS:
        page.headings.append(HEADINGS.index(str(element.tag)) + 1)
        page.first_heading = page.first_heading or " ".join("".join(element.itertext()).split())
    classes: Any = (element.get("class") or "").split()
    if "trail" in classes:
        page.trail = [link.get("href", "") for link in element.iter("a")]
    if "comment" in classes:
        page.said[element.get("id", "")] = {
            part.get("lang", "")
            for part in element.iter()
            if part.get("class") == "said" or (part.tag == "blockquote" and part.get("lang"))
        }
