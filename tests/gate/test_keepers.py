"""What somebody with rights could try in the authority's own pull request, and what is lawful."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import (
    STANDARD,
    Tree,
    a_comment,
    a_consultation,
    a_project,
    a_report,
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
    write_project,
)
from gate_cases.building import LINK, MODULE, PROGRAM, Files, Line, Repository, Thing
from gate_cases.making import IIN, OTHER
from repositories import a_repository
from talqy.cli.main import main
from talqy.model.digest import digest_of_text_file
from talqy.project.yaml_write import dumped

HISTORY = f"standards/{STANDARD}/history.yaml"
ANSWERED, HIDDEN = "5xg3dhn6s2", "d3c4d5e6f7"
WORDS = "Прошу принимать заявления и по субботам, потому что в будни все работают."
SAID = a_comment(ANSWERED, received="2026-06-10", text="Срок можно сократить до одного дня.")
ANSWER = a_response(ANSWERED, decided={"by": "ministry-justice", "on": "2026-06-22"})
WHOLE = a_comment(HIDDEN, revision="2", received="2026-11-11", text=WORDS)
MARK = {
    "on": "2026-11-17",
    "reason": said("Өтініш бойынша.", "По просьбе автора."),
    "original": digest_of_text_file(dumped(WHOLE).encode()),
}
CUT = {**WHOLE, "text": "Прошу […], потому что в будни все работают.", "redacted": MARK}
LANDED = "e3c4d5e6f7"
ASKED = a_comment(LANDED, received="2026-06-11", text="Хватит двух дней, если данные уже есть.")
TAKEN = a_response(
    LANDED,
    outcome="accepted",
    landed={"revision": "2", "clauses": ["term"]},
    decided={"by": "ministry-justice", "on": "2026-06-22"},
)
AT_TAKEN = response_path(LANDED, "2026-06-11")
AT_ANSWERED = comment_path(ANSWERED, "2026-06-10")
AT_ANSWER = response_path(ANSWERED, "2026-06-10")
AT_HIDDEN = comment_path(HIDDEN, "2026-11-11", 2)
NEW = comment_path(OTHER, number=2)


def a_draft(**changes: object) -> Tree:
    """Make the text under discussion."""
    first, term, last = complete_clauses()
    clauses = [first, {**term, "text": said("Екі күнде көрсетіледі.", "За два дня.")}, last]
    reason = said("Мерзім қысқартылды.", "Срок сокращен.")
    why = [{"clauses": ["term"], "reason": reason, "comments": [LANDED]}]
    return a_revision(2, **{"clauses": clauses, "amendments": why, **changes})


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Make a project with a text in force, an answer on record, and a comment with a gap."""
    folder = a_repository(tmp_path_factory.mktemp("keepers") / "project")
    write_project(
        folder,
        revisions=[an_adopted_revision(), a_draft()],
        comments=[SAID, ASKED, CUT],
        responses=[ANSWER, TAKEN],
        files={"comments/README.md": "Комментарии.\n"},
    )
    merged = CliRunner().invoke(main, ["merge", "--all", "--project", str(folder)])
    assert merged.exit_code == 0, merged.output
    made = Repository(folder)
    made.git("add", "--all")
    made.base = made.commit_tree(made.git("write-tree"), ())
    return made


def codes(own: Repository, change: Files | Line, profile: str = "authority") -> list[str]:
    """Return the codes of what must be mended, or looked at."""
    head = own.line(change if isinstance(change, Line) else Line([change]))
    words = ("--pull-request", f"{own.base}..{head}", "--profile", profile, "--format", "json")
    done = CliRunner().invoke(main, ["check", "--project", str(own.folder), *words])
    problems = json.loads(done.output)["problems"]
    return sorted({p["code"] for p in problems if p["level"] != "warning"})


def record(own: Repository, was: str, now: str) -> Files:
    """Change the record by hand."""
    text = (own.folder / HISTORY).read_text("utf-8")
    assert was in text, was
    return {HISTORY: text.replace(was, now)}


def kept(own: Repository, path: str, mode: str) -> Files:
    """Keep a file's bytes, and change its mode."""
    return {path: Thing(Path(own.folder, path).read_bytes(), mode)}


