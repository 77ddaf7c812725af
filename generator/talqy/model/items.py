"""The items of a list inside a text, as acts number them: 1), 2-1), а), ә), i), and dashes.

An item is a line that begins with such a label. How deep it stands follows from the labels before
it: letters below a number are one level deeper, and a number again comes back.
"""

import re
from collections.abc import Iterable, Iterator

IS_CITED = r"(?:(?:,\s*|\s+(?:және|мен|немесе)\s+)\S{1,9}\))*\s+тармақша\w*"
"""What stands behind “2-1)” in a line that begins by citing it: “… тармақшада көзделген”."""
_ITEM = re.compile(
    rf"(?![^\W_]{{1,4}}(?:-\d{{1,2}})?\){IS_CITED})"
    r"(?:(?P<number>\d+(?:-\d+)*\))\s+|(?P<roman>[ivx]{1,6}\))\s+"
    r"|(?P<letter>[^\W\d_](?:-?\d{1,2})?\))\s+|(?P<dash>[–—•-])\s+)"
)


def item_parts(line: str) -> tuple[str, str]:
    """Return the label of an item and its words; a line that is none has no label."""
    match = _ITEM.match(line)
    return (match[0].rstrip(), line[match.end() :]) if match else ("", line)


def levels(lines: Iterable[str]) -> Iterator[int]:
    """Yield how deep each line stands: 0 is a paragraph, 1 an item, 2 one below an item."""
    around: list[str] = []
    last = ""
    for line in lines:
        sort = _sort(line, last)
        if not sort:
            around = []
        elif sort in around:
            del around[around.index(sort) + 1 :]
        else:
            around.append(sort)
        last = item_parts(line)[0]
        yield len(around)


def _sort(line: str, last: str) -> str:
    """Return what a line is labelled with; “i)” after “h)” is a letter."""
    match = _ITEM.match(line)
    sort = (match.lastgroup or "") if match else ""
    is_next = len(last) == 2 and line[:2] == chr(ord(last[0]) + 1) + ")"
    return "letter" if sort == "roman" and is_next and last != "i)" else sort
