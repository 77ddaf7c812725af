"""An author's own words come out whole, others' words do not; in doubt nothing is parted."""

import pytest

from talqy.intake.own_words import Doubt, lines_of, own_words
from talqy.office.mail_page import read_page

OWN = "Прошу сократить срок до двух рабочих дней."
KAZAKH = "Мерзімді екі жұмыс күніне дейін қысқартуды сұраймын."
OLD = "> Здравствуйте!\n> Ваше мнение о проекте?"
NAMES = (
    *("Айгүл Мысалова", "Марат", "Мысалова А. К., г. Астана"),
    *("Подпись: Мысалова", "ФИО: Айгүл Мысалова", "/Мысалова/", "г. Кызылорда, ул. Абая 5"),
    *("Директор школы", "Пенсионерка, 67 лет", "+7 701 123 45 67", "aigul@example.kz"),
)
BOX = "Отдел писем <info@example.gov.kz>"


def parted(text: str, *, is_reply: bool = False) -> tuple[str, Doubt | None]:
    found = own_words(lines_of(text), is_reply=is_reply)
    return found.text, found.doubt


@pytest.mark.parametrize("own", [OWN, KAZAKH])
@pytest.mark.parametrize(
    "frame",
    [
        f"On Mon, Nov 9, 2026 at 10:00 AM {BOX} wrote:\n{OLD}",
        f"пн, 9 нояб. 2026 г. в 10:00, {BOX}:\n\n{OLD}",
        f"2026 ж. 9 қар., дс 10:00, {BOX} жазды:\n{OLD}",
        f"09.11.2026 10:00, {BOX} пишет:\n{OLD}",
        f"09.11.2026 10:00, Отдел писем пишет:\n{OLD}",
        f'09.11.2026, 10:00, "Приемная" <info@example.gov.kz>:\n{OLD}',
        f"Понедельник, 9 ноября 2026, 10:00 +05:00 от {BOX}:\n{OLD}",
        f"Понедельник, 9 ноября 2026, 10:00 +05:00 от {BOX}:\nЗдравствуйте!\nВаше мнение?",
        f"> 9 нояб. 2026 г., в 10:00, {BOX} написал(а):\n> \n{OLD}",
        f"вт, 9 нояб. 2026 г. в 10:00, Отдел писем\n<info@example.gov.kz>\nпишет:\n{OLD}",
        f"-----Original Message-----\nFrom: {BOX}\nSent: Monday\nSubject: x\n\nЗдравствуйте!",
        f"-----Исходное сообщение-----\nОт: {BOX}\nДата: 09.11.2026\nТема: x\n\nЗдравствуйте!",
        f"{'_' * 32}\nОт: Отдел писем\nОтправлено: 9 ноября 2026 г. 10:00\nКому: А\nТема: x\n\nold",
        f"Жіберуші: {BOX}\nЖіберілген күні: 2026 ж. 9 қараша 10:00\nКімге: А\nТақырып: x\n\nescki",
        "С уважением,\nАйгүл Мысалова\n+7 701 123 45 67",
        "С наилучшими пожеланиями,\nАйгүл Мысалова\nг. Кызылорда",
        "С уважением, Айгүл Мысалова",
        "Құрметпен,\nАйгүл Мысалова\nҚызылорда қаласы",
        "Ізгі тілекпен,\nАйгүл",
        "Kind regards,\nAigul Mysalova\nDirector, Example LLP\nwww.example.kz",
        "-- \nАйгүл Мысалова\nтел. 8 701 123 45 67",
        "С ув., Айгуль",
        "Заранее благодарен, Марат",
        "Спасибо за внимание!\nМарат Үлгіұлы",
        "*С уважением,*\n*Айгуль Мысалова*",
        "С уважением,\nДиректор ТОО «Үлгі»\nМысалова А.А.\nИсп.: Иванов И.И., тел. 22-33-44",
        "Отправлено из мобильной Яндекс Почты: http://m.ya.ru/ymail",
        "Sent with Proton Mail secure email.",
        "Windows үшін Пошта арқылы жіберілді",
        "--\nОтправлено из Mail.ru для Android",
        "Android үшін Outlook бағдарламасын алу",
        "Это письмо конфиденциально и предназначено\nадресату. Пришло по ошибке – удалите его.",
        "Бұл хабарлама құпия, тек алушыға арналған. Қате келсе, жойыңыз.",
        "Отправлено с iPhone",
        "Отправлено из мобильной Почты Mail.ru",
        "Жіберілді iPhone",
        "iPhone құрылғысынан жіберілді",
        "Get Outlook for Android<https://aka.ms/x>",
        "Құрметпен,\nАйгүл\n\nОтправлено с устройства Galaxy",
        "Вирусов нет. www.avast.com",
    ],
)
def test_the_frame_of_a_program_is_cut_and_the_words_are_whole(own: str, frame: str) -> None:
    is_reply = ">" in frame[:3]
    assert parted(f"{own}\n\n{frame}", is_reply=is_reply) == (own, None)


