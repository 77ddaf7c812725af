"""A table of the judge's kinds by doors: what a comment, or an answer, is told at each of them.

`tests/comments/test_doors.py` asks the doors themselves; here each kind of the judge's table has a
row, read from that table, so that a new one cannot be forgotten at a door.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from builders import COMMENT, OTHER_COMMENT, STANDARD, TODAY, a_comment, a_response, write_project
from gate_cases.making import BIN, IIN
from talqy.comments import judge as judging
from talqy.comments import kinds, wish_kinds
from talqy.comments.doors import Door, at_door
from talqy.comments.earlier import earlier_in_register
from talqy.comments.judge import JudgeContext, judge
from talqy.comments.made_elsewhere import MADE_ELSEWHERE, OTHER_CONSENT
from talqy.comments.official import judge_answers
from talqy.model.comment import Comment, Response
from talqy.model.problem import Kind, Level, Problem
from talqy.model.register import Register
from talqy.project.load import read_project

DOORS = (Door.SINGLE, Door.TABLE, Door.NEW, Door.FORM, Door.ANSWER)
"""The columns: the gate, an import, `talqy new comment`, the form, the workbook of answers."""
LETTERS = {Level.ERROR: "F", Level.PERSON: "P", Level.WARNING: "W"}
SAID = "Выходные дни отдела надо печатать на двери, чтобы никто не ездил зря."
LATER = date(2026, 12, 10)

# What only bytes, keys or a project of several texts can have: `door_cases.py` has a case of each.
IN_FILES = {
    *(kinds.TOO_BIG, kinds.NO_BYTES, kinds.POINTER, kinds.NOT_TEXT, kinds.CARRIAGE_RETURNS),
    *(
        kinds.NOT_COMPOSED,
        kinds.NO_LAST_LINE_END,
        kinds.AUTHORITYS_FIELD,
        kinds.CUT_BEFORE,
        kinds.CONTACT_FIELD,
    ),
    *(kinds.NEVER_OPEN, kinds.CLOSED, kinds.GIVEN_UP, kinds.ID_TAKEN, kinds.CUT_BEFORE),
}


@dataclass(frozen=True)
class Row:
    """What each door says, in the order of `DOORS` (“-”: nothing), and a comment that has it."""

    said: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    today: date = field(default_factory=lambda: date.fromisoformat(TODAY))


def text(said: str, words: str) -> Row:
    return Row(said, {"text": words})


def name(said: str, written: str, kind: str = "individual") -> Row:
    return Row(said, {"author": {"kind": kind, "name": written}})


TABLE: Mapping[Kind, Row] = {
    kinds.LOST_LETTERS: text("PPPPP", "Ð¡Ñ€Ð¾Ðº Ð²ÐµÐ»Ð¸Ðº, прошу два дня."),
    kinds.MIXED_LETTERS: text("PPPPP", "Cpoк вeлик, пpошу два дня."),
    kinds.FORBIDDEN_SIGN: text("FFFF-", "Срок \u202eйинилд\u202c, прошу два дня."),
    kinds.INVISIBLE_SIGN: text("PPPP-", "Прошу сократить срок до дву\u200bх дней."),
    kinds.SOFT_HYPHEN: text("WWWW-", "Прошу сокра\u00adщения срока до двух дней."),
    kinds.STACKED_SIGNS: text("PPPP-", "Сро\u0301\u0301\u0301\u0301к велик, прошу два дня."),
    kinds.NOT_YET_OPEN: Row("FFFF-", {"received": "2026-11-02"}),
    kinds.LATE: Row("PPPP-", {"received": "2026-12-05"}, LATER),
    kinds.DATED_BACK: Row("P-PP-", {}, LATER),
    kinds.FUTURE: Row("FFFF-", {"received": "2026-11-25"}),
    kinds.QUOTE_NOT_FOUND: Row("WWWW-", {"quote": "Плата составляет сорок тенге"}),
    kinds.NO_SUCH_REPLY: Row("FFFF-", {"in_reply_to": "zzzzzzzzzz"}),
    kinds.TOO_SHORT: text("FFFF-", "ок"),
    kinds.TOO_LONG: text("FFFF-", "я " * 9_999),
    kinds.NAME_IN_LINES: name("FFFF-", "Иван\nОбразцов"),
    kinds.UNKNOWN_LANGUAGE: Row("PPPP-", {"language": "en"}),
    kinds.OTHER_LANGUAGE: text(
        "WWWW-", "Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын."
    ),
    kinds.CHANNEL_CLAIMED: Row("P----", {"channel": "paper"}),
    kinds.ATTACHED_ELSEWHERE: Row(
        "F----", {"attachments": [{"name": "письмо.pdf", "digest": f"sha256:{'9' * 64}"}]}
    ),
    MADE_ELSEWHERE: Row("P----", {"group": "atameken"}),
    OTHER_CONSENT: Row("FFFF-", {"consent": "0"}),
    kinds.IIN: text("FFFFF", f"Мой номер {IIN}, срок велик."),
    kinds.CLAIMED_IIN: text("FFFFF", "ИИН девять ноль ноль один ноль один три ноль ноль один 2 2."),
    kinds.BIN: text("WWWW-", f"Наш номер {BIN}, срок велик."),
    kinds.PHONE: text("PFFFP", "Звоните: 8 (701) 123-45-67, срок велик."),
    kinds.LANDLINE: text("PFFF-", "Звоните: 8 (7172) 55-12-34, срок велик."),
    kinds.EMAIL: text("PFFFP", "Пишите на ivan.obrazcov@example.kz, срок велик."),
    kinds.HANDLE: text("PFFFP", "Пишите на t.me/ivan_obrazcov, срок велик."),
    kinds.CARD: text("PFFFP", "Карта 4111 1111 1111 1111, срок велик."),
    kinds.ACCOUNT: text("PFFFP", "Счет KZ86125KZT5004100100, срок велик."),
    kinds.DOCUMENT: text("PFFFP", "Удостоверение личности № 012345678, срок велик."),
    kinds.PLATE: text("PFFFP", "Машина 123 ABC 02 стоит на учете, срок велик."),
    kinds.ADDRESS: text("PFFFP", "Живу: ул. Абая, дом 5, кв. 12, срок велик."),
    kinds.ABOUT_PERSON: text("PFFFP", "У моего сына Иванова Пети аутизм, срок велик."),
    kinds.CONTACT_IN_NAME: name("FFFF-", "ivan@example.kz"),
    kinds.MARKUP: text("FFFF-", "Прошу <b>срочно</b> сократить срок."),
    kinds.SCRIPT_LINK: text("FFFF-", "[x](javascript:alert(1)) прошу сократить срок."),
    kinds.MARKER: text("FFFF-", "{{ config }} прошу сократить срок."),
    kinds.MANY_LINKS: text("PPPP-", "https://a.kz/1, https://b.kz/2, https://c.kz/3: срок велик."),
    kinds.HIDDEN_LINK: text("PPPPP", "Срок велик: https://bit.ly/3xYz и так далее."),
    kinds.LOOK_ALIKE_LINK: text("PPPPP", "Срок велик: https://egov.kz.example.com/a подробнее."),
    kinds.SHOUTING: text("WWWW-", "ПОЧЕМУ СРОКИ ТАКИЕ ДЛИННЫЕ, КОГДА У СОСЕДЕЙ ТОЛЬКО ОДИН ЧАС?"),
    kinds.REPEATED: text("WWWW-", "Пожалуйста, отмените очереди утром. " * 5),
    kinds.MIXED_NAME: name("PPPP-", "Oбразцов Иван"),
    kinds.OFFICIAL_NAME: name("FFFF-", "Вице-министр"),
    kinds.ODD_NAME: name("PPPP-", "★Образцов★"),
    kinds.OFFICE_AS_NAME: name("PPPP-", "Отдел стандартов"),
    kinds.OFFICIAL_WORD: name("PPPP-", "Совет при Министерстве культуры", "legal-entity"),
    kinds.STATE_BODY: name("PPPP-", "Министерство юстиции", "state-body"),
    kinds.STATE_BODY_CLAIMED: Row("P--P-", {"author": {"kind": "state-body"}}),
    kinds.OFFICIAL_VOICE: text("PPPP-", "Министерство юстиции отвечает: срок не меняется."),
    kinds.CAMPAIGN: text("PPP--", SAID),
    wish_kinds.NO_OPINION: text("PFFF-", "Спасибо, всё понятно."),
    wish_kinds.WITHDRAWAL: text("PFFF-", "Прошу отозвать мое предыдущее замечание."),
    wish_kinds.NOT_FOR_PUBLICATION: text("PFFF-", "Не для публикации: срок слишком велик."),
    wish_kinds.NAME_NOT_FOR_PUBLICATION: Row(
        "PFFF-",
        {
            "text": "Срок велик. Прошу не публиковать мое имя.",
            "author": {"kind": "individual", "name": "Иван Образцов"},
        },
    ),
    wish_kinds.OTHER_BUSINESS: text("PFFF-", "Скидки на двери до конца недели!"),
    wish_kinds.POINTS_ELSEWHERE: text("PFFFF", "Смотрите вложение."),
    wish_kinds.PASTED: text("PFFFP", "[18.11.26, 10:15] Иван Образцов: срок велик, два дня."),
}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder = tmp_path_factory.mktemp("kinds") / "project"
    write_project(folder, comments=[a_comment(OTHER_COMMENT, text=SAID)])
    read = read_project(folder).register
    assert read
    return read


def told(register: Register, row: Row, door: Door) -> list[Problem]:
    """Return what a door says of the comment of a row, or of its text as an answer."""
    if door is Door.ANSWER:
        words = str(row.fields.get("text", ""))
        answer = Response.model_validate(
            a_response(reason={"kk": words or "…", "ru": words or "…"}),
            context={"languages": ("kk", "ru"), "codes": register.codes.lists},
        )
        (record,) = register.records
        asked = record.comments[0]
        answered = replace(
            record, responses={asked.id: answer.model_copy(update={"comment": asked.id})}
        )
        return list(judge_answers(register, answered, {asked.path.response_file}))
    context = JudgeContext(
        door=door,
        register=register,
        today=row.today,
        standards=frozenset({STANDARD}),
        earlier=earlier_in_register(register),
    )
    comment = Comment.model_validate(
        a_comment(COMMENT, **row.fields),
        context={"languages": ("kk", "ru"), "codes": register.codes.lists},
    )
    return judge("a.yaml", comment, context)


def test_each_kind_of_the_judge_has_a_row() -> None:
    assert set(TABLE) | IN_FILES == set(kinds.ALL)
    assert not set(TABLE) & IN_FILES
    assert {len(row.said) for row in TABLE.values()} == {len(DOORS)}


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: f"{kind.code} {kind.message[:40]}")
def test_what_each_door_says_of_a_kind(kind: Kind, register: Register) -> None:
    row = TABLE[kind]
    found = ""
    for door in DOORS:
        there = at_door(kind.at("a.yaml"), door)
        is_said = there and there.kind in {one.kind for one in told(register, row, door)}
        found += LETTERS[there.level] if there and is_said else "-"
    assert found == row.said


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: f"{kind.code} {kind.message[:30]}")
def test_what_is_not_looked_for_at_a_door_is_not_said_there(
    kind: Kind, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_it_is = [told(register, TABLE[kind], door) for door in Door]
    monkeypatch.setattr(judging, "is_said", lambda *_: True)
    assert as_it_is == [told(register, TABLE[kind], door) for door in Door]
