"""What was said to the questions of a plan: for who said it, about that standard, for a month."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from talqy.service.desk.drafts.kept_answers import KeptAnswers

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
SAID = {"e61-0a1b2c3d": "Так удобнее."}


@pytest.fixture
def kept(tmp_path: Path) -> KeptAnswers:
    one = KeptAnswers(tmp_path / "answered")
    one.keep("aigerim", "birth-registration", SAID, NOW)
    return one


def test_it_is_there_for_who_said_it_alone(kept: KeptAnswers) -> None:
    assert kept.of("aigerim", "birth-registration", NOW) == SAID
    assert kept.of("berik", "birth-registration", NOW) == {}
    assert kept.of("aigerim", "housing-assistance", NOW) == {}


def test_after_a_month_it_is_gone(kept: KeptAnswers) -> None:
    assert kept.of("aigerim", "birth-registration", NOW + timedelta(days=29)) == SAID
    assert kept.of("aigerim", "birth-registration", NOW + timedelta(days=31)) == {}


def test_what_is_said_anew_takes_the_place_of_the_old(kept: KeptAnswers) -> None:
    more = {"e61-0a1b2c3d": "Иначе.", "e68-11111111": "yes"}
    kept.keep("aigerim", "birth-registration", more, NOW)
    assert kept.of("aigerim", "birth-registration", NOW) == more


@pytest.mark.parametrize("half", ["", "{", "[1]", '{"a": 1}', '{"a": ["x", "no day"]}'])
def test_half_a_file_is_none(kept: KeptAnswers, tmp_path: Path, half: str) -> None:
    (file,) = (tmp_path / "answered").iterdir()
    file.write_text(half)
    assert kept.of("aigerim", "birth-registration", NOW) == {}
    kept.keep("aigerim", "birth-registration", SAID, NOW)
    assert kept.of("aigerim", "birth-registration", NOW) == SAID


def test_nobody_else_reads_it(tmp_path: Path, kept: KeptAnswers) -> None:
    assert kept.of("aigerim", "birth-registration", NOW)
    (file,) = (tmp_path / "answered").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "answered").stat().st_mode & 0o077 == 0
