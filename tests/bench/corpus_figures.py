"""How large a project is: counts of what is in it, and two projects beside each other."""

import re
from collections.abc import Iterator, Mapping
from statistics import quantiles

from talqy.model.register import Record, Register
from talqy.model.revision import Clause, Revision

Counts = Mapping[str, tuple[int, ...]]
"""What is counted, by its name: a number for each text, clause, comment … of a project."""

_WORD = re.compile(r"\w+")


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def counts_of(register: Register) -> Counts:
    """Return what is counted of a project."""
    records, texts = register.records, [text for _, text in register.revisions()]
    clauses = [clause for text in texts for clause in text.walk()]
    comments = [comment for record in records for comment in record.comments]
    answers = [answer for record in records for answer in (record.responses or {}).values()]
    return {
        "texts of a standard": tuple(len(record.revisions) for record in records),
        "clauses of a text": tuple(len(list(text.walk())) for text in texts),
        "words of a clause, kk": tuple(_words(clause, "kk") for clause in clauses),
        "words of a clause, ru": tuple(_words(clause, "ru") for clause in clauses),
        "facts of a text": tuple(sum(map(_facts, text.walk())) for text in texts),
        "clauses changed by a text": tuple(_changed(texts)),
        "comments on a text": tuple(n for record in records for n in _comments(record)),
        "words of a comment": tuple(words(comment.text) for comment in comments),
        "words of an answer, ru": tuple(words(answer.reason.get("ru", "")) for answer in answers),
    }


def _words(clause: Clause, language: str) -> int:
    return words((clause.text or {}).get(language, ""))


def _facts(clause: Clause) -> int:
    values = clause.facts.model_dump(exclude_defaults=True).values()
    return sum(len(value) if isinstance(value, tuple | list) else 1 for value in values)


def _changed(texts: list[Revision]) -> Iterator[int]:
    for text in texts:
        if text.amendments:
            yield len({clause for change in text.amendments for clause in change.clauses})


def _comments(record: Record) -> Iterator[int]:
    for text in record.revisions:
        if text.consultation:
            yield len(record.comments_on(text.revision))


def beside(made: Counts, model: Counts) -> str:
    """Return a table of both: median, and what a tenth has less and a tenth has more than."""
    head = f"{'median (a tenth below – above), most':<28}{'made':>26}{'demonstration':>26}"
    rows = (f"{name:<28}{_spread(made[name]):>26}{_spread(model[name]):>26}" for name in model)
    return "\n".join((head, *rows))


def _spread(of: tuple[int, ...]) -> str:
    if len(of) < 2:  # one number has no spread
        return " ".join(map(str, of)) or "–"
    tenths = quantiles(of, n=10, method="inclusive")
    return f"{tenths[4]:g} ({tenths[0]:g} – {tenths[8]:g}), {max(of)}"
