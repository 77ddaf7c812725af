"""All rules, in the order of their codes. A new rule is written in its file and named there."""

from collections.abc import Iterator

from talqy.model.problem import Problem
from talqy.rules import (
    answers,
    completeness,
    links,
    parity,
    periods,
    record,
    succession,
    together,
    traceability,
)
from talqy.rules.rule import Case, Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *answers.RULES,
            *completeness.RULES,
            *periods.RULES,
            *links.RULES,
            *parity.RULES,
            *record.RULES,
            *succession.RULES,
            *together.RULES,
            *traceability.RULES,
        ),
        key=lambda rule: rule.code,
    ),
)


def check(case: Case) -> Iterator[Problem]:
    """Yield the problems of all rules."""
    for rule in RULES:
        yield from rule.problems(case)
