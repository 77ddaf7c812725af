"""What became of the words that a comment was about, from text to text."""

import pytest

import builders as b
from cases import a_record
from talqy.compare.redline import redline
from talqy.compare.traces import Fate, carried
from traced import OTHER, QUOTE, SHORTER, TERM, became, saying, there, traced, wordings


def test_words_that_stayed_are_unchanged() -> None:
    trace = wordings(TERM, f"{OTHER} {TERM}")
    assert (trace.fate, trace.now, trace.since) == (Fate.UNCHANGED, QUOTE, None)
    assert trace.span is not None
    assert trace.span.start > len(OTHER)
    assert trace.is_quoted
    assert not trace.is_orphan


def test_words_that_changed_are_shown_as_they_were_and_as_they_are() -> None:
    trace = wordings(TERM, SHORTER)
    assert (trace.fate, trace.since) == (Fate.CHANGED, 2)
    assert (trace.before, trace.now) == (QUOTE, "8 (восьми) рабочих дней")


def test_words_of_which_none_stayed_are_replaced() -> None:
    trace = wordings(TERM, SHORTER, quote="10 (десяти)")
    assert (trace.fate, trace.now) == (Fate.REPLACED, "8 (восьми)")


def test_words_in_a_line_that_was_rewritten_are_replaced_by_the_line() -> None:
    trace = wordings(TERM, OTHER)
    assert (trace.fate, trace.now) == (Fate.REPLACED, OTHER)


def test_words_that_are_gone_are_removed() -> None:
    trace = became([saying(OTHER, TERM)], [saying(OTHER)])
    assert (trace.fate, trace.now, trace.span) == (Fate.REMOVED, "", None)
    assert (trace.clauses, trace.since) == (("term",), 2)
    assert trace.is_orphan


def test_words_cut_out_of_a_line_are_removed() -> None:
    trace = wordings(TERM, "Услуга оказывается.", quote="в течение 10 (десяти) рабочих дней")
    assert (trace.fate, trace.now) == (Fate.REMOVED, "")


def test_words_put_inside_a_quote_change_it_and_words_beside_it_do_not() -> None:
    inside = wordings(TERM, TERM.replace("рабочих", "полных рабочих"))
    assert (inside.fate, inside.now) == (Fate.CHANGED, "10 (десяти) полных рабочих дней")
    beside = wordings(TERM, TERM.replace("дней.", "дней со дня обращения."))
    assert (beside.fate, beside.now) == (Fate.UNCHANGED, QUOTE)


def test_a_removed_clause_takes_its_comment_along() -> None:
    trace = became([saying(TERM), saying(OTHER, clause="fee")], [saying(OTHER, clause="fee")])
    assert (trace.fate, trace.clauses, trace.since) == (Fate.CLAUSE_REMOVED, (), 2)
    assert (trace.before, trace.now, trace.span) == (QUOTE, "", None)
    assert trace.is_orphan


def test_a_clause_that_is_back_under_its_id_is_not_the_one_that_was_quoted() -> None:
    fee = saying(OTHER, clause="fee")
    trace = became([saying(TERM), fee], [fee], [saying(TERM), fee])
    assert (trace.fate, trace.since) == (Fate.CLAUSE_REMOVED, 2)


def test_a_line_that_moved_inside_its_clause_took_its_words_along() -> None:
    others = (OTHER, "Копии документов возвращаются заявителю.")
    for lines in ((TERM, *others), (*others, TERM)):
        trace = became([saying(*lines)], [saying(*reversed(lines))])
        assert (trace.fate, trace.now, trace.since) == (Fate.UNCHANGED, QUOTE, None)


def test_words_that_stand_in_two_other_places_now_were_taken_to_neither() -> None:
    others = (OTHER, "Копии документов возвращаются заявителю.")
    trace = became([saying(TERM, *others)], [saying(*others, f"А) {TERM}", f"Б) {TERM}")])
    assert (trace.fate, trace.now) == (Fate.REMOVED, "")


def test_a_clause_that_moved_is_told_apart_from_one_that_stayed() -> None:
    fee, docs = saying(OTHER, clause="fee"), saying(OTHER, clause="docs")
    trace = became([saying(TERM), fee, docs], [fee, docs, saying(TERM)])
    assert (trace.fate, trace.is_moved, trace.now) == (Fate.UNCHANGED, True, QUOTE)
    assert not became([saying(TERM), fee], [docs, saying(TERM), fee]).is_moved
    inside = {**fee, "clauses": [saying(TERM)]}
    trace = became([saying(TERM), fee], [inside])
    assert (trace.fate, trace.is_moved, trace.now) == (Fate.UNCHANGED, True, QUOTE)


def test_a_clause_may_be_moved_and_changed_at_once() -> None:
    inside = {**saying(OTHER, clause="fee"), "clauses": [saying(SHORTER)]}
    trace = became([saying(TERM), saying(OTHER, clause="fee")], [inside])
    assert (trace.fate, trace.is_moved, trace.now) == (
        Fate.CHANGED,
        True,
        "8 (восьми) рабочих дней",
    )


def test_a_new_number_is_nothing_to_a_quote() -> None:
    trace = became([saying(TERM)], [{**saying(TERM), "number": "7"}])
    assert (trace.fate, trace.is_moved) == (Fate.UNCHANGED, False)


# --- over several texts --------------------------------------------------------------------------


