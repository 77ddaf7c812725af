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
    for rule in RULES:
        yield from rule.problems(context)
