"""Items of a list in a file, changed by their ids: in whatever layout their tables are."""

from typing import Any

import pytest

from talqy.project.yaml_edit import with_items
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError

HEAD = "schema: 1 # ours\n# of the clauses\n"
TEXT = """clauses:
  - id: term
    number: "1"
    text: {{kk: "№ #5", ru: "№ #5"}}
    table:
      head:
        - kk: Мерзімі
          ru: Срок
      rows:{row}- kk: екі
            ru: два
  - id: docs
    number: "2"
"""
ROWS = ("\n        -\n          ", "\n        - ", "\n      -\n          ")
TAIL = 'editorial: []   # none\nbase:   "1"\n'


def read(text: str) -> list[dict[str, Any]]:
    tree = parse(text.encode(), "").tree
    assert isinstance(tree, dict)
    items: list[dict[str, Any]] = tree["clauses"]
    return items


@pytest.mark.parametrize("row", ROWS)
def test_a_cell_of_a_table_is_changed_in_any_layout(row: str) -> None:
    text = HEAD + TEXT.format(row=row) + TAIL
    items = read(text)
    items[0]["table"]["rows"][0][0]["ru"] = "три"
    new = with_items(text, "clauses", items)
    assert read(new) == items
    assert new.startswith(HEAD)
    assert new.endswith(TAIL)


def test_remarks_among_items_are_not_lost() -> None:
    text = HEAD + TEXT.format(row=ROWS[0]) + "    # later\n" + TAIL
    items = read(text)
    assert with_items(text, "clauses", items) == text
    items[0]["note"] = {"kk": "бір", "ru": "раз"}
    with pytest.raises(LayoutError):
        with_items(text, "clauses", items)


def test_numbers_and_flags_stand_beside_remarks() -> None:
    """They are read as words; a proposed fact has them all the same."""
    text = "clauses:\n  - id: term\n    # later\n    number: '1'\n"
    items = read(text)
    items[0]["facts"] = {"term": [{"amount": 2}], "fee": [{"free": True}]}
    new = with_items(text, "clauses", items)
    assert "# later\n" in new
    assert read(new)[0]["facts"] == {"term": [{"amount": "2"}], "fee": [{"free": "true"}]}


def test_a_file_in_a_layout_of_its_own_that_says_the_same_stays_as_it_is() -> None:
    text = (
        "clauses:\n"
        "  - id: one\n"
        "    table:\n"
        "      rows:\n"
        "        - - «Тізілім» дерекқоры\n"
        "          - '0,2'\n"
    )
    rows = [["«Тізілім» дерекқоры", "0,2"]]
    assert with_items(text, "clauses", [{"id": "one", "table": {"rows": rows}}]) == text
