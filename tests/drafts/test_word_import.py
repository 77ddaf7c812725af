"""`talqy draft import`: what became of each clause is found, asked about, and written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import builders as b
from talqy.cli.main import main
from talqy.model.revision import Revision
from talqy.office.text_marks import Stamp, column_heads, short_digest
from talqy.project.survey import survey
from talqy.record.digests import digest_of
from word_files import WHO, a_word, cell, paragraph, put_in, row, run, table, taken_out
from word_texts import a_line_text, a_table_text, marked

GENERAL = "Осы стандарт туралы жалпы сөз."
GENERAL_RU = "Общие слова о стандарте."
TERM = "Қызмет бес жұмыс күні ішінде көрсетіледі, мерзім өтініш берілген күннен есептеледі."
TERM_RU = "Услуга оказывается в течение пяти рабочих дней, срок считается со дня заявления."
DOCS = "Өтініш беруші жеке куәлігін және туу туралы анықтаманы көрсетеді және қол қояды."
DOCS_RU = "Заявитель предъявляет удостоверение личности и справку о рождении и ставит подпись."
FACTS = {"term": [{"amount": "5", "unit": "working-day"}]}
REMARK = "  # the lawyers looked at this\n"


def a_said(name: str, number: str, kk: str, ru: str, **more: Any) -> dict[str, Any]:
    heads = {"term": ("Мерзімі", "Срок"), "docs": ("Құжаттар", "Документы")}
    kk_head, ru_head = heads.get(name, (f"{name} тақырыбы", f"Заголовок {name}"))
    return {
        "id": name,
        "number": number,
        "heading": b.said(kk_head, ru_head),
        "text": b.said(kk, ru),
        **more,
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with one text, with a comment that was accepted into the next one."""
    clauses = [
        a_said("general", "1", GENERAL, GENERAL_RU),
        a_said("term", "2", TERM, TERM_RU, facts=FACTS),
        a_said("docs", "3", DOCS, DOCS_RU),
    ]
    comment = b.a_comment(clause="term")
    response = b.a_response(outcome="accepted", landed={"revision": "2", "clauses": ["term"]})
    text = b.an_adopted_revision(clauses=clauses)
    b.write_project(tmp_path, revisions=[text], comments=[comment], responses=[response])
    file = tmp_path / b.revision_path(1)
    file.write_text(
        file.read_text("utf-8").replace("  - id: term\n", f"{REMARK}  - id: term\n"), "utf-8"
    )
    return tmp_path


def base(project: Path) -> Revision:
    register, _ = survey(project).known
    return register.records[0].revisions[0]


def take(project: Path, data: bytes, *words: str, given: str | None = None) -> Result:
    """Import a file into the project."""
    file = project / "draft.docx"
    file.write_bytes(data)
    line = ["draft", "import", str(file), "--project", str(project), *words]
    return CliRunner().invoke(main, line, input=given)


def a_working_copy(project: Path, *changes: tuple[str, str]) -> bytes:
    """Return the working copy of the text, words changed."""
    text = base(project)
    stamp = Stamp(b.STANDARD, 1, ("kk", "ru"), short_digest(digest_of(text)))
    return changed(a_table_text(text, ("kk", "ru"), stamp), *changes)


def changed(data: bytes, *changes: tuple[str, str]) -> bytes:
    import io
    from zipfile import ZipFile

    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes if name == "word/document.xml" else ():
                assert before in text, before
                text = text.replace(before, after)
            new.writestr(name, text)
    return stream.getvalue()


def written(project: Path) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load((project / b.revision_path(2)).read_text("utf-8"))
    return tree


def clauses(project: Path) -> Mapping[str, dict[str, Any]]:
    return {clause["id"]: clause for clause in written(project)["clauses"]}


def test_a_text_that_was_not_changed_is_not_written(project: Path) -> None:
    done = take(project, a_working_copy(project))
    assert (done.exit_code, "nothing was written" in done.output) == (0, True)
    assert not (project / b.revision_path(2)).exists()


def test_a_changed_sentence_is_found_and_all_else_keeps_its_lines(project: Path) -> None:
    done = take(project, a_working_copy(project, ("пяти рабочих", "трех рабочих")))
    assert done.exit_code == 0, done.output
    assert "changed  term  2 Мерзімі (draft.docx!1!A3)" in done.output
    assert "+ Услуга оказывается в течение трех рабочих дней" in done.output
    was, now = ((project / b.revision_path(n)).read_text("utf-8") for n in (1, 2))
    cut = slice(was.index("clauses:"), was.index("adopted:"))
    assert now[now.index("clauses:") : now.index("amendments:")] == (
        was[cut].replace("пяти рабочих", "трех рабочих")
    )
    assert "E52" in done.output
    assert REMARK in now


