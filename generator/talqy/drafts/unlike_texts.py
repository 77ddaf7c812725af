"""What stands in files in place of a text, or beside it: forms about a draft, signatures."""

import re
from collections.abc import Sequence

from talqy.office.word_read import words_of
from talqy.office.word_values import WordRow, WordTable

# The rows of the form that the state portal of drafts shows in place of by-laws.
_HEADS = (
    re.compile(r"наименование проекта|жобасының атауы", re.IGNORECASE),
    re.compile(r"разработчик|әзірлеуші", re.IGNORECASE),
    re.compile(r"основани[яе]|негіз", re.IGNORECASE),
    re.compile(r"краткое содержание|қысқаша мазмұны", re.IGNORECASE),
    re.compile(r"цели\b|мақсат", re.IGNORECASE),
    re.compile(r"последстви|салдар", re.IGNORECASE),
)
_LEAST_HEADS, _LONGEST_HEAD = 4, 300
_BIG, _SMALL = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
_PART = rf"[{_BIG}](?:[{_SMALL}]{{1,30}}|[{_BIG}]{{1,30}})"
_FAMILY = rf"{_PART}(?:-{_PART})?"
_NAME = re.compile(rf"(?:[{_BIG}]\.\s?){{1,2}}{_FAMILY}|{_FAMILY}\s(?:[{_BIG}]\.\s?){{1,2}}")
_LONGEST_POST = 200


def summary_heads(tables: Sequence[WordTable]) -> str:
    """Return the heads of a form about a draft; "" where the file has none.

    A form is a table with at least four of its six rows, whose heads stand in front of the words.
    """
    for table in tables:
        heads = [head for row in table.rows if (head := _head(row))]
        if sum(any(sign.search(head) for head in heads) for sign in _HEADS) >= _LEAST_HEADS:
            return "; ".join(head[:40] for head in heads[:3])
    return ""


def _head(row: WordRow) -> str:
    """Return the words of the first cell of a row that is neither a number nor the last one."""
    said = [" ".join(words_of(cell.blocks).split()) for cell in row.cells[:-1]]
    found = next((words for words in said if any(map(str.isalpha, words))), "")
    return found if len(found) <= _LONGEST_HEAD else ""


def signature_in(table: WordTable) -> str:
    """Return the words of a row that is a post and a name; "" of any other table."""
    if len(table.rows) != 1:
        return ""
    cells = [" ".join(words_of(cell.blocks).split()) for cell in table.rows[0].cells]
    cells = [words for words in cells if words]
    is_signed = len(cells) == 2 and len(cells[0]) <= _LONGEST_POST and _NAME.fullmatch(cells[1])
    return " ".join(cells) if is_signed else ""
