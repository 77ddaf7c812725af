"""The site that is unpacked from its archive: read, searched and checked from a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import builders as b
from talqy.model import addresses
from talqy.site.output import files_below
from talqy.site.without_server import opens_from_a_folder


@pytest.fixture(scope="module")
def folder(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demonstration as it lies on a stick."""
    folder = tmp_path_factory.mktemp("stick")
    for path, content in opens_from_a_folder(files_below(published / "site")):
        if not path.startswith(("kk/", "data/documents")):
            b.write(folder, path, content)
    return folder


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(offline=True)
    return context.new_page()


def test_one_goes_from_the_chooser_to_a_text(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator("a[href='ru/index.html']").first.click()
    page.locator("main a[href^='s/']").first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert page.url.endswith("/index.html")


def test_a_receipt_is_checked_and_titles_are_searched(folder: Path, page: Page) -> None:
    receipt = min((folder / "data/receipts" / b.STANDARD).glob("*.json"))
    page.goto((folder / "ru" / addresses.VERIFY / "index.html").as_uri())
    page.locator("#file").set_input_files(receipt)
    expect(page.locator("main")).to_contain_text("Подтверждение верно")
    page.goto(f"{(folder / 'ru' / addresses.SEARCH / 'index.html').as_uri()}?q=рождение")
    expect(page.locator("main")).to_contain_text("Страница открыта из папки")
    expect(page.locator("main a[href*='birth-registration']").first).to_be_visible()
