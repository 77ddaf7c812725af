"""A letter to print and fill in by hand: the lines of the form, with boxes and room to write."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.project.comment_form import SIGN
from talqy.site.pages.comment_form import CommentFormView, labels

_ROWS = {"clause": 1, "text": 8, "proposal": 4, "author.name": 1}
_BOXES = ("kind", "language", "author.kind")
_ORDER = ("clause", "kind", "text", "proposal", "language", "author.kind", "author.name")


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One line of a blank letter: what is said there, boxes to tick, or `rows` to write in."""

    name: str
    label: str
    said: str = ""
    boxes: tuple[str, ...] = ()
    rows: int = 0


def blank_letter(edition: Edition, form: CommentFormView) -> Iterator[BlankLine]:
    """Yield the lines of a blank letter, with the labels by which letters are read."""
    label = {name: said.removeprefix(f"{SIGN} ") for name, said in labels(edition).items()}
    boxes = {one.name: tuple(words for _, words in one.choices) for one in form.fields}
    yield BlankLine("draft", label["draft"], f"{form.title} ({form.draft})")
    for name in _ORDER:
        is_ticked = name in _BOXES
        yield BlankLine(
            name, label[name], boxes=boxes[name] if is_ticked else (), rows=_ROWS.get(name, 0)
        )
    for name in ("author.foreign", "consent"):
        yield BlankLine(name, label[name], boxes=(edition.locale.words("yes"),))
