"""A discussion is opened, posted, extended and reported, a text adopted, without writing YAML."""

import re
from pathlib import Path

import pytest

from builders import STANDARD, a_revision, revision_path
from sites import run, small

TEXT = revision_path()
REMARK = "# the archive has the papers\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with a text that is being prepared, and a remark of a person in its file."""
    bare = {key: value for key, value in a_revision().items() if key != "consultation"}
    folder = small(tmp_path / "project", revisions=[bare])
    file = folder / TEXT
    file.write_text(file.read_text("utf-8").replace("clauses:", f"{REMARK}clauses:", 1), "utf-8")
    return folder


def take(project: Path, *words: str, on: str, status: int = 0) -> str:
    done = run(*words, "--today", on, cwd=project)
    assert done.exit_code == status, done.output
    return done.output


def opened(project: Path) -> str:
    words = ("consultation", "open", STANDARD, "r1", "--opens", "2026-11-09")
    return take(project, *words, on="2026-11-02")


def posted(project: Path) -> None:
    post = ("consultation", "post", STANDARD, "r1")
    for channel in ("internet", "egov"):
        url = ("--url", f"https://mvd.gov.example/{channel}")
        take(project, *post, channel, *url, on="2026-11-09")
    issue = ("--reference", "kk=«Егемен», № 9", "--reference", "ru=«Казправда», № 9")
    take(project, *post, "print", *issue, on="2026-11-09")


def test_the_whole_life_of_a_text(project: Path) -> None:
    said = opened(project)
    assert "the discussion runs from 2026-11-09 to 2026-11-23" in said
    posted(project)
    both = ("--reason", "kk=Сұрау бойынша.", "--reason", "ru=По просьбам.")
    extend = ("consultation", "extend", STANDARD, "r1", "--closes", "27.11.2026")
    take(project, *extend, *both, on="2026-11-20")
    take(project, "merge", STANDARD, on="2026-12-01")
    signed = ("--signed-by", "kk=Заң департаменті", "--signed-by", "ru=Юридический департамент")
    take(project, "consultation", "report", STANDARD, "r1", *signed, on="2026-12-02")
    act = ("--act", "kk=№ 7 бұйрық", "--act", "ru=приказ № 7", "--in-force", "2027-01-01")
    take(project, "adopt", STANDARD, "r1", *act, on="2026-12-10")
    take(project, "merge", STANDARD, on="2026-12-10")
    assert take(project, "check", on="2026-12-10").endswith("errors: 0, warnings: 0\n")
    text = (project / TEXT).read_text("utf-8")
    assert text.count(REMARK) == 1
    assert text.index("consultation:") < text.index("adopted:") < text.index("clauses:")


def test_what_was_to_be_done_and_would_be_wrong_stops_a_step(project: Path) -> None:
    """An unwritten text is told in preparation, and refused where a step ends the preparation."""
    file = project / TEXT
    unwritten = re.sub(r"(?m)^( +ru: ).*", r'\1"…"', file.read_text("utf-8"))
    file.write_text(unwritten, "utf-8")
    act = ("--act", "kk=№ 7 бұйрық", "--act", "ru=приказ № 7", "--in-force", "2027-01-01")
    said = take(project, "adopt", STANDARD, "r1", *act, on="2026-12-10", status=1)
    assert "C09" in said
    opens = ("consultation", "open", STANDARD, "r1", "--opens", "2026-11-09")
    take(project, *opens, on="2026-11-09", status=1)
    assert file.read_text("utf-8") == unwritten


def test_a_draft_shows_the_file_and_writes_nothing(project: Path) -> None:
    before = (project / TEXT).read_bytes()
    words = ("consultation", "open", STANDARD, "r1", "--opens", "2026-11-09", "--draft")
    assert "opens: " in take(project, *words, on="2026-11-02")
    assert (project / TEXT).read_bytes() == before


def test_days_can_be_said_anew_until_it_opens_and_no_longer(project: Path) -> None:
    opened(project)
    again = ("consultation", "open", STANDARD, "r1", "--opens", "2026-11-16")
    take(project, *again, on="2026-11-06")
    assert 'opens: "2026-11-16"' in (project / TEXT).read_text("utf-8")
    refused = take(project, *again, on="2026-11-16", status=2)
    assert "“consultation” is there already" in refused
    assert "talqy correct" in refused


def test_days_said_anew_are_counted_by_the_rules_that_the_file_names(project: Path) -> None:
    opened(project)
    law = "law: {kk: Заң, ru: Закон}, article: {kk: 5-бап, ru: статья 5}, wording: 2020-01-01"
    own = f"consultation:\n  rules: {{days: 30, unit: calendar-day, {law}}}\n"
    file = project / TEXT
    file.write_text(file.read_text("utf-8").replace("consultation:\n", own, 1), "utf-8")
    again = ("consultation", "open", STANDARD, "r1", "--opens", "2026-11-16")
    assert "from 2026-11-16 to 2026-12-16" in take(project, *again, on="2026-11-06")


def test_what_the_rules_forbid_is_not_written(project: Path) -> None:
    before = (project / TEXT).read_bytes()
    days = ("--opens", "2026-11-09", "--closes", "2026-11-12")
    refused = take(
        project, "consultation", "open", STANDARD, "r1", *days, on="2026-11-02", status=1
    )
    assert " error S02: " in refused
    assert "nothing was written" in refused
    assert (project / TEXT).read_bytes() == before
    late = ("consultation", "extend", STANDARD, "r1", "--closes", "2026-12-20")
    why = ("--reason", "kk=Себеп.", "--reason", "ru=Причина.")
    assert "there is no discussion yet" in take(project, *late, *why, on="2026-11-02", status=2)
    opened(project)
    posted(project)
    assert " error S04: " in take(project, *late, *why, on="2026-12-01", status=1)


def test_every_language_is_asked_for(project: Path) -> None:
    opened(project)
    signed = ("consultation", "report", STANDARD, "r1", "--signed-by", "ru=Департамент")
    refused = take(project, *signed, on="2026-12-02", status=2)
    assert "add --signed-by kk=…" in refused


def test_a_posting_has_an_address_or_an_issue(project: Path) -> None:
    opened(project)
    post = ("consultation", "post", STANDARD, "r1", "internet")
    assert "--url, or the printed issue" in take(project, *post, on="2026-11-09", status=2)


def test_a_posting_is_said_once(project: Path) -> None:
    opened(project)
    post = ("consultation", "post", STANDARD, "r1", "egov", "--url", "https://mvd.gov.example/1")
    take(project, *post, on="2026-11-09")
    assert "“posted” is there already" in take(project, *post, on="2026-11-09", status=2)


def test_no_personal_number_gets_into_a_reason(project: Path) -> None:
    opened(project)
    posted(project)
    extend = ("consultation", "extend", STANDARD, "r1", "--closes", "2026-11-27")
    why = ("--reason", "kk=ЖСН 900101300017.", "--reason", "ru=ИИН 900101300017.")
    refused = take(project, *extend, *why, on="2026-11-20", status=1)
    assert " error G17: " in refused


def test_a_draft_is_given_up(project: Path) -> None:
    opened(project)
    why = ("--reason", "kk=Қажет емес.", "--reason", "ru=Нет надобности.")
    take(project, "withdraw", STANDARD, "r1", *why, on="2026-11-05")
    assert "withdrawn:" in (project / TEXT).read_text("utf-8")
