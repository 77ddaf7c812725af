"""What a letter of the form says otherwise than its fields is heard: a person reads it.

Whoever writes beside the fields, takes the consent out, or says of a clause two things, has said
something; nothing of it is passed over, and nothing is published against it.
"""

from pathlib import Path

import pytest

from builders import STANDARD, write_project
from importing import codes, files, of_file
from intakes import a_message, put
from letters import divs, message

LETTER = """\
• Проект: Пример (birth-registration r1)
• На каком языке вы пишете: русский
• Кто пишет: физическое лицо
• Согласие на публикацию (№ 1: целиком и бессрочно): да

• Номер: k7m2p9qx4a
• О чем комментарий: 2. Срок оказания (term)
• Вид комментария: предложение об изменении
• Мой комментарий: Срок слишком долгий, мы ждали три недели.

• Конец письма
""".replace("birth-registration", STANDARD)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def left(project: Path, letter: str, **heads: str) -> list[str]:
    """Return the codes of a letter of which nothing is taken."""
    file = of_file(project, put(project, "a.eml", a_message(letter, **heads)), status=1)
    assert not files(project)
    return codes(file)


def is_taken(project: Path, letter: str, **heads: str) -> bool:
    file = of_file(project, put(project, "a.eml", a_message(letter, **heads)), "--draft")
    return [row["status"] for row in file["rows"]] == ["taken"]


def test_the_letter_as_the_form_makes_it_is_taken(project: Path) -> None:
    assert is_taken(project, LETTER)
    about = f"Комментарий: Пример ({STANDARD} r1 term)"
    assert is_taken(project, LETTER, Subject=about)


@pytest.mark.parametrize(
    "beside",
    [
        "Отзываю свой комментарий.",
        "Прошу считать мое согласие недействительным.",
        "Келісімімді қайтарып аламын.",
        "Я передумала насчет имени, решите сами.",
        "И еще: почему так дорого?",
        "Галочку поставил случайно, я против публикации.",
    ],
)
def test_words_beside_the_form_are_read_by_a_person(project: Path, beside: str) -> None:
    assert {"I28", "G32"} & set(left(project, f"{LETTER}\n{beside}\n"))
    assert {"I28", "G32"} & set(left(project, f"{beside}\n\n{LETTER}"))


def test_who_wishes_to_be_without_a_name_beside_the_form_is(project: Path) -> None:
    wish = "Я передумала насчет имени, оставьте меня без имени."
    file = of_file(project, put(project, "a.eml", a_message(f"{LETTER}\n{wish}\n")))
    assert [row["status"] for row in file["rows"]] == ["taken"]
    (comment,) = files(project).values()
    assert b"name:" not in comment


@pytest.mark.parametrize(
    "around",
    [
        "Здравствуйте!\n\n{}",
        "{}\n-- \nОтправлено с iPhone",
        "Добрый день!\n\n{}\nС уважением,\nИбраева Сауле",
        "{}\nОтправлено из мобильной Почты Mail",
    ],
)
def test_greetings_and_signatures_beside_it_say_nothing(project: Path, around: str) -> None:
    assert is_taken(project, around.format(LETTER))


@pytest.mark.parametrize(
    "words", ["Отзываю свой комментарий.", "Прошу не рассматривать мой комментарий, он снят."]
)
def test_who_takes_a_comment_back_in_the_words_of_the_form_is_heard(
    project: Path, words: str
) -> None:
    assert "G31" in left(
        project, LETTER.replace("Срок слишком долгий, мы ждали три недели.", words)
    )


def test_who_takes_it_back_in_the_subject_is_heard(project: Path) -> None:
    assert "G31" in left(project, LETTER, Subject=f"Отзываю комментарий ({STANDARD} r1 term)")


def test_a_form_without_its_line_of_consent_has_none(project: Path) -> None:
    line = next(one for one in LETTER.splitlines() if "Согласие" in one)
    assert "I16" in left(project, LETTER.replace(f"{line}\n", ""))
    assert "I16" in left(project, LETTER.replace(line, line.removesuffix(" да")))


@pytest.mark.parametrize(
    "mark", ["<s>{}</s>", '<span style="display:none">{}</span>', '<font color="#ffffff">{}</font>']
)
def test_a_consent_that_is_struck_out_or_hidden_is_none(project: Path, mark: str) -> None:
    line = next(one for one in LETTER.splitlines() if "Согласие" in one)
    page = divs(LETTER.splitlines()).replace(line, mark.format(line))
    assert mark.format(line) in page
    file = of_file(project, put(project, "a.eml", message(page=page)), status=1)
    assert "I16" in codes(file)
    assert not files(project)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("2. Срок оказания (term)", "3. Размер платы (term)"),
        ("2. Срок оказания (term)", "3. Документы (documents), 2. Срок (term)"),
    ],
)
def test_words_and_code_of_a_clause_that_disagree_are_left(
    project: Path, was: str, becomes: str
) -> None:
    assert "I56" in left(project, LETTER.replace(was, becomes))


def test_a_subject_of_another_clause_is_left(project: Path) -> None:
    assert "I56" in left(project, LETTER, Subject=f"Комментарий ({STANDARD} r1 documents)")


def test_a_name_below_the_words_is_not_published_with_them(project: Path) -> None:
    for end in (
        "С уважением,\nИбраева Сауле Маратовна",
        "Құрметпен, Ибраева Сәуле Маратқызы",
        "С уважением, Ибраева С.М.",
    ):
        signed = LETTER.replace("три недели.", f"три недели.\n\n{end}")
        assert "I27" in left(project, signed), end


def test_who_says_to_be_a_state_body_is_looked_at(project: Path) -> None:
    letter = LETTER.replace("физическое лицо", "государственный орган")
    file = of_file(project, put(project, "a.eml", a_message(letter)), "--draft")
    assert "G22" in codes(file)


@pytest.mark.parametrize(
    ("words", "doubts"),
    [("Срок слишком долгий.", []), ("Мне нравится пункт, оставьте как есть.", ["I36"])],
)
def test_a_kind_and_a_language_that_were_left_empty_are_not_said(
    project: Path, words: str, doubts: list[str]
) -> None:
    """The ready letter without a script asks both; who fills in neither has said neither."""
    letter = LETTER.replace("На каком языке вы пишете: русский", "Язык комментария:")
    letter = letter.replace("Вид комментария: предложение об изменении", "Вид комментария:")
    letter = letter.replace("Срок слишком долгий, мы ждали три недели.", words)
    file = of_file(project, put(project, "a.eml", a_message(letter)), "--draft")
    (row,) = file["rows"]
    assert row["status"] == "taken"
    assert codes(file) == doubts
