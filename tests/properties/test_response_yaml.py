"""The file of a response: whatever is said, what is read is what was written."""

from hypothesis import given
from hypothesis import strategies as st

import builders as b
from talqy.model.comment import Response
from talqy.sources.response_yaml import response_yaml
from talqy.sources.shape import shaped
from talqy.sources.yaml_tree import parse

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
LINES = st.lists(
    TEXTS | st.sampled_from(["no", "12:30", "- a", "# b", "a: b", "'", '"', "|", "  ", ""])
).map("\n".join)


@given(kk=LINES, ru=LINES)
def test_what_is_read_is_what_was_written(kk: str, ru: str) -> None:
    tree = b.a_response(reason={"kk": f"«{kk}", "ru": f"{ru}."})
    response, problems = shaped(Response, tree, "")
    if response is None:  # signs that no format allows
        assert problems
        return
    text = response_yaml(response, "schema.json")
    parsed = parse(text.encode(), "")
    assert parsed.problems == []
    assert shaped(Response, parsed.tree, "") == (response, [])


def test_short_mappings_stand_on_one_line_and_texts_have_the_style_of_other_files() -> None:
    tree = b.a_response(
        outcome="accepted",
        reason={"kk": "Бірінші жол.\nЕкінші: жол.", "ru": "=1+1"},
        landed={"revision": "2", "clauses": ["term", "fee"]},
    )
    response, _ = shaped(Response, tree, "")
    assert response is not None
    assert response_yaml(response, "s.json") == (
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
