"""Signs with which no line of a page begins, and № with the number behind it.

A dash, an arrow or a dot between words goes with the word before it. Such signs come from
everywhere: from words of the interface, from templates, from texts of the law, from people.
"""

import re

from talqy.language.typed_days import Prose

_HOLDING = "\u00a0"
_SIGN = re.compile(" (?=[–—·→…])")
_NUMBER = re.compile("№ (?=[0-9])")
_BODY = "<body"


def held_text(text: str) -> str:
    """Return plain words in which such signs are held: for paper, on which nobody copies a code."""
    for signs in (_SIGN, _NUMBER):
        text = signs.sub(lambda found: found[0].replace(" ", _HOLDING), text)
    return text


def held_signs(html: str) -> str:
    """Return a page in which such signs are held; what is no prose stays as it is."""
    head, begins, body = html.rpartition(_BODY)
    for signs in (_SIGN, _NUMBER):
        body = _held(signs, body)
    return f"{head}{begins}{body}"


def _held(signs: re.Pattern[str], html: str) -> str:
    prose = Prose(html)

    def one(match: re.Match[str]) -> str:
        return match[0].replace(" ", _HOLDING) if prose.has(match.start()) else match[0]

    return signs.sub(one, html)
