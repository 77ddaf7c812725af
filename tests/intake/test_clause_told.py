"""One rule behind every door: which clause words speak of is filed, divided, or said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import a_revision, complete_clauses, said, write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, a_message, put
from word_files import a_word, paragraph


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def by_mail(words: str) -> tuple[str, bytes]:
    return "a.eml", a_message(words).as_bytes()


def in_a_box(words: str) -> tuple[str, bytes]:
    line = b"From aigul@example.kz Tue Nov 10 10:00:00 2026\n"
    return "a.mbox", line + a_message(words).as_bytes()


def on_paper(words: str) -> tuple[str, bytes]:
    return "a.docx", a_word(paragraph(words))


def in_a_table(words: str) -> tuple[str, bytes]:
    return "a.csv", a_csv(("Дата", "Замечание"), ("10.11.2026", words))


def in_a_table_with_clauses(words: str) -> tuple[str, bytes]:
    return "a.csv", a_csv(("Дата", "Пункт", "Замечание"), ("10.11.2026", "", words))


def in_a_word_table(words: str) -> tuple[str, bytes]:
    return "a.docx", a_docx(("Дата", "Замечание"), ("10.11.2026", words))


DOORS = (by_mail, in_a_box, on_paper, in_a_table, in_a_table_with_clauses, in_a_word_table)
Door = Callable[[str], tuple[str, bytes]]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("words", "clause", "code"),
    [
        ("В пункте 2 срок слишком велик.", "term", "I35"),
        ("2-тармақтағы мерзім тым ұзақ.", "term", "I35"),
        ("Прошу пункт 2 изменить: по п. 2 ждать долго.", "term", "I35"),
        ("В пункте 2 срок иной, чем в пункте 7 Закона.", "term", "I35"),
        ("Срок слишком велик.", "whole", "I71"),
        ("Это против пункта 3 статьи 10 Закона.", "whole", "I71"),
        ("В пункте 2 срок велик, а в пункте 3 лишняя справка.", "", "I93"),
        ("Пункты 2 и 3 мешают друг другу.", "", "I93"),
        ("2 және 3-тармақтар қайталанады.", "", "I93"),
        ("Пункты 1–3 изложены неясно.", "", "I93"),
        ("В пункте 99 ничего не понять.", "", "F56"),
        ("Двенадцатый пункт лишний.", "", "F56"),
        ("Он екінші тармақ артық.", "", "F56"),
        ("Предыдущий пункт лишний.", "", "F56"),
        ("Соңғы тармақ артық.", "", "F56"),
        ("Все пункты, кроме второго, хороши.", "", "I56"),
        ("2-тармақтан басқа барлық тармақты қолдаймын.", "", "I56"),
        ("В статье 2 проекта срок велик.", "", "I55"),
        ("2-баптағы мерзім тым ұзақ.", "", "I55"),
        ("В пункте II срок велик.", "term", "I38"),
        ("В прежней редакции пункт 2 был лучше.", "", "I30"),
        ("Бұрынғы редакциядағы 2-тармақ жақсы еді.", "", "I30"),
        ("По второму пункту срок велик, а по третьему – отменить справку.", "", "I93"),
    ],
)
def test_words_tell_their_clause_at_every_door(
    door: Door, words: str, clause: str, code: str, project: Path
) -> None:
    file = put(project, *door(words))
    found = of_file(project, file, "--received", "2026-11-10", status=int(not clause))
    assert code in codes(found)
    assert [comment.clause for comment in comments(project)] == [clause] * bool(clause)


@pytest.mark.parametrize("door", DOORS)
def test_what_the_operator_says_stands_above_the_words(door: Door, project: Path) -> None:
    file = put(project, *door("Пункты 2 и 3 мешают друг другу."))
    found = of_file(project, file, "--received", "2026-11-10", "--clause", "whole")
    assert not {"I35", "I71", "I93"} & set(codes(found))
    assert [comment.clause for comment in comments(project)] == ["whole"]


def test_a_subject_and_words_that_name_different_clauses_are_divided(project: Path) -> None:
    subject = "Пікір: birth-registration r1 term"
    file = put(project, "a.eml", a_message("В пункте 3 лишняя справка.", Subject=subject))
    assert codes(of_file(project, file, status=1)) == ["I93"]
    of_file(project, file, "--clause-from-subject")
    assert [comment.clause for comment in comments(project)] == ["term"]


@pytest.fixture
def headed(tmp_path: Path) -> Path:
    """Return a project whose clause of the term has a heading."""
    heading = said("Мемлекеттік қызмет көрсету мерзімі", "Срок оказания государственной услуги")
    clauses = [
        {**one, "heading": heading} if one["id"] == "term" else one for one in complete_clauses()
    ]
    return write_project(tmp_path / "headed", revisions=[a_revision(clauses=clauses)])


@pytest.mark.parametrize(
    ("subject", "clause", "code"),
    [
        ("Срок оказания государственной услуги", "term", "I35"),
        ("Re: Мемлекеттік қызмет көрсету мерзімі", "term", "I35"),
        ("Пункт о сроке", "whole", "I29"),
        ("Мнение о сроке", "whole", "I71"),
    ],
)
def test_the_subject_of_a_letter_names_a_clause_by_its_heading(
    subject: str, clause: str, code: str, headed: Path
) -> None:
    file = put(headed, "a.eml", a_message("Это слишком долго для семьи.", Subject=subject))
    assert codes(of_file(headed, file)) == [code]
    assert [comment.clause for comment in comments(headed)] == [clause]


@pytest.mark.parametrize(
    ("text", "expected"), [("Это слишком долго.", ["I38"]), ("Мой ИИН 850101300018.", ["G17"])]
)
def test_a_shortened_heading_in_a_column_is_told_of_what_is_taken(
    text: str, expected: list[str], headed: Path
) -> None:
    heads, row = ("Дата", "Пункт", "Замечание"), ("10.11.2026", "Срок оказания услуги", text)
    file = put(headed, "a.csv", a_csv(heads, row))
    found = of_file(headed, file, "--draft", status=int(expected != ["I38"]))
    assert codes(found) == expected
