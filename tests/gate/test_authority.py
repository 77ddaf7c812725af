"""The authority's own pull request: the whole project is checked, and what is frozen stays."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builders import (
    MINISTRY,
    STANDARD,
    a_comment,
    a_project,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    comment_path,
    complete_clauses,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
    write_project,
)
from gate_cases.building import LINK, Files, Line, Repository, Thing
from gate_cases.making import IIN
from repositories import a_repository
from talqy.cli.main import main
from talqy.model.digest import digest_of_text_file
from talqy.project.yaml_write import dumped

SECOND = "b3c4d5e6f7"
HISTORY = f"standards/{STANDARD}/history.yaml"
WRITTEN = a_comment(author={"kind": "individual", "name": "Образцова А. Б."})
WORD = WRITTEN["text"].split()[1]
DIGEST = digest_of_text_file(dumped(WRITTEN).encode())


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Make a sound project: a text in force and its record, a text under discussion, a comment."""
    folder = a_repository(tmp_path_factory.mktemp("authority") / "project")
    write_project(
        folder, revisions=[an_adopted_revision(), a_draft()], comments=[dict(WRITTEN, revision="2")]
    )
    merged = CliRunner().invoke(main, ["merge", "--all", "--project", str(folder)])
    assert merged.exit_code == 0, merged.output
    made = Repository(folder)
    made.git("add", "--all")
    made.base = made.commit_tree(made.git("write-tree"), ())
    return made


def a_draft(**changes: Any) -> dict[str, Any]:
    """Make the text under discussion: it changes the term, and says why."""
    first, term, last = complete_clauses()
    clauses = [first, {**term, "text": said("Екі күнде көрсетіледі.", "За два дня.")}, last]
    why = [{"clauses": ["term"], "reason": said("Мерзім қысқартылды.", "Срок сокращен.")}]
    return a_revision(2, **{"clauses": clauses, "amendments": why, **changes})


def judged(own: Repository, change: Files | Line) -> dict[str, Any]:
    """Judge a change as the authority's."""
    head = own.line(change if isinstance(change, Line) else Line([change]))
    words = ("--pull-request", f"{own.base}..{head}", "--profile", "authority", "--format", "json")
    done = CliRunner().invoke(main, ["check", "--project", str(own.folder), *words])
    tree: dict[str, Any] = json.loads(done.output)
    assert done.exit_code == int(tree["verdict"] != "passes")
    return tree


def codes(own: Repository, change: Files | Line) -> list[str]:
    """Return the codes of what must be mended, or looked at."""
    problems = judged(own, change)["problems"]
    return sorted({p["code"] for p in problems if p["level"] != "warning"})


def test_the_base_is_sound(own: Repository) -> None:
    checked = CliRunner().invoke(main, ["check", "--project", str(own.folder)])
    assert checked.exit_code == 0, checked.output


ON_TWO = comment_path(number=2)
RESPONSE = response_path(number=2)


def redacted(**changes: Any) -> Files:
    """Redact the published comment; the mark names the original, as it should."""
    mark = {
        "on": "2026-11-19",
        "reason": said("Өтініш бойынша.", "По просьбе автора."),
        "original": digest_of_text_file(dumped(dict(WRITTEN, revision="2")).encode()),
    }
    return {ON_TWO: dict(WRITTEN, revision="2", redacted=mark, **changes)}


TAGS = f"comments/{STANDARD}/tags.yaml"


def tagged(comment: str, name: str = "Срок") -> Files:
    """Put a tag beside a comment."""
    tag = {"name": said(name, name), "comments": [comment]}
    return {TAGS: {"schema": "1", "standard": STANDARD, "tags": {"term": tag}}}


