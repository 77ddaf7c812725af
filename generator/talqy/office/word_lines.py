"""The words of one paragraph in one view, and apart from them what is odd about it.

What Word only shows in some ways is seen through (links, controls, tags); of fields the result is
read; what is struck, hidden, boxed or drawn is a note, and stands in no text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypeAlias

from talqy.office.raised import raised
from talqy.office.word_drawn import (
    boxes_of,
    description_of,
    drawn_words,
    is_object,
    is_picture,
    pictures_called,
)
from talqy.office.word_fields import NOWHERE, Fields, filled_in
from talqy.office.word_looks import is_unseen, told
from talqy.office.word_package import Element, child_of, choice_of, control_of, name_of, value_of
from talqy.office.word_styles import Styles
from talqy.office.word_values import Bookmark, Note, NoteKind, View

_SEEN_THROUGH = frozenset(
    {"smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"}
)
# Where each kind of tracked change stands: in the accepted text, or in the rejected one.
_CHANGES = {
    "ins": (View.ACCEPTED, NoteKind.INSERTED),
    "moveTo": (View.ACCEPTED, NoteKind.MOVED),
    "del": (View.REJECTED, NoteKind.DELETED),
    "moveFrom": (View.REJECTED, NoteKind.MOVED),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class _Words:
    """What holds for the words that are being read."""

    stand: bool = True
    change: NoteKind | None = None
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph is read with: the view, the styles, the notes by their number."""

    view: View
    styles: Styles
    fields: Fields
    footnotes: Callable[[str, str], str]
    box: Callable[[Element], str]
    pictures: Mapping[str, str]


@dataclass
class _Noted:
    """A note that may go on; it is put together at the end: a file may have very many runs."""

    kind: NoteKind
    at: int
    words: list[str]
    ends: int
    digest: str = ""

    def made(self) -> Note:
        return Note(self.kind, "".join(self.words), self.at, self.digest)