def test_a_promise_that_the_file_does_not_keep_is_no_amendment(project: Path) -> None:
    """T02 would say so of what the tool itself has written."""
    copy = a_working_copy(project, ("удостоверение личности", "паспорт"))
    assert take(project, copy).exit_code == 0
    assert [one["clauses"] for one in written(project)["amendments"]] == [["docs"]]
    assert "T02" not in {one.code for one in survey(project).problems}


def test_a_change_has_its_amendment_with_the_comments_that_asked_for_it(project: Path) -> None:
    copy = a_working_copy(project, ("пяти рабочих", "трех рабочих"), ("справку", "выписку"))
    assert take(project, copy).exit_code == 0
    amendments = written(project)["amendments"]
    assert [(one["clauses"], one.get("comments")) for one in amendments] == [
        (["term"], [b.COMMENT]),
        (["docs"], None),
    ]
    assert amendments[1]["reason"] == {"kk": "…", "ru": "…"}


def test_what_is_written_leaves_only_what_a_person_can_say(project: Path) -> None:
    copy = a_working_copy(project, ("пяти рабочих", "трех рабочих"), ("бес жұмыс", "үш жұмыс"))
    assert take(project, copy).exit_code == 0
    found = [one for one in survey(project).problems if one.file == b.revision_path(2)]
    assert {one.code for one in found if one.is_error} == set()


def test_what_an_import_has_caused_is_said_apart_from_what_was_there(project: Path) -> None:
    said = take(project, a_working_copy(project, ("пяти рабочих", "трех рабочих"))).output
    _, caused = said.split("because of this import: 5\n")
    assert [f": to do {code}:" in caused for code in ("C09", "T06", "P02")] == [True] * 3
    assert "has it too: 11" in caused
    assert "C01" not in said


def test_a_draft_shows_the_file_and_writes_nothing(project: Path) -> None:
    done = take(project, a_working_copy(project, ("пяти рабочих", "трех рабочих")), "--draft")
    assert "трех рабочих дней" in done.output
    assert not (project / b.revision_path(2)).exists()


def test_a_new_row_is_a_new_clause_with_an_id_from_the_tool(project: Path) -> None:
    new = row(cell("2-1"), cell("Жаңа", "Жаңа ереже."), cell("Новое правило", "Правило."), cell(""))
    copy = a_working_copy(
        project,
        ("<w:tr><w:trPr></w:trPr>" + cell("3"), new + "<w:tr><w:trPr></w:trPr>" + cell("3")),
    )
    assert take(project, copy).exit_code == 0
    assert list(clauses(project)) == ["general", "term", "novoe-pravilo", "docs"]
    assert clauses(project)["novoe-pravilo"] == {
        "id": "novoe-pravilo",
        "number": "2-1",
        "heading": {"kk": "Жаңа", "ru": "Новое правило"},
        "text": {"kk": "Жаңа ереже.", "ru": "Правило."},
    }


def a_new_term(project: Path) -> bytes:
    """Return the working copy with a new clause that sets a term and a fee."""
    kk = "Көшірме 3 (үш) жұмыс күні ішінде беріледі, алым – 0,5 АЕК."
    ru = "Копия выдается за 3 (три) рабочих дня, сбор – 0,5 МРП."
    new = row(cell("2-1"), cell("Көшірме", kk), cell("Копия", ru), cell(""))
    third = "<w:tr><w:trPr></w:trPr>" + cell("3")
    return a_working_copy(project, (third, new + third))


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_a_yes_sets_what_the_words_of_a_new_clause_say(project: Path, ending: str) -> None:
    file, data = project / f"facts.{ending}", a_new_term(project)
    assert take(project, data, "--plan", str(file)).exit_code == 0
    answered(file, "yes")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, "E59" in done.output) == (0, False), done.output
    assert clauses(project)["kopiia"]["facts"] == {
        "term": [{"amount": 3, "unit": "working-day"}],
        "fee": [{"amount": "0.5"}],
    }
    assert list(clauses(project)["kopiia"])[-1] == "facts"
    register, _ = survey(project).known
    assert register.records[0].revisions[1].clause("kopiia")


