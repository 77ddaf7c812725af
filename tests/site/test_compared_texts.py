"""Which texts have a page that compares them on a day, and what other addresses answer."""

import re
from itertools import pairwise

import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.compare.comparison import ever_compared
from talqy.language.edition import Edition, SitePage, editions
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.project.survey import assess, survey
from talqy.site.pages import compare
from talqy.site.shell import slots_of

FIRST = b.an_adopted_revision()
SECOND = b.an_adopted_revision(2, adopted=b.an_adoption("2026-08-01", "2026-09-01"))
THIRD = b.an_adopted_revision(3, adopted=b.an_adoption("2026-09-20", "2026-10-10"))
GIVEN_UP = b.a_revision(3, withdrawn=b.a_withdrawal("2026-11-05"))
DRAFTS = [b.a_revision(number) for number in (1, 2, 3, 4)]
_SMALL = 4_000  # bytes, without the frame
DAYS = ("2026-07-20", "2026-09-10", "2026-10-20", "2026-11-20", "2027-06-01")
Numbers = list[tuple[int, int]]


def an_edition(*texts: b.Tree, on: str = b.TODAY) -> tuple[Edition, Record]:
    case = a_case(a_record(*texts), today=on)
    return editions(ROOT, case.register, case.assessment)[1], case.register.records[0]


def numbers(pairs: tuple[tuple[Revision, Revision], ...]) -> Numbers:
    return [(older.revision, newer.revision) for older, newer in pairs]


def pages(*texts: b.Tree) -> dict[str, SitePage]:
    """Return the compare pages of a standard by the names of their folders."""
    edition, record = an_edition(*texts)
    return {page.at.path.split("/")[-2]: page for page in compare.pages(edition, record)}


@pytest.mark.parametrize(
    ("texts", "on", "expected"),
    [
        ([DRAFTS[0]], b.TODAY, []),
        (DRAFTS, b.TODAY, [(1, 2), (2, 3), (3, 4)]),
        # A draft with the text in force, whichever that is on the day.
        ([FIRST, *DRAFTS[1:3]], b.TODAY, [(1, 2), (1, 3), (2, 3)]),
        ([FIRST, SECOND, *DRAFTS[2:]], "2026-08-20", [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)]),
        ([FIRST, SECOND, *DRAFTS[2:]], b.TODAY, [(1, 2), (2, 3), (2, 4), (3, 4)]),
        # A text with the one that it starts from.
        ([*DRAFTS[:3], b.a_revision(4, base="2")], b.TODAY, [(1, 2), (2, 3), (2, 4), (3, 4)]),
        # The text in force with the first one, and with the one that people had before it.
        ([FIRST, SECOND, THIRD], b.TODAY, [(1, 2), (1, 3), (2, 3)]),
        ([FIRST, SECOND, THIRD], "2026-09-30", [(1, 2), (2, 3)]),
        (
            [FIRST, SECOND, GIVEN_UP, b.a_revision(4, base="2")],
            b.TODAY,
            [(1, 2), (2, 3), (2, 4), (3, 4)],
        ),
    ],
)
def test_compared_are_neighbours_and_the_text_in_force_with_drafts_and_the_first(
    texts: list[b.Tree], on: str, expected: Numbers
) -> None:
    edition, record = an_edition(*texts, on=on)
    found = numbers(edition.compared(record))
    assert len(found) == len(set(found))
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("on", DAYS)
def test_what_a_day_compares_has_an_address_on_all_days(on: str) -> None:
    """So a page that goes is answered for: what is compared at some time is known by files.

    From the day on of which a text is dated: nobody knows how long before that it was shown.
    """
    made = [an_edition(FIRST, SECOND, THIRD, *DRAFTS[3:], on=on)]
    register = survey(ROOT).register
    assert register is not None
    (edition, *_) = editions(ROOT, register, assess(register, made[0][0].assessment.today))
    made += [(edition, record) for record in register.records]
    for edition, record in made:
        today, ever = edition.assessment.today, numbers(ever_compared(record))
        dated = tuple(pair for pair in edition.compared(record) if pair[1].dated <= today)
        shown = numbers(edition.compared(record))
        assert set(numbers(dated)) <= set(ever)
        assert set(pairwise(text.revision for text in record.revisions)) <= set(shown)
        assert {*shown, *numbers(compare.gone(edition, record))} >= set(ever)


def test_the_address_of_a_comparison_that_went_leads_on_step_by_step() -> None:
    made = pages(FIRST, SECOND, *DRAFTS[2:])
    assert sorted(made) == ["r1-r2", "r1-r3", "r1-r4", "r2-r3", "r2-r4", "r3-r4"]
    assert [name for name, page in made.items() if page.is_gone] == ["r1-r3", "r1-r4"]
    content = made["r1-r4"].content
    text = content.partition("</nav>")[2]
    hrefs = re.findall(r'href="\.\./([^"]+)"', text)
    assert hrefs == ["r1-r2/", "r2-r3/", "r2-r4/", "r3-r4/", "r1/", "r4/"]
    assert f"talqy diff {b.STANDARD} r1 r4" in text
    assert len(content.encode()) < _SMALL


def test_no_search_engine_keeps_the_address_of_a_comparison_that_went() -> None:
    made = pages(FIRST, SECOND, *DRAFTS[2:])
    edition, record = an_edition(FIRST, SECOND, *DRAFTS[2:])
    kept = {
        name: slots_of(edition, page, "https://talqy.example/")["robots"]
        for name, page in made.items()
    }
    assert [name for name, said in kept.items() if "noindex" in said] == ["r1-r3", "r1-r4"]
    assert {said for name, said in kept.items() if not made[name].is_gone} == {""}
    assert [addresses.compare(record.id, *one) for one in ((1, 3), (1, 4))] == [
        page.at.path for page in made.values() if page.is_gone
    ]
