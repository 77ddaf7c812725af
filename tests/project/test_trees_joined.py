"""Two lines of work put together: of no file does what one has changed come into another place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from repositories import a_repository, committed
from talqy.project.branches import CommitRole, commit_on, content
from talqy.project.keeps import Keeps
from talqy.project.taken_in import tree_taking_in, whole_files
from talqy.project.trees_joined import joined_trees
from talqy.project.yaml_read import parse

PROJECT = "standards/project.yaml"
R2, R3 = (f"standards/birth-registration/revisions/r{number}.yaml" for number in (2, 3))
ROLE = CommitRole("talqy", "")
LINES = "".join(f"    line{number}: the same for all\n" for number in range(6))


def offices(*names: str, more: str = "") -> str:
    """Return a file of offices, all with the same lines; `more` is a line of that for guardians."""
    rows = (f"  {one}:\n{LINES}{more if one == 'guardians' else ''}" for one in names)
    return f"schema: 1\nauthorities:\n{''.join(rows)}end: x\n"


def listed(*names: str, more: str = "") -> str:
    """Return the same as a list of things that have an id each."""
    rows = (f"  - id: {one}\n{LINES}{more if one == 'guardians' else ''}" for one in names)
    return f"schema: 1\nsurveys:\n{''.join(rows)}end: x\n"


def sides(
    root: Path, was: Mapping[str, str], *changed: Mapping[str, str | None]
) -> tuple[str, ...]:
    """Commit files, and what two have made of them."""
    start = committed(a_repository(root), was)
    made = [
        {path: None if text is None else text.encode() for path, text in one.items()}
        for one in changed
    ]
    return tuple(commit_on(root, start, one, "S", ROLE) for one in made)


def tree_of(root: Path, tree: str, path: str = PROJECT) -> Any:
    data = content(root, tree, path)
    return None if data is None else parse(data, path).tree


@pytest.mark.parametrize("made", [offices, listed])
@pytest.mark.parametrize("keeps", list(Keeps))
def test_a_line_of_one_thing_never_comes_into_another_that_has_the_same(
    tmp_path: Path, made: Any, keeps: Keeps
) -> None:
    more = "    more: x\n"
    was, moved = made("parents", "guardians"), made("guardians", "parents")
    changed, wanted = (
        made(*names, more=more) for names in (("parents", "guardians"), ("guardians", "parents"))
    )
    own, other = sides(tmp_path, {PROJECT: was}, {PROJECT: moved}, {PROJECT: changed})
    for one, two in ((own, other), (other, own)):
        merged = joined_trees(tmp_path, two, one)
        assert merged.conflicts or tree_of(tmp_path, merged.tree) == parse(wanted.encode(), "").tree
        if not whole_files(tmp_path, one, two):
            tree = tree_taking_in(tmp_path, one, two, keeps)
            assert tree_of(tmp_path, tree) == parse(wanted.encode(), "").tree


def test_what_one_changes_in_a_text_never_comes_into_a_new_one_of_the_other(tmp_path: Path) -> None:
    """Git takes a text that is gone, and one that is new and like it, for one with a new name."""
    text = "schema: 1\nrevision: {}\n" + "".join(f"key{one}: words of it\n" for one in range(30))
    own, other = sides(
        tmp_path,
        {R2: text.format(2)},
        {R2: None, R3: text.format(3)},
        {R2: text.format(2).replace("key9: words", "key9: other words")},
    )
    merged = joined_trees(tmp_path, other, own)
    assert merged.conflicts == (R2,)
    assert tree_of(tmp_path, merged.tree, R3) == parse(text.format(3).encode(), "").tree
