"""Headings as people write them: whole, with other endings, in part, or beside their unit."""

import pytest

import builders as b
from talqy.comments.clause_names import clause_named
from talqy.intake.clause_told import clause_told
from talqy.model.revision import Revision
from talqy.office.grids import Place

HERE = Place("form.csv", 3, 2)
HEADINGS = (
    ("names", "Көрсетілетін қызметті берушінің атауы", "Наименование услугодателя"),
    ("term", "Мемлекеттік қызмет көрсету мерзімі", "Срок оказания государственной услуги"),
    ("result", "Мемлекеттік қызмет көрсету нәтижесі", "Результат оказания государственной услуги"),
    ("fee", "Төлемақы мөлшері", "Размер платы"),
    ("hours", "Жұмыс кестесі", "График работы"),
    ("docs", "Қажетті құжаттардың тізбесі", "Перечень необходимых документов"),
    ("refusal", "Қызмет көрсетуден бас тарту негіздері", "Основания для отказа в оказании услуги"),
)
TEXT = Revision.model_validate(
    b.a_revision(
        clauses=[
            b.a_clause(name, f"{number}.", heading=b.said(kk, ru))
            for number, (name, kk, ru) in enumerate(HEADINGS, 1)
        ]
    )
)


@pytest.mark.parametrize(
    ("words", "clause", "code"),
    [
        ("Срок оказания государственной услуги слишком велик", "term", "I35"),
        ("Пункт «График работы» дополнить субботой", "hours", "I35"),
        ("В разделе «Размер платы» ошибка", "fee", "I35"),
        ("Размера платы не указано", "fee", "I35"),
        ("Основания отказа слишком широкие", "refusal", "I35"),
        ("Қажетті құжаттардың тізбесінен анықтаманы алып тастаңыз", "docs", "I35"),
        ("Бас тарту негіздері тым көп", "refusal", "I35"),
        ("Жұмыс кестесіне сенбіні қосу керек", "hours", "I35"),
        ("2-тармакка озгерис керек", "term", "I35"),
        ("5-tarmaqtagy uaqyt", "hours", "I35"),
        ("3-tarmaq", "result", "I35"),
        ("Пункт о сроке изменить", "whole", "I29"),
        ("Размер платы и график работы неудобны", "whole", "I29"),
        ("Пункт 2: размер платы велик", "term", "I35"),
        ("Ақша қайтарылсын", "whole", "I71"),
        ("Заннын 2-тармагы дурыс емес", "whole", "I71"),
        ("Это против пункта 3 статьи 10 Закона.", "whole", "I71"),
    ],
)
def test_words_name_a_clause_by_its_heading(words: str, clause: str, code: str) -> None:
    target, told = clause_told([words], (), "birth-registration", TEXT, HERE)
    assert (target, [problem.code for problem in told]) == (clause, [code])
    assert not any("{" in problem.said() for problem in told)


@pytest.mark.parametrize(
    ("cell", "code", "near"),
    [
        ("Перечень бумаг", "F56", ""),
        ("Перечень приложения 3", "I55", ""),
        ("Закон о банках", "I55", ""),
    ],
)
def test_what_fits_no_heading_may_be_another_act(cell: str, code: str, near: str) -> None:
    target, (problem,) = clause_named(cell, "birth-registration", TEXT, HERE)
    assert (target, problem.code) == ("", code)
    assert near in f"{problem.said()} {problem.advised()}"


@pytest.mark.parametrize("cell", ["Құжаттар тізбесі", "Перечень документов"])
def test_a_cell_is_another_act_only_after_headings(cell: str) -> None:
    assert clause_named(cell, "birth-registration", TEXT, HERE) == ("docs", [])
