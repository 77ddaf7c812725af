"""What is not understood is not said to be missing; what is not here is not said to be found."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from browsing.kinds import Site

pytestmark = pytest.mark.xdist_group("search")
NO_SUCH = {"ru": "Такой услуги на этом сайте нет", "kk": "Бұл сайтта мұндай қызмет жоқ"}
UNCLEAR = {"ru": "Непонятно, о какой услуге вопрос", "kk": "сұрағыңыз қай қызмет туралы екені"}


def asked(site: Site, page: Page, language: str, query: str) -> str:
    page.goto(f"{site.address('search', language)}?q={quote(query)}")
    page.locator(".answer p").first.wait_for()
    return page.locator(".answer").inner_text().replace("\xa0", " ")


def state(page: Page) -> str | None:
    return page.locator(".search-page").get_attribute("data-state")


# A story or a question: who tells it is never told that there is no such service.
STORIES = [
    ("kk", "құлағым естімейді, ым тілінде түсіндіріп беретін біреу бар ма"),
    ("ru", "можно ли зарегистрировать ребенка если прошла уже неделя после родов"),
    ("ru", "ЦОН работает в субботу?"),
    ("ru", "нечем платить за свет и воду, поможет ли государство"),
    ("kk", "шофер куәлігін айырбастау баға"),
    ("ru", "в загсе отказались регистрировать что делать"),
    ("kk", "шетелдік оқушыға мектептен анықтама керек пе"),
    ("kk", "пәтерді жалға алып тұрамын көмек бере ме"),
    ("ru", "сосед затопил меня ночью и ничего не хочет слушать"),
]


@pytest.mark.parametrize(("language", "query"), STORIES)
def test_a_story_is_not_told_to_be_a_service_that_is_missing(
    site: Site, page: Page, language: str, query: str
) -> None:
    assert NO_SUCH[language] not in asked(site, page, language, query)
    assert state(page) not in {"absent", "nothing", "comments"}


@pytest.mark.parametrize(
    ("language", "query", "clause"),
    [
        ("kk", "құлағым ауырады, кім көмектеседі маған осы жерде", "sign-language"),
        ("kk", "пәтерді жалға алып тұрамын көмек бере ме", "docs-expenses"),
    ],
)
def test_what_is_not_understood_says_so_and_has_the_nearest_as_links_alone(
    site: Site, page: Page, language: str, query: str, clause: str
) -> None:
    said = asked(site, page, language, query)
    assert state(page) == "unsure"
    assert UNCLEAR[language] in said
    assert query in said
    links = page.locator(".mentioned a")
    hrefs = links.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert any(href.endswith(f"#{clause}") for href in hrefs)
    assert page.locator(".results .piece").count() == 0
    assert page.locator(".results a.found").count() == 0
    assert page.locator(".titles a").first.is_visible()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_where_nothing_is_near_all_standards_stand_below(
    site: Site, page: Page, language: str
) -> None:
    query = "сосед затопил меня ночью и ничего не хочет слушать"
    assert UNCLEAR[language] in asked(site, page, language, query)
    assert page.locator(".mentioned").count() == 0
    assert page.locator(".titles a").first.is_visible()


# What is asked of who does it, where, and for whom: the kinds of clauses that answer.
WHO_AND_WHERE = [
    ("kk", "мүгедектікке ақшаны кім тағайындайды", "provider"),
    ("kk", "жәрдемақыны қай мекеме береді", "provider"),
    ("ru", "кто выдает водительские", "provider"),
    ("ru", "кто кроме меня может получить справку о моей судимости", "recipients"),
    ("ru", "ребенок родился где брать метрику", "channels"),
    ("ru", "где подать на загранпаспорт", "channels"),
    ("ru", "в какой орган обращаться за рвп", "provider"),
    ("kk", "балабақшаға құжатты қайда тапсырамыз", "channels"),
    ("kk", "үй көмегін қайдан сұраймыз", "channels"),
    ("ru", "нужна бумажка что не сидел, где ее делают", "channels"),
    ("kk", "соттылық туралы анықтаманы басқа адам ала ала ма", "docs-representative"),
    ("ru", "справку о судимости по доверенности", "docs-representative"),
]


@pytest.mark.parametrize(("language", "query", "clause"), WHO_AND_WHERE)
def test_who_and_where_lead_to_providers_ways_and_representatives(
    site: Site, page: Page, language: str, query: str, clause: str
) -> None:
    asked(site, page, language, query)
    page.locator(".results li li a").first.wait_for()
    links = page.locator(".results > ol > li").first.locator("li a")
    hrefs = links.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert any(href.endswith(f"#{clause}") for href in hrefs), hrefs


# Near a service that is here, and another one: what is first said of it is that it is not this one.
OTHERS = [
    ("ru", "лицензия на детский сад"),
    ("kk", "балабақша лицензиясы"),
    ("ru", "снятие судимости"),
    ("kk", "бала туғанда жәрдемақы"),
    ("kk", "бала құқығы"),
    ("ru", "паспорт транспортного средства"),
    ("ru", "удостоверение многодетной матери"),
]


@pytest.mark.parametrize(("language", "query"), OTHERS)
def test_a_service_that_is_near_is_not_the_one_that_is_found(
    site: Site, page: Page, language: str, query: str
) -> None:
    asked(site, page, language, query)
    assert state(page) in {"near", "within", "absent", "nothing", "unsure"}


def test_a_certificate_of_disability_is_no_certificate_of_no_record(site: Site, page: Page) -> None:
    asked(site, page, "ru", "справка об инвалидности")
    first = page.locator(".results a").first.get_attribute("href") or ""
    assert "criminal-record" not in first


# A service that is not here, by words that are: the registrar is here for births alone.
NOT_HERE = [
    ("ru", "расписаться в загсе, подать заявление на свадьбу"),
    ("ru", "загс свидетельство о смерти отца"),
    ("ru", "развод через загс если есть ребенок"),
    ("kk", "загсқа неке қиюға арыз беру"),
    ("kk", "күйеуіммен ажырасу загс арқылы"),
]


@pytest.mark.parametrize(("language", "query"), NOT_HERE)
def test_a_service_that_is_not_here_is_said_not_to_be_whoever_else_is_named(
    site: Site, page: Page, language: str, query: str
) -> None:
    assert NO_SUCH[language] in asked(site, page, language, query)
    assert page.locator(".results .piece").count() == 0


def test_a_guess_at_what_other_services_are_called_by_is_no_name(site: Site, page: Page) -> None:
    said = asked(site, page, "ru", "прописать мужа в квартиру по месту жительства")
    assert NO_SUCH["ru"] in said
    assert state(page) == "near"


def test_what_has_been_done_tells_a_case_of_what_is_asked_for(site: Site, page: Page) -> None:
    asked(site, page, "ru", "мы расписались, поменять удостоверение")
    assert state(page) == "found"
    href = page.locator(".results li li a").first.get_attribute("href") or ""
    assert href.endswith("#docs-replacement")
