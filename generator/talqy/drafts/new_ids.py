"""Ids for clauses that come without one: words, for an id is for ever and a number is not."""

import re
from collections.abc import Collection, Mapping, Sequence

from talqy.model.codes import CodeLists

# Cyrillic letters in Latin ones, as passports and road signs write them.
_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        (
            *("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p"),
            *("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu"),
            *("ia", "a", "g", "q", "n", "o", "u", "u", "h", "i"),
        ),
        strict=True,
    )
)
_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS, _MOST_LETTERS = 3, 30
_LITTLE = 2


def new_id(
    words: Mapping[str, str],
    key: tuple[str, str],
    taken: Collection[str],
    codes: CodeLists,
    languages: Sequence[str],
) -> str:
    """Return an id that nobody has: the row of the official list, unit and number, or first words.

    `words` are the heading, or else the first line, by language; `key` is the number of the clause.
    """
    name = _row(words, codes) or _unit(key) or _spelled(words, languages) or "clause"
    return _free(name, taken)


def _row(words: Mapping[str, str], codes: CodeLists) -> str:
    """Return the row of the list of basic requirements that a heading names."""
    for row in codes.codes("requirement-row"):
        names = codes.named("requirement-row", row)
        if any(words.get(code, "").casefold() == name.casefold() for code, name in names.items()):
            return row
    return ""


def _unit(key: tuple[str, str]) -> str:
    unit, figures = key
    return "-".join(_WORD.findall(f"{unit} {figures}".lower())) if unit else ""


def _spelled(words: Mapping[str, str], languages: Sequence[str]) -> str:
    # The last language first: what Russian words look like in Latin letters, more people know.
    for code in reversed(languages):
        latin = "".join(_LETTERS.get(sign, sign) for sign in words.get(code, "").lower())
        telling = [word for word in _WORD.findall(latin) if len(word) > _LITTLE]
        name = ""
        for word in telling[:_MOST_WORDS]:
            longer = f"{name}-{word}".strip("-")
            name = longer if len(longer) <= _MOST_LETTERS else name or word[:_MOST_LETTERS]
        if name:
            return name
    return ""


def _free(name: str, taken: Collection[str]) -> str:
    number, free = 1, name
    while free in taken or free == "whole":
        number += 1
        free = f"{name}-{number}"
    return free
