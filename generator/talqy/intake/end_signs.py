"""The lines that programs, phones and offices put at the end of a message, in kk, ru and en.

Each pattern is one sign; `mail_end.py` asks for two. What people write there is in
`letter_signs.py`.
"""

import re

from talqy.intake.letter_signs import SITE
from talqy.intake.mail_signs import RULE

_I = re.IGNORECASE
DELIMITER = re.compile(r"--\s?")
_BRANDS = re.compile(
    r"iphone|ipad|\bios\b|android|samsung|galaxy|huawei|honor|xiaomi|redmi|poco|realme|oppo|tecno|"
    r"infinix|nokia|pixel|outlook|gmail|mail\.ru|почты? mail|mail для|яндекс|yandex|windows|"
    r"proton|bluemail|spark|the bat|rambler|(?-i:Почт[аы]|Mail\b|Пошта)",
    _I,
)
_DEVICES = re.compile(
    r"телефон|смартфон|планшет|устройств|құрылғы|ұялы|моб(?:ильн|\.)|\bphone|device|\bmobile|tablet",
    _I,
)
_SENT = re.compile(
    r"(?:отправлен[оа]? (?:с|из|через|моим|при помощи|с помощью)|sent (?:from|via|with|using)|"
    r"(?:получите|получить|скачать|скачайте|загрузить|установите) |(?:get|download) |"
    r"жіберілді\b|жіберілген\b|.{0,60}\b(?:жіберілді|жіберілген|алу|алыңыз|жүктеу)\b)",
    _I,
)
_MOST_BRAND, _MOST_DEVICE = 10, 5
_VIRUS = re.compile(r"вирус|virus|malware", _I)
_GUARD = re.compile(
    r"avast|avg\b|kaspersky|касперск|dr\.?\s?web|nod32|eset|mcafee|norton|антивирус|antivirus", _I
)
_TREES = re.compile(
    r"(?:прежде чем|перед тем,? как|до того,? как).{0,20}(?:рас)?печат.{0,60}(?:сред|эколог|природ|"
    r"лес)|(?:подума\w+|позабот\w+|помни\w+).{0,20}(?:эколог|природ|сред|лес).{0,60}печат|"
    r"consider the environment|think before (?:you )?print|"
    r"басып шығар.{0,60}(?:табиғат|қоршаған)",
    _I,
)
_MESSAGE = r"(?:хат|хабарлама|письм|сообщени|message|e-?mail|communication)"
_NOTICE = re.compile(
    r"(?:(?:это|данное|настоящее|содержимое|содержание|информация|внимание|конфиденциал\w*|"
    r"уведомление|this|the (?:information|contents?)|confidential\w*|disclaimer|important|notice|"
    r"бұл|осы|ескерту|назар|құпия\w*)\b|(?:электрон\w+ )?"
    rf"{_MESSAGE})",
    _I,
)
_OF_MESSAGE = re.compile(_MESSAGE, _I)
_NOTICES = tuple(
    tuple(re.compile(mark, _I) for mark in marks)
    for marks in (
        (
            *("конфиденциал|служебного пользов", "ошибочно|по ошибке"),
            *("предназначен", "адресат|получател", "уведомит|сообщит[еь]", "удалит|уничтож"),
            "запрещ|копирован|разглашен|распростран|третьи[мх] лиц",
        ),
        (
            *("құпия|қызметтік пайдалан", "қате"),
            *("арналған", "алушы|адресат|тұлғаға", "хабарлаңыз|хабарласыңыз|хабар бер"),
            *("жой(?:ыңыз|ып|уыңыз)|өшір", "тыйым|рұқсатсыз|болмайды|көшіруге|таратуға|үшінші"),
        ),
        (
            *("confidential|privileged", "in error|by mistake"),
            *("intended", "recipient|addressee", "notify", "delete|destroy"),
            "prohibited|unauthori",
        ),
    )
)
"""The marks of such a notice, by language.

First secrecy and a mistake, then whom it is for and what to do: it must have one of each.
"""

_ENOUGH, _REASONS = 3, 2


def is_of_program(line: str) -> bool:
    """Return whether a last line is a program's own: from which phone, checked, confidential."""
    return bool(
        is_sent_from(line)
        or (_VIRUS.search(line) and (_GUARD.search(line) or SITE.search(line)))
        or _TREES.search(line)
        or RULE.fullmatch(line)
        or DELIMITER.fullmatch(line)
    )


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


def is_notice(words: str) -> bool:
    """Return whether words are a notice on secrecy, as offices put it under every letter."""
    if not (_NOTICE.match(words) and _OF_MESSAGE.search(words)):
        return False
    found = [[bool(mark.search(words)) for mark in marks] for marks in _NOTICES]
    return any(
        any(one[:_REASONS]) and any(one[_REASONS:-1]) and sum(one) >= _ENOUGH for one in found
    )


def may_be_notice(words: str) -> bool:
    """Return whether a line may begin a notice on secrecy."""
    return bool(_NOTICE.match(words))
