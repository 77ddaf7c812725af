"""What commands print is UTF-8, whatever code page the system gives a file or a pipe."""

import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from unittest.mock import MagicMock

import click
import pytest
from click.testing import CliRunner

import builders as b
from intakes import a_csv
from repositories import a_repository, committed
from talqy.cli.main import main
from talqy.cli.running import shown
from word_files import a_word, paragraph

CODE_PAGES = ("cp1251", "cp866")
TODAY = ("--today", "2026-11-12")
SOMEBODY = ("--author", "individual", "--kind", "change", "--consent", "--draft")
REASONS = ("--reason", "kk=Өтініш бойынша.", "--reason", "ru=По просьбе автора.")
# Every command, in ways that print texts of the project or signs that no code page has.
SETTINGS_GONE = ("--settings", "ә.yaml", "--language", "kk")
AN_OFFICIAL = ("--as", "officer", *SETTINGS_GONE)
PRINTS: dict[str, list[tuple[str, ...]]] = {
    "init": [("made", "--draft")],
    "upgrade": [("--draft",)],
    "new comment": [
        (
            b.STANDARD,
            "--clause",
            "term",
            "--text",
            "Мерзім өте ұзақ.",
            "--language",
            "kk",
            *SOMEBODY,
        )
    ],
    "new standard": [("lost-passport", "--title", "kk=Жоғалған төлқұжат", "--draft")],
    "new revision": [(b.STANDARD, "--draft")],
    "check": [
        (*TODAY, "--language", "kk"),
        (*TODAY, "--format", "json", "--language", "kk"),
        (*TODAY, "--format", "github", "--language", "kk"),
        (*TODAY, "--format", "gitlab", "--language", "kk"),
        ("--pull-request", "main~2..main~1", "--format", "comment"),
        ("--pull-request", "main~2..main~1", "--format", "json", "--language", "kk"),
    ],
    "export matrix": [
        (b.STANDARD, "--format", "csv", "--to", "ә.csv", "--language", "kk", "--replace")
    ],
    "due": [("--on", "2027-01-20", "--language", "kk")],
    "consultation open": [(b.STANDARD, "r2", "--opens", "2026-12-07", "--language", "kk")],
    "consultation post": [(b.STANDARD, "r2", "internet", "--language", "kk")],
    "consultation extend": [
        (b.STANDARD, "r2", "--closes", "2026-12-07", "--reason", "kk=Сұрау бойынша.", "--draft")
    ],
    "consultation report": [(b.STANDARD, "r2", "--signed-by", "kk=Департамент", "--draft")],
    "adopt": [(b.STANDARD, "r1", "--in-force", "2026-12-07", "--act", "kk=№ 7 бұйрық")],
    "withdraw": [(b.STANDARD, "r2", "--reason", "kk=Қажет емес.")],
    "build": [("--strict", *TODAY)],
    "serve": [TODAY],
    "text": [(b.STANDARD, "--on", "2026-11-12", "--language", "kk")],
    "draft import": [("draft.docx", "--standard", b.STANDARD, "--draft", "--language", "kk")],
    "tidy": [("--draft", *TODAY, "--language", "kk")],
    "correct": [(b.STANDARD, "r1", *REASONS, *TODAY, "--draft", "--language", "kk")],
    "diff": [
        (b.STANDARD, "r1", "r2", "--language", "kk"),
        (b.STANDARD, "r1", "r2", "--language", "kk", "--format", "json"),
        ("--pull-request", "main~2..main~1"),
    ],
    "comment import": [
        ("rows.csv", "--standard", b.STANDARD, "--received", "2026-11-11", "--draft")
    ],
    "comment template": [
        ("--standard", b.STANDARD, "--revision", "r2", "--to", "ә.xlsx", "--draft")
    ],
    "comment redact": [(b.COMMENT, "--words", "Екінші", *REASONS, "--draft")],
    "respond to": [(b.COMMENT, "--outcome", "noted", *REASONS, *TODAY, "--draft")],
    "respond groups": [(b.STANDARD, "r2", *TODAY)],
    "respond export": [(b.STANDARD, "r2", "--to", "ә.xlsx", *TODAY, "--draft")],
    "respond import": [("rows.csv", *TODAY, "--draft")],
    "merge": [("--all", "--draft", *TODAY), ("--all", *TODAY, "--language", "kk")],
    "report": [(b.STANDARD, "r2", "--language", "kk", *TODAY)],
    "verify": [("--language", "kk")],
    "notify": [("--since", "main~1", "--language", "kk", *TODAY)],
    "service run": [SETTINGS_GONE],
    "service check": [SETTINGS_GONE],
    "desk": [("--no-browser", *SETTINGS_GONE)],
    "service backup": [("--to", "backup", *SETTINGS_GONE)],
    "service restore": [("rows.csv", *SETTINGS_GONE)],
    "service publish": [SETTINGS_GONE],
    "service queue list": [SETTINGS_GONE],
    "service queue show": [(b.COMMENT, *SETTINGS_GONE)],
    "service queue attachment": [(b.COMMENT, *SETTINGS_GONE)],
    "service queue hold": [(b.COMMENT, *AN_OFFICIAL)],
    "service queue publish": [(b.COMMENT, *AN_OFFICIAL)],
    "service queue refuse": [(b.COMMENT, "--reason", "insult", *AN_OFFICIAL)],
    "service queue ask": [(b.COMMENT, "--question", "Қай тармақ?", *AN_OFFICIAL)],
    "service queue redact": [(b.COMMENT, "--name", "--reason", "kk=Сұрау бойынша.", *AN_OFFICIAL)],
    "export figures": [("--quarter", "ә", *TODAY)],
    "export receipt": [(b.COMMENT, "--language", "kk")],
    "export formats": [("made", "--draft")],
    "export templates": [("made", "--draft")],
    "completion": [("ә",)],
    "export archive": [("--to", "ә.zip", "--replace", *TODAY)],
    "export package": [(b.STANDARD, "r2", "--draft")],
    "export text": [(b.STANDARD, "r2", "--language", "kk", "--changes", "r1", "--draft")],
    "export table": [(b.STANDARD, "r1", "r2", "--language", "kk", "--draft")],
}
WAYS = [(name, words) for name, ways in PRINTS.items() for words in ways]
# A new comment gets another id each time; one that looks like a number is quoted.
ID = re.compile(rb'"?\b[0-9a-z]{10}\b"?')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with findings, whose last commit changes its draft and brings a comment."""
    folder = a_repository(tmp_path_factory.mktemp("encodings") / "project")
    draft = b.a_revision(2, consultation=b.a_consultation())
    heard = b.a_comment(revision="2", language="kk", text="Бірінші сөйлем. Екінші.")
    broken = {"standards/ә.yaml": "→"}
    b.write_project(folder, revisions=[b.an_adopted_revision(), draft], files=broken)
    committed(folder)
    changed = b.said("Қазір үш күнде.", "Теперь за три дня.")
    clauses = [{**clause, "text": changed} for clause in draft["clauses"]]
    committed(
        folder,
        {b.revision_path(2): {**draft, "clauses": clauses}, b.comment_path(number=2): heard},
    )
    again = {**heard, "id": b.OTHER_COMMENT, "text": "Бірінші сөйлем. Екінші!"}
    committed(folder, {b.comment_path(b.OTHER_COMMENT, number=2): again})
    lines = paragraph("1. Мерзімі") + paragraph("Қызмет бес жұмыс күні ішінде көрсетіледі.")
    (folder / "draft.docx").write_bytes(a_word(lines))
    (folder / "rows.csv").write_bytes(a_csv(("текст",), ("Қызмет тым ұзақ көрсетіледі.",)))
    return folder


@pytest.fixture(autouse=True)
def _here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("talqy.cli.serve.LiveServer", MagicMock())
    monkeypatch.setattr("talqy.cli.serve.watch", lambda *_: None)


def printed(charset: str, *words: str) -> tuple[int, bytes, bytes]:
    """Run a command whose output goes where the system writes in a code page."""
    done = CliRunner(charset=charset).invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    out, err = (ID.sub(b"id", text) for text in (done.stdout_bytes, done.stderr_bytes))
    return done.exit_code, out, err


def names(group: click.Group, above: str = "") -> list[str]:
    """Return the full names of all commands."""
    return [
        name
        for own, command in group.commands.items()
        for name in (
            names(command, f"{above}{own} ")
            if isinstance(command, click.Group)
            else [f"{above}{own}"]
        )
    ]


def test_no_command_is_forgotten_here() -> None:
    assert sorted(PRINTS) == sorted(names(main))


@pytest.mark.parametrize(("name", "words"), WAYS, ids=[f"{n} {' '.join(w)}" for n, w in WAYS])
def test_what_a_command_prints_is_utf8_under_any_code_page(
    name: str, words: tuple[str, ...]
) -> None:
    line = [*name.split(), *words]
    usual = printed("utf-8", *line)
    assert any(sign >= 0x80 for sign in usual[1] + usual[2]), usual
    (usual[1] + usual[2]).decode("utf-8")
    for charset in CODE_PAGES:
        assert printed(charset, *line) == usual


@pytest.mark.parametrize("words", [("--help",), ("merge", "--help"), ("merge",), ("verify", "ә")])
def test_help_and_wrong_use_are_utf8_too(words: tuple[str, ...]) -> None:
    usual = printed("utf-8", *words)
    assert all(printed(charset, *words) == usual for charset in CODE_PAGES)


@pytest.mark.parametrize("charset", CODE_PAGES)
def test_a_real_process_whose_output_goes_to_a_file_writes_utf8(
    charset: str, tmp_path: Path
) -> None:
    """As on a Russian Windows: `talqy check > out.txt`."""
    words = [sys.executable, "-m", "talqy", "check", "--language", "kk", *TODAY]
    settings = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": charset}
    with (tmp_path / "out.txt").open("wb") as out:
        done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, env=settings, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    told = (tmp_path / "out.txt").read_text("utf-8")
    assert "→" in told
    assert "ә" in told


def test_a_file_name_that_is_no_text_can_be_printed() -> None:
    status, told, _ = printed("cp1251", "init", "\udcff", "--draft")
    assert (status, b"--project \\udcff" in told) == (0, True)


def test_a_path_is_printed_with_slashes() -> None:
    assert shown(PureWindowsPath(r"drafts\standards\a.yaml")) == "drafts/standards/a.yaml"
