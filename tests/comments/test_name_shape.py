"""Two sets of names that were written before the rule: contacts and offices, and who people are."""

from pathlib import Path

from builders import a_project
from talqy.comments.content import personal
from talqy.comments.name_shape import shape_of_name
from talqy.comments.names import impersonation, official_names
from talqy.comments.program_signs import commands
from talqy.model.comment import Author
from talqy.model.problem import Level
from talqy.model.project import Project

NAMES = Path(__file__).parents[1] / "golden" / "names"
OFFICIALS = tuple(official_names(Project.model_validate(a_project())))
WHERE = ("author", "name")


def lines(name: str) -> list[str]:
    read = (NAMES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in read if line and not line.startswith("#")]


def stopped(line: str) -> list[str]:
    """Return what is said of the name of a line, but for mere warnings."""
    kind, name = line.split(" | ", 1)
    author = Author.model_validate({"kind": kind, "name": name})
    found = [
        *personal("a.yaml", WHERE, name, frozenset()),
        *commands("a.yaml", WHERE, name),
        *(list(impersonation("a.yaml", author, OFFICIALS)) or shape_of_name("a.yaml", author)),
    ]
    return [problem.said() for problem in found if problem.level is not Level.WARNING]


def test_what_is_no_name_is_seen_and_nothing_is_said_twice_of_it() -> None:
    told = {line: stopped(line) for line in lines("hostile.txt")}
    assert [line for line, said in told.items() if not said] == []
    assert {line: said for line, said in told.items() if len({*said}) < len(said)} == {}


def test_a_name_is_a_name() -> None:
    told = {line: stopped(line) for line in lines("sound.txt")}
    assert {line: said for line, said in told.items() if said} == {}
