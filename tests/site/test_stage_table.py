"""What pages say and offer, in every cell of the table: wherever a text stands, of every kind."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

import builders as b
from cases import a_case, a_record
from held_words import held
from sites import ROOT
from talqy.language.edition import Edition, SitePage, editions
from talqy.language.for_you import against_held
from talqy.language.stage_table import WHERE, Meaning, Offer, offer
from talqy.model import addresses
from talqy.model.revision import RevisionKind
from talqy.site.downloads import downloads
from talqy.site.pages import (
    authorities,
    comments,
    compare,
    history,
    home,
    participate,
    register,
    reviewers,
    standard,
)
from talqy.site.pages.standard_parts import card, hrefs_of, stage_view
from talqy.site.pages.statistics import statistics_of

TAKEN = {"open", "closing"}
TO_COME = {"preparing", "planned"}
OVER = set(WHERE) - TAKEN - TO_COME
YET = {"kk": r"\bәлі|\bәзірге", "ru": r"\bпока|\bеще"}


def made() -> tuple[Edition, ...]:
    """Return the two languages over a project of one standard."""
    case = a_case(a_record())
    return editions(ROOT, case.register, case.assessment)


def cells() -> Iterator[tuple[str, str, RevisionKind, bool, Offer]]:
    """Yield every cell: its language, place, kind, whether it was discussed, and what it says."""
    for edition in made():
        for stands, kind, is_discussed, late in product(
            WHERE, RevisionKind, (True, False), (True, False)
        ):
            found = offer(edition.locale, stands, kind, is_discussed=is_discussed, is_overdue=late)
            yield edition.code, stands, kind, is_discussed, found


def test_every_cell_is_filled_and_invites_only_where_something_can_be_done() -> None:
    seen = 0
    for language, stands, kind, is_discussed, found in cells():
        cell, seen = (language, stands, kind.value, is_discussed), seen + 1
        assert found.banner.endswith("."), cell
        assert found.empty.endswith("."), cell
        assert found.count, cell
        assert bool(found.late) == (stands not in TAKEN), cell
        assert found.how_to == (stands in TAKEN) == (found.target == "participate"), cell
        assert (found.target == "calendar") == (stands == "planned"), cell
        assert bool(found.reminder) == (stands == "open"), cell
        assert bool(found.button) == bool(found.target), cell
        if stands in OVER:
            assert not re.search(YET[language], found.empty + found.count), cell
            assert found.target == ("comments" if is_discussed else ""), cell
    assert seen == 2 * len(WHERE) * len(RevisionKind) * 2 * 2


def test_figures_stand_only_where_they_hold_for_somebody() -> None:
    for _, stands, kind, _, found in cells():
        if kind is RevisionKind.REPEAL:
            assert found.meaning is Meaning.ENDS
        elif stands in {"former", "repeal", "withdrawn", "earlier-draft"}:
            assert found.meaning is Meaning.SILENCE
        else:
            assert found.meaning is (Meaning.ASKS if stands == "in-force" else Meaning.CHANGES)


def test_what_was_never_discussed_says_so() -> None:
    for language, stands, _, is_discussed, found in cells():
        if stands in OVER:
            words = {"kk": "талқыланбаған", "ru": "не обсуждался"}[language]
            assert (words in found.empty) != is_discussed


def test_a_draft_of_a_repeal_is_told_from_one_that_changes() -> None:
    for stands in set(WHERE) - {"in-force", "former", "repeal", "earlier-draft", "preparing"}:
        for edition in made():
            said = {
                kind: offer(
                    edition.locale, stands, kind, is_discussed=True, is_overdue=False
                ).banner
                for kind in RevisionKind
            }
            assert said[RevisionKind.REPEAL] != said[RevisionKind.AMENDMENT], stands


# --- the pages, of texts that stand everywhere ----------------------------------------------------

TALK = b.a_consultation("2026-11-02", "2026-11-09")
REPORTED = {**TALK, "report": b.a_report("2026-11-16")}
LIVES: dict[str, b.Tree] = {
    "planned": {"consultation": b.a_consultation("2027-01-11", "2027-01-29")},
    "open": {},
    "considering": {"consultation": TALK},
    "answered": {"consultation": REPORTED},
    "adopted": {"consultation": REPORTED, "adopted": b.an_adoption("2026-11-18", "2027-03-01")},
    "in-force": {"consultation": REPORTED, "adopted": b.an_adoption("2026-11-18")},
    "withdrawn": {"consultation": TALK, "withdrawn": b.a_withdrawal("2026-11-17")},
    "never discussed": {
        "consultation": None,
        "adopted": b.an_adoption("2026-11-18", discussed=b.said("2015 жылы", "в 2015 году")),
    },
}
PLACES = [(life, kind) for life in LIVES for kind in ("new", "amendment", "supplement", "repeal")]
ROOMS = (standard, participate, comments, history, compare)


def of(life: str, kind: str) -> tuple[Edition, dict[str, SitePage]]:
    """Return the pages of a standard whose newest text stands somewhere, in Russian."""
    changes = {"dated": "2026-10-30", **LIVES[life]}
    texts = (
        [b.a_revision(1, **changes)]
        if kind == "new"
        else [b.an_adopted_revision(1), b.a_revision(2, kind=kind, **changes)]
    )
    case = a_case(a_record(*texts), today="2026-11-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = edition.register.records
    made = {page.at.path: page for room in ROOMS for page in room.pages(edition, record)}
    return edition, {path.partition(record.id)[2].strip("/"): page for path, page in made.items()}


@pytest.mark.parametrize(("life", "kind"), PLACES)
def test_all_pages_say_and_offer_what_the_table_says(life: str, kind: str) -> None:
    edition, pages = of(life, kind)
    (record,) = edition.register.records
    newest = record.revisions[-1]
    seen = stage_view(edition, record, newest).offer
    takes = life == "open"
    # The tab is there while it leads to something that can be done, on all pages alike.
    for name, page in pages.items():
        tabs = page.content.partition('<nav class="tabs"')[2].partition("</nav>")[0]
        assert ("Как оставить комментарий" in tabs) == takes, name
    own = pages[f"r{newest.revision}"].content
    assert seen.banner in own
    assert ("<form" in pages["comment"].content) == takes
    if not takes:
        assert seen.late in pages["comment"].content
        assert "mailto:" in pages["comment"].content
    assert seen.empty in pages["comments"].content or life == "never discussed"
    assert seen.empty in pages["history"].content
    assert seen.count in card(edition, edition.at(""), record, newest).comments
    # A repeal has no figures on any page of its own; it says what ends.
    ends = "_for-you" in own and "Отмена стандарта" in own
    assert ends == (kind == "repeal")
    if kind == "repeal":
        assert "рабочих дн" not in own.partition('class="contents')[0].partition("_for-you")[2]
        compared = pages["r1-r2"].content
        assert "без изменений" not in compared.lower()
        assert "Различий между текстами нет" not in compared


def test_the_page_of_a_text_in_force_offers_what_can_be_done_with_the_next_draft() -> None:
    _, pages = of("planned", "amendment")
    assert "Это действующий текст" in pages[""].content
    assert "Добавить в календарь" in pages[""].content


def test_a_comments_page_of_what_was_never_discussed_is_not_empty() -> None:
    _, pages = of("never discussed", "new")
    assert "не обсуждался" in pages["comments"].content


# --- a report that is overdue --------------------------------------------------------------------

ENDED = b.a_consultation("2026-10-05", "2026-10-19")
# Ten working days after the closing day, less the Day of the Republic.
DUE = "2026-11-03"
OVERDUE, IN_TIME = "Срок опубликования отчета истек", "Срок опубликования отчета: "


def over(today: str) -> Edition:
    """Return a standard whose discussion ended without a word from anybody, in Russian."""
    record = a_record(b.a_revision(1, dated="2026-10-01", consultation=ENDED))
    case = a_case(record, today=today)
    return editions(ROOT, case.register, case.assessment)[1]


def pages_over(edition: Edition) -> dict[str, str]:
    """Return the pages that say when the report of the one standard is due."""
    (record,) = edition.register.records
    found = [page for room in ROOMS[:3] for page in room.pages(edition, record)]
    for room in (home, register, reviewers, authorities):
        found += room.pages(edition)
    return {
        page.at.path: page.content
        for page in found
        if not page.at.path.endswith("comment/") and "/r1" not in page.at.path
    }


def test_a_report_that_is_overdue_is_said_wherever_its_day_is_said() -> None:
    """Nobody has said a word, and the report is due all the same (article 15 of the law)."""
    pages = pages_over(over("2026-11-04"))
    assert {"", "standards/", "reviewers/", f"s/{b.STANDARD}/", f"s/{b.STANDARD}/comments/"} <= set(
        pages
    )
    for path, content in pages.items():
        assert OVERDUE in content, path
        assert IN_TIME not in content, path
    own = pages[f"s/{b.STANDARD}/"]
    assert "Обсуждение завершено, срок отчета истек." in own
    assert "Отчет в срок не опубликован." in pages["reviewers/"]


def test_a_report_is_not_called_overdue_on_its_last_day() -> None:
    for path, content in pages_over(over(DUE)).items():
        assert OVERDUE not in content, path
    assert IN_TIME in pages_over(over(DUE))[""]


def test_statistics_tell_of_late_reports_where_no_comments_came() -> None:
    (finding,) = statistics_of(over("2026-11-04")).findings
    assert finding.id == "authorities"
    assert statistics_of(over(DUE)).findings == ()


# --- against which text -------------------------------------------------------------------------


def term_of(days: int) -> list[b.Tree]:
    text = b.said(f"{days} жұмыс күні.", f"Дней: {days}.")
    facts = {"term": [{"amount": str(days), "unit": "working-day"}]}
    return [b.a_clause("term", "1", text=text, facts=facts)]


def test_a_draft_made_of_a_draft_is_told_against_the_text_that_people_have() -> None:
    case = a_case(
        a_record(
            b.an_adopted_revision(1, clauses=term_of(2)),
            b.a_revision(2, dated="2026-10-01", consultation=REPORTED, clauses=term_of(5)),
            b.a_revision(3, clauses=term_of(3)),
        ),
        today="2026-11-20",
    )
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = case.register.records
    newest = record.revisions[-1]
    told = against_held(edition, record, newest)
    assert [f"{row.was}{row.arrow}{row.becomes}" for row in told.changes] == [
        held("2~рабочих дня → 3~рабочих дня")
    ]
    assert card(edition, edition.at(""), record, newest).changes == told.changes
    pages = {page.at.path.split("/")[-2]: page.content for page in standard.pages(edition, record)}
    seen = pages[record.id].partition("_for-you")[2].partition("</section>")[0]
    assert held("2~рабочих дня") in seen
    assert held("5~рабочих дней") not in seen
    assert "прежнему проекту (редакция" in pages[record.id]
    assert "r1-r3/" in hrefs_of(edition, edition.at(""), record)["compare"]
    names = {page.at.path.split("/")[-2]: page.title for page in compare.pages(edition, record)}
    assert names["r2-r3"].startswith(held("Проект~2 → редакция~3"))
    assert names["r1-r3"].startswith(held("Редакции~1 → 3"))


def test_a_repeal_leads_to_the_standard_that_takes_its_place() -> None:
    repeal = b.a_revision(2, kind="repeal", successor="marriage")
    other = a_record(
        b.an_adopted_revision(1),
        standard=b.a_standard("marriage", title=b.said("Неке қию", "Заключение брака")),
    )
    case = a_case(a_record(b.an_adopted_revision(1), repeal), other, today="2026-11-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    record = next(one for one in case.register.records if one.id == b.STANDARD)
    on_card = card(edition, edition.at(""), record).successor
    assert on_card
    assert (on_card.words, on_card.href) == ("Заключение брака", "s/marriage/")
    for room in (standard, history, compare):
        page = next(iter(room.pages(edition, record))).content
        assert "Вместо него действует" in page
        assert re.search(r'href="[^"]*s?/?marriage/"', page), room


def test_a_draft_under_discussion_is_shown_where_the_next_one_is_planned_already() -> None:
    """Rules refuse that (S01), but a site with a wrong file is published all the same."""
    planned = b.a_revision(3, kind="amendment", base="2", **LIVES["planned"])
    texts = (b.an_adopted_revision(1), b.a_revision(2, kind="amendment"), planned)
    case = a_case(a_record(*texts), today="2026-11-20")
    edition = editions(ROOT, case.register, case.assessment)[1]
    (record,) = edition.register.records
    pages = [page for room in ROOMS for page in room.pages(edition, record)]
    assert any(page.at.path.endswith("/r2/") for page in pages)


def test_the_comparison_to_which_the_tab_leads_can_be_had_as_a_file() -> None:
    """A draft made of a draft is told against the text that people have: so are its files."""
    texts = (
        b.an_adopted_revision(1, clauses=term_of(2)),
        b.a_revision(2, dated="2026-10-01", consultation=REPORTED, clauses=term_of(5)),
        b.a_revision(3, clauses=term_of(3)),
    )
    project = b.a_project(downloads=["xlsx"])
    case = a_case(a_record(*texts), today="2026-11-20", project=project)
    of = editions(ROOT, case.register, case.assessment)
    (record,) = case.register.records
    made = {path for path, _ in downloads(of, record, "https://a.example/")}
    pages = {page.at.path: page for page in compare.pages(of[1], record)}
    tab = hrefs_of(of[1], of[1].at(""), record)["compare"]
    assert tab == f"s/{b.STANDARD}/r1-r3/"
    for numbers in ((1, 3), (2, 3)):
        path = addresses.comparison_table(record.id, *numbers, "xlsx")
        assert f"ru/{path}" in made
        seen = pages[addresses.compare(record.id, *numbers)].content
        assert path.rsplit("/", maxsplit=1)[-1] in seen
