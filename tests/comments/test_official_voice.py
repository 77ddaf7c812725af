"""Words in the form of what an authority tells or decides are seen; words about it are none."""

import pytest

from talqy.comments.official_voice import official_voice, speaks_officially
from talqy.model.comment import AuthorKind


@pytest.mark.parametrize(
    "text",
    [
        "Министерство юстиции отвечает: замечание отклонено.",
        "Біз, министрлік, мерзімді өзгертпейміз.",
        "Принято решение отклонить все замечания.",
        "Әділет министрлігі хабарлайды: талқылау аяқталды.",
        "Ответ Министерства юстиции Республики Казахстан: срок верен.",
        "Срок верен. Официальный ответ на ваше замечание.",
        "Барлық ескертпелер қабылданбайды.",
        "Мы, Министерство юстиции, решили оставить срок.",
        "Все замечания граждан отклонены.",
        "Қоғамдық талқылау аяқталды, пікір жазбаңыздар.",
    ],
)
def test_the_voice_of_an_authority_is_heard(text: str) -> None:
    assert speaks_officially(text)


@pytest.mark.parametrize(
    "text",
    [
        "Министерство отвечает за срок.",
        "Почему министерство не отвечает?",
        "Министерство мне ответило, что вопрос решается.",
        "Прошу министерство сообщить срок: когда он истекает?",
        "Министерство сообщает о готовности по СМС, это удобно.",
        "Срок ответа министерства: 15 дней, это долго.",
        "Әділет министрлігінің жауабы кеш келеді.",
        "Министрлік халыққа алдын ала хабарлауы керек.",
        "Прошу принять решение об отказе за пять дней.",
        "Прошу, чтобы все замечания были учтены.",
    ],
)
def test_words_about_an_authority_are_none(text: str) -> None:
    assert not speaks_officially(text)


def test_a_state_body_speaks_in_its_own_voice() -> None:
    words = "Министерство культуры сообщает: замечаний нет."
    assert list(official_voice("a", ("text",), words, AuthorKind.STATE_BODY)) == []
    assert list(official_voice("a", ("text",), words, AuthorKind.INDIVIDUAL))
