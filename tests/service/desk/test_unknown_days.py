"""What is not sure is said before it is saved: a last day over days off that nobody knows yet."""

from pathlib import Path

from desk_steps import DRAFT, R1, a_text, on
from desks import AIGERIM, words_of
from held_words import held
from talqy.service.desk.work.preparing import Prepared

UNKNOWN = held("праздничные дни 2028 года для KZ не известны")
OPENED = {"opens": "2027-12-25", "closes": "", "act": ""}


def test_days_off_that_nobody_knows_are_said_at_the_counting_and_asked_at_publishing(
    tmp_path: Path,
) -> None:
    """By then the day cannot be moved back, and a discussion that is too short is void."""
    with on(a_text(tmp_path), "2027-12-20") as desk:
        counted = desk.post(f"{R1}open/", {**OPENED, "count": "yes"})
        assert UNKNOWN in words_of(counted.text)
        script = desk.get(f"{R1}days/?opens=2027-12-25&closes=&act=")
        assert "2028" in script
        assert UNKNOWN in held(script)
        assert desk.post(f"{R1}open/", OPENED).status_code == 200
        found = desk.works.prepared(DRAFT, AIGERIM)
        assert isinstance(found, Prepared)
        assert "S13" in {one.code for one in found.questions}


def test_days_off_that_are_known_raise_no_question(tmp_path: Path) -> None:
    with on(a_text(tmp_path), "2026-11-05") as desk:
        desk.post(f"{R1}open/", {**OPENED, "opens": "2026-11-09"})
        found = desk.works.prepared(DRAFT, AIGERIM)
        assert isinstance(found, Prepared)
        assert "S13" not in {one.code for one in found.questions}
