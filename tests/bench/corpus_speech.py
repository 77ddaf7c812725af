"""Sentences of the made-up corpus: put together of ready parts, and said by one standard only."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from talqy.project.yaml_read import parse

Said = dict[str, str]
"""A text by language."""

LANGUAGES = ("kk", "ru")
SHARED = 6
"""Sentences of at most so many words may stand in several standards."""
_TRIES = 500
_ENDS = re.compile(r"[.!?;:]+(?:\s+|$)|\n")
_LABEL = re.compile(r"^\s*\d+\)\s*")
_WORD = re.compile(r"[^\W_]+(?:[.,:/-][^\W_]+)*")


@cache
def parts(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines under a name of the two lists, each in its columns."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for file in ("corpus_words.yaml", "corpus_sentences.yaml"):
        tree = parse(Path(__file__).with_name(file).read_bytes(), file).tree
        for name, lines in cast("dict[str, str]", tree).items():
            split = (line.split(" | ") for line in lines.splitlines())
            found[name] = tuple(tuple(column.strip() for column in line) for line in split)
    return found


def both(kk: str, ru: str) -> Said:
    """Return a text in both languages."""
    return {"kk": kk, "ru": ru}


def phrase(key: str, /, of: str = "phrases", **gaps: str | Said) -> Said:
    """Return a ready phrase, its gaps filled: by language, or alike in all."""
    _, *spoken = next(line for line in parts(of) if line[0] == key)
    return {
        code: words.format(**{n: g if isinstance(g, str) else g[code] for n, g in gaps.items()})
        for code, words in zip(LANGUAGES, spoken, strict=True)
    }


def lawful(key: str, **gaps: str | Said) -> Said:
    """Return a phrase that many texts have, its gaps filled."""
    return phrase(key, "lawful", **gaps)


def long_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text that only one standard may say, as bare words."""
    for line in _ENDS.split(text):
        found = _WORD.findall(_LABEL.sub("", line).lower())
        if len(found) > SHARED:
            yield " ".join(found)


@cache
def _lawful_patterns() -> tuple[re.Pattern[str], ...]:
    spoken = (said for _, *both in parts("lawful") for said in both)
    bare = (" ".join(_WORD.findall(_ENDS.sub(" ", said).lower())) for said in spoken)
    return tuple(re.compile(re.escape(words).replace("gap", ".+")) for words in bare)


def is_lawful(sentence: str) -> bool:
    """Return whether bare words are a phrase of the law."""
    return any(pattern.fullmatch(sentence) for pattern in _lawful_patterns())


class SaidByOthersError(Exception):
    """The parts do not suffice for so many standards."""


class Speech:
    """What one standard says: drawn by chance, and never what another one has said."""

    def __init__(self, chance: random.Random, owner: str, owners: dict[str, str]) -> None:
        """`owners` are all sentences that were said, each with the standard that said it first."""
        self.chance, self._owner, self._owners = chance, owner, owners

    def pick(self, name: str) -> tuple[str, ...]:
        """Return one line under a name."""
        return self.chance.choice(parts(name))

    def pair(self, name: str) -> Said:
        """Return one line under a name, by language."""
        return dict(zip(LANGUAGES, self.pick(name), strict=True))

    def own(self, make: Callable[[], Said]) -> Said:
        """Return the first text of a maker that has no sentence of another standard."""
        for _ in range(_TRIES):
            said = make()
            found = [one for text in said.values() for one in long_sentences(text)]
            if all(self._owners.get(one, self._owner) == self._owner for one in found):
                self._owners.update(dict.fromkeys(found, self._owner))
                return said
        raise SaidByOthersError(self._owner)

    # --- sentences of a standard ------------------------------------------------------------------

    def sentence(self, topic: str) -> Said:
        """Return a sentence on who does what, and when."""
        frame = self.chance.choice((_if_then, _then_but_if, _one_by_one))
        return self.own(lambda: frame(self, topic))

    def deeds(self, topic: str, count: int) -> tuple[list[list[str]], list[str]]:
        """Return deeds of one topic: Kazakh ones in three pieces, and Russian ones."""
        drawn = self.chance.sample(parts(topic), count)
        return [kk.split("+") for kk, _ in drawn], [ru for _, ru in drawn]

    def because(self) -> Said:
        """Return a reason with what is done about it; it begins small, and has no end."""
        why, who, when = self.pair("because"), self.pair("who"), self.pair("when")
        kk, ru = self.deeds(self.chance.choice(("intake", "review", "result", "info")), 2)
        return {
            "kk": f"{why['kk']}, сондықтан {who['kk']} {when['kk']} {_then(kk[0])}, {_last(kk[1])}",
            "ru": f"{why['ru']}, поэтому {who['ru']} {when['ru']} {ru[0]} и {ru[1]}",
        }


