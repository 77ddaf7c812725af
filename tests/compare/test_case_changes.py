"""What changes for people, case by case: nothing is summed, nothing unsure is said."""

from collections.abc import Mapping
from typing import Any

import pytest

import builders as b
from cases import a_record
from fact_examples import EXAMPLES
from talqy.compare.align import align
from talqy.compare.case_changes import TOLD, UNTOLD, CaseChanges, case_changes, case_states
from talqy.compare.cases import CaseChange
from talqy.model.facts import FACTS, code_of

Row = tuple[str, str, str, str, str]
CHILD, ADULT = b.said("бала үшін", "для ребенка"), b.said("ересек үшін", "для взрослого")
CARD = b.said("карта беру", "выдача карты")
FIRST_CARD = b.said("алғаш рет карта беру", "первичная выдача карты")
LOST_CARD = b.said("жоғалған карта орнына беру", "выдача карты взамен утраченной")
RENEWED = b.said("ескірген карта ауыстыру", "замена карты, выдача по сроку")
IN_CENTRES = b.said(
    "шетелге шығу үшін – облыс орталықтарында және астанада",
    "для выезда за границу – в областных центрах и столице",
)
ELSEWHERE = b.said(
    "шетелге шығу үшін – өзге елді мекендерде", "для выезда за границу – в иных населенных пунктах"
)
ANYWHERE = b.said(
    "шетелге шығу үшін – өтініш берілген жерге қарамастан",
    "для выезда за границу – независимо от места подачи заявления",
)
CHECKED = b.said("қосымша тексеру қажет болғанда", "при необходимости дополнительной проверки")
PAGES_36, PAGES_48, PAGES_24 = (
    b.said(f"{n} беттік паспорт беру", f"выдача паспорта на {n} страниц") for n in (36, 48, 24)
)


def days(amount: int, unit: str = "working-day", **more: Any) -> b.Tree:
    return {"amount": str(amount), "unit": unit, **more}


def fee(amount: str, case: b.Tree | None = None) -> b.Tree:
    costs = {"free": "true"} if amount == "free" else {"amount": amount}
    return {**costs, **({"case": case} if case else {})}


def hours(start: str, end: str, **more: Any) -> b.Tree:
    place = {"place": "state-corporation", "days": ["monday", "tuesday"]}
    return {**place, "from": start, "to": end, **more}


def paper(name: str, source: str = "applicant", **more: Any) -> b.Tree:
    return {"id": name, "name": b.said(f"{name} kk", f"{name} ru"), "source": source, **more}


def case(clause: str, *documents: b.Tree, number: str = "1") -> b.Tree:
    """Make a clause with the documents of one case."""
    heading = b.said(f"{clause} үшін", f"для {clause}")
    return b.a_clause(clause, number, heading=heading, facts={"documents": list(documents)})


def docs(*cases: b.Tree, of_all: tuple[b.Tree, ...] = ()) -> b.Tree:
    """Make the clause of documents, in which the cases stand."""
    facts = {"documents": list(of_all)} if of_all else {}
    return b.a_clause("docs", "9", facts=facts, clauses=list(cases))


def facts(**of: Any) -> b.Tree:
    return b.a_clause("facts", "1", facts=of)


def in_other_words(clause: b.Tree) -> b.Tree:
    """Return a clause whose words changed, with those in it: facts follow the words."""
    inner = [in_other_words(one) for one in clause.get("clauses", ())]
    return {**clause, "text": b.said("Жаңа мәтін.", "Новый текст."), "clauses": inner}


def compared(before: list[b.Tree], after: list[b.Tree], **more: Any) -> CaseChanges:
    record = a_record(*b.drafts(before, [in_other_words(one) for one in after], **more))
    older, newer = record.revisions
    return case_changes(align(record, older, newer), older, newer)