@pytest.mark.parametrize(
    ("language", "yes", "words"),
    [
        ("ru", "Да", ("3 рабочих дня", "0,5 МРП", "да / нет")),
        ("kk", "иә", ("3 жұмыс күні", "0,5 АЕК", "иә / жоқ")),
    ],
)
def test_the_questions_are_asked_and_answered_in_the_language_of_the_run(
    language: str,
    yes: str,
    words: tuple[str, ...],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TALQY_LANGUAGE", language)
    file, data = project / "facts.yaml", a_new_term(project)
    take(project, data, "--plan", str(file))
    asked = file.read_text("utf-8")
    assert [one for one in (*words, "working-day", "amount:") if one in asked] == [*words]
    file.write_text(asked.replace('answer: ""', "answer: болар"), "utf-8")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, words[-1] in done.output) == (1, True), done.output
    file.write_text(asked.replace('answer: ""', f"answer: {yes}"), "utf-8")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, sorted(clauses(project)["kopiia"]["facts"])) == (0, ["fee", "term"])


@pytest.mark.parametrize(("answer", "told"), [("no", 0), ("", 2)])
def test_without_a_yes_no_fact_is_set_and_the_import_goes_on(
    project: Path, answer: str, told: int
) -> None:
    file, data = project / "facts.yaml", a_new_term(project)
    take(project, data, "--plan", str(file))
    answered(file, answer or '""')
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, done.output.count("E59")) == (0, told), done.output
    lines = ("3 working days", "“term: [{amount: 3, unit: working-day}]”")
    assert all((line in " ".join(done.output.split())) == bool(told) for line in lines)
    assert "facts" not in clauses(project)["kopiia"]


def test_another_word_is_no_answer_about_a_fact(project: Path) -> None:
    file, data = project / "facts.yaml", a_new_term(project)
    take(project, data, "--plan", str(file))
    answered(file, "perhaps")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, "E18" in done.output) == (1, True)


