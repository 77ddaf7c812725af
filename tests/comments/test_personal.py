"""Personal data are found however people write them, and what looks like them is let alone."""

import pytest

from builders import a_project
from talqy.comments import kinds
from talqy.comments.names import impersonation, official_names
from talqy.comments.personal import Personal
from talqy.comments.personal import kinds as kinds_of
from talqy.model.comment import Author, AuthorKind
from talqy.model.project import Project


@pytest.mark.parametrize(
    "text",
    [
        *("Звоните 77011234567", "мой номер 77011234567", "тел 77011234567", "wa.me/77011234567"),
        *(
            "телефоным 77011234567",
            "7 701 123 45 67",
            "87011234567",
            "8|701|123|45|67",
            "тел. 7011234567",
        ),
        *("8·701·123·45·67", "8\t701\t123\t45\t67", "+7 701 123 45 67"),
    ],
)
def test_a_telephone_is_found(text: str) -> None:
    assert kinds_of(text) == {Personal.PHONE}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ЖСН-ім 123456789012",
            "ЖСНім 123456789012",
            "ИИНом 123456789012",
            "ИИН ребенка: 123456789012",
        ),
        *("ИИН (ребенка) 123456789012", "жеке сәйкестендіру нөмірі 123456789012"),
        *("индивидуальный идентификационный номер 123456789012", "ИИН 123456 789012"),
        *("900101300017", "900101\t300017", "9001-01|3000·17", "900101 − 300017"),
    ],
)
def test_a_number_of_a_person_is_found(text: str) -> None:
    assert kinds_of(text) == {Personal.IIN}


@pytest.mark.parametrize(
    "text",
    [
        *("87 500 000 000 тенге", "7 500 000 000 тенге", "77 500 000 000", "срок 8 800 080 77 77"),
        *("пункты 7, 8, 9, 10, 11 и 12", "2026-11-20 10:15", "от 10.11.2026 № 123456"),
    ],
)
def test_sums_days_and_numbers_of_acts_are_no_persons(text: str) -> None:
    assert kinds_of(text) == frozenset()


PROJECT = Project.model_validate(a_project())


def said_of(name: str, kind: AuthorKind = AuthorKind.INDIVIDUAL) -> set[str]:
    author = Author(kind=kind, name=name)
    return {one.kind.code for one in impersonation("a.yaml", author, list(official_names(PROJECT)))}


@pytest.mark.parametrize(
    "name",
    [
        *("Μинюст", "МИНЮСΤ", "Πрокуратура", "ΠРАВИТЕЛЬСТВО РК"),
        *("Ministerstvo yustitsii", "Министр юстиции", "Вице-министр", "Минтруда", "МВД РК", "ІІМ"),
        *("Prosecutor General", "Admin", "Talqy", "Официальный ответ", "Ресми жауап", "Әкім"),
    ],
)
def test_no_person_has_the_name_of_an_office_or_of_the_site(name: str) -> None:
    assert kinds.OFFICIAL_NAME.code in said_of(name)


@pytest.mark.parametrize("name", ["Әкімбек Серіков", "Минаш Талдыбаева", "Γιώργος", "А. Сапаров"])
def test_a_name_is_a_name(name: str) -> None:
    assert said_of(name) == set()
