"""The report on completion of a discussion: its pages."""

import re
import zipfile
from pathlib import Path

import pytest

from hostile_reports import HOSTILE, hostile_parts
from sites import ROOT, built, by_id, classed, find, parsed, small, text_of, words_in
from talqy.build import site
from talqy.language.edition import Edition, SitePage
from talqy.project.survey import survey
from talqy.site.pages import report as report_pages

HEADINGS = {
    "kk": (
        "«Жүргізуші куәліктерін беру» жобасын жария талқылаудың аяқталғаны туралы есеп",
        "Ескертпелер мен ұсыныстардың тізбесі және қысқаша мазмұны",
        "Қабылданған және (немесе) қабылданбаған ескертпелер мен ұсыныстар бойынша негіздемелер",
        "Пысықталған жобамен танысу тәсілі",
        "Қолы, күні",
    ),
    "ru": (
        "Отчет о завершении публичного обсуждения проекта «Выдача водительских удостоверений»",
        "Перечень и краткое содержание замечаний и предложений",
        "Обоснования по принятым и (или) непринятым замечаниям и предложениям",
        "Способ ознакомления с доработанным проектом",
        "Подпись, дата",
    ),
}
COLUMNS = {
    "kk": [
        "Р/с №",
        "Құрылымдық элемент (тармақ, жол)",
        "Ұсыныс енгізуші (жеке / заңды тұлға)",
        "Келіп түскен күні",
        "Ескертпе немесе ұсыныс (қысқаша мазмұны)",
        "Әзірлеушінің ұстанымы",
        "Негіздеме",
        "Жобаға енгізілген өзгеріс",
    ],
    "ru": [
        "№ п/п",
        "Структурный элемент (пункт, строка)",
        "Автор (физическое / юридическое лицо)",
        "Дата поступления",
        "Замечание или предложение (краткое содержание)",
        "Позиция разработчика",
        "Обоснование",
        "Изменение в проекте",
    ],
}
LICENCE = "driving-licence"


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return {edition.code: edition for edition in site(ROOT, survey(ROOT), "").editions}


def pages_of(edition: Edition, standard: str) -> dict[str, SitePage]:
    """Make the report pages of one standard; return them by their addresses."""
    (record,) = (record for record in edition.register.records if record.id == standard)
    return {page.at.path: page for page in report_pages.pages(edition, record)}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_report_has_the_parts_and_columns_that_are_official(
    language: str, editions: dict[str, Edition]
) -> None:
    page = pages_of(editions[language], LICENCE)[f"s/{LICENCE}/report/r2/"]
    words = " ".join(re.sub(r"<[^>]+>", " ", page.content).split())
    places = [words.index(heading) for heading in HEADINGS[language]]
    assert places == sorted(places)
    heads = re.findall(r'<th scope="col">([^<]+)</th>', page.content)
    assert heads[:8] == COLUMNS[language]
    assert heads[8:] == COLUMNS[language][:5]


def test_reports_are_made_of_published_discussions_alone(editions: dict[str, Edition]) -> None:
    made = {
        record.id: [path.split("/")[-2] for path in pages_of(editions["kk"], record.id)]
        for record in editions["kk"].register.records
    }
    assert made["driving-licence"] == ["r1", "r2"]
    assert made["kindergarten-queue"] == ["r1", "r2"]
    assert made["birth-registration"] == ["r1"]
    for edition in editions.values():
        for record in edition.register.records:
            talks = {r.revision: r.consultation for r in record.revisions}
            published = [
                f"r{number}"
                for number, talk in talks.items()
                if talk and talk.report and talk.report.on <= edition.assessment.today
            ]
            assert made[record.id] == published


def test_without_comments_the_customary_sentence_stands_there(
    editions: dict[str, Edition],
) -> None:
    sentences = {
        "kk": "Жария талқылау барысында ескертпелер мен ұсыныстар келіп түскен жоқ.",
        "ru": "В ходе публичного обсуждения замечания и предложения не поступили.",
    }
    for language, sentence in sentences.items():
        pages = pages_of(editions[language], "criminal-record-certificate")
        assert sentence in pages["s/criminal-record-certificate/report/r1/"].content
        assert sentence not in pages["s/criminal-record-certificate/report/r2/"].content
        assert "<table" not in pages["s/criminal-record-certificate/report/r1/"].content


