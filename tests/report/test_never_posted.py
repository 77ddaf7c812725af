"""Where a draft was never posted, though the law asks for it, report and figures say so."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from talqy.cli.main import main
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.model.revision import PostingChannel
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from talqy.project.survey import survey
from talqy.report.data import report_json
from talqy.report.report import Report, completion_report
from talqy.report.spoken import spoken_report

POSTED = [b.a_posting(channel, "2026-11-03") for channel in ("internet", "egov")]


def project(folder: Path, posted: list[b.Tree], withdrawn: str) -> Path:
    """Make a draft that was discussed for some days, and withdrawn."""
    talk = b.a_consultation("2026-11-03", "2026-11-27", posted=posted)
    text = b.a_revision(dated="2026-11-02", consultation=talk, withdrawn=b.a_withdrawal(withdrawn))
    return b.write_project(folder, revisions=[text])


def report(folder: Path) -> Report:
    register, assessment = survey(folder, date(2026, 11, 20)).as_read
    record = register.records[0]
    found = completion_report(record, record.revisions[0], assessment, register)
    assert found
    return found


def test_what_was_never_posted_is_named(tmp_path: Path) -> None:
    assert report(project(tmp_path, POSTED, "2026-11-16")).never_posted == (PostingChannel.PRINT,)


@pytest.mark.parametrize("day", ["2026-11-03", "2026-11-02"])
def test_what_was_given_up_before_owed_nothing(tmp_path: Path, day: str) -> None:
    assert report(project(tmp_path, [], day)).never_posted == ()


def test_what_was_posted_everywhere_says_nothing(tmp_path: Path) -> None:
    posted = [*POSTED, b.a_posting("print", "2026-11-03")]
    assert report(project(tmp_path, posted, "2026-11-16")).never_posted == ()


def test_the_figures_of_the_quarter_name_it(tmp_path: Path) -> None:
    folder = project(tmp_path, POSTED, "2026-11-16")
    words = ("export", "figures", "--quarter", "2026-4", "--project", str(folder), "--format")
    done = CliRunner().invoke(main, [*words, "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.output)["discussions"][0]["never_posted"] == ["print"]
    done = CliRunner().invoke(main, [*words, "csv", "--language", "ru"])
    assert done.exit_code == 0, done.output
    assert "Не размещено, хотя этого требует закон" in done.output
    assert "печатное издание" in done.output


def test_the_report_names_it(tmp_path: Path) -> None:
    folder = project(tmp_path, POSTED, "2026-11-16")
    register, _ = survey(folder, date(2026, 11, 20)).as_read
    found = report(folder)
    assert json.loads(report_json(found, register, ["ru"]))["never_posted"] == ["print"]
    locale = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
    said = {one.label: one.lines for one in spoken_report(found, locale, register).particulars}
    (line,) = said["Не размещено, хотя этого требует закон"]
    assert line.text == "печатное издание"
