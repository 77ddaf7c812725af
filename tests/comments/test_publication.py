"""Words that must not be published are left for a person, whatever door they come through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import STANDARD, write_project
from importing import codes, comments, of_file
from intakes import a_csv, a_docx, a_message, an_xlsx, put
from talqy.cli.main import main
from talqy.comments.publication import asks_not_to_publish, hides_the_name
from word_files import a_word, cell, paragraph, row, table

WISHES = (
    "Лично министру, не для сайта",
    "Министрдің өзіне, сайт үшін емес",
    "Письмо не для публикации, а для работников ЦОНа.",
    "Моё обращение не для печати, а для проекта",
    "Письмо не для газеты, а на портал",
    "Бұл хат жариялау үшін емес, жобаға арналған",
    "Не для публикации, а для сведения вашего центра",
    "Прошу никому это письмо не показывать: начальник узнает – уволит.",
    "Моё обращение никому из коллег не показывайте.",
    "Не давайте читать это письмо никому.",
    "Это письмо не для печати, а для министра.",
    "Моё замечание не для сайта, а для разработчиков",
    "Это письмо не для публикации, а для души.",
    "Бұл хат сайтқа емес, министрге арналған.",
    "This letter is not for publication but for the minister.",
    "не для публикации",
    "Не для печати!",
    "«Не для публикации»",
    "Прошу не публиковать.",
    "Просьба моё обращение на сайте не размещать",
    "Срок велик. Письмо публикации не подлежит.",
    "На публикацию согласия не даю",
    "Не хочу, чтобы моё письмо публиковали",
    "Я против публикации моего письма",
    "Без права публикации",
    "Прошу не публиковать письмо и моё имя.",
    "Прошу изменить пункт 5 и не публиковать это письмо",
    "Конфиденциально",
    "Осы хатты жарияламауды сұраймын",
    "Осы хатты жарияламауды сураймын",
    "Мерзім ұзақ. Жариялауға болмайды!",
    "Пікірімді жарияламаңыздар",
    "Хатым жарияланбасын",
    "Менің пікірімді жариялауға қарсымын",
    "Жариялауға келісім бермеймін",
    "Бұл хат жариялауға арналмаған",
    "Хатымды сайтқа салмаңыз",
    "Прошу это письмо никому не показывать.",
    "Только в интернет не выкладывайте.",
    "Пусть это останется между нами.",
    "Не хочу, чтобы моё письмо было на сайте.",
    "Моё обращение нигде не светите",
    "Не хочу, чтобы в интернете прочитали моё письмо",
    "Бұл хатым сайтқа шықпасын, ауылда бәрі бірін-бірі таниды.",
    "Хатымды ешкімге көрсетпеңіздер.",
    "Бұл хатты интернетке салмаңыздар.",
    "Пікірім сайтта тұрмасын",
    "Ешкімге айтпаңыздаршы",
    "Хатты желіге таратпауды өтінемін",
    *("лично министру, не публиковать", "Непубличное обращение", "Жария емес хат"),
    "Непубличное обращение по проекту стандарта о регистрации рождения",
    "Это письмо только для министерства, не для сайта.",
    "Моё обращение исключительно для вашего ведомства.",
    "Осы хат тек министрлікке арналған.",
    "Бұл пікір тек сіздерге ғана жазылды",
    "Не хочу, чтобы это читали другие.",
    "Не желаю, чтобы посторонние читали моё письмо",
    "Хатымды басқалар оқымасын",
    "Пікірім көпшілікке көрсетілмесін.",
    "Хатым жұртқа таратылмасын",
    "Жарияламай-ақ қойыңыздар.",
    "Жарияламай-ак койсаныздар",
    "Ответьте мне лично, а на сайте ничего не размещайте.",
    "Маған жауап беріңіз, ал сайтқа ештеңе салмаңыздар.",
    "Прошу не публиковать моё письмо: сын работает в этом ЦОНе, его имя узнают.",
    "Прошу не публиковать, потому что это может повредить моему ребёнку.",
    "Not for publication",
    "This letter is only for the ministry.",
    "Please do not publish this letter.",
)
OTHER_WORDS = (
    "Это форма для бумаги, не для сайта министерства.",
    "Справку никому из посторонних не показывать.",
    "Нигде в стандарте не указано, сколько ждать.",
    "Прошу нигде в пункте не упоминать печать.",
    "Это предложение не для печати справки, а для её выдачи на экране.",
    "Моё замечание не для публикации перечня, а для его утверждения.",
    "Менің ескертпем бланкіні басып шығаруға емес, оны толтыруға қатысты.",
    "Прошу не публиковать моё имя.",
    "Прошу не публиковать мой адрес и телефон",
    "Имя моё прошу не публиковать под этим письмом",
    "Указать, что сведения не публикуются",
    "Прошу указать, что обращения не подлежат опубликованию",
    "Прошу не публиковать на сайте список очередников",
    "Я против публикации списков очередников",
    "Слова «не для публикации» исключить из пункта 2.",
    "Результат не публикуется вовремя, срок велик",
    "Пункт 2 дополнить: решения не публиковать до вступления в силу",
    "Плата не согласована с нами",
    "Имя моё не светите.",
    "Бірақ атым-жөнімді көрсетпеңіздер.",
    "Не хочу, чтобы очередь была на портале",
    "Документы третьим лицам не показывать и никому не передавать",
    "Нәтижені сайтқа салмайды, адам біле алмайды",
    "Кезек тізімін сайтқа салмаңыздар",
    "Никому не передавать персональные данные заявителя",
    "Ешкімге артық құжат бермеңіздер деп жазылсын",
    "Письмо без печати не принимают",
    "Атымды жарияламауды сұраймын",
    "Деректер жарияланбайды деп көрсету керек",
    "Жеке мәліметтерді жариялауға болмайды",
    "Кестені сайтта жариялау керек",
    "Please do not publish my name",
    "Прошу не публиковать на портале имя ребёнка в очереди: это нарушает его права.",
    "Фамилии заявителей на портале не публиковать – это их личное дело.",
    "Это предложение только для сельских жителей, не для города.",
    "Осы ұсыныс тек ауыл тұрғындарына арналған",
    "Не хочу, чтобы соседи читали мои документы в зале ожидания",
    "Құжаттарымды залда басқалар оқымасын",
    "Не хочу, чтобы паспорт читали все подряд",
    "Закрытое письмо о решении никто не получает, его вручать лично.",
    "Указать: ничего лишнего на сайте не размещайте",
    "Тексеру нәтижесі көпшілікке көрсетілмейді, түсініксіз",
    "Баланың аты-жөні көпшілікке көрсетілмесін деп толықтыру керек",
    "Публичное обсуждение продлить на неделю.",
)
OF_OTHERS = (
    "В талоне имя и фамилию заявителя не называть.",
    "Прошу не публиковать на портале имя ребёнка в очереди: это нарушает его права.",
    "ФИО заявителей не публиковать на портале.",
    "Баланың атын порталда жарияламаңыздар",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize("words", WISHES)
def test_a_wish_against_publication_is_read(words: str) -> None:
    assert asks_not_to_publish([words])


def test_a_name_that_is_not_to_stand_is_heard_wherever_the_words_stand() -> None:
    for words in (
        "Имя мое нигде не печатайте.",
        "Имя моё в отчётах прошу не упоминать.",
        "Мою фамилию нигде прошу не называть.",
        "Фамилию мою не печатайте",
        "Тегімді жарияламаңыз",
        "Менің тегім жарияланбасын",
        "фамилиямды жарияламаңыз",
        "Тегімді көрсетпеуіңізді сұраймын",
        "do not publish my surname",
        "Я передумала насчет имени, оставьте меня без имени.",
        "Подпись мою уберите, пожалуйста, с сайта.",
        "Имя не мое, а соседки, она не знает.",
        "Есімімді жасырыңыз.",
        "Аты-жөнім менікі емес, көршінікі.",
        "Атымды өшіріңіз",
    ):
        assert hides_the_name(words), words
        assert not asks_not_to_publish([words]), words


@pytest.mark.parametrize("words", OTHER_WORDS)
def test_other_words_of_publishing_are_no_such_wish(words: str) -> None:
    assert asks_not_to_publish([words]) == ""


@pytest.mark.parametrize("words", OF_OTHERS)
def test_the_names_of_others_are_the_services_business(words: str) -> None:
    assert not hides_the_name(words)


def by_subject(words: str) -> tuple[str, bytes]:
    return "a.eml", a_message("Срок в пункте 2 велик.", Subject=words).as_bytes()


def by_mail(words: str) -> tuple[str, bytes]:
    return "a.eml", a_message(f"Срок в пункте 2 велик. {words}").as_bytes()


def on_paper(words: str) -> tuple[str, bytes]:
    return "a.docx", a_word(paragraph("Срок в пункте 2 велик.") + paragraph(words))


def above_on_paper(words: str) -> tuple[str, bytes]:
    lines = ("В Министерство юстиции", words, "Уважаемые коллеги!", "Срок в пункте 2 велик.")
    return "a.docx", a_word("".join(map(paragraph, lines)))


def in_a_table(words: str) -> tuple[str, bytes]:
    return "a.csv", a_csv(("Дата", "Замечание"), ("10.11.2026", f"Срок велик. {words}"))


def beside_a_yes(words: str) -> tuple[str, bytes]:
    heads = ("Дата", "Замечание", "Согласие")
    return "a.csv", a_csv(heads, ("10.11.2026", f"Срок велик. {words}", "да"))


def in_a_word_table(words: str) -> tuple[str, bytes]:
    return "a.docx", a_docx(("Дата", "Замечание"), ("10.11.2026", f"Срок велик. {words}"))


def below_a_farewell(words: str) -> tuple[str, bytes]:
    text = f"Срок в пункте 2 велик.\n\nС уважением,\nА. Мысалов\n+7 701 000 00 00\n{words}"
    return "a.eml", a_message(text).as_bytes()


def in_a_foot(words: str) -> tuple[str, bytes]:
    return "a.docx", a_word(paragraph("Срок в пункте 2 велик."), footer=paragraph(words))


DOORS = (
    *(by_subject, by_mail, on_paper, above_on_paper, below_a_farewell, in_a_foot),
    *(in_a_table, beside_a_yes, in_a_word_table),
)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("words", ["Письмо не для публикации", "Осы хатты жарияламауды сұраймын"])
def test_no_door_publishes_what_must_not_be(
    door: Callable[[str], tuple[str, bytes]], words: str, project: Path
) -> None:
    file = put(project, *door(words))
    assert "G32" in codes(of_file(project, file, "--received", "2026-11-10", status=1))
    assert comments(project) == []


def above_a_table(words: str) -> tuple[str, bytes]:
    return "a.xlsx", an_xlsx((words,), ("Дата", "Замечание"), ("10.11.2026", "Срок велик."))


def name_of_a_sheet(words: str) -> tuple[str, bytes]:
    rows = (("Дата", "Замечание"), ("10.11.2026", "Срок велик."))
    return "a.xlsx", an_xlsx(*rows, title=words[:30])


def in_the_foot_of_a_table(words: str) -> tuple[str, bytes]:
    rows = table(row(cell("Дата"), cell("Замечание")), row(cell("10.11.2026"), cell("Срок велик.")))
    return "a.docx", a_word(rows, footer=paragraph(words))


@pytest.mark.parametrize("door", [above_a_table, name_of_a_sheet, in_the_foot_of_a_table])
@pytest.mark.parametrize("words", ["ДСП", "Не для публикации", "Жариялауға емес"])
def test_a_stamp_on_a_table_is_that_of_each_row(
    door: Callable[[str], tuple[str, bytes]], words: str, project: Path
) -> None:
    file = put(project, *door(words))
    assert "I51" in codes(of_file(project, file, status=1))
    assert comments(project) == []


NOTICE = (
    "--\u0020\nТОО «Мысал»\nДанное сообщение является конфиденциальным и предназначено только "
    "для адресата. Если вы получили его по ошибке, сообщите отправителю и удалите сообщение."
)


@pytest.mark.parametrize(
    "below",
    [
        "Айгүл жазды 09.11.2026 10:00:\n> Прошу не публиковать это письмо.",
        NOTICE,
    ],
)
def test_what_others_say_below_a_letter_is_no_wish_of_its_author(below: str, project: Path) -> None:
    letter = a_message(
        f"Срок в пункте 2 велик, прошу сократить.\n\n{below}", In_Reply_To="<0@a.kz>"
    )
    told = of_file(project, put(project, "a.eml", letter.as_bytes()), status=0)
    assert "G32" not in codes(told)


def test_a_new_comment_that_must_not_be_published_is_not_written(project: Path) -> None:
    said = "Срок велик. Прошу не публиковать."
    line = ["new", "comment", STANDARD, "--project", str(project), "--clause", "term"]
    line += ["--language", "ru", "--kind", "change", "--text", said, "--consent"]
    done = CliRunner().invoke(main, line)
    assert (done.exit_code, comments(project)) == (1, [])
    assert "G32" in done.output


def test_a_name_that_must_not_be_published_is_not_taken(project: Path) -> None:
    heads = ("Дата", "Имя", "Замечание")
    hidden = ("10.11.2026", "А. Мысал", "Срок велик. Прошу не публиковать моё имя.")
    shown = ("10.11.2026", "Б. Үлгі", "Ждать слишком долго, указать имя услугодателя.")
    of_file(project, put(project, "a.csv", a_csv(heads, hidden, shown)))
    names = [(one.text[:4], one.author.name) for one in comments(project)]
    assert names == [("Ждат", "Б. Үлгі"), ("Срок", None)]


def test_a_name_is_not_taken_where_the_wish_stands_beside_a_quote(project: Path) -> None:
    heads = ("Дата", "Имя", "Замечание", "Цитата")
    row = ("10.11.2026", "А. Мысал", "Срок слишком велик.", "не публикуйте мою фамилию")
    of_file(project, put(project, "a.csv", a_csv(heads, row)), status=0)
    assert [one.author.name for one in comments(project)] == [None]


def test_a_name_that_must_not_be_published_does_not_stand_in_the_words(project: Path) -> None:
    heads = ("Дата", "Имя", "Замечание")
    rows = (
        "Меня зовут Мысалова Айгүл. Срок велик. Имя моё нигде не печатайте.",
        "Мен, Әлия Мысалқызы, мерзімді қысқартуды сұраймын. Атымды ешқайда жазбаңыздар.",
        "Моя фамилия Образцова. Срок велик. Прошу её не публиковать и имя моё не указывать.",
        "Мен Қостанай облысында тұрамын, мерзімі ұзақ. Атымды жазбаңыз.",
    )
    said = a_csv(heads, *(("10.11.2026", "А. Мысал", words) for words in rows))
    told = of_file(project, put(project, "a.csv", said), status=1)
    assert [row["status"] for row in told["rows"]] == ["left", "left", "left", "taken"]
    assert [one.author.name for one in comments(project)] == [None]
