"""The comparison table as a value: customary words, numbers, marks and order."""

import pytest

import builders as b
from builders import said
from cases import a_case, a_record
from held_words import held
from msgids import TEMPLATES
from talqy.compare.comparison import compare
from talqy.compare.redline import Mark, Piece
from talqy.diff.table import ComparisonTable, as_text, comparison_table, reasons_of
from talqy.diff.table_rows import TableRow
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.law.parts import prices
from talqy.model.history import History
from talqy.model.register import Record
from talqy.office.portions import LineKind, TableLine
from talqy.project.shipped import shipped_codes


def a_text(number: int, *clauses: b.Tree, **changes: object) -> b.Tree:
    return b.a_revision(number, clauses=list(clauses), **changes)


def table_of(
    *texts: b.Tree, language: str = "ru", comments: tuple[b.Tree, ...] = ()
) -> ComparisonTable:
    return said_of(a_record(*texts, comments=comments), language)


def said_of(record: Record, language: str = "ru", project: b.Tree | None = None) -> ComparisonTable:
    """Say how the first text of a standard became the last one."""
    case = a_case(record, project=project)
    locale = Locale(language, catalogue(language, [TEMPLATES / "messages"]), shipped_codes())
    older, newer = record.revisions[0], record.revisions[-1]
    compared = compare(record, older, newer, case.register.project.languages)
    unit = case.register.project.fee_unit
    return comparison_table(compared, locale, prices(unit, case.assessment, record, newer))


def lines(cell: tuple[TableLine, ...]) -> list[str]:
    """Print a cell with its marks."""
    signs = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "[+{}+]"}
    return ["".join(signs[mark].format(text) for mark, text in line.pieces) for line in cell]


def only_row(table: ComparisonTable) -> TableRow:
    (row,) = table.rows
    return row


KEPT = b.a_clause("general", "1", text=said("Жалпы.", "Общее."))
TERM = b.a_clause(
    "term",
    "2",
    heading=said("Мерзім", "Срок"),
    text=said("Мерзімі – 5 күн.", "Срок оказания – 5 дней."),
)
SHORT = b.a_clause(
    "term",
    "2",
    heading=said("Мерзім", "Срок"),
    text=said("Мерзімі – 3 күн.", "Срок оказания – 3 дня."),
)
TWO = (a_text(1, KEPT, TERM), a_text(2, KEPT, SHORT))


def test_a_changed_clause_shows_what_was_beside_what_becomes() -> None:
    row = only_row(table_of(*TWO))
    assert (row.number, row.clause, row.element) == (1, "term", ("Пункт 2", "Срок"))
    assert lines(row.was) == ["Срок оказания – [-5 дней-]."]
    assert lines(row.becomes) == ["Срок оказания – [+3 дня+]."]


def test_a_new_clause_was_absent_and_stands_with_its_number() -> None:
    row = only_row(table_of(a_text(1, KEPT), a_text(2, KEPT, TERM)))
    assert lines(row.was) == ["Отсутствует."]
    assert row.was[0].kind is LineKind.NOTE
    assert lines(row.becomes) == ["[+2. Срок+]", "[+Срок оказания – 5 дней.+]"]


@pytest.mark.parametrize(
    ("language", "words", "adopted_words"),
    [
        ("kk", "Алып тасталсын.", "Алып тасталды."),
        ("ru", "Исключить.", "Исключено."),
    ],
)
def test_a_removed_clause_is_to_be_taken_out_or_was(
    language: str, words: str, adopted_words: str
) -> None:
    before = a_text(1, KEPT, TERM)
    adopted = {"adopted": b.an_adoption("2026-11-10")}
    for changes, expected in (({}, words), (adopted, adopted_words)):
        row = only_row(table_of(before, a_text(2, KEPT, **changes), language=language))
        assert lines(row.becomes) == [expected]
        assert row.was[0].text.startswith("2. ")
        assert {mark for line in row.was for mark, _ in line.pieces} == {Mark.REMOVED}


def test_a_heading_is_shown_where_it_changed_and_an_item_keeps_its_label() -> None:
    first = b.a_clause("a", "1)", heading=said("А", "Срок услуги"), text=said("А.", "Текст."))
    other = {**first, "heading": said("Б", "Срок пособия")}
    outer = b.a_clause("outer", "3", clauses=[first])
    row = only_row(table_of(a_text(1, outer), a_text(2, {**outer, "clauses": [other]})))
    assert row.element == ("Пункт 3 › подпункт 1)", "Срок пособия")
    assert lines(row.was) == ["1) Срок [-услуги-]", "Текст."]
    assert lines(row.becomes) == ["1) Срок [+пособия+]", "Текст."]


def test_a_clause_without_a_heading_carries_its_number_itself() -> None:
    row = only_row(table_of(a_text(1, KEPT), a_text(2, KEPT, {**KEPT, "id": "new", "number": "2"})))
    assert row.element == ("Пункт 2",)
    assert lines(row.becomes) == ["[+2. Общее.+]"]


