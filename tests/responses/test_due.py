"""`talqy due`: what authorities owe, overdue first, on a terminal and as tables."""

import csv
import io
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import load_workbook

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.cli.main import main
from talqy.language.edition import Edition, editions
from talqy.office.plain_files import plain_csv
from talqy.responses.debts import by_authority, debts, said_until
from talqy.responses.due_table import due_table
from talqy.site.reviewers_files import reviewers_files

TALK = b.a_consultation("2026-10-05", "2026-10-19")
TEXT = b.a_revision(1, dated="2026-10-01", consultation=TALK)
HEARD = b.a_comment(received="2026-10-12")
# Ten days after the last one for answers: that is ten working days after the closing day, less the
# Day of the Republic.
TODAY = "2026-11-13"
OTHER = "ministry-labour"


def talqy(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def owing(*answers: b.Tree) -> Edition:
    """Return the site in Russian on a day when a text with one comment waits for its report."""
    case = a_case(a_record(TEXT, comments=[HEARD], responses=answers), today=TODAY)
    return editions(ROOT, case.register, case.assessment)[1]


def rows(edition: Edition) -> list[dict[str, str]]:
    owed = debts(edition.register, edition.assessment)
    text = plain_csv(due_table(edition, owed), edition.locale)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_row_for_the_report_and_for_each_comment_with_codes_beside_names() -> None:
    report, answer = rows(owing())
    assert [report["Чего ждут: код"], answer["Чего ждут: код"]] == ["report", "answer"]
    assert answer["Разработчик: код"] == b.MINISTRY
    assert answer["Разработчик"] != b.MINISTRY
    assert (answer["Комментарий: код"], answer["Пункт: код"]) == (b.COMMENT, "term")
    assert (report["Комментарий: код"], report["Пункт"]) == ("", "")
    assert answer["Последний день"] == "03.11.2026"
    assert answer["Просрочено, календарных дней"] == "10"


def test_what_has_no_last_day_says_so_and_is_late_by_none() -> None:
    landed = {"revision": "2", "clauses": ["term"]}
    (promise,) = (
        row
        for row in rows(owing(b.a_response(outcome="accepted", landed=landed)))
        if row["Чего ждут: код"] == "text"
    )
    assert promise["Последний день"] == "не применяется"
    assert promise["Просрочено, календарных дней"] == "0"


def test_who_owes_the_most_urgent_answer_comes_first_with_all_that_it_owes() -> None:
    overdue, later = TALK, b.a_consultation("2026-11-02", "2026-11-16")
    owing_lives = (("a", OTHER, later), ("b", b.MINISTRY, overdue), ("c", b.MINISTRY, later))
    records = [
        a_record(
            b.a_revision(1, dated="2026-10-01", consultation=talk),
            standard=b.a_standard(name, authority=authority),
            comments=[b.a_comment(f"{name}000000000", standard=name, received="2026-10-12")],
        )
        for name, authority, talk in owing_lives
    ]
    case = a_case(*records, today=TODAY)
    found = by_authority(debts(case.register, case.assessment))
    named = [(name, [debt.record.id for debt in of]) for name, of in found]
    assert named == [(b.MINISTRY, ["b", "c"]), (OTHER, ["a"])]


def test_on_an_earlier_day_is_owed_what_was_owed_then() -> None:
    answered = b.a_response(decided={"by": b.MINISTRY, "on": "2026-10-30"})
    case = a_case(a_record(TEXT, comments=[HEARD], responses=[answered]), today="2026-10-29")
    before = said_until(case.register, date(2026, 10, 29))
    assert [len(one.waiting) for one in debts(before, case.assessment)] == [1]
    assert debts(said_until(case.register, date(2026, 10, 30)), case.assessment) == ()
    assert debts(said_until(case.register, date(2026, 10, 11)), case.assessment) == ()


def test_the_command_lists_every_authority_or_one(tmp_path: Path) -> None:
    words = ("due", "--project", ROOT, "--on", "2027-01-20", "--language", "ru")
    every = talqy(*words).output
    assert every.index("(ministry-enlightenment)") < every.index("(ministry-labour)")
    assert "срок истек" in every
    one = talqy(*words, "--authority", "ministry-justice").output
    assert "birth-registration" in one
    assert "ministry-labour" not in one
    assert one.splitlines()[2].endswith("(ministry-justice)")
    file, table = tmp_path / "due.xlsx", tmp_path / "due.csv"
    assert talqy(*words, "--format", "xlsx", "--to", file).exit_code == 0
    sheet = load_workbook(file).worksheets[0]
    assert sheet.auto_filter.ref == f"A3:N{sheet.max_row}"
    assert talqy(*words, "--format", "csv", "--to", table).exit_code == 0
    assert table.read_bytes().count(b"\r\n") == sheet.max_row - 2


def test_an_unknown_authority_is_refused_with_those_that_are_known() -> None:
    done = talqy("due", "--project", ROOT, "--authority", "ministry-justise")
    assert done.exit_code == 2
    assert "known: ministry-enlightenment, " in done.output


def test_where_nothing_is_owed_it_says_so() -> None:
    done = talqy("due", "--project", ROOT, "--on", "2020-01-01", "--language", "ru")
    assert (done.exit_code, done.output.splitlines()[1:]) == (
        0,
        ["На все комментарии даны ответы."],
    )


def test_the_site_has_the_same_table() -> None:
    edition = owing()
    owed = debts(edition.register, edition.assessment)
    expected = plain_csv(due_table(edition, owed), edition.locale).encode()
    assert dict(reviewers_files(edition))["reviewers/due.csv"] == expected
