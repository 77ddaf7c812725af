"""What would be wrong if a file said something else: asked before it is written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.survey import assess
from talqy.rules.check import check
from talqy.rules.rule import CheckContext


def with_record(register: Register, record: Record) -> Register:
    """Return a register with one standard put in the place of that with its id."""
    records = tuple(record if r.id == record.id else r for r in register.records)
    return replace(register, records=records)


def new_problems(register: Register, after: Register, today: date) -> list[Problem]:
    """Return what `check` would say of `after`, and does not say today."""
    known = {problem.said() for problem in _found(register, today)}
    return [problem for problem in _found(after, today) if problem.said() not in known]


def _found(register: Register, today: date) -> Iterator[Problem]:
    yield from check(CheckContext(register, assess(register, today)))
