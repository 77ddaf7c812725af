"""D02: signs that nobody sees, in every text that an authority writes, at every stage."""

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, advised, severities
from cases import said as found
from talqy.model.problem import Level
from talqy.project.survey import survey
from talqy.rules.check import RULES
from talqy.rules.rule import CheckContext
from talqy.rules.typed import written

TURNED, JOINED = "Қызмет \u202eгнитуп\u202c.", "Қыз\u200bмет."
ROOT = Path(__file__).parents[2]
(D02,) = (rule for rule in RULES if rule.code == "D02")


def prepared(**changes: Any) -> CheckContext:
    """Return a text that is being prepared."""
    return a_case(a_record(b.a_revision(1, consultation=None, **changes)))


def levels(case: CheckContext) -> list[Level]:
    return [problem.level for problem in D02.problems(case)]


PLACES: dict[str, dict[str, Any]] = {
    "a text": {"clauses": [b.a_clause(text=b.said(TURNED, "Услуга."))]},
    "a heading": {"clauses": [b.a_clause(heading=b.said("Қызмет", TURNED))]},
    "a reason": {"amendments": [{"clauses": ["term"], "reason": b.said(TURNED, "Уточнено.")}]},
    "a fact": {
        "clauses": [
            b.a_clause(facts={"contacts": [{"kind": "phone", "value": "\u202a8 800\u202c"}]})
        ]
    },
    "a cell": {
        "clauses": [
            b.a_clause(
                table={"head": [b.said("Құжат", "Документ")], "rows": [[b.said(TURNED, "Иә")]]}
            )
        ]
    },
}


@pytest.mark.parametrize("place", PLACES)
def test_a_text_that_is_turned_is_an_error_before_anybody_opens_it(place: str) -> None:
    case = prepared(**PLACES[place])
    assert levels(case) == [Level.ERROR]
    assert "U+202" in found("D02", case)[0]


def test_what_only_nobody_sees_is_still_to_do_while_a_text_is_prepared() -> None:
    case = prepared(clauses=[b.a_clause(text=b.said(JOINED, "Услуга."))])
    assert levels(case) == [Level.TO_DO]
    assert any("tidy" in hint for hint in advised("D02", case))


def test_what_nobody_can_mend_any_more_is_a_warning() -> None:
    text = b.an_adopted_revision(clauses=[b.a_clause(text=b.said(TURNED, "Услуга."))])
    assert severities("D02", a_case(a_record(text))) == {"warning"}


def test_every_text_that_an_authority_writes_is_looked_at() -> None:
    state = survey(ROOT)
    for part in state.alone:
        looked = {(file, text) for file, _, text, _ in written(part)}
        for file, value, _ in part.files():
            said = set(_leaves(value.model_dump()))
            assert said <= {text for name, text in looked if name == file}, file


def _leaves(tree: object) -> list[str]:
    if isinstance(tree, Enum):
        return []
    if isinstance(tree, str):
        return [tree]
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, tuple) else ()
    return [leaf for one in below for leaf in _leaves(one)]
