"""Other ways to type a word: on a keyboard of another language, or in Latin letters."""

from collections.abc import Mapping

_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_LETTERS = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_DIGITS, _KAZAKH = "234589-=0", "әіңғүұөһқ"

LAYOUTS: tuple[Mapping[str, str], ...] = (
    dict(zip(_KEYS, _LETTERS, strict=True)) | {"{": "х", "}": "ъ", ":": "ж", '"': "э"},
    dict(zip(_KEYS + _DIGITS, _LETTERS + _KAZAKH, strict=True)),
)
"""What stands on the keys of a Latin keyboard in Russian, and in Kazakh (its row of digits too)."""

TRANSLITERATION: tuple[tuple[str, str], ...] = (
    *(("shch", "ш"), ("sch", "ш"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х")),
    *(("ts", "ц"), ("gh", "г"), ("yo", "е"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("ju", "жу")),
    *zip("abvgdejziklmnoprstufhcxqwy", "абвгдежзиклмнопрстуфхцхкуи", strict=True),
    *zip("äáöóüúūğǵşñńıýə", "ааооуууггшннииа", strict=True),
)
"""Latin letters and the folded Cyrillic ones that they stand for, the longest first."""
