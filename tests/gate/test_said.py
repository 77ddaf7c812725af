"""How a verdict is said: to its author, to people, to programs; and what is never said."""

import json
import re
from collections.abc import Callable, Mapping

import pytest
from click import unstyle
from click.testing import CliRunner

from gate_cases.building import PLACE, Files, Line, Repository
from gate_cases.history_cases import EARLIER, REMARKS, SAID
from gate_cases.making import IIN, Case, at, named, raw, says
from gate_cases.pull_requests import head_of, judged
from gate_cases.scope_cases import COMMITS, PLACES
from gate_cases.text_cases import CONTENT, PERSONAL
from sites import ROOT
from talqy.cli.check import VERDICTS
from talqy.cli.gate_told import shown
from talqy.cli.main import main
from talqy.comments import kinds
from talqy.comments.doors import DIFFERENCES, OF_PORTAL
from talqy.diff.markdown import LONGEST
from talqy.gate import kinds as gate_kinds
from talqy.gate.run import judged as gate
from talqy.gate.scope import no_file
from talqy.gate.verdict import Profile
from talqy.model.problem import Level
from talqy.project.git import ChangedFile, TreeFile

SECRETS = (
    IIN,
    IIN[6:],
    "123456789012",
    "701 123",
    "7011234567",
    "7172551234",
    "55-12-34",
    "4111 1111",
    "KZ86",
    "@example",
    "иван@",
    "012345678",
    "123 ABC",
    "кв. 12",
    "12-пәтер",
)
PUBLISHED = (*REMARKS, *EARLIER, *SAID)
HOSTILE = (
    *(case for case in (*PLACES, *CONTENT) if "at b'" not in case.name),
    Case("an odd key", at(PLACE, **{"::set-output name=x::y": "x", "%0A::error::x": "x"}), "F:F31"),
    Case("an odd value", at(PLACE, kind="::error::x\n::add-mask::y"), "F:F33"),
    Case("a mention", at(PLACE, kind="@all #1 <b> [x](http://x) ![y](z)"), "F:F33"),
    Case("an odd clause", at(PLACE, clause="\u202e::error::"), "F:F41"),
)
OWN_COMMAND = re.compile(r"::(?:error|warning|notice) [^:]*::")


# A case is judged once for all that is asked of what is said of it.
pytestmark = pytest.mark.xdist_group("said")
Prints = Callable[[Case], Mapping[str, str]]


@pytest.fixture(scope="module")
def prints(repository: Repository) -> Prints:
    """Return what prints the verdict of a case in all formats."""
    known: dict[str, Mapping[str, str]] = {}

    def of(case: Case) -> Mapping[str, str]:
        if case.name not in known:
            span = f"{repository.base}..{head_of(case, repository)}"
            found = gate(repository.folder, span, Profile(case.profile), None, "en")
            known[case.name] = {form: unstyle(shown(found, form, None)) for form in VERDICTS}
        return known[case.name]

    return of


def said(change: Files | Line, repository: Repository, form: str, *words: str) -> str:
    """Print the verdict of one change."""
    case = Case("", change)
    _, output = judged(case, repository, "--format", form, *words)
    return unstyle(output)


@pytest.mark.parametrize("case", [*PERSONAL, *PUBLISHED], ids=lambda case: case.name)
def test_personal_data_are_never_said_once_more(case: Case, prints: Prints) -> None:
    for output in prints(case).values():
        assert [secret for secret in SECRETS if secret in output] == []


@pytest.mark.parametrize("case", [*PERSONAL, *EARLIER, *SAID], ids=lambda case: case.name)
def test_the_letter_never_advises_to_keep_personal_data_in_the_branch(
    case: Case, prints: Prints
) -> None:
    """What was committed once stays readable: mending the file in the same branch hides nothing."""
    printed = prints(case)
    of_persons = {"G17", "G18", "G19", "G27", "G28"}
    speaks_of_it = bool(of_persons & set(re.findall(r"\bG\d\d\b", printed["comment"])))
    new = ("в новой ветке, одним коммитом", "жаңа бұтақта (branch), бір коммитпен")
    same = ("в той же ветке", "сол бұтақта (branch)")
    assert any(words in printed["comment"] for words in new) is speaks_of_it
    assert not (speaks_of_it and any(words in printed["comment"] for words in same))


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_neither_a_log_nor_a_letter_takes_anything_from_a_stranger(
    case: Case, prints: Prints
) -> None:
    printed = prints(case)
    for form in ("text", "github"):
        holds_no_command_but_ours(printed[form], form)
    holds_no_markup(printed["comment"])


