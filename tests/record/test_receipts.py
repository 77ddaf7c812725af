"""Receipts as a file and as a line: what they prove, and what they tell besides."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import builders as b
from cases import a_record
from odd_receipts import ODD
from talqy.model.comment import After, Target
from talqy.model.history import History, RecordedComment, RecordedResponse, RecordedRevision
from talqy.model.register import Record
from talqy.record.receipt_lines import read_receipt, read_receipt_line, receipt_line
from talqy.record.receipts import (
    NoReceiptError,
    project_proofs,
    receipt_file,
    receipt_of,
    receipt_root,
    receipts_of,
)
from talqy.record.root import project_root

NAMES = [f"{at:010}" for at in range(1, 14)]
"""So many that their tree is no full one."""
DAY = date(2026, 11, 20)
WHY = {"kk": "Қате", "ru": "Ошибка"}


def a_line(at: int, clause: Target = "term") -> RecordedComment:
    """Make what the record has of a comment; the first one is answered on record."""
    kept = RecordedResponse(digest=f"sha256:{'a' * 64}", on=DAY) if at == 1 else None
    digest = f"sha256:{at:064x}"
    return RecordedComment(number=at, id=NAMES[at - 1], digest=digest, clause=clause, response=kept)


def on_record(*lines: RecordedComment, standard: str = b.STANDARD) -> Record:
    """Make a standard with comments on record."""
    entry = RecordedRevision(revision=1, digest="sha256:0", comments=lines)
    history = History(schema="1", standard=standard, revisions=(entry,))
    return replace(a_record(comments=[b.a_comment(NAMES[0])]), history=history)


def worth(data: bytes) -> str:
    """Return whether what somebody brings is no receipt, broken, or sound in itself."""
    try:
        receipt = read_receipt(data)
    except NoReceiptError:
        return "none"
    return "sound" if receipt_root(receipt) == receipt.root else "broken"


def is_proven(data: bytes) -> bool:
    """Return whether what somebody brings is a receipt, and leads to the root that it names."""
    return worth(data) == "sound"


PLACES: list[Target] = ["term", "whole", After(after="term")]
RECORD = on_record(*(a_line(at, PLACES[at % 3]) for at in range(1, 14)))
OTHERS = [on_record(a_line(1), standard=name) for name in ("another", "third-2", "z")]
HISTORIES = [record.history for record in (RECORD, *OTHERS) if record.history]
RECEIPTS = receipts_of(RECORD, project_proofs(HISTORIES))
RECEIPT = RECEIPTS[NAMES[0]]


@pytest.mark.parametrize("name", NAMES)
def test_file_and_line_say_the_same_and_lead_to_the_root(name: str) -> None:
    receipt = RECEIPTS[name]
    line = receipt_line(receipt)
    assert receipt_of(RECORD, name, HISTORIES) == receipt
    assert read_receipt(receipt_file(receipt)) == read_receipt_line(line) == receipt
    assert receipt_root(receipt) == receipt.root == project_root(HISTORIES)
    assert is_proven(line.encode())
    assert set(line) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_a_line_is_read_as_people_bring_it() -> None:
    line = receipt_line(RECEIPT)
    broken = "\n".join(line[at : at + 30] for at in range(0, len(line), 30))
    for brought in (line.lower(), f"https://example.kz/kk/verify/#{line}", f"  {broken}\n"):
        assert read_receipt_line(brought) == RECEIPT
        assert read_receipt(brought.encode()) == RECEIPT


def test_a_receipt_tells_since_when_the_answer_is_kept_and_what_was_taken_out() -> None:
    mark = {"on": "2026-12-01", "reason": WHY, "original": f"sha256:{1:064x}"}
    redacted = a_record(comments=[b.a_comment(NAMES[0], redacted=mark)])
    record = replace(redacted, history=RECORD.history)
    receipt = receipts_of(record, project_proofs(HISTORIES))[NAMES[0]]
    assert (RECEIPT.answered, RECEIPT.redacted) == (DAY, None)
    assert (receipt.answered, receipt.redacted) == (DAY, date(2026, 12, 1))
    assert read_receipt_line(receipt_line(receipt)) == receipt
    assert RECEIPTS[NAMES[1]].answered is None


TOLD = (6, 7)
"""The parts of a line that are told and not proven: the two days."""


@pytest.mark.parametrize("at", [at for at in range(14) if at not in TOLD])
def test_a_line_of_which_a_part_was_changed_proves_nothing(at: int) -> None:
    parts = receipt_line(RECEIPTS[NAMES[4]]).split(":")
    parts[at] = f"{'3' if parts[at][0] == '2' else '2'}{parts[at][1:]}"
    assert not is_proven(":".join(parts).encode())


@pytest.mark.parametrize("length", [7, 60, 120, -1])
def test_a_line_of_which_something_is_lacking_is_no_receipt(length: int) -> None:
    with pytest.raises(NoReceiptError):
        read_receipt_line(receipt_line(RECEIPT)[:length])


@pytest.mark.parametrize(
    ("what", "value"),
    [("size", 10**400), ("size", 0), ("at", -1), ("hashes", ["0" * 64] * 900), ("hashes", ["x"])],
)
def test_a_path_that_cannot_be_proves_nothing(what: str, value: object) -> None:
    tree = json.loads(receipt_file(RECEIPT))
    tree["in_standard"][what] = value
    assert not is_proven(json.dumps(tree).encode())


@pytest.mark.parametrize("name", ODD)
def test_an_odd_receipt_is_worth_what_the_page_says(name: str) -> None:
    make, expected = ODD[name]
    assert worth(make(RECEIPT).encode()) == expected


def test_what_is_no_digest_has_no_receipt() -> None:
    odd = on_record(a_line(1).model_copy(update={"digest": "sha256:1"}))
    assert odd.history
    with pytest.raises(NoReceiptError):
        receipt_of(odd, NAMES[0], [odd.history])


def test_a_file_with_anything_else_is_no_receipt() -> None:
    for data in (b"", b"{}", b"\xff\xfe", b"[" * 70_000, receipt_file(RECEIPT)[:-9]):
        with pytest.raises(NoReceiptError):
            read_receipt(data)


def test_the_program_for_a_courts_expert_finds_the_same_root(tmp_path: Path) -> None:
    """It is printed in docs/expert.md, and needs nothing of ours."""
    page = (Path(__file__).parents[2] / "docs/expert.md").read_text("utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    file = tmp_path / "receipt.json"
    for receipt in RECEIPTS.values():
        file.write_bytes(receipt_file(receipt))
        line = [sys.executable, "-I", "-c", program, str(file)]
        done = subprocess.run(line, capture_output=True, check=True, timeout=60)
        assert done.stdout.decode().splitlines() == [receipt.leaf, receipt.root]
