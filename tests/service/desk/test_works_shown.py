"""Pages of works: what was saved, taking back, giving up, publishing, both versions, preview."""

from pathlib import Path

import pytest

from desk_steps import a_text, on
from desks import AIGERIM, DRAFT, ADesk, words_of
from repositories import git
from talqy.project.write import Create, Replace
from talqy.service.desk.app import subjects
from talqy.service.desk.work.values import Saved, WorkKind, WorkName

STANDARD = "standards/birth-registration/standard.yaml"
TEXT = "standards/birth-registration/revisions/r2.yaml"
HERE = f"/ru/work/{DRAFT.key}/"
RECORD = WorkName(WorkKind.RECORD, "birth-registration")


def saved(desk: ADesk, more: str = "# a\n", name: WorkName = DRAFT, file: str = STANDARD) -> str:
    works = desk.works
    seen = works.of(name)
    was = (seen.root / file).read_text("utf-8")
    done = works.save(name, seen.commit, [Replace(file, was + more)], "Уточнена карточка", AIGERIM)
    assert isinstance(done, Saved)
    return str(done.commit)


def test_a_work_without_saves_says_so(desk: ADesk) -> None:
    assert "Нет сохраненного" in words_of(desk.get(HERE))
    for odd in ("main", "draft.x", "draft.birth-registration-r0", "%2e%2e%2fx", "draft.A-r1"):
        desk.get(f"/ru/work/{odd}/", 404)


def test_saves_are_told_and_taken_back(desk: ADesk) -> None:
    saved(desk)
    page = desk.get(HERE)
    assert "Уточнена карточка" in words_of(page)
    assert "Уточнена карточка" in words_of(desk.get("/ru/"))
    answer = desk.post(f"{HERE}undo/", {}, of=HERE)
    assert "отменено" in words_of(answer.text)
    assert "# a" not in git(desk.works.place.root, "show", f"{DRAFT.branch}:{STANDARD}")
    assert desk.client.get(HERE).text.count("отменено") == 0  # it is said once


def test_a_work_is_given_up_after_it_was_asked(desk: ADesk) -> None:
    saved(desk)
    answer = desk.post(f"{HERE}drop/", {})
    assert answer.status_code == 200
    assert desk.works.begun() == []


def test_what_somebody_else_has_saved_is_not_taken_back_unseen(desk: ADesk) -> None:
    saved(desk)
    page = desk.get(HERE)
    saved(desk, "# b\n")
    from desks import ORIGIN, csrf_of

    seen = desk.works.saves(DRAFT)[1].id
    said = {"csrf": csrf_of(page), "seen": seen}
    answer = desk.client.post(f"{HERE}undo/", data=said, headers={"Origin": ORIGIN})
    assert answer.status_code == 409
    assert len(desk.works.saves(DRAFT)) == 2


def test_it_is_published_with_what_it_changes_in_words(desk: ADesk) -> None:
    saved(desk)
    page = desk.get(f"{HERE}publish/")
    words = words_of(page)
    assert "Карточка стандарта" in words
    assert STANDARD not in words
    answer = desk.post(f"{HERE}publish/", {})
    assert answer.status_code == 200
    assert "Опубликовано" in words_of(answer.text)
    assert git(desk.works.place.root, "show", f"main:{STANDARD}").endswith("# a")


def test_what_keeps_it_back_is_said_with_the_place(desk: ADesk) -> None:
    saved(desk, "nonsense: 1\n")
    page = desk.get(f"{HERE}publish/")
    assert 'href="/ru/steps/birth-registration/"' in page
    assert "Опубликовать</button>" not in page
    answer = desk.post(f"{HERE}publish/", {}, of=HERE)
    assert "nonsense" in words_of(answer.text)
    assert "# a" not in git(desk.works.place.root, "show", f"main:{STANDARD}")


def test_a_question_needs_a_yes(desk: ADesk) -> None:
    seen = desk.works.of(DRAFT).commit
    desk.works.save(DRAFT, seen, [Create("README.txt", "x")], "-", AIGERIM)
    page = desk.get(f"{HERE}publish/")
    looked = page.partition('name="looked" value="')[2].partition('"')[0]
    assert looked
    answer = desk.post(f"{HERE}publish/", {})
    assert "Опубликовано" not in words_of(answer.text)
    answer = desk.post(f"{HERE}publish/", {"looked": looked})
    assert "Опубликовано" in words_of(answer.text)


def test_both_versions_are_shown_where_main_has_another(desk: ADesk) -> None:
    saved(desk, "code: '00000001'\n")
    other = saved(desk, "code: '00000002'\n", RECORD)
    git(desk.works.place.root, "update-ref", "refs/heads/main", other)
    page = desk.get(f"{HERE}publish/", 409)
    words = words_of(page)
    assert "00000001" in words
    assert "00000002" in words