def holds_no_command_but_ours(output: str, form: str) -> None:
    """GitHub takes a line that begins with `::` for one, and `##[` anywhere in it."""
    assert output.replace("\n", "").isprintable()
    for line in output.splitlines():
        if line.lstrip().startswith("::"):
            assert form == "github"
            assert OWN_COMMAND.match(line)
        assert "##[" not in line or form == "github"


def holds_no_markup(letter: str) -> None:
    assert len(letter) <= LONGEST
    assert not re.search(r"<(?!br>)[a-z/!]", letter)
    assert "@all" not in letter
    assert "::" not in letter
    assert "](" not in letter.replace("\\](", "")
    assert not re.search(r"%0[aA]", letter)
    for line in letter.splitlines():
        assert re.match(r"(?:## |### |- |$|[А-ЯӘІҢҒҮҰҚӨҺA-Z])", line), line


@pytest.mark.parametrize("case", COMMITS, ids=lambda case: case.name)
def test_a_letter_on_commits_asks_for_a_new_branch(case: Case, prints: Prints) -> None:
    letter = prints(case)["comment"]
    assert "в той же ветке" not in letter
    assert ("Сделайте новую ветку от основной" in letter) is ("F:" in case.found)


def test_a_letter_in_the_language_of_the_comment(repository: Repository) -> None:
    assert said(at(PLACE), repository, "comment") == (
        "## Проверка вашего комментария\n\n"
        "Спасибо. Публикации вашего комментария ничто не мешает.\n"
    )
    kazakh = says("Мерзімі екі күнге дейін қысқартылсын деп сұраймын.", language="kk", clause="x")
    letter = said(kazakh, repository, "comment")
    assert letter.startswith("## Пікіріңізді тексеру нәтижесі\n\nПікіріңізді жариялау үшін")
    assert "### Түзету керек\n\n- **clause**, 5-жол: " in letter
    assert letter.endswith("бетінде жазылған.\n")
    assert "Проверка" not in letter


def test_a_letter_to_a_foreigner_is_in_english(repository: Repository) -> None:
    english = says("Please make the term shorter.", language="en")
    letter = said(english, repository, "comment")
    assert letter.startswith("## Check of your comment\n\nA person must look at something")


def test_a_letter_to_somebody_unknown_is_in_all_languages(repository: Repository) -> None:
    letter = said(raw(b"\xff"), repository, "comment")
    assert re.findall(r"^## (.+)$", letter, re.MULTILINE) == [
        "Пікіріңізді тексеру нәтижесі",
        "Проверка вашего комментария",
    ]
    assert "### Түзету керек\n\n- 1-жол: файлдағы әріптер танылмады: бұл – " in letter
    only = said(raw(b"\xff"), repository, "comment", "--language", "en")
    assert only.startswith("## Check of your comment\n")


def test_a_letter_is_never_too_long(repository: Repository) -> None:
    many = raw("".join(f"k{n}: x\n" for n in range(2_000)))
    letter = said(many, repository, "comment")
    assert 30_000 < len(letter) <= LONGEST
    assert re.search(r"Из-за большого объема не показано результатов проверки: \d+\.", letter)


def test_the_levels_follow_one_another(repository: Repository) -> None:
    mixed = at(
        PLACE,
        text="Прошу ответить мне: +7 701 123 45 67. Спасибо.",
        quote="Плата сорок тенге за час",
        consent="0",
    )
    letter = said(mixed, repository, "comment")
    titles = re.findall(r"^### (.+)$", letter, re.MULTILINE)
    assert titles == ["Нужно исправить", "Это проверит сотрудник", "Можно улучшить"]
    text = said(mixed, repository, "text", "--language", "ru").splitlines()
    assert text[0] == ("не пройдено (исправить: 1, проверить сотруднику: 1, предупреждений: 1)")
    assert [line.split(" G")[0] for line in text[2:] if " G" in line] == [
        "исправить",
        "на усмотрение сотрудника",
        "предупреждение",
    ]


