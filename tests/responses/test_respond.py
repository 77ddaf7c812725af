"""`talqy respond`: an answer is written beside its comment, or all that is wrong is said."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    MINISTRY,
    OTHER_COMMENT,
    STANDARD,
    a_clause,
    a_comment,
    a_consultation,
    a_report,
    a_response,
    a_revision,
    comment_path,
    complete_clauses,
    response_path,
    said,
    write,
    write_project,
)
from gate_cases.making import IIN
from talqy.cli.main import main

REASONS = (
    *("--reason", "kk=Пікір қаралды, жобада ескерілді."),
    *("--reason", "ru=Мнение рассмотрено и учтено в проекте."),
)
NOTED = ("--outcome", "noted", *REASONS)
FIRST = a_revision(1, consultation=a_consultation("2026-11-02", "2026-11-16"))
NEXT_DISCUSSION = a_consultation("2026-12-07", "2026-12-21")


def talqy(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["respond", *words, "--project", str(project)])


def answer(project: Path, comment: str = COMMENT) -> dict[str, Any]:
    """Return what a response says; every value is a text."""
    text = (project / response_path(comment)).read_text("utf-8")
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
    return tree


def files(project: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in project.rglob("*") if file.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    heard = [a_comment(), a_comment(OTHER_COMMENT, text="Сократите срок до двух дней.")]
    return write_project(tmp_path / "project", revisions=[FIRST], comments=heard)


def test_an_answer_is_written_beside_its_comment_and_is_sound(project: Path) -> None:
    done = talqy(project, COMMENT, *NOTED)
    assert (done.exit_code, done.output) == (0, f"wrote {project / response_path()}\n")
    said_now = answer(project)
    assert said_now["outcome"] == "noted"
    assert said_now["decided"] == {"by": MINISTRY, "on": "2026-11-20"}
    checked = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert "errors: 0" in checked.output


def test_an_answer_names_its_schema(project: Path) -> None:
    talqy(project, COMMENT, *NOTED)
    first, _ = (project / response_path()).read_text("utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=../../../../docs/formats/response.schema.json"


def test_no_comment_is_touched(project: Path) -> None:
    before = files(project)
    talqy(project, COMMENT, *NOTED)
    assert {name: data for name, data in files(project).items() if name in before} == before


def test_the_day_and_the_authority_may_be_named(project: Path) -> None:
    done = talqy(project, COMMENT, *NOTED, "--on", "2026-11-18", "--by", MINISTRY)
    assert done.exit_code == 0
    assert answer(project)["decided"]["on"] == "2026-11-18"


def test_the_full_name_of_the_command_does_the_same(project: Path) -> None:
    assert talqy(project, "to", COMMENT, *NOTED).exit_code == 0
    assert answer(project)["comment"] == COMMENT


def test_a_draft_shows_the_answer_and_writes_nothing(project: Path) -> None:
    before = files(project)
    shown = talqy(project, COMMENT, *NOTED, "--draft")
    assert shown.exit_code == 0
    assert shown.output.startswith(f"--- {response_path()}\n")
    assert files(project) == before


def test_an_answer_that_is_there_is_replaced_only_when_told_so(project: Path) -> None:
    write(project, response_path(), a_response())
    refused = talqy(project, COMMENT, "--outcome", "rejected", *REASONS)
    assert refused.exit_code == 2
    assert f"answered already: {response_path()}" in refused.output
    assert answer(project)["outcome"] == "noted"
    assert talqy(project, COMMENT, "--outcome", "rejected", *REASONS, "--replace").exit_code == 0
    assert answer(project)["outcome"] == "rejected"


def test_a_new_answer_keeps_the_comment_in_short(project: Path) -> None:
    kept = {"kk": "Мерзімді екі күнге дейін қысқартуды сұрайды."}
    write(project, response_path(), a_response(gist=kept))
    words = (COMMENT, "--outcome", "rejected", *REASONS, "--replace")
    assert talqy(project, *words).exit_code == 0
    assert answer(project)["gist"] == kept
    said = "Екі күн ішінде беруді сұрайды."
    assert talqy(project, *words, "--gist", f"kk={said}").exit_code == 0
    assert answer(project)["gist"] == {"kk": said}


def test_an_answer_on_record_is_corrected_and_not_replaced(project: Path) -> None:
    talk = {**FIRST["consultation"], "report": a_report("2026-11-25")}
    write(
        project, "standards/birth-registration/revisions/r1.yaml", {**FIRST, "consultation": talk}
    )
    for comment in (COMMENT, OTHER_COMMENT):
        assert talqy(project, comment, *NOTED, "--on", "2026-11-20").exit_code == 0
    on = ("--project", str(project), "--today", "2026-11-25")
    merged = CliRunner().invoke(main, ["merge", STANDARD, *on])
    assert merged.exit_code == 0, merged.output
    before = files(project)
    words = (COMMENT, "--outcome", "rejected", *REASONS, "--replace", "--today", "2026-11-26")
    refused = talqy(project, *words)
    assert refused.exit_code == 1, refused.output
    assert " error R05: " in refused.output
    assert "talqy correct" in refused.output
    assert files(project) == before


def test_a_broken_answer_can_be_replaced(project: Path) -> None:
    write(project, response_path(), "schema: [\n")
    assert talqy(project, COMMENT, *NOTED, "--replace").exit_code == 0
    assert answer(project)["outcome"] == "noted"


def test_a_change_may_be_promised_for_the_next_revision(project: Path) -> None:
    done = talqy(project, COMMENT, "--outcome", "accepted", *REASONS, "--landed", "r2:term")
    assert done.exit_code == 0
    assert "warning L03: r2, in which the comment is to land, is not there yet" in done.output
    assert answer(project)["landed"] == {"revision": "2", "clauses": ["term"]}
    new = CliRunner().invoke(main, ["new", "revision", STANDARD, "--project", str(project)])
    assert new.exit_code == 0
    made = (project / "standards" / STANDARD / "revisions" / "r2.yaml").read_text("utf-8")
    assert f"- {COMMENT}" in made


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--outcome", "accepted", "--landed", "r1:term"), ["L03"]),
        (("--outcome", "accepted", "--landed", "r3:term"), ["L03"]),
        (("--outcome", "late"), ["A02"]),
        (("--outcome", "noted", "--on", "2026-11-01"), ["A04"]),
        (("--outcome", "noted", "--on", "2026-11-21"), ["A04"]),
        (("--outcome", "noted", "--by", "nobody"), ["L01"]),
        (("--outcome", "noted", "--landed", "r2:term"), ["F43"]),
        (("--outcome", "noted", "--duplicate-of", OTHER_COMMENT), ["F43"]),
        (("--outcome", "duplicate", "--duplicate-of", "0000000000"), ["L04"]),
        (("--outcome", "duplicate", "--duplicate-of", COMMENT), ["L04"]),
        (("--outcome", "duplicate", "--duplicate-of", "no id"), ["F41"]),
        (("--outcome", "late", "--on", "2026-11-01", "--by", "nobody"), ["A02", "A04", "L01"]),
    ],
)
def test_what_the_rules_refuse_is_said_all_at_once_and_not_written(
    words: tuple[str, ...], codes: list[str], project: Path
) -> None:
    before = files(project)
    refused = talqy(project, COMMENT, *words, *REASONS)
    assert refused.exit_code == 1
    assert re.findall(r"error ([A-Z]\d\d)", refused.output) == codes
    assert "nothing was written" in refused.output
    assert files(project) == before


def test_the_numbers_of_the_reasons_are_compared(project: Path) -> None:
    words = ("--reason", "kk=Мерзім 2 күн болды.", "--reason", "ru=Срок теперь 3 дня.")
    refused = talqy(project, COMMENT, "--outcome", "noted", *words)
    assert refused.exit_code == 1
    assert "error P02: the numbers differ" in refused.output


def test_a_short_reason_is_a_warning_and_is_written(project: Path) -> None:
    words = ("--reason", "kk=Заңда солай.", "--reason", "ru=Так в законе.")
    done = talqy(project, COMMENT, "--outcome", "rejected", *words)
    assert done.exit_code == 0
    assert "warning A05" in done.output
    assert answer(project)["outcome"] == "rejected"


def test_a_promise_must_have_been_kept_where_the_text_is_there(tmp_path: Path) -> None:
    """The clause is the same in the new text, so nothing was accepted."""
    project = write_project(
        tmp_path,
        revisions=[FIRST, a_revision(2, consultation=NEXT_DISCUSSION)],
        comments=[a_comment()],
    )
    refused = talqy(project, COMMENT, "--outcome", "accepted", *REASONS, "--landed", "r2:term")
    assert refused.exit_code == 1
    assert "error T04" in refused.output


def test_a_promise_in_a_text_that_is_being_prepared_is_still_to_be_kept(tmp_path: Path) -> None:
    """The answer may be written before the words are: it binds once the text has its days."""
    project = write_project(
        tmp_path, revisions=[FIRST, a_revision(2, consultation=None)], comments=[a_comment()]
    )
    done = talqy(project, COMMENT, "--outcome", "accepted", *REASONS, "--landed", "r2:term")
    assert done.exit_code == 0
    assert "to do T04" in done.output


def test_an_acceptance_that_no_amendment_names_is_a_warning(tmp_path: Path) -> None:
    clauses = [a_clause("term", "2", text=said("Басқаша.", "Иначе.")), *complete_clauses()[::2]]
    project = write_project(
        tmp_path,
        revisions=[FIRST, a_revision(2, clauses=clauses, consultation=NEXT_DISCUSSION)],
        comments=[a_comment()],
    )
    done = talqy(project, COMMENT, "--outcome", "accepted", *REASONS, "--landed", "r2:term")
    assert done.exit_code == 0
    assert "warning T10" in done.output


def test_in_a_pipe_everything_that_is_missing_is_named(project: Path) -> None:
    refused = talqy(project, COMMENT, "--outcome", "accepted", "--reason", "kk=Иә.")
    assert refused.exit_code == 2
    assert "missing: --reason ru=…, --landed rN:CLAUSE" in refused.output
    refused = talqy(project, COMMENT, "--outcome", "duplicate")
    assert "--reason kk=…, --reason ru=…, --duplicate-of COMMENT" in refused.output
    assert "missing: --outcome, --reason kk=…" in talqy(project, COMMENT).output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("0000000000",), "there is no comment “0000000000”"),
        ((COMMENT, "--reason", "fi=Ei", "--outcome", "noted"), "write LANGUAGE=TEXT with one of"),
        ((COMMENT, "--reason", "text", "--outcome", "noted"), "write LANGUAGE=TEXT with one of"),
        ((COMMENT, OTHER_COMMENT, *NOTED), "name one COMMENT; or several different ones"),
        ((COMMENT, COMMENT, "--group", *NOTED), "name one COMMENT; or several different ones"),
        ((COMMENT, "--group", *NOTED), "name one COMMENT; or several different ones"),
        (
            (COMMENT, "--outcome", "accepted", *REASONS, "--landed", "term"),
            "--landed term: write it as r2:term,fee",
        ),
        ((COMMENT, "--outcome", "perhaps", *REASONS), "“perhaps” is not known here"),
    ],
)
def test_wrong_use_is_refused(words: tuple[str, ...], message: str, project: Path) -> None:
    before = files(project)
    refused = talqy(project, *words)
    assert refused.exit_code == 2
    assert message in " ".join(refused.output.split())
    assert files(project) == before


@pytest.mark.parametrize(
    ("language", "questions"),
    [
        pytest.param(
            "en",
            ("Outcome", "Reason (in Kazakh)", "Reason (in Russian)", "Where the change is"),
            marks=pytest.mark.proof,
        ),
        pytest.param(
            "kk",
            (
                "Шешім",
                "Негіздеме (қазақ тілінде)",
                "Негіздеме (орыс тілінде)",
                "Өзгеріс енгізілген жер",
            ),
            marks=pytest.mark.proof,
        ),
        (
            "ru",
            (
                "Решение",
                "Обоснование (на казахском языке)",
                "Обоснование (на русском языке)",
                "Где сделано изменение",
            ),
        ),
    ],
)
def test_on_a_terminal_what_is_missing_is_asked_for(
    language: str, questions: tuple[str, ...], project: Path
) -> None:
    """A real terminal: the questions come one by one, and the answers to them are taken."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "talqy", "respond", COMMENT, "--project", str(project)]
    command += ["--language", language]
    replies = (
        "accepted",
        "Ұсыныс қабылданды: мерзім қысқарды.",
        "Принято: срок короче.",
        "r2:term",
    )
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        try:
            for question, reply in zip(questions, replies, strict=True):
                while not shown.endswith(b": "):
                    shown += os.read(ours, 4096)
                assert question in shown.rpartition(b"\n")[2].decode()
                os.write(ours, f"{reply}\n".encode())
                shown += b"\n"
            assert running.wait(60) == 0
        finally:
            running.kill()  # it would wait for a reply for ever
    os.close(ours)
    assert answer(project)["landed"] == {"revision": "2", "clauses": ["term"]}
    assert answer(project)["reason"]["kk"] == "Ұсыныс қабылданды: мерзім қысқарды."


