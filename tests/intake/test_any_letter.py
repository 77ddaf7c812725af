"""Whatever a person writes, with whatever program: the words come out whole, or the letter is left.

The words hold lines that look like those of programs; the frames are those of the usual programs
and phones in Kazakh, Russian and English (`support/letters.py`), and those of letters on paper.
"""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from any_lines import LINES, SOUND, read, words
from letters import FAREWELLS, OTHERS, PHONES, PROGRAMS, SECRETS, Letter, message
from talqy.intake.letter_frame import frame_of
from talqy.intake.mail_end import EndLine
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.intake.submission import Submission
from talqy.intake.word_intake import read_docx
from talqy.model.problem import Level
from talqy.office.grids import Place
from word_files import a_word, paragraph

FAMILIES = sorted({name.split("-")[0] for name in PROGRAMS})
LETTERS = st.builds(
    Letter,
    LINES.map(tuple),
    st.sampled_from(((), *FAREWELLS)),
    st.sampled_from(("", *PHONES)),
)


@pytest.mark.parametrize("family", FAMILIES)
@given(data=st.data(), letter=LETTERS, is_reply=st.booleans())
def test_the_words_come_out_whole_and_the_frame_does_not(
    family: str, data: st.DataObject, letter: Letter, *, is_reply: bool
) -> None:
    program = data.draw(st.sampled_from([name for name in PROGRAMS if name.startswith(family)]))
    assume(any(line in SOUND for line in letter.own))
    found, is_left = read(letter, program, is_reply=is_reply)
    if is_left:
        return
    assert words(found.said["text"]) == words("\n".join(letter.own))
    assert [secret for secret in SECRETS if secret in found.said["text"]] == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_words_without_anything_odd_are_taken(program: str) -> None:
    """The property above cannot be met by leaving every letter."""
    ends: list[tuple[tuple[str, ...], str]] = [((), phone) for phone in PHONES]
    ends += [(farewell, phone) for farewell, phone in zip(FAREWELLS, PHONES, strict=False)]
    for farewell, phone in (*ends, ((), "")):
        for own in (SOUND[:1], SOUND[3:5], SOUND):
            found, is_left = read(Letter(own, farewell, phone), program)
            assert not is_left, (phone, found.notes)
            assert words(found.said["text"]) == words("\n".join(own))
            assert [line for line in OTHERS if line not in "\n".join(found.left_out)] == []


# --- on paper --------------------------------------------------------------------------------

ABOVE = (
    (),
    ("Кому: Министерство юстиции", "От кого: Образцова Марина Петровна"),
    ("Исх. № 5-7/12 от 10.11.2026", "Уважаемый министр!"),
    ("Уважаемые коллеги!",),
    ("Құрметті әріптестер!",),
    ("Қадірлі Ерлан Серікұлы,",),
    ("Dear Sir or Madam,",),
)
BELOW = ((), *(lines for lines in FAREWELLS if not lines[0].startswith("--")))


# Two signs each, the word of a head and a day or a body: at an edge they are a letter's heads.
HEADS = {"Дата: 9 ноября 2026 г.", "Кому: акимату города"}
ON_PAPER = LINES.map(lambda lines: [line for line in lines if line not in HEADS])


@given(own=ON_PAPER, above=st.sampled_from(ABOVE), below=st.sampled_from(BELOW))
def test_on_paper_the_words_come_out_whole_or_the_letter_is_left(
    own: list[str], above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    assume(any(line in SOUND for line in own))
    said = [line for line in own if line]
    # Heads with no greeting below them: what goes on in their form is one of them.
    assume(not (above[:1] == ABOVE[1][:1] and ": " in said[0][:8]))
    lines = [*above, *said, *below]
    frame = frame_of([EndLine(line, is_apart=True) for line in lines])
    taken = words("\n".join(lines[frame.first : frame.end]))
    assert frame.doubtful or taken == words("\n".join(said))


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("below", BELOW)
def test_on_paper_words_without_anything_odd_are_taken(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    for own in (SOUND[:1], SOUND[1:2], SOUND):
        lines = (*above, *own, *below)
        frame = frame_of([EndLine(line, is_apart=True) for line in lines])
        assert (frame.doubtful, lines[frame.first : frame.end]) == ("", own)


def test_a_rule_is_no_head_that_lets_the_line_beside_it_be_cut() -> None:
    lines = [EndLine(one, is_apart=True) for one in ("Тема: очередь в сад", "_" * 32, SOUND[0])]
    frame = frame_of(lines)
    assert frame.first == 0 or frame.doubtful


# --- by mail and on paper ------------------------------------------------------------------------

ENDS = (
    ("С уважением,", "Айгүл Мысалова", "P.S. Плату за справку тоже прошу отменить."),
    ("С уважением,", "жители дома 5"),
    ("С уважением, А. Мысалова",),
    ("Құрметпен,", "Айгүл Мысалова", "10.11.2026"),
    ("Директор ТОО «Пример» ________ Б. Образцов",),
    ("Айгүл Мысалова",),
    ("А. Мысалова", "тел. 8 701 222 33 44"),
    ("От: жителей дома № 5",),
    ("Отправлено с iPhone",),
    *FAREWELLS,
    (),
)


def taken_by_mail(lines: Sequence[str]) -> str | None:
    """Return the words that are taken of a message; None where it is left."""
    data = message("\n\n".join(lines)).as_bytes()
    read_as = parsed(data)
    assert read_as is not None
    return taken(letter_of(read_as, data, Place("a.eml"), "Asia/Almaty").submissions[0])


def taken_on_paper(lines: Sequence[str]) -> str | None:
    """Return the words that are taken of a Word letter; None where it is left."""
    (found,) = read_docx(a_word("".join(map(paragraph, lines))), "a.docx").submissions
    return taken(found)


def taken(found: Submission) -> str | None:
    is_left = any(note.level is Level.ERROR for note in found.notes)
    return None if is_left else " ".join(words(found.said["text"]))


@given(own=ON_PAPER, end=st.sampled_from(ENDS))
def test_by_mail_and_on_paper_a_letter_ends_at_the_same_line(
    own: list[str], end: tuple[str, ...]
) -> None:
    # What a mail program quotes, and what heads a letter on paper, are not its end.
    said = [SOUND[0], *(line for line in own if line and not line.startswith(">")), SOUND[1]]
    lines = [*said, *end]
    by_mail, on_paper = taken_by_mail(lines), taken_on_paper(lines)
    assert by_mail is None or on_paper is None or by_mail == on_paper
    for found in (by_mail, on_paper):
        assert found is None or found.startswith(" ".join(words("\n".join(said))))


@pytest.mark.parametrize(
    "end",
    [
        ("С уважением,", "Айгүл Мысалова", "P.S. Плату за справку тоже прошу отменить."),
        ("С уважением,", "жители дома 5"),
        ("Айгүл Мысалова",),
    ],
)
def test_by_mail_and_on_paper_an_end_that_may_be_either_is_left(end: tuple[str, ...]) -> None:
    lines = (SOUND[0], *end)
    assert (taken_by_mail(lines), taken_on_paper(lines)) == (None, None)


@pytest.mark.parametrize(
    "end",
    [
        ("С уважением,", "Айгүл Мысалова", "10.11.2026"),
        ("Директор ТОО «Пример» ________ Б. Образцов",),
        ("Отправлено с iPhone",),
    ],
)
def test_by_mail_and_on_paper_a_sure_end_is_cut(end: tuple[str, ...]) -> None:
    lines = (SOUND[0], *end)
    assert taken_by_mail(lines) == taken_on_paper(lines) == " ".join(words(SOUND[0]))
