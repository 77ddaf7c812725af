"""What would be wrong if a file said something else: asked before it is written."""

from collections.abc import Iterator, Mapping
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
    """Return what `check` would say of `after`, and does not say today, or says more mildly.

    What is still to be done in preparation is wrong in a text that is discussed or adopted.
    """
    today_is_error: dict[str, bool] = {}
    for one in _found(register, today):
        today_is_error[one.said()] = one.is_error or today_is_error.get(one.said(), False)
    return [one for one in _found(after, today) if one.is_error > _known(today_is_error, one)]


def wrong_together(register: Register, own: Record, both: Record, today: date) -> list[Problem]:
    """Return the errors of a standard as two have changed it that neither has alone.

    `register` has it as one of the two has left it, `own` as the other has.
    """
    alone, found = (new_problems(register, with_record(register, o), today) for o in (own, both))
    known = {(one.code, one.file, one.said()) for one in alone}
    return [o for o in found if o.is_error and (o.code, o.file, o.said()) not in known]


def _known(is_error: Mapping[str, bool], problem: Problem) -> int:
    """Return how gravely a problem is told today: 1 as an error, 0 more mildly, -1 not at all."""
    return int(is_error.get(problem.said(), -1))


def _found(register: Register, today: date) -> Iterator[Problem]:
    yield from check(CheckContext(register, assess(register, today)))
