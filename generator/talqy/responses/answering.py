"""What is said to one comment, or at once to several: answers held to the rules before anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talqy.model.comment import Comment, Outcome, Response
from talqy.model.problem import Level, Problem
from talqy.model.register import Assessment, Record, Register
from talqy.responses.respond import GivenResponse, broken_rules, retold_with, typed


@dataclass(frozen=True, slots=True)
class WeighedAnswers:
    """Answers that have a form, with their comments, and all that is wrong with any of them."""

    ready: tuple[tuple[Comment, Response], ...]
    problems: tuple[Problem, ...]

    @property
    def may_stand(self) -> bool:
        """Return whether all of them may be written; a warning forbids nothing."""
        return not any(problem.level is Level.ERROR for problem in self.problems)


def answer_languages(
    register: Register, assessment: Assessment, record: Record, heard: Iterable[Comment]
) -> tuple[str, ...]:
    """Return the languages in which comments are answered: those of the texts that they are on."""
    languages, today = register.project.languages, assessment.today
    texts = (record.revision(comment.revision) for comment in heard)
    spoken = {code for text in texts if text for code in register.languages_of(text, today)}
    return tuple(code for code in languages if code in spoken) or languages


def repeating(first: GivenResponse, comment: Comment, record: Record) -> GivenResponse:
    """Answer a comment as a duplicate of the first one, with the same reasons."""
    return GivenResponse(
        comment=comment,
        outcome=Outcome.DUPLICATE.value,
        reason=first.reason,
        retold=retold_with(record, comment, {}),
        by=first.by,
        on=first.on,
        duplicate_of=first.comment.id,
    )


def weighed_answers(
    answers: Iterable[GivenResponse], register: Register, assessment: Assessment, record: Record
) -> WeighedAnswers:
    """Hold answers on one standard to their format and to the rules, as if all were on file."""
    problems: list[Problem] = []
    ready: list[tuple[Comment, Response]] = []
    for answer in answers:
        response, faults = typed(answer, register)
        problems += faults
        ready += [(answer.comment, response)] if response else []
    said: Sequence[Response] = [response for _, response in ready]
    problems += broken_rules(register, assessment, record, said)
    return WeighedAnswers(tuple(ready), tuple(problems))
