"""The same file imported once more with other options: no comment of it is taken a second time."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, files, of_file, report
from intakes import a_csv, a_message, put


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Срок велик, прошу два дня.", "Профсоюз «Единство»"),
        ("Мерзімі тым ұзақ, екі күн болсын.", "«Бірлік» кәсіподағы"),
    ],
)
def test_with_a_name_or_without_it_a_letter_is_one(words: str, name: str, project: Path) -> None:
    letter = put(project, "a.eml", a_message(words).as_bytes())
    named = ("--author", "legal-entity", "--name")
    assert report(project, letter)["taken"] == 1
    assert "I22" in codes(of_file(project, letter, *named, name, status=1))
    other = put(project, "b.eml", a_message(words, Message_ID="<2@example.kz>").as_bytes())
    assert report(project, other, *named, name)["taken"] == 1
    for options in ((), (*named, "Қауымдастық")):
        assert "I22" in codes(of_file(project, other, *options, status=1))
    assert len(files(project)) == 2


FORMS = [
    (
        ("Дата", "Замечание", "Откликается"),
        ("Прошу сократить срок.", "Прошу сократить срок.", "Пошлину прошу снизить."),
        ("Олег Н.", "Айгуль С.", ""),
    ),
    (
        ("Күні", "Пікір", "Кім жазды"),
        ("Мерзімін қысқартыңыз.", "Мерзімін қысқартыңыз.", "Бажды азайтыңыз."),
        ("Олжас Н.", "Айгүл С.", ""),
    ),
]


@pytest.mark.parametrize(("heads", "words", "names"), FORMS)
@pytest.mark.parametrize("is_named_first", [True, False])
def test_a_column_that_is_named_later_makes_no_second_comment(
    heads: tuple[str, ...],
    words: tuple[str, ...],
    names: tuple[str, ...],
    *,
    is_named_first: bool,
    project: Path,
) -> None:
    rows = [("10.11.2026", text, name) for text, name in zip(words, names, strict=True)]
    file = put(project, "a.csv", a_csv(heads, *rows))
    runs = [("--column", f"name={heads[2]}"), ("--column", f"ignore={heads[2]}")]
    first, second = runs if is_named_first else runs[::-1]
    assert report(project, file, *first)["taken"] == 3
    again = report(project, file, *second, status=1)
    assert (again["taken"], again["already taken"], again["left"]) == (0, 1, 2)
    assert codes(again["files"][0]).count("I22") == 2
    assert report(project, file, *first)["already taken"] == 3


def test_a_clause_that_is_named_later_makes_no_second_comment(project: Path) -> None:
    heads, row = ("Дата", "Замечание", "О чем"), ("10.11.2026", "Прошу сократить срок.", "2")
    file = put(project, "a.csv", a_csv(heads, row))
    assert report(project, file, "--column", "ignore=О чем")["taken"] == 1
    assert "I22" in codes(of_file(project, file, "--column", "clause=О чем", status=1))


def test_two_people_who_say_the_same_are_two(project: Path) -> None:
    heads, words = ("Дата", "Замечание", "Имя"), "Прошу сократить срок."
    rows = [("10.11.2026", words, name) for name in ("", "Айгуль С.")]
    file = put(project, "a.csv", a_csv(heads, *rows))
    assert report(project, file)["taken"] == 2
    more = put(project, "b.csv", a_csv(heads, *rows, ("10.11.2026", words, "Олег Н.")))
    again = report(project, more)
    assert (again["taken"], again["already taken"]) == (1, 2)


def test_a_clause_that_is_unknown_says_nothing_of_what_is_on_file(project: Path) -> None:
    letter = put(project, "a.eml", a_message("Срок велик, прошу два дня.").as_bytes())
    assert report(project, letter)["taken"] == 1
    assert codes(of_file(project, letter, "--clause", "99", status=1)) == ["F56"]
    assert "I22" in codes(of_file(project, letter, "--clause", "term", status=1))
