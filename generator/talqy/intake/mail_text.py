"""The plain text of a letter: its letters, and its lines without the breaks of programs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from functools import partial

from talqy.comments.lost_letters import destroyed
from talqy.intake import mail_signs as signs
from talqy.intake.mail_heads import sure
from talqy.intake.own_words import lines_of
from talqy.office.mail_page import MailLine

# Ways of writing that Python knows among charsets, and no message is written in.
_NO_LETTERS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_WINDOWS = re.compile(r"(?:x-)?(?:cp|win|windows|microsoft-cp|ms-?cp)[-_ ]?(125[0-8]|866)")
_KAZAKH = re.compile(r"(?:str?k|rk|kz|pt)[-_ ]?(?:1048|154)(?:[-:]\d+)?|(?:x-)?cp154")
_NAMES = {
    **dict.fromkeys(("us-ascii", "ascii", "utf8", "utf-8-", "unicode-1-1-utf-8", "utf_8"), "utf-8"),
    **dict.fromkeys(("koi8", "koi-8", "koi8r", "x-koi8-r", "koi8_r"), "koi8-r"),
    **dict.fromkeys(("x-mac-cyrillic", "maccyrillic", "x-mac-ukrainian"), "mac_cyrillic"),
    **dict.fromkeys(("iso8859-5", "iso_8859-5", "cyrillic"), "iso8859-5"),
}
_SIGNED_TEXT = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\r?\n"
    r"(?:[A-Z][A-Za-z-]{1,30}: [^\n]{0,200}\n){0,9}\r?\n"
    r"(?P<body>.*?)\r?\n-----BEGIN PGP SIGNATURE-----.*?^-----END PGP SIGNATURE-----[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_SHORTEST, _WIDTH, _WIDEST = 55, 70, 80
_FEWEST = 20
_VOWELS = frozenset("аеёиоуыэюяәөұүі")
# Of what is not ASCII, what such letters are written with.
_PRINTED = frozenset(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    "әғқңөұүһіӘҒҚҢӨҰҮҺІ«»–—…№“”„‘’\u00a0"
)
_ENDS = (".", "!", "?", ":", ";", "…")


def charset_of(part: Message) -> str:
    """Return the name of the charset as the part writes it; UTF-8 where it names none."""
    return sure(lambda: str(part.get_content_charset("utf-8")), "utf-8")


def charset_named(part: Message) -> str:
    """Return the name of the charset as the part writes it; "" where it names none."""
    return sure(lambda: str(part.get_content_charset("")), "")


def assumed(part: Message) -> tuple[str, str] | None:
    """Return charset and text of a part that names no charset; None where it is not certain.

    Russian and Kazakh words have small letters and no signs of other alphabets: read in another
    charset they have not.
    """
    data = sure(partial(part.get_payload, decode=True), b"")
    if sure(part.get_content_charset, None) or not isinstance(data, bytes):
        return None
    likely: dict[str, str] = {}
    for charset in ("cp1251", "kz1048", "koi8-r", "cp866"):
        try:
            text = data.decode(charset)
        except UnicodeError:
            continue
        if _reads_well(text):
            likely.setdefault(text, charset)
    found = [(charset, text) for text, charset in likely.items()]
    return found[0] if len(found) == 1 else None


def _reads_well(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha() and not sign.isascii()]
    is_small = sum(map(str.islower, letters)) * 3 > len(letters) * 2
    is_known = all(sign in _PRINTED for sign in text if not sign.isascii())
    # Capitals of one charset are small letters of another; words of these have few vowels.
    is_spoken = sum(sign in _VOWELS for sign in text.lower()) * 3 >= len(letters)
    is_likely = len(letters) >= _FEWEST and is_small and is_known and is_spoken
    return is_likely and not destroyed(text)


def decoded(part: Message) -> str | None:
    """Return the text of a part; None where it is not written in its charset."""
    data = sure(partial(part.get_payload, decode=True), b"")
    try:
        text: str = data.decode(_known(charset_of(part)))
    except (UnicodeError, LookupError, ValueError, AttributeError):
        return None
    return text


def _known(said: str) -> str:
    """Return the name that Python has for a charset, however a program writes it."""
    name = said.strip().strip("\"'").lower()
    if match := _WINDOWS.fullmatch(name):
        return f"cp{match[1]}"
    if _KAZAKH.fullmatch(name):
        return "ptcp154" if "154" in name else "kz1048"
    # What says nothing, or says ASCII, is in our days UTF-8; each ASCII text is.
    return _NAMES.get(name, "?" if name in _NO_LETTERS else name)


def unsigned(text: str) -> str:
    """Return a text without the frame of an electronic signature (RFC 9580, 7); as it is if none.

    Lines that begin with a dash have a dash and a space in front there.
    """
    found = _SIGNED_TEXT.search(text)
    if not found:
        return text
    body = re.sub(r"^- ", "", found["body"], flags=re.MULTILINE)
    return text[: found.start()] + body + text[found.end() :]


def _plain(text: str) -> str:
    """Return a text with ordinary spaces; signs that nobody sees stay, for the judge."""
    return text.removeprefix("\ufeff").replace("\u00a0", " ").replace("\u202f", " ")


def lines_of_text(part: Message, text: str) -> list[MailLine]:
    """Return the lines of a plain text, without the breaks that programs put into sentences."""
    if sure(lambda: str(part.get_param("format")).lower(), "") == "flowed":
        is_joined = sure(lambda: str(part.get_param("delsp")).lower(), "") == "yes"
        return list(_flowed(_plain(text), is_joined=is_joined))
    return list(_unwrapped(lines_of(_plain(text))))


def _flowed(text: str, *, is_joined: bool) -> Iterator[MailLine]:
    """Join the lines of a flowed text (RFC 3676): one that ends with a space goes on.

    `is_joined`: that space is the program's, and no part of the text (DelSp).
    """
    going = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        stuffed = line.removeprefix(" ")
        is_quoted = line.startswith(">") or bool(signs.QUOTED.match(line))
        if is_quoted or stuffed == "-- ":
            if going:
                yield MailLine(going.rstrip())
                going = ""
            yield MailLine(stuffed.rstrip(), is_quoted, is_signed=not is_quoted)
        elif stuffed.endswith(" "):
            going += stuffed[:-1] if is_joined else stuffed
        else:
            yield MailLine((going + stuffed).rstrip())
            going = ""
    if going:
        yield MailLine(going.rstrip())


def _unwrapped(lines: list[MailLine]) -> Iterator[MailLine]:
    """Join lines that were broken for their width alone, and go on in the middle of a sentence."""
    if any(len(line.text) > _WIDEST for line in lines if not line.is_quoted):
        yield from lines
        return
    last: MailLine | None = None
    parts: list[str] = []
    for line in lines:
        if last and not (last.is_quoted or line.is_quoted) and _goes_on(last.text, line.text):
            parts.append(line.text)
        else:
            if last:
                yield replace(last, text=" ".join(parts))
            parts = [line.text]
        last = line
    if last:
        yield replace(last, text=" ".join(parts))


def _goes_on(line: str, following: str) -> bool:
    """Return whether a sentence goes on: the line is full, not ended, and the next begins small."""
    first = following.split(" ", 1)[0]
    is_full = len(line) >= _SHORTEST and len(line) + 1 + len(first) > _WIDTH
    return is_full and first[:1].islower() and not line.endswith(_ENDS)
