"""Saved pages as values: what a reader sees is read, what leads through the page is not."""

import pytest

from talqy.office.page_read import read_web_page
from talqy.office.sound import TooBigError, UnsoundError
from talqy.office.word_values import NoteKind, Paragraph, WordDocument, WordTable

LONG = "Көрсетілетін қызметті алушы өтінішті және құжаттарды порталға жолдайды, олар тіркеледі."


def read(body: str, head: str = "") -> WordDocument:
    return read_web_page(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str, head: str = "") -> list[str]:
    return [one.printed for one in read(body, head).blocks if isinstance(one, Paragraph)]


def notes(body: str) -> list[tuple[NoteKind, str, int]]:
    return [
        (note.kind, note.words, note.at)
        for one in read(body).blocks
        if isinstance(one, Paragraph)
        for note in one.notes
    ]


def tables(body: str) -> list[list[list[str]]]:
    return [
        [[" ".join(p.text for p in cell.blocks if isinstance(p, Paragraph)) for cell in row.cells]
         for row in one.rows]
        for one in read(body).blocks
        if isinstance(one, WordTable)
    ]  # fmt: skip


def test_paragraphs_are_lines_and_blanks_are_one() -> None:
    assert lines(
        "<p>&nbsp;&nbsp; 1. Срок \n 5&nbsp;МРП &nbsp;и</p><div>А<br>Б<br/><br/>В</div>"
    ) == [
        "1. Срок 5\u00a0МРП и",
        "А",
        "Б",
        "В",
    ]


def test_a_heading_is_one_line_whatever_breaks_it() -> None:
    (one,) = read("<h3 id=z1>Глава 1.<br>Общие <i>положения</i></h3>").blocks
    assert isinstance(one, Paragraph)
    assert (one.text, one.outline) == ("Глава 1. Общие положения", 2)


def test_items_have_the_numbers_that_a_page_shows() -> None:
    assert lines("<ol start=3><li>А</li><li><p>Б</p><p>В</p></li></ol><ul><li>Г</li></ul>") == [
        "3. А",
        "4. Б",
        "В",
        "– Г",
    ]


def test_a_list_below_a_numbered_line_or_inside_of_an_item_has_items_of_that_line() -> None:
    assert lines("<p>2. Представляются:</p><ol><li>А</li><li>Б</li></ol><p>3. Срок.</p>") == [
        "2. Представляются:",
        "1) А",
        "2) Б",
        "3. Срок.",
    ]
    assert lines("<ol><li>А<ol><li>Б</li></ol></li><li>В</li></ol>") == ["1. А", "1) Б", "2. В"]
    for above in ("<p>ПРИКАЗЫВАЮ:</p>", "<h2>1-тарау</h2>", "<p>2026 год</p>", "<!-- 2. -->"):
        assert lines(f"{above}<ol><li>А</li></ol>")[-1] == "1. А"
    turned = lines("<p>2) а) Б:</p><ol type=a><li>В</li></ol>")
    assert turned[-1] == "a) В"


def test_a_picture_inside_of_a_word_is_dropped_and_the_word_is_one() -> None:
    body = '<p>пере<img src="a.png" width="1" alt="Якорь">чень, го<img src=b.png>д</p>'
    assert (lines(body), notes(body)) == (["перечень, год"], [])


def test_a_picture_of_its_own_is_told_and_an_ornament_is_not() -> None:
    body = '<p>Схема: <img src="a.png" alt="блок-схема"> ниже <img src=x.png alt=""></p>'
    assert (lines(body), notes(body)) == (
        ["Схема: ниже"],
        [(NoteKind.PICTURE, "блок-схема", 6)],
    )


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>Меню</nav>",
        "<aside>Реклама</aside>",
        "<header>Сайт</header>",
        "<footer>© 2026</footer>",
        "<div role=navigation>Меню</div>",
        "<ul><li><a href=#a>А</a></li><li><a href=#b>Б</a></li><li><a href=#c>В</a></li></ul>",
        "<script>var a = '1. Срок';</script>",
        "<style>p {color: red}</style>",
        "<noscript>Включите</noscript>",
        "<template><p>1. А</p></template>",
        "<select><option>Архив</option></select>",
        "<button>Печать</button>",
        "<p hidden>Скрыто</p>",
        '<div style="display:none"><p>Скрыто</p></div>',
        "<div class='sr-only'>Скрыто</div>",
        "<span class=k>Скрыто</span>",
        "<!-- <p>1. Срок</p> -->",
        "<a href='#z1'>#</a>",
    ],
)
def test_what_leads_through_a_page_or_is_not_seen_is_no_text(furniture: str) -> None:
    style = "<style>.k { display: none }</style>"
    assert lines(f"{furniture}<p>1. Срок</p>{furniture}<p>Пять дней.</p>", style) == [
        "1. Срок",
        "Пять дней.",
    ]


