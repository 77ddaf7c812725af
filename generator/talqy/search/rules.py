"""What the browser needs to read a query as the index reads texts: our tables, as plain values."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from talqy.model.project import Project
from talqy.project.shipped import everyday_names, search_words
from talqy.search.folding import LETTERS, LOOK_ALIKE, PAIR, folded, tokens
from talqy.search.forms import DERIVED, DOING, ENDINGS, SOFTENED, TELLING, VERBAL
from talqy.search.keyboards import LAYOUTS, TRANSLITERATION
from talqy.search.pages import ProsePage, asked_for
from talqy.search.phrases import ALIKE, cut_phrases, in_order, told_apart

STEM = "-"
"""What a stem of a verb ends with in a list: all forms of the verb are meant."""
COMMENTED = "*"
"""What stands in a list for any word by which comments are called."""
_VERBAL = re.compile("|".join(f"(?:{'|'.join(rests)})*" for rests in VERBAL.values()))
_AGE = re.compile(r"\d{1,2}_(?:лет|жас)")
# What a form of a word has behind it, as the browser takes endings off: a plural, whose, a case.
_INFLECTED = re.compile(
    "|".join(
        "".join(f"(?:{'|'.join(step)})?" for step in reversed(steps)) for steps in ENDINGS.values()
    )
)
_SORT, _FORMS_FROM = 5, 4
_BEGINS, _ENDS = 4, 3
"""Words may be forms of one with so many letters alike, and so many at most that are not."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a project: what each query is read by, and what a few words alone need.

    `begins` tells with what each of the `files` of phrases begins.
    """

    known: Mapping[str, Any]
    begins: Sequence[str]
    files: Sequence[Mapping[str, Any]]


def rules(
    of: Project,
    indexed: Iterable[str],
    pages: Sequence[ProsePage] = (),
    names: Iterable[str] = (),
) -> Rules:
    """Return the rules of a project, for an index of these words; all are folded already.

    `pages` are those beside the standards, in their order; `names` are words of what standards are
    called. What a query's own words alone are looked up in stands in files by how they begin.
    """
    words, known = search_words(), list(indexed)
    own = ((word, *others) for word, others in of.also.items())
    groups = _findable(map(_apart, map(_phrases, (*words["same"], *own))), known, _sorts(words))
    particles = _phrases(words["particles"])
    nothing, rows = _asked_in(tuple(of.languages))
    parts = {word for group in groups for it in in_order(group) for word in it.split()[1:]}
    parts |= {it.split()[0] for group in groups for it in in_order(group) if " " in it}
    alone, asked = told_apart(rows, particles, {word[:ALIKE] for word in parts})
    due = {what: _phrases(words["due"][what]) for what in ("acts", "theirs")}
    wanted = asked_for(pages, of.languages, nothing).items()
    pages_asked = {row: _phrases(said) for row, said in wanted}
    lists = {
        "asked": asked,
        "due": due,
        "pages": pages_asked,
        "stop": {"": sorted(nothing)},
        "helping": {code: _phrases(said) for code, said in words["helping"].items()},
        "heard": {word: _phrases(said) for word, said in _by_word(words["heard"])},
    }
    begins, files = cut_phrases(lists, groups, particles)
    stop = sorted(nothing & parts.union(names))
    return Rules({**_known(of, known), "asked": alone, "stop": stop}, begins, files)


def _known(of: Project, known: Sequence[str]) -> Mapping[str, Any]:
    """Return what every query is read by."""
    words = search_words()
    return {
        "letters": LETTERS,
        "alike": LOOK_ALIKE,
        "pair": PAIR,
        "endings": [ENDINGS[code] for code in of.languages if code in ENDINGS],
        "derived": [DERIVED[code] for code in of.languages if code in ENDINGS],
        "softened": SOFTENED,
        "verbal": {code: VERBAL[code] for code in words["helping"]},
        "telling": TELLING,
        "doing": DOING,
        "particles": _phrases(words["particles"]),
        "kept": _phrases(words["kept"]),
        "apart": _phrases(words["apart"]),
        "wishes": {what: _phrases(said) for what, said in words["wishes"].items()},
        "duty": _phrases(words["due"]["duty"]),
        "papers": {what: _phrases(said) for what, said in words["papers"].items()},
        "topics": {row: _indexed(said, known) for row, said in words["topics"].items()},
        "before": words["before"],
        "answered": {row: _phrases(said) for row, said in words["answered"].items()},
        "units": [
            [[next(tokens(word))[:PAIR] for word in group[sort]] for sort in ("any", "sorts")]
            for group in words["units"]
        ],
        "ages": {
            "units": [word[:PAIR] for word in _phrases(words["ages"]["units"])],
            **{side: _phrases(words["ages"][side]) for side in ("under", "over")},
        },
        "bounds": [word for word in known if _AGE.fullmatch(word)],
        "deeds": _phrases(words["deeds"]),
        "joins": words["joins"],
        "kinds": _phrases(words["kinds"]),
        "persons": _phrases(words["persons"]),
        "shared": _phrases(words["shared"]),
        "how": _phrases(words["how"]),
        "alone": {row: _phrases(said) for row, said in words["alone"].items()},
        "quantity": _phrases(words["quantity"]),
        "comments": _phrases(words["comments"]),
    }


def keys() -> Mapping[str, Any]:
    """Return what else may have been meant by Latin letters: no other query needs it."""
    return {"layouts": LAYOUTS, "latin": TRANSLITERATION}


def called() -> Sequence[str]:
    """Return the words that call a number of a comment: номер, нөмірі."""
    return _phrases(search_words()["numbered"])


@cache
def _asked_in(languages: Sequence[str]) -> tuple[frozenset[str], Mapping[str, Sequence[str]]]:
    """Return the words that say nothing in some languages, and what is asked beside them by rows.

    The index of each language of a site asks for the same.
    """
    words = search_words()
    stop = (words["stop"].get(code, ()) for code in languages)
    nothing = frozenset(word for said in stop for phrase in said for word in tokens(phrase))
    rows = _asked(words).items()
    return nothing, {row: _shortest(_phrases(said), nothing) for row, said in rows}


def _asked(words: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    """Return what is asked, by the row that answers: its everyday names, and search's own."""
    named = everyday_names()["requirement-row"]
    headed = {row: it["asked"] for row, it in words["headed"].items()}
    rows = dict.fromkeys((*named, *headed, *words["asked"]))
    return {
        row: (*named.get(row, ()), *headed.get(row, ()), *words["asked"].get(row, ()))
        for row in rows
    }


