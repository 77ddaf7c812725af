"""`talqy diff`: two texts of a standard, as people and programs read them."""

import itertools
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    STANDARD,
    Tree,
    a_comment,
    a_response,
    a_revision,
    a_standard,
    a_withdrawal,
    an_adopted_revision,
    complete_clauses,
    revision_path,
    said,
    write_project,
)
from msgids import said_in
from sites import ROOT, environment
from talqy.build import site
from talqy.cli.main import main
from talqy.compare.comparison import Comparison
from talqy.compare.tokens import lines
from talqy.diff.data import tree
from talqy.diff.markdown import LONGEST, blocks, markdown
from talqy.diff.view import diff_view
from talqy.language.edition import Edition
from talqy.project.survey import survey

GOLDEN = ROOT / "tests/golden/diffs"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
LONG = "\n".join(f"{number}) құжат түпнұсқасы;" for number in range(1, 8))
LONG_RU = "\n".join(f"{number}) подлинник документа;" for number in range(1, 8))


def clauses_before() -> list[Tree]:
    """Make an old text: every kind of change can happen to it."""
    first, term, docs = complete_clauses()
    return [
        first,
        {
            **term,
            "heading": said("Мерзімі", "Срок"),
            "text": said(
                "Қызмет 5 (бес) жұмыс күні ішінде көрсетіледі.",
                "Услуга оказывается в течение 5 (пяти) рабочих дней.",
            ),
        },
        {
            **docs,
            "heading": said("Құжаттар", "Документы"),
            "text": said(f"{LONG}\n8) анықтама.", f"{LONG_RU}\n8) справка."),
        },
        {"id": "fax", "number": "4", "text": said("Факспен беруге болады.", "Можно по факсу.")},
        {"id": "phone", "number": "5", "text": said("Телефон 1414.", "Телефон 1414.")},
        {"id": "mail", "number": "6", "text": said("Пошта арқылы.", "По почте.")},
    ]


