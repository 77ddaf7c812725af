"""Which clause people mean, and when that is not plain."""

import pytest

import builders as b
from talqy.comments.clause_names import clause_named, clauses_meant, near_clauses
from talqy.language.catalogue import catalogue
from talqy.model.revision import Revision
from talqy.office.grids import Place
from talqy.project.shipped_files import folders

HERE = Place("form.csv", 3, 2)
TEXT = Revision.model_validate(
    b.a_revision(
        clauses=[
            b.a_clause("general", "1.", heading=b.said("Жалпы ережелер", "Общие положения")),
            b.a_clause("term", "4.1", heading=b.said("Мерзімі", "Срок оказания")),
            b.a_clause("fee", "4.10", heading=b.said("Ақысы", "Плата")),
            b.a_clause(
                "documents",
                "10",
                heading=b.said("Құжаттар", "Документы"),
                clauses=[
                    b.a_clause("docs-child", "1)", heading=b.said("Бала", "Ребенок")),
                    b.a_clause("docs-parent", "2)", heading=b.said("Ата-ана", "Родитель")),
                ],
            ),
            b.a_clause("refusal", "11", clauses=[b.a_clause("grounds", "1)")]),
            b.a_clause("notes", "12", heading=b.said("Ескертпе", "Плата")),
        ]
    )
)


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("term", "term"),
        (" 4.1 ", "term"),
        ("4.1.", "term"),
        ("4.10", "fee"),
        ("п. 4.1", "term"),
        ("П.4.1", "term"),
        ("пункт 4.1", "term"),
        ("4.1-тармақ", "term"),
        ("4.1-тармағы", "term"),
        ("тармақ 1", "general"),
        ("2", "docs-parent"),
        ("Clause 10", "documents"),
        ("№ 11", "refusal"),
        ("§ 12.", "notes"),
        ("2)", "docs-parent"),
        ("подпункт 2)", "docs-parent"),
        ("срок оказания", "term"),
        ("МЕРЗІМІ.", "term"),
        ("Срoк оказания", "term"),  # with a Latin letter
        ("after:term", "after term"),
        ("after: 4.1", "after term"),
        ("", "whole"),
        ("—", "whole"),
        ("Весь проект", "whole"),
        ("жалпы", "whole"),
        ("whole", "whole"),
    ],
)
def test_a_clause_is_found_by_id_number_or_heading(said: str, clause: str) -> None:
    found, problems = clause_named(said, "birth-registration", TEXT, HERE)
    named = found if isinstance(found, str) else f"after {found['after']}"
    assert named == clause
    assert bool(problems) == (not clause)


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ("1)", "I12", "paragraph 10 › 1) Бала; paragraph 11 › sub-paragraph 1)"),
        ("плата", "I12", "4.10. Ақысы; 12. Ескертпе"),
        ("2026-01-04", "I13", "2026-01-04"),
        ("terms", "F56", "“4.1. Мерзімі"),
        ("99", "F56", "all of them are listed on the sheet “Clauses”"),
        ("не знаю", "F56", "all of them are listed"),
        ("after:", "F56", "“”"),
        ("after:whole", "F56", "“whole”"),
    ],
)
def test_what_is_not_plain_is_said_with_what_may_be_meant(said: str, code: str, words: str) -> None:
    found, (problem,) = clause_named(said, "birth-registration", TEXT, HERE)
    assert found == ""
    assert (problem.code, problem.file, problem.line, problem.column) == (code, "form.csv", 3, 2)
    assert words in f"{problem.said()} {problem.advised()}"


@pytest.mark.parametrize(
    ("said", "code", "russian", "kazakh"),
    [
        ("10 и 4.1", "I23", "несколько пунктов: 10. Документы; 4.1. Срок", "тармақ: 10. Құжаттар;"),
        ("Общее положени", "F56", "«1. Общие положения»", "«1. Жалпы ережелер»"),
        ("99", "F56", "на листе «Пункты»", "«Тармақтар» парағында"),
        ("плата", "I12", "4.10. Плата; 12. Плата", "4.10. Ақысы; 12. Ескертпе"),
    ],
)
def test_clauses_are_named_by_number_and_heading_in_the_language_of_the_reader(
    said: str, code: str, russian: str, kazakh: str
) -> None:
    _, (problem,) = clause_named(said, "birth-registration", TEXT, HERE)
    assert problem.code == code
    for language, words in (("ru", russian), ("kk", kazakh)):
        translate = catalogue(language, folders(None, "messages")).problem
        told = f"{problem.said(translate)} {problem.advised(translate)}"
        assert words in told
        assert "documents" not in told


