"""Signs as codes in texts of workbooks: `_x0041_` is the letter A, and `_x005F_` a low line.

So ECMA-376, part 1, 22.9.2.19 has it. What looks like a code and is a text is written with the
code of its low line. Programs write codes of nothing but signs that no XML may hold, and the reader
of workbooks takes the codes of low lines away by itself: codes of letters are words of people.
"""

import re

_LOOKS_LIKE_ONE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SIGN_OF_A_PROGRAM = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_SEEN = "\t\n"


def coded(text: str) -> str:
    """Return a text as a workbook holds it, so that no program takes a piece of it for a code."""
    return _LOOKS_LIKE_ONE.sub("_x005F_", text)


def decoded(held: str) -> str:
    """Return a text without codes of signs that nobody sees; tabs and ends of lines are signs."""
    return _SIGN_OF_A_PROGRAM.sub(_sign, held)


def _sign(code: re.Match[str]) -> str:
    sign = chr(int(code[1], 16))
    return sign if sign in _SEEN else ""