@pytest.mark.parametrize(
    "text",
    [
        "Вчера в 18:45 сотрудник ЦОНа написал:\nприходите завтра.\nЭто третий раз.",
        "С уважением отношусь к сотрудникам, но ждать так нельзя.\nПрошу сократить срок.",
        f"{OWN}\nОтправлено с почты 5 ноября, ответа нет.",
        f"{OWN}\nСообщение конфиденциально, сказали нам.",
        f"Спасибо, что спросили!\n{OWN}",
        f"{OWN}\nС уважением к закону прошу ответить.",
        "Кодекс пишет:\nсрок – три дня.\n\nОт: всех нас.",
        f"{OWN}\nСпасибо за внимание к нашему вопросу, ждем решения.",
        f"{OWN}\n--\n{KAZAKH}",
        "Статья 5: срок до 10:00\nостается без изменений.",
        f"{OWN}\n" + "Еще одно предложение о сроках.\n" * 20 + "Спасибо!",
        f"Рахмет!\n{KAZAKH}",
        f"1. {OWN}\n2. {OWN}\n   – и еще одно.",
    ],
)
def test_an_author_may_write_as_programs_do(text: str) -> None:
    found = own_words(lines_of(text), is_reply=False)
    assert found.text == text.strip()
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Здравствуйте!\nОт: жителей дома\nКому: Министерству\nТема: срок\nПрошу.", Doubt.UNCLEAR),
        (f"{OWN}\n> срок – пять дней\nЭто долго.", Doubt.UNCLEAR),
        (f"{OWN}\n09.11.2026 в 18:45 сотрудник написал:\nприходите завтра.", Doubt.UNCLEAR),
        (f"{OWN}\n-----Original Message-----\nи еще слова автора", Doubt.UNCLEAR),
        (f"{OWN}\nС уважением,\nАйгүл Мысалова\nP.S. И еще прошу о графике, он неудобен.", None),
        *((f"{OWN}\n\n{name}", Doubt.NAME) for name in NAMES),
        (f"{OWN}\n\nС уважением,\nайгуль", Doubt.UNCLEAR),
        (
            "Перешлите, пожалуйста, в работу.\n-------- Пересылаемое сообщение --------\nОт: А",
            Doubt.FORWARDED,
        ),
        (f"Begin forwarded message:\n\nFrom: A\nSubject: b\n\n{OWN}", Doubt.FORWARDED),
    ],
)
def test_one_sign_alone_cuts_nothing_and_a_person_looks(text: str, doubt: Doubt | None) -> None:
    found = own_words(lines_of(text), is_reply=False)
    assert found.doubt in ({doubt} if doubt else {Doubt.UNCLEAR, Doubt.NAME})
    assert found.text == text
    assert found.left_out == ()


def test_words_under_a_programs_delimiter_are_neither_taken_nor_cut() -> None:
    found = own_words(lines_of(f"{OWN}\n\n-- \nЖизнь коротка, не ждите"), is_reply=False)
    assert (found.doubt, found.left_out) == (Doubt.UNCLEAR, ())
    assert found.text.endswith("не ждите")


def test_a_greeting_alone_is_no_comment() -> None:
    found = own_words(lines_of(f"Здравствуйте!\n\n{BOX}, 09.11.2026 10:00:\n{OLD}"), is_reply=True)
    assert (found.text, found.doubt) == ("", None)
    assert len(found.left_out) == 4


# --- pages --------------------------------------------------------------------------------


