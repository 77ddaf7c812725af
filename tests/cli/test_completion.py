"""A shell asks the tool what may come next, and bash reads what the tool prints for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from talqy.cli.main import main

TOOL = Path(sys.executable).with_name("talqy")


def asked(words: str) -> list[str]:
    """Return what the tool offers bash for the last of some words."""
    asking = {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    found = subprocess.run(
        [TOOL],
        env=os.environ | asking | {"_TALQY_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [line.partition(",")[2] for line in found.stdout.split()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("talqy ver", ["verify"]),
        ("talqy export te", ["templates", "text"]),
        ("talqy export text --fo", ["--format"]),
        ("talqy completion z", ["zsh"]),
    ],
)
def test_what_may_come_next_is_offered(words: str, offered: list[str]) -> None:
    assert sorted(asked(words)) == offered


def test_bash_knows_the_command_after_it_has_read_what_is_printed() -> None:
    printed = CliRunner().invoke(main, ["completion", "bash"]).output
    asking = [*("bash", "--noprofile", "--norc", "-c"), f"{printed}\ncomplete -p talqy"]
    found = subprocess.run(asking, capture_output=True, text=True, check=True)
    assert found.stdout.split()[-2:] == ["_talqy_completion", "talqy"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_what_is_printed_for_a_shell_asks_this_tool(shell: str) -> None:
    printed = CliRunner().invoke(main, ["completion", shell])
    assert printed.exit_code == 0
    assert f"_TALQY_COMPLETE={shell}_complete" in printed.output
