"""`verify` and files that were changed: it says so in words, and never calls them unchanged.

`make test` tries a few, `make proof` ten minutes of them (TALQY_FUZZ_MINUTES).
"""

import os
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

import builders as b
from odd_records import HISTORY, RECEIPT, broken_promises, verified
from talqy.cli.main import main

MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))
FEW = 30
IDS = ("q000000001", "q000000002")
TALK = b.a_consultation("2026-11-02", "2026-11-16", report=b.a_report("2026-11-18"))
FILES = (HISTORY, RECEIPT)

pytestmark = pytest.mark.xdist_group("odd-records")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Make a project with a record of a report, and a receipt beside it."""
    folder = tmp_path / "project"
    b.write_project(
        folder,
        revisions=[b.a_revision(1, consultation=TALK)],
        comments=[b.a_comment(name, text=f"Срок велик, {name}.") for name in IDS],
        responses=[b.a_response(name) for name in IDS],
    )
    for words in (
        ["merge", "--all"],
        ["export", "receipt", IDS[0], "--to", str(folder / RECEIPT)],
        ["verify"],
    ):
        done = CliRunner().invoke(main, [*words, "--project", str(folder)])
        assert done.exit_code == 0, done.output
    return folder


@pytest.mark.parametrize("file", FILES)
def test_what_was_changed_is_never_called_unchanged(kept: Path, file: str) -> None:
    assert list(broken_promises(kept, file, verified, range(FEW))) == []
    assert verified(kept, file)[0] == 0


@pytest.mark.parametrize("file", FILES)
def test_a_verify_that_looks_at_nothing_is_found(kept: Path, file: str) -> None:
    found = broken_promises(kept, file, lambda *_: (0, "errors: 0"), count())
    assert next(found)


@pytest.mark.proof
@pytest.mark.parametrize("file", FILES)
def test_what_was_changed_is_never_called_unchanged_for_minutes(
    kept: Path, file: str, record_property: Callable[[str, object], None]
) -> None:
    tried = 0

    def until() -> Iterator[int]:
        nonlocal tried
        end, first = time.monotonic() + MINUTES * 30, int(time.time())
        while time.monotonic() < end:
            tried += 1
            yield first + tried

    found = next(broken_promises(kept, file, verified, until()), None)
    assert found is None, found
    record_property(file, f"{tried} files")
