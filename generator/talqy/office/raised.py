"""Superscripts and subscripts in plain text: 10⁵ is not 105, and м² is not м2."""

import re

_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
# Marks of footnotes say where they belong by themselves.
_MARK = re.compile(r"\[[^\]]*\]|\*+")


def raised(text: str, *, is_low: bool = False) -> str:
    """Return words that stand above the line (or below it) as plain text that means the same.

    Digits have signs of their own in Unicode; where one has none, the whole stands in brackets
    behind “^” or “_”. Letters alone (the “th” of a day) stay, for they mean the same.
    """
    bare = text.strip()
    if not any(map(str.isdigit, bare)) or _MARK.fullmatch(bare):
        return text
    signs = _LOWERED if is_low else _RAISED
    if all(sign in signs for sign in bare):
        return text.replace(bare, "".join(signs[sign] for sign in bare))
    return text.replace(bare, f"{'_' if is_low else '^'}({bare})")
