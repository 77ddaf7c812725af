"""A new file made out of an old one: what is kept reads as before, and its lines are the same."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from talqy.project.yaml_edit import KEPT, recast
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

REMARKS = st.sampled_from(["", "# remark\n", "\n", "\n# one\n\n# two\n", "  # deep\n"])
TEXTS = st.one_of(
    st.text("аәб яz:#-\"'\n", max_size=30),
    st.sampled_from(["no", "1.10", "", "a: b", "# x", "a\n\n# b\n", "...", "---", "|"]),
)
VALUES = st.recursive(
    TEXTS,
    lambda below: st.one_of(
        st.lists(below, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["kk", "ru", "id"]), below, min_size=1),
    ),
    max_leaves=6,
)
KEYS = ("schema", "revision", "dated", "clauses", "amendments")
TREES = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1)


@given(tree=TREES, changes=TREES, remarks=st.lists(REMARKS, min_size=7, max_size=7))
@example(
    tree={"schema": "", "revision": ":\n:"},
    changes={"schema": ""},
    remarks=[""] * 6 + ["  # deep\n"],
)
def test_what_is_kept_and_what_is_new_read_as_they_should(
    tree: dict[str, Any], changes: dict[str, Any], remarks: list[str]
) -> None:
    blocks = {key: dumped({key: value}) for key, value in tree.items()}
    parts = [remark + block for remark, block in zip(remarks, blocks.values(), strict=False)]
    old = "".join(parts) + remarks[-1]
    # Behind a text of several lines, what is indented like it belongs to it, a sharp sign or not.
    was = parse(old.encode(), "old.yaml").tree
    assert isinstance(was, dict)
    assert was.keys() == tree.keys()
    values = {key: changes.get(key, KEPT) for key in KEYS if key in changes or key in tree}
    new = recast(old, values)
    assert parse(new.encode(), "new.yaml").tree == {
        key: was[key] if value is KEPT else value for key, value in values.items()
    }
    assert all(blocks[key] in new for key, value in values.items() if value is KEPT)
