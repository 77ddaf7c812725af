"""What an author wants: told by whole sayings, assumed and said, or nothing at all."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_message, put
from talqy.comments.wishes import asks_nothing, wish_of
from word_files import a_word, paragraph


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


SUPPORT = (
    "Полностью поддерживаю проект",
    "Поддерживаем!",
    "Проект поддерживаю полностью.",
    "Согласна с данным проектом",
    "Жобаны толық қолдаймын",
    "Осы стандарт жобасын қолдаймыз.",
    "I support this draft.",
    "Полностью поддерживаю проект, очень нужные изменения.",
    "Жобаны толық қолдаймын, өте дұрыс шешім.",
    "Поддерживаем данный проект. Давно пора!",
    "Осы жобаны қолдаймыз, халыққа пайдалы болады.",
)
SUPPORT_AND_MORE = (
    "Поддерживаю проект, если срок сократят.",
    "Поддерживаю проект, только плата великовата.",
    "Поддерживаю проект, зачем столько справок?",
    "Жобаны қолдаймын, егер ақысы төмендесе.",
    "Поддерживаю проект, жаль портал не работает.",
)
OBJECTION = (
    "Я против проекта.",
    "Не поддерживаю данный проект",
    "Категорически возражаю против проекта",
    "Жобаға қарсымын",
    "Стандарт жобасын қолдамаймын.",
)
CHANGE = (
    "Срок слишком велик.",
    "Поддерживаю проект, но срок надо сократить.",
    "Жобаны қолдаймын, бірақ мерзімді қысқарту керек.",
    "Спасибо за проект, прошу добавить портал.",
)
# Thanks and praise beside which something stands that has to be answered.
THANKS_AND_MORE = (
    "Спасибо, всё подробно описано, но срок велик.",
    "Благодарю, изложено хорошо. Добавьте подачу через банк.",
    "Не всё хорошо расписано, спасибо.",
    "Спасибо, хорошо расписано только про центр.",
    "Рақмет, бәрі анық жазылған, бірақ мерзімі ұзақ.",
    "Рақмет, бәрі түсінікті жазылмаған.",
    "Бәрі түсінікті жазылса екен.",
    "Хорошо бы всё расписать подробнее.",
    "Всё плохо расписано.",
    "Спасибо, что не убрали справку.",
    "Спасибо, что убрали справку, но срок надо сократить.",
    "Thanks, but it is not clearly written.",
    "Стандарт написан непонятно.",
)


def test_support_with_a_condition_is_not_sure() -> None:
    assert [text for text in SUPPORT_AND_MORE if wish_of(text) == wish_of(SUPPORT[0])] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "support") for text in SUPPORT),
        *((text, "objection") for text in OBJECTION),
        *((text, "change") for text in CHANGE),
        ("А нужна ли справка?", "question"),
    ],
)
def test_plain_words_tell_the_kind(text: str, kind: str) -> None:
    wish = wish_of(text)
    assert (wish.kind, wish.is_sure) == (kind, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Я против платы за справку.", "objection"),
        ("Очень поддерживаю бесплатную справку для семей.", "support"),
        ("Ауылдағы қабылдауды қолдаймын.", "support"),
        ("Мен жобаға қарсы емеспін.", "support"),
        ("Очень хороший проект, спасибо!", "support"),
        ("Стандарт составлен грамотно, благодарю.", "support"),
        ("Жобада бәрі толық көрсетілген, рақмет.", "support"),
        ("Спасибо, что убрали лишнюю справку!", "support"),
        ("Мерзімді қысқартқаныңыз үшін көп рақмет.", "support"),
    ],
)
def test_what_is_only_likely_is_told(text: str, kind: str, project: Path) -> None:
    found = of_file(project, put(project, "a.eml", a_message(text)))
    assert "I36" in codes(found)
    assert [comment.kind for comment in comments(project)] == [kind]


def test_praise_beside_a_wish_is_what_the_wish_is() -> None:
    assert {wish_of(text).kind for text in THANKS_AND_MORE} == {"change"}


NOTHING = (
    "Спасибо, понятно.",
    "Большое спасибо за вашу работу!",
    "Рақмет, түсінікті.",
    "Еңбектеріңізге рахмет",
    "Согласовано",
    "Ознакомлен.",
    "Танысып шықтым.",
    "Спасибо, всё подробно и понятно изложено.",
    "Очень грамотно написано!",
    "Отличная работа, так держать.",
    "Меня всё устраивает, спасибо вам.",
    "Рақмет, барлығы анық көрсетілген.",
    "Жақсы жазылыпты, рақмет сіздерге!",
    "Рахмет, барин тусиникти жазылган.",
    "Бәрі ұнады, жарайсыздар.",
    "Thank you, everything is clearly explained.",
    "Келісілді",
    "Замечаний нет",
    "Возражений не имеем.",
    "Жобаға ескертпелер жоқ",
)


@pytest.mark.parametrize("text", NOTHING)
def test_thanks_and_marks_of_sight_ask_for_nothing(text: str) -> None:
    assert asks_nothing(text)
    assert not any(map(asks_nothing, (*SUPPORT, *OBJECTION, *CHANGE, *THANKS_AND_MORE)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", a_message(NOTHING[1]).as_bytes()),
        ("a.docx", a_word(paragraph(NOTHING[1]))),
        ("a.csv", a_csv(("Дата", "Замечание"), ("10.11.2026", NOTHING[1]))),
    ],
)
def test_no_door_takes_thanks_for_a_comment(name: str, data: bytes, project: Path) -> None:
    file = put(project, name, data)
    received = ("--received", "2026-11-10")
    assert "G30" in codes(of_file(project, file, *received, status=1))
    assert comments(project) == []
    of_file(project, file, *received, "--kind", "support")
    assert [comment.kind for comment in comments(project)] == ["support"]


def test_an_advertisement_is_no_comment(project: Path) -> None:
    message = a_message("Скидки на двери до конца недели!", List_Unsubscribe="<mailto:a@b.kz>")
    assert "I43" in codes(of_file(project, put(project, "a.eml", message), status=1))


@pytest.mark.parametrize(
    "text",
    [
        "123456789012",
        "1234567890 - 55",
        "Замечаний и предложений нет",
        "Нет замечаний.",
        "Ескертпелер мен ұсыныстар жоқ",
    ],
)
def test_a_row_without_an_opinion_is_left_also_beside_a_proposal(text: str, project: Path) -> None:
    heads = ("Дата", "Пункт", "Замечание", "Предложение")
    file = put(project, "a.csv", a_csv(heads, ("10.11.2026", "2", text, "Два дня.")))
    # Of no remark and a proposal the proposal is what is said; it is too short here.
    assert {"G30", "G15"} & set(codes(of_file(project, file, status=1)))
    assert comments(project) == []


@pytest.mark.parametrize(
    "text",
    [
        "Замечаний и предложений по проекту не имеем.",
        "Замечаний к данному проекту стандарта нет",
        "Ұсыныс-пікірлер жоқ.",
    ],
)
def test_who_has_nothing_to_say_of_the_draft_says_nothing(text: str) -> None:
    assert asks_nothing(text)


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        *(
            ("Да, да, да", True),
            ("Иә, иә, иә!", True),
            ("Нет. Нет. Нет.", True),
            ("Ок ок ок", True),
        ),
        *(("Да, срок слишком велик", False), ("Иә, мерзімі ұзақ", False)),
        *(("Даём три дня", False), ("да " * 2_000 + "срок", False)),
    ],
)
def test_yes_and_no_say_nothing_of_a_draft(said: str, *, nothing: bool) -> None:
    assert asks_nothing(said) is nothing


@pytest.mark.parametrize(
    "text",
    [
        "Мне нравится пункт о матерях, оставьте как есть.",
        "Мне нравится, что отменили справку, оставьте.",
        "Хороший пункт, пусть так и останется.",
        "Всё правильно, ничего не меняйте.",
        "Пункт хороший, не трогайте его.",
        "Правильно сделали, сохраните этот порядок.",
        "Маған аналар туралы тармақ ұнайды, солай қалдырыңыз.",
        "Осылай қала берсін, дұрыс.",
    ],
)
def test_who_likes_it_as_it_is_is_not_counted_unseen_among_those_who_ask_for_a_change(
    text: str,
) -> None:
    assert not wish_of(text).is_sure


def test_who_does_not_like_it_asks_for_a_change() -> None:
    assert wish_of("Мне не нравится срок.").is_sure
