"""What people type before a script has come over a slow network is not lost, and counts."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from browsing.kinds import Site

VERDICT = "[data-verdict]:visible"


@contextmanager
def held_back(page: Page, script: str, address: str) -> Iterator[None]:
    """Open a page whose script comes after what is done meanwhile."""
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.goto("about:blank")  # the same address with another hash would be no new page
    page.route(f"**/assets/{script}", wait)
    with page.expect_request(f"**/assets/{script}"):
        page.goto(address, wait_until="commit")
    expect(page.locator("footer").first).to_be_attached()
    yield
    waiting.pop().continue_()
    page.wait_for_load_state("load")
    page.unroute(f"**/assets/{script}")


def a_form_that_shows(page: Page) -> None:
    """Show the form at once, as it stands where a project has an address to post to."""

    def shown(route: Route) -> None:
        html = re.sub(r'(<form class="say"[^>]*) hidden>', r"\1>", route.fetch().text())
        route.fulfill(body=html, content_type="text/html")

    page.route("**/comment/", shown)


def test_a_comment_that_was_begun_before_is_kept(site: Site, own_page: Page) -> None:
    a_form_that_shows(own_page)
    address = f"{site.origin}/ru/{site.standard('open', 'closing')}comment/"
    with held_back(own_page, "comment.js", address):
        own_page.locator("form.say [name=text]").fill("Срок велик.")
        own_page.locator("form.say [name=clause]").select_option(index=3)
        own_page.locator("form.say [name=kind]").first.check()
        own_page.locator("form.say [name='author.name']").fill("Айгүл")
        clause = own_page.locator("form.say [name=clause]").input_value()
    expect(own_page.locator(".send pre")).to_contain_text("Срок велик.")
    expect(own_page.locator(".send pre")).to_contain_text("Айгүл")
    expect(own_page.locator("form.say [name=clause]")).to_have_value(clause)
    expect(own_page.locator("form.say [name=kind]").first).to_be_checked()
    own_page.reload()
    expect(own_page.locator("form.say [name=text]")).to_have_value("Срок велик.")
    with held_back(own_page, "comment.js", address):
        own_page.locator("form.say [name=text]").fill("Другое.")
    expect(own_page.locator(".send pre")).to_contain_text("Другое.")
    expect(own_page.locator(".remarks li")).to_contain_text("Срок велик.")


@pytest.mark.parametrize(("hash_", "clause"), [("", "whole"), ("#on-term", "term")])
def test_words_that_came_before_are_about_what_the_address_names(
    site: Site, own_page: Page, hash_: str, clause: str
) -> None:
    """Nobody has chosen a clause yet: the words stay in their field, about that one."""
    a_form_that_shows(own_page)
    address = f"{site.origin}/ru/{site.standard('open', 'closing')}comment/{hash_}"
    with held_back(own_page, "comment.js", address):
        expect(own_page.locator("form.say [name=clause]")).to_have_value("")
        own_page.locator("form.say [name=text]").fill("Срок велик.")
    expect(own_page.locator("form.say [name=clause]")).to_have_value(clause)
    expect(own_page.locator("form.say [name=text]")).to_have_value("Срок велик.")
    expect(own_page.locator(".send pre")).to_contain_text("Срок велик.")
    expect(own_page.locator(".remarks li")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?q=права"])
def test_a_query_that_was_typed_before_is_answered(site: Site, own_page: Page, query: str) -> None:
    with held_back(own_page, "search-all.js", site.address("search", "ru") + query):
        own_page.locator("#query").fill("садик")
    expect(own_page.locator(".results a.found").first).to_have_text("Очередь в детский сад")
    expect(own_page.locator("#query")).to_have_value("садик")


def test_who_comes_back_to_a_query_finds_what_it_found(site: Site, own_page: Page) -> None:
    own_page.goto(site.address("search", "ru"))
    own_page.locator("#query").fill("садик")
    own_page.locator(".results a.found").first.click()
    own_page.wait_for_url("**/s/kindergarten-queue/")
    own_page.go_back()
    expect(own_page.locator("#query")).to_have_value("садик")
    expect(own_page.locator(".results a.found").first).to_have_text("Очередь в детский сад")


def test_a_receipt_that_was_brought_before_is_read(site: Site, own_page: Page) -> None:
    address = f"{site.origin}/ru/verify/"
    with held_back(own_page, "verify.js", address):
        assert own_page.locator("form.check button").is_disabled()
        own_page.locator("#file").set_input_files(
            {"name": "r.txt", "mimeType": "text/plain", "buffer": b"TALQY1:?"}
        )
    expect(own_page.locator(VERDICT).first).to_be_visible()
    with held_back(own_page, "verify.js", f"{address}#TALQY1:other"):
        own_page.locator("#receipt").fill("TALQY1:mine")
    expect(own_page.locator("form.check button")).to_be_enabled()
    expect(own_page.locator("#receipt")).to_have_value("TALQY1:mine")


@pytest.mark.parametrize(
    ("script", "path", "form"),
    [
        ("register.js", "standards/", ".filters"),
        ("comments.js", "{}comments/", "form.narrowed"),
    ],
)
def test_filters_are_not_there_before_their_script(
    site: Site, own_page: Page, script: str, path: str, form: str
) -> None:
    address = f"{site.origin}/ru/{path.format(site.standard('open', 'closing'))}"
    with held_back(own_page, script, address):
        expect(own_page.locator(form)).to_have_attribute("hidden", "")
    expect(own_page.locator(form)).not_to_have_attribute("hidden", "")


def test_who_comes_back_to_the_register_finds_what_its_filters_show(
    site: Site, own_page: Page
) -> None:
    rows = own_page.locator(".rows li")
    own_page.goto(f"{site.origin}/ru/standards/")
    everything = rows.count()
    own_page.locator("[name=stage]").select_option("open")
    expect(rows).not_to_have_count(everything)
    count = rows.count()
    rows.first.locator("a").click()
    own_page.wait_for_url("**/s/**")
    own_page.go_back()
    expect(own_page.locator("[name=stage]")).to_have_value("open")
    expect(rows).to_have_count(count)
