"""The author's reasons, in a column beside the remark: they follow it, and are judged with it."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, an_xlsx, put

REMARK, WHY = "Срок в десять дней слишком велик.", "Родители ждут пособие неделями."
REMARK_KK, WHY_KK = "Он күндік мерзім тым ұзақ.", "Ата-аналар жәрдемақыны апталап күтеді."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", a_docx), ("a.csv", a_csv), ("a.xlsx", an_xlsx)]
)
def test_reasons_follow_the_remark(name: str, make: object, project: Path) -> None:
    rows = (
        ("Дата", "Пункт", "Замечание", "Обоснование / Негіздеме"),
        ("10.11.2026", "2", REMARK, WHY),
        ("10.11.2026", "2", REMARK_KK, WHY_KK),
        ("10.11.2026", "2", "Нужно принимать заявления и в субботу.", "–"),
        ("10.11.2026", "2", "Нужна подача через банк.", "Прошу не публиковать моё письмо."),
    )
    assert callable(make)
    found = of_file(project, put(project, name, make(*rows)), status=1)
    assert codes(found) == ["G32"]
    assert {one.text for one in comments(project)} == {
        f"{REMARK}\n\nОбоснование / Негіздеме:\n{WHY}",
        f"{REMARK_KK}\n\nОбоснование / Негіздеме:\n{WHY_KK}",
        "Нужно принимать заявления и в субботу.",
    }


def test_reasons_beside_what_the_authority_may_have_written_are_asked_about(project: Path) -> None:
    rows = (("Дата", "Замечание", "Учтено", "Обоснование"), ("10.11.2026", REMARK, "нет", WHY))
    found = of_file(project, put(project, "a.csv", a_csv(*rows)), status=1)
    assert codes(found) == ["I72"]
    assert "reason – " in str(found)


@pytest.mark.parametrize(
    ("field", "words"), [("reason", f"{REMARK}\n\nОбоснование:\n{WHY}"), ("ignore", REMARK)]
)
def test_what_a_person_has_mapped_is_so(field: str, words: str, project: Path) -> None:
    rows = (("Дата", "Замечание", "Учтено", "Обоснование"), ("10.11.2026", REMARK, "нет", WHY))
    of_file(
        project, put(project, "a.csv", a_csv(*rows)), "--column", f"{field}=Обоснование", status=0
    )
    assert [one.text for one in comments(project)] == [words]
