"""What a change of files has brought: problems that came with it, apart from those there before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talqy.model.problem import Problem

_COUNTED = frozenset({"revision", "base", "landed"})


def brought_apart(
    before: Sequence[Problem], after: Sequence[Problem], base: str, file: str
) -> tuple[list[Problem], list[Problem]]:
    """Return the problems that came, wherever they are, and those that the new file took over.

    `base` is the file of the text that `file` was made from; "" of a new one.
    """
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
