"""Facts that the words of a new clause seem to set: proposed as lines of its file, never settled.

Proposed is what every language of the clause says alike: a term, a fee, a telephone. What a clause
of the base had stays as it was; where its words now say otherwise, rule P10 shows both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.wording.plain_values import is_plain_term, said_alike
from talqy.wording.quantity import Measure, Quantity

_FEE_UNIT = "mci"
_AMOUNT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")


def proposed_facts(
    clauses: Sequence[Mapping[str, Any]], ids: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of clauses and what their words seem to set, as a line of YAML each."""
    for clause in _walk(clauses):
        if clause["id"] in ids:
            for name, values in _proposed(clause):
                if name not in (clause.get("facts") or {}):
                    yield str(clause["id"]), f"{name}: [{', '.join(values)}]"


def _walk(clauses: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for clause in clauses:
        yield clause
        yield from _walk(clause.get("clauses") or ())


def _proposed(clause: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    texts = clause.get("text")
    if not isinstance(texts, Mapping) or not texts:
        return
    alike = said_alike(texts)
    for name, values in (
        ("term", [_term(one) for one in alike if is_plain_term(one)]),
        ("fee", [f'{{amount: "{one.value}"}}' for one in alike if _is_fee(one)]),
        ("contacts", [_phone(one) for one in alike if one.kind is Measure.PHONE]),
    ):
        if values:
            yield name, values


def _term(one: Quantity) -> str:
    return f"{{amount: {one.value}, unit: {one.unit}}}"


def _is_fee(one: Quantity) -> bool:
    return one.kind is Measure.FEE and one.unit == _FEE_UNIT and bool(_AMOUNT.fullmatch(one.value))


def _phone(one: Quantity) -> str:
    return f'{{kind: phone, value: "{one.value}"}}'