def test_the_preview_is_the_site_as_it_will_be(desk: ADesk, tmp_path: Path) -> None:
    del tmp_path
    preview = f"/ru/preview/{DRAFT.key}/ru/s/birth-registration/"
    before = desk.client.get(preview)
    assert before.status_code == 200
    assert "unsafe-inline'; img-src" in before.headers["content-security-policy"]
    assert "script-src 'self';" in before.headers["content-security-policy"]
    old = git(desk.works.place.root, "show", f"main:{TEXT}")
    assert "рабочих" in old
    seen = desk.works.of(DRAFT).commit
    changed = old.replace("рабочих", "рабочих-преработчих") + "\n"
    desk.works.save(DRAFT, seen, [Replace(TEXT, changed)], "-", AIGERIM)
    assert "преработчих" in desk.get(preview)
    assert "преработчих" not in desk.get("/ru/preview/published/ru/s/birth-registration/")
    assert desk.client.get(f"/ru/preview/{DRAFT.key}/assets/talqy.css").status_code == 200
    for odd in ("../../frame.html", "%2e%2e/%2e%2e/project.yaml", "standards/project.yaml"):
        assert desk.client.get(f"/ru/preview/{DRAFT.key}/{odd}").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_page_of_a_work_is_there_in_both_languages(language: str, desk: ADesk) -> None:
    saved(desk)
    for below in ("", "drop/", "publish/"):
        desk.get(f"/{language}/work/{DRAFT.key}/{below}")


def test_a_text_is_shown_with_its_marks_before_it_is_published(desk: ADesk) -> None:
    seen = desk.works.of(DRAFT)
    old = (seen.root / TEXT).read_text("utf-8")
    step = Replace(TEXT, old.replace("рабочих", "календарных"))
    desk.works.save(DRAFT, seen.commit, [step], "-", AIGERIM)
    page = desk.get(f"{HERE}publish/")
    assert "календарных</ins>" in page.replace('<span class="visually-hidden">]</span>', "")
    assert "Опубликовать</button>" not in page  # its discussion runs: the text is frozen


def test_a_fact_that_changes_is_shown_before_it_is_published(desk: ADesk) -> None:
    """The text may stay as it is: a term of the facts is what citizens are shown first."""
    seen = desk.works.of(DRAFT)
    old = (seen.root / TEXT).read_text("utf-8")
    assert "{amount: 2, unit: working-day}" in old
    step = Replace(TEXT, old.replace("{amount: 2, unit: working", "{amount: 5, unit: working"))
    desk.works.save(DRAFT, seen.commit, [step], "-", AIGERIM)
    page = desk.get(f"{HERE}publish/")
    facts = page.partition('class="facts fact-changes"')[2].partition("</dl>")[0]
    facts = facts.replace("\u00a0", " ")
    assert "2 рабочих дня" in facts
    assert "5 рабочих дней" in facts


def test_a_page_that_answers_a_form_has_its_other_language(desk: ADesk) -> None:
    """It is that of the page on which the form stands, not the first one of the desk."""
    below = "steps/birth-registration/r2/withdraw/"
    answer = desk.post(f"/ru/{below}", {"on": "", "reason.kk": "", "reason.ru": ""})
    assert answer.status_code == 422
    assert f'href="/kk/{below}" lang="kk"' in answer.text
    answer = desk.post("/ru/drafts/new/", {"title.ru": "", "id": "../x"}, of="/ru/drafts/")
    assert answer.status_code == 422
    assert 'href="/kk/drafts/" lang="kk"' in answer.text


def test_above_what_is_only_posted_to_stands_a_page(desk: ADesk) -> None:
    pages = [page for one in subjects(desk.context) for page in one.pages]
    shown = {page.below for page in pages if page.get}
    only_posted = [page.below for page in pages if not page.get]
    assert only_posted
    assert [one for one in only_posted if not {above(one)} & shown] == []


def above(below: str) -> str:
    return below.rstrip("/").rpartition("/")[0] + "/"


def test_a_page_that_is_not_there_stands_in_the_frame(desk: ADesk) -> None:
    for path in ("/ru/nothing/", "/ru/s/none/r1/", "/ru/work/none/"):
        page = desk.get(path, 404)
        assert "На рабочем месте нет такой страницы" in words_of(page)
        assert 'href="/ru/drafts/"' in page


def test_what_is_taken_back_next_is_named(desk: ADesk) -> None:
    saved(desk)
    saved(desk, "# b\n")
    at = f"/ru/work/{DRAFT.key}/"
    assert "Последнее сохранение: " in words_of(desk.get(at))
    page = words_of(desk.post(f"{at}undo/", {}, of=at).text)
    assert "Отмененные сохранения" in page
    assert page.index("Последнее сохранение: ") < page.index("Отмененные сохранения")


def test_a_preview_that_cannot_be_made_says_no_folder_of_the_server(tmp_path: Path) -> None:
    """Where the project has no mkdocs.yml, officials read why, not where its files lie."""
    with on(a_text(tmp_path), "2026-11-05") as bare:
        page = bare.client.get("/ru/preview/published/ru/")
        assert "mkdocs.yml" in page.text
        assert str(tmp_path) not in page.text
