"""Real quotes of the demonstration, followed to the newest text."""

from datetime import date

import pytest

from sites import ROOT
from talqy.compare.traces import Fate
from talqy.model.register import Record
from talqy.project.survey import survey
from traced import traced


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    register = survey(ROOT, date(2026, 11, 20)).register
    assert register is not None
    return {record.id: record for record in register.records}


@pytest.mark.parametrize(
    ("comment", "became"),
    [
        ("housing-assistance t6yy8m2e5x", (Fate.CHANGED, 2, "8 (восемь) рабочих дней")),
        (
            "passport-identity-card p2ahmq9dz0",
            (Fate.CHANGED, 3, "за выдачу паспорта на 36 страниц – 8 МРП"),
        ),
        (
            "passport-identity-card beykg15qps",
            (Fate.UNCHANGED, None, "48 беттік паспорт бергені үшін – 12 АЕК"),
        ),
        ("temporary-residence 8pqddd705x", (Fate.REMOVED, 2, "")),
        ("driving-licence 4ws33j0dg5", (Fate.REMOVED, 3, "")),
    ],
)
def test_a_real_quote_became_this(
    records: dict[str, Record], comment: str, became: tuple[Fate, int | None, str]
) -> None:
    standard, _, name = comment.partition(" ")
    trace = traced(records[standard], name)
    assert trace is not None
    assert (trace.fate, trace.since, trace.now) == became


def test_a_kazakh_quote_changes_where_its_term_does(records: dict[str, Record]) -> None:
    trace = traced(records["birth-registration"], "bjh9vt2102")
    assert trace is not None
    assert trace.before.endswith("түзетулер енгізу – 7 (жеті) жұмыс күні")
    assert trace.now == trace.before.replace("7 (жеті)", "5 (бес)")
    assert trace.fate is Fate.CHANGED


def test_a_comment_is_told_what_its_quote_was(records: dict[str, Record]) -> None:
    trace = traced(records["housing-assistance"], "t6yy8m2e5x")
    assert trace is not None
    assert (trace.before, trace.clauses) == ("10 (десять) рабочих дней", ("term",))


def test_every_quote_of_the_demonstration_is_found_exactly(records: dict[str, Record]) -> None:
    quoted = [(r, c) for r in records.values() for c in r.comments if c.quote and c.clause_id]
    assert len(quoted) > 30
    for record, comment in quoted:
        trace = traced(record, comment.id, comment.revision)
        assert trace is not None
        assert trace.is_quoted, comment.id
