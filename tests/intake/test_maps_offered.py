"""The ready line that is offered names the column of the comment, and what a column may be."""

import pytest

from intakes import a_csv
from talqy.comments.table_heads import Columns
from talqy.intake.importing import read_intake

TEXT = "Мерзім тым ұзақ, қысқарту керек."


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (
            ("Что нужно исправить?", "Новая формулировка пункта", "Пункт"),
            ("text", "proposal", "clause"),
        ),
        (("Как улучшить услугу?", "Ваша редакция пункта"), ("text", "proposal")),
        (("Нені өзгерту керек?", "Жаңа редакция"), ("text", "proposal")),
        (("What should be improved?", "New wording"), ("text", "proposal")),
        (("Что вы предлагаете добавить?", "Кто вы?"), ("text", "author")),
    ],
)
def test_questions_of_what_to_change_are_the_comment(
    heads: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert Columns().fields(heads) == fields


def test_the_answer_of_the_authority_and_the_address_are_not_offered_as_the_comment() -> None:
    heads = ("Q1", "Ответ разработчика", "Адрес")
    long = "Принято к сведению, благодарим за обращение и активную позицию в обсуждении."
    data = a_csv(heads, (TEXT, long, f"{long} {long}"))
    (problem,) = read_intake(data, "a.csv", "Asia/Almaty").problems
    assert (problem.code, problem.values["head"]) == ("I04", "Q1")


@pytest.mark.parametrize("cells", [("Срок велик.", "Часы не те."), (TEXT, f"{TEXT} {TEXT}")])
def test_sentences_are_offered_as_words_and_not_as_clauses(cells: tuple[str, ...]) -> None:
    heads = ("Дата", "Замечание", "Q2")
    rows = [("10.11.2026", f"{TEXT} {cell}", f"{cell} Это надо изменить.") for cell in cells]
    found = read_intake(a_csv(heads, *rows), "a.csv", "Asia/Almaty").submissions
    assert {note.values["field"] for one in found for note in one.notes} == {"text"}
