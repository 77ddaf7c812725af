"""The doors by which a comment comes in, each asked for its verdict on all cases.

A door says a case in its own way: as a file, as a message, as the row of a table, as options of a
command. The base is that of the gate's corpus; every door but `check` shows what it would do.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from click.testing import CliRunner, Result

from builders import Tree, a_comment, write
from door_cases import CASES, CLEAN, ENDED, LACKING, PERSON, PLAIN, REFUSED, WARNED, Case, fields_of
from gate_cases.building import Repository
from gate_cases.looking_at import desk
from intakes import a_docx, a_message, an_xlsx
from talqy.cli.main import main
from talqy.language.catalogue import catalogue
from talqy.project.shipped_files import folders
from talqy.project.yaml_write import dumped
from talqy.service.form.judging import weigh
from talqy.service.form.posted import FORM_TYPE, posted
from talqy.service.form.project_day import ProjectDay, project_day
from talqy.service.project_now import ProjectAtTip

_COLUMNS = (
    *("clause", "language", "kind", "received", "channel", "author", "consent"),
    *("text", "quote", "proposal", "name", "foreign", "in_reply_to"),
)
_ORDER = (CLEAN, WARNED, PERSON, REFUSED)
_VERDICTS = {"error": REFUSED, "needs a person": PERSON, "warning": WARNED}
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True)
class Answer:
    """What a door says of a case: its verdict, and the codes of all that it names."""

    verdict: str
    codes: frozenset[str]


Answers = Mapping[str, Answer]


def answers_of(door: str, repository: Repository) -> Answers:
    """Ask a door about all cases that can be said there."""
    cases = [case for case in CASES if door in case.doors]
    return _DOORS[door](repository, cases)


def _answer(levels: Iterable[tuple[str, str]], *, is_left: bool = False) -> Answer:
    """Make an answer of levels and codes."""
    found = list(levels)
    verdicts = [_VERDICTS[level] for level, _ in found] + [REFUSED] * is_left
    gravest = max(verdicts, key=_ORDER.index, default=CLEAN)
    return Answer(gravest, frozenset(code for _, code in found))


# --- files -----------------------------------------------------------------------------------


def id_of(case: Case) -> str:
    """Return an id for the file of a case."""
    number = CASES.index(case)
    return f"test0000{_SIGNS[number // 32]}{_SIGNS[number % 32]}"


def _file(case: Case) -> tuple[str, bytes]:
    """Return the path and the bytes of a case as a file."""
    said, name = fields_of(case), id_of(case)
    clause, author = said["clause"], {"kind": said["author"]}
    author |= {key: said[key] for key in ("foreign", "name") if key in said}
    keys = ("quote", "proposal", "in_reply_to")
    tree: Tree = a_comment(
        name,
        **{key: said[key] for key in PLAIN if key not in ("clause", "author")},
        **{key: said[key] for key in keys if key in said},
        text=said["text"],
        clause={"after": clause[6:]} if clause.startswith("after:") else clause,
        author=author,
    )
    path = "comments/{standard}/r{revision}/{received}/".format(**tree) + f"{name}.yaml"
    own = {key: name if value == "own" else value for key, value in case.tree.items()}
    kept = {key: value for key, value in {**tree, **own}.items() if (key, value) != ("consent", "")}
    return path, dumped(kept).encode()


def files_of(cases: Iterable[Case]) -> dict[str, bytes]:
    """Return the files of cases by their paths."""
    return dict(_file(case) for case in cases)


def _gate(repository: Repository, cases: Sequence[Case]) -> Answers:
    files = {case.name: _file(case) for case in cases}
    found = defaultdict(list)
    for problem in desk(repository).verdict_on(dict(files.values())).problems:
        found[problem.file].append((str(problem.level), problem.code))
    return {name: _answer(found[path]) for name, (path, _) in files.items()}


def _check(repository: Repository, cases: Sequence[Case]) -> Answers:
    files = {case.name: _file(case) for case in cases}
    try:
        for path, data in files.values():
            write(repository.folder, path, data)
        done = _run("check", "--project", str(repository.folder), "--format", "json")
    finally:
        for path, _ in files.values():
            (repository.folder / path).unlink()
    found = defaultdict(list)
    for problem in json.loads(done.output)["problems"]:
        found[problem["file"]].append((problem["level"], problem["code"]))
    return {name: _answer(found[path]) for name, (path, _) in files.items()}


# --- what is taken in --------------------------------------------------------------------------


def _import(repository: Repository, cases: Sequence[Case], put: Callable[..., Any]) -> Answers:
    """Import the cases on each text in a run of its own; a text that is none ends the run."""
    texts = defaultdict(list)
    for case in cases:
        said = fields_of(case)
        texts[said["standard"], said["revision"]].append(case)
    found: dict[str, Answer] = {}
    for (standard, revision), of_text in texts.items():
        files: Sequence[Path] = put(repository.folder / "in", of_text)
        where = (
            "--standard",
            standard,
            "--revision",
            f"r{revision}",
            "--draft",
            "--format",
            "json",
        )
        words = ("--text-language", "ru", "--project", str(repository.folder), *map(str, files))
        done = _run("comment", "import", *where, *words)
        answers = list(_rows(done)) if done.exit_code < 2 else [_ended(done)]
        assert len(answers) in (1, len(of_text)), done.output
        found |= {case.name: answers[min(n, len(answers) - 1)] for n, case in enumerate(of_text)}
    return found


def _ended(done: Result) -> Answer:
    """Make the answer of a command that a wrong option has ended: it says why, without a code."""
    assert done.exit_code == 2, done.output
    assert done.output
    return Answer(REFUSED, frozenset({ENDED}))


def _rows(done: Result) -> Iterator[Answer]:
    for file in json.loads(done.output)["files"]:
        assert file["problems"] == []
        for row in file["rows"]:
            levels = [(problem["level"], problem["code"]) for problem in row["problems"]]
            assert (row["status"] == "left") == any(level == "error" for level, _ in levels)
            yield _answer(levels)


def _messages(folder: Path, cases: Sequence[Case]) -> list[Path]:
    files = []
    for case in cases:
        said = fields_of(case)
        day = int(said["received"][8:])
        head = {
            "Date": f"{day:02} {'Oct' if '-10-' in said['received'] else 'Nov'} 2026 10:00:00 +0500"
        }
        head |= {
            "Subject": f"{said['standard']} r{said['revision']} whole",
            "Message-ID": f"<{id_of(case)}@example.kz>",
        }
        message = a_message(said["text"], **head)
        files.append(write(folder, f"{id_of(case)}.eml", message.as_bytes()))
    return files


def _table(make: Callable[..., bytes], ending: str) -> Callable[[Path, Sequence[Case]], list[Path]]:
    def put(folder: Path, cases: Sequence[Case]) -> list[Path]:
        rows = [tuple(fields_of(case).get(name, "") for name in _COLUMNS) for case in cases]
        return [write(folder, f"table.{ending}", make(_COLUMNS, *rows))]

    return put


def _a_csv(*rows: Sequence[str]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


# --- `talqy new comment` ------------------------------------------------------------------------


def _new(repository: Repository, cases: Sequence[Case]) -> Answers:
    return {case.name: _typed(repository.folder, fields_of(case)) for case in cases}


def _typed(project: Path, said: Mapping[str, str]) -> Answer:
    flags = [f"--{name}" for name in ("foreign", "consent") if said.get(name) in ("true", "1")]
    names = [name for name in _COLUMNS if name not in ("foreign", "consent") and name in said]
    words = [word for name in names for word in (f"--{name.replace('_', '-')}", said[name])]
    where = ("--revision", f"r{said['revision']}", "--project", str(project), "--draft")
    done = _run("new", "comment", said["standard"], *where, *flags, *words)
    if done.exit_code == 2:
        return _ended(done)
    translate = _spoken(project, said["language"])
    levels = [
        (level, line.split(f" {translate(level)} ")[1].split(":")[0])
        for line in done.output.splitlines()
        for level in _VERDICTS
        if line.startswith(("--", "comment")) and f": {translate(level)} " in line
    ]
    assert (done.exit_code == 0) == all(level != "error" for level, _ in levels) or not levels
    return _answer(levels, is_left=done.exit_code != 0)


@cache
def _spoken(project: Path, language: str) -> Callable[[str], str]:
    return catalogue(
        language if language in ("kk", "ru") else "en", folders(project, "messages")
    ).problem


# --- the form of the service ---------------------------------------------------------------------


def _form(repository: Repository, cases: Sequence[Case]) -> Answers:
    project = ProjectAtTip(repository.folder, "main").now()
    now = project_day(project, project.day(datetime.now(UTC)), "")
    return {case.name: _filled(now, fields_of(case)) for case in cases}


def _filled(now: ProjectDay, said: Mapping[str, str]) -> Answer:
    names = {"author": "author.kind", "name": "author.name", "foreign": "author.foreign"}
    typed = {names.get(name, name): text for name, text in said.items()}
    post = posted(urlencode({**typed, "draft": "", "consent": "yes"}).encode(), FORM_TYPE)
    draft = now.draft(f"{said['standard']} r{said['revision']}")
    assert draft
    weighed = weigh(post, draft, now, now.today, "0123456789")
    levels = [(str(one.problem.level), one.problem.code) for one in weighed.problems]
    levels += [("error", LACKING) for _ in weighed.lacking]
    return _answer(levels, is_left=not weighed.can_be_taken)


def _run(*words: str) -> Result:
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


_DOORS: Mapping[str, Callable[[Repository, Sequence[Case]], Answers]] = {
    "gate": _gate,
    "mail": lambda base, cases: _import(base, cases, _messages),
    "csv": lambda base, cases: _import(base, cases, _table(_a_csv, "csv")),
    "xlsx": lambda base, cases: _import(base, cases, _table(an_xlsx, "xlsx")),
    "docx": lambda base, cases: _import(base, cases, _table(a_docx, "docx")),
    "new": _new,
    "form": _form,
    "check": _check,
}
