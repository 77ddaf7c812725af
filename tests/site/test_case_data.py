"""The open data say what changes for people case by case, and sum nothing."""

import json
from typing import Any

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.compare.comparison import ever_compared
from talqy.data.exports import export_of_standard
from talqy.diff.case_data import case_tree
from talqy.language.edition import editions
from talqy.language.for_you import between
from talqy.project.survey import survey


def cases(kind: str) -> Any:
    """Return what the data of a standard say of its second text."""
    texts = [
        [
            b.a_clause(
                "term",
                "1",
                text=b.said(f"{amount} жұмыс күні.", f"{amount} рабочих дней."),
                facts={"term": [{"amount": amount, "unit": "working-day"}]},
            )
        ]
        for amount in ("7", "5")
    ]
    first, *others = b.drafts(*texts, kind=kind)
    adopted = {**b.an_adopted_revision(), "clauses": first["clauses"]}
    case = a_case(a_record(adopted, *others))
    edition = editions(ROOT, case.register, case.assessment)[0]
    _, file = export_of_standard(edition, case.register.records[0])
    first, second = json.loads(file)["revisions"]
    assert first["cases"] is None
    return second["cases"]


def test_a_change_is_told_in_every_language_with_its_direction() -> None:
    found = cases("amendment")
    (change,) = found["changes"]
    assert found["against"] == 1
    assert change == {
        "fact": "term",
        "case": None,
        "case_after": None,
        "channel": None,
        "case_before": None,
        "before": {"kk": "7\xa0жұмыс күні", "ru": "7\xa0рабочих дней"},
        "after": {"kk": "5\xa0жұмыс күні", "ru": "5\xa0рабочих дней"},
        "direction": "faster",
    }


def test_a_repeal_has_no_figures() -> None:
    assert cases("repeal") is None


def test_every_page_of_the_demonstration_tells_as_many_changes_as_its_data() -> None:
    register, assessment = survey(ROOT).known
    made = editions(ROOT, register, assessment)
    locales, told = [one.locale for one in made], 0
    for record in register.records:
        for older, newer in ever_compared(record):
            compared = made[0].comparison(record, older, newer)
            tree = case_tree(made[0], locales, compared) or {"changes": []}
            for edition in made:
                rows = between(edition, compared).changes
                assert len(rows) == len(tree["changes"] if tree else ()), (
                    record.id,
                    newer.revision,
                )
                assert all(row.was != row.becomes for row in rows)
                told += len(rows)
    assert told > 50
