"""Lines of facts read back: «5 рабочих дней», «Услугодатель: понедельник–пятница 09:00–18:00».

Each fact has one reader beside its name; numbers, hours, days and channels are read by the readers
of texts. A line that its reader does not know is none: nothing is guessed.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from talqy.drafts.fact_measures import WEEK, days_of, hours_of, length_of_time, one_measure
from talqy.drafts.many_sayings import ManySayings, meant_in_part, meant_of
from talqy.drafts.new_ids import new_id
from talqy.language.fact_words import FactContext, SaidValue, said_values
from talqy.language.locale import Locale
from talqy.model.facts import FACTS, Facts
from talqy.wording.channels import named_channels
from talqy.wording.quantity import Measure
from talqy.wording.weekdays import round_the_clock

Tree = Mapping[str, Any] | str
Said = Mapping[str, str]
_FIGURES = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,4})?")
_ASIDE = re.compile(r"\s{0,3}\([^()]{0,200}\)")
_FORM = re.compile(r"(.{1,500}?) \(([^()]{1,100})\)")
_HOURS, _BOTH_ASIDES = 2, 2
_LISTS = {"refusal_grounds": "refusal-ground"}
SAMPLES: Mapping[str, Any] = {
    "term": [{"amount": 5, "unit": "working-day"}],
    "fee": [{"amount": "0.5"}, {"free": True}],
    "result": [{"name": {"kk": "куәлік", "ru": "свидетельство"}, "forms": ["paper"]}],
    "schedule": [
        {"place": "provider", "days": list(WEEK[:5]), "from": "09:00", "to": "18:00"},
        {"place": "information-object", "around_the_clock": True},
    ],
    "documents": [{"id": "a", "name": {"kk": "өтініш", "ru": "заявление"}, "source": "applicant"}],
    "refusal_grounds": [{"ground": "false-data"}],
    "contacts": [{"kind": "phone", "value": "1414"}],
    "handover": {"amount": 1, "unit": "day"},
}
"""A value of each fact that is more than a code: how it is said is how it can be read."""


@dataclass(frozen=True)
class FactHead:
    """A name under which values of a fact stand, and what it says of them."""

    fact: str
    labels: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, str], ...] = ()

    @property
    def printed(self) -> str:
        """The name in all languages of a copy."""
        return " / ".join(dict.fromkeys(label for _, label in self.labels))

    def is_called(self, value: SaidValue, language: str) -> bool:
        """Return whether a value stands under this name."""
        return value.fact == self.fact and (language, value.label) in self.labels

    def holds(self, tree: object) -> bool:
        """Return whether a value of the file stands under this name."""
        old = tree if isinstance(tree, Mapping) else {}
        return all(str(old.get(key, "provision")) == code for key, code in self.sets)


def fact_heads(locales: Sequence[Locale]) -> Sequence[FactHead]:
    """Return all names of facts that words can say: files, for one, are given by their digests."""
    said = [name for name, fact in FACTS.items() if fact.codes or name in SAMPLES]
    return [head for name in said for head in _heads(name, locales)]


def _heads(name: str, locales: Sequence[Locale]) -> Iterator[FactHead]:
    if name == "term":
        for kind in locales[0].codes.codes("term-kind") if locales else ():
            said = ((one.code, one.coded("term-kind", kind)) for one in locales)
            labels = tuple((code, words[:1].upper() + words[1:]) for code, words in said)
            yield FactHead(name, labels, (("kind", kind),))
        return
    sources = _SOURCES if name == "documents" else {FACTS[name].label: ()}
    for label, sets in sources.items():
        yield FactHead(name, tuple((one.code, one.words(label)) for one in locales), sets)


_SOURCES = {
    "The recipient brings": (("source", "applicant"),),
    "The provider takes from state systems": (("source", "state-system"),),
}


@dataclass(frozen=True)
class FactReader:
    """Reads lines in the languages of a file; `sayings` are the words of all languages.

    `ids` are those of documents, by their names in small letters; new ones get theirs.
    """

    locales: Sequence[Locale]
    sayings: ManySayings
    ids: dict[str, str] = field(default_factory=dict)

    @cached_property
    def heads(self) -> Sequence[FactHead]:
        """All names of facts."""
        return fact_heads(self.locales)

    def head(self, typed: str) -> FactHead | None:
        """Return the name that was typed."""
        names = {label: str(at) for at, one in enumerate(self.heads) for _, label in one.labels}
        found = meant_of(typed, names)
        return self.heads[int(found)] if found else None

    def known(self, head: FactHead) -> str:
        """Return what can be read: the names of codes, or how a sample is said."""
        if listed := FACTS[head.fact].codes or _LISTS.get(head.fact, ""):
            codes = self.locales[0].codes.codes(listed)
            return "; ".join(one.coded(listed, code) for one in self.locales for code in codes)
        facts = Facts.model_validate(
            {head.fact: SAMPLES[head.fact]}, context={"codes": self.locales[0].codes.lists}
        )
        said = (said_values(FactContext(one, None, 0), facts) for one in self.locales)
        return "; ".join(value.said for values in said for value in values)

    def value(self, head: FactHead, said: Said) -> Tree | None:
        """Return the value that lines say, one for each language; None where they are not read."""
        parts = {code: [p.strip() for p in words.split(";")] for code, words in said.items()}
        if len({len(one) for one in parts.values()}) != 1:
            return None
        first, *asides = (
            dict(zip(parts, one, strict=True)) for one in zip(*parts.values(), strict=True)
        )
        if codes := FACTS[head.fact].codes:
            return self._coded_value(codes, first, asides)
        reader = next((_READERS[code] for _, code in head.sets if code in _READERS), None)
        found = (reader or _READERS[head.fact])(self, first, asides)
        kind = {key: code for key, code in head.sets if code != "provision"}
        return {**kind, **found} if found else None

    # --- codes --------------------------------------------------------------------------------

    def code(self, name: str, said: Said) -> str:
        """Return the code that all languages name; "" where that is not plain."""
        lists = self.locales[0].codes
        names = {word: one for one in lists.codes(name) for word in lists.named(name, one).values()}
        found = {meant_in_part(words, names) for words in said.values()}
        if name == "channel" and "" in found:
            found = {_channel(words, code) for code, words in said.items()}
        return found.pop() if len(found) == 1 else ""

    def document_id(self, name: Said) -> str:
        """Return the id of a document: what is called alike is the same one."""
        known = [
            self.ids[words.casefold()] for words in name.values() if words.casefold() in self.ids
        ]
        codes, taken = self.locales[0].codes, set(self.ids.values())
        one = known[0] if known else new_id(name, ("", ""), taken, codes, list(name))
        self.ids.update({words.casefold(): one for words in name.values()})
        return one

    def _coded_value(self, name: str, first: Said, asides: Sequence[Said]) -> Tree | None:
        code = self.code(name, first)
        if not code or len(asides) > 1 or (asides and name == "recipient"):
            return None
        return {"code": code, "for": dict(asides[0])} if asides else code

    def is_saying(self, words: str, said: Said) -> bool:
        """Return whether all languages say a thing that pages say."""
        return all(self.sayings.meant(one, [words]) for one in said.values())


def _channel(words: str, language: str) -> str:
    named = [*named_channels(words, language)]
    return named[0] if len(named) == 1 else ""


# --- a reader for each fact -------------------------------------------------------------------


def _with(tree: dict[str, Any], asides: Sequence[Said], *keys: str) -> dict[str, Any] | None:
    """Return a value with its asides in their order; None where there are too many."""
    if len(asides) > len(keys):
        return None
    return {**tree, **{key: dict(one) for key, one in zip(keys, asides, strict=False)}}


def _term(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    cut = {code: words.partition(" – ") for code, words in first.items()}
    time = length_of_time({code: one[0] for code, one in cut.items()})
    where = {code: one[2] for code, one in cut.items()}
    if time is None:
        return None
    if any(where.values()):
        channel = reader.code("channel", where)
        return _with({**time, "channel": channel}, asides, "condition") if channel else None
    return _with(time, asides, "condition")


def _fee(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    bare = {code: _ASIDE.sub("", words).strip() for code, words in first.items()}
    if reader.is_saying("free of charge", bare):
        return _with({"free": True}, asides, "case")
    plain = {words.replace(",", ".") for words in bare.values()}
    amount = one_measure(bare, Measure.FEE)
    if len(plain) == 1 and _FIGURES.fullmatch(text := next(iter(plain))):
        return _with({"amount": text}, asides, "case")
    if amount is None or amount.unit != "mci" or not _FIGURES.fullmatch(amount.value):
        return None
    return _with({"amount": amount.value}, asides, "case")


def _result(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    if not asides:
        return {"name": dict(first)}
    cut = {code: words.partition(":") for code, words in asides[0].items()}
    lists = [one[2].split(",") for one in cut.values()]
    if (
        len(asides) > 1
        or len({len(one) for one in lists}) != 1
        or not all(one[1] for one in cut.values())
    ):
        return None
    forms = [
        reader.code("form", dict(zip(cut, one, strict=True))) for one in zip(*lists, strict=True)
    ]
    return {"name": dict(first), "forms": forms} if all(forms) else None


def _schedule(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    cut = {code: words.partition(":") for code, words in first.items()}
    place = reader.code("place", {code: one[0] for code, one in cut.items()})
    when = {code: one[2] for code, one in cut.items()}
    if not place:
        return None
    if all(round_the_clock(words, code) for code, words in when.items()):
        return _with({"place": place, "around_the_clock": True}, asides, "for")
    days, hours = {days_of(words, code) for code, words in when.items()}, hours_of(when)
    if len(days) != 1 or not (named := days.pop()) or len(hours) != _HOURS:
        return None
    tree: dict[str, Any] = {"place": place, "days": list(named), "from": hours[0], "to": hours[1]}
    if asides and len(pause := hours_of(asides[0])) == _HOURS:
        tree["break"] = {"from": pause[0], "to": pause[1]}
        asides = asides[1:]
    return _with(tree, asides, "for")


def _brought(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    return _with(_document(reader, first), asides, "condition")


def _obtained(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    keys = ("system",) if len(asides) < _BOTH_ASIDES else ("condition", "system")
    return _with(_document(reader, first), asides, *keys)


def _document(reader: FactReader, first: Said) -> dict[str, Any]:
    """Return a document by its name; a form that is known may stand in brackets behind it."""
    cut = {code: match for code, words in first.items() if (match := _FORM.fullmatch(words))}
    form = reader.code("document-form", {code: one[2] for code, one in cut.items()})
    name = {code: one[1] for code, one in cut.items()} if form and len(cut) == len(first) else first
    more = {"form": form} if name is not first else {}
    return {"id": reader.document_id(name), "name": dict(name), **more}


def _ground(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    """Read a ground of the law; words of the text's own stand behind it: «иное основание: …»."""
    if code := reader.code("refusal-ground", first):
        return _with({"ground": code}, asides, "basis")
    cut = {code: words.partition(":") for code, words in first.items()}
    code = reader.code("refusal-ground", {code: one[0] for code, one in cut.items()})
    text = {code: one[2].strip() for code, one in cut.items()}
    if not code or not all(text.values()):
        return None
    return _with({"ground": code, "text": text}, asides, "basis")


def _contact(reader: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    cut = {code: words.partition(":") for code, words in first.items()}
    kind = reader.code("contact-kind", {code: one[0] for code, one in cut.items()})
    values = {one[2].strip() for one in cut.values()}
    if not kind or len(values) != 1 or not (value := values.pop()):
        return None
    return _with({"kind": kind, "value": value}, asides, "for")


def _handover(_: FactReader, first: Said, asides: Sequence[Said]) -> dict[str, Any] | None:
    return None if asides else length_of_time(first)


_Read = Callable[[FactReader, Said, Sequence[Said]], dict[str, Any] | None]
_READERS: Mapping[str, _Read] = {
    "term": _term,
    "fee": _fee,
    "result": _result,
    "schedule": _schedule,
    "applicant": _brought,
    "state-system": _obtained,
    "refusal_grounds": _ground,
    "contacts": _contact,
    "handover": _handover,
}
