"""Words that only point elsewhere are left at every door, with what they point to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, a_message, put
from talqy.comments.pointing import points_elsewhere, points_to_file
from word_files import a_word, paragraph

TO_FILE = (
    "Замечания изложены во вложенном файле, прошу рассмотреть.",
    "Пікіріміз қосымша хатта көрсетілген, қараңыз.",
    "см. вложение",
    "См. вложенный файл.",
    "Замечания в приложении",
    "Здравствуйте! Наши замечания во вложении. Спасибо.",
    "қосымшада",
    "Қосымшаны қараңыз.",
    "Ескертулеріміз қосымшада берілген.",
    "Тіркемеде",
)
TO_EARLIER = (
    "то же, что в предыдущем письме",
    "то же самое, что и в предыдущем",
    "Тот же комментарий",
    "Аналогично предыдущему.",
    "Алдыңғы хаттағыдай.",
    "Жоғарыда жазғанмын",
    "Дәл солай",
)
TO_OTHER_PLACE = (
    "https://disk.example/d/5XkA",
    "Мои предложения здесь: https://disk.example/d/5XkA",
    "Замечания полностью изложены по ссылке www.disk.example/abc",
    "Подробный отзыв – в Google Drive: https://drive.example/x",
    "Пікірім мына сілтемеде: https://disk.example/d/5XkA",
    "Ұсыныстарымыздың толық мәтіні сілтеме бойынша қолжетімді.",
    "Ескертпелерді WhatsApp арқылы жолдадық.",
    "Свои замечания я отправила в WhatsApp.",
    "Предложения сданы в канцелярию 3 декабря.",
    "Замечания направили почтой, просим приобщить.",
    "Отзыв передан нарочным.",
    "Мнение уже подано через e-Otinish под № 31.",
    "Хатты кеңсеге қолма-қол тапсырдық.",
    "Ұсыныстарымды eÖtinish арқылы кеше жібердім.",
    "Пікірімді пошта арқылы бұрын жібергенмін.",
    "Моё мнение прежнее, как писал 2 декабря.",
    "Повторяю сказанное мною на заседании.",
    "Подтверждаю своё мнение, высказанное на встрече.",
    "Остаюсь при своём мнении.",
    "Тыңдауда айтқан сөзімді қайталаймын.",
    "Жиналыста айтқан пікірімді растаймын.",
    "Пікірім 2 желтоқсанда жазғанымдай.",
    "Ещё раз направляю своё обращение.",
    "Хатымды қайта жіберіп отырмын.",
    "I have sent my comments by Telegram.",
)
IN_A_NETWORK = (
    "Мой отзыв оставил под постом министерства в Facebook.",
    "Замечания изложены в комментарии под постом в Инстаграме.",
    "Пікірімді Facebook парақшасында жаздым.",
    "Ұсыныстарымды бұрын Telegram арқылы жібергенмін, соларды қараңыз.",
    "Целиком присоединяюсь к обращению моей сестры от 3 ноября.",
    "Көршімнің хатына толығымен қосыламын.",
)
MORE = (
    "В комментарии под постом министерства обещали пять дней.",
    "Присоединяюсь к обращению соседей: срок слишком велик.",
    "Письмо о готовности справки оставил без ответа.",
    "Facebook-та жарияланған мерзім басқа.",
    "Заявление мужа принимают без жены.",
    "По ссылке https://disk.example/d/5XkA видно, как долго ждут люди.",
    "Ссылка https://egov.example/x не открывается.",
    "Сделайте ссылку на бланк.",
    "Сілтеме жұмыс істемейді.",
    "Через eOtinish отправить жалобу нельзя.",
    "Отправлено через портал, ответа нет.",
    "Направлять результат почтой.",
    "Результат направлен почтой с опозданием.",
    "Передавать документы нарочным дорого.",
    "Принимать заявления через Telegram.",
    "Telegram арқылы да қабылдаңыздар.",
    "Құжаттарды пошта арқылы жібердім, жоғалды.",
    "Остаюсь без справки.",
    "Жауап порталға жіберілді.",
    "Өтініш eGov арқылы жіберілді.",
    "Подтверждаю: очередь два часа.",
    "Повторяю просьбу о скидке.",
    "Поддерживаю сказанное, срок сократить.",
    "Повторно направлять заявителя нельзя.",
    "Қайта жіберіп отыр деп шағымданады.",
    "Писал 2 декабря, ответа нет.",
    "На слушаниях сказали про пять дней.",
    "Жиналыста айтылған мерзім ұзақ.",
    "В приложении 1 ошибка",
    "Приложение eGov не работает",
    "Қосымшада қате бар",
    "Қосымша құжат талап етпеңіз",
    "Прошу учесть моё предыдущее замечание",
    "Предыдущий стандарт был лучше",
    "Алдыңғы стандарт жақсы еді",
    "Аналогично пункту 5",
    "Жоғары бағаны төмендетіңіз",
)


@pytest.mark.parametrize("text", TO_FILE)
def test_some_words_only_point_to_a_file(text: str) -> None:
    assert points_to_file(text)
    assert points_elsewhere(text)


@pytest.mark.parametrize("text", TO_EARLIER)
def test_some_words_only_point_to_an_earlier_letter(text: str) -> None:
    assert not points_to_file(text)
    assert points_elsewhere(text)


@pytest.mark.parametrize("text", TO_OTHER_PLACE)
def test_some_words_only_say_where_others_stand(text: str) -> None:
    assert points_elsewhere(text)
    assert not points_to_file(text)


@pytest.mark.parametrize("text", IN_A_NETWORK)
def test_some_words_only_say_what_stands_with_others(text: str) -> None:
    assert points_elsewhere(text)


@pytest.mark.parametrize("text", MORE)
def test_one_word_more_makes_a_comment(text: str) -> None:
    assert not points_elsewhere(text)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def by_mail(words: str) -> tuple[str, bytes]:
    return "a.eml", a_message(words).as_bytes()


def on_paper(words: str) -> tuple[str, bytes]:
    return "a.docx", a_word(paragraph(words))


def in_a_table(words: str) -> tuple[str, bytes]:
    return "a.csv", a_csv(("Дата", "Замечание"), ("10.11.2026", words))


def in_a_table_of_kinds(words: str) -> tuple[str, bytes]:
    return "a.csv", a_csv(("Дата", "Вид", "Замечание"), ("10.11.2026", "замечание", words))


def in_a_word_table(words: str) -> tuple[str, bytes]:
    return "a.docx", a_docx(("Дата", "Замечание"), ("10.11.2026", words))


@pytest.mark.parametrize(
    "door", [by_mail, on_paper, in_a_table, in_a_table_of_kinds, in_a_word_table]
)
@pytest.mark.parametrize("words", ["Қосымшаны қараңыз.", "то же, что в предыдущем письме"])
def test_no_door_takes_them(
    door: Callable[[str], tuple[str, bytes]], words: str, project: Path
) -> None:
    file = put(project, *door(words))
    found = codes(of_file(project, file, "--received", "2026-11-10", status=1))
    is_of_file = door is by_mail and words.startswith("Қосымша")
    assert found == ["I44" if is_of_file else "G34"]
    assert comments(project) == []


@pytest.mark.parametrize("words", ["Қосымшаны қараңыз.", "Смотрите скан", "Сканды қараңыз."])
def test_a_letter_that_points_to_its_attachment_names_it(words: str, project: Path) -> None:
    message = a_message(words)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="pikir.pdf")
    (row,) = of_file(project, put(project, "a.eml", message.as_bytes()), status=1)["rows"]
    (problem,) = row["problems"]
    assert problem["code"] == "I44"
    assert "pikir.pdf" in problem["message"]
