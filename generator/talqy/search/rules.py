"""What the browser needs to read a query as the index reads texts: our tables, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from talqy.model.project import Project
from talqy.project.shipped import everyday_names, search_words
from talqy.search.folding import LETTERS, LOOK_ALIKE, PAIR, tokens
from talqy.search.forms import DERIVED, ENDINGS, SOFTENED
from talqy.search.keyboards import LAYOUTS, TRANSLITERATION

_BEGINS = 4
"""With so many letters alike, a word may be a form of another."""


def rules(of: Project, indexed: Iterable[str]) -> Mapping[str, Any]:
    """Return the rules of a project, for an index of these words; all are folded already."""
    words = search_words()
    stop = (word for said in words["stop"].values() for word in said)
    headed = {row: it["asked"] for row, it in words["headed"].items()}
    rows = {**everyday_names()["requirement-row"], **headed}
    own = ((word, *others) for word, others in of.also.items())
    return {
        "letters": LETTERS,
        "alike": LOOK_ALIKE,
        "pair": PAIR,
        "layouts": LAYOUTS,
        "latin": TRANSLITERATION,
        "endings": [ENDINGS[code] for code in of.languages if code in ENDINGS],
        "derived": [DERIVED[code] for code in of.languages if code in ENDINGS],
        "softened": SOFTENED,
        "stop": sorted({word for said in stop for word in tokens(said)}),
        "asked": {row: _phrases(said) for row, said in rows.items()},
        "comments": _phrases(words["comments"]),
        "same": _findable(map(_phrases, (*words["same"], *own)), indexed),
    }


def _findable(groups: Iterable[Sequence[str]], indexed: Iterable[str]) -> list[Sequence[str]]:
    """Return the groups that have a phrase whose words, or forms of them, may stand in an index."""
    begins = {word[:size] for word in indexed for size in range(1, _BEGINS + 1)}

    def may_stand(phrase: str) -> bool:
        return all(word[:_BEGINS] in begins for word in phrase.split())

    return [group for group in groups if any(map(may_stand, group))]


def _phrases(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(tokens(phrase)) for phrase in said))
