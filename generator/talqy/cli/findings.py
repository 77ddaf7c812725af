"""Problems as text for people, as JSON for programs, and as annotations for a forge."""

import json
from collections.abc import Callable, Sequence

import click

from talqy.model.problem import Problem, Severity

Translate = Callable[[str], str]
FORMATS = ("text", "json", "github")


def formatted(problems: Sequence[Problem], form: str, translate: Translate) -> str:
    """Print problems in one of the formats."""
    return {"text": _text, "json": _json, "github": _github}[form](problems, translate)


def _text(problems: Sequence[Problem], translate: Translate) -> str:
    blocks = []
    for problem in problems:
        place = _plain(problem.file) + (f":{problem.line}:{problem.column}" if problem.line else "")
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        severity = click.style(translate(str(problem.severity)), fg=colour, bold=True)
        block = f"{place}: {severity} {problem.code}: {_plain(problem.said(translate))}"
        advice = problem.advised(translate)
        blocks.append(block + (f"\n    → {_plain(advice)}" if advice else ""))
    return "\n".join([*blocks, _summary(problems, translate)])


def _summary(problems: Sequence[Problem], translate: Translate) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    words = translate("errors: {errors}, warnings: {warnings}")
    return words.format(errors=errors, warnings=len(problems) - errors)


def _plain(words: str) -> str:
    """Keep a stranger's text, or file name, from moving the cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "�" for sign in words)


def _json(problems: Sequence[Problem], translate: Translate) -> str:
    found = [
        {
            "code": problem.code,
            "severity": str(problem.severity),
            "file": _plain(problem.file),
            "line": problem.line,
            "column": problem.column,
            "message": problem.said(translate),
            "hint": problem.advised(translate),
        }
        for problem in problems
    ]
    return json.dumps({"problems": found}, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem], translate: Translate) -> str:
    lines = []
    for problem in problems:
        words = f"{problem.said(translate)}\n{problem.advised(translate)}".strip()
        place = f"file={_property(problem.file)}"
        if problem.line:
            place += f",line={problem.line},col={problem.column}"
        title = _property(problem.code)
        lines.append(f"::{problem.severity} {place},title={title}::{_data(words)}")
    return "\n".join([*lines, _summary(problems, translate)])


def _data(words: str) -> str:
    return _plain(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
