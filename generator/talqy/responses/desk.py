"""The desk that takes answers in: what is on file, who decides when, what may be replaced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from talqy.model.codes import CodeLists
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record, Register
from talqy.model.standing import Assessment
from talqy.responses.cells import outcome_name


def outcome_names(codes: CodeLists) -> Mapping[str, Outcome]:
    """Return the outcomes by their codes and official names."""
    return {
        outcome_name(name): outcome
        for outcome in Outcome
        for name in (outcome.value, *codes.named("outcome", outcome).values())
    }


@dataclass(frozen=True)
class AnswerDesk:
    """Where answers are taken in. `outcomes` are the codes by all their names, in lower case."""

    register: Register
    assessment: Assessment
    outcomes: Mapping[str, Outcome]
    on: date
    by: str = ""
    replaces: bool = False

    @cached_property
    def comments(self) -> Mapping[str, tuple[Record, Comment]]:
        """All comments by id, with their standards."""
        return {c.id: (record, c) for record in self.register.records for c in record.comments}

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], str]:
        """The ids of recorded comments by standard and register number."""
        return {
            (record.id, str(number)): name
            for record in self.register.records
            for name, number in record.numbers.items()
        }

    def named(self, standard: str, said: str) -> str:
        """Return the id of a comment that is named by its number or its id."""
        name = said.lower().removeprefix("№").strip()
        # Excel takes the zeros off an id that has only digits.
        return self.numbers.get((standard, name)) or (name.zfill(10) if name.isdigit() else name)
