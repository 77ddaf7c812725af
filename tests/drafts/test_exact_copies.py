"""Tracked changes give every space back: spaces that do not break, two together, tabs."""

from collections.abc import Sequence

import pytest

import builders as b
from talqy.build import site
from talqy.drafts.copy_views import printed
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import written
from talqy.language.edition import Edition
from talqy.office.word_values import View
from talqy.project.survey import survey
from text_pairs import TABLE, a_headed, a_text

OLD = "Срок\u00a05\u00a0дней,  не считая\tдня приема.\n1)\u00a0справка;"
NEW = "Срок\u00a07\u00a0дней,  не считая\tдня приема.\n1)\u00a0копия справки;"
WAS, IS = (
    {**TABLE, "rows": [["первый\u00a0раз", amount], ["второй", "2"]]}
    for amount in ("1\u00a0000", "2\u00a0000")
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Edition]:
    """Return both languages of a small project."""
    root = b.write_project(tmp_path_factory.mktemp("project"))
    return site(root, survey(root), "").editions


@pytest.mark.parametrize("languages", [1, 2])
def test_both_texts_come_back_with_all_their_spaces(
    editions: Sequence[Edition], languages: int
) -> None:
    texts = [
        a_text(a_headed("term", "2", said, table=table), number=number)
        for number, (said, table) in enumerate(((OLD, WAS), (NEW, IS)), 1)
    ]
    copy = TextCopy(
        editions=editions[-languages:],
        record=editions[0].register.records[0],
        text=texts[1],
        older=texts[0],
        is_to_edit=True,
    )
    data = written(copy)
    for view, said, amount in ((View.REJECTED, OLD, "1"), (View.ACCEPTED, NEW, "2")):
        found = str(printed(data, view))
        assert all(repr(line) in found for line in said.split("\n"))
        assert repr(f"{amount}\u00a0000") in found
