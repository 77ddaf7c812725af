"""The commands that a page shows, run as one script: in a real shell, `talqy` in this process.

Each start of a process that knows the tool takes half a second, and a page has forty commands. So
the shell asks for each by one pipe, and hears by another how it ended.
"""

import os
import re
import subprocess
from pathlib import Path

from click.testing import CliRunner

from talqy.cli.main import main

_BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SHELL = """
talqy() {{
  printf '%s\\0' "$PWD" "$@" > {asked}
  read -r ended < {answered}
  cat {said}
  return "$ended"
}}
trap ': > {asked}' EXIT
{script}
"""


def script_of(page: Path) -> str:
    """Return all blocks of commands that a page shows, in their order."""
    return "".join(_BLOCK.findall(page.read_text("utf-8")))


def run_script(script: str, place: Path, beside: Path) -> str:
    """Run a script in a folder until its first fault; return what it said, and say how it ended.

    `beside` is a folder for what the shell and this process tell one another.
    """
    asked, answered, said = (beside / name for name in ("asked", "answered", "said"))
    for pipe in (asked, answered):
        os.mkfifo(pipe)
    lines = _SHELL.format(script=script, asked=asked, answered=answered, said=said)
    heard = beside / "heard"
    with heard.open("wb") as to:
        shell = subprocess.Popen(
            ["bash", "-eux", "-c", lines],
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=to,
            stderr=subprocess.STDOUT,
        )
        while line := asked.read_bytes():
            here, *words = line.decode().split("\0")[:-1]
            os.chdir(here)
            done = CliRunner().invoke(main, words)
            said.write_text(done.output, "utf-8")
            answered.write_text(f"{done.exit_code}\n", "utf-8")
        ended = shell.wait()
    told = heard.read_text("utf-8")
    assert ended == 0, told[-3000:]
    return told
