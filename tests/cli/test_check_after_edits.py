"""Whatever is done to a project, a check that keeps what it has found says what one anew would say.

The day, and the clock of the machine, turn between two checks as they please.
"""

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import a_comment, a_revision, a_standard, revision_path, standard_path
from site_edits import DAYS, EDITS, FIRST_DAY, SECOND, a_page_that_is_gone, a_redaction
from site_edits import a_list_that_is_none as of_the_site
from site_edits import a_page_that_somebody_changed as of_a_page
from sites import run, small
from talqy.model.digest import key_of
from talqy.project import clock, kept_findings
from talqy.project.kept import VARIABLE

NO_SITE = (of_the_site, of_a_page, a_page_that_is_gone)
OF_PROJECTS = tuple(edit for edit in EDITS if edit not in NO_SITE)
CLOCKS = (*(date(2026, 12, day) for day in (1, 4, 5, 6)), date(2027, 1, 2))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {standard_path(SECOND): a_standard(SECOND), revision_path(1, SECOND): a_revision()}
    return small(tmp_path_factory.mktemp("check"), comments=[a_comment()], files=files)


def checked_after_edits(made: Path, folder: Path, seed: int, patched: pytest.MonkeyPatch) -> None:
    """Change a project some times, the day and the clock; compare each check with one anew."""
    project = shutil.copytree(made, folder / "project")
    chance, done = random.Random(seed), []  # noqa: S311 - which edits are made, the same each time
    day = FIRST_DAY
    for _ in range(chance.randint(2, 4)):
        edits = chance.sample(OF_PROJECTS, chance.randint(0, 2))
        if chance.random() < 0.5:  # the clock turns for a project that has a day of its own, too
            day = FIRST_DAY + timedelta(days=chance.choice(DAYS))
        now = chance.choice(CLOCKS)
        done += [*(edit.__name__ for edit in edits), str(day), str(now)]
        for edit in edits:
            edit(project)
        patched.setattr(clock, "now_in", lambda _, now=now: now)
        said = []
        for kept in (str(folder / "kept"), ""):
            patched.setenv(VARIABLE, kept)
            said.append(run("check", "--today", str(day), cwd=project).output)
        assert said[0] == said[1], (seed, done)
    shutil.rmtree(folder)


@pytest.mark.parametrize("seed", range(10))
def test_a_check_that_keeps_says_what_one_anew_says(
    seed: int, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked_after_edits(made, tmp_path / "one", seed, monkeypatch)


@pytest.mark.proof
@pytest.mark.parametrize("hundred", range(5))
def test_whatever_is_done_to_a_project_the_check_says_the_same(
    hundred: int, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(100 * (hundred + 1), 100 * (hundred + 2)):
        checked_after_edits(made, tmp_path / str(seed), seed, monkeypatch)


def test_a_key_that_forgets_the_clock_is_found(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is on record under a day that has not come is found until the clock has passed it."""
    clocks = set(map(str, CLOCKS))

    def forgetful(*values: str) -> str:
        return key_of(*(value for value in values if value not in clocks))

    monkeypatch.setattr(kept_findings, "key_of", forgetful)
    monkeypatch.setattr(f"{__name__}.OF_PROJECTS", (a_redaction, a_redaction))
    found = 0
    for seed in range(20):
        try:
            checked_after_edits(made, tmp_path / str(seed), seed, monkeypatch)
        except AssertionError:
            found += 1
    assert found
