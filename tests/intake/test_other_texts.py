"""Numbers of another text are not those of the draft; what is compared with it is the draft's."""

import pytest

from talqy.intake.clause_mentions import bare_ordinals
from talqy.intake.other_texts import clause_of_another_text


@pytest.mark.parametrize(
    "text",
    [
        "В прежней редакции пункт 13 говорил про людей с инвалидностью. Верните его.",
        "В действующей редакции стандарта тринадцатый пункт был лучше.",
        "К проекту прошлого обсуждения: пункт 14, отправка результата.",
        "В проекте 2023 года пункт 5 был короче.",
        "В пункте 3 действующего стандарта было лучше.",
        "В редакции 1 пункт 5 был короче.",
        "Из r1 п. 5 верните.",
        "Бұрынғы редакциядағы 5-тармақты қайтарыңыз.",
        "2023 жылғы жобаның бесінші тармағындағы нысан қайтадан электрондық болсын.",
        "Қолданыстағы стандарттың 5-тармағы дұрыс еді.",
        "1-редакцияның 5-тармағы дұрыс еді.",
    ],
)
def test_a_clause_of_another_text_is_known(text: str) -> None:
    assert clause_of_another_text(text, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Пункт 5 хуже прежней редакции.",
        "В отличие от прежней редакции пункт 5 неясен.",
        "В прежней редакции пункт 5 был короче, а теперь пункт 5 длинен.",
        "В редакции 2 пункт 5 длинен.",
        "2-редакцияның 5-тармағы ұзақ.",
        "5-тармақ бұрынғы редакциядан нашар.",
        "В прежней редакции было лучше.",
        "Пункт 5 неясен.",
    ],
)
def test_words_of_this_draft_are_none(text: str) -> None:
    assert clause_of_another_text(text, 2) == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("По пятому пункту срок велик, а по восьмому – пошлину отменить.", ("восьмому",)),
        (
            "В третьем пункте добавить консульства, а в тринадцатом хранить дольше.",
            ("тринадцатом",),
        ),
        ("Үшінші тармақ ұзақ, ал сегізіншісінде баж көп.", ("сегізіншісінде",)),
    ],
)
def test_a_further_ordinal_is_a_further_clause(text: str, names: tuple[str, ...]) -> None:
    assert bare_ordinals(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "По пятому пункту срок велик, а в первом квартале его не хватит.",
        "Пункт 5: а во второй раз отказывают.",
        "Бесінші тармақ ұзақ, ал екінші рет бару қиын.",
        "Бірінші тармақ, ал екінші тармақта баж көп.",
    ],
)
def test_what_is_counted_otherwise_is_no_clause(text: str) -> None:
    assert bare_ordinals(text) == ()
