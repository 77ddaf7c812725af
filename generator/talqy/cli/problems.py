"""Problems as text for people, as JSON for programs, and as annotations for a forge.

The one place where a problem is printed, whoever found it; the gate's verdict puts its head above.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import click

from talqy.language.screen import on_screen
from talqy.model.problem import Level, Problem

Translate = Callable[[str], str]
FORMATS = ("text", "json", "github", "gitlab")

# So many cells of one kind beside the first, and they are said in one line.
_FEW = 3
_COLOURS = {
    Level.ERROR: "red",
    Level.PERSON: "magenta",
    Level.WARNING: "yellow",
    Level.TO_DO: "cyan",
}
_ANNOTATIONS = {
    Level.ERROR: "error",
    Level.PERSON: "warning",
    Level.WARNING: "warning",
    Level.TO_DO: "notice",
}
_QUALITY = {
    Level.ERROR: "critical",
    Level.PERSON: "major",
    Level.WARNING: "minor",
    Level.TO_DO: "info",
}


def formatted(problems: Sequence[Problem], form: str, translate: Translate) -> str:
    """Print problems in one of the formats."""
    printers = {"text": _text, "json": _json, "github": _github, "gitlab": quality}
    return printers[form](problems, translate)


def _summary(problems: Sequence[Problem], translate: Translate) -> str:
    errors = sum(problem.is_error for problem in problems)
    to_do = sum(problem.level is Level.TO_DO for problem in problems)
    warnings = len(problems) - errors - to_do
    tally = translate("errors: {errors}, warnings: {warnings}")
    if to_do:
        tally = translate("errors: {errors}, warnings: {warnings}, still to do: {to_do}")
    return tally.format(errors=errors, warnings=warnings, to_do=to_do)


# --- text ---------------------------------------------------------------------------------------


def _text(problems: Sequence[Problem], translate: Translate) -> str:
    blocks = [together(group, translate) for group in _groups(advised_once(problems))]
    return "\n".join([*blocks, _summary(problems, translate)])


def _groups(problems: Sequence[Problem]) -> Iterable[list[Problem]]:
    """Put together what is said of many cells of one sheet, at the place of the first."""
    groups: dict[object, list[Problem]] = {}
    for number, problem in enumerate(problems):
        sheet, _, cell = problem.file.rpartition("!")
        same = _sameness(problem, sheet) if sheet and cell else number
        groups.setdefault(same, []).append(problem)
    return groups.values()


def said_of_many(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Return what is said word for word of many rows or lines of one file or sheet."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        file = problem.file.rpartition("!")[0] or problem.file
        groups.setdefault(_sameness(problem, file), []).append(problem)
    return [group for group in groups.values() if len(group) > _FEW]


def _sameness(problem: Problem, file: str) -> object:
    return file, problem.kind, problem.said(), problem.advised()


def together(problems: list[Problem], translate: Translate) -> str:
    """Print what is said of several cells or lines: of many, at the place of the first."""
    first, *others = problems
    if len(others) < _FEW:
        return "\n".join(as_text(problem, translate) for problem in problems)
    places = ", ".join((_place(first), *map(_within_file, others)))
    return as_text(replace(first, file=f"{places} ({len(problems)})", line=0), translate)


def advised_once(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems of which one kind, said of one sheet in a row, has its advice at the end."""
    pairs = zip(problems, [*problems[1:], None], strict=False)
    return [
        replace(one, kind=replace(one.kind, hint="")) if next_ and _is_advised(one, next_) else one
        for one, next_ in pairs
    ]


def _is_advised(one: Problem, following: Problem) -> bool:
    """Return whether the next problem says how to mend this one, too."""
    return (
        "!" in one.file
        and one.code == following.code
        and one.file.rpartition("!")[0] == following.file.rpartition("!")[0]
        and one.said() != following.said()
        and one.advised() == following.advised()
    )


