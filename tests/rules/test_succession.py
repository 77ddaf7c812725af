"""T05, T07, T09: a text follows the one before it as recorded, under its ids, in its kind."""

from dataclasses import replace
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities
from changed import FIRST, OTHER_TEXT, SHORTER, an_amendment, clauses, followed
from talqy.model.history import History

RECORDED = a_case(a_record(FIRST)).assessment.of(b.STANDARD, 1).digest
# Two texts that have hardly a word or a letter in common.
BUILDING = b.said(
    "Ғимараттың кіреберісі пандуспен және тактильді жолмен жабдықталады.",
    "Вход в здание оборудуется пандусом и тактильной дорожкой.",
)
CODES = b.said("1) 7-714-32; 2) 8-801-55; 3) 9-905-67; 4) 6-606-11; 5) 4.", "")


def recorded(*digests: str, first: b.Tree = FIRST, broken: int = 0) -> list[str]:
    """Say what T05 finds where the history has recorded these texts."""
    entries = [{"revision": number, "digest": digest} for number, digest in enumerate(digests, 1)]
    history = {"schema": "1", "standard": b.STANDARD, "revisions": entries}
    record = replace(
        a_record(first),
        history=History.model_validate(history),
        broken_revisions=frozenset({broken}),
    )
    case = a_case(record)
    assert severities("T05", case) <= {"error"}
    return said("T05", case)


def test_a_text_that_is_as_recorded_is_sound() -> None:
    assert recorded() == recorded(RECORDED) == []


def test_a_recorded_text_that_changed_is_an_error_in_every_stage() -> None:
    told = ["r1.yaml : this is not the text of r1 that history.yaml has on record"]
    assert recorded(RECORDED, first=b.an_adopted_revision(clauses=clauses(**SHORTER))) == told
    assert recorded(RECORDED, first=b.a_revision()) == told


def test_what_comes_after_the_opening_is_not_the_text() -> None:
    given_up = b.an_adopted_revision(adopted=None, withdrawn=b.a_withdrawal("2026-07-01"))
    assert recorded(RECORDED, first=given_up) == []


def test_a_recorded_text_that_is_gone_is_told_unless_it_is_broken() -> None:
    assert recorded(RECORDED, RECORDED) == [
        "standard.yaml : revision r2 is missing or cannot be used",
    ]
    assert recorded(RECORDED, RECORDED, broken=2) == []


def a_fee(heading: str | None, text: b.Tree) -> b.Tree:
    """Make the clause `fee`."""
    named = {"heading": b.said(heading)} if heading else {}
    return b.a_clause("fee", "4", text=text, **named)


def replaced(was: b.Tree, now: b.Tree, *, frozen: bool = False) -> list[str]:
    """Say what T07 finds where a clause follows another one under the same id."""
    first = b.an_adopted_revision(clauses=clauses(was))
    case = followed(clauses(now), first=first, frozen=frozen)
    assert severities("T07", case) <= {"warning" if frozen else "error"}
    return said("T07", case)


def test_an_id_that_passes_to_another_clause_is_told() -> None:
    told = ["r2.yaml clauses.#fee.id: the id “fee” stands for another clause than in r1"]
    assert replaced(a_fee("Кіреберіс", BUILDING), a_fee("Коды", CODES)) == told
    assert replaced(a_fee("Кіреберіс", BUILDING), a_fee("Коды", CODES), frozen=True) == told


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(a_fee("Кіреберіс", CODES), id="the heading is kept"),
        pytest.param(a_fee("Пандус", BUILDING), id="the text is kept"),
        pytest.param(a_fee("Коды", b.said("7-714-32")), id="the text is too short to tell"),
        pytest.param(a_fee(None, CODES), id="there is no heading to compare"),
    ],
)
def test_a_clause_may_be_rewritten_under_its_id(now: b.Tree) -> None:
    assert replaced(a_fee("Кіреберіс", BUILDING), now) == []


@pytest.mark.parametrize(
    ("now", "is_another"),
    [
        ("Отказ в приеме заявления оформляется распиской и выдается сразу.", True),  # likeness 44.6
        ("Вход на портал защищается паролем и электронной подписью.", False),  # likeness 45.6
    ],
)
def test_two_sentences_have_little_in_common_below_a_likeness_of_45(
    now: str, *, is_another: bool
) -> None:
    was = {"ru": "Вход в здание оборудуется пандусом и тактильной дорожкой."}
    told = replaced(a_fee("Кіреберіс", was), a_fee("Коды", {"ru": now}))
    assert bool(told) == is_another


