"""Odd files of every form are read or named: no exception, no run over its limits.

`make test` throws a few at each reader, `make proof` ten minutes of them (TALQY_FUZZ_MINUTES).
"""

import os
import time
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from any_answers import answered
from builders import STANDARD
from fuzzing import Fuzzed, fuzzed
from libreoffice import converted
from odd_files import Form, forms, unzipped
from planted import eats_memory, falls_on_open_ends, is_slow_on_many_signs
from response_books import Book, exported, four_comments, noted
from workbooks import HEADS, a_row, a_workbook

FORMS = forms()
FEW = 30
LEAST = 100
"""How many files a run takes at the least, however slow the machine is."""
NOTHING_OF_ITS_FORM = b"\x00nothing"
"""A file that must be named, so that a run of any length names one."""
MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))
SUPPORT = Path(__file__).parents[1] / "support"


@pytest.fixture(autouse=True)
def _worker_sees_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(SUPPORT))


def for_minutes() -> partial[bool]:
    """Return what tells a run that its time is not over."""
    return partial(_is_before, time.monotonic() + MINUTES * 60)


def _is_before(until: float, number: int) -> bool:
    return number <= LEAST or time.monotonic() < until


def told(found: Fuzzed, file: str, kept: Path) -> str:
    """Keep the file that a reader fell over, and return what there is to say."""
    if found.broke:
        (kept / file).write_bytes(found.broke)
    return f"{found}; the file lies in {kept / file}"


@pytest.mark.parametrize("name", sorted(FORMS))
def test_odd_files_are_read_or_named(name: str, tmp_path: Path) -> None:
    file = f"a.{name}"
    found = fuzzed(FORMS[name].files(1), file, goes_on=lambda number: number <= FEW)
    assert (found.reason, found.files) == ("", FEW), told(found, file, tmp_path)
    assert found.named or found.rows


@pytest.mark.proof
@pytest.mark.parametrize("name", [*sorted(FORMS), "xls"])
def test_odd_files_are_read_or_named_for_minutes(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    form = FORMS[name] if name in FORMS else a_form_of_libreoffice(tmp_path)
    file = f"a.{name}"
    files = chain([NOTHING_OF_ITS_FORM], form.files(int(time.time())))
    found = fuzzed(files, file, goes_on=for_minutes())
    assert not found.reason, told(found, file, tmp_path)
    assert found.rows
    assert found.named or name in {"eml", "msg"}  # one message is one row, whatever is wrong
    record_property(name, found.said())


@pytest.mark.proof
def test_odd_answers_are_read_or_named_for_minutes(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    project = four_comments(tmp_path / "project")
    book = Book(exported(project, tmp_path / "answers.xlsx", STANDARD))
    for comment in book.rows:
        book.fill(comment, noted())
    data = book.save().read_bytes()
    form = Form("xlsx", [unzipped(data)], FORMS["xlsx"].pack, FORMS["xlsx"].pieces)
    read = partial(answered, project)
    found = fuzzed(form.files(int(time.time())), "answers.xlsx", goes_on=for_minutes(), read=read)
    assert not found.reason, told(found, "answers.xlsx", tmp_path)
    assert found.rows
    assert found.named
    record_property("answers", found.said())


def a_form_of_libreoffice(folder: Path) -> Form:
    """Return workbooks of the old form: LibreOffice writes them, and no library here does."""
    source = folder / "form.xlsx"
    rows = [HEADS, a_row("Мерзім тым ұзақ.", 2), a_row("Срок велик.", "5-тармақ", "Два дня.")]
    source.write_bytes(a_workbook(rows, change=lambda _: None))
    (file,) = converted("xls", folder, source)
    return forms([file.read_bytes()])["xls"]


# --- A fault that is planted on purpose is found ---------------------------------------------


@pytest.mark.parametrize(
    ("read", "reason"),
    [
        (falls_on_open_ends, "ValueError"),
        (is_slow_on_many_signs, "ran longer than"),
        (eats_memory, "ate its memory"),
    ],
)
def test_a_planted_fault_is_found(
    read: Callable[[bytes, str], tuple[int, int]], reason: str
) -> None:
    found = fuzzed(
        FORMS["eml"].files(1), "a.eml", goes_on=lambda number: number < 5_000, read=read, seconds=3
    )
    assert reason in found.reason
    assert found.broke
