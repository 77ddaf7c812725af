"""Nobody enters a finished record unseen: late comments, what comes by the word of a file."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main
from talqy.model.history import History, LateAfter, RecordedPart, RecordedRevision
from talqy.project.file_reader import FileReader
from talqy.project.files import DiskFiles
from talqy.record.entering import first_day_of_answer
from talqy.record.root import root_of

FIRST, LATE = "z000000001", "y000000002"
HISTORY = f"standards/{b.STANDARD}/history.yaml"
RECEIVED, MERGED, LATER = "2026-06-10", "2026-08-01", "2026-09-01"
WHY = ("--reason", "kk=Хат кеш табылды.", "--reason", "ru=Письмо нашлось поздно.")
NAMED = f"this comment, received on {RECEIVED}, comes on record after the report"
UNSEEN = f"the comment {LATE} came to r1 after its report, and the record does not say so"


def talqy(project: Path, *words: str, today: str = "", given: str = "") -> Result:
    """Run a command as a person does."""
    more = ("--today", today) if today else ()
    return CliRunner().invoke(main, [*words, "--project", str(project), *more], input=given)


def add(project: Path, name: str) -> None:
    """Put an answered comment into a project, of a day when its discussion was open."""
    b.write(project, b.comment_path(name, RECEIVED), b.a_comment(name, received=RECEIVED))
    answer = b.a_response(name, decided={"by": b.MINISTRY, "on": "2026-06-22"})
    b.write(project, b.response_path(name, RECEIVED), answer)


def entry(project: Path) -> RecordedRevision:
    """Return what is recorded of the text."""
    found = FileReader(DiskFiles(project)).value(HISTORY, History)
    assert found is not None
    return found.revisions[0]


def swap(project: Path, pattern: str, now: str) -> None:
    """Change the record by hand."""
    text = (project / HISTORY).read_text("utf-8")
    changed = re.sub(pattern, now, text)
    assert changed != text
    (project / HISTORY).write_text(changed, "utf-8")


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project whose discussion, report and adoption are on record."""
    folder = tmp_path_factory.mktemp("older") / "project"
    b.write_project(folder, revisions=[b.an_adopted_revision()])
    add(folder, FIRST)
    done = talqy(folder, "merge", "--all", today=MERGED)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def project(older: Path, tmp_path: Path) -> Path:
    """Return a later state, with a comment that comes after the report."""
    later = shutil.copytree(older, tmp_path / "project")
    add(later, LATE)
    return later


@pytest.fixture
def entered(project: Path) -> Path:
    """Return a later state in which the late comment is on record, with a reason."""
    done = talqy(project, "merge", "--all", *WHY, today=LATER)
    assert done.exit_code == 0, done.output
    assert NAMED in done.output
    return project


def test_a_late_comment_is_named_before_it_is_merged(older: Path, project: Path) -> None:
    assert f"warning R10: {NAMED}" in talqy(project, "check", today=LATER).output
    found = talqy(project, "verify", "--against", str(older))
    assert (found.exit_code, f"error V09: {UNSEEN}" in found.output) == (1, True), found.output


def test_a_merge_after_the_report_wants_a_reason_or_a_yes(project: Path) -> None:
    before = (project / HISTORY).read_bytes()
    refused = talqy(project, "merge", "--all", today=LATER)
    assert (refused.exit_code, NAMED in refused.output) == (1, True), refused.output
    assert "--reason" in refused.output
    half = talqy(project, "merge", "--all", *WHY[:2], today=LATER)
    assert (half.exit_code, "--reason ru=" in half.output) == (2, True), half.output
    assert (project / HISTORY).read_bytes() == before


