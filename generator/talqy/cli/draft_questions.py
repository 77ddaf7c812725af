"""The questions of an import: asked on a terminal, or written into a file and read from it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.speech import WrongUseError, say, speech
from talqy.drafts import word_kinds
from talqy.drafts.answers_file import (
    answers_in,
    place_of,
    questions_xlsx,
    questions_yaml,
    wrong_answers,
)
from talqy.drafts.questions import TextQuestion
from talqy.drafts.word_import import WordImport
from talqy.language.screen import on_screen
from talqy.model.problem import Level, Problem
from talqy.office.grids import Place, at

_SHOWN = 12  # lines of each text beside a question


def question_file(
    file: Path,
    questions: Sequence[TextQuestion],
    answers: Mapping[str, str],
    layouts: Sequence[Path],
) -> bytes:
    """Return the file of questions: a workbook, or YAML, as its name wants it."""
    ending = file.suffix.casefold()
    if ending == ".xlsx":
        return questions_xlsx(questions, answers, speech().translate, layouts)
    if ending not in {".yaml", ".yml"}:
        raise WrongUseError("--plan {file}: name it .yaml or .xlsx", file=file)
    return questions_yaml(questions, answers, speech().translate).encode()


def take_answers(file: Path | None, going: WordImport, *, is_for_plan: bool) -> Sequence[Problem]:
    """Take the answers of a file, if there is one; return what is wrong with them.

    They may be to questions that other answers of the file raise. What was said to one that they
    have made another question is left out and told; so are, where all only go on into a new plan,
    answers to what is asked no more.
    """
    if file is None:
        return []
    given = answers_in(file.read_bytes(), file.name)
    if isinstance(given, Place):
        return [at(word_kinds.ANSWERS, given)]
    taken = going.take({one.question: one.answer for one in given})
    lost = [
        at(word_kinds.OTHER_QUESTIONS, one.place, question=one.question)
        for one in given
        if one.question in taken.lost
    ]
    wrong = wrong_answers(given, list(taken.seen.values()), speech().translate)
    if is_for_plan:
        lost += [one for one in wrong if one.kind == word_kinds.OTHER_QUESTIONS]
        wrong = [one for one in wrong if one.kind != word_kinds.OTHER_QUESTIONS]
    if lost:
        told = [one.weighing(Level.WARNING) for one in lost]
        click.echo(formatted(told, "text", speech().translate), err=True)
    return wrong


def ask(questions: Sequence[TextQuestion]) -> Mapping[str, str]:
    """Ask a person on the terminal, one question after the other, with the words of both texts."""
    return {one.id: _asked(one) for one in questions}


def ask_what_is_known(questions: Sequence[TextQuestion]) -> Mapping[str, str]:
    """Ask for facts and reasons; who only presses Enter leaves a question open."""
    answers = {}
    for one in questions:
        _show(one)
        words = say(_REASON if one.is_free else _YES_OR_NO)
        while (said := str(click.prompt(words, default="", show_default=False)).strip()) and (
            not one.takes(said)
        ):
            click.echo(one.problem.advised(speech().translate))
        if said:
            answers[one.id] = one.meant(said)
    return answers


_YES_OR_NO = "Answer (yes / no; Enter leaves it open)"
_REASON = "Reason (Enter leaves it open)"


def _show(one: TextQuestion) -> None:
    click.echo(f"{place_of(one.problem)}: {on_screen(one.problem.said(speech().translate))}")
    for sign, text in (("-", one.was), ("+", one.now)):
        for line in text.splitlines()[:_SHOWN]:
            click.echo(f"  {sign} {on_screen(line)}")


def _asked(one: TextQuestion) -> str:
    _show(one)
    words = say("Answer")
    if one.choices:
        return str(click.prompt(words, type=click.Choice(one.choices)))
    while not one.takes(said := str(click.prompt(words))):
        click.echo(one.problem.advised(speech().translate))
    return said
