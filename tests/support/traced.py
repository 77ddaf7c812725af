"""Comments followed from text to text: one clause in Russian, worded anew in each text."""

from typing import Any

import builders as b
from cases import a_record
from talqy.compare.align import align
from talqy.compare.quotes import words_at
from talqy.compare.traces import Trace, follow
from talqy.model.register import Record

TERM = "Услуга оказывается в течение 10 (десяти) рабочих дней."
SHORTER = "Услуга оказывается в течение 8 (восьми) рабочих дней."
OTHER = "Плата за услугу не взимается."
QUOTE = "10 (десяти) рабочих дней"


def saying(*said: str, clause: str = "term") -> b.Tree:
    """Make a clause with these lines."""
    return b.a_saying(clause, "Мәтін.", "\n".join(said))


def traced(record: Record, comment: str = b.COMMENT, to: int = 0) -> Trace | None:
    """Follow a comment to a text, or to the last one."""
    heard = next(one for one in record.comments if one.id == comment)
    last = record.revision(to) or record.revisions[-1]
    return follow(record, heard, last, lambda older, newer: align(record, older, newer))


def there(record: Record) -> Trace:
    """Follow a comment that has a trace; where its words have a place, they stand in it."""
    trace = traced(record)
    assert trace is not None
    if trace.span:
        assert words_at(record.revisions[-1], trace.span) == trace.now
    return trace


def became(*texts: list[b.Tree], quote: str | None = QUOTE, **comment: Any) -> Trace:
    """Follow a comment on the first text to the last one."""
    return there(a_record(*b.drafts(*texts), comments=[b.a_comment(quote=quote, **comment)]))


def wordings(*lines: str, quote: str | None = QUOTE, **comment: Any) -> Trace:
    """Follow a comment through wordings of its clause, one text each."""
    return became(*([saying(line)] for line in lines), quote=quote, **comment)
