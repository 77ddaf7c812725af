"""What was found in a standard is kept for the next run, and says the same as if nothing were."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

import builders as b
from broken_projects import CASES, laid_over
from talqy.model import paths
from talqy.model.pasted import whole_words
from talqy.model.problem import Problem
from talqy.project import kept, kept_findings
from talqy.project.sources import tool_digest
from talqy.project.survey import LastSurvey, survey
from talqy.rules import rule
from talqy.rules.check import check_the_day, check_words
from talqy.rules.rule import CheckContext, breach

SECOND = "lost-passport"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which is kept what is found."""
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept" / "talqy"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count how often the words of each standard are looked at."""
    counted: Counter[str] = Counter()

    def look(context: CheckContext) -> Iterator[Problem]:
        counted.update(record.id for record in context.register.records)
        return check_words(context)

    monkeypatch.setattr(kept_findings, "check_words", look)
    return counted


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        b.standard_path(SECOND): b.a_standard(SECOND),
        b.revision_path(1, SECOND): b.a_revision(),
    }
    return b.write_project(tmp_path / "project", comments=[b.a_comment()], files=files)


_KIND = ["Kind", "X01", "wrong", "mend it", ["Level", "error"]]
ODD = ["list", ["Problem", _KIND, 7, ["mapping"], ["list"], 0, 0]]
"""A problem whose file is no text."""

EVERY_FEW = 10
SOME = [
    pytest.param(case, id=case.name, marks=[pytest.mark.proof] if at % EVERY_FEW else [])
    for at, case in enumerate(CASES)
]


@pytest.mark.parametrize("case", SOME)
def test_what_is_kept_is_said_as_if_it_were_found_anew(
    case: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = laid_over(case, tmp_path / "project")
    first, second = survey(root).problems, survey(root).problems
    assert list(folder.glob("*.json"))
    monkeypatch.setenv(kept.VARIABLE, "")
    assert first == second == survey(root).problems


@pytest.mark.usefixtures("folder")
def test_a_standard_is_looked_at_where_something_of_it_has_changed(
    project: Path, looked: Counter[str]
) -> None:
    for _ in range(2):
        survey(project)
        assert looked == {b.STANDARD: 1, SECOND: 1}
    b.write(project, b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT, text="Почему?"))
    survey(project)
    assert looked == {b.STANDARD: 2, SECOND: 1}
    b.write(project, paths.PROJECT, b.a_project(today="2026-11-24"))
    survey(project)
    assert looked == {b.STANDARD: 3, SECOND: 2}


