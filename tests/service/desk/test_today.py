"""Today: what is due, by whom, until when; the queue; what was begun; what is wrong."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desks import AIGERIM, ANSWERS, DRAFT, TODAY, ADesk, a_desk, a_working_project, words_of
from repositories import committed
from serving import a_service
from talqy.project.git import GitError
from talqy.project.write import Replace
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.standing import WorkStanding
from talqy.service.desk.work.values import BegunWork
from talqy.service.desk.work.works import Works

STANDARD = "standards/birth-registration/standard.yaml"


def test_what_is_due_is_told_in_both_languages(desk: ADesk) -> None:
    russian, kazakh = words_of(desk.get("/ru/")), words_of(desk.get("/kk/"))
    assert "Что нужно сделать" in russian
    assert "Министерство юстиции" in russian
    assert "Последний день: 27 ноября 2026" in russian.replace("\xa0", " ")
    assert "Не істеу керек" in kazakh
    assert "Әділет министрлігі" in kazakh


def test_what_was_begun_is_told_with_its_office(desk: ADesk) -> None:
    for name in (DRAFT, ANSWERS):
        seen = desk.works.of(name)
        was = (seen.root / STANDARD).read_text("utf-8")
        step = Replace(STANDARD, f"{was}# a\n")
        desk.works.save(name, seen.commit, [step], "Уточнено", AIGERIM)
    page = desk.get("/ru/")
    assert f"/ru/work/{DRAFT.key}/" in page
    words = words_of(page)
    assert "Ответственный за проект, Министерство юстиции" in words
    assert "Ответственный за ответы, Министерство юстиции" in words
    seen = desk.works.of(DRAFT)
    step = Replace(STANDARD, f"{(seen.root / STANDARD).read_text('utf-8')}# b\n")
    desk.works.save(DRAFT, seen.commit, [step], "Уточнено", replace(AIGERIM, shown_name="Айгерим"))
    words = words_of(desk.get("/ru/"))
    assert "Айгерим, Ответственный за проект, Министерство юстиции" in words
    assert "1 сохранение" in words.replace("\xa0", " ")


def test_without_a_service_there_is_no_queue(desk: ADesk) -> None:
    assert "Очередь" not in words_of(desk.get("/ru/"))


def test_the_queue_is_counted(tmp_path: Path) -> None:
    service = a_service(tmp_path / "service")
    with a_desk(tmp_path, service=service) as desk:
        desk.sign_in()
        assert "В очереди нет" in words_of(desk.get("/ru/"))
    service.close()


def test_what_is_wrong_is_told_with_its_place_and_without_its_file(tmp_path: Path) -> None:
    folder = a_working_project(tmp_path)
    (folder / STANDARD).write_text("nonsense: 1\n", "utf-8")
    committed(folder)
    (folder / "mkdocs.yml").write_text("# changed\n", "utf-8")
    works = Works(DeskPlace(folder, "main"), tmp_path / "desk", TODAY)
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        page = desk.get("/ru/")
        assert "Карточка стандарта" in words_of(page)
        assert "/ru/steps/birth-registration/" in page
        assert "mkdocs.yml" in words_of(page)  # somebody works there besides


def test_where_git_cannot_say_what_was_changed_besides_the_page_says_so(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise GitError("git is not installed")

    monkeypatch.setattr("talqy.service.desk.today.pages.tree_showing", failing)
    assert "меняли ли файлы" in words_of(desk.get("/ru/"))
    assert "файлдары өзгертілген" in words_of(desk.get("/kk/"))


def test_the_day_of_a_save_is_that_of_the_project_on_both_pages(
    desk: ADesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two in the morning in Almaty, when it is yesterday elsewhere."""
    moment = datetime(2026, 11, 19, 21, tzinfo=UTC)
    saved = BegunWork(DRAFT, "0" * 40, moment, "Сотрудник", "Записано", 1, WorkStanding.SAVED)
    monkeypatch.setattr(Works, "begun", lambda _: [saved])
    for path in ("/ru/", "/ru/drafts/"):
        assert "20 ноября 2026" in words_of(desk.get(path)).replace("\N{NO-BREAK SPACE}", " ")
        assert "19 ноября" not in words_of(desk.get(path)).replace("\N{NO-BREAK SPACE}", " ")
