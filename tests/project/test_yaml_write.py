"""The files of comments and answers: what is read is what was written, and all look alike."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

import builders as b
from talqy.model.comment import Comment, Response
from talqy.project import yaml_write
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError, OneLine, dumped, style_of, value_yaml

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
AWKWARD = ["no", "12:30", "- a", "# b", "a: b", "'", '"', "|", "  ", "", "\t", "a, b", "---", "👧"]
LINES = st.lists(TEXTS | st.sampled_from(AWKWARD)).map("\n".join)
SHORT = ("decided", "landed")


@given(kk=LINES, ru=LINES)
def test_an_answer_is_read_as_it_was_written(kk: str, ru: str) -> None:
    tree = b.a_response(reason={"kk": f"«{kk}", "ru": f"{ru}."})
    response, problems = shaped(Response, tree, "")
    if response is None:  # signs that no format allows
        assert problems
        return
    parsed = parse(value_yaml(response, "schema.json", SHORT).encode(), "")
    assert parsed.problems == []
    assert shaped(Response, parsed.tree, "") == (response, [])


@given(text=LINES, quote=LINES, name=TEXTS)
def test_a_comment_is_read_as_it_was_written(text: str, quote: str, name: str) -> None:
    author = {"kind": "individual", "name": name[:500], "foreign": "true"}
    tree = b.a_comment(text=f"{text}.", quote=quote, author=author)
    comment, problems = shaped(Comment, tree, "")
    if comment is None:
        assert problems
        return
    parsed = parse(value_yaml(comment, "schema.json").encode(), "")
    assert parsed.problems == []
    assert shaped(Comment, parsed.tree, "") == (comment, [])


VALUES = st.one_of(
    LINES,
    st.text("абвa:\n -'\"#\\", max_size=9),
    st.integers(),
    st.booleans(),
    st.builds(OneLine, after=LINES),
    st.builds(OneLine, revision=st.integers(1, 9), clauses=st.lists(LINES, max_size=2)),
    st.dictionaries(st.sampled_from(["kk", "ru", "no", "on", "true", "1"]), LINES, max_size=2),
)
TREES = st.dictionaries(st.sampled_from(["text", "quote", "author", "y"]), VALUES, min_size=1)


@given(tree=TREES)
def test_both_emitters_print_the_same(tree: dict[str, object]) -> None:
    """A list under a key is printed by the slower one, which then prints the whole file."""
    slower = dumped({**tree, "last": ["x"]})
    assert slower.endswith("\nlast:\n  - x\n")
    assert dumped(tree) == slower.removesuffix("last:\n  - x\n")


def styled(value: object) -> object:
    """Make a tree for ruamel.yaml, which we print as it does: people's editors know its look."""
    match value:
        case str():
            text = {"": str, '"': DoubleQuotedScalarString, "|": LiteralScalarString}
            return text[style_of(value).value](value)
        case dict():
            tree: Any = CommentedMap({key: styled(below) for key, below in value.items()})
            if isinstance(value, OneLine):
                tree.fa.set_flow_style()
            return tree
        case list():
            return CommentedSeq([styled(below) for below in value])
    return value


@given(tree=TREES, items=st.lists(LINES, min_size=1, max_size=2))
def test_new_files_look_as_edited_ones(tree: dict[str, object], items: list[str]) -> None:
    whole = {**tree, "list": [*items, {"kk": items[0]}]}
    editor, printed = YAML(), io.StringIO()
    editor.width, editor.allow_unicode = 1_000_000, True
    editor.indent(mapping=2, sequence=4, offset=2)
    editor.dump(styled(whole), printed)
    assert dumped(whole) == printed.getvalue()


def test_thousands_of_answers_are_printed_by_the_quick_emitter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_write, "_InPython", None)
    dumped({**b.a_response(), "decided": OneLine(by="ministry-justice", on="2026-11-20")})
    landed = OneLine(revision=2, clauses=["term", "fee"])
    dumped({**b.a_response(outcome="accepted"), "landed": landed})


def test_a_value_that_stands_in_two_places_is_written_out_in_both() -> None:
    texts, items = {"kk": "…"}, ["a"]
    tree = {"title": texts, "provider": texts, "a": items, "b": items}
    assert parse(dumped(tree).encode(), "").tree == tree


def test_lists_in_lists_and_empty_values_have_one_look() -> None:
    tree: dict[str, Any] = {"rows": [["a", "1"], ["b"]], "none": None, "map": {}, "list": []}
    text = 'rows:\n  - - a\n    - "1"\n  - - b\nnone:\nmap: {}\nlist: []\n'
    assert dumped(tree) == text
    assert parse(b"none:\n", "").tree == {"none": None}


def test_what_would_be_read_otherwise_is_not_written() -> None:
    spoiled = a_sound_comment().model_copy(update={"text": "a\x07b"})
    with pytest.raises(LayoutError, match="the comment “k7m2p9qx4a” cannot be written"):
        value_yaml(spoiled, "s.json")


def a_sound_comment(**changes: Any) -> Comment:
    comment, _ = shaped(Comment, b.a_comment(**changes), "")
    assert comment is not None
    return comment


def test_short_mappings_stand_on_one_line_and_texts_have_the_style_of_other_files() -> None:
    tree = b.a_response(
        outcome="accepted",
        reason={"kk": "Бірінші жол.\nЕкінші: жол.", "ru": "=1+1"},
        landed={"revision": "2", "clauses": ["term", "fee"]},
    )
    response, _ = shaped(Response, tree, "")
    assert response is not None
    assert value_yaml(response, "s.json", SHORT) == (
        "# yaml-language-server: $schema=s.json\n"
        "schema: 1\n"
        "comment: k7m2p9qx4a\n"
        "outcome: accepted\n"
        "reason:\n"
        "  kk: |-\n"
        "    Бірінші жол.\n"
        "    Екінші: жол.\n"
        '  ru: "=1+1"\n'
        'decided: {by: ministry-justice, on: "2026-11-16"}\n'
        "landed: {revision: 2, clauses: [term, fee]}\n"
    )


def test_a_comment_has_its_keys_in_their_order_and_its_words_in_their_lines() -> None:
    comment = a_sound_comment(
        clause={"after": "term"},
        author={"kind": "individual", "foreign": "true", "name": "Образцова А. Б."},
        quote="в течение «3» дней",
        text="Первая строка.\nВторая: строка.",
        proposal="за 1 день 👍",
    )
    assert value_yaml(comment, "s.json") == (
        "# yaml-language-server: $schema=s.json\n"
        "schema: 1\n"
        "id: k7m2p9qx4a\n"
        "standard: birth-registration\n"
        "revision: 1\n"
        "clause:\n"
        "  after: term\n"
        "language: ru\n"
        "kind: change\n"
        'received: "2026-11-10"\n'
        "channel: web\n"
        "author:\n"
        "  kind: individual\n"
        "  foreign: true\n"
        "  name: Образцова А. Б.\n"
        "quote: в течение «3» дней\n"
        "text: |-\n"
        "  Первая строка.\n"
        "  Вторая: строка.\n"
        'proposal: "за 1 день 👍"\n'
        'consent: "1"\n'
    )
