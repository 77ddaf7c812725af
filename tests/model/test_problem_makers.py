"""Whoever makes a problem fills all gaps of its words: read in the code, whether it runs or not.

What is made while tests run is held to the same by `tests/support/whole_problems.py`.
"""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest

import talqy
from talqy.comments import kinds
from talqy.model.problem import Kind
from whole_problems import gaps

# They take a kind, and make another kind of it.
NO_MAKERS = {"replace", "_plain", "_answer", "LanguageKinds", "is_said"}
# What a maker adds of its own.
ADDED = {
    "_note": {"digest"},
    "note": {"digest"},
    "_ask": {"clause"},
    "_told_of_facts": {"clause", "facts"},
}
MODULES = tuple(
    one.name for one in walk_packages(talqy.__path__, "talqy.") if not one.name.endswith("__main__")
)


def kind_of(node: ast.expr, module: ModuleType) -> Kind | None:
    """Return the kind that a name or an attribute of a module means; None where it is none."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        value = getattr(getattr(module, node.value.id, None), node.attr, None)
    else:
        value = getattr(module, node.id, None) if isinstance(node, ast.Name) else None
    return value if isinstance(value, Kind) else None


def makings(module: ModuleType) -> Iterator[tuple[int, Kind, set[str]]]:
    """Yield line, kind and values of each call that makes a problem; of all or none is known."""
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if not isinstance(call, ast.Call) or any(word.arg is None for word in call.keywords):
            continue
        of = call.func
        name = of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")
        places = [*call.args, *([of.value] if isinstance(of, ast.Attribute) else [])]
        values = {word.arg for word in call.keywords if word.arg} | ADDED.get(name, set())
        for kind in (kind_of(one, module) for one in places):
            if kind and name not in NO_MAKERS:
                yield call.lineno, kind, values


def test_each_maker_fills_the_gaps_of_its_kind() -> None:
    seen, open_gaps = set[str](), list[str]()
    for name in MODULES:
        for line, kind, values in makings(import_module(name)):
            seen.add(kind.code)
            if left := gaps(kind) - values:
                open_gaps.append(f"{name}:{line} {kind.code} {sorted(left)}")
    assert open_gaps == []
    # Makers are seen: silence is no blindness.
    assert {"I44", "G34", "F56", "G09", "L04"} <= seen
    assert len(seen) > 100


def test_a_problem_with_an_open_gap_is_refused_while_tests_run() -> None:
    code = "from talqy.comments import kinds\nkinds.TOO_BIG.at('a.yaml', size=1)\n"
    with pytest.raises(AssertionError, match=r"nothing fills .*most"):
        exec(compile(code, "generator/talqy/planted.py", "exec"), {})  # noqa: S102 - our own
    assert kinds.TOO_BIG.at("a.yaml", size=1, most=2).said()
