"""Check 22, of the words: whether a text speaks as the authority does.

Whoever reads «Министерство юстиции отвечает: …» below a draft takes it for the answer. What people
say of an authority («министерство отвечает за срок») is none: what counts is the answer's own form.
"""

import re
from collections.abc import Iterator

from talqy.comments import kinds
from talqy.comments.plain_letters import bounded, pattern_of, without_own_letters
from talqy.model.comment import AuthorKind
from talqy.model.problem import Path, Problem

_BODY = (
    r"(?:министерств\w+|ведомств\w+|минюст\w*|правительств\w+|услугодател\w+"
    r"|госорган\w*|государственн\w+ орган\w*|акимат\w*|комитет\w*|департамент\w*|администраци\w+)"
)
_BODY_KK = (
    r"(?:министрлі[гк]\w*|ведомство\w*|үкімет\w*|әзірлеуші\w*|мемлекеттік орган\w*|әкімді[кг]\w*"
    r"|комитет\w*|департамент\w*|қызмет беруші\w*|әкімшілі[кг]\w*)"
)
_MORE = r"(?: (?!(?:мне|нам|не|мы)\b)[\w-]+){0,5}?"
_TELLS = (
    r"(?:отвечает|сообщает|информирует|разъясняет|поясняет|уведомляет|объявляет|ответил[оа]?"
    r"|сообщил[оа]?)"
)
_TELLS_KK = (
    r"(?:жауап береді|жауап берді|хабарлайды|мәлімдейді|түсіндіреді|хабардар етеді|жариялайды)"
)
_HEAD = r"(?:^|[\n.!?…;]\s*|[«\"“(\[*_#>]\s*)"
_REMARKS = r"(?:замечани\w+|предложени\w+|комментари\w+)"
_REMARKS_KK = r"(?:ескерт\w+|ұсыныс\w*|пікір\w*)"
_ANSWER = r"(?:официальн\w+ )?(?:ответ|позиция|разъяснение|решение)"
_DECIDES = r"(?:отклон\w+|отказ\w+|(?:не )?прин\w+|оставить)"
_REJECTED_KK = r"(?:қабылданба\w+|қабылданды|қабылдамау\w*|ескерілді|кері қайтарылды)"
_OVER, _OVER_KK = r"(?:закрыт|завершен|прекращен)\w*", r"(?:жабылды|аяқталды|тоқтатылды)"
_SIGNS = tuple(
    map(
        pattern_of,
        (
            # The authority by its name tells something, and then a colon or a dash, or «что».
            rf"{_HEAD}{_BODY}{_MORE} {_TELLS}(?: {_MORE})?\s*(?::|,? что\b|\s[–—-]\s)",
            rf"{_HEAD}(?:[\w-]+ ){{0,5}}{_BODY_KK}{_MORE} {_TELLS_KK}\s*(?:[:.!]|\s[–—-]|$)",
            rf"{_HEAD}(?:[\w-]+ ){{0,5}}{_BODY_KK}(?:нің|дің|тің|нын|ның)? (?:ресми )?жауабы\s*:",
            # The head of an answer.
            rf"{_HEAD}{_ANSWER}{_MORE} {_BODY}{_MORE}\s*:",
            rf"{_HEAD}(?:официальный ответ|ресми жауап)\b",
            # We, the authority.
            rf"\b(?:мы,|от имени|от лица) (?:[\w-]+ ){{0,2}}{_BODY}",
            rf"\bбіз, (?:[\w-]+ ){{0,3}}{_BODY_KK}|{_BODY_KK} атынан",
            # What only an authority decides.
            rf"\b(?:принято|принимается|вынесено) решение (?:об? )?{_DECIDES}{_MORE} {_REMARKS}",
            rf"\bвсе (?:[\w-]+ )?{_REMARKS} (?:граждан )?(?:отклонены|отклоняются)\b",
            rf"{_HEAD}все (?:[\w-]+ )?{_REMARKS} (?:граждан )?(?:приняты|учтены)\b",
            rf"\bбарлы[қғ]\w* (?:[\w-]+ )?{_REMARKS_KK} {_REJECTED_KK}\b",
            rf"{_HEAD}(?:(?:публичн|общественн)\w+ )?обсуждение (?:проекта )?{_OVER}",
            rf"{_HEAD}(?:[\w-]+ ){{0,2}}талқылау\w* {_OVER_KK}",
        ),
    )
)
_SPACES = re.compile(r"[^\S\n]+")


def speaks_officially(text: str) -> bool:
    """Return whether a text has the form of what an authority tells or decides."""
    said = _SPACES.sub(" ", without_own_letters(bounded(text)))
    return any(sign.search(said) for sign in _SIGNS)


def official_voice(path: str, where: Path, text: str, kind: AuthorKind | None) -> Iterator[Problem]:
    """Look whether a comment speaks as the authority; a state body may, and is asked for itself."""
    if kind is not AuthorKind.STATE_BODY and speaks_officially(text):
        yield kinds.OFFICIAL_VOICE.at(path, where)
