"""All rules, in the order of their codes. A new rule is written in its file and named there."""

from collections.abc import Iterator

from talqy.checks import (
    answers,
    completeness,
    deadlines,
    links,
    parity,
    record,
    succession,
    together,
    traceability,
)
from talqy.checks.rule import Case, Rule
from talqy.model.problem import Problem

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *answers.RULES,
            *completeness.RULES,
            *deadlines.RULES,
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
