"""Heads of columns that ask whether words, or a name, may be published; or say that they may not.

«Согласны ли вы на публикацию имени?» is about the name alone, «Не публиковать» turns a yes round.
A head that only labels what is private («Телефон, не публикуется») asks for nothing.
"""

import re

from talqy.comments.patterns import late

_NAME = late(
    r"\bим(?:я|ени|ен[аи]?)\b|\bфио\b|ф\.\s?и\.\s?о|фамили|аты-жөн|есім|\bаты(?:ң|м|н)\w*|\bатын\b"
    r"|авторств|\bnames?\b"
)
_WORDS = late(
    r"комментар|замечани|мнени|отзыв|обращени|письм|предложени|ответ|пікір|ескерт|ұсыныс|хат(?:ы|т)"
    r"|өтініш|жауап|comment|remark|letter|opinion|feedback|answer|response"
)
# Where a name would stand: «рядом с комментарием», «пікірдің қасында»; «подписать … именем» too.
_BESIDE = late(
    rf"(?:рядом с|вместе с|возле|около|под|над|перед|после|у|в конце|к|при|с|подпис\w+) (?:\w+ )?"
    rf"(?:{_WORDS.pattern})\w*"
    rf"|(?:{_WORDS.pattern})\S* (?:қасын|жанын|аст(?:ын|ы)|үст|соңын|бірге|тұс)\S*"
    rf"|(?:beside|under|next to|with|below|near|along with) (?:\w+ )?(?:{_WORDS.pattern})"
)
_PRIVATE = late(
    r"телефон|почт|e-?mail|адрес|контакт|персональн|мекенжай|пошта|дербес|деректер|phone|address"
)
_PUBLISH = (
    r"(?:о?публик|публичн|размещ|размест|обнарод|выклад|вылож|вывес|вывеш|показать|показыв|жария"
    r"|орналас|сайтқа|сайтта|publi|disclos)"
)
_SHOW = (
    r"(?:показ|указыв|указать|назыв|назвать|упомина|упомян|подпис|поставить|көрсет|аталу|ата[уй]"
    r"|show|display|mention)"
)
_ASKS = late(
    r"соглас|разреш|можно|готовы|хотите|келіс|рұқсат|бола(?:ды)? ма|agree|consent|allow|may we"
    r"|can we|permi"
)
_CONDITION = late(r"\bесли\b|егер|[бс](?:ер)?сеңіз|саңыз|\bif\b|под котор")
_LABEL = late(
    r"(?:ваше? )?(?:имя|фио|фамилия|name|your name)\b(?! (?:не )?\w*(?:публ|показ|указ))"
    r"|(?:аты-жөні|есімі)(?:ңіз)?$"
)
_NOT_DONE = late(r"не (?:будет |будут )?публику(?:е|ю)тся|жарияланбайды|will not be publ")
_BEFORE = r"(?:\S+ ){0,5}"
_REFUSE_RU = (
    r"(?:возража\w+|возражени\w+|против|отказ\w*|запре[щт]\w*|несогласие"
    r"|не (?:соглас\w+|разреш\w+|позвол\w+|даю|дано|хо\w+|желаю))"
)
_AGAINST = late(
    r"(?:прошу |просим |просьба |пожалуйста,? |можно )?не (?:о?публиковать|публикуйте"
    r"|опубликовывать|размещать|разместить|размещайте|обнародовать|выкладывать|для публикации"
    r"|подлежит публикации|вывешивать|показывать|для сайта|для всех)\b"
    r"|нельзя (?:о?публиковать|размещать|разместить|выкладывать|показывать)"
    rf"|{_BEFORE}{_REFUSE_RU}\b.*{_PUBLISH}|.*{_PUBLISH}\S* (?:\S+ ){{0,3}}{_REFUSE_RU}\b"
    rf"|.*{_PUBLISH}\S* (?:\S+ ){{0,2}}(?:бермей|етпей|бермес|етпес)\S*"
    rf"|.*(?:\bnot|n.t|\bnever|\bcannot|\bwithout)\b.*publi|.*publi\S* (?:\S+ )?not\b"
    rf"|{_BEFORE}жариялама(?:у\S*|ңыз\S*|сын\S*|й\S*)\b|{_BEFORE}жарияланбасын"
    rf"|{_BEFORE}жариялау(?:ға|дан|ын\S*)? (?:\S+ )?(?:қарсы|бас тарт|келіспе|болмайды"
    r"|рұқсат жоқ|тыйым)|жариялауға жатпайды|(?:please )?do not publish|not for publication"
    r"|(?:i )?(?:object|refuse)\w*.*publi|no publication"
)
_NAME_RU = r"(?:им(?:я|ени|ена?)|фио|ф\.\s?и\.\s?о\.?|фамили\S+)"
_NOT_SHOWN = (
    r"не (?:о?публиковать|публикуйте|указывать|указывайте|показывать|показывайте|отображать"
    r"|отображайте|называть|называйте|раскрывать|раскрывайте|упоминать|упоминайте|размещать)"
)
_HIDES = late(
    r"аноним|anonym|инкогнито|жасыр(?:ын|у)|атаусыз"
    r"|(?:\bаты|есім|\bтегі)\S* (?:\S+ )?(?:көрсетпе|көрсетілме|атама|аталма|жазба|жазылма|шықпа"
    r"|көрінбе|жария(?:ла)?(?:ма|нба))"
    rf"|{_NAME_RU} (?:мо\S+ )?{_NOT_SHOWN}\b"
    r"|(?:скры(?:ть|вать|то)|не (?:указывать|показывать|называть|раскрывать|упоминать|отображать)"
    r"|без (?:указания )?) ?.*(?:имя|имени|имен|фио|фамили)|(?:hide|withhold|conceal).*name"
)
# «Жауапты жасыру», «Анонимный и закрытый ответ»: the words themselves are kept back, or may be.
_HIDES_WORDS = late(
    rf"(?:{_WORDS.pattern})\S* (?:\S+ )?жасыр(?!ын қал)|жасыр\S* (?:\S+ )?(?:{_WORDS.pattern})"
    r"|закрыт|скры(?:ть|вать|т[ыо])|жабық|құпия|closed|private"
)
_MAY = late(
    r"(?:можно(?: ли)? |разрешено(?: ли)? |разрешаете(?: ли)?(?: вы)? |готовы ли вы "
    r"|хотите ли вы )?(?:о?публиковать|разместить|размещать|обнародовать"
    r"|показывать|выложить|выкладывать|вывесить)"
    r"(?: (?:на (?:сайте|портале|сайт|портал)|в (?:открытом доступе|интернете|интернет)|мо\S+"
    r"|ваш\S*|это\S*|данн\S+"
    r"|ли|открыто|публично|текст|замечани\S+|комментари\S+|мнени\S+|предложени\S+|обращени\S+"
    r"|отзыв\S*|письмо|ответ))*|публикация разрешена"
    r"|(?:(?:сіздің )?(?:пікір|ескертпе|ұсыныс|хат)\S* )?(?:(?:сайтта|порталда) )?"
    r"(?:жариялау(?:ға)?(?: (?:бола ма|болады ма|рұқсат па|рұқсат))?|жариялансын(?: ба)?)"
    r"|(?:you may |may we |can we |ok to |feel free to |please )?publish"
    r"(?: (?:it|this|your|my|comment|remark|letter|opinion|on the (?:site|website)))*"
    r"|(?:may |can )?(?:my|this|your) (?:comment|remark|letter) (?:may |can )?be published"
)
# Yes and no to such a question are both said for either answer.
_UNOPPOSED = late(
    r"\bне (?:будете |будет ли |станете )?(?:возража\w+|против)\b"
    r"|\bне име(?:ете|ю|ем) (?:ли )?(?:\S+ )?возражений"
    r"|\bнет (?:ли )?(?:у (?:вас|меня) )?возражений|\bвозражений (?:нет|не имею)"
    r"|қарсы емес|қарсылы\S+ жоқ|\byou mind\b|(?:not|n.t) (?:object|mind)|no objections?"
)
_SAYS_SO = late(
    r"\bне (?:возража(?:ю|ем)|против)\b|\bвозражений (?:нет|не имею)|\bне имею возражений"
    r"|қарсы емес(?:пін|піз)|қарсылығым(?:ыз)? жоқ|\bi (?:do not|don.t)|no objections?"
)