def test_only_a_person_is_needed(repository: Repository) -> None:
    head = repository.line(Line([named("Oбразцов Иван")]))
    span = ("--pull-request", f"main..{head}", "--project", str(repository.folder))
    done = CliRunner().invoke(main, ["check", *span])
    assert done.exit_code == 1
    assert done.output.startswith(
        "needs a person (to be mended: 0, for a person: 1, warnings: 0)\n"
    )
    assert f"compared: {repository.base[:12]}..{head[:12]}; profile: single\n" in done.output


def test_warnings_count_where_that_is_asked_for(repository: Repository) -> None:
    warned = at(PLACE, quote="Плата сорок тенге за час")
    assert judged(Case("", warned), repository)[0] == 0
    assert judged(Case("", warned), repository, "--strict")[0] == 1


def test_programs_get_all_that_there_is(repository: Repository) -> None:
    tree = json.loads(said(at(PLACE, consent="0"), repository, "json"))
    assert tree.keys() >= {"schema", "verdict", "profile", "base", "head", "start", "files"}
    assert tree["files"] == [PLACE]
    (problem,) = tree["problems"]
    assert problem["code"] == "G16"
    assert problem["level"] == "error"
    assert (problem["file"], problem["field"], problem["line"]) == (PLACE, "consent", 13)


def test_gitlab_gets_a_report_of_code_quality(repository: Repository) -> None:
    wrong = at(PLACE, consent="0", quote="Плата сорок тенге за час")
    report = json.loads(said(wrong, repository, "gitlab"))
    assert [(entry["check_name"], entry["severity"]) for entry in report] == [
        ("G16", "critical"),
        ("G14", "minor"),
    ]
    assert {tuple(entry) for entry in report} == {
        ("description", "check_name", "fingerprint", "severity", "location")
    }
    assert len({entry["fingerprint"] for entry in report}) == 2
    assert report == json.loads(said(wrong, repository, "gitlab"))
    assert json.loads(said(Line([]), repository, "gitlab"))[0]["location"]["path"] == "."


def test_github_gets_annotations_at_their_lines(repository: Repository) -> None:
    output = said(at(PLACE, consent="0"), repository, "github")
    place = f"file={PLACE},line=13,col=1,title=G16"
    assert f"\n::error {place}::the consent is not to the conditions that hold now%0A" in output


def test_every_row_says_what_to_do_and_holds_no_gap_for_a_find() -> None:
    rows = (*gate_kinds.ALL, *kinds.ALL)
    assert all(row.message and row.hint for row in rows)
    allowed = {"name", "near", "other", "comment"}  # ids of comments, by the codes of `check`
    gaps = {gap for r in rows for gap in re.findall(r"\{(\w+)\}", r.message + r.hint)}
    assert gaps - allowed == {
        *("closes", "comments", "consent", "count", "day", "known", "least", "marker", "most"),
        *("opens", "reason", "revision", "sign", "size", "today"),
        *("now", "was", "what"),  # settings of the authority's own
    }
    assert {row.level for row in rows} == set(Level) - {Level.TO_DO}  # of texts in preparation


def test_every_code_stands_in_the_document() -> None:
    document = (ROOT / "docs/gate.md").read_text("utf-8")
    rows = re.findall(r"^\| (G\d\d) \|", document, re.MULTILINE)
    named = {row.code for row in (*gate_kinds.ALL, *kinds.ALL) if row.code[0] == "G"}
    assert rows == sorted(named)


def test_every_difference_between_doors_stands_in_the_document_with_its_reason() -> None:
    lines = (ROOT / "docs/gate.md").read_text("utf-8").splitlines()
    rows = [
        (f"| {'; '.join(map(str, row.doors))} |", f"| {row.why} |")
        for row in (*DIFFERENCES, *OF_PORTAL)
    ]
    assert [
        row for row in rows if not any(row[0] in line and row[1] in line for line in lines)
    ] == []


@pytest.mark.parametrize(
    ("mode", "says"),
    [("100755", "mark of a program"), ("120000", "this is a link"), ("160000", "this is a link")],
)
def test_what_is_no_ordinary_file_is_said_as_what_it_is(mode: str, says: str) -> None:
    change = ChangedFile("comments/a.yaml", "A", None, TreeFile("comments/a.yaml", mode, "0" * 40))
    assert says in no_file(change).said()
