"""What a comment is about is chosen by its author: no form without a script chooses it unseen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from form_serving import ServedForm, form_served

pytestmark = pytest.mark.xdist_group("service-form")
WORDS = {
    "kk": "Мерзімді екі күнге дейін қысқартуды сұраймын, ауылда тұрамыз, жол алыс.",
    "ru": "Прошу сократить срок до двух дней: в селе живут далеко.",
}
ASKED = {"kk": "Пікір не туралы екенін таңдаңыз.", "ru": "Выберите, о чем комментарий."}
FIRST = {"kk": "Тізімнен таңдаңыз", "ru": "Выберите из списка"}
EACH_LANGUAGE = pytest.mark.parametrize("language", ["kk", "ru"])
SEND = "main [type=submit][name=consent]"
WITHOUT = pytest.mark.parametrize("page", [False], indirect=True, ids=["no script"])
EITHER = pytest.mark.parametrize("page", [True, False], indirect=True, ids=["script", "no script"])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedForm]:
    with form_served(tmp_path_factory.mktemp("service")) as form:
        yield form


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a phone, with a script where the test's parameter says so."""
    context = browser.new_context(
        java_script_enabled=request.param, viewport={"width": 375, "height": 667}
    )
    yield context.new_page()
    context.close()


def on_site(served: ServedForm, language: str, hash_: str = "") -> str:
    return f"{served.site}/{language}/s/birth-registration/comment/{hash_}"


def at_service(served: ServedForm, language: str, query: str = "") -> str:
    return f"{served.address}c/birth-registration/?language={language}{query}"


def write(page: Page, language: str) -> None:
    """Fill in all but what the comment is about."""
    page.locator("[name=kind][value=objection]").check()
    page.locator("[name=text]").fill(WORDS[language])
    page.locator("[name='author.name']").fill("Айгүл")


def clause(page: Page) -> Locator:
    return page.locator("form.say [name=clause]")


@WITHOUT
@EACH_LANGUAGE
@pytest.mark.parametrize("hash_", ["", "#on-term"])
def test_without_a_script_nothing_goes_before_it_is_chosen(
    page: Page, served: ServedForm, language: str, hash_: str
) -> None:
    page.goto(on_site(served, language, hash_))
    expect(clause(page)).to_have_value("")
    expect(clause(page).locator("option").first).to_have_text(FIRST[language])
    write(page, language)
    page.locator(SEND).click()
    expect(clause(page)).to_be_focused()
    assert page.url == on_site(served, language, hash_)
    clause(page).select_option("term")
    page.locator(SEND).click()
    page.wait_for_url(f"{served.address}**")
    expect(clause(page)).to_have_value("term")
    expect(page.locator("[name=text]")).to_have_value(WORDS[language])


@EITHER
@EACH_LANGUAGE
def test_the_service_asks_beside_the_field_and_keeps_all_else(
    page: Page, served: ServedForm, language: str
) -> None:
    """A browser that asks nothing itself, or another page, posts without it."""
    page.goto(on_site(served, language))
    write(page, language)
    served_form = page.locator("form.say")
    served_form.evaluate("form => { form.noValidate = true; }")
    clause(page).evaluate(
        "one => { one.replaceChildren(new Option('', '')); one.removeAttribute('required'); }"
    )
    page.locator(SEND).click()
    page.wait_for_url(f"{served.address}**")
    note = page.locator("#say-clause-note-1")
    expect(note).to_have_text(ASKED[language])
    expect(clause(page)).to_have_attribute("aria-describedby", "say-clause-note-1")
    expect(clause(page)).to_have_attribute("aria-invalid", "true")
    expect(clause(page)).to_have_value("")
    expect(page.locator("[name=text]")).to_have_value(WORDS[language])
    expect(page.locator("[name='author.name']")).to_have_value("Айгүл")
    expect(page.locator("[name=kind][value=objection]")).to_be_checked()
    clause(page).select_option("whole")
    served.waits(seconds=5)
    page.locator(SEND).click()
    expect(page.locator(".key output")).to_be_visible()


@EITHER
@EACH_LANGUAGE
def test_the_form_of_the_service_asks_for_it_too(
    page: Page, served: ServedForm, language: str
) -> None:
    before = served.stored
    page.goto(at_service(served, language))
    expect(clause(page)).to_have_value("")
    write(page, language)
    served.waits(seconds=5)
    page.locator(SEND).click()
    expect(clause(page)).to_be_focused()
    assert served.stored == before
    page.goto(at_service(served, language, "&clause=term"))
    expect(clause(page)).to_have_value("term")
    expect(page.locator("[name=language]")).to_have_value(language)


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
@EACH_LANGUAGE
def test_with_a_script_it_is_what_the_address_names_else_the_whole_draft(
    page: Page, served: ServedForm, language: str
) -> None:
    page.goto(on_site(served, language))
    expect(clause(page)).to_have_value("whole")
    expect(clause(page).locator("option[value='']")).to_have_count(0)
    page.goto("about:blank")
    page.goto(on_site(served, language, "#on-term"))
    expect(clause(page)).to_have_value("term")
    write(page, language)
    page.locator(SEND).click()
    page.wait_for_url(f"{served.address}**")
    expect(clause(page)).to_have_value("term")
