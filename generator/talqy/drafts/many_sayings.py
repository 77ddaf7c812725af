"""What the tool calls a thing, in all its languages at once: what people type is known by it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz

from talqy.language.catalogue import Catalogue, catalogue
from talqy.project.shipped import folders

_ALIKE = 85
_ASIDE = re.compile(r"\([^()]{0,200}\)")
_WORD = re.compile(r"\w+")
_BOTH = re.compile(r" / |\n")


@dataclass(frozen=True)
class ManySayings:
    """What interface words are in all languages of the tool and of a project."""

    places: tuple[Path, ...] = ()

    @cached_property
    def _catalogues(self) -> tuple[Catalogue, ...]:
        places = self.places or folders(None, "messages")
        codes = {file.stem for place in places for file in place.glob("*.po")}
        return tuple(catalogue(code, places) for code in sorted(codes))

    def printed(self, words: str, languages: Sequence[str]) -> str:
        """Return words as a working copy prints them: in each of its languages."""
        said = (one(words) for one in self._catalogues if one.language in languages)
        return " / ".join(dict.fromkeys(said))

    def meant(self, typed: str, choices: Iterable[str]) -> str:
        """Return which of some words are meant, in whatever language; "" where it is not plain."""
        forms = {bare_words(one(words)): words for words in choices for one in self._catalogues}
        parts = [bare for part in _BOTH.split(typed) if (bare := bare_words(part))]
        if exact := next((forms[part] for part in parts if part in forms), ""):
            return exact
        near = {forms[f] for part in parts for f in forms if fuzz.ratio(part, f) >= _ALIKE}
        return near.pop() if len(near) == 1 else ""


SHIPPED_SAYINGS = ManySayings()
"""The words of the tool itself."""


def bare_words(words: str) -> str:
    """Return words in small letters, without signs and what stands in brackets."""
    return " ".join(_WORD.findall(_ASIDE.sub("", words).casefold()))
