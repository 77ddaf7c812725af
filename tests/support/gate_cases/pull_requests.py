"""Cases of the corpus as pull requests, and what the command says of them."""

from dataclasses import replace

from click.testing import CliRunner

from gate_cases.building import Repository
from gate_cases.making import Case
from talqy.cli.main import main


def head_of(case: Case, repository: Repository) -> str:
    """Make the commits of a case; return the last."""
    return ends_of(case, repository)[1]


def ends_of(case: Case, repository: Repository) -> tuple[str, str]:
    """Make the commits of a case; further parents are named by what they are."""
    if callable(case.change):
        return case.change(repository)
    line = case.line
    parents = tuple(_parent(name, repository) for name in line.joined)
    head = repository.line(replace(line, joined=parents))
    if "base+1" in line.joined:  # the base went on, and the branch followed
        return repository.git("rev-parse", f"{head}^2"), head
    return repository.base, head


def _parent(name: str, repository: Repository) -> str:
    if name == "orphan":
        return repository.commit({"other.txt": "x"}, ())
    return repository.commit({"other.txt": "x"}, (repository.base,))


def judged(case: Case, repository: Repository, *words: str) -> tuple[int, str]:
    """Return exit status and output of the command."""
    base, head = ends_of(case, repository)
    span = ("--pull-request", f"{base}..{head}", "--profile", case.profile)
    done = CliRunner().invoke(main, ["check", "--project", str(repository.folder), *span, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output
