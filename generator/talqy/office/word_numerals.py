"""How Word prints the number of a list item: forms of numbers of ISO/IEC 29500-1, 17.18.59."""

from collections.abc import Callable, Mapping

# Russian lists leave out the letters that are no good numbers: ё, й, ъ, ы, ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# Word repeats a letter so often at most; above that it prints none.
_MOST_REPEATED = 30
_MOST_ROMAN = 32_767
UNTOLD = "?"
"""Stands for a number that cannot be printed in its form."""


def numeral(number: int, form: str) -> str:
    """Return a number in a form of Word's, such as `lowerRoman`; UNTOLD in one not known here."""
    write = _FORMS.get(form)
    return write(number) if write else UNTOLD


def _decimal(number: int) -> str:
    return str(number)


def _two_digits(number: int) -> str:
    return f"{number:02}"


def _nothing(_: int) -> str:
    return ""


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return UNTOLD
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _lettered(letters: str) -> Callable[[int], str]:
    """Return a writer of а … я, аа … яя, as Word goes on."""

    def write(number: int) -> str:
        times, letter = divmod(number - 1, len(letters))
        return letters[letter] * (times + 1) if 0 <= times < _MOST_REPEATED else UNTOLD

    return write


def _upper(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: write(number).upper()


_FORMS: Mapping[str, Callable[[int], str]] = {
    "": _decimal,
    "decimal": _decimal,
    "decimalZero": _two_digits,
    "none": _nothing,
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "lowerLetter": _lettered(_LATIN),
    "upperLetter": _upper(_lettered(_LATIN)),
    "russianLower": _lettered(_RUSSIAN),
    "russianUpper": _upper(_lettered(_RUSSIAN)),
    "numberInDash": lambda number: f"- {number} -",
}
