"""What a workbook of answers takes as people write it, and what it says in their language."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import COMMENT, OTHER_COMMENT, STANDARD, a_response, response_path, write
from response_books import LAST, Book, exported, four_comments, noted, talqy
from talqy.cli.main import main
from talqy.comments.form_words import plain
from talqy.model.problem import Level
from talqy.project.shipped import shipped_codes
from talqy.responses import faults as kinds
from talqy.responses.cells import outcome_names


def said(project: Path, book: Book, language: str) -> str:
    """Return what an import says."""
    line = ["--language", language, "respond", "import", str(book.save()), "--draft"]
    return CliRunner().invoke(main, [*line, "--project", str(project)]).output


def told(project: Path, file: Path) -> set[tuple[str, str]]:
    """Return the codes and cells of what is wrong with the cells of a workbook; write nothing."""
    output = talqy(project, "import", file, "--draft").output
    found = re.findall(r"!([A-Z]+\d+): \w+ ([GW]\d\d): ", output)
    return {(code, cell) for cell, code in found}


# Latin c, o, a, p and e in the place of Cyrillic ones.
@pytest.mark.parametrize("outcome", ["Принято к cведению", "Hазарға aлынды", "К СВEДЕНИЮ."])
def test_an_outcome_is_known_by_its_look(outcome: str, project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome=outcome))
    assert told(project, book.save()) == set()


@pytest.mark.parametrize("outcome", ["бас тарту", "Отказать"])
def test_a_refusal_is_known_by_its_everyday_names(outcome: str, project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome=outcome))
    assert told(project, book.save()) == set()


# The same form of one word in both languages: who knows one must be able to trust the other.
ALIKE = {
    "принять": "қабылдау",
    "учтено полностью": "толық ескерілді",
    "принимается": "қабылданады",
    "принять полностью": "толық қабылдау",
    "принято полностью": "толық қабылданды",
    "частично принято": "жартылай қабылданды",
    "принято частично": "ішінара қабылданды",
    "учтено частично": "ішінара ескерілді",
    "принять частично": "жартылай қабылдау",
    "частично": "жартылай",
    "отклонить": "бас тарту",
    "не принимается": "қабылданбайды",
    "не принять": "қабылдамау",
    "не учтено": "ескерілмеді",
    "к сведению": "мәлімет үшін",
    "принять к сведению": "назарға алу",
    "принимается к сведению": "назарға алынады",
    "повтор": "қайталама",
    "повторяется": "қайталанады",
    "после срока": "мерзімнен кейін",
    "вне срока": "мерзімнен тыс",
    "опоздало": "кешікті",
    "отозвано": "қайтарып алынды",
}


def test_everyday_names_of_outcomes_are_alike_in_both_languages() -> None:
    known = outcome_names(shipped_codes())
    found = {(ru, kk): (known.get(plain(ru)), known.get(plain(kk))) for ru, kk in ALIKE.items()}
    assert not {pair for pair, (ru, kk) in found.items() if ru is None or ru is not kk}


def test_a_word_that_means_two_outcomes_is_none() -> None:
    known = outcome_names(shipped_codes())
    words = ("Учтено", "учесть", "Ескерілді", "ескерілсін", "Ескеру", "Принято во внимание")
    assert {word: known.get(plain(word)) for word in words} == dict.fromkeys(words)


@pytest.mark.parametrize(
    "revision",
    [
        "2",
        "р2",
        "R2",
        "2-редакция",
        "2\u2011редакция",
        "редакция 2",
        "редакция\u00a02",
        "Редакция № 2",
        "2 редакция",
    ],
)
def test_a_revision_is_known_by_its_number(revision: str, project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome="Принято", landed_revision=revision, landed_clauses="term"))
    assert told(project, book.save()) == set()


def test_a_day_in_the_column_of_clauses_is_told_as_one(project: Path, book: Book) -> None:
    day = datetime(2026, 1, 6)  # noqa: DTZ001 - as openpyxl writes
    book.fill(COMMENT, noted(outcome="Принято", landed_revision=2, landed_clauses=day))
    assert ("W25", book.place(COMMENT, "landed-clauses")) in told(project, book.save())


def test_names_are_said_in_the_language_of_the_reader_alone(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome="Одобрено", reason_kk=None))
    russian, kazakh = said(project, book, "ru"), said(project, book, "kk")
    assert "Принято частично" in russian
    assert "Ішінара қабылданды" not in russian
    assert "Ішінара қабылданды" in kazakh
    assert "нет обоснования на казахском языке" in russian
    assert "негіздемесі қазақ тілінде жазылмаған" in kazakh


def test_a_row_corrected_after_its_import_does_not_accuse_anybody(
    project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted())
    assert talqy(project, "import", book.save()).exit_code == 0
    book.fill(COMMENT, noted(reason_ru="Мнение учтено при подготовке следующей редакции."))
    assert told(project, book.save()) == {("W09", book.place(COMMENT, "outcome"))}
    assert "возможно, вы уже загружали эту книгу" in said(project, book, "ru")
    assert talqy(project, "import", book.file, "--replace").exit_code == 0


def test_where_no_row_is_good_nothing_is_offered_to_be_written(project: Path, book: Book) -> None:
    book.fill(COMMENT, noted(outcome="Одобрено"))
    assert "--skip-faulty" not in said(project, book, "ru")
    book.fill(LAST, noted())
    assert "--skip-faulty" in said(project, book, "ru")


def test_a_reason_in_the_other_language_is_named_and_a_copied_one_refused(
    project: Path, book: Book
) -> None:
    russian = "Предложение учтено: срок сокращен, так как этого просили многие люди."
    book.fill(COMMENT, noted(reason_kk=russian, reason_ru="Срок сокращен, как просили люди."))
    book.fill(LAST, noted(reason_kk=russian, reason_ru=russian))
    assert told(project, book.save()) == {
        ("G48", book.place(COMMENT, "reason-kk")),
        ("G48", book.place(LAST, "reason-kk")),
        ("G47", book.place(LAST, "reason-ru")),
    }
    assert talqy(project, "import", book.file).exit_code == 1
    book.fill(LAST, noted())
    assert talqy(project, "import", book.save()).exit_code == 0


def test_reasons_that_have_changed_places_are_not_written(project: Path, book: Book) -> None:
    russian = "Срок сокращен, так как этого просили многие люди."
    kazakh = "Мерзім қысқартылды, өйткені мұны көп адам сұрады."
    book.fill(COMMENT, noted(reason_kk=russian, reason_ru=kazakh))
    found = told(project, book.save())
    assert [code for code, _ in found] == ["G48"]
    assert "поменяйте их местами" in said(project, book, "ru")
    assert talqy(project, "import", book.file).exit_code == 1
    book.fill(COMMENT, noted(reason_kk=kazakh, reason_ru=russian))
    assert told(project, book.save()) == set()


def test_the_same_words_answered_otherwise_are_named(tmp_path: Path) -> None:
    project = four_comments(tmp_path / "project")
    for file in sorted((project / "comments").rglob(f"{OTHER_COMMENT}.yaml")):
        first = next((project / "comments").rglob(f"{COMMENT}.yaml")).read_text("utf-8")
        file.write_text(first.replace(COMMENT, OTHER_COMMENT), "utf-8")
    write(project, response_path(OTHER_COMMENT), a_response(OTHER_COMMENT, outcome="rejected"))
    book = Book(exported(project, tmp_path / "answers.xlsx", STANDARD, "r1", "--language", "ru"))
    book.fill(COMMENT, noted())
    assert ("W28", book.place(COMMENT, "outcome")) in told(project, book.save())
    assert kinds.OTHERWISE.level is Level.WARNING


@pytest.mark.parametrize(
    ("option", "variable", "messages", "sheet"),
    [
        ("", "", "", "Жауаптар"),
        ("", "en", "", "Жауаптар"),
        ("", "ru", "", "Ответы"),
        ("", "", "ru", "Ответы"),
        ("", "kk", "ru", "Жауаптар"),
        ("ru", "kk", "", "Ответы"),
    ],
)
def test_a_workbook_speaks_the_language_of_the_messages(  # noqa: PLR0913, PLR0917 - who has a say
    option: str,
    variable: str,
    messages: str,
    sheet: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """But it never is in a language in which the project has no texts."""
    if variable:
        monkeypatch.setenv("TALQY_LANGUAGE", variable)
    if messages:
        settings = project / "standards/project.yaml"
        settings.write_text(f"{settings.read_text('utf-8')}messages: {messages}\n", "utf-8")
    file = tmp_path / "answers.xlsx"
    words = ["respond", "export", STANDARD, "r1", "--to", str(file), "--project", str(project)]
    asked = ["--language", option] if option else []
    done = CliRunner().invoke(main, [*asked, *words])
    assert done.exit_code == 0, done.output
    assert Book(file).sheet.title == sheet


def test_answers_go_into_a_workbook_alone(project: Path, tmp_path: Path) -> None:
    done = talqy(project, "export", STANDARD, "r1", "--to", tmp_path / "answers.docx")
    assert done.exit_code == 2
    assert "name it .xlsx" in done.output


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("kk", "төменде қараңыз"),
        ("kk", "Жоғарыдағыдай"),
        ("kk", "сол сияқты"),
        ("ru", "см. ниже"),
        ("ru", "то же"),
        ("ru", "Аналогично."),
        ("ru", "См. вложение"),
    ],
)
def test_a_reason_that_only_points_elsewhere_is_none(
    key: str, words: str, project: Path, book: Book
) -> None:
    book.fill(COMMENT, noted(**{f"reason_{key}": words}))
    assert ("G34", book.place(COMMENT, f"reason-{key}")) in told(project, book.save())


def test_a_reason_that_speaks_of_what_is_below_is_one(project: Path, book: Book) -> None:
    reasons = {"reason_ru": "Срок ниже, чем в законе.", "reason_kk": "Мерзім төменде көрсетілген."}
    book.fill(COMMENT, noted(**reasons))
    assert "G34" not in {code for code, _ in told(project, book.save())}


def test_a_comment_in_short_comes_back_and_is_not_lost_without_its_columns(
    project: Path, book: Book
) -> None:
    told_short = {"gist-kk": "Автор мерзімді қысқартуды сұрайды."}
    book.fill(LAST, {**noted(), **told_short})
    assert talqy(project, "import", book.save()).exit_code == 0
    (file,) = (project / "comments").rglob(f"{LAST}.response.yaml")
    assert "Автор мерзімді қысқартуды сұрайды." in file.read_text("utf-8")
    again = Book(exported(project, book.file, STANDARD, "r1"))
    assert again.said(LAST, "gist-kk") == told_short["gist-kk"]
    for key in ("gist-kk", "gist-ru"):
        for row in (1, 2):
            again.sheet.cell(row, again.columns[key]).value = ""
    again.fill(LAST, noted(reason_ru="Срок сокращен, как просили многие люди."))
    assert talqy(project, "import", again.save(), "--replace").exit_code == 0
    words = file.read_text("utf-8")
    assert "многие люди" in words
    assert "Автор мерзімді" in words
