"""A clerk who knows Word alone: the draft is typed in LibreOffice, goes in, out, and in once more.

From the empty table of a new standard to the report: the file that comes out of the tool is opened
by LibreOffice, typed into through UNO, and saved; then it is imported, and what is asked is
answered in Excel. Nothing of the project is written by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from builders import said
from libreoffice import converted
from sites import built, parsed, run, words_in
from writer_typing import (
    changed,
    filled,
    filled_row,
    put_inner_row,
    put_reason,
    put_row,
    put_tables,
    typed_in,
)

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("word-libreoffice")]

NAME = "lost-passport"
R1, R2 = (f"standards/{NAME}/revisions/r{number}.yaml" for number in (1, 2))
TITLE = ("kk=Жоғалған паспорттың орнына паспорт беру", "ru=Выдача паспорта взамен утраченного")
SIGNED = ("kk=Көші-қон қызметі комитеті", "ru=Комитет миграционной службы")
WRITTEN = {
    "provider": ("Аумақтық полиция органдары.", "Территориальные органы полиции."),
    "channels": (
        "Өтініш көрсетілетін қызметті берушіге немесе портал арқылы беріледі.",
        "Заявление подают услугодателю или через портал.",
    ),
    "term": (
        "Паспорт өтініш тіркелген күннен бастап 5 жұмыс күні ішінде беріледі.",
        "Паспорт выдают в течение 5 рабочих дней со дня регистрации заявления.",
    ),
    "form": ("Қағаз түрінде.", "Бумажная."),
    "result": ("Жаңа паспорт.", "Новый паспорт."),
    "payment": (
        "Қызмет ақылы, мемлекеттік баж салығы:",
        "Услуга платная, государственная пошлина:",
    ),
    "schedule": (
        "Дүйсенбіден жұмаға дейін, сағат 9.00-ден 18.00-ге дейін.",
        "С понедельника по пятницу, с 9.00 до 18.00 часов.",
    ),
    "documents": ("Өтініш және фотосурет.", "Заявление и фотография."),
    "refusal-grounds": (
        "Өтініште жалған деректер болса, бас тартылады.",
        "Отказывают, если данные заявления недостоверны.",
    ),
    "complaints": (
        "Шағым жоғары тұрған органға беріледі.",
        "Жалобу подают в вышестоящий орган.",
    ),
    "other-requirements": ("Басқа талап жоқ.", "Иных требований нет."),
    "disability": ("Ғимаратта пандус бар.", "В здании есть пандус."),
}
FEES_KK = [("Өтініш беруші", "Мөлшері, АЕК"), ("Ересек адам", "8"), ("Бала", "4")]
FEES_RU = [("Заявитель", "Размер, МРП"), ("Взрослый", "8"), ("Ребенок", "4")]
LETTER = (
    "түрі,тармақ,мәтін,күні,тіл\r\n"
    "Өзгерту туралы ұсыныс,term,Мерзімі тым ұзақ: паспортсыз ешқайда бара алмайсың.,"
    "2026-11-10,kk\r\n"
)
REASON = ("kk=Мерзім үш жұмыс күніне дейін қысқартылды.", "ru=Срок сокращен до трех рабочих дней.")
NEW = (
    ("Шұғыл беру", "Срочная выдача"),
    (
        "Ауыр науқасқа паспорт өтініш берген күні беріледі.",
        "Тяжелобольному паспорт выдают в день подачи заявления.",
    ),
)
ABOUT = {
    "Для чего разработан": (
        "Паспортын жоғалтқандар үшін жаңа тәртіп.",
        "Новый порядок для тех, кто утратил паспорт.",
    ),
    "Что меняется": ("Паспорт бес күнде беріледі.", "Паспорт выдают за пять дней."),
    "Основания": ("Құжаттар туралы заң.", "Закон о документах."),
    "Цели": ("Мерзімді анық ету.", "Сделать срок ясным."),
    "последствия": ("Кезек азаяды.", "Очередей станет меньше."),
}
AGAIN = ("Мерзім пікір бойынша қысқартылды.", "Срок сокращен по комментарию.")
URGENT = ("Ауыр науқастар күте алмайды.", "Тяжелобольные не могут ждать.")
PENSIONERS = ("Зейнеткерлерге жеңілдік беріледі.", "Пенсионерам дается льгота.")
FACTS: Mapping[str, tuple[str, str]] = {
    "channels": (
        "көрсетілетін қызметті беруші арқылы\nпортал арқылы",
        "через услугодателя\nчерез портал",
    ),
    "form": ("қағаз түрінде", "бумажная"),
    "result": ("паспорт; нысаны: қағаз түрінде", "паспорт; форма: бумажная"),
    "payment": ("8 АЕК; ересек адам\n4 АЕК; бала", "8 МРП; взрослый\n4 МРП; ребенок"),
    "schedule": (
        "Көрсетілетін қызметті беруші: дүйсенбі–жұма 9.00–18.00",
        "Услугодатель: с понедельника по пятницу с 9.00 до 18.00",
    ),
    "documents": ("өтініш\nфотосурет", "заявление\nфотография"),
    "refusal-grounds": (
        "құжаттардың анық еместігі; 19-1-бап",
        "недостоверность документов; статья 19-1",
    ),
}


class Office:
    """A clerk's folder; `now` is the day that it is. She opens no file of it in an editor.

    What stands in the folder is what the last command has left there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.desk = folder / "desk"
        self.desk.mkdir()
        self.now = date(2026, 11, 2)
        self._left: Mapping[str, bytes] = {}

    def says(self, *words: str | Path, status: int = 0) -> str:
        """Run a command; return what it said. Nobody has written anything since the last one."""
        assert self._files() == self._left
        done = run(*words, cwd=self.folder)
        assert done.exit_code == status, done.output
        self._left = self._files()
        return done.output

    def _files(self) -> Mapping[str, bytes]:
        files = (file for file in self.folder.rglob("*.y*ml") if "site" not in file.parts)
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}

    def tree(self, file: str) -> Any:
        """Read a file of the project, as the test does to look."""
        return yaml.safe_load((self.folder / file).read_text("utf-8"))

    def clauses(self, file: str) -> dict[str, Any]:
        """Return the clauses of a text by their ids."""
        return {clause["id"]: clause for clause in self.tree(file)["clauses"]}

    def taken(self, file: Path, answers: Mapping[str, str], *words: str) -> str:
        """Import a text; each question is answered in Excel, by its code."""
        questions = self.desk / "questions.xlsx"
        self.says("draft", "import", file, *words, "--plan", questions, "--replace")
        book = load_workbook(questions)
        heads, *rows = book.worksheets[0].iter_rows()
        columns = {cell.value: at for at, cell in enumerate(heads)}
        for row in rows:
            asked = str(row[columns["asks"]].value)
            code = str(row[columns["id"]].value).split("-")[0]
            language = " kk" * ("in Kazakh" in asked) or " ru" * ("in Russian" in asked)
            row[columns["answer"]].value = answers[code + language]
        book.save(questions)
        return self.says("draft", "import", file, *words, "--answers", questions)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Make a project as a ministry does, with `talqy init`."""
    made = Office(tmp_path)
    monkeypatch.setattr("talqy.project.clock.now_in", lambda _: made.now)
    made.folder.mkdir()
    who = each("--authority", ("kk=Ішкі істер министрлігі", "ru=Министерство внутренних дел"))
    made.says("init", ".", *who, "--email", "a@b.example", "--url", "https://drafts.gov.kz/")
    return made


def test_a_text_that_is_typed_in_word_goes_all_the_way(office: Office) -> None:
    the_empty_table_is_filled(office)
    it_is_discussed(office)
    a_comment_comes_in_and_is_answered(office)
    the_next_draft_is_typed(office)
    it_is_compared_and_reported(office)


def the_empty_table_is_filled(office: Office) -> None:
    """The text, what it is for, and its facts are typed into the tables of one file."""
    who = each("--provider", ("kk=Полиция", "ru=Полиция"))
    office.says("new", "standard", NAME, *each("--title", TITLE), *who)
    copy = office.desk / "r1.docx"
    office.says("export", "text", NAME, "r1", "--to-edit", "--to", copy)
    texts = (filled(code, words) for code, words in WRITTEN.items())
    about = (filled_row("О проекте", (name,), words) for name, words in ABOUT.items())
    facts = (filled_row("Тармақ / Пункт", (code, " / "), words) for code, words in FACTS.items())
    typed_in(copy, office.desk, *texts, *about, *facts, put_tables("payment", FEES_KK, FEES_RU))
    office.taken(copy, {"e38": "table", "e42": "yes"}, "--update")
    clauses = office.clauses(R1)
    assert {code: clauses[code]["text"] for code in WRITTEN} == {
        code: said(*words) for code, words in WRITTEN.items()
    }
    assert clauses["term"]["facts"] == {"term": [{"amount": 5, "unit": "working-day"}]}
    assert clauses["channels"]["facts"] == {"channels": ["provider", "egov-portal"]}
    assert clauses["payment"]["table"]["rows"][1] == [{"kk": "Бала", "ru": "Ребенок"}, "4"]
    assert office.says("check") == "errors: 0, warnings: 0\n"


def it_is_discussed(office: Office) -> None:
    """It is posted, it is on record, and it is on the site."""
    consultation = ("consultation", "post", NAME, "r1")
    office.says("consultation", "open", NAME, "r1", "--opens", "2026-11-09")
    office.now = date(2026, 11, 9)
    for channel in ("internet", "egov"):
        office.says(*consultation, channel, "--url", f"https://draft.example/{channel}")
    issue = ("kk=«Егемен», № 9", "ru=«Казправда», № 9")
    office.says(*consultation, "print", *each("--reference", issue))
    office.says("merge", NAME)
    page = parsed(built(office.folder) / "kk" / "s" / NAME / "index.html")
    assert WRITTEN["term"][0] in (shown := words_in(page))
    assert "Ересек адам" in shown


def a_comment_comes_in_and_is_answered(office: Office) -> None:
    """A letter out of a table; the answer names the clause of the draft that is to come."""
    letters = office.desk / "letters.csv"
    letters.write_text(LETTER, "utf-8")
    office.now = date(2026, 11, 12)
    taken = office.says("comment", "import", "--standard", NAME, "--channel", "paper", letters)
    assert "taken: 1, already taken: 0, left: 0" in taken
    office.now = date(2026, 11, 25)
    office.says("merge", NAME)
    (file,) = (office.folder / "comments").rglob("*.yaml")
    landed = ("--landed", "r2:term")
    office.says("respond", file.stem, "--outcome", "accepted", *landed, *each("--reason", REASON))


def the_next_draft_is_typed(office: Office) -> None:
    """A clause is changed, one is added, and a row of a table, and nothing else is found."""
    copy = office.desk / "r1-again.docx"
    office.says("export", "text", NAME, "r1", "--to-edit", "--to", copy)
    was = office.clauses(R1)
    typed_in(
        copy,
        office.desk,
        changed("5 жұмыс", "3 жұмыс"),
        changed("5 рабочих", "3 рабочих"),
        put_row("term", "3-1", *NEW),
        put_inner_row("Өтініш беруші", ("Зейнеткер", "2")),
        put_inner_row("Заявитель", ("Пенсионер", "2")),
        filled_row("О проекте", ("Для чего разработан",), AGAIN),
        put_reason("Почему изменено", "3-1", URGENT),
    )
    kk, ru = PENSIONERS
    shown = office.taken(copy, {"e42": "no", "e61 kk": kk, "e61 ru": ru})
    assert "changed  term  3 " in shown
    assert "= term: Term of the service: 3 working days" in shown  # changed with its sentence
    now = office.clauses(R2)
    (new,) = now.keys() - was.keys()
    assert list(now)[3] == new
    assert [now[new][part] for part in ("heading", "text")] == [said(*words) for words in NEW]
    assert now["payment"]["table"]["rows"][-1] == [said("Зейнеткер", "Пенсионер"), "2"]
    assert {name for name in was if was[name] != now[name]} == {"term", "payment"}
    reasons = {one["clauses"][0]: one["reason"] for one in office.tree(R2)["amendments"]}
    assert (reasons[new], reasons["payment"]) == (said(*URGENT), said(*PENSIONERS))
    assert reasons["term"] == dict(one.split("=") for one in REASON)
    said_now = office.says("check")
    assert "errors: 0" in said_now, said_now


def it_is_compared_and_reported(office: Office) -> None:
    """The comparison table and the report go out as Word files that LibreOffice opens."""
    table, report = office.desk / "table.docx", office.desk / "report.docx"
    office.says("export", "table", NAME, "r1", "r2", "--language", "both", "--to", table)
    office.says("consultation", "report", NAME, "r1", *each("--signed-by", SIGNED))
    words = ("--language", "ru", "--format", "docx", "--to", report)
    office.says("report", NAME, "r1", *words)
    opened = converted("txt", office.desk, table, report)
    compared, reported = (" ".join(one.read_text("utf-8").split()) for one in opened)
    assert all(words in compared for words in (NEW[1][1], "Зейнеткер", "Пенсионер"))
    assert all(one.split("=")[1] in reported for one in (*REASON[1:], *SIGNED[1:]))


def each(option: str, values: Sequence[str]) -> Iterator[str]:
    """Yield an option before each of its values."""
    for value in values:
        yield from (option, value)
