"""What only a person can say of a text from Word, and the answers: on a terminal, or in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from talqy.comments.form_words import typed_yes
from talqy.model.problem import Problem

_SIGN, _LONGEST = 4, 5_000  # letters of an answer


class Answer(StrEnum):
    """The words that answer questions, beside the ids of clauses and signs."""

    NEW = "new"
    SPLIT = "split"
    OUT = "out"
    INSIDE = "in"
    JOINED = "joined"
    GONE = "gone"
    APART = "apart"
    TABLE = "table"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """A question about a passage, or about a clause of the base that has none.

    `problem` says what is asked, and where; `was` and `now` are the words of both texts. Without
    `choices` any sign is an answer, or where it `is_free` any words. `at` is the place of the
    passage among all, from 0. `basis` is what it is about beyond the words that it shows.
    """

    problem: Problem
    at: int
    about: str
    was: str
    now: str
    choices: tuple[str, ...] = ()
    is_free: bool = False
    basis: str = ""

    @property
    def id(self) -> str:
        """What answers name it by: other words make it another question."""
        said = f"{self.problem.code}\0{self.about}\0{self.was}\0{self.now}"
        said += f"\0{self.basis}" if self.basis else ""
        return f"{self.problem.code.lower()}-{sha256(said.encode()).hexdigest()[:8]}"

    @property
    def subject(self) -> tuple[str, str, str]:
        """What it asks of, whatever the words are."""
        values = self.problem.values
        named = values.get("clauses") or values.get("clause") or ""
        return self.problem.code, str(named), self.about

    def meant(self, answer: str) -> str:
        """Return the choice that an answer means: «да» and «иә» are a yes; else what was said.

        Excel writes the first letter of a cell large.
        """
        if (small := answer.strip().casefold()) in self.choices:
            return small
        if Answer.YES not in self.choices or (is_yes := typed_yes(answer)) is None:
            return answer
        return str(Answer.YES if is_yes else Answer.NO)

    def takes(self, answer: str) -> bool:
        """Return whether this answers the question."""
        if self.choices:
            return self.meant(answer) in self.choices
        return 0 < len(answer.strip()) <= (_LONGEST if self.is_free else _SIGN)

    def offered(self, translate: Callable[[str], str]) -> str:
        """Return the choices as they are shown: yes and no in the language of `translate`."""
        return " / ".join(shown_answer(choice, translate) for choice in self.choices)


def shown_answer(answer: str, translate: Callable[[str], str]) -> str:
    """Return an answer as it is shown: ids and codes are the same in every language."""
    if answer == Answer.YES:
        return translate("yes")
    return translate("no") if answer == Answer.NO else answer
