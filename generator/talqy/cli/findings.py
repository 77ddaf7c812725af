"""Problems as text for people, as JSON for programs, and as annotations for a forge."""

import hashlib
import json
from collections.abc import Callable, Sequence

import click

from talqy.model.problem import Problem, Severity

Translate = Callable[[str], str]
FORMATS = ("text", "json", "github", "gitlab")


def formatted(problems: Sequence[Problem], form: str, translate: Translate) -> str:
    """Print problems in one of the formats."""
    printers = {"text": _text, "json": _json, "github": _github, "gitlab": _gitlab}
    return printers[form](problems, translate)


def _text(problems: Sequence[Problem], translate: Translate) -> str:
    blocks = [as_text(problem, translate) for problem in problems]
    return "\n".join([*blocks, _summary(problems, translate)])


def as_text(problem: Problem, translate: Translate) -> str:
    """Print one problem: its place, what is wrong, and how to mend it."""
    place = plain(problem.file) + (f":{problem.line}:{problem.column}" if problem.line else "")
    colour = "red" if problem.severity is Severity.ERROR else "yellow"
    severity = click.style(translate(str(problem.severity)), fg=colour, bold=True)
    block = f"{place}: {severity} {problem.code}: {plain(problem.said(translate))}"
    advice = problem.advised(translate)
    return block + (f"\n    → {plain(advice)}" if advice else "")


def _summary(problems: Sequence[Problem], translate: Translate) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    words = translate("errors: {errors}, warnings: {warnings}")
    return words.format(errors=errors, warnings=len(problems) - errors)


def plain(words: str) -> str:
    """Keep a stranger's text, or file name, from moving the cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in words)


def _json(problems: Sequence[Problem], translate: Translate) -> str:
    found = [as_data(problem, translate) for problem in problems]
    return json.dumps({"problems": found}, ensure_ascii=False, indent=2)


def as_data(problem: Problem, translate: Translate) -> dict[str, object]:
    """Return one problem for a program."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": plain(problem.file),
        "line": problem.line,
        "column": problem.column,
        "message": problem.said(translate),
        "hint": problem.advised(translate),
    }


def _github(problems: Sequence[Problem], translate: Translate) -> str:
    lines = (annotation(str(problem.severity), problem, translate) for problem in problems)
    return "\n".join([*lines, _summary(problems, translate)])


def annotation(kind: str, problem: Problem, translate: Translate) -> str:
    """Print a workflow command of GitHub; nothing that a file says can begin another one."""
    words = f"{problem.said(translate)}\n{problem.advised(translate)}".strip()
    place = [f"file={_property(problem.file)}"] if problem.file else []
    if problem.line:
        place.append(f"line={problem.line},col={problem.column}")
    about = ",".join([*place, f"title={_property(problem.code)}"])
    return f"::{kind} {about}::{_data(words)}"


def _gitlab(problems: Sequence[Problem], translate: Translate) -> str:
    weights = {Severity.ERROR: "major", Severity.WARNING: "minor"}
    return quality([(weights[problem.severity], problem) for problem in problems], translate)


def quality(problems: Sequence[tuple[str, Problem]], translate: Translate) -> str:
    """Print a Code Quality report of GitLab; each problem comes with its weight."""
    found = []
    for weight, problem in problems:
        words = f"{problem.said(translate)}. {problem.advised(translate)}".strip()
        mark = f"{problem.code}\n{problem.file}\n{problem.path}\n{problem.said()}"
        found.append(
            {
                "description": plain(words),
                "check_name": problem.code,
                "fingerprint": hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest(),
                "severity": weight,
                "location": {
                    "path": plain(problem.file) or ".",
                    "lines": {"begin": problem.line or 1},
                },
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2)


def _data(words: str) -> str:
    return plain(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
