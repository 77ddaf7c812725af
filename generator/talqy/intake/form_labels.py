"""The labels of the form's letter, found on a line as it came through people and programs.

Programs write our sign of a list as theirs, fold dashes, make letters bold, break lines; people
mend what they read. A line is told from its words alone, without signs, capitals and gaps: it is a
label, or nearly one, and then nobody guesses what it begins.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from talqy.model.pasted import UNSEEN
from talqy.project.comment_form import comment_form

END = "end"
PEOPLES = frozenset("-–—*+")
"""The signs with which people list their points; all others are programs'."""
# What stands between marks of quotation or brackets is said of a label, and is none.
_AROUND = frozenset(("Ps", "Pe", "Pi", "Pf"))
_COLONS = ":\uff1a\ufe55\ua789\u2236"
_COLON = re.compile(f"[{_COLONS}]")
_MOST_COLONS = 4
# The longest label has some 120 signs; a point that people list has a short head.
_LONGEST, _LONGEST_POINT, _MOST_WORDS = 200, 76, 8
_WRAPPED = 4
_ALIKE = 0.8
_SHORTEST_ALIKE = 6
# “o” is how Outlook writes the second level of a list.
_LEAD = re.compile(r"[\W_]*(?:o[ \t\u00a0]+)?[\W_]*", re.IGNORECASE)
_BOLD = re.compile(r"(?<![*_])[*_]++(?=\S)")
_CLOSED = re.compile(r"(?<=[^\s*_])[*_]+")
_GAPS = re.compile(r"\s+")
_NAMES = "|".join(map(re.escape, sorted(comment_form().letter)))
_BRACKETED = re.compile(rf"[^\[\]\n]{{0,60}}\[({_NAMES})\]([^\n]*)")
_IN_BRACKETS = re.compile(rf"\[({_NAMES})\]:")
_TWO = 2
_DRAFT = re.compile(r"[\[(][a-z0-9][a-z0-9-]{0,99} r[1-9]\d{0,3}[\])]")


@dataclass(frozen=True, slots=True)
class FormLabel:
    """A label at the beginning of a line: its field, the words behind it, the sign before it.

    `sign` is "[" where the name of the field stands in brackets, and "" where nothing leads it.
    `count` are the lines over which it goes; `is_whole`: it is read, and else a person must look.
    """

    name: str
    words: str = ""
    sign: str = ""
    count: int = 1
    is_whole: bool = True


def label_at(lines: Sequence[str], place: int) -> FormLabel | None:
    """Return the label that begins at a line, or what is nearly one; None where none does."""
    line = lines[place]
    bracketed = _bracketed(line)
    if bracketed and bracketed.is_whole:
        return bracketed
    if _is_in_marks(sign := _sign(line)):
        return bracketed
    if found := _label(line):
        return found
    joined = line
    for count in range(2, _WRAPPED + 1):
        following = next(iter(lines[place + count - 1 : place + count]), "").strip()
        if not following or _sign(following) or not _begins_a_label(joined):
            break
        joined = f"{joined} {following}"
        if found := _label(joined):
            return replace(found, count=count)
    return _begun(line, sign) or bracketed


def label_of(line: str) -> FormLabel | None:
    """Return the label that begins a line with its colon, whatever leads it; None if none does.

    The end of a letter is no field.
    """
    found = _bracketed(line) if not _is_in_marks(_sign(line)) else None
    found = found if found and found.is_whole else _label(line)
    return found if found and found.name != END else None


def is_nearly_label(line: str, sign: str) -> bool:
    """Return whether a line that is no label is led as the labels are, by `sign`, and looks so."""
    own = _sign(line)
    if not own or _is_in_marks(own) or (own in PEOPLES and own != sign):
        return False
    colon = next(_first_colons(line), None)
    head = line[: colon.start()] if colon else line
    rest = line[colon.end() :] if colon else ""
    words = _words(head)
    is_point = colon is not None and len(head) <= _LONGEST_POINT and 0 < len(words) <= _MOST_WORDS
    is_led = own == sign and is_point and not rest.startswith("//") and not head[-1:].isdigit()
    return is_led or _is_alike(words)


def is_point(line: str) -> bool:
    """Return whether a sign leads a line, as the points of a list have it."""
    return bool(_sign(line))


def inner_label(text: str, sign: str) -> str:
    """Return the label that stands within a line, behind other words; "" where none does."""
    for found in _inner().finditer(text):
        is_own = found[0][0] not in PEOPLES or found[0][0] == sign
        if is_own and any(map(str.isalnum, text[: found.start()])):
            return found[0].strip()
    return ""


def is_form_in_one_line(text: str) -> bool:
    """Return whether the fields of a letter of the form stand within one line."""
    led = {_name_of(one[0]) for one in _inner().finditer(text) if one[0][0] not in PEOPLES}
    bracketed = {one[1] for one in _IN_BRACKETS.finditer(text)}
    return len(led) >= _TWO or len(bracketed) >= _TWO or has_fields(text)


def has_fields(text: str) -> bool:
    """Return whether a text has a draft with its id and labels of the form, whatever leads them."""
    labels = {_name_of(one[0]) for one in _unled().finditer(text)}
    return len(labels) > _TWO and bool(_DRAFT.search(text))


