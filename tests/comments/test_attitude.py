"""For or against the draft, as forms ask it and people answer."""

import pytest

from talqy.comments.attitude import attitude_of


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
