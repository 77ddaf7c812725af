"""The register: rows of all standards, fifty a page, and a page behind each filter."""

import json
from dataclasses import replace
from typing import Any
from unittest.mock import Mock

import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.language.edition import Edition, editions
from talqy.site.pages import authorities, data, home
from talqy.site.pages.register import FILTERS, ON_A_PAGE, pages, rows_files
from talqy.site.pages.standard_parts import card

NAMES = [f"standard-{n:04}" for n in range(120)]


def edition(count: int) -> Edition:
    """Return a register of as many standards, in Russian."""
    record = a_record()
    standards = [
        replace(record, standard=record.standard.model_copy(update={"id": name}))
        for name in NAMES[:count]
    ]
    case = a_case(*standards)
    return editions(ROOT, case.register, case.assessment)[1]


def test_every_standard_stands_once_in_the_register_and_once_behind_each_kind_of_filter() -> None:
    made = list(pages(edition(120)))
    lists: dict[str, list[str]] = {}
    for page in made:
        kind = page.at.path.removeprefix("standards/").split("/")[0]
        here = [name for name in NAMES if f'{name}/"' in page.content]
        assert len(here) <= ON_A_PAGE
        lists.setdefault(kind if kind in FILTERS else "", []).extend(here)
    assert set(lists) == {"", *FILTERS}
    for kind, found in lists.items():
        assert sorted(found) == NAMES, kind
    assert len({page.at.path for page in made}) == len(made) == 4 * 3


def test_each_filter_counts_what_is_behind_it() -> None:
    first = next(pages(edition(3)))
    assert first.content.count('<span class="meta">3</span>') == 3


def rows_of(shown: Edition) -> list[list[Any]]:
    ((_, file),) = rows_files(shown)
    rows: list[list[Any]] = json.loads(file)["rows"]
    return rows


def test_a_row_says_in_one_line_what_a_draft_changes() -> None:
    base = b.an_adopted_revision(1)
    gist = b.said("Құжат азаяды.", "Документов меньше.")
    shown = {"draft": [base, b.a_revision(2, gist=gist)], "held": [base]}
    case = a_case(*(a_record(*texts, standard=b.a_standard(name)) for name, texts in shown.items()))
    page = next(pages(editions(ROOT, case.register, case.assessment)[1])).content
    assert page.count('class="changes">') == 1 + 1  # a row, and the one that the script copies
    assert '<span class="changes">Документов меньше.</span>' in page
    rows = rows_of(editions(ROOT, case.register, case.assessment)[1])
    assert sorted(changes for *_, changes, _ in rows) == ["", "Документов меньше."]


def test_the_rows_of_the_script_are_those_of_the_pages() -> None:
    shown = edition(60)
    assert sorted(name for name, *_ in rows_of(shown)) == NAMES[:60]


def test_a_discussion_that_closes_soon_is_found_among_the_open_ones() -> None:
    closing = b.a_revision(consultation=b.a_consultation("2026-11-02", b.TODAY))
    opened = b.a_revision(consultation=b.a_consultation("2026-11-02", "2026-12-15"))
    shown = {"closes": closing, "goes-on": opened}
    case = a_case(*(a_record(text, standard=b.a_standard(name)) for name, text in shown.items()))
    made = editions(ROOT, case.register, case.assessment)[1]
    listed = {page.at.path: page.content for page in pages(made)}
    found = {
        stage: [name for name in shown if f"s/{name}/" in listed[f"standards/stage/{stage}/"]]
        for stage in ("open", "closing")
    }
    assert found == {"open": ["closes", "goes-on"], "closing": ["closes"]}
    ((_, file),) = rows_files(made)
    assert json.loads(file)["within"] == {"closing": "open"}


# --- other pages with very many standards ---------------------------------------------------------


def cards(content: str) -> int:
    return content.count('<article class="card')


def test_an_authority_with_very_many_standards_shows_a_few_and_leads_to_all() -> None:
    few, many = (next(authorities.pages(edition(count))).content for count in (12, 120))
    assert (cards(few), cards(many)) == (12, 12)
    assert "standards/authority/" not in few
    assert "standards/authority/" in many


def test_the_first_page_shows_six_at_a_stage_and_leads_to_all() -> None:
    (page,) = home.pages(edition(120))
    assert cards(page.content) == 6
    assert "standards/stage/open/" in page.content


@pytest.mark.parametrize(("count", "shown"), [(6, 6), (7, 3)])
def test_of_many_that_wait_the_first_page_shows_three(count: int, shown: int) -> None:
    """What can be commented on stands above them; how to take part does not stand far below."""
    text = b.a_revision(consultation=b.a_consultation("2026-12-01", "2026-12-15"))
    planned = a_record(text)
    names = [planned.standard.model_copy(update={"id": name}) for name in NAMES[:count]]
    case = a_case(*(replace(planned, standard=one) for one in names))
    (page,) = home.pages(editions(ROOT, case.register, case.assessment)[1])
    assert cards(page.content) == shown
    assert ("standards/stage/planned/" in page.content) is (count > shown)


def test_the_first_page_compares_no_more_texts_than_it_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Mock(side_effect=card)
    monkeypatch.setattr(home, "card", counted)
    next(home.pages(edition(60)))
    assert counted.call_count == 6


def test_the_page_of_data_lists_standards_while_they_are_few() -> None:
    listed = [next(data.pages(edition(count))).content.count("standard-") for count in (100, 101)]
    assert listed == [100, 0]


def test_authorities_of_one_name_stand_in_the_order_of_their_ids() -> None:
    """A set has another order in each run, and two builds would differ."""
    ids = [f"office-{n}" for n in range(9)]
    name = b.said("Кеңсе", "Канцелярия")
    project = b.a_project(authorities={one: {"name": name, "email": "a@b.kz"} for one in ids})
    records = [a_record(standard=b.a_standard(f"of-{one}", authority=one)) for one in ids]
    case = a_case(*records, project=project)
    page = next(pages(editions(ROOT, case.register, case.assessment)[1])).content
    links = [page.index(f'/{one}/"') for one in ids]
    assert links == sorted(links)
