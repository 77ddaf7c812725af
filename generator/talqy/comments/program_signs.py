"""Check 20: what a text would do to a program that shows it, prints it or opens it.

Comments are shown as plain text whatever they say, and no template or schema is taken from them;
still nobody needs such signs to say something of a draft. What a commit says is printed by logs of
forges as it stands, and some of them obey it: of the signs, those count there that a log or a page
would obey. «<5 дней», «10 % скидка» and `$(…)` are let alone: nothing here hands them to a shell.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from talqy.comments import kinds
from talqy.comments.patterns import late
from talqy.model.problem import Path, Problem

# --- pages ----------------------------------------------------------------------------------------

_TAG = late(r"<(?:[a-z][a-z0-9:-]*[\s/>]|/[a-z]|!--|!\[CDATA|!doctype|\?)", re.IGNORECASE)
# In a commit «<term>» is a place to fill in: there only what runs, loads or sends.
_ACTIVE_TAG = late(
    r"</?(?:script|iframe|object|embed|svg|img|style|link|meta|base|form|input|button|video|audio"
    r"|body|html)(?=[\s/>])|<a\s+href|<[a-z]+\s[^<>\n]{0,200}\bon[a-z]{3,20}\s*=|<\?(?:php|=)"
    r"|<!\[CDATA",
    re.IGNORECASE,
)
_SCRIPT = late(r"\b(?:javascript|vbscript)\s*:|\bdata:\s*[a-z]+/[a-z0-9.+-]+[;,]", re.IGNORECASE)
# Browsers pass over these inside of an address.
_BROKEN = late(r"[\t\n\u00ad\u200b-\u200f\u2060]")

# --- programs -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marker:
    """Signs that a program obeys; `is_printed`: one that prints what commits say would do so."""

    name: str
    pattern: re.Pattern[str]
    is_printed: bool = False


_MARKERS = (
    Marker("--8<--", late(r"-8<-")),
    Marker("{{", late(r"\{\{"), is_printed=True),
    Marker("{%", late(r"\{%"), is_printed=True),
    Marker("<%", late(r"<%(?:[=@#!-]|\s[^<>\n]{0,200}%>)"), is_printed=True),
    Marker("!!!", late(r"^[ \t]*!!![ \t]+[\w\"]", re.MULTILINE)),
    Marker("???", late(r"^[ \t]*\?\?\?\+?[ \t]+[\w\"]", re.MULTILINE)),
    Marker("///", late(r"^[ \t]*///[ \t]+\w", re.MULTILINE)),
    Marker(":::", late(r"^[ \t]*:::[ \t]*\w", re.MULTILINE)),
    # Logs of forges: GitHub obeys «::…::» at the beginning of a line, «##[…]» wherever it stands,
    # as Azure does «##vso[…]»; GitLab folds sections; colours hide what stands before them.
    Marker(
        "::…::",
        late(
            r"(?mi:(?:^|%0[ad])[ \t]*::(?:[a-z][a-z-]*(?:[ \t](?:[^\n:]|:(?!:)){0,200})?::"
            r"|(?:set|save|add|stop)-[a-z]))"
        ),
        is_printed=True,
    ),
    Marker("##[", late(r"(?i:##(?:vso|teamcity)?\[[a-z])"), is_printed=True),
    Marker(
        "section_start:",
        late(r"(?i:\bsection_(?:start|end):\d{1,12}:|\btravis_fold:(?:start|end):)"),
        is_printed=True,
    ),
    Marker(
        "\\e[",
        late(r"(?i:(?:\\(?:x1b|u001b|033|e)|\^\[|␛)\[[0-9;?]{0,12}[a-z])"),
        is_printed=True,
    ),
    Marker("${jndi:", late(r"(?i:\$\{jndi:)"), is_printed=True),
    # Editors fetch a schema from where a line says, and take settings from the lines of a file.
    Marker("yaml-language-server", late(r"(?i:yaml-language-server\s*:)")),
    Marker("vim:", late(r"(?mi:(?:^|\s)(?:vi|vim|ex)(?:[<>=]?\d+)?:\s*(?:set?\s|\w+=))")),
    Marker("-*-", late(r"-\*-.*-\*-")),
    Marker("Local Variables:", late(r"(?i:\blocal variables:)")),
)
# What a forge leaves undone when it stands in the message of a commit.
_STOPS = late(
    r"\[(?:skip[ -](?:ci|actions)|(?:ci|actions)[ -]skip|no[ -]ci)\]|\*\*\*NO_CI\*\*\*"
    r"|^skip-checks:\s*true",
    re.IGNORECASE | re.MULTILINE,
)


def commands(path: str, where: Path, text: str) -> Iterator[Problem]:
    """Find what would be dangerous, were it not shown as plain text."""
    yield from _on_pages(path, where, text, _TAG)
    for marker in _MARKERS:
        if marker.pattern.search(text):
            yield kinds.MARKER.at(path, where, marker=marker.name)


def commands_in_commits(path: str, where: Path, text: str) -> Iterator[Problem]:
    """Find in what a commit says what makes a forge, its workflows or its pages do something."""
    if found := _STOPS.search(text):
        yield kinds.MARKER.at(path, where, marker=found[0])
    yield from _on_pages(path, where, text, _ACTIVE_TAG)
    for marker in _MARKERS:
        if marker.is_printed and marker.pattern.search(text):
            yield kinds.MARKER.at(path, where, marker=marker.name)


def _on_pages(path: str, where: Path, text: str, tag: re.Pattern[str]) -> Iterator[Problem]:
    unescaped = html.unescape(text)
    if tag.search(text) or tag.search(unescaped):
        yield kinds.MARKUP.at(path, where)
    if _SCRIPT.search(_BROKEN.sub("", unescaped)):
        yield kinds.SCRIPT_LINK.at(path, where)
