"""Layouts of texts, tables and reports: Word files of which everything stays but their words.

Styles, sheet, heads and feet of pages are those of a file that a ministry can change in Word. What
stands in its body is an example, and is replaced. What is the same in every file is packed once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path

from talqy.office.file_properties import CORE, OWN, PROPERTIES, AboutFile, core_part, own_part
from talqy.office.layout_files import MOST_LAYOUTS, LayoutFile, layout_data
from talqy.office.margin_notes import KIND, RELATION, MarginNote, notes_part
from talqy.office.margin_notes import PART as NOTES
from talqy.office.packages import PackedPart, office_language, packed, part_of
from talqy.office.word_pictures import WordPicture, part_of_picture, relations

_DOCUMENT, _STYLES, _TYPES, _RELATIONS = (
    *("word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"),
)
_BESIDE = "word/_rels/document.xml.rels"
_STYLE = re.compile(
    r'<w:style\b[^>]*?w:styleId="(?P<id>[^"]*)"[^>]*>\s*<w:name w:val="(?P<name>[^"]*)"'
)
_LANGUAGE = re.compile(
    r'(?P<before><w:docDefaults>(?:(?!</w:docDefaults>).)*?<w:lang\b[^>]*?w:val=")[^"]*', re.DOTALL
)
_WIDTH = re.compile(r'<w:pgSz\b[^>]*?w:w="(\d+)"')
_MARGINS = re.compile(r"<w:pgMar\b[^>]*>")
_SIDES = re.compile(r'w:(?:left|right)="(\d+)"')
_LAST_SECTION = re.compile(
    r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL
)


@dataclass(frozen=True)
class WordLayout(LayoutFile):
    """A layout of Word."""

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The ids of its styles by their names, which are in English in every language of Word."""
        found = _STYLE.finditer(self.text(_STYLES))
        return {match["name"].casefold(): match["id"] for match in found}

    @cached_property
    def _head(self) -> str:
        """What stands before the words, with the names of its vocabularies."""
        head, body, _ = self.text(_DOCUMENT).partition("<w:body>")
        return head + body

    @cached_property
    def _section(self) -> str:
        found = _LAST_SECTION.search(self.text(_DOCUMENT))
        if found is None:
            raise self.unusable()
        return found[0]

    @property
    def width(self) -> int:
        """How wide the text is on its sheet, in twips."""
        size, margins = _WIDTH.search(self._section), _MARGINS.search(self._section)
        if size is None or margins is None:
            raise self.unusable()
        return int(size[1]) - sum(map(int, _SIDES.findall(margins[0])))

    def filled(
        self,
        body: Iterable[str],
        about: AboutFile,
        notes: Sequence[MarginNote] = (),
        pictures: Sequence[WordPicture] = (),
    ) -> bytes:
        """Return the file with a body, notes in the margin and properties in place of its own.

        One language is that of the whole file; where there are several, runs name theirs.
        """
        spoken = about.languages[0] if len(about.languages) == 1 else ""
        whole = (self._head, *body, f"{self._section}</w:body></w:document>")
        own = {
            _DOCUMENT: part_of(b"".join(piece.encode() for piece in whole)),
            CORE: part_of(core_part(about)),
            **({OWN: part_of(own_part(about.own))} if about.own else {}),
            **({NOTES: part_of(notes_part(notes))} if notes else {}),
            **{
                part_of_picture(number, one.kind): part_of(one.data)
                for number, one in enumerate(pictures)
            },
        }
        kinds = tuple(one.kind for one in pictures)
        frame = _frame(self, spoken, kinds, has_own=bool(about.own), has_notes=bool(notes))
        return packed({**frame, **own})

    def frame(
        self, language: str, pictures: Sequence[str], *, has_own: bool, has_notes: bool
    ) -> Iterable[tuple[str, bytes]]:
        """Yield the parts that are the same in every file, by their paths, in their order."""
        own = {_TYPES: self.text(_TYPES), _RELATIONS: self.text(_RELATIONS)}
        for part, (kind, relation) in PROPERTIES.items():
            if part == CORE or has_own:
                own[_TYPES] = _with(own[_TYPES], f'/{part}"', _override(part, kind), "</Types>")
                own[_RELATIONS] = _with(
                    own[_RELATIONS], relation, _relation(part, relation), "</Relationships>"
                )
        if has_notes:
            own[_TYPES] = _with(own[_TYPES], f'/{NOTES}"', _override(NOTES, KIND), "</Types>")
            own[_BESIDE] = _with(
                self.text(_BESIDE),
                f'{RELATION}"',
                f'<Relationship Id="talqy-notes" Type="{RELATION}" Target="/{NOTES}"/>',
                "</Relationships>",
            )
        for kind in dict.fromkeys(pictures):
            line = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
            own[_TYPES] = _with(own[_TYPES], f'Extension="{kind}"', line, "</Types>")
        if pictures:
            beside = own.get(_BESIDE) or self.text(_BESIDE)
            own[_BESIDE] = beside.replace(
                "</Relationships>", f"{relations(pictures)}</Relationships>"
            )
        if language:
            spoken = escape(office_language(language))
            own[_STYLES] = _LANGUAGE.sub(
                lambda found: found["before"] + spoken, self.text(_STYLES), count=1
            )
        for name, content in self.parts.items():
            yield name, own[name].encode() if name in own else content


def layout_of(name: str, folders: Iterable[Path]) -> WordLayout:
    """Return the layout of that name in the first of the folders that has it."""
    return _opened(name, layout_data(name, folders))


@lru_cache(MOST_LAYOUTS)
def _opened(name: str, data: bytes) -> WordLayout:
    return WordLayout(name, data)


@lru_cache(MOST_LAYOUTS)
def _frame(
    layout: WordLayout,
    language: str,
    pictures: Sequence[str],
    *,
    has_own: bool,
    has_notes: bool,
) -> Mapping[str, PackedPart]:
    parts = layout.frame(language, pictures, has_own=has_own, has_notes=has_notes)
    return {name: part_of(content) for name, content in parts}


def _with(text: str, sign: str, line: str, end: str) -> str:
    """Return a part with a line more before its end, unless a sign says that it has it."""
    return text if sign in text else text.replace(end, line + end)


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


def _relation(part: str, kind: str) -> str:
    name = part.rpartition("/")[2].removesuffix(".xml")
    return f'<Relationship Id="talqy-{name}" Type="{kind}" Target="{part}"/>'
