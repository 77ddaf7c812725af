"""What keeps a step from being saved, in words; where its file lies is for who looks at files."""

from dataclasses import dataclass

from talqy.language.locale import Locale
from talqy.model.problem import Problem


@dataclass(frozen=True, slots=True)
class FoundFault:
    """Something that keeps a step from being saved, or should be looked at."""

    words: str
    hint: str
    place: str
    is_grave: bool


def fault_words(problem: Problem, locale: Locale) -> FoundFault:
    """Say a problem in words; where its file lies is for who looks at files."""
    say = locale.catalogue.problem
    line = f":{problem.line}" if problem.line else ""
    return FoundFault(
        problem.said(say), problem.advised(say), f"{problem.file}{line}", problem.is_error
    )