@pytest.mark.parametrize(("given", "status"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_a_person_on_a_terminal_is_asked(
    project: Path, given: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.cli.merge.is_terminal", lambda: True)
    asked = talqy(project, "merge", "--all", today=LATER, given=given)
    assert (asked.exit_code, "after the report?" in asked.output) == (status, True), asked.output
    assert len(entry(project).comments) == 2 - status


def test_the_day_and_the_reason_stay_on_record(older: Path, entered: Path) -> None:
    first, late = entry(entered).comments
    assert (str(first.on), first.late, str(late.on)) == (MERGED, None, LATER)
    assert late.late is not None
    assert late.late.after is LateAfter.REPORT
    assert late.late.reason == {"kk": "Хат кеш табылды.", "ru": "Письмо нашлось поздно."}
    assert "R10" not in talqy(entered, "check", today=LATER).output
    found = talqy(entered, "verify", "--against", str(older))
    openly = (
        f"openly put on record on {LATER}, after the report: {b.STANDARD}, r1, the comment {LATE}"
    )
    assert (found.exit_code, openly in found.output) == (0, True), found.output
    again = talqy(entered, "merge", "--all", *WHY, today=LATER)
    assert (again.exit_code, "no comment comes late" in again.output) == (2, True)


def test_the_day_is_proven_by_the_receipt(entered: Path, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    assert talqy(entered, "export", "receipt", LATE, "--to", str(file)).exit_code == 0
    assert f"on record since {LATER}" in talqy(entered, "verify", str(file)).output
    file.write_text(file.read_text("utf-8").replace(LATER, RECEIVED), "utf-8")
    assert talqy(entered, "verify", str(file)).exit_code == 1


FORGED: dict[str, Callable[[Path], None]] = {
    "its mark is taken out": lambda p: swap(p, r", late: \{.*\}\}(?=, outcome)", ""),
    "its day is taken out": lambda p: swap(p, f", 'on': '{LATER}', late", ", late"),
    "it is dated back": lambda p: swap(p, f"'on': '{LATER}', late", "'on': '2026-07-01', late"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_line_of_a_late_comment_is_named(older: Path, entered: Path, name: str) -> None:
    FORGED[name](entered)
    found = talqy(entered, "verify", "--against", str(older))
    assert (found.exit_code, "error V09" in found.output) == (1, True), found.output
    assert "R07" in found.output


def test_the_day_of_an_earlier_comment_stays(older: Path, entered: Path) -> None:
    swap(entered, f"'on': '{MERGED}', outcome", "'on': '2026-07-31', outcome")
    found = talqy(entered, "verify", "--against", str(older))
    assert "error V06" in found.output


def test_a_comment_after_the_close_is_named_and_asks_nothing(tmp_path: Path) -> None:
    """Before the report a letter may still come: it is said, and nobody is asked."""
    folder = tmp_path / "project"
    talk = b.a_consultation("2026-06-02", "2026-06-19")
    b.write_project(folder, revisions=[b.an_adopted_revision(consultation=talk, adopted=None)])
    add(folder, FIRST)
    done = talqy(folder, "merge", "--all", today="2026-06-22")
    assert done.exit_code == 0, done.output
    add(folder, LATE)
    done = talqy(folder, "merge", "--all", today="2026-06-23")
    said = "comes on record after the others got their numbers"
    assert (done.exit_code, said in done.output) == (0, True), done.output
    late = entry(folder).comments[1].late
    assert late is not None
    assert (late.after, late.reason) == (LateAfter.CLOSE, None)


def test_a_correction_is_not_dated_before_what_stands_in_the_record(project: Path) -> None:
    """Its text was recorded in August, and the older state goes to September by another line."""
    assert talqy(project, "merge", "--all", *WHY, today=LATER).exit_code == 0
    older = shutil.copytree(project, project.parent / "older")
    words = ("correct", b.STANDARD, "r1", "report.on=2026-06-29", *WHY)
    assert talqy(project, *words, today="2026-10-01").exit_code == 0
    swap(project, "'on': '2026-10-01'", "'on': '2026-08-15'")
    found = talqy(project, "verify", "--against", str(older))
    assert (found.exit_code, "error V08" in found.output) == (1, True), found.output
    swap(project, "'on': '2026-08-15'", "'on': '2026-07-01'")
    assert "error R08" in talqy(project, "check", today="2026-10-01").output


def test_what_a_record_of_the_first_edition_takes_from_files_is_named(project: Path) -> None:
    swap(project, r"    (report|adopted|recorded): .*\n", "")
    swap(project, r", response: \{[^}]*\}", "")
    swap(project, r", since: '[^']*'", "")
    swap(project, f", 'on': '{MERGED}'", "")
    swap(project, r"root: .*\n", "")
    said = (
        "taken on the word of the files, and not on record before: the report, the adoption, "
        "answers: 1"
    )
    checked = talqy(project, "check", today=LATER)
    done = talqy(project, "merge", "--all", *WHY, today=LATER)
    assert (f"warning R09: {said}" in checked.output, said in done.output) == (True, True)
    first, late = entry(project).comments
    assert (first.on, str(late.on)) == (None, LATER)
    assert "R09" not in talqy(project, "check", today=LATER).output


def test_a_comment_that_is_smuggled_in_after_the_close_is_named(tmp_path: Path) -> None:
    """A keeper takes day and mark out of its line, and puts the root right."""
    older = tmp_path / "older"
    talk = b.a_consultation("2026-06-02", "2026-06-19")
    b.write_project(older, revisions=[b.an_adopted_revision(consultation=talk, adopted=None)])
    add(older, FIRST)
    assert talqy(older, "merge", "--all", today="2026-06-22").exit_code == 0
    later = shutil.copytree(older, tmp_path / "later")
    add(later, LATE)
    assert talqy(later, "merge", "--all", *WHY, today="2026-06-23").exit_code == 0
    for pattern, code in ((r", 'on': '2026-06-23'", "V06"), (r", late: \{.*?\}\}", "V09")):
        swap(later, pattern, "")
        history = FileReader(DiskFiles(later)).value(HISTORY, History)
        assert history is not None
        swap(later, r"root: .*", f"root: {root_of(history)}")
        found = talqy(later, "verify", "--against", str(older))
        assert (found.exit_code, f"error {code}" in found.output) == (1, True), found.output
        assert "None" not in found.output
        assert "nothing" not in found.output


def test_when_a_comment_may_be_answered_is_seen_on_its_own_line() -> None:
    """Of twenty thousand comments each would look at all others."""
    report = object()
    recorded = {RecordedPart.REPORT: date(2026, 6, 30)}
    of = SimpleNamespace(report=report, recorded=recorded)
    for outcome, late, shown in (
        (None, None, True),
        (None, SimpleNamespace(after=LateAfter.REPORT), False),
        (None, SimpleNamespace(after=LateAfter.CLOSE), True),
        ("rejected", None, False),
    ):
        line = SimpleNamespace(id=FIRST, outcome=outcome, late=late, response=None)
        found = first_day_of_answer(of, line)  # type: ignore[arg-type]
        assert found == (recorded[RecordedPart.REPORT] if shown else None)
