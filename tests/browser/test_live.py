"""Who works on texts sees each save in the browser, without loading the page anew by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import builders as b
from sites import small
from working import Desk, at_work

PAGE, COMMENTS = "ru/s/birth-registration/", "ru/s/birth-registration/comments/"
SOON = 60_000  # milliseconds after which a change is not waited for any more


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    project = small(tmp_path / "project", comments=[b.a_comment()])
    with at_work(project) as desk:
        yield desk


def test_a_saved_comment_comes_to_the_screen_of_both_tabs(desk: Desk, own_page: Page) -> None:
    other = own_page.context.new_page()
    for tab in (own_page, other):
        tab.goto(desk.url(COMMENTS))
    desk.save(b.comment_path(), b.a_comment(text="Совсем новый комментарий."))
    for tab in (own_page, other):
        expect(tab.get_by_text("Совсем новый комментарий.").first).to_be_visible(timeout=SOON)
    (desk.project / b.comment_path()).unlink()
    expect(own_page.get_by_text("Совсем новый комментарий.")).to_have_count(0, timeout=SOON)


def test_a_broken_file_says_so_in_the_page_and_is_mended(desk: Desk, own_page: Page) -> None:
    own_page.goto(desk.url(PAGE))
    box = own_page.locator("#_live")
    desk.save(b.revision_path(), "clauses: [")
    expect(box.get_by_text(b.revision_path()).first).to_be_visible(timeout=SOON)
    expect(own_page.locator("h1")).to_contain_text("Регистрация рождения")
    desk.save(b.revision_path(), b.a_revision())
    expect(box.get_by_text(f"{b.revision_path()}:")).to_have_count(0, timeout=SOON)


def test_a_template_and_a_repeal_come_to_the_screen(desk: Desk, own_page: Page) -> None:
    own_page.goto(desk.url(f"{PAGE}history/"))
    repeal = b.a_revision(2, kind="repeal", base="1")
    repeal.pop("consultation", None)
    desk.save(b.revision_path(2), repeal)
    expect(own_page.locator("main")).to_contain_text("отмена", timeout=SOON)
    own_page.goto(desk.url(PAGE))
    folder = desk.project / "site_templates/records"
    folder.mkdir(parents=True)
    desk.save("site_templates/records/standard.html", "<h1>{{ view.title }} – иначе</h1>\n")
    expect(own_page.get_by_text("– иначе")).to_be_visible(timeout=SOON)


def test_a_page_that_a_save_does_not_touch_is_left_alone(desk: Desk, own_page: Page) -> None:
    own_page.goto(desk.url("ru/how-it-works/"))
    own_page.evaluate("window.isSame = true")
    desk.save(b.comment_path(), b.a_comment(text="Другое."))
    with own_page.expect_response(lambda answer: answer.request.method == "HEAD", timeout=SOON):
        pass
    assert own_page.evaluate("window.isSame") is True
