"""The lines that programs, phones and offices put at the end of a message, in kk, ru and en.

Each pattern is one sign; `mail_end.py` asks for two. What people write there is in
`letter_signs.py`.
"""

import re
from collections.abc import Sequence

from talqy.comments.letter_signs import SITE
from talqy.comments.sent_from import is_sent_from
from talqy.intake.mail_signs import RULE

_I = re.IGNORECASE
DELIMITER = re.compile(r"--\s?")
_VIRUS = re.compile(r"вирус|virus|malware", _I)
_GUARD = re.compile(
    r"avast|avg\b|kaspersky|касперск|dr\.?\s?web|nod32|eset|mcafee|norton|антивирус|antivirus", _I
)
_TREES = re.compile(
    r"(?:прежде чем|перед тем,? как|до того,? как).{0,20}(?:рас)?печат.{0,60}(?:сред|эколог|природ|"
    r"лес)|(?:подума\w+|позабот\w+|помни\w+).{0,20}(?:эколог|природ|сред|лес).{0,60}печат|"
    r"берег\w+ (?:природ|лес|дерев|бумаг|окружающ).{0,60}печат|"
    r"consider the environment|think before (?:you )?print|"
    r"басып шығар.{0,60}(?:табиғат|қоршаған)|(?:табиғат|қоршаған|орман).{0,60}басып шығар|"
    r"не (?:рас)?печат.{0,80}(?:дерев|лес|природ|эколог|бумаг)|"
    r"save (?:a |the )?(?:tree|paper|environment).{0,60}print|print.{0,60}save (?:a |the )?tree",
    _I,
)
# «Берегите лес, не печатайте справки» is somebody's wish.
_PAPERS = re.compile(
    r"справк|заявлени|бланк|талон|квитанци|документ|анықтама|құжат|өтініш|certificate|form", _I
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

# The line of article 7 under what a state system prints, and what eGov adds to it.
_EQUAL = (
    r"(?:(?:осы|бұл) құжат\b.{0,250}\b7\W{0,2}баб\w*.{0,150}\b(?:бірдей|тең)\b"
    r"|(?:данный|настоящий) документ\b.{0,250}\bстать[иеёй]\w* 7\b.{0,250}\bравнознач\w+ "
    r"документу на бумажном носителе\b"
    r"|(?:электрондық )?құжаттың түпнұсқалығын\b.{0,200}\bтексере аласыз\b"
    r"|проверить подлинность электронного документа\b.{0,250}"
    r"|\*?\s*штрих-код\b.{0,300})"
)
_OF_ACT = re.compile(rf"{_EQUAL}(?:\W*{_EQUAL}){{0,4}}\W*", _I)
_MAY_BE_OF_ACT = re.compile(
    r"(?:осы|бұл|данный|настоящий) (?:құжат|документ)\b|(?:электрондық )?құжаттың түпнұсқалығын\b"
    r"|проверить подлинность\b|\*?\s*штрих-код\b",
    _I,
)
# The stamp of an electronic signature: who has signed, by which certificate, until when.
_STAMP = re.compile(
    r"(?:электронн\w+ )?документ (?:подписан|удостоверен)\w*\b.{0,40}\b(?:подпис\w+|эцп)\W*"
    r"|(?:подписано|удостоверено) (?:эцп|электронной (?:цифровой )?подписью)\W*"
    r"|(?:электрондық )?құжатқа\b.{0,40}\b(?:эцқ|қолтаңба\w*)\b.{0,20}\b"
    r"қо[лй]\w*(?: қойылған)?\W*"
    r"|(?:эцқ|электрондық (?:цифрлық )?қолтаңба)\w* (?:арқылы )?қол қойыл(?:ған|ды)\W*",
    _I,
)
_OF_STAMP = re.compile(
    r"(?:сертификат|владелец|действителен|действует|серийный номер|издатель|издан"
    r"|подписал|подписант"
    r"|дата (?:и время )?подписания|отпечаток|уц|сертификат\w* \w+|иесі|сертификат иесі"
    r"|жарамды\w*|қолданыс мерзімі|сериялық нөмірі|берген|қол қой(?:ған|ылған) ?\w*|куәлік)"
    r"(?: сертификата?)?\s*:.{1,150}",
    _I,
)

_ENOUGH, _REASONS = 3, 2


def is_of_program(line: str) -> bool:
    """Return whether a last line is a program's own: from which phone, checked, confidential."""
    return bool(
        is_sent_from(line)
        or (_VIRUS.search(line) and (_GUARD.search(line) or SITE.search(line)))
        or (_TREES.search(line) and not _PAPERS.search(line))
        or RULE.fullmatch(line)
        or DELIMITER.fullmatch(line)
    )


def is_broken_footer(first: str, second: str) -> bool:
    """Return whether two last lines are one line of a program, broken for its width."""
    is_long = len(first) + len(second) > _WIDTH and _BEGINS_FOOTER.match(first)
    return bool(is_long and is_of_program(f"{first} {second}"))


_WIDTH = 66  # of the narrowest plain texts
_BEGINS_FOOTER = re.compile(
    r"(?:пожалуйста|прежде|перед тем|до того|подума|позабот|помни|берег|не (?:рас)?печат|табиғат"
    r"|(?:(?:бұл|осы) )?хат|қоршаған|please|save|think|consider|before)",
    _I,
)


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


def is_official_footer(lines: Sequence[str]) -> bool:
    """Return whether lines are what state systems print below a letter, and nothing else.

    That an electronic document is equal to one on paper (article 7 of the law of the Republic of
    Kazakhstan of 7 January 2003 on electronic documents), or the stamp of an electronic signature.
    """
    if not lines:
        return False
    if _STAMP.fullmatch(lines[0]):
        return len(lines) > 1 and all(map(_OF_STAMP.fullmatch, lines[1:]))
    words = " ".join(lines)
    may_be = _MAY_BE_OF_ACT.match(words) and len(words) <= _LONGEST_FOOTER
    return bool(may_be and _OF_ACT.fullmatch(words))


_LONGEST_FOOTER = 1500
