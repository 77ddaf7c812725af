"""Whatever bytes or trees come in, the reader answers a value or a problem, and never falls."""

import random
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import builders as b
from bad_files import SOUND
from talqy.model.comment import Comment, Response
from talqy.model.project import Project
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.model.values import Value
from talqy.project.shipped import shipped_codes
from talqy.project.survey import ProjectState, survey
from talqy.project.validate import KINDS, shaped
from talqy.project.yaml_read import MAX_DEPTH, parse, positions

MODELS: dict[str, type[Value]] = dict(
    zip(SOUND, (Project, Standard, Revision, Comment, Response), strict=True)
)
MARKS = (
    "a", "b: ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", ": ", "&a ", "*a", "!t ", "'", '"',
    "|\n", ">-\n", "---\n", "...\n", "? ", "# r\n", "%Y", "\x00", "\x85", "\ufeff", "қ",
)  # fmt: skip
YAMLISH = st.lists(st.sampled_from(MARKS), max_size=40).map("".join)


@given(data=st.one_of(st.binary(max_size=200), YAMLISH.map(str.encode)))
def test_any_bytes_give_a_tree_or_a_problem(data: bytes) -> None:
    parsed = parse(data, "a.yaml")
    assert (parsed.tree is None) == bool(parsed.problems)
    assert all(problem.line and problem.column for problem in parsed.problems)
    positions(data)


@given(depth=st.integers(1, 3_000), bracket=st.sampled_from(["[", "{a: ", "- ", "{? "]))
def test_any_depth_gives_a_tree_or_a_problem(depth: int, bracket: str) -> None:
    parsed = parse(f"a:\n  {bracket * depth}".encode(), "a.yaml")
    assert parsed.tree is None or depth < MAX_DEPTH


WRONG = st.one_of(
    st.none(),
    st.sampled_from(["", "x", "0", "-1", "1" * 30, "2026-02-30", "true", "\u2028", "x" * 30_000]),
    st.lists(st.sampled_from(["", "x", "1"]), max_size=2),
    st.dictionaries(st.sampled_from(["", "kk", "id", "x"]), st.sampled_from(["", "x"]), max_size=2),
)


def places_of(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the paths of all values of a tree."""
    steps: list[tuple[Any, Any]] = list(tree.items()) if isinstance(tree, dict) else []
    steps += enumerate(tree) if isinstance(tree, list) else []
    return [path, *(found for step, below in steps for found in places_of(below, (*path, step)))]


def spoiled(tree: Any, path: tuple[Any, ...], wrong: object) -> Any:
    """Return the tree with something wrong at one place."""
    if not path:
        return wrong
    copy = list(tree) if isinstance(tree, list) else dict(tree)
    copy[path[0]] = spoiled(tree[path[0]], path[1:], wrong)
    return copy


@given(data=st.data(), file=st.sampled_from(list(SOUND)), wrong=WRONG)
def test_anything_wrong_anywhere_has_words(data: st.DataObject, file: str, wrong: object) -> None:
    """The words are ours: no refusal of pydantic shows through."""
    path = data.draw(st.sampled_from(places_of(SOUND[file])[1:]))
    tree, model = spoiled(SOUND[file], path, wrong), MODELS[file]
    context = {"languages": ("kk", "ru"), "codes": shipped_codes().lists}
    value, problems = shaped(model, tree, file, context)
    assert (value is None) == bool(problems)
    assert kinds_of(model, tree, context) <= KINDS


def kinds_of(model: type[BaseModel], tree: object, context: dict[str, Any]) -> set[str]:
    """Return with what kinds of refusal pydantic refuses a tree."""
    try:
        model.model_validate(tree, context=context)
    except ValidationError as error:
        return {detail["type"] for detail in error.errors()}
    return set()


@given(data=st.data(), file=st.sampled_from(list(SOUND)), wrong=WRONG)
def test_a_project_with_anything_wrong_in_it_is_surveyed(
    data: st.DataObject, file: str, wrong: object
) -> None:
    """The file is used, or there is a problem that says why not; the others are read."""
    path = data.draw(st.sampled_from(places_of(SOUND[file])[1:]))
    with tempfile.TemporaryDirectory() as folder:
        for name, tree in SOUND.items():
            b.write(Path(folder), name, spoiled(tree, path, wrong) if name == file else tree)
        found = survey(Path(folder))
        assert found.register is not None or found.problems


FILES: dict[str, b.Tree] = {
    **SOUND,
    b.standard_path("address"): b.a_standard("address"),
    b.revision_path(1, "address"): b.a_revision(),
    b.comment_path(b.OTHER_COMMENT): b.a_comment(b.OTHER_COMMENT),
    b.revision_path(2): b.a_revision(2, dated="2026-11-09"),
    "comments/stray.yaml": {"a": "b"},
}


@cache
def written_so(names: tuple[str, ...]) -> ProjectState:
    """ProjectState a folder whose files were written in this order."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            b.write(Path(folder), name, FILES[name])
        return survey(Path(folder))


@given(seed=st.integers())
def test_the_order_of_files_on_disk_changes_nothing(seed: int) -> None:
    names = sorted(FILES)
    random.Random(seed).shuffle(names)  # noqa: S311
    one, other = written_so(tuple(sorted(FILES))), written_so(tuple(names))
    assert one.register == other.register
    assert one.problems == other.problems
