"""Who mends a comment is spoken to: its author at the gate, the clerk at an import."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import STANDARD, write_project
from gate_cases.making import IIN
from importing import of_file, take
from intakes import a_csv, a_message, put
from talqy.comments import kinds, wish_kinds
from talqy.comments.door_words import (
    TO_AUTHOR_BEFORE,
    TO_AUTHOR_IN_FORM,
    TO_AUTHORITY,
    TO_CLERK,
    TO_CLERK_OF_MAIL,
    OtherWords,
)
from talqy.comments.doors import Door, at_door
from talqy.comments.made_elsewhere import MADE_ELSEWHERE, OTHER_CONSENT
from talqy.model.problem import Kind
from whole_problems import GAP, gaps

IMPORTS = (Door.MAIL, Door.TABLE)
# Words that speak to an author who sends a file of their own.
TO_AN_AUTHOR = re.compile(r"\bbranch|commit|\bsend your|you need do|your comment")

# Kinds that fit a clerk as they stand, and those that only a file in a pull request can have.
SAID_ALIKE = {kinds.NO_SUCH_REPLY, kinds.CAMPAIGN, kinds.DATED_BACK}
OF_FILES = {
    *(kinds.NO_BYTES, kinds.POINTER, kinds.NOT_TEXT, kinds.CARRIAGE_RETURNS),
    *(kinds.NO_LAST_LINE_END, OTHER_CONSENT, kinds.AUTHORITYS_FIELD, kinds.CUT_BEFORE),
    *(kinds.CONTACT_FIELD, kinds.ID_TAKEN, kinds.CHANNEL_CLAIMED, kinds.STATE_BODY_CLAIMED),
    *(kinds.ATTACHED_ELSEWHERE, MADE_ELSEWHERE),
}
# What a clerk or an authority is shown of words that they have before them.
QUOTED = {"line", "value", "words"}
LEFT_ALONE = SAID_ALIKE | OF_FILES


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.mark.parametrize("door", IMPORTS)
@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: f"{kind.code} {kind.message[:30]}")
def test_every_kind_speaks_to_a_clerk_or_cannot_appear_at_an_import(kind: Kind, door: Door) -> None:
    said = at_door(kind.at("a.csv"), door)
    if kind in LEFT_ALONE or said is None:
        return
    assert kind in TO_CLERK
    assert not TO_AN_AUTHOR.search(said.kind.hint), said.kind.hint


def test_no_kind_has_words_for_a_clerk_and_none_needed() -> None:
    assert not LEFT_ALONE & TO_CLERK.keys()
    assert TO_CLERK.keys() == TO_CLERK_OF_MAIL.keys()
    assert set(TO_CLERK) | LEFT_ALONE == set(kinds.ALL)


@pytest.mark.parametrize(
    "words", [TO_CLERK, TO_CLERK_OF_MAIL, TO_AUTHOR_BEFORE, TO_AUTHOR_IN_FORM, TO_AUTHORITY]
)
def test_other_words_have_no_gap_that_the_kinds_own_have_not(
    words: Mapping[Kind, OtherWords],
) -> None:
    for kind, other in words.items():
        allowed = gaps(kind) | (QUOTED if kind in wish_kinds.ALL else set())
        assert set(GAP.findall(other.message + other.hint)) <= allowed, kind.code


def test_the_author_at_the_gate_hears_the_words_of_the_table() -> None:
    for kind in kinds.ALL:
        said = at_door(kind.at("a.yaml"), Door.SINGLE)
        assert said
        assert said.kind == kind


def test_an_author_who_has_sent_nothing_yet_hears_of_no_branch() -> None:
    said = at_door(kinds.IIN.at("a.yaml"), Door.NEW)
    assert said
    assert said.kind.hint == TO_AUTHOR_BEFORE[kinds.IIN].hint


def test_an_author_at_a_form_hears_of_no_file_and_no_key() -> None:
    of_files = OF_FILES - {kinds.STATE_BODY_CLAIMED}
    for kind in set(kinds.ALL) - of_files:
        said = at_door(kind.at("text"), Door.FORM)
        words = f"{said.kind.message} {said.kind.hint}" if said else ""
        assert not re.search(r"\bfiles?\b|“kind”|“language”|“channel”|branch|commit", words), words


def test_a_clerk_is_told_in_russian_and_kazakh_to_mask_a_number(project: Path) -> None:
    heads, row = ("Дата", "Текст"), ("10.11.2026", f"Мой ИИН {IIN}, прошу сократить срок.")
    file = put(project, "a.csv", a_csv(heads, row))
    for language, wanted in (("ru", "вместо личных данных"), ("kk", "дербес деректердің орнына")):
        output = take(project, file, "--draft", "--language", language).output
        assert wanted in output
        assert "ветк" not in output
        assert "бұтақ" not in output


def test_a_message_of_a_day_to_come_is_taken_with_the_day_that_the_clerk_says(
    project: Path,
) -> None:
    message = a_message("Срок велик, прошу два дня.", Date="Fri, 25 Dec 2037 10:00:00 +0500")
    file = put(project, "a.eml", message.as_bytes())
    said = take(project, file, "--draft", "--language", "ru").output
    assert "проверьте часы отправителя и укажите день поступления в --received" in said
    row = of_file(project, file, "--draft", "--received", "2026-11-10")["rows"][0]
    assert (row["status"], row["about"]["received"]) == ("taken", "2026-11-10")


def test_what_is_to_be_copied_into_a_table_comes_with_the_command_that_makes_one(
    project: Path,
) -> None:
    heads, row = ("Дата", "Текст"), ("10.11.2026", f"Мой ИИН {IIN}, прошу сократить срок.")
    command = f"talqy comment template --standard {STANDARD}"
    line = f"Пустая таблица, чтобы перенести текст вручную: {command}"
    left = put(project, "a.csv", a_csv(heads, row))
    assert line in take(project, left, "--draft", "--language", "ru").output
    sound = put(project, "b.csv", a_csv(heads, ("10.11.2026", "Прошу сократить срок.")))
    assert line not in take(project, sound, "--draft", "--language", "ru").output


def test_a_letter_whose_charset_is_not_said_is_not_told_to_have_one(project: Path) -> None:
    body = "Срок велик, прошу два дня.".encode("utf-16-le")
    for head, words in (
        (b"", "в письме не указана кодировка, и буквы не читаются"),
        (b"; charset=utf-8", "не в кодировке utf-8, которая в нем указана, и буквы не читаются"),
    ):
        letter = b"From: a@home.example\r\nDate: Tue, 10 Nov 2026 10:00:00 +0500\r\n"
        letter += b"Content-Type: text/plain" + head + b"\r\n\r\n\xff\xfe" + body
        file = put(project, "a.eml", letter)
        assert words in take(project, file, "--draft", "--language", "ru").output
