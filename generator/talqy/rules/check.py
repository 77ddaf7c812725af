"""All rules, in the order of their codes: gathered from the files that they are written in."""

from collections.abc import Iterator

from talqy.model.problem import Problem
from talqy.rules import (
    completeness,
    corrections,
    datings,
    entering,
    fact_texts,
    links,
    not_set,
    numbering,
    opening,
    parity,
    periods,
    profiles,
    record,
    references,
    responses,
    succession,
    to_come,
    together,
    traceability,
    typed,
    unrecorded,
)
from talqy.rules.rule import CheckContext, Rule

_SUBJECTS = (
    completeness,
    corrections,
    datings,
    entering,
    fact_texts,
    links,
    not_set,
    numbering,
    opening,
    parity,
    periods,
    profiles,
    record,
    references,
    responses,
    succession,
    to_come,
    together,
    traceability,
    typed,
    unrecorded,
)
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            rule
            for subject in _SUBJECTS
            for rule in vars(subject).values()
            if isinstance(rule, Rule)
        ),
        key=lambda rule: rule.code,
    ),
)


def check(context: CheckContext) -> Iterator[Problem]:
    """Yield the problems of all rules."""
    for rule in RULES:
        yield from rule.problems(context)
