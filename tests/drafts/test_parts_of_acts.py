"""A part of an act is printed as one, whether its unit says what it is or its number."""

import pytest

import builders as b
from talqy.drafts.clause_blocks import ClauseWriter
from talqy.drafts.paired_clauses import paired
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.office.marked_text import MarkedLine
from talqy.project.shipped import shipped_codes
from talqy.project.shipped_files import folders
from text_pairs import a_headed, a_text


@pytest.mark.parametrize(
    ("number", "unit", "style", "on_new_page"),
    [
        (b.said("2-тарау", "Глава 2"), None, "heading 1", False),
        ("2", "chapter", "heading 1", False),
        (b.said("1-қосымша", "Приложение 1"), None, "heading 1", True),
        (b.said("5-бап", "Статья 5"), None, "heading 2", False),
        ("5", None, "heading 2", False),
    ],
)
def test_a_part_of_an_act_has_its_heading(
    number: object,
    unit: str | None,
    style: str,
    on_new_page: bool,  # noqa: FBT001
) -> None:
    more = {"unit": unit} if unit else {}
    text = a_text({**a_headed("part", "1", "Слова."), "number": number, **more})
    locale = Locale("ru", catalogue("ru", folders(None, "messages")), shipped_codes())
    (pair,) = paired(text, text)
    head = next(iter(ClauseWriter(locale, {}).blocks(pair)))
    assert isinstance(head, MarkedLine)
    assert (head.style, head.on_new_page) == (style, on_new_page)
