"""What only a person can say of a text from Word, and the answers: on a terminal, or in a file."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from talqy.model.problem import Problem


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
    `choices` any sign is an answer. `at` is the place of the passage among all, from 0.
    """

    problem: Problem
    at: int
    about: str
    was: str
    now: str
    choices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What answers name it by: other words make it another question."""
        said = f"{self.problem.code}\0{self.about}\0{self.was}\0{self.now}"
        return f"{self.problem.code.lower()}-{sha256(said.encode()).hexdigest()[:8]}"

    def takes(self, answer: str) -> bool:
        """Return whether this answers the question."""
        return answer in self.choices if self.choices else 0 < len(answer.strip()) <= 4
