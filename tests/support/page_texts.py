"""Texts of a draft as saved pages, marked up as the legal database and other sites do."""

from collections.abc import Iterator
from html import escape

from talqy.model.revision import Clause, Revision
from word_files import a_word, paragraph, row, table

# What stands around a text on such pages.
_FRAME = (
    '<!DOCTYPE html><html lang="ru"><head><meta charset="{charset}"><title>Акт</title>'
    "<script>var menu = ['1. Меню'];</script><style>.close {{ display: none }}</style></head>"
    "<body><header><ul><li><a href=/>Главная</a></li><li><a href=/kaz>Қаз</a></li></ul></header>"
    "<nav><p>1. Поиск</p></nav><form><select><option>2. Год</option></select></form>{body}"
    "<footer><p>© РГП</p></footer></body></html>"
)
UNITS = {
    "section": {"kk": "{}-бөлім", "ru": "Раздел {}"},
    "chapter": {"kk": "{}-тарау", "ru": "Глава {}"},
    "article": {"kk": "{}-бап", "ru": "Статья {}"},
    "annex": {"kk": "{}-қосымша", "ru": "Приложение {}"},
    "form": {"kk": "{}-нысан", "ru": "Форма {}"},
}
_PARTS = frozenset({"chapter", "section", "annex", "form"})


def a_page(body: str, charset: str = "utf-8") -> bytes:
    """Return a page with menus, scripts and a foot around a body."""
    return _FRAME.format(charset=charset, body=body).encode()


def a_database_page(text: Revision, language: str, title: str = "", before: str = "") -> bytes:
    """Return a text as the legal database shows it: in `article`, numbers typed in the words."""
    lines = "".join(line for one in text.walk() for line in _lines(one, language))
    return a_page(f"<article><h1>{escape(title)}</h1>{before}{lines}</article>")


def a_plain_page(text: Revision, language: str) -> bytes:
    """Return a text as an editor of pages leaves it: headings, divisions, breaks of lines."""
    parts = (
        f"<h2>{line}</h2>" if is_head else f"<div>{'<br>'.join(line.split(chr(10)))}</div>"
        for one in text.walk()
        for is_head, line in _plain(one, language)
    )
    return a_page(f"<div class=content>{''.join(parts)}</div>")


def _number(clause: Clause, language: str) -> str:
    """Return what an act prints before a clause: “3. ”, “1) ”, “Глава 2. ”, “2-тарау. ”."""
    number, unit = clause.number_in(language), UNITS.get(clause.unit or "", {}).get(language, "")
    if unit and not any(map(str.isalpha, number)):
        number = unit.format(number) if number else unit.replace("{}", "").strip(" -").capitalize()
    return f"{number} " if not number or number.endswith((")", ".")) else f"{number}. "


def a_word_text(text: Revision, language: str) -> bytes:
    """Return a text as a file of Word that somebody has typed: paragraphs and tables."""
    return a_word("".join(part for one in text.walk() for part in _typed(one, language)))


def _typed(clause: Clause, language: str) -> Iterator[str]:
    head = (clause.heading or {}).get(language, "")
    text = (clause.text or {}).get(language, "").split("\n")
    first, *others = [head, *text] if head else text
    words = f"{_number(clause, language)}{first}".strip()
    yield from (paragraph(escape(line)) for line in (words, *others) if line)
    if clause.table:
        yield table(*(row(*map(escape, cells)) for cells in clause.table.lines(language)))
        yield paragraph()
    note = (clause.note or {}).get(language, "")
    yield from (paragraph(escape(line)) for line in note.split("\n") if line)


def _lines(clause: Clause, language: str) -> Iterator[str]:
    head = (clause.heading or {}).get(language, "")
    text = (clause.text or {}).get(language, "").split("\n")
    number = _number(clause, language).strip(" ")
    first, *others = [head, *text] if head else text
    words = f"{number} {first}".strip()
    if clause.unit in _PARTS or number[:1].isalpha():
        yield f'<h3 id="z{len(words)}">{escape(words)}</h3>\n'
    elif head:
        yield f"<p><b><a name=z{len(words)}></a>{escape(words)}</b></p>\n"
    elif words:
        yield _paragraph(words)
    yield from (_paragraph(line) for line in others if line)
    if clause.table:
        yield "".join(_table(clause.table.lines(language)))
    note = (clause.note or {}).get(language, "")
    yield from (f'<p class="note">&nbsp; {escape(line)}</p>' for line in note.split("\n") if line)


def _paragraph(words: str) -> str:
    return f'<p id="z1">\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; {escape(words)}\n</p>'


def _table(lines: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield '<table border="1"><tbody>'
    for cells in lines:
        yield f"<tr>{''.join(f'<td><p>{escape(cell)}</p></td>' for cell in cells)}</tr>"
    yield "</tbody></table>"


def _plain(clause: Clause, language: str) -> Iterator[tuple[bool, str]]:
    head = (clause.heading or {}).get(language, "")
    number = _number(clause, language)
    text = (clause.text or {}).get(language, "")
    note = (clause.note or {}).get(language, "")
    if head or number.strip():
        yield bool(head), escape(f"{number}{head}".strip() if head else f"{number}{text}")
    if head and text:
        yield False, escape(text)
    if clause.table:
        yield False, "".join(_table(clause.table.lines(language)))
    if note:
        yield False, escape(note)
