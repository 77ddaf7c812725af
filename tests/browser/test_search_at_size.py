"""Search in comments that are too many for one file: the parts that answer are asked for."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, Route

from browsing.kinds import Site
from index_reading import plain
from sites import ROOT
from talqy.language.edition import editions
from talqy.law.publication import public_part
from talqy.project.survey import survey
from talqy.search import index

pytestmark = pytest.mark.xdist_group("search")

PART = 1_250
MOST_PARTS = 3


def name_in_index(url: str) -> str:
    """Return what the index calls a file that a page of search asks for."""
    below = urlsplit(url).path.partition("/search/")[2]
    return below if below.startswith(index.PHRASES) else below.partition("/")[2]


@pytest.fixture(scope="module")
def cut(site: Site) -> Mapping[str, bytes]:
    """Make the Russian index of the demonstration as if files had little room."""
    del site  # what it says is what is built
    register, assessment = survey(ROOT, None).known
    edition = editions(ROOT, public_part(register, assessment), assessment)[1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "PART", PART)
        return dict(index.index_files(edition, ()))


def test_a_comment_is_found_in_the_part_in_which_it_stands(
    site: Site, page: Page, cut: Mapping[str, bytes]
) -> None:
    """By its number, its author and its own words; and few parts are loaded."""
    parts = (name for name in cut if name.startswith("k/") and name.count("/") > 1)
    shared = next(name for name in parts if name.endswith("/7.txt") and "/w/" not in name)
    below = shared.rpartition("/")[0]
    rows = {
        number: plain(file)
        for name, file in cut.items()
        if name.startswith(f"{below}/") and "/w/" not in name
        for number in [name.rpartition("/")[2]]
    }
    assert len(rows) > 2 * MOST_PARTS
    read: list[str] = []

    def own(route: Route) -> None:
        name = name_in_index(route.request.url)
        read.append(name)
        route.fulfill(body=cut[name]) if name in cut else route.fulfill(status=404)

    page.route("**/ru/search/*/**", own)
    for part in rows.values():
        anchor, _, text, *_ = part[-1]
        longest = sorted(text.split(), key=len)[-3:]
        for query in (anchor.removeprefix("c-"), " ".join(longest)):
            read.clear()
            page.goto(f"{site.address('search', 'ru')}?q={quote(query)}&in=comments")
            page.locator(f".results a[href$='{anchor.removeprefix('c-')}/']").first.wait_for()
            of_one = [name for name in read if name.startswith(f"{below}/") and "/w/" not in name]
            assert len(of_one) <= MOST_PARTS


NAMED = {
    "kindergarten-queue": {"kk": "Үй итін тіркеу", "ru": "Регистрация домашней собаки"},
    "housing-assistance": {
        "kk": "Пәтерді қайта жоспарлауға рұқсаттың қолданылуын тоқтату",
        "ru": "Прекращение действия разрешения на перепланировку квартиры",
    },
    "passport-identity-card": {
        "kk": "Егілген екпелер туралы анықтама беру",
        "ru": "Выдача справки о сделанных прививках",
    },
}
ALSO = {"passport-identity-card": {"kk": ["екпе паспорты"], "ru": ["паспорт прививок"]}}


@pytest.fixture(scope="module")
def untitled(site: Site) -> Mapping[str, Mapping[str, bytes]]:
    """Make the indexes of standards that have titles alone, of services that few sites have."""
    del site
    register, assessment = survey(ROOT, None).known
    public = public_part(register, assessment)
    records = [
        replace(
            record,
            standard=record.standard.model_copy(
                update={
                    "title": NAMED[record.id],
                    "short_title": None,
                    "also": ALSO.get(record.id),
                }
            ),
        )
        for record in public.records
        if record.id in NAMED
    ]
    made = replace(public, records=tuple(records))
    return {one.code: dict(index.index_files(one, ())) for one in editions(ROOT, made, assessment)}


FOUND = [
    ("kk", "итті тіркеу", "found", "kindergarten-queue"),
    ("ru", "перепланировка квартиры сколько стоит", "found", "housing-assistance"),
    ("ru", "прекратить разрешение на перепланировку", "found", "housing-assistance"),
    ("ru", "паспорт прививок", "found", "passport-identity-card"),
    ("ru", "паспорт получить", "near", "passport-identity-card"),
    ("kk", "паспорт алу", "near", "passport-identity-card"),
]


@pytest.mark.parametrize("asked_for", FOUND)
def test_a_title_names_a_standard_that_has_no_short_one(
    site: Site,
    page: Page,
    untitled: Mapping[str, Mapping[str, bytes]],
    asked_for: tuple[str, str, str, str],
) -> None:
    """By words of other services, too; and a part of an everyday name is not yet that name."""
    language, query, state, first = asked_for
    files = untitled[language]

    def own(route: Route) -> None:
        name = name_in_index(route.request.url)
        route.fulfill(body=files[name]) if name in files else route.fulfill(status=404)

    page.route(f"**/{language}/search/*/**", own)
    page.goto(f"{site.address('search', language)}?q={quote(query)}")
    page.locator(".answer p").first.wait_for()
    assert page.locator(".search-page").get_attribute("data-state") == state
    href = page.locator(".results a.found").first.get_attribute("href") or ""
    assert f"s/{first}/" in href
