"""How facts changed: each with what it was, as a value."""

from typing import Any

import pytest

import builders as b
from talqy.compare.case_amounts import aligned
from talqy.compare.cases import case_facts
from talqy.compare.fact_changes import FactChange, fact_changes
from talqy.model.facts import Facts
from talqy.model.revision import Clause, Revision

DAYS = {"unit": "working-day"}
FORM = {"id": "form", "name": b.said("өтініш", "заявление"), "source": "applicant"}
COPY = {"id": "copy", "name": b.said("көшірме", "копия"), "source": "applicant"}
CARD = {"name": b.said("куәлік", "свидетельство"), "forms": ["paper"]}
MONDAY = {"place": "provider", "days": ["monday"], "from": "09:00", "to": "18:00"}
FALSE = {"ground": "false-data", "basis": b.said("19-1-бап", "статья 19-1")}


def with_facts(clause: str = "term", **facts: Any) -> Clause:
    """Make a clause that sets facts."""
    return Clause.model_validate(b.a_clause(clause, facts=facts))


def between(before: list[Clause], after: list[Clause]) -> tuple[FactChange, ...]:
    """Compare the facts of clauses that are all of two texts."""
    text = Revision.model_validate(b.a_revision())
    old, new = (text.model_copy(update={"clauses": tuple(side)}) for side in (before, after))
    links = {
        name: aligned(case_facts(old, name), case_facts(new, name), bool)
        for name in ("term", "fee")
    }
    return fact_changes(before, after, links)


def changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[FactChange, ...]:
    """Compare the facts of one clause."""
    return between([with_facts(**before)], [with_facts(**after)])


def one(facts: Facts | None, name: str) -> Any:
    """Return the one value that a side of a change holds; None where it holds none."""
    if facts is None:
        return None
    assert facts.model_fields_set == {name}
    value = getattr(facts, name)
    if isinstance(value, tuple):
        assert len(value) == 1
        return value[0]
    return value


