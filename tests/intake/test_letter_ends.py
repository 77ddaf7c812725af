"""Ends, frames and letters of messages: what is certain is cut or read, what is not is left."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_message, put
from talqy.intake.end_signs import is_notice, is_of_program
from talqy.intake.mail_end import EndLine, end_of

SAID = "Прошу сократить срок до двух рабочих дней."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize(
    "end",
    [
        "\nПетрова А.С.",
        "\nА. С. Петрова",
        "С уважением, Арман Жумабаев, г. Костанай",
        "Құрметпен, Айгүл Үлгі, Қостанай қ.",
        "Приятного вечера!\n--\u0020\nКанат\nTelegram: @kanat_ulgi",
        "Күніңіз сәтті болсын!\n--\u0020\nӘсем Үлгі\n+7 700 000 00 00",
        "До встречи!\nС уважением,\nАрман Мысалов\n+7 700 000 00 00",
        "С уважением,\nТОО «Китап»",
        "Құрметпен,\n«Кітап» ЖШС",
    ],
)
def test_ends_of_two_signs_are_cut(end: str, project: Path) -> None:
    of_file(project, put(project, "a.eml", a_message(f"{SAID}\n{end}")))
    assert [comment.text for comment in comments(project)] == [SAID]


@pytest.mark.parametrize(
    "end",
    ["Петрова А.С.", "\nАйгүл Мысалова", "\nТОО «Китап»", "С уважением, прошу ответить всем нам."],
)
def test_one_sign_alone_cuts_nothing(end: str, project: Path) -> None:
    file = put(project, "a.eml", a_message(f"{SAID}\n{end}"))
    found = of_file(project, file, status=int("прошу" not in end))
    assert [comment.text for comment in comments(project)] == (
        [f"{SAID}\n{end}"] if found["rows"][0]["status"] == "taken" else []
    )


def test_a_signature_that_a_program_marks_is_cut(project: Path) -> None:
    mark = '<div class="gmail_signature" data-smartmail="gmail_signature">'
    page = f"<div>{SAID}<br></div>{mark}Айгүл Үлгі<br>директор<br>+7 700 000 00 00</div>"
    message = a_message()
    message.set_content(page, subtype="html")
    of_file(project, put(project, "a.eml", message))
    assert [comment.text for comment in comments(project)] == [SAID]


SIGNED = f"""-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

{SAID}
- - это важно.
-----BEGIN PGP SIGNATURE-----

