"""What the site shows of the record: its roots, corrections, and the receipts of comments."""

import hashlib
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import builders as b
from held_words import held
from sites import built, by_id, classed, parsed, run, small, words_in
from talqy.data.tables import FORMAT
from talqy.project.survey import survey
from talqy.record.receipt_lines import read_receipt, read_receipt_line
from talqy.record.receipts import receipt_root
from talqy.record.root import project_root, roots_of

pytestmark = pytest.mark.xdist_group("record-pages")
LANGUAGES = ("kk", "ru")
TODAY = ("--today", "2026-08-01")
ANSWERED, REDACTED, LATE = "z000000001", "y000000002", "x000000003"
WHY = {"kk": "Күні қате басылған", "ru": "Опечатка в дате"}
REASONS = [word for code, why in WHY.items() for word in ("--reason", f"{code}={why}")]
LATE_WHY = {"kk": "Хат кеш табылды", "ru": "Письмо нашлось поздно"}
FOUND = [word for code, why in LATE_WHY.items() for word in ("--reason", f"{code}={why}")]
AFTER_REPORT = {
    "kk": "Журналға есептен кейін енгізілді",
    "ru": "Внесен в журнал после отчета",
}
OTHERS = ["--reason", "kk=Өтініш бойынша", "--reason", "ru=По просьбе"]
OLD_REASON = "Мнение рассмотрено и учтено: срок установлен законом."
TAKEN_OUT = "Тайное слово"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an adopted text with two comments on record; then correct it, and redact one of them."""
    decided = {"by": b.MINISTRY, "on": "2026-06-22"}
    folder = small(
        tmp_path_factory.mktemp("record"),
        project=b.a_project(downloads=["docx"]),
        revisions=[b.an_adopted_revision()],
        comments=[
            b.a_comment(name, received="2026-06-10", text=f"Срок велик. {TAKEN_OUT}")
            for name in (ANSWERED, REDACTED)
        ],
        responses=[b.a_response(name, decided=decided) for name in (ANSWERED, REDACTED)],
    )
    for words in (
        ("merge", "--all", *TODAY),
        ("correct", b.STANDARD, "r1", "report.on=2026-06-29", *REASONS, *TODAY),
        ("correct", b.STANDARD, "r1", "adopted.act.ru=Приказ № 8", *REASONS, *TODAY),
        ("correct", ANSWERED, "reason.ru=Сказано иначе.", *REASONS, *TODAY),
        ("comment", "redact", REDACTED, "--words", TAKEN_OUT, *OTHERS, "--on", "2026-08-01"),
    ):
        done = run(*words, cwd=folder)
        assert done.exit_code == 0, done.output
    b.write(folder, b.comment_path(LATE, "2026-06-11"), b.a_comment(LATE, received="2026-06-11"))
    b.write(folder, b.response_path(LATE, "2026-06-11"), b.a_response(LATE, decided=decided))
    done = run("merge", "--all", *FOUND, *TODAY, cwd=folder)
    assert done.exit_code == 0, done.output
    built(folder, *TODAY)
    return folder


def page(project: Path, language: str, path: str) -> ET.Element:
    """Parse a page of the standard."""
    return parsed(project / "site" / language / "s" / b.STANDARD / path / "index.html")


def roots(project: Path) -> tuple[str, str]:
    """Return the root of all records, and that of the standard."""
    register, _ = survey(project).known
    return project_root(register.histories), roots_of(register.histories)[b.STANDARD]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roots_stand_on_home_history_report_feeds_and_the_page_that_checks(
    project: Path, language: str
) -> None:
    whole, own = roots(project)
    site = project / "site" / language
    for path in ("index.html", "verify/index.html"):
        assert whole in words_in(parsed(site / path))
    for path in ("history", "report/r1"):
        assert own in words_in(page(project, language, path))
    assert whole in (site / "feed.xml").read_text("utf-8")
    assert own in (site / "s" / b.STANDARD / "feed.xml").read_text("utf-8")


def test_the_roots_stand_in_the_data_and_in_the_printed_report(project: Path) -> None:
    whole, own = roots(project)
    site = project / "site"
    said = json.loads((site / "data/roots.json").read_text("utf-8"))
    assert said == {"format": FORMAT, "root": whole, "standards": {b.STANDARD: own}}
    (row,) = json.loads((site / "data/register.json").read_text("utf-8"))["rows"]
    assert row["root"] == own
    with zipfile.ZipFile(site / "ru/s" / b.STANDARD / "report/r1/report.docx") as document:
        assert own in document.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("language", "since"),
    [
        ("kk", "журналға 2026~жылғы~1~тамыз күні енгізілді"),
        ("ru", "в журнал внесен 1~августа~2026"),
    ],
)
def test_what_is_dated_before_the_record_has_both_days_wherever_it_stands(
    project: Path, language: str, since: str
) -> None:
    for path in ("history", "report/r1", "", "r1", "comments"):
        assert since.replace("~", " ") in words_in(page(project, language, path)), path
    for feed in ("feed.xml", f"s/{b.STANDARD}/feed.xml"):
        assert held(since) in (project / "site" / language / feed).read_text("utf-8")


NAMED = {
    "kk": {
        "report.on": "есеп, күні",
        "adopted.act.ru": "бекіту, акт, орыс тілінде",
        "reason.ru": "негіздеме, орыс тілінде",
    },
    "ru": {
        "report.on": "отчет, день",
        "adopted.act.ru": "утверждение, акт, на русском языке",
        "reason.ru": "обоснование, на русском языке",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "whats"),
    [
        ("history", ["report.on", "adopted.act.ru", "reason.ru"]),
        ("report/r1", ["report.on", "adopted.act.ru", "reason.ru"]),
        ("", ["report.on", "adopted.act.ru"]),
        ("r1", ["report.on", "adopted.act.ru"]),
        ("in-force", ["adopted.act.ru"]),
        ("comments", ["reason.ru"]),
    ],
)
def test_a_correction_stands_wherever_the_thing_stands(
    project: Path, language: str, path: str, whats: list[str]
) -> None:
    said = words_in(page(project, language, path))
    assert [what for what in whats if NAMED[language][what] not in said.lower()] == []
    assert [what for what in whats if what in said] == [], "people read no places in files"
    assert said.count(WHY[language]) == len(whats)
    if "reason.ru" in whats:
        assert OLD_REASON in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_of_an_answer_stands_with_that_answer_alone(
    project: Path, language: str
) -> None:
    comments = page(project, language, "comments")
    assert OLD_REASON in words_in(by_id(comments, f"c-{ANSWERED}"))
    assert WHY[language] not in " ".join(
        words_in(part) for part in classed(by_id(comments, f"c-{REDACTED}"), "response")
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["feed.xml", f"s/{b.STANDARD}/feed.xml"])
def test_the_feeds_bring_every_correction(project: Path, language: str, path: str) -> None:
    feed = (project / "site" / language / path).read_text("utf-8")
    assert feed.count(WHY[language]) == 3
    assert OLD_REASON in feed


def test_the_printed_report_says_what_was_corrected(project: Path) -> None:
    report = project / "site/ru/s" / b.STANDARD / "report/r1/report.docx"
    with zipfile.ZipFile(report) as document:
        said = document.read("word/document.xml").decode()
    assert WHY["ru"] in said
    assert OLD_REASON in said


def test_a_late_comment_says_so_wherever_it_is_counted(project: Path) -> None:
    for language in LANGUAGES:
        for path in ("comments", "history", "report/r1"):
            said = words_in(page(project, language, path))
            assert (AFTER_REPORT[language] in said, LATE_WHY[language] in said) == (True, True), (
                path
            )
    with zipfile.ZipFile(project / "site/ru/s" / b.STANDARD / "report/r1/report.docx") as document:
        assert LATE_WHY["ru"] in document.read("word/document.xml").decode()
    feed = (project / "site/ru/feed.xml").read_text("utf-8")
    assert held("Комментарий~№ 3 внесен в журнал после отчета") in feed
    assert LATE_WHY["ru"] in feed
    news = words_in(page(project, "ru", "news"))
    assert "Комментарий получен " in news, "a late comment has its day, and that of the record"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("comment", [ANSWERED, REDACTED])
def test_a_receipt_stands_under_its_comment_as_line_code_and_file(
    project: Path, language: str, comment: str
) -> None:
    shown = by_id(page(project, language, f"c/{comment}"), f"c-{comment}")
    (line,) = (words_in(part) for part in classed(shown, "line"))
    receipt = read_receipt_line(line)
    folder = project / "site/data/receipts" / b.STANDARD
    assert read_receipt((folder / f"{comment}.json").read_bytes()) == receipt
    assert receipt_root(receipt) == receipt.root == roots(project)[0]
    assert (folder / f"{comment}.svg").read_bytes().startswith(b"<svg ")
    (picture,) = shown.iter("img")
    assert picture.get("src", "").endswith(f"data/receipts/{b.STANDARD}/{comment}.svg")
    assert (receipt.redacted is not None) == (comment == REDACTED)
    listed = by_id(page(project, language, "comments"), f"c-{comment}")
    (short,) = classed(listed, "receipt")
    assert classed(short, "line") == []
    assert any(f"/c/{comment}/" in link.get("href", "") for link in short.iter("a"))


def test_the_receipt_of_a_redacted_comment_is_of_the_comment_as_it_was_given(
    project: Path,
) -> None:
    file = project / "site/data/receipts" / b.STANDARD / f"{REDACTED}.json"
    receipt = read_receipt(file.read_bytes())
    now = (project / b.comment_path(REDACTED, "2026-06-10")).read_bytes()
    assert TAKEN_OUT not in now.decode()
    assert receipt.digest != f"sha256:{hashlib.sha256(now).hexdigest()}"
    told = run("verify", file, cwd=project).output
    assert "on 2026-08-01 words or the name were taken out of this comment" in told


def test_a_comment_without_a_number_has_no_receipt_yet(tmp_path: Path) -> None:
    folder = small(tmp_path, comments=[b.a_comment()])
    site = built(folder)
    assert not (site / "data/receipts").exists()
    comments = parsed(site / "ru/s" / b.STANDARD / "comments/index.html")
    assert "когда комментарий получает номер" in words_in(by_id(comments, f"c-{b.COMMENT}"))
