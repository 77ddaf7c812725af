"""`talqy new revision`: the next draft begins as a copy of a text, with people's remarks in it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    TODAY,
    a_comment,
    a_consultation,
    a_response,
    a_revision,
    a_withdrawal,
    an_adopted_revision,
    revision_path,
    said,
    write,
    write_project,
)
from sites import demonstration
from talqy.cli.main import main

ACCEPTED = ("accepted", "accepted-partly")
REMARKS = """\
# yaml-language-server: $schema=../../../docs/formats/revision.schema.json
# Text of the working group
schema: 1
# the number of the draft
revision: 1
kind: new
dated: "2026-11-02"  # a Monday
explanation: {kk: Жаңа, ru: Новый}
# posted by Aigerim
consultation:
  opens: "2026-11-09"
  closes: "2026-11-27"
  # three places

# the lawyers looked at everything below
clauses:
# wide on purpose
-   id:      term   # never rename
    number:  "1"
    text:
        kk: |-
            Бірінші жол.
            # бұл – мәтіннің өзі
        ru: 'Первая строка: вторая.'
# the end
"""


def talqy(project: Path, *words: str) -> Result:
    """Run a command as a person does."""
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def made(project: Path, number: int, *words: str) -> dict[str, Any]:
    """Make a revision, and answer what its file says; every value is a text."""
    done = talqy(project, "new", "revision", STANDARD, *words)
    assert done.exit_code == 0, done.output
    text = (project / revision_path(number)).read_text("utf-8")
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
    return tree


def found(project: Path) -> set[tuple[str, str]]:
    """Return the codes and files of all problems."""
    checked = talqy(project, "check", "--format", "json")
    return {(p["code"], p["file"]) for p in json.loads(checked.output)["problems"]}


def levels(project: Path) -> set[str]:
    """Return how much the problems weigh."""
    checked = talqy(project, "check", "--format", "json")
    return {p["level"] for p in json.loads(checked.output)["problems"]}


def landed(comment: str, *clauses: str, revision: str = "2", **changes: Any) -> dict[str, Any]:
    """Make an answer that promises a change in a later text."""
    landing = {"revision": revision, "clauses": list(clauses)}
    return a_response(comment, **{"outcome": "accepted", "landed": landing, **changes})


def test_it_takes_the_text_along_and_leaves_what_was_said_of_the_old_draft(tmp_path: Path) -> None:
    old = an_adopted_revision(
        1,
        not_set=[{"row": "complaints", "reason": said("Басқа бұйрықта.", "В другом приказе.")}],
        editorial=[{"clause": "term", "language": "ru"}],
        replaced={"old": ["term"]},
        amendments=[{"clauses": ["term"], "reason": said("Себеп.", "Причина.")}],
        parity=[{"clause": "term", "note": said("Аударма.", "Перевод.")}],
    )
    project = write_project(tmp_path, revisions=[old])
    tree = made(project, 2)
    unwritten = {"kk": "…", "ru": "…"}
    expected = {
        "schema": "1",
        "revision": "2",
        "kind": "amendment",
        "base": "1",
        "dated": TODAY,
        "explanation": unwritten,
        "not_set": old["not_set"],
        "clauses": old["clauses"],
        "parity": old["parity"],
    }
    assert list(tree.items()) == list(expected.items())


def test_remarks_and_layout_of_the_kept_parts_stay_to_the_byte(tmp_path: Path) -> None:
    project = write_project(tmp_path, revisions=[], files={revision_path(): REMARKS})
    made(project, 2)
    written = (project / revision_path(2)).read_text("utf-8")
    kept = REMARKS[REMARKS.index("\n# the lawyers") :]
    assert written.endswith(kept)
    assert written.removesuffix(kept) == (
        "# yaml-language-server: $schema=../../../docs/formats/revision.schema.json\n"
        "# Text of the working group\n"
        "schema: 1\n"
        "# the number of the draft\n"
        "revision: 2\n"
        "kind: amendment\n"
        "base: 1\n"
        f'dated: "{TODAY}"\n'
        'explanation:\n  kk: "…"\n  ru: "…"\n'
    )


def test_a_file_whose_keys_share_lines_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    flow = json.dumps(a_revision(), ensure_ascii=False)
    project = write_project(tmp_path, revisions=[], files={revision_path(): flow})
    refused = talqy(project, "new", "revision", STANDARD)
    assert refused.exit_code == 2
    assert "begin each key on a line of its own" in refused.output
    assert not (project / revision_path(2)).exists()


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.proof)])
def test_only_what_is_honestly_unwritten_is_a_problem(step: int, tmp_path: Path) -> None:
    """The explanation is missing, and a copy is no change yet; nothing else is wrong."""
    project = demonstration(tmp_path)
    numbers = {}
    for place, folder in enumerate(sorted((project / "standards").glob("*/"))):
        if place % step:  # a standard is judged by itself
            shutil.rmtree(folder)
            shutil.rmtree(project / "comments" / folder.name, ignore_errors=True)
        else:
            numbers[folder.name] = len(list(folder.glob("revisions/*.yaml"))) + 1
    for name in numbers:
        assert talqy(project, "new", "revision", name).exit_code == 0
    assert found(project) == {
        (code, revision_path(number, name))
        for name, number in numbers.items()
        for code in ("C09", "T09")
    }
    assert levels(project) == {"to do"}
    assert talqy(project, "check", "--strict").exit_code == 0


def test_promises_that_are_still_to_be_kept_are_to_do_while_the_text_is_in_preparation(
    tmp_path: Path,
) -> None:
    """days-work/16: what was answered soundly is no error because its text was begun."""
    old = a_revision(consultation=a_consultation("2026-06-02", "2026-06-19"), dated="2026-06-01")
    heard, answer = a_comment(received="2026-06-10"), landed(COMMENT, "term")
    project = write_project(tmp_path, revisions=[old], comments=[heard], responses=[answer])
    made(project, 2)
    assert {"T04", "C09"} <= {code for code, _ in found(project)}
    assert levels(project) == {"to do", "warning"}  # the report is overdue
    opened = {**a_revision(2, clauses=old["clauses"]), "dated": "2026-11-02"}
    write(project, revision_path(2), opened)
    assert "error" in levels(project)


def test_a_standard_that_was_just_begun_leaves_check_green(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    assert talqy(project, "new", "standard", "clinic").exit_code == 0
    assert {file.split("/")[1] for _, file in found(project)} == {"clinic"}
    assert levels(project) == {"to do"}
    assert talqy(project, "check").exit_code == 0


def test_a_repeal_lacks_nothing_but_its_explanation(tmp_path: Path) -> None:
    project = write_project(tmp_path, revisions=[an_adopted_revision()])
    assert made(project, 2, "--kind", "repeal")["kind"] == "repeal"
    not_recorded = ("R12", f"standards/{STANDARD}/history.yaml")
    assert found(project) == {("C09", revision_path(2)), not_recorded}


def test_accepted_comments_that_landed_in_it_become_its_amendments(tmp_path: Path) -> None:
    """Grouped by clauses, in the order of the text; each reason is said once."""
    comments = [
        a_comment("c000000001", clause="documents"),
        a_comment("c000000002"),
        a_comment("c000000003", received="2026-11-11"),
        a_comment("c000000004", received="2026-11-12"),
        a_comment("c000000005", clause="documents"),
        a_comment("c000000006"),
    ]
    answers = [
        landed("c000000001", "later", "documents", reason=said("Құжат азаяды.", "Меньше бумаг.")),
        landed("c000000002", "term", reason=said("Мерзім қысқарады.", "Срок короче.")),
        landed("c000000003", "term", reason=said("Мерзім қысқарады.", "Срок сокращен.")),
        landed("c000000004", "term", outcome="accepted-partly", reason={"ru": "Срок короче."}),
        landed("c000000005", "documents", revision="3"),
        a_response("c000000006", outcome="rejected"),
    ]
    project = write_project(tmp_path, comments=comments, responses=answers)
    assert made(project, 2)["amendments"] == [
        {
            "clauses": ["term"],
            "reason": said("Мерзім қысқарады.", "Срок короче.\nСрок сокращен."),
            "comments": ["c000000002", "c000000003", "c000000004"],
        },
        {
            "clauses": ["documents", "later"],
            "reason": said("Құжат азаяды.", "Меньше бумаг."),
            "comments": ["c000000001"],
        },
    ]


def test_a_reason_that_a_language_lacks_stays_unwritten(tmp_path: Path) -> None:
    answer = landed(COMMENT, "term", reason={"ru": "Срок сокращен."})
    project = write_project(tmp_path, comments=[a_comment()], responses=[answer])
    (amendment,) = made(project, 2)["amendments"]
    assert amendment["reason"] == {"kk": "…", "ru": "Срок сокращен."}


def test_comments_that_are_not_accepted_leave_no_amendments(tmp_path: Path) -> None:
    comments = [a_comment(), a_comment(OTHER_COMMENT)]
    project = write_project(tmp_path, comments=comments, responses=[a_response()])
    assert "amendments" not in made(project, 2)


def test_a_withdrawn_text_is_passed_over_but_its_number_is_not(tmp_path: Path) -> None:
    withdrawn = a_revision(2, consultation=None, withdrawn=a_withdrawal("2026-11-10"))
    project = write_project(tmp_path, revisions=[an_adopted_revision(), withdrawn])
    tree = made(project, 3)
    assert (tree["revision"], tree["base"]) == ("3", "1")


@pytest.mark.parametrize("base", ["1", "r1"])
def test_another_text_to_start_from_can_be_named(base: str, tmp_path: Path) -> None:
    project = write_project(tmp_path, revisions=[an_adopted_revision(), a_revision(2)])
    done = talqy(project, "new", "revision", STANDARD, "--base", base)
    assert done.exit_code == 0
    assert "It starts from r1." in done.output
    assert "base: 1\n" in (project / revision_path(3)).read_text("utf-8")


def test_a_draft_shows_the_file_and_writes_none(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    shown = talqy(project, "new", "revision", STANDARD, "--draft")
    assert shown.exit_code == 0
    assert not (project / revision_path(2)).exists()
    made(project, 2)
    assert (project / revision_path(2)).read_text("utf-8") in shown.output


def test_a_broken_file_keeps_its_number_and_is_not_overwritten(tmp_path: Path) -> None:
    """Whoever starts from the text before it must say so."""
    files = {revision_path(2): "schema: [\n"}
    project = write_project(tmp_path, revisions=[an_adopted_revision()], files=files)
    refused = talqy(project, "new", "revision", STANDARD)
    assert refused.exit_code == 2
    assert f"{revision_path(2)} cannot be used" in refused.output
    assert made(project, 3, "--base", "1")["base"] == "1"
    assert (project / revision_path(2)).read_text("utf-8") == "schema: [\n"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("nothing",), f"there is no standard “nothing” that can be used; known: {STANDARD}"),
        ((STANDARD, "--base", "7"), "has no revision “7”; known: r1"),
        ((STANDARD, "--base", "../r1"), "has no revision “../r1”; known: r1"),
        ((STANDARD, "--kind", "new"), "“new” is not known here; known: amendment"),
    ],
)
def test_what_is_not_there_is_refused(words: tuple[str, ...], answer: str, tmp_path: Path) -> None:
    project = write_project(tmp_path)
    refused = talqy(project, "new", "revision", *words)
    assert refused.exit_code == 2
    assert answer in " ".join(refused.output.split())
    assert not (project / revision_path(2)).exists()


def test_a_standard_whose_texts_were_all_withdrawn_asks_for_a_base(tmp_path: Path) -> None:
    given_up = a_revision(withdrawn=a_withdrawal("2026-11-10"))
    project = write_project(tmp_path, revisions=[given_up])
    refused = talqy(project, "new", "revision", STANDARD)
    assert refused.exit_code == 2
    assert "name the one to start from with --base" in refused.output
    assert made(project, 2, "--base", "1")["base"] == "1"


# --- a repeal ------------------------------------------------------------------------------------


def repealed(project: Path, *words: str, typed: str | None = None) -> Result:
    """Draft the repeal of a standard; `typed` is what a person answers."""
    line = ["new", "revision", STANDARD, "--kind", "repeal", "--project", str(project), *words]
    return CliRunner().invoke(main, line, input=typed)


def drafted(project: Path) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((project / revision_path(2)).read_text("utf-8"))
    return made


@pytest.fixture
def two_standards(tmp_path: Path) -> Path:
    project = write_project(tmp_path, revisions=[an_adopted_revision()])
    line = ["new", "standard", "other", "--project", str(project)]
    done = CliRunner().invoke(main, [*line, "--title", "kk=Басқа", "--title", "ru=Другой"])
    assert done.exit_code == 0, done.output
    return project


def test_a_repeal_names_what_takes_its_place(two_standards: Path) -> None:
    done = repealed(two_standards, "--successor", "other")
    assert done.exit_code == 0, done.output
    assert drafted(two_standards)["successor"] == "other"


def test_a_person_is_asked_what_takes_the_place_of_a_standard(
    two_standards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.cli.new.is_on_terminal", lambda: True)
    done = repealed(two_standards, typed="other\n")
    assert done.exit_code == 0, done.output
    assert drafted(two_standards)["successor"] == "other"


@pytest.mark.parametrize("asked", [False, True])
def test_a_repeal_without_a_successor_says_so(
    two_standards: Path, monkeypatch: pytest.MonkeyPatch, *, asked: bool
) -> None:
    monkeypatch.setattr("talqy.cli.new.is_on_terminal", lambda: asked)
    done = repealed(two_standards, typed="\n")
    assert "--successor" in done.output
    assert "successor" not in drafted(two_standards)


@pytest.mark.parametrize("name", [STANDARD, "nobody"])
def test_what_takes_its_place_is_another_standard_of_the_project(
    two_standards: Path, name: str
) -> None:
    done = repealed(two_standards, "--successor", name)
    assert done.exit_code == 2
    assert not (two_standards / revision_path(2)).exists()


def test_only_a_repeal_has_a_successor(two_standards: Path) -> None:
    done = repealed(two_standards, "--successor", "other", "--kind", "amendment")
    assert done.exit_code == 2