def test_a_split_clause_is_one_row_with_each_text_below_its_heading() -> None:
    both = b.a_clause(
        "both", "1", heading=said("Екі", "Два"), text=said("А.\nБ.", "Первое.\nВторое.")
    )
    one = b.a_clause("one", "1", heading=said("Екі", "Два"), text=said("А.", "Первое."))
    two = b.a_clause("two", "2", heading=said("Тағы", "Еще"), text=said("Б.", "Второе."))
    row = only_row(
        table_of(a_text(1, both), a_text(2, one, two, replaced={"both": ["one", "two"]}))
    )
    assert row.element == ("Пункт 1 → Пункт 1, Пункт 2", "Два", "Еще")
    assert lines(row.was) == ["1. Два", "Первое.", "Второе."]
    assert lines(row.becomes) == ["1. Два", "Первое.", "[+2. Еще+]", "Второе."]


def test_a_renumbered_clause_whose_text_changed_names_both_numbers() -> None:
    row = only_row(table_of(a_text(1, TERM), a_text(2, {**SHORT, "number": "5"})))
    assert row.element[0] == "Пункт 2 → Пункт 5"


def test_what_only_moved_or_was_renumbered_is_one_last_row() -> None:
    other = b.a_clause("other", "3", heading=said("Өзге", "Прочее"))
    moved = b.a_clause("moved", "3.1", heading=said("Орын", "Место"))
    before = a_text(1, KEPT, {**TERM, "clauses": [moved]}, other)
    after = a_text(
        2,
        KEPT,
        {**SHORT, "number": "3"},
        {**other, "number": "4", "clauses": [moved]},
        amendments=[{"clauses": ["moved"], "reason": said("Орны.", "На свое место.")}],
    )
    table = table_of(before, after)
    assert [row.number for row in table.rows] == [1, 2]
    last = table.rows[-1]
    assert (last.clause, last.element) == ("", ("Нумерация и расположение пунктов",))
    assert lines(last.was) == ["[-3.-] Прочее", "3.1. Место"]
    assert lines(last.becomes) == ["[+4.+] Прочее", "3.1. Место (перемещено)"]
    assert last.reasons == ("На свое место.",)


def test_a_new_number_alone_says_that_the_text_stays() -> None:
    row = only_row(table_of(a_text(1, TERM), a_text(2, {**TERM, "number": "7"})))
    assert row.reasons == ("Текст этих пунктов не меняется.",)


def test_facts_that_changed_stand_below_the_text() -> None:
    facts = [{"term": [{"amount": str(days), "unit": "working-day"}]} for days in (5, 3)]
    texts = (a_text(n, {**TERM, "facts": own}) for n, own in enumerate(facts, 1))
    row = only_row(table_of(*texts))
    name, text = "Срок оказания услуги", "Срок оказания – 5 дней."
    assert lines(row.was) == [text, f"{name}: [-5-] рабочих [-дней-]"]
    assert lines(row.becomes) == [text, f"{name}: [+3+] рабочих [+дня+]"]
    assert [line.kind for line in row.was] == [LineKind.TEXT, LineKind.FACT]


def test_a_fact_in_two_roles_keeps_both_names() -> None:
    """A document that the provider now takes itself stands under another name."""
    paper = {"id": "paper", "name": said("анықтама", "справка"), "source": "applicant"}
    taken = {**paper, "source": "state-system", "system": said("АЖ", "ИС")}
    texts = (
        a_text(n, {**TERM, "facts": {"documents": [own]}})
        for n, own in enumerate((paper, taken), 1)
    )
    row = only_row(table_of(*texts))
    assert lines(row.was)[1:] == ["Услугополучатель представляет: [-справка-]"]
    label = "Услугодатель получает из государственных информационных систем"
    assert lines(row.becomes)[1:] == [f"{label}: [+справка; ИС+]"]


MCI = {"name": "mci", "tenge": {"2024": "3692", "2025": "3932", "2026": "4325"}}
IN_2024 = {"dated": "2023-12-01", "adopted": b.an_adoption("2023-12-20", "2024-02-01")}
IN_2025 = {"dated": "2024-12-01", "adopted": b.an_adoption("2024-12-20", "2025-02-01")}
IN_2026 = {"dated": "2025-12-01", "adopted": b.an_adoption("2025-12-20", "2026-02-01")}
GIVEN_UP = {"dated": "2025-03-01", "consultation": None, "withdrawn": b.a_withdrawal("2025-04-01")}