def test_on_a_terminal_enter_leaves_a_fact_open(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.cli.draft.is_on_terminal", lambda: True)
    done = take(project, a_new_term(project), given="perhaps\nда\n\n\n\n")
    assert (done.exit_code, done.output.count("E59")) == (0, 1), done.output
    assert list(clauses(project)["kopiia"]["facts"]) == ["term"]


def test_a_clause_that_is_gone_takes_its_facts_along_and_that_is_told(project: Path) -> None:
    text = base(project)
    left = text.model_copy(update={"clauses": (text.clauses[0], text.clauses[2])})
    done = take(project, a_table_text(left), "--standard", b.STANDARD)
    assert "gone  term" in done.output
    assert "E53" in done.output
    assert list(clauses(project)) == ["general", "docs"]


def test_what_stands_elsewhere_is_moved_and_another_number_is_told(project: Path) -> None:
    text = base(project)
    one, two, three = text.clauses
    swapped = text.model_copy(
        update={"clauses": (one, three.model_copy(update={"number": "2"}), two)}
    )
    done = take(project, a_table_text(swapped), "--standard", b.STANDARD)
    assert "moved" in done.output
    assert "renumbered" in done.output
    assert [clause["number"] for clause in written(project)["clauses"]] == ["1", "2", "2"]


@pytest.mark.parametrize(("number", "shown"), [("2-1", "+ № 2-1"), ("", "+ № –")])
def test_both_numbers_of_a_clause_are_shown(project: Path, number: str, shown: str) -> None:
    text = base(project)
    one, two, three = text.clauses
    other = text.model_copy(
        update={"clauses": (one, two.model_copy(update={"number": number}), three)}
    )
    done = take(project, a_table_text(other), "--standard", b.STANDARD)
    assert ("- № 2\n" in done.output, shown in done.output) == (True, True), done.output


def test_one_language_keeps_the_other_and_says_so(project: Path) -> None:
    data = changed(a_line_text(base(project), "ru"), ("справку", "выписку"))
    done = take(project, data, "--standard", b.STANDARD)
    assert done.exit_code == 0, done.output
    assert "E55" in done.output
    assert clauses(project)["docs"]["text"] == {
        "kk": DOCS,
        "ru": DOCS_RU.replace("справку", "выписку"),
    }


def test_two_files_are_one_text(project: Path) -> None:
    other = project / "kk.docx"
    other.write_bytes(changed(a_line_text(base(project), "kk", has_marks=False), ("бес", "үш")))
    data = changed(a_line_text(base(project), "ru", has_marks=False), ("пяти", "трех"))
    done = take(project, data, str(other), "--standard", b.STANDARD)
    assert done.exit_code == 0, done.output
    assert clauses(project)["term"]["text"] == {
        "kk": TERM.replace("бес", "үш"),
        "ru": TERM_RU.replace("пяти", "трех"),
    }


def test_a_clause_in_one_of_two_files_alone_is_refused(project: Path) -> None:
    text = base(project)
    left = text.model_copy(update={"clauses": text.clauses[:2]})
    other = project / "kk.docx"
    other.write_bytes(a_line_text(left, "kk"))
    done = take(project, a_line_text(text, "ru"), str(other), "--standard", b.STANDARD)
    assert (done.exit_code, "E14" in done.output) == (1, True)


# --- questions ------------------------------------------------------------------------------------


def a_split(project: Path) -> bytes:
    """Return a text in which the second half of `docs` has become a row of its own."""
    half, rest = DOCS_RU.split(" и справку")
    kk_half, kk_rest = DOCS.split(" және туу")
    new = row(
        cell("4"),
        cell(f"Туу{kk_rest}"),
        cell(f"Справку{rest}"),
        cell(""),
    )
    return a_working_copy(project, (DOCS_RU, half), (DOCS, kk_half), ("</w:tbl>", f"{new}</w:tbl>"))


def test_words_of_an_old_clause_in_two_new_ones_are_asked_about(project: Path) -> None:
    done = take(project, a_split(project))
    assert (done.exit_code, "split off?, new" in done.output) == (1, True)
    assert "nothing was written" in done.output
    assert not (project / b.revision_path(2)).exists()


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_answers_come_back_in_a_file(project: Path, ending: str) -> None:
    file = project / f"questions.{ending}"
    data = a_split(project)
    assert take(project, data, "--plan", str(file)).exit_code == 0
    assert not (project / b.revision_path(2)).exists()
    answered(file, "split")
    done = take(project, data, "--answers", str(file))
    assert done.exit_code == 0, done.output
    (old, new) = written(project)["replaced"]["docs"]
    assert old == "docs"
    assert list(clauses(project)) == ["general", "term", "docs", new]


def answered(file: Path, answer: str, count: int = -1) -> None:
    """Fill in the answers of a file of questions, or the next ones of them."""
    if file.suffix == ".yaml":
        text = file.read_text("utf-8")
        file.write_text(text.replace('answer: ""', f"answer: {answer}", count), "utf-8")
        return
    from openpyxl import load_workbook

    book = load_workbook(file)
    sheet = book.worksheets[0]
    for line in range(2, sheet.max_row + 1):
        sheet.cell(line, 7, answer)
    book.save(file)


def test_no_two_clauses_can_be_one(project: Path) -> None:
    """Both halves of a clause that is gone are asked about; both cannot be it."""
    half, rest = DOCS_RU.split(" и справку")
    kk_half, kk_rest = DOCS.split(" және туу")
    rows = [
        row(cell("1"), cell(GENERAL), cell(GENERAL_RU), cell("general")),
        row(cell("2"), cell(TERM), cell(TERM_RU), cell("term")),
        row(cell("7"), cell("Басқа", kk_half), cell("Иное", half), cell("")),
        row(cell("8"), cell("Өзге", f"Туу{kk_rest}"), cell("Прочее", f"Справку{rest}"), cell("")),
    ]
    data = a_word(table(row(*column_heads(("kk", "ru"))), *rows))
    file = project / "questions.yaml"
    take(project, data, "--standard", b.STANDARD, "--plan", str(file))
    assert file.read_text("utf-8").count("choices: docs / new") == 2
    answered(file, "docs")
    done = take(project, data, "--standard", b.STANDARD, "--answers", str(file))
    assert (done.exit_code, "E21" in done.output) == (1, True)


def test_a_clause_without_words_is_to_be_written(project: Path) -> None:
    """A heading alone is no clause: the file could not be read."""
    copy = a_working_copy(project, (DOCS_RU, ""), (DOCS, ""))
    done = take(project, copy)
    assert done.exit_code == 0, done.output
    assert clauses(project)["docs"]["text"] == {"kk": "…", "ru": "…"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("questions:\n  - {id: e32-00000000, answer: new}\n", "E19"),
        ("nothing", "E20"),
        ("questions: [", "E20"),
    ],
)
def test_answers_that_answer_nothing_are_refused(project: Path, content: str, code: str) -> None:
    file = b.write(project, "answers.yaml", content)
    done = take(project, a_split(project), "--answers", str(file))
    assert (done.exit_code, code in done.output) == (1, True)


