"""What is asked wherever words or a name are taken out of a comment, public already or not."""

from collections.abc import Callable
from typing import Any

from talqy.cli.running import option

_WORDS = option(
    "--words",
    multiple=True,
    help="Words to take out of text, quote and proposal, to the letter; may be given again.",
)
_NAME = option("--name", "is_name", is_flag=True, help="Take the author's name out.")
_REASON = option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Why; once for each language of the project.",
)


def taken_out_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that is told which words go, whether the name does, and why."""
    return _WORDS(_NAME(_REASON(command)))