iQEzBAEBCAAdFiEE
-----END PGP SIGNATURE-----
"""


def test_the_frame_of_an_electronic_signature_is_no_part_of_the_words(project: Path) -> None:
    found = of_file(project, put(project, "a.eml", a_message(SIGNED)))
    assert [comment.text for comment in comments(project)] == [f"{SAID}\n- это важно."]
    named = next(one for one in found["rows"][0]["problems"] if one["code"] == "I34")
    assert "PGP" in named["message"]


def test_an_invitation_is_named_with_its_file(project: Path) -> None:
    message = a_message("Обсуждение стандарта, каб. 12.")
    message.add_attachment(
        b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="встреча.ics"
    )
    del message["Subject"]
    message["Subject"] = "Accepted: встреча"
    found = of_file(project, put(project, "a.eml", message), status=1)
    assert "I43" in codes(found)
    assert "встреча.ics" in str(found)


def raw(text: str, charset: str) -> bytes:
    heads = "Date: Tue, 10 Nov 2026 10:00:00 +0500\nContent-Type: text/plain\n\n"
    return heads.encode() + text.encode(charset)


@pytest.mark.parametrize(
    "end",
    [
        "Игі тілекпен, екі баланың анасы Үлгі Мысалқызы",
        "С уважением, мать двоих детей Алия Мысалова",
        "С уважением, пенсионерка и ваша постоянная читательница Мария Образцова",
    ],
)
def test_who_says_more_of_herself_ahead_of_her_name_is_not_published(
    end: str, project: Path
) -> None:
    file = put(project, "a.eml", a_message(f"{SAID}\n\n{end}"))
    assert "I41" in codes(of_file(project, file, status=1))
    assert comments(project) == []


@pytest.mark.parametrize(
    ("text", "charset", "name"),
    [
        (SAID, "utf-8", ""),
        (SAID, "cp1251", "Windows-1251"),
        (SAID, "koi8-r", "KOI8-R"),
        (SAID, "cp866", "CP866"),
        ("Мерзімді екі жұмыс күніне дейін қысқартуды сұраймын.", "kz1048", "KZ-1048"),
    ],
)
def test_a_charset_that_is_not_named_is_read_where_it_is_certain(
    text: str, charset: str, name: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.eml", raw(text, charset)))
    assert [comment.text for comment in comments(project)] == [text]
    assert ("I37" in codes(found), name in str(found)) == (bool(name), True)


@pytest.mark.parametrize("text", ["Да.", "СРОК ВЕЛИК, ПРОШУ СОКРАТИТЬ."])
def test_a_charset_that_is_not_certain_leaves_the_message(text: str, project: Path) -> None:
    found = of_file(project, put(project, "a.eml", raw(text, "koi8-r")), status=1)
    assert "I06" in codes(found)
    assert comments(project) == []


def boxed(*messages: EmailMessage) -> bytes:
    line = b"From aigul@example.kz Tue Nov 10 10:00:00 2026\n"
    return b"\n".join(line + one.as_bytes() for one in messages)


def test_one_message_twice_in_a_box_is_taken_once(project: Path) -> None:
    found = of_file(project, put(project, "a.mbox", boxed(a_message(SAID), a_message(SAID))))
    assert [row["status"] for row in found["rows"]] == ["taken", "already taken"]


def test_the_same_words_in_two_messages_are_two(project: Path) -> None:
    other = a_message(SAID, Message_ID="<2@example.kz>")
    found = of_file(project, put(project, "a.mbox", boxed(a_message(SAID), other)))
    assert [row["status"] for row in found["rows"]] == ["taken", "taken"]


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("Подумайте об экологии, прежде чем печатать это письмо.", True),
        ("Прежде чем распечатать письмо, подумайте о природе.", True),
        ("Берегите лес, не печатайте это письмо без нужды!", True),
        ("Подумайте об экологии города и посадите деревья.", False),
    ],
)
def test_a_line_on_trees_and_paper_is_a_programs_own(line: str, is_so: bool) -> None:  # noqa: FBT001
    assert is_of_program(line) is is_so


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        (
            "Бұл хабарламада құпия ақпарат бар. Егер сіз оны қателесіп алсаңыз, жойып жіберіңіз.",
            True,
        ),
        (
            (
                "Электрондық хаттың мазмұны құпия болып табылады. Егер сіз бұл хатты қателікпен "
                "алсаңыз, оны жойып, жіберушіге хабарлаңыз."
            ),
            True,
        ),
        (
            (
                "Назар аударыңыз! Осы хабарламадағы мәліметтер құпия және тек жіберілген тұлғаға "
                "ғана арналған."
            ),
            True,
        ),
        (
            (
                "Хабарлама және оған қоса берілген файлдар құпия ақпаратты қамтиды, тек алушының "
                "пайдалануына арналған."
            ),
            True,
        ),
        ("ҚҰПИЯ! Бұл хат тек алушыға арналған. Оны рұқсатсыз таратуға болмайды.", True),
        (
            (
                "Сообщение и вложения к нему конфиденциальны и предназначены исключительно для "
                "адресата. Если Вы получили его по ошибке, удалите."
            ),
            True,
        ),
        ("Бұл құпия емес, қате де жоқ.", False),
        ("Бұл тармақ алушыға арналған, қате көп, жойыңыз.", False),
        ("Хат арқылы келген құпия код қате терілсе, тыйым салынбасын.", False),
        ("Сообщение о конфиденциальности данных непонятно получателям.", False),
    ],
)
def test_a_notice_on_secrecy_is_known_by_its_words(words: str, is_so: bool) -> None:  # noqa: FBT001
    assert is_notice(words) is is_so


@pytest.mark.parametrize(
    ("line", "is_own"),
    [
        ("п. 4 добавить", True),
        ("п.10.1 слова «при наличии» исключить", True),
        ("п. Мысал, дом 4", False),
        ("п. 4, Мысалов А.", False),
    ],
)
def test_a_last_line_that_asks_of_a_clause_is_no_village(line: str, *, is_own: bool) -> None:
    end = end_of([EndLine(SAID), EndLine(line, is_apart=True)])
    assert ((end.count, end.unclear, end.name) == (2, "", "")) is is_own
