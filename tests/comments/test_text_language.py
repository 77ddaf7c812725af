"""The language of a text: with its letters, without them, in Latin ones, and mixed."""

from collections.abc import Iterator

import pytest

from talqy.comments.lost_letters import destroyed
from talqy.comments.text_language import is_other_language, language_told
from talqy.project.shipped import language_signs

PROJECT = ("kk", "ru")
_WITHOUT = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІё", "агкноуухиАГКНОУУХИе")

KAZAKH = """
Төлқұжат алуға бір ай күттік, бұл тым ұзақ.
Мүгедек баланың құжатын үйден тапсыруға мүмкіндік беріңіздер.
Ауылда интернет жоқ, өтінішті қағаз түрінде де қабылдасын.
Осы талап артық деп ойлаймын.
Көшіп келгендерге тіркелу қиын болып тұр.
Не себепті анықтама екі рет сұралады?
Әкемнің орнына мен қол қойсам бола ма?
Жұмыс күні емес, күнтізбелік күн деп жазылсын.
Бәрі дұрыс, қолдаймын.
Кезек күту залында орындық жетіспейді.
Бағасын түсірсеңіздер екен, зейнетақы аз.
Жүргізуші куәлігін ауыстыру неге ақылы?
Бұл құжатты мемлекет өзі алуы керек.
Көрмейтін адамдарға арналған нұсқасы бар ма?
Қалалық әкімдік жауап бермейді.
Дәрігердің қорытындысы бір жылға жарамды болса жақсы болар еді.
Сенбі күні де жұмыс істесе екен.
Екі балам бар, біреуі ғана орын алды.
Үй-жайы жоқ азаматтар қайда тіркеледі?
Телефонға хабарлама келмейді, кезегім өтіп кетті.
Мен бұл өзгеріске қарсымын.
Шетелде жүрген адам қалай алады?
Сайтта қате шығып тұр.
Көмек қашан төленеді?
Нотариус растауы қажет емес шығар.
Мерзімі өтіп кеткен құжат қабылданбайды деген жол түсініксіз.
"""
RUSSIAN = """
Паспорт ждали месяц, это слишком долго.
Разрешите подавать документы на ребёнка из дома.
Справка действует всего десять дней, этого мало.
Ещё раз прошу убрать печать.
Моё мнение: требование лишнее.
Почему справку просят дважды?
Можно ли подписать за отца?
Замените календарные дни рабочими.
Всё верно, поддерживаю.
В зале не хватает стульев.
Снизьте плату, пенсия маленькая.
Водительское удостоверение меняют платно, зачем?
Этот документ ведомство должно получать само.
Есть ли версия для незрячих?
Акимат молчит третью неделю.
Пусть заключение врача действует год.
Хотелось бы, чтобы принимали и по субботам.
У меня двое детей, место дали одному.
Где регистрируются люди без жилья?
Сообщение на телефон не пришло, очередь прошла.
Я против этого изменения.
Как получить её за границей?
Сайт выдаёт ошибку.
Когда выплатят пособие?
Нотариальное заверение, наверное, не требуется.
Осы летают в приёмной, закройте окна.
"""


def each(text: str) -> Iterator[str]:
    """Yield the lines that hold something."""
    return (line for line in text.splitlines() if line)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (language, said)
        for language, text in (("kk", KAZAKH), ("ru", RUSSIAN))
        for said in each(text)
    ],
)
def test_a_language_is_known_with_its_letters_and_without(language: str, said: str) -> None:
    assert language_told(said, PROJECT) == language
    # Without its letters it may be left for a person, but is never the other one.
    assert language_told(said.translate(_WITHOUT), PROJECT) in {language, ""}


def test_nearly_all_that_is_written_without_letters_is_known() -> None:
    for language, text in (("kk", KAZAKH), ("ru", RUSSIAN)):
        told = [language_told(said.translate(_WITHOUT), PROJECT) for said in each(text)]
        assert told.count(language) >= 0.8 * len(told)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        # Keyboards without Kazakh letters: Latin i and h; capitals.
        ("Өтiнiштi қай күнi беремiз?", "kk"),
        ("ЖАУАП КЕРЕК, ОН КУН КУТТИК, БИРАК ЕШКИМ АЙТПАЙДЫ", "kk"),
        # Russian words in Kazakh speech, and Kazakh names in Russian.
        ("Справка керек емес деп айтқан, бірақ врач сұрап отыр", "kk"),
        ("Откройте отделение на улице Қабанбай батыр, люди ждут", "ru"),
        ("В казахском тексте слово «мерзімі ішінде» стоит два раза, уберите лишнее", "ru"),
        ("«Срок составляет три дня» деген сөйлем түсініксіз, қысқартыңыздар", "kk"),
        ("Не работает eGov Mobile, исправьте", "ru"),
        # The alphabet of 2021, and letters as they come.
        ("Bul qujat qajet emes, alyp tastaŋyz", "kk"),
        ("Osy tarmaqty ozgertiniz, merzimi uzaq", "kk"),
        ("Ötınışke jauap kelmeidı, sebebı qandai?", "kk"),
        # Nobody can tell.
        ("Proshu ubrat etot punkt", ""),
        ("Please take this clause out", ""),
        ("12345", ""),
        ("Срок слишком долгий", "ru"),
        ("Окошко закрыто", "ru"),
        ("Терминал чеки не выдает", "ru"),
        ("Терминал карточканы алмайды", "kk"),
        ("Врач жок, пандус жок", "kk"),
        # Two words that both languages have.
        ("Онлайн портал", ""),
        ("Стандарт", ""),
        ("https://example.org/кк/өтініш", ""),
        ("Срок слишком большой, сократите его. Мерзімі тым ұзақ, қысқартыңыз.", ""),
        ("Спасибо вам. Osy tarmaqty alyp tastanyz, merzimi uzaq", ""),
        ("Бул көчөдө өргө жүргөн жүк үчүн төлөмдү көтөрбөңүз", ""),
    ],
)
def test_what_is_mixed_quoted_or_latin_is_known_or_left(said: str, language: str) -> None:
    assert language_told(said, PROJECT) == language


