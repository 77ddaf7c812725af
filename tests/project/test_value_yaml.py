"""The files of comments and answers: what is read is what was written, and all look alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from talqy.model.comment import Comment, Response
from talqy.project.validate import shaped
from talqy.project.value_yaml import value_yaml
from talqy.project.yaml_edit import LayoutError, dumped
from talqy.project.yaml_emitter import emitted
from talqy.project.yaml_read import parse
from talqy.project.yaml_styles import OneLine

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


@given(tree=st.dictionaries(st.sampled_from(["text", "quote", "author", "y"]), VALUES, min_size=1))
def test_both_printers_print_the_same(tree: dict[str, object]) -> None:
    """A list under a key is ruamel.yaml's: with one at its end, it prints the whole file."""
    printed = emitted(tree)
    by_other = dumped({**tree, "last": ["x"]})
    assert by_other.endswith("\nlast:\n  - x\n")
    assert printed in (None, by_other.removesuffix("last:\n  - x\n"))


@pytest.mark.parametrize(
    "value", [{"a": ["b"]}, {"a": "👧"}, {"true": "a"}, {"a": {}}, {"a": None}]
)
def test_the_quick_printer_leaves_to_the_other_what_it_would_print_otherwise(
    value: dict[str, object],
) -> None:
    assert emitted(value) is None
    assert emitted({"a": "b"}) == "a: b\n"


def test_an_answer_is_printed_by_the_quick_printer() -> None:
    """Ten thousand of them are, in one go."""
    decided = OneLine(by="ministry-justice", on="2026-11-20")
    assert emitted({**b.a_response(), "schema": 1, "decided": decided}) is not None
    landed = OneLine(revision=2, clauses=["term", "fee"])
    assert emitted({**b.a_response(outcome="accepted"), "landed": landed}) is not None


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
