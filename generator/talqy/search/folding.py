"""Letters made alike, and a text cut into words: by one table for the index and for the browser.

The table goes into the index, and `theme/assets/search-words.js` folds by it, so that a query and
a text are folded alike. Kazakh letters become their nearest Russian ones, as people type who lack
them; letters that sound alike become one, so that who spells by ear is understood; marks without
a sound are dropped.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from talqy.wording.alphabets import CYRILLIC, LATIN, in_one_alphabet

LETTERS: Mapping[str, str] = {
    **dict(zip("әғқңөұүһі", "агкноуухи", strict=True)),
    **dict(zip("ёйыщэ", "еиише", strict=True)),
    **dict.fromkeys("ъь\u00ad\u0301", ""),
    # What messengers and word processors put between letters, and nobody sees.
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
LOOK_ALIKE: Mapping[str, str] = dict(zip(LATIN, CYRILLIC, strict=True)) | {"ə": "ә", "ɵ": "ө"}
"""Latin letters inside of Cyrillic words."""

_FOLDED = str.maketrans(dict(LETTERS))
# A number is followed by the same one in words: «8 (восемь) рабочих дней».
_IN_WORDS = re.compile(r"(\d) ?\([^()\d]{1,60}\)")
# An ending joined to a number is no word: «16-ға», «5-го», «16ға».
_ENDING = re.compile(r"(\d)(?:-[^\W\d_]{1,3}|[гк][ае]|[дт][ае]н?|н[ае]н|[ндт]ин?)(?![^\W\d_])")
_TOKEN = re.compile(r"(?P<phone>\d+(?:-\d+){2,})|(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)")
UNIT = "_"
PAIR = 3
"""So many letters of the word behind a number stand with it: 8_раб is «8 рабочих дней»."""


def folded(text: str) -> str:
    """Return a text in small letters, those that are typed or sound alike as one."""
    low = unicodedata.normalize("NFC", text).lower()
    return in_one_alphabet(low).translate(_FOLDED)


def tokens(text: str) -> Iterator[str]:
    """Yield the words of a text as the index holds them.

    A number also stands with the word behind it (`8_раб`); a telephone number is one word.
    """
    number = ""
    for found in _TOKEN.finditer(_ENDING.sub(r"\1", _IN_WORDS.sub(r"\1", folded(text)))):
        if found["word"]:
            if number:
                yield f"{number}{UNIT}{found['word'][:PAIR]}"
            number = ""
            yield found["word"]
        elif found["phone"]:
            number = ""
            yield found["phone"].replace("-", "")
        else:
            number = found["number"].replace(",", ".")
            yield number
