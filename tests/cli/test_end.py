"""A process ends when all is said, and nothing that it has read is taken apart."""

import subprocess
import sys

import pytest

_PROCESS = """
import atexit, sys, threading
from talqy.cli.main import main
atexit.register(print, "taken apart")
if sys.argv.pop(1) == "beside others":
    threading.Timer(0.2, print, ["the others"]).start()
main()
"""


def ended(how: str, *words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", _PROCESS, how, *words]
    return subprocess.run(line, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("words", "status"), [(["--version"], 0), (["no-such-command"], 2)])
def test_a_process_ends_with_its_words_and_its_status(words: list[str], status: int) -> None:
    done = ended("alone", *words)
    assert done.returncode == status
    assert (done.stdout + done.stderr).strip()
    assert "taken apart" not in done.stdout


def test_where_others_still_work_it_ends_after_them() -> None:
    assert ended("beside others", "--version").stdout.splitlines()[1:] == [
        "the others",
        "taken apart",
    ]


def test_what_nobody_reads_any_more_ends_it_quietly() -> None:
    line = [sys.executable, "-c", _PROCESS, "alone", "--help"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode in {0, 1, 120}, b"Traceback" in said) == (True, False)
