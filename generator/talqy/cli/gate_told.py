"""What the gate says of a pull request, in each of its formats."""

import json
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import Translate, annotation, as_data, as_strangers_text, quality
from talqy.cli.speech import speech
from talqy.gate.run import Judged, judged
from talqy.gate.verdict import Profile, Verdict, VerdictOutcome
from talqy.language.screen import on_screen
from talqy.model.problem import Level, Problem
from talqy.project.write import Deliver, deliver

# What needs a person must not be overlooked among what had only better be mended.
_ANNOTATIONS = {
    Level.ERROR: "error",
    Level.PERSON: "warning",
    Level.WARNING: "notice",
    Level.TO_DO: "notice",
}


def shown(of: Judged, form: str, language: str | None) -> str:
    """Print a verdict in one of the formats; a letter speaks the languages of its readers."""
    if form == "comment":
        # Loaded late: no other format needs what makes letters.
        from talqy.gate.letter import letter  # noqa: PLC0415

        readers = (language,) if language else of.verdict.languages
        return letter(of.verdict, {name: of.words[name] for name in readers}).rstrip("\n")
    translate = of.words[language or speech().language]
    printers = {"text": _text, "json": _json, "github": _github, "gitlab": _gitlab}
    return printers[form](of.verdict, translate)


def _text(verdict: Verdict, translate: Translate) -> str:
    blocks = (as_strangers_text(problem, translate) for problem in verdict.problems)
    before = (as_strangers_text(problem, translate) for problem in _standing(verdict))
    above = _above_standing(verdict, translate)
    return "\n".join([*_head(verdict, translate), *blocks, *above, *before])


def _standing(verdict: Verdict) -> list[Problem]:
    """Return the errors that were there before, as gravely as they weigh here."""
    return [problem.weighing(Level.WARNING) for problem in verdict.standing]


def _above_standing(verdict: Verdict, translate: Translate) -> list[str]:
    told = translate("errors that were there before, and do not count here: {count}")
    return [told.format(count=len(verdict.standing))] if verdict.standing else []


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
    span = f"{verdict.base[:12]}..{verdict.head[:12]}"
    line = compared.replace("{span}", span).replace("{profile}", verdict.profile)
    return [f"{outcomes[verdict.outcome]} ({counted})", line]


def _json(verdict: Verdict, translate: Translate) -> str:
    tree = {
        "schema": 1,
        "verdict": str(verdict.outcome),
        "profile": str(verdict.profile),
        "base": verdict.base,
        "head": verdict.head,
        "start": verdict.start,
        "merged": verdict.merged,
        "files": [on_screen(file) for file in verdict.files],
        "problems": [as_data(problem, translate) for problem in verdict.problems],
        "standing": [as_data(problem, translate) for problem in verdict.standing],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _github(verdict: Verdict, translate: Translate) -> str:
    lines = (annotation(_ANNOTATIONS[p.level], p, translate) for p in verdict.problems)
    before = (annotation(_ANNOTATIONS[p.level], p, translate) for p in _standing(verdict))
    above = _above_standing(verdict, translate)
    return "\n".join([*_head(verdict, translate), *lines, *above, *before])


def _gitlab(verdict: Verdict, translate: Translate) -> str:
    return quality((*verdict.problems, *_standing(verdict)), translate)


def gate(  # noqa: PLR0913, PLR0917 - the options of the command
    root: Path,
    span: str,
    profile: Profile,
    today: date | None,
    form: str,
    language: str | None,
    *,
    strict: bool,
    page: Path | None = None,
) -> int:
    """Judge a pull request, print the verdict, and return the exit status.

    Where the one comment of it can be shown, `page` is where that is written.
    """
    result = judged(root, span, profile, today, language or speech().language)
    if page:
        # Loaded late: nothing else needs it.
        from talqy.gate.preview import preview  # noqa: PLC0415

        if made := preview(result):
            deliver(Deliver(page.as_posix(), made.encode(), replaces=True))
    click.echo(shown(result, form, language))
    passes = result.verdict.outcome is VerdictOutcome.PASSES
    return int(not passes or (strict and bool(result.verdict.of(Level.WARNING))))
