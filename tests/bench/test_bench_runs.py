"""The bench runs, and measures what it says; no assertion is about time."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from redline_costs import marked
from redline_peers import PEERS
from searching import queries
from stamping import ROOT, a_large_project, read
from talqy.compare.redline import redline

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("bench")]


def run(script: str, elsewhere: Path, *words: str) -> str:
    """Run a bench from another folder; return what it printed."""
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
    return run("stamping.py", elsewhere, "--pages", "8", "--rounds", "1")


def facts(printed: str) -> dict[str, int]:
    counts = ("at first", "nothing changed", "one comment changed", "same content:", "compared")
    found = {name: re.search(rf"{name} (\d+)", printed) for name in counts}
    return {name: int(match[1]) for name, match in found.items() if match}


def test_the_bench_prints_a_ratio_to_each_way_of_plain_mkdocs(printed: str) -> None:
    ratios = re.findall(
        r"^ratio of MkDocs \+ Material, (no|with) search to talqy: finished HTML stamped: .*\d",
        printed,
        re.MULTILINE,
    )
    assert ratios == ["no", "with"]


def test_plain_mkdocs_makes_the_same_pages(printed: str) -> None:
    """The index is another page in the two sites, so it is not compared."""
    assert facts(printed)["compared"] == 8
    assert facts(printed)["same content:"] == 7


def test_copies_of_every_standard_are_as_sound_as_the_demonstration(tmp_path: Path) -> None:
    """Files of an annex are copied too."""
    every = len(list(ROOT.glob("standards/*/standard.yaml")))
    read(a_large_project(tmp_path, every + 1))


def test_a_second_run_writes_nothing_and_a_changed_comment_few_files(printed: str) -> None:
    """A comment stands on its standard's pages and in the data; the index of search is made anew.

    The index is most of it: its folder is named by what it holds, so that files of two builds
    never mix.
    """
    found = facts(printed)
    assert found["nothing changed"] == 0
    assert 0 < found["one comment changed"] < found["at first"] / 3


def test_the_bench_prints_what_reading_a_file_costs(printed: str) -> None:
    assert re.search(r"^a comment +\d+ +[\d.]+ +[\d.]+ +[\d.]+$", printed, re.MULTILINE)
    assert re.search(r"^a revision +\d+ +[\d.]+ +[\d.]+ +[\d.]+$", printed, re.MULTILINE)


def test_the_bench_of_redlines_shows_every_tool_on_every_set_of_pairs(tmp_path: Path) -> None:
    printed = run("redline_quality.py", tmp_path)
    lines = re.findall(r"^(.+?) +(\d+) +([\d.]+) +(\d+) +(\d+) +(\d+)$", printed, re.MULTILINE)
    assert Counter(name for name, *_ in lines) == dict.fromkeys(PEERS, 3)
    ours = [[float(count) for count in counts] for name, *counts in lines if name == "talqy"]
    for _, ratio, pieces, islands, _ in ours:
        assert ratio < 1.15
        assert islands / pieces < 0.015
    words = re.findall(
        r"^lines that are marked word by word: ([\d.]+) × least$", printed, re.MULTILINE
    )
    assert len(words) == 3
    assert all(float(ratio) <= 1.05 for ratio in words)


def test_the_bench_of_redlines_prints_a_ratio_and_what_long_lines_cost(tmp_path: Path) -> None:
    small = ("--clauses", "20", "--words", "40", "--long", "200", "--rounds", "1")
    printed = run("redline_costs.py", tmp_path, *small)
    ratios = re.findall(
        r"^ratio of redline, (one line|items in lines) to difflib: [\d.]+ \([\d.]+ of processor\)$",
        printed,
        re.MULTILINE,
    )
    assert ratios == ["one line", "items in lines"]
    assert re.search(r"^a word in twenty changed +200 +[\d.]+$", printed, re.MULTILINE)
    assert re.search(r"^the same words anew +200 +[\d.]+$", printed, re.MULTILINE)
    changed = re.search(r"(\d+) clauses lost some words", printed)
    assert changed is not None
    assert 10 < int(changed[1]) <= 20


def test_each_round_makes_its_redlines_anew() -> None:
    """What was made in the round before would be all that the second one measures."""
    for _ in range(2):
        marked([("one two three", "one two four")] * 2)
        assert redline.cache_info().misses == 1


def measured(
    script: str, elsewhere: Path, comments: int, floor: str, *ways: str
) -> tuple[str, list[str]]:
    """Run a bench once; return what it printed, and the names of its runs."""
    how = ways or ("--rounds", "1", "--quick")
    printed = run(script, elsewhere, "--comments", str(comments), *how)
    rows = re.findall(r"^(.+?) +[\d.]+ +[\d.]+ +\d+ +([\d.]+)$", printed, re.MULTILINE)
    assert dict(rows)[floor] == "1.00"
    return printed, [name for name, _ in rows]


def test_the_bench_of_records_records_all_comments_and_prints_what_each_run_costs(
    tmp_path: Path,
) -> None:
    printed, runs = measured("records.py", tmp_path, 40, "reading")
    merges = ["merge, the first", "merge, nothing new", "merge, all answers new"]
    assert runs == ["start", "reading", *merges, "verify"]
    assert re.search(r"^history\.yaml: 40 comments recorded, ", printed, re.MULTILINE)
    assert re.search(
        r"^share of reading in the first merge: -?\d+% of processor$", printed, re.MULTILINE
    )


def test_the_bench_of_answers_writes_all_answers_and_prints_what_each_run_costs(
    tmp_path: Path,
) -> None:
    printed, runs = measured("answers.py", tmp_path, 12, "reading")
    imports = ["import, one fault", "import, filled", "import, nothing new"]
    assert runs == ["start", "reading", "export", *imports, "export, all answered", "groups"]
    assert re.search(r"^answers written: 12; workbooks: [\d.]+ MB out$", printed, re.MULTILINE)


def test_the_bench_of_the_gate_measures_pull_requests_that_pass(tmp_path: Path) -> None:
    """A run that does not end well ends the bench."""
    _, runs = measured("gates.py", tmp_path, 12, "check")
    assert runs == ["start", "check", "gate, one comment", "gate, the last answer"]


def test_the_bench_of_reports_writes_all_formats(tmp_path: Path) -> None:
    printed, runs = measured("reports.py", tmp_path, 40, "check")
    formats = ["text", "docx", "xlsx", "csv", "json"]
    assert runs == ["start", "check", *(f"report, {form}" for form in formats)]
    sizes = re.findall(r"(\w+) (\d\.\d\d) MB", printed)
    assert [form for form, size in sizes if float(size) > 0] == formats


def test_the_bench_of_imports_takes_all_rows_once(tmp_path: Path) -> None:
    """This one is not quick: each run starts the program anew."""
    printed, runs = measured("imports.py", tmp_path, 12, "reading", "--rounds", "1")
    assert runs == ["start", "import, all new", "import, nothing new", "reading"]
    assert printed.endswith("\ncomments on file: 12\n")


def test_the_bench_of_search_asks_all_queries_of_both_collections(tmp_path: Path) -> None:
    printed = run("search.py", tmp_path, "--standards", "20")
    heads = re.findall(r"^(\d+) standards, (kk|ru): [\d.]+ s of processor", printed, re.MULTILINE)
    assert heads == [("8", "kk"), ("8", "ru"), ("20", "kk"), ("20", "ru")]
    firsts = re.findall(r"^ +right standard first: \d+ of (\d+)$", printed, re.MULTILINE)
    real = [sum(one["kind"] != "none" for one in queries(language)) for language in ("kk", "ru")]
    assert [*map(int, firsts)] == real * 2
    assert len(re.findall(r"p90 \d+, most \d+ bytes compressed", printed)) == len(heads)


_ROW = re.compile(
    r"^(.{26}) *[\d.]+ +[\d.]+ +[\d.]+(?:  ([\d.]+(?: s)?)(?:  missed)?)?$", re.MULTILINE
)


def test_the_bench_of_builds_says_each_goal_beside_what_was_found(tmp_path: Path) -> None:
    printed = run("speed.py", tmp_path, "--standards", "8", "--rounds", "1", "--no-hugo")
    goals = {name.strip(): goal for name, goal in _ROW.findall(printed)}
    assert goals == {
        "cold build": "",
        "cold, with pictures": "",
        "nothing changed": "0.02",
        "one comment more": "0.05",
        "one text changed": "0.05",
        "only the day changed": "0.15",
        "check, nothing kept": "0.15",
        "check, nothing changed": "0.05",
        "check of one standard": "0.25 s",
        "talqy --version": "0.25 s",
    }


def test_the_bench_of_sizes_says_how_each_thing_grows(tmp_path: Path) -> None:
    """Twice the same size: whatever it took, the ratio is that of noise."""
    printed = run("sizes.py", tmp_path, "--sizes", "8", "--sizes", "8", "--rounds", "1")
    rows = re.findall(
        r"^ +8 +[\d.]+ +[\d.]+ +[\d.]+  goal 0\.5(?:  missed)?$", printed, re.MULTILINE
    )
    assert len(rows) == 2
    assert re.findall(r"^((?:a|the) .+?) +[\d.]+  goal ([\d.]+)", printed, re.MULTILINE) == [
        ("a page, the last size to the first", "1.100"),
        ("the gate, the last size to the first", "1.500"),
    ]


@pytest.mark.parametrize("words", [(), ("--postgres", "--processes", "2")])
def test_the_service_stores_what_it_is_asked_to(words: tuple[str, ...], tmp_path: Path) -> None:
    said = run("takes.py", tmp_path, "--seconds", "2", "--rate", "10", *words)
    rates = re.findall(r"([\d.]+) a second   p50", said)
    assert len(rates) == 2
    assert all(float(rate) > 1 for rate in rates)
    stored = re.search(r"comments stored: (\d+)", said)
    assert stored
    assert int(stored[1]) > 20
