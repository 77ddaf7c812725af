"""Headings as people write them: whole, with other endings, in part, or beside their unit."""

import pytest

import builders as b
from talqy.comments.clause_names import clause_named
from talqy.intake.clause_told import Told, clause_told
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
        ("Мерзім туралы тармақты өзгерту керек", "whole", "I29"),
        ("Мерзім: бір күн болсын.", "whole", "I29"),
        ("Срок оказания: один день.", "whole", "I29"),
        ("Изменить «Сроки»", "whole", "I29"),
        ("Размер моей платы велик", "whole", "I29"),
        ("Размер платы и график работы неудобны", "whole", "I29"),
        ("Прошу сократить срок до одного рабочего дня", "whole", "I71"),
        ("Мерзімді бір жұмыс күніне дейін қысқартуды сұраймын.", "whole", "I71"),
        ("Нәтижесін үйге жеткізсе", "whole", "I71"),
        ("Прошу: срок сократить", "whole", "I71"),
        ("Убрать «срок подачи жалобы в суд»", "whole", "I71"),
        ("Пункт 2: размер платы велик", "term", "I35"),
        ("Ақша қайтарылсын", "whole", "I71"),
        ("Заннын 2-тармагы дурыс емес", "whole", "I71"),
        ("Это против пункта 3 статьи 10 Закона.", "whole", "I71"),
    ],
)
def test_words_name_a_clause_by_its_heading(words: str, clause: str, code: str) -> None:
    target, told = clause_told(Told(words=words), "birth-registration", TEXT, HERE)
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
def test_a_cell_is_another_act_only_after_headings_and_a_shortened_one_is_told(cell: str) -> None:
    target, (problem,) = clause_named(cell, "birth-registration", TEXT, HERE)
    assert (target, problem.code) == ("docs", "I38")
    assert cell in problem.said()


@pytest.mark.parametrize(
    "cell", ["Қажетті құжаттардың тізбесі", "перечень необходимых документов."]
)
def test_a_whole_heading_needs_no_word(cell: str) -> None:
    assert clause_named(cell, "birth-registration", TEXT, HERE) == ("docs", [])


@pytest.mark.parametrize(
    ("above", "words", "clause", "codes"),
    [
        ("Срок оказания государственной услуги", "Это долго.", "term", ["I35"]),
        ("Re: График работы", "Добавить субботу.", "hours", ["I35"]),
        ("Мемлекеттік қызмет көрсету мерзімі", "Бұл ұзақ.", "term", ["I35"]),
        ("Төлемақы мөлшері туралы", "Қымбат.", "fee", ["I35"]),
        ("Пункт о сроке", "Это долго.", "whole", ["I29"]),
        ("Размер платы", "График работы неудобен.", "whole", ["I29"]),
        ("Размер платы", "Пункт 2 изменить.", "term", ["I35"]),
        ("Мнение", "График работы неудобен.", "hours", ["I35"]),
        ("Срок", "Это долго.", "whole", ["I71"]),
    ],
)
def test_a_heading_in_the_subject_counts_as_in_the_words(
    above: str, words: str, clause: str, codes: list[str]
) -> None:
    told = Told(words=words, above=above)
    target, problems = clause_told(told, "birth-registration", TEXT, HERE)
    assert (target, [problem.code for problem in problems]) == (clause, codes)
    if codes == ["I35"]:
        where = "words" if above == "Мнение" or "2" in words else "subject"
        assert problems[0].said().startswith(f"named in the {where}:")


def test_the_subject_of_the_sites_own_link_names_no_heading() -> None:
    told = Told(words="Это долго.", above="Размер платы: birth-registration r1", names=("whole",))
    assert clause_told(told, "birth-registration", TEXT, HERE) == ("whole", [])


@pytest.mark.parametrize("title", ["Размер платы за проезд", "Төлемақы мөлшері"])
def test_the_name_of_the_standard_is_no_heading(title: str) -> None:
    told = Told(words="Дорого.", above=f"Пікір: {title}", titles=(title,))
    target, (problem,) = clause_told(told, "birth-registration", TEXT, HERE)
    assert (target, problem.code) == ("whole", "I71")
