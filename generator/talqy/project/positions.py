"""Problems with paths in, problems with lines and columns out.

Rules work on values, which know no lines. The few files that have a problem are read once more for
their positions; a path step `#id` finds the item of a list (or its nested lists) with that id.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from talqy.model.problem import Path, Problem
from talqy.project.files import ProjectFiles
from talqy.project.yaml_read import Positions, parse, positions


def located(files: ProjectFiles, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give each problem its line and column, and sort them by place."""
    return tuple(sorted(placed(files, problems), key=lambda problem: problem.place))


def placed(files: ProjectFiles, problems: Iterable[Problem]) -> list[Problem]:
    """Give each problem its line and column, in the order in which they came."""
    known: dict[str, tuple[Positions, Any]] = {}
    found = []
    for problem in problems:
        if problem.line:
            found.append(problem)
            continue
        if problem.file not in known:
            known[problem.file] = _map_of(files, problem.file)
        line, column = _place(problem.path, *known[problem.file])
        found.append(replace(problem, line=line, column=column))
    return found


def _map_of(files: ProjectFiles, file: str) -> tuple[Positions, Any]:
    if not files.is_file(file):
        return {}, None  # a folder, a link, or a file that is not there: the problem has no line
    try:
        data = files.data(file)
    except OSError:
        return {}, None
    return positions(data), parse(data, file).tree


def _place(path: Path, places: Positions, tree: object) -> tuple[int, int]:
    """Find the place of the path, or of the nearest thing around it that has one."""
    here: Path = ()
    best = (1, 1) if places else (0, 0)
    for step in path:
        name = str(step)
        here = _named(here, name[1:], tree) if name.startswith("#") else (*here, step)
        if here in places:
            best = places[here]
        elif isinstance(step, str):
            here = here[:-1]  # the form of a union: pydantic names it, the file does not
    return best


def _named(here: Path, name: str, tree: Any) -> Path:  # noqa: ANN401 - a tree of any shape
    """Find the last item with this id below `here`: the second of two is the one to mend."""
    found = here
    for step in here:
        tree = tree[step]
    pending = [(here, tree)]
    while pending:
        path, node = pending.pop(0)
        items = enumerate(node) if isinstance(node, list) else ()
        for index, item in items:
            if isinstance(item, dict):
                if item.get("id") == name:
                    found = (*path, index)
                pending.append(((*path, index, "clauses"), item.get("clauses")))
    return found
