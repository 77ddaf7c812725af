"""Where quoted words stand: exactly, nearly, or honestly nowhere."""

from typing import Any

import pytest

import builders as b
from cases import a_record
from talqy.compare.quotes import HowFound, Part, Span, find_quote, words_at
from talqy.model.register import Record

TERM = b.a_saying(
    "term",
    "Мемлекеттік қызмет 10 (он) жұмыс күні ішінде көрсетіледі.\nКүту уақыты – 15 минут.",
    "Услуга оказывается в течение 10 (десяти) рабочих дней.\nВремя ожидания – 15 минут.",
    heading=b.said("Көрсету мерзімі", "Срок оказания услуги"),
)
DOCS = b.a_saying(
    "docs",
    "«Электрондық үкімет» порталына – өтініш.",
    "На портал «электронного правительства» – заявление.",
)


def found(quote: str, *clauses: b.Tree, **comment: Any) -> tuple[str, Span] | None:
    """Find a quote of a comment in Russian; return the words at its place, and the place."""
    record = texts(*clauses or (TERM, DOCS), quote=quote, **comment)
    span = find_quote(record.comments[0], record.revisions[0])
    return None if span is None else (words_at(record.revisions[0], span), span)


def texts(*clauses: b.Tree, **comment: Any) -> Record:
    """Make a text of these clauses, and a comment on it."""
    return a_record(b.a_revision(clauses=list(clauses)), comments=[b.a_comment(**comment)])


def place(quote: str, *clauses: b.Tree, **comment: Any) -> Span:
    """Find a quote that is there."""
    there = found(quote, *clauses, **comment)
    assert there is not None
    return there[1]


def words(quote: str, *clauses: b.Tree, **comment: Any) -> str:
    """Return the words that a quote was found to be."""
    there = found(quote, *clauses, **comment)
    assert there is not None
    return there[0]


def test_the_very_words_are_found_exactly() -> None:
    span = place("10 (десяти) рабочих дней")
    assert (span.clause, span.part, span.language) == ("term", Part.TEXT, "ru")
    assert (span.how, span.is_only) == (HowFound.EXACT, True)
    assert words("10 (десяти) рабочих дней") == "10 (десяти) рабочих дней"


def test_spaces_and_line_breaks_do_not_matter() -> None:
    assert place("  10\u00a0(десяти)   рабочих\tдней ").how is HowFound.EXACT
    span = place("рабочих дней. Время ожидания")
    assert span.how is HowFound.FOLDED
    assert words("рабочих дней. Время ожидания") == "рабочих дней.\nВремя ожидания"


def test_accents_may_be_signs_of_their_own() -> None:
    assert words("порталы", b.a_saying("term", "", "порталы\u0306")) == "порталы"
    assert place("портале\u0308", b.a_saying("term", "", "порталё")).how is HowFound.EXACT


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ('На портал "электронного правительства"', "На портал «электронного правительства"),
        ("“На портал «электронного правительства»”", "На портал «электронного правительства"),
        ("правительства» - заявление", "правительства» – заявление"),
        ("НА ПОРТАЛ «Электронного Правительства» –", "На портал «электронного правительства» –"),
        ("На портал «элeктpoнного", "На портал «электронного"),
        ("«На портал", "На портал"),
        ("заявление;", "заявление"),
    ],
)
def test_quotation_marks_dashes_case_and_latin_letters_are_folded(quote: str, there: str) -> None:
    span = place(quote, DOCS, clause="docs")
    assert span.how is HowFound.FOLDED
    assert words(quote, DOCS, clause="docs") == there


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Iс", "Іс"),  # the Latin letter for the Kazakh one
        ("мəтін", "мәтін"),  # the Latin schwa
        ("айдаhар", "айдаһар"),  # the Latin letter for the Kazakh one
        ("ɵтініш", "өтініш"),  # the Latin barred o
        ("еще", "ещё"),
    ],
)
def test_kazakh_letters_have_look_alikes_too(quote: str, text: str) -> None:
    """Old texts are full of them, as keyboards had no Kazakh letters."""
    span = place(quote, b.a_saying("term", text, ""), language="kk")
    assert (span.how, span.start, span.end) == (HowFound.FOLDED, 0, len(text))


@pytest.mark.parametrize(
    "quote",
    [
        "Услуга оказываеться в течение 10 (десяти) рабочих дней",
        "услуга оказывается в течении 10 (десяти) рабочих дней",
        "Услуга оказывается в течение 10 (десяти) рабочих дня",
    ],
)
def test_words_with_a_slip_are_found_nearly(quote: str) -> None:
    assert place(quote).how is HowFound.NEAR
    assert words(quote) == "Услуга оказывается в течение 10 (десяти) рабочих дней"


