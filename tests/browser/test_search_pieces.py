"""What search shows of a text beside words that are not in it; and pieces of a comment's number."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from browsing.kinds import Site

pytestmark = pytest.mark.xdist_group("search")


def asked(site: Site, page: Page, language: str, query: str) -> str | None:
    page.goto(f"{site.address('search', language)}?q={query}")
    page.wait_for_function("document.querySelector('.search-page').dataset.answered")
    page.locator(".answer p").first.wait_for()
    return page.locator(".search-page").get_attribute("data-state")


def pieces(page: Page) -> str:
    return " ".join(page.locator(".results .piece").all_inner_texts()).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "query", "figure"),
    [
        ("kk", "балабақшаға путевка неше күнге дейін жарамды", "5 (бес) жұмыс күні"),
        ("kk", "роддомнан кеше шықтық баланы неше кунде тиркетуим керек", "3 (үш) жұмыс күні"),
        ("ru", "права просрочились год назад что делать", "3 (трех) рабочих дней"),
        ("ru", "лишен прав по суду дадут ли новые", "решения суда о лишении"),
        ("ru", "акимат отказал в записи ребенка куда жаловаться", "5 (пяти) рабочих дней"),
    ],
)
def test_a_word_that_is_not_in_the_text_takes_no_figure_from_the_answer(
    site: Site, page: Page, language: str, query: str, figure: str
) -> None:
    asked(site, page, language, query)
    assert figure in pieces(page)


@pytest.mark.parametrize("query", ["паспорт на верблюда сколько стоит", "паспорт на верблюда"])
def test_of_another_thing_by_the_name_of_this_one_no_fee_is_told(
    site: Site, page: Page, query: str
) -> None:
    assert asked(site, page, "ru", query) == "near"
    assert pieces(page) == ""


@pytest.mark.parametrize("word", ["назад", "новые"])
def test_words_that_carry_nothing_are_not_told_to_be_missing(
    site: Site, page: Page, word: str
) -> None:
    asked(site, page, "ru", f"права просрочились {word}")
    assert word not in page.locator(".answer").inner_text().partition("»")[2]


def test_an_item_of_a_list_is_shown_with_what_leads_into_it(site: Site, page: Page) -> None:
    asked(site, page, "kk", "жеке куәлік жоғалттым, бірінші рет")
    assert "тегін беріледі: 1) алғаш рет алынғанда" in pieces(page)


@pytest.mark.parametrize(
    ("language", "query"), [("kk", "jd1x06"), ("ru", "JD1X06"), ("ru", "1x06rav")]
)
def test_a_piece_of_a_number_finds_its_comment(
    site: Site, page: Page, language: str, query: str
) -> None:
    assert asked(site, page, language, query) == "comments"
    links = page.locator(".results li li a")
    assert links.count() == 1
    assert (links.first.get_attribute("href") or "").endswith("/c/jd1x06ravz/")


def test_a_piece_that_no_number_has_is_said_to_have_none(site: Site, page: Page) -> None:
    assert asked(site, page, "ru", "zz1x06") == "nothing"
    assert "zz1x06" in page.locator(".answer").inner_text()


def test_the_sign_of_a_number_asks_for_comments(site: Site, page: Page) -> None:
    assert asked(site, page, "ru", "№ 5") == "comments"
    assert "№ 5" in page.locator(".results li li a").first.inner_text().replace("\xa0", " ")


# A sentence with words that no standard has: whether one is an author's is told by the files of
# those alone. Of phrases there is a file a word at most, and a few for what words stand for.
UNKNOWN = "муж гражданин россии хочет жить с нами документы на рвп"
MOST_FILES_OF_COMMENTS, MOST_FILES_OF_PHRASES = 4, len(UNKNOWN.split()) + 3


def test_a_sentence_loads_few_files_of_comments_and_of_phrases(site: Site, page: Page) -> None:
    read: list[str] = []
    page.on("request", lambda request: read.append(urlsplit(request.url).path))
    assert asked(site, page, "ru", UNKNOWN) == "partly"
    page.locator(".results > p a[href*='in=comments']").wait_for()
    assert 0 < sum("/c/" in path for path in read) <= MOST_FILES_OF_COMMENTS
    assert 0 < sum("/r/" in path for path in read) <= MOST_FILES_OF_PHRASES
