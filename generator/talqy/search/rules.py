"""What the browser needs to read a query as the index reads texts: our tables, as plain values."""

from collections.abc import Iterable, Mapping
from typing import Any

from talqy.model.project import Project
from talqy.project.shipped import everyday_names, search_words
from talqy.search.folding import LETTERS, LOOK_ALIKE, PAIR, tokens
from talqy.search.forms import ENDINGS, SOFTENED
from talqy.search.keyboards import LAYOUTS, TRANSLITERATION


def rules(of: Project) -> Mapping[str, Any]:
    """Return the rules of a project; words and phrases are folded already."""
    words = search_words()
    stop = (word for said in words["stop"].values() for word in said)
    rows = everyday_names()["requirement-row"]
    own = ((word, *others) for word, others in of.also.items())
    return {
        "letters": LETTERS,
        "alike": LOOK_ALIKE,
        "pair": PAIR,
        "layouts": LAYOUTS,
        "latin": TRANSLITERATION,
        "endings": [ENDINGS[code] for code in of.languages if code in ENDINGS],
        "softened": SOFTENED,
        "stop": sorted({word for said in stop for word in tokens(said)}),
        "asked": {row: _phrases(said) for row, said in rows.items()},
        "comments": _phrases(words["comments"]),
        "same": [_phrases(group) for group in (*words["same"], *own)],
    }


def _phrases(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(tokens(phrase)) for phrase in said))
