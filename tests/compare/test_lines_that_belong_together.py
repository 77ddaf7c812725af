"""Lines that were split, joined, wrapped anew or moved: what did not change is not marked."""

import pytest

from talqy.compare.redline import Mark, RedLine, redline, rows

SIGNS = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}


def shown(old: str, new: str) -> list[str]:
    """Print the lines of a redline as a reader sees them; what moved begins with a star."""
    return [
        "*" * bool(line.moved) + "".join(SIGNS[mark].format(text) for mark, text in row)
        for line in redline(old, new).lines
        for row in rows(line.moved or line.pieces)
    ]


def one_side(line: RedLine, side: Mark) -> list[str]:
    """Return the lines of one text in a line of a redline, without marks."""
    return ["".join(text for _, text in row) for row in rows(line.pieces, side)]


COMPLAINT = "Каждый вправе обратиться. Жалоба рассматривается в течение пяти дней."


def test_a_line_end_alone_is_marked_where_a_line_was_split() -> None:
    assert shown(COMPLAINT, COMPLAINT.replace(". Ж", ".\nЖ")) == [
        "Каждый вправе обратиться.{+¶+}",
        "Жалоба рассматривается в течение пяти дней.",
    ]


def test_a_line_end_alone_is_marked_where_two_were_joined() -> None:
    assert shown(COMPLAINT.replace(". Ж", ".\nЖ"), COMPLAINT) == [
        "Каждый вправе обратиться.[-¶-]{+ +}Жалоба рассматривается в течение пяти дней.",
    ]


def test_both_texts_can_be_shown_alone() -> None:
    (line,) = redline(COMPLAINT, COMPLAINT.replace(". Ж", ".\nЖ")).lines
    assert one_side(line, Mark.REMOVED) == [COMPLAINT]
    assert one_side(line, Mark.ADDED) == [
        "Каждый вправе обратиться.¶",
        "Жалоба рассматривается в течение пяти дней.",
    ]


def test_a_list_that_became_a_sentence_keeps_its_words() -> None:
    assert shown(
        "Жалоба подается:\n1) услугодателю;\n2) в суд.",
        "Жалоба подается услугодателю либо в суд.",
    ) == ["Жалоба подается[-:¶1)-] услугодателю[-;¶2)-]{+ либо+} в суд."]


def test_words_that_were_put_in_are_marked_in_a_sentence_that_was_wrapped_anew() -> None:
    old = "Получатель представляет заявление\nпо форме и документы."
    new = "Получатель (представитель) представляет\nзаявление по форме и\nдокументы."
    assert shown(old, new) == [
        "Получатель {+(представитель) +}представляет{+¶+}",
        "заявление[-¶-]{+ +}по форме и{+¶+}",
        "документы.",
    ]


def test_an_item_that_moved_is_no_new_one() -> None:
    old = "1) заявление;\n2) копия паспорта;\n3) справка о месте жительства;\n4) фотография."
    new = "1) справка о месте жительства;\n2) заявление;\n3) копия паспорта;\n4) фотография."
    assert shown(old, new) == [
        "*[-3)-]{+1)+} справка о месте жительства;",
        "[-1)-]{+2)+} заявление;",
        "[-2)-]{+3)+} копия паспорта;",
        "*[-3) справка о месте жительства;-]",
        "4) фотография.",
    ]


def test_one_good_pair_is_worth_more_than_two_poor_ones() -> None:
    """Art. 5 of the bill, items 6 to 8, and of the law, items 6 to 9."""
    old = (
        "6) қызмет көрсетудің орындалу мәртебесі туралы сұрау бойынша хабардар етуге;\n"
        "7) шағымдарды қарауға және алушыларды қабылданған шаралар туралы хабардар етуге;"
    )
    new = (
        "6) қызметкерлердің біліктілігін арттыруға, қарым-қатынас дағдыларына үйретуге;\n"
        "7) шағымдарды осы Заңда белгіленген мерзімде қарауға және алушыларды хабардар етуге;"
    )
    marked = redline(old, new).lines
    assert {(line.before or "")[:2] for line in marked if line.after and line.before} == {"7)"}


def test_what_opens_a_list_is_no_item_of_it() -> None:
    old = "1) атауы;\n2) қызмет көрсету тәртібі:\nа) қағазда;"
    new = "1) атауы.\nқызмет көрсету тәсілдері;\nа) қағазда."
    assert "[-2) қызмет көрсету тәртібі:-]" in shown(old, new)


def test_an_insertion_is_not_broken_at_a_word_that_it_repeats() -> None:
    assert shown(
        "мемлекеттік көрсетілетін қызметтердің сапасы",
        (
            "бір күнде көрсетілетін мемлекеттік қызметтерді қоспағанда, "
            "мемлекеттік қызметтердің сапасы"
        ),
    ) == [
        (
            "{+бір күнде көрсетілетін мемлекеттік қызметтерді қоспағанда, +}мемлекеттік "
            "[-көрсетілетін -]қызметтердің сапасы"
        ),
    ]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_nobody_sees_is_not_marked(sign: str) -> None:
    assert redline(f"услуго{sign}получатель", "услугополучатель").is_kept
