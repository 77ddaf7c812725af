"""All rules, in the order of their codes: gathered from the files of this room."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from talqy import rules
from talqy.model.problem import Problem
from talqy.rules.rule import CheckContext, Rule

_SUBJECTS = [
    import_module(f"{rules.__name__}.{file.name}") for file in iter_modules(rules.__path__)
]
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            rule
            for subject in _SUBJECTS
            for rule in vars(subject).values()
            if isinstance(rule, Rule)
        ),
        key=lambda rule: rule.code,
    ),
)


def check(context: CheckContext) -> Iterator[Problem]:
    """Yield the problems of all rules."""
    for part in context.alone:
        yield from check_alone(part)
    yield from check_together(context)


def check_alone(part: CheckContext) -> Iterator[Problem]:
    """Yield what is wrong with the settings, or with one standard, whatever lies beside it."""
    yield from check_words(part)
    yield from check_the_day(part)


def check_words(part: CheckContext) -> Iterator[Problem]:
    """Yield what is wrong with the words of a part, as long as nothing happens to it."""
    for rule in RULES:
        if rule.of_words:
            yield from rule.problems(part.still)


def check_the_day(part: CheckContext) -> Iterator[Problem]:
    """Yield what else is wrong with a part on the day."""
    for rule in RULES:
        if not (rule.is_together or rule.of_words):
            yield from rule.problems(part)


def check_together(whole: CheckContext) -> Iterator[Problem]:
    """Yield what is wrong with some standards, or the settings, because of the others."""
    for rule in RULES:
        if rule.is_together:
            yield from rule.problems(whole)
