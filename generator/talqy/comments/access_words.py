"""Words of a form for who may see what stands in a row: «открытый», «только для министерства».

One table for the cells of unknown columns and for the answers of those that ask for consent.
"""

from talqy.comments.patterns import late

_FOR_ALL = late(
    r"(?:доступ )?(?:открыт(?:о|ый|ая|ое|ы)?|публичн(?:о|ый|ая|ое)|общедоступн(?:о|ый|ая|ое)"
    r"|опубликован[оаы]?|доступ(?:но|ен) всем|вид(?:но|ен|на) всем|показывать(?: всем)?"
    r"|показать(?: всем)?|(?:для )?(?:всем|всех)|все(?: пользователи)?|виден|видно|видим(?:ый|ая|о)"
    r"|можно(?: показать| показывать| публиковать)?|опубликовать|публиковать"
    r"|ашық|жария|көпшілікке(?: ашық)?|барлығына(?: ашық| көрінеді)?|бәріне(?: ашық| көрінеді)?"
    r"|көрінеді|көрсетіледі|көрсетілсін|жариялансын|қолжетімді|болады|бола береді"
    r"|public|open|visible|everyone|anyone|shown)(?: доступ| обращение| письмо| режим|"
    r" қолжетімділік)?"
)
_FOR_FEW = late(
    r"(?:доступ )?(?:закрыт(?:о|ый|ая|ое|ы)?|не ?публичн(?:о|ый|ая|ое)|приватн(?:о|ый|ая|ое)"
    r"|ограничен(?:о|а|ный|ная|ное)?|конфиденциальн(?:о|ый|ая|ое)|скрыт(?:о|ый|ая|ое)?"
    r"|скрыть|скрывать|секретн(?:о|ый|ая|ое)|внутренн(?:ий|яя|ее)|недоступ(?:но|ен)|не"
    r" опубликован[оаы]?"
    r"|не виден|не видно|не показывать|не показать|не публиковать|нельзя(?: показать| показывать"
    r"| публиковать)?|дсп|только (?:\w+ ){0,2}\w+|лишь (?:\w+ )?\w+"
    r"|жабық|жасырын|құпия|шектеулі|көрінбейді|көрсетілмейді|көрсетілмесін|жарияланбасын"
    r"|жарияланбайды|болмайды|тек (?:\w+ )?\w+(?: ғана)?|қолжетімсіз"
    r"|private|closed|hidden|restricted|confidential|internal|not (?:public|visible|shown)"
    r"|only (?:\w+ ){0,2}\w+)(?: доступ| обращение| письмо| режим| қолжетімділік)?"
)
# «Только мама», «тек бір рет» are of the service, and of nobody who reads.
_ONLY = late(r"(?:только|лишь|тек|only)\b")
_READERS = late(
    r"\b(?:министерств|министр|ведомств|орган|сотрудник|специалист|разработчик|служебн|внутрен"
    r"|администратор|модератор|вас\b|вам\b|мне\b|меня\b|я\b|автор|своих|министрлік|министр|мекеме"
    r"|әзірлеуші|қызметкер|маман|ішкі|сіз|маған|өзім|the ministry|ministry|staff|you\b|me\b|author)"
)
_LONGEST = 60


def is_for_all(said: str) -> bool | None:
    """Return whether words let everybody see something; None where they are no words of access."""
    bare = " ".join(said[: _LONGEST + 1].lower().replace("ё", "е").split()).strip(' .,;:!"«»()')
    if len(bare) > _LONGEST:
        return None
    if _FOR_FEW.fullmatch(bare):
        return False
    return True if _FOR_ALL.fullmatch(bare) else None


def keeps_from_others(said: str) -> bool:
    """Return whether words keep something from all but those who work with it."""
    if is_for_all(said) is not False:
        return False
    bare = said.lower().strip(' .,;:!"«»()')
    return not _ONLY.match(bare) or bool(_READERS.search(bare))
