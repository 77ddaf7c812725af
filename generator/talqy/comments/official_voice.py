"""Check 22, of the words: whether a text speaks as the authority does.

Whoever reads «Министерство юстиции отвечает: …» below a draft takes it for the answer. What people
say of an authority («министерство отвечает за срок») is none: what counts is the answer's own form.
Some sayings are an authority's wherever they stand; others («проект отозван») are said by people,
too, and count only where nobody asks, doubts or speaks of himself beside them.
"""

import re
from collections.abc import Iterator

from talqy.comments import kinds
from talqy.comments.plain_letters import bounded, without_own_letters
from talqy.comments.voice_signs import ALONE, ALWAYS, OF_PEOPLE
from talqy.model.comment import AuthorKind
from talqy.model.problem import Path, Problem

_SPACES = re.compile(r"[^\S\n]+")


def speaks_officially(text: str) -> bool:
    """Return whether a text has the form of what an authority tells or decides."""
    said = _SPACES.sub(" ", without_own_letters(bounded(text)))
    if any(sign.search(said) for sign in ALWAYS):
        return True
    return not OF_PEOPLE.search(said) and any(sign.search(said) for sign in ALONE)


def official_voice(path: str, where: Path, text: str, kind: AuthorKind | None) -> Iterator[Problem]:
    """Look whether a comment speaks as the authority; a state body may, and is asked for itself."""
    if kind is not AuthorKind.STATE_BODY and speaks_officially(text):
        yield kinds.OFFICIAL_VOICE.at(path, where)
