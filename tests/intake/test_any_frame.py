"""Whatever stands around a letter: a gateway's banner, a phone's line, a footer, answers inside.

The frames of `test_any_letter.py` with what gateways, phones and people add to them, in Kazakh,
Russian and English: the words come out whole and the frame does not, or the letter is left.
"""

from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from any_lines import LINES, SOUND, read, words
from letters import FAREWELLS, PROGRAMS, SECRETS, Letter

BANNERS = (
    (),
    ("ВНИМАНИЕ! Внешний отправитель. Не открывайте вложения и не переходите по ссылкам.",),
    ("*** Внешняя почта ***",),
    ("Внимание!", "Это письмо получено из внешнего источника.", "Будьте осторожны со ссылками."),
    ("[Сыртқы жіберуші]",),
    ("НАЗАР АУДАРЫҢЫЗ! Бұл хат сырттан келді. Тіркемелерді ашпаңыз.",),
    ("CAUTION: External email. Do not click links unless you know the sender.",),
    ("[EXTERNAL]",),
)
PHONES = (
    "",
    "Отправлено с моего Xiaomi",
    "Отправлено с планшета",
    "Отправлено из мобильной Яндекс Почты",
    "Huawei құрылғысынан жіберілді",
    "Менің ұялы телефонымнан жіберілді",
    "Samsung Galaxy смартфонынан жіберілген",
    "Sent from my Galaxy",
    "Sent from Yahoo Mail for iPhone",
    "Get Outlook for iOS",
)
FOOTERS = (
    "",
    "Прежде чем печатать это письмо, подумайте об окружающей среде.",
    "Берегите лес: не печатайте это письмо без необходимости.",
    "Хатты басып шығармас бұрын табиғат туралы ойлаңыз.",
    "Please consider the environment before printing this e-mail.",
)
QUESTIONS = ("1. Достаточен ли срок?", "2. Мерзім жеткілікті ме?", "3. Is the fee fair?")
ANSWERS = ("Жеткілікті деп ойлаймын.", "Два дня, как прежде.", "It is not.")
OTHERS = ("Просим ответить на вопросы:", *QUESTIONS)
BETWEEN = (
    "Просим ответить:",
    *(line for pair in zip(QUESTIONS, ANSWERS, strict=True) for line in pair),
)
IN_FRAMES = (
    *("Внешн", "внешн", "ыртқы жіберуші", "сырттан келді", "EXTERNAL", "External", "вложения"),
    *("Xiaomi", "планшета", "Яндекс", "Huawei", "телефонымнан", "Galaxy", "Yahoo", "Outlook"),
    *("окружающей", "Берегите лес", "табиғат", "environment", *QUESTIONS),
)
# Programs that mark a line of the other letter by “>” tell an answer among them by that.
_FAMILIES = ("outlook", "owa", "samsung", "zimbra", "gmail", "yandex", "apple", "mail.ru")
_MARKING = ("gmail-plain", "yandex-plain", "apple-plain", "mail.ru-plain")
UNMARKED = [name for name in PROGRAMS if name.startswith(_FAMILIES) and name not in _MARKING]


@dataclass(frozen=True, slots=True)
class Framed:
    """A letter and what stands around it."""

    own: tuple[str, ...]
    banner: tuple[str, ...] = ()
    farewell: tuple[str, ...] = ()
    phone: str = ""
    footer: str = ""
    others: tuple[str, ...] = OTHERS

    def letter(self, *, is_banner_below: bool = False) -> Letter:
        """Return it as a program gets it."""
        above = () if is_banner_below else self.banner
        below = self.banner if is_banner_below else ()
        own = (*above, *([""] if above else []), *self.own)
        tail = tuple(line for line in (self.footer, *below) if line)
        return Letter(own, self.farewell, self.phone, self.others, tail)


FRAMED = st.builds(
    Framed,
    LINES.map(tuple),
    st.sampled_from(BANNERS),
    st.sampled_from(((), *FAREWELLS)),
    st.sampled_from(PHONES),
    st.sampled_from(FOOTERS),
    st.sampled_from((OTHERS, BETWEEN)),
)


@given(framed=FRAMED, program=st.sampled_from(UNMARKED), is_below=st.booleans())
def test_words_come_out_whole_and_no_frame_does(
    framed: Framed, program: str, *, is_below: bool
) -> None:
    assume(any(line in SOUND for line in framed.own))
    found, is_left = read(framed.letter(is_banner_below=is_below), program)
    assert is_left or framed.others == OTHERS
    if is_left:
        return
    assert words(found.said["text"]) == words("\n".join(framed.own))
    assert [one for one in (*SECRETS, *IN_FRAMES) if one in found.said["text"]] == []


@pytest.mark.parametrize("program", UNMARKED)
def test_sound_words_in_each_frame_are_taken(program: str) -> None:
    """The property above cannot be met by leaving every letter."""
    frames = [Framed(SOUND[:1], banner=banner) for banner in BANNERS]
    frames += [Framed(SOUND[:2], phone=phone) for phone in PHONES]
    frames += [Framed(SOUND, footer=footer) for footer in FOOTERS]
    frames += [Framed(SOUND, BANNERS[1], FAREWELLS[0], PHONES[1], FOOTERS[1])]
    for framed in frames:
        found, is_left = read(framed.letter(), program)
        assert not is_left, (framed, found.notes)
        assert words(found.said["text"]) == words("\n".join(framed.own))


@pytest.mark.parametrize("program", UNMARKED)
def test_answers_inside_leave_the_letter_whatever_the_program(program: str) -> None:
    for own in (("Здравствуйте!",), SOUND[:1], ("Жауаптарым сұрақтардың астында.",)):
        found, is_left = read(Framed(own, others=BETWEEN).letter(), program)
        assert is_left
        assert all(answer in found.said["text"] for answer in ANSWERS)
