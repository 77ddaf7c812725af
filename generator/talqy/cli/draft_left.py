"""What is left to do after an import: what it has brought; what was there already is counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from talqy.cli.problems import formatted
from talqy.cli.speech import speech, tell
from talqy.model.problem import Problem

_SHOWN = 20  # of the list; “check” says all of it
_COUNTED = frozenset({"revision", "base", "landed"})


def show_left(
    told: Sequence[Problem],
    before: Sequence[Problem],
    after: Sequence[Problem],
    *,
    base: str,
    file: str,
) -> None:
    """Say what an import tells, what “check” finds because of it, and what it found before.

    `base` is the file of the text that `file` was made from; "" of a new one.
    """
    brought, old = _apart(before, after, base, file)
    show_told(told)
    if brought:
        tell("“talqy check” finds because of this import: {count}", count=len(brought), err=True)
        show_told(brought)
    if old:
        tell(
            "not because of this import, the text that it starts from has it too: {count} "
            "(“talqy check” says what)",
            count=len(old),
            err=True,
        )
    if not base:
        tell(
            "Next: write reasons and explanation where “…” stands, and look at the facts of "
            "clauses; “talqy check” says what is still missing."
        )
        return
    tell(
        "Next: write reasons and explanation where “…” stands, and look at the facts of clauses "
        "that have changed; “talqy check” says what is still missing."
    )


def show_told(problems: Sequence[Problem]) -> None:
    """Show the first ones of problems, and how many more there are."""
    if problems:
        click.echo(formatted(problems[:_SHOWN], "text", speech().translate), err=True)
    if len(problems) > _SHOWN:
        tell("… and more of this kind: {count}", count=len(problems) - _SHOWN, err=True)


def _apart(
    before: Sequence[Problem], after: Sequence[Problem], base: str, file: str
) -> tuple[list[Problem], list[Problem]]:
    """Return the problems that came, wherever they are, and those that the new file took over."""
    # The new text may have what its base has, and the base itself has it still.
    known = Counter(map(_key, before))
    known += Counter(_key(replace(one, file=file)) for one in before if one.file == base != file)
    new = list(_beyond(after, known))
    return new, [one for one in after if one.file == file and one not in new]


def _beyond(problems: Sequence[Problem], known: Counter[object]) -> Iterator[Problem]:
    for one in problems:
        if known[_key(one)]:
            known[_key(one)] -= 1
        else:
            yield one


def _key(one: Problem) -> object:
    """Return what a problem is, wherever in its file it stands, and of whichever revision."""
    values = ((name, str(value)) for name, value in one.values.items() if name not in _COUNTED)
    return one.file, one.code, one.kind.message, tuple(sorted(values))
