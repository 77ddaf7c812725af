"""Checks 17 to 22: what a text gives away, what it would do to a program, and whom it speaks for.

Everything is shown as plain text whatever it says; these findings are for people who read it.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from talqy.comments import comment_words as words
from talqy.comments.personal import Personal, Trace, traces
from talqy.comments.verdict import Finding
from talqy.model.problem import Path

MOST_LINKS = 2

_PERSONAL = {
    Personal.IIN: words.IIN,
    Personal.BIN: words.BIN,
    Personal.PHONE: words.PHONE,
    Personal.EMAIL: words.EMAIL,
    Personal.CARD: words.CARD,
    Personal.ACCOUNT: words.ACCOUNT,
    Personal.DOCUMENT: words.DOCUMENT,
    Personal.PLATE: words.PLATE,
    Personal.ADDRESS: words.ADDRESS,
}
_CONTACTS = frozenset({Personal.PHONE, Personal.EMAIL})
_NAME: Path = ("author", "name")

_TAG = re.compile(r"<(?:[a-z][a-z0-9:-]*[\s/>]|/[a-z]|!--|!\[CDATA|!doctype|\?)", re.IGNORECASE)
_SCRIPT = re.compile(
    r"\b(?:javascript|vbscript)\s*:|\bdata:\s*[a-z]+/[a-z0-9.+-]+[;,]", re.IGNORECASE
)
# Browsers pass over these inside of an address.
_BROKEN = re.compile(r"[\t\n\u00ad\u200b-\u200f\u2060]")
_MARKERS = (
    ("--8<--", re.compile(r"-8<-")),
    ("{{", re.compile(r"\{\{")),
    ("{%", re.compile(r"\{%")),
    ("!!!", re.compile(r"^[ \t]*!!![ \t]+[\w\"]", re.MULTILINE)),
    ("???", re.compile(r"^[ \t]*\?\?\?\+?[ \t]+[\w\"]", re.MULTILINE)),
    ("///", re.compile(r"^[ \t]*///[ \t]+\w", re.MULTILINE)),
    (":::", re.compile(r"^[ \t]*:::[ \t]*\w", re.MULTILINE)),
    ("::…::", re.compile(r"(?mi:(?:^|%0a)[ \t]*::[a-z][a-z-]*(?:[ \t][^\n:]{0,200})?::)")),
    ("##[", re.compile(r"(?mi:^[ \t]*##\[[a-z-]+)")),
)
_LINK = re.compile(r"https?://[^\s<>]+|\bwww\.[^\s<>]+", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)
_SHORTENERS = frozenset(
    {
        *("bit.ly", "clck.ru", "cutt.ly", "goo.gl", "goo.su", "is.gd", "ow.ly", "qps.ru", "rb.gy"),
        *("shorturl.at", "surl.li", "t.co", "t.ly", "tinyurl.com", "u.to", "v.gd", "vk.cc"),
    }
)
_SENTENCE = re.compile(r"[^.!?\n]{20,}")
_SAME_SIGN = re.compile(r"([^\W\d_])\1{9}|([!?])\2{9}")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")


def personal(path: str, where: Path, text: str, public: frozenset[str]) -> Iterator[Finding]:
    """Find personal data in one text; what the authority itself has published is none."""
    found = [trace for trace in traces(text) if trace.key not in public]
    for kind in dict.fromkeys(trace.kind for trace in found):
        is_contact = where == _NAME and kind in _CONTACTS
        yield (words.CONTACT_IN_NAME if is_contact else _PERSONAL[kind]).at(path, where)


def published(texts: Iterable[str]) -> frozenset[str]:
    """Return what of the kind of personal data stands in an authority's own texts."""
    found: Iterable[Trace] = (trace for text in texts for trace in traces(text))
    return frozenset(trace.key for trace in found)


def content(path: str, where: Path, text: str) -> Iterator[Finding]:
    """Find what would be dangerous, were it not shown as plain text."""
    said = html.unescape(text)
    if _TAG.search(text) or _TAG.search(said):
        yield words.MARKUP.at(path, where)
    if _SCRIPT.search(_BROKEN.sub("", said)):
        yield words.SCRIPT_LINK.at(path, where)
    for marker, pattern in _MARKERS:
        if pattern.search(text):
            yield words.MARKER.at(path, where, marker=marker)


def habits(path: str, where: Path, text: str) -> Iterator[Finding]:
    """Find what people do who want to be seen."""
    links = _LINK.findall(text)
    if len(links) > MOST_LINKS:
        yield words.MANY_LINKS.at(path, where, most=MOST_LINKS)
    if any(map(_hides, links)):
        yield words.HIDDEN_LINK.at(path, where)
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) >= 40 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        yield words.SHOUTING.at(path, where)
    said = Counter(" ".join(found.casefold().split()) for found in _SENTENCE.findall(text))
    if any(count > 2 for count in said.values()) or _SAME_SIGN.search(text):
        yield words.REPEATED.at(path, where)


def mixed_scripts(text: str) -> bool:
    """Return whether a word has both Cyrillic and Latin letters."""
    return any(_CYRILLIC.search(w) and _LATIN.search(w) for w in _WORD.findall(text))


def _hides(link: str) -> bool:
    host = _HOST.match(link)
    named = host[1].casefold().removeprefix("www.") if host else ""
    parts = named.split(".")
    is_mixed = any(_CYRILLIC.search(part) and _LATIN.search(part) for part in parts)
    return named in _SHORTENERS or is_mixed or any(part.startswith("xn--") for part in parts)