def is_unopposed(head: str) -> bool:
    """Return whether a head asks if nobody objects to publication: «Вы не против публикации?»."""
    bare = _bare(head)
    return bool(_UNOPPOSED.search(bare) and re.search(_PUBLISH, bare))


def says_unopposed(head: str) -> bool:
    """Return whether a head says that its author does not object, so that a yes agrees."""
    return is_unopposed(head) and "?" not in head and bool(_SAYS_SO.search(_bare(head)))


def asked_of_publication(head: str) -> str:
    """Return the field that a head asks for: `consent`, `name_consent` …; "" where for none.

    `no_publication` and `anonymous` are those of which a yes speaks against publishing.
    """
    bare = _bare(head)
    if not bare or _NOT_DONE.search(bare):
        return ""
    if _HIDES.search(bare):
        return "" if _HIDES_WORDS.search(bare) and not _NAME.search(bare) else "anonymous"
    return "" if _LABEL.match(bare) else _asked_plainly(bare)


def _asked_plainly(bare: str) -> str:
    of_name, of_words = bool(_NAME.search(bare)), bool(_WORDS.search(_BESIDE.sub(" ", bare)))
    if is_unopposed(bare) or _AGAINST.match(bare):
        if of_name and not of_words:
            return "anonymous"
        return "" if _PRIVATE.search(bare) and not of_words else "no_publication"
    if of_name and not of_words and _asks_for_name(bare):
        return "name_consent"
    return "consent" if _MAY.fullmatch(bare) else ""


def _asks_for_name(bare: str) -> bool:
    if _CONDITION.search(bare):
        return False
    is_asked = _ASKS.search(bare) and re.search(f"{_PUBLISH}|{_SHOW}", bare)
    does = r"(?:о?публиковать|показывать|показать|указывать|размещать|раскрывать|упоминать)"
    is_done = re.match(rf"{does}\b", bare) or re.search(rf"\b{does}(?: ли)?$", bare)
    in_kazakh = re.search(r"(?:жария(?:лау|лансын)|көрсетілсін|көрсету)(?: \S+)?$", bare)
    in_english = re.match(r"(?:publish|show|display)\b", bare)
    return bool(is_asked or is_done or in_kazakh or in_english)


def _bare(head: str) -> str:
    """Return a head in small letters, without what stands in brackets and signs at its ends."""
    words = re.sub(r"\([^)]*\)?", " ", head[:300].lower().replace("ё", "е"))
    return " ".join(words.split()).strip(' *?:.!"«»')
