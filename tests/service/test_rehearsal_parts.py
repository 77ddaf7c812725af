"""What a rehearsal is made of: letters that arrive, and a service that ends with it."""

import os
import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
import yaml

from letters_kept import letters_kept
from rehearsal import Rehearsal, made

SUPPORT = Path(__file__).resolve().parents[1] / "support"
_PARENT = """
import sys, time
sys.path.insert(0, {support!r})
from rehearsal import beside_us
with beside_us([sys.executable, "-c", {child!r}]):
    time.sleep(120)
"""
_CHILD = (
    "import os, pathlib, time; pathlib.Path({file!r}).write_text(str(os.getpid())); time.sleep(120)"
)


def test_a_letter_lies_as_a_text(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    letter = EmailMessage()
    letter["To"], letter["From"], letter["Subject"] = (
        "a@example.kz",
        "b@example.kz",
        "Жауап берілді",
    )
    letter.set_content("Пікіріңізге жауап берілді: http://127.0.0.1:8000/")
    with letters_kept(tmp_path / "letters", port), smtplib.SMTP("127.0.0.1", port) as post:
        post.send_message(letter)
    kept = (tmp_path / "letters" / "0001.txt").read_text("utf-8")
    assert kept.startswith("To: a@example.kz\nSubject: Жауап берілді\n\nПікіріңізге")


def test_a_rehearsal_has_a_mail_server(tmp_path: Path) -> None:
    of = made(Rehearsal(tmp_path / "copy"))
    assert of.has_own_mail
    assert yaml.safe_load(of.settings.read_text("utf-8"))["mail"]["server"] == of.mail


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_a_rehearsal_that_is_killed_leaves_no_service(tmp_path: Path, by: signal.Signals) -> None:
    file = tmp_path / "pid"
    child = _CHILD.format(file=str(file))
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT.format(support=str(SUPPORT), child=child)]
    )
    try:
        assert _soon(lambda: file.is_file() and bool(file.read_text("utf-8")))
        number = int(file.read_text("utf-8"))
    finally:
        parent.send_signal(by)
        parent.wait(60)
    assert _soon(lambda: not _is_there(number))


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not (state.is_file() and state.read_text("utf-8").rpartition(")")[2].split()[0] == "Z")


def _soon(is_so: Callable[[], bool]) -> bool:
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        if is_so():
            return True
        time.sleep(0.1)
    return False