def said(value: Any) -> str:
    """Say a value in short."""
    if hasattr(value, "source"):
        state = "" if value.source == "applicant" else "*"
        return f"{value.id}{state}{'?' if value.condition else ''}"
    if hasattr(value, "free"):
        return "free" if value.free else str(value.amount)
    if hasattr(value, "unit"):
        return f"{value.amount} {value.unit}"
    if hasattr(value, "place"):
        return f"{value.from_}-{value.to}"
    for name in ("ground", "name", "value"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return code_of(value)


def side(of: Any) -> str:
    if of is None:
        return "–"
    return " ".join(said(one.value) for one in of) or "none"


def row(change: CaseChange) -> Row:
    name = " < ".join(one["ru"] for one in (change.words, change.was_words) if one)
    name += f" > {change.now_words['ru']}" if change.now_words else ""
    name += f"@{change.channel}" if change.channel else ""
    return change.fact, name, side(change.before), side(change.after), str(change.direction or "")


def rows(before: list[b.Tree], after: list[b.Tree], **more: Any) -> list[Row]:
    return [row(change) for change in compared(before, after, **more).changes]


AMOUNTS: Mapping[str, tuple[b.Tree, b.Tree, list[Row]]] = {
    "a term of all": (
        {"term": [days(7)]},
        {"term": [days(5)]},
        [("term", "", "7 working-day", "5 working-day", "faster")],
    ),
    "the longest term of another case says nothing": (
        {"term": [days(7, condition=CHILD), days(30, condition=ADULT)]},
        {"term": [days(9, condition=CHILD), days(30, condition=ADULT)]},
        [("term", "для ребенка", "7 working-day", "9 working-day", "slower")],
    ),
    "a wide case becomes free in parts": (
        {"fee": [fee("0.2", CARD)]},
        {"fee": [fee("free", FIRST_CARD), fee("free", RENEWED), fee("0.2", LOST_CARD)]},
        [
            ("fee", FIRST_CARD["ru"], "0.2", "free", "cheaper"),
            ("fee", RENEWED["ru"], "0.2", "free", "cheaper"),
        ],
    ),
    "a part of a wide case that stays": (
        {"fee": [fee("2", CARD)]},
        {"fee": [fee("2", CARD), fee("5", LOST_CARD)]},
        [("fee", LOST_CARD["ru"], "2", "5", "dearer")],
    ),
    "cases that become one": (
        {"fee": [fee("free", CHILD), fee("3", ADULT)]},
        {"fee": [fee("2")]},
        [
            ("fee", "для ребенка", "free", "2", "dearer"),
            ("fee", "для взрослого", "3", "2", "cheaper"),
        ],
    ),
    "one that becomes cases": (
        {"fee": [fee("2")]},
        {"fee": [fee("free", CHILD), fee("3", ADULT)]},
        [
            ("fee", "для ребенка", "2", "free", "cheaper"),
            ("fee", "для взрослого", "2", "3", "dearer"),
        ],
    ),
    "two cases become one under words of its own": (
        {
            "term": [
                days(5, condition=CHECKED),
                days(5, condition=IN_CENTRES),
                days(10, condition=ELSEWHERE),
            ]
        },
        {"term": [days(5, condition=CHECKED), days(5, condition=ANYWHERE)]},
        [
            (
                "term",
                f"{ELSEWHERE['ru']} > {ANYWHERE['ru']}",
                "10 working-day",
                "5 working-day",
                "faster",
            )
        ],
    ),
    "and both, where neither amount stays": (
        {"term": [days(5, condition=IN_CENTRES), days(10, condition=ELSEWHERE)]},
        {"term": [days(7, condition=ANYWHERE)]},
        [
            (
                "term",
                f"{IN_CENTRES['ru']} > {ANYWHERE['ru']}",
                "5 working-day",
                "7 working-day",
                "slower",
            ),
            (
                "term",
                f"{ELSEWHERE['ru']} > {ANYWHERE['ru']}",
                "10 working-day",
                "7 working-day",
                "faster",
            ),
        ],
    ),
    "one case becomes two under words of their own": (
        {"term": [days(5, condition=CHECKED), days(5, condition=ANYWHERE)]},
        {
            "term": [
                days(5, condition=CHECKED),
                days(5, condition=IN_CENTRES),
                days(10, condition=ELSEWHERE),
            ]
        },
        [
            (
                "term",
                f"{ELSEWHERE['ru']} < {ANYWHERE['ru']}",
                "5 working-day",
                "10 working-day",
                "slower",
            )
        ],
    ),
    "the only one left on both sides, in other words, may be another": (
        {"term": [days(5, condition=CHECKED), days(10, condition=CHILD)]},
        {"term": [days(5, condition=CHECKED), days(7, condition=RENEWED)]},
        [
            ("term", RENEWED["ru"], "–", "7 working-day", "own-case"),
            ("term", CHILD["ru"], "10 working-day", "–", "not-named"),
        ],
    ),
    "with a number of another size it is another case": (
        {"fee": [fee("8", PAGES_36), fee("8", PAGES_48)]},
        {"fee": [fee("8", PAGES_36), fee("4", PAGES_24), fee("12", CARD)]},
        [
            ("fee", PAGES_24["ru"], "–", "4", "own-case"),
            ("fee", CARD["ru"], "–", "12", "own-case"),
            ("fee", PAGES_48["ru"], "8", "–", "not-named"),
        ],
    ),
    "also where the amount stayed": (
        {"fee": [fee("8", PAGES_48)]},
        {"fee": [fee("8", PAGES_24)]},
        [
            ("fee", PAGES_24["ru"], "–", "8", "own-case"),
            ("fee", PAGES_48["ru"], "8", "–", "not-named"),
        ],
    ),
    "several are left, and nobody knows which became which": (
        {"fee": [fee("1", CHILD), fee("2", CHECKED)]},
        {"fee": [fee("3", RENEWED), fee("4", PAGES_48)]},
        [
            ("fee", RENEWED["ru"], "–", "3", "own-case"),
            ("fee", PAGES_48["ru"], "–", "4", "own-case"),
            ("fee", CHILD["ru"], "1", "–", "not-named"),
            ("fee", CHECKED["ru"], "2", "–", "not-named"),
        ],
    ),
    "a new service beside a free one is no dearer": (
        {"fee": [fee("free")]},
        {"fee": [fee("free", CARD), fee("0.5", CHILD)]},
        [("fee", "для ребенка", "–", "0.5", "new-case")],
    ),
    "a new case beside what holds for all": (
        {"term": [days(2)]},
        {"term": [days(2), days(30, "calendar-day", condition=CHILD)]},
        [("term", "для ребенка", "–", "30 calendar-day", "new-case")],
    ),
    "a new way has its own term": (
        {"term": [days(2)], "channels": ["provider"]},
        {"term": [days(2), days(3, channel="mobile")], "channels": ["provider", "mobile"]},
        [("term", "@mobile", "–", "3 working-day", "new-way")],
    ),
    "a way is taken away": (
        {"channels": ["provider", "mobile"]},
        {"channels": ["provider"]},
        [("channels", "", "mobile", "–", "way-gone")],
    ),
    "nothing was said before": (
        {},
        {"term": [days(2)], "fee": [fee("1")], "channels": ["provider", "mobile"]},
        [
            ("term", "", "–", "2 working-day", ""),
            ("fee", "", "–", "1", ""),
            ("channels", "", "–", "provider mobile", ""),
        ],
    ),
    "nothing is said any more": (
        {"term": [days(2)], "fee": [fee("1")]},
        {},
        [("term", "", "2 working-day", "–", ""), ("fee", "", "1", "–", "")],
    ),
    "nothing is none": ({"fee": [fee("0")]}, {"fee": [fee("free")]}, []),
    "the wait is no term": (
        {"term": [days(2), days(20, "minute", kind="waiting")]},
        {"term": [days(2), days(15, "minute", kind="waiting")]},
        [("term", "", "20 minute", "15 minute", "faster")],
    ),
    "who, and in which form": (
        {"recipients": ["individual"], "forms": ["paper"]},
        {"recipients": ["individual", "foreigner"], "forms": ["electronic-full"]},
        [
            ("recipients", "", "–", "foreigner", "added"),
            ("forms", "", "paper", "electronic-full", ""),
        ],
    ),
    "others are asked beside some who stay": (
        {"recipients": ["individual", "legal-entity"], "forms": ["paper", "electronic-full"]},
        {"recipients": ["individual"], "forms": ["paper", "proactive"]},
        [
            ("recipients", "", "legal-entity", "–", "gone"),
            ("forms", "", "–", "proactive", "added"),
            ("forms", "", "electronic-full", "–", "gone"),
        ],
    ),
    "a way, and a form, for some only": (
        {"channels": ["provider"], "forms": ["paper", "proactive"]},
        {
            "channels": [{"code": "provider", "for": CHILD}],
            "forms": ["paper", {"code": "proactive", "for": ADULT}],
        },
        [
            ("channels", "", "provider", "provider", ""),
            ("forms", "", "proactive", "proactive", ""),
        ],
    ),
    "hours that shrink": (
        {"schedule": [hours("09:00", "19:00"), hours("09:00", "18:00", place="provider")]},
        {"schedule": [hours("09:00", "18:00"), hours("09:00", "18:00", place="provider")]},
        [("schedule", "", "09:00-19:00", "09:00-18:00", "shorter-hours")],
    ),
    "a break that goes, in two entries for one": (
        {"schedule": [hours("09:00", "18:00", **{"break": {"from": "13:00", "to": "14:00"}})]},
        {
            "schedule": [
                hours("09:00", "18:00", days=["monday"]),
                hours("09:00", "18:00", days=["tuesday"]),
            ]
        },
        [("schedule", "", "09:00-18:00", "09:00-18:00 09:00-18:00", "longer-hours")],
    ),
    "the same hours in other entries": (
        {"schedule": [hours("09:00", "18:00")]},
        {"schedule": [hours("09:00", "13:00"), hours("13:00", "18:00")]},
        [],
    ),
    "other hours are neither more nor fewer": (
        {"schedule": [hours("09:00", "18:00")]},
        {"schedule": [hours("10:00", "19:00")]},
        [("schedule", "", "09:00-18:00", "10:00-19:00", "")],
    ),
    "where hours become those of something else nobody knows": (
        {"schedule": [hours("09:00", "18:00"), hours("09:00", "13:00", days=["saturday"])]},
        {
            "schedule": [
                hours("09:00", "18:00"),
                hours("09:00", "20:00", days=["monday", "saturday"], **{"for": CHILD}),
            ]
        },
        [
            ("schedule", "", "09:00-18:00 09:00-13:00", "09:00-18:00", ""),
            ("schedule", "для ребенка", "–", "09:00-20:00", "added"),
        ],
    ),
    "a place is new, another closes, and intake has hours of its own": (
        {"schedule": [hours("09:00", "18:00")]},
        {
            "schedule": [
                hours("09:00", "18:00", place="provider"),
                hours("09:00", "12:00", place="provider", **{"for": CHILD}),
            ]
        },
        [
            ("schedule", "", "–", "09:00-18:00", "added"),
            ("schedule", "для ребенка", "–", "09:00-12:00", "added"),
            ("schedule", "", "09:00-18:00", "–", "gone"),
        ],
    ),
    "a result in another form": (
        {"result": [{"name": CARD, "forms": ["paper"]}]},
        {"result": [{"name": CARD, "forms": ["electronic-full"]}]},
        [("result", CARD["ru"], str(CARD), str(CARD), "")],
    ),
    "a ground with another number": (
        {"refusal_grounds": [{"ground": "other", "text": b.said("10 АЕК", "долг 10 МРП")}]},
        {"refusal_grounds": [{"ground": "other", "text": b.said("5 АЕК", "долг 5 МРП")}]},
        [
            ("refusal_grounds", "", "other", "–", "gone"),
            ("refusal_grounds", "", "–", "other", "added"),
        ],
    ),
    "another telephone": (
        {"contacts": [{"kind": "phone", "value": "1414"}]},
        {"contacts": [{"kind": "phone", "value": "1411"}]},
        [("contacts", "", "1414", "1411", "")],
    ),
    "a ground for refusal that is no more": (
        {"refusal_grounds": [{"ground": "false-data"}, {"ground": "no-consent"}]},
        {"refusal_grounds": [{"ground": "false-data"}]},
        [("refusal_grounds", "", "no-consent", "–", "ground-gone")],
    ),
    "a ground for refusal": (
        {"refusal_grounds": [{"ground": "false-data", "basis": b.said("1-бап")}]},
        {"refusal_grounds": [{"ground": "false-data"}, {"ground": "no-consent"}]},
        [("refusal_grounds", "", "–", "no-consent", "new-ground")],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), AMOUNTS.values(), ids=list(AMOUNTS))
def test_amounts_and_ways_are_told_case_by_case(
    before: b.Tree, after: b.Tree, expected: list[Row]
) -> None:
    assert rows([facts(**before)], [facts(**after)]) == expected


TERMS = [
    (days(1, "month"), days(20, "calendar-day"), "faster"),
    (days(1, "month"), days(30, "calendar-day"), ""),
    (days(10), days(10, "calendar-day"), "faster"),
    (days(5), days(5, "calendar-day"), ""),
    (days(3, "calendar-day"), days(3), ""),
    (days(1), days(30, "minute"), "faster"),
    (days(4, "hour"), days(1), "slower"),
    (days(8, "hour"), days(1), ""),
    (days(1), days(24, "hour"), ""),
    (days(20, "calendar-day"), days(15), ""),
    (days(2, "calendar-day"), days(15), "slower"),
]


@pytest.mark.parametrize(("before", "after", "direction"), TERMS)
def test_terms_in_other_units_have_a_direction_only_where_it_is_sure(
    before: b.Tree, after: b.Tree, direction: str
) -> None:
    ((*_, found),) = rows([facts(term=[before])], [facts(term=[after])])
    assert found == direction


ID, MARRIAGE, BIRTH = paper("id"), paper("marriage"), paper("birth")
ABROAD = b.said("шетелде болса", "если за границей")
DOCUMENTS: Mapping[str, tuple[list[b.Tree], list[b.Tree], list[Row]]] = {
    "not needed any more": (
        [docs(case("birth", ID, MARRIAGE), case("change", ID))],
        [docs(case("birth", ID), case("change", ID))],
        [("documents", "для birth", "marriage", "none", "fewer-papers")],
    ),
    "the state fetches it": (
        [docs(case("birth", ID, MARRIAGE))],
        [docs(case("birth", ID, paper("marriage", "state-system")))],
        [("documents", "для birth", "marriage", "marriage*", "fewer-papers")],
    ),
    "the state fetches no more": (
        [docs(of_all=(paper("birth", "state-system"),))],
        [docs(of_all=(BIRTH,))],
        [("documents", "", "birth*", "birth", "more-papers")],
    ),
    "what the state fetches from the first is no paper": (
        [docs(of_all=(ID,))],
        [docs(of_all=(ID, paper("birth", "state-system")))],
        [],
    ),
    "a new way has its own list": (
        [docs(case("desk", ID))],
        [docs(case("desk", ID), case("portal", paper("photo"), paper("signature"), number="2"))],
        [("documents", "для portal", "–", "photo signature", "new-case")],
    ),
    "a case is gone": (
        [docs(case("desk", ID), case("portal", paper("photo"), number="2"))],
        [docs(case("desk", ID))],
        [("documents", "для portal", "photo", "–", "not-named")],
    ),
    "a list is split into cases": (
        [docs(of_all=(ID, MARRIAGE))],
        [case("docs-a", ID, number="9"), case("docs-b", ID, MARRIAGE, number="10")],
        [],
    ),
    "for some only": (
        [docs(of_all=(BIRTH,))],
        [docs(of_all=(paper("birth", condition=ABROAD),))],
        [("documents", "", "birth", "birth?", "fewer-papers")],
    ),
    "from all to one case": (
        [docs(case("birth", ID), of_all=(MARRIAGE,))],
        [docs(case("birth", ID, MARRIAGE), of_all=(BIRTH,))],
        [
            ("documents", "", "marriage", "marriage?", "fewer-papers"),
            ("documents", "", "none", "birth", "more-papers"),
        ],
    ),
    "from one case to all": (
        [docs(case("birth", ID, MARRIAGE), of_all=(BIRTH,))],
        [docs(case("birth", ID), of_all=(BIRTH, MARRIAGE))],
        [("documents", "", "marriage?", "marriage", "more-papers")],
    ),
    "another id, the same paper": (
        [docs(of_all=(ID,))],
        [docs(of_all=({**ID, "id": "identity"},))],
        [],
    ),
    "another form": (
        [docs(of_all=(paper("birth", form="copy"),))],
        [docs(of_all=(paper("birth", form="notarised-copy"),))],
        [("documents", "", "birth", "birth", "")],
    ),
    "of another age": (
        [docs(of_all=({**ID, "name": b.said("1 айлық анықтама", "справка за 1 месяц")},))],
        [docs(of_all=({**ID, "name": b.said("3 айлық анықтама", "справка за 3 месяца")},))],
        [("documents", "", "id", "id", "")],
    ),
    "nothing was said": (
        [facts(term=[days(2)])],
        [facts(term=[days(2)]), docs(of_all=(ID,))],
        [("documents", "", "–", "id", "")],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_documents_are_told_in_the_case_that_asks_for_them(
    before: list[b.Tree], after: list[b.Tree], expected: list[Row]
) -> None:
    split = {"docs": ["docs-a", "docs-b"]} if len(after) > len(before) and not expected else {}
    assert rows(before, after, replaced=split) == expected


def test_cases_that_stay_are_kept_apart_and_a_changed_list_is_not_among_them() -> None:
    before = [facts(term=[days(2), days(7, condition=CHILD)]), docs(case("a", ID, MARRIAGE))]
    after = [facts(term=[days(2), days(5, condition=CHILD)]), docs(case("a", ID))]
    found = compared(before, after)
    assert [(one.fact, side(one.values)) for one in found.unchanged] == [("term", "2 working-day")]


def test_a_wide_case_that_stays_is_among_those_that_stay() -> None:
    found = compared(
        [facts(fee=[fee("2", CARD)])], [facts(fee=[fee("2", CARD), fee("5", LOST_CARD)])]
    )
    assert [side(one.values) for one in found.unchanged] == ["2"]


def test_cases_that_became_one_are_told_by_their_older_words_also_where_nothing_changed() -> None:
    before = {"term": [days(5, condition=IN_CENTRES), days(10, condition=ELSEWHERE)]}
    found = compared([facts(**before)], [facts(term=[days(5, condition=ANYWHERE)])])
    told = [(one.words, one.now_words) for one in found.changes]
    assert [*told, *((one.words, one.now_words) for one in found.unchanged)] == [
        (ELSEWHERE, ANYWHERE),
        (IN_CENTRES, ANYWHERE),
    ]


def test_what_is_for_all_is_for_the_others_where_a_case_is_named_beside_it() -> None:
    one, beside = days(2), days(7, condition=CHILD)
    for before, after, is_rest in (
        ([one], [days(1)], False),
        ([one, beside], [days(1)], True),
        ([one], [days(1), beside], True),
        ([one, days(20, "minute", kind="waiting", channel="portal")], [days(1)], False),
    ):
        found = compared([facts(term=before)], [facts(term=after)])
        (change,) = (it for it in found.changes if it.before and it.before[0].value.amount == 2)
        assert change.is_rest == is_rest
    found = compared([facts(term=[one, beside])], [facts(term=[one, beside, days(3, channel="x")])])
    assert [it.is_rest for it in found.unchanged] == [True, False]


def test_a_first_text_says_what_it_asks_in_each_case() -> None:
    record = a_record(
        *b.drafts([facts(term=[days(2)], fee=[fee("free", CHILD)]), docs(case("a", ID), case("b"))])
    )
    (only,) = record.revisions
    assert [(one.fact, side(one.values)) for one in case_states(only)] == [
        ("term", "2 working-day"),
        ("fee", "free"),
        ("documents", "id"),
    ]


def test_what_somebody_typed_better_changes_nothing_while_the_words_are_the_same() -> None:
    before = [facts(term=[days(7)], schedule=[hours("09:00", "18:00")])]
    after = [facts(term=[days(5)], schedule=[hours("09:00", "18:00", **{"for": CHILD})])]
    record = a_record(*b.drafts(before, after))
    older, newer = record.revisions
    found = case_changes(align(record, older, newer), older, newer)
    assert found.changes == ()
    assert {one.fact for one in found.typed} == {"term", "schedule"}
    assert not [one for one in found.unchanged if one.fact == "term"], "one of the two is wrong"


def test_a_text_compared_with_itself_changes_nothing() -> None:
    same = [facts(term=[days(2)], fee=[fee("1", CARD)]), docs(case("a", ID, BIRTH))]
    assert compared(same, same).changes == ()


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_of_the_table_is_told_of_or_it_is_written_why_not(fact: str) -> None:
    first, second = EXAMPLES[fact]
    is_list = fact != "handover"
    texts = [[facts(**{fact: [one] if is_list else one})] for one in (first, second)]
    found = {change.fact for change in compared(*texts).changes}
    assert found == ({fact} if fact in TOLD else set())
    assert (fact in TOLD) != bool(UNTOLD.get(fact))
