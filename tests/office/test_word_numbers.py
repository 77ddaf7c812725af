"""Automatic numbers of Word: what is printed before a paragraph and stands nowhere in the text."""

import pytest

from talqy.office.word_numerals import UNTOLD, numeral
from talqy.office.word_read import read_word
from talqy.office.word_values import NoteKind, Paragraph, View
from word_files import (
    WHO,
    a_list,
    a_word,
    begins_at,
    definition,
    item,
    level,
    marked,
    paragraph,
    taken_out,
)

OUTLINE = definition(
    7,
    level(0, "%1."),
    level(1, "%1.%2."),
    level(2, "%3)"),
    level(3, "%4)", "russianLower"),
)


def labels(body: str, numbering: str = OUTLINE + a_list(1, 7), **parts: str) -> list[str]:
    document = read_word(a_word(body, numbering=numbering, **parts))
    return [block.label for block in document.blocks if isinstance(block, Paragraph)]


def style(name: str, inside: str, kind: str = "paragraph", based: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}'
        f"<w:pPr>{inside}</w:pPr></w:style>"
    )


def listed(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def styled(name: str, more: str = "") -> str:
    return paragraph("слова", properties=f'<w:pStyle w:val="{name}"/>{more}')


def test_levels_count_within_each_other_and_start_anew() -> None:
    levels = (0, 1, 1, 2, 3, 3, 0, 1, 2)
    body = "".join(item("слова", level=place) for place in levels)
    assert labels(body) == ["1.", "1.1.", "1.2.", "1)", "а)", "б)", "2.", "2.1.", "1)"]


def test_plain_paragraphs_between_do_not_stop_a_list() -> None:
    assert labels(item("а") + paragraph("нет") + item("б")) == ["1.", "", "2."]


def test_an_item_without_words_has_its_number() -> None:
    assert labels(item("") + item("б")) == ["1.", "2."]


def test_lists_of_one_definition_count_together_until_one_begins_anew() -> None:
    lists = OUTLINE + a_list(1, 7) + a_list(2, 7) + a_list(3, 7, begins_at(0, 11))
    body = "".join(item("слова", number) for number in (1, 2, 3, 3, 1))
    assert labels(body, lists) == ["1.", "2.", "11.", "12.", "13."]


def test_a_list_may_have_levels_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman", 4)}</w:lvlOverride>'
    lists = definition(7, level(0, "%1.")) + a_list(1, 7, own)
    assert labels(item("а") + item("б"), lists) == ["§ IV", "§ V"]


@pytest.mark.parametrize(
    ("restart", "expected"), [(0, ["1.", "1)", "2.", "2)"]), (1, ["1.", "1)", "2.", "1)"])]
)
def test_a_level_says_after_which_it_starts_anew(restart: int, expected: list[str]) -> None:
    again = f'<w:lvlRestart w:val="{restart}"/>'
    lists = definition(7, level(0, "%1."), level(1, "%2)", more=again)) + a_list(1, 7)
    assert labels("".join(item("а", level=place) for place in (0, 1, 0, 1)), lists) == expected


def test_legal_numbers_are_figures_whatever_the_levels_above_print() -> None:
    legal = level(1, "%1.%2", more="<w:isLgl/>")
    lists = definition(7, level(0, "Глава %1.", "upperRoman"), legal) + a_list(1, 7)
    assert labels(item("а") + item("б", level=1), lists) == ["Глава I.", "1.1"]


def test_a_style_numbers_its_paragraphs_on_the_level_that_names_it() -> None:
    named = level(1, "%1.%2.", more='<w:pStyle w:val="Second"/>')
    lists = definition(7, level(0, "%1."), named) + a_list(1, 7)
    styles = (
        style("First", listed(1)) + style("Second", listed(1)) + style("Own", "", based="First")
    )
    none = styled("First", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("First") + styled("Second") + none + styled("Own")
    assert labels(body, lists, styles=styles) == ["1.", "1.1.", "", "2."]


def test_a_list_may_stand_for_a_style_of_lists() -> None:
    lists = (
        definition(7, level(0, "%1)"), styleLink="Ours")
        + definition(8, numStyleLink="Ours")
        + a_list(1, 7)
        + a_list(2, 8)
    )
    styles = style("Ours", listed(1), "numbering")
    assert labels(item("а", 1) + item("б", 2), lists, styles=styles) == ["1)", "2)"]


@pytest.mark.parametrize("template", ["–", "•", "\uf0b7"])
def test_bullets_are_printed_and_signs_of_their_font_are_a_bullet(template: str) -> None:
    lists = definition(7, level(0, template, "bullet")) + a_list(1, 7)
    assert labels(item("а"), lists) == ["–" if template == "–" else "•"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("russianLower", 7, "ж"),
        ("russianLower", 10, "к"),
        ("russianLower", 28, "я"),
        ("russianLower", 29, "аа"),
        ("russianUpper", 2, "Б"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 3, "C"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("decimalZero", 5, "05"),
        ("decimalZero", 12, "12"),
        ("none", 3, ""),
        ("lowerRoman", 2_000_000_000, UNTOLD),
        ("lowerLetter", 2_000_000_000, UNTOLD),
        ("chineseCounting", 3, UNTOLD),
    ],
)
def test_numbers_are_printed_in_the_form_of_their_level(
    form: str, number: int, expected: str
) -> None:
    assert numeral(number, form) == expected


def test_a_number_of_an_unknown_form_is_told() -> None:
    lists = definition(7, level(0, "%1.", "hebrew1")) + a_list(1, 7)
    (block,) = read_word(a_word(item("а"), numbering=lists)).blocks
    assert isinstance(block, Paragraph)
    assert [note.kind for note in block.notes] == [NoteKind.NUMBER]


def test_what_is_taken_out_is_not_counted_in_the_accepted_text() -> None:
    gone = paragraph(
        taken_out("второй"),
        properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{marked("del")}',
    )
    data = a_word(item("первый") + gone + item("третий"), numbering=OUTLINE + a_list(1, 7))
    printed = {
        view: [one.printed for one in read_word(data, view).blocks if isinstance(one, Paragraph)]
        for view in View
    }
    assert printed[View.ACCEPTED] == ["1. первый", "2. третий"]
    assert printed[View.REJECTED] == ["1. первый", "2. второй", "3. третий"]


def test_a_paragraph_has_the_list_that_it_had_where_changes_are_rejected() -> None:
    was = f"<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"
    body = paragraph("слова", properties=f"{listed(1)}{was}")
    data = a_word(body, numbering=OUTLINE + a_list(1, 7))
    (new,), (old,) = (read_word(data, view).blocks for view in View)
    assert isinstance(new, Paragraph)
    assert isinstance(old, Paragraph)
    assert (new.printed, old.printed) == ("1. слова", "слова")


def test_styles_that_go_in_a_circle_end() -> None:
    styles = style("A", "", based="B") + style("B", "", based="A")
    assert labels(styled("A"), styles=styles) == [""]


def test_a_level_that_was_passed_over_is_counted() -> None:
    assert labels(item("а", level=1) + item("б") + item("в", level=1)) == ["1.1.", "2.", "2.1."]
