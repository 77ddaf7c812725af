"""The words and shapes by which personal data are known: in Kazakh, Russian and English.

All patterns are for folded texts (`numbers.folded`). Each of them reads a text once: what may
repeat in it has a bound.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from talqy.comments.patterns import late

# --- words ahead of numbers ----------------------------------------------------------------------

_END = r"[^\W\d]"  # a letter of an ending: digits may follow it at once
_IIN = r"\b(?:и[\W_]{0,2}и[\W_]{0,2}н|ж[\W_]{0,2}с[\W_]{0,2}н|i\.?i\.?n)"
_IIN_IN_FULL = r"сәйкестендіру (?:нөмір|код)|идентификационн\w{2,4} (?:номер|код)"
_BIN = r"\bбин|\bбсн|\bbin|бизнес[- ]идентиф|бизнес[- ]сәйкес"
_IINS = late(
    rf"(?P<iin>{_IIN}|{_IIN_IN_FULL}){_END}{{0,6}}|(?P<bin>{_BIN}){_END}{{0,20}}", re.IGNORECASE
)
IIN_BEHIND = late(
    rf"\W{{0,5}}(?:(?:мой|менің|моё|это|бұл|мой личный)\W{{1,3}})?{_IIN}\w{{0,3}}\b", re.IGNORECASE
)
_PHONES = late(
    rf"(?:тел(?:ефон)?|моб(?:ильн)?|ұялы|whatsapp|ватсап|вотсап|telegram|телеграм|звоните|"
    rf"хабарласыңыз|phone|(?:мой|менің) н[өо]м|wa\.me|сотов|позвоните|наберите){_END}{{0,12}}"
    r"(?:\.? (?:для (?:связи|контакта|справок|ответа)|мне|номер\w{0,3}|нөмір\w{0,4}"
    r"|байланыс\w{0,6}))?"
    # Money is sent by the number of a telephone.
    r"|\b(?:каспи|kaspi|халык|halyk)(?: ?(?:gold|голд|bank|банк)\w{0,3})?"
    r"(?: привязан\w? к)?"
    r"(?: (?:по |на )?(?:номеру|номер|карту|нөмір\w{1,6})(?: аударыңыз| переведите)?)?",
    re.IGNORECASE,
)
_ACTS = late(
    rf"(?:приказ|заявк|заявлени|өтінім|өтініш|бұйры){_END}{{0,12}}\W{{0,3}}(?:№|номер|нөмір)",
    re.IGNORECASE,
)
_PLUS = late(r"(?:\+|\b(?:плюс|plus))[ (]{0,3}\Z", re.IGNORECASE)
_NO_LETTERS = late(r"\W{0,5}")
_NO_DIGITS = late(r"[^\d\n]*")


class NamedNumbers:
    """Where a folded text has words that say what number follows; looked for when asked."""

    def __init__(self, plain: str) -> None:
        self.plain = plain

    @cached_property
    def _iins(self) -> list[tuple[int, bool]]:
        return [(m.end(), m["iin"] is not None) for m in _IINS.finditer(self.plain)]

    @cached_property
    def _phones(self) -> list[int]:
        return [m.end() for m in _PHONES.finditer(self.plain)]

    @cached_property
    def _acts(self) -> list[int]:
        return [m.end() for m in _ACTS.finditer(self.plain)]

    @property
    def has_iin(self) -> bool:
        """Whether the text speaks of the number of a person at all."""
        return any(is_iin for _, is_iin in self._iins)

    def is_iin(self, start: int, most: int) -> bool:
        """Return whether the last number that is named ahead is an IIN.

        From its name to the digits are at most so many letters and signs, all in one line.
        """
        at = bisect_right(self._iins, (start, True)) - 1
        if at < 0:
            return False
        end, is_iin = self._iins[at]
        return is_iin and start - end <= most and bool(_NO_DIGITS.fullmatch(self.plain, end, start))

    def is_phone(self, start: int) -> bool:
        """Return whether a word for a telephone stands right ahead."""
        return self._is_right_ahead(self._phones, start)

    def is_behind_plus(self, start: int) -> bool:
        """Return whether the sign of a number abroad stands right ahead, or its word."""
        return bool(_PLUS.search(self.plain, max(0, start - 9), start))

    def is_act(self, start: int) -> bool:
        """Return whether it is the number of an order or of an application."""
        return self._is_right_ahead(self._acts, start)

    def _is_right_ahead(self, ends: Sequence[int], start: int) -> bool:
        at = bisect_right(ends, start) - 1
        return at >= 0 and bool(_NO_LETTERS.fullmatch(self.plain, ends[at], start))


# --- telephones ---------------------------------------------------------------------------------

FREE = late(r"[78]?80[01]\d{7}")
"""Calls to these numbers are free: nobody has one at home."""
LANDLINE = late(r"[78]7[12]\d{8}|7[12]\d{8}|\d{6,7}")
"""Codes of regions begin with 71 and 72, those of mobile networks with 70, 74 to 77."""
PARTS = frozenset(
    {
        *((11,), (1, 10), (1, 3, 7), (1, 3, 3, 4), (1, 3, 3, 2, 2), (1, 3, 2, 2, 3)),
        *((4, 3, 4), (4, 3, 2, 2), (4, 7), (1, 4, 6), (1, 4, 2, 2, 2), (1, 5, 5), (3, 3, 4)),
        *((3, 3, 2, 2), (3, 2, 2), (2, 2, 2), (1,) * 11),
    }
)
"""How the digits of telephones are parted."""
PARTS_WITHOUT_CODE = frozenset({(3, 3, 2, 2), (3, 3, 4), (3, 7)})
"""How ten digits are parted that begin without the code of the country."""

_LETTERS_LIKE_DIGITS = "ОоOoЗзlIІЧчбSZB"
_TO_DIGITS = str.maketrans(_LETTERS_LIKE_DIGITS, "000033111446528")
_DIGIT = rf"[\d{_LETTERS_LIKE_DIGITS}]"
_IN_DISGUISE = late(rf"(?<![^\W_])\+?[78](?:[ ().-]{{0,2}}{_DIGIT}){{10}}(?![^\W_])")
_LEAST_DIGITS = 6
# «VIII 701 …»: the first digit as a Roman number, ahead of ten more or of the word of a code.
_ROMAN_AHEAD = late(
    rf"(?<![^\W_])V[IІl]{{2,3}}(?=(?:[ ().-]{{1,2}}{_DIGIT}|{_DIGIT}){{10}}(?![^\W_])"
    r"|[ ().-]{1,2}(?:семьсот|жет[іи] ?ж[үу]з)\b)"
)


def undisguised(plain: str) -> str:
    """Return a text with digits for the letters that stand for them in telephones: «87O1 …»."""
    plain = _ROMAN_AHEAD.sub(lambda lead: str(len(lead[0]) + 4).rjust(len(lead[0])), plain)
    return _IN_DISGUISE.sub(_in_digits, plain)


def _in_digits(found: re.Match[str]) -> str:
    said = found[0]
    is_number = sum(sign.isdigit() for sign in said) >= _LEAST_DIGITS
    return said.translate(_TO_DIGITS) if is_number else said


# --- addresses to write to ----------------------------------------------------------------------

_NAME, _PART = r"[A-Za-z0-9._+%-]{2,64}", r"[A-Za-z0-9-]{2,63}"
_AT = r"[(\[{<] ?(?:at|a|ат|эт|собак\w{0,2}|@) ?[)\]}>]"
_DOT = r"(?: ?[(\[{<] ?(?:dot|точка|нүкте|\.) ?[)\]}>] ?| (?:dot|точка|нүкте) )"
# Boxes as they are spoken: «сократ собака мейл точка ру», «aigul85 gmail com».
_LOCAL, _ZONE = r"\b[^\W_][\w.+-]{1,40}", r"(?:ru|com|kz|net|org|ру|ком|кз|нет|рф|қаз)\b"
_MAILER = (
    r"(?:g?mail|yandex|ya|inbox|bk|list|rambler|outlook|hotmail|icloud|yahoo|proton|м[еэ]йл|ма[ий]л"
    r"|г[- ]?м[еэ]йл|джи-?м[еэ]йл|яндекс|инбокс|бэкашка|бк|лист|рамблер|аутлук|хотм[еэ]йл|айклауд"
    r"|яху)\w{0,2}"
)
# «Стандарт2 бк нет», «форма1 яндекс ру»: papers have numbers, too, and some mailers are words.
_PLAIN_MAILER = r"(?:gmail|г[- ]?м[еэ]йл|джи-?м[еэ]йл|м[еэ]йл|яндекс|yandex|рамблер|инбокс|mail)"
_PAPER = (
    r"(?:форм|стандарт|таблиц|пункт|подпункт|приложен|раздел|верси|файл|образ|бланк|редакци|проект"
    r"|заявк|справк|окн|нысан|кесте|тарма|үлгі|нұсқа|жоба|қосымша|бөлім)"
)
_SPOKEN = rf"(?: ?(?:@|\U0001f436|{_AT}) ?| (?:собак[аи]|собачка|айқұлақ|айкулак) )"
_PARTED = rf"(?: ?\. ?|{_DOT}| )"
EMAILS = (
    late(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
    # ivan @ example.kz, ivan(at)example.kz, ivan собака example точка kz
    late(
        rf"{_NAME} ?(?:@| собак[аa] |{_AT}) ?{_PART}(?:(?:\.|{_DOT}){_PART}){{1,4}}", re.IGNORECASE
    ),
    late(rf"{_NAME} at {_PART}(?:{_DOT}{_PART}){{1,4}}", re.IGNORECASE),
    late(
        rf"{_LOCAL}(?:{_SPOKEN}| (?:эт|ит|at) ){_MAILER}{_PARTED}{_ZONE}"
        rf"|{_LOCAL}{_SPOKEN}[\w-]{{2,30}}{_DOT}{_ZONE}",
        re.IGNORECASE,
    ),
    # «aigul.t эт джимейл»: a mailer whose zone everybody knows.
    late(rf"\b[A-Za-z][A-Za-z0-9._+-]{{2,40}}(?:{_SPOKEN}| эт ){_PLAIN_MAILER}\b", re.IGNORECASE),
    # i v a n @ m a i l . r u
    late(r"(?<!\S)(?:[\w.] ){2,30}@(?: [\w.]){3,40}(?!\S)"),
    # Without a word for the sign: a Latin name that has a digit, or what is called a box.
    late(
        rf"\b[A-Za-z][A-Za-z0-9.+_-]{{0,30}}\d[A-Za-z0-9.+_-]{{0,10}} (?:на )?"
        rf"{_MAILER}{_PARTED}{_ZONE}"
        rf"|\b(?!{_PAPER})[^\W\d_][\w.+-]{{0,30}}\d[\w.+-]{{0,10}} "
        rf"{_PLAIN_MAILER}{_PARTED}{_ZONE}"
        r"|\b(?:почта|пошта|ящик|жәшігім|mail)[: ]{1,2}(?!на\b)[^\W_][\w.+-]{1,30} на "
        rf"{_MAILER}{_PARTED}{_ZONE}",
        re.IGNORECASE,
    ),
)
_SPOKEN_AT = late(rf" ?(?:@| собак[аa] | at |{_AT}) ?", re.IGNORECASE)
_SPOKEN_DOT = late(_DOT, re.IGNORECASE)


def as_address(said: str) -> str:
    """Return an address as a program would write it."""
    return _SPOKEN_DOT.sub(".", _SPOKEN_AT.sub("@", said, count=1))


# --- accounts, documents, cars ------------------------------------------------------------------

ACCOUNT = late(
    r"\bKZ(?:[\W_]{0,3}[0-9A-Z]){18}\b"
    r"|\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
    re.IGNORECASE | re.ASCII,
)
DOCUMENT = late(
    r"(?:удостоверен|куәлі[кг]|паспорт|төлқұжат|passport|identity card|\bid\b)[^\n\d]{0,40}"
    r"(?:\d{8,9}|\d{3}[ -]\d{3}[ -]\d{3})(?!\d)"
    r"|\b[NН] ?\d{8}(?!\d)",
    re.IGNORECASE,
)
# Letters of plates are Latin; people type the Cyrillic ones that look like them.
PLATE = late(r"\b\d{3} ?[A-ZАВЕКМНОРСТУХ]{2,3} ?(?:0[1-9]|1\d|20)\b(?!\s?%)")

# --- texts that are looked at no further --------------------------------------------------------

HARMLESS = late(r"[\x00-/:-?A-\x7f\u0400-\u0482\u048a-\u04ff\xa0«»–—…“”„’№]*")
"""What has no digit, no @ and no sign that could be folded to one."""
IN_LETTERS = late(
    rf"телег|telegram|\bтг\b|\btg\b|\bфб\b|\bfb\b|\big\b|инст[ауе]|insta|\b{_MAILER}[. ]|собачка"
    r"|тредс|threads|снапчат|snapchat|дискорд|discord|вайбер|viber|wechat|одноклассник|\bok:"
    r"|тикток|tiktok|скайп|skype|\bвк\b|контакте|фейсбук"
    r"|facebook|\. ?(?:com|net|ru|me) ?/"
    r"|квартир|пәтер|айқұлақ|айкулак| эт [gmyгдмяри]"
    r"|собак[аaи]|[(\[{<] ?(?:at|a|ат|эт) ?[)\]}>]| at .{1,64}dot|\.me/",
)
"""What may be personal without a digit, in small letters: many texts are asked for it."""
