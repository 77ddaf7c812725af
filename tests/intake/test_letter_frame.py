"""Where the author's own words stand in a letter on paper: whole, or a line is in doubt."""

from collections.abc import Sequence

import pytest

from talqy.comments.letter_signs import BODY, LEGAL_FORMS
from talqy.intake.letter_frame import Frame, speaks_of_attachment
from talqy.intake.letter_frame import frame_of as frame_of_lines
from talqy.intake.mail_end import EndLine
from talqy.intake.own_words import lines_of, own_words


def frame_of(lines: Sequence[str]) -> Frame:
    """Return the frame of a letter in which each line is a paragraph."""
    return frame_of_lines([EndLine(line, is_apart=True) for line in lines])


OWN = {
    "ru": ("Считаю срок слишком большим.", "Прошу сократить его до двух дней."),
    "kk": ("Мерзім тым ұзақ деп санаймын.", "Оны екі күнге дейін қысқартуды сұраймын."),
    "en": ("I think the term is too long.", "Please make it two days."),
}
ABOVE = {
    "ru": [
        (),
        ("Здравствуйте, уважаемые разработчики!",),
        ("Кому: Министерство юстиции", "От: Образцова А. Б.", "Тема: о сроке услуги"),
        ("Исх. № 12-3/45 от 10.11.2026 г.", "Уважаемый Ерлан Образцович!"),
        ("№ 5-7/123", "10 ноября 2026 года", "На № 44 от 02.11.2026", "Уважаемые коллеги!"),
        (
            "Министру юстиции",
            "Республики Казахстан",
            "от гражданки Образцовой",
            "Уважаемый министр,",
        ),
        ("ЗАЯВЛЕНИЕ",),
        ("Замечания и предложения к проекту стандарта",),
    ],
    "kk": [
        (),
        ("Құрметті Ерлан Үлгіұлы!",),
        ("Кімге: Әділет министрлігі", "Кімнен: А. Үлгі", "Тақырыбы: мерзім туралы"),
        ("Шығ. № 12-3/45", "2026 жылғы 10 қараша", "Құрметті әріптестер!"),
        ("ӨТІНІШ",),
        ("Ұсыныстар мен ескертпелер",),
    ],
    "en": [(), ("To: Ministry of Justice", "Subject: the term"), ("Dear Sir or Madam,",)],
}
BELOW = {
    "ru": [
        (),
        ("С уважением, А. Образцова",),
        ("С глубоким уважением,", "Образцова Айгуль", "тел. 8 701 000 00 00"),
        ("С наилучшими пожеланиями", "Айгуль, г. Алматы"),
        ("Директор ТОО «Пример» ________ Б. Образцов",),
        ("10.11.2026", "/подпись/ А. Б. Образцова"),
        ("Образцов Б. В.", "Исп.: Примерова, тел. 55-66-77"),
    ],
    "kk": [
        (),
        ("Құрметпен,", "Айгүл Үлгі"),
        ("Ізгі тілекпен, А. Үлгі", "aigul@example.kz"),
        ("2026 жылғы 10 қараша", "А. Үлгі"),
        ("Директор Б. Үлгіұлы", "Орынд.: Ә. Мысал, тел. 55-66-77"),
    ],
    "en": [(), ("Kind regards,", "A. Example"), ("Yours sincerely,", "Alice Example")],
}
LETTERS = [
    (language, above, below)
    for language in OWN
    for above in ABOVE[language]
    for below in BELOW[language]
]