def sides(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Return what changed as plain values."""
    return [(c.name, one(c.before, c.name), one(c.after, c.name)) for c in changed(before, after)]


KINDS: list[tuple[str, Any, Any]] = [
    ("term", [{"amount": "5", **DAYS}], [{"amount": "3", **DAYS}]),
    ("fee", [{"amount": "8"}], [{"amount": "4"}]),
    ("documents", [FORM], [{**FORM, "form": "original"}]),
    ("result", [CARD], [{**CARD, "forms": ["electronic"]}]),
    ("refusal_grounds", [FALSE], [{**FALSE, "basis": b.said("20-бап", "статья 20")}]),
    ("schedule", [MONDAY], [{**MONDAY, "to": "20:00"}]),
    ("contacts", [{"kind": "phone", "value": "1414"}], [{"kind": "phone", "value": "1449"}]),
    ("handover", {"amount": "1", **DAYS}, {"amount": "2", **DAYS}),
]


@pytest.mark.parametrize(("name", "old", "new"), KINDS, ids=[kind[0] for kind in KINDS])
def test_a_fact_of_each_kind_that_changed_is_one_change(name: str, old: Any, new: Any) -> None:
    before, after = with_facts(**{name: old}).facts, with_facts(**{name: new}).facts
    assert changed({name: old}, {name: new}) == (FactChange(name, before, after),)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [*KINDS, *((name, ["a"], ["z"]) for name in ("recipients", "channels", "forms"))],
)
def test_a_fact_of_each_kind_is_the_same_added_or_taken_away(name: str, old: Any, new: Any) -> None:
    facts = with_facts(**{name: old}).facts
    assert changed({name: old}, {name: old}) == ()
    assert changed({}, {name: old}) == (FactChange(name, None, facts),)
    assert changed({name: old}, {}) == (FactChange(name, facts, None),)


@pytest.mark.parametrize("name", ["recipients", "channels"])
def test_a_code_that_goes_and_one_that_comes_are_two_changes(name: str) -> None:
    assert sides({name: ["a", "k"]}, {name: ["k", "z"]}) == [(name, None, "z"), (name, "a", None)]


def test_a_form_that_goes_becomes_the_one_that_comes() -> None:
    found = sides({"forms": ["k", "paper"]}, {"forms": ["electronic", "k"]})
    assert found == [("forms", "paper", "electronic")]


def test_facts_that_only_stand_in_another_order_did_not_change() -> None:
    assert changed({"documents": [FORM, COPY]}, {"documents": [COPY, FORM]}) == ()
    assert changed({"channels": ["a", "k"]}, {"channels": ["k", "a"]}) == ()


def test_one_document_fewer() -> None:
    found = sides({"documents": [FORM, COPY]}, {"documents": [FORM]})
    assert [(name, was.id, now) for name, was, now in found] == [("documents", "copy", None)]


def test_a_document_that_the_state_brings_now_is_the_same_document() -> None:
    asked = {**COPY, "source": "state-system", "system": b.said("АЖ", "ИС")}
    found = sides({"documents": [FORM, COPY]}, {"documents": [FORM, asked]})
    assert [(was.source, now.source) for _, was, now in found] == [("applicant", "state-system")]


# --- what is paired with what --------------------------------------------------------------------

LOST = b.said("жоғалтқан жағдайда", "в случае утраты")
LOST_NOW = b.said("жоғалтқан немесе бүлінген жағдайда", "в случае утраты или порчи")
FIRST_ISSUE = b.said("алғаш рет бергенде", "при первичной выдаче")


def test_a_fee_of_8_becomes_4_in_its_own_case() -> None:
    found = sides(
        {"fee": [{"amount": "8", "case": LOST}, {"amount": "2", "case": FIRST_ISSUE}]},
        {"fee": [{"amount": "2", "case": FIRST_ISSUE}, {"amount": "4", "case": LOST}]},
    )
    assert [(str(was.amount), str(now.amount)) for _, was, now in found] == [("8", "4")]


def test_a_case_in_other_words_stays_one_case() -> None:
    old, new = {"amount": "8", "case": LOST}, {"amount": "4", "case": LOST_NOW}
    found = sides({"fee": [old]}, {"fee": [new]})
    assert [(str(was.amount), str(now.amount)) for _, was, now in found] == [("8", "4")]


def test_the_only_case_left_in_other_words_is_not_what_the_other_one_became() -> None:
    """Who is issued a card for the first time never paid what whoever lost one did."""
    old, new = {"amount": "8", "case": LOST}, {"amount": "4", "case": FIRST_ISSUE}
    found = sides({"fee": [old]}, {"fee": [new]})
    assert [(was and str(was.amount), now and str(now.amount)) for _, was, now in found] == [
        (None, "4"),
        ("8", None),
    ]


def test_what_the_headline_holds_for_one_case_is_one_here_too() -> None:
    """Terms of children to 14 and to 16 are two cases, and one list of them is no partner twice."""
    to_14 = {"amount": "5", **DAYS, "condition": b.said("14 жасқа дейінгі", "детям до 14 лет")}
    to_16 = {"amount": "3", **DAYS, "condition": b.said("16 жасқа дейінгі", "детям до 16 лет")}
    found = sides({"term": [to_14]}, {"term": [to_16]})
    assert [(was and was.amount, now and now.amount) for _, was, now in found] == [
        (None, 3),
        (5, None),
    ]


def test_what_stays_is_not_beside_a_case_of_its_own() -> None:
    """Beside it stood words that are in none of the two texts."""
    card, other = b.said("карта", "карта"), b.said("өзге карта", "иная карта")
    wide, narrow = {"amount": "2", "case": card}, {"amount": "5", "case": other}
    ((_, was, now),) = sides({"fee": [wide]}, {"fee": [wide, narrow]})
    assert (was, str(now.amount), now.case) == (None, "5", other)
    ((_, was, now),) = sides({"fee": [wide, narrow]}, {"fee": [wide]})
    assert (str(was.amount), was.case, now) == ("5", other, None)


def test_a_case_left_for_several_is_beside_each_of_them() -> None:
    card, first, again = (
        b.said(f"{kk}карта беру", f"выдача карты{ru}")
        for kk, ru in (("", ""), ("алғаш рет ", " впервые"), ("қайтадан ", " повторно"))
    )
    found = sides(
        {"fee": [{"amount": "2", "case": card}]},
        {"fee": [{"free": "true", "case": first}, {"amount": "3", "case": again}]},
    )
    assert [(str(was.amount), str(now.cost)) for _, was, now in found] == [("2", "0"), ("2", "3")]


def test_no_fee_and_a_fee_of_nothing_are_one() -> None:
    assert changed({"fee": [{"free": "true"}]}, {"fee": [{"amount": "0"}]}) == ()


def test_a_fee_that_is_dropped_is_free_now() -> None:
    found = sides({"fee": [{"amount": "1"}]}, {"fee": [{"free": "true"}]})
    assert [(was.free, now.free) for _, was, now in found] == [(False, True)]


def test_terms_are_paired_by_kind_channel_and_condition() -> None:
    wait = {"kind": "waiting", "amount": "20", "unit": "minute"}
    found = sides(
        {"term": [{"amount": "5", **DAYS}, wait]},
        {"term": [{**wait, "amount": "15"}, {"amount": "3", **DAYS}]},
    )
    assert {(was.kind, was.amount, now.kind, now.amount) for _, was, now in found} == {
        ("waiting", 20, "waiting", 15),
        ("provision", 5, "provision", 3),
    }


def test_a_term_in_other_units_is_the_same_term() -> None:
    found = sides(
        {"term": [{"amount": "1", "unit": "month"}]}, {"term": [{"amount": "10", **DAYS}]}
    )
    assert [(was.unit, now.unit) for _, was, now in found] == [("month", "working-day")]


def test_the_likest_is_paired_first() -> None:
    """Equal ones go before alike ones, so that what stayed is not paired with what came."""
    found = sides(
        {"fee": [{"amount": "8", "case": LOST}, {"amount": "6", "case": LOST_NOW}]},
        {"fee": [{"amount": "6", "case": LOST_NOW}, {"amount": "3", "case": LOST_NOW}]},
    )
    assert [(str(was.amount), str(now.amount)) for _, was, now in found] == [("8", "3")]


def test_two_cases_that_became_one_are_both_beside_it() -> None:
    damaged = b.said("бүлінген жағдайда", "в случае порчи")
    found = sides(
        {"fee": [{"amount": "8", "case": LOST}, {"amount": "6", "case": damaged}]},
        {"fee": [{"amount": "4", "case": LOST_NOW}]},
    )
    assert [(str(was.amount), str(now and now.amount)) for _, was, now in found] == [
        ("8", "4"),
        ("6", "4"),
    ]


# --- split and merged clauses --------------------------------------------------------------------


def test_facts_that_went_into_another_clause_of_a_split_did_not_change() -> None:
    whole = with_facts("docs", documents=[FORM, COPY])
    parts = [with_facts("docs-a", documents=[FORM]), with_facts("docs-b", documents=[COPY])]
    assert between([whole], parts) == ()
    assert between(parts, [whole]) == ()


# Read from two places of a file, equal codes are two strings.
PAPER, PAPER_AGAIN = "papers"[:5], "papers"[:-1]


def test_a_code_that_two_clauses_shared_is_still_there_when_they_are_merged() -> None:
    parts = [with_facts("a", forms=[PAPER]), with_facts("b", forms=[PAPER_AGAIN])]
    whole = [with_facts("c", forms=["paper"])]
    assert between(parts, whole) == ()
    assert between(whole, parts) == ()


def test_a_code_that_two_clauses_share_before_and_after_did_not_change() -> None:
    sharing = [with_facts("a", forms=[PAPER]), with_facts("b", forms=[PAPER])]
    assert between(sharing, sharing) == ()
