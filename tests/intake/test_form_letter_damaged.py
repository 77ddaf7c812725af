"""A letter of the form that lost something on the way gives the same comment, or is left.

Each label of each field is damaged in the ways of programs and people, one at a time: never comes
another comment of it, and never is a label published.
"""

import re
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import message
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.model.problem import Level
from talqy.office.grids import Place
from talqy.project.comment_form import SIGN, comment_form

LANGUAGES = ("kk", "ru", "en")
LETTER = comment_form().letter
FIELDS = {
    "draft": "Регистрация рождения (birth-registration r2)",
    "language": "русский",
    "author.kind": "физическое лицо",
    "author.name": "Айгүл Үлгіқызы",
    "author.foreign": "да",
    "consent": "да",
    "id": "sbv1qfgdj0",
    "clause": "4. Способы подачи (channels)",
    "kind": "предложение об изменении",
    "text": "Прошу разрешить это.\n\n• так делают в трех областях;\n– и без очередей.",
    "proposal": "Заявление подается через любой роддом.",
    "quote": "через Государственную корпорацию",
}
SECOND = {
    "id": "sbv1qfgdj1",
    "clause": "5. Срок (term)",
    "kind": "возражение",
    "text": "Пять дней – это долго.",
    "proposal": "Два дня.",
    "quote": "пять рабочих дней",
}


class Fit(NamedTuple):
    """One label of a letter: its field, which of our languages it has, and which set of labels."""

    name: str
    language: int
    age: int


def label(fit: Fit) -> str:
    """Return the words of a label: the youngest of a language come first in the list."""
    own = LETTER[fit.name]
    return own[(fit.language + 3 * fit.age) % len(own)]


def letter(language: int, age: int, change: Callable[[str, str], str], at: str) -> str:
    """Return a letter in whose line `at` a label was changed.

    "2 " leads those of the second remark, "2 *" is all of them, "*" all of both.
    """
    lines = []
    second = {f"2 {name}": words for name, words in SECOND.items()}
    for name, words in {**FIELDS, **second, "end": ""}.items():
        told = label(Fit(name.removeprefix("2 "), language, age))
        line = f"{SIGN} {told}:" if name != "end" else f"{SIGN} {told}"
        is_meant = at in {name, "*"} or (at == "2 *" and name.startswith("2 "))
        shown = change(line, told) if is_meant else line
        lines.append((name, _filled(shown, words)))
    return "\n".join(("\n" if name.endswith(("id", "end")) else "") + text for name, text in lines)


def _filled(shown: str, words: str) -> str:
    """Put the words behind a label; a mark of bold letters goes behind both."""
    first, *rest = words.split("\n")
    end = "*" if "\0" in shown else ""
    return "\n".join([f"{shown} {first}".replace("\0", "").rstrip() + end, *rest])