@pytest.mark.parametrize(("language", "above", "below"), LETTERS)
def test_the_own_words_come_out_whole_and_the_frame_does_not(
    language: str, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    lines = [*above, *OWN[language], *below]
    frame = frame_of(lines)
    assert frame.doubtful == ""
    assert tuple(lines[frame.first : frame.end]) == OWN[language]


@pytest.mark.parametrize(
    "line",
    [
        "С уважением отношусь к сотрудникам, но ждать так нельзя.",
        "С уважением, но твердо прошу сократить срок.",
        "Құрметпен қараймын, бірақ мерзім тым ұзақ.",
        "От жителей дома прошу открыть еще одно окно.",
        "Кому выгоден такой срок, понятно всем.",
        "Уважаемый человек так долго ждать не должен и не будет, поверьте мне на слово.",
        "Предложение: сократить срок до двух дней",
        "Замечания есть у всех, кого я спросил.",
        "№ 5 читается неясно, прошу переписать.",
        "Тел. справочной никогда не отвечает, и это надо исправить, прошу вас.",
        "2) принимать справку из системы",
        "Уважаемые разработчики, прошу сократить срок!",
        "Уважаемые коллеги! Ждать неделю нельзя.",
        "Здравствуйте! Мы ждем ответа неделю.",
        "Құрметті әріптестер, мерзімді қысқартыңыздар!",
        "Тема: я уже писала вам об этом, прошу ответить.",
        "Исполнитель не отвечает на письма по неделе.",
        "Пример 1: в очереди стоят до вечера",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_words_that_only_look_like_a_frame_are_kept_or_in_doubt(line: str, place: int) -> None:
    own = ["Прошу сократить срок услуги.", "Ждать неделю нельзя никому."]
    own.insert(place, line)
    frame = frame_of(own)
    assert frame.doubtful == line or own[frame.first : frame.end] == own


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (("Айгүл Мысалова", "Прошу сократить срок услуги."), "Айгүл Мысалова"),
        (("Прошу сократить срок услуги.", "Айгүл Мысалова"), "Айгүл Мысалова"),
        (("ТОО «Пример»", "Прошу сократить срок услуги."), "ТОО «Пример»"),
        (
            ("Я уже писала вам об этом сроке.", "Уважаемый министр!", "Прошу сократить его."),
            "Я уже писала вам об этом сроке.",
        ),
    ],
)
def test_a_line_that_may_be_either_is_in_doubt(lines: tuple[str, ...], line: str) -> None:
    assert frame_of(lines).doubtful == line


def test_a_sentence_below_a_bare_farewell_is_kept_with_it_as_in_a_message() -> None:
    lines = ("Прошу сократить срок.", "С уважением,", "Пишу еще раз о том же самом сроке.")
    assert frame_of(lines) == Frame(0, 3)


def test_a_letter_of_one_line_is_that_line() -> None:
    for line in ("Срок велик", "Айгүл Мысалова", "Тема: срок"):
        assert frame_of([line]) == frame_of(["Прошу сократить срок."])
    assert frame_of([]).end == 0


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("Приложение: на 2 л.", True),
        ("Прилагаю замечания в таблице.", True),
        ("Замечания во вложении.", True),
        ("Ұсыныстар қоса беріліп отыр.", True),
        ("Қосымша: 2 парақ", True),
        ("Please see attached.", True),
        ("В приложении 1 к стандарту нет формы заявления.", False),
        ("Қосымша құжат талап етілмесін.", False),
    ],
)
def test_what_came_with_the_letter_is_noticed(line: str, is_so: bool) -> None:  # noqa: FBT001
    assert speaks_of_attachment(line) is is_so


@pytest.mark.parametrize("line", ["От: жителей дома № 5", "Тема: очередь", "Кімнен: үй тұрғындары"])
def test_a_line_that_has_a_heads_form_alone_is_left_for_a_person(line: str) -> None:
    words = "Прошу сократить срок до двух рабочих дней."
    for lines in ((words, line), (line, words)):
        assert frame_of(lines).doubtful == line


@pytest.mark.parametrize(
    ("line", "is_taken"),
    [
        ("P.S. Прошу ответить письменно", True),
        ("P. S. Ответ нужен письменно", True),
        ("А. А. Үлгі", False),
        ("Директор школы А. А. Үлгі", False),
        ("Үлгі А.А., пенсионер", False),
    ],
)
def test_initials_are_a_signature_alone_or_with_a_post(line: str, *, is_taken: bool) -> None:
    lines = ("Прошу сократить срок до двух рабочих дней.", line)
    frame = frame_of(lines)
    assert (frame.end, frame.doubtful) == (2 if is_taken else 1, "")


@pytest.mark.parametrize("line", ["прошу А. А. Үлгі ответить нам", "Кому: акимату города"])
def test_what_only_looks_like_a_signature_is_left_for_a_person(line: str) -> None:
    assert frame_of(("Срок слишком долгий, его нужно сократить.", line)).doubtful == line


@pytest.mark.parametrize(
    "line",
    ["Кому: в Министерство юстиции", "От: А. А. Үлгі", "Күні: 10.11.2026", "Кімге: басқармаға"],
)
def test_a_head_with_a_second_sign_is_of_the_frame(line: str) -> None:
    frame = frame_of((line, "Прошу сократить срок до двух рабочих дней."))
    assert (frame.first, frame.doubtful) == (1, "")


def test_a_last_line_with_a_heads_form_and_a_name_is_a_signature() -> None:
    lines = ("Прошу сократить срок до двух рабочих дней.", "От: А. А. Үлгі")
    assert frame_of(lines).end == 1


@pytest.mark.parametrize("line", ["Здравствуйте, прошу ответить!", "Уважаемые, сократите срок!"])
def test_a_greeting_that_goes_on_is_no_greeting(line: str) -> None:
    assert own_words(lines_of(line), is_reply=False).text == line


@pytest.mark.parametrize("form", "|".join(LEGAL_FORMS.values()).split("|"))
def test_every_legal_form_is_a_sign_of_a_body(form: str) -> None:
    lines = ("Прошу сократить срок до двух рабочих дней.", f"Председатель {form} «Үлгі» А. Б. Үлгі")
    assert BODY.search(lines[1])
    assert frame_of(lines).end == 1
