"""What a work stands on: the newest commits of the main branch that its saves were made of.

Each save says so in a line of its own. Where the main branch has been written anew since, as after
a leak, these are not in it any more, and publishing the work would bring back what was taken out.
"""

import re
from pathlib import Path

from talqy.project.branches import is_in
from talqy.project.commits import commits

_ON = "On: "
_LINE = re.compile(rf"^{_ON}([0-9a-f]{{40}}(?:[0-9a-f]{{24}})?)$", re.MULTILINE)
_MOST = 5_000


def standing_line(main: str | None) -> str:
    """Return the line of a save that says on what it stands; none where it adds nothing to that."""
    return f"{_ON}{main}\n" if main else ""


def is_taken_out(root: Path, main: str, tip: str) -> bool:
    """Return whether something that a work stands on was taken out of the main branch."""
    brought = commits(root, main, tip, _MOST)
    on = dict.fromkeys(name for one in brought for name in _LINE.findall(one.said))
    return not all(is_in(root, name, main) for name in on)