def test_a_place_that_is_near_has_whole_words() -> None:
    assert words("казывается в течениии 10 (десяти) рабочих дн") == (
        "оказывается в течение 10 (десяти) рабочих дней"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "Справка выдается без взимания платы в день обращения.",
        "Время приема граждан руководителем",
        "Плата не взимается",
        "15 мину т",
        "срок услуги",
    ],
)
def test_other_words_are_found_nowhere(quote: str) -> None:
    assert found(quote) is None


def test_a_quote_with_a_slip_is_looked_for_from_twelve_letters_on() -> None:
    """Shorter ones are like too many places."""
    assert words("оказываеться") == "оказывается"
    assert found("оказываится") is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("5 (пяти) рабочих дней", "в течение 15 (пятнадцати) рабочих дней"),
        ("не позднее 3 рабочих дней", "не позднее 5 рабочих дней"),
        ("размере 0,2 МРП", "в размере 0,5 МРП"),
    ],
)
def test_words_with_another_number_are_other_words(quote: str, text: str) -> None:
    assert found(quote, b.a_saying("term", "", text)) is None


def test_a_quote_that_is_longer_than_the_text_is_found_nowhere() -> None:
    assert found("Время ожидания в очереди не ограничено", b.a_saying("term", "", "Время.")) is None


@pytest.mark.parametrize("quote", ["...", "«»", ";", "   ", "\u00a0", '"'])
def test_a_quote_without_words_is_found_nowhere(quote: str) -> None:
    """There is no place of nothing; a stop stands in many."""
    there = found(quote, b.a_saying("term", "", "Время: 15 минут"))
    assert there is None


def test_a_comment_without_a_quote_has_no_place() -> None:
    record = texts(TERM)
    assert find_quote(record.comments[0], record.revisions[0]) is None


def test_the_first_of_several_places_is_taken_and_said_not_to_be_the_only_one() -> None:
    twice = b.a_saying("term", "", "Ожидание – 15 минут, обслуживание – 15 минут.")
    span = place("15 минут", twice)
    assert (span.start, span.end, span.is_only) == (11, 19, False)
    assert not place("15 МИНУТ", twice).is_only
    assert place("обслуживание – 15 минут", twice).is_only


def test_a_number_is_not_found_inside_another_one() -> None:
    both = b.a_saying("term", "", "Ожидание – 15 минут, обслуживание – 5 минут.")
    span = place("5 минут", both)
    assert (span.start, span.end, span.is_only) == (36, 43, True)
    assert found("5 минут", b.a_saying("term", "", "Ожидание – 15 минут.")) is None


# --- where it is looked for ----------------------------------------------------------------------


def test_a_heading_can_be_quoted() -> None:
    span = place("Срок оказания услуги")
    assert span.part is Part.HEADING
    assert words("Срок оказания услуги") == "Срок оказания услуги"


def test_the_text_goes_before_the_heading() -> None:
    both = b.a_saying("term", "", "Срок оказания услуги – 5 дней.", heading=TERM["heading"])
    assert place("Срок оказания услуги", both).part is Part.TEXT


def test_a_clause_inside_the_clause_can_be_quoted() -> None:
    group = {"id": "group", "number": "3", "heading": b.said("Топ", "Группа"), "clauses": [TERM]}
    assert place("10 (десяти) рабочих дней", group, clause="group").clause == "term"


def test_a_comment_on_a_clause_quotes_no_other_clause() -> None:
    assert found("На портал «электронного правительства»", clause="term") is None


def test_a_comment_on_the_whole_may_quote_any_clause() -> None:
    assert place("10 (десяти) рабочих дней", clause="whole").clause == "term"
    assert place("На портал «электронного правительства»", clause="whole").clause == "docs"


def test_a_comment_on_what_is_missing_may_quote_the_clause_before() -> None:
    assert place("10 (десяти) рабочих дней", clause={"after": "term"}).clause == "term"


def test_words_of_another_language_than_the_comments_are_found() -> None:
    span = place("10 (он) жұмыс күні", language="ru")
    assert (span.language, span.how) == ("kk", HowFound.EXACT)


def test_the_comments_own_language_goes_first() -> None:
    same = b.a_saying("term", "1414 нөмірі", "1414 нөмірі")
    assert place("1414", same, language="ru").language == "ru"
    assert place("1414", same, language="kk").language == "kk"


def test_the_stronger_way_goes_before_the_own_language() -> None:
    mixed = b.a_saying("term", "E-gov порталы", "е-gov порталы")
    assert place("E-gov", mixed, language="ru").language == "kk"


def test_a_clause_that_is_not_there_has_its_quote_looked_for_everywhere() -> None:
    assert place("10 (десяти) рабочих дней", clause="gone").clause == "term"
