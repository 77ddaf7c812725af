"""`mkdocs serve` and `talqy serve` really serve the site, and build it anew after a change."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from builders import (
    OTHER_COMMENT,
    a_comment,
    a_settled_revision,
    a_standard,
    comment_path,
    said,
    standard_path,
    write,
)
from sites import environment, small

SOON = 120  # seconds after which a change is not waited for any more
STANDARD_PAGE = "ru/s/birth-registration/"
COMMANDS = {
    "mkdocs": ("mkdocs", "serve", "--dev-addr"),
    "talqy": ("talqy", "serve", "--address"),
}
# A suite that runs in the background ignores Ctrl+C, and passes that on to what it starts. To set
# it right between fork and exec is what Python 3.12 and later warn of in a process with threads.
LISTENING = """\
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def free_address() -> str:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@contextmanager
def serving(project: Path, command: str, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Serve a project as a user does, and stop with Ctrl+C."""
    line = [sys.executable, "-c", LISTENING, *COMMANDS[command], address]
    with (project / "said.txt").open("w", encoding="utf-8") as said_there:
        process = subprocess.Popen(
            line,
            cwd=project,
            env=environment(),
            stdout=said_there,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(SOON)
            finally:
                process.kill()


def page(address: str, path: str) -> str:
    """Ask for a page; an empty answer while nobody serves it."""
    try:
        with urllib.request.urlopen(f"http://{address}/{path}", timeout=5) as answer:
            text: str = answer.read().decode()
            return text
    except (urllib.error.URLError, OSError):
        return ""


def comes(address: str, path: str, words: str) -> bool:
    """Return whether words come to stand on a page soon."""
    end = time.monotonic() + SOON
    while words not in page(address, path):
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


@pytest.mark.parametrize("command", COMMANDS)
def test_the_site_is_served_and_follows_every_change(command: str, tmp_path: Path) -> None:
    project = small(tmp_path / "project", comments=[a_comment(OTHER_COMMENT)])
    address = free_address()
    with serving(project, command, address) as process:
        assert comes(address, "kk/", "Талқылау"), (project / "said.txt").read_text("utf-8")
        assert comes(address, STANDARD_PAGE, "Регистрация рождения")
        write(project, standard_path(), a_standard(title=said("Жаңа атау", "Новое название")))
        assert comes(address, STANDARD_PAGE, "Новое название")
        write(project, comment_path(), a_comment(text="Совсем новый комментарий."))
        assert comes(address, f"{STANDARD_PAGE}comments/", "Совсем новый комментарий.")
        assert process.poll() is None
    assert process.returncode == 0, (project / "said.txt").read_text("utf-8")
    assert "Traceback" not in (project / "said.txt").read_text("utf-8")
    assert not (project / "site").exists()


def test_talqy_serve_says_the_address_and_what_is_wrong(tmp_path: Path) -> None:
    unasked = a_standard(surveys=[])
    project = small(tmp_path / "project", standard=unasked, revisions=[a_settled_revision()])
    address = free_address()
    told = project / "said.txt"
    with serving(project, "talqy", address):
        assert comes(address, "kk/", "Талқылау"), told.read_text("utf-8")
        # What is wrong is looked for while pages are there already.
        until = time.monotonic() + 60
        while " S09: " not in told.read_text("utf-8") and time.monotonic() < until:
            time.sleep(0.1)
    words = told.read_text("utf-8")
    assert f"http://{address}/" in words
    assert " S09: " in words


def test_a_file_that_breaks_while_serving_leaves_the_rest_served(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    address = free_address()
    with serving(project, "talqy", address) as process:
        assert comes(address, STANDARD_PAGE, "Регистрация рождения")
        write(project, standard_path(), "title: {kk: [")
        write(project, "site_templates/messages/ru.po", 'msgid "Home"\nmsgstr "Начало сайта"\n')
        assert comes(address, "ru/", "Начало сайта")
        assert process.poll() is None
        write(project, standard_path(), a_standard(title=said("Жаңа атау", "Новое название")))
        assert comes(address, STANDARD_PAGE, "Новое название")


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        line = [sys.executable, "-m", "talqy", "serve", "--address", address]
        done = subprocess.run(
            line,
            cwd=project,
            env=environment(),
            text=True,
            capture_output=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert f"cannot be shown at {address}: another program uses this port" in done.stderr
    assert "Traceback" not in done.stderr
