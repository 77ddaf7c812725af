"""The gate's verdict as text for people, as JSON for programs, and in the ways of the forges."""

import json
from collections.abc import Callable

import click

from talqy.cli.findings import annotation, plain, quality
from talqy.comments.verdict import Finding, Level
from talqy.gate.judged import Judged
from talqy.gate.letter import field_of, letter
from talqy.gate.verdict import Outcome

Translate = Callable[[str], str]
FORMATS = ("text", "json", "github", "gitlab", "comment")

_COLOURS = {Level.FAIL: "red", Level.PERSON: "magenta", Level.WARNING: "yellow"}
_KINDS = {Level.FAIL: "error", Level.PERSON: "warning", Level.WARNING: "notice"}
_WEIGHTS = {Level.FAIL: "critical", Level.PERSON: "major", Level.WARNING: "minor"}


def shown(of: Judged, form: str, language: str | None) -> str:
    """Print a verdict in one of the formats; a letter speaks the languages of its readers."""
    if form == "comment":
        readers = (language,) if language else of.verdict.languages
        return letter(of.verdict, {name: of.words[name] for name in readers}).rstrip("\n")
    translate = of.words[language or "en"]
    printers = {"text": _text, "json": _json, "github": _github, "gitlab": _gitlab}
    return printers[form](of, translate)


def _head(of: Judged, translate: Translate) -> list[str]:
    """Say the verdict first, and then what was compared."""
    verdict = of.verdict
    counted = translate("to be mended: {fails}, for a person: {persons}, warnings: {warnings}")
    for name, level in (
        ("fails", Level.FAIL),
        ("persons", Level.PERSON),
        ("warnings", Level.WARNING),
    ):
        counted = counted.replace("{" + name + "}", str(len(verdict.of(level))))
    outcomes = {
        Outcome.PASSES: translate("passes"),
        Outcome.PERSON: translate("needs a person"),
        Outcome.FAILS: translate("fails"),
    }
    compared = translate("compared: {span}; profile: {profile}")
    span = f"{verdict.start[:12]}..{verdict.head[:12]}"
    said = compared.replace("{span}", span).replace("{profile}", verdict.profile)
    return [f"{outcomes[verdict.outcome]} ({counted})", said]


def _text(of: Judged, translate: Translate) -> str:
    blocks = (_block(finding, translate) for finding in of.verdict.findings)
    return "\n".join([*_head(of, translate), *blocks])


def _block(finding: Finding, translate: Translate) -> str:
    """Print one finding. Our word is first: a log knows a command by its start."""
    problem = finding.problem
    levels = {
        Level.FAIL: translate("fail"),
        Level.PERSON: translate("needs a person"),
        Level.WARNING: translate("warning"),
    }
    level = click.style(levels[finding.level], fg=_COLOURS[finding.level], bold=True)
    line = f":{problem.line}:{problem.column}" if problem.line else ""
    place = f" {_tame(problem.file)}{line}" if problem.file else ""
    field = field_of(problem.path)
    about = f" ({_tame(field)})" if field else ""
    advice = problem.advised(translate)
    block = f"{level} {problem.code}{place}{about}: {_tame(problem.said(translate))}"
    return block + (f"\n    → {_tame(advice)}" if advice else "")


def _tame(words: str) -> str:
    """Leave no command for a log in a text: neither `::name::` nor `##[name]`."""
    return plain(words).replace("::", ": :").replace("##[", "# #[")


def _json(of: Judged, translate: Translate) -> str:
    verdict = of.verdict
    tree = {
        "schema": 1,
        "verdict": str(verdict.outcome),
        "profile": str(verdict.profile),
        "base": verdict.base,
        "head": verdict.head,
        "start": verdict.start,
        "files": [plain(file) for file in verdict.files],
        "findings": [_tree(finding, translate) for finding in verdict.findings],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _tree(finding: Finding, translate: Translate) -> dict[str, object]:
    problem = finding.problem
    return {
        "code": problem.code,
        "level": str(finding.level),
        "file": plain(problem.file),
        "field": plain(field_of(problem.path)),
        "line": problem.line,
        "column": problem.column,
        "message": plain(problem.said(translate)),
        "hint": plain(problem.advised(translate)),
    }


def _github(of: Judged, translate: Translate) -> str:
    lines = (annotation(_KINDS[f.level], f.problem, translate) for f in of.verdict.findings)
    return "\n".join([*_head(of, translate), *lines])


def _gitlab(of: Judged, translate: Translate) -> str:
    found = [(_WEIGHTS[f.level], f.problem) for f in of.verdict.findings]
    return quality(found, translate)