def test_an_answer_that_is_not_offered_is_refused(project: Path) -> None:
    file = project / "questions.yaml"
    data = a_split(project)
    take(project, data, "--plan", str(file))
    answered(file, "perhaps")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, "E18" in done.output) == (1, True)


@pytest.mark.parametrize("ending", ["yaml", "xlsx"])
def test_what_is_wrong_with_answers_is_said_at_its_line(project: Path, ending: str) -> None:
    file, data = project / f"questions.{ending}", a_split(project)
    take(project, data, "--plan", str(file))
    answered(file, "perhaps")
    done = take(project, data, "--answers", str(file))
    # The answer is a line of its own, or the last cell of the row below the head.
    above = file.read_bytes().partition(b"perhaps")[0].count(b"\n")
    place = f"questions.yaml:{above + 1}:" if ending == "yaml" else "!G2: "
    assert (done.exit_code, place in done.output) == (1, True), done.output
    answered(file, "Split") if ending == "xlsx" else file.write_text(
        file.read_text("utf-8").replace("perhaps", "Split"), "utf-8"
    )
    assert take(project, data, "--answers", str(file)).exit_code == 0


def test_a_workbook_without_its_column_of_answers_is_refused(project: Path) -> None:
    from openpyxl import load_workbook

    file, data = project / "questions.xlsx", a_split(project)
    take(project, data, "--plan", str(file))
    book = load_workbook(file)
    book.worksheets[0].delete_cols(7)
    book.save(file)
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, "E20" in done.output, "!A1" in done.output) == (1, True, True)


def test_a_question_that_is_answered_twice_otherwise_has_no_answer(project: Path) -> None:
    file, data = project / "questions.yaml", a_split(project)
    take(project, data, "--plan", str(file))
    answered(file, "split")
    text = file.read_text("utf-8")
    again = text.partition("questions:\n")[2].replace("answer: split", "answer: new")
    file.write_text(text + again, "utf-8")
    done = take(project, data, "--answers", str(file))
    assert (done.exit_code, "split / new" in done.output) == (1, True), done.output
    assert not (project / b.revision_path(2)).exists()


