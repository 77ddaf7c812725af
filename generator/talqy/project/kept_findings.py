"""What rules have found in one standard, kept for the next run.

The key is a digest of the very values that the rules look at, and not of files: so nothing that a
rule can see is forgotten in it. Rules of words look at how texts stand since something happened
last, all others at the day.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from talqy.law.sameness import stands_as
from talqy.model.digest import key_of
from talqy.model.problem import Problem
from talqy.project.kept_problems import KeptProblems
from talqy.rules.check import check_the_day, check_words
from talqy.rules.rule import CheckContext

Find = Callable[[CheckContext], Iterable[Problem]]
"""Finds what is wrong in one standard."""


class KeptFindings:
    """What `check_alone` has found in the standards of one project, now and in earlier runs."""

    def __init__(self, root: Path) -> None:
        self._kept = KeptProblems(root, "findings")

    def __call__(self, context: CheckContext) -> Iterable[Problem]:
        """Return what is wrong in one standard, of which a context tells alone."""
        said = context.digest
        stands = [stands_as(one, context.still.assessment) for one in context.register.records]
        of_words = key_of(said, *stands, "words")
        on_the_day = key_of(said, str(context.assessment.today), str(context.now), "the day")
        return (
            *self._kept.known_or_found(of_words, lambda: check_words(context)),
            *self._kept.known_or_found(on_the_day, lambda: check_the_day(context)),
        )

    def recall(self, part: CheckContext, question: str, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - of JSON
        """Return what was found of a part for a question that asks nothing of the day."""
        return self._kept.recall(key_of(part.digest, question), find)

    def close(self) -> None:
        """Leave for the next run what this one has found."""
        self._kept.close()
