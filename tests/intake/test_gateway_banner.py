"""Banners that a gateway puts above a letter, and footers on paper and trees, are no author's."""

import pytest

from intakes import a_message
from talqy.intake.end_signs import is_of_program
from talqy.intake.gateway_banner import banner_above, begins_as_banner
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.intake.submission import Submission
from talqy.model.problem import Level
from talqy.office.grids import Place

OWN = "Прошу сократить срок оказания услуги до двух рабочих дней."
BANNERS = (
    ("ВНИМАНИЕ: Внешний отправитель! Не переходите по ссылкам, если не уверены в отправителе.",),
    ("Осторожно! Это письмо пришло из внешнего источника. Проверьте адрес отправителя.",),
    ("[Внешний отправитель]",),
    ("*** Письмо из внешней сети ***",),
    ("!!! ВНЕШНЕЕ СООБЩЕНИЕ !!!",),
    ("Внимание!", "Данное сообщение отправлено извне организации.", "Не открывайте вложения."),
    ("Предупреждение: сообщение получено от отправителя вне вашей организации. Будьте бдительны.",),
    ("ЕСКЕРТУ! Бұл хабарлама ұйымнан тыс жерден келді. Тіркемелерді ашпаңыз.",),
    ("Назар аударыңыз: сыртқы жіберуші. Белгісіз сілтемелерге өтпеңіз, абай болыңыз.",),
    ("[Сыртқы пошта]",),
    ("EXTERNAL EMAIL: Do not open attachments unless you know the sender.",),
    ("WARNING! This message came from outside your organisation. Be careful with links.",),
    ("[EXTERNAL]",),
    ("This email was sent from an external source. Please do not click links.",),
)
LIKE_BANNERS = (
    "Внимание! Срок велик.",
    "Внешний отправитель посылки не обязан ждать.",
    "Это письмо пришло из другого города.",
    "Не открывайте окна раньше девяти.",
    "Не переходите по ссылкам портала: они не работают.",
    "Будьте осторожны с ценами.",
    "*** Срок велик ***",
    "[пункт 5]",
    "Назар аударыңыз: мерзім ұзақ.",
    "Сыртқы киім ілгіші де болсын.",
    "Бұл хат ауылдан келді.",
    "Сілтемелерді ашпаңыз деген ескерту керек.",
    "External walls need paint.",
    "Warning: the queue is long.",
)
FOOTERS = (
    "Пожалуйста, не печатайте это письмо без необходимости: сохраним деревья.",
    "Прежде чем распечатать это сообщение, подумайте об окружающей среде.",
    "Табиғатты аялаңыз: бұл хатты қажетсіз басып шығармаңыз.",
    "Бұл хатты басып шығармас бұрын қоршаған орта туралы ойлаңыз.",
    "Save a tree: please don't print this e-mail unless you really need to.",
)
LIKE_FOOTERS = (
    "Берегите лес: перестаньте печатать лишние справки.",
    "Не печатайте заявления дважды, подумайте о природе.",
    "Табиғатты аялаңыз: анықтаманы басып шығармаңыз.",
    "Save trees: do not print certificates.",
)


def of(text: str) -> Submission:
    message = parsed(data := a_message(text).as_bytes())
    assert message is not None
    return letter_of(message, data, Place("a.eml"), "Asia/Almaty").submissions[0]


def is_left(found: Submission) -> bool:
    return any(note.level is Level.ERROR for note in found.notes)


@pytest.mark.parametrize("lines", BANNERS)
def test_a_banner_is_cut_above_the_words_and_below_them(lines: tuple[str, ...]) -> None:
    assert banner_above([*lines, OWN]) == len(lines)
    banner = "\n".join(lines)
    for text in (f"{banner}\n\n{OWN}", f"{banner}\n{OWN}", f"{OWN}\n\n{banner}"):
        found = of(text)
        assert (found.said["text"], is_left(found)) == (OWN, False)
        assert "\n".join(found.left_out) == banner


@pytest.mark.parametrize("line", LIKE_BANNERS)
def test_words_that_look_like_a_banner_are_the_authors(line: str) -> None:
    assert (banner_above([line, OWN]), begins_as_banner(line)) == (0, False)
    assert of(f"{line}\n{OWN}").said["text"] == f"{line}\n{OWN}"


@pytest.mark.parametrize(
    "line",
    [
        "Внешний отправитель",
        "Сыртқы жіберуші",
        f"ВНИМАНИЕ! Внешний отправитель. Не открывайте вложения. {OWN}",
        f"[EXTERNAL] {OWN}",
    ],
)
def test_what_may_be_a_banner_leaves_the_letter(line: str) -> None:
    assert banner_above([line, OWN]) == 0
    found = of(f"{line}\n\n{OWN}")
    assert "I41" in [note.code for note in found.notes]
    assert found.said["text"] == f"{line}\n\n{OWN}"
    assert is_left(of(f"{OWN}\n\n{line}"))


def test_a_letter_of_nothing_but_a_banner_has_no_words() -> None:
    assert is_left(of("\n".join(BANNERS[0])))


@pytest.mark.parametrize("line", FOOTERS)
def test_a_footer_on_paper_is_a_programs(line: str) -> None:
    assert is_of_program(line)
    assert of(f"{OWN}\n\n{line}").said["text"] == OWN


@pytest.mark.parametrize("line", LIKE_FOOTERS)
def test_a_wish_to_print_less_is_the_authors(line: str) -> None:
    assert not is_of_program(line)
    assert of(f"{OWN}\n\n{line}").said["text"] == f"{OWN}\n\n{line}"


def test_a_mark_of_a_gateway_in_the_subject_hides_no_forwarding() -> None:
    message = a_message(OWN, Subject="[EXTERNAL] Fwd: Проект")
    read = parsed(data := message.as_bytes())
    assert read is not None
    (found,) = letter_of(read, data, Place("a.eml"), "Asia/Almaty").submissions
    assert "I40" in [note.code for note in found.notes]
