"""What the tool calls a thing, in all its languages at once: what people type is known by it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz

from talqy.language.catalogue import Catalogue, catalogue
from talqy.language.locale import Locale
from talqy.model.codes import CodeLists
from talqy.project.shipped_files import folders

_ALIKE = 85
_STEM = 5
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

    def locales(self, languages: Sequence[str], codes: CodeLists) -> Sequence[Locale]:
        """Return some of the languages, with the names of codes."""
        known = {one.language: one for one in self._catalogues}
        return [Locale(code, known[code], codes, space=" ") for code in languages if code in known]

    def meant(self, typed: str, choices: Iterable[str]) -> str:
        """Return which of some words are meant, in whatever language; "" where it is not plain."""
        return meant_of(typed, {one(words): words for words in choices for one in self._catalogues})


def meant_of(typed: str, names: Mapping[str, str]) -> str:
    """Return what is called so, but for a slip of the pen and what stands in brackets."""
    bare = {name: _ASIDE.sub("", name) for name in names}
    return _meant(_ASIDE.sub("", typed), bare, names)


def meant_in_part(typed: str, names: Mapping[str, str]) -> str:
    """Return what is called so, also by some of its words alone, if nothing else has them."""
    if found := _meant(typed, {name: name for name in names}, names):
        return found
    stems = _stems(typed)
    near = {one for name, one in names.items() if stems <= _stems(name)} if stems else set()
    return near.pop() if len(near) == 1 else ""


def _meant(typed: str, said: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return what one name means, exactly or nearly; "" where it means nothing, or several."""
    parts = [bare for part in _BOTH.split(typed) if (bare := _in_words(part))]
    forms = [(_in_words(words), names[name]) for name, words in said.items()]
    exact = {one for form, one in forms if form in parts}
    near = exact or {o for form, o in forms for p in parts if fuzz.ratio(p, form) >= _ALIKE}
    return near.pop() if len(near) == 1 else ""


def _stems(words: str) -> frozenset[str]:
    """Return the beginnings of words: their ends change with the case."""
    return frozenset(word[:_STEM] for word in _in_words(words).split() if len(word) >= _STEM)


def _in_words(text: str) -> str:
    """Return the words of a text in small letters, without signs."""
    return " ".join(_WORD.findall(text.casefold()))


SHIPPED_SAYINGS = ManySayings()
"""The words of the tool itself."""
