"""Texts of a draft as Word files, in the shapes in which clerks get and send them."""

from collections.abc import Iterator, Sequence
from html import escape

from talqy.model.revision import Clause, Revision
from talqy.office.text_marks import (
    Stamp,
    bookmark_names,
    column_heads,
    heading_with_code,
)
from word_files import a_word, cell, paragraph, row, table

_HEADING = '<w:outlineLvl w:val="1"/>'


def a_table_text(text: Revision, languages: Sequence[str] = ("kk", "ru"), *stamp: Stamp) -> bytes:
    """Return the working copy in several languages: a row for each clause."""
    marks = bookmark_names(clause.id for clause in text.walk())
    rows = [row(*column_heads(languages))]
    rows += [
        row(
            cell(_number(clause, languages)),
            *(cell(*_lines(clause, language, is_numbered=False)) for language in languages),
            cell(marked(clause.id, marks[clause.id])),
        )
        for clause in text.walk()
    ]
    return a_word("".join([*_stamped(stamp), table(*rows)]))


def a_line_text(text: Revision, language: str, *stamp: Stamp, has_marks: bool = True) -> bytes:
    """Return a text in one language: a paragraph for each line, codes behind the headings."""
    marks = bookmark_names(clause.id for clause in text.walk())
    lines = [
        line
        for clause in text.walk()
        for line in _lines(
            clause,
            language,
            is_numbered=True,
            mark=(clause.id, marks[clause.id]) if has_marks else None,
        )
    ]
    return a_word("".join([*_stamped(stamp), *lines]))


def marked(words: str, name: str, number: int = 1) -> str:
    """Return a paragraph of words under a bookmark."""
    return paragraph(
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        escape(words),
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def _stamped(stamp: Sequence[Stamp]) -> Iterator[str]:
    yield from (paragraph(one.line) for one in stamp)


def _number(clause: Clause, languages: Sequence[str]) -> str:
    numbers = dict.fromkeys(clause.number_in(language) for language in languages)
    return " / ".join(number for number in numbers if number)


def _lines(
    clause: Clause, language: str, *, is_numbered: bool, mark: tuple[str, str] | None = None
) -> Iterator[str]:
    number = clause.number_in(language) if is_numbered else ""
    label = "" if not number else f"{number} " if number.endswith((")", ".")) else f"{number}. "
    texts = [
        line
        for words in (clause.text, clause.note)
        for line in ((words or {}).get(language, "")).split("\n")
        if line
    ]
    heads = [clause.heading[language]] if clause.heading and language in clause.heading else []
    lines = [*heads, *texts]
    first, *others = lines or [""]
    head = f"{label}{heading_with_code(first, mark[0]) if mark else first}"
    properties = _HEADING if heads else ""
    if mark:
        begin = f'<w:bookmarkStart w:id="1" w:name="{mark[1]}"/>'
        yield paragraph(begin, escape(head), '<w:bookmarkEnd w:id="1"/>', properties=properties)
    elif head:
        yield paragraph(escape(head), properties=properties)
    yield from (paragraph(escape(line)) for line in others)
    if clause.table:
        yield table(*(row(*map(escape, cells)) for cells in clause.table.lines(language)))
        yield paragraph()
