"""Saved pages of the state's portal as officials import them: what is taken, asked, missing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from builders import a_clause, a_revision, complete_clauses, said, write_project
from importing import codes, comments, of_file, report, take
from intakes import put
from portal_pages import Page, Reply, Said
from talqy.intake.portal import comment_id
from talqy.model.comment import AuthorKind, CommentChannel, CommentKind
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

FIRST = "1) документ, удостоверяющий личность заявителя, для сверки с базой данных;"
FIRST_KK = "1) өтініш берушінің жеке басын куәландыратын құжат – салыстыру үшін;"
FEE = "Государственная пошлина за выдачу свидетельства составляет одну ставку."
CLAUSES = [
    *complete_clauses(),
    a_clause(
        "adults", "4", text=said(f"Ересектер тапсырады:\n{FIRST_KK}", f"Взрослые подают:\n{FIRST}")
    ),
    a_clause(
        "children", "5", text=said(f"Балалар үшін:\n{FIRST_KK}", f"За детей подают:\n{FIRST}")
    ),
    a_clause("fee", "6", text=said("Мемлекеттік баж салығы алынады.", FEE)),
]
LINES = ["Взрослые подают:", FIRST, "За детей подают:", FIRST, FEE]
PLAIN = Said(id=501, words="В пункте 2 сократите срок до трех дней.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", revisions=[a_revision(clauses=CLAUSES)])


def page(project: Path, made: Page, name: str = "page.html") -> Path:
    return put(project, name, made.data())


def label(line: str) -> str:
    return f"{line[:50]}..."


def answered(project: Path, *files: Path, answers: dict[str, str]) -> tuple[Result, list[str]]:
    """Write the questions, answer those in which words stand, and import; return what was asked."""
    plan = project.parent / "questions.yaml"
    done = take(project, *files, "--plan", plan, "--replace")
    assert done.exit_code == 0, done.output
    rows: Any = parse(plan.read_bytes(), "q").tree
    for row in rows["questions"]:
        told = f"{row['asks']} {row['now']}"
        row["answer"] = next((one for words, one in answers.items() if words in told), "")
    plan.write_text(dumped(rows), "utf-8")
    return take(project, *files, "--answers", plan), [row["asks"] for row in rows["questions"]]


def statuses(found: dict[str, Any]) -> list[str]:
    return [row["status"] for row in found["rows"]]


def test_a_comment_is_taken_with_all_that_the_page_says_and_nothing_else(project: Path) -> None:
    one = replace(PLAIN, at="12/11 - 23:59", author="ИВАНОВ ИВАН")
    found = of_file(project, page(project, Page(comments=[one], tab=3, draft=77)))
    assert codes(found) == ["I35"]
    (taken,) = comments(project)
    assert (taken.id, taken.clause, taken.language) == (comment_id("501"), "term", "ru")
    assert (taken.channel, taken.consent, taken.group) == (CommentChannel.EGOV, "egov", "atameken")
    assert (taken.author.kind, taken.author.name) == (AuthorKind.UNKNOWN, None)
    assert (str(taken.received), taken.kind) == ("2026-11-12", CommentKind.CHANGE)
    assert taken.source
    assert (taken.source.id, taken.source.tab) == ("501", 3)
    assert taken.source.url == "https://legalacts.egov.kz/npa/view?id=77&typeComment=3"
    assert "ИВАНОВ" not in str(found)


def test_a_comment_is_taken_once_whatever_page_language_or_run_has_it(project: Path) -> None:
    ru, kk = Page(comments=[PLAIN]), Page(comments=[PLAIN], language="kk", saved="firefox")
    files = page(project, ru, "ru.html"), page(project, kk, "kk.htm")
    assert [statuses(one) for one in report(project, *files)["files"]] == [
        ["taken"],
        ["already taken"],
    ]
    again = report(project, page(project, ru, "a.html"), page(project, kk, "b.mhtml"))
    assert (again["taken"], again["already taken"]) == (0, 2)
    assert len(comments(project)) == 1


def test_words_that_were_changed_on_the_portal_are_no_second_comment(project: Path) -> None:
    of_file(project, page(project, Page(comments=[PLAIN])))
    changed = replace(PLAIN, words="В пункте 2 сократите срок до двух дней.")
    assert codes(of_file(project, page(project, Page(comments=[changed])), status=1)) == ["I22"]


@pytest.mark.parametrize(
    ("created", "closes", "at", "day"),
    [
        ("24/12/2026", "14/01/2027", "31/12 - 23:58", "2026-12-31"),
        ("24/12/2026", "14/01/2027", "02/01 - 00:05", "2027-01-02"),
        ("20/12/2027", "10/03/2028", "29/02 - 10:00", "2028-02-29"),
        ("09/11/2026", "27/11/2026", "30/11 - 10:00", "2026-11-30"),
        ("02/01/2027", "20/01/2027", "31/12 - 10:00", "2026-12-31"),
    ],
)
def test_the_year_is_that_of_the_discussion(
    created: str, closes: str, at: str, day: str, project: Path
) -> None:
    made = Page(comments=[replace(PLAIN, at=at)], created=created, closes=closes)
    (row,) = of_file(project, page(project, made), "--draft", status=1)["rows"]
    assert row["about"]["received"] == day


@pytest.mark.parametrize(
    "made",
    [
        Page(comments=[PLAIN], created="", closes=""),
        Page(comments=[PLAIN], created="01/11/2025", closes="30/11/2026"),
        Page(comments=[replace(PLAIN, at="31/02 - 10:00")]),
    ],
)
def test_a_day_without_a_plain_year_is_left(made: Page, project: Path) -> None:
    assert "E79" in codes(of_file(project, page(project, made), status=1))


def test_a_label_leads_to_its_line_and_the_line_is_quoted(project: Path) -> None:
    one = replace(PLAIN, words="Уменьшите ее вдвое.", label=label(FEE))
    found = of_file(project, page(project, Page(comments=[one])))
    assert codes(found) == ["I35"]
    (taken,) = comments(project)
    assert (taken.clause, taken.quote) == ("fee", FEE)


def test_a_label_that_fits_two_is_decided_by_its_number_and_asked_without(project: Path) -> None:
    one = replace(PLAIN, words="Уберите эту строку.", label=label(FIRST), part=7)
    source = Page(comments=[one], lines=LINES)
    found = of_file(project, page(project, source), status=1)
    assert codes(found) == ["E76"]
    assert "4" in found["rows"][0]["problems"][0]["message"]
    of_file(project, page(project, replace(source, saved="chrome")))
    assert [taken.clause for taken in comments(project)] == ["children"]


def test_a_number_of_another_language_or_of_an_older_text_decides_nothing(project: Path) -> None:
    one = replace(PLAIN, words="Уберите эту строку.", label=label(FIRST_KK), part=7)
    other = Page(comments=[one], lines=LINES, saved="chrome")
    assert codes(of_file(project, page(project, other), status=1)) == ["E76"]
    one = replace(PLAIN, words="Уменьшите ее вдвое.", label=label(FEE), part=7)
    of_file(project, page(project, replace(other, comments=[one])))
    assert [taken.clause for taken in comments(project)] == ["fee"]


def test_words_settle_a_label_that_fits_two(project: Path) -> None:
    one = replace(PLAIN, words="Уберите эту строку из пункта 4.", label=label(FIRST))
    of_file(project, page(project, Page(comments=[one])))
    assert [taken.clause for taken in comments(project)] == ["adults"]


def test_what_nothing_tells_is_asked_once_for_many_and_never_on_the_whole_by_itself(
    project: Path,
) -> None:
    vague = [
        replace(PLAIN, id=number, words=f"Так жить нельзя, исправьте {word}.")
        for number, word in enumerate(("порядок", "сроки ожидания", "все условия"), 600)
    ]
    file = page(project, Page(comments=vague))
    assert codes(of_file(project, file, status=1)) == ["E76"] * 3
    done, asked = answered(project, file, answers={"3 comments": "whole", "ожидания": "2"})
    assert len(asked) == 4
    assert done.exit_code == 0, done.output
    filed = {one.source.id: one.clause for one in comments(project) if one.source}
    assert filed == {"600": "whole", "601": "term", "602": "whole"}


def test_several_clauses_are_asked_and_the_one_named_most_stands_first(project: Path) -> None:
    words = "Пункты 6 и 2 спорят. В пункте 2 и еще раз в пункте 2 исправьте срок."
    found = of_file(project, page(project, Page(comments=[replace(PLAIN, words=words)])), status=1)
    (said_of,) = (one for one in found["rows"][0]["problems"] if one["code"] == "E76")
    assert said_of["message"].index("2") < said_of["message"].index("6")


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (replace(PLAIN, words="Поддерживаю проект."), ""),
        (replace(PLAIN, words="Это не обсуждение: текста нет.", label=None), "I71"),
    ],
)
def test_what_is_on_the_whole_draft(one: Said, code: str, project: Path) -> None:
    assert codes(of_file(project, page(project, Page(comments=[one])))) == [code] * bool(code)
    assert [taken.clause for taken in comments(project)] == ["whole"]


BODIES = ('ТОО "ОБРАЗЕЦ"', "«ҮЛГІ» КӘСІПОДАҒЫ", '"ҮЛГІ" ҰҚП ӨҢІРЛІК ПАЛАТАСЫ', "ПАЛАТА «ОБРАЗЕЦ»")


@pytest.mark.parametrize("name", BODIES, ids=range(4))
def test_a_body_is_named_after_a_yes_alone(name: str, project: Path) -> None:
    file = page(project, Page(comments=[replace(PLAIN, author=name)]))
    assert "E78" in codes(of_file(project, file, "--draft"))
    answered(project, file, answers={"account": "иә"})
    (taken,) = comments(project)
    assert (taken.author.kind, taken.author.name) == (AuthorKind.LEGAL_ENTITY, name)


@pytest.mark.parametrize("answer", ["", "нет"])
def test_without_a_yes_nothing_that_is_proposed_is_taken(answer: str, project: Path) -> None:
    words = "В пункте 2 изложить словами: «Срок составляет три рабочих дня»."
    made = Page(comments=[replace(PLAIN, words=words, author="ТОО «ОБРАЗЕЦ»")])
    done, asked = answered(project, page(project, made), answers={"": answer} if answer else {})
    assert len(asked) == 2
    assert done.exit_code == 0, done.output
    (taken,) = comments(project)
    assert (taken.author.kind, taken.author.name, taken.proposal) == ("unknown", None, None)


def test_a_wording_becomes_the_proposal_after_a_yes(project: Path) -> None:
    words = "В пункте 2 изложить словами: «Срок составляет три рабочих дня»."
    file = page(project, Page(comments=[replace(PLAIN, words=words)]))
    answered(project, file, answers={"wording": "да"})
    assert [taken.proposal for taken in comments(project)] == ["Срок составляет три рабочих дня"]


def test_answers_to_what_is_on_file_do_no_harm_and_wrong_ones_stop_the_run(project: Path) -> None:
    file = page(project, Page(comments=[replace(PLAIN, author="ТОО «ОБРАЗЕЦ»")]))
    answered(project, file, answers={"account": "да"})
    plan = project.parent / "questions.yaml"
    assert take(project, file, "--answers", plan).exit_code == 0
    put(project.parent, "wrong.txt", b"[]")
    assert take(project, file, "--answers", project.parent / "wrong.txt").exit_code == 1


def test_a_farewell_with_a_name_and_a_number_is_left_out_and_told(project: Path) -> None:
    words = f"{PLAIN.words}\n\nС уважением, Образцов О. О., пенсионер, тел. +7 700 000 00 00"
    found = of_file(project, page(project, Page(comments=[replace(PLAIN, words=words)])))
    assert "I33" in codes(found)
    assert "Образцов" in found["rows"][0]["left_out"][0]
    assert [taken.text for taken in comments(project)] == [PLAIN.words]


def test_markup_is_a_persons_words_and_no_fault_on_file(project: Path) -> None:
    words = "В пункте 2 уберите <b>срочно</b> и <script>alert(1)</script>, {{ x }} тоже."
    found = of_file(project, page(project, Page(comments=[replace(PLAIN, words=words)])))
    assert "G20" in codes(found)
    assert [taken.text for taken in comments(project)] == [words]


def test_the_language_is_that_of_the_words(project: Path) -> None:
    one = replace(PLAIN, words="2-тармақтағы мерзімді үш күнге дейін қысқартуды ұсынамын.")
    of_file(project, page(project, Page(comments=[one], language="ru")))
    assert [taken.language for taken in comments(project)] == ["kk"]


def test_the_same_words_twice_of_one_author_are_told_and_both_kept(project: Path) -> None:
    made = Page(comments=[PLAIN, replace(PLAIN, id=502), replace(PLAIN, id=503, author="ДРУГОЙ Д")])
    found = of_file(project, page(project, made))
    assert [[p["code"] for p in row["problems"]].count("I32") for row in found["rows"]] == [0, 1, 0]
    assert len(comments(project)) == 3


# --- what is missing ------------------------------------------------------------------------------


def missing(project: Path, pages: Sequence[Page]) -> list[str]:
    files = [page(project, one, f"{number}.html") for number, one in enumerate(pages)]
    found = report(project, "--draft", *files)
    problems = [one for file in found["files"] for one in file["problems"]]
    return [one["message"] for one in problems if one["code"] in {"E77", "E75"}]


def test_pages_and_tabs_that_were_not_given_are_named(project: Path) -> None:
    first = Page(comments=[PLAIN], pages=3, entries=25, saved="chrome")
    (told,) = missing(project, [first, replace(first, comments=[replace(PLAIN, id=9)], page=3)])
    assert "counts 25 comments and replies, and on the pages given there are 2" in told
    assert "page 2 of the tab" in told
    assert "Anti-corruption expertise" in told


def test_nothing_is_missing_where_the_counter_is_reached(project: Path) -> None:
    one = replace(PLAIN, replies=(Reply(id=900, words="Рассмотрено."),))
    twin = Page(comments=[one], language="kk", entries=3)
    other = Page(comments=[replace(PLAIN, id=7)], tab=8, entries=3)
    assert missing(project, [Page(comments=[one], entries=3), twin, other]) == []


def test_pages_of_different_times_and_of_different_drafts_are_told(project: Path) -> None:
    few = missing(project, [Page(comments=[PLAIN, replace(PLAIN, id=8)], entries=1)])
    assert "saved at different times" in few[0]
    another = Page(comments=[replace(PLAIN, id=8)], draft=5)
    other = missing(project, [Page(comments=[PLAIN]), another])
    assert "another draft of the portal (5) than the first one (100)" in other[0]


# --- what is left ---------------------------------------------------------------------------------


WHOLE_PAGE = Page(comments=[PLAIN]).html()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html><p>Ничего.</p></html>", "no page of a draft"),
        (WHOLE_PAGE.replace('<h2 tabindex="0">Комментарий</h2>', ""), "which tab"),
        (WHOLE_PAGE.replace(' id="501"', ""), "has no number"),
        (WHOLE_PAGE.replace("</html>", ""), "breaks off"),
    ],
    ids=["another page", "no tab", "no number", "cut"],
)
def test_a_page_that_cannot_be_taken_says_why(text: str, reason: str, project: Path) -> None:
    found = of_file(project, put(project, "p.html", text.encode()), status=1)
    problems = [p for part in (found, *found["rows"]) for p in part["problems"]]
    assert any(one["code"] == "E75" and reason in one["message"] for one in problems)
    assert comments(project) == []


def test_what_a_browser_has_saved_beside_a_page_is_no_file_of_comments(project: Path) -> None:
    folder = project.parent / "saved"
    page(folder, Page(comments=[PLAIN]), "НПА.html")
    put(folder / "НПА_files", "a.js", b"x")
    put(folder / "Page_files", "b.css", b"x")
    found = report(project, folder, status=1)
    assert [Path(one["file"]).name for one in found["files"]] == ["b.css", "НПА.html"]
