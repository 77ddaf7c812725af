"""Whether a text already says what a fact says, so that a page need not print it twice."""

import re

_WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
_SHORT = 3
_ENDING = 3
_STEM = 4
_NEAR = 4
"""A number's own words stand at most so far behind it: 5 (бес) толық жұмыс күні."""


class TextWords:
    """The words of a text, whatever their endings, and what stands behind its numbers."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self._all = _Stems(words)
        self._behind: dict[str, list[_Stems]] = {}
        for at, word in enumerate(words):
            if word[0].isdigit():
                behind = _Stems(words[at + 1 : at + 1 + _NEAR])
                self._behind.setdefault(word, []).append(behind)

    def says(self, line: str) -> bool:
        """Return whether every word of a line stands in the text, and its numbers as it has them.

        Of a long word its stem is enough; a short word such as “не” stands as it is. Behind a
        number the text must have the word that the line has behind it: 3 days here and 1 working
        day there are no 3 working days.
        """
        words = _words(line)
        pairs = zip(words, [*words[1:], ""], strict=False)
        return all(
            self._counts(word, behind) if word[0].isdigit() else self._all.have(word)
            for word, behind in pairs
        )

    def _counts(self, number: str, behind: str) -> bool:
        found = self._behind.get(number, [])
        is_alone = not behind or behind[0].isdigit()
        return bool(found) if is_alone else any(stems.have(behind) for stems in found)


class _Stems:
    """Some words, known by their beginnings."""

    def __init__(self, words: list[str]) -> None:
        self._words = f" {' '.join(words)} "

    def have(self, word: str) -> bool:
        if len(word) <= _SHORT:
            return f" {word} " in self._words
        return f" {word[: max(_STEM, len(word) - _ENDING)]}" in self._words


def _words(text: str) -> list[str]:
    return [word.replace(",", ".") for word in _WORD.findall(text.casefold())]
