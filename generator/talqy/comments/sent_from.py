"""The line by which a phone or a mail program names itself: «Отправлено с iPhone».

At the end of a letter it is one of two signs (`intake/mail_end.py`). Among the words of a comment
it is asked for more narrowly: people write of phones, too.
"""

import re

from talqy.comments.letter_signs import SITE
from talqy.comments.patterns import late

_I = re.IGNORECASE
_BRANDS = late(
    r"iphone|ipad|\bios\b|android|samsung|galaxy|huawei|honor|xiaomi|redmi|poco|realme|oppo|tecno|"
    r"infinix|nokia|pixel|outlook|gmail|mail\.ru|почты? mail|mail для|яндекс|yandex|windows|"
    r"proton|bluemail|spark|the bat|rambler|(?-i:Почт[аы]|Mail\b|Пошта)",
    _I,
)
_DEVICES = late(
    (
        r"телефон|смартфон|планшет|устройств|құрылғы|ұялы|моб(?:ильн|\.)|\bphone|device|\bmobile"
        r"|tablet"
    ),
    _I,
)
_SENT = late(
    r"(?:отправлен[оа]? (?:с|из|через|моим|при помощи|с помощью)|sent (?:from|via|with|using)|"
    r"(?:получите|получить|скачать|скачайте|загрузить|установите) |(?:get|download) |"
    r"жіберілді\b|жіберілген\b|.{0,60}\b(?:жіберілді|жіберілген|алу|алыңыз|жүктеу)\b)",
    _I,
)
_MOST_BRAND, _MOST_DEVICE = 10, 5
# A whole line or sentence; “Отправлено с телефона не принимается” is of the draft.
_BARE = late(
    r"\W{0,3}(?:(?:отправлено|отправлен\w?) (?:с|из|через|с помощью|при помощи) |sent (?:from|via"
    r"|with"
    r"|using) )(?:[^.!?\n]|\.(?=\w)){2,60}[.!]?\s*"
    r"|\W{0,3}(?:[^\s.!?]{1,30} ){0,4}(?:жіберілді|жіберілген)(?: хат)?[.!]?\s*",
    _I,
)
_OF_OWN_DEVICE = late(
    (
        r"\W{0,3}(?:менің )?(?:ұялы |мобильді )?(?:смартфон|телефон|құрылғы|планшет)\w*[нтд][ае]н "
        r"жіберіл\w+.*"
    ),
    _I,
)
_DENIED = late(r"\b(?:не|нет|нельзя|емес|жоқ|not?|заявлени\w+|өтініш\w*|хабарлама\w*)\b", _I)


def is_sent_from(line: str) -> bool:
    """Return whether a line names the phone or the program that has sent the letter.

    A brand and few words are meant; “Отправлено с почты 5 ноября, ответа нет” is a person's.
    """
    plain = SITE.sub("", line)
    if not _SENT.match(plain) or ("," in plain):
        return False
    count = len(plain.split())
    is_branded = bool(_BRANDS.search(plain)) and count <= _MOST_BRAND
    return is_branded or (bool(_DEVICES.search(plain)) and count <= _MOST_DEVICE)


def sent_from_in(text: str) -> str:
    """Return a line of a text, or its last sentence, by which a phone or a program names itself."""
    lines = [line.strip() for line in text.splitlines()]
    last = re.split(r"(?<=[.!?…])\s+", lines[-1])[-1] if lines else ""
    return next((line for line in (*lines, last) if _is_bare(line)), "")


def _is_bare(line: str) -> bool:
    if not _BARE.fullmatch(line) or _DENIED.search(line) or not is_sent_from(line.lstrip("-–—•> ")):
        return False
    is_kazakh = "жібер" in line.casefold()
    return not is_kazakh or bool(_BRANDS.search(line) or _OF_OWN_DEVICE.fullmatch(line))