SOUND: dict[str, Files] = {
    "tags of reviewers": tagged(WRITTEN["id"]),
    "a response": {RESPONSE: a_response()},
    "a new draft": {
        revision_path(3): a_draft(
            revision="3",
            base="2",
            consultation=None,
            clauses=complete_clauses(),
            amendments=[{"clauses": ["term"], "reason": said("Қайтарылды.", "Возвращено.")}],
        )
    },
    "a comment from paper": {
        comment_path(SECOND, number=2): a_comment(
            SECOND, revision="2", channel="paper", text="Прошу принимать заявления и вечером."
        )
    },
    "an answer with the telephone of an office": {
        RESPONSE: a_response(
            reason=said("Телефон: 8 (7172) 55-12-34.", "Телефон: 8 (7172) 55-12-34.")
        )
    },
    "a campaign on paper": {
        comment_path(name, number=2): a_comment(
            name, revision="2", channel="paper", text="Прошу принимать заявления и вечером в среду."
        )
        for name in (SECOND, "c3c4d5e6f7")
    },
    "a redaction of the name": redacted(author={"kind": "individual"}),
    "a redaction of words": redacted(text=WRITTEN["text"].replace(WORD, "[…]")),
    "a redaction of all words": redacted(text="[…]"),
    "line ends of a published comment in another way": {
        ON_TWO: dumped(dict(WRITTEN, revision="2")).replace("\n", "\r\n")
    },
    "another closing day": {
        revision_path(2): a_draft(
            consultation={
                **a_draft()["consultation"],
                "extended": [
                    {
                        "on": "2026-11-18",
                        "closes": "2026-12-04",
                        "reason": said("Сұрау бойынша.", "По просьбам."),
                    }
                ],
            }
        )
    },
}
FAULTY: dict[str, tuple[Files, list[str]]] = {
    "the text under discussion": (
        {revision_path(2): a_draft(explanation=said("Басқа.", "Другое."))},
        ["G24", "T05"],
    ),
    "the text in force": (
        {revision_path(): an_adopted_revision(explanation=said("Басқа.", "Другое."))},
        ["G24", "T05"],
    ),
    "a frozen text and its record": (
        {revision_path(2): a_draft(explanation=said("Басқа.", "Другое.")), HISTORY: None},
        ["G24", "G25"],
    ),
    "a text is removed": ({revision_path(2): None}, ["F55", "G24", "T05"]),
    "the record is removed": ({HISTORY: None}, ["G25"]),
    "a comment is changed": (
        {ON_TWO: dict(WRITTEN, revision="2", text="Я всем доволен и ничего не прошу.")},
        ["G03"],
    ),
    "a comment is changed under cover of a redaction": (
        {
            ON_TWO: dict(
                WRITTEN,
                revision="2",
                text="Я всем доволен и ничего не прошу.",
                redacted={"on": "2026-11-19", "reason": said("Өтініш.", "По просьбе.")},
            )
        },
        ["G03"],
    ),
    "a comment is removed": ({ON_TWO: None}, ["G03"]),
    **{
        f"a redaction that {what}": (redacted(**changes), ["G29"])
        for what, changes in {
            "writes other words": {"text": "Всё прекрасно, поддерживаю проект целиком."},
            "adds words": {"text": WRITTEN["text"] + " […] Но и так хорошо."},
            "writes words in a gap": {"text": WRITTEN["text"].replace(WORD, "[…] не")},
            "marks a gap where nothing was": {"text": "[…]" + WRITTEN["text"]},
            "takes words out unmarked": {"text": WRITTEN["text"].replace(WORD, "")},
            "adds a proposal": {"proposal": "Оставить срок прежним."},
            "adds a quotation": {"quote": "срок"},
            "changes the kind": {"kind": "support"},
            "changes the clause": {"clause": "whole"},
            "changes the channel": {"channel": "paper"},
            "names another author": {"author": {"kind": "individual", "name": "Другой Ж. З."}},
            "makes a firm of a person": {"author": {"kind": "legal-entity"}},
        }.items()
    },
    "a redaction that only adds its mark": (redacted(), []),
    "a response with line ends of Windows": (
        {RESPONSE: dumped(a_response()).replace("\n", "\r\n")},
        ["G08"],
    ),
    "an IIN in an answer": (
        {RESPONSE: a_response(reason=said(f"ЖСН {IIN}.", f"ИИН {IIN}."))},
        ["G17"],
    ),
    "a citizen's telephone in an answer": (
        {
            RESPONSE: a_response(
                reason=said("Хабарлас: +7 701 123 45 67.", "Вам: +7 701 123 45 67.")
            )
        },
        ["G18"],
    ),
    "an IIN in a remark of a text": (
        {revision_path(2): f"# {IIN}\n{dumped(a_draft())}"},
        ["G17"],
    ),
    "a wrong response": ({RESPONSE: a_response(outcome="accepted")}, ["F43"]),
    "a response by nobody": (
        {RESPONSE: a_response(decided={"by": "nobody", "on": "2026-11-16"})},
        ["L01"],
    ),
    "a stray file": ({"comments/notes.txt": "x"}, ["F05"]),
    "a link": ({standard_path("x"): Thing(b"../y", LINK)}, ["F04", "G03"]),
    "a file outside": ({"mkdocs.yml": "site_name: X\n"}, ["G04"]),
    "nothing": ({}, ["G02"]),
    "the settings are broken": ({"standards/project.yaml": "x"}, ["F19"]),
    "a standard without texts": ({standard_path("x"): a_standard("x")}, ["F58"]),
}