def test_a_group_is_answered_once_and_every_author_is_counted(project: Path) -> None:
    done = talqy(project, "--group", COMMENT, OTHER_COMMENT, *NOTED)
    assert done.exit_code == 0
    first, other = answer(project), answer(project, OTHER_COMMENT)
    assert (first["outcome"], other["outcome"]) == ("noted", "duplicate")
    assert other["duplicate_of"] == COMMENT
    assert other["reason"] == first["reason"]


def test_a_fault_in_one_of_a_group_stops_all(project: Path) -> None:
    late = a_comment("c4d5e6f7g8", received="2026-11-19")
    write(project, comment_path("c4d5e6f7g8", "2026-11-19"), late)
    before = files(project)
    refused = talqy(project, "--group", COMMENT, "c4d5e6f7g8", *NOTED)
    assert refused.exit_code == 1
    assert "error A02" in refused.output
    assert files(project) == before


def test_comments_that_say_the_same_are_listed_with_the_rule(project: Path) -> None:
    twin = a_comment("c4d5e6f7g8", text="срок можно сократить, до двух дней")
    near = a_comment("d5e6f7g8h9", text="Срок точно можно сократить до двух дней. Прошу!")
    for tree in (twin, near):
        write(project, comment_path(tree["id"]), tree)
    done = talqy(project, "groups", STANDARD, "r1")
    assert done.exit_code == 0
    assert "nearly the same words" in done.output
    assert "→ talqy respond --group" in done.output
    talqy(project, COMMENT, *NOTED)
    assert f"{COMMENT} 2026-11-10 [Noted]" in talqy(project, "groups", STANDARD, "r1").output


