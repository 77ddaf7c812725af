"""The number that a page shows before an item of a list (HTML Living Standard, 4.4.5 to 4.4.8).

A program shows “1.” before every item. Where a list belongs to a line with a number of its own, it
has the items of that line, and these are “1)”: with “1.” they would be read as other clauses.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS, _ROMANS, _DIGITS = 26, 39, 4
_NUMBERED = re.compile(r"\s{0,9}(?:\d{1,4}(?:-\d{1,3})?(?:\.\d{1,3}){0,3})\s?[.)]\s")
_FIRST_TEXTS = 9


def label_of(item: Any, numbers: dict[Any, int]) -> str:  # noqa: ANN401 - an element of lxml
    """Return the number of an item as a reader sees it; a dash where it has none.

    `numbers` holds the last number of each list, and takes this one.
    """
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "–"
    number = numbers[parent] = _number_of(item, parent, numbers.get(parent))
    kind, sign = str(parent.get("type") or "1"), ")" if _is_of_a_line(parent) else "."
    if kind in {"a", "A"} and 1 <= number <= _LETTERS:
        return f"{chr(ord(kind) + number - 1)}{sign}"
    if kind in {"i", "I"} and 1 <= number <= _ROMANS:
        roman = "".join(_roman(number))
        return f"{roman.upper() if kind == 'I' else roman}{sign}"
    return f"{number}{sign}"


def _is_of_a_line(parent: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether a list stands in an item, or below a line that begins with a number."""
    around, before = parent.getparent(), parent.getprevious()
    if around is not None and around.tag == "li":
        return True
    if before is None or not isinstance(before.tag, str) or before.tag in {"ol", "ul"}:
        return False
    # The first texts alone: the line may be long, and each item of the list asks.
    return bool(_NUMBERED.match("".join(islice(before.itertext(), _FIRST_TEXTS))[:99]))


def _number_of(item: Any, parent: Any, before: int | None) -> int:  # noqa: ANN401 - of lxml
    """Return the number of an item after the one before it; a list may begin anywhere, or go down.

    A list that goes down begins with the count of its items (HTML, 4.4.5 “The ol element”).
    """
    if (said := _count(item.get("value"))) is not None:
        return said
    is_down = parent.get("reversed") is not None
    if before is not None:
        return before - 1 if is_down else before + 1
    if (start := _count(parent.get("start"))) is not None:
        return start
    return sum(1 for one in parent if one.tag == "li") if is_down else 1


def _count(said: Any) -> int | None:  # noqa: ANN401 - an attribute of lxml
    text = str(said or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(digits) <= _DIGITS else None


def _roman(number: int) -> Iterator[str]:
    for value, sign in _ROMAN:
        while number >= value:
            yield sign
            number -= value
