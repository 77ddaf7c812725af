"""S: before a discussion opens: an address for comments, one of the site, postings in time."""

from dataclasses import replace

import pytest

import builders as b
from cases import a_case, a_record, said, severities
from talqy.project.survey import assess
from talqy.rules.rule import CheckContext


def with_authority(
    today: str = b.TODAY, forge: b.Tree | None = None, **parts: object
) -> CheckContext:
    ministry = {"name": b.said("Әділет министрлігі", "Министерство юстиции"), **parts}
    settings = b.a_project(authorities={b.MINISTRY: ministry}, forge=forge or {"kind": "none"})
    return a_case(a_record(), today=today, project=settings)


@pytest.mark.parametrize("today", ["2026-11-08", b.TODAY, "2026-11-27"])
def test_a_discussion_without_any_address_is_told_before_it_opens_and_while_it_runs(
    today: str,
) -> None:
    assert said("S10", with_authority(today)) == [
        (
            f"project.yaml authorities.{b.MINISTRY}: "
            f"“{b.MINISTRY}” holds a discussion, and nobody can send a comment to it"
        ),
    ]


@pytest.mark.parametrize(
    "way",
    [
        {"email": "talqy@justice.example"},
        {"address": b.said("Астана, Мәңгілік Ел, 8")},
        {"forge": {"kind": "github", "url": "https://forge.example/a/b"}},
    ],
)
def test_one_way_is_enough(way: dict[str, object]) -> None:
    assert said("S10", with_authority(**way)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("forge", [{"kind": "github", "url": "…"}, {"kind": "github"}])
def test_a_forge_without_its_address_is_no_way(forge: b.Tree) -> None:
    assert len(said("S10", with_authority(forge=forge))) == 1


@pytest.mark.parametrize(
    "email", ["почта министерства", "talqy@justice", "talqy justice.kz", "@a.kz"]
)
def test_what_is_no_address_of_mail_is_no_way(email: str) -> None:
    assert len(said("S10", with_authority(email=email))) == 1


def test_once_a_discussion_is_over_nobody_has_to_be_written_to() -> None:
    assert said("S10", with_authority("2026-11-28")) == []


def at(url: str | None, today: str = b.TODAY, **settings: object) -> list[str]:
    case = a_case(a_record(), today=today, project=b.a_project(**settings))
    register = replace(case.register, site_url=url)
    return said("S11", CheckContext(register, assess(register, case.assessment.today)))


@pytest.mark.parametrize(
    "url",
    [
        "https://talqy.example/",
        "",
        "http://localhost:8000/",
        "http://127.0.0.1:8000/",
        "justice.gov.kz",
    ],
)
def test_a_site_that_leads_nowhere_is_told_while_a_discussion_is_held(url: str) -> None:
    assert len(at(url)) == 1
    assert at(url, "2026-11-28") == []


def test_a_site_of_its_own_is_fine_and_so_is_a_demonstration() -> None:
    assert at("https://talqy.justice.gov.kz/") == []
    assert at(None) == []
    assert at("https://talqy.example/", demonstration=b.said("Көрсетілім")) == []


@pytest.mark.parametrize(
    ("on", "today", "levels"),
    [
        ("2026-11-27", b.TODAY, set()),
        ("2026-11-28", b.TODAY, {"error"}),
        ("2026-11-28", "2026-12-01", {"warning"}),
    ],
)
def test_a_posting_after_the_end_is_told(on: str, today: str, levels: set[str]) -> None:
    posted = [b.a_posting("internet", "2026-11-09"), b.a_posting("print", on)]
    tree = b.a_revision(consultation=b.a_consultation(posted=posted))
    assert severities("S12", a_case(a_record(tree), today=today)) == levels