@pytest.mark.parametrize(
    "said",
    [
        "Hujjatni bir oyda olib bo'lmaydi, muddatni qisqartirilsin.",
        "Muddati juda uzoq, uni bir haftaga qisqartirilsin.",
        "Belge süresi çok uzun, bir güne kısaltın.",
        "Belge suresi cok uzun, bir gune kisaltin lutfen",
        "Sənədin müddəti bir gün olsun.",
        "Срокът за издаване на документа е дълъг, съкратете го.",
        "Моля, намалете срока до един ден.",
        # Kyrgyz and Uzbek in Cyrillic letters.
        "Күтүү убактысын кыскартып бергиле, анткени айылдан келүү кыйын.",
        "Төлөмдү азайтуу туура болот, бирок эмне үчүн эки жолу төлөйбүз?",
        "Документтерди онлайн кабыл алуу боюнча сунушум бар, кагаз талап кылуу туура эмес.",
        "Аризани уйдан топшириш имконини беринг, чунки бизга узоқ.",
        "Тўлов жуда қиммат, пенсия кам.",
        "Муддатни икки кунга қисқартиринг, илтимос.",
    ],
)
def test_languages_that_are_near_to_ours_are_not_taken_for_them(said: str) -> None:
    assert language_told(said, PROJECT) == ""


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Bir künde berıñızder, merzımı tym ūzaq", "kk"),
        ("Qujatty bir kunde beriniz, oryn joq", "kk"),
        ("Бір объектіні екі рет тексермеңіздер", "kk"),
        ("Туу туралы куәлікке төлем болмасын", "kk"),
        ("Жуу, киіну бөлмесі де болсын, ушу маман керек", "kk"),
        ("Бала туу туралы аныктама кажет емес", "kk"),
        ("Подъезд закрыт, объявление не видно, прошу съэкономить время людей", "ru"),
    ],
)
def test_words_like_those_of_near_languages_stay_ours(said: str, language: str) -> None:
    assert language_told(said, PROJECT) == language


SHORT = """
Пошлина высока.
Госпошлина велика.
Кабинет закрыт.
Касса закрыта.
Талон потерян.
Приём сокращён.
Цена завышена.
Перевод неточен.
Термин неясен.
Форма сложна.
Норма устарела.
Пандус сломан.
"""
SHORT_KAZAKH = """
Баж жоғары.
Касса жабық.
Норма ескірген.
Пошлина тым жоғары болып тұр.
"""


@pytest.mark.parametrize(
    ("said", "language"),
    [*((said, "ru") for said in each(SHORT)), *((said, "kk") for said in each(SHORT_KAZAKH))],
)
def test_a_sentence_of_two_words_is_known(said: str, language: str) -> None:
    assert language_told(said, PROJECT) == language


def test_a_language_that_a_project_has_not_is_not_told() -> None:
    assert language_told("Бұл талап артық деп ойлаймын", ("ru",)) == ""


@pytest.mark.parametrize(
    ("said", "language", "is_other"),
    [
        ("Кужаттарды онлайн тапсыруга мумкиндик бериниздер, отинемин", "kk", False),
        ("Кужаттарды онлайн тапсыруга мумкиндик бериниздер, отинемин", "ru", True),
        ("Qujattardy onlain tapsyruga mumkindik beriniz, ötinemin", "kk", False),
        ("Прошу дать возможность подавать документы через портал", "kk", True),
        ("Прошу дать возможность подавать документы через портал", "ru", False),
        ("Please let people hand in their documents on the portal", "ru", True),
        ("Коротко", "kk", False),
    ],
)
def test_a_text_is_in_another_language_than_its_file_says(
    said: str,
    language: str,
    is_other: bool,  # noqa: FBT001 - of the table
) -> None:
    assert is_other_language(said, language) is is_other


def test_a_word_is_of_one_language_alone() -> None:
    signs = language_signs()
    assert not signs["kk"]["words"] & signs["ru"]["words"]
    assert not signs["kk"]["endings"] & signs["ru"]["endings"]


@pytest.mark.parametrize(
    "said",
    [
        "Ҳужжатлар рўйхатини қисқартириш керак, чунки муддат узоқ.",
        "7-бандда кўрсатилган тўловни камайтиришингизни сўраймиз.",
    ],
)
def test_uzbek_is_a_language_and_nothing_destroyed(said: str) -> None:
    assert (language_told(said, ("kk", "ru")), destroyed(said)) == ("", "")
    assert destroyed(f"{said} Әрі мерзімді кўрсетіңіз.")
