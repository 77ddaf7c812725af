"""Search in the browser: what it finds, what it says, what it loads; and the page without it."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from browsing.kinds import LANGUAGES, Site
from browsing.looking import FITS, TARGETS, WIDEST
from index_reading import plain
from searching import FIND, SCRIPT, Answer, asked, queries, typed
from talqy.search.folding import tokens

pytestmark = pytest.mark.xdist_group("search")

LEAST_FIRST, LEAST_CLAUSES, MOST_DENIED = 0.95, 0.9, 0.03
MOST_BYTES = 34 * 1024
ODD = (
    "Ёлка, щётка; съезд 8 (восемь) рабочих дней 0,2 АЕК",
    "тел. 8-800-080-7777 куәлiгi пас\u00adпорт и\u0306од 10.1–10.3",
    "Әліппе ҒҚҢӨҰҮҺІ Sms-хабар ﬁ ½ x² 12.03.2026 ж. (бес) 5 (бес) күн",
    "16ға толды, 5нен 12ден кейін, 12дей, 2б, 7-ші, 3-го",
    "<b>&amp;</b> “тырнақша” ' ; -- \\ / % 🙂 日本 İstanbul ß",
)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 375, "height": 667}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def answers(site: Site, window: Page) -> list[Answer]:
    """Ask all judged queries; what they load is counted with the scripts."""
    scripts = len(gzip.compress((site.folder / SCRIPT).read_bytes(), 9))
    made = []
    for language in LANGUAGES:
        window.goto(site.address("search", language))
        folder = window.locator(".search-page").get_attribute("data-index") or ""
        files = site.folder / language / "search" / folder
        made += asked(window, folder, files.resolve(), site.folder / "assets", queries(language))
    return [replace(one, size=one.size + scripts) for one in made]


def share(good: list[bool]) -> float:
    return sum(good) / len(good)


def test_the_right_standard_comes_first(answers: list[Answer]) -> None:
    real = [one for one in answers if one.is_real]
    wrong = [(one.query["query"], one.standards[:2]) for one in real if not one.is_first]
    assert share([one.is_first for one in real]) >= LEAST_FIRST, wrong


def test_the_right_clause_is_among_three(answers: list[Answer]) -> None:
    about = [one for one in answers if one.query["clauses"]]
    wrong = [(one.query["query"], one.clauses) for one in about if not one.is_placed]
    assert share([one.is_placed for one in about]) >= LEAST_CLAUSES, wrong


def test_what_is_shown_of_a_clause_has_the_words_that_answer(answers: list[Answer]) -> None:
    figures = [one for one in answers if "shows" in one.query]
    wrong = [(one.query["query"], one.said) for one in figures if not one.is_shown]
    assert share([one.is_shown for one in figures]) >= LEAST_CLAUSES, wrong


def test_a_query_without_an_answer_ends_honestly(answers: list[Answer]) -> None:
    none = [one for one in answers if not one.is_real]
    assert [one.query["query"] for one in none if not one.is_honest] == []


def test_what_has_an_answer_is_not_told_to_be_missing(answers: list[Answer]) -> None:
    real = [one for one in answers if one.is_real and one.query["kind"] != "comment"]
    wrong = [one.query["query"] for one in real if one.is_denied]
    assert len(wrong) <= len(real) * MOST_DENIED, wrong


def test_a_first_query_is_light(answers: list[Answer]) -> None:
    sizes = sorted(one.size for one in answers)
    assert sizes[len(sizes) * 9 // 10] <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_words_are_read_as_the_index_reads_them(
    site: Site, window: Page, language: str
) -> None:
    """The rules are written once; what walks a text by them is there twice, and does the same."""
    window.goto(site.address("search", language))
    folder = window.locator(".search-page").get_attribute("data-index")
    clauses = [
        text
        for file in (site.folder / language / "search").rglob("d/*.txt")
        for _, _, rows in plain(file.read_bytes())
        for row in rows
        for text in row[2:4]
    ]
    read = """async ([folder, texts]) => {
      const engine = talqySearch(folder);
      await engine.answer("?");
      return texts.map((text) => engine.tokens(text));
    }"""
    texts = [*ODD, *clauses]
    seen = window.evaluate(read, [folder, texts])
    assert [[*tokens(text)] for text in texts] == seen


# Ten standards and three pages of prose; three clauses of two standards.
MOST_FILES_OF_WORDS, MOST_ROWS, MOST_CLAUSES = 8, 13, 6
# How many rows stand there each time that results are drawn.
DRAWN = """() => {
  const results = document.querySelector(".results");
  window.drawn = [];
  new MutationObserver(() => window.drawn.push(results.querySelectorAll(".answers > li").length))
    .observe(results, { childList: true });
}"""
ALIKE = """async ([folder, pairs]) => {
  const { rules } = await talqyFiles(folder).open();
  const words = talqyWords(rules);
  return pairs.map((pair) => {
    const [one, other] = pair.map((word) => words.folded(word));
    return words.areForms(one, other) ? "form" : words.areOfOneRoot(one, other) ? "kin" : "";
  });
}"""


def test_forms_are_told_from_words_of_one_root(site: Site, window: Page) -> None:
    window.goto(site.address("search", "kk"))
    folder = window.locator(".search-page").get_attribute("data-index")
    pairs = {
        ("удостоверения", "удостоверение"): "form",
        ("куәлігімді", "куәлік"): "form",
        ("инвалиду", "инвалидности"): "kin",
        ("иностранки", "иностранцам"): "kin",
        ("жұмысшыға", "жұмыс"): "kin",
        ("жоғалып", "жоғалған"): "kin",
        ("усыновление", "установление"): "",
        ("жер", "жергілікті"): "",
        ("права", "правила"): "",
    }
    assert window.evaluate(ALIKE, [folder, [*pairs]]) == [*pairs.values()]


# What is asked, and what the first piece says; nothing where it would be the figure of another.
PIECES = {
    (
        "ru",
        "паспорт на 24 страницы сколько стоит",
    ): "24 страницы ребенку, не достигшему 16 лет, – 4 МРП",
    ("ru", "паспорт 96 страниц сколько стоит"): "",
    ("ru", "сколько дней исправляют отчество в метрике"): "исправлений в запись акта",
    ("ru", "7 рабочих дней паспорт"): "7 (семь) рабочих дней",
    ("ru", "за сколько дают загранпаспорт"): "15 (пятнадцать) рабочих дней",
    ("kk", "24 бет паспорт қанша теңге"): "24 беттік паспорт бергені үшін – 4 АЕК",
    ("kk", "3 жұмыс күні паспорт"): "3 (үш) жұмыс күні",
    ("ru", "загранник ребенку 5 лет цена"): "не достигшему 16 лет, – 4 МРП",
    ("kk", "10 жасар ұлыма паспорт құны"): "24 беттік паспорт бергені үшін – 4 АЕК",
    ("ru", "сколько рабочих дней регистрируют новорожденного"): "ребенка – 2 (два) рабочих дня",
    ("ru", "паспорт 48 листов цена"): "48 страниц – 12 МРП",
    ("kk", "паспорт 64 бет қанша тұрады"): "",
}
PIECE = """async ([folder, query]) => {
  const engine = talqySearch(folder);
  const { rows, read } = await engine.answer(query);
  const [clause] = await engine.clauses(rows[0].entry, read);
  return engine.piece(clause, read).map(([words]) => words).join("");
}"""


@pytest.mark.parametrize(("language", "query"), PIECES)
def test_a_number_counts_with_its_unit_and_no_other_stands_for_it(
    site: Site, window: Page, language: str, query: str
) -> None:
    window.goto(site.address("search", language))
    folder = window.locator(".search-page").get_attribute("data-index")
    said = str(window.evaluate(PIECE, [folder, query])).replace("\xa0", " ")
    assert PIECES[language, query] in said
    assert said or not PIECES[language, query]
    if not PIECES[language, query]:
        assert said == ""


# What is asked in usual forms, and the rows that it asks for; what is left to be looked for.
QUESTIONS = {
    ("ru", "почему мне отказали"): ("refusal-grounds", ["отказ"]),
    ("ru", "почему же не дали пособие"): ("refusal-grounds", ["пособие"]),
    ("ru", "не выдадут ли паспорт"): ("refusal-grounds", ["паспорт"]),
    ("kk", "неге бас тартылды екен"): ("refusal-grounds", ["бас", "тарту"]),
    ("kk", "паспортты неге бермей қойды"): ("refusal-grounds", ["паспортти"]),
    ("ru", "скока стоит паспорт"): ("payment", ["паспорт"]),
    ("kk", "паспорт қанша тұрар екен"): ("payment", ["паспорт"]),
    ("ru", "сколько же ждать паспорт"): ("term", ["паспорт"]),
    ("kk", "паспортты қанша күтеміз"): ("term", ["паспортти"]),
    ("ru", "какие документы мне нужны на паспорт"): ("documents", ["паспорт"]),
    ("kk", "паспортқа не апарсам болады"): ("documents", ["паспортка"]),
    ("ru", "можно ли мне получить паспорт"): ("", ["паспорт"]),
    ("kk", "паспорт ала аламын ба"): ("", ["паспорт"]),
    ("ru", "паспорт второй раз"): ("", ["паспорт", "снова"]),
    ("kk", "паспорттың мерзімі өтіп кетіпті"): ("", ["паспорттин", "просрочка"]),
    ("kk", "баланың тегін ауыстырамыз"): ("", ["баланин", "тегин", "ауистирамиз"]),
    ("ru", "живу в Алматы"): ("", ["живу", "алмати"]),
}
READ = """async ([folder, query]) => {
  const { read } = await talqySearch(folder).answer(query);
  return [[...read.question.rows].join(" "), read.question.words];
}"""


@pytest.mark.parametrize(("language", "query"), QUESTIONS)
def test_a_question_leads_to_a_kind_of_clause_in_every_usual_form(
    site: Site, window: Page, language: str, query: str
) -> None:
    window.goto(site.address("search", language))
    folder = window.locator(".search-page").get_attribute("data-index")
    row, words = QUESTIONS[language, query]
    assert window.evaluate(READ, [folder, query]) == [row, words]


# What is not all there: the state, and words that are told as missing.
LACKING = {
    ("ru", "развод через суд"): ("nothing", []),
    ("ru", "регистрация брака"): ("nothing", []),
    ("ru", "регистрация автомобиля"): ("absent", ["регистрация"]),
    ("kk", "мектепке тіркеу"): ("absent", ["тиркеу"]),
    ("ru", "ремонт машины цена"): ("absent", []),
    ("ru", "не успели зарегистрировать ребенка"): ("found", []),
    ("ru", "работадатель просит справку о несудимости"): ("partly", ["просит"]),
    ("kk", "өзбекстаннан келген студент тіркелу"): ("found", []),
    ("kk", "некеге тұруды тіркеу"): ("nothing", []),
    ("kk", "бала күтіміне жәрдемақы"): ("absent", []),
    ("ru", "вид на жительство постоянное"): ("absent", []),
    ("ru", "справка с апостилем"): ("within", []),
    ("ru", "пособие по безработице"): ("nothing", []),
    ("kk", "жұмыссыздық жәрдемақысы"): ("nothing", []),
    ("ru", "гражданство"): ("absent", []),
    ("kk", "азаматтық алу"): ("absent", []),
    ("ru", "почему отказали"): ("found", []),
    ("kk", "ипотекага балабкша кезек"): ("partly", ["ипотекага"]),
    ("ru", "паспорт за 4 дня"): ("partly", ["4_дня"]),
}


@pytest.mark.parametrize(("language", "query"), LACKING)
def test_what_is_not_there_is_told_and_what_is_known_is_answered(
    site: Site, window: Page, language: str, query: str
) -> None:
    window.goto(site.address("search", language))
    folder = window.locator(".search-page").get_attribute("data-index")
    found = window.evaluate(FIND, [folder, query])
    assert (found["state"], found["missing"]) == LACKING[language, query]


def test_a_word_is_told_as_it_was_typed(site: Site, page: Page) -> None:
    page.goto(f"{site.address('search', 'ru')}?q={quote('паспорт за 4 дня')}")
    page.locator(".answer p").first.wait_for()
    assert "«4 дня»" in page.locator(".answer").inner_text().replace("\xa0", " ")


def test_the_author_of_a_comment_is_found_and_told(site: Site, page: Page) -> None:
    page.goto(f"{site.address('search', 'kk')}?q={quote('Айгүл')}")
    page.locator(".answer p").first.wait_for()
    assert page.locator(".search-page").get_attribute("data-state") == "comments"
    assert "Айгүл" in page.locator(".results .meta mark").all_inner_texts()


SAID = {
    "паспорт": "found",
    "gfcgjhn": "guessed",
    "пасорт": "guessed",
    "садик прививки": "partly",
    "паспорт на верблюда": "near",
    "жестовый язык": "within",
    "техосмотр машины цена": "absent",
    "копия свидетельства о браке": "absent",
    "школу": "comments",
    "ипотека": "nothing",
}


def test_each_state_is_said_in_words_and_results_are_links(site: Site, page: Page) -> None:
    for query, state in SAID.items():
        page.goto(f"{site.address('search', 'ru')}?q={quote(query)}")
        page.locator(".answer p").first.wait_for()
        assert page.locator(".search-page").get_attribute("data-state") == state, query
        said = page.locator(".answer").inner_text()
        assert page.locator(".answer").get_attribute("role") == "status"
        if state in {"found", "within", "absent", "comments", "nothing"}:
            assert query in said
        if state == "guessed":
            assert "паспорт" in said
            page.locator(".answer a").click()
            page.locator(".answer p").first.wait_for()
            assert page.locator(".search-page").get_attribute("data-state") != "guessed"
        elif state != "nothing":
            link = page.locator(".results a.found, .mentioned a").first
            href = link.get_attribute("href") or ""
            assert (
                (site.folder / "ru/search" / urlsplit(href).path / "index.html").resolve().is_file()
            )


# What names no service that is here: a word that one of them has in its name, or in its text alone,
# a name that another service has as well, a kind of service, a word of another one with a slip.
OTHERS = [
    ("ru", "техосмотр машины цена"),
    ("ru", "регистрация машины"),
    ("ru", "гражданство"),
    ("ru", "паспорт на собаку"),
    ("ru", "права на землю"),
    ("ru", "копия свидетельства о браке"),
    ("ru", "номера на машину сколько стоят"),
    ("ru", "пособие по безроботице"),
    ("ru", "пенсия по возрасту как оформить"),
    ("kk", "көлік тіркеу"),
    ("kk", "көлік паспорты"),
    ("kk", "азаматтық алу"),
    ("kk", "жұмыссыз қалдым жәрдемақы"),
    ("kk", "жер кезегі"),
    ("kk", "мекенжай анықтамасы"),
    ("kk", "тұрғын үй кезегі"),
]


def answered(site: Site, page: Page, language: str, query: str) -> str:
    """Ask for something by its address; return what stands above the results."""
    page.goto(f"{site.address('search', language)}?q={quote(query)}")
    page.locator(".answer p").first.wait_for()
    return page.locator(".answer").inner_text().replace("\xa0", " ")


NO_SUCH = {"ru": "Такой услуги на этом сайте нет", "kk": "Бұл сайтта мұндай қызмет жоқ"}


# What a clause says of another case is no answer: a figure is believed.
FIGURES = [
    ("ru", "поменять имя в свидетельстве о рождении цена", "0,5 месячного", "бесплатно"),
    ("ru", "паспорт срочно сколько дней", "3 (три) рабочих дня", "15 (пятнадцать)"),
    ("kk", "шетелге анықтама соттылық неше күн", "10 (он) жұмыс күні", "10 (он) минут"),
    ("kk", "садик кезек канша уакыт", "1 (бір) жұмыс күні", "5 (бес)"),
    ("kk", "16 толды жеке куәлік тегін бе", "1) алғаш рет алынғанда", "24 беттік"),
    ("ru", "удостоверение в 16 лет платно", "при первичном получении", "24 страницы"),
    ("kk", "48 беттік төлқұжат бағасы", "12 АЕК", "8 АЕК"),
]


@pytest.mark.parametrize("asked_for", FIGURES)
def test_a_clause_that_is_asked_for_shows_the_figure_of_the_case(
    site: Site, page: Page, asked_for: tuple[str, str, str, str]
) -> None:
    language, query, said, other = asked_for
    answered(site, page, language, query)
    rows = {"fee", "term"}
    shown = page.locator(", ".join(f".results li:has(> a[href$='#{row}']) .piece" for row in rows))
    words = shown.first.inner_text().replace("\xa0", " ")
    assert said in words
    assert other not in words


NOT_HIDDEN = [
    ("kk", "әйелім босанды, балаға құжат қалай жасаймын", "birth-registration"),
    ("ru", "сыну исполнилось 16 первое удостоверение бесплатно?", "passport-identity-card"),
    ("ru", "бумажка что не сидел для работы", "criminal-record-certificate"),
    ("ru", "сколько мегабайт можно прикрепить", "housing-assistance"),
    ("ru", "приехал из узбекистана работать сколько можно жить", "temporary-residence"),
    ("kk", "қытайдан келген студентпін, қандай құжат керек", "temporary-residence"),
    ("ru", "глухонемой жестовый язык", "disability-benefit"),
    ("kk", "мүгедек әкемнің орнына келісімді мен бере аламын ба", "disability-benefit"),
    ("ru", "бабушка не может ответить на смс про пособие, кто за нее", "disability-benefit"),
    ("ru", "украли айди карту", "passport-identity-card"),
    ("ru", "близнецы сколько времени на оформление", "birth-registration"),
]


@pytest.mark.parametrize(("language", "query", "standard"), NOT_HIDDEN)
def test_an_everyday_word_that_is_not_known_hides_no_service(
    site: Site, page: Page, language: str, query: str, standard: str
) -> None:
    assert NO_SUCH[language] not in answered(site, page, language, query)
    first = page.locator(".results a.found").first.get_attribute("href") or ""
    assert f"s/{standard}/" in first


NUMBERED = [
    ("kk", "№ 7 пікір", "№ 7 пікір табылды: ", 7),
    ("kk", "12-пікір", "№ 12 пікір табылды: ", 12),
    ("ru", "комментарий № 7", "Комментарии с номером 7: ", 7),
    ("ru", "№ 12 комментарий", "Комментарии с номером 12: ", 12),
]


@pytest.mark.parametrize("asked_for", NUMBERED)
def test_comments_are_found_by_the_number_that_the_site_prints(
    site: Site, page: Page, asked_for: tuple[str, str, str, int]
) -> None:
    language, query, said, number = asked_for
    answered(site, page, language, query)
    files = (site.folder / language / "search").glob("*/n/*.txt")
    known = [row for file in files for row in plain(file.read_bytes())]
    count = sum(1 for row in known if row[0] == number)
    assert page.locator(".answer").inner_text().replace("\xa0", " ") == f"{said}{count}"
    links = page.locator(".results li li a")
    assert links.count() == count > 1
    for href in links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"):
        shown = site.folder / language / "search" / href / "index.html"
        assert f"№\xa0{number}" in shown.resolve().read_text("utf-8").replace("№ ", "№\xa0")


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("kk", "№ 4571 пікір", "№ 4571 пікір жоқ."),
        ("ru", "комментарий № 873", "Комментария № 873 нет."),
    ],
)
def test_a_number_that_no_comment_has_is_said_once(
    site: Site, page: Page, language: str, query: str, said: str
) -> None:
    answered(site, page, language, query)
    words = page.locator(".answer").inner_text() + page.locator(".results").inner_text()
    assert words.replace("\xa0", " ").strip() == said


@pytest.mark.parametrize(("language", "query"), OTHERS)
def test_what_is_no_service_here_is_said_so_first(
    site: Site, page: Page, language: str, query: str
) -> None:
    words = answered(site, page, language, query)
    assert words.startswith(f"{NO_SUCH[language]}: «{query}»")
    assert page.locator(".results .piece").count() == 0, "a figure of another service"
    assert page.locator(".results a.found").count() == 0, "what looks like an answer"


NEAR = [
    ("ru", "паспорт на верблюда", "Есть услуга «Паспорт и удостоверение личности»"),
    ("kk", "прописка жасау", f"{NO_SUCH['kk']}: «прописка жасау»"),
    ("kk", "жылқы паспорты", "«Паспорт және жеке куәлік» қызметі бар"),
]


@pytest.mark.parametrize(("language", "query", "said"), NEAR)
def test_a_name_that_many_share_beside_an_unknown_word_is_told_without_figures(
    site: Site, page: Page, language: str, query: str, said: str
) -> None:
    words = answered(site, page, language, query)
    assert words.startswith(said)
    assert query.split()[0 if language == "kk" else -1] in words
    assert page.locator(".results a.found").count() == 1
    assert page.locator(".results .piece").count() == 0


ABOUT_COMMENTS = {
    "комментарии про школу": "Стандарты, в комментариях к которым об этом пишут: 1",
    "комментарии про космодром": "В комментариях ничего нет.",
}


@pytest.mark.parametrize("query", ABOUT_COMMENTS)
def test_who_asks_for_comments_is_told_of_comments_and_of_no_service(
    site: Site, page: Page, query: str
) -> None:
    page.goto(f"{site.address('search', 'ru')}?q={quote(query)}")
    page.locator(".answer p").first.wait_for()
    assert page.locator(".answer").inner_text().replace("\xa0", " ") == ABOUT_COMMENTS[query]


def test_of_a_service_that_is_not_here_comments_can_be_searched(site: Site, page: Page) -> None:
    """The way there claims nothing: of words that stand in a comment it may not speak."""
    page.goto(f"{site.address('search', 'ru')}?q={quote('копия свидетельства о браке')}")
    page.get_by_role("link", name="Искать и в комментариях").click()
    page.locator(".results section:not(.mentioned) .piece").first.wait_for()
    assert "браке" in page.locator(".results section:not(.mentioned)").inner_text()


@pytest.mark.parametrize(
    ("language", "query"),
    [("kk", "Айгүл Мысалова не жазды"), ("kk", "Темір Ойданов магистратура рұқсат бір жыл")],
)
def test_an_author_is_found_with_what_it_was_about(
    site: Site, page: Page, language: str, query: str
) -> None:
    answered(site, page, language, query)
    authors = page.locator(".results .answers").first.locator(".meta mark").all_inner_texts()
    assert {*query.split()[:2]} <= {*authors}


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("kk", "жаңалықтар", "news/"),
        ("ru", "новости подписаться", "news/"),
        ("ru", "как подать комментарий", "how-it-works/"),
    ],
)
def test_pages_of_the_site_are_found(
    site: Site, page: Page, language: str, query: str, path: str
) -> None:
    answered(site, page, language, query)
    assert (page.locator(".results a.found").first.get_attribute("href") or "").endswith(path)


@pytest.mark.parametrize("address", [f"?q={quote('паспорт')}", f"?q={quote('нан')}", ""])
def test_a_change_of_language_keeps_the_query(site: Site, page: Page, address: str) -> None:
    """As it stands in the box, though no one has sent it."""
    page.goto(f"{site.address('search', 'kk')}{address}")
    page.locator("#query").fill("паспорт")
    page.locator(".languages a[hreflang=ru]").click()
    page.locator(".results a.found").first.wait_for()
    assert "/ru/search/" in page.url
    assert page.locator("#query").input_value() == "паспорт"


def test_a_row_names_the_standard_in_short_the_clause_and_what_was_typed(
    site: Site, page: Page
) -> None:
    page.goto(f"{site.address('search', 'ru')}?q={quote('метрика исправить ошибку')}")
    page.locator(".answer p").first.wait_for()
    row = page.locator(".answers > li").first
    assert row.locator("a.found").inner_text() == "Регистрация рождения"
    about = row.locator(".meta").first
    assert "Регистрация рождения ребенка" in about.inner_text()
    assert about.locator("mark").all_inner_texts() == ["исправлений", "свидетельство", "метрика"]
    assert row.locator("ul a").first.inner_text().startswith("10.3 При внесении изменений")


def test_what_is_found_can_be_read_hit_and_heard(site: Site, page: Page) -> None:
    """As on all pages, which the other tests open without a query."""
    for query in ("сколько стоит паспорт", "очередь комментарии", "gfcgjhn"):
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{site.address('search', 'ru')}?q={quote(query)}")
        page.locator(".answer p").first.wait_for()
        assert page.locator(".results a").count() > 1
        assert page.evaluate(FITS) <= 0, page.evaluate(WIDEST)
        assert page.evaluate(TARGETS) == []
        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        assert Axe().run(page, options=options).response["violations"] == []


def test_it_answers_while_one_types_and_back_brings_the_query_back(site: Site, page: Page) -> None:
    page.goto(site.address("search", "kk"))
    page.locator("#query").press_sequentially("балабакша", delay=5)
    page.locator(".results a.found").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kk/search/?q=*")
    page.locator("#query").fill("паспорт")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.search-page').dataset.answered === 'паспорт'")
    page.go_back()
    page.wait_for_function(
        "document.querySelector('.search-page').dataset.answered === 'балабакша'"
    )
    assert page.locator("#query").input_value() == "балабакша"


def test_a_key_costs_little(site: Site, page: Page) -> None:
    """Counts, not times: each file is read once, each key draws once, and few rows."""
    page.goto(site.address("search", "ru"))
    read: list[str] = []
    page.on("request", lambda request: read.append(urlsplit(request.url).path))
    page.evaluate(DRAWN)
    words = "сколько стоит паспорт"
    typed(page, words)
    files = len([name for name in read if "/w/" in name])
    assert len(read) == len({*read})
    assert files <= MOST_FILES_OF_WORDS
    drawn = page.evaluate("window.drawn")
    assert len(drawn) <= len(words)
    assert max(drawn) <= MOST_ROWS
    assert 0 < page.locator(".answers ul > li").count() <= MOST_CLAUSES
    before = len(read)
    page.fill("#query", "")
    typed(page, words)
    assert read[before:] == []


def test_a_file_that_failed_is_asked_for_again(site: Site, page: Page) -> None:
    """Who was without a network for a moment goes on by the next key."""
    page.goto(site.address("search", "ru"))
    page.route("**/search/**/w/*", lambda route: route.abort())
    page.locator("#query").fill("паспор")
    page.wait_for_function("document.querySelector('.search-page').dataset.state === 'failed'")
    page.unroute("**/search/**/w/*")
    page.locator("#query").press_sequentially("т")
    page.wait_for_function("document.querySelector('.search-page').dataset.state === 'found'")
    assert page.locator(".results a.found").count()


@pytest.mark.parametrize("address", ["kk/", "ru/s/birth-registration/comments/", "404.html"])
def test_the_box_of_every_page_leads_to_an_answer(site: Site, page: Page, address: str) -> None:
    page.goto(f"{site.origin}/{address}")
    box = page.locator("form.site-find input[name=q]").first
    box.fill("паспорт")
    box.press("Enter")
    page.locator(".results a.found").first.wait_for()
    assert unquote(urlsplit(page.url).query) == "q=паспорт"
    assert urlsplit(page.url).path.endswith("/search/")


def test_without_javascript_the_box_leads_to_all_titles(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.address("home", "ru"))
    plain_page.locator("form.site-find input[name=q]").fill("садик")
    plain_page.keyboard.press("Enter")
    expect(plain_page.locator(".search-page .notice")).to_contain_text("Ниже – все стандарты")
    said = plain_page.locator(".titles").inner_text()
    assert "садик" in said
    assert plain_page.locator(".titles a").count() == len(site.standards)


def test_from_a_folder_all_titles_stand_there(site: Site, page: Page) -> None:
    page.goto((site.folder / "ru/index.html").as_uri())
    page.locator("form.site-find input[name=q]").fill("садик")
    page.keyboard.press("Enter")
    page.locator(".answer p").wait_for()
    assert page.locator("#query").input_value() == "садик"
    assert page.locator(".titles li:visible").count() == 1
    page.locator("#query").fill("нет такого слова")
    assert page.locator(".titles li:visible").count() == len(site.standards)
    page.locator(".titles a").first.click()
    assert page.locator("h1").inner_text()
    assert page.url.endswith("/index.html")


def test_an_index_of_another_build_is_not_mixed_in(site: Site, page: Page) -> None:
    """A page that was kept asks for its own folder; where that is gone, it says so."""

    def gone(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/search/*/core.txt", gone)
    page.goto(f"{site.address('search', 'ru')}?q={quote('паспорт')}")
    page.locator(".answer a").wait_for()
    assert page.locator(".search-page").get_attribute("data-state") == "failed"
    assert page.locator(".titles a").count() == len(site.standards)
    page.unroute("**/search/*/core.txt")
    page.locator(".answer a").click()
    page.locator(".results a.found").first.wait_for()
    folders = {path.parent.name for path in site.folder.rglob("core.txt")}
    assert len(folders) == len(LANGUAGES)


def test_what_is_typed_never_becomes_markup(site: Site, page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)> паспорт"
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{site.address('search', 'ru')}?q={quote(hostile)}")
    page.locator(".answer p").first.wait_for()
    assert page.locator(".search-page img").count() == 0
