"""Search by sentences, as people tell their case: which clause answers, and what is said first."""

import gzip
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from browsing.kinds import LANGUAGES, Site
from searching import SCRIPT, SENTENCES, Answer, asked, queries

pytestmark = pytest.mark.xdist_group("search")

MOST_BYTES = 38 * 1024
MOST_WITH_PAGE = 40 * 1024
LEAST_FIRST, LEAST_CLAUSES, LEAST_HONEST, MOST_DENIED = 0.95, 0.9, 0.9, 0.03


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 375, "height": 667})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def answers(site: Site, window: Page) -> list[Answer]:
    """Ask all sentences; what they load is counted with the scripts."""
    scripts = len(gzip.compress((site.folder / SCRIPT).read_bytes(), 9))
    made = []
    for language in LANGUAGES:
        window.goto(site.address("search", language))
        folder = window.locator(".search-page").get_attribute("data-index") or ""
        files = (site.folder / language / "search" / folder).resolve()
        judged = queries(language, SENTENCES)
        made += asked(window, folder, files, site.folder / "assets", judged)
    return [replace(one, size=one.size + scripts) for one in made]


def missed(answers: list[Answer], good: list[bool]) -> list[str]:
    return [
        str(one.query["query"]) for one, is_good in zip(answers, good, strict=True) if not is_good
    ]


def test_the_right_standard_and_its_clause_are_found(answers: list[Answer]) -> None:
    real = [one for one in answers if one.is_real]
    wrong = missed(real, [one.is_first for one in real])
    assert len(wrong) <= len(real) * (1 - LEAST_FIRST), wrong
    about = [one for one in real if one.query["clauses"]]
    wrong = missed(about, [one.is_placed for one in about])
    assert len(wrong) <= len(about) * (1 - LEAST_CLAUSES), wrong


def test_a_first_sentence_is_light(site: Site, answers: list[Answer]) -> None:
    sizes = sorted(one.size for one in answers)
    assert sizes[len(sizes) * 9 // 10] <= MOST_BYTES
    pages = (site.folder / language / "search" / "index.html" for language in LANGUAGES)
    page = max(len(gzip.compress(it.read_bytes(), 9)) for it in pages)
    assert sizes[len(sizes) * 9 // 10] + page <= MOST_WITH_PAGE


def test_the_figure_of_the_case_is_shown(answers: list[Answer]) -> None:
    figures = [one for one in answers if "shows" in one.query]
    wrong = missed(figures, [one.is_shown for one in figures])
    assert len(wrong) <= len(figures) * (1 - LEAST_CLAUSES), wrong


def test_a_sentence_is_neither_denied_nor_answered_without_an_answer(answers: list[Answer]) -> None:
    real = [one for one in answers if one.is_real]
    wrong = missed(real, [not one.is_denied for one in real])
    assert len(wrong) <= len(real) * MOST_DENIED, wrong
    none = [one for one in answers if not one.is_real]
    wrong = missed(none, [one.is_honest for one in none])
    assert len(wrong) <= len(none) * (1 - LEAST_HONEST), wrong


# What is asked beside the name of a service, and the clause that stands first.
FIRST = {
    ("ru", "через сколько отвечают на жалобу по водительским"): "complaints",
    ("kk", "рвп қанша уақытқа беріледі"): "result",
    ("kk", "баланы садикке кезекке калай коямын"): "channels",
    ("kk", "16-ға толдым, жеке куәлік алсам"): "docs-first-card",
    ("ru", "номер в очереди в садик вырос почему"): "queue-number",
    ("kk", "балаға паспорт жасату неше теңге"): "fee",
    # The paper is of another service's kind; what it is for names the service.
    ("ru", "справка от врача на права сколько действует"): "medical",
    ("kk", "дәрігердің анықтамасы праваға қанша уақыт жарайды"): "medical",
    ("ru", "свидетельство о рождении для садика нужно?"): "docs-all",
    ("kk", "туу туралы куәлік садикке керек пе"): "docs-all",
    # What the person has to keep, not the authority.
    ("kk", "жолдама алдым, қанша күнде бару керек"): "result",
    ("ru", "получили направление в садик за сколько дней надо прийти"): "result",
    ("kk", "бала туды, неше күнде тіркетуім керек"): "general",
    (
        "kk",
        "сотталмағаны туралы анықтамаға келісімді неше сағатта беруім керек",
    ): "docs-third-party",
    # What the person brings, and not what the state takes from its systems.
    ("ru", "какие бумаги нужны для пособия по инвалидности"): "docs-applicant",
    ("kk", "мүгедектікке жәрдемақыға қандай қағаздар керек"): "docs-applicant",
    ("ru", "что нести на жилищную помощь"): "docs-expenses",
    ("kk", "тұрғын үй көмегіне қандай құжаттар"): "docs-expenses",
    # The same words of time, and the authority does it.
    ("ru", "подать на паспорт сколько дней ждать"): "term",
    ("kk", "садикке өтініш бердім, қанша күн күту керек"): "term",
}


@pytest.mark.parametrize(("language", "query"), FIRST)
def test_the_clause_that_is_asked_for_stands_first(
    site: Site, page: Page, language: str, query: str
) -> None:
    page.goto(f"{site.address('search', language)}?q={query}")
    page.locator(".results li li a").first.wait_for()
    href = page.locator(".results li li a").first.get_attribute("href") or ""
    assert href.endswith(f"#{FIRST[language, query]}")


# What is told of a query beside the name of its standard: a thing that is lacking («скидка»),
# and no verb or pronoun.
TOLD = {
    ("ru", "работодатель просит справку о несудимости можно он сам возьмет"): "",
    ("kk", "правам бітіп қалды онлайн ауыстырамын"): "",
    ("ru", "пенсионер скидка на коммуналку"): "«скидка»",
    ("kk", "паспортымды жоғалтып алдым штраф бар ма"): "«штраф»",
}
LACKS = {"ru": "нет", "kk": "кездеспейді."}


@pytest.mark.parametrize(("language", "query"), TOLD)
def test_only_words_that_matter_are_told_as_missing(
    site: Site, page: Page, language: str, query: str
) -> None:
    page.goto(f"{site.address('search', language)}?q={query}")
    page.locator(".answer p").first.wait_for()
    said = page.locator(".answer").inner_text()
    assert (LACKS[language] in said.split()) == bool(TOLD[language, query])
    assert TOLD[language, query] in said
