"""`talqy draft import` takes saved pages: the same plan as from Word, and nothing of the menus."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import builders as b
from page_texts import a_database_page, a_page, a_plain_page
from pdf_files import Printed, a_pdf, printed
from pdf_files import a_page as a_printed_page
from sites import ROOT
from talqy.cli.main import main
from talqy.drafts.word_import import WordImport
from talqy.drafts.word_text import Known
from talqy.drafts.word_views import read_views
from talqy.model import paths
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.office.true_form import TextForm, text_form
from talqy.project.files import text_of
from talqy.project.survey import survey
from word_files import a_word, paragraph, row, table

TERM = "Қызмет бес жұмыс күні ішінде көрсетіледі, мерзім өтініш берілген күннен есептеледі."
TERM_RU = "Услуга оказывается в течение пяти рабочих дней, срок считается со дня заявления."
DOCS = "Өтініш беруші жеке куәлігін және туу туралы анықтаманы көрсетеді және қол қояды."
DOCS_RU = "Заявитель предъявляет удостоверение личности и справку о рождении и ставит подпись."
SHAPES = {"database": a_database_page, "plain": a_plain_page}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    clauses = [
        {"id": "term", "number": "1", "heading": b.said("Мерзімі", "Срок"),
         "text": b.said(TERM, TERM_RU)},
        {"id": "docs", "number": "2", "heading": b.said("Құжаттар", "Документы"),
         "text": b.said(DOCS, DOCS_RU), "note": b.said("Ескерту. 1.", "Сноска. 1.")},
    ]  # fmt: skip
    b.write_project(tmp_path, revisions=[b.an_adopted_revision(clauses=clauses)])
    return tmp_path


def take(project: Path, files: Mapping[str, bytes], *words: str) -> Result:
    for name, data in files.items():
        (project / name).write_bytes(data)
    names = [str(project / name) for name in files]
    return CliRunner().invoke(main, ["draft", "import", *names, "--project", str(project), *words])


def pages(project: Path, *changes: tuple[str, str], shape: str = "database") -> dict[str, bytes]:
    register, _ = survey(project).known
    text = register.records[0].revisions[0]
    made = {f"{code}.html": SHAPES[shape](text, code).decode() for code in ("kk", "ru")}
    for before, after in changes:
        assert any(before in page for page in made.values()), before
        made = {name: page.replace(before, after) for name, page in made.items()}
    return {name: page.encode() for name, page in made.items()}


def clauses(project: Path, number: int = 2) -> dict[str, dict[str, Any]]:
    tree = yaml.safe_load((project / b.revision_path(number)).read_text("utf-8"))
    return {clause["id"]: clause for clause in tree["clauses"]}


@pytest.mark.parametrize("shape", SHAPES)
def test_pages_of_a_text_in_force_say_that_nothing_has_changed(project: Path, shape: str) -> None:
    done = take(project, pages(project, shape=shape), "--standard", b.STANDARD)
    assert (done.exit_code, "nothing was written" in done.output) == (0, True), done.output


@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_of_the_demonstration_is_known_from_its_pages(shape: str) -> None:
    """By numbers, headings and words alone: pages have no codes and no bookmarks."""
    for known in demonstration().records:
        for text in known.revisions:
            going = imported(known, text, shape)
            assert list(going.problems) == []
            assert going.plan.origins.questions == ()
            assert not going.composed().changes_anything(text), (known.id, text.revision)


@cache
def demonstration() -> Register:
    register, _ = survey(ROOT).known
    return register


def imported(record: Record, text: Revision, shape: str) -> WordImport:
    files = [
        (f"{code}.html", read_views(SHAPES[shape](text, code), f"{code}.html"))
        for code in ("kk", "ru")
    ]
    known = [Known(("kk", "ru"), text, tuple(record.standard.title.values()))] * 2
    path = ROOT / paths.revision_file(record.id, text.revision)
    return WordImport(files, known, demonstration().codes, text_of(path))


def test_a_changed_sentence_of_a_page_is_the_only_change(project: Path) -> None:
    changes = (("бес жұмыс", "үш жұмыс"), ("пяти рабочих", "трех рабочих"))
    done = take(project, pages(project, *changes), "--standard", b.STANDARD)
    assert done.exit_code == 0, done.output
    assert "changed  term" in done.output
    assert clauses(project)["term"]["text"]["ru"] == TERM_RU.replace("пяти", "трех")
    assert clauses(project)["docs"]["note"] == b.said("Ескерту. 1.", "Сноска. 1.")


def test_a_waiver_goes_along_with_the_words_that_it_was_given_to(project: Path) -> None:
    path = project / b.revision_path(1)
    notes = [{"clause": name, "note": b.said("Аударма.", "Перевод.")} for name in ("term", "docs")]
    said = yaml.safe_dump({"parity": notes}, allow_unicode=True)
    path.write_text(path.read_text("utf-8") + said, "utf-8")
    changes = (("бес жұмыс", "үш жұмыс"), ("пяти рабочих", "трех рабочих"))
    done = take(project, pages(project, *changes), "--standard", b.STANDARD)
    assert done.exit_code == 0, done.output
    tree = yaml.safe_load((project / b.revision_path(2)).read_text("utf-8"))
    assert tree["parity"] == notes[1:]


def test_one_page_changes_one_language(project: Path) -> None:
    made = pages(project, ("пяти рабочих", "трех рабочих"))
    done = take(project, {"ru.html": made["ru.html"]}, "--standard", b.STANDARD)
    assert (done.exit_code, "E55" in done.output) == (0, True), done.output


def test_a_page_and_a_file_of_word_are_one_text(project: Path) -> None:
    word = a_word(
        paragraph("1. Мерзімі") + paragraph(TERM) + paragraph("2. Құжаттар")
        + paragraph(DOCS.replace("туу", "неке")) + paragraph("Ескерту. 1.")
    )  # fmt: skip
    files = {"kk.docx": word, "ru.html": pages(project)["ru.html"]}
    done = take(project, files, "--standard", b.STANDARD)
    assert (done.exit_code, "changed  docs" in done.output) == (0, True), done.output


BEFORE = (
    "<p>Приказ Министра от 14 июля 2026 года № 77. Зарегистрирован в Министерстве юстиции.</p>"
    "<p>В соответствии с законом ПРИКАЗЫВАЮ:</p>"
)


def test_the_act_around_a_text_is_told_and_not_taken(project: Path) -> None:
    made = pages(project, ("бес жұмыс", "үш жұмыс"), ("пяти рабочих", "трех рабочих"))
    made["ru.html"] = made["ru.html"].replace(b"<article>", f"<article>{BEFORE}".encode())
    done = take(project, made, "--standard", b.STANDARD, "--draft")
    assert (done.exit_code, done.output.count("E54")) == (0, 2), done.output


def test_what_stands_around_the_text_is_told_by_its_longest_line(project: Path) -> None:
    changes = (("пяти рабочих", "трех рабочих"), ("<article>", "<p>Версия для печати</p><article>"))
    done = take(project, pages(project, *changes), "--standard", b.STANDARD, "--draft")
    assert "Версия для печати" in done.output.split("E56")[1]


def test_a_signature_is_no_part_of_the_last_clause(project: Path) -> None:
    signed = "<table><tr><td>Министр юстиции</td><td>Е. Үлгіов</td></tr></table></article>"
    changes = (("пяти рабочих", "трех рабочих"), ("</article>", signed))
    done = take(project, pages(project, *changes), "--standard", b.STANDARD)
    assert (done.exit_code, done.output.count("E57")) == (0, 2), done.output
    assert set(clauses(project)) == {"term", "docs"}


NEW = """
<h1>Правила въезда</h1>
<h3 id=z1>Глава 1.<br>Общие положения</h3>
<p><b><a name=z2></a>Статья 1. Понятия</b></p>
<p>&nbsp;&nbsp; 1. Срок – пять рабочих дней со дня обращения заявителя за услугой.</p>
<p>&nbsp;&nbsp; 2. Плата не взи<img src=x.gif width=1 alt="Якорь">мается с граждан.</p>
<p class=note>Сноска. Статья 1 в редакции приказа от 14.07.2026 № 77.</p>
<p class=note>Примечание ИЗПИ! Пункт 2 действует до 1 января 2028 года.</p>
<p><b><a name=z3></a>Статья 2.</b></p>
<p>1. Документы принимаются в день обращения, расписка выдается сразу.</p>
<table><tr><td></td><td>Приложение 1<br>к Правилам въезда</td></tr></table>
<p>1. Форма заявления дана ниже, она заполняется от руки или на портале.</p>
"""


def test_a_page_of_the_legal_database_becomes_a_new_standard(project: Path) -> None:
    words = ("--new", "entry-rules", "--title", "ru=Правила", "--title", "kk=Қағидалар",
             "--text-language", "ru")  # fmt: skip
    done = take(project, {"rules.html": a_page(f"<article>{NEW}</article>", "cp1251")}, *words)
    assert done.exit_code == 0, done.output
    path = project / paths.revision_file("entry-rules", 1)
    chapter, annex = yaml.safe_load(path.read_text("utf-8"))["clauses"]
    assert (chapter["unit"], chapter["number"], chapter["heading"]) == (
        "chapter",
        "1",
        {"ru": "Общие положения"},
    )
    first, second = chapter["clauses"]
    assert (first["heading"], second.get("heading")) == ({"ru": "Понятия"}, None)
    assert first["clauses"][1]["text"] == {"ru": "Плата не взимается с граждан."}
    assert first["clauses"][1]["note"]["ru"].split("\n") == [
        "Сноска. Статья 1 в редакции приказа от 14.07.2026 № 77.",
        "Примечание ИЗПИ! Пункт 2 действует до 1 января 2028 года.",
    ]
    assert (annex["unit"], annex["number"]) == ("annex", "1")
    assert annex["clauses"][0]["text"]["ru"].startswith("Форма заявления")


HEADS = (
    "Наименование проекта НПА (с указанием вида)", "Государственный орган-разработчик",
    "Основания для разработки", "Краткое содержание проекта", "Конкретные цели и сроки",
    "Предполагаемые последствия",
)  # fmt: skip
HEADS_KK = (
    "НҚА жобасының атауы", "Әзірлеуші мемлекеттік орган", "НҚА жобасын әзірлеу үшін негіздер",
    "НҚА жобасының қысқаша мазмұны", "Күтілетін нәтижелердің нақты мақсаттары", "Салдары",
)  # fmt: skip


@pytest.mark.parametrize("heads", [HEADS, HEADS_KK])
def test_a_form_about_the_draft_is_no_text(heads: tuple[str, ...], project: Path) -> None:
    rows = [(str(n), head, "1. Слова о проекте.") for n, head in enumerate(heads, 1)]
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in line)}</tr>" for line in rows)
    page = a_page(f'<div class="commentable-div"><table border=1>{cells}</table></div>')
    word = a_word(table(*(row(*line) for line in rows)))
    for name, data in {"form.html": page, "form.docx": word}.items():
        done = take(project, {name: data}, "--standard", b.STANDARD)
        assert (done.exit_code, "E22" in done.output) == (1, True), done.output


MHTML = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (MHTML, "a.mhtml", "E24"),
        (MHTML, "a.html", "E24"),
        (b"{\\rtf1 <html> text}", "a.html", "E01"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "a.html", "E01"),
        (b"bplist00" + b"\x00" * 9, "a.webarchive", "E01"),
        ("<html><p>1. РЎСЂРѕРє СѓСЃР»СѓРіРё".encode(), "a.html", "E23"),
        (
            "<html><p>1. Срок".encode() + b"\xff\xfe\xd0 <p>" + "услуги оказаны".encode(),
            "a.html",
            "E23",
        ),
        (b"<html><p>" + b"<table><tr><td>" * 40, "a.html", "I02"),
        (b"", "a.html", "E01"),
    ],
)
def test_what_is_no_readable_page_is_refused_by_its_name(data: bytes, name: str, code: str) -> None:
    views = read_views(data, name)
    assert [problem.code for problem in views.problems] == [code]


def test_a_page_is_known_by_its_bytes_or_by_its_name() -> None:
    page = "<p>1. Срок"
    assert text_form(f"<html>{page}".encode(), "a.aspx") is TextForm.HTML
    assert text_form(page.encode(), "a.HTM") is TextForm.HTML
    assert text_form(page.encode("utf-16"), "a.html") is TextForm.HTML
    assert text_form(page.encode(), "a.txt") is TextForm.OTHER
    assert text_form(a_word(""), "a.html") is TextForm.DOCX


def a_printed_text(text: Revision, language: str) -> bytes:
    """Return a text as a PDF: a page for each clause, a blank line before each paragraph."""
    pages = []
    for clause in text.walk():
        head = f"{clause.number_in(language)}. {(clause.heading or {}).get(language, '')}"
        said = [(part or {}).get(language, "") for part in (clause.text, clause.note)]
        lines = [line for one in (head, *said) for line in (*printed(one), "")]
        pages.append([*a_printed_page((0, line) for line in lines), Printed("Проект", y=820)])
    return a_pdf(*pages)


def printed_texts(project: Path) -> dict[str, bytes]:
    register, _ = survey(project).known
    text = register.records[0].revisions[0]
    return {f"{code}.pdf": a_printed_text(text, code) for code in ("kk", "ru")}


def test_a_pdf_of_a_text_in_force_says_that_nothing_has_changed(project: Path) -> None:
    done = take(project, printed_texts(project), "--standard", b.STANDARD)
    assert (done.exit_code, "nothing was written" in done.output) == (0, True), done.output


def test_a_pdf_and_a_page_are_one_text(project: Path) -> None:
    files = {
        "kk.pdf": printed_texts(project)["kk.pdf"],
        "ru.html": pages(project, ("пяти рабочих", "трех рабочих"))["ru.html"],
    }
    done = take(project, files, "--standard", b.STANDARD)
    assert (done.exit_code, "changed  term" in done.output) == (0, True), done.output


def test_without_the_extra_a_pdf_is_wrong_use_and_it_is_said_which(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.drafts.word_views.find_spec", lambda _: None)
    done = take(project, printed_texts(project), "--standard", b.STANDARD)
    assert (done.exit_code, "talqy[import]" in done.output) == (2, True), done.output


PRINTED = [Printed("1. Мерзімі – үш жұмыс күні, өтініш берілген күннен бастап есептеледі")]
PLACES = [(x, y) for x in (100, 400) for y in (500, 482, 464)]
CELLS = [Printed(f"жол {x}{y}", x=float(x), y=float(y)) for x, y in PLACES]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (a_pdf(PRINTED, [], picture=(500, 700)), "E25"),
        (a_pdf([*PRINTED, *CELLS]), "E26"),
        (a_pdf([Printed("1. Мерзі\ue000мі")]), "E23"),
        (b"%PDF-1.7\n1 0 obj\n<<>>", "I02"),
    ],
)
def test_what_is_no_readable_pdf_is_refused_by_its_name(data: bytes, code: str) -> None:
    assert [problem.code for problem in read_views(data, "a.pdf").problems] == [code]


def test_pictures_beside_words_are_told(project: Path) -> None:
    pages = [Printed(f"1. Срок\n{TERM_RU}".replace("\n", " ")[:80])]
    (project / "a.pdf").write_bytes(a_pdf(pages, picture=(60, 60)))
    words = ("--standard", b.STANDARD, "--text-language", "ru", "--draft")
    done = take(project, {"a.pdf": a_pdf(pages, picture=(60, 60))}, *words)
    assert "E58" in done.output or "E30" in done.output, done.output
