"""Clauses that both have put in under one id: it was drawn from first words, and is no sameness.

One's own gets another id, and all that names it in its text goes along. Two that have words in
common, such as those of one language, are two versions of one clause.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from talqy.project.clause_tree import CLAUSES, alone

_Tree = Mapping[str, Any]
_NUMBERED = re.compile(r"-\d+$")
_WORDS = ("heading", "text")
_ID, _ABOUT, _REASONS, _DIVIDED = "id", "clause", "amendments", "replaced"
_NAMING = ("editorial", "parity")


def with_own_names(was: _Tree, theirs: _Tree, own: _Tree) -> _Tree:
    """Return one's own text with other ids for its new clauses that others have used meanwhile."""
    old, others, mine = (dict(_clauses(one.get(CLAUSES))) for one in (was, theirs, own))
    twice = [
        name
        for name in mine.keys() & others.keys() - old.keys()
        if mine[name] != others[name] and not _words_of(mine[name]) & _words_of(others[name])
    ]
    if not twice:
        return own
    taken = {*old, *others, *mine}
    names = dict[str, str]()
    for name in sorted(twice):
        names[name] = _free(name, taken)
        taken.add(names[name])
    return _renamed(own, names)


def _clauses(clauses: Any) -> Iterator[tuple[str, _Tree]]:  # noqa: ANN401 - a tree
    for one in clauses if isinstance(clauses, list) else ():
        if isinstance(one, Mapping):
            yield str(one.get(_ID)), alone(one)
            yield from _clauses(one.get(CLAUSES))


def _words_of(clause: _Tree) -> set[str]:
    """Return what a clause says in words, each language alone; what says nothing is left out."""
    said = [clause.get(key) for key in _WORDS]
    return {words for one in said if isinstance(one, Mapping) for words in map(str, one.values())}


def _free(name: str, taken: Collection[str]) -> str:
    stem, number = _NUMBERED.sub("", name), 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _renamed(tree: _Tree, names: Mapping[str, str]) -> _Tree:
    def named(one: Any) -> Any:  # noqa: ANN401 - of a tree
        return names.get(one, one) if isinstance(one, str) else one

    def clause(one: Any) -> Any:  # noqa: ANN401 - a tree
        if not isinstance(one, Mapping):
            return one
        inner = one.get(CLAUSES)
        below = {CLAUSES: [clause(each) for each in inner]} if isinstance(inner, list) else {}
        return {**one, _ID: named(one.get(_ID)), **below}

    def naming(key: str, value: Any) -> Any:  # noqa: ANN401 - of a tree
        if key == CLAUSES and isinstance(value, list):
            return [clause(one) for one in value]
        if key == _DIVIDED and isinstance(value, Mapping):
            return {named(old): _each(new, named) for old, new in value.items()}
        if key == _REASONS and isinstance(value, list):
            return [{**one, CLAUSES: _each(one.get(CLAUSES), named)} for one in value]
        if key in _NAMING and isinstance(value, list):
            return [{**one, _ABOUT: named(one.get(_ABOUT))} for one in value]
        return value

    return {key: naming(key, value) for key, value in tree.items()}


def _each(items: Any, made: Any) -> Any:  # noqa: ANN401 - of a tree
    return [made(one) for one in items] if isinstance(items, list) else items