def test_a_reason_that_only_points_elsewhere_is_not_written(project: Path) -> None:
    reasons = ("--reason", "kk=Төменде қараңыз", "--reason", "ru=См. ниже")
    done = talqy(project, COMMENT, "--outcome", "noted", *reasons)
    assert (done.exit_code, done.output.count("G34")) == (1, 2)
    assert not (project / response_path()).exists()


def test_a_comment_is_told_in_short_for_those_who_do_not_read_its_language(project: Path) -> None:
    gist = ("--gist", "kk=Автор мерзімді қысқартуды сұрайды.")
    assert talqy(project, COMMENT, *NOTED, *gist).exit_code == 0
    assert answer(project)["gist"] == {"kk": "Автор мерзімді қысқартуды сұрайды."}
    # The language of the comment needs no short content; the other one does.
    own = ("--gist", "ru=Автор просит сократить срок.")
    assert "P01" in talqy(project, OTHER_COMMENT, *NOTED, *own, "--draft").output
    same = ("--gist", "kk=Автор просит сократить срок.", *own)
    assert "G47" in talqy(project, COMMENT, *NOTED, *same, "--replace", "--draft").output
    swapped = ("--gist", "kk=Автор просит сократить срок до двух рабочих дней.")
    assert "G48" in talqy(project, COMMENT, *NOTED, *swapped, "--replace", "--draft").output
    private = ("--gist", f"kk=ЖСН {IIN} азаматы мерзімді қысқартуды сұрайды.")
    assert talqy(project, COMMENT, *NOTED, *private, "--replace", "--draft").exit_code == 1
