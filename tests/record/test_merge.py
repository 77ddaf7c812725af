"""`talqy merge` and `talqy verify` on the demonstration: the record grows, and guards itself."""

import hashlib
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sites import demonstration, environment
from talqy.cli.main import main
from talqy.model.history import History
from talqy.project.file_reader import FileReader
from talqy.project.files import DiskFiles
from talqy.project.yaml_edit import edited

NAME, OTHER = "birth-registration", "housing-assistance"
HISTORY = f"standards/{NAME}/history.yaml"
FIRST, SECOND = f"standards/{NAME}/revisions/r1.yaml", f"standards/{NAME}/revisions/r2.yaml"
COMMENT = "hth5e0d78g"
COMMENT_FILE = f"comments/{NAME}/r1/2026-06-10/{COMMENT}.yaml"
# The day after the second discussion of the demonstration has ended.
LATER = ("--today", "2026-11-28")
UP_TO_DATE = "the record is up to date"
NOTHING_YET = "there is nothing to record yet; numbers are given after this day:"
REMARK = "# the archive has the papers: {case 7}"


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def history(project: Path) -> History:
    """Read the record of the standard that these tests speak of."""
    found = FileReader(DiskFiles(project)).value(HISTORY, History)
    assert found is not None
    return found


def change(project: Path, file: str, *swaps: tuple[str, str]) -> None:
    """Replace words in a file, each of which must be there."""
    text = (project / file).read_text("utf-8")
    for was, now in swaps:
        assert was in text
        text = text.replace(was, now, 1)
    (project / file).write_text(text, encoding="utf-8")


