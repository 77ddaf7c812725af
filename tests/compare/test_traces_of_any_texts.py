"""What became of quoted words, for any text and any edits: nothing is claimed that is not there."""

import re
from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

import builders as b
from cases import a_record
from talqy.compare.quotes import HowFound, find_words, folded, place_of, text_of, words_at
from talqy.compare.redline import Mark, Redline, redline
from talqy.compare.tokens import normal
from talqy.compare.traces import Fate, Trace, carried, follow
from talqy.model.register import Record
from talqy.model.revision import Clause
from traced import alignments
from wordings import PAIRS, TEXTS


def kept_runs(marked: Redline) -> Iterator[tuple[int, str]]:
    """Yield the runs that no edit touches, each with its place in the old text."""
    at, start, whole = 0, 0, list[str]()
    for line in marked.lines:
        if line.is_kept:
            start = start if whole else at
            whole.append(line.before or "")
        elif whole:
            yield start, "\n".join(whole)
            whole = []
        for mark, text in line.pieces:
            if mark is Mark.KEPT and not line.is_kept:
                yield at, text
            at += len(text) if mark is not Mark.ADDED else 0
        at += line.before is not None
    if whole:
        yield start, "\n".join(whole)


def followed(record: Record, quote: str) -> Trace | None:
    """Follow a quote from the first text of a record to its last one."""
    comment = a_record(comments=[b.a_comment(quote=quote)]).comments[0]
    newest = record.revisions[-1]
    return follow(record, comment, newest, alignments(record))


def texts(*of: str) -> Record:
    """Make a standard of one clause in one language that says this, one text after the other."""
    return a_record(
        *(
            b.a_revision(number, clauses=[b.a_clause(text={"ru": said})])
            for number, said in enumerate(of, 1)
        )
    )


def sayable(text: str) -> bool:
    return bool(normal(text)) and all(c.isprintable() or c in " \n\u00a0" for c in text)


@given(pair=PAIRS, data=st.data())
def test_words_inside_a_kept_run_are_unchanged(pair: tuple[str, str], data: st.DataObject) -> None:
    """Stops at the edges of a quote are left outside of its place."""
    marked = redline(*pair)
    found = [(at, text) for at, text in kept_runs(marked) if any(map(str.isalnum, text))]
    assume(found)
    at, text = data.draw(st.sampled_from(found))
    words = [place for place, sign in enumerate(text) if sign.isalnum()]
    first = data.draw(st.sampled_from(words))
    last = data.draw(st.sampled_from([place for place in words if place >= first]))
    place, fate = carried(marked, at + first, at + last + 1)
    assert fate is Fate.UNCHANGED
    assert place is not None
    assert marked.after[slice(*place)] == text[first : last + 1]


@given(pair=PAIRS, data=st.data())
def test_no_place_lies_outside_of_the_text(pair: tuple[str, str], data: st.DataObject) -> None:
    marked = redline(*pair)
    assume(marked.before)
    start = data.draw(st.integers(0, len(marked.before) - 1))
    end = data.draw(st.integers(start + 1, len(marked.before)))
    place, fate = carried(marked, start, end)
    assert (place is None) == (fate is Fate.REMOVED)
    if place:
        assert 0 <= place[0] < place[1] <= len(marked.after)
    if place and fate is Fate.UNCHANGED:
        assert marked.after[slice(*place)] in marked.before[start:end]


@st.composite
def words_of(draw: st.DrawFn, text: str) -> str:
    """Draw whole words that stand together in a text."""
    words = list(re.finditer(r"[^\W_]+", text))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return text[words[first].start() : words[last].end()]


@given(pair=PAIRS, data=st.data())
def test_a_trace_claims_nothing_that_is_not_there(
    pair: tuple[str, str], data: st.DataObject
) -> None:
    old, new = pair
    assume(sayable(old) and sayable(new))
    assume(re.search(r"[^\W_]", old))
    quote = data.draw(words_of(old))
    record = texts(old, new)
    trace = followed(record, quote)
    assert trace is not None
    assert trace.is_quoted
    assert trace.before in normal(old)
    assert trace.now in normal(new)
    assert (trace.span is None) == trace.is_orphan == (not trace.now)
    if trace.fate is Fate.UNCHANGED:
        assert trace.now == trace.before
    if trace.span:
        assert words_at(record.revisions[-1], trace.span) == trace.now


@given(text=TEXTS, data=st.data())
def test_words_taken_out_of_a_text_are_found_exactly(text: str, data: st.DataObject) -> None:
    assume(sayable(text))
    clause = Clause.model_validate(b.a_clause(text={"ru": text}))
    there = normal(text)
    assume(re.search(r"[^\W_]", there))
    words = data.draw(words_of(there))
    span = find_words(words, (clause,), "ru")
    assert span is not None
    assert span.how is HowFound.EXACT
    assert text_of(clause, span.part, "ru")[span.start : span.end] == normal(words)
    first = place_of(normal(words), there)
    assert span.is_only == (place_of(normal(words), there, first + 1) < 0)


@given(text=st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(text=st.text() | st.text("ΣİaБ ς"))
def test_each_sign_is_folded_by_itself(text: str) -> None:
    """In words, Python makes ς of a last Σ, and two letters of İ."""
    assert folded(text) == "".join(map(folded, text))


@given(text=st.text(alphabet=st.characters(min_codepoint=0x80)))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)
