"""A page that was made long ago says so itself, by the clock of who reads it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

import builders as b
from browsing.kinds import LANGUAGES, Site
from browsing.serving import served
from held_words import held
from sites import built, small

STANDARD = "s/birth-registration/"
PAGES = ("", STANDARD, f"{STANDARD}comment/")
LEFT = {"kk": "5~жұмыс күні қалды", "ru": "осталось 5~рабочих дней"}
PAST = {
    "kk": "Соңғы күні: 2026~жылғы~27~қараша. Бұл бет жасалған күн: 2026~жылғы~20~қараша.",
    "ru": "Последним днем было 27~ноября~2026~года. Эта страница сделана 20~ноября~2026~года.",
}
LONG_AGO = {
    "kk": "болуы мүмкін. Содан кейінгісі мұнда жоқ. 2026~жылғы~20~қарашадағы жағдай бойынша",
    "ru": "могли истечь. Того, что было после, на нем нет. По состоянию на 20~ноября~2026~года",
}
# 23:59 of a day in Almaty, and a minute later: the clock of the reader may stand anywhere.
LAST_MINUTE, NEXT_DAY = "2026-11-27T18:59:00Z", "2026-11-27T19:00:00Z"


@pytest.fixture(scope="module")
def left_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a small site that was made on a day and never again."""
    settings = {key: value for key, value in b.a_project().items() if key != "today"}
    project = small(tmp_path_factory.mktemp("left-alone") / "project", project=settings)
    with served(built(project, "--today", "2026-11-20")) as site:
        yield site


def _seen(page: Page, words: str) -> list[bool]:
    return [one.is_visible() for one in page.locator("main, aside").get_by_text(held(words)).all()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", PAGES)
def test_days_are_left_until_the_last_one_is_over(
    left_alone: Site, own_page: Page, at: str, language: str
) -> None:
    for now, is_over in ((LAST_MINUTE, False), (NEXT_DAY, True)):
        own_page.clock.set_fixed_time(now)
        own_page.goto(f"{left_alone.origin}/{language}/{at}")
        left, past = _seen(own_page, LEFT[language]), _seen(own_page, PAST[language])
        assert (any(left), all(left)) == (not is_over, not is_over)
        assert past == [is_over]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", ["", "how-it-works/", f"{STANDARD}history/"])
def test_a_site_says_that_it_was_not_made_for_days(
    left_alone: Site, own_page: Page, at: str, language: str
) -> None:
    for now, is_stale in (("2026-11-23T18:59:00Z", False), ("2026-11-23T19:00:00Z", True)):
        own_page.clock.set_fixed_time(now)
        own_page.goto(f"{left_alone.origin}/{language}/{at}")
        assert _seen(own_page, LONG_AGO[language]) == [True] * is_stale


@pytest.mark.parametrize("at", PAGES)
def test_a_site_of_a_day_of_its_own_choice_says_nothing(
    site: Site, own_page: Page, at: str
) -> None:
    own_page.clock.set_fixed_time("2026-12-30T06:00:00Z")
    own_page.goto(f"{site.origin}/ru/{at}")
    assert own_page.locator(".days").first.is_visible()
    assert own_page.locator("[data-from], [data-until]").count() == 0
    assert own_page.locator("#_long-ago").is_hidden()


def test_without_a_script_the_day_of_the_page_stands_beside_the_days(
    left_alone: Site, plain_page: Page
) -> None:
    for at in PAGES[1:]:
        plain_page.goto(f"{left_alone.origin}/ru/{at}")
        as_of = held("осталось 5~рабочих дней (по состоянию на 20~ноября~2026~года)")
        assert as_of in " ".join(plain_page.locator(".banner").inner_text().split("\n"))
