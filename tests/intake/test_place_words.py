"""A name in a column and words of a letter know the same places and the same other acts."""

import pytest

from talqy.comments.clause_words import said_name
from talqy.comments.place_words import Unit
from talqy.intake.clause_mentions import clauses_spoken_of


@pytest.mark.parametrize(
    ("name", "unit", "number"),
    [
        ("пункт 5", Unit.CLAUSE, "5"),
        ("пнкт 5", Unit.CLAUSE, "5"),
        ("п. 5", Unit.CLAUSE, "5"),
        ("5-тармақ", Unit.CLAUSE, "5"),
        ("5 тармагы", Unit.CLAUSE, "5"),
        ("бесінші тармақтағы", Unit.CLAUSE, "5"),
        ("clause 5", Unit.CLAUSE, "5"),
        ("подпункт 2)", Unit.ITEM, "2)"),
        ("пп. 2", Unit.ITEM, "2"),
        ("2) тармақша", Unit.ITEM, "2)"),
        ("sub-clause 2", Unit.ITEM, "2"),
        ("раздел 3", Unit.SECTION, "3"),
        ("разд. 3", Unit.SECTION, "3"),
        ("3-бөлім", Unit.SECTION, "3"),
        ("глава 1", Unit.CHAPTER, "1"),
        ("гл. 1", Unit.CHAPTER, "1"),
        ("1-тарау", Unit.CHAPTER, "1"),
    ],
)
def test_a_place_is_one_in_a_column_and_in_a_letter(name: str, unit: Unit, number: str) -> None:
    assert said_name(name).numbers == ((unit, number),)
    assert clauses_spoken_of(f"Қараңыз: {name} қате, исправьте.") == (name,)


@pytest.mark.parametrize(
    "name",
    [
        "пункт 5 Закона о браке",
        "п. 5 приказа № 12",
        "пункт 5 правил",
        "пункт 5 статьи 12",
        "пункт 5 ст. 12 ГК",
        "Заңның 5-тармағы",
        "бұйрықтың 5-тармағы",
        "қағиданың 5-тармағы",
        "1-баптың 5-тармағы",
        "clause 5 of the Law",
    ],
)
def test_a_point_of_another_act_is_none_of_the_draft(name: str) -> None:
    assert said_name(name).is_other_act
    assert clauses_spoken_of(f"Нарушает {name}.") == ()


@pytest.mark.parametrize(
    "words", ["Пункт 5 правильно изложен.", "Пункт 5 законно изложен?", "Пункт 5 форму убрать."]
)
def test_a_word_that_begins_like_an_act_is_none(words: str) -> None:
    assert clauses_spoken_of(words) == ("Пункт 5",)


@pytest.mark.parametrize(
    "words",
    ["Населенный пункт 5 км от района.", "Медицинский пункт 3 закрыт.", "В пункте 5 км нет."],
)
def test_a_place_on_the_map_is_none_of_the_draft(words: str) -> None:
    assert clauses_spoken_of(words) == ()


@pytest.mark.parametrize("words", ["Второй абзац неясен.", "Отправили 3 жолдама.", "Части 2 нет."])
def test_lines_alone_are_no_place(words: str) -> None:
    assert clauses_spoken_of(words) == ()
