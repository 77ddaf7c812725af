"""The words that changed because of a comment, in the language of a page that is not its own."""

from talqy.compare.quotes import Span, text_of
from talqy.compare.redline import Mark, Piece, RedLine, redline
from talqy.model.revision import Revision

_MOST_KEPT = 60


def change_in(language: str, span: Span, older: Revision, newer: Revision) -> tuple[str, str]:
    """Return how a line reads in a language in two texts; nothing where it is not told which.

    `span` is the place in the newer text, in the language of the comment. Texts of one clause have
    the same lines in all languages; where they have not, nothing is guessed.
    """
    old, new = older.clause(span.clause), newer.clause(span.clause)
    if old is None or new is None:
        return "", ""
    own, other = (text_of(new, span.part, code) for code in (span.language, language))
    if _lines(own) != _lines(other):
        return "", ""
    wanted, at = _lines(own[: span.start]) - 1, 0
    for line in redline(text_of(old, span.part, language), other).lines:
        end = at + (0 if line.after is None else _lines(line.after))
        if at <= wanted < end:
            return _short(line)
        at = end
    return "", ""


def _lines(text: str) -> int:
    return len(text.split("\n"))


def _short(line: RedLine) -> tuple[str, str]:
    """Return both wordings of a line, without most of what is the same at its ends."""
    if line.is_kept or line.before is None:
        return "", ""
    pieces = list(line.pieces)
    if pieces[0].mark is Mark.KEPT:
        pieces[0] = Piece(Mark.KEPT, _end_of(pieces[0].text))
    if len(pieces) > 1 and pieces[-1].mark is Mark.KEPT:
        pieces[-1] = Piece(Mark.KEPT, _beginning_of(pieces[-1].text))
    before, after = (
        "".join(piece.text for piece in pieces if piece.mark is not mark).strip()
        for mark in (Mark.ADDED, Mark.REMOVED)
    )
    return before, after


def _end_of(text: str) -> str:
    if len(text) <= _MOST_KEPT:
        return text
    return f"… {text[-_MOST_KEPT:].partition(' ')[2]}"


def _beginning_of(text: str) -> str:
    if len(text) <= _MOST_KEPT:
        return text
    return f"{text[:_MOST_KEPT].rpartition(' ')[0]} …"
