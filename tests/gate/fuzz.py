"""Throws odd files at the gate for some minutes, and says what became of them.

    python tests/gate/fuzz.py [--minutes 10] [--seed 1]

Files are made from those of the corpus by a seeded generator. Each is judged and printed in all
formats; every thirtieth is made a real commit, and judged by the command. An exception ends the run
with the seed and the number of the file, and leaves the file itself in the temporary folder.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import click
from click.testing import CliRunner

sys.path[0] = str(Path(__file__).parents[1] / "support")

from gate_cases.building import PLACE, Line, Repository, base_repository  # noqa: E402
from gate_cases.looking_at import desk, printed  # noqa: E402
from gate_cases.mangling import mangled, seeds  # noqa: E402
from talqy.cli.main import main  # noqa: E402

EVERY = 30
VERDICTS = {"passes": 0, "needs a person": 1, "fails": 1}


def files(seed: int) -> Iterator[bytes]:
    """Yield the files of a seed: the same ones in every run."""
    yield from mangled(seeds(), random.Random(seed))  # noqa: S311 - the same every time


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


@click.command(help=__doc__)
@click.option("--minutes", default=10.0, show_default=True, help="How long to go on.")
@click.option("--seed", default=1, show_default=True, help="Which files to make.")
def fuzz(minutes: float, seed: int) -> None:
    """Judge odd files until the time is over."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-fuzz-"))
    repository = base_repository(folder / "project")
    there = desk(repository)
    verdicts, codes, by_command = Counter[str](), Counter[str](), Counter[str]()
    slowest, until = 0.0, time.monotonic() + minutes * 60
    data, made = b"", 0
    try:
        for made, data in zip(count(1), files(seed), strict=False):
            began = time.monotonic()
            verdict = there.verdict(data)
            verdicts += printed(verdict)
            slowest = max(slowest, time.monotonic() - began)
            codes.update({finding.problem.code for finding in verdict.findings})
            if made % EVERY == 0:
                by_command[commanded(repository, data)] += 1
            if time.monotonic() > until:
                break
    except Exception:
        (folder / "input.yaml").write_bytes(data)
        click.echo(f"seed {seed}, file {made}: see {folder / 'input.yaml'}", err=True)
        raise
    click.echo(f"files: {made}; slowest: {slowest:.2f} s")
    click.echo(f"verdicts: {dict(verdicts.most_common())}")
    click.echo(f"by the command: {dict(by_command.most_common())}")
    click.echo(f"codes: {dict(sorted(codes.items()))}")


if __name__ == "__main__":
    fuzz()