CHANGES: dict[str, tuple[Files | Line, list[str]]] = {
    "an answer on record says something else": (
        {AT_ANSWER: {**ANSWER, "reason": said("Бәрі дұрыс.", "Все хорошо.")}},
        ["G25", "R05"],
    ),
    "an answer on record landed elsewhere": (
        {AT_TAKEN: {**TAKEN, "landed": {"revision": "2", "clauses": ["general"]}}},
        ["G25", "R05", "T04"],
    ),
    "an answer on record landed nowhere": (
        {AT_TAKEN: {**TAKEN, "outcome": "noted", "landed": None}},
        ["G25", "R05"],
    ),
    "a page of the site says something else": (
        {"site_templates/records/report.html": "Все согласны.\n"},
        ["G04"],
    ),
    "the words of an outcome are turned round": (
        {"site_templates/messages/ru.po": 'msgid "accepted"\nmsgstr "не принято"\n'},
        ["G04"],
    ),
    "an answer on record is gone": ({AT_ANSWER: None}, ["A01", "G25", "R05"]),
    "a comment is brought to another text": (
        {AT_HIDDEN: None, comment_path(HIDDEN, "2026-11-11"): {**CUT, "revision": "1"}},
        ["F52", "G03", "G13", "G16"],
    ),
    "a comment is brought to another day": (
        {AT_HIDDEN: None, comment_path(HIDDEN, "2026-11-12", 2): {**CUT, "received": "2026-11-12"}},
        ["F52", "G03", "G16"],
    ),
    "a gap is filled again": ({AT_HIDDEN: {**WHOLE, "redacted": MARK}}, ["G29"]),
    "a gap is widened": (
        {AT_HIDDEN: {**CUT, "text": "Прошу […], потому что […] работают."}},
        [],
    ),
    "the mark of a gap is taken off": (
        {AT_HIDDEN: {k: v for k, v in CUT.items() if k != "redacted"}},
        ["G03"],
    ),
    "a gap more, with its day and its reason": (
        {
            AT_HIDDEN: {
                **CUT,
                "text": "Прошу […], потому что […] работают.",
                "redacted": {**MARK, "on": "2026-11-19", "reason": said("Тағы.", "Еще раз.")},
            }
        },
        [],
    ),
    "a gap more, dated back": (
        {
            AT_HIDDEN: {
                **CUT,
                "text": "Прошу […], потому что […] работают.",
                "redacted": {**MARK, "on": "2026-11-12"},
            }
        },
        ["G29"],
    ),
    "another reason for a gap": (
        {AT_HIDDEN: {**CUT, "redacted": {**MARK, "reason": said("Жала.", "Клевета.")}}},
        ["G29"],
    ),
    "another day for a gap": (
        {AT_HIDDEN: {**CUT, "redacted": {**MARK, "on": "2026-11-12"}}},
        ["G29"],
    ),
    "a new comment with a gap from the beginning": (
        {NEW: a_comment(OTHER, revision="2", text="Прошу […] срок.", redacted=MARK)},
        ["G16"],
    ),
    "a new comment with an IIN": (
        {NEW: a_comment(OTHER, revision="2", text=f"Мой ИИН {IIN}, прошу.")},
        ["G17"],
    ),
    "an id that is there already": (
        {comment_path(ANSWERED, number=2): a_comment(ANSWERED, revision="2")},
        ["F52"],
    ),
    "a whole standard is gone": (
        dict.fromkeys(
            (
                *(standard_path(), revision_path(), revision_path(2), HISTORY),
                *(AT_ANSWERED, AT_ANSWER, AT_HIDDEN, AT_TAKEN),
                comment_path(LANDED, "2026-06-11"),
            )
        ),
        ["G03", "G24", "G25"],
    ),
    "the period ends earlier": (
        {revision_path(2): a_draft(consultation=a_consultation(closes="2026-11-21"))},
        ["R04", "S02"],
    ),
    "the period began earlier": (
        {revision_path(2): a_draft(consultation=a_consultation("2026-11-05"))},
        ["R04"],
    ),
    "a report that never was": (
        {
            revision_path(2): a_draft(
                consultation=a_consultation(closes="2026-11-16", report=a_report("2026-11-17"))
            )
        },
        ["A01", "R04", "S02"],
    ),
    "a comment becomes another repository": ({AT_HIDDEN: Thing(b"", MODULE)}, ["F04", "G03"]),
    "the record becomes a link": ({HISTORY: Thing(b"../x", LINK)}, ["F04", "G03", "G25"]),
    "an IIN in a note beside comments": ({"comments/README.md": f"ИИН {IIN}\n"}, ["G17"]),
    "an IIN in a note beside texts": ({f"standards/{STANDARD}/README.md": f"{IIN}\n"}, ["G17"]),
    "an IIN in an earlier note": (
        Line([{"comments/README.md": f"ИИН {IIN}\n"}, {"comments/README.md": "Сообщения.\n"}]),
        ["G27"],
    ),
    "a note with the telephone of an office": (
        {"comments/README.md": "Тел. 8 (7172) 55-12-34, office@justice.example\n"},
        [],
    ),
    "a name that only Windows takes for another": (
        {f"standards/{STANDARD}/revisions/R2.yaml": dumped(a_draft())},
        ["F05", "F08", "G05"],
    ),
    "a device of Windows": ({"standards/con/standard.yaml": a_standard("con")}, ["F58"]),
    "an address that runs a program": (
        {"standards/project.yaml": a_project(forge={"kind": "github", "url": "javascript:x"})},
        ["L06"],
    ),
    "a message that skips programs": (
        Line([{"comments/README.md": "Сообщения.\n"}], message="Notes [skip ci]"),
        [],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_keeper_is_held_to_the_record(name: str, own: Repository) -> None:
    change, wanted = CHANGES[name]
    assert codes(own, change) == wanted


@pytest.mark.parametrize("path", [HISTORY, AT_ANSWERED, AT_ANSWER, revision_path()])
def test_nothing_on_record_becomes_a_program(path: str, own: Repository) -> None:
    assert "G03" in codes(own, kept(own, path, PROGRAM))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (f"id: {ANSWERED}", f"id: {OTHER}"),
        ("outcome: noted", "outcome: accepted"),
        ("number: ", "number: 1"),
        ("2026-06-19", "2026-06-18"),
        ("2026-06-26", "2026-06-25"),
    ],
)
def test_a_record_is_not_written_by_hand(was: str, now: str, own: Repository) -> None:
    assert codes(own, record(own, was, now)) != []


