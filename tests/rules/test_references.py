"""T11: references that stayed as they were, after the clauses and items that they name moved."""

import pytest

import builders as b
from cases import a_case, a_record, said

LIST = "Тізім:\n1) паспорт;\n2) анықтама;\n3) өтініш."


def a_step(
    words: str,
    *,
    before: str = LIST,
    after: str = LIST,
    number: tuple[str, str] = ("4", "4"),
    item: b.Tree | None = None,
) -> list[str]:
    """Return what is said of words that stayed, while the list that they name changed."""
    texts = []
    for revision, (text, printed) in enumerate(zip((before, after), number, strict=True), 1):
        inside = [item] if item and revision > 1 else []
        clauses = [
            b.a_clause("general", "1", text=b.said(words)),
            b.a_clause("list", printed, text=b.said(text), clauses=inside),
        ]
        more: b.Tree = {"base": "1", "kind": "amendment"} if revision > 1 else {}
        texts.append(b.a_revision(revision, clauses=clauses, **more))
    return [line.split(": ", 1)[1] for line in said("T11", a_case(a_record(*texts)))]


RU = "подпункт 2) пункта 4"
GONE = f"“{RU}” was the item “анықтама” of the clause “list” in r1, and leads nowhere now"
OTHER = f"“{RU}” was the item “анықтама” of the clause “list” in r1, and is another one now"
NUMBER = f"“{RU}” was the clause “list” in r1, and leads to no clause now"


@pytest.mark.parametrize(
    ("after", "number", "told"),
    [
        (LIST, "4", ""),
        (LIST, "3", NUMBER),
        (LIST.replace("анықтама", "мекенжай анықтамасы"), "4", ""),
        (LIST.replace("2) анықтама", "2) сурет"), "4", ""),
        ("Тізім:\n1) паспорт;\n2) анықтама.", "4", ""),
        ("Тізім:\n1) паспорт;\n2) өтініш.", "4", OTHER),
        ("Тізім:\n1) анықтама;\n2) паспорт;\n3) өтініш.", "4", OTHER),
        ("Тізім:\n1) паспорт.", "4", GONE),
        ("Тізім жоқ.", "4", GONE),
    ],
)
def test_an_item_is_followed(after: str, number: str, told: str) -> None:
    found = a_step(f"Согласно: {RU}.", after=after, number=("4", number))
    assert found == ([told] * 2 if told and found[1:] else [told] if told else [])


def test_an_item_that_became_a_clause_is_no_fault() -> None:
    item = b.a_clause("list-2", "2)", text=b.said("анықтама"))
    assert a_step(f"Согласно: {RU}.", after="Тізім:", item=item) == []


def test_every_number_of_a_range_is_followed() -> None:
    found = a_step("Согласно пунктам 1-4.", number=("3", "2"))
    assert found == ["“3” was the clause “list” in r1, and leads to no clause now"]


def test_a_unit_of_the_project_is_followed_by_its_name() -> None:
    codes = {"clause-unit": {"scheme": {"name": b.said("сызба", "схема")}}}
    texts = []
    for revision, number in ((1, "4"), (2, "3")):
        clauses = [
            b.a_clause("general", "1", text=b.said("4-сызбада берілген.", "Дано на схеме 4.")),
            b.a_clause("plan", number, unit="scheme", text=b.said("Сызба.", "Схема.")),
        ]
        more: b.Tree = {"base": "1", "kind": "amendment"} if revision > 1 else {}
        texts.append(b.a_revision(revision, clauses=clauses, **more))
    case = a_case(a_record(*texts), project={**b.a_project(), "codes": codes})
    assert [line.split("“")[1].split("”")[0] for line in said("T11", case)] == [
        "4-сызбада",
        "схеме 4",
    ]
