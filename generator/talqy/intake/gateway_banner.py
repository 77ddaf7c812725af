"""The banner by which a gateway of mail says that a letter has come from outside, in kk, ru and en.

Two signs are asked for: that the letter, or its sender, is from outside, and that the reader take
care, or a frame of signs around the first. Each sentence must be the banner's; else a person looks.
"""

import re
from collections.abc import Sequence

_I = re.IGNORECASE
_MAIL = r"(?:письм\w+|сообщени\w+|почт\w+|e-?mail)"
_OUTSIDE = (
    r"(?:из ?вне(?: \w+)?|из[- ]за пределов (?:\w+ )?\w+|(?:из|от|с) внешн\w+ (?:источник"
    r"|отправител|адрес|сет|домен|почт)\w*(?: \w+)?|(?:от )?отправител\w+"
    r" (?:вне|за пределами) (?:\w+ )?\w+"
    r"|вне (?:\w+ )?(?:организации|компании|домена|сети))"
)
_BODY_KK = r"(?:ұйым|мекеме|компания|желі|домен)\w*"
_ITSELF_EN = r"(?:this |the )?(?:e-?mail|message)"
_FROM_OUTSIDE = (
    r"(?:внешн(?:ий|его) (?:отправитель|источник|адресат|адрес)"
    rf"|внешн(?:яя|ее) (?:почта|письмо|сообщение)"
    rf"|(?:(?:это|данное|настоящее) )?{_MAIL} (?:было |был )?(?:получен\w*|отправлен\w*|пришл\w+"
    rf"|поступил\w*|доставлен\w*)?\s?{_OUTSIDE}"
    r"|сырт(?:қы|тан) (?:жіберуші|пошта|хат|хабарлама|дереккөз|мекенжай)"
    rf"|(?:бұл |осы )?(?:хат|хабарлама) (?:сыртқы \w+(?:ден|дан|тен|тан|нен|нан)"
    rf"|{_BODY_KK} (?:тыс|сырт)\w*(?: \w+)?|сырттан) (?:келді|келген|жіберілді|жіберілген|түсті)"
    r"|external(?: (?:e-?mail|sender|message|mail|source))?"
    rf"|{_ITSELF_EN} (?:was |has been )?(?:originated|originates|came|comes|sent|received|is)"
    r" (?:from )?(?:an? )?(?:external \w+|outside (?:of )?(?:the |your |our )?\w+))"
)
_CALL = (
    r"(?:внимание|осторожно|предупреждение|важно|назар аударыңыз|ескерту|абайлаңыз|сақ болыңыз"
    r"|caution|warning|attention|notice|important|external(?: e-?mail)?)"
)
_TAKES_CARE = (
    r"(?:(?:пожалуйста,? )?(?:если (?:вы )?[^.!]{1,80}, )?(?:не (?:открывайте|переходите|нажимайте"
    r"|вводите|отвечайте|загружайте|скачивайте|сообщайте)|будьте (?:особенно )?(?:осторожн"
    r"|внимательн|бдительн)\w+|проявляйте|соблюдайте|проверьте|проверяйте|убедитесь)"
    r"(?: [^.!?]{1,160})?"
    r"|[^.!?]{0,120}(?:ашпаңыз|баспаңыз|өтпеңіз|жүктемеңіз|басып кірмеңіз|абай болыңыз|сақ болыңыз"
    r"|мұқият болыңыз|тексеріңіз)(?:дар|дер)?"
    r"|(?:please )?(?:do not|don.t|never|be careful|be cautious|exercise|use caution|verify|think"
    r" before)[^.!?]{1,200})"
)
_SAYS_OUTSIDE = re.compile(_FROM_OUTSIDE, _I)
_SAYS_CARE = re.compile(_TAKES_CARE, _I)
_CALLS = re.compile(_CALL, _I)
_FRAMED = re.compile(
    rf"(?:\*{{2,}}|!{{2,}}|={{2,}}|#{{2,}}|-{{2,}}|\[)\W{{0,3}}(?:{_CALL}\W{{1,3}})?{_FROM_OUTSIDE}"
    r"\W{0,3}(?:\*{2,}|!{2,}|={2,}|#{2,}|-{2,}|\])",
    _I,
)
_MARK = re.compile(rf"\[\s?(?:{_FROM_OUTSIDE}|{_CALL})\s?\]\s*", _I)
_PARTS = re.compile(r"(?<=[.!:])\s+")
_MOST_LINES, _LONGEST = 5, 600


def banner_above(lines: Sequence[str]) -> int:
    """Return how many first lines are a banner, and nothing else; `lines` hold no empty ones."""
    counts = range(min(len(lines), _MOST_LINES), 0, -1)
    return next((count for count in counts if is_banner(lines[:count])), 0)


def is_banner(lines: Sequence[str]) -> bool:
    """Return whether lines are a banner: each sentence is of it, and two signs are there."""
    words = " ".join(line.strip() for line in lines)
    if len(words) > _LONGEST:
        return False
    if _FRAMED.fullmatch(words):
        return True
    sorts = _sorts(words)
    return "other" not in sorts and {"outside", "care"} <= sorts


def begins_as_banner(line: str) -> bool:
    """Return whether a first line may be a banner, or begins with one: a person must look."""
    if _MARK.match(line):
        return True
    first = next((part for part in _PARTS.split(line) if not _CALLS.fullmatch(_bare(part))), "")
    return bool(_SAYS_OUTSIDE.fullmatch(_bare(first))) and not first.endswith(":")


def _sorts(words: str) -> set[str]:
    """Return of what sorts the sentences of a text are."""
    rest = _MARK.sub(" ", words, count=1)
    marked = {"outside"} if rest != words else set()
    parts = [bare for part in _PARTS.split(rest.strip()) if (bare := _bare(part))]
    return marked | {_sort(part) for part in parts}


def _sort(part: str) -> str:
    if _SAYS_OUTSIDE.fullmatch(part):
        return "outside"
    if _SAYS_CARE.fullmatch(part):
        return "care"
    return "call" if _CALLS.fullmatch(part) else "other"


def _bare(part: str) -> str:
    return part.strip(" *!.:=#-–—[]")
