"""Which text of a standard holds on a day, and what each text is to its readers."""

import pytest

import builders as b
from cases import a_case, a_record, day
from talqy.law.force import force_periods, text_in_force
from talqy.law.parts import held_before, parts, role_of
from talqy.model.register import Record

FIRST = b.an_adopted_revision()
SECOND = b.an_adopted_revision(
    2,
    dated="2026-08-03",
    consultation=b.a_consultation("2026-08-04", "2026-08-21", report=b.a_report("2026-08-28")),
    adopted=b.an_adoption("2026-09-01", "2026-10-01"),
)
REPEAL = b.an_adopted_revision(
    3,
    kind="repeal",
    dated="2026-10-05",
    consultation=b.a_consultation("2026-10-06", "2026-10-23", report=b.a_report("2026-10-30")),
    adopted=b.an_adoption("2026-11-02", "2026-12-01"),
)


def held(record: Record) -> list[str]:
    """Return the periods of a standard as text."""
    return [
        f"r{p.revision.revision} {p.since} – {p.until or ''} "
        f"{f'r{p.ended_by.revision}' if p.ended_by else ''}".strip()
        for p in force_periods(record)
    ]


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("2026-07-09", None),  # adopted on the 1st, and not in force yet
        ("2026-07-10", 1),
        ("2026-09-30", 1),  # the second one is adopted already
        ("2026-10-01", 2),
        ("2026-11-30", 2),
        ("2026-12-01", None),  # repealed
    ],
)
def test_one_text_at_most_is_in_force_on_a_day(on: str, number: int | None) -> None:
    text = text_in_force(a_record(FIRST, SECOND, REPEAL), day(on))
    assert (text.revision if text else None) == number


def test_periods_follow_one_another_and_say_what_ended_them() -> None:
    record = a_record(FIRST, SECOND, REPEAL)
    assert held(record) == ["r1 2026-07-10 – 2026-09-30 r2", "r2 2026-10-01 – 2026-11-30 r3"]
    assert held(a_record(FIRST)) == ["r1 2026-07-10 –"]
    assert held(a_record()) == []


@pytest.mark.parametrize(
    ("on", "roles"),
    [
        ("2026-06-10", ("draft", "draft")),
        ("2026-07-05", ("adopted", "draft")),
        ("2026-08-10", ("in-force", "draft")),
        ("2026-09-15", ("in-force", "adopted")),
        ("2026-10-01", ("former", "in-force")),
    ],
)
def test_a_text_in_force_is_never_called_former(on: str, roles: tuple[str, str]) -> None:
    record = a_record(FIRST, SECOND)
    assessment = a_case(record, today=on).assessment
    assert tuple(role_of(record, text, assessment) for text in record.revisions) == roles


def test_a_repealed_text_is_a_former_one_and_the_repeal_says_what_it_did() -> None:
    record = a_record(FIRST, SECOND, REPEAL)
    assessment = a_case(record, today="2026-12-01").assessment
    roles = [str(role_of(record, text, assessment)) for text in record.revisions]
    assert roles == ["former", "former", "repeal"]


def test_what_was_given_up_or_is_in_preparation_is_called_so() -> None:
    gone = b.a_revision(2, withdrawn=b.a_withdrawal("2026-11-12"))
    later = b.a_revision(3, consultation=None)
    record = a_record(FIRST, gone, later)
    assessment = a_case(record, today="2026-11-20").assessment
    roles = [str(role_of(record, text, assessment)) for text in record.revisions]
    assert roles == ["in-force", "withdrawn", "preparing"]


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("2026-08-03", 1),  # planned: what holds is what people come for
        ("2026-08-04", 2),  # discussed
        ("2026-08-25", 2),  # considered
        ("2026-08-29", 1),  # answered, and not adopted
        ("2026-10-01", 2),
    ],
)
def test_the_page_shows_the_draft_while_people_talk_of_it(on: str, shown: int) -> None:
    record = a_record(FIRST, SECOND)
    assert parts(record, a_case(record, today=on).assessment).shown.revision == shown


def test_a_text_in_preparation_is_never_the_newest_one() -> None:
    record = a_record(FIRST, b.a_revision(2, consultation=None))
    assert parts(record, a_case(record).assessment).newest.revision == 1


TALK = b.a_consultation("2026-10-12", "2026-10-30")
DRAFT = b.a_revision(3, base="2", dated="2026-10-05", consultation=TALK)
# It starts from a draft that never came into force.
NEXT = b.a_revision(
    4, base="3", dated="2026-11-10", consultation=b.a_consultation("2026-11-16", "2026-12-04")
)


@pytest.mark.parametrize(
    ("texts", "on", "expected"),
    [
        # A first draft, and the next one: nobody has any text.
        ((b.a_revision(),), "2026-11-20", [None]),
        ((b.a_revision(), b.a_revision(2)), "2026-11-20", [None, None]),
        # An adopted text is told against the one that holds on the day before it, on any day.
        ((FIRST, SECOND), "2026-09-10", [None, 1]),
        ((FIRST, SECOND), "2026-11-20", [None, 1]),
        # A draft against the text in force today, whatever it starts from.
        ((FIRST, SECOND, DRAFT), "2026-10-20", [None, 1, 2]),
        ((FIRST, {**SECOND, "adopted": None}, {**DRAFT, "base": "2"}), "2026-10-20", [None, 1, 1]),
        ((FIRST, SECOND, DRAFT, NEXT), "2026-11-20", [None, 1, 2, 2]),
        ((FIRST, {**DRAFT, "revision": "2", "base": "1"}), "2026-09-20", [None, 1]),
        # A draft that was given up, or overtaken, against the text in force at its end.
        (
            (
                FIRST,
                {**DRAFT, "revision": "2", "base": "1", "withdrawn": b.a_withdrawal("2026-10-20")},
                {**REPEAL, "base": "1"},
            ),
            "2026-12-20",
            [None, 1, 1],
        ),
        # A repeal ends the text before it; after it all is new.
        ((FIRST, SECOND, REPEAL), "2026-11-20", [None, 1, 2]),
        (
            (FIRST, SECOND, REPEAL, {**NEXT, "kind": "new", "base": None}),
            "2026-12-20",
            [None, 1, 2, None],
        ),
    ],
)
def test_what_a_text_changes_is_told_against_the_text_that_people_have(
    texts: tuple[b.Tree, ...], on: str, expected: list[int | None]
) -> None:
    case = a_case(a_record(*texts), today=on)
    (record,) = case.register.records
    found = [held_before(record, text, case.assessment) for text in record.revisions]
    assert [text.revision if text else None for text in found] == expected
