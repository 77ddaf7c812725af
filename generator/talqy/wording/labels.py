"""What a list is labelled with: “1)”, “2-1)”, “а)”, “iv)”, “2.”, a dash."""

import re

from talqy.model.items import IS_CITED

_NUMBERED = r"\d+(?:-\d+)*\)(?!,)"
_LETTERED = r"[^\W\d_](?:-\d+)?\)"
# “: 1) и 2)”, “; 2) тармақша” are references.
_IN_A_LINE = rf"(?<=[;:] ){_NUMBERED}(?! (?:и|или|және|немесе|мен|тармақ|подпункт))"
_ITEM = re.compile(rf"(?m)^[^\S\n]*(?:{_NUMBERED}|{_LETTERED})(?!{IS_CITED})|{_IN_A_LINE}")
_LABEL = re.compile(
    rf"(?m)^[^\S\n]*(?:{_NUMBERED}|\d+(?:-\d+)*\.(?=\s)|{_LETTERED}|[ivx]+\)|[–—-]\s)(?!{IS_CITED})"
    rf"|{_IN_A_LINE}"
)


def items(text: str) -> list[str]:
    """Return the labels of the items of a text; they may stand in one line: “: 1) …; 2) …”."""
    return _ITEM.findall(text) if ")" in text else []  # each ends so


def without_labels(text: str) -> str:
    """Return a text with blanks in the place of its labels; the length stays the same."""
    return _LABEL.sub(lambda match: " " * len(match[0]), text)
