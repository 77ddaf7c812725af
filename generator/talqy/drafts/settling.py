"""A passage as a clause of a draft: which line is its heading, which are its text, table and note.

What says the same as the clause of the base keeps its very letters, so that nothing changes but
what was changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits
from talqy.drafts.likeness import LEAST, own_key
from talqy.drafts.passages import Cells, Passage
from talqy.model.revision import Clause, TextTable
from talqy.project.clause_tree import alone

_NOTE = re.compile(r"(?:Ескерту|Сноска|Note)\b[.:]?\s", re.IGNORECASE)
_ENDS = (".", ";", ":", ",", "!", "?")
_LONGEST_HEADING = 250
_ALIKE = 90


@dataclass(frozen=True, slots=True)
class ClauseParts:
    """What a clause says in one language."""

    heading: str = ""
    text: str = ""
    note: str = ""


def parts_of(passage: Passage, language: str, was: Clause | None) -> ClauseParts:
    """Divide the lines of a passage; `was` is the clause that it is, None of a new one."""
    lines = list(passage.words.get(language, ()))
    may_note = _may_note(was, language)
    notes = [one for one in lines if one in passage.noted or (may_note and _NOTE.match(one))]
    lines = [line for line in lines if line not in notes]
    heading = lines.pop(0) if lines and _has_heading(passage, lines, language, was) else ""
    return ClauseParts(heading, "\n".join(lines), "\n".join(notes))


def _may_note(was: Clause | None, language: str) -> bool:
    """Return whether a note may stand here: the text of an old clause may begin with the word."""
    if was is None or was.note:
        return True
    return not _NOTE.search((was.text or {}).get(language, ""))


def _has_heading(passage: Passage, lines: Sequence[str], language: str, was: Clause | None) -> bool:
    first, is_alone = normal(lines[0]), len(lines) == 1
    looks_so = language in passage.headed
    if was is None:
        is_short = len(first) <= _LONGEST_HEADING and not first.endswith(_ENDS)
        if is_alone:  # “Глава 1. Общие положения” is a heading; “3. Приказ утратил силу” is a text
            return is_short and (looks_so or _is_part_of_act(passage))
        return looks_so or is_short
    heading = normal((was.heading or {}).get(language, ""))
    text = normal((was.text or {}).get(language, ""))
    if not heading:
        return looks_so and not is_alone and bool(text) and not text.startswith(first)
    if first == heading or not text:
        return True
    if is_alone:
        return looks_so or fuzz.ratio(first, heading) >= max(fuzz.ratio(first, text), 100 * LEAST)
    # The heading was taken out, and the text begins at once.
    return fuzz.ratio(first, text.split("\n")[0]) < _ALIKE


def _is_part_of_act(passage: Passage) -> bool:
    return any(unit for unit, _ in passage.counted.values())


def emptied(passage: Passage, was: Clause | None, languages: Sequence[str]) -> Iterator[str]:
    """Yield the languages in which heading or text is gone, while another one still has it."""
    said = {code: parts_of(passage, code, was) for code in languages}
    for code in languages:
        lost = (
            (getattr(was, name, None) or {}).get(code) and not getattr(said[code], name)
            for name in ("heading", "text")
        )
        kept = (any(getattr(one, name) for one in said.values()) for name in ("heading", "text"))
        if any(is_lost and is_kept for is_lost, is_kept in zip(lost, kept, strict=True)):
            yield code


def refilled(passage: Passage, was: Clause, language: str) -> Passage:
    """Return a passage with the old words of a clause where it has none in a language."""
    said = parts_of(passage, language, was)
    words = {
        name: getattr(said, name) or (getattr(was, name) or {}).get(language, "")
        for name in ("heading", "text", "note")
    }
    lines = tuple(line for one in words.values() for line in one.split("\n") if line)
    return passage.with_words({**passage.words, language: lines})


def settled(
    passage: Passage,
    was: Clause | None,
    languages: Sequence[str],
    tree: Mapping[str, Any],
    units: ActUnits,
) -> dict[str, Any]:
    """Return the tree of a clause without id and clauses inside of it.

    `languages` are those that the file speaks; of the others nothing is changed. `tree` is that of
    the clause of the base as its file has it, empty of a new one.
    """
    said = {code: parts_of(passage, code, was) for code in languages}
    new = alone(tree)
    new.update(_number(passage, was, units))
    for name in ("heading", "text", "note"):
        words = {code: getattr(parts, name) for code, parts in said.items()}
        _put(new, name, _spoken(words, getattr(was, name, None), tree.get(name)))
    if passage.tables or (was is not None and was.table):
        _put(new, "table", _table(passage, was, languages, tree.get("table")))
    return {key: value for key, value in new.items() if value not in (None, {}, "")}


def _put(new: dict[str, Any], name: str, value: object) -> None:
    if value:
        new[name] = value
    else:
        new.pop(name, None)


def _spoken(
    words: Mapping[str, str], was: Mapping[str, str] | None, tree: Mapping[str, str] | None
) -> Mapping[str, str]:
    """Return words by language; where a language says the same as before, it keeps its letters."""
    old = was or {}
    changed = {
        code: said for code, said in words.items() if normal(old.get(code, "")) != normal(said)
    }
    kept = {**(tree or {}), **changed}
    return {code: said for code, said in kept.items() if said}


def _number(passage: Passage, was: Clause | None, units: ActUnits) -> Iterator[tuple[str, Any]]:
    """Yield number and unit where they are not what they were."""
    printed = dict(passage.number)
    keys = set(passage.counted.values())
    said = units.key_of(next(iter(was.numbers), "")) if was is not None else None
    if was is not None and keys <= {own_key(was, units), said} and keys:
        return
    if was is not None and not keys and not was.numbers:
        return
    unit = next(iter(keys))[0] if len({key[0] for key in keys}) == 1 else ""
    if was is not None and was.unit and was.unit == unit and said and not said[0]:
        printed = {code: figures for code, (_, figures) in passage.counted.items()}
    elif was is None and unit and len(keys) == 1:
        yield "unit", unit
        printed = {code: figures for code, (_, figures) in passage.counted.items()}
    if was is not None and isinstance(was.number, Mapping):
        printed = {**was.number, **printed} if printed else {}
    if not any(key[1] for key in keys):
        yield "number", None
    else:
        values = set(printed.values())
        yield "number", values.pop() if len(values) == 1 else printed


# --- tables --------------------------------------------------------------------------------------


def is_whole(passage: Passage) -> bool:
    """Return whether the tables of a passage can be one table of a clause."""
    if any(len(found) != 1 for found in passage.tables.values()):
        return False
    tables = [found[0] for found in passage.tables.values()]
    widths = {len(row) for cells in tables for row in cells}
    return len(widths) == 1 and len({len(cells) for cells in tables}) == 1 and len(tables[0]) > 1


def _table(passage: Passage, was: Clause | None, languages: Sequence[str], tree: object) -> object:
    cells = {code: found[0] for code, found in passage.tables.items()}
    if not cells or not is_whole(passage):
        return None
    old = was.table if was is not None else None
    if old is not None and all(_is_same(old, code, cells[code]) for code in cells):
        return tree
    first = next(iter(cells.values()))
    rows = [
        [
            _cell({code: cells[code][r][c] for code in cells}, old, r, c, languages)
            for c in range(len(line))
        ]
        for r, line in enumerate(first)
    ]
    return {"head": rows[0], "rows": rows[1:]}


def _is_same(old: TextTable, language: str, cells: Cells) -> bool:
    return [[normal(c) for c in row] for row in old.lines(language)] == [
        [normal(c) for c in row] for row in cells
    ]


def _cell(
    said: Mapping[str, str], old: TextTable | None, row: int, column: int, languages: Sequence[str]
) -> object:
    """Return one cell: a figure for all languages, or a text by language; others keep their own."""
    before = _old_cell(old, row, column)
    is_figure = isinstance(before, str) or (before is None and len(said) > 1)
    if is_figure and len(set(said.values())) == 1:
        return next(iter(said.values()))
    kept = dict(before) if isinstance(before, Mapping) else {}
    return {**kept, **{code: said.get(code, "") for code in languages if code in said}}


def _old_cell(old: TextTable | None, row: int, column: int) -> object:
    lines = (old.head, *old.rows) if old else ()
    return lines[row][column] if row < len(lines) and column < len(lines[row]) else None