@pytest.mark.parametrize(
    ("older", "newer", "was", "becomes"),
    [
        # A text in force that replaced another: the year of the day, not that of the older one.
        (IN_2025, IN_2026, "34 600 тенге в 2026", "17 300 тенге в 2026"),
        # A text in force and a draft under discussion: the year of the day, for both.
        (IN_2025, {}, "34 600 тенге в 2026", "17 300 тенге в 2026"),
        # A draft that was withdrawn: the year of the draft.
        (IN_2024, GIVEN_UP, "31 456 тенге в 2025", "15 728 тенге в 2025"),
    ],
)
def test_fees_of_two_texts_are_counted_in_the_year_of_the_newer_one(
    older: b.Tree, newer: b.Tree, was: str, becomes: str
) -> None:
    texts = (
        a_text(n, {**TERM, "facts": {"fee": [{"amount": fee}]}}, **changes)
        for n, fee, changes in ((1, "8", older), (2, "4", newer))
    )
    row = only_row(said_of(a_record(*texts), project=b.a_project(fee_unit=MCI)))
    assert [line.text for line in row.was][1:] == [f"Плата: 8 МРП ({was} году)"]
    assert [line.text for line in row.becomes][1:] == [f"Плата: 4 МРП ({becomes} году)"]


REASON = {"clauses": ["term"], "reason": said("Себебі.", "Причина.")}


def test_reasons_are_said_once_and_name_the_comments_behind_them() -> None:
    twice = [{**REASON, "comments": [name]} for name in (b.COMMENT, b.OTHER_COMMENT)]
    amended = a_text(2, KEPT, SHORT, amendments=twice)
    comments = (b.a_comment(), b.a_comment(b.OTHER_COMMENT))
    record = a_record(TWO[0], amended, comments=comments)
    table = said_of(record)
    row = only_row(table)
    assert row.reasons == ("Причина.",)
    names = f"На основании комментариев: {b.OTHER_COMMENT}, {b.COMMENT}"
    assert reasons_of(table, row) == ("Причина.", names)


def test_a_comment_of_the_record_is_named_by_its_register_number() -> None:
    amended = a_text(2, KEPT, SHORT, amendments=[{**REASON, "comments": [b.COMMENT]}])
    record = a_record(TWO[0], amended, comments=[b.a_comment()])
    entry = {"number": "7", "id": b.COMMENT, "digest": "sha256:0", "clause": "term"}
    recorded = {"revision": "1", "digest": "sha256:0", "comments": [entry]}
    tree = {"schema": "1", "standard": b.STANDARD, "revisions": [recorded]}
    history = History.model_validate(tree)
    numbered = Record(record.standard, record.revisions, record.comments, history=history)
    (comment,) = only_row(said_of(numbered)).comments
    assert (comment.id, comment.name) == (b.COMMENT, "№ 7")


def test_only_a_text_in_force_is_called_so() -> None:
    in_force = {"adopted": b.an_adoption("2026-06-01"), "dated": "2026-05-01"}
    assert table_of(*TWO).columns == (
        *("№ п/п", "Структурный элемент"),
        *("Предыдущая редакция", "Предлагаемая редакция", "Обоснование"),
    )
    assert table_of(a_text(1, TERM, **in_force), TWO[1], language="kk").columns == (
        *("Р/с №", "Құрылымдық элемент"),
        *("Қолданыстағы редакция", "Ұсынылатын редакция", "Негіздеме"),
    )


def test_the_title_says_whether_it_is_a_draft() -> None:
    adopted = a_text(2, KEPT, SHORT, adopted=b.an_adoption("2026-11-10"))
    assert table_of(*TWO).titles == (
        "Сравнительная таблица к проекту стандарта государственной услуги",
        "«Регистрация рождения»",
        held("Редакция~1 от 2~ноября~2026~года → Редакция~2 от 2~ноября~2026~года"),
    )
    later = table_of(TWO[0], adopted)
    assert later.titles[0] == "Сравнительная таблица к стандарту государственной услуги"
    assert later.columns[3] == "Принятая редакция"


def test_equal_texts_say_so() -> None:
    table = table_of(TWO[0], a_text(2, KEPT, TERM))
    assert table.rows == ()
    assert as_text(table).endswith("\n\nТексты не различаются.")


def test_both_languages_have_the_same_rows() -> None:
    for language in ("kk", "ru", "en"):
        rows = table_of(*TWO, language=language).rows
        assert [(row.number, row.clause) for row in rows] == [(1, "term")]


def test_a_change_in_another_language_alone_is_a_row_without_marks() -> None:
    changed = {**TERM, "text": {"kk": "Мерзімі – 3 күн.", "ru": "Срок оказания – 5 дней."}}
    row = only_row(table_of(TWO[0], a_text(2, KEPT, changed)))
    note = "На этом языке слова не изменились."
    assert row.was == (TableLine(LineKind.TEXT, (Piece(Mark.KEPT, "Срок оказания – 5 дней."),)),)
    assert row.becomes == (*row.was, TableLine(LineKind.NOTE, (Piece(Mark.KEPT, note),)))


def test_a_table_is_printed_as_plain_text() -> None:
    printed = as_text(table_of(*TWO)).split("\n\n", 1)[1]
    assert printed == (
        "1. Пункт 2 / Срок\n"
        "  Предыдущая редакция:\n    Срок оказания – [-5 дней-].\n"
        "  Предлагаемая редакция:\n    Срок оказания – {+3 дня+}.\n"
        "  Обоснование:"
    )
