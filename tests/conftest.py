"""What costs most, once: the built demonstration for all workers, a browser for each of them.

Two runs: `make test` looks at each fact once, `make proof` (`pytest -m proof`) takes long. A test
marked `proof` runs in the second alone; a property runs in both, with few examples or with many.
"""

import gc
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from jinja2 import FileSystemLoader
from playwright.sync_api import Browser, sync_playwright

from drawn_once import drawn_once
from kept_worker import KeptWorker
from listed_once import listed_once
from sites import built, demonstration
from talqy.project.kept import VARIABLE

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

CHROMIUM = ("chromium-headless-shell", "chromium")
"""The same engine twice. Without windows that nobody sees, a page takes it half the time."""

QUICK, PROOF = "quick", "proof"
TOGETHER = 12
"""Tests of a file that a worker is given at once: asking for each costs more than a quick test."""
RARELY = 100_000
"""New objects before circles are looked for: thousands of tests stay until the end anyhow."""
QUICK_ROOMS = {"model", "law", "compare", "comments", "rules", "language", "wording"}
settings.register_profile(QUICK, max_examples=25, deadline=None, derandomize=True)
settings.register_profile(
    PROOF,
    max_examples=2_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples a property has (those of `make test` are the same in every run)."""
    for name in ("TALQY_LANGUAGE", "LC_MESSAGES", "LANG"):
        os.environ.pop(name, None)
    gc.set_threshold(RARELY)
    # Each worker, and each command that a test starts, would compile all of the code anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    os.environ["TALQY_TRACEBACK"] = "1"  # a fault of ours fails a test with all that led to it
    # What one worker has found out is known to it alone, and to no other run of the tests.
    os.environ[VARIABLE] = tempfile.mkdtemp(prefix="talqy-kept-")
    os.environ["LC_ALL"] = "C.UTF-8"  # commands speak the language of whoever runs the tests
    settings.load_profile(PROOF if config.option.markexpr == PROOF else QUICK)


def pytest_unconfigure() -> None:
    """Leave nothing of what was kept."""
    shutil.rmtree(os.environ[VARIABLE], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let `pytest -m proof` have the properties too; give tests to the workers in handfuls.

    What a file keeps together is long, so it comes first: no worker ends alone with it. The quick
    rooms come last, and fill what is left of either worker's time.
    """
    if config.option.markexpr == PROOF:
        for item in items:
            if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
                item.add_marker(PROOF)
    together = {item for item in items if item.get_closest_marker("xdist_group")}
    seen: Counter[Path] = Counter()
    for item in items:
        if item not in together:
            handful = seen[item.path] // TOGETHER
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem}-{handful}"))
            seen[item.path] += 1
    items.sort(key=lambda item: (item.path.parent.name in QUICK_ROOMS, item not in together))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deal the tests out in groups, without counting again and again what is done."""
    from dealing_out import ForgetfulScheduling  # where there are no workers, there is no need

    return ForgetfulScheduling(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have found: those of a long run stand in its summary."""
    for report in terminalreporter.getreports("passed"):
        for name, figure in report.user_properties:
            terminalreporter.write_line(f"{name}: {figure}")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: a zip file holds the time, and each worker makes its own."""
    return argname if isinstance(val, bytes) else None


def of_all_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder for temporary files that all workers of this run have."""
    here = tmp_path_factory.getbasetemp()
    return here if worker_id == "master" else here.parent


@pytest.fixture(scope="session", autouse=True)
def _no_gap_stays_open() -> Iterator[None]:
    """Let no problem be made with words that have a gap which nothing fills."""
    from talqy.model.problem import Problem  # loaded when tests run, not collected
    from whole_problems import held_whole

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Problem, "__init__", held_whole(Problem.__init__))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_process_reads() -> Iterator[None]:
    """Let the commands of all tests read files from outside in one process."""
    # Loaded when tests run, not collected.
    from talqy.cli.main import main
    from talqy.drafts import word_files
    from talqy.intake import import_run
    from talqy.responses import workbook_file

    # A command is loaded when it is called; no test may leave in it what it has put for itself.
    assert all(main.commands.values())
    with pytest.MonkeyPatch.context() as patch:
        for command in (import_run, word_files, workbook_file):
            patch.setattr(command, "Worker", KeptWorker)
        yield
    KeptWorker.end()


@pytest.fixture(scope="session", autouse=True)
def _a_picture_is_drawn_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[None]:
    """Let the sites of all tests that are built in our processes share their pictures."""
    from talqy.site import share, statistics_files  # loaded when tests run, not collected

    folder = of_all_workers(tmp_path_factory, worker_id) / "drawn"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        for module in (share, statistics_files):
            patch.setattr(module, "png_of", drawn_once(module.png_of, folder))
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_theme_is_listed_once() -> Iterator[None]:
    """Let the sites that are built in this process share what they find in installed themes."""
    installed = Path(sysconfig.get_path("purelib"))
    with pytest.MonkeyPatch.context() as patch:
        listing = listed_once(FileSystemLoader.list_templates, installed)
        patch.setattr(FileSystemLoader, "list_templates", listing)
        yield


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a copy of the demonstration, built where it lies; it is there to be read alone.

    The first worker that needs it builds it, and the others wait.
    """
    import fcntl  # Windows has none, and needs no site for the quick tests

    folder = of_all_workers(tmp_path_factory, worker_id) / "published"
    with Path(f"{folder}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            shutil.rmtree(folder, ignore_errors=True)
            built(demonstration(folder))
    return folder


def any_chromium() -> str | None:
    """Return where Chromium is, without a window of its own where there is such a one."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def pytest_report_header() -> str:
    """Say which Chromium the tests look through."""
    return f"chromium: {any_chromium() or 'none'}"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where Chromium is; install it where that is ours to do, and fail where it is not."""
    if found := any_chromium():
        return found
    if os.geteuid() == 0 and not os.environ.get("CI"):
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False, capture_output=True)
    if found := any_chromium():
        return found
    pytest.fail("the browser tests need Chromium: apt-get install chromium", pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield started
        started.close()
