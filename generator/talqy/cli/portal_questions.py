"""What a person is asked of comments on the portal: written into a file, and read back from it.

A clause that nothing tells is asked once for all comments of which this is so, and of each: what is
said of one counts before what is said of all.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from talqy.cli.draft_questions import question_file
from talqy.cli.problems import formatted
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.drafts import word_kinds
from talqy.drafts.answers_file import answers_in, wrong_answers
from talqy.drafts.questions import Answer, TextQuestion
from talqy.intake import portal_kinds
from talqy.intake.import_run import ReadFile
from talqy.intake.portal_places import Answers, PortalAsks, PortalQuestion, placed
from talqy.model.problem import Problem
from talqy.office.grids import Place, at

_LEAST_OF_MANY = 2
_SHOWN = 2_000


class PortalPlan:
    """The questions of an import, and which comments each of them speaks of."""

    def __init__(self, asked: Sequence[PortalQuestion]) -> None:
        """Take what is asked; the same comment may stand on several pages."""
        once: dict[tuple[str, PortalAsks], PortalQuestion] = {}
        for one in asked:
            once.setdefault((one.comment, one.asks), one)
        self._of: dict[str, list[tuple[str, PortalAsks]]] = {}
        self.questions: list[TextQuestion] = []
        unknown = [
            one
            for one in once.values()
            if one.problem.values["reason"] is portal_kinds.NO_CLAUSE_TOLD
        ]
        if len(unknown) >= _LEAST_OF_MANY:
            self._add(_of_many(unknown), unknown)
        for one in once.values():
            self._add(_of_one(one), [one])

    def _add(self, question: TextQuestion, of: Sequence[PortalQuestion]) -> None:
        self.questions.append(question)
        self._of[question.id] = [(one.comment, one.asks) for one in of]

    def answered(self, file: Path) -> tuple[Answers, Sequence[Problem]]:
        """Return the answers of a file, and what is wrong with it."""
        given = answers_in(file.read_bytes(), file.name)
        if isinstance(given, Place):
            return {}, [at(word_kinds.ANSWERS, given)]
        # What is on file already is asked no more; of all else the comment is left, and asked anew.
        found = wrong_answers(given, self.questions, speech().translate)
        wrong = [one for one in found if one.kind != word_kinds.OTHER_QUESTIONS]
        known = {one.id: one for one in self.questions}
        meant = {
            one.question: known[one.question].meant(one.answer)
            for one in given
            if one.question in known
        }
        # In their order: what is said of many stands first, and what is said of one comes after it.
        answers = {
            asked: meant[one.id]
            for one in self.questions
            if one.id in meant
            for asked in self._of[one.id]
        }
        return answers, wrong

    def file(self, name: Path, answers: Answers, layouts: Sequence[Path]) -> bytes:
        """Return the file of questions; what is answered stands there with its answer."""
        if name.suffix.casefold() not in {".xlsx", ".yaml", ".yml"}:
            raise WrongUseError("--plan {file}: name it .yaml or .xlsx", file=name)
        return question_file(name, self.questions, dict(self._given(answers)), layouts)

    def _given(self, answers: Answers) -> Iterator[tuple[str, str]]:
        for one in self.questions:
            said = {answers.get(asked, "") for asked in self._of[one.id]}
            if len(said) == 1 and (answer := said.pop()):
                yield one.id, answer


def _says_nothing(problem: Problem) -> bool:
    return problem.values["reason"] is portal_kinds.NO_CLAUSE_TOLD


def _of_one(one: PortalQuestion) -> TextQuestion:
    is_choice = one.asks is not PortalAsks.CLAUSE
    return TextQuestion(
        one.problem,
        0,
        f"{one.asks} {one.comment}",
        one.label,
        one.words[:_SHOWN],
        choices=(str(Answer.YES), str(Answer.NO)) if is_choice else (),
        is_free=not is_choice,
    )


def _of_many(unknown: Sequence[PortalQuestion]) -> TextQuestion:
    words = "\n".join(f"{one.comment}: {' '.join(one.words.split())[:80]}" for one in unknown)
    first = unknown[0].problem
    reason = portal_kinds.no_clause_of_many(len(unknown))
    problem = at(portal_kinds.CLAUSE_ASKED, Place(first.file), reason=reason)
    return TextQuestion(problem, 0, "clause of many", "", words[:_SHOWN], is_free=True)


def answered(reads: Sequence[ReadFile], answers_file: Path | None) -> tuple[PortalPlan, Answers]:
    """Return the questions of all pages, and the answers to them; stop at answers that are none."""
    plan = PortalPlan([q for one in reads for q in placed(one.read, one.context, {})[1]])
    if answers_file is None:
        return plan, {}
    answers, wrong = plan.answered(answers_file)
    if wrong:
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell("nothing was written", err=True)
        raise click.exceptions.Exit(1)
    return plan, answers