def _within_file(problem: Problem) -> str:
    return problem.file.rpartition("!")[2] if "!" in problem.file else str(problem.line)


def as_text(problem: Problem, translate: Translate) -> str:
    """Print one problem: its place, what is wrong, and how to mend it."""
    level = _coloured(translate(str(problem.level)), problem.level)
    return _block(f"{_place(problem)}: {level} {problem.code}: ", problem, translate)


def as_strangers_text(problem: Problem, translate: Translate) -> str:
    """Print one problem of a stranger's file. Our word is first: a log knows commands by it."""
    words = {
        Level.ERROR: translate("fail"),
        Level.PERSON: translate("needs a person"),
        Level.WARNING: translate("warning"),
        Level.TO_DO: translate("to do"),
    }
    level = _coloured(words[problem.level], problem.level)
    where = f" {_place(problem)}" if problem.file else ""
    about = f" ({_tame(problem.field)})" if problem.field else ""
    return _block(f"{level} {problem.code}{where}{about}: ", problem, translate)


def _block(head: str, problem: Problem, translate: Translate) -> str:
    advice = problem.advised(translate)
    block = head + _tame(problem.said(translate))
    return block + (f"\n    → {_tame(advice)}" if advice else "")


def _place(problem: Problem) -> str:
    column = f":{problem.column}" if problem.column else ""
    line = f":{problem.line}{column}" if problem.line else ""
    return _tame(problem.file) + line


def _coloured(words: str, level: Level) -> str:
    return click.style(words, fg=_COLOURS[level], bold=True)


def _tame(words: str) -> str:
    """Leave no command for a log in a text: neither `::name::` nor `##[name]`."""
    return on_screen(words).replace("::", ": :").replace("##[", "# #[")


# --- for programs -------------------------------------------------------------------------------


def _json(problems: Sequence[Problem], translate: Translate) -> str:
    listed = [as_data(problem, translate) for problem in problems]
    return json.dumps({"problems": listed}, ensure_ascii=False, indent=2)


def as_data(problem: Problem, translate: Translate) -> dict[str, object]:
    """Return one problem for a program."""
    return {
        "code": problem.code,
        "level": str(problem.level),
        "file": on_screen(problem.file),
        "field": on_screen(problem.field),
        "line": problem.line,
        "column": problem.column,
        "message": on_screen(problem.said(translate)),
        "hint": on_screen(problem.advised(translate)),
    }


# --- for forges ---------------------------------------------------------------------------------


def _github(problems: Sequence[Problem], translate: Translate) -> str:
    lines = (annotation(_ANNOTATIONS[problem.level], problem, translate) for problem in problems)
    return "\n".join([*lines, _summary(problems, translate)])


def annotation(kind: str, problem: Problem, translate: Translate) -> str:
    """Print a workflow command of GitHub; nothing that a file says can begin another one."""
    message = f"{problem.said(translate)}\n{problem.advised(translate)}".strip()
    properties = [f"file={_property(problem.file)}"] if problem.file else []
    if problem.line:
        properties.append(f"line={problem.line},col={problem.column}")
    about = ",".join([*properties, f"title={_property(problem.code)}"])
    return f"::{kind} {about}::{_data(message)}"


def _data(words: str) -> str:
    return on_screen(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def quality(problems: Sequence[Problem], translate: Translate) -> str:
    """Print a Code Quality report of GitLab."""
    return json.dumps([_issue(p, translate) for p in problems], ensure_ascii=False, indent=2)


def _issue(problem: Problem, translate: Translate) -> dict[str, object]:
    message = f"{problem.said(translate)}. {problem.advised(translate)}".strip()
    mark = f"{problem.code}\n{problem.file}\n{problem.path}\n{problem.said()}"
    return {
        "description": on_screen(message),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest(),
        "severity": _QUALITY[problem.level],
        "location": {
            "path": on_screen(problem.file) or ".",
            "lines": {"begin": problem.line or 1},
        },
    }
