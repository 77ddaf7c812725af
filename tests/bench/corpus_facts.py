"""Facts of the made-up corpus: the typed values inside of a clause, drawn by chance."""

import random
from collections.abc import Callable
from typing import Any

from corpus_speech import Said, both, parts, phrase

Facts = dict[str, Any]
"""The facts of a clause as a file has them; `office` is what its words need besides."""

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")
_FEES = ("0.1", "0.2", "0.5", "1.5", "2.5")
_BASIS = {"false-data": ("2", "1"), "not-conforming": ("2", "2"), "no-consent": ("2", "6")}
_PHONES = ("1414", "8-800-080-7777")


def facts_of(clause: str, chance: random.Random) -> Facts:
    """Return facts of a clause."""
    make = _MADE.get(clause, _documents if clause.startswith("docs-") else None)
    return make(chance) if make else {}


def _channels(chance: random.Random) -> Facts:
    codes = [code for code, *_ in parts("channels")]
    return {"channels": codes[: chance.choice((3, 3, 4))]}


def _terms(chance: random.Random) -> Facts:
    amounts = sorted(chance.sample([int(line[0]) for line in parts("numbers")[1:]], 3))
    cases = chance.sample(parts("cases"), chance.choice((0, 1, 1, 2)))
    found: list[Facts] = [{"amount": amounts[0], "unit": "working-day"}]
    for amount, case in zip(amounts[1:], cases, strict=False):
        found.append({"amount": amount, "unit": "working-day", "condition": both(*case)})
    found.append({"kind": "waiting", "amount": chance.choice((15, 20)), "unit": "minute"})
    return {"term": found}


def _forms(chance: random.Random) -> Facts:
    return {"forms": chance.choice((["electronic-partial", "paper"], ["electronic-partial"]))}


def _results(chance: random.Random) -> Facts:
    names = chance.sample(parts("results"), chance.choice((1, 2)))
    return {"result": [{"name": both(*name), "forms": ["electronic-partial"]} for name in names]}


def _fees(chance: random.Random) -> Facts:
    return {"fee": [chance.choice(({"free": True}, {"amount": chance.choice(_FEES)}))]}


def _hours(chance: random.Random) -> Facts:
    own = {"from": chance.choice(("08:30", "09:00")), "to": chance.choice(("17:30", "18:30"))}
    center = "state-corporation"
    return {
        "schedule": [
            {"place": "provider", "days": list(_WEEK), **own},
            {"place": center, "days": list(_WEEK), "from": "09:00", "to": "18:00"},
            {"place": center, "days": ["saturday"], "from": "09:00", "to": "13:00"},
            {"place": "information-object", "around_the_clock": True},
        ],
        "office": _office(chance),
    }


def _office(chance: random.Random) -> Said:
    (town_kk, _, town_ru, _), street = (
        chance.choice(parts("towns")),
        chance.choice(parts("streets")),
    )
    house = chance.randint(1, 180)
    kk = f"{town_kk} қаласы, {street[0]} көшесі, {house}"
    return both(kk, f"город {town_ru}, улица {street[1]}, {house}")


def _grounds(chance: random.Random) -> Facts:
    found = list(_BASIS.items())[: chance.choice((2, 3))]
    return {
        "refusal_grounds": [
            {"ground": ground, "basis": phrase("basis", point=point, part=part)}
            for ground, (point, part) in found
        ]
    }


def _documents(chance: random.Random) -> Facts:
    brought = chance.sample(parts("documents"), chance.randint(3, 6))
    held = chance.sample(parts("held"), chance.choice((0, 1, 2, 3)))
    found: list[Facts] = [
        {"name": both(*name), "source": "applicant", "form": "original"} for name in brought
    ]
    found += [
        {
            "name": both(*name),
            "source": "state-system",
            "system": both(*chance.choice(parts("systems"))),
        }
        for name in held
    ]
    return {"documents": [{"id": f"paper-{at}", **one} for at, one in enumerate(found, start=1)]}


_MADE: dict[str, Callable[[random.Random], Facts]] = {
    "recipients": lambda _: {
        "recipients": ["individual", "legal-entity", "foreigner", "stateless"]
    },
    "channels": _channels,
    "term": _terms,
    "form": _forms,
    "result": _results,
    "fee": _fees,
    "schedule": _hours,
    "refusal": _grounds,
    "handover": lambda _: {"handover": {"amount": 1, "unit": "day"}},
    "contacts": lambda _: {"contacts": [{"kind": "phone", "value": one} for one in _PHONES]},
}
