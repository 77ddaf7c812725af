"""`talqy check`: read everything, apply every rule, show every problem at once.

With `--pull-request` it is the gate: a stranger's change is judged by what the base says.
"""

import json
from datetime import date
from pathlib import Path

import click

from talqy.cli import problems
from talqy.cli.problems import (
    Translate,
    annotation,
    as_data,
    as_strangers_text,
    formatted,
)
from talqy.cli.running import command, option, project_option, require_words, today_option
from talqy.cli.speech import WrongUseError, speech
from talqy.comments.comment_file import judge_filed
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.official import as_filed, judge_official
from talqy.gate.letter import letter
from talqy.gate.run import Judged, judged
from talqy.gate.verdict import Profile, Verdict, VerdictOutcome
from talqy.language.screen import on_screen
from talqy.model.problem import Level, Problem
from talqy.project.survey import ProjectState, survey, with_lines

VERDICTS = (*problems.FORMATS, "comment")


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
        readers = (language,) if language else of.verdict.languages
        return letter(of.verdict, {name: of.words[name] for name in readers}).rstrip("\n")
    translate = of.words[language or speech().language]
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
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _github(verdict: Verdict, translate: Translate) -> str:
    lines = (annotation(_ANNOTATIONS[p.level], p, translate) for p in verdict.problems)
    return "\n".join([*_head(verdict, translate), *lines])


def _gitlab(verdict: Verdict, translate: Translate) -> str:
    return problems.quality(verdict.problems, translate)


@command()
@project_option
@today_option
@option(
    "--pull-request",
    "span",
    metavar="BASE..HEAD",
    help="Judge what these commits change, such as main..HEAD; nothing of them is run.",
)
@option(
    "--profile",
    type=click.Choice([str(profile) for profile in Profile]),
    help="Whose pull request it is: one comment of a citizen, a batch that a program brings, or "
    "a change of the authority itself [default: single].",
)
@option(
    "--format",
    "form",
    type=click.Choice(VERDICTS),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, annotations for a forge, or (for a pull request) "
    "the body of a comment to its author.",
)
@option(
    "--language",
    metavar="CODE",
    help="Language of what is said, such as kk; the body of a comment speaks those of its authors "
    "where none is named.",
)
@option("--strict", is_flag=True, help="Count warnings as errors.")
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    root: Path,
    today: date | None,
    span: str | None,
    profile: str | None,
    form: str,
    language: str | None,
    strict: bool,  # noqa: FBT001
) -> int:
    """Check everything: what is wrong, and how to mend it."""
    if span is not None:
        return _gate(root, span, profile, today, form, language, strict=strict)
    if profile or form not in problems.FORMATS:
        raise WrongUseError("this goes with --pull-request BASE..HEAD alone")
    require_words(language)
    found = _problems(root, survey(root, today))
    click.echo(formatted(found, form, speech().translate))
    has_errors = any(problem.is_error for problem in found)
    has_more = any(problem.level is not Level.TO_DO for problem in found)
    return int(has_errors or (strict and has_more))


def _problems(root: Path, found: ProjectState) -> tuple[Problem, ...]:
    """Return all problems of a project, with what the judge says of its comments."""
    if found.register is None or found.assessment is None:
        return found.problems
    context = context_of(found.register, found.assessment.today, Door.CHECK)
    told = (
        *judge_filed(found.register, found.problems, context),
        *as_filed(judge_official(found.register, context)),
    )
    return with_lines(root, told)


def _gate(  # noqa: PLR0913, PLR0917 - the options of the command
    root: Path,
    span: str,
    profile: str | None,
    today: date | None,
    form: str,
    language: str | None,
    *,
    strict: bool,
) -> int:
    spoken = language or speech().language
    result = judged(root, span, Profile(profile or Profile.SINGLE), today, spoken)
    click.echo(shown(result, form, language))
    passes = result.verdict.outcome is VerdictOutcome.PASSES
    return int(not passes or (strict and bool(result.verdict.of(Level.WARNING))))