def clauses_after() -> list[Tree]:
    """Make the new text: changed, split, removed, added, moved, and renumbered."""
    first, term, docs, _, phone, mail = clauses_before()
    return [
        first,
        {**term, "heading": said("Көрсету мерзімі", "Срок оказания"), "text": said(
            "Қызмет 3 (үш) жұмыс күні ішінде көрсетіледі.",
            "Услуга оказывается в течение 3 (трех) рабочих дней.",
        ), "facts": {**term["facts"], "term": [{"amount": "1", "unit": "working-day"}]}},
        {**docs, "text": said(f"{LONG}\n8) түпнұсқа.", f"{LONG_RU}\n8) справка.")},
        {**mail, "number": "4"},
        {**phone, "number": "5", "text": said("Телефон 1414, тегін.", "Телефон 1414, бесплатно.")},
        {"id": "email", "number": "6", "heading": said("Пошта", "Почта"),
         "text": said("Электрондық пошта арқылы.", "По электронной почте.")},
    ]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a standard of two texts; a comment led from one to the other."""
    reason = said("Тіркеу автоматтандырылды.", "Регистрация автоматизирована.")
    landed = {"revision": "2", "clauses": ["term"]}
    return write_project(
        tmp_path_factory.mktemp("diff"),
        revisions=[
            an_adopted_revision(clauses=clauses_before()),
            a_revision(
                2,
                clauses=clauses_after(),
                amendments=[
                    {"clauses": ["term"], "reason": reason, "comments": [COMMENT]},
                    {
                        "clauses": ["fax", "email"],
                        "reason": said("Факс жоқ.\nЕнді.", "Факса нет.\nУже."),
                    },
                ],
            ),
        ],
        comments=[a_comment(received="2026-06-10")],
        responses=[a_response(outcome="accepted", landed=landed)],
    )


def talqy(project: Path, *words: str | int) -> Result:
    """Run the command as a person does."""
    return CliRunner().invoke(main, ["diff", *map(str, words), "--project", str(project)])


def shown(project: Path, *words: str | int) -> str:
    """Return what the command prints."""
    done = talqy(project, *words)
    assert done.exit_code == 0, done.output
    return done.output


def compared(project: Path, *words: str | int) -> Any:
    """Return the comparison as data."""
    return json.loads(shown(project, *words, "--format", "json"))


@pytest.mark.parametrize(
    ("form", "ending"), [("text", "txt"), ("markdown", "md"), ("json", "json"), ("html", "html")]
)
def test_a_comparison_is_told_in_these_words(form: str, ending: str, project: Path) -> None:
    """Both languages follow one another. `TALQY_REGOLD=1` writes the words anew."""
    printed = shown(project, STANDARD, "--format", form)
    golden = GOLDEN / f"comparison.{ending}"
    if os.environ.get("TALQY_REGOLD"):
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == golden.read_text("utf-8")


@pytest.fixture(scope="module")
def neighbours() -> list[tuple[Sequence[Edition], Comparison]]:
    """Compare all neighbouring texts of the demonstration."""
    editions = site(ROOT, survey(ROOT), "").editions
    return [
        (editions, editions[0].comparison(record, older, newer))
        for record in editions[0].register.records
        for older, newer in itertools.pairwise(record.revisions)
    ]


def test_the_pieces_of_the_demonstration_are_both_texts(
    neighbours: list[tuple[Sequence[Edition], Comparison]],
) -> None:
    """Kept and removed pieces say the old text, kept and added ones the new; in both languages."""
    for editions, found in neighbours:
        for change in tree(editions, found)["changes"]:
            for side, text, absent in (
                ("before", found.older, "added"),
                ("after", found.newer, "removed"),
            ):
                for code in ("kk", "ru"):
                    clauses = [text.clause(clause["id"]) for clause in change[side]]
                    written = [w for c in clauses if c and c.text for w in lines(c.text[code])]
                    assert read(change["text"][code], absent) == written


def read(marked: list[Tree], absent: str) -> list[str]:
    """Read a redline as the old text, or as the new one: without what is not in it."""
    said = (
        "".join(piece["text"] for piece in line["pieces"] if piece["mark"] != absent)
        for line in marked
        if line["kind"] != absent
    )
    return [line for one in said for line in one.split("\n")]


def test_comparisons_of_the_demonstration_fit_a_comment_on_a_forge(
    neighbours: list[tuple[Sequence[Edition], Comparison]],
) -> None:
    """Where something is left out, the command that shows it stands there."""
    for editions, found in neighbours:
        views = [diff_view(edition, found) for edition in editions]
        printed = markdown(views)
        assert len(printed) <= LONGEST
        for view in views:
            parts = [part for part in blocks(view) if part not in printed]
            assert (view.command in printed) == bool(parts)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nothing_is_no_word_that_was_removed_or_added(language: str) -> None:
    """A case that is new has nothing before: no mark stands around it, nor around a dash."""
    for record in survey(ROOT, None).known[0].records:
        plain = shown(ROOT, record.id, "--language", language)
        assert not re.findall(r"\[-[\s–-]*-\]|\{\+[\s–-]*\+\}", plain), record.id
    assert "{+" in plain


def test_the_last_text_is_compared_with_the_one_in_force(tmp_path: Path) -> None:
    """Whatever the drafts between them: what would change for people is what they ask for."""
    revisions = [an_adopted_revision(), a_revision(2), a_revision(3, consultation=None)]
    project = write_project(tmp_path, revisions=revisions)
    for words in ((), ("in-force",), ("in-force", "r3"), ("r3", "in-force")):
        found = compared(project, STANDARD, *words)
        assert (found["older"]["revision"], found["newer"]["revision"]) == (1, 3)
    found = compared(project, STANDARD, "r3")
    assert (found["older"]["revision"], found["newer"]["revision"]) == (2, 3)


def test_the_word_for_the_text_in_force_is_refused_where_there_is_none(tmp_path: Path) -> None:
    refused = talqy(write_project(tmp_path), STANDARD, "in-force", "r1")
    assert refused.exit_code == 2
    assert f"no text of “{STANDARD}” was ever adopted" in refused.output


def test_a_text_that_was_given_up_is_compared_when_it_is_named(tmp_path: Path) -> None:
    given_up = a_revision(2, consultation=None, withdrawn=a_withdrawal("2026-11-10"))
    revisions = [an_adopted_revision(), given_up, a_revision(3, base="1")]
    project = write_project(tmp_path, revisions=revisions)
    found = compared(project, STANDARD)
    assert (found["older"]["revision"], found["newer"]["revision"]) == (1, 3)
    found = compared(project, STANDARD, "r2")
    assert (found["older"]["revision"], found["newer"]["revision"]) == (1, 2)


@pytest.mark.parametrize("words", [("r1", "r2"), ("2", "r1"), ("r2", "r1"), ("1", "2"), ("2",)])
def test_the_older_text_stands_first_whatever_the_order(
    words: tuple[str, ...], project: Path
) -> None:
    assert compared(project, STANDARD, *words) == compared(project, STANDARD)


def test_one_language_can_be_asked_for(project: Path) -> None:
    russian = shown(project, STANDARD, "--language", "ru")
    assert "Регистрация рождения" in russian
    assert "Тууды тіркеу" not in russian
    assert shown(project, STANDARD) == shown(project, STANDARD, "--language", "kk") + "\n" + russian
    assert compared(project, STANDARD, "--language", "ru")["title"] == {
        "ru": "Регистрация рождения"
    }


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("nothing",), f"there is no standard “nothing” that can be used; known: {STANDARD}"),
        ((STANDARD, "r1", "r9"), f"“{STANDARD}” has no revision “r9”; known: r1, r2"),
        ((STANDARD, "--upload", "r9"), "No such option"),
        ((STANDARD, "r1", "HEAD"), f"“{STANDARD}” has no revision “HEAD”; known: r1, r2"),
        ((STANDARD, "r1", "r1"), "name two different revisions"),
        ((STANDARD, "r1"), "has no base that can be read; name two revisions"),
        ((STANDARD, "r1", "r2", "r2"), "two revisions are compared; name no more"),
        ((STANDARD, "--language", "en"), "“en” is no language of this project; known: kk, ru"),
        ((), "name a STANDARD, or a --pull-request, and not both"),
    ],
)
def test_what_is_not_there_is_refused(words: tuple[str, ...], answer: str, project: Path) -> None:
    refused = talqy(project, *words)
    assert refused.exit_code == 2
    assert answer in " ".join(refused.output.split())


def test_a_broken_text_is_named(tmp_path: Path) -> None:
    files = {revision_path(2): "schema: [\n"}
    project = write_project(tmp_path, revisions=[an_adopted_revision()], files=files)
    refused = talqy(project, STANDARD, "r1", "r2")
    assert refused.exit_code == 2
    assert "cannot be used, see “talqy check”; known: r1" in refused.output


def test_texts_that_say_the_same_say_so(tmp_path: Path) -> None:
    project = write_project(tmp_path, revisions=[an_adopted_revision(), a_revision(2)])
    for language in ("kk", "ru"):
        (words,) = said_in(language)["The texts say the same."]
        for form in ("text", "markdown", "html"):
            assert words in shown(project, STANDARD, "--language", language, "--format", form)
    assert compared(project, STANDARD)["changes"] == []


# --- the terminal ---------------------------------------------------------------------------------


def test_colours_are_for_terminals_unless_somebody_wants_them(project: Path) -> None:
    plain, coloured = shown(project, STANDARD), shown(project, STANDARD, "--color")
    assert not ESCAPE.search(plain)
    assert "[-5 (пяти)-]{+3 (трех)+}" in plain
    assert "\x1b[31;9m5 (пяти)\x1b[0m \x1b[32;4m3 (трех)\x1b[0m" in coloured
    assert "[-" not in coloured


@pytest.mark.parametrize(("setting", "is_coloured"), [("", True), ("1", False)])
def test_a_terminal_is_coloured_and_wrapped_and_no_color_is_honoured(
    setting: str, *, is_coloured: bool, project: Path
) -> None:
    """A real terminal, of 40 columns."""
    settings = {**environment(), "NO_COLOR": setting, "COLUMNS": "40", "TERM": "xterm"}
    mine, theirs = pty.openpty()
    line = [sys.executable, "-m", "talqy", "diff", STANDARD]
    with subprocess.Popen(line, cwd=project, stdout=theirs, env=settings) as process:
        os.close(theirs)
        printed = everything(mine)
    assert process.returncode == 0
    assert bool(ESCAPE.search(printed)) == is_coloured
    rows = ESCAPE.sub("", printed).splitlines()
    assert max(map(len, rows)) <= 40
    plain = shown(project, STANDARD)
    assert len(rows) > len(plain.splitlines())
    if not is_coloured:
        assert " ".join(printed.split()) == " ".join(plain.split())


def everything(terminal: int) -> str:
    """Read a terminal until nobody writes to it any more."""
    read = bytearray()
    while True:
        try:
            part = os.read(terminal, 1 << 16)
        except OSError:  # how Linux says that it is over
            part = b""
        if not part:
            os.close(terminal)
            return read.decode()
        read += part


def test_a_mark_of_the_direction_is_seen_in_a_comparison(tmp_path: Path) -> None:
    turned = [*complete_clauses(), {"id": "x", "number": "9", "text": said("Мерзім \u202e03 күн.")}]
    revisions = [an_adopted_revision(), a_revision(2, clauses=turned)]
    project = write_project(tmp_path, revisions=revisions)
    for form in ("text", "markdown"):
        printed = shown(project, STANDARD, "--format", form)
        assert "Мерзім �03 күн." in printed
        assert "\u202e" not in printed


# --- Markdown -------------------------------------------------------------------------------------


def test_no_text_of_a_file_begins_a_line_of_markdown(tmp_path: Path) -> None:
    """A bot of a forge may obey a line such as “/merge”; a heading or a list would deceive."""
    bad = said("/merge\n# a\n- b\n1) c\n> d\n| e |\n```\n<!-- f -->\n@all")
    clauses = [*complete_clauses(), {"id": "x", "number": "/1", "heading": bad, "text": bad}]
    amendments = [{"clauses": ["x"], "reason": bad}]
    revisions = [an_adopted_revision(), a_revision(2, clauses=clauses, amendments=amendments)]
    project = write_project(
        tmp_path, revisions=revisions, standard=a_standard(title=bad, provider=bad)
    )
    printed = shown(project, STANDARD, "--format", "markdown")
    labels = ("Marks", "Reason", "Because of the comments")
    words = [said_in(code)[label][0] for code in ("kk", "ru") for label in labels]
    ours = re.compile(rf"#{{2,3}} |>|- |\*\w|(\d‑р|Р)едакция|({'|'.join(words)}): |$")
    assert [line for line in printed.splitlines() if not ours.match(line)] == []
    assert not re.search(r"(?<!\\)`{3}|<!--|@all|<(?!br>)", printed)


def test_what_does_not_fit_is_counted(tmp_path: Path) -> None:
    clauses = [{"id": f"c{n}", "number": str(n), "text": said("*" * 9_000)} for n in range(4, 12)]
    revisions = [an_adopted_revision(), a_revision(2, clauses=[*complete_clauses(), *clauses])]
    project = write_project(tmp_path, revisions=revisions)
    printed = shown(project, STANDARD, "--format", "markdown")
    assert len(printed) <= LONGEST
    left = re.search(r"Из-за большого объема не показано частей: (\d+)\. .*`(.*)`", printed)
    assert left
    assert left[2] == f"talqy diff {STANDARD} r1 r2 --language ru"
    russian = printed[printed.index("## Регистрация") :]
    assert russian.count("\n### ") + int(left[1]) == len(clauses)


# --- one page -------------------------------------------------------------------------------------


def test_the_page_needs_no_other_file_and_runs_nothing(project: Path) -> None:
    page = html5lib.parse(shown(project, STANDARD, "--format", "html"), namespaceHTMLElements=False)
    assert page.get("lang") == "kk"
    assert [part.get("lang") for part in page.iter("section")] == ["kk", "ru"]
    assert page.findtext(".//title").endswith("Тууды тіркеу")
    assert not {e.tag for e in page.iter()} & {"script", "link", "img", "iframe", "object"}
    assert all(a.get("href", "").startswith("#") for a in page.iter("a"))
    assert not [n for e in page.iter() for n in e.attrib if n.startswith("on") or n == "style"]


def test_a_hostile_text_stays_text_on_the_page(tmp_path: Path) -> None:
    bad = "</section><script>alert(1)</script> {{ 7*7 }} <b onclick=x>"
    clause = {"id": "x", "number": "9", "heading": said(bad), "text": said(bad)}
    revisions = [
        an_adopted_revision(),
        a_revision(
            2,
            clauses=[*complete_clauses(), clause],
            amendments=[{"clauses": ["x"], "reason": said(bad)}],
        ),
    ]
    project = write_project(tmp_path, revisions=revisions, standard=a_standard(title=said(bad)))
    printed = shown(project, STANDARD, "--format", "html")
    page = html5lib.parse(printed, namespaceHTMLElements=False)
    assert not list(page.iter("script"))
    assert not list(page.iter("b"))
    assert (
        "".join(page.itertext()).count(bad) == 11
    )  # title; then title, name of the clause, heading, text, reason twice


@pytest.mark.parametrize(
    ("said", "form", "spoken"),
    [
        ((), "text", {"kk", "ru"}),
        (("ru",), "text", {"ru"}),
        (("kk",), "text", {"kk"}),
        (("ru",), "markdown", {"kk", "ru"}),
        (("ru",), "json", {"kk", "ru"}),
        (("ru", "--language", "both"), "text", {"kk", "ru"}),
        (("ru", "--language", "kk"), "text", {"kk"}),
    ],
)
def test_a_terminal_is_spoken_to_in_the_language_of_the_messages(
    said: Sequence[str], form: str, spoken: set[str], project: Path
) -> None:
    """What programs and forges read has all languages, whoever asks for it."""
    before = ("--language", said[0]) if said else ()
    words = [*before, "diff", STANDARD, "r1", "r2", "--format", form, "--project", str(project)]
    output = CliRunner().invoke(main, [*words, *said[1:]]).output
    titles = {"kk": "Тіркеу автоматтандырылды", "ru": "Регистрация автоматизирована"}
    assert {code for code, title in titles.items() if title in output} == spoken