def of_page(page: str, *, is_reply: bool = False) -> tuple[str, Doubt | None]:
    found = own_words(read_page(page).lines, is_reply=is_reply)
    return found.text, found.doubt


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="gmail_quote"><div class="gmail_attr">пн, Отдел:</div>old</div>',
        '<hr><div id="divRplyFwdMsg"><b>Жіберуші:</b> A</div><div>old</div>',
        '<div id="appendonsend"></div><hr><div>old</div>',
        '<div class="moz-cite-prefix">A пишет:</div><blockquote type="cite">old</blockquote>',
        '<blockquote style="border-left:1px solid #0857A6">old</blockquote>',
        '<div class="yahoo_quoted">old</div>',
        "<div>пн, 9 нояб. 2026 г. в 10:00, A &lt;a@b.kz&gt;:</div><blockquote>old</blockquote>",
        "<p><b>От:</b> A</p><p><b>Отправлено:</b> 9 ноября 2026 г.</p><p><b>Тема:</b> x</p>old",
    ],
)
def test_what_a_page_repeats_is_cut(frame: str) -> None:
    page = f"<html><body><div>{OWN}</div><br>{frame}</body></html>"
    assert of_page(page, is_reply="border-left" in frame) == (OWN, None)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "<table><tr><td>Пункт</td><td>Замечание</td></tr><tr><td>5</td><td>Прошу</td></tr></table>",
            "Пункт Замечание\n5 Прошу",
        ),
        ("<ol><li>срок</li><li>плата</li></ol>", "1. срок\n2. плата"),
        ('<ol start="3" type="a"><li>срок</li><li>плата</li></ol>', "c. срок\nd. плата"),
        ("<ol reversed><li>срок</li><li>плата</li></ol>", "2. срок\n1. плата"),
        ('<ol reversed start="5"><li>срок</li><li>плата</li></ol>', "5. срок\n4. плата"),
        ('<ol start="0" type="A"><li>срок</li><li>плата</li></ol>', "0. срок\nA. плата"),
        ('<ol start="-1"><li value="7">срок</li><li>плата</li></ol>', "7. срок\n8. плата"),
        ("<ul><li>срок</li></ul>", "– срок"),
        ("Срок&nbsp;ве\u00adлик.<div style='display:none'>тайна</div>", "Срок велик."),
        ("<p>Срок <s>7 (семь)</s> 2 (два) рабочих дня</p>", "Срок 2 (два) рабочих дня"),
        ("<p>Срок <span style='text-decoration: line-through'>7</span> 2 дня", "Срок 2 дня"),
        ("<p>a<br>b<br><br>c</p><pre>d</pre>", "a\nb\n\nc\nd"),
    ],
)
def test_a_page_is_read_as_it_is_seen(page: str, words: str) -> None:
    assert of_page(page) == (words, None)


def test_struck_words_are_told() -> None:
    assert read_page("<p>Срок <s>7 (семь)</s> 2 дня</p>").struck == ("7 (семь)",)


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<![CDATA[", "<div>", "<b", "&#", "</"])
def test_a_page_of_open_things_is_read_at_once(piece: str) -> None:
    """The parser of the standard library took minutes; here the work grows with the length."""
    assert len(read_page(piece * 100_000).lines) <= 100_000


@pytest.mark.parametrize(
    ("greeting", "announced"),
    [
        ("Здравствуйте, Петр.", "Вы писали 10 ноября 2026 г., 10:15:15:"),
        ("Hello Peter,", "Tuesday, November 10, 2026, 10:15:15 AM, you wrote:"),
        ("Сәлеметсіз бе, Айгүл.", "Сіз 10.11.2026, 10:15:15 жаздыңыз:"),
    ],
)
@pytest.mark.parametrize("own", [OWN, KAZAKH])
def test_the_greeting_of_a_program_above_you_wrote_is_left_out(
    greeting: str, announced: str, own: str
) -> None:
    frame = f"{greeting}\n\n{announced}\n{OLD}"
    assert parted(f"{own}\n\n{frame}", is_reply=True) == (own, None)
    if "жаздыңыз" not in announced:  # its form is not a program's for sure: a person looks
        assert parted(f"{frame}\n\n{own}", is_reply=True) == (own, None)


def test_a_greeting_of_the_authors_own_stays() -> None:
    text = f"Здравствуйте!\n{OWN}"
    assert parted(f"{text}\n\n09.11.2026 10:00, {BOX} пишет:\n{OLD}") == (text, None)
