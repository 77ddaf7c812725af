"""One judge of “is this an answer?”: what is none is refused at every door it could come by."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builders as b
from gate_cases.building import Files, Line, Repository
from repositories import a_repository
from response_books import Book, exported
from talqy.cli.main import main

NAME, OTHER = "a000000001", "b000000002"
TEXT = "Сократите срок выдачи справки до двух рабочих дней."
REPORT = {"on": "2026-11-19", "signed_by": b.said("Департамент", "Департамент")}
DRAFT = b.a_revision(1, consultation=b.a_consultation("2026-11-02", "2026-11-16", report=REPORT))
KK, RU = "Мерзім заңда белгіленген.", "Срок установлен законом."
ASKS = (
    "Азамат мерзімді екі жұмыс күніне дейін қысқартуды сұрайды.",
    "Автор просит сократить срок оказания услуги до двух рабочих дней.",
)
_ONCE = b.said("Осындай пікірге жауап берілді.", "На такое же замечание ответ дан.")


def a_reply(name: str = NAME, outcome: str = "rejected", **changes: object) -> b.Tree:
    return b.a_response(name, **{"outcome": outcome, "reason": b.said(KK, RU), **changes})


def repeats(name: str, main: str) -> b.Tree:
    return a_reply(name, "duplicate", duplicate_of=main, reason=_ONCE)


GONE = b.said("Бұл ұсыныс енді өзекті емес.", "Предложение утратило актуальность.")
CASES: dict[str, tuple[str, list[b.Tree]]] = {
    "a bare “answer”": ("G45", [a_reply(reason=b.said(KK, "Ответ."))]),
    "the name of the outcome": ("G45", [a_reply(reason=b.said("Қабылданбады.", RU))]),
    "“see above”": ("G34", [a_reply(reason=b.said(KK, "См. выше"))]),
    "the words of the comment": ("G46", [a_reply(reason=b.said(KK, TEXT))]),
    "a copied reason": ("G47", [a_reply(reason=b.said(RU, RU))]),
    "a copied short content": ("G47", [a_reply(gist=b.said(ASKS[0], ASKS[0]))]),
    "short contents that changed places": ("G48", [a_reply(gist=b.said(*reversed(ASKS)))]),
    "a short content that points elsewhere": ("G34", [a_reply(gist=b.said("Жоғарыда", ASKS[1]))]),
    "a circle": ("G49", [repeats(NAME, OTHER), repeats(OTHER, NAME)]),
    "a withdrawal that nobody asked for": ("G50", [a_reply(outcome="withdrawn", reason=GONE)]),
}
SOUND = {
    "a short reason": [a_reply(reason=b.said("Заңда солай.", "Так в законе."))],
    "a short content": [a_reply(gist=b.said(*ASKS))],
    "one answer to two": [a_reply(), a_reply(OTHER)],
}


def talqy(project: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words), "--project", str(project)])


def a_project(folder: Path, answers: list[b.Tree]) -> Path:
    answered = {answer["comment"] for answer in answers}
    others = [a_reply(name) for name in (NAME, OTHER) if answers and name not in answered]
    heard = [b.a_comment(NAME, text=TEXT), b.a_comment(OTHER, text="Откройте пункт в субботу.")]
    return b.write_project(folder, revisions=[DRAFT], comments=heard, responses=[*answers, *others])


def found(output: str) -> set[str]:
    return set(re.findall(r"error ([A-Z]\d\d)", output))


def by_hand(folder: Path, answers: list[b.Tree]) -> set[str]:
    """Answer one after the other; a circle is closed by the last one."""
    project, codes = a_project(folder, []), set()
    for answer in answers:
        words = ["--outcome", answer["outcome"]]
        words += [
            w for code in ("kk", "ru") for w in ("--reason", f"{code}={answer['reason'][code]}")
        ]
        words += [
            w for code, said in answer.get("gist", {}).items() for w in ("--gist", f"{code}={said}")
        ]
        if main_one := answer.get("duplicate_of"):
            words += ["--duplicate-of", main_one]
        codes |= found(talqy(project, "respond", answer["comment"], *words).output)
    return codes


def by_workbook(folder: Path, answers: list[b.Tree]) -> set[str]:
    project = a_project(folder, [])
    book = Book(exported(project, folder / "a.xlsx", b.STANDARD, "r1", "--language", "ru"))
    for answer in answers:
        cells = {f"reason-{code}": words for code, words in answer["reason"].items()}
        more = {"outcome": answer["outcome"], "duplicate-of": answer.get("duplicate_of", "")}
        short = {f"gist-{code}": words for code, words in answer.get("gist", {}).items()}
        book.fill(answer["comment"], {**cells, **short, **more})
    return found(talqy(project, "respond", "import", book.save()).output)


def by_check(folder: Path, answers: list[b.Tree]) -> set[str]:
    return found(talqy(a_project(folder, answers), "check").output)


def by_merge(folder: Path, answers: list[b.Tree]) -> set[str]:
    done = talqy(a_project(folder, answers), "merge", "--all")
    assert (done.exit_code == 1) == bool(found(done.output))
    return found(done.output)


def by_report(folder: Path, answers: list[b.Tree]) -> set[str]:
    done = talqy(a_project(folder, answers), "report", b.STANDARD, "r1")
    assert (done.exit_code == 1) == bool(found(done.output))
    return found(done.output)


def by_gate(folder: Path, answers: list[b.Tree]) -> set[str]:
    project = a_project(a_repository(folder / "gate"), [])
    repository = Repository(project)
    repository.git("add", "--all")
    repository.base = repository.commit_tree(repository.git("write-tree"), ())
    others = [
        a_reply(name) for name in (NAME, OTHER) if name not in {a["comment"] for a in answers}
    ]
    files: Files = {b.response_path(answer["comment"]): answer for answer in [*answers, *others]}
    span = f"{repository.base}..{repository.line(Line([files]))}"
    words = ("--pull-request", span, "--profile", "authority", "--format", "json")
    problems = json.loads(talqy(project, "check", *words).output)["problems"]
    return {problem["code"] for problem in problems if problem["level"] == "error"}


DOORS: dict[str, Callable[[Path, list[b.Tree]], set[str]]] = {
    "respond": by_hand,
    "workbook": by_workbook,
    "check": by_check,
    "merge": by_merge,
    "report": by_report,
    "gate": by_gate,
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("door", DOORS)
def test_what_is_no_answer_is_refused_at_every_door(door: str, case: str, tmp_path: Path) -> None:
    code, answers = CASES[case]
    assert DOORS[door](tmp_path / "project", answers) == {code}


@pytest.mark.parametrize("case", SOUND)
@pytest.mark.parametrize("door", DOORS)
def test_what_is_an_answer_passes_every_door(door: str, case: str, tmp_path: Path) -> None:
    assert DOORS[door](tmp_path / "project", SOUND[case]) == set()