DAMAGES: Mapping[str, Callable[[str, str], str]] = {
    "dash folded": lambda line, _: line.replace("–", "-"),
    "dash lost": lambda line, _: line.replace("–", ""),
    "bold": lambda line, _: f"*{line}*",
    "bold, sign apart": lambda line, told: line.replace(told, f"**{told}**"),
    "bold behind the sign": lambda line, told: line.replace(f"{told}:", f"*{told}:*"),
    "bold to the end": lambda line, told: f"{line.replace(told, f'*{told}')}\0",
    "slanting": lambda line, _: f"_{line}_",
    "indent": lambda line, _: f"    {line}",
    "tab": lambda line, _: f"\t{line}",
    "capitals": lambda line, _: line.upper(),
    "small": lambda line, _: line.lower(),
    "no-break spaces": lambda line, _: line.replace(" ", "\u00a0"),
    "double spaces": lambda line, _: line.replace(" ", "  "),
    "zero width": lambda line, _: f"{line[:4]}\u200b{line[4:]}",
    "mark of direction": lambda line, _: f"\u200e{line}",
    "soft hyphen": lambda line, _: f"{line[:5]}\u00ad{line[5:]}",
    "o": lambda line, _: line.replace(SIGN, "o"),
    "circle": lambda line, _: line.replace(SIGN, "◦"),
    "question": lambda line, _: line.replace(SIGN, "?"),
    "middle dot": lambda line, _: line.replace(SIGN, "·"),
    "destroyed sign": lambda line, _: line.replace(SIGN, "\ufffd"),
    "symbol font": lambda line, _: line.replace(SIGN, "\uf0b7"),
    "no gap": lambda line, _: line.replace(f"{SIGN} ", SIGN),
    "no sign": lambda line, _: line.replace(f"{SIGN} ", ""),
    "no colon": lambda line, _: line.replace(":", ""),
    "colon apart": lambda line, _: line.replace(":", " :"),
    "full-width colon": lambda line, _: line.replace(":", "\uff1a"),
    "quoted": lambda line, _: f"> {line}",
    "quoted twice": lambda line, _: f">> {line}",
    "typo": lambda line, _: re.sub(r"(\w)(\w)(\w{2})(?=\W*$)", r"\2\1\3", line),
    "letter lost": lambda line, _: re.sub(r"\w(?=\W*$)", "", line),
    "wrapped at its first word": lambda line, told: line.replace(told, told.replace(" ", "\n", 1)),
    "wrapped at its last word": lambda line, told: line.replace(
        told, "\n".join(told.rsplit(" ", 1))
    ),
    "wrapped behind it": lambda line, _: f"{line}\n",
    "comma lost": lambda line, _: line.replace(",", ""),
    "own words": lambda line, told: line.replace(told, "Мой пункт"),
}
PLACES = (*FIELDS, *(f"2 {name}" for name in SECOND), "end")


def came(sent: EmailMessage) -> list[Mapping[str, str]] | None:
    """Return the comments that come of a message, words apart from gaps; None: it is left."""
    data = sent.as_bytes()
    read = parsed(data)
    assert read is not None
    found = letter_of(read, data, Place("a.eml"), "Asia/Almaty").submissions
    if any(note.level is Level.ERROR for one in found for note in one.notes):
        return None
    return [
        {"id": one.id, "draft": one.draft, **{k: " ".join(v.split()) for k, v in one.said.items()}}
        for one in found
    ]


def sent_as(text: str, program: str) -> EmailMessage:
    """Return a letter as a program sends it: as plain text, as a page, or as both."""
    page = "".join(f"<div>{line or '<br>'}</div>" for line in text.split("\n"))
    return message(text if program != "page" else "", page if program != "plain" else "")


def whole(language: int, age: int) -> list[Mapping[str, str]]:
    found = came(sent_as(letter(language, age, lambda line, _: line, ""), "plain"))
    assert found is not None
    return found


@pytest.mark.parametrize("program", ["plain", "page", "both"])
@pytest.mark.parametrize("language", range(len(LANGUAGES)), ids=LANGUAGES)
def test_the_whole_letter_comes_in(language: int, program: str) -> None:
    found = came(sent_as(letter(language, 0, lambda line, _: line, ""), program))
    assert found is not None
    first, second = found
    assert (first["id"], second["id"]) == ("sbv1qfgdj0", "sbv1qfgdj1")
    assert first["text"] == " ".join(FIELDS["text"].split())
    assert (first["name"], first["foreign"], first["quote"]) == (
        FIELDS["author.name"],
        "да",
        FIELDS["quote"],
    )
    assert (second["clause"], second["proposal"]) == ("term", "Два дня.")


@pytest.mark.parametrize(("turn", "damage"), list(enumerate(DAMAGES)), ids=DAMAGES)
def test_one_damaged_label_gives_the_same_comment_or_the_letter_is_left(
    turn: int, damage: str
) -> None:
    """Each damage in one of the languages; the property below takes all of them."""
    language = turn % len(LANGUAGES)
    expected = (None, whole(language, 0))
    for place in PLACES:
        for program in ("plain", "page"):
            sent = sent_as(letter(language, 0, DAMAGES[damage], place), program)
            assert came(sent) in expected, (place, program)


