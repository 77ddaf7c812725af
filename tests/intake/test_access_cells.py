"""Who keeps a row from the site is heard under any head, however the question is put."""

import pytest

from intakes import a_csv
from talqy.comments.consent_words import consent_of
from talqy.intake.importing import read_intake
from talqy.intake.submission import Submission

TEXT = "Срок слишком длинный, прошу сократить"
HEADS = ("Дата", "ФИО", "Замечание")


def each(words: str) -> list[str]:
    return words.split(" | ")


def rows(head: str, *cells: str) -> tuple[Submission, ...]:
    """Read one row for each cell, below a head that stands beside those of a comment."""
    texts = enumerate(cells)
    lines = [("18.11.2026", "Иванов Иван", f"{TEXT}, {at}.", cell) for at, cell in texts]
    return read_intake(a_csv((*HEADS, head), *lines), "a.csv", "Asia/Almaty").submissions


def is_held(found: Submission) -> bool:
    """Return whether a row is asked about or left, or answers a question that is understood."""
    return bool(found.notes) or "consent" in found.said


ASKS = (
    *each("Можно ли выложить Ваш ответ на портал? | Опубликовать моё предложение? | Показ ответа"),
    *each("Вы согласны, чтобы Ваше замечание увидели все? | Ваш комментарий можно показать?"),
    *each("Размещение ответа | Видимость ответа | На портал? | Спрятать или показать ответ"),
    *each("Спрятать моё письмо | Закрытое обращение | Доступ к ответу | Кому виден ответ"),
    *each("Жауабыңызды порталға шығаруға бола ма? | Пікіріңізді басқаларға көрсетейік пе?"),
    *each("Ұсынысыңыз ашық болсын ба? | Жауапты жасырыңыз | Көпшілікке ашық | Сайтта көрінуі"),
    *each("May others read it? (show my answer) | Hide this comment | Share it on the website"),
)
ANSWERS = (
    *(("Да", "Нет"), ("Иә, бола береді", "Жоқ, болмайды"), ("Разрешаю", "Не разрешаю")),
    *(("открытый", "закрытый"), ("+", "-"), ("✓", ""), ("для всех", "только для ведомства")),
    *(("Да, пожалуйста", "Нет, спасибо", "пожалуй, не стоит"), ("public", "private")),
)


def test_no_answer_below_a_head_that_speaks_of_showing_is_passed_over() -> None:
    passed = [
        (head, cell)
        for head in ASKS
        for cells in ANSWERS
        for cell, found in zip(cells, rows(head, *cells), strict=True)
        if not is_held(found)
    ]
    assert passed == []


SOFT = (
    *each("Лучше не надо | Не хотелось бы | Нежелательно | Не надо | Лучше не стоит | не стоит"),
    *each(
        "Пожалуй, не стоит | Лучше не указывать | Не хотелось бы публиковать имя | Лучше без имени"
    ),
    *each("Нет, не нужно | Спасибо, не надо | Предпочла бы не указывать | Керек емес | Қажет емес"),
    *each("Жоқ, керегі жоқ | Көрсетпей-ақ қойыңыз | Жарияламай-ақ қойыңыз | Қажеті жоқ"),
    *each("Көрсетпегені жөн | Rather not | I would prefer not to | No need, thanks"),
)
OF_NAMES = (
    *each("Можно ли указать ваше имя рядом с комментарием?"),
    *each("Согласны ли вы, чтобы имя стояло под комментарием и публиковалось?"),
    *each(
        "Атыңызды пікірдің қасында көрсетуге бола ма? | Можно поставить ваше имя под замечанием?"
    ),
    *each("May we show your name next to your comment?"),
)


def test_a_soft_refusal_is_a_no_and_no_unknown_word_publishes_a_name() -> None:
    cells = ("Да", *SOFT, "Как хотите", "посмотрим", "Өздеріңіз біліңіздер")
    shown = []
    for head in OF_NAMES:
        first, *others = rows(head, *cells)
        assert (first.notes, first.said.get("name")) == ((), "Иванов Иван"), head
        for cell, found in zip(cells[1:], others, strict=True):
            if not found.notes and found.said.get("name") == "Иванов Иван":
                shown.append((head, cell))
    assert shown == []


@pytest.mark.parametrize("said", [one for one in SOFT if one != "Көрсетпегені жөн"])
def test_a_soft_refusal_refuses_consent(said: str) -> None:
    assert consent_of(said) is False


