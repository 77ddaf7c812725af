"""Lines of messengers, task systems and forms leave the words; official footers are cut."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, a_message, put
from talqy.comments.pasted_frames import frame_line
from word_files import a_word, paragraph

RU = "Срок регистрации слишком велик, сократите его до одного дня."
KK = "Тіркеу мерзімі тым ұзақ, оны бір күнге дейін қысқарту керек."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


PASTED = (
    "Прошу срок реги-\nстрации рождения уменьшить до одного дня.",
    "Тіркеу мер-\nзімін қысқарту керек, ауылдан келу қиын.",
    f"{RU}\n- 2 -\nЭто удобно всем.",
    f"{KK}\n2-бет\nБұл бәріне ыңғайлы.",
    f"Переслано от Айгуль Үлгі\n{RU}",
    f"Пересланное сообщение\n{RU}",
    f"Forwarded from Aigul Ulgi\n{RU}",
    f"Қайта жіберілген хабар: Айгүл Үлгі\n{KK}",
    f"Айгүл Үлгіден қайта жіберілді\n{KK}",
    f"Айгуль Үлгі, [18.11.2026 10:15]\n{RU}",
    f"Айгүл Үлгі, [18 қараша 2026 ж., 10:15:22]\n{KK}",
    f"[18.11.26, 10:15] Айгуль Үлгі: {RU}",
    f"[10:15, 18.11.2026] +7 (701) Айгуль: {RU}",
    f"18.11.2026, 10:15 - Айгүл Үлгі: {KK}",
    f"[18.11.2026, 10:15:22] Айгүл: {KK * 8}",
    f"Айгуль Үлгі\n10:15\n{RU}",
    f"Айгүл\n18.11.2026 10:15\n{KK}",
    f"Иван Примеров добавил комментарий к задаче «Стандарт»:\n{RU}",
    f"{RU}\nЧтобы ответить, напишите письмо выше этой линии.",
    "Вам назначена задача «Рассмотреть обращение № 15».",
    "Это сообщение сформировано автоматически программой, отвечать на него не нужно.",
    "Сізге № 15 құжат келіп түсті. Бұл хатқа жауап бермеңіз.",
    "Сізге жаңа тапсырма берілді: пікірді қарау",
    f"{KK}\nБұл хабарлама автоматты түрде жіберілді.",
    f"Согласие на публикацию: нет\nВаше замечание: {RU}",
    f"Жариялауға келісім: Жоқ\nПікіріңіз: {KK}",
    f"Пікіріңіз: {KK}\nЖариялауға келісім: Жоқ",
    f"Ваше замечание\n{RU}\n\nСогласие на публикацию\nНет",
    f"{RU}\n☐ Согласен на публикацию",
    f"{RU}\n☒ Согласна на размещение на сайте",
    f"{KK}\n[ ] Жариялауға келісемін",
    f"{RU}\n[x] Не публиковать",
    f"{RU}\nВы не возражаете против публикации? Нет",
    f"{KK}\nЖариялауға қарсысыз ба? Иә",
    f"{RU}\nI do not want my comment published: checked",
    f"ФИО: Айгуль Үлгі\nГород: Тараз\nТекст замечания: {RU}",
    f"Аты-жөні: Айгүл Үлгі\nПікір: {KK}",
    f"Как вас зовут?\nАйгуль Үлгі\nВаше замечание\n{RU}",
    f"Замечание: {RU}\nИмя: Айгуль Үлгі",
)
OWN = (
    RU,
    KK,
    f"Замечание: {RU}\nПредложение: один день",
    f"Ескертпе: {KK}\nҰсыныс: бір күн",
    "Наименование: изложить полностью.\nПредложение: добавить код услуги",
    "Документы:\nСогласие\nСправка о браке\nЗаявление",
    "Не публиковать: адреса заявителей и номера телефонов.",
    f"+ {RU}",
    f"☑ {RU}",
    "Почему нельзя публиковать очередь? Нет ответа.",
    "Разрешаете ли вы публикацию сведений без согласия? Это нарушение.",
    "Согласие: обязательно письменное\nЗаявление: в свободной форме",
    "Приём:\nПонедельник\n10:15\nСреда\n11:00",
    "Приём с 10:15 до 18:00: этого мало.",
    "18.11.2026 в 10:15 был в ЦОНе: окно закрыто.",
    "Переслано было три письма, ответа нет.",
    "Сообщение о готовности отправлять автоматически, а не по запросу.",
    "Хабарлама автоматты түрде жіберілуі керек.",
    "Уведомление заявителю формируется автоматически: прошу добавить SMS.",
    "Добавить комментарий к пункту 2: услуга бесплатна.",
    "Әр өтінішке жауап берілуі тиіс, бұл хатқа да.",
    "Имя ребёнка: писать в двух языках",
)


@pytest.mark.parametrize("text", PASTED)
def test_lines_of_messengers_programs_and_forms_are_seen(text: str) -> None:
    assert frame_line(text)


@pytest.mark.parametrize("text", OWN)
def test_own_words_that_look_alike_are_none(text: str) -> None:
    assert frame_line(text) == ""


@pytest.mark.parametrize("text", PASTED[:1] + PASTED[7:8] + PASTED[20:22])
@pytest.mark.parametrize("name", ["a.eml", "a.docx", "a.csv", "table.docx"])
def test_no_door_takes_them(name: str, text: str, project: Path) -> None:
    heads, row = ("Дата", "Замечание"), ("10.11.2026", text)
    made = {
        "a.eml": lambda: a_message(text).as_bytes(),
        "a.docx": lambda: a_word("".join(map(paragraph, text.split("\n")))),
        "a.csv": lambda: a_csv(heads, row),
        "table.docx": lambda: a_docx(heads, row),
    }
    file = put(project, name, made[name]())
    assert "G35" in codes(of_file(project, file, "--received", "2026-11-10", status=1))
    assert comments(project) == []


FOOTERS = (
    (
        "Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» Қазақстан "
        "Республикасының 2003 жылғы 7 қаңтардағы Заңы 7-бабының 1-тармағына сәйкес қағаз "
        "тасығыштағы құжатпен маңызы бірдей."
    ),
    (
        "Данный документ согласно пункту 1 статьи 7 Закона Республики Казахстан от 7 января 2003 "
        "года «Об электронном документе и электронной цифровой подписи» равнозначен документу на "
        "бумажном носителе."
    ),
    (
        "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ\nСертификат: 00A1B2\nВладелец: ҮЛГІ АЙГҮЛ\n"
        "Действителен: с 01.01.2026 по 01.01.2027"
    ),
    (
        "Құжатқа электрондық цифрлық қолтаңбамен қол қойылған\nСертификат иесі: ҮЛГІ АЙГҮЛ\n"
        "Жарамды: 01.01.2026 – 01.01.2027"
    ),
)


@pytest.mark.parametrize("said", [RU, KK])
@pytest.mark.parametrize("footer", [*FOOTERS, "\n".join(FOOTERS[:2])])
@pytest.mark.parametrize("name", ["a.eml", "a.docx"])
def test_official_footers_are_cut(name: str, footer: str, said: str, project: Path) -> None:
    lines = [said, *footer.split("\n")]
    mail = a_message(f"{said}\n\n{footer}").as_bytes()
    data = mail if name == "a.eml" else a_word("".join(map(paragraph, lines)))
    of_file(project, put(project, name, data), "--received", "2026-11-10")
    assert [comment.text for comment in comments(project)] == [said]


@pytest.mark.parametrize(
    "end",
    [
        (
            "Данный документ согласно статье 7 закона равнозначен документу на бумажном носителе, "
            "поэтому уберите справку."
        ),
        "Данный документ равнозначен документу на бумажном носителе.",
        "Документ подписан электронной подписью\nСертификат надо принимать и без бумаги.",
    ],
)
def test_what_says_more_than_a_footer_is_kept(end: str, project: Path) -> None:
    of_file(project, put(project, "a.eml", a_message(f"{RU}\n\n{end}")))
    assert [comment.text for comment in comments(project)] == [f"{RU}\n\n{end}"]


@pytest.mark.parametrize(
    "day",
    [
        "2026 жылғы он сегізінші қараша",
        "Восемнадцатое ноября 2026 года",
        "восемнадцатого ноября две тысячи двадцать шестого года",
    ],
)
def test_a_day_in_words_is_of_the_head(day: str, project: Path) -> None:
    file = put(project, "a.docx", a_word(paragraph(day) + paragraph(KK)))
    of_file(project, file, "--received", "2026-11-10")
    assert [comment.text for comment in comments(project)] == [KK]


@pytest.mark.parametrize(
    "end",
    [
        "Заранее благодарен, Иван Примеров.",
        "С уважением, Иван Примеров, город Тараз.",
        "Спасибо! С уважением, И. Примеров",
        "Алдын ала рахмет, Сәуле Үлгі.",
        "Құрметпен, Сәуле Үлгі",
    ],
)
@pytest.mark.parametrize("name", ["a.eml", "a.docx"])
def test_a_name_under_a_farewell_on_the_same_line_leaves_the_letter(
    name: str, end: str, project: Path
) -> None:
    text = f"{RU} {end}"
    data = a_message(text).as_bytes() if name == "a.eml" else a_word(paragraph(text))
    of_file(project, put(project, name, data), "--received", "2026-11-10", status=1)
    assert comments(project) == []


@pytest.mark.parametrize(
    "end",
    [
        "Спасибо за внимание.",
        "Заранее благодарен.",
        "Спасибо, Республика Казахстан должна платить за это меньше, прошу учесть.",
        "С уважением отношусь к Министерству.",
    ],
)
def test_thanks_without_a_name_are_own_words(end: str, project: Path) -> None:
    of_file(project, put(project, "a.eml", a_message(f"{RU} {end}")))
    assert [comment.text for comment in comments(project)] == [f"{RU} {end}"]
