"""The clauses of the next revision, as its file has them, out of what was decided.

Clauses of the base keep what the Word file does not speak of: facts, rows covered, other languages.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz

from talqy.compare.matching import rising
from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits
from talqy.drafts.import_plan import Decided
from talqy.drafts.likeness import own_key
from talqy.drafts.nesting import ClauseStanding, parents
from talqy.drafts.new_ids import new_id
from talqy.drafts.proposed_facts import with_whole_facts
from talqy.drafts.settling import settled
from talqy.model.codes import CodeLists
from talqy.model.comment import WHOLE
from talqy.model.facts import FACTS
from talqy.model.revision import Clause, Revision
from talqy.model.values import is_slug
from talqy.model.walk import UNWRITTEN
from talqy.project.yaml_edit import as_read

Tree = dict[str, Any]
_ALIKE = 85  # of 100
_SAID = ("heading", "text", "table")
_COUNTED = ("unit", "number")
_NOTED = ("note",)
_ORDER = ("id", *(name for name in Clause.model_fields if name != "id"))


def facts_of(clause: Clause) -> str:
    """Return the names of the facts that a clause sets; "" where it sets none."""
    return ", ".join(name for name, fact in FACTS.items() if fact.values(clause.facts))


@dataclass(frozen=True, slots=True)
class Composed:
    """The clauses of a text as trees, and what happened to those of the base.

    `ids` are those of the decided passages, in their order; `noted` have another note of acts,
    which changes no text; `reset` have other facts; `replaced` were divided or joined.
    """

    clauses: list[Tree]
    ids: list[str]
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    renumbered: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()
    reset: tuple[str, ...] = ()
    replaced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def changes_anything(self, base: Revision) -> bool:
        """Return whether anything is other than in the base: words, order, or numbers."""
        order = [clause.id for clause in base.walk()]
        return self.ids != order or bool(
            self.changed or self.renumbered or self.noted or self.reset
        )

    def differing(self, base: Revision) -> frozenset[str]:
        """Return the clauses with other words or another place, and those around them."""
        own = {*self.changed, *self.reset, *self.added, *self.gone, *self.moved, *self.replaced}
        around = {outer for name in own for outer in base.around(name)}
        return frozenset({*own, *around, *_outer(self.clauses, own)})

    @property
    def amended(self) -> tuple[tuple[str, ...], ...]:
        """The clauses of each amendment: those that were divided or joined belong together."""
        groups = [tuple(dict.fromkeys((old, *new))) for old, new in self.replaced.items()]
        named = {name for group in groups for name in group}
        alone = dict.fromkeys((*self.changed, *self.reset, *self.added, *self.gone))
        return (*groups, *((name,) for name in alone if name not in named))


def composed(  # noqa: PLR0913, PLR0917 - both texts, and what new clauses are named by
    decided: Sequence[Decided],
    base: Revision | None,
    trees: Mapping[str, Tree],
    languages: Sequence[str],
    taken: frozenset[str],
    codes: CodeLists,
    units: ActUnits,
    others: Mapping[str, Clause],
) -> Composed:
    """Return the clauses of a text; `trees` are those of the base by id, as its file has them.

    `languages` are those of the Word file, `taken` are all ids that clauses of the standard have
    had: none is given to another clause. `others` were put in meanwhile, by their ids: a new
    clause has the id of one only where it is that one.
    """
    made: dict[str, Tree] = {}
    for one in decided:
        was = base.clause(one.clause) if base and one.clause else None
        tree = settled(one.passage, was, languages, trees.get(one.clause, {}), units)
        name = one.clause or _new_id(one, tree, taken | set(made), codes, languages)
        if name in others and not one.clause and not _is_like(tree, others[name]):
            name = _new_id(one, tree, taken | set(made) | others.keys(), codes, languages)
        made[name] = tree if was else {**tree, **_covers(name, codes, base)}
    ids = list(made)
    within = parents(list(_standings(ids, decided, base, units)))
    old = {clause.id for clause in base.walk()} if base else set()

    def differing(parts: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            name for name in ids if name in old and _differ(made[name], trees[name], parts)
        )

    return Composed(
        _nested(made, within, "", languages),
        ids,
        changed=differing(_SAID),
        added=tuple(name for name in ids if name not in old),
        gone=tuple(name for name in old if name not in made),
        renumbered=differing(_COUNTED),
        noted=differing(_NOTED),
        moved=_moved(base, ids),
        replaced=dict(_replaced(decided, ids)),
    )


def with_said_facts(
    made: Composed, facts: Mapping[str, Mapping[str, Any]], trees: Mapping[str, Tree]
) -> Composed:
    """Return a text with facts that were said of clauses; `trees` are those of the base."""
    was = {name: trees.get(name, {}).get("facts") or {} for name in facts}
    said = [name for name in made.ids if name in facts]
    reset = tuple(name for name in said if as_read(facts[name]) != as_read(was[name]))
    if not reset:
        return made
    clauses = with_whole_facts(made.clauses, {name: facts[name] for name in reset})
    return replace(made, clauses=clauses, reset=tuple(name for name in reset if name in trees))


def _moved(base: Revision | None, ids: Sequence[str]) -> frozenset[str]:
    """Return the clauses that stand elsewhere among those that were there."""
    order = {clause.id: at for at, clause in enumerate(base.walk())} if base else {}
    there = [name for name in ids if name in order]
    stayed = {there[at] for at in rising([order[name] for name in there])}
    return frozenset(there) - stayed


def _new_id(
    one: Decided,
    tree: Tree,
    taken: set[str] | frozenset[str],
    codes: CodeLists,
    languages: Sequence[str],
) -> str:
    if is_slug(one.passage.code) and one.passage.code not in {*taken, WHOLE}:
        return one.passage.code
    words = tree.get("heading") or tree.get("text") or {}
    return new_id(words, one.passage.key, taken, codes, languages)


def _is_like(tree: Tree, other: Clause) -> bool:
    """Return whether two new clauses are one that was brought or typed twice, by their words."""
    said = (" ".join((tree.get(part) or {}).values()) for part in ("heading", "text"))
    known = (" ".join((part or {}).values()) for part in (other.heading, other.text))
    return fuzz.ratio(normal(" ".join(said)), normal(" ".join(known))) >= _ALIKE


def _covers(name: str, codes: CodeLists, base: Revision | None) -> Tree:
    """Return the row of the official list that a clause of a new text is about by its heading."""
    by_facts = {fact.row for fact in FACTS.values()}
    is_row = name in codes.codes("requirement-row") and name not in by_facts
    return {"covers": [name]} if is_row and base is None else {}


def _standings(
    ids: Sequence[str], decided: Sequence[Decided], base: Revision | None, units: ActUnits
) -> Iterator[ClauseStanding]:
    for name, one in zip(ids, decided, strict=True):
        was = base.clause(name) if base else None
        key, old = one.passage.key, own_key(was, units) if was else None
        if old and (not any(key) or old[1] == key[1]):
            key = old
        around = next(base.around(name), "") if base and was else None
        yield ClauseStanding(name, key, around)


def _nested(
    made: Mapping[str, Tree], within: Mapping[str, str], outer: str, languages: Sequence[str]
) -> list[Tree]:
    inside = {
        name: {"id": name, **tree, "clauses": _nested(made, within, name, languages)}
        for name, tree in made.items()
        if within[name] == outer
    }
    return [_ordered(_said(tree, languages)) for tree in inside.values()]


def _said(tree: Tree, languages: Sequence[str]) -> Tree:
    """Return a clause that says something: one without words and clauses is to be written."""
    if tree.get("clauses") or tree.get("text") or tree.get("table"):
        return tree
    return {**tree, "text": dict.fromkeys(languages, UNWRITTEN)}


def _ordered(tree: Tree) -> Tree:
    return {key: tree[key] for key in _ORDER if tree.get(key) not in (None, [], {})}


def _differ(new: Tree, old: Tree, parts: Sequence[str]) -> bool:
    return any(new.get(name) != old.get(name) for name in parts)


def _replaced(
    decided: Sequence[Decided], ids: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what clauses became: one that was divided stays the first of its parts."""
    parts: dict[str, list[str]] = {}
    for name, one in zip(ids, decided, strict=True):
        if one.split_from:
            parts.setdefault(one.split_from, []).append(name)
        for joined in one.took_in:
            parts.setdefault(joined, []).append(name)
    for old, new in parts.items():
        stays = [old] if old in ids else []
        yield old, tuple(dict.fromkeys((*stays, *new)))


def _outer(clauses: Sequence[Tree], names: Collection[str]) -> Iterator[str]:
    """Yield the clauses that have one of some clauses inside."""
    for tree in clauses:
        inside = tree.get("clauses") or []
        if not clause_trees(inside).keys().isdisjoint(names):
            yield tree["id"]
        yield from _outer(inside, names)


def clause_trees(clauses: Sequence[Tree]) -> dict[str, Tree]:
    """Return the trees of all clauses of a file by id."""
    found: dict[str, Tree] = {}
    for tree in clauses:
        found[str(tree["id"])] = tree
        found |= clause_trees(tree.get("clauses") or [])
    return found
