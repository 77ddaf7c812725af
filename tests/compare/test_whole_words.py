"""What a redline marks where it is shown: never a sign by itself, and no text is lost by that."""

import pytest
from hypothesis import given

from talqy.compare.marks import Mark, Piece, in_signs
from talqy.compare.redline import redline
from talqy.compare.tables import table_redline
from talqy.compare.whole_words import in_whole_words, shown_rows
from wordings import PAIRS

SHOWN = [
    ("1) паспорт.", "1) паспорт;", "1) [-паспорт.-]{+паспорт;+}"),
    ("екі құжат\nүш", "екі құжат;\nүш", "екі [-құжат-]{+құжат;+}\nүш"),
    ("паспорт – для сверки дня", "паспорт для сверки дня", "паспорт [-– для-]{+для+} сверки дня"),
    ("в личный кабинет лица", "в «личный кабинет» лица",
     "в [-личный-]{+«личный+} [-кабинет-]{+кабинет»+} лица"),
    ("в систему ЗАГС входят", "в систему «ЗАГС» входят",
     "в систему [-ЗАГС-]{+«ЗАГС»+} входят"),
    ("– паспорт лица дня", "паспорт лица дня", "[-– паспорт-]{+паспорт+} лица дня"),
    ("дети, внуки, иные лица", "дети; внуки; иные лица",
     "[-дети,-]{+дети;+} [-внуки,-]{+внуки;+} иные лица"),
    ("–", "0", "[-–-]{+0+}"),
    ("; 5", ": 5 5", "[-; 5-]{+: 5 5+}"),
    ("срок пять дней и ночей", "срок три дня и ночей", "срок [-пять дней-]{+три дня+} и ночей"),
]  # fmt: skip


def test_a_sign_is_marked_with_the_word_that_it_follows_or_opens() -> None:
    for old, new, expected in SHOWN:
        shown = [in_signs(row) for line in redline(old, new).lines for row in shown_rows(line)]
        assert "\n".join(shown) == expected


def test_a_cell_of_a_table_is_marked_so_too() -> None:
    found = table_redline((("Орган",), ("акимат, отдел",)), (("Орган",), ("акимат; отдел",)))
    assert [in_signs(cell) for cell in found.rows[1].cells] == ["[-акимат,-]{+акимат;+} отдел"]


def test_a_line_end_keeps_its_own_sign_and_a_space_has_none() -> None:
    (line,) = redline("Срок – день. Он не входит.", "Срок – день.\nОн не входит.").lines
    assert [in_signs(row) for row in shown_rows(line)] == ["Срок – день.{+¶+}", "Он не входит."]
    assert [in_signs(row) for row in shown_rows(line, Mark.REMOVED)] == [line.before]


@given(pair=PAIRS)
def test_both_texts_are_read_as_before_and_no_sign_stands_alone(pair: tuple[str, str]) -> None:
    for line in redline(*pair).lines:
        shown = in_whole_words(line.pieces)
        for side in (Mark.REMOVED, Mark.ADDED):
            assert read(shown, side) == read(line.pieces, side)
        kept = "".join(text for mark, text in shown if mark is Mark.KEPT)
        alone = [text for mark, text in shown if mark is not Mark.KEPT and not said(text)]
        assert not any(map(str.strip, alone)) or "\n" in kept or not said(kept)


def read(pieces: tuple[Piece, ...], side: Mark) -> str:
    return "".join(text for mark, text in pieces if mark in {Mark.KEPT, side})


def said(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


@pytest.mark.parametrize("mark", [Mark.REMOVED, Mark.ADDED])
def test_a_line_of_one_text_stays_one_piece(mark: Mark) -> None:
    assert in_whole_words((Piece(mark, "…"),)) == (Piece(mark, "…"),)