def test_a_heading_that_sounds_like_another_act_is_the_clause_with_its_number() -> None:
    heading = b.said("Жалпы ережелер", "Общие правила")
    text = Revision.model_validate(b.a_revision(clauses=[b.a_clause("one", "1", heading=heading)]))
    names = ("1. Жалпы ережелер", "1 Жалпы ережелер", "1. Общие правила", "Жалпы ережелер")
    assert [[one.id for one in clauses_meant(name, text)] for name in names] == [["one"]] * 4


IN_TWO = Revision.model_validate(
    b.a_revision(
        clauses=[
            b.a_clause(
                "papers",
                "5",
                heading=b.said("Құжаттар тізімі", "Перечень документов"),
                text=b.said("Қажет:\n1) өтініш;\n2) куәлік.", "Нужны:\n1) заявление;\n2) справка."),
            ),
            b.a_clause(
                "refusal",
                "6",
                heading=b.said("Бас тарту негіздері", "Основания для отказа в услуге"),
                clauses=[b.a_clause("grounds", "1)"), b.a_clause("others", "2)")],
            ),
            b.a_clause("fee", "10.1", heading=b.said("Төлем", "Плата")),
        ]
    )
)


@pytest.mark.parametrize(
    ("said", "clause", "codes"),
    [
        ("5-тармақ / Пункт 5", "papers", []),
        ("Пункт 6 / 6-тармақ", "refusal", []),
        ("10.1-тармақ\nПункт 10.1", "fee", []),
        ("5-тармақ / Пункт 6", "", ["I23"]),
        ("5) тармақ", "papers", ["I38"]),
        ("пп. 1 и 2 п. 5", "papers", ["I70"]),
        ("5-тармақтың 1) және 2) тармақшалары", "papers", ["I70"]),
        ("подпункты 1), 2) пункта 6", "", ["I23"]),
        ("Раздел «Основания для отказа»", "refusal", ["I38"]),
        ("«Бас тарту негіздері» бөлімі", "refusal", []),
        ("Раздел «Порядок жалоб»", "", ["F56"]),
        ("стандарт толығымен", "whole", []),
    ],
)
def test_the_same_clause_said_twice_and_the_lines_of_one_are_that_clause(
    said: str, clause: str, codes: list[str]
) -> None:
    found, problems = clause_named(said, "birth-registration", IN_TWO, HERE)
    assert (found, [one.code for one in problems]) == (clause, codes)


@pytest.mark.parametrize(
    ("heading", "half"),
    [
        (b.said("Баға деңгейі және оны есептеу тәсілі", "Цена"), "Баға деңгейі"),
        (
            b.said("Талап етілетін анықтамалар мен қосымшалар тізімі", "Справки"),
            "Анықтамалар тізімі",
        ),
        (b.said("Баға", "Уровень цены и способы ее расчета"), "Уровень цены"),
    ],
)
def test_half_a_heading_is_enough_in_both_languages(heading: dict[str, str], half: str) -> None:
    clauses = [b.a_clause("price", "1", heading=heading), b.a_clause("term", "2")]
    text = Revision.model_validate(b.a_revision(clauses=clauses))
    assert [clause.id for clause in clauses_meant(half, text)] == ["price"]


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("Срок выдачи документа", "4.1. Срок оказания"),
        ("Мерзімі мен тәртібі", "4.1. Срок оказания"),
        ("п. 111", "пункт 11"),
        ("100", "10. Документы"),
        ("4.11", "4.10. Плата"),
        ("99", ""),
        ("xyz", ""),
        ("9" * 5_000, ""),
        ("", ""),
    ],
)
def test_a_place_that_is_not_there_has_near_ones(said: str, near: str) -> None:
    found = near_clauses(said, TEXT)
    words = found.said(catalogue("ru", folders(None, "messages")).problem) if found else ""
    assert (near in words, bool(words)) == (True, bool(near))
