"""The bench runs, and measures what it says; no assertion is about time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


def run(script: str, elsewhere: Path, *words: str) -> str:
    """Run a bench from another folder; answer what it printed."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(script)), *words],
        cwd=elsewhere,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    return run("stamping.py", elsewhere, "--pages", "20", "--rounds", "1")


def facts(printed: str) -> dict[str, int]:
    counts = ("at first", "nothing changed", "one comment changed", "same content:", "compared")
    found = {name: re.search(rf"{name} (\d+)", printed) for name in counts}
    return {name: int(match[1]) for name, match in found.items() if match}


@pytest.mark.xdist_group("bench")
def test_the_bench_prints_a_ratio_to_each_way_of_plain_mkdocs(printed: str) -> None:
    ratios = re.findall(
        r"^ratio of MkDocs \+ Material, (no|with) search to talqy: finished HTML stamped: .*\d",
        printed,
        re.MULTILINE,
    )
    assert ratios == ["no", "with"]


@pytest.mark.xdist_group("bench")
def test_plain_mkdocs_makes_the_same_pages(printed: str) -> None:
    """The index is another page in the two sites, so it is not compared."""
    assert facts(printed)["compared"] == 20
    assert facts(printed)["same content:"] == 19


@pytest.mark.xdist_group("bench")
def test_a_second_run_writes_nothing_and_a_changed_comment_few_files(printed: str) -> None:
    """A comment stands on its standard's page of comments in both languages, and in the data."""
    found = facts(printed)
    assert found["nothing changed"] == 0
    assert 0 < found["one comment changed"] < found["at first"] / 4


@pytest.mark.xdist_group("bench")
def test_the_bench_prints_what_reading_a_file_costs(printed: str) -> None:
    assert re.search(r"^a comment +\d+ +[\d.]+ +[\d.]+ +[\d.]+$", printed, re.MULTILINE)
    assert re.search(r"^a revision +\d+ +[\d.]+ +[\d.]+ +[\d.]+$", printed, re.MULTILINE)


@pytest.mark.xdist_group("bench")
def test_the_bench_of_redlines_prints_a_ratio_and_what_long_lines_cost(tmp_path: Path) -> None:
    small = ("--clauses", "20", "--words", "40", "--long", "200", "--rounds", "2")
    printed = run("redlines.py", tmp_path, *small)
    ratios = re.findall(
        r"^ratio of redline, (one line|items in lines) to difflib: [\d.]+ \([\d.]+ of processor\)$",
        printed,
        re.MULTILINE,
    )
    assert ratios == ["one line", "items in lines"]
    assert re.search(r"^a word in twenty changed +200 +[\d.]+$", printed, re.MULTILINE)
    assert re.search(r"^the same words anew +200 +[\d.]+$", printed, re.MULTILINE)


@pytest.mark.xdist_group("bench")
def test_the_bench_of_redlines_changes_words_in_most_clauses(tmp_path: Path) -> None:
    small = ("--clauses", "40", "--long", "20", "--rounds", "1")
    found = re.search(r"(\d+) clauses lost some words", run("redlines.py", tmp_path, *small))
    assert found is not None
    assert 20 < int(found[1]) <= 40


@pytest.mark.xdist_group("bench")
def test_the_bench_of_records_records_all_comments_and_prints_what_each_run_costs(
    tmp_path: Path,
) -> None:
    printed = run("records.py", tmp_path, "--comments", "40", "--rounds", "1")
    runs = re.findall(r"^(.+?) +[\d.]+ +[\d.]+ +\d+$", printed, re.MULTILINE)
    merges = ["merge, the first", "merge, nothing new", "merge, all answers new"]
    assert runs == ["start", "reading", *merges, "verify"]
    assert re.search(r"^history\.yaml: 40 comments recorded, ", printed, re.MULTILINE)
    assert re.search(
        r"^share of reading in the first merge: -?\d+% of processor$", printed, re.MULTILINE
    )


@pytest.mark.xdist_group("bench")
def test_the_bench_of_answers_writes_all_answers_and_prints_what_each_run_costs(
    tmp_path: Path,
) -> None:
    printed = run("answers.py", tmp_path, "--comments", "40", "--rounds", "1")
    runs = re.findall(r"^(.+?) +[\d.]+ +[\d.]+ +\d+$", printed, re.MULTILINE)
    imports = ["import, one fault", "import, filled", "import, nothing new"]
    assert runs == ["start", "export", *imports, "export, all answered", "groups"]
    assert re.search(r"^answers written: 40; workbooks: [\d.]+ MB out$", printed, re.MULTILINE)
