"""The slips of people who type YAML: each is named in its own line, with the line mended."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msgids import said_in
from sites import ROOT
from talqy.project import yaml_slips, yaml_values
from talqy.project.faults import SYNTAX
from talqy.project.yaml_explain import WORDS
from talqy.project.yaml_read import parse
from talqy.project.yaml_slips import first_slip
from talqy.project.yaml_write import dumped

NBSP = "\N{NO-BREAK SPACE}"
# What is written, the line and column of the slip, why it is one, and the line as it should be.
SLIPS = {
    "a paste without its indent": (
        "explanation:\n  kk: |-\n    Бір.\nЕкінші жол.\n  ru: Два.\n",
        (4, 1),
        yaml_slips.OUTSIDE,
        "put 4 spaces in front of it: Екінші жол.",
    ),
    "a paste of list signs": (
        "explanation:\n  kk: |-\n    Тізім:\n1) өтініш;\n2) куәлік.\n",
        (4, 1),
        yaml_slips.OUTSIDE,
        "put 4 spaces in front of it: 1) өтініш;",
    ),
    "a second line without its indent": (
        "explanation:\n  ru: Первая строка,\nвторая строка.\n",
        (3, 1),
        yaml_slips.OUTSIDE,
        yaml_slips.LINES.replace("{n}", "4").replace("{line}", "вторая строка."),
    ),
    "a quotation mark at the start": (
        'text: x\nproposal: "Порядок" читать как "Правила"\n',
        (2, 11),
        yaml_values.QUOTE_FIRST,
        'write: proposal: \'"Порядок" читать как "Правила"\'',
    ),
    "the same in a list": (
        'also:\n  - "Заң" сөзі\n',
        (2, 5),
        yaml_values.QUOTE_FIRST,
        "write: - '\"Заң\" сөзі'",
    ),
    "a name in quotation marks inside of them": (
        'title:\n  kk: "«А»"\n  ru: "ТОО "Ромашка" принимает."\n',
        (3, 12),
        yaml_values.INNER_QUOTE,
        'use «…» inside of the text: ru: "ТОО «Ромашка» принимает."',
    ),
    "the same with single ones": (
        "title:\n  ru: 'Закон 'О связи' принят'\n",
        (2, 14),
        yaml_values.INNER_QUOTE,
        "write: ru: \"Закон 'О связи' принят\"",
    ),
    "a quotation mark that is not closed": (
        'title:\n  kk: "Куәлік\n  ru: "Удостоверение"\n',
        (2, 7),
        yaml_slips.NOT_CLOSED,
        'write: kk: "Куәлік"',
    ),
    "the same in the last line": (
        'title:\n  kk: Куәлік\n  ru: "Удостоверение\n',
        (3, 7),
        yaml_slips.NOT_CLOSED,
        'write: ru: "Удостоверение"',
    ),
    "a no-break space in the indent": (
        f"title:\n  kk: Куәлік\n{NBSP} ru: Удостоверение: новое\n",
        (3, 1),
        yaml_slips.NO_BREAK,
        "put 2 spaces in front of it: ru: Удостоверение: новое",
    ),
    "typographic quotation marks": (
        "title:\n  ru: “Внимание: новый срок”\n",
        (2, 7),
        yaml_values.TURNED_QUOTES,
        'write: ru: "Внимание: новый срок"',
    ),
    "a colon inside of a text": (
        "title:\n  ru: Внимание: новый срок\n",
        (2, 15),
        yaml_values.COLON,
        'write: ru: "Внимание: новый срок"',
    ),
    "a colon and quotation marks inside of a text": (
        'title:\n  ru: Внимание: "новый" срок\n',
        (2, 15),
        yaml_values.COLON,
        "write: ru: 'Внимание: \"новый\" срок'",
    ),
    "no space behind a colon": (
        "title:\n  kk: Куәлік\n  ru:Удостоверение\n",
        (3, 5),
        yaml_slips.NO_SPACE,
        "write: ru: Удостоверение",
    ),
    "no space behind a dash": (
        "clauses:\n  - id: term\n  -id: fee\n",
        (3, 3),
        yaml_slips.NO_SPACE_DASH,
        "write: - id: fee",
    ),
    "a long dash": (
        "clauses:\n  - id: term\n  – id: fee\n",
        (3, 3),
        yaml_slips.LONG_DASH,
        "write: - id: fee",
    ),
    "no colon": (
        "title:\n  kk: Куәлік\n  ru Удостоверение\n",
        (3, 3),
        yaml_slips.NO_COLON,
        "write: ru: Удостоверение",
    ),
    "a line too far right": (
        "title:\n  kk: Куәлік\n   ru: Удостоверение\n",
        (3, 4),
        yaml_slips.TOO_DEEP,
        "put 2 spaces in front of it: ru: Удостоверение",
    ),
    "a line too far left": (
        "a:\n  title:\n    kk: Куәлік\n   ru: Удостоверение\n",
        (4, 4),
        yaml_slips.TOO_SHALLOW,
        "put 4 spaces in front of it: ru: Удостоверение",
    ),
    "a special sign": (
        "title:\n  ru: @всем\n",
        (2, 7),
        yaml_values.SPECIAL,
        'write: ru: "@всем"',
    ),
    "a comparison": (
        "title:\n  ru: > 5 лет\n",
        (2, 7),
        yaml_values.SPECIAL,
        'write: ru: "> 5 лет"',
    ),
    "brackets at the start": (
        "title:\n  ru: [Приложение 1] к правилам\n",
        (2, 7),
        yaml_values.SPECIAL,
        'write: ru: "[Приложение 1] к правилам"',
    ),
}
# What YAML reads as something else: there is no fault until the shape is looked at.
READ_OTHERWISE = {
    "no space behind any colon": ("title:\n  kk:Куәлік\n  ru:Құжат\n", 2, yaml_slips.NO_SPACE),
    "a no-break space ahead of a field": (
        f"title:\n  kk: Куәлік\n{NBSP} ru: Құжат\n",
        3,
        yaml_slips.NO_BREAK,
    ),
    "a paste that looks like a field": (
        "title:\n  ru: Первая строка\nвторая строка: конец\n",
        3,
        yaml_slips.OUTSIDE,
    ),
}
FIELD = {"kk": "мәтін", "ru": "текст"}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_where_it_was_made_with_the_line_mended(name: str) -> None:
    written, place, reason, advice = SLIPS[name]
    (problem,) = parse(written.encode(), "comments/x.yaml").problems
    assert (problem.kind, (problem.line, problem.column)) == (SYNTAX, place)
    assert problem.said() == f"this is not valid YAML: {reason}"
    assert problem.advised() == advice


@pytest.mark.parametrize("name", [name for name in SLIPS if SLIPS[name][3].startswith("write: ")])
def test_the_line_that_is_shown_mends_the_file(name: str) -> None:
    written, (line, _), _, advice = SLIPS[name]
    lines = written.splitlines()
    indent = len(lines[line - 1]) - len(lines[line - 1].lstrip())
    lines[line - 1] = " " * indent + advice.removeprefix("write: ")
    assert parse("\n".join(lines).encode(), "comments/x.yaml").problems == []


@pytest.mark.parametrize("name", READ_OTHERWISE)
def test_a_slip_that_yaml_reads_as_something_else_is_found_too(name: str) -> None:
    written, line, reason = READ_OTHERWISE[name]
    assert parse(written.encode(), "comments/x.yaml").problems == []
    slip = first_slip(written)
    assert slip is not None
    assert (slip.line, slip.reason.said()) == (line, reason)


@pytest.mark.parametrize("folder", ["standards", "comments"])
def test_sound_files_have_no_slips(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.yaml"))
    assert files
    assert [file.name for file in files if first_slip(file.read_text("utf-8"))] == []


@given(
    st.recursive(
        st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), inner)
        ),
        max_leaves=12,
    )
)
@example(["0\n0"])
@example([["0\n0"]])
@example([{"a": "0\n0"}])
def test_whatever_we_write_ourselves_has_no_slips(value: object) -> None:
    assert first_slip(dumped({"field": value})) is None


@given(st.text(alphabet="ab:-\"'“” \n\t#|>[]{},&*!%@`«»—\N{NO-BREAK SPACE}", max_size=60))
def test_no_file_is_too_odd_to_be_looked_at(written: str) -> None:
    slip = first_slip(written)
    assert slip is None or 1 <= slip.line <= len(written.splitlines())


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_slips_are_said_in_the_language_of_the_run(language: str) -> None:
    known = said_in(language, "problem")
    modules = (yaml_slips, yaml_values)
    words = {w for m in modules for n, w in vars(m).items() if n.isupper() and n[0] != "_"}
    assert {reason for _, _, reason, _ in SLIPS.values()} <= words
    assert (words | WORDS) - known.keys() == set()


def test_no_word_of_a_parser_reaches_a_person() -> None:
    """A parser's words are English, and of its own grammar: “block mapping”, “scalar”."""
    broken = [
        "a: [",
        "a: {b",
        "? a\n: b: c",
        "a: |x\n",
        "- a\nb",
        "%x\n",
        "a: \x07",
        "{a: b}}",
        "a\n\tb: c",
    ]
    said = [p.said() for text in broken for p in parse(text.encode(), "comments/x.yaml").problems]
    assert said
    strange = ("mapping", "scalar", "token", "block", "expected", "stream", "scanning", "parsing")
    assert [words for words in said if any(word in words for word in strange)] == []