def test_all_words_are_read_where_a_hyphen_came_or_a_standard_changed(
    project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word with a hyphen is known without it from whatever standard, and as long as it is."""
    read: Counter[str] = Counter()

    def look(texts: Iterable[str]) -> frozenset[str]:
        read["parts"] += 1
        return whole_words(texts)

    monkeypatch.setattr(rule, "whole_words", look)

    def said(standard: str, words: str) -> tuple[list[str], int]:
        title = b.said("Паспорт", f"Выдача {words}")
        b.write(project, b.standard_path(standard), b.a_standard(standard, title=title))
        read.clear()
        found = [one.file for one in survey(project).problems if one.code == "D03"]
        return found, read["parts"]

    both_languages, parts = 2, 3
    assert said(SECOND, "пас-порта") == ([], both_languages * parts)
    assert said(SECOND, "пас-порта") == ([], 0)
    assert said(b.STANDARD, "паспорта") == ([b.standard_path(SECOND)], both_languages)
    assert said(b.STANDARD, "бумаги") == ([], both_languages)
    assert folder.is_dir()


def test_what_is_found_on_a_day_is_kept_for_that_day(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[str] = Counter()

    def look(context: CheckContext) -> Iterator[Problem]:
        counted.update(record.id for record in context.register.records)
        return check_the_day(context)

    monkeypatch.setattr(kept_findings, "check_the_day", look)
    for _ in range(2):
        survey(project)
    assert counted == {b.STANDARD: 1, SECOND: 1}


def test_words_are_not_looked_at_again_until_something_happens(
    project: Path, looked: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The discussion ends on the 27th; its report is owed until the 11th."""
    days = [date(2026, 11, 30), date(2026, 12, 2), date(2026, 12, 10), date(2026, 12, 14)]
    with_kept = [survey(project, day).problems for day in days]
    assert looked == {b.STANDARD: 2, SECOND: 2}
    monkeypatch.setenv(kept.VARIABLE, "")
    assert with_kept == [survey(project, day).problems for day in days]
    assert with_kept[0] != with_kept[-1]


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[" * 100_000, b'{"tool": 1}', b'{"found": {}}', b"[]"],
    ids=["empty", "no text", "deep", "no found", "no tool", "a list"],
)
def test_a_file_that_somebody_changed_ends_no_run(
    project: Path, folder: Path, content: bytes
) -> None:
    found = survey(project).problems
    (file,) = folder.glob("*.findings.json")
    file.write_bytes(content)
    assert survey(project).problems == found


@pytest.mark.parametrize(
    "found",
    [
        1,
        "x",
        ["Problem"],
        ["list", 1],
        ["date", "x"],
        ["mapping", 1],
        ["Decimal", "x"],
        [],
        ODD,
    ],
)
def test_findings_that_are_none_are_found_anew(
    project: Path, folder: Path, looked: Counter[str], found: object
) -> None:
    survey(project)
    (file,) = folder.glob("*.findings.json")
    all_of_it = json.loads(file.read_bytes())
    all_of_it["found"] = dict.fromkeys(all_of_it["found"], found)
    file.write_text(json.dumps(all_of_it), encoding="utf-8")
    survey(project)
    assert looked == {b.STANDARD: 2, SECOND: 2}


def test_another_version_of_the_tool_trusts_nothing(
    project: Path, folder: Path, looked: Counter[str]
) -> None:
    survey(project)
    (file,) = folder.glob("*.findings.json")
    file.write_bytes(file.read_bytes().replace(tool_digest().encode(), b"another"))
    survey(project)
    assert looked == {b.STANDARD: 2, SECOND: 2}


def test_where_nothing_can_be_kept_all_is_found_anew(
    project: Path, tmp_path: Path, looked: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").touch()
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "a-file" / "below"))
    survey(project)
    survey(project)
    assert looked == {b.STANDARD: 2, SECOND: 2}


def test_no_more_files_are_kept_than_the_most(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_FILES", 2)
    folder.mkdir(parents=True)
    (folder / "mine.json").touch()
    for name in "abc":
        one = kept.KeptFile(tmp_path / name, "findings")
        one.put(name, [])
        one.close()
    assert len(list(folder.glob("*.findings.json"))) == 2
    assert (folder / "mine.json").is_file()
    assert kept.KeptFile(tmp_path / "c", "findings").get("c") == []


def test_who_keeps_on_their_own_leaves_what_others_have_kept(project: Path, folder: Path) -> None:
    """As `talqy serve` does, which surveys after each save."""
    survey(project)
    (file,) = folder.glob("*.findings.json")
    before = file.read_bytes()
    survey(project, kept=LastSurvey())
    assert file.read_bytes() == before


def test_what_would_not_come_back_as_it_was_is_not_kept(
    project: Path, looked: Counter[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(context: CheckContext) -> Iterator[Problem]:
        looked.update(record.id for record in context.register.records)
        yield breach("standards/x.yaml", (), "{what}", "", what=object())

    monkeypatch.setattr(kept_findings, "check_words", look)
    monkeypatch.setattr(kept_findings, "check_the_day", look)
    survey(project)
    survey(project)
    assert looked == {b.STANDARD: 4, SECOND: 4}
    (file,) = folder.glob("*.json")
    assert "standards/x.yaml" not in file.read_text("utf-8")
