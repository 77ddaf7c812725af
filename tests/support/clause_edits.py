"""Clauses at random, many of them alike, and what somebody does to them: for tests of joining."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

Clause = dict[str, Any]
LISTS = ("1) заявление;\n2) паспорт;\n3) справка;\n4) доверенность;\n5) квитанция.", "…")
"""What many clauses say in the very same lines."""


def walked(clauses: list[Clause], above: str = "") -> Iterator[tuple[str, str, Clause]]:
    """Yield each clause with its id and the one above it."""
    for one in clauses:
        yield one["id"], above, one
        yield from walked(one.get("clauses", []), one["id"])


def row_of(clauses: list[Clause], name: str) -> list[Clause]:
    """Return the list in which a clause stands."""
    rows: list[list[Clause]] = [one.get("clauses", []) for _, _, one in walked(clauses)]
    for row in (clauses, *rows):
        if any(one["id"] == name for one in row):
            return row
    raise LookupError(name)


def some_clauses(chance: Random) -> list[Clause]:
    """Return clauses with clauses in them."""
    names = iter(f"c{number}" for number in range(100))
    made = [_a_clause(next(names), chance) for _ in range(chance.randint(3, 5))]
    for one in made:
        if chance.random() < 0.5:
            one["clauses"] = [_a_clause(next(names), chance) for _ in range(chance.randint(1, 3))]
    return made


def _a_clause(name: str, chance: Random) -> Clause:
    words = chance.choice((*LISTS, f"Слова {name}."))
    made: Clause = {
        "id": name,
        "number": {"kk": name, "ru": name},
        "text": {"kk": words, "ru": words},
    }
    if chance.random() < 0.3:
        made["heading"] = {"kk": "Құжаттар", "ru": "Документы"}
    if chance.random() < 0.3:
        made["facts"] = {"terms": [{"amount": "5", "unit": "days"}], "forms": ["paper"]}
    return made


def edited(clauses: list[Clause], chance: Random, who: str, only: str = "") -> list[Clause]:
    """Return clauses after somebody has done some things to them, or `only` one kind of things."""
    made = deepcopy(clauses)
    for number in range(chance.randint(1, 3)):
        names = [name for name, _, _ in walked(made)]
        if not names:
            break
        kind = only or chance.choice(("say", "say", "say", "move", "move", "add", "remove"))
        name = chance.choice(names)
        if kind == "say":
            (one,) = [one for found, _, one in walked(made) if found == name]
            _say(one, chance, f"{who}{number}")
        else:
            _place(made, name, chance, kind, f"n-{who}{number}")
        _tidy(made)
    return made


def _say(one: Clause, chance: Random, said: str) -> None:
    key, language = (
        chance.choice(("text", "heading", "note", "number", "facts")),
        chance.choice(("kk", "ru")),
    )
    if key == "facts":
        one.setdefault("facts", {})["terms"] = [{"amount": said, "unit": "days"}]
    elif key == "text":
        head, *lines = one["text"][language].splitlines()
        one["text"][language] = "\n".join(chance.choice(([head, said, *lines], [said, *lines])))
    else:
        one.setdefault(key, {"kk": "…", "ru": "…"})[language] = said


def _place(made: list[Clause], name: str, chance: Random, kind: str, new: str) -> None:
    one = {"id": new, "text": {"kk": new, "ru": new}}
    if kind != "add":
        row = row_of(made, name)
        (one,) = [found for found in row if found["id"] == name]
        row.remove(one)
    if kind != "remove":
        above = chance.choice([*(found for _, _, found in walked(made)), {"clauses": made}])
        row = above.setdefault("clauses", [])
        row.insert(chance.randint(0, len(row)), one)


def _tidy(clauses: list[Clause]) -> None:
    for _, _, one in list(walked(clauses)):
        if not one.get("clauses", True):
            del one["clauses"]
