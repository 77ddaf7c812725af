"""Heads of columns that speak of showing what stands in a row, in whatever words.

What such a head asks is not settled here (`publication_heads.py` knows the plain ways): but a yes
or a no below it is about the site, so nobody passes it over.
"""

import re

from talqy.comments.patterns import late

_SHOWS = late(
    r"публи[кч]|обнарод|огласк|огласит|разгла[шс]|размещ|размест|показ(?!ател)|покаж|выклад|вылож"
    r"|вывес|вывеш|выстав|спрят|прячь|утаи|видн|виден|видим|видет|увид|открыт|закрыт|скры|доступ|приватн|конфиденц"
    r"|секрет|распростран|аноним|инкогнито|\bдсп\b|на сайт|на портал|в интернет|в сет[иь]\b"
    r"|не для (?:всех|сайта|печати)|только (?:для )?(?:министерств|ведомств|орган)"
    r"|служебн\w+ пользовани|внутренн\w+ пользовани|қызмет бабында|ішкі пайдалан"
    r"|для кого|кому\b.*(?:ответ|мнени|замечани|предложени|письм)"
    r"|использ\w+ (?:\w+ )?(?:ваш|мо[ейюя]|наш)"
    r"|жария|көрсет(?!іл(?:ген|етін))|көрін|шығар|орналастыр|сайтқа|сайтта|порталға|порталда"
    r"|интернет"
    r"|ашық|жабық|жасыр|құпия|көпшілік|басқалар|бөгде|таратуға|қолжетім|тек министрлік"
    r"|publi|disclos|\bshow|display|\bshar(?:e|ing)|visib|hidden|\bhide|private|confiden|anonym"
    r"|\bopen\b|\bclosed\b|everyone|\bothers\b|website|online|reveal"
)
_SERVICE = late(
    r"(?:қызмет\S* (?:\S+ )?көрсет\w*|көрсетілетін қызмет\w*|портал\w* (?:egov|электрон\S+)"
    r"|доступн\w+ (?:\S+ )?услуг\w*|(?:опыт|цел)\w* (?:\S+ )?использ\w+)"
)
# What the authority notes of its own deed: «Ответ опубликован», «Жауап берілді».
_DEED = late(
    r"(?:ответ\w*|решени\w*|жауап\w*|шешім\w*|response|reply)"
    r"(?: \S+)? (?:опубликован(?!и)|размещен(?!и)|направлен(?!и)|отправлен|дан\b|выдан"
    r"|разработчик|орган|министерств"
    r"|ведомств|жариялан(?:ды|ған)|берілді|жіберілді|орналастырылды|sent|published|posted)"
    r"|(?:опубликован|размещен|направлен|отправлен)(?!и)\w* ответ|ответ\w* (?:от )?(?:госоргана"
    r"|цго)"
)
_ROUND = late(
    r"не (?:\S+ )?(?:публик|показ|размещ|размест|выклад|обнарод|вывеш|разглаш|распростран)|нельзя"
    r"|не для|только|скры|спрят|прячь|утаи|закрыт|приватн|конфиденц|секрет|инкогнито|\bдсп\b"
    r"|(?:көрсет|жариялан?|шығар(?:ыл)?|орналастыр(?:ыл)?|тарат)(?:ме|па|ма|пе|ба|бе|мас|пес)\w*"
    r"|служебн\w+ пользовани|внутренн\w+ пользовани|қызмет бабында|ішкі пайдалан"
    r"|көрінбе|жабық|жасыр|құпия|тек |hid(?:e|den)|private|confiden|closed|\bnot\b|only"
)
_LONGEST = 300


def speaks_of_showing(head: str) -> bool:
    """Return whether a head speaks of showing, publishing or hiding what stands in a row."""
    return bool(_SHOWS.search(_SERVICE.sub(" ", _bare(head))))


def is_deed_of_authority(head: str) -> bool:
    """Return whether a head notes what the authority has done with its own answer."""
    return bool(_DEED.search(_bare(head)))


def turns_round(head: str) -> bool:
    """Return whether a yes below a head speaks against showing the row: «Скрыть ответ»."""
    bare = _bare(head)
    return bool(_ROUND.search(bare)) and not re.search(r"открыт|ашық|open", bare)


def _bare(head: str) -> str:
    return " ".join(head[:_LONGEST].lower().replace("ё", "е").split())
