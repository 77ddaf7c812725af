"""What the gate costs: one pull request, where the base has very many comments.

    python tests/bench/gates.py [--comments 10000] [--rounds 3]

The base is a git repository: a standard of the demonstration whose open text has so many comments,
all answered but one, packed as after a clone. A citizen's pull request adds one comment, and the
authority's adds the last answer; both pass. The floor is `talqy check` of the same files. How the
runs are measured: `costs.py`.
"""

import os
import subprocess
import tempfile
from pathlib import Path
from shutil import copytree

import click

from costs import (
    MEMORY,
    START,
    WHERE,
    Run,
    comments_option,
    measured,
    quick_option,
    rounds_option,
    table,
)
from discussions import CLOSED, ROOT, STANDARD, TODAY, an_open_discussion

_ANSWER = """\
schema: 1
comment: {id}
outcome: noted
reason:
  kk: "Пікір қаралды: жобаны пысықтау кезінде ескеріледі."
  ru: "Мнение рассмотрено: оно будет учтено при доработке проекта."
decided: {{by: ministry-justice, on: "{today}"}}
"""
_COMMENT = """\
schema: 1
id: 0123456789
standard: {standard}
revision: 2
clause: term
language: ru
kind: change
received: "{today}"
channel: pull-request
author:
  kind: individual
text: Прошу сократить срок оказания услуги, потому что пять дней для одной отметки много.
consent: "1"
"""
_WHO = {"NAME": "Aigul", "EMAIL": "aigul@users.noreply.example"}


def a_repository(folder: Path, comments: int) -> int:
    """Make the base, and the branches `one` and `answer`; return how many files the base has."""
    made = an_open_discussion(folder, comments)
    below = Path("comments", STANDARD, CLOSED)
    copytree(ROOT / below, folder / below)  # the open text names these as its causes
    last, *others = (file.with_suffix(".response.yaml") for file in made)
    for file in others:
        _answer(file)
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    _commit(folder, "main")
    _git(folder, "repack", "-a", "-d", "--quiet")
    new = folder / "comments" / STANDARD / "r2" / TODAY / "0123456789.yaml"
    new.parent.mkdir(exist_ok=True)
    new.write_text(_COMMENT.format(standard=STANDARD, today=TODAY), encoding="utf-8")
    _commit(folder, "one")
    _git(folder, "checkout", "--quiet", "main")
    _answer(last)
    _commit(folder, "answer")
    _git(folder, "checkout", "--quiet", "main")
    return sum(1 for _ in folder.rglob("*.yaml"))


def a_pull_request(project: Path, file: tuple[str, str]) -> str:
    """Make a project a repository, with a branch that adds one file; return what to judge."""
    _git(project, "init", "--quiet", "--initial-branch", "main")
    _commit(project, "main")
    _git(project, "repack", "-a", "-d", "--quiet")
    path, text = file
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")
    _commit(project, "one")
    _git(project, "checkout", "--quiet", "main")
    return "main..one"


def _answer(file: Path) -> None:
    name = file.name.partition(".")[0]
    file.write_text(_ANSWER.format(id=name, today=TODAY), encoding="utf-8")


def _commit(folder: Path, branch: str) -> None:
    _git(folder, "checkout", "--quiet", "-B", branch)
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "A change")


def _git(folder: Path, *words: str) -> None:
    """Run git, which knows nothing of the settings of this machine."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = {f"GIT_{role}_{key}": _WHO[key] for role in ("AUTHOR", "COMMITTER") for key in _WHO}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    line = ["git", "-C", str(folder), *words]
    subprocess.run(line, check=True, env={**own, **who, **quiet})


def runs_of(project: Path) -> dict[str, Run]:
    """Name the runs; all must end well."""
    here = ("check", "--project", str(project), "--today", TODAY)
    authority = ("--profile", "authority")
    return {
        "start": Run(START),
        "check": Run(here),
        "gate, one comment": Run((*here, "--pull-request", "main..one")),
        "gate, the last answer": Run((*here, "--pull-request", "main..answer", *authority)),
    }


@click.command()
@comments_option
@rounds_option
@quick_option
def main(comments: int, rounds: int, *, quick: bool) -> None:
    """Measure the gate before one large discussion, and print a small table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        project = Path(temporary)
        files = a_repository(project, comments)
        click.echo(f"{comments} comments on one text, {files} files {WHERE}, {rounds} rounds\n")
        found = measured(runs_of(project), rounds, quick=quick)
    click.echo(table(found, "check"))


if __name__ == "__main__":
    main()
