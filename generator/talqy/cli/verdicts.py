"""The gate's verdict as text for people, as JSON for programs, and in the ways of the forges."""

import json

from talqy.cli import problems
from talqy.cli.problems import Translate, annotation, as_data, as_strangers_text, plain
from talqy.gate.letter import letter
from talqy.gate.run import Judged
from talqy.gate.verdict import Verdict, VerdictOutcome
from talqy.model.problem import Level

FORMATS = (*problems.FORMATS, "comment")

# What needs a person must not be overlooked among what had only better be mended.
_ANNOTATIONS = {Level.ERROR: "error", Level.PERSON: "warning", Level.WARNING: "notice"}


def shown(of: Judged, form: str, language: str | None) -> str:
    """Print a verdict in one of the formats; a letter speaks the languages of its readers."""
    if form == "comment":
        readers = (language,) if language else of.verdict.languages
        return letter(of.verdict, {name: of.words[name] for name in readers}).rstrip("\n")
    translate = of.words[language or "en"]
    printers = {"text": _text, "json": _json, "github": _github, "gitlab": _gitlab}
    return printers[form](of.verdict, translate)


def _text(verdict: Verdict, translate: Translate) -> str:
    blocks = (as_strangers_text(problem, translate) for problem in verdict.problems)
    return "\n".join([*_head(verdict, translate), *blocks])


def _head(verdict: Verdict, translate: Translate) -> list[str]:
    """Say the verdict first, and then what was compared."""
    counted = translate("to be mended: {fails}, for a person: {persons}, warnings: {warnings}")
    for name, level in (
        ("fails", Level.ERROR),
        ("persons", Level.PERSON),
        ("warnings", Level.WARNING),
    ):
        counted = counted.replace("{" + name + "}", str(len(verdict.of(level))))
    outcomes = {
        VerdictOutcome.PASSES: translate("passes"),
        VerdictOutcome.PERSON: translate("needs a person"),
        VerdictOutcome.FAILS: translate("fails"),
    }
    compared = translate("compared: {span}; profile: {profile}")
    span = f"{verdict.start[:12]}..{verdict.head[:12]}"
    said = compared.replace("{span}", span).replace("{profile}", verdict.profile)
    return [f"{outcomes[verdict.outcome]} ({counted})", said]


def _json(verdict: Verdict, translate: Translate) -> str:
    tree = {
        "schema": 1,
        "verdict": str(verdict.outcome),
        "profile": str(verdict.profile),
        "base": verdict.base,
        "head": verdict.head,
        "start": verdict.start,
        "files": [plain(file) for file in verdict.files],
        "problems": [as_data(problem, translate) for problem in verdict.problems],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _github(verdict: Verdict, translate: Translate) -> str:
    lines = (annotation(_ANNOTATIONS[p.level], p, translate) for p in verdict.problems)
    return "\n".join([*_head(verdict, translate), *lines])


def _gitlab(verdict: Verdict, translate: Translate) -> str:
    return problems.quality(verdict.problems, translate)
