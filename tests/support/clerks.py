"""An official at the desk, in a browser: goes by links, fills in fields by their names, saves."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from desk_serving import desk_served

WIDE = {"width": 1280, "height": 900}
_TOLD = "main [role=status]"


@dataclass
class Clerk:
    """Somebody at the desk on a day, who knows the pages by what stands on them."""

    page: Page
    base: str
    language: str

    @property
    def main(self) -> Locator:
        """What a page has to say."""
        return self.page.locator("main")

    def opens(self, below: str) -> None:
        """Go to a page by its address."""
        self.page.goto(f"{self.base}/{self.language}/{below}")

    def goes_to(self, subject: str) -> None:
        """Go to a subject by the menu."""
        self.presses(self.page.locator(f".desk-menu a[href$='/{subject}/']"))

    def presses(self, it: Locator) -> None:
        """Press something that leads to another page, and wait for that page."""
        with self.page.expect_navigation():
            it.click()

    def found(self, named: str) -> Locator:
        """Find something on the page; unfold what hides it."""
        it = self.page.locator(named)
        folded = self.main.locator("details:not([open])").filter(has=it)
        while folded.count():
            folded.first.locator("summary").first.click()
        return self.main.locator(it).first

    def follows(self, end: str) -> None:
        """Follow the link of the page whose address ends so."""
        self.presses(self.found(f"a[href$='{end}']"))

    def fills(self, fields: Mapping[str, str]) -> None:
        """Fill in fields by their names."""
        for name, words in fields.items():
            field = self.found(f'[name="{name}"]')
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(words)
            else:
                field.fill(words)

    def ticks(self, name: str, value: str) -> None:
        """Tick a box, or choose a point, by its name and its value."""
        self.found(f'[name="{name}"][value="{value}"]').check()

    def takes(self, link: Locator, file: Path) -> Path:
        """Take a file along."""
        with self.page.expect_download() as found:
            link.click()
        found.value.save_as(file)
        return file

    def saves(self, button: str = "form button.button:not([name])") -> None:
        """Press the button of the page, and read that it was saved."""
        self.presses(self.main.locator(button).first)
        expect(self.page.locator(_TOLD).first).to_be_visible()

    def publishes(self, work: str) -> None:
        """Publish a work; say yes to what somebody has to look at."""
        self.opens(f"work/{work}/")
        self.follows("/publish/")
        for question in self.main.locator("form input[type=checkbox][required]").all():
            question.check()
        self.presses(self.main.locator("form[action$='/publish/'] button"))
        expect(self.page.locator(_TOLD).first).to_be_visible()


@contextmanager
def a_clerk(
    browser: Browser, bare: Path, day: str, language: str, *, script: bool = True
) -> Iterator[Clerk]:
    """Sit down at the desk on a day."""
    with desk_served(bare, day) as link:
        context = browser.new_context(java_script_enabled=script, viewport=WIDE)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(link)
        clerk = Clerk(page, link.partition("/open/")[0], language)
        clerk.opens("")
        yield clerk
        context.close()