@pytest.mark.parametrize(
    "said",
    each(
        "Не надо скрывать | Лучше да | Не стоит прятать имя | Керек | Не надо удалять, публикуйте"
    ),
)
def test_what_refuses_something_else_is_no_refusal(said: str) -> None:
    assert consent_of(said) is not False


@pytest.mark.parametrize("head", each("Нужна ли вам консультация? | Көмек керек пе? | Справка"))
def test_a_soft_no_to_something_else_keeps_no_row(head: str) -> None:
    assert not any(found.notes for found in rows(head, "по телефону", "Не надо", "в мае", "июнь"))


REFUSALS = each("закрытый | Тек министрлікке | Только для разработчика | не разрешаю | private")


def test_a_refusal_in_words_is_heard_below_any_head() -> None:
    heads = each("Режим | Q9 | Особые отметки | Признак | Примечание | Ескерту | Ответ")
    passed = [
        (head, cell)
        for head in heads
        for cell in REFUSALS
        if not any(map(is_held, rows(head, "смотри выше", "в отдел", "позже", cell)))
        if (head, cell) != ("Ответ", "не разрешаю")  # so the authority answers
    ]
    assert passed == []


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Вы уже обращались за справкой?", "Да | Нет"),
        ("Осы қызметті пайдаландыңыз ба?", "Иә | Жоқ"),
        ("Ответ опубликован", "Да | Нет"),
        ("Жауап жіберілді", "иә | жоқ"),
        ("Ответ разработчика", "Нет | Да"),
        ("Принято решение", "да | нет"),
        ("Показывать номер телефона?", "Нет | Да"),
        ("Хотите ли Вы получить ответ?", "Да | Нет"),
        ("Живёте в городе?", "Нет | Да"),
        ("Позиция органа", "Не поддерживается | Учтено"),
        ("Куда звонили", "только один раз | дважды"),
        ("Доступность услуги", "хорошая | плохая"),
        ("Қызмет көрсету орны", "ХҚКО | портал"),
        ("Ссылка на публикацию", "https://example.kz/1 | https://example.kz/2"),
        ("Исполнитель", "Үлгі А. | Мысал Б."),
    ],
)
def test_what_asks_for_something_else_keeps_no_row(head: str, cells: str) -> None:
    assert not any(found.notes for found in rows(head, *each(cells)))


def test_a_tick_that_is_missing_in_a_line_without_its_end_is_no_consent() -> None:
    data = f"Дата;Замечание;Разместить ответ\n18.11.2026;{TEXT}, 1.;✓\n18.11.2026;{TEXT}, 2.\n"
    found = read_intake(data.encode(), "a.csv", "Asia/Almaty").submissions
    assert [is_held(one) for one in found] == [True, True]


@pytest.mark.parametrize(
    ("head", "first"), [("Скрыть ответ", "no_publication"), ("Показать ответ всем", "consent")]
)
def test_the_map_that_is_offered_turns_no_answer_round(head: str, first: str) -> None:
    note = rows(head, "Да", "Нет")[0].notes[0]
    assert note.values["field"] == first


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        *((one, True) for one in each("Иә, болады | Да, можно | Да, пожалуйста | Иә, бола береді")),
        *((one, False) for one in each("Жоқ, болмайды | Нет, нельзя | Нет, спасибо | Жоқ, рахмет")),
        *((one, None) for one in each("Да, только для министерства | Да, но не всем | подумаю")),
    ],
)
def test_the_column_is_understood_once_it_is_mapped(said: str, agrees: bool | None) -> None:  # noqa: FBT001
    assert consent_of(said) is agrees


SET_ASIDE = (
    *each(
        "автор звонил, просил убрать с сайта | просит снять, спасибо | удалить с портала | снять"
    ),
    *each("по телефону отказался | отказалась от размещения | на портал не выкладывать"),
    *each("просила не показывать соседям | заявитель против | не разрешил | внутреннее"),
    *each("сайттан өшіруді сұрады | порталға салмауды өтінді | басқаларға көрсетпеуді сұрады"),
)
NAMELESS = (
    *each("анонимно | Аноним. | инкогнито | анонимное письмо | имя: нет | звонил сам, имя скрыть"),
    *each("автор пожелал остаться неизвестным | просит не называть себя | просила убрать фамилию"),
    *each("аты-жөнін жазбауды сұрады | есімін атамауды өтінді | анонимді | белгісіз қалғысы келді"),
)
SOUND = (
    *each("закрыто | проверено | ответ дан | дубль № 7 | снято с контроля | отказалась от услуги"),
    *each(
        "не показывает сайт | имя уточнить | просила перезвонить | удалить дубль | убрать телефон"
    ),
    *each("тексерілді | жауап берілді | қайталанған өтініш | нет | жоқ | автор неизвестен"),
)


