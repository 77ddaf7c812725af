"""Texts at random with lists of all kinds, and what somebody does to them: for tests of joining.

Each thing in a text has a word of its own, so whatever is made of two texts, each can be counted.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from clause_edits import Clause, row_of, walked

Text = dict[str, Any]
Row = list[Any]
LANGUAGES = ("kk", "ru")
_KINDS = ("papers", "rows", "codes", "posted", "documents", "facts")


def a_text(chance: Random) -> Text:
    """Return a text with clauses in clauses, papers, a table, postings, documents and reasons."""
    clauses = [_a_clause(f"c{number}", chance) for number in range(chance.randint(3, 5))]
    clauses[0]["clauses"] = [_a_clause("c01", chance), _a_clause("c02", chance)]
    made: Text = {"schema": "1", "clauses": clauses}
    for kind in ("posted", "documents"):
        _rows_of(made, clauses[0], kind)[:] = [_thing(kind, f"{kind}{at}") for at in range(3)]
    made["amendments"] = [_reason(one["id"]) for one in clauses if chance.random() < 0.5]
    return made


def _a_clause(name: str, chance: Random) -> Clause:
    """Return a clause; its papers are those of many others."""
    said = {one: "\n".join(f"{one} paper {at};" for at in range(5)) for one in LANGUAGES}
    made: Clause = {"id": name, "number": dict.fromkeys(LANGUAGES, name), "text": said}
    if chance.random() < 0.5:
        made["covers"] = [f"code{at}" for at in range(4)]
    if chance.random() < 0.5:
        made["facts"] = {"forms": [f"form{at}" for at in range(4)]}
    if chance.random() < 0.5:
        made["table"] = {"head": ["a"], "rows": [[f"row{at}"] for at in range(4)]}
    return made


def _thing(kind: str, word: str) -> Any:
    if kind == "posted":
        return {"channel": word, "url": f"https://{word}.example"}
    if kind == "documents":
        return {"kind": "note", "file": f"{word}.pdf"}
    return [word] if kind == "rows" else word


def _reason(name: str) -> Text:
    return {"clauses": [name], "reason": dict.fromkeys(LANGUAGES, f"why {name}")}


def _rows_of(text: Text, clause: Clause, kind: str) -> Row:
    """Return a list of a text, or of one of its clauses; an empty one where it has none."""
    if kind == "posted":
        made = text.setdefault("consultation", {"opens": "1"}).setdefault("posted", [])
    elif kind == "documents":
        made = text.setdefault("documents", [])
    elif kind == "rows":
        made = clause.setdefault("table", {"head": ["a"], "rows": []})["rows"]
    elif kind == "codes":
        made = clause.setdefault("covers", [])
    else:
        made = clause.setdefault("facts", {}).setdefault("forms", [])
    found: Row = made
    return found


def after(text: Text, chance: Random, who: str) -> Text:
    """Return a text after somebody has done one to three things to it."""
    made = deepcopy(text)
    for number in range(chance.randint(1, 3)):
        names = [name for name, _, _ in walked(made["clauses"])]
        if len(names) > 1:
            name, word = chance.choice(names), f"{who}{number}"
            chance.choice((_changed_list, _changed_list, _changed_clause))(made, name, chance, word)
            made = _without_nothing(made)
    return made


def _changed_list(text: Text, name: str, chance: Random, word: str) -> None:
    (clause,) = [one for found, _, one in walked(text["clauses"]) if found == name]
    kind = chance.choice(_KINDS)
    if kind != "papers":
        _do(_rows_of(text, clause, kind), chance, _thing(kind, word))
        return
    language = chance.choice(LANGUAGES)
    lines = clause["text"][language].splitlines()
    _do(lines, chance, f"{language} paper {word};")
    clause["text"][language] = "\n".join(lines) or word


def _do(row: Row, chance: Random, new: Any) -> None:
    """Add, take out, change or move a thing of a list."""
    act = chance.choice(("add", "out", "change", "move")) if row else "add"
    at = chance.randrange(len(row)) if row else 0
    if act == "add":
        row.insert(chance.randint(0, len(row)), new)
        return
    taken = row.pop(at)
    if act != "out":
        to = at if act == "change" else chance.randint(0, len(row))
        row.insert(to, new if act == "change" else taken)


def _changed_clause(text: Text, name: str, chance: Random, word: str) -> None:
    """Add, take out, move, divide or renumber a clause."""
    row = row_of(text["clauses"], name)
    (clause,) = [one for one in row if one["id"] == name]
    act: Callable[..., None] = chance.choice((_out, _moved, _moved, _divided, _numbered, _new))
    act(text, row, clause, chance, word)


def _new(text: Text, row: Row, clause: Clause, chance: Random, word: str) -> None:
    row.insert(chance.randint(0, len(row)), {"id": word, "text": dict.fromkeys(LANGUAGES, word)})
    text.setdefault("amendments", []).append(_reason(word))


def _out(text: Text, row: Row, clause: Clause, chance: Random, word: str) -> None:
    if len(text["clauses"]) > 1:
        row.remove(clause)
        text.setdefault("amendments", []).append(_reason(f"{clause['id']}-{word}"))


def _moved(text: Text, row: Row, clause: Clause, chance: Random, word: str) -> None:
    if len(text["clauses"]) > 1 or row is not text["clauses"]:
        row.remove(clause)
        inside = [one for _, _, one in walked(text["clauses"])]
        below = chance.choice([text, *inside]).setdefault("clauses", [])
        below.insert(chance.randint(0, len(below)), clause)


def _divided(text: Text, row: Row, clause: Clause, chance: Random, word: str) -> None:
    """Put the last of its papers into a clause of its own."""
    lines = {one: clause["text"][one].splitlines() for one in LANGUAGES}
    if all(len(one) > 1 for one in lines.values()):
        clause["text"] = {one: "\n".join(said[:-1]) for one, said in lines.items()}
        new = {"id": word, "text": {one: said[-1] for one, said in lines.items()}}
        row.insert(row.index(clause) + 1, new)


def _numbered(text: Text, row: Row, clause: Clause, chance: Random, word: str) -> None:
    clause["number"] = dict.fromkeys(LANGUAGES, word)


def _without_nothing(value: Any) -> Any:
    """Return a tree without lists and mappings that have nothing in them."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(one) for key, one in value.items()}
        bare = {key: one for key, one in kept.items() if one not in ([], {})}
        return {} if bare == {"head": ["a"]} else bare
    return [_without_nothing(one) for one in value] if isinstance(value, list) else value


def things(text: Any) -> Counter[tuple[str, ...]]:
    """Return all things of a text, each by where it belongs, and how often it is there."""
    return Counter(_things(text))


def _things(text: Any) -> Iterator[tuple[str, ...]]:
    for name, _, clause in walked(text["clauses"]):
        yield ("clause", name)
        for key, value in clause.items():
            if key not in {"id", "clauses"}:
                yield from ((name, key, *one) for one in _words(value))
    for key, value in text.items():
        if key != "clauses":
            yield from ((key, *one) for one in _words(value))


def _words(value: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield each line of each value by its key, and each thing of a list whole."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _words(one, (*way, key))
    elif isinstance(value, list):
        yield from ((*way, repr(one)) for one in value)
    else:
        yield from ((*way, line) for line in str(value).splitlines())


def of_both(texts: tuple[Text, Text, Text]) -> Counter[tuple[str, ...]]:
    """Return how often each thing of a text is there after both: see `text_sense.py`."""
    was, theirs, own = map(things, texts)
    every = was | theirs | own
    return +Counter(
        {one: own[one] if theirs[one] in {was[one], own[one]} else theirs[one] for one in every}
    )