def test_a_campaign_that_the_authority_brings_in_itself_passes(own: Repository) -> None:
    """Thirty people sign the same letter: each of them counts, and nothing must be mended."""
    names = [f"b3c4d5e6{n:02}" for n in range(30)]
    letters: Files = {
        comment_path(name, number=2): a_comment(
            name,
            revision="2",
            channel="paper",
            text="Просим сохранить прием заявлений на бумаге в сельских округах.",
        )
        for name in names
    }
    assert codes(own, letters) == []


FORGED = "corrections: [{'on': '2026-11-20', what: report.on, was: '2026-06-25'}]"
BY_HAND = {
    "another root": (r"root: sha256:\w{8}", "root: sha256:00000000"),
    "no root": (r"root: .*\n", ""),
    "a comment less": (r"    comments:\n      - .*\n", "    comments:\n"),
    "a comment less, and its count": (
        r"    tally: .*\n    comments:\n(?:      - .*\n)+",
        "    tally: {received: 0, outcomes: {}}\n    comments: []\n",
    ),
    "a comment on record since earlier": (
        r"clause: term, 'on': '2026-11-20'",
        "clause: term, 'on': '2026-06-20'",
    ),
    "an outcome known since earlier": (r"since: '2026-11-20'", "since: '2026-06-20'"),
    "an answer kept since earlier": (r"'on': '2026-11-20'}}", "'on': '2026-06-20'}}"),
    "a comment on another clause": ("clause: term", "clause: general"),
    "another digest of a comment": (r"digest: 'sha256:\w{4}", "digest: 'sha256:0000"),
    "fewer days that count": ("days: 10", "days: 5"),
    "another last day": ("last: '2026-06-16'", "last: '2026-06-15'"),
    "a day that was skipped": (r"skipped: \['2026-06-06', ", "skipped: ["),
    "another address of a posting": ("example.kz/print", "example.kz/paper"),
    "another signature": ("ru: Департамент", "ru: Отдел"),
    "another act": ("ru: приказ № 7", "ru: приказ № 8"),
    "another day in force": ("in_force: '2026-07-10'", "in_force: '2026-07-01'"),
    "recorded since earlier": (
        "recorded: {consultation: '2026-11-20', report",
        "recorded: {consultation: '2026-06-20', report",
    ),
    "a text less": (r"  - revision: 2\n(?:    .*\n)+", ""),
    "a correction of nobody": (
        r"    tally: \{received: 2",
        f"    {FORGED}\n    tally: {{received: 2",
    ),
    "a number of a person": (r"\Z", f"# {IIN}\n"),
    "one text's digest for another": (
        r"(- revision: 2\n    digest: sha256:)\w{8}",
        r"\g<1>60efdde2",
    ),
}


def test_no_hand_bends_the_record(own: Repository) -> None:
    """Neither somebody with rights nor a stranger; what `merge` would write again is told, too."""
    text = (own.folder / HISTORY).read_text("utf-8")
    passed = []
    for name, (was, now) in BY_HAND.items():
        bent, count = re.subn(was, now, text, count=1)
        assert count, name
        if not codes(own, {HISTORY: bent}):
            passed.append(name)
        assert codes(own, {HISTORY: bent}, "single") == ["G03", "G04"], name
    assert passed == []
