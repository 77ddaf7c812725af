"""PDF as values: lines become paragraphs again, without what stands at the edges of pages."""

import pytest

from pdf_files import HEIGHT, LEFT, TOP, WIDTH, Printed, a_page, a_pdf, printed
from talqy.office.pdf_read import ColumnsError, ScannedError, read_pdf
from talqy.office.sound import UnsoundError
from talqy.office.word_values import NoteKind, Paragraph

ONE = (
    "1. Государственная услуга оказывается в течение пяти рабочих дней со дня обращения, срок "
    "продлевается один раз не более чем на три рабочих дня по письменному решению."
)
TWO = (
    "2. Көрсетілетін қызметті алушы өтінішті порталға жолдайды, оған құжаттардың көшірмелері қоса "
    "беріледі және оларға электрондық цифрлық қолтаңба қойылады."
)
ITEM = "1) документ, удостоверяющий личность заявителя либо его законного представителя;"

WORDS = ("Срок", "Плата за услугу", "Форма заявления", "Перечень", "Отказ в услуге")


def texts(data: bytes) -> list[str]:
    return [one.printed for one in read_pdf(data).blocks if isinstance(one, Paragraph)]


def flush(*paragraphs: str) -> list[tuple[float, str]]:
    return [(0, line) for text in paragraphs for line in printed(text)]


def indented(*paragraphs: str) -> list[tuple[float, str]]:
    return [
        (36 if at == 0 else 0, line)
        for text in paragraphs
        for at, line in enumerate(printed(text, indent=6))
    ]


@pytest.mark.parametrize("layout", [flush, indented])
def test_lines_of_a_paragraph_are_one_again(layout: object) -> None:
    assert callable(layout)
    assert texts(a_pdf(a_page(layout(ONE, TWO, ITEM)))) == [ONE, TWO, ITEM]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines = flush(ONE, TWO)
    first, second = a_page(lines[:4]), a_page(lines[4:])
    assert texts(a_pdf(first, second)) == [ONE, TWO]


def test_a_gap_a_size_and_a_weight_begin_a_paragraph() -> None:
    full = "Слова стоят до самого края строки, и потому их край молчит"
    one = [Printed(full, y=TOP), Printed(full, y=TOP - 18), Printed(full, y=TOP - 60)]
    assert texts(a_pdf(one)) == [f"{full} {full}", full]
    assert len(texts(a_pdf([Printed(full, is_bold=True), Printed(full, y=TOP - 18)]))) == 2
    assert len(texts(a_pdf([Printed(full, size=14), Printed(full, y=TOP - 18)]))) == 2


def test_a_heading_in_the_middle_of_the_page_is_one() -> None:
    head = ("Қазақстан Республикасының азаматтарына", "паспорттар беру")
    lines = [(180 - 3 * len(line), line) for line in head]
    assert texts(a_pdf(a_page([*lines, *flush(ONE)]))) == [" ".join(head), ONE]


def test_numbers_of_pages_and_running_heads_are_no_text() -> None:
    pages = [
        [
            Printed("Проект приказа Министра", y=TOP + 30),
            *a_page(flush(f"{number}. {WORDS[number]} {ONE[3:]} {WORDS[number]}.")),
            Printed(sign.format(number), x=WIDTH / 2, y=40),
        ]
        for number, sign in enumerate(("", "– {} –", "– {} –", "– {} –"), 1)
    ]
    document = read_pdf(a_pdf(*pages))
    assert [one.printed[:2] for one in document.blocks if isinstance(one, Paragraph)] == [
        f"{number}." for number in range(1, 5)
    ]
    assert [one.text for one in document.margins].count("Проект приказа Министра") == 4
    assert "– 4 –" in [one.text for one in document.margins]


def test_a_number_that_counts_otherwise_is_text() -> None:
    pages = [[*a_page(flush(f"{WORDS[at]} {ONE} {WORDS[at]}."))] for at in range(3)]
    pages[1].append(Printed("77", y=60))
    assert [text for text in texts(a_pdf(*pages)) if text.isdigit()] == ["77"]


def test_words_that_a_line_divides_are_joined_where_the_text_knows_them() -> None:
    lines = [
        "Услуга предоставления сведений через веб-портал и интернет:",
        "срок предо-",
        "ставления сведений тоже один, а веб-",
        "портал открыт",
    ]
    page = [Printed(line, y=TOP - 18 * at) for at, line in enumerate(wide(lines))]
    (text,) = texts(a_pdf(page))
    assert "предоставления сведений тоже" in text
    assert "веб-портал открыт" in text


def wide(lines: list[str]) -> list[str]:
    """Return lines as wide as the widest, their ends kept: so that none ends a paragraph."""
    most = max(map(len, lines))
    return [line.replace(" ", " " * (most - len(line) + 1), 1) for line in lines]


def test_a_footnote_is_told_where_it_belongs() -> None:
    page = [*a_page(flush(ONE)), Printed("1 Кроме детей до 16 лет.", y=100, size=8)]
    (one,) = read_pdf(a_pdf(page)).blocks
    assert isinstance(one, Paragraph)
    assert [(note.kind, note.words) for note in one.notes] == [
        (NoteKind.FOOTNOTE, "1 Кроме детей до 16 лет.")
    ]


def test_a_number_far_from_its_words_belongs_to_them() -> None:
    page = [Printed("1.", x=LEFT), Printed("Срок оказания услуги", x=LEFT + 60)]
    assert texts(a_pdf(page)) == ["1. Срок оказания услуги"]


def test_words_side_by_side_are_refused_and_a_signature_is_not() -> None:
    row = [("Утеря", "1,25"), ("Обмен по сроку", "10"), ("Порча", "0,2")]
    cells = [
        Printed(word, x=LEFT + 250 * column, y=TOP - 100 - 18 * at)
        for at, words in enumerate(row)
        for column, word in enumerate(words)
    ]
    with pytest.raises(ColumnsError) as told:
        read_pdf(a_pdf([*a_page(flush(ONE)), *cells]))
    assert "1,25" in told.value.words or "10" in told.value.words
    signed = [Printed("Министр юстиции", y=500), Printed("Е. Үлгіов", x=400, y=500)]
    assert texts(a_pdf([*a_page(flush(ONE)), *signed]))[-1] == "Министр юстиции Е. Үлгіов"


def test_a_page_that_is_a_picture_is_refused_and_a_small_one_is_told() -> None:
    with pytest.raises(ScannedError) as told:
        read_pdf(a_pdf(a_page(flush(ONE)), [], picture=(WIDTH - 100, HEIGHT - 100)))
    assert told.value.page == 2
    document = read_pdf(a_pdf(a_page(flush(ONE)), picture=(60, 60)))
    assert list(document.properties.values()) == ["1"]


def test_a_sign_without_a_letter_is_told() -> None:
    assert "\ufffd" in texts(a_pdf([Printed("Ср\ue000к")]))[0]


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n" + b"x" * 9999, a_pdf([])[:-200]])
def test_a_broken_file_is_refused_or_empty(data: bytes) -> None:
    try:
        assert read_pdf(data).blocks == ()
    except UnsoundError:
        return
