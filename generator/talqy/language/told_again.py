"""Whether a text already says what a fact says, so that a page need not print it twice."""

import re

_WORD = re.compile(r"\d+|[^\W\d_]+")
_SHORT = 3
_ENDING = 3
_STEM = 4


class TextWords:
    """The words of a text, whatever their endings."""

    def __init__(self, text: str) -> None:
        words = set(_WORD.findall(text.casefold()))
        self._words = words
        self._stems = {word[:end] for word in words for end in range(_STEM, len(word) + 1)}

    def says(self, line: str) -> bool:
        """Return whether every word and number of a line stands in the text.

        Of a long word its stem is enough; a number, and a short word such as “не”, stands as it is.
        """
        return all(self._has(word) for word in _WORD.findall(line.casefold()))

    def _has(self, word: str) -> bool:
        if word.isdigit() or len(word) <= _SHORT:
            return word in self._words
        return word[: max(_STEM, len(word) - _ENDING)] in self._stems