def _bracketed(line: str) -> FormLabel | None:
    """Return the label of an older letter, or of a project's own words: `Пікір [text]: …`."""
    bare = line.strip()
    found = _BRACKETED.match(bare)
    if not found:
        return None
    name, rest = found[1], found[2].lstrip()
    rest = UNSEEN.sub("", rest[:4]).lstrip("*_ \u00a0") + rest[4:]
    if name == END:
        return (
            FormLabel(END, sign="[")
            if not rest.strip()
            else FormLabel(END, sign="[", is_whole=False)
        )
    if rest[:1] and rest[0] in _COLONS:
        return FormLabel(name, rest[1:].strip(" \t\u00a0"), "[")
    return FormLabel(name, sign="[", is_whole=False)


def _label(line: str) -> FormLabel | None:
    """Return the label that a line begins, behind whatever sign, with its colon; or the end."""
    sign = _sign(line)
    if _words(line) == _words_of_end(line):
        return FormLabel(END, sign=sign)
    for found in _first_colons(line):
        head, rest = line[: found.start()], line[found.end() :]
        name = _name_of(head)
        if name and name != END:
            words, is_closed = _unbold(head, rest)
            return FormLabel(name, words, sign, is_whole=bool(sign) and is_closed)
    return None


def _words_of_end(line: str) -> tuple[str, ...] | None:
    words = _words(line)
    return words if _known().get(words) == END else None


def _begun(line: str, sign: str) -> FormLabel | None:
    """Return a label without its colon: its words lead the line, and a sign, or they are all."""
    words = _words(line)
    for known, name in _known().items():
        is_all = words == known and len(known) > 1
        if words[: len(known)] == known and (sign or is_all):
            return FormLabel(name, sign=sign, is_whole=False)
    return None


def _begins_a_label(line: str) -> bool:
    words = _words(line)
    return bool(words) and any(known[: len(words)] == words for known in _known())


def _is_in_marks(sign: str) -> bool:
    return bool(sign) and (sign in "\"'" or unicodedata.category(sign) in _AROUND)


def _unbold(head: str, rest: str) -> tuple[str, bool]:
    """Return the words behind a label without the marks of bold letters; False: they are mixed."""
    words = rest.strip(" \t\u00a0")
    opened = _BOLD.search(head)
    if not opened or _CLOSED.search(head, opened.end()):
        return words, True
    mark = opened[0]
    if words.startswith(mark):
        return words.removeprefix(mark).strip(), True
    return words.removesuffix(mark).strip(), words.endswith(mark)


def _sign(line: str) -> str:
    """Return the sign that leads a line: neither a gap nor a mark of bold letters."""
    bare = UNSEEN.sub("", line[:_LONGEST]).strip()
    lead = _LEAD.match(bare)
    signs = _GAPS.sub("", lead[0]) if lead else ""
    if plain := signs.strip("*_"):
        return plain[0]
    return "" if _BOLD.match(bare) else signs[:1]


def _first_colons(line: str) -> Iterator[re.Match[str]]:
    found = _COLON.finditer(line, 0, _LONGEST)
    yield from (one for _, one in zip(range(_MOST_COLONS), found, strict=False))


def _name_of(head: str) -> str:
    return _known().get(_words(head), "")


def _is_alike(words: tuple[str, ...]) -> bool:
    """Return whether words are nearly those of a label, or it begins them."""
    said = " ".join(words)[:_LONGEST]
    if len(said) < _SHORTEST_ALIKE:
        return False
    for known in _known():
        label = " ".join(known)
        matcher = SequenceMatcher(None, said[: len(label)], label, autojunk=False)
        if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a label, small and without signs, however a program writes them."""
    plain = unicodedata.normalize("NFKC", UNSEEN.sub("", text[:_LONGEST])).casefold()
    lead = _LEAD.match(plain)
    return tuple(re.findall(r"\w+", plain[lead.end() :] if lead else plain))


@cache
def _known() -> dict[tuple[str, ...], str]:
    """Return the field that the words of each label stand for."""
    letter = comment_form().letter
    return {_words(label): name for name, labels in letter.items() for label in labels}


@cache
def _inner() -> re.Pattern[str]:
    """Return how a label looks within a line: a sign of a list, its words, a colon."""
    return re.compile(
        rf"(?:[•◦·▪●∙‣]|(?<=\s)[*-])[ \t\u00a0]{{0,3}}(?:{_told('fields')}[ \t\u00a0]?[{_COLONS}]"
        rf"|{_told('end')})",
        re.IGNORECASE,
    )


@cache
def _unled() -> re.Pattern[str]:
    return re.compile(rf"\b{_told('fields')}[ \t\u00a0]?[{_COLONS}]", re.IGNORECASE)


def _told(which: Literal["fields", "end"]) -> str:
    labels = (known for known, name in _known().items() if (name == END) == (which == END))
    written = sorted((r"[\W_]{1,4}".join(map(re.escape, one)) for one in labels), key=len)
    return f"(?:{'|'.join(reversed(written))})"
