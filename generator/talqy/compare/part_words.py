"""What parts of an act are called, in all their forms, and how a text calls its own act.

One table for those who read references in texts and for those who read names of clauses that
people write. A project's own units stand beside those of all acts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from talqy.model.codes import CodeLists

_OF_ACTS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "sub-paragraph": r"подпункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "paragraph": r"пункт(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "part": r"част(?:ь|и|ью|ей|ям|ями|ях)",
        "article": r"стать(?:я|и|е|ю|ей|ям|ями|ях)|статей",
        "chapter": r"глав(?:а|ы|е|у|ой|ам|ами|ах)?",
        "section": r"раздел(?:а|е|у|ом|ы|ов|ам|ами|ах)?",
        "annex": r"приложени(?:е|я|ю|ем|и|й|ям|ями|ях)",
        "form": r"форм(?:а|ы|е|у|ой|ам|ами|ах)?",
    },
    "kk": {
        "sub-paragraph": r"тармақша\w{0,12}",
        "paragraph": r"тарма[қғ]\w{0,12}",
        "part": r"бөлі[кг]\w{0,12}",
        "article": r"ба[пб]\w{0,12}",
        "chapter": r"тарау\w{0,12}",
        "section": r"бөлім\w{0,12}",
        "annex": r"қосымша\w{0,12}",
        "form": r"ныса[нм]\w{0,12}",
    },
    "en": {
        "sub-paragraph": r"sub-?paragraphs?",
        "paragraph": r"paragraphs?|clauses?",
        "part": r"parts?",
        "article": r"articles?",
        "chapter": r"chapters?",
        "section": r"sections?",
        "annex": r"annex(?:es)?",
        "form": r"forms?",
    },
}
_FROM_WITHIN = ("sub-paragraph", "paragraph", "part", "article", "chapter", "section")
"""Units from the innermost; annexes and forms stand in any of them."""

OWN_ACT = {
    "ru": r"настоящ\w{2,3}",
    "kk": r"осы",
    "en": r"this|these|the\spresent",
}
"""What stands before the word for an act where a text means itself: «настоящих Правил»."""

# What Kazakh words begin with, before their last consonant grows soft.
_SOFT = {"қ": "[қғ]", "к": "[кг]", "п": "[пб]"}
_CASES = r"(?:[аяыиеуюйь]|[оеия][йвмюя]|ами|ями|[ая][мх]|ого|его|ому|ему|ыми|ими|[иы][мхй])?"


@dataclass(frozen=True)
class PartWords:
    """The words of units by language; `own` are those of a project, by language and unit."""

    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def forms(self, language: str) -> Mapping[str, str]:
        """Return the patterns of a language by unit; those of a project beat those of all acts."""
        return self._forms.get(language, {})

    def any_form(self, language: str) -> str:
        """Return a pattern of any unit of a language."""
        return self._any.get(language, r"(?!)")

    def unit(self, word: str, language: str) -> str:
        """Return the code of the unit that a word names; "" where it names none."""
        forms = self.forms(language).items()
        fits = (unit for unit, pattern in forms if re.fullmatch(pattern, word, re.IGNORECASE))
        return next(fits, "")

    @cached_property
    def _any(self) -> Mapping[str, str]:
        return {
            language: "|".join(f"(?:{pattern})" for pattern in forms.values())
            for language, forms in self._forms.items()
        }

    @cached_property
    def _forms(self) -> Mapping[str, Mapping[str, str]]:
        return {
            language: {
                unit: "|".join(filter(None, (own.get(unit, ""), ours.get(unit, ""))))
                for unit in (*own, *(unit for unit in ours if unit not in own))
            }
            for language, ours in _OF_ACTS.items()
            for own in [self.own.get(language, {})]
        }


OF_ALL_ACTS = PartWords()


def part_words(codes: CodeLists) -> PartWords:
    """Return the words of all acts, and those of the units that a project has named."""
    own: dict[str, dict[str, str]] = {}
    for unit in codes.codes("clause-unit"):
        for language, name in codes.named("clause-unit", unit).items():
            known = _OF_ACTS.get(language, {}).get(unit, "")
            if language in _OF_ACTS and not re.fullmatch(known or r"(?!)", name, re.IGNORECASE):
                own.setdefault(language, {})[unit] = r"\s".join(_forms_of(name, language))
    return PartWords(own)


def _forms_of(name: str, language: str) -> Iterator[str]:
    """Yield a pattern for each word of a name: endings change, the beginning stays."""
    *before, last = name.casefold().split()
    for word in before:
        yield re.escape(word) if language != "ru" else f"{_stem(word, 2)}{_CASES}"
    if language == "kk":
        yield f"{re.escape(last[:-1])}{_SOFT.get(last[-1], re.escape(last[-1]))}\\w{{0,12}}"
    elif language == "ru":
        yield f"{_stem(last, 2 if before else 1)}{_CASES}"
    else:
        yield f"{re.escape(last)}(?:e?s)?"


def _stem(word: str, most: int) -> str:
    bare = re.sub(rf"[аяыиеуюйьо]{{1,{most}}}$", "", word)
    return re.escape(bare if len(bare) > 1 else word)


def is_within(one: str, other: str) -> bool:
    """Return whether a unit can only stand inside of another: a paragraph in an article."""
    known = one in _FROM_WITHIN and other in _FROM_WITHIN
    return known and _FROM_WITHIN.index(one) < _FROM_WITHIN.index(other)