def test_changes_of_several_texts_add_up() -> None:
    trace = wordings(TERM, SHORTER, SHORTER.replace("рабочих", "календарных"))
    assert (trace.fate, trace.since) == (Fate.CHANGED, 3)
    assert (trace.before, trace.now) == (QUOTE, "8 (восьми) календарных дней")


def test_words_that_changed_in_an_earlier_text_keep_its_number() -> None:
    trace = wordings(TERM, SHORTER, f"{SHORTER} {OTHER}")
    assert (trace.fate, trace.since) == (Fate.CHANGED, 2)


def test_words_that_were_once_replaced_stay_replaced() -> None:
    terms = ("десять дней", "одна полная неделя", "одна неделя")
    trace = wordings(*(f"Срок выдачи – {term} со дня подачи." for term in terms), quote=terms[0])
    assert (trace.fate, trace.now, trace.since) == (Fate.REPLACED, terms[2], 3)


def test_words_that_changed_and_changed_back_are_unchanged() -> None:
    trace = wordings(TERM, SHORTER, TERM)
    assert (trace.fate, trace.now) == (Fate.UNCHANGED, QUOTE)


def test_words_that_begin_with_a_stop_may_change_back_too() -> None:
    first, second = "Срок: 10 дней, считая со дня подачи.", "Срок: 8 дней, считая со дня подачи."
    quote = ": 10 дней, считая"
    assert wordings(first, f"{OTHER}\n{first}", quote=quote).fate is Fate.UNCHANGED
    assert wordings(first, second, first, quote=quote).fate is Fate.UNCHANGED


def test_words_that_are_back_in_a_line_written_anew_are_named_without_what_stands_around() -> None:
    trace = wordings("; 5", "5 ;", quote="5")
    assert (trace.fate, trace.now) == (Fate.UNCHANGED, "5")
    assert trace.span is not None
    assert (trace.span.start, trace.span.end) == (0, 1)


def test_words_that_were_removed_are_not_looked_for_again() -> None:
    trace = became([saying(OTHER, TERM)], [saying(OTHER)], [saying(OTHER, TERM)])
    assert (trace.fate, trace.since) == (Fate.REMOVED, 2)


# --- comments without words of a clause ----------------------------------------------------------


def test_a_comment_without_a_quote_is_about_its_clause() -> None:
    unchanged = wordings(TERM, TERM, quote=None)
    assert (unchanged.fate, unchanged.is_quoted, unchanged.now) == (Fate.UNCHANGED, False, "")
    changed = wordings(TERM, SHORTER, quote=None)
    assert (changed.fate, changed.since, changed.clauses) == (Fate.CHANGED, 2, ("term",))


def test_a_quote_that_was_not_found_leaves_the_clause() -> None:
    trace = wordings(TERM, SHORTER, quote="Справка выдается бесплатно в день обращения")
    assert (trace.fate, trace.is_quoted) == (Fate.CHANGED, False)


def test_a_comment_on_what_is_missing_goes_with_the_clause_before() -> None:
    trace = wordings(TERM, SHORTER, quote=None, clause={"after": "term"})
    assert (trace.fate, trace.clauses) == (Fate.CHANGED, ("term",))


def test_a_comment_on_the_whole_has_a_trace_only_with_a_quote() -> None:
    texts = b.drafts([saying(TERM)], [saying(SHORTER)])
    without, with_quote = (
        a_record(*texts, comments=[b.a_comment(clause="whole", quote=quote)])
        for quote in (None, QUOTE)
    )
    assert traced(without) is None
    assert there(with_quote).fate is Fate.CHANGED


def test_a_comment_is_followed_on_its_own_line_only() -> None:
    """The third text starts from the first one, so the second is on another line."""
    first, second, third = b.drafts([saying(TERM)], [saying(SHORTER)], [saying(OTHER)])
    comments = [b.a_comment(quote=QUOTE), b.a_comment(b.OTHER_COMMENT, revision="2")]
    record = a_record(first, second, {**third, "base": "1"}, comments=comments)
    assert traced(record, b.OTHER_COMMENT) is None
    assert there(record).fate is Fate.REPLACED
    second_only = traced(record, to=2)
    assert second_only is not None
    assert second_only.fate is Fate.CHANGED


def test_a_comment_in_its_own_text_is_unchanged() -> None:
    record = a_record(*b.drafts([saying(TERM)]), comments=[b.a_comment(quote=QUOTE)])
    assert (there(record).fate, there(record).now) == (Fate.UNCHANGED, QUOTE)


# --- places --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "quote", "now"),
    [
        ("а б в г д е ж", "а б г д е ж", "б в г", "б г"),
        ("а б в г д е ж", "а б в г д е ж з", "е ж", "е ж"),
        ("один\nдва\nтри", "один\nдва и еще\nтри", "один\nдва", "один\nдва"),
        ("один\nдва\nтри", "один\nвставка\nдва\nтри", "один\nдва", "один\nвставка\nдва"),
        ("один\nдва\nтри", "один\nтри", "один\nдва\nтри", "один\nтри"),
    ],
)
def test_a_place_is_carried_over_edits(old: str, new: str, quote: str, now: str) -> None:
    start = old.index(quote)
    place, fate = carried(redline(old, new), start, start + len(quote))
    assert place is not None
    assert new[slice(*place)] == now
    assert (fate is Fate.UNCHANGED) == (quote == now)
