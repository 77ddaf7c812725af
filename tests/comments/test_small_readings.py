"""Small readings of what people write into forms: days, codes, languages, heads of columns."""

from pathlib import Path

import pytest

from msgids import LANGUAGES, said_in
from sites import ROOT
from talqy.comments.form_words import code_of, is_yes, language_of, typed_yes
from talqy.comments.new_comment import derived_id, drawn_id
from talqy.comments.table_heads import HEADS, field_of, plain
from talqy.drafts.answers_file import answers_in
from talqy.intake import import_kinds
from talqy.intake.form_days import day_of
from talqy.intake.table_rows import settled
from talqy.office.grids import letters
from talqy.project.shipped import shipped_codes

CODES = shipped_codes()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        (" 20.11.2026 ", "2026-11-20"),
        ("1.2.2026 г.", "2026-02-01"),
        ("20.11.2026 14:05", "2026-11-20"),
        ("20.11.2026, 14:05:09", "2026-11-20"),
        ("2026-11-20T20:00:00Z", "2026-11-21"),
        ("2026-11-20 20:00", "2026-11-20"),
        ("46346", "2026-11-20"),
        ("46346.75", "2026-11-20"),
        ("11/20/2026", None),
        ("20-11-2026", "2026-11-20"),
        ("20.11.26", None),
        ("31.02.2026", None),
        ("20261120", "2026-11-20"),
        ("20261320", None),
        ("202611201", None),
        ("вчера", None),
        ("", None),
        ("9999-12-31T23:59:59-23:00", None),
    ],
)
def test_a_day_is_read_where_it_is_plain(said: str, day: str | None) -> None:
    found = day_of(said, "Asia/Almaty")
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("name", "said", "code"),
    [
        ("comment-kind", "change", "change"),
        ("comment-kind", "Возражение", "objection"),
        ("comment-kind", "сұрақ", "question"),
        ("comment-kind", "Замечание", "change"),
        ("comment-kind", "ұсыныс", "change"),
        ("author-kind", "Физическое лицо", "individual"),
        ("author-kind", "заңды тұлға", "legal-entity"),
        ("author-kind", "ИП", "entrepreneur"),
        ("comment-channel", "хат", "paper"),
        ("author-kind", "кто-то", "кто-то"),
    ],
)
def test_codes_are_known_by_their_names_and_by_habit(name: str, said: str, code: str) -> None:
    assert code_of(name, said, CODES) == code


def test_languages_and_yes_and_no_have_their_words() -> None:
    assert [language_of(said) for said in ("қазақша", "Русский", "uz")] == ["kk", "ru", "uz"]
    assert [is_yes(said) for said in ("Иә", "да", "1", "", "жоқ", "быть может")] == [
        *(True, True, True),
        *(False, False, None),
    ]


def test_a_sign_that_says_nothing_is_no_answer() -> None:
    assert [typed_yes(s) for s in ("", " ", ".", "!", "\u200b", "()", "?", "[ ]")] == [None] * 8
    assert all(typed_yes(said) is False for said in ("false", "0", "no", "-", "нет.", "ж", "☐"))
    assert all(typed_yes(said) for said in ("true", "1", "+", "[x]", "Да!", "и", "✓"))


def test_yes_and_no_of_yaml_are_answers() -> None:
    said = {"a": "false", "b": "0", "c": "no", "d": "true", "e": ""}
    rows = "".join(f"- id: {name}\n  answer: {one}\n" for name, one in said.items())
    answers = answers_in(f"questions:\n{rows}".encode(), "answers.yaml")
    assert isinstance(answers, list)
    meant = {one.question: typed_yes(one.answer) for one in answers}
    assert meant == {"a": False, "b": False, "c": False, "d": True}


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Comments", "text"),
        ("  ПІКІР : ", "text"),
        ("Clause/ Subclause\n(e.g. 3.1)", "clause"),
        ("Type of comment2", "kind"),
        ("Құрылымдық элемент (тармақ, жол)", "clause"),
        ("Тармақ / Пункт", "clause"),
        ("Тармақ / Текст", ""),
        ("№ р/с / № п/п", "number"),
        ("Позиция разработчика", "observations"),
        ("in_reply_to", "in_reply_to"),
        ("Телефон", ""),
        ("", ""),
    ],
)
def test_a_head_is_known_by_its_words(head: str, field: str) -> None:
    assert field_of(head) == field


def test_no_head_means_two_things() -> None:
    names = [plain(name) for names in HEADS.values() for name in dict.fromkeys(map(plain, names))]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_head_is_named_in_the_guide() -> None:
    guide = Path(ROOT, "docs/intake.md").read_text("utf-8").lower()
    assert [name for names in HEADS.values() for name in names if f"`{name}`" not in guide] == []


def test_every_reason_is_named_in_the_guide() -> None:
    guide = Path(ROOT, "docs/intake.md").read_text("utf-8")
    rows = [f"| {fault.code} | {fault.message} | {fault.hint} |" for fault in import_kinds.ALL]
    assert [row for row in rows if row not in guide] == []


def test_the_template_keeps_the_place_in_front_of_the_text() -> None:
    names = {"line": "Line number (e.g. 17)", "part": "Paragraph:"}
    said = {"line": "17", "part": "", "kind": "TE", "text": "Words."}
    assert settled(said, names) == {"text": "Line number: 17\nWords."}
    assert settled({"kind": "question", "text": "Words."}, {}) == {
        "kind": "question",
        "text": "Words.",
    }


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_ids_have_the_shape_of_ids_and_are_drawn_until_one_is_free() -> None:
    taken: list[str] = []

    def is_taken(name: str) -> bool:
        taken.append(name)
        return len(taken) < 3

    assert drawn_id(is_taken) == taken[-1]
    assert len(set(taken)) == 3
    for name in (*taken, derived_id(["a"])):
        assert len(name) == 10
        assert set(name) <= set("0123456789abcdefghjkmnpqrstvwxyz")
    assert derived_id(["ab", "c"]) != derived_id(["a", "bc"])


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_reason_is_said_in_every_language(language: str) -> None:
    words = {text for fault in import_kinds.ALL for text in (fault.message, fault.hint)}
    assert sorted(words - said_in(language, "problem").keys()) == []


def test_the_codes_of_reasons_are_in_order_and_single() -> None:
    codes = [fault.code for fault in import_kinds.ALL]
    assert codes == sorted(set(codes))
