"""Odd files thrown at the gate, until something gives way or the time is over."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from click.testing import CliRunner

from gate_cases.building import PLACE, Line, Repository
from gate_cases.looking_at import desk, printed
from gate_cases.mangling import mangled, seeds
from talqy.cli.main import main

EVERY = 30
"""Each file of this many is made a real commit, and judged by the command too."""
VERDICTS = {"passes": 0, "needs a person": 1, "fails": 1}


@dataclass(slots=True)
class Thrown:
    """What became of the files: `reason` and `broke` tell of the one that the gate fell over."""

    files: int = 0
    slowest: float = 0.0
    verdicts: Counter[str] = field(default_factory=Counter)
    by_command: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    reason: str = ""
    broke: bytes = field(default=b"", repr=False)

    def said(self) -> str:
        """Return the figures of a run."""
        verdicts, commits = dict(self.verdicts.most_common()), dict(self.by_command.most_common())
        return (
            f"{self.files} files, {verdicts}; by the command {commits}; "
            f"slowest {self.slowest:.2f} s; codes {dict(sorted(self.codes.items()))}"
        )


def thrown(repository: Repository, seed: int, goes_on: Callable[[int], bool]) -> Thrown:
    """Judge the files of a seed while `goes_on(number)`; stop at the first that gets no verdict."""
    found, there = Thrown(), desk(repository)
    files = mangled(seeds(), random.Random(seed))  # noqa: S311 - the same every time
    for number, data in zip(count(1), files, strict=False):
        if not goes_on(number):
            break
        began = time.monotonic()
        try:
            verdict = there.verdict(data)
            found.verdicts += printed(verdict)
            if number % EVERY == 0:
                found.by_command[commanded(repository, data)] += 1
        except Exception as error:  # noqa: BLE001 - whatever comes is what is looked for
            found.broke, found.reason = data, f"seed {seed}, file {number}: {error!r}"
            return found
        found.slowest = max(found.slowest, time.monotonic() - began)
        found.codes.update({problem.code for problem in verdict.problems})
        found.files = number
    return found


def commanded(repository: Repository, data: bytes) -> str:
    """Judge a file by the command, as a commit; return the first words of what it says."""
    head = repository.line(Line([{PLACE: data}]))
    span = ("--pull-request", f"{repository.base}..{head}")
    done = CliRunner().invoke(main, ["check", "--project", str(repository.folder), *span])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    verdict = done.output.partition(" (")[0]
    if VERDICTS.get(verdict) != done.exit_code:
        raise RuntimeError(f"exit status {done.exit_code}: {done.output[:500]}")
    return verdict
