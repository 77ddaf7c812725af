"""The golden projects: a sound one, and for each rule what must be changed in it to break the rule.

A case under `tests/golden/rules/` holds `changes.patch` (what `git diff` says of the sound
project), new files whole, and `REMOVE`, a list of files to take away.
"""

import shutil
from collections import Counter
from pathlib import Path

from repositories import git

GOLDEN = Path(__file__).parents[1] / "golden"
SOUND, RULES = GOLDEN / "sound", GOLDEN / "rules"
CASES = sorted(RULES.iterdir())
PATCH, REMOVE, PROBLEMS = "changes.patch", "REMOVE", "problems.txt"


def laid_over(case: Path, root: Path) -> Path:
    """Copy the sound project, and make the changes of a case in it."""
    shutil.copytree(SOUND, root)
    own = shutil.ignore_patterns(PATCH, REMOVE, PROBLEMS)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=own)
    removed = case / REMOVE
    for name in removed.read_text("utf-8").splitlines() if removed.is_file() else ():
        (root / name).unlink()
    if (case / PATCH).is_file():
        changes = (case / PATCH).read_bytes()
        git(root, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", given=changes)
    return root


def told(printed: str) -> list[str]:
    """Return the problems that `talqy check` printed: a line each and, below, how to mend it."""
    *lines, _tally = printed.splitlines()
    problems: list[str] = []
    for line in lines:
        if line.startswith(" "):
            problems[-1] += f"\n{line}"
        else:
            problems.append(line)
    return problems


def added(printed: str, to: str) -> list[str]:
    """Return what is told beyond `to` (of the sound project), wherever a line is now."""
    known = Counter(_without_line(problem) for problem in told(to))
    news = []
    for problem in told(printed):
        if known[_without_line(problem)]:
            known[_without_line(problem)] -= 1
        else:
            news.append(problem)
    return news


def _without_line(problem: str) -> tuple[str, str]:
    place, _, rest = problem.partition(": ")
    return place.split(":")[0], rest