@pytest.mark.parametrize("name", SOUND)
def test_the_authoritys_daily_work_passes(name: str, own: Repository) -> None:
    assert codes(own, SOUND[name]) == []


def test_what_the_record_is_read_with_is_told_where_it_changes(own: Repository) -> None:
    project = a_project()
    project["authorities"][MINISTRY]["name"]["ru"] = "Иное министерство"
    found = judged(own, {"standards/project.yaml": project})
    assert found["verdict"] == "passes"
    (told,) = [problem for problem in found["problems"] if problem["code"] == "G37"]
    assert (told["level"], "Иное министерство" in told["message"]) == ("warning", True)


def test_by_what_comments_come_in_is_told_where_it_changes(own: Repository) -> None:
    project = a_project(forge={"kind": "forgejo", "url": "https://elsewhere.example/x"})
    project["authorities"][MINISTRY]["email"] = "other@elsewhere.example"
    project["authorities"]["other"] = {**project["authorities"][MINISTRY]}
    found = judged(own, {"standards/project.yaml": project})
    told = [problem["message"] for problem in found["problems"] if problem["code"] == "G37"]
    assert found["verdict"] == "passes"
    assert any("e-mail address: was “" in message for message in told), told
    assert any("site where the files lie" in message for message in told), told
    assert not any("other, " in message for message in told), told


@pytest.mark.parametrize("name", FAULTY)
def test_what_may_not_be_is_told(name: str, own: Repository) -> None:
    files, wanted = FAULTY[name]
    assert codes(own, files) == wanted