def _shortest(phrases: Sequence[str], stop: Container[str]) -> Sequence[str]:
    """Leave out phrases that are another one of the same row and words that say nothing."""

    def is_part(word: str, part: str) -> bool:
        if part.endswith(STEM):
            stem, bare = part[:-1], word.removesuffix(STEM)
            return bare.startswith(stem) and bool(_VERBAL.fullmatch(bare[len(stem) :]))
        return word == part

    def is_longer(phrase: Sequence[str], other: Sequence[str]) -> bool:
        for at in range(len(phrase) - len(other) + 1):
            if all(map(is_part, phrase[at:], other)):
                rest = (*phrase[:at], *phrase[at + len(other) :])
                if all(word in stop for word in rest):
                    return True
        return False

    parts = [phrase.split() for phrase in phrases]
    kept = (it for it in parts if not any(it != other and is_longer(it, other) for other in parts))
    return [" ".join(it) for it in kept]


def _by_word(words: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, Sequence[str]]]:
    return ((folded(word), said) for word, said in words.items())


def _indexed(said: Iterable[str], known: Sequence[str]) -> Sequence[str]:
    """Return the words of the first phrase that stands in the index."""
    words = {*known}
    return next((list(tokens(it)) for it in said if {*tokens(it)} <= words), [])


def _sorts(words: Mapping[str, Any]) -> tuple[str, ...]:
    """Return with what the sorts of units begin: «рабочих дней» are of no worker."""
    sorts = (word for group in words["units"] for word in _phrases(group["sorts"]))
    return tuple(word[:_SORT] for word in sorts)


def _findable(
    groups: Iterable[Sequence[str]], indexed: Iterable[str], sorts: tuple[str, ...]
) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Return each group as what may stand in an index, in some form, and what is only asked.

    Groups of which nothing may stand there are left out.
    """
    begins = {word[:size] for word in indexed for size in range(1, len(word) + 1)}

    def may_stand(phrase: str) -> bool:
        words = [(word, word[: max(_BEGINS, len(word) - _ENDS)]) for word in phrase.split()]
        if len(words) == 1 and phrase.startswith(sorts):
            return False
        return all(begin in begins and not word.endswith(STEM) for word, begin in words)

    split = (
        (
            [it for it in group if may_stand(it)],
            [it for it in group if not may_stand(it)],
        )
        for group in groups
    )
    return [(standing, asked) for standing, asked in split if standing]


def _apart(group: Sequence[str]) -> Sequence[str]:
    """Leave out words that are forms of another one of their group: детям beside дети."""

    def is_form(word: str, other: str) -> bool:
        is_longer = len(word) > len(other) >= _FORMS_FROM and word.startswith(other)
        return is_longer and bool(_INFLECTED.fullmatch(word, len(other)))

    return [it for it in group if not any(is_form(it, other) for other in group)]


def _phrases(said: Iterable[str]) -> list[str]:
    """Return phrases as words of the index; stems of verbs keep their hyphens."""
    return list(dict.fromkeys(" ".join(map(_part, phrase.split())) for phrase in said))


@lru_cache(maxsize=8192)
def _part(word: str) -> str:
    if word == COMMENTED:
        return word
    return " ".join(tokens(word)) + STEM * word.endswith(STEM)
