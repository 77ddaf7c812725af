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
    yield from check_whole(context)
    for record in context.register.records:
        yield from check_alone(context.alone(record))


def check_whole(context: CheckContext) -> Iterator[Problem]:
    """Yield what is found in the settings, and where standards are held to each other."""
    settings = context.settings_alone()
    for rule in RULES:
        yield from rule.problems(context if rule.across else settings)


def check_alone(context: CheckContext) -> Iterator[Problem]:
    """Yield what is found in one standard, of which a context tells alone."""
    for rule in RULES:
        if not rule.across:
            yield from rule.problems(context)
