"""A wording that was asked for: what it is compared with, and how much of it was taken over."""

import pytest

import builders as b
from talqy.compare.proposals import TakenUp, against, taken
from talqy.compare.redline import Mark
from talqy.model.revision import Clause

TERM = "Услуга оказывается в течение 10 рабочих дней. Отказ выдается в письменном виде."
ITEMS = "Представляются:\n1) заявление;\n2) копия свидетельства о браке;\n3) справка с работы."


def clause(text: str, name: str = "term") -> Clause:
    """Make a clause in Russian."""
    return Clause.model_validate(b.a_clause(name, text={"ru": text}))


def beside(proposal: str, text: str, quoted: str = "") -> tuple[str, str] | None:
    """Return the passage that a proposal is compared with, and the proposal beside it."""
    marked = against(proposal, clause(text), "ru", quoted)
    return None if marked is None else (marked.before, marked.after)


def how(proposal: str, before: str, *after: str) -> TakenUp | None:
    """Say how much of a proposal was taken over."""
    return taken(proposal, clause(before), [clause(text) for text in after], "ru")


# --- what it is compared with --------------------------------------------------------------------


def test_a_proposal_stands_beside_the_sentence_that_it_is_like() -> None:
    wanted = "Услуга оказывается в течение 5 рабочих дней"
    assert beside(wanted, TERM) == ("Услуга оказывается в течение 10 рабочих дней.", wanted)


def test_a_proposal_stands_beside_the_line_that_it_is_like() -> None:
    assert beside("2) сведения о браке;", ITEMS) == (
        "2) копия свидетельства о браке;",
        "2) сведения о браке",
    )


def test_a_proposal_of_two_lines_stands_beside_two_lines() -> None:
    wanted = "2) сведения о браке;\n3) справка с работы"
    assert beside(wanted, ITEMS) == (
        "2) копия свидетельства о браке;\n3) справка с работы.",
        wanted,
    )


def test_a_proposal_of_a_whole_text_stands_beside_the_whole_text() -> None:
    wanted = TERM.replace("10", "5").replace("в письменном виде", "на бумаге")
    assert beside(wanted, TERM) == (TERM, wanted.rstrip("."))


def test_a_proposal_stands_beside_the_words_that_the_comment_quotes() -> None:
    assert beside("5 рабочих дней", TERM, "10 рабочих дней") == (
        "10 рабочих дней",
        "5 рабочих дней",
    )


PORTAL = (
    "Заявление подают в отделе.\nТакое заявление подается не ранее чем за 30 дней до дня истечения"
    " срока и не позднее 10 дней после этого дня."
)
REFUSAL = (
    "Отказывают при представлении неполного пакета документов и (или) документов с истекшим сроком"
    " действия, о чем выдают расписку."
)


def changed(proposal: str, text: str, quoted: str = "") -> tuple[list[str], list[str]]:
    """Return the words that a proposal takes out, and those that it puts in."""
    marked = against(proposal, clause(text), "ru", quoted)
    assert marked
    return list(marked.said(Mark.REMOVED)), list(marked.said(Mark.ADDED))


@pytest.mark.parametrize("quoted", ["", "не позднее 10 дней после этого дня"])
def test_words_left_out_at_the_beginning_are_not_taken_out(quoted: str) -> None:
    wanted = (
        "… не ранее чем за 60 дней до дня истечения срока и не позднее 30 дней после этого дня."
    )
    assert changed(wanted, PORTAL, quoted) == (["30", "10"], ["60", "30"])


def test_words_left_out_at_both_ends_are_neither_taken_out_nor_put_in() -> None:
    wanted = "… и (или) документов с истекшим сроком действия (кроме того, который заменяется) …"
    removed, added = changed(wanted, REFUSAL, "документов с истекшим сроком действия")
    assert removed == []
    assert " ".join(added).strip() == "(кроме того, который заменяется)"


def test_words_left_out_in_the_midst_are_not_taken_out() -> None:
    wanted = (
        "Такое заявление подается не ранее чем за 60 дней ... не позднее 30 дней после этого дня"
    )
    assert changed(wanted, PORTAL) == (["30", "10"], ["60", "30"])
    became = PORTAL.replace("за 30", "за 60").replace("10 дней", "30 дней")
    assert how(wanted, PORTAL, became) is TakenUp.FULL


def test_a_sign_between_figures_leaves_no_words_out() -> None:
    wanted = "Услуга оказывается в течение 5…10 рабочих дней"
    assert beside(wanted, TERM) == ("Услуга оказывается в течение 10 рабочих дней.", wanted)


SHEETS = (
    "Представляются:\n1) копия свидетельства о браке, если супруги состоят в браке;\n"
    "2) сведения о рождении, получаемые из информационной системы. Копия остается у услугодателя."
)


