"""For or against the draft, as forms ask it and people answer."""

import pytest

from talqy.comments.attitude import attitude_of
from talqy.comments.table_heads import field_of


@pytest.mark.parametrize(
    ("head", "said", "kind"),
    [
        ("Поддерживаете ли вы проект?", "Нет", "objection"),
        ("Поддерживаете ли вы проект?", "да", "support"),
        ("Против проекта", "да", "objection"),
        ("Против проекта", "нет", ""),
        ("Жобаны қолдайсыз ба?", "Жоқ", "objection"),
        ("Жобаны қолдайсыз ба?", "Иә", "support"),
        ("Жобаға қарсысыз ба?", "иә", "objection"),
        ("Ваше отношение к проекту", "Отрицательное", "objection"),
        ("Ваше отношение к проекту", "Полностью поддерживаю", "support"),
        ("Ваше отношение к проекту", "Не поддерживаю.", "objection"),
        ("Жобаға көзқарасыңыз", "теріс", "objection"),
        ("Жобаға көзқарасыңыз", "қолдаймын", "support"),
        ("Вы за или против проекта?", "за", "support"),
        ("Вы за или против проекта?", "против", "objection"),
        ("Вы за или против проекта?", "да", "да"),
        ("Ваше отношение к проекту", "нейтрально", ""),
        ("Ваше отношение к проекту", "1", "1"),
        ("Ваше отношение к проекту", "частично", "частично"),
        ("Do you support the draft?", "No", "objection"),
    ],
)
def test_a_plain_answer_is_a_kind(head: str, said: str, kind: str) -> None:
    assert attitude_of(head, said) == kind


@pytest.mark.parametrize(
    ("head", "said", "kind"),
    [
        ("Нужен ли этот стандарт?", "нет", "objection"),
        ("Нужен ли вам этот новый стандарт?", "Да", "support"),
        ("Устраивает ли вас проект?", "нет", "objection"),
        ("Проект вам нравится?", "да", "support"),
        ("Полезен ли проект стандарта для граждан?", "да", "support"),
        ("Считаете ли вы проект приемлемым?", "Нет", "objection"),
        ("Следует ли отклонить проект?", "да", "objection"),
        ("Стоит ли принимать этот стандарт?", "нет", "objection"),
        ("Нужно ли отменить стандарт?", "нет", ""),
        ("Бұл стандарт керек пе?", "жоқ", "objection"),
        ("Жоба сізге ұнай ма?", "иә", "support"),
        ("Жобаны қолдайсыз ба?", "иә", "support"),
        ("Жобаны қабылдау керек пе?", "Жоқ", "objection"),
        ("Is this standard needed?", "no", "objection"),
    ],
)
def test_whether_the_draft_is_needed_is_asked_of_the_draft(head: str, said: str, kind: str) -> None:
    assert (field_of(head), attitude_of(head, said)) == ("attitude", kind)


@pytest.mark.parametrize(
    "head",
    [
        "Нужны ли изменения в проекте?",
        "Нужно ли доработать проект?",
        "Нужно ли продлить обсуждение проекта?",
        "Какой стандарт вам нужен?",
        "Понятен ли вам проект?",
        "Нужна ли вам консультация?",
        "Жобада не өзгерту керек?",
        "Знакомы ли вы со стандартом?",
    ],
)
def test_other_questions_ask_for_no_attitude(head: str) -> None:
    assert field_of(head) != "attitude"
