"""Thanks, marks of receipt, withdrawals and sales are no comments; protests are objections."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, a_message, put
from talqy.intake.other_business import is_other_business, takes_back
from talqy.intake.thanks import gives_thanks
from talqy.intake.wishes import asks_nothing, wish_of
from word_files import a_word, paragraph

SAYINGS = (
    ("I74", "Ақпарат үшін үлкен рахмет!"),
    ("I74", "Спасибо, вопрос снят."),
    ("I74", "Огромное спасибо, я получил ответ на свой вопрос."),
    ("I74", "Рахмет, сұрақ шешілді."),
    ("I74", "Здравствуйте! Спасибо за подробный ответ. Вопросов больше нет."),
    ("I74", "Көмегіңіз үшін көп рақмет, бәрін түсіндім."),
    ("I74", "Вопрос снят."),
    ("I74", "Благодарю за разъяснение, всё понятно"),
    ("I74", "Сұрағыма жауап алдым, рахмет"),
    ("I74", "Thank you very much for your help!"),
    ("I74", "Спасибо за проект"),
    ("I74", "Мой вопрос решён, спасибо большое"),
    ("I74", "Рахмет, бәрі түсінікті болды."),
    ("I74", "Рахмет бәрі түсінікті болды"),
    ("I74", "Маған бәрі анық, басқа сұрақ жоқ."),
    ("I74", "Бәріне рахмет, түсініктеме алдым."),
    ("I74", "Сәлеметсіз бе! Түсіндіргеніңізге рахмет, енді түсіндім."),
    ("I74", "Спасибо, теперь всё стало понятно."),
    ("I74", "Вас понял, спасибо"),
    ("I74", "Всё ясно, вопросов нет."),
    ("I74", "Разъяснения получены, благодарю."),
    ("change?", "Спасибо, мне не понятно, куда обращаться."),
    ("change", "Спасибо, но срок велик."),
    ("change", "Всё понятно, но пошлина велика."),
    ("change", "Рахмет, бірақ мерзім ұзақ."),
    ("change", "Рахмет, бәрі түсінікті, бірақ мерзім ұзақ."),
    ("change?", "Рахмет, ештеңе түсінікті емес."),
    ("change", "Түсінікті болсын десеңіз, қазақша жазыңыз."),
    ("change", "Благодаря проекту станет проще."),
    ("support?", "Спасибо за отличный проект!"),
    ("support?", "Очень хороший проект, спасибо!"),
    ("support?", "Жақсы жоба, рахмет!"),
    ("change", "Спасибо за проект, прошу добавить портал."),
    ("change?", "Спасибо за внимание. Срок слишком велик."),
    ("change?", "Рахмет. Мерзім тым ұзақ."),
    ("I28", "Письмо получено, зарегистрировано за № 4512"),
    ("I28", "Ваше обращение зарегистрировано под номером 4512."),
    ("I28", "Хатыңыз № 4512 болып тіркелді."),
    ("I28", "Сіздің өтінішіңіз 10.11.2026 ж. № 4512 болып тіркелді."),
    ("I28", "Хатыңыз кеңседе 10.11.2026 күні тіркелді"),
    ("I28", "Өтінішіңіз қаралуға қабылданды."),
    ("I28", "Ваше обращение принято и зарегистрировано за № ЖТ-2026-0451."),
    ("change", "Өтінішім № 4512 болып тіркелді, бірақ жауап жоқ."),
    ("I28", "Хатыңыз қабылданды, 4512 нөмірімен тіркелді"),
    ("I28", "Ваше письмо получено и передано на исполнение."),
    ("I28", "Your letter has been received."),
    ("change", "Заявление регистрируется в день обращения, это долго"),
    ("change", "Моё заявление зарегистрировано за № 4512, ответа нет третий месяц"),
    ("change", "Заявление принято, но не зарегистрировано в срок"),
    ("change", "Өтініш бір күнде тіркелуі керек"),
    ("I27", "Прошу отозвать мое предыдущее замечание"),
    ("I27", "Прошу моё замечание от 10.11.2026 не рассматривать."),
    ("I27", "Отзываю своё предложение по пункту 5."),
    ("I27", "Алдыңғы ескертпемді қайтарып алуды сұраймын."),
    ("I27", "Пікірімді кері қайтарып алғым келеді"),
    ("I27", "I withdraw my previous comment."),
    ("change", "Прошу предусмотреть право отозвать заявление"),
    ("change", "Дополнить: заявитель может отозвать своё обращение"),
    ("change", "Прошу учесть моё предыдущее замечание"),
    ("I28", "Скидки на двери до конца недели!"),
    ("I28", "Наша компания предлагает мебель по выгодным ценам. Звоните!"),
    ("I28", "Коммерческое предложение: предлагаем вам оборудование с доставкой."),
    ("I28", "Сапалы есіктер арзан бағамен, тапсырыс беріңіз!"),
    ("I28", "Закажите продвижение сайта, скидка 20 %"),
    ("change", "Снизить плату на 50 % до конца года"),
    ("change", "Прошу скидку 50 % для пенсионеров"),
    ("change", "Сделать доставку документов курьером с гарантией"),
    ("objection", "Я против принятия этого стандарта, так как он нарушает права."),
    ("objection", "Я категорически против! Не надо этого стандарта."),
    ("objection", "Осы стандартты қабылдауға қарсымын, себебі ол құқықты бұзады."),
    ("objection", "Я против пункта 8, он лишний."),
    ("objection?", "Я против пункта 8, прошу его исключить."),
    ("objection", "8-тармаққа қарсымын."),
    ("objection", "Мен бұл жобаны бекітуге қарсымын"),
    ("objection", "Не поддерживаю этот проект. Он ухудшит положение."),
    ("objection", "Возражаю против утверждения данного стандарта."),
    ("objection", "Бұл стандарт керек емес."),
    ("objection", "Против введения новых изменений"),
    ("objection", "Против внесения изменений в стандарт."),
    ("objection", "Жаңа өзгерістер енгізуге қарсымын."),
    ("objection", "Жаңа өзгерістерге қарсымыз."),
    ("objection?", "Я против изменений, прошу оставить как есть."),
    ("objection?", "Я против отмены льготы для инвалидов."),
    ("objection?", "Мерзімді қысқартуға қарсымын."),
    ("support?", "Поддерживаю введение новых изменений"),
    ("change", "Прошу отмены пошлины"),
    ("change", "Внести изменения в пункт 5"),
    ("objection?", "Я против. Прошу отклонить проект."),
    ("objection", "Жобаны қолдамаймын, себебі мерзімі ұзақ."),
    ("objection", "I am against clause 8."),
    ("objection?", "Я против платы за справку."),
    ("support?", "Мен жобаға қарсы емеспін."),
    ("support?", "Я не против проекта, всё понятно изложено."),
    ("change", "Не согласен со сроком, прошу сократить до 3 дней."),
    ("change", "Поддерживаю проект, но срок надо сократить."),
    ("support", "Полностью поддерживаю проект"),
    ("change", "Срок слишком велик."),
    ("change", "Прошу убрать пункт 5"),
    ("change", "Убрать слова «против решения» в пункте 8"),
)


def told(text: str) -> str:
    """Return the code of why a text is left, or its kind, with “?” where it is assumed."""
    if takes_back(text):
        return "I27"
    if asks_nothing(text):
        return "I74"
    if is_other_business(text):
        return "I28"
    wish = wish_of(text)
    return wish.kind if wish.is_sure else f"{wish.kind}?"


@pytest.mark.parametrize(("expected", "text"), SAYINGS)
def test_what_words_want(expected: str, text: str) -> None:
    assert told(text) == expected


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize("name", ["a.eml", "a.docx", "a.csv", "table.docx"])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("I27", "Прошу отозвать мое предыдущее замечание"),
        ("I28", "Письмо получено, зарегистрировано за № 4512"),
        ("I28", "Коммерческое предложение: предлагаем вам оборудование с доставкой."),
        ("I74", "Рахмет, сұрақ шешілді."),
    ],
)
def test_no_door_takes_them_for_comments(name: str, code: str, words: str, project: Path) -> None:
    heads, row = ("Дата", "Замечание"), ("10.11.2026", words)
    made = {
        "a.eml": lambda: a_message(words).as_bytes(),
        "a.docx": lambda: a_word(paragraph(words)),
        "a.csv": lambda: a_csv(heads, row),
        "table.docx": lambda: a_docx(heads, row),
    }
    file = put(project, name, made[name]())
    assert code in codes(of_file(project, file, "--received", "2026-11-10", status=1))
    assert comments(project) == []
    of_file(project, file, "--received", "2026-11-10", "--kind", "change")
    assert [comment.text for comment in comments(project)] == [words]


@pytest.mark.parametrize("name", ["a.eml", "a.docx"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Хатыңыз № 4512 болып тіркелді.", "I28"),
        ("Сіздің өтінішіңіз 10.11.2026 ж. № 4512 болып тіркелді.", "I28"),
        ("Пікірлеріміз бар құжат хатқа тіркелді.", "I44"),
    ],
)
def test_a_registered_letter_is_not_told_to_have_an_attachment(
    name: str, words: str, code: str, project: Path
) -> None:
    data = a_message(words).as_bytes() if name == "a.eml" else a_word(paragraph(words))
    found = of_file(project, put(project, name, data), "--received", "2026-11-10", status=1)
    assert codes(found) == [code]


def test_a_name_that_begins_like_thanks_is_none() -> None:
    assert gives_thanks("Көп рахметімді айтамын.")
    assert not gives_thanks("Рахметов Асан келіспейді.")
