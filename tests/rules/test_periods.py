"""S: the discussion is long enough, posted, extended and reported by the law."""

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities
from talqy.rules.rule import CheckContext


def discussed(opens: str, closes: str, today: str = b.TODAY, **changes: object) -> CheckContext:
    period = b.a_consultation(opens, closes, **changes)
    return a_case(a_record(b.a_revision(dated="2026-09-01", consultation=period)), today=today)


def test_nothing_is_adopted_straight_from_a_discussion() -> None:
    """The report comes first."""
    revision = b.an_adopted_revision(consultation=b.a_consultation("2026-06-02", "2026-06-19"))
    assert said("S01", a_case(a_record(revision))) == [
        (
            "r1.yaml adopted: "
            "on 2026-07-01 the revision would go from “Comments being considered” "
            "straight to “Adopted”"
        ),
    ]


def test_a_text_may_be_adopted_on_the_day_of_its_report() -> None:
    """Both are dated alike, and the report came first."""
    period = b.a_consultation("2026-06-02", "2026-06-19", report=b.a_report("2026-07-01"))
    assert said("S01", a_case(a_record(b.an_adopted_revision(consultation=period)))) == []


def test_a_report_may_come_on_the_first_day_after_the_discussion() -> None:
    """What came was answered as it came; nothing in the law asks for a day between."""
    period = b.a_consultation("2026-06-02", "2026-06-19", report=b.a_report("2026-06-20"))
    assert said("S01", a_case(a_record(b.an_adopted_revision(consultation=period)))) == []


def test_nothing_is_adopted_without_a_discussion() -> None:
    revision = b.an_adopted_revision(consultation=None)
    assert said("S01", a_case(a_record(revision))) == [
        (
            "r1.yaml adopted: on 2026-07-01 the revision would go from “Discussion planned” "
            "straight to “Adopted”"
        ),
    ]


def test_a_discussion_held_elsewhere_is_named_and_counts() -> None:
    adopted = b.an_adoption("2026-07-01", discussed=b.said("legalacts.egov.kz"))
    revision = b.an_adopted_revision(consultation=None, adopted=adopted)
    assert said("S01", a_case(a_record(revision))) == []


@pytest.mark.parametrize("on", ["2026-06-24", "2026-07-01", "2026-08-03"])
def test_an_adopted_text_is_not_withdrawn(on: str) -> None:
    """One line would take a law in force off the site, whatever its day."""
    revision = b.an_adopted_revision(withdrawn=b.a_withdrawal(on))
    assert said("S01", a_case(a_record(revision))) == [
        (
            "r1.yaml withdrawn: "
            f"this text is adopted on 2026-07-01, and withdrawn on {on}: one of the two"
        ),
    ]


def test_a_short_discussion_is_told_how_it_was_counted() -> None:
    assert advised("S02", discussed("2026-11-09", "2026-11-20")) == [
        (
            "posted on 2026-11-09, so 10 working days run from 2026-11-10 to 2026-11-23: "
            "close it on 2026-11-23 or later"
        ),
    ]


def test_an_extension_makes_a_short_discussion_long_enough() -> None:
    extended = [b.an_extension("2026-11-18", "2026-11-23")]
    assert said("S02", discussed("2026-11-09", "2026-11-20", extended=extended)) == []


@pytest.mark.parametrize("missing", ["internet", "egov", "print"])
def test_a_draft_is_posted_on_every_channel(missing: str) -> None:
    channels = [name for name in ("internet", "egov", "print") if name != missing]
    posted = [b.a_posting(channel, "2026-11-09") for channel in channels]
    assert said("S03", discussed("2026-11-09", "2026-11-27", posted=posted)) == [
        f"r1.yaml consultation.posted: the draft is not posted on the channel “{missing}”",
    ]


def test_a_planned_discussion_need_not_be_posted_yet() -> None:
    assert said("S03", discussed("2026-12-07", "2026-12-31", posted=[])) == []


@pytest.mark.parametrize(
    ("withdrawn", "channels"),
    [("2026-11-05", 0), ("2026-11-09", 0), ("2026-11-10", 3)],
)
def test_a_draft_given_up_owes_the_postings_that_were_due_before(
    withdrawn: str, channels: int
) -> None:
    """They are due on the day of the opening: until its end a draft is withdrawn unposted.

    Afterwards nobody can mend it any more: it is told, and keeps no withdrawal back.
    """
    period = b.a_consultation("2026-11-09", "2026-11-27", posted=[])
    revision = b.a_revision(
        dated="2026-09-01", consultation=period, withdrawn=b.a_withdrawal(withdrawn)
    )
    case = a_case(a_record(revision))
    assert len(said("S03", case)) == channels
    assert severities("S03", case) <= {"warning"}


@pytest.mark.parametrize(
    ("on", "closes", "fits"),
    [
        ("2026-11-09", "2026-12-04", True),
        ("2026-11-27", "2026-12-04", True),
        ("2026-11-28", "2026-12-04", False),
        ("2026-11-08", "2026-12-04", False),
        ("2026-11-20", "2026-11-27", False),
        ("2026-11-20", "2026-11-26", False),
    ],
)
def test_an_extension_is_announced_in_time_and_ends_later(
    on: str,
    closes: str,
    fits: bool,  # noqa: FBT001
) -> None:
    extended = [b.an_extension(on, closes)]
    assert (not said("S04", discussed("2026-11-09", "2026-11-27", extended=extended))) is fits


def test_a_second_extension_is_measured_by_the_first() -> None:
    extended = [
        b.an_extension("2026-11-20", "2026-12-04"),
        b.an_extension("2026-12-03", "2026-12-18"),
    ]
    assert said("S04", discussed("2026-11-09", "2026-11-27", extended=extended)) == []


