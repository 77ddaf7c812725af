"""What stands in the column of names: wishes are no names, and what is doubtful is told."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, put
from talqy.intake.author_words import public_name


def each(words: str) -> list[str]:
    return words.split(" | ")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def row(name: str, author: str = "физическое лицо") -> bytes:
    heads = ("Дата", "Пункт", "Замечание", "Автор", "ФИО")
    return a_csv(heads, ("10.11.2026", "2", "Срок слишком велик.", author, name))


@pytest.mark.parametrize(
    "said",
    [
        *each("да | Да. | иә | не хочу | не хочу говорить | Не скажу! | не желаю | я не буду"),
        *each("не важно | айтқым келмейді | Атымды айтқым келмейді. | көрсеткім келмейді"),
        *each(
            "пожелал остаться неизвестным | Пожелала остаться неизвестной | хочу остаться анонимом"
        ),
        *each("предпочитаю не говорить | аты-жөні жоқ | аты жоқ | фио нет | Гость | қонақ | Guest"),
        *each("белгісіз қалғым келеді | I'd rather not say | Prefer not to say | user | никто"),
    ],
)
def test_a_wish_is_no_name(said: str) -> None:
    assert public_name(said) == ""


@pytest.mark.parametrize(
    "said",
    each(
        "Нет Виктор | Не Виктор | Дан Ли | Гостев И. | Юзеров П. | Нежелаев К. | Хочу А."
        " | Вор Тимур | Жуликов П."
    ),
)
def test_names_that_look_like_wishes_stay(said: str) -> None:
    assert public_name(said) == said


@pytest.mark.parametrize(
    "name",
    [
        *("иванов иван", "мать троих детей", "Мама двоих детей", "Екі баланың анасы"),
        *("Пенсионер", "Ауыл тұрғыны", "Ата-ана", "Сәуле (аты-жөнім осында)"),
        *("KZ-01", "KZ 001", "RU1"),
        *("Ахметов Болат, начальник ЦОН, взяточник", "Ахметов Болат – парақор", "Ахметов, вор"),
    ],
)
def test_what_is_unlike_a_name_is_not_published_and_told(name: str, project: Path) -> None:
    found = of_file(project, put(project, "a.csv", row(name)))
    (comment,) = comments(project)
    assert (comment.author.name, codes(found)) == (None, ["I94"])


@pytest.mark.parametrize(
    "name",
    ["Иванов Иван, 900101300123", "Иванов Иван, ул. Абая 10, кв. 5", "user123", "ivan.ivanov85"],
)
def test_digits_in_a_name_leave_the_row(name: str, project: Path) -> None:
    found = of_file(project, put(project, "a.csv", row(name)), status=1)
    assert [one["status"] for one in found["rows"]] == ["left"]
    assert "I95" in codes(found)


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Иванов Иван", "физическое лицо"),
        ("КГУ «Школа № 15»", "физическое лицо"),
        ("Ана Мария", "физическое лицо"),
        ("Пенсионеров Иван", "физическое лицо"),
        ("Ата Нұрлан", "физическое лицо"),
        ("Коллектив школы № 15", "физическое лицо"),
        ("ТОО «Пример 2050»", "юрлицо"),
        ("Пример-2050", "юрлицо"),
    ],
)
def test_names_of_people_and_of_bodies_stay(name: str, author: str, project: Path) -> None:
    of_file(project, put(project, "a.csv", row(name, author)))
    (comment,) = comments(project)
    assert comment.author.name == name


@pytest.mark.parametrize("said", ["Ваша подписчица", "Ваш сосед", "Оқырман", "Сіздің оқырманыңыз"])
def test_who_signs_as_a_reader_or_a_neighbour_gives_no_name(said: str) -> None:
    assert public_name(said) == ""


@pytest.mark.parametrize("said", ["Ваш Алибек", "Соседов Ерлан", "Читателев Н."])
def test_names_that_look_like_roles_are_names(said: str) -> None:
    assert public_name(said) == said


@pytest.mark.parametrize("said", ["Житель Алматы", "житель села Абай", "Алматы қаласының тұрғыны"])
def test_who_is_of_a_place_is_taken_without_a_name(said: str, project: Path) -> None:
    of_file(project, put(project, "a.csv", row(said)))
    (comment,) = comments(project)
    assert comment.author.name is None