def _then(deed: list[str]) -> str:
    return deed[0] + deed[1]


def _last(deed: list[str]) -> str:
    return deed[0] + deed[2]


def begun(text: str) -> str:
    """Return a text with a capital letter."""
    return text[:1].upper() + text[1:]


def _if_then(speech: Speech, topic: str) -> Said:
    when, who, on = speech.pair("conditions"), speech.pair("who"), speech.pair("when")
    kk, ru = speech.deeds(topic, 2)
    return {
        "kk": f"{begun(when['kk'])}, {who['kk']} {on['kk']} {_then(kk[0])}, {_last(kk[1])}.",
        "ru": f"{begun(when['ru'])}, {who['ru']} {on['ru']} {ru[0]} и {ru[1]}.",
    }


def _then_but_if(speech: Speech, topic: str) -> Said:
    when, who, on = speech.pair("conditions"), speech.pair("who"), speech.pair("when")
    kk, ru = speech.deeds(topic, 2)
    return {
        "kk": f"{begun(who['kk'])} {on['kk']} {_last(kk[0])}, ал {when['kk']}, {_last(kk[1])}.",
        "ru": f"{begun(who['ru'])} {on['ru']} {ru[0]}, а {when['ru']}, {ru[1]}.",
    }


def _one_by_one(speech: Speech, topic: str) -> Said:
    who, on = speech.pair("who"), speech.pair("when")
    kk, ru = speech.deeds(topic, 3)
    return {
        "kk": f"{begun(on['kk'])} {who['kk']} {_then(kk[0])}, {_then(kk[1])}, {_last(kk[2])}.",
        "ru": f"{begun(on['ru'])} {who['ru']} {ru[0]}, {ru[1]} и {ru[2]}.",
    }


# --- what people say ------------------------------------------------------------------------------


def remark(speech: Speech, language: str) -> str:
    """Return a sentence of a person."""

    def made() -> Said:
        drawn = {name: speech.pick(f"{language}-{name}")[0] for name in _REMARKS}
        drawn["gain2"], drawn["effect2"] = (
            speech.pick(f"{language}-{name}")[0] for name in ("gain", "effect")
        )
        drawn["town"] = speech.pick("towns")[1 if language == "kk" else 3]
        if drawn["gain"] == drawn["gain2"] or drawn["effect"] == drawn["effect2"]:
            return made()
        return {language: speech.chance.choice(_FRAMES[language]).format(**drawn)}

    return speech.own(made)[language]


_REMARKS = ("self", "time", "event", "open", "lack", "effect", "wish", "ask", "gain")
_FRAMES = {
    "kk": (
        "{self}, {town} тұрамын, {time} {event}.",
        "{open} {lack}, сондықтан {effect} әрі {effect2}.",
        "{wish} {ask}, сонда {gain}, {gain2}.",
    ),
    "ru": (
        "{self}, живу {town}, {time} {event}.",
        "{open} {lack}, поэтому {effect} и {effect2}.",
        "{wish} {ask}, тогда {gain}, {gain2}.",
    ),
}
