"""Problems of texts as people say them: clauses and facts by their names, not by their codes."""

from collections.abc import Callable
from dataclasses import replace

from talqy.language.locale import Locale
from talqy.model.facts import FACTS
from talqy.model.problem import Problem
from talqy.service.desk.field_labels import field_words

_CLAUSES = ("clause", "clauses")


def in_words(locale: Locale, problem: Problem, called: Callable[[str], str]) -> Problem:
    """Return a problem whose clauses are `called` by their names, and facts by theirs."""
    values = dict(problem.values)
    for key in _CLAUSES:
        if isinstance(said := values.get(key), str):
            values[key] = ", ".join(map(called, said.split(", ")))
    if isinstance(said := values.get("facts"), str):
        names = said.split(", ")
        labels = (field_words(locale, name, name) if name in FACTS else name for name in names)
        values["facts"] = ", ".join(labels)
    return replace(problem, values=values)