def test_on_a_terminal_it_asks(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talqy.cli.draft.is_on_terminal", lambda: True)
    done = take(project, a_split(project), given="maybe\nnew\n\n\n\n\n")
    assert done.exit_code == 0, done.output
    assert "replaced" not in written(project)
    assert len(clauses(project)) == 4


def test_a_clause_that_runs_on_is_two_or_one(project: Path) -> None:
    text = a_line_text(base(project), "ru")
    end = "</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl"
    glued = changed(text, (f"{TERM_RU}{end}", f"{TERM_RU}</w:t></w:r><w:gone><w:outlineLvl"))
    glued = changed(glued, ('<w:gone><w:outlineLvl w:val="1"/></w:pPr>', ""))
    file = project / "questions.yaml"
    take(project, glued, "--standard", b.STANDARD, "--plan", str(file))
    answered(file, "joined")
    done = take(project, glued, "--standard", b.STANDARD, "--answers", str(file))
    assert done.exit_code == 0, done.output
    assert list(clauses(project)) == ["general", "term"]
    assert written(project)["replaced"] == {"docs": ["term"]}
    assert clauses(project)["term"]["text"]["ru"] == f"{TERM_RU} 3. Документы\n{DOCS_RU}"


# --- stamps, tracked changes ----------------------------------------------------------------------


def stamped(project: Path, stamp: Stamp) -> bytes:
    return a_table_text(base(project), ("kk", "ru"), stamp)


@pytest.mark.parametrize(
    ("stamp", "code"),
    [
        (Stamp("other", 1, ("kk", "ru"), "0" * 12), "E11"),
        (Stamp(b.STANDARD, 1, ("kk", "ru"), "0" * 12), "E12"),
    ],
)
def test_the_text_of_another_draft_is_refused(project: Path, stamp: Stamp, code: str) -> None:
    done = take(project, stamped(project, stamp), "--standard", b.STANDARD)
    assert (done.exit_code, code in done.output) == (1, True)


def test_an_older_text_is_refused_unless_it_is_named(project: Path) -> None:
    copy = a_working_copy(project, ("пяти", "трех"))
    assert take(project, copy).exit_code == 0
    done = take(project, copy)
    assert (done.exit_code, "E13" in done.output) == (1, True)
    assert take(project, copy, "--base", "r1").exit_code == 0
    assert (project / b.revision_path(3)).exists()


def test_tracked_changes_are_proved_to_be_all_changes(project: Path) -> None:
    before, after = TERM_RU.split("пяти")
    tracked = run(before) + taken_out("пяти") + put_in("трех") + run(after)
    copy = a_working_copy(project, (run(TERM_RU), tracked))
    assert "Every change is tracked" in take(project, copy, "--draft").output
    silent = changed(copy, ("справку", "выписку"))
    assert "E51" in take(project, silent, "--draft").output


def test_a_remark_in_the_margin_is_told(project: Path) -> None:
    mark = '<w:r><w:commentReference w:id="1"/></w:r>'
    line = paragraph("1. Заголовок [general]") + paragraph("Слова.", mark)
    remark = f"<w:comment {WHO}>{paragraph('Так ли это?')}</w:comment>"
    done = take(
        project,
        a_word(line, comments=remark),
        "--standard",
        b.STANDARD,
        "--draft",
        "--text-language",
        "ru",
    )
    assert "E50" in done.output
    assert "Так ли это?" in done.output


# --- a new standard -------------------------------------------------------------------------------


def test_a_text_without_a_draft_begins_a_standard(project: Path) -> None:
    body = (
        paragraph("1-тарау. Жалпы ережелер")
        + paragraph("1. Осы қағидалар мемлекеттік қызмет көрсету тәртібін айқындайды.")
        + paragraph("2. Мынадай ұғымдар пайдаланылады:")
        + paragraph("1) иммигрант – шетелдік;")
        + paragraph("Глава 2. Порядок")
        + paragraph("3. Услуга оказывается бесплатно.")
    )
    done = take(project, a_word(body), "--new", "entry-rules", "--text-language", "kk")
    assert done.exit_code == 0, done.output
    tree = yaml.safe_load((project / b.revision_path(1, "entry-rules")).read_text("utf-8"))
    first, second = tree["clauses"]
    assert (first["id"], first["number"], first["unit"]) == ("chapter-1", "1", "chapter")
    assert [inner["number"] for inner in first["clauses"]] == ["1", "2"]
    assert first["clauses"][1]["text"]["kk"].endswith("\n1) иммигрант – шетелдік;")
    assert [inner["number"] for inner in second["clauses"]] == ["3"]
    assert survey(project).known[0].records


def test_clauses_of_the_official_list_get_their_ids(project: Path) -> None:
    rows = row(
        cell("1"),
        cell("Мерзімі", "Бес күн."),
        cell("Срок оказания государственной услуги", "Пять дней."),
        cell(""),
    )
    head = row(*column_heads(("kk", "ru")))
    done = take(project, a_word(table(head, rows)), "--new", "lost-passport")
    assert done.exit_code == 0, done.output
    tree = yaml.safe_load((project / b.revision_path(1, "lost-passport")).read_text("utf-8"))
    assert [clause["id"] for clause in tree["clauses"]] == ["term"]


def test_a_copy_is_told_from_its_original_by_the_bookmark(project: Path) -> None:
    text = base(project).clause("term")
    assert text is not None
    copied = row(cell("2"), cell(TERM), cell(TERM_RU), cell("term"))
    copy = a_working_copy(
        project,
        ("<w:tr><w:trPr></w:trPr>" + cell("2"), copied + "<w:tr><w:trPr></w:trPr>" + cell("2")),
    )
    done = take(project, copy)
    assert "copy?, new" in done.output
    assert "draft.docx!1!A3" in done.output


def exchanged(project: Path, *rows: str) -> bytes:
    """Return a working copy whose rows have heading, words, and the codes that are given."""
    head = row(*column_heads(("kk", "ru")))
    return a_word(table(head, *rows))


def a_row(number: str, kk: tuple[str, str], ru: tuple[str, str], code: str) -> str:
    return row(cell(number), cell(*kk), cell(*ru), cell(marked(code, f"tq_{code}")))


@pytest.mark.parametrize("answers", [("term", "docs"), ("docs", "term")])
def test_codes_that_were_exchanged_are_asked_about(project: Path, answers: Sequence[str]) -> None:
    """Heading, words and number are those of the other clause, whatever a mark says."""
    rows = [
        a_row("1", ("general тақырыбы", GENERAL), ("Заголовок general", GENERAL_RU), "general"),
        a_row("2", ("Мерзімі", TERM), ("Срок", TERM_RU), "docs"),
        a_row("3", ("Құжаттар", DOCS), ("Документы", DOCS_RU), "term"),
    ]
    data = exchanged(project, *rows)
    asked = take(project, data, "--standard", b.STANDARD)
    assert (asked.exit_code, asked.output.count("which one is it?")) == (1, 2), asked.output
    done = take(project, data, "--standard", b.STANDARD, "--plan", str(project / "q.yaml"))
    assert done.exit_code == 0, done.output
    for one in answers:
        answered(project / "q.yaml", one, 1)
    done = take(project, data, "--standard", b.STANDARD, "--answers", str(project / "q.yaml"))
    assert ("nothing was written" in done.output) == (answers == ("term", "docs")), done.output


@pytest.mark.parametrize(("answer", "is_same"), [("in", True), ("out", False)])
def test_words_lost_in_one_language_are_asked_about(
    project: Path, answer: str, *, is_same: bool
) -> None:
    copy = a_working_copy(project, (DOCS_RU, ""))
    asked = take(project, copy, "--plan", str(project / "q.yaml"))
    assert asked.exit_code == 0, asked.output
    assert (project / "q.yaml").read_text("utf-8").count("has lost its words in “ru”") == 1
    answered(project / "q.yaml", answer)
    done = take(project, copy, "--answers", str(project / "q.yaml"))
    assert ("nothing was written" in done.output) == is_same, done.output


def test_a_clause_written_anew_without_marks_is_asked_about_and_a_far_one_is_new(
    project: Path,
) -> None:
    lines = ["1. general тақырыбы", GENERAL, "{}", "3. Құжаттар", DOCS]
    anew = "2. Төлемақы\n" + "Баж салығы алынбайды, өйткені мемлекет оны өз мойнына алды. " * 9
    for head, asked in ((anew, True), (anew.replace("2.", "2-1."), False)):
        body = [line for one in lines for line in one.format(head).split("\n")]
        done = take(project, a_word("".join(map(paragraph, body))), "--standard", b.STANDARD)
        assert ("“term”, or a new one?" in done.output) is asked, done.output
        assert done.exit_code == int(asked)


def test_a_clause_that_was_written_anew_keeps_its_code_without_a_question(project: Path) -> None:
    rows = [
        a_row("1", ("general тақырыбы", GENERAL), ("Заголовок general", GENERAL_RU), "general"),
        a_row("2", ("Мерзімі", TERM), ("Срок", "Услуга оказывается в день заявления."), "term"),
        a_row("3", ("Құжаттар", TERM), ("Документы", DOCS_RU), "docs"),
    ]
    done = take(project, exchanged(project, *rows), "--standard", b.STANDARD, "--draft")
    assert (done.exit_code, "which one is it?" in done.output) == (0, False), done.output


def test_a_table_without_a_head_has_no_clauses(project: Path) -> None:
    done = take(project, a_word(table(row("1", TERM, TERM_RU, "term"))), "--standard", b.STANDARD)
    assert (done.exit_code, "E03" in done.output) == (1, True)


def test_neither_standard_nor_stamp_is_wrong_use(project: Path) -> None:
    done = take(project, a_line_text(base(project), "ru"))
    assert (done.exit_code, "--standard" in done.output) == (2, True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1 text}", "E01"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E01"),
        (a_word("<w:p><w:r></w:p>"), "I80"),
        (a_word("<w:p/>").replace(b"PK", b"PQ", 1)[:90], "E01"),
    ],
)
def test_what_cannot_be_read_is_said_before_whose_text_it_is(
    project: Path, data: bytes, code: str
) -> None:
    done = take(project, data)
    assert (done.exit_code, code in done.output) == (1, True), done.output


