"""What pasting leaves in a text, and the text without it.

Copies from PDF, mail and Word bring breaks inside of sentences, signs that nobody sees, hyphens of
a page that is no more, and quotation marks around the whole. A reader meets a paragraph that ends
in the middle; a redline marks words that look the same.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from talqy.model.ordinary_words import is_cut


class Leftover(StrEnum):
    """What is left of the place that a text was copied from."""

    UNSEEN = "unseen"
    BROKEN_LINE = "broken-line"
    HYPHEN = "hyphen"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Found:
    """One leftover, and the words at its place; signs that cannot be seen as `U+00AD`."""

    sort: Leftover
    words: str


UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Signs without a shape of their own (Unicode category Cf): soft hyphens, joiners, directions."""
TURNING = re.compile("[\u061c\u200f\u202a-\u202e\u2066-\u2069]")
"""Those of them that turn the direction, so that a reader sees another order than there is."""

_LABEL = re.compile(r"(?:\d+(?:[.-]\d+)*[.)]|\d+(?:\.\d+)+\s|[^\W\d_]\d?\)|[-–—•·*])")
_LITTLE_WORD = re.compile(
    r"(?:^|\s)(?:в|во|на|и|или|с|со|по|о|об|от|до|из|к|для|при|за|не|без|его|ее|их|мен|және|немесе)$"
)
_STOPS = (".", ";", ":", "!", "?", "…")
_END = re.compile(r"[^\W_]$|[»”)\"%,–—-]$")
_PAIRS = {"«": "»", "“": "”", "”": "”", "„": "“”", '"': '"'}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{2,})- ?([^\W\d_]{2,})(?![\w-])")
_SHOWN = 25
_KEPT_TEXTS = 8192


def leftovers(text: str, known: Collection[str] = ()) -> Iterator[Found]:
    """Yield what pasting left in a text; `known` are whole words, in small letters."""
    for one in _possible(text):
        if one.sort is not Leftover.HYPHEN or _is_divided(one.words, known):
            yield one


def joined_words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the words that a hyphen may divide, as they are without it, in small letters.

    With each it is said whether it is divided whatever words are known.
    """
    for one in _possible(text):
        before, after = _halves(one.words) if one.sort is Leftover.HYPHEN else ("", "")
        if after.islower():
            yield (before + after).lower(), is_cut(before.lower(), after)


# Each revision says most clauses in the words of the one before it, and four rules ask.
@lru_cache(_KEPT_TEXTS)
def _possible(text: str) -> tuple[Found, ...]:
    """Return what pasting may have left: every hyphen inside of a word, whatever is known."""
    return tuple(_found(text))


def unseen_in(text: str) -> list[str]:
    """Return the signs of a text that nobody sees, as `U+00AD`."""
    return [f"U+{ord(sign):04X}" for sign in sorted(set(UNSEEN.findall(text)))]


def _found(text: str) -> Iterator[Found]:
    for sign in unseen_in(text):
        yield Found(Leftover.UNSEEN, sign)
    seen = UNSEEN.sub("", text)
    lines = seen.split("\n")
    for at in _broken(lines):
        yield Found(Leftover.BROKEN_LINE, f"{_tail(lines[at])} ⏎ {_head(lines[at + 1])}")
    for match in _HYPHENED.finditer(seen):
        yield Found(Leftover.HYPHEN, match[0])
    if _unquoted(seen) != seen:
        yield Found(Leftover.QUOTES, f"{_head(seen)}…")


def tidied(text: str, known: Collection[str] = ()) -> str:
    """Return a text without what pasting left in it; every word stays.

    A line stays broken at a hyphen where nobody but its author knows whether that is of the word.
    """
    lines = UNSEEN.sub("", text).split("\n")
    broken = set(_broken(lines))
    joined = lines[0]
    for at, line in enumerate(lines[1:]):
        is_cut_off = at in broken and joined.endswith("-")
        if at not in broken or (is_cut_off and not _is_whole(joined, line, known)):
            joined += f"\n{line}"
        else:
            joined += f"{'' if is_cut_off else ' '}{line.lstrip()}"
        joined = joined if at + 1 not in broken else joined.rstrip()
    whole = _HYPHENED.sub(lambda m: m[1] + m[2] if _is_divided(m[0], known) else m[0], joined)
    return _unquoted(whole)


def whole_words(texts: Iterable[str]) -> frozenset[str]:
    """Return all words of some texts that have no hyphen, in small letters."""
    words = (word for text in texts for word in _WORD.findall(text))
    return frozenset(word.lower() for word in words if "-" not in word)


# --- breaks inside of sentences ---------------------------------------------------------------


def _broken(lines: list[str]) -> list[int]:
    """Return the places of the lines that go on in the next one.

    Where one line surely does, the text was broken at the edge of a page: then other long lines
    without a full stop go on too.
    """
    sure = [at for at in range(len(lines) - 1) if _goes_on(lines[at], lines[at + 1])]
    if not sure:
        return []
    least = max(len(lines[at]) for at in sure) // 2
    likely = (at for at in range(len(lines) - 1) if _may_go_on(lines[at], lines[at + 1], least))
    return sorted({*sure, *likely})


def _goes_on(line: str, following: str) -> bool:
    line, following = line.rstrip(), following.lstrip()
    if not _is_open(line, following) or line.endswith(","):
        return False
    begins = following[0].islower() or following[0].isdigit()
    return begins or bool(_LITTLE_WORD.search(line))


def _may_go_on(line: str, following: str, least: int) -> bool:
    line, following = line.rstrip(), following.lstrip()
    return len(line) >= least and _is_open(line, following)


def _is_open(line: str, following: str) -> bool:
    """Return whether neither the end of a line nor the beginning of the next one parts them."""
    if line.endswith("№"):
        return following[:1].isdigit()
    return bool(following and _END.search(line)) and not _LABEL.match(following)


_CUT_OFF = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,60})-$")
_REST = re.compile(r"\s*([^\W\d_]{2,})(?![\w-])")


def _is_whole(line: str, following: str, known: Collection[str]) -> bool:
    """Return whether the word at a hyphen at the end of a line is known without it."""
    before, after = _CUT_OFF.search(line), _REST.match(following)
    return bool(before and after and _is_divided(f"{before[1]}-{after[1]}", known))


# --- hyphens of a page, and quotation marks around the whole ------------------------------------


def _is_divided(words: str, known: Collection[str]) -> bool:
    """Return whether a hyphen only divides a word: without it the word is known."""
    before, after = _halves(words)
    whole = (before + after).lower()
    return after.islower() and (whole in known or is_cut(before.lower(), after))


def _halves(words: str) -> tuple[str, str]:
    before, after = words.split("-")
    return before.strip(), after.strip()


def _unquoted(text: str) -> str:
    """Return a text without quotation marks around all of it: YAML needs none, and prints them.

    «…» around a name are its own; around sentences they are not.
    """
    bare = text.strip()
    opening, inner = bare[:1], bare[1:-1]
    closing = _PAIRS.get(opening, "")
    if not closing or not inner or bare[-1] not in closing:
        return text
    is_one = not any(sign in inner for sign in (opening, *closing))
    is_name = opening == "«" and not (inner.rstrip().endswith(_STOPS) and len(inner) >= _SHOWN)
    return inner if is_one and not is_name else text


def _head(text: str) -> str:
    return text.lstrip()[:_SHOWN]


def _tail(text: str) -> str:
    return text.rstrip()[-_SHOWN:]
