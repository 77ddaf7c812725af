"""Lists of acts: the label of an item, and how deep it stands."""

import pytest

from talqy.model.items import item_parts, levels


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1) заявление;", "1)"),
        ("2-1) копия;", "2-1)"),
        ("12-1-2) копия;", "12-1-2)"),
        ("а) паспорт;", "а)"),
        ("ә) куәлік;", "ә)"),
        ("i) first;", "i)"),
        ("iv) fourth;", "iv)"),
        ("– тире;", "–"),
        ("5 рабочих дней", ""),
        ("1. Пункт", ""),
        ("Документы:", ""),
        ("см) не метка", ""),
    ],
)
def test_a_label_is_parted_from_its_words(line: str, label: str) -> None:
    found, words = item_parts(line)
    assert found == label
    assert f"{found} {words}".strip() == line


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("Документы:\n1) а;\n2) б.", [0, 1, 1]),
        ("Документы:\n1) а:\nа) б;\nә) в;\n2) г.", [0, 1, 2, 2, 1]),
        ("Құжаттар:\nа) б;\nә) в.", [0, 1, 1]),
        ("1) а:\nа) б:\ni) в;\nii) г;\nб) д;\n– е;\n3) ж.", [1, 2, 3, 3, 2, 3, 1]),
        ("1) а:\n– б;\n– в.\nИтог.\n– г.", [1, 2, 2, 0, 1]),
        ("h) а;\ni) б;\nj) в.", [1, 1, 1]),
    ],
)
def test_an_item_stands_below_the_one_that_it_belongs_to(text: str, deep: list[int]) -> None:
    assert list(levels(text.split("\n"))) == deep