def test_a_code_keeps_its_bookmark_out(project: Path) -> None:
    """A bookmark that slid onto the next clause does not name it."""
    rows = [
        row(cell("1"), cell(GENERAL), cell(GENERAL_RU), cell(marked("general", "tq_general"))),
        row(cell("2"), cell(TERM), cell(TERM_RU), cell(marked("term", "tq_docs"))),
        row(cell("3"), cell(DOCS), cell(DOCS_RU), cell("docs")),
    ]
    head = row(*column_heads(("kk", "ru")))
    done = take(project, a_word(table(head, *rows)), "--standard", b.STANDARD, "--draft")
    assert done.exit_code == 0, done.output
    assert "gone" not in done.output


# --- a text in preparation ------------------------------------------------------------------------


def test_a_text_in_preparation_is_changed_itself(project: Path) -> None:
    assert take(project, a_working_copy(project, ("пяти рабочих", "трех рабочих"))).exit_code == 0
    register, _ = survey(project).known
    prepared = register.records[0].revisions[1]
    stamp = Stamp(b.STANDARD, 2, ("kk", "ru"), short_digest(digest_of(prepared)))
    copy = changed(a_table_text(prepared, ("kk", "ru"), stamp), ("справку", "выписку"))
    done = take(project, copy, "--update")
    assert done.exit_code == 0, done.output
    assert not (project / b.revision_path(3)).exists()
    assert "выписку" in clauses(project)["docs"]["text"]["ru"]
    assert [one["clauses"] for one in written(project)["amendments"]] == [["term"], ["docs"]]