def test_the_same_rows_stand_in_both_languages(editions: dict[str, Edition]) -> None:
    for path, page in pages_of(editions["kk"], LICENCE).items():
        other = pages_of(editions["ru"], LICENCE)[path]
        names = [re.findall(r"/c/(\w+)/", p.content) for p in (page, other)]
        assert names[0] == names[1] != []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a project in which a discussion of hostile people is over and reported."""
    return small(tmp_path_factory.mktemp("report"), **hostile_parts())


@pytest.fixture(scope="module")
def pages(project: Path) -> Path:
    return built(project)


def test_a_strangers_text_stays_text_on_the_page(pages: Path) -> None:
    page = parsed(pages / "ru/s/birth-registration/report/r1/index.html")
    table = find(page, ".//table")
    assert [element.tag for element in table.iter() if element.tag in ("script", "b", "w:b")] == []
    rows = table.findall("./tbody/tr")
    for row, text in zip(rows, HOSTILE, strict=True):
        cells = [words_in(cell) for cell in row]
        assert text in cells[2]
        assert cells[4].count(text) == 3
        assert cells[6] == f"{text} – вразрез с законом"


def test_late_ones_stand_apart_and_withdrawn_ones_without_their_words(pages: Path) -> None:
    page = parsed(pages / "ru/s/birth-registration/report/r1/index.html")
    tables = page.findall(".//table")
    assert "Кешіктім." in text_of(tables[1])
    assert "Кешіктім." not in text_of(tables[0])
    assert "c000000000" in text_of(tables[2])
    assert "Жасырын сөз." not in text_of(page)
    assert "Аты" not in text_of(tables[2])


def test_every_comment_is_counted_once_before_the_law_counts_some_twice(pages: Path) -> None:
    page = parsed(pages / "ru/s/birth-registration/report/r1/index.html")
    figures, tally = classed(page, "figures")[0], classed(page, "tally")[0]
    assert sum(int(text_of(count)) for count in figures.iter("strong")) == 8
    assert [text_of(count) for count in tally.iter("strong")] == ["8", "0", "6", "1", "1"]
    words = text_of(page)
    assert words.index("каждый один раз") < words.index("Счет по закону")
    here = pages / "ru/s/birth-registration/report/r1"
    for link in figures.iter("a"):
        href, _, anchor = link.get("href", "").partition("#")
        file, _, _ = href.partition("?")
        assert by_id(parsed((here / file / "index.html").resolve()), anchor) is not None


@pytest.mark.parametrize("path", ["r1/", "comments/", "history/"])
def test_the_pages_of_a_standard_lead_to_its_report(path: str, pages: Path) -> None:
    page = parsed(pages / f"kk/s/birth-registration/{path}index.html")
    links = [link.get("href", "") for link in page.iter("a")]
    assert any(link.endswith("report/r1/") for link in links)
    assert not any("report/r2" in link for link in links)


def test_rows_lead_to_comments_and_lists_to_rows(pages: Path) -> None:
    page = parsed(pages / "kk/s/birth-registration/report/r1/index.html")
    here = pages / "kk/s/birth-registration/report/r1"
    for link in page.findall(".//table//a"):
        file, _, anchor = link.get("href", "").partition("#")
        there = parsed((here / file / "index.html").resolve())
        assert not anchor or by_id(there, anchor) is not None
    lists = [link.get("href", "") for link in page.findall(".//dl//a")]
    assert [name for name in lists if name.startswith("#")] == [f"#n{n}" for n in range(1, 7)]
    assert all(by_id(page, name[1:]) is not None for name in lists if name.startswith("#"))


def test_the_site_offers_a_published_report_as_files(pages: Path) -> None:
    page = parsed(pages / "kk/s/birth-registration/report/r1/index.html")
    here = pages / "kk/s/birth-registration/report/r1"
    files = [link.get("href", "") for link in page.iter("a") if "download" in link.attrib]
    assert len(files) == 4
    for name in files:
        assert zipfile.is_zipfile((here / name).resolve()), name
    assert not (pages / "kk/s/birth-registration/report/r2").exists()
