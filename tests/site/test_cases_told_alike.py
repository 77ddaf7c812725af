"""Headline, steps, marks of clauses, what stays and the data tell the same cases of two texts."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.compare.case_changes import CaseChanges, CaseState
from talqy.compare.cases import CaseChange, CaseFact, kind_of
from talqy.compare.comparison import Comparison
from talqy.diff.case_data import case_tree
from talqy.language.case_words import case_name
from talqy.language.edition import Edition, editions
from talqy.language.for_you import between
from talqy.model.facts import Facts
from talqy.site.pages.time_line import time_line

LOST = b.said("жоғалған карта орнына", "взамен утраченной карты")
WORDS = (
    None,
    LOST,
    b.said("карта", "карты для всех"),
    b.said("«отбасы» картасы", "«семейная» карта"),
    b.said("балалар үшін", "для детей"),
)


def days(amount: int, words: b.Tree | None = None) -> b.Tree:
    condition = {"condition": words} if words else {}
    return {"amount": str(amount), "unit": "working-day", **condition}


def a_text(number: int, term: list[b.Tree]) -> b.Tree:
    text = b.said(f"{number}-мәтін", f"Текст {number}")
    return b.a_clause("term", "1", text=text, facts={"term": term})


def texts(*terms: list[b.Tree]) -> tuple[Edition, Comparison]:
    """Return the Russian edition of a standard, and how the terms of its last two differ."""
    made = [
        b.a_settled_revision(clauses=[a_text(1, terms[0])]),
        *(
            b.an_adopted_revision(
                number,
                clauses=[a_text(number, term)],
                adopted=b.an_adoption(f"202{3 + number}-01-01", f"202{3 + number}-01-10"),
            )
            for number, term in enumerate(terms[1:], 2)
        ),
    ]
    record = a_record(*made)
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[1]
    return edition, edition.comparison(record, *record.revisions[-2:])


def steps(edition: Edition) -> list[tuple[str, list[int]]]:
    line = time_line(edition, edition.register.records[0])
    assert line is not None
    return [(one.name, [int(words.split()[0]) for *_, words in one.labels]) for one in line.steps]


def test_a_case_that_goes_under_the_one_of_all_is_told_one_way() -> None:
    edition, compared = texts([days(3), days(2, LOST)], [days(3)])
    told, (stays,) = between(edition, compared), compared.cases.unchanged
    assert [(one.case, one.was, one.becomes) for one in told.changes] == [
        ("Взамен утраченной карты", held("2~рабочих дня"), held("3~рабочих дня"))
    ]
    assert [(one.case, one.said) for one in told.stays] == [("", held("3~рабочих дня"))]
    assert (stays.words, stays.channel) == (None, "")
    assert steps(edition) == [("Взамен утраченной карты", [2, 3]), ("В остальных случаях", [3])]
    assert marks(compared) == [(2, LOST, None, None)], "“3; LOST” stands in none of the texts"


def test_the_name_of_a_case_begins_alike_in_headline_and_steps() -> None:
    quoted = WORDS[3]
    edition, compared = texts([days(3, quoted)], [days(5, quoted)])
    assert [one.case for one in between(edition, compared).changes] == ["«Семейная» карта"]
    assert steps(edition) == [("«Семейная» карта", [3, 5])]


def test_a_case_goes_on_by_itself_under_a_wider_one_and_out_of_it_again() -> None:
    edition, _ = texts([days(3), days(2, LOST)], [days(3)], [days(3), days(6, LOST)])
    assert sorted(steps(edition)) == [
        ("В остальных случаях", [3]),
        ("Взамен утраченной карты", [2, 3, 6]),
    ]


def test_a_case_is_in_all_cases_only_where_it_is_the_only_one() -> None:
    edition, compared = texts([days(3)], [days(2)])
    assert steps(edition) == [("Во всех случаях", [3, 2])]
    assert [row.rest for row in between(edition, compared).all_changes] == [""]
    edition, compared = texts([days(3), days(7, LOST)], [days(2), days(5, LOST)])
    assert [(row.case, row.rest) for row in between(edition, compared).all_changes] == [
        ("Взамен утраченной карты", ""),
        ("", "В остальных случаях"),
    ]


def marks(compared: Comparison) -> list[tuple[Any, Any, Any, Any]]:
    """Return the terms of each mark: amount and words before and after; None where none is."""
    return [
        (*_said(fact.before), *_said(fact.after))
        for change in compared.changes
        for fact in change.facts
    ]


def _said(facts: Facts | None) -> tuple[Any, Any]:
    if facts is None:
        return None, None
    (term,) = facts.term
    return int(term.amount), term.condition


CASES = st.lists(
    st.builds(days, st.integers(min_value=1, max_value=3), st.sampled_from(WORDS)),
    min_size=1,
    max_size=3,
    unique_by=lambda one: str(one.get("condition")),
)


@settings(max_examples=150)
@given(CASES, CASES)
def test_each_case_of_both_texts_is_told_alike(old: list[b.Tree], new: list[b.Tree]) -> None:
    edition, compared = texts(old, new)
    cases, locale = compared.cases, edition.locale
    links = cases.links["term"]
    moved = [one for one in links if not one.has_same_amount]
    told, data = between(edition, compared), case_tree(edition, [locale], compared)
    assert data is not None
    names = [
        case_name(locale, one.words, one.channel, one.was_words, one.now_words) for one in moved
    ]
    assert [one.case for one in told.changes] == names
    assert [one["case"] and one["case"]["ru"] for one in data["changes"]] == [
        one.words and one.words["ru"] for one in moved
    ]
    # What is said to stay is what some case of both texts costs still, once each.
    stays = [(one.words, one.values[0]) for one in cases.unchanged]
    kept = [one for one in links if one.has_same_amount]
    assert len(told.stays) == len(data["unchanged"]) == len(stays)
    for one in kept:
        assert one.after is not None
        ways = [(one.words, one.after), (one.after.words, one.after)]
        assert len([way for way in stays if way in ways]) == 1
    # Of no case it is said that it changes, and that it stays.
    heads = [(one.fact, kind_of(value), one.words, one.channel) for one, value in _told(cases)]
    assert len(heads) == len({str(head) for head in heads})
    # A mark tells the amounts of the headline in words of the texts: what stays as it was is in no
    # mark. Each step is of its own case.
    staying = {side for one in links if one.stays for side in (one.before, one.after)}
    amounts = Counter(
        tuple(
            None if side is None or side in staying else int(side.value.amount)
            for side in (one.before, one.after)
        )
        for one in moved
    )
    assert Counter((x, y) for x, _, y, _ in marks(compared) if x != y) == amounts
    drawn = Counter(
        (
            case_name(locale, one.words, one.channel)
            or locale.words("In other cases" if len(links) > 1 else "In all cases"),
            tuple(dict.fromkeys(int(x.value.amount) for x in (one.before, one.after) if x)),
        )
        for one in links
    )
    found = Counter((name, tuple(amounts)) for name, amounts in steps(edition))
    assert drawn == found


def _told(cases: CaseChanges) -> Iterator[tuple[CaseChange | CaseState, CaseFact]]:
    for change in cases.changes:
        yield change, (*(change.before or ()), *(change.after or ()))[0]
    yield from ((state, state.values[0]) for state in cases.unchanged)


def test_a_clause_that_changes_in_words_alone_is_named_and_one_of_a_told_case_is_not() -> None:
    clauses = [a_text(1, [days(5)]), b.a_clause("card", "2"), b.a_clause("same", "3")]
    words = b.said("Карта қайта жоғалған болып саналмайды.", "Карта не считается утраченной.")
    other = [a_text(2, [days(3)]), b.a_clause("card", "2", text=words), b.a_clause("same", "3")]
    record = a_record(
        b.a_settled_revision(clauses=clauses),
        b.an_adopted_revision(2, clauses=[*other, b.a_clause("new", "4")]),
    )
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[1]
    told = between(edition, edition.comparison(record, *record.revisions)).in_words
    assert told == "Другие изменения – в пунктах: Пункт 2; Пункт 4"
