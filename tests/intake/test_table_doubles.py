"""Two columns for one field: a row that fills one is clear; one that fills both is left."""

import pytest

from intakes import a_csv
from talqy.comments.table_heads import Columns
from talqy.intake.importing import read_intake
from talqy.intake.submission import Submission


def rows(*table: tuple[str, ...], columns: Columns | None = None) -> tuple[Submission, ...]:
    """Read the rows of a table."""
    return read_intake(a_csv(*table), "a.csv", "Asia/Almaty", columns).submissions


def codes(row: Submission) -> list[str]:
    """Return what is said of a row."""
    return [note.code for note in row.notes]


def test_a_person_and_a_body_are_asked_for_where_both_are_said() -> None:
    heads = ("Организация", "ФИО", "Пункт", "Замечание")
    both, person, body = rows(
        heads,
        ("ТОО «Роза»", "Иванов Иван", "5", "Срок велик."),
        ("", "Петров Петр", "8", "Плата высока."),
        ("АО «Лилия»", "", "8", "Плата высока."),
    )
    (problem,) = both.notes
    assert (problem.code, problem.line, problem.column) == ("I05", 2, 2)
    assert '--column name="Организация" or --column name="ФИО"' in problem.advised()
    assert (person.said["name"], codes(person)) == ("Петров Петр", [])
    assert (body.said["name"], codes(body)) == ("АО «Лилия»", [])


def test_the_same_question_in_two_languages_is_one_where_one_is_answered() -> None:
    heads = ("Замечание", "Пікір", "Согласие", "Келісім")
    one, other, both = rows(
        heads,
        ("Срок велик.", "", "да", ""),
        ("", "Мерзім ұзақ.", "", "жоқ"),
        ("Срок велик.", "Мерзім ұзақ.", "да", "да"),
    )
    assert (one.said["text"], one.said["consent"], codes(one)) == ("Срок велик.", "да", [])
    assert (other.said["text"], other.said["consent"], codes(other)) == ("Мерзім ұзақ.", "жоқ", [])
    assert codes(both) == ["I05"]


def test_halves_of_two_tables_side_by_side_are_not_put_together() -> None:
    heads = ("Пункт", "Замечание", "Пункт", "Замечание")
    left, right, mixed = rows(
        heads, ("5", "Срок велик.", "", ""), ("", "", "8", "Плата."), ("5", "", "", "Плата.")
    )
    assert (left.said["clause"], left.said["text"], codes(left)) == ("5", "Срок велик.", [])
    assert (right.said["clause"], right.said["text"], codes(right)) == ("8", "Плата.", [])
    assert codes(mixed) == ["I05"]


def test_a_letter_names_one_of_two_columns_with_the_same_head() -> None:
    table = (("Замечание", "Пункт", "Замечание"), ("Да, вот так.", "5", "Срок велик."))
    (asked,) = rows(*table)
    assert '--column text="A" or --column text="C"' in asked.notes[0].advised()
    columns = Columns(given=(("text", "C"), ("ignore", "A")))
    (row,) = rows(*table, columns=columns)
    assert (row.said["text"], codes(row)) == ("Срок велик.", [])


@pytest.mark.parametrize("head", ["Имя файла", "Имя пользователя", "File name", "Логин"])
def test_a_name_of_a_file_or_an_account_is_no_name_of_an_author(head: str) -> None:
    (row,) = rows((head, "ФИО", "Замечание"), ("Ivan85", "Иванов Иван", "Срок велик."))
    assert (row.said["name"], codes(row)) == ("Иванов Иван", [])
    (row,) = rows((head, "Замечание"), ("Ivan85", "Срок велик."))
    assert ("name" in row.said, codes(row)) == (False, [])
