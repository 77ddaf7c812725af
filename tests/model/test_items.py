"""Lists of acts: the label of an item, and how deep it stands."""

import pytest

from talqy.model.items import item_parts, levels
from talqy.wording.labels import items, without_labels


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


@pytest.mark.parametrize(
    "line",
    [
        "2-1) тармақшада көзделген жағдайда құжат қайтарылады.",
        "1) және 2) тармақшаларда көрсетілген құжаттар қоса беріледі.",
        "1), 2) тармақшалардың талаптары сақталады.",
        "ә) тармақшасына сәйкес берілген өтініш.",
    ],
)
def test_a_line_that_begins_by_citing_an_item_is_none(line: str) -> None:
    """Kazakh puts the number first: what is “в подпункте 2-1)” in Russian opens a sentence."""
    assert item_parts(line) == ("", line)
    assert list(levels([line])) == [0]
    assert items(line) == []
    assert without_labels(line) == line


def test_an_item_may_speak_of_another_one() -> None:
    line = "1) осы тармақтың 2) тармақшасында көрсетілген құжат;"
    assert item_parts(line)[0] == "1)"
    assert items(line) == ["1)"]
