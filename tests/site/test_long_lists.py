"""Lists of very many comments: every page stays small, and every comment keeps its address."""

import re
from dataclasses import replace
from functools import cache

import pytest

import builders as b
from cases import a_case, a_record
from discussed import a_discussed_record, decided, heard
from held_words import held
from sites import ROOT
from talqy.language.edition import editions
from talqy.model import addresses
from talqy.site.pages import comments, report
from talqy.site.pages.comment_filters import ON_A_PAGE
from talqy.site.site import DEPTHS

MANY, CLAUSES = 420, ("term", "documents", "whole")
MOST = 300_000
TALK = b.a_consultation("2026-06-02", "2026-06-19", report=b.a_report("2026-06-30"))
LIST = addresses.comments(b.STANDARD)
OWN = addresses.comment(b.STANDARD, "").rstrip("/") + "/"


def name_of(number: int) -> str:
    """Return the id of a comment by its number."""
    return f"{number:010d}"


@cache
def made(words: int) -> dict[str, str]:
    """Return the pages of a discussion of so many comments, of so many letters each, in Russian."""
    said, answers = [], []
    for number in range(MANY):
        name, clause, text = name_of(number), CLAUSES[number % 3], "ә" * words
        day, language = "2026-11-16", "ru" if number % 2 else "kk"
        said.append(b.a_comment(name, text=text, clause=clause, received=day, language=language))
        if number % 2:
            answers.append(b.a_response(name, reason=b.said("ө" * words)))
    digests = {one["id"]: f"sha256:{0:064d}" for one in said}
    record = replace(a_record(comments=said, responses=answers), digests=digests)
    case = a_case(record, today="2026-12-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    made = (*comments.pages(edition, record), *comments.own_pages(edition, record))
    return {page.at.path: page.content for page in made}


def shown(content: str) -> list[str]:
    return re.findall(r'<article class="comment[^>]* id="c-([^"]+)"', content)


@pytest.mark.parametrize("words", [40, 3_000])
def test_no_page_of_a_long_list_is_large_and_every_comment_stands_in_its_lists(words: int) -> None:
    every = {name_of(number) for number in range(MANY)}
    listed = {path: page for path, page in made(words).items() if path.startswith(LIST)}
    assert {path.removeprefix(OWN).strip("/") for path in made(words)} >= every
    for path, content in listed.items():
        assert len(content.encode()) < MOST, path
        assert len(shown(content)) <= ON_A_PAGE, path
    for sort in ("clause-term", "clause-documents", "clause-whole", "waiting", "noted"):
        pages = [page for path, page in listed.items() if path.startswith(f"{LIST}{sort}/")]
        seen = [one for page in pages for one in shown(page)]
        assert len(pages) > 1
        assert len(seen) == len(set(seen)) == MANY // (3 if "clause" in sort else 2)


def test_the_first_page_counts_all_and_leads_to_the_rest_clause_by_clause() -> None:
    first = made(40)[LIST]
    seen = shown(first)
    assert 0 < len(seen) <= ON_A_PAGE
    more = [int(count) for count in re.findall(r'class="more" href="[^"]*">и\s+еще\s+(\d+)', first)]
    assert len(seen) + sum(more) == MANY
    for clause in ("whole", "term", "documents"):
        assert f'id="r1-{clause}"' in first
        assert f'href="clause-{clause}/"' in first
    assert f">{MANY}<" in first


def test_a_page_of_a_filter_is_called_by_one_thing_and_names_the_others() -> None:
    """All that wait are in Kazakh, and no others are."""
    page = made(40)[f"{LIST}waiting/"]
    (title,) = re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert "Ожидает ответа" in title
    assert "азахский" not in title
    assert "«казахский» – те же комментарии." in held(re.sub(r"<[^>]+>", "", page))


def test_every_page_of_a_long_list_leads_to_all_others() -> None:
    pages = made(40)
    of = sorted(path for path in pages if path.startswith(f"{LIST}clause-term/"))
    assert len(of) == -(-(MANY // 3) // ON_A_PAGE)
    for path in of:
        block = pages[path].partition('<nav class="pages"')[2].partition("</nav>")[0]
        assert block.count("<a href=") == len(of) - 1
        assert block.count("aria-current") == 1


@cache
def report_pages(words: int) -> dict[str, str]:
    """Return the pages of a report on so many comments, of so many letters each, in Russian."""
    names = [name_of(number) for number in range(MANY)]
    often = words // 40 + 1
    said = [heard(name, text="Срок слишком долгий. " * often) for name in names]
    reason = b.said("Мерзім заңда белгіленген. " * often, "Срок установлен законом. " * often)
    answers = [decided(name, "rejected", reason=reason) for name in names]
    record = a_discussed_record(said, answers, consultation=TALK)
    digests = {one["id"]: f"sha256:{0:064d}" for one in said}
    case = a_case(replace(record, digests=digests))
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = edition.register.records
    return {page.at.path: page.content for page in report.pages(edition, record)}


@pytest.mark.parametrize("words", [40, 3_000])
def test_a_long_report_has_small_pages_each_row_once_and_its_reasons_lead_to_every_row(
    words: int,
) -> None:
    pages = report_pages(words)
    first = addresses.report(b.STANDARD, 1)
    assert list(pages) == [addresses.report(b.STANDARD, 1, n + 1) for n in range(len(pages))]
    assert len(pages) > MANY // ON_A_PAGE
    rows = {path: re.findall(r'<tr id="(n\d+)"', page) for path, page in pages.items()}
    listed = [row for part in rows.values() for row in part]
    assert listed == [f"n{number + 1}" for number in range(MANY)]
    for path, page in pages.items():
        assert len(page.encode()) < MOST, path
        assert page.count('<nav class="pages"') == 1, path
        assert ('id="_signature"' in page) is (path == first)
        assert re.findall(r'href="#(n\d+)"', page) == rows[path]


def test_there_is_a_shell_for_the_deepest_page() -> None:
    paths = [*made(40), *report_pages(40)]
    deepest = max(addresses.PagePath("ru", path).depth for path in paths)
    assert deepest in DEPTHS
    assert max(path.count("/") for path in paths) + 1 == deepest


def test_a_report_that_has_room_stands_on_one_page() -> None:
    few = [heard(name_of(1)), heard(name_of(2))]
    record = a_discussed_record(few, [decided(one["id"]) for one in few], consultation=TALK)
    case = a_case(record)
    edition = editions(ROOT, case.register, case.assessment)[1]
    (page,) = report.pages(edition, record)
    assert 'class="pages"' not in page.content
    assert 'id="_signature"' in page.content
