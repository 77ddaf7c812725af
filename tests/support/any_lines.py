"""Lines of people, sound and odd, and a letter of them read as a program writes it."""

from hypothesis import strategies as st

from letters import PROGRAMS, Letter
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.intake.submission import Submission
from talqy.model.problem import Level
from talqy.office.grids import Place

SOUND = (
    (
        "Прошу сократить срок оказания услуги до двух рабочих дней: семье с детьми трудно "
        "ездить в город дважды, а автобус ходит один раз в неделю."
    ),
    "Мерзімді екі жұмыс күніне дейін қысқартуды сұраймын, өйткені ауылдан қалаға жету қиын.",
    "The fee should be shown on the first page, so that nobody has to ask twice.",
    "1) сократить срок;",
    "2) отменить справку о составе семьи.",
    "Почему нельзя подать заявление через банк?",
    "«Электрондық өтініш» деген сөздер алып тасталсын.",
    "Плата 0,5 МРП слишком велика: пенсионеры ее не потянут.",
)
"""Lines in which nothing looks like a program's."""

ODD = (
    "С уважением отношусь к труду специалистов, однако прошу ускорить прием.",
    "С уважением к закону",
    "Спасибо сотрудникам, они стараются.",
    "Спасибо",
    "В 18:45 сотрудник написал:",
    "9 ноября 2026 г. в 10:15 мне написали:",
    "09.11.2026 10:15 из отдела пишут:",
    "Кодекс пишет:",
    "От: жителей дома № 5",
    "Кому: акимату города",
    "Дата: 9 ноября 2026 г.",
    "Тема: очередь в сад",
    "From: the residents of our street",
    "To: whom it may concern",
    "> срок – пять дней",
    ">> и это много",
    "--",
    "-- и еще одно --",
    "Отправлено с почты 5 ноября, ответа нет",
    "Отправлено через портал",
    "Жіберілді деген жауап келді, бірақ құжат жоқ",
    "Сообщение о конфиденциальности данных непонятно получателям.",
    "Ескерту: бұл хабарлама барлық тұрғынға арналған.",
    "Директор школы отказал мне",
    "Айгүл апай айтты",
    "Нур-Султан далеко",
    "Құрметпен қараймын, бірақ күту ұзақ.",
    "Рахмет!",
    "Kind regards to the staff, but it is slow.",
    "On Monday the clerk wrote:",
    "Original message",
    "________________________________",
    "P.S. Прошу ответить письменно",
    "",
)
"""Lines of people that look like lines of programs, or of signatures."""

LINES = st.lists(st.one_of(st.sampled_from(SOUND), st.sampled_from(ODD)), min_size=1, max_size=6)


def read(letter: Letter, program: str, *, is_reply: bool = True) -> tuple[Submission, bool]:
    """Read a letter as a program writes it; return what was found, and whether it is left."""
    message = PROGRAMS[program](letter)
    if not is_reply:
        del message["In-Reply-To"], message["Subject"]
    data = message.as_bytes()
    read_as = parsed(data)
    assert read_as is not None
    found = letter_of(read_as, data, Place("a.eml"), "Asia/Almaty").submissions[0]
    return found, any(note.level is Level.ERROR for note in found.notes)


def words(text: str) -> list[str]:
    """Return the words of a text; rules and dashes are none."""
    return [word for word in text.split() if any(map(str.isalnum, word))]
