"""What was done by a save, in each language of the project: so every page can say it to its reader.

The first line is in the project's first language, as all who read the repository see it; below it
stands the same in the others.
"""

from collections.abc import Mapping

_IN = "In"
_MOST = 300


def said_in_each(said: Mapping[str, str]) -> str:
    """Return what a save keeps of what was done; the project's first language comes first."""
    first, *others = ((code, _one_line(words)) for code, words in said.items())
    below = "\n".join(f"{_IN} {code}: {words}" for code, words in others)
    return f"{first[1]}\n\n{below}" if below else first[1]


def said_in(message: str, language: str) -> str:
    """Return what was done in a language, or in the first one where that does not have it."""
    first, *others = message.splitlines() or [""]
    start = f"{_IN} {language}: "
    return next((one.removeprefix(start) for one in others if one.startswith(start)), first)


def _one_line(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _MOST else f"{said[:_MOST]} …"
