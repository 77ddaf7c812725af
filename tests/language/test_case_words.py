"""What changes for people in words: a row never claims what the texts do not say."""

import pytest

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.diff.case_data import case_tree
from talqy.language.case_words import CaseRow, first_large
from talqy.language.edition import editions
from talqy.language.for_you import ForYou, between


def rows(*texts: b.Tree) -> tuple[CaseRow, ...]:
    """Say in Russian what changes from the first text to the second, by the facts of a clause.

    In the data of both languages it is as many changes.
    """
    clauses = (
        b.a_clause("facts", "1", facts=one, text=b.said(f"{n}-мәтін.", f"Текст {n}."))
        for n, one in enumerate(texts)
    )
    record = a_record(*b.drafts(*([one] for one in clauses)))
    case = a_case(record)
    made = editions(ROOT, case.register, case.assessment)
    edition, compared = made[1], made[1].comparison(record, *record.revisions)
    data = case_tree(edition, [one.locale for one in made], compared) or {}
    found = between(edition, compared).changes
    assert [one["after"] and one["after"]["ru"] for one in data["changes"]] == [
        one.becomes or None for one in found
    ]
    return found


def a_term(amount: int, kk: str, ru: str) -> b.Tree:
    return {"amount": str(amount), "unit": "working-day", "condition": b.said(kk, ru)}


TOWNS = a_term(5, "қалаларда", "в городах")
VILLAGES = a_term(10, "Ауылда тұратындар үшін", "Жителям сел")
ANYWHERE = a_term(7, "тұрған жеріне қарамастан", "где бы человек ни жил")


def test_a_case_in_other_words_is_said_with_both() -> None:
    was = a_term(10, "шетелге шығу үшін – ауылда", "для выезда за границу – в селах")
    now = a_term(
        7, "шетелге шығу үшін – жеріне қарамастан", "для выезда за границу – где бы ни жили"
    )
    (row,) = rows({"term": [TOWNS, was]}, {"term": [TOWNS, now]})
    assert row.case == held(
        "Для выезда за границу – где бы ни жили (прежде: для выезда за границу – в селах)"
    )
    assert f"{row.was}{row.arrow}{row.becomes}" == held("10~рабочих дней → 7~рабочих дней")
    assert row.effect == "быстрее"


def test_what_one_text_says_alone_has_one_side() -> None:
    lost, new = a_term(3, "жоғалғанда", "при утрате"), a_term(9, "24 бетті", "на 24 страницы")
    first, *_, last = rows({"term": [TOWNS, VILLAGES, lost]}, {"term": [TOWNS, ANYWHERE, new]})
    assert (first.was, first.arrow, first.effect) == ("", "", "отдельный случай")
    assert (last.becomes, last.arrow) == ("", "")
    assert last.effect == "новый текст отдельно не называет"


def test_a_paper_taken_from_a_system_is_not_said_to_come_without_the_person() -> None:
    """People may have to agree in that very system: only that nothing is to be brought is sure."""
    paper = {"id": "consent", "name": b.said("Келісім", "Согласие"), "source": "applicant"}
    place = b.said("«жеке кабинет»", "«личный кабинет»")
    taken = {**paper, "source": "state-system", "system": place}
    (row,) = rows({"documents": [paper]}, {"documents": [taken]})
    assert (row.was, row.becomes) == ("нужно", "приносить не нужно («личный кабинет»)")


def test_what_a_draft_changes_is_told_as_past_where_it_was_given_up() -> None:
    draft = b.a_revision(2, withdrawn=b.a_withdrawal("2026-11-12"))
    headings = []
    for newer in (b.a_revision(2), draft):
        record = a_record(b.an_adopted_revision(1), newer)
        case = a_case(record)
        edition = editions(ROOT, case.register, case.assessment)[1]
        compared = edition.comparison(record, *record.revisions)
        headings.append(between(edition, compared).heading)
    assert headings == ["Что меняется для вас", "Что изменил бы проект"]


def test_a_new_way_with_a_term_of_its_own_is_one_change() -> None:
    anywhere, by_phone = ({"amount": str(n), "unit": "working-day"} for n in (2, 3))
    (row,) = rows(
        {"term": [anywhere], "channels": ["provider"]},
        {
            "term": [anywhere, {**by_phone, "channel": "mobile"}],
            "channels": ["provider", "mobile"],
        },
    )
    assert row.becomes == held("3~рабочих дня")


def test_a_way_that_is_for_some_only_now_says_for_whom() -> None:
    only = {"code": "mobile", "for": b.said("балалар үшін", "Для детей")}
    (row,) = rows({"channels": ["provider", "mobile"]}, {"channels": ["provider", only]})
    assert row.becomes == f"{row.was} (для детей)"


def test_no_fee_and_a_fee_of_nothing_are_said_alike() -> None:
    unit = a_term(5, "қалаларда", "в городах")
    assert (
        rows(
            {"term": [unit], "fee": [{"free": "true"}]}, {"term": [unit], "fee": [{"amount": "0"}]}
        )
        == ()
    )


@pytest.mark.parametrize(
    ("row", "line", "short"),
    [
        (
            {"thing": "Услугополучатели", "direction": "added", "effect": "добавляется"},
            "Добавляется: услугополучатели – иностранец",
            "Добавляется: услугополучатели",
        ),
        (
            {
                "case": "Документы доверенного лица",
                "thing": "Документы",
                "direction": "new-case",
                "effect": "отдельный случай",
            },
            "Отдельный случай: Документы доверенного лица – иностранец",
            "Отдельный случай: Документы доверенного лица",
        ),
        (
            {"thing": "Плата", "was": "5 МРП", "direction": "cheaper", "effect": "дешевле"},
            "Плата: 5 МРП → иностранец",
            "Плата (дешевле)",
        ),
    ],
)
def test_a_line_of_a_list_reads_as_a_sentence(row: dict[str, str], line: str, short: str) -> None:
    told = CaseRow(**{"case": "", "was": "", "becomes": "иностранец", **row})  # type: ignore[arg-type]
    assert (told.line, told.short) == (line, short)


@pytest.mark.parametrize(
    ("words", "begun"),
    [("eGov порталы арқылы", "eGov порталы арқылы"), ("«карта»", "«Карта»"), ("ЦОН", "ЦОН")],
)
def test_a_name_with_its_capital_inside_begins_a_line_as_it_is(words: str, begun: str) -> None:
    assert first_large(words) == begun


def test_of_several_changes_told_in_short_one_is_a_loss_if_there_is_any() -> None:
    def of(direction: str) -> CaseRow:
        return CaseRow(
            case="", thing=direction, was="1", becomes="2", direction=direction, effect=direction
        )

    told = ForYou(changes=(of("faster"), of("cheaper"), of("new-ground"), of("more-papers")))
    assert [row.thing for row in told.first(2)] == ["faster", "new-ground"]
    assert [row.thing for row in told.first(1)] == ["faster"]
    assert [row.thing for row in ForYou(changes=(of("slower"), of("faster"))).first(2)] == [
        "slower",
        "faster",
    ]
