"""One file in, one value out; problems are gathered on the way, none is lost, each gets its line.

Rules work on values, which know no lines. The few files that have a problem are read once more for
their positions; a path step `#id` finds the item of a list (or its nested lists) with that id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from talqy.model.problem import Path, Problem
from talqy.project import faults
from talqy.project.files import ProjectFiles
from talqy.project.reasons import reason_of
from talqy.project.validate import shaped
from talqy.project.yaml_explain import problem_of
from talqy.project.yaml_read import Positions, Tree, parse, placed_tree
from talqy.project.yaml_remarks import Remark, remarks
from talqy.project.yaml_slips import first_slip

V = TypeVar("V", bound=BaseModel)
_PlacedTree = tuple[bytes, tuple[Tree, Positions]]
_Made = tuple[bytes, Mapping[str, Any], object]


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """What the bytes of one file were read as, and what its words could be then."""

    data: bytes
    context: Mapping[str, Any]
    value: BaseModel | None
    problems: Sequence[Problem]
    remarks: Sequence[Remark]


@dataclass(slots=True)
class Readings:
    """What files were read as: who reads a project again reads what differs.

    A file is known by its bytes, never by when it was written. What is not asked for from one
    reading to the next is forgotten.
    """

    _context: Mapping[str, Any] = field(default_factory=dict)
    _values: dict[tuple[str, type], _ReadFile] = field(default_factory=dict)
    _before: dict[tuple[str, type], _ReadFile] = field(default_factory=dict)
    _made: dict[str, _Made] = field(default_factory=dict)
    _made_before: dict[str, _Made] = field(default_factory=dict)
    _places: dict[str, _PlacedTree] = field(default_factory=dict)
    _places_before: dict[str, _PlacedTree] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin to read again."""
        self._before, self._values = self._values, {}
        self._made_before, self._made = self._made, {}
        self._places_before, self._places = self._places, {}

    def beside(self) -> "Readings":
        """Return what is known here, for who reads something else meanwhile."""
        return Readings(self._context, self._values, _made=self._made, _places={**self._places})

    def as_before(self, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what words may be; the same value as before, where it is equal."""
        if self._context != context:
            self._context = context
        return self._context

    def of(self, data: bytes, file: str, model: type[V], context: Mapping[str, Any]) -> _ReadFile:
        """Return what a file holds, read where it was not before, or was something else."""
        known = self._before.get((file, model))
        if known is None or known.data != data or known.context != context:
            known = _read(data, file, model, context)
        self._values[file, model] = known
        return known

    def made(self, data: bytes, file: str, context: Mapping[str, Any]) -> object | None:
        """Return what was made of a file that says the same; None where nothing was."""
        known = self._made_before.get(file)
        if known is None or known[0] != data or known[1] is not context:
            return None
        self._made[file] = known
        return known[2]

    def keep_made(self, file: str, model: type[BaseModel], made: object) -> None:
        """Keep what was made of a file in which nothing is wrong: it is not looked at again."""
        read = self._values.get((file, model))
        if read and not read.problems and not read.remarks:
            self._made[file] = read.data, read.context, made

    def placed(self, data: bytes, file: str) -> tuple[Tree, Positions]:
        """Return the tree of a file, and the positions in it."""
        known = self._places.get(file) or self._places_before.get(file)
        if known is None or known[0] != data:
            known = data, placed_tree(data)
        self._places[file] = known
        return known[1]


@dataclass(slots=True)
class FileReader:
    """The reading of one project: its files, what its words may be, what was found wrong.

    `context` holds `languages` and `codes`; while it is empty, they are not checked. `remarks` are
    what stands in the files beside their values.
    """

    files: ProjectFiles
    context: Mapping[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: dict[str, Sequence[Remark]] = field(default_factory=dict)
    readings: Readings = field(default_factory=Readings)

    def value(self, file: str, model: type[V]) -> V | None:
        """Read one file as `model`; None where it cannot be used."""
        data = self.data(file)
        return None if data is None else self.shaped(data, file, model)

    def data(self, file: str) -> bytes | None:
        """Read a file's bytes."""
        try:
            return self.files.data(file)
        except OSError as error:
            self.problems.append(faults.UNREADABLE.at(file, reason=reason_of(error)))
            return None

    def shaped(self, data: bytes, file: str, model: type[V]) -> V | None:
        """Return the bytes of a file as `model`; None where they cannot be used."""
        found = self.readings.of(data, file, model, self.context)
        self.problems += found.problems
        if found.remarks:
            self.remarks[file] = found.remarks
        return cast("V | None", found.value)

    def agrees(self, file: str, *keys: tuple[str, object, object]) -> bool:
        """Return whether keys say what the file's place says: (key, its value, the place's)."""
        problems = disagreements(file, *keys)
        self.problems += problems
        return not problems


def _read(data: bytes, file: str, model: type[V], context: Mapping[str, Any]) -> _ReadFile:
    parsed = parse(data, file)
    if parsed.tree is None:
        return _ReadFile(data, context, None, parsed.problems, ())
    value, problems = shaped(model, parsed.tree, file, context)
    # YAML may read a slip as something else: “ru:Текст” is no field, “-текст” no item.
    slip = first_slip(data.decode()) if problems else None
    told = [problem_of(slip, file)] if slip else problems
    return _ReadFile(data, context, value, (*parsed.problems, *told), remarks(data))


def disagreements(file: str, *keys: tuple[str, object, object]) -> list[Problem]:
    """Return a problem for each key that says something else than the file's place."""
    return [
        faults.ID_NOT_FOLDER.at(file, (key,), key=key, value=value, place=wanted)
        for key, value, wanted in keys
        if value != wanted
    ]


def sorted_by_place(
    files: ProjectFiles, problems: Iterable[Problem], readings: Readings | None = None
) -> tuple[Problem, ...]:
    """Give each problem its line and column, and sort them by place."""
    placed = with_positions(files, problems, readings)
    return tuple(sorted(placed, key=lambda problem: problem.place))


def with_positions(
    files: ProjectFiles, problems: Iterable[Problem], readings: Readings | None = None
) -> list[Problem]:
    """Give each problem its line and column, in the order in which they came."""
    known, readings = dict[str, tuple[Tree, Positions]](), readings or Readings()
    with_lines = []
    for problem in problems:
        if problem.line:
            with_lines.append(problem)
            continue
        if problem.file not in known:
            known[problem.file] = _placed_tree_of(files, problem.file, readings)
        tree, positions = known[problem.file]
        line, column = _position(problem.path, tree, positions)
        path = _by_ids(problem.path, tree)
        with_lines.append(replace(problem, path=path, line=line, column=column))
    return with_lines


def _placed_tree_of(files: ProjectFiles, file: str, readings: Readings) -> tuple[Tree, Positions]:
    if not files.is_file(file):
        return None, {}  # a folder, a link, or a file that is not there: the problem has no line
    try:
        data = files.data(file)
    except OSError:
        return None, {}
    return readings.placed(data, file)


def _position(path: Path, tree: Tree, known: Positions) -> tuple[int, int]:
    """Find the position of the path, or of the nearest thing around it that has one."""
    here: Path = ()
    best = (1, 1) if known else (0, 0)
    for step in path:
        name = str(step)
        here = _named(here, name[1:], tree) if name.startswith("#") else (*here, step)
        if here in known:
            best = known[here]
        elif isinstance(step, str):
            here = here[:-1]  # the form of a union: pydantic names it, the file does not
    return best


def _by_ids(path: Path, tree: Any) -> Path:  # noqa: ANN401 - a tree of any shape
    """Name each clause of a path by its id, in place of where it stands: one way for all."""
    named: Path = ()
    here: Path = ()
    node = tree
    for at, step in enumerate(path):
        is_there = isinstance(node, list) and isinstance(step, int) and step < len(node)
        node = node[step] if is_there else node.get(step) if isinstance(node, dict) else None
        here, named = (*here, step), (*named, step)
        is_clause = path[at - 1 : at] == ("clauses",)
        name = node.get("id") if is_clause and isinstance(node, dict) else ""
        if name and isinstance(name, str) and _named(("clauses",), name, tree) == here:
            named = ("clauses", f"#{name}")
    return named


def _named(here: Path, name: str, tree: Any) -> Path:  # noqa: ANN401 - a tree of any shape
    """Find the last item with this id below `here`: the second of two is the one to mend."""
    named = here
    for step in here:
        tree = tree[step]
    pending = [(here, tree)]
    while pending:
        path, node = pending.pop(0)
        items = enumerate(node) if isinstance(node, list) else ()
        for index, item in items:
            if isinstance(item, dict):
                if item.get("id") == name:
                    named = (*path, index)
                pending.append(((*path, index, "clauses"), item.get("clauses")))
    return named
