"""Facts that the words of a new clause seem to set: proposed, and set only where a person says so.

Proposed is what every language of the clause says alike: a term, a fee, a telephone. What a clause
of the base had stays as it was; where its words now say otherwise, rule P10 shows both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from talqy.model.revision import Clause
from talqy.wording.plain_values import is_plain_term, said_alike
from talqy.wording.quantity import Measure, Quantity

_FEE_UNIT = "mci"
_AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")


class ProposedFact(NamedTuple):
    """A fact that the words of a clause seem to set: its name, and its values as trees."""

    clause: str
    name: str
    values: Sequence[Mapping[str, Any]]

    @property
    def line(self) -> str:
        """The fact as a line of YAML."""
        values = (
            ", ".join(f"{key}: {_quoted(said)}" for key, said in one.items()) for one in self.values
        )
        return f"{self.name}: [{', '.join(f'{{{one}}}' for one in values)}]"


def _quoted(said: object) -> str:
    """Return a value as YAML has it; what could be read as a number is quoted."""
    is_word = not isinstance(said, str) or said[:1].isalpha()
    return str(said) if is_word else f'"{said}"'


def proposed_facts(
    clauses: Sequence[Mapping[str, Any]], ids: frozenset[str]
) -> Iterator[ProposedFact]:
    """Yield what the words of some clauses seem to set, and their trees do not."""
    for clause in _walk(clauses):
        if clause["id"] in ids:
            for name, values in _proposed(clause):
                if name not in (clause.get("facts") or {}):
                    yield ProposedFact(str(clause["id"]), name, values)


def with_facts(
    clauses: Sequence[Mapping[str, Any]], facts: Sequence[ProposedFact]
) -> list[dict[str, Any]]:
    """Return the trees of clauses with these facts beside those that they set."""
    return [_with_own(clause, facts) for clause in clauses]


def with_whole_facts(
    clauses: Sequence[Mapping[str, Any]], facts: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the trees of clauses; some have these facts, and no others."""
    found = []
    for clause in clauses:
        own = facts.get(str(clause["id"]), clause.get("facts"))
        inside = with_whole_facts(clause.get("clauses") or (), facts)
        tree = {**clause, "facts": own, "clauses": inside}
        keys = ("id", *Clause.model_fields)
        found.append({key: tree[key] for key in keys if tree.get(key) not in (None, [], {})})
    return found


def _with_own(clause: Mapping[str, Any], facts: Sequence[ProposedFact]) -> dict[str, Any]:
    own = {one.name: list(one.values) for one in facts if one.clause == clause["id"]}
    inside = clause.get("clauses")
    tree = {
        **clause,
        **({"facts": {**(clause.get("facts") or {}), **own}} if own else {}),
        **({"clauses": with_facts(inside, facts)} if inside else {}),
    }
    return {key: tree[key] for key in ("id", *Clause.model_fields) if key in tree}


def _walk(clauses: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for clause in clauses:
        yield clause
        yield from _walk(clause.get("clauses") or ())


def _proposed(clause: Mapping[str, Any]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    texts = clause.get("text")
    if not isinstance(texts, Mapping) or not texts:
        return
    alike = said_alike(texts)
    found: tuple[tuple[str, list[Mapping[str, Any]]], ...] = (
        (
            "term",
            [{"amount": int(o.value), "unit": o.unit} for o in alike if is_plain_term(o)],
        ),
        ("fee", [{"amount": one.value} for one in alike if _is_fee(one)]),
        (
            "contacts",
            [{"kind": "phone", "value": o.value} for o in alike if o.kind is Measure.PHONE],
        ),
    )
    yield from (one for one in found if one[1])


def _is_fee(one: Quantity) -> bool:
    return one.kind is Measure.FEE and one.unit == _FEE_UNIT and bool(_AMOUNT.fullmatch(one.value))