@pytest.mark.parametrize(
    ("quoted", "passage"),
    [
        ("копия свидетельства о браке, если супруги состоят в браке", None),
        ("если супруги состоят в браке", None),
        ("сведения о рождении", "2) сведения о рождении, получаемые из информационной системы."),
        ("Список документов", "2) сведения о рождении, получаемые из информационной системы."),
        ("", "2) сведения о рождении, получаемые из информационной системы."),
    ],
)
def test_a_proposal_is_never_compared_with_what_the_comment_does_not_quote(
    quoted: str, passage: str | None
) -> None:
    wanted = "сведения о браке, получаемые из информационной системы «ЗАГС»"
    found = beside(wanted, SHEETS, quoted)
    own = "1) копия свидетельства о браке, если супруги состоят в браке;"
    assert found is None or found[0] in ((passage,) if passage else (quoted, own))


def test_a_proposal_that_is_like_nothing_stands_alone() -> None:
    assert beside("Предусмотреть вызов специалиста на дом", ITEMS) is None
    assert against("Ввести", clause("Услуга."), "kk") is None


def test_only_the_words_that_differ_are_marked() -> None:
    marked = against("Услуга оказывается в течение 5 рабочих дней.", clause(TERM), "ru")
    assert marked is not None
    assert list(marked.said(Mark.REMOVED))[:1] == ["10"]
    assert list(marked.said(Mark.ADDED)) == ["5"]


@pytest.mark.parametrize("written", ["«{}»", "“{}.”", '"{};"', " {} ", "{}.", "{};"])
def test_quotation_marks_around_a_proposal_and_its_stop_are_not_asked_for(written: str) -> None:
    wanted = "Услуга оказывается в течение 5 рабочих дней"
    found = beside(written.format(wanted), TERM)
    assert found is not None
    assert found[1] == wanted


def test_quotation_marks_of_two_names_belong_to_them() -> None:
    wanted = "«Правительство для граждан» или «Казпочта»"
    found = beside(wanted, "«Правительство для граждан» или «электронное правительство»")
    assert found is not None
    assert found[1] == wanted


@pytest.mark.parametrize("proposal", ["...", "«»", " ", ";"])
def test_a_proposal_without_words_stands_beside_nothing(proposal: str) -> None:
    assert beside(proposal, TERM) is None
    assert how(proposal, TERM, TERM) is None


# --- how much of it was taken over ---------------------------------------------------------------

FIVE = "Услуга оказывается в течение 5 рабочих дней. Отказ выдается в письменном виде."


@pytest.mark.parametrize(
    "proposal",
    [
        "в течение 5 рабочих дней",
        "«В течение 5 рабочих дней»",
        "Услуга оказывается в течение 5 рабочих дней. Отказ выдается в письменном виде.",
        "В ТЕЧЕНИЕ 5 РАБОЧИХ\nДНЕЙ;",
    ],
)
def test_a_proposal_that_stands_in_the_text_now_was_taken_over(proposal: str) -> None:
    assert how(proposal, TERM, FIVE) is TakenUp.FULL


def test_a_proposal_may_be_taken_over_into_another_clause() -> None:
    assert how("в течение 5 рабочих дней", TERM, "Осталось.", FIVE) is TakenUp.FULL


def test_a_third_of_the_new_words_is_a_part() -> None:
    wanted = "Сведения о браке, доходах и составе семьи услугодатель получает из систем"
    became = f"{ITEMS} Сведения о браке услугодатель получает сам."
    assert how(wanted, ITEMS, became) is TakenUp.PART


def test_words_that_did_not_come_were_not_taken_over() -> None:
    assert how("в течение 5 рабочих дней", TERM, TERM.replace("10", "8")) is TakenUp.NOT
    assert how("в течение 5 рабочих дней", TERM, TERM) is TakenUp.NOT


def test_words_that_were_there_already_are_no_new_words() -> None:
    assert how("в течение 10 рабочих дней", TERM, FIVE) is None
    assert how("дней 10 рабочих течение", TERM, FIVE) is None


def test_a_clause_that_was_not_there_has_no_words_of_its_own() -> None:
    became = [clause("Сведения о браке услугодатель получает сам.", "marriage")]
    assert taken("Сведения о браке услугодатель получает сам", None, became, "ru") is TakenUp.FULL
    assert taken("Ввести плату за справку", None, became, "ru") is TakenUp.NOT


def test_another_number_is_not_the_one_that_was_asked_for() -> None:
    """Words are compared as words: 15 is no 5."""
    fifteen = TERM.replace("10", "15")
    assert how("5 рабочих дней", TERM, fifteen) is TakenUp.NOT
    assert how("5 рабочих дней", fifteen, FIVE) is TakenUp.FULL


def test_only_the_language_of_the_comment_counts() -> None:
    both = Clause.model_validate(b.a_saying("term", "5 жұмыс күні", "8 рабочих дней"))
    before = Clause.model_validate(b.a_saying("term", "10 жұмыс күні", "10 рабочих дней"))
    assert taken("5 жұмыс күні", before, [both], "kk") is TakenUp.FULL
    assert taken("5 рабочих дней", before, [both], "ru") is TakenUp.NOT