@dataclass
class Line:
    """Gathers the words of a paragraph; one whose end was deleted goes on with the next.

    `style` is that of the words that are read, `owner` holds the properties and the style by which
    the whole is numbered. `is_empty`: nothing that stands in the view was read so far.
    """

    around: Surroundings
    style: str = ""
    owner: tuple[Element | None, str] = (None, "")
    is_empty: bool = True
    bookmarks: list[Bookmark] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _noted: list[_Noted] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words that stand in the view."""
        return "".join(self._words)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is odd about them, in its order."""
        return tuple(noted.made() for noted in self._noted)

    @property
    def says_nothing(self) -> bool:
        """Whether there is neither a word nor a note."""
        return not self._length and not self._noted

    def read(self, paragraph: Element, *, is_placeholder: bool = False) -> None:
        """Take the words of a paragraph; those of a placeholder only ask to be replaced."""
        self._walk(paragraph, _Words(is_placeholder=is_placeholder))

    def note(self, kind: NoteKind, words: str, *, stands: bool = False, digest: str = "") -> None:
        """Remember what is odd here; what goes on is one note. `stands`: the words are the text."""
        last = self._noted[-1] if self._noted else None
        goes_on = last and (last.kind, last.digest, last.ends) == (kind, digest, self._length)
        if last and goes_on:
            last.words.append(words)
        else:
            last = _Noted(kind, self._length, [words], self._length, digest)
            self._noted.append(last)
        last.ends = self._length + (len(words) if stands else 0)
        self.is_empty &= kind in {NoteKind.DELETED, NoteKind.MOVED}

    def _add(self, text: str) -> None:
        self._words.append(text)
        self._length += len(text)
        self.is_empty &= not text

    def _walk(self, element: Element, words: _Words) -> None:
        # Depth of Python follows that of XML, which the package bounds.
        for child in element:
            name = name_of(child)
            if name == "r":
                self._run(child, words)
            elif name in _CHANGES:
                self._walk(child, self._changed(name, words))
            elif name in _SEEN_THROUGH:
                self._walk(child, words)
            elif name == "sdt":
                self._control(child, words)
            elif name == "AlternateContent":
                self._walk(choice_of(child), words)
            elif name in self._OTHERS:
                self._OTHERS[name](self, child, words)

    def _changed(self, name: str, words: _Words) -> _Words:
        view, kind = _CHANGES[name]
        return replace(words, stand=words.stand and view is self.around.view, change=kind)

    def _control(self, control: Element, words: _Words) -> None:
        """Read what stands in a control; the words that ask to fill it in are nobody's."""
        inside, is_empty = control_of(control)
        self._walk(inside, replace(words, is_placeholder=words.is_placeholder or is_empty))

    def _run(self, run: Element, words: _Words) -> None:
        properties = child_of(run, "rPr")
        for child in run:
            name = name_of(child)
            if name in {"t", "delText"}:
                self._say("".join(child.itertext()), properties, words)
            elif name in _SIGNS:
                self._say(_SIGNS[name], properties, words)
            elif name == "AlternateContent":
                self._run(choice_of(child), words)
            elif name == "ruby":
                self._walk(child, words)
            elif name in _DRAWN:
                self._draw(child, words)
            elif name in self._IN_RUNS:
                self._IN_RUNS[name](self, child, words)

    def _say(self, text: str, run: Element | None, words: _Words) -> None:
        text = text.replace(_SOFT_HYPHEN, "")
        if not text or words.is_placeholder:
            return
        if apart := self._apart(run, words):
            self.note(apart, text)
            return
        if not self.around.fields.in_instruction:
            self._stand(text, run, words)
        elif self.around.fields.is_endless:
            self.note(NoteKind.HIDDEN, text)

    def _stand(self, text: str, run: Element | None, words: _Words) -> None:
        said = told(text, run)
        if said != text:
            self.note(NoteKind.SYMBOL, text)
        if words.change:
            self.note(words.change, said, stands=True)
        if self.around.fields.open and NOWHERE.search(said):
            self.note(NoteKind.FIELD, said, stands=True)
        line = value_of(child_of(run, "vertAlign"))
        off_the_line = line in {"superscript", "subscript"}
        self._add(raised(said, is_low=line == "subscript") if off_the_line else said)

    def _apart(self, run: Element | None, words: _Words) -> NoteKind | None:
        """Return why words stand in no text, None where they do."""
        if not words.stand:
            return words.change or NoteKind.DELETED
        styles = self.around.styles
        if styles.is_switched("vanish", run, self.style) or is_unseen(run):
            return NoteKind.HIDDEN
        is_struck = any(styles.is_switched(how, run, self.style) for how in ("strike", "dstrike"))
        return NoteKind.STRUCK if is_struck else None

    def _draw(self, drawn: Element, words: _Words) -> None:
        """Note what is drawn: the words of its boxes, or that it is a picture or another thing."""
        if not words.stand:
            return
        for box in boxes_of(drawn):
            if text := self.around.box(box).strip():
                self.note(NoteKind.BOX, text)
        if text := drawn_words(drawn):
            self.note(NoteKind.BOX, text)
        if is_object(drawn):
            self.note(NoteKind.OBJECT, description_of(drawn))
        elif is_picture(drawn):
            self.note(NoteKind.PICTURE, description_of(drawn), digest=self._digest(drawn))

    def _digest(self, drawn: Element) -> str:
        """Return the digest of a picture; "" where it is none of the file, or several."""
        digests = {self.around.pictures.get(name, "") for name in pictures_called(drawn)}
        return digests.pop() if len(digests) == 1 else ""

    def _symbol(self, sign: Element, words: _Words) -> None:
        if words.stand and not self.around.fields.in_instruction:
            name = f"{value_of(sign, 'font')} {value_of(sign, 'char')}".strip()
            self.note(NoteKind.SYMBOL, name)
            self._add(f"⟨{name}⟩")

    def _footnote(self, mark: Element, words: _Words) -> None:
        if words.stand:
            kind = name_of(mark).removesuffix("Reference")
            self.note(NoteKind.FOOTNOTE, self.around.footnotes(kind, value_of(mark, "id")))

    def _remark(self, mark: Element, words: _Words) -> None:
        if words.stand:
            said = self.around.footnotes("comment", value_of(mark, "id"))
            if said:
                self.note(NoteKind.REMARK, said)

    def _formula(self, formula: Element, words: _Words) -> None:
        if words.stand:
            self.note(NoteKind.FORMULA, "".join(formula.itertext()).strip())

    def _foreign(self, _: Element, words: _Words) -> None:
        if words.stand:
            self.note(NoteKind.OBJECT, "")

    def _bookmark(self, mark: Element, words: _Words) -> None:
        if words.stand:
            self.bookmarks.append(Bookmark(value_of(mark, "name"), self._length))

    def _field_sign(self, sign: Element, words: _Words) -> None:
        if not words.stand:
            return
        if unworked := self.around.fields.pass_sign(kind := value_of(sign, "fldCharType")):
            self.note(NoteKind.NUMBER, unworked)
        if kind == "begin":
            self._add(filled_in(sign))

    def _instruction(self, said: Element, words: _Words) -> None:
        if words.stand:
            self.around.fields.instruct("".join(said.itertext()))

    _OTHERS: ClassVar[Mapping[str, "_Reader"]] = {
        "bookmarkStart": _bookmark,
        "oMath": _formula,
        "oMathPara": _formula,
        "subDoc": _foreign,
        "contentPart": _foreign,
    }
    _IN_RUNS: ClassVar[Mapping[str, "_Reader"]] = {
        "sym": _symbol,
        "footnoteReference": _footnote,
        "endnoteReference": _footnote,
        "commentReference": _remark,
        "fldChar": _field_sign,
        "instrText": _instruction,
        "contentPart": _foreign,
    }


_Reader: TypeAlias = Callable[[Line, Element, _Words], None]
