"""Quoted words in print: marks stand where the words are, and change nothing else."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from talqy.compare.tokens import normal
from talqy.language.locale import paragraphs
from talqy.model.items import item_parts
from talqy.site.pages.quoted_words import Quoted, marked_paragraphs
from wordings import TEXTS

LETTERS = st.sampled_from(
    [*"аә <>&\"'1)-–\n", "1) ", "\n2) ", "\n– ", "{{", "</p>", "]]>", "\u202e"]
)
HOSTILE = st.lists(LETTERS, max_size=40).map("".join)
PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=5)


class Printed(HTMLParser):
    """What a reader sees: lines of signs, each with whether it is marked; and the marks."""

    def __init__(self, printed: str) -> None:
        super().__init__()
        self.lines: list[list[tuple[str, bool]]] = []
        self.marks: list[str] = []
        self.hrefs: list[str] = []
        self.hidden: list[str] = []
        self.items: list[bool] = []
        self._in_mark = self._is_hidden = False
        self.feed(printed)
        self.close()

    @property
    def text(self) -> str:
        """The lines without their marks."""
        return "\n".join("".join(sign for sign, _ in line) for line in self.lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where paragraphs, marks and hidden words begin."""
        given = dict(attrs)
        if tag == "p":
            self.lines.append([])
            self.items.append("item" in (given.get("class") or "").split())
        elif tag == "mark":
            self._in_mark = True
            self.marks.append("")
        elif tag == "a":
            self.hrefs.append(given["href"] or "")
        elif given.get("class") == "visually-hidden":
            self._is_hidden = True
            self.hidden.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note where they end; hidden words stand inside marks alone."""
        self._in_mark = self._in_mark and tag != "mark"
        self._is_hidden = self._is_hidden and tag != "span"

    def handle_data(self, data: str) -> None:
        """Note signs."""
        if self._is_hidden:
            self.hidden[-1] += data
        elif self._in_mark:
            self.marks[-1] += data
            self.lines[-1] += [(sign, True) for sign in data]
        elif self.lines and data != "\n":
            self.lines[-1] += [(sign, False) for sign in data]


def printed(text: str, *quoted: str) -> Printed:
    """Print a text in which some words are quoted, by comments `1`, `2` and so on."""
    return Printed(
        marked_paragraphs(text, [at(text, name, str(n)) for n, name in enumerate(quoted, 1)])
    )


def at(text: str, words: str, name: str) -> Quoted:
    """Make the place of words in a text."""
    start = text.index(words)
    return Quoted(start, start + len(words), f"#c-{name}", f"comment {name}")


def placed(text: str, places: list[tuple[int, int]]) -> list[Quoted]:
    """Make places inside a text."""
    spans = [(start, min(start + length, len(text))) for start, length in places]
    return [
        Quoted(start, end, f"#c-{n}", f"comment № {n}")
        for n, (start, end) in enumerate(spans)
        if start < end
    ]


def markable(text: str) -> set[int]:
    """Return the places of a text that can be marked: not the printed numbers of items."""
    found, start = set[int](), 0
    for line in text.split("\n"):
        label = len(line) - len(item_parts(line)[1])
        found |= {*range(start + label, start + len(line))}
        start += len(line) + 1
    return found


# --- properties -----------------------------------------------------------------------------------


@given(text=st.one_of(TEXTS, HOSTILE, st.text(max_size=60)).map(normal), places=PLACES)
def test_the_text_without_marks_is_the_text(text: str, places: list[tuple[int, int]]) -> None:
    seen = Printed(marked_paragraphs(text, placed(text, places)))
    assert seen.text == text
    assert seen.items == [bool(item_parts(line)[0]) for line in text.split("\n")]


@given(text=st.one_of(TEXTS, HOSTILE).map(normal).filter(bool), places=PLACES)
def test_what_is_quoted_is_marked_and_nothing_else(
    text: str, places: list[tuple[int, int]]
) -> None:
    quoted = placed(text, places)
    wanted = {place for q in quoted for place in range(q.start, q.end)} & markable(text)
    lines = Printed(marked_paragraphs(text, quoted)).lines
    signs = [is_marked for line in lines for _, is_marked in [*line, ("\n", False)]][:-1]
    assert {place for place, is_marked in enumerate(signs) if is_marked} == wanted


@given(text=st.one_of(TEXTS, HOSTILE).map(normal), places=PLACES)
def test_every_comment_with_words_in_the_text_is_named(
    text: str, places: list[tuple[int, int]]
) -> None:
    quoted = placed(text, places)
    seen = Printed(marked_paragraphs(text, quoted))
    named = {words for said in seen.hidden for words in said.strip(" []").split(", ")}
    assert named == {q.words for q in quoted if {*range(q.start, q.end)} & markable(text)}
    assert len(seen.hrefs) == len(seen.marks) == len(seen.hidden)
    assert all(seen.marks)


@given(text=st.one_of(TEXTS, HOSTILE).map(normal).filter(bool))
def test_without_quotes_a_text_is_printed_as_everywhere(text: str) -> None:
    assert marked_paragraphs(text, []) == paragraphs(text)


# --- facts ----------------------------------------------------------------------------------------


def test_overlapping_quotes_are_one_mark_that_names_both() -> None:
    seen = printed(
        "Услуга оказывается в течение 5 (пяти) рабочих дней.",
        "в течение 5 (пяти)",
        "5 (пяти) рабочих дней",
    )
    assert seen.marks == ["в течение 5 (пяти) рабочих дней"]
    assert seen.hrefs == ["#c-1"]
    assert seen.hidden == [" [comment 1, comment 2]"]


def test_a_quote_inside_another_is_named_after_it() -> None:
    seen = printed("Қызмет тегін көрсетіледі.", "тегін", "Қызмет тегін көрсетіледі")
    assert seen.marks == ["Қызмет тегін көрсетіледі"]
    assert seen.hrefs == ["#c-2"]
    assert seen.hidden == [" [comment 2, comment 1]"]


def test_a_comment_is_named_beside_one_whose_number_begins_alike() -> None:
    text = "Қызмет тегін көрсетіледі."
    twelfth = Quoted(0, 12, "#c-12", "comment № 12")
    first = Quoted(7, 20, "#c-1", "comment № 1")
    assert Printed(marked_paragraphs(text, [first, twelfth])).hidden == [
        " [comment № 12, comment № 1]"
    ]


def test_quotes_that_only_touch_are_two_marks() -> None:
    seen = printed("тегінкөрсетіледі", "тегін", "көрсетіледі")
    assert seen.marks == ["тегін", "көрсетіледі"]
    assert seen.hrefs == ["#c-1", "#c-2"]


def test_a_quote_over_two_lines_is_two_marks_of_one_comment() -> None:
    seen = printed("Предоставляются:\n1) заявление;\n2) паспорт.", "заявление;\n2) паспорт")
    assert seen.marks == ["заявление;", "паспорт"]
    assert seen.hrefs == ["#c-1", "#c-1"]
    assert seen.hidden == [" [comment 1]", " [comment 1]"]


def test_items_keep_the_form_of_their_numbers() -> None:
    text = "1) заявление;\n12-1) паспорт;\n– справка."
    quoted = [at(text, text, "1")]
    said = marked_paragraphs(text, quoted)
    assert [line.partition("</span> ")[0] for line in said.split("\n")] == [
        '<p class="item"><span>1)',
        '<p class="item"><span>12-1)',
        '<p class="item item-2"><span>–',
    ]
    assert Printed(said).marks == ["заявление;", "паспорт;", "справка."]


def test_a_quote_of_a_number_alone_marks_nothing() -> None:
    assert printed("1) заявление;", "1)").marks == []


def test_a_quote_of_a_number_alone_does_not_lead_a_mark_that_begins_there() -> None:
    places = [(0, 1), (0, 4)]
    seen = Printed(marked_paragraphs("1) а", placed("1) а", places)))
    assert seen.hidden == [" [comment № 1]"]
    assert seen.hrefs == ["#c-1"]


def test_marks_escape_all_that_they_print() -> None:
    text = "</mark><script>alert(1)</script>"
    hostile = Quoted(0, len(text), '"><b>', "</span><i>")
    assert marked_paragraphs(text, [hostile]) == (
        '<p><mark><a href="&#34;&gt;&lt;b&gt;">&lt;/mark&gt;&lt;script&gt;alert(1)&lt;/script&gt;'
        '<span class="visually-hidden"> [&lt;/span&gt;&lt;i&gt;]</span></a></mark></p>'
    )


def test_a_reference_is_a_link_and_gives_way_to_a_mark() -> None:
    text = "Согласно пункту 5 услуга оказывается; см. пункт 6."
    link, other = Quoted(9, 17, "#five", ""), Quoted(42, 49, "#six", "")
    shown = marked_paragraphs(text, [link, at(text, "пункту 5 услуга", "1"), other])
    assert '<a href="#six">пункт 6</a>' in shown
    assert "#five" not in shown
    assert '<a href="#five">пункту 5</a>' in marked_paragraphs(text, [link])
