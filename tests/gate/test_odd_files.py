"""Odd files thrown at the gate: each gets a verdict, whatever it holds.

`make test` throws some hundred, `make proof` ten minutes of them (TALQY_FUZZ_MINUTES).
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gate_cases.building import Repository
from gate_cases.throwing import Thrown, thrown
from talqy.comments import content
from talqy.model.problem import Path as Where
from talqy.model.problem import Problem

MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))


def told(found: Thrown, kept: Path) -> str:
    """Keep the file that the gate fell over, and return what there is to say."""
    (kept / "input.yaml").write_bytes(found.broke)
    return f"{found.reason}; the file lies in {kept / 'input.yaml'}"


@pytest.mark.proof
def test_odd_files_get_a_verdict_for_minutes(
    repository: Repository, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    until = time.monotonic() + MINUTES * 60
    found = thrown(repository, int(time.time()), lambda _: time.monotonic() < until)
    assert not found.reason, told(found, tmp_path)
    assert len(found.verdicts) > 1  # not all files are refused at the door
    record_property("gate", found.said())


def test_a_planted_fault_is_found(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody forgot that a quotation mark which opens may not close."""
    real = content.habits

    def falls_on_open_quotes(path: str, where: Where, text: str) -> Iterator[Problem]:
        if "«" in text:
            text.index("»", text.index("«"))
        return real(path, where, text)

    monkeypatch.setattr("talqy.comments.judge.habits", falls_on_open_quotes)
    found = thrown(repository, 1, lambda number: number <= 500)
    assert "ValueError" in found.reason
    assert "«".encode() in found.broke