def test_hidden_and_struck_words_beside_others_are_told() -> None:
    body = "<p>Срок <s>три</s> пять<span style='display:none'> сорок</span> дней</p>"
    assert lines(body) == ["Срок пять дней"]
    assert notes(body) == [(NoteKind.STRUCK, "три", 4), (NoteKind.HIDDEN, "сорок", 9)]


def test_footnotes_of_word_stand_where_their_marks_are() -> None:
    body = (
        "<p>Плата<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a> взимается</p>"
        "<div id=ftn1><p><a href='#_ftnref1'>[1]</a> Кроме детей.</p></div>"
    )
    assert lines(body) == ["Плата взимается"]
    assert notes(body) == [(NoteKind.FOOTNOTE, "[1] Кроме детей.", 5)]


def test_a_raised_figure_stays_another_number() -> None:
    assert lines("<p>10<sup>5</sup> м<sub>2</sub></p>") == ["10⁵ м₂"]


@pytest.mark.parametrize(
    "around", ["<article>{}</article>", "<main>{}</main>", "<div role=main>{}</div>"]
)
def test_the_marked_part_is_the_text_and_the_rest_is_around_it(around: str) -> None:
    page = (
        f"<div>Новости ведомства</div>{around.format(f'<header><p>{LONG}</p></header>')}<p>Тел.</p>"
    )
    document = read(page)
    assert [p.printed for p in document.blocks if isinstance(p, Paragraph)] == [LONG]
    assert [p.text for p in document.margins] == ["Новости ведомства", "Тел."]


def test_several_articles_are_one_text() -> None:
    parts = "".join(f"<article><p>{n}. {LONG}</p></article>" for n in (1, 2))
    assert lines(f"<div>{parts}</div><p>Тел.</p>") == [f"{n}. {LONG}" for n in (1, 2)]


def test_a_small_article_beside_a_long_text_is_not_taken_for_it() -> None:
    assert lines(f"<article>Новость</article><div><p>{LONG}</p></div>") == ["Новость", LONG]


def test_tables_have_rows_and_cells() -> None:
    body = "<table><tr><th>Случай<th>Плата<tr><td>Утеря<td>0,2<tr><td>Обмен<td>0,1</table>"
    assert tables(body) == [[["Случай", "Плата"], ["Утеря", "0,2"], ["Обмен", "0,1"]]]


def test_a_cell_that_reaches_down_stands_again_as_what_continues() -> None:
    body = "<table><tr><td rowspan=2>А<td>Б<tr><td>В</table>"
    (table,) = read(body).blocks
    assert isinstance(table, WordTable)
    assert [(c.column, c.continues) for c in table.rows[1].cells] == [(0, True), (1, False)]


def test_a_table_that_only_places_words_is_none() -> None:
    body = "<table><tr><td>&nbsp;</td><td>Приложение 1<br>к Правилам</td></tr></table><p>А</p>"
    assert (tables(body), lines(body)) == ([], ["Приложение 1", "к Правилам", "А"])
    text = "".join(f"<p>{n}. {LONG}</p>" for n in range(12))
    assert tables(f"<table><tr><td>Меню</td><td>{text}</td></tr></table>") == []


def test_odd_tags_end_nothing() -> None:
    assert lines("<td>А</td></table></tr><tr><td>Б<table><td>В") == ["А", "Б", "В"]


def test_a_note_is_told_by_its_class() -> None:
    note = read("<p class=note>Примечание ИЗПИ! С 1 января 2027 года.</p>").blocks[0]
    assert isinstance(note, Paragraph)
    assert note.style == "footnote text"


KK = "<p>3-тармақ. Қызмет көрсету мерзімі – үш жұмыс күні, өтініш берілген күннен.</p>"
RU = "<p>Срок оказания услуги: три рабочих дня со дня обращения за ней.</p>"


@pytest.mark.parametrize(
    ("said", "written", "text"),
    [
        ("windows-1251", "utf-8", KK),
        ("utf-8", "cp1251", RU),
        ("utf-8", "kz1048", KK),
        ("iso-8859-1", "cp1251", RU),
        ("windows-1251", "koi8_r", RU),
        ("koi8-r", "cp1251", RU),
        ("", "utf-16", KK),
        ("none-such", "cp866", RU),
        ("rot13", "cp1251", RU),
    ],
)
def test_a_page_that_lies_about_its_letters_is_read(said: str, written: str, text: str) -> None:
    page = f'<html><head><meta charset="{said}"></head><body>{text}</body></html>'
    (one,) = read_web_page(page.encode(written)).blocks
    assert isinstance(one, Paragraph)
    assert f"<p>{one.text}</p>" == text


def test_a_deep_page_and_a_wide_table_are_bounded() -> None:
    assert lines("<div>" * 50_000 + "<p>А")[-1:] in ([], ["А"])
    with pytest.raises(UnsoundError):
        read("<table><tr><td>" * 20 + "А")
    with pytest.raises(TooBigError):
        read("<table>" + "<tr><td>а" * 20_001)
    assert len(read("<table><tr><td colspan=99999999 rowspan=9999>А<td>Б<tr><td>В").blocks) == 1
