"""Heads that ask what may be published: of the words, of the name, and the other way round."""

import pytest

from talqy.comments.showing_heads import speaks_of_showing
from talqy.comments.table_heads import field_of


def each(words: str) -> list[str]:
    return words.split(" | ")


ASKED = {
    "no_publication": (
        *each("Не публиковать | Прошу не публиковать | Не публиковать мое замечание"),
        *each("Возражаете ли Вы против публикации? | Отказ от публикации | Против публикации"),
        *each("Я отказываюсь от публикации | Не для публикации | Запрещаю публикацию"),
        *each("Есть ли у вас возражения против публикации? | Несогласие с публикацией"),
        *each("Жариялауға қарсымын | Жарияламау | Пікірімді жарияламаңыз | Жариялаудан бас тарту"),
        *each("Жариялауға қарсысыз ба? | Do not publish | Not for publication"),
        *each("I would NOT like my letter published | I don't agree to publication | Не для сайта"),
        *each(
            "Не показывать моё письмо | Публикацию не разрешаю | Согласия на размещение не даю"
            " | Не разрешаю вывешивать"
        ),
        *each("Жариялауға рұқсат бермеймін | Пікірді жарияламауды өтінемін"),
        *each(
            "Не против ли вы публикации? | Жариялауға қарсы емессіз бе? "
            "| No objection to publishing"
        ),
    ),
    "anonymous": (
        *each("Анонимно | Анонимное обращение | Остаться анонимным | Опубликовать анонимно?"),
        *each(
            "Аты-жөнім көрсетілмесін | Атым аталмасын | Есімім жарияланбасын | Имя не показывать"
        ),
        *each("ФИО не отображать | Моё имя не публикуйте | Имя не раскрывать"),
        *each("Не публиковать имя | Не показывать ФИО на сайте | Скрыть имя | Без указания имени"),
        *each(
            "Жасырын | Анонимді | Атымды жарияламау | Атым көрсетпеңіз | Anonymous | Hide my name"
        ),
    ),
    "name_consent": (
        *each("Атыңызды жариялауға келісесіз бе? | Согласны ли Вы на публикацию имени?"),
        *each("Согласие на публикацию имени | Публиковать имя? | Показывать ФИО на сайте"),
        *each("Можно ли указывать ваше имя при публикации? | Имя публиковать?"),
        *each("Аты-жөнімді көрсетуге рұқсат беремін | Есіміңіз жариялансын ба? | Publish my name"),
        *each("Разрешаете назвать ваше имя? | May we publish your name?"),
    ),
    "consent": (
        *each("публиковать | Можно ли публиковать | Опубликовать на сайте? | Жариялауға бола ма?"),
        *each("Пікірді жариялауға келісім | Жариялау | Пікіріңіз жариялансын ба? | Publish"),
        *each("Согласны ли вы на публикацию имени и комментария?"),
        *each(
            "Разрешаю вывесить на сайт | Можно выложить в интернет? | Разрешаете показать отзыв?"
        ),
        *each("Порталда орналастыруға рұқсат беремін | Please publish my letter"),
        *each("Сайтта жариялауға келісемін | This comment may be published"),
    ),
    "name": (
        *each("Имя или псевдоним для публикации | Ваше имя (если согласны на публикацию)"),
        *each("ФИО (анонимно – оставьте пустым)"),
    ),
    "": (
        "Имя, под которым опубликовать комментарий",
        *each("Ваше имя (не публикуется) | Телефон (не публиковать) | Не публиковать телефон"),
        *each("Дата публикации | Опубликовано | Ссылка на публикацию | Публикация"),
    ),
}


@pytest.mark.parametrize(
    ("field", "head"), [(field, head) for field in ASKED for head in ASKED[field]]
)
def test_what_a_head_asks_of_publication(field: str, head: str) -> None:
    assert field_of(head) == field


@pytest.mark.parametrize(
    "head", each("Опубликовано | Публикация | Жариялау туралы | Anonymity | Показ имени на сайте")
)
def test_other_heads_that_speak_of_it_are_asked_about(head: str) -> None:
    assert speaks_of_showing(head)


@pytest.mark.parametrize("head", each("Регион | Телефон | Имя файла | Показатель | Дата"))
def test_most_heads_do_not_speak_of_it(head: str) -> None:
    assert not speaks_of_showing(head)
