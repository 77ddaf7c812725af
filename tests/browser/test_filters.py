"""Filters that scripts combine, of the register and of comments, show what is there."""

import re

from playwright.sync_api import Page

from browsing.kinds import Site


def test_the_register_is_narrowed_by_stage_and_words_together(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/ru/standards/")
    rows = page.locator(".rows li")
    everything = rows.count()
    page.locator("[name=stage]").select_option("open")
    page.wait_for_function(f"document.querySelectorAll('.rows li').length < {everything}")
    narrowed = rows.count()
    assert {row.strip() for row in rows.locator(".tag").all_text_contents()} == {
        "Обсуждение открыто"
    }
    page.locator("[name=words]").fill("пособие")
    page.wait_for_function(f"document.querySelectorAll('.rows li').length < {narrowed}")
    assert rows.count() == 1
    rows.locator("a").click()
    assert page.url == f"{site.origin}/ru/s/disability-benefit/"
    page.go_back()
    page.locator("[name=words]").fill("космодром")
    page.locator("[data-nothing]").wait_for(state="visible")


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
