"""What a person is asked of comments on the portal: written into a file, and read back from it.

A clause that nothing tells is asked once for all comments of which this is so, and of each: what is
said of one counts before what is said of all.
"""

from collections.abc import Mapping, Sequence

from talqy.drafts import word_kinds
from talqy.drafts.answers_file import answers_in, wrong_answers
from talqy.drafts.questions import Answer, TextQuestion
from talqy.errors import Translate
from talqy.intake import portal_kinds
from talqy.intake.portal_places import Answers, PortalAsks, PortalQuestion
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
        self.given: Mapping[str, str] = {}
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

    def take(self, data: bytes, file: str, translate: Translate) -> Sequence[Problem]:
        """Take the answers of a file; return what is wrong with it: then none is taken."""
        given = answers_in(data, file)
        if isinstance(given, Place):
            return [at(word_kinds.ANSWERS, given)]
        known = {one.id: one for one in self.questions}
        # What is on file already is asked no more; of all else the comment is left, and asked anew.
        still = [one for one in given if one.question in known]
        wrong = wrong_answers(still, self.questions, translate)
        if not wrong:
            self.given = {one.question: known[one.question].meant(one.answer) for one in still}
        return wrong

    @property
    def answers(self) -> Answers:
        """What was answered, by comment: what is said of one counts before what is said of all."""
        return {
            asked: self.given[one.id]
            for one in self.questions  # what is asked of many stands first
            if one.id in self.given
            for asked in self._of[one.id]
        }


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
