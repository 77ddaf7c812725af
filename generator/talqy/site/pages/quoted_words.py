"""Words that comments quote, marked where they stand in a clause; marks lead to comments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from talqy.language.locale import paragraph
from talqy.model.items import item_parts, levels


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place in a text (offsets, end exclusive), where it leads, and what a voice adds to it.

    Words of a comment are marked; a reference to a clause or an act has no words to add, and is a
    link.
    """

    start: int
    end: int
    href: str
    words: str


def marked_paragraphs(text: str, quoted: Sequence[Quoted]) -> Markup:
    """Print a normalised text as paragraphs with its marks."""
    printed, at = [], 0
    places = list(_apart(_in_words(text, quoted)))
    lines = text.split("\n")
    for line, level in zip(lines, levels(lines), strict=True):
        inside = [
            Quoted(max(q.start - at, 0), min(q.end - at, len(line)), q.href, q.words)
            for q in places
            if q.start < at + len(line) and q.end > at
        ]
        printed.append(_paragraph(line, inside, level))
        at += len(line) + 1
    return Markup("\n").join(printed)


def _in_words(text: str, quoted: Sequence[Quoted]) -> list[Quoted]:
    """Leave out places that hold nothing but printed numbers of items: those are never marked."""
    bodies, at = [], 0
    for line in text.split("\n"):
        bodies.append((at + len(line) - len(item_parts(line)[1]), at + len(line)))
        at += len(line) + 1
    return [q for q in quoted if any(q.start < end and q.end > start for start, end in bodies)]


def _apart(quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    """Join marks that overlap: the first one leads, all are named; a reference gives way."""
    last: Quoted | None = None
    for place in sorted(quoted, key=lambda q: (q.start, -q.end)):
        is_over = bool(last and place.start < last.end)
        if is_over and not place.words:
            continue
        if last and is_over and last.words:
            known = last.words.split(", ")
            words = last.words if place.words in known else f"{last.words}, {place.words}"
            last = Quoted(last.start, max(last.end, place.end), last.href, words)
            continue
        if last and not is_over:
            yield last
        last = place
    if last:
        yield last


def _paragraph(line: str, quoted: Sequence[Quoted], level: int) -> Markup:
    printed, at = [], 0
    head, body = item_parts(line)
    shift = len(line) - len(body)
    for place in quoted:
        start, end = max(place.start - shift, 0), max(place.end - shift, 0)
        if start >= end:
            continue
        printed += [escape(body[at:start]), _mark(body[start:end], place)]
        at = end
    printed.append(escape(body[at:]))
    return paragraph(head, Markup().join(printed), level)


def _mark(text: str, place: Quoted) -> Markup:
    if not place.words:
        rel = "" if place.href.startswith("#") else Markup(' rel="external"')
        return Markup('<a href="{}"{}>{}</a>').format(place.href, rel, text)
    return Markup(
        '<mark><a href="{}">{}<span class="visually-hidden"> [{}]</span></a></mark>'
    ).format(place.href, text, place.words)
