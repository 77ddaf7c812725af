"""The table of days off: what it says of itself, and where a library says otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

import builders as b
from cases import KAZAKHSTAN, TABLE, a_case, a_record, advised, said
from talqy.law import periods
from talqy.model.calendar import UNKNOWN

YEARS = range(2022, 2028)
# Where `holidays` says otherwise than we do, and why we are right: nowhere now.
DIFFERENT: dict[date, str] = {}


def days(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))


@pytest.mark.parametrize("year", YEARS)
def test_the_library_differs_only_where_we_know_it(year: int) -> None:
    """It may differ in its next version: then look which of the two is right, and say it here."""
    library = holidays.country_holidays("KZ", years=year)
    differing = [on for on in days(year) if KAZAKHSTAN.is_worked(on) != library.is_working_day(on)]
    assert differing == [on for on in DIFFERENT if on.year == year]


def test_no_lawful_day_is_asked_of_the_library() -> None:
    """With any version of it the deadline of a tree is the same day."""
    assert "holidays" not in vars(periods)


def test_the_table_has_every_year_from_the_first_to_the_last() -> None:
    assert [int(year) for year in TABLE.years] == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_stands_in_its_year_once_and_in_order(year: int) -> None:
    found = TABLE.years[str(year)]
    for listed in (found.closed, found.worked):
        assert {known.on.year for known in listed} <= {year}
        assert all(earlier.on < later.on for earlier, later in pairwise(listed))
    assert all(known.on.weekday() >= 5 for known in found.worked)


def test_every_day_has_its_source_or_is_called_unknown() -> None:
    named = {known.source for known in TABLE.days()}
    assert named - {UNKNOWN} == set(TABLE.sources)
    assert all(source.url.startswith("https://") for source in TABLE.sources.values())


def test_kurban_ait_is_estimated_where_no_source_is_known() -> None:
    assert sorted(TABLE.estimated) == [date(2026, 5, 27), date(2027, 5, 16)]


# --- what is told of a period ---------------------------------------------------------------------


def told(opens: str, closes: str, today: str, **settings: object) -> list[str]:
    period = b.a_consultation(opens, closes)
    tree = b.a_revision(dated=opens, consultation=period)
    return said("S13", a_case(a_record(tree), today=today, project=b.a_project(**settings)))


def test_a_period_over_an_estimated_day_is_told_so() -> None:
    """Kurban Ait of 2027 is estimated for a Sunday: on Monday it would make the period longer."""
    assert told("2027-05-10", "2027-05-24", "2027-05-11") == [
        (
            "r1.yaml consultation: the last lawful day, 2027-05-24, hangs on 2027-05-16, "
            "a day off that is only estimated"
        ),
    ]


def test_what_the_project_says_of_the_day_settles_it() -> None:
    announced = {"closed": ["2027-05-16"]}
    assert told("2027-05-10", "2027-05-24", "2027-05-11", calendar=announced) == []


def test_an_estimate_of_a_period_that_is_over_is_not_told() -> None:
    assert told("2026-05-18", "2026-06-19", "2026-11-20") == []


@pytest.mark.parametrize("settings", [{}, {"calendar": {"country": "KG"}}])
def test_a_year_that_no_table_has_is_told(settings: dict[str, object]) -> None:
    """A period that we know runs into one that we do not; of another country we know none."""
    found = told("2027-12-27", "2028-01-31", "2027-12-28", **settings)
    year, country = ("2027", "KG") if settings else ("2028", "KZ")
    assert len(found) == 1
    assert f"the days off of {year} are not known for {country}" in found[0]


def test_a_project_that_names_days_off_of_the_year_knows_it() -> None:
    own = {"closed": ["2028-01-03", "2028-01-04", "2028-01-07"]}
    assert told("2027-12-27", "2028-01-31", "2027-12-28", calendar=own) == []


# --- profiles by kind of act and day of posting -------------------------------------------------

BOTH = ["kz-2013", "kz-2023"]


@pytest.mark.parametrize(
    ("opens", "act", "days_"),
    [
        ("2015-02-02", "standard", 30),
        ("2019-07-01", None, 30),
        ("2023-07-03", "subordinate-act", 10),
        ("2026-11-16", None, 10),
    ],
)
def test_of_several_profiles_the_one_that_holds_is_counted_by(
    opens: str, act: str | None, days_: int
) -> None:
    period = b.a_consultation(opens, "2027-01-31", **({"act": act} if act else {}))
    tree = b.a_revision(dated=opens, consultation=period)
    case = a_case(a_record(tree), project=b.a_project(rules=BOTH))
    counting = case.assessment.of(b.STANDARD, 1).counting
    assert counting is not None
    assert counting.profile.days == days_
    assert said("S07", case) == []


@pytest.mark.parametrize(
    ("opens", "act"), [("2021-03-01", "standard"), ("2026-11-16", "standard"), ("2021-03-01", None)]
)
def test_where_no_ground_is_known_none_is_chosen(opens: str, act: str | None) -> None:
    """Between the two wordings that were read nobody has read which held."""
    period = b.a_consultation(opens, "2027-01-31", **({"act": act} if act else {}))
    tree = b.a_revision(dated=opens, consultation=period)
    case = a_case(a_record(tree), project=b.a_project(rules=BOTH))
    assert case.assessment.of(b.STANDARD, 1).counting is None
    assert said("S07", case) == [
        (
            "r1.yaml consultation: none of the project's rule profiles is known to hold for "
            f"{act or 'an act'} posted on {opens}"
        ),
    ]
    assert advised("S07", case) == [
        "find the rule that holds, and name its profile under consultation: rules"
    ]


def test_an_unknown_profile_among_several_is_told() -> None:
    case = a_case(a_record(), project=b.a_project(rules=["kz-2023", "kz-2030"]))
    assert said("S07", case) == ["project.yaml rules.1: there is no rule profile “kz-2030”"]
