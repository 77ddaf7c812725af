"""The automatic numbers of a document, which stand nowhere in its text.

A paragraph, or a style in its chain, names a list (`num`) and a level. The list points to a
definition (`abstractNum`), of which it may override levels and their starts. The counters belong to
the definition: two lists of one definition go on counting together (ISO/IEC 29500-1, 17.9; what it
leaves open is as LibreOffice and Word print it).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from talqy.office.word_numerals import UNTOLD, numeral
from talqy.office.word_package import (
    Element,
    child_of,
    children_of,
    is_on,
    name_of,
    number_of,
    value_of,
)
from talqy.office.word_styles import NumberedBy, Styles, numbered_by

LEVELS = 9
_LONGEST_TEMPLATE = 100
_MOST_LINKS = 8
_PLACE = re.compile(r"%([1-9])")
# Fonts of signs: their letters are no letters, and most bullets are written in them.
_SIGNS = re.compile(r"symbol|wingdings|webdings", re.IGNORECASE)
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Label:
    """What Word prints before a paragraph; one that is not told has a form not known here."""

    text: str
    level: int
    is_told: bool = True


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; `restarts` is the level from 1 after which it starts anew, or None."""

    start: int
    form: str
    template: str
    is_legal: bool
    restarts: int | None
    style: str
    is_sign: bool


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass
class Numbers:
    """Counts the numbered paragraphs of one document, in the order in which it is asked."""

    root: Element | None
    styles: Styles
    _lists: dict[str, _List | None] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)
    _elements: dict[tuple[str, str], Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find lists and definitions by their numbers."""
        for one in children_of(self.root):
            kind = name_of(one)
            key = "abstractNumId" if kind == "abstractNum" else "numId"
            self._elements.setdefault((kind, value_of(one, key)), one)

    def label(self, properties: Element | None, style: str) -> Label | None:
        """Return what is printed before a paragraph, and count it; None where nothing is."""
        named = self._named(properties, style)
        numbering = self._list(named[0].list_id) if named else None
        if not named or not numbering:
            return None
        level = _level_of(*named, numbering)
        if level not in numbering.levels:
            return None
        counts = self._counted(named[0].list_id, numbering, level)
        return _printed(numbering, level, counts)

    def _named(self, properties: Element | None, style: str) -> tuple[NumberedBy, str] | None:
        """Return the list of a paragraph, with the style that names it ("": none does)."""
        own, by_style = numbered_by(properties), self.styles.numbering(style)
        if own and own.list_id:
            return own, ""
        if own and by_style:  # the paragraph only changes the level
            return NumberedBy(by_style[0].list_id, own.level), ""
        return by_style

    def _counted(self, list_id: str, found: _List, level: int) -> dict[int, int]:
        """Count one paragraph, and return the numbers of its level and of those above."""
        counts = self._counts.setdefault(found.definition, {})
        for below in [one for one in counts if one > level]:
            if _starts_anew(found.levels.get(below), level):
                del counts[below]
        # An item of a lower level counts for those above it that have none yet.
        for above, one in found.levels.items():
            if above < level:
                counts.setdefault(above, found.starts.get(above, one.start))
        is_first = (list_id, level) not in self._started
        self._started.add((list_id, level))
        if is_first and level in found.starts:
            counts[level] = found.starts[level]
        else:
            start = found.starts.get(level, found.levels[level].start)
            counts[level] = counts[level] + 1 if level in counts else start
        return counts

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._made(list_id)
        return self._lists[list_id]

    def _made(self, list_id: str) -> _List | None:
        named = self._elements.get(("num", list_id))
        definition = value_of(child_of(named, "abstractNumId"))
        for _ in range(_MOST_LINKS):
            abstract = self._elements.get(("abstractNum", definition))
            link = value_of(child_of(abstract, "numStyleLink"))
            if not link:
                break
            # A list that stands for a style of lists has its levels where that style has them.
            other = self._elements.get(("num", self.styles.list_of(link)))
            definition = value_of(child_of(other, "abstractNumId"))
        if named is None or abstract is None:
            return None
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for one in named:
            level = number_of(one, "ilvl")
            if name_of(one) == "lvlOverride" and level is not None:
                levels |= _levels(one)
                start = number_of(child_of(one, "startOverride"))
                starts |= {} if start is None else {level: start}
        return _List(definition, levels, starts)


def _level_of(named: NumberedBy, style: str, found: _List) -> int:
    """Return the level: where a style names the list, it is the one that names the style."""
    if style:
        linked = [
            level_number for level_number, level in found.levels.items() if level.style == style
        ]
        if linked:
            return linked[0]
    return named.level or 0


def _starts_anew(level: _Level | None, after: int) -> bool:
    """Return whether a level starts anew after an item of one above it, counted from 0."""
    if level is None or level.restarts is None:
        return True
    return level.restarts > 0 and after < level.restarts


def _levels(element: Element) -> dict[int, _Level]:
    levels = {number_of(one, "ilvl"): one for one in element if name_of(one) == "lvl"}
    return {at: _level(one) for at, one in levels.items() if at is not None}


def _level(element: Element) -> _Level:
    legal, start = child_of(element, "isLgl"), number_of(child_of(element, "start"))
    fonts = child_of(element, "rPr", "rFonts")
    return _Level(
        start=0 if start is None else start,
        form=_form(element),
        template=value_of(child_of(element, "lvlText"))[:_LONGEST_TEMPLATE],
        is_legal=legal is not None and is_on(legal),
        restarts=number_of(child_of(element, "lvlRestart")),
        style=value_of(child_of(element, "pStyle")),
        is_sign=bool(_SIGNS.search(value_of(fonts, "ascii") or value_of(fonts, "hAnsi"))),
    )


def _form(element: Element) -> str:
    """Return the form of a level's numbers; newer programs wrap theirs, with a plain one behind."""
    wrapped = child_of(element, "AlternateContent", "Choice", "numFmt")
    form = wrapped if wrapped is not None else child_of(element, "numFmt")
    value = value_of(form)
    if value != "custom":
        return value
    # 01, 02, 03 …: as many digits as its first sample has.
    sample = value_of(form, "format").partition(",")[0].strip()
    return "decimalZero" if sample == "01" else f"custom {sample}"


def _printed(found: _List, level: int, counts: Mapping[int, int]) -> Label:
    own = found.levels[level]
    if own.form == "bullet":
        return Label(_bullet(own), level)
    if own.form == "none" and not _PLACE.search(own.template):
        return Label(own.template.strip(), level)
    numerals: list[str] = []

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        meant = found.levels.get(at)
        if meant is None:
            return ""
        form = "decimal" if own.is_legal and meant.form != "none" else meant.form
        numerals.append(numeral(counts.get(at, meant.start), form))
        return numerals[-1]

    text = _PLACE.sub(number, own.template, count=LEVELS).strip()
    return Label(text, level, UNTOLD not in numerals)


def _bullet(level: _Level) -> str:
    sign = level.template.strip()
    is_private = any("\ue000" <= letter <= "\uf8ff" for letter in sign)
    return BULLET if is_private or level.is_sign else sign