PAPER = SOUND["a comment from paper"]
PUBLISHED: dict[str, tuple[Line, list[str]]] = {
    "an IIN in an earlier version of a comment": (
        Line([{next(iter(PAPER)): a_comment(SECOND, text=f"Мой ИИН {IIN}, прошу.")}, PAPER]),
        ["G27"],
    ),
    "an IIN in a message": (Line([PAPER], message=f"Письмо {IIN}"), ["G28"]),
    "an IIN as the author": (Line([PAPER], name=IIN), ["G28"]),
    "a colleague's address, and a ministry's name": (
        Line(
            [PAPER],
            name="Министерство юстиции",
            email="office@example.kz",
            message="Comments\n\nCo-authored-by: A B <a.b@example.kz>\nTel. +7 701 123 45 67",
        ),
        [],
    ),
    "an earlier version of a text": (
        Line([{revision_path(3): f"# {IIN}\n"}, SOUND["a new draft"]]),
        ["G27"],
    ),
    "an earlier text with the telephone of an office": (
        Line([{revision_path(3): "# +7 701 123 45 67\n"}, SOUND["a new draft"]]),
        [],
    ),
    "many commits": (Line([{RESPONSE: a_response()}, *({} for _ in range(30))]), []),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_is_published_with_it_is_looked_at(name: str, own: Repository) -> None:
    line, wanted = PUBLISHED[name]
    assert codes(own, line) == wanted


def test_what_was_recorded_stays_recorded(own: Repository) -> None:
    """Another digest beside another text would prove itself."""
    text = (own.folder / HISTORY).read_text("utf-8")
    changed = a_draft(explanation=said("Басқа.", "Другое."))
    forged = text.replace("digest: sha256:", "digest: sha256:0", 1)
    assert "G25" in codes(own, {HISTORY: forged, revision_path(2): changed})


def test_what_was_said_stays_unless_it_is_corrected_in_sight(
    own: Repository, tmp_path: Path
) -> None:
    """A record that is changed with the file proves nothing; a correction keeps what was there."""
    was, now = "2026-06-26", "2026-06-25"
    texts: Files = {
        p: (own.folder / p).read_text("utf-8").replace(was, now)
        for p in (HISTORY, revision_path(1))
    }
    assert "G25" in codes(own, texts)
    copy = shutil.copytree(own.folder, tmp_path / "copy")
    words = (
        "correct",
        STANDARD,
        "r1",
        f"report.on={now}",
        "--reason",
        "kk=Қате",
        "--reason",
        "ru=Описка",
    )
    done = CliRunner().invoke(main, [*words, "--project", str(copy)])
    assert done.exit_code == 0, done.output
    corrected: Files = {p: (copy / p).read_text("utf-8") for p in (HISTORY, revision_path(1))}
    assert codes(own, corrected) == []


def test_the_same_change_fails_as_a_strangers(own: Repository) -> None:
    head = own.line(Line([SOUND["a response"]]))
    span = ("--pull-request", f"{own.base}..{head}")
    done = CliRunner().invoke(main, ["check", "--project", str(own.folder), *span])
    assert done.exit_code == 1
    assert " G04 " in done.output


def test_the_base_is_not_written_to(own: Repository) -> None:
    before = {f: f.read_bytes() for f in Path(own.folder, "standards").rglob("*") if f.is_file()}
    judged(own, SOUND["a response"])
    assert {f: f.read_bytes() for f in before} == before


def test_a_comment_that_comes_after_the_report_is_named(own: Repository, tmp_path: Path) -> None:
    """As a file it is named before the merge, on record with its day; a line without is refused."""
    day = "2026-06-10"
    trees: Files = {
        comment_path(SECOND, day): a_comment(SECOND, received=day, channel="paper"),
        response_path(SECOND, day): a_response(
            SECOND, decided={"by": "ministry-justice", "on": "2026-06-22"}
        ),
    }
    later = shutil.copytree(own.folder, tmp_path / "later")
    for path, tree in trees.items():
        assert isinstance(tree, dict)
        write(later, str(path), tree)
    words = ("--reason", "kk=Хат кеш табылды.", "--reason", "ru=Письмо нашлось поздно.")
    done = CliRunner().invoke(main, ["merge", "--all", *words, "--project", str(later)])
    assert done.exit_code == 0, done.output
    text = (later / HISTORY).read_text("utf-8")
    forged = re.sub(r", late: \{.*\}\}", "", text)
    assert forged != text
    changes: list[Files] = [trees, {**trees, HISTORY: text}, {**trees, HISTORY: forged}]
    found = [
        {(p["code"], p["level"]) for p in judged(own, change)["problems"]} for change in changes
    ]
    wanted = [("R10", "warning"), ("G36", "warning"), ("G25", "error")]
    assert [pair in said for pair, said in zip(wanted, found, strict=True)] == [True] * 3, found


def test_tags_name_what_exists_and_hold_no_personal_data(own: Repository) -> None:
    assert codes(own, tagged("k7m2p9qx4b")) == ["L09"]
    assert codes(own, tagged(WRITTEN["id"], f"ИИН {IIN}")) == ["G17"]
    assert codes(own, {TAGS: {**tagged(WRITTEN["id"])[TAGS], "standard": "other"}}) == ["F50"]  # type: ignore[dict-item]
