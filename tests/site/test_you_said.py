"""“You said – we changed”: a card can be read in the language of its page, and guesses nothing."""

import pytest

import builders as b
from cases import a_case, a_record
from discussed import DURING, IDS, decided
from sites import ROOT
from talqy.build import site
from talqy.language.edition import Edition, editions
from talqy.project.survey import survey
from talqy.site.pages.you_said import SaidView, you_said

OLD = b.said("Мерзімі – 5 жұмыс күні.\nҚызмет тегін.", "Срок – 5 рабочих дней.\nУслуга бесплатна.")
NEW = b.said("Мерзімі – 2 жұмыс күні.\nҚызмет тегін.", "Срок – 2 рабочих дня.\nУслуга бесплатна.")


def cards(edition: Edition) -> tuple[SaidView, ...]:
    return you_said(edition, edition.at(""), edition.register.records, 99)


def cards_of(
    language: str, new: b.Tree = NEW, *, received: str = DURING, answer: b.Tree | None = None
) -> tuple[SaidView, ...]:
    """Show a comment in Russian on a clause that is another in the second text."""
    heard = b.a_comment(IDS[0], received=received, language="ru", quote="Срок – 5 рабочих дней.")
    texts = [
        b.an_adopted_revision(clauses=[b.a_clause("term", text=OLD)]),
        b.a_revision(2, clauses=[b.a_clause("term", text=new)]),
    ]
    record = a_record(
        *texts, comments=[heard], responses=[decided(IDS[0], "accepted", **(answer or {}))]
    )
    case = a_case(record)
    both = {one.code: one for one in editions(ROOT, case.register, case.assessment)}
    return cards(both[language])


def a_card(language: str, new: b.Tree = NEW, **answer: object) -> SaidView:
    """Show the one card of a comment that came in time."""
    (card,) = cards_of(language, new, answer=answer)
    return card


def test_what_came_late_is_late_here_too_whatever_its_answer() -> None:
    assert len(cards_of("ru", received=DURING)) == 1
    assert cards_of("ru", received="2026-06-25") == ()


def test_every_card_of_the_demonstration_is_in_the_language_of_its_page() -> None:
    for edition in site(ROOT, survey(ROOT), "").editions:
        shown = cards(edition)
        assert len(shown) >= 5
        for card in shown:
            assert card.language == edition.code or card.retold, card.more.href
            assert card.trace.language == edition.code
            assert card.trace.before != card.trace.now


def test_the_changed_words_are_told_in_the_other_language() -> None:
    own, other = a_card("ru"), a_card("kk")
    assert "2 рабочих дня" in own.trace.now
    assert (other.trace.language, other.trace.now) == ("kk", "Мерзімі – 2 жұмыс күні.")
    assert other.trace.before == "Мерзімі – 5 жұмыс күні."
    assert (own.language_name, other.language_name) == ("", "орыс тілі")


def test_where_lines_do_not_agree_the_words_of_the_comment_stay() -> None:
    uneven = {"kk": "Мерзімі – 2 жұмыс күні. Қызмет тегін.", "ru": NEW["ru"]}
    card = a_card("kk", uneven)
    assert card.trace.language == "ru"
    assert "2 рабочих дня" in card.trace.now


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_short_content_is_for_those_who_do_not_read_the_comment(language: str) -> None:
    card = a_card(language, gist={"kk": "Мерзімді екі күнге дейін қысқартуды сұрайды."})
    assert bool(card.retold) is (language == "kk")


def test_what_is_only_promised_is_told_as_promised() -> None:
    (card,) = cards_of("ru")
    assert not card.is_law
    assert card.holds == "Пока только в проекте: не действует"


def test_words_in_force_come_first_and_of_each_standard_one() -> None:
    for edition in site(ROOT, survey(ROOT), "").editions:
        shown = cards(edition)
        promised = [not card.is_law for card in shown]
        assert promised == sorted(promised)
        assert shown[0].holds in {"Қазір қолданыста", "Действует сейчас"}
        law = [card.standard for card in shown if card.is_law]
        few = you_said(edition, edition.at(""), edition.register.records, len(set(law)))
        assert [card.standard for card in few] == list(dict.fromkeys(law))