ONE = st.fixed_dictionaries(
    {
        "place": st.sampled_from(PLACES),
        "damage": st.sampled_from(sorted(DAMAGES)),
        "program": st.sampled_from(("plain", "page", "both")),
    }
)
OTHERS = st.tuples(*[st.integers(0, 2)] * 4)


@given(one=ONE, others=OTHERS)
def test_a_label_of_another_language_or_age_damaged_or_not_changes_nothing(
    one: Mapping[str, str], others: tuple[int, int, int, int]
) -> None:
    language, age, other, older = others
    foreign = label(Fit(one["place"].removeprefix("2 "), other, older))

    def told(line: str, words: str) -> str:
        return DAMAGES[one["damage"]](line.replace(words, foreign), foreign)

    sent = sent_as(letter(language, age, told, one["place"]), one["program"])
    assert came(sent) in (None, whole(language, age))


READ = ("dash folded", "bold", "indent", "capitals", "no-break spaces", "o", "circle", "question")


@pytest.mark.parametrize("damage", READ)
def test_what_programs_do_to_a_label_is_read(damage: str) -> None:
    """The properties above cannot be met by leaving every letter."""
    for place in PLACES:
        sent = sent_as(letter(1, 0, DAMAGES[damage], place), "plain")
        assert came(sent) == whole(1, 0), place


@pytest.mark.parametrize("sign", ["", "1. ", "1) ", "# ", "«", "– "])
@pytest.mark.parametrize("age", [0, 1])
def test_a_letter_all_of_whose_signs_are_others_is_read_or_left(sign: str, age: int) -> None:
    for language in range(len(LANGUAGES)):
        text = letter(language, age, lambda line, _: f"{sign}{line[2:]}", "*")
        for program in ("plain", "page"):
            assert came(sent_as(text, program)) in (None, whole(language, age))


@pytest.mark.parametrize("sign", ["o", "◦", "?", "·", "*", "-", ""])
def test_a_second_remark_with_other_signs_is_no_part_of_the_first(sign: str) -> None:
    """Where all its labels are led otherwise than those of the first, it comes whole, or no one."""
    sent = sent_as(letter(1, 0, lambda line, _: f"{sign}{line[1:]}".lstrip(), "2 *"), "plain")
    assert came(sent) in (None, whole(1, 0))


NUMBER, ABOUT, MINE = (
    "Номер: sbv1qfgdj0",
    "О чем комментарий: 5. Срок (term)",
    "Мой комментарий: Долго.",
)
NAME = "Мое имя (можно опубликовать): Айгүл Үлгіқызы"
LOST = [
    [NUMBER, ABOUT, MINE],
    [ABOUT, MINE],
    [NUMBER, MINE],
    [NAME, "Пять дней – это долго."],
    ["Атым (жариялауға болады): Айгүл Үлгіқызы", "Нөмірі: sbv1qfgdj0", "Пікірім: Ұзақ."],
    ["Жоба: Тууды тіркеу (birth-registration r2)", "Пікірім: Ұзақ."],
]


@pytest.mark.parametrize("sign", ["• ", "", "* ", "· "])
@pytest.mark.parametrize("lines", LOST, ids=lambda lines: " / ".join(lines)[:40])
def test_a_letter_that_lost_its_head_is_left_and_no_label_is_a_word(
    lines: list[str], sign: str
) -> None:
    said = "\n".join(f"{sign}{line}" for line in lines)
    letter = letter_of(message(said), b"", Place("a.eml"), "Asia/Almaty")
    assert [one.code for row in letter.submissions for one in row.notes if one.is_error] == ["I26"]


def test_one_line_that_people_write_too_is_no_form() -> None:
    for said in ("Проект: о рождении\nМой комментарий: долго.", "Автор: дочь\nПроект: хороший"):
        letter = letter_of(message(said), b"", Place("a.eml"), "Asia/Almaty")
        assert not [one for row in letter.submissions for one in row.notes if one.code == "I26"]