def test_a_text_that_is_public_is_not_changed_itself(project: Path) -> None:
    done = take(project, a_working_copy(project, ("пяти", "трех")), "--update")
    assert (done.exit_code, "not in preparation" in done.output) == (2, True)


def test_a_standard_is_written_in_word_from_its_first_day(project: Path) -> None:
    """New standard, out to Word, filled in, and in again: no YAML, and no second revision."""
    names = ("--project", str(project))
    done = CliRunner().invoke(main, ["new", "standard", "lost-passport", *names])
    assert done.exit_code == 0, done.output
    file = project / "copy.docx"
    line = ["export", "text", "lost-passport", "r1", "--to-edit", "--to", str(file), *names]
    done = CliRunner().invoke(main, line)
    assert done.exit_code == 0, done.output
    copy = changed(file.read_bytes(), ("…", "Бес жұмыс күні. Пять рабочих дней."))
    done = take(project, copy, "--update")
    assert (done.exit_code, "E59" in done.output) == (0, True), done.output
    text = (project / b.revision_path(1, "lost-passport")).read_text("utf-8")
    assert text.count("Бес жұмыс күні.") == 24
    assert not (project / b.revision_path(2, "lost-passport")).exists()


def test_every_exchange_of_codes_and_every_loss_in_one_language_is_asked_about(
    project: Path,
) -> None:
    for one, other in (("general", "term"), ("term", "docs"), ("general", "docs")):
        swaps = ((f">{one}<", ">x<"), (f">{other}<", f">{one}<"), (">x<", f">{other}<"))
        done = take(project, a_working_copy(project, *swaps), "--draft")
        assert (done.exit_code, done.output.count("? draft.docx!1!A")) == (1, 2), done.output
        assert done.output.count(f"the code is that of “{one}”") == 1
    for lost in (GENERAL, GENERAL_RU, TERM, TERM_RU, DOCS, DOCS_RU, "Мерзімі", "Документы"):
        done = take(project, a_working_copy(project, (f">{lost}<", "><")), "--draft")
        assert (done.exit_code, done.output.count("? draft.docx!1!A")) == (1, 1), done.output
        assert "has lost its words in" in done.output


def test_a_repeal_from_word_names_what_takes_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ["new", "standard", "other", "--project", str(project)]
    CliRunner().invoke(main, [*line, "--title", "kk=Басқа", "--title", "ru=Другой"])
    data = a_working_copy(project, (TERM, TERM.replace("бес", "үш")), (TERM_RU, "Другой срок."))
    refused = take(project, data, "--standard", b.STANDARD, "--kind", "repeal", "--successor", "x")
    assert refused.exit_code == 2, refused.output
    named = ("--successor", "other")
    done = take(project, data, "--standard", b.STANDARD, "--kind", "repeal", *named)
    assert done.exit_code == 0, done.output
    made = yaml.safe_load((project / b.revision_path(2)).read_text("utf-8"))
    assert (made["kind"], made["successor"]) == ("repeal", "other")