@pytest.mark.parametrize(("today", "overdue"), [("2026-11-13", False), ("2026-11-14", True)])
def test_a_report_is_overdue_from_the_day_after_its_deadline(
    today: str,
    overdue: bool,  # noqa: FBT001
) -> None:
    case = discussed("2026-10-12", "2026-10-30", today)
    assert bool(said("S05", case)) is overdue
    assert severities("S05", case) <= {"warning"}


def test_a_draft_is_dated_before_its_discussion() -> None:
    revision = b.a_revision(dated="2026-11-10")
    assert said("S06", a_case(a_record(revision))) == [
        "r1.yaml dated: the draft is dated after its discussion opens",
    ]


def test_a_report_comes_after_the_last_day() -> None:
    case = discussed("2026-10-12", "2026-10-30", report=b.a_report("2026-10-30"))
    assert said("S06", case) == [
        "r1.yaml consultation.report: the report is dated before the discussion is over",
    ]


def test_an_unknown_profile_of_the_project_is_told() -> None:
    case = a_case(a_record(), project=b.a_project(rules="kz-2031"))
    assert said("S07", case) == ["project.yaml rules: there is no rule profile “kz-2031”"]


def test_an_unknown_profile_of_a_discussion_is_told() -> None:
    assert said("S07", discussed("2026-11-09", "2026-11-27", rules="kz-2031")) == [
        "r1.yaml consultation.rules: there is no rule profile “kz-2031”",
    ]


def test_a_profile_of_ones_own_counts_as_it_says() -> None:
    own = {
        "days": "5",
        "unit": "calendar-day",
        "law": b.said("Заң", "Закон"),
        "article": b.said("1-бап", "статья 1"),
        "wording": "2026-01-01",
    }
    case = discussed("2026-11-09", "2026-11-13", rules=own)
    assert said("S07", case) == []
    assert advised("S02", case) == [
        (
            "posted on 2026-11-09, so 5 calendar days run from 2026-11-10 to 2026-11-14: "
            "close it on 2026-11-14 or later"
        ),
    ]


@pytest.mark.parametrize(
    ("reviewed", "old"),
    [("2023-11-20", False), ("2023-11-19", True), ("2026-02-10", False), (None, True)],
)
def test_a_standard_is_reviewed_every_three_years(
    reviewed: str | None,
    old: bool,  # noqa: FBT001
) -> None:
    standard = b.a_standard(reviewed=reviewed)
    old_service = b.an_adopted_revision(adopted=b.an_adoption("2022-07-01"))
    case = a_case(a_record(old_service, standard=standard))
    assert bool(said("S08", case)) is old
    assert severities("S08", case) <= {"warning"}


@pytest.mark.parametrize(("year", "old"), [("2024", True), ("2025", False), ("2026", False)])
def test_recipients_are_surveyed_every_year(year: str, old: bool) -> None:  # noqa: FBT001
    surveys = [{"year": year, "answered": "10", "satisfied": "9"}]
    case = a_case(a_record(b.a_settled_revision(), standard=b.a_standard(surveys=surveys)))
    assert bool(said("S09", case)) is old


def test_a_standard_that_is_still_a_draft_needs_no_review_and_no_survey() -> None:
    case = a_case(a_record(standard=b.a_standard(reviewed=None, surveys=[])))
    assert [said("S08", case), said("S09", case)] == [[], []]


@pytest.mark.parametrize(
    ("in_force", "today", "review", "survey"),
    [
        ("2026-07-10", "2026-11-20", False, False),
        ("2025-12-01", "2026-11-20", False, False),
        ("2025-11-20", "2026-11-20", False, True),  # provided for a year, and nobody was asked
        ("2023-11-19", "2026-11-20", True, True),
    ],
)
def test_a_new_service_is_reviewed_and_asked_about_when_it_was_provided_long_enough(
    in_force: str,
    today: str,
    review: bool,  # noqa: FBT001
    survey: bool,  # noqa: FBT001
) -> None:
    text = b.an_adopted_revision(adopted=b.an_adoption(in_force))
    case = a_case(a_record(text, standard=b.a_standard(reviewed=None, surveys=[])), today=today)
    assert [bool(said("S08", case)), bool(said("S09", case))] == [review, survey]


def test_on_the_day_of_the_opening_a_posting_is_still_to_be_done() -> None:
    record = discussed("2026-11-20", "2026-12-11", posted=[])
    assert severities("S03", record) == {"to do"}
    late = discussed("2026-11-19", "2026-12-11", posted=[])
    assert severities("S03", late) == {"error"}


def test_a_standard_that_is_gone_needs_no_review_and_no_survey() -> None:
    gone = b.a_revision(withdrawn=b.a_withdrawal("2026-11-12"))
    case = a_case(a_record(gone, standard=b.a_standard(reviewed=None, surveys=[])))
    assert [said("S08", case), said("S09", case)] == [[], []]


def test_nothing_is_adopted_or_withdrawn_before_it_is_dated() -> None:
    early = b.an_adopted_revision(dated="2026-06-01", adopted=b.an_adoption("2026-05-20"))
    assert said("S06", a_case(a_record(early))) == [
        "r1.yaml adopted.on: the text is adopted before it is dated",
    ]
    gone = b.a_revision(dated="2026-11-02", withdrawn=b.a_withdrawal("2026-10-20"))
    assert said("S06", a_case(a_record(gone))) == [
        "r1.yaml withdrawn.on: the draft is withdrawn before it is dated",
    ]
