"""A text in preparation as it is edited: a clause, its place, what the draft says of itself.

Each change is planned as files, of which nothing is written here; what a person wrote keeps its
lines and remarks. A text is changed only while it is in preparation, and a clause keeps its id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from talqy.drafts.clause_places import (
    ClausePlace,
    Tree,
    Trees,
    found,
    ids_in,
    placed,
    with_changed,
    with_put,
    without,
)
from talqy.drafts.draft_fields import Said, of_revision
from talqy.drafts.field_files import with_fields
from talqy.drafts.new_ids import new_id
from talqy.drafts.new_texts import standard_update
from talqy.drafts.opened_import import NotPreparedError, taken_ids
from talqy.drafts.settled_amendments import with_settled_amendments
from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Clause, Revision
from talqy.model.standard import Standard
from talqy.model.standing import Stage
from talqy.project.files import text_of
from talqy.project.validate import shaped
from talqy.project.write import Replace, Step
from talqy.project.yaml_edit import as_read, edited, with_items
from talqy.project.yaml_edit import without as without_lines
from talqy.project.yaml_read import parse

Reasons = Mapping[str, Mapping[str, str]]
_ORDER = ("id", *(name for name in Clause.model_fields if name != "id"))


class UnknownClauseError(TalqyError):
    """A clause is named that the text has not got."""


class UnfitPlaceError(TalqyError):
    """A clause cannot stand where it is to stand."""


@dataclass(frozen=True, slots=True)
class DraftEdit:
    """What a change makes of a draft: the files, and what keeps them from being read."""

    steps: Sequence[Step]
    problems: Sequence[Problem] = ()
    clause: str = ""
    """The clause that was changed or made."""
    revision: Revision | None = None
    """The text as it would be read."""


@dataclass(frozen=True)
class OpenDraft:
    """A text in preparation, with the file that it stands in; `root` is the project."""

    root: Path = field(repr=False)
    register: Register = field(repr=False)
    record: Record
    revision: Revision
    text: str = field(repr=False)
    is_open: bool = True

    @classmethod
    def found(
        cls, root: Path, of: tuple[Register, Assessment], standard: str, number: int
    ) -> Self | None:
        """Return a text, whatever became of it; None where there is none."""
        register, assessment = of
        record = register.record(standard)
        revision = record.revision(number) if record else None
        if record is None or revision is None:
            return None
        text = text_of(root / paths.revision_file(record.id, number))
        stage = assessment.of(record.id, number).stage
        return cls(root, register, record, revision, text, stage is Stage.PREPARING)

    @classmethod
    def opened(
        cls, root: Path, of: tuple[Register, Assessment], standard: str, number: int
    ) -> Self:
        """Open a text; refuse one that is not there, or not in preparation any more."""
        draft = cls.found(root, of, standard, number)
        if draft is None:
            raise NotPreparedError(
                "there is no draft r{revision} of “{standard}” that can be edited",
                revision=number,
                standard=standard,
            )
        draft.require_open()
        return draft

    def require_open(self) -> None:
        """Refuse a text that is not in preparation any more."""
        if not self.is_open:
            raise NotPreparedError(
                "r{revision} is not in preparation any more: its discussion was announced, or it "
                "has an act. Begin the next draft from it",
                revision=self.revision.revision,
            )

    @property
    def path(self) -> str:
        """The file of the text."""
        return paths.revision_file(self.record.id, self.revision.revision)

    @property
    def base(self) -> Revision | None:
        """The text that it starts from."""
        return self.record.base_of(self.revision)

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the project."""
        return self.register.project.languages

    @cached_property
    def tree(self) -> Tree:
        """The file as a tree: all that is no list and no mapping is words."""
        tree = parse(self.text.encode(), self.path).tree
        return tree if isinstance(tree, dict) else {}

    @property
    def clauses(self) -> Trees:
        """The clauses as the file has them."""
        listed: Trees = self.tree["clauses"]
        return listed

    def clause(self, name: str) -> Mapping[str, Any]:
        """Return a clause as the file has it; refuse one that is not there."""
        tree = found(self.clauses, name)
        if tree is None:
            raise UnknownClauseError(
                "the text has no clause “{clause}” any more; somebody has taken it out", clause=name
            )
        return tree

    def place(self, name: str) -> ClausePlace:
        """Return where a clause stands."""
        self.clause(name)
        return next(place for place, tree in placed(self.clauses) if str(tree["id"]) == name)

    # --- clauses ----------------------------------------------------------------------------------

    def changed(self, name: str, said: Mapping[str, Any], reason: Said) -> DraftEdit:
        """Plan a clause that says something else: `said` are its keys, but for those that stay.

        An empty value takes a key out.
        """
        self.clause(name)
        new = with_changed(self.clauses, name, lambda tree: _ordered({**tree, **_new(said, tree)}))
        return self._with_clauses(new, {name: reason}, name)

    def added(self, said: Mapping[str, Any], place: ClausePlace, reason: Said) -> DraftEdit:
        """Plan a new clause at a place; its id is new for ever."""
        words = said.get("heading") or said.get("text") or {}
        taken = {*taken_ids(self.record), *self._ids()}
        name = new_id(words, ("", ""), taken, self.register.codes, self.languages)
        self._require_place(place, ())
        new = with_put(self.clauses, place, _ordered({"id": name, **said}))
        return self._with_clauses(new, {name: reason}, name)

    def moved(self, name: str, place: ClausePlace) -> DraftEdit:
        """Plan a clause at another place, with all that stands in it."""
        tree = self.clause(name)
        self._require_place(place, ids_in(tree))
        rest = without(self.clauses, name)
        return self._with_clauses(with_put(rest, place, tree), {}, name)

    def removed(self, name: str, reason: Said) -> DraftEdit:
        """Plan the text without a clause, and without those in it."""
        own = ids_in(self.clause(name))
        return self._with_clauses(without(self.clauses, name), dict.fromkeys(own, reason), name)

    def brought_back(self, name: str) -> DraftEdit:
        """Plan the text with a clause of its base that was taken out, where it stood there."""
        listed = () if self.base is None else self._base_clauses(self.base)
        tree, here = found(listed, name), dict.fromkeys(self._ids())
        if tree is None or name in here:
            raise UnknownClauseError("no clause “{clause}” was taken out of the text", clause=name)
        inside = next(place.inside for place, one in placed(listed) if str(one["id"]) == name)
        if inside and inside not in here:
            inside = ""
        beside = [str(one["id"]) for place, one in placed(listed) if place.inside == inside]
        before = beside[: beside.index(name)] if name in beside else []
        own = [str(one["id"]) for place, one in placed(self.clauses) if place.inside == inside]
        after = next((one for one in reversed(before) if one in own), "")
        for moved in [one for one in ids_in(tree)[1:] if one in here]:
            (tree,) = without([tree], moved)
        place = ClausePlace(inside, after if name in beside else own[-1])
        return self._with_clauses(with_put(self.clauses, place, tree), {}, name)

    def _base_clauses(self, base: Revision) -> Trees:
        path = paths.revision_file(self.record.id, base.revision)
        tree = parse(text_of(self.root / path).encode(), path).tree
        listed: Trees = tree["clauses"] if isinstance(tree, dict) else ()
        return listed

    def _ids(self) -> Sequence[str]:
        return [str(tree["id"]) for _, tree in placed(self.clauses)]

    def _require_place(self, place: ClausePlace, own: Sequence[str]) -> None:
        """Refuse a place that is not there, or that lies in the clause itself."""
        known = {"", *self._ids()}
        if not {place.inside, place.after} <= known or {place.inside, place.after} & set(own):
            raise UnfitPlaceError(
                "a clause cannot stand there: the place is gone, or it lies in the clause itself"
            )

    def _with_clauses(self, clauses: Trees, reasons: Reasons, name: str) -> DraftEdit:
        text = with_items(self.text, "clauses", clauses)
        text = self._without_marks_of(text, clauses)
        revision, problems = self._read(text)
        if revision is None:
            return DraftEdit((), problems, name)
        text = with_settled_amendments(text, self.record, revision, reasons, self.languages)
        return self._edit(text, name)

    def _without_marks_of(self, text: str, clauses: Trees) -> str:
        """Return the file without what is declared of clauses that no text has any more."""
        ids = {str(tree["id"]) for _, tree in placed(clauses)}
        ids |= {clause.id for clause in self.base.walk()} if self.base else set()
        for key in ("parity", "editorial"):
            marks = self.tree.get(key) or ()
            for at in reversed(range(len(marks))):
                if str(marks[at]["clause"]) not in ids:
                    text = without_lines(text, (key, at))
        return text

    # --- what the draft says of itself ------------------------------------------------------------

    def about(self, said: Mapping[str, Said]) -> DraftEdit:
        """Plan other words for what the draft, and its standard, say of themselves."""
        text = with_fields(self.text, of_revision(said), self.languages)
        edit = self._edit(text)
        own = text_of(self.root / paths.standard_file(self.record.id))
        named = standard_update(self.record, own, said, self.languages)
        if named.text == own:
            return edit
        tree = parse(named.text.encode(), named.path).tree
        _, problems = shaped(Standard, tree, named.path, self._context)
        return replace(edit, steps=(named, *edit.steps), problems=(*problems, *edit.problems))

    def with_value(self, key: str, value: Any) -> DraftEdit:  # noqa: ANN401 - as the format has it
        """Plan another value of a key of the text, such as its amendments; an empty one goes."""
        if as_read(value) == as_read(self.tree.get(key) or type(value)()):
            return self._edit(self.text)
        if value:
            return self._edit(edited(self.text, (key,), value))
        return self._edit(without_lines(self.text, (key,)))

    def reasoned(self, said: Sequence[Mapping[str, Any]]) -> DraftEdit:
        """Plan other amendments: each in its place, empty ones go, new ones stand behind all."""
        there = self.tree.get("amendments") or []
        if len(said) < len(there):
            raise UnfitPlaceError("the amendment is gone; somebody has taken it out")
        new = [dict(one) for one in said[len(there) :] if one]
        text = edited(self.text, ("amendments",), new) if new and not there else self.text
        for at, one in enumerate(there):
            for key in said[at]:
                if not said[at][key] and key in one:
                    text = without_lines(text, ("amendments", at, key))
                elif said[at][key] and as_read(said[at][key]) != one.get(key):
                    text = edited(text, ("amendments", at, key), said[at][key])
        for at, tree in enumerate(new if there else (), len(there)):
            text = edited(text, ("amendments", at), tree)
        for at in reversed(range(len(there))):
            if not said[at]:
                text = without_lines(text, ("amendments", at))
        return self._edit(text)

    # ----------------------------------------------------------------------------------------------

    @property
    def _context(self) -> Mapping[str, Any]:
        return {"languages": self.languages, "codes": self.register.codes.lists}

    def _read(self, text: str) -> tuple[Revision | None, Sequence[Problem]]:
        tree = parse(text.encode(), self.path).tree
        return shaped(Revision, tree, self.path, self._context)

    def _edit(self, text: str, name: str = "") -> DraftEdit:
        revision, problems = self._read(text)
        if revision is None:
            return DraftEdit((), problems, name)
        steps = (Replace(self.path, text),) if text != self.text else ()
        return DraftEdit(steps, (), name, revision)


def _new(said: Mapping[str, Any], old: Mapping[str, Any]) -> Tree:
    """Return the keys of a clause that say something else: what says the same keeps its form."""
    kept = {key: old[key] for key in said if key in old and as_read(said[key]) == old[key]}
    new = {**said, **kept}
    if isinstance(new.get("facts"), Mapping) and isinstance(old.get("facts"), Mapping):
        new["facts"] = _new(new["facts"], old["facts"]) if new["facts"] else {}
    return new


def _ordered(tree: Mapping[str, Any]) -> Tree:
    return {key: tree[key] for key in _ORDER if tree.get(key) not in (None, [], {}, "")}
