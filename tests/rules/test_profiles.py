"""A rule profile that is named alone is held to the acts and the days that it is known for."""

from typing import Any

import pytest

import builders as b
from cases import a_case, a_record, advised, said, severities

OWN = {
    "days": "5",
    "unit": "calendar-day",
    "law": b.said("Заң", "Закон"),
    "article": b.said("1-бап", "статья 1"),
    "wording": "2021-01-01",
}
HOLDS = "name “{}” under consultation: rules; it holds there, by what was read of the law"
READ = (
    "read the wording of that day, and give its days, unit, law, article and wording under "
    "consultation: rules"
)


def case(opens: str, project: Any = "kz-2023", **own: Any) -> Any:
    """Make a discussion that opens, and is posted, on a day."""
    period = b.a_consultation(opens, "2027-01-31", **own)
    tree = b.a_revision(dated=opens, consultation=period)
    return a_case(a_record(tree), project=b.a_project(rules=project))


SOUND = [
    ("2026-11-16", "kz-2023", {}),
    ("2026-11-16", "kz-2023", {"act": "subordinate-act"}),
    ("2023-07-03", "kz-2023", {}),
    ("2015-02-02", "kz-2013", {"act": "standard"}),
    ("2019-07-01", "kz-2023", {"rules": "kz-2013"}),
    ("2021-03-01", OWN, {}),
    ("2021-03-01", "kz-2023", {"rules": OWN}),
    ("2021-03-01", "kz-2023", {"rules": {**OWN, "since": "2021-01-01", "until": "2021-12-31"}}),
]


@pytest.mark.parametrize(("opens", "project", "own"), SOUND)
def test_one_that_holds_is_not_told(opens: str, project: Any, own: dict[str, Any]) -> None:
    assert said("S07", case(opens, project, **own)) == []


OTHERS = [
    ("2015-02-02", "kz-2023", {}, "“kz-2023” does not hold for an act", "kz-2013"),
    ("2026-11-16", "kz-2013", {}, "“kz-2013” does not hold for an act", "kz-2023"),
    ("2026-11-16", "kz-2023", {"rules": "kz-2013"}, "“kz-2013” does not hold", "kz-2023"),
    (
        "2026-11-16",
        {**OWN, "until": "2025-12-31"},
        {"act": "subordinate-act"},
        "“Заң” does not hold for subordinate-act",
        "kz-2023",
    ),
]


@pytest.mark.parametrize(("opens", "project", "own", "words", "known"), OTHERS)
def test_where_another_one_holds_it_is_named(
    opens: str, project: Any, own: dict[str, Any], words: str, known: str
) -> None:
    found = case(opens, project, **own)
    (told,) = said("S07", found)
    assert f"the rule profile {words}" in told
    assert told.endswith(f"posted on {opens}")
    assert advised("S07", found) == [HOLDS.format(known)]


UNKNOWN = [
    ("2020-03-02", "kz-2023", {}),
    ("2020-03-02", "kz-2013", {}),
    ("2022-10-03", "kz-2013", {"rules": "kz-2023"}),
    ("2026-11-16", "kz-2023", {"act": "standard"}),
]


@pytest.mark.parametrize(("opens", "project", "own"), UNKNOWN)
def test_where_none_is_known_to_hold_the_wording_is_asked_for(
    opens: str, project: Any, own: dict[str, Any]
) -> None:
    found = case(opens, project, **own)
    (told,) = said("S07", found)
    assert told.endswith(f"posted on {opens} is not known")
    assert advised("S07", found) == [READ]


def test_it_is_an_error_while_it_can_be_mended_and_not_where_nobody_knows() -> None:
    closed = b.a_consultation("2015-02-02", "2015-04-01")
    over = a_case(a_record(b.a_revision(dated="2015-02-02", consultation=closed)))
    assert severities("S07", case("2026-11-16", "kz-2013")) == {"error"}
    assert severities("S07", over) == {"warning"}
    assert severities("S07", case("2026-11-16", act="standard")) == {"warning"}