def digest(project: Path, file: str) -> str:
    """Compute what `sha256sum` prints of a file."""
    return hashlib.sha256((project / file).read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return two standards of the demonstration as they were before their first merge."""
    project = demonstration(tmp_path_factory.mktemp("demonstration"))
    for folder in (*project.glob("standards/*/"), *project.glob("comments/*/")):
        if folder.name not in {NAME, OTHER}:
            shutil.rmtree(folder)
    for history in project.glob("standards/*/history.yaml"):
        history.unlink()
    return project


@pytest.fixture(scope="module")
def recorded(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded") / "project"
    shutil.copytree(copied, folder)
    assert talqy(folder, "merge", "--all").exit_code == 0
    return folder


@pytest.fixture
def fresh(copied: Path, tmp_path: Path) -> Path:
    """Make a demonstration without histories."""
    return shutil.copytree(copied, tmp_path / "fresh")


@pytest.fixture
def project(recorded: Path, tmp_path: Path) -> Path:
    """Make a demonstration that was merged on its own day."""
    return shutil.copytree(recorded, tmp_path / "project")


def test_all_standards_are_merged_and_a_second_run_changes_no_byte(fresh: Path) -> None:
    standards = sorted(path.parent.name for path in fresh.glob("standards/*/standard.yaml"))
    done = talqy(fresh, "merge", "--all")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"wrote {fresh / 'standards' / name / 'history.yaml'}" for name in standards
    ]
    once = tree(fresh)
    again = talqy(fresh, "merge", "--all")
    assert (again.exit_code, again.output) == (0, f"{NOTHING_YET} 27 November 2026\n")
    assert tree(fresh) == once


def test_the_record_has_all_comments_of_the_discussion_that_is_over(project: Path) -> None:
    files = [f for f in project.glob(f"comments/{NAME}/r1/*/*.yaml") if f.name.count(".") == 1]
    first, second = history(project).revisions
    assert [comment.number for comment in first.comments] == [*range(1, len(files) + 1)]
    assert {c.id: c.digest for c in first.comments} == {
        file.stem: f"sha256:{digest(project, str(file.relative_to(project)))}" for file in files
    }
    assert first.tally is not None
    assert first.tally.received == sum(first.tally.outcomes.values()) == len(files)
    assert (second.comments, second.tally) == ((), None)


def test_a_merged_demonstration_is_as_sound_as_before(project: Path, fresh: Path) -> None:
    before = talqy(fresh, "check").output
    assert before.count(" warning R12: ") == before.count(" warning ") == 2  # nothing is recorded
    assert talqy(project, "check").output == "errors: 0, warnings: 0\n"


def test_one_standard_is_merged_alone(fresh: Path) -> None:
    before = tree(fresh)
    assert talqy(fresh, "merge", NAME).exit_code == 0
    assert tree(fresh).keys() - before.keys() == {HISTORY}


def test_check_fails_where_a_merge_is_due_and_passes_where_it_is_done(fresh: Path) -> None:
    before = tree(fresh)
    due = talqy(fresh, "merge", NAME, "--check")
    told = f"{HISTORY}: a merge is due; run “talqy merge {NAME}”\n"
    assert (due.exit_code, due.output) == (1, told)
    assert tree(fresh) == before
    assert talqy(fresh, "merge", NAME).exit_code == 0
    done = talqy(fresh, "merge", NAME, "--check")
    assert (done.exit_code, done.output) == (0, f"{UP_TO_DATE}\n")


def test_a_draft_shows_the_lines_that_come_and_writes_nothing(project: Path) -> None:
    before = tree(project)
    shown = talqy(project, "merge", NAME, "--draft", *LATER)
    assert shown.exit_code == 0
    assert tree(project) == before
    old = (project / HISTORY).read_text("utf-8").splitlines()
    assert talqy(project, "merge", NAME, *LATER).exit_code == 0
    new = (project / HISTORY).read_text("utf-8").splitlines()
    _, _, *marked = [line for line in shown.output.splitlines() if line[0] in "+-"]
    added = [line[1:] for line in marked if line[0] == "+"]
    assert [line for line in new if line not in old] == [n for n in added if n not in old]
    # What changes of the old lines: the root, and the discussion, whose period is counted now.
    gone = [line[1:].split(":")[0].strip() for line in marked if line[0] == "-"]
    assert gone == ["root", "consultation"]


def test_the_next_discussion_goes_on_counting_and_leaves_the_old_lines(project: Path) -> None:
    old = (project / HISTORY).read_text("utf-8")
    last = history(project).revisions[0].comments[-1].number
    assert talqy(project, "merge", NAME, *LATER).exit_code == 0
    new = (project / HISTORY).read_text("utf-8").splitlines()
    # The root is another one, and the period of the second discussion is counted now.
    assert len([line for line in old.splitlines() if line not in new]) == 2
    second = history(project).revisions[1]
    assert [c.number for c in second.comments] == [
        *range(last + 1, last + 1 + len(second.comments))
    ]
    assert second.tally is not None
    assert second.tally.received == len(second.comments) > 0


def test_remarks_of_a_history_survive_and_its_line_ends_become_lf(project: Path) -> None:
    lines = (project / HISTORY).read_text("utf-8").splitlines()
    remarked = [f"{line}   {REMARK}" if COMMENT in line else line for line in lines]
    text = "\r\n".join([remarked[0], REMARK, *remarked[1:], REMARK, ""])
    (project / HISTORY).write_bytes(text.encode())
    why = ("--reason", "kk=Қате", "--reason", "ru=Описка")
    done = talqy(project, "correct", COMMENT, "outcome=noted", *why)
    assert done.exit_code == 0, done.output
    kept = (project / HISTORY).read_bytes().decode()
    assert kept.count(REMARK) == 3
    line, correction = [line for line in kept.splitlines(keepends=True) if COMMENT in line]
    assert "outcome: noted" in line
    assert line.endswith(f"}}}}   {REMARK}\n")
    assert "was: rejected" in correction
    assert "\r" not in kept
    changed = [line for line in text.splitlines() if f"{line}\n" not in kept]
    assert len(changed) == 3  # the root, the comment's, and the tally of its discussion


def test_a_recorded_text_that_changed_stops_the_merge_and_is_named(project: Path) -> None:
    change(project, SECOND, ("kk:", "kk: Өзгерген"))
    before = tree(project)
    for words in (("merge", NAME), ("merge", "--all"), ("verify",)):
        refused = talqy(project, *words)
        assert refused.exit_code == 1
        assert f"{SECOND}:1:1: error T05: " in refused.output
    assert tree(project) == before


def test_an_altered_comment_is_named_by_all(project: Path) -> None:
    change(project, COMMENT_FILE, ("text: ", "text:  "))
    for words in (("check",), ("merge", NAME), ("verify",)):
        refused = talqy(project, *words)
        assert refused.exit_code == 1
        assert f"{COMMENT_FILE}:1:1: error R02: " in refused.output


def test_a_missing_comment_is_named_with_its_number(project: Path) -> None:
    (project / COMMENT_FILE).unlink()
    (project / COMMENT_FILE.replace(".yaml", ".response.yaml")).unlink()
    (entry,) = [c for c in history(project).revisions[0].comments if c.id == COMMENT]
    for words in (("check",), ("merge", NAME), ("verify",)):
        refused = talqy(project, *words)
        assert refused.exit_code == 1
        assert f"the comment “{COMMENT}”, number {entry.number} of the record" in refused.output
        assert " error R01: " in refused.output


def test_a_number_that_is_there_twice_is_named(project: Path) -> None:
    change(project, HISTORY, ("{number: 2,", "{number: 1,"))
    for words in (("check",), ("merge", NAME), ("verify",)):
        refused = talqy(project, *words)
        assert refused.exit_code == 1
        assert re.search(rf"{HISTORY}:\d+:\d+: error R03: “1” is recorded twice", refused.output)


@pytest.mark.parametrize("file", [COMMENT_FILE, HISTORY, FIRST, SECOND])
def test_a_file_that_cannot_be_read_stops_merge_and_verify(file: str, project: Path) -> None:
    """Else a record could be silenced by breaking it."""
    change(project, file, ("schema: 1", "schema: ["))
    before = tree(project)
    for words in (("merge", NAME, *LATER), ("merge", "--all", *LATER), ("verify",)):
        refused = talqy(project, *words)
        assert refused.exit_code == 1
        assert re.search(rf"^{file}:\d+:\d+: error F\d\d: ", refused.output, re.MULTILINE)
    assert "R01" not in refused.output
    assert tree(project) == before


def test_a_broken_file_of_another_standard_stops_only_what_concerns_it(fresh: Path) -> None:
    change(fresh, COMMENT_FILE, ("schema: 1", "schema: ["))
    assert talqy(fresh, "merge", OTHER).exit_code == 0
    before = tree(fresh)
    refused = talqy(fresh, "merge", "--all")
    assert refused.exit_code == 1
    assert "nothing was merged: the record must be read whole first" in refused.output
    assert tree(fresh) == before


def test_a_standard_that_cannot_be_read_is_not_passed_over(fresh: Path) -> None:
    change(fresh, f"standards/{NAME}/standard.yaml", ("schema: 1", "schema: ["))
    assert talqy(fresh, "merge", "--all").exit_code == 1
    assert not list(fresh.glob("standards/*/history.yaml"))


def test_a_recorded_text_between_others_that_is_gone_is_named(project: Path) -> None:
    (project / FIRST).unlink()
    assert talqy(project, "verify").exit_code == 1
    assert " error L02: " in talqy(project, "verify").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name one STANDARD, or say --all"),
        ((NAME, "--all"), "name one STANDARD, or say --all"),
        (("nobody",), "there is no standard “nobody” that can be used; known: "),
    ],
)
def test_wrong_use_of_merge_is_refused(words: tuple[str, ...], said: str, copied: Path) -> None:
    refused = talqy(copied, "merge", *words)
    assert refused.exit_code == 2
    assert said in refused.output


def test_an_unaltered_record_is_verified(project: Path) -> None:
    done = talqy(project, "verify")
    assert done.exit_code == 0
    assert re.fullmatch(
        r"recorded texts: \d+; recorded comments: \d\d+\n"
        r"root of the record: sha256:[0-9a-f]{64}\n"
        r"texts of which what the authority said is kept since [\d-]{10}: \d+\n"
        r"errors: 0, warnings: 0\n",
        done.output,
    )


@pytest.mark.parametrize("form", ["{}", "sha256:{}"])
def test_a_receipt_that_fits_is_told(form: str, project: Path) -> None:
    """The digest of a receipt is what `sha256sum` prints of the comment's file."""
    given = digest(project, COMMENT_FILE)
    done = talqy(project, "verify", COMMENT, form.format(given.upper()))
    assert done.exit_code == 0
    assert done.output == (
        f"{COMMENT} on {NAME} r1: sha256:{given}\n"
        "the receipt fits: this is the comment that was given\n"
        "its answer is on record since 2026-11-20\n"
    )


def test_a_receipt_that_does_not_fit_is_told(project: Path) -> None:
    given = digest(project, COMMENT_FILE)
    change(project, COMMENT_FILE, ("text: ", "text:  "))
    done = talqy(project, "verify", COMMENT, given)
    assert done.exit_code == 1
    assert "the receipt does not fit: the file on record is another one" in done.output
    assert talqy(project, "verify", COMMENT).exit_code == 0


def test_a_receipt_fits_a_comment_from_which_words_were_taken_out(project: Path) -> None:
    given = digest(project, COMMENT_FILE)
    mark = {
        "on": "2026-11-20",
        "reason": {"kk": "Автордың өтініші бойынша.", "ru": "По просьбе автора."},
        "original": f"sha256:{given}",
    }
    text = (project / COMMENT_FILE).read_text("utf-8")
    text = edited(edited(text, ("text",), "[…]"), ("redacted",), mark)
    (project / COMMENT_FILE).write_text(text, encoding="utf-8")
    told = talqy(project, "verify", COMMENT, given)
    assert told.exit_code == 0
    assert "this is the comment that was given" not in told.output
    assert "the receipt fits the comment as it was given\n" in told.output
    for said in (told, talqy(project, "verify", COMMENT)):
        assert "on 2026-11-20 words or the name were taken out of this comment" in said.output
    assert talqy(project, "verify", COMMENT, "0" * 64).exit_code == 1
    assert talqy(project, "verify").exit_code == 0
    assert talqy(project, "merge", NAME).output == f"{NOTHING_YET} 27 November 2026\n"
    assert talqy(project, "merge", NAME, *LATER).exit_code == 0
    assert talqy(project, "merge", NAME, *LATER).output == f"{UP_TO_DATE}\n"


def test_a_receipt_for_an_unknown_comment_is_wrong_use(project: Path) -> None:
    refused = talqy(project, "verify", "0000000000", "1" * 64)
    assert refused.exit_code == 2
    assert "there is no comment “0000000000” on file that can be read" in refused.output


KILLED = """\
import os, signal, sys
from talqy.cli.main import main
replace = os.replace

def killed(made, place):
    is_record = str(place).endswith("history.yaml")
    if not is_record or sys.argv[1] == "after":
        replace(made, place)
    if is_record:
        os.kill(os.getpid(), signal.SIGKILL)

os.replace = killed
main(sys.argv[2:])
"""


@pytest.mark.parametrize("when", ["before", pytest.param("after", marks=pytest.mark.proof)])
def test_a_killed_merge_leaves_the_old_or_the_new_file_and_can_be_run_again(
    when: str, project: Path, tmp_path: Path
) -> None:
    old = (project / HISTORY).read_bytes()
    whole = shutil.copytree(project, tmp_path / "whole")
    assert talqy(whole, "merge", NAME, *LATER).exit_code == 0
    new = (whole / HISTORY).read_bytes()
    line = [sys.executable, "-c", KILLED, when, "merge", NAME, "--project", str(project), *LATER]
    done = subprocess.run(line, env=environment(), capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (project / HISTORY).read_bytes() == (old if when == "before" else new)
    again = talqy(project, "merge", NAME, *LATER)
    assert again.exit_code == 0
    assert tree(project) == tree(whole)
