"""Filters that scripts combine, of the register and of comments, show what is there."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing.kinds import LANGUAGES, Site
from held_words import held


def test_the_register_is_narrowed_by_stage_and_words_together(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/ru/standards/")
    rows = page.locator(".rows li")
    everything = rows.count()
    page.locator("[name=stage]").select_option("open")
    page.wait_for_function(f"document.querySelectorAll('.rows li').length < {everything}")
    narrowed = rows.count()
    assert {row.strip() for row in rows.locator(".tag").all_text_contents()} == {
        "Обсуждение открыто",
        "Обсуждение скоро завершится",
    }
    page.locator("[name=words]").fill("пособие")
    page.wait_for_function(f"document.querySelectorAll('.rows li').length < {narrowed}")
    assert rows.count() == 1
    rows.locator("a").click()
    assert page.url == f"{site.origin}/ru/s/disability-benefit/"
    page.go_back()
    page.locator("[name=words]").fill("космодром")
    page.locator("[data-nothing]").wait_for(state="visible")


COUNTED = {
    "ru": {"пособие": "1~стандарт", "удостоверен": "2~стандарта", "": "8~стандартов"},
    "kk": {"жәрдемақы": "1~стандарт", "куәлік": "3~стандарт", "": "8~стандарт"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_counts_in_words(site: Site, page: Page, language: str) -> None:
    page.goto(f"{site.origin}/{language}/standards/")
    count = page.locator("[data-count]")
    for words, said in COUNTED[language].items():
        page.locator("[name=words]").fill(words)
        expect(count).to_have_text(held(said))
    page.locator("[name=words]").fill("космодром")
    expect(count).to_have_text(held({"ru": "0~стандартов", "kk": "0~стандарт"}[language]))


def test_what_is_chosen_in_the_register_stands_in_its_address(site: Site, page: Page) -> None:
    """A link leads others to the same rows, and what no filter knows is left aside."""
    register, rows = f"{site.origin}/ru/standards/", page.locator(".rows li")
    page.goto(register)
    everything = rows.count()
    page.locator("[name=stage]").select_option("open")
    page.locator("[name=words]").fill("пособие")
    page.locator("[name=words]").blur()
    page.wait_for_function("document.querySelectorAll('.rows li').length === 1")
    address = page.url
    assert address.startswith(f"{register}?")
    assert "stage=open" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("document.querySelectorAll('.rows li').length === 1")
    assert page.locator("[name=words]").input_value() == "пособие"
    page.locator(".languages a").first.click()
    page.wait_for_url(re.compile(r"/kk/standards/\?.*stage=open"))
    page.goto(f"{register}stage/open/")
    page.locator("[name=stage]").select_option("")
    page.wait_for_function(f"document.querySelectorAll('.rows li').length === {everything}")
    assert page.url == f"{register}stage/open/?stage="
    page.reload()
    page.wait_for_function(f"document.querySelectorAll('.rows li').length === {everything}")
    page.locator("[name=stage]").select_option("open")
    assert page.url == f"{register}stage/open/"
    page.goto(f"{register}?stage=<script>&words=&other=1")
    assert page.locator("[name=stage]").input_value() == ""
    assert rows.count() == everything


def test_from_a_folder_the_register_keeps_its_plain_links(site: Site, page: Page) -> None:
    page.goto((site.folder / "ru/standards/index.html").as_uri())
    assert not page.locator("form.filters").is_visible()
    assert page.locator(".filter-links summary").count() == 3


def test_comments_are_narrowed_by_outcome_and_words_together(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/ru/{site.standard('considering')}comments/")
    shown = page.locator("article.comment:visible")
    page.locator("nav.narrow summary").click()
    everything = shown.count()
    page.locator("form.narrowed [name=outcome]").select_option("accepted")
    accepted = shown.count()
    assert 0 < accepted < everything
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.outcome)")) == {"accepted"}
    page.locator("#_sought").fill("жжжж")
    assert shown.count() == 0


def test_who_comes_back_to_comments_sees_what_the_fields_say(site: Site, page: Page) -> None:
    address = f"{site.origin}/ru/{site.standard('considering')}comments/"
    page.goto(address)
    page.locator("nav.narrow summary").click()
    page.locator("form.narrowed [name=outcome]").select_option("accepted")
    page.locator("article.comment:visible").first.locator("header a").first.click()
    page.wait_for_url(lambda url: url != address)
    page.go_back()
    page.wait_for_load_state("load")
    chosen = page.locator("form.narrowed [name=outcome]").input_value()
    seen = page.locator("article.comment:visible")
    outcomes = set(seen.evaluate_all("all => all.map(one => one.dataset.outcome)"))
    assert outcomes == {"accepted"} if chosen else len(outcomes) > 1


def test_comments_are_narrowed_by_revision_and_outcome_together(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/kk/s/temporary-residence/comments/")
    page.locator("nav.narrow summary").click()
    page.locator("form.narrowed [name=revision]").select_option("1")
    shown = page.locator("article.comment:visible")
    of_one = shown.count()
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.revision)")) == {"1"}
    assert page.locator("[data-discussion]:visible").count() == 1
    page.locator("form.narrowed [name=outcome]").select_option("rejected")
    assert 0 < shown.count() < of_one
    links = page.locator("nav.narrow .filters a[href$='revision-1/']")
    assert links.count() == 1


def test_the_first_comment_begins_on_the_first_screen_of_a_phone(site: Site, page: Page) -> None:
    """And those that were turned down are one tap away."""
    page.set_viewport_size({"width": 375, "height": 667})
    seen = 0
    for file in sorted(site.folder.glob("*/s/*/comments/index.html")):
        page.goto(f"{site.origin}/{file.parent.relative_to(site.folder).as_posix()}/")
        first = page.locator("article.comment").first
        if first.count():
            top = first.evaluate("one => one.getBoundingClientRect().top + scrollY")
            assert top < 667, file
            seen += page.locator("nav.narrow > .filters a[href$='rejected/']:visible").count()
    assert seen >= 4


def test_the_address_of_each_comment_in_a_list_can_be_copied(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/ru/{site.standard('considering')}comments/")
    comment = page.locator("article.comment").first
    href = comment.locator("header :first-child > a").first.evaluate("link => link.href")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    comment.locator("header button").click()
    page.wait_for_function("document.querySelector('article.comment header button').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == href
    assert page.locator("article.comment header button").count() == (
        page.locator("article.comment").count()
    )


def test_a_link_to_some_comments_shows_these_and_what_is_chosen(site: Site, page: Page) -> None:
    """The address keeps the choice, and the way back to all is beside it."""
    page.set_viewport_size({"width": 375, "height": 667})
    address = f"{site.origin}/ru/{site.standard('considering')}comments/"
    page.goto(address)
    shown = page.locator("article.comment:visible")
    everything = shown.count()
    assert not page.locator("[data-all]").is_visible()
    page.goto(f"{address}?outcome=accepted&nothing=1#r1")
    outcomes = "all => all.map(one => one.dataset.outcome)"
    assert {*shown.evaluate_all(outcomes)} == {"accepted"}
    assert page.locator("[name=outcome]").input_value() == "accepted"
    page.wait_for_function(
        "Math.abs(document.querySelector('.narrow').getBoundingClientRect().y) < 200"
    )
    assert page.locator("[data-chosen]").inner_text() == f"Принято: {shown.count()}"
    page.locator("nav.narrow summary").click()
    page.locator("[name=outcome]").select_option("rejected")
    assert {*shown.evaluate_all(outcomes)} == {"rejected"}
    assert page.url == f"{address}?outcome=rejected"
    page.locator("[name=language]").select_option("ru")
    assert page.url == f"{address}?outcome=rejected&language=ru"
    page.locator("[data-all]").click()
    assert (page.url, shown.count()) == (address, everything)
    page.goto(f"{address}?outcome=<script>")
    assert shown.count() == everything


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_list_answers_are_folded_on_a_phone_alone(
    site: Site, plain_page: Page, language: str
) -> None:
    """What people wrote stays in sight; where it is wide, and on paper, all of it is open."""
    page = plain_page
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{site.origin}/{language}/{site.standard('considering')}comments/")
    said, folded = page.locator(".comment > .said"), page.locator(".comment .of-phone")
    shown = page.locator(".comment .of-phone > :not(summary, .on-wide)")
    assert said.count() > 5
    assert page.locator(".comment > details.response").count() > 3
    assert all(one.is_visible() for one in said.all())
    assert not any(one.is_visible() for one in shown.all())
    folded.first.locator("summary").click()
    assert shown.first.is_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert all(one.is_visible() for one in shown.all())
    assert all(one.is_visible() for one in page.locator(".of-phone > .on-wide").all())
    assert not any(one.is_visible() for one in folded.locator("> summary").all())
    page.set_viewport_size({"width": 375, "height": 667})
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in shown.all())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_answer_is_open_among_those_that_were_refused(
    site: Site, plain_page: Page, language: str
) -> None:
    """Who asked for what was not accepted came for the reasons."""
    page = plain_page
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(f"{site.origin}/{language}/{site.standard('considering')}comments/rejected/")
    answers = page.locator(".comment > details.response > :not(summary, .on-wide)")
    assert answers.count()
    assert all(one.is_visible() for one in answers.all())


def test_words_of_the_register_reach_the_address_without_a_key(site: Site, page: Page) -> None:
    register = f"{site.origin}/ru/standards/"
    page.goto(register)
    page.locator("[name=words]").press_sequentially("паспорт")
    expect(page).to_have_url(re.compile(r"\?words=%D0%BF%D0%B0%D1%81%D0%BF%D0%BE%D1%80%D1%82$"))
    page.locator("[name=words]").fill("")
    expect(page).to_have_url(register)


BESIDE_WORDS = """() => [...document.querySelectorAll("article.comment")].map((one) => {
  const words = [...one.querySelectorAll(":scope > :is(.said, .proposal, .trace, .gist)")];
  const heights = words.map((it) => it.getBoundingClientRect().height);
  return one.getBoundingClientRect().height - heights.reduce((sum, it) => sum + it, 0); })"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_list_little_stands_beside_what_people_wrote(
    site: Site, plain_page: Page, language: str
) -> None:
    """Their head, the answer's line and the receipt's: two fifths of what it was, a phone long."""
    plain_page.set_viewport_size({"width": 375, "height": 667})
    beside: list[float] = []
    for row in site.standards:
        plain_page.goto(f"{site.origin}/{language}/s/{row['id']}/comments/")
        beside += plain_page.evaluate(BESIDE_WORDS)
    assert len(beside) > 100
    assert max(beside) < 667 / 2
    assert sum(beside) / len(beside) < 250


def test_the_matrix_is_narrowed_by_tag_and_decision_together(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/ru/s/kindergarten-queue/matrix/")
    rows, chosen = page.locator("tr[data-outcome]"), page.locator("[data-chosen]")
    expect(page.locator("form.narrowed")).not_to_have_attribute("hidden", "")
    page.locator("nav.narrow summary").click()
    page.locator("[name=tag]").select_option("queue-order")
    expect(rows.filter(visible=True)).to_have_count(6)
    page.locator("[name=outcome]").select_option("rejected")
    expect(rows.filter(visible=True)).to_have_count(3)
    expect(chosen).to_have_text("Не принято, Порядок очереди: 3")
    page.locator("[data-all]").click()
    expect(rows.filter(visible=True)).to_have_count(21)
