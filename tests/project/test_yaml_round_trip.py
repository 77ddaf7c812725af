"""What the tool writes, the tool reads back; and an edit touches its own lines only."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from talqy.model.problem import Path
from talqy.project.yaml_edit import edited
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
AWKWARD = [
    "", " ", "no", "true", "null", "~", "4.10", "12:30", "010203500123", "2026-13-45", "- a",
    "-", "--- a", "...", "# a", "a # b", "a: b", "a:", ":", "? a", "! a", "!a", "&a", "*a", "%a",
    "@a", "`a`", "'a'", '"a"', "\\n", "{a, b}", "[a]", "a, b", "|", ">", "a\n", "a\n\n", "a\n\nb",
    "\na", " a", "a ", "a\n b", "a\n# b", "a\n- b", "a \nb", "a\tb", "\ta", "a\n\tb", "1\u00a0500",
    "«Үлгі»", "№ 7", "👩‍👧", "=", "<<", "0x1F", "1e3", "a\n---\nb", "a\n...\nb", "<<<<<<<", "ﷲ",
]  # fmt: skip
# Every sign but those that the model refuses anyway.
SIGNS = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u2028\u2029\ufeff",
    include_characters="\n\t",
).filter(lambda sign: not (0xFDD0 <= ord(sign) <= 0xFDEF or ord(sign) & 0xFFFE == 0xFFFE))
TEXTS = st.one_of(
    st.text(SIGNS, max_size=60),
    st.text(KAZAKH + " .,:;-–«»\"'#\n", max_size=60),
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from(AWKWARD), max_size=3).map("\n".join),
    st.integers().map(str),
    st.dates().map(str),
)
KEYS = st.one_of(
    st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True),
    st.sampled_from(["2026", "no", "kk-Latn"]),
)
VALUES = st.recursive(
    TEXTS,
    lambda below: st.one_of(
        st.lists(below, min_size=1, max_size=3),
        st.dictionaries(KEYS, below, min_size=1, max_size=3),
    ),
    max_leaves=8,
)
TREES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


def read(text: str) -> Any:
    """Read what was written; no problem is allowed."""
    parsed = parse(text.encode(), "a.yaml")
    assert parsed.problems == [], text
    return parsed.tree


@given(tree=TREES)
def test_what_is_written_reads_back_equal(tree: dict[str, Any]) -> None:
    assert read(dumped(tree)) == tree


@given(tree=TREES)
def test_what_was_read_is_written_the_same_again(tree: dict[str, Any]) -> None:
    text = dumped(tree)
    assert dumped(read(text)) == text


# Each value has a remark above it and one behind it, at its own depth.
FORM = """\
# about the whole
schema: 1
# above the title
title:   # beside the title
  # above the Kazakh
  kk: Мәтін
  # above the Russian
  ru: "Текст"   # beside the Russian

# above the block
text: |-
  Бірінші жол.
  # no remark, but text
  Третья строка.

# above the list
list:
  - one   # beside one
  # between
  - 'two'
# above the flow
flow: {kk: а, ru: б, list: [x, y]}
# above the nested
nested:
  deep:
    - id: a
      text: a
    # above b
    - id: b
      # above the text of b
      text: b
# at the end
last: end
# behind the end
"""
PLACES: list[Path] = [
    ("schema",),
    ("title",),
    ("title", "kk"),
    ("title", "ru"),
    ("text",),
    ("list",),
    ("list", 0),
    ("list", 1),
    ("flow", "ru"),
    ("flow", "list", 1),
    ("nested", "deep", 0),
    ("nested", "deep", 1, "text"),
    ("nested",),
    ("last",),
]
OWN_LINES = {
    ("schema",): (2, 2),
    ("title",): (4, 8),
    ("title", "kk"): (6, 6),
    ("title", "ru"): (8, 8),
    ("text",): (11, 14),
    ("list",): (17, 20),
    ("list", 0): (18, 18),
    ("list", 1): (20, 20),
    ("flow", "ru"): (22, 22),
    ("flow", "list", 1): (22, 22),
    ("nested", "deep", 0): (26, 27),
    ("nested", "deep", 1, "text"): (31, 31),
    ("nested",): (24, 31),
    ("last",): (33, 33),
}


def replaced(tree: Any, path: Path, value: object) -> Any:
    """Return the tree with one value set."""
    if not path:
        return value
    step, *rest = path
    copy: Any = list(tree) if isinstance(tree, list) else dict(tree)
    copy[step] = replaced(tree[step], tuple(rest), value)
    return copy


@given(path=st.sampled_from(PLACES), value=st.one_of(TEXTS, VALUES))
def test_an_edit_is_read_back_and_touches_its_own_lines_only(path: Path, value: object) -> None:
    if path[0] == "flow" and not isinstance(value, str):
        return  # a mapping inside braces is not what the tool edits
    text = edited(FORM, path, value)
    assert read(text) == replaced(read(FORM), path, value), text
    first, last = OWN_LINES[path]
    before, after = FORM.splitlines()[: first - 1], FORM.splitlines()[last:]
    lines = text.split("\n")[:-1]
    assert lines[: len(before)] == before
    assert lines[len(lines) - len(after) :] == after


@given(value=TEXTS)
def test_a_new_item_and_a_new_key_leave_every_line(value: str) -> None:
    for path in (("list", 2), ("title", "en"), ("added",)):
        lines = iter(edited(FORM, path, value).split("\n"))
        assert all(line in lines for line in FORM.splitlines())


# As we write a table ourselves: rows are lists in a list, which no round trip gives back.
TABLE = """\
# of the archive
consultation:
  opens: "2026-06-02"  # a Tuesday
  posted:
    - channel: print
      on: "2026-06-02"
# texts
clauses:
  - id: fees
    table:
      rows:
        - - kk: қайта
            ru: повторно
          - "0,2"
# the end
"""


def test_a_table_is_not_in_the_way_of_an_edit_elsewhere() -> None:
    wanted = TABLE.replace('      on: "2026-06-02"', '      on: "2026-06-03"')
    assert edited(TABLE, ("consultation", "posted", 0, "on"), "2026-06-03") == wanted
    grown = edited(TABLE, ("consultation", "report"), {"on": "2026-06-29"})
    assert read(grown)["consultation"]["report"] == {"on": "2026-06-29"}
    assert set(TABLE.splitlines()) <= set(grown.splitlines())
    new = edited(TABLE, ("amendments",), [{"clauses": ["fees"]}])
    assert new.startswith(TABLE)
    assert read(new)["amendments"] == [{"clauses": ["fees"]}]