def test_notes_of_a_register_are_heard() -> None:
    def told(note: str, head: str) -> tuple[list[str], bool]:
        (found,) = rows(head, note)
        return [one.code for one in found.notes], found.said["name"] == "Иванов Иван"

    heads = ("Примечание", "Ескерту")
    right = {
        **dict.fromkeys(SET_ASIDE, (["I51"], True)),
        **dict.fromkeys(NAMELESS, ([], False)),
        **dict.fromkeys(SOUND, ([], True)),
    }
    pairs = [(note, head) for note in right for head in heads]
    wrong = [(*pair, told(*pair)) for pair in pairs if told(*pair) != right[pair[0]]]
    assert wrong == []


def answers(head: str, *cells: str) -> list[str]:
    """Return what a column says of each row: that it agrees, refuses, or is not understood."""
    said = {"I16": "no", "I51": "no", "I57": "?"}
    return [
        next((said[note.code] for note in found.notes if note.code in said), "")
        or {True: "yes", False: "no", None: "?"}[consent_of(found.said.get("consent", "yes"))]
        for found in rows(head, *cells)
    ]


BOXES = (
    *(("☑", "☐"), ("[x]", "[ ]"), ("[Х]", "[]"), ("(+)", "( )"), ("✔️", "✗"), ("☒", "☐")),
    *(("✅", "❌"), ("+", "−"), ("checked", "unchecked"), ("Отмечено", "Не отмечено")),
)


@pytest.mark.parametrize("boxes", BOXES)
def test_boxes_answer_yes_and_no(boxes: tuple[str, str]) -> None:
    heads = each("Разрешаю вывесить на сайте | Жариялауға келісемін | I agree to publication")
    assert all(answers(head, *boxes) == ["yes", "no"] for head in heads)
    heads = each("Не публиковать | Жарияламауды сұраймын | I do not want it published")
    assert all(answers(head, *boxes) == ["no", "yes"] for head in heads)


def test_a_cross_alone_in_its_column_is_asked_about() -> None:
    assert answers("Разрешаю размещение", "✗", "") == ["?", "no"]
    assert answers("Не публиковать", "☒", "") == ["?", "yes"]
    assert answers("Согласие на публикацию", "☐ Согласен", "☑ Согласна") == ["no", "yes"]


UNOPPOSED = each(
    "Вы не возражаете против публикации? | Не против ли Вы размещения на сайте? "
    "| Жариялауға қарсы емессіз бе? | Do you mind if we publish your comment?"
)


@pytest.mark.parametrize("head", UNOPPOSED)
def test_yes_and_no_to_whether_nobody_objects_are_asked_about(head: str) -> None:
    assert set(
        answers(head, *each("Да | Нет | Иә | Жоқ | yes | no | + | ☑ | ☐ | Нет, спасибо"))
    ) == {"?"}
    agrees = each("Нет, не возражаю | Не возражаю | Да, не против | Жоқ, қарсы емеспін | Согласна")
    assert set(answers(head, *agrees)) == {"yes"}
    objects = each("Да, возражаю | Возражаю | Нет, я против | Иә, қарсымын | Не согласен")
    assert set(answers(head, *objects)) == {"no"}


def test_who_ticks_that_they_do_not_object_agrees() -> None:
    assert answers("Не возражаю против публикации", "☑", "☐", "Да", "Нет", "") == [
        *("yes", "?", "yes", "?", "?")
    ]
    said = rows("Не возражаете против публикации имени?", "Да", "Нет", "Нет, не возражаю")
    assert [[note.code for note in one.notes] for one in said] == [["I52"], ["I52"], []]


def test_a_box_below_a_head_that_asks_nothing_of_the_site_is_no_comment() -> None:
    assert [one.notes for one in rows("Услуга получена", "☑", "[ ]", "☒")] == [(), (), ()]
