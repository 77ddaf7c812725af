"""What columns, remarks, notes and heads of mail say about publishing a row, and of its author."""

import pytest

from intakes import a_csv, a_message
from talqy.intake.importing import read_intake
from talqy.intake.submission import Submission

TEXT = "Срок слишком длинный, прошу сократить."


def row(head: str, cell: str, *, text: str = TEXT) -> Submission:
    """Read a row with one more column."""
    data = a_csv(("Дата", "ФИО", "Замечание", head), ("18.11.2026", "Иванов Иван", text, cell))
    (found,) = read_intake(data, "a.csv", "Asia/Almaty").submissions
    return found


def codes(found: Submission) -> list[str]:
    return [note.code for note in found.notes]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        *(("Не публиковать", yes) for yes in ("да", "x", "+", "TRUE")),
        ("Возражаете ли Вы против публикации?", "да"),
        ("Возражаете ли Вы против публикации?", "Возражаю"),
        ("Отказ от публикации", "да"),
        ("Жариялауға қарсымын", "иә"),
        ("Примечание", "просил не публиковать"),
        ("Примечание", "отозвано автором"),
        ("Ескерту", "автор жарияламауды сұрады"),
        ("Ескерту", "авторы қайтарып алды"),
        ("Что еще Вы хотите сказать разработчику", "Прошу не выкладывать это"),
        ("Сообщение министерству", "не размещайте мой ответ на сайте"),
        *(("Статус", state) for state in ("отклонено модератором", "спам", "отозвано")),
        ("Күйі", "модератор қабылдамады, жарияланбасын"),
        ("Status", "rejected"),
    ],
)
def test_what_speaks_against_publishing_leaves_the_row(head: str, cell: str) -> None:
    assert codes(row(head, cell)) == ["I51"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Не публиковать", "нет"),
        ("Не публиковать", ""),
        ("Возражаете ли Вы против публикации?", "не возражаю"),
        ("Примечание", "вх. 45, передано в отдел"),
        ("Примечание", "телефон не публиковать"),
        ("Статус", "принято"),
        ("Позиция разработчика", "Отклонено"),
        ("Решение", "отклонено"),
        ("Регион", "Алматы"),
    ],
)
def test_other_columns_keep_no_row(head: str, cell: str) -> None:
    found = row(head, cell)
    assert (codes(found), found.said["name"]) == ([], "Иванов Иван")


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Анонимно", "да"),
        ("Атыңызды жариялауға келісесіз бе?", "Жоқ"),
        ("Согласны ли Вы на публикацию имени?", "нет"),
        ("Согласны ли Вы на публикацию имени?", ""),
        ("Примечание", "просил имя не публиковать"),
    ],
)
def test_who_keeps_the_name_back_is_taken_without_it(head: str, cell: str) -> None:
    found = row(head, cell)
    assert (codes(found), found.said["name"]) == ([], "анонимно")


@pytest.mark.parametrize(
    ("head", "cell", "code"),
    [
        ("Согласны ли Вы на публикацию имени?", "как хотите", "I52"),
        ("Анонимно", "посмотрим", "I52"),
        ("Не публиковать", "пока думаю", "I57"),
        ("Не публиковать", "Да, пожалуйста", "I57"),
        ("Жарияламау", "Иә, болады", "I57"),
        ("Опубликовано", "нет", "I72"),
    ],
)
def test_what_is_not_plain_is_asked(head: str, cell: str, code: str) -> None:
    assert codes(row(head, cell)) == [code]


@pytest.mark.parametrize(
    ("head", "cell", "text", "kind"),
    [
        ("Поддерживаете ли вы проект?", "Нет", TEXT, "objection"),
        ("Против проекта", "да", TEXT, "objection"),
        ("Жобаны қолдайсыз ба?", "Иә", "Жобаны қолдаймын.", "support"),
        ("Против проекта", "нет", TEXT, None),
    ],
)
def test_a_plain_answer_about_the_draft_is_the_kind(
    head: str, cell: str, text: str, kind: str | None
) -> None:
    found = row(head, cell, text=text)
    assert (codes(found), found.said.get("kind")) == ([], kind)


def test_a_yes_beside_words_that_ask_for_more_is_only_told() -> None:
    found = row("Поддерживаете ли вы проект?", "Да")
    assert (codes(found), found.said.get("kind")) == (["I36"], None)


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        ("Мемлекеттік органның атауы", "Қаржы министрлігі", "state-body"),
        ("Наименование государственного органа", "Пример", "state-body"),
        ("Организация", "Центр примеров", "legal-entity"),
        ("Организация", "Комитет примеров", "state-body"),
        ("Организация", "ТОО «Пример»", None),
        ("Ұйым атауы", "Үлгі Мысал", None),
        ("Организация", "жеке тұлға", None),
    ],
)
def test_the_head_of_bodies_tells_the_kind(head: str, name: str, kind: str | None) -> None:
    data = a_csv(("Дата", "Замечание", head), ("18.11.2026", TEXT, name))
    (found,) = read_intake(data, "a.csv", "Asia/Almaty").submissions
    assert found.said.get("author") == kind


@pytest.mark.parametrize("reason", ["", "-", "жоқ"])
def test_a_proposal_without_a_reason_is_the_comment(reason: str) -> None:
    heads = ("Тармақ", "Ұсыныс", "Негіздеме")
    data = a_csv(heads, ("2", "Мерзімді екі күнге қысқарту.", reason))
    (found,) = read_intake(data, "a.csv", "Asia/Almaty").submissions
    assert (found.said["text"], codes(found)) == ("Мерзімді екі күнге қысқарту.", [])
    assert found.place_of("text").column == 2


def test_a_sum_in_the_column_of_numbers_is_counted() -> None:
    data = a_csv(("№", "Замечание"), ("1", TEXT), ("Барлығы: 6", ""))
    rows = read_intake(data, "a.csv", "Asia/Almaty").submissions
    assert [codes(one) for one in rows] == [[], ["I74"]]


@pytest.mark.parametrize("mark", ["Private", "Personal", "Company-Confidential"])
@pytest.mark.parametrize("head", ["Sensitivity", "X-Sensitivity"])
def test_a_message_that_is_marked_as_private_is_left(head: str, mark: str) -> None:
    data = a_message(TEXT, **{head: mark}).as_bytes()
    (found,) = read_intake(data, "a.eml", "Asia/Almaty").submissions
    assert codes(found) == ["I51"]
