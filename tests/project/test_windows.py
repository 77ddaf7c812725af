"""A project on Windows: line ends as Git for Windows writes them, the record stays as it is."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from repositories import a_repository, committed, git
from sites import ROOT
from talqy.cli.main import main

ATTRIBUTES = (ROOT / ".gitattributes").read_text("utf-8")
WHEELS = "*.whl binary\n"  # `init --forge` brings the tool itself along
LATER = ("--today", "2026-12-10")
HISTORY = f"standards/{b.STANDARD}/history.yaml"


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project)])


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository of a small project, whose first text is on record with a comment."""
    folder = a_repository(tmp_path_factory.mktemp("origin") / "project")
    first = b.a_revision(consultation=b.a_consultation())
    b.write_project(folder, revisions=[first], comments=[b.a_comment(text="Первая.\nВторая.")])
    merged = talqy(folder, "merge", "--all", "--today", "2026-11-20")
    assert merged.exit_code == 0, merged.output
    committed(folder)
    return folder


@pytest.fixture
def windows(origin: Path, tmp_path: Path) -> Path:
    """Clone it as Git for Windows does where nobody has chosen anything else."""
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=true", str(origin), "windows")
    folder = tmp_path / "windows"
    for file in (HISTORY, b.comment_path(), b.revision_path(1)):
        assert b"\r\n" in (folder / file).read_bytes()
    return folder


def test_a_checkout_with_crlf_checks_as_any_other(origin: Path, windows: Path) -> None:
    theirs, ours = (talqy(folder, "check") for folder in (windows, origin))
    assert (theirs.exit_code, theirs.output) == (ours.exit_code, ours.output)
    assert "errors: 0" in ours.output


def test_a_checkout_with_crlf_verifies_and_receipts_fit(origin: Path, windows: Path) -> None:
    assert talqy(windows, "verify").output == talqy(origin, "verify").output
    given = hashlib.sha256((origin / b.comment_path()).read_bytes()).hexdigest()
    told = talqy(windows, "verify", b.COMMENT, given)
    assert (told.exit_code, "the receipt fits" in told.output) == (0, True)


def test_a_checkout_with_crlf_merges_as_any_other(
    origin: Path, windows: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", str(origin), "linux")
    linux = tmp_path / "linux"
    for folder in (linux, windows):
        merged = talqy(folder, "merge", "--all", *LATER)
        assert merged.exit_code == 0, merged.output
    assert (windows / HISTORY).read_bytes() == (linux / HISTORY).read_bytes()
    git(windows, "add", "--all")
    assert git(windows, "diff", "--cached", "--name-only") == HISTORY
    assert git(windows, "show", f":{HISTORY}") == (linux / HISTORY).read_text("utf-8").strip()


def test_a_merge_that_changes_nothing_leaves_the_file(windows: Path) -> None:
    before = (windows / HISTORY).read_bytes()
    assert talqy(windows, "merge", "--all", "--today", "2026-11-20").exit_code == 0
    assert (windows / HISTORY).read_bytes() == before


def test_a_redaction_in_a_checkout_with_crlf_keeps_the_digest_that_was_given(
    origin: Path, windows: Path
) -> None:
    given = hashlib.sha256((origin / b.comment_path()).read_bytes()).hexdigest()
    reasons = ("--reason", "kk=Өтініш бойынша.", "--reason", "ru=По просьбе автора.")
    words = ("comment", "redact", b.COMMENT, "--words", "Вторая.", *reasons)
    done = talqy(windows, *words, "--on", "2026-11-20")
    assert done.exit_code == 0, done.output
    assert f'original: "sha256:{given}"' in (windows / b.comment_path()).read_text("utf-8")
    assert b"\r" not in (windows / b.comment_path()).read_bytes()
    assert talqy(windows, "verify", b.COMMENT, given).exit_code == 0


def test_a_new_project_and_this_repository_keep_line_ends_lf(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert made.exit_code == 0, made.output
    assert (tmp_path / ".gitattributes").read_text("utf-8") == ATTRIBUTES + WHEELS


def test_with_our_attributes_line_ends_are_lf_on_every_disk_and_in_git(
    origin: Path, tmp_path: Path
) -> None:
    """Git for Windows writes LF, and what an editor saves with CRLF comes into git with LF."""
    git(tmp_path, "clone", "--quiet", str(origin), "linux")
    linux, windows = tmp_path / "linux", tmp_path / "windows"
    committed(linux, {".gitattributes": ATTRIBUTES})
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=true", str(linux), str(windows))
    assert b"\r" not in (windows / b.comment_path()).read_bytes()
    saved = (windows / b.standard_path()).read_bytes().replace(b"\n", b"\r\n")
    form = f"standards/{b.STANDARD}/documents/r1-form-ru.rtf"
    files: dict[str, str | bytes] = {b.standard_path(): saved, form: b"{\\rtf1\r\n}"}
    files["pages/of-ours.md"] = "# А\r\nБ\r\n"
    committed(windows, files)
    assert "\r" not in git(windows, "show", "HEAD:pages/of-ours.md")
    assert "\r" in git(windows, "show", f"HEAD:{form}")  # it is proven by its bytes
    changed = git(windows, "diff", "--name-only", "HEAD~1", "HEAD")
    assert changed.split() == ["pages/of-ours.md", form]


def test_a_comment_with_crlf_in_git_is_the_same_comment(origin: Path, tmp_path: Path) -> None:
    """What older tools have committed stands in git as it is, and the record still fits."""
    git(tmp_path, "clone", "--quiet", str(origin), "old")
    old = tmp_path / "old"
    file = old / b.comment_path()
    committed(old, {b.comment_path(): file.read_bytes().replace(b"\n", b"\r\n")})
    assert "\r" in git(old, "show", f"HEAD:{b.comment_path()}")
    assert talqy(old, "verify").output == talqy(origin, "verify").output