def came_back(was: b.Tree, now: b.Tree, *, frozen: bool = False) -> list[str]:
    """Say what T07 finds where a clause was removed, and its id is used again in the third text."""
    first, second = b.an_adopted_revision(clauses=clauses(was)), b.a_revision(2)
    make = b.an_adopted_revision if frozen else b.a_revision
    case = a_case(a_record(first, second, make(3, clauses=clauses(now))))
    assert severities("T07", case) <= {"warning" if frozen else "error"}
    return said("T07", case)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (a_fee("Ақысы", OTHER_TEXT), a_fee("Орны", b.said("Қалада көрсетіледі."))),
        (a_fee(None, BUILDING), a_fee(None, CODES)),
    ],
)
def test_the_id_of_a_removed_clause_stays_its_own(was: b.Tree, now: b.Tree) -> None:
    told = [
        (
            "r3.yaml clauses.#fee.id: "
            "the id “fee” belonged to another clause, which stood in r1 and was removed"
        ),
    ]
    assert came_back(was, now) == told
    assert came_back(was, now, frozen=True) == told


@pytest.mark.parametrize(
    "now",
    [
        a_fee("Ақысы", BUILDING),
        a_fee("Төлемі", OTHER_TEXT),
    ],
)
def test_a_removed_clause_may_come_back(now: b.Tree) -> None:
    assert came_back(a_fee("Ақысы", OTHER_TEXT), now) == []


def test_a_clause_without_a_heading_may_come_back_in_other_words() -> None:
    assert came_back(a_fee(None, OTHER_TEXT), a_fee(None, b.said("Қызмет тегін."))) == []


def kind(text: list[b.Tree], kind: str, *, frozen: bool = False, **changes: Any) -> list[str]:
    """Say what T09 finds of a second text of this kind."""
    case = followed(text, kind=kind, frozen=frozen, **changes)
    assert severities("T09", case) <= {"warning" if frozen else "error"}
    return said("T09", case)


def test_a_new_standard_has_no_base() -> None:
    told = [
        (
            "r2.yaml base: "
            "a new standard has no earlier text, but this revision names r1 as its base"
        ),
    ]
    assert kind(clauses(**SHORTER), "new") == told
    assert kind(clauses(**SHORTER), "new", frozen=True) == told
    assert kind(clauses(**SHORTER), "new", base=None) == []


def test_a_repeal_leaves_the_text_as_it_is() -> None:
    told = [
        (
            "r2.yaml kind: "
            "a repeal leaves the text as it is, but here clauses differ from r1: term, documents"
        ),
    ]
    text = clauses(documents=None, **SHORTER)
    assert kind(text, "repeal") == told
    assert kind(text, "repeal", frozen=True) == told
    assert kind(clauses(), "repeal") == []


def test_no_other_rule_asks_a_repeal_for_reasons() -> None:
    case = followed(clauses(documents=None, **SHORTER), an_amendment("general"), kind="repeal")
    assert [said(code, case) for code in ("T01", "T02", "T06", "T07", "T08")] == [[]] * 5


def test_a_supplement_takes_nothing_away() -> None:
    told = [
        (
            "r2.yaml kind: "
            "a supplement takes nothing away, but here clauses of r1 are gone: documents"
        ),
    ]
    text = clauses(documents=None, **SHORTER)
    assert kind(text, "supplement") == told
    assert kind(text, "supplement", frozen=True) == told
    assert kind(text, "amendment") == []
    assert kind(clauses(b.a_clause("fees", "4"), **SHORTER), "supplement") == []


@pytest.mark.parametrize("name", ["amendment", "supplement"])
def test_a_text_that_changes_nothing_is_told(name: str) -> None:
    told = [
        "r2.yaml clauses: the text is the same as in r1, so there is nothing to discuss",
    ]
    assert kind(clauses(), name) == told
    assert kind(clauses(general={"number": "4"}), name, frozen=True) == told


def test_a_new_order_or_an_open_gap_is_a_change_of_the_text() -> None:
    assert kind(clauses()[::-1], "amendment") == []
    gap = {"row": "other-requirements", "reason": b.said("Жоқ.", "Нет.")}
    assert kind(clauses(), "amendment", not_set=[gap]) == []


def test_the_mend_names_the_kinds() -> None:
    assert advised("T09", followed(clauses(**SHORTER), kind="new")) == [
        "take base out, or write “kind: amendment” or “kind: supplement”",
    ]
