"""Words that only thank, or say that a question is answered and all is clear: no comment.

«Рахмет, бәрі түсінікті болды» asks for nothing; «Спасибо, но срок велик» does. A piece between two
signs is idle where each of its words is; one word that is not known leaves it for a comment.
"""

import re

from talqy.comments.letter_signs import ADDRESSED, FORMAL, HELLO, OF_THANKS
from talqy.comments.patterns import pattern_of, pieces_of
from talqy.comments.praise import is_praise

_GIVES_THANKS = pattern_of(rf"\b(?:{OF_THANKS})\b")
_IDLE = pattern_of(
    rf"{OF_THANKS}|понятно|понял\w*|ясно|принято|хорошо|отлично|ок|окей|ok|түсінікті|түсіндім"
    r"|түсіндік|жақсы|understood|clear"
)
_BESIDE_IDLE = pattern_of(
    r"и|но|ещ[её]|вам|вас|всем|вс[её]|за|ваш\w*|проделанн\w+|хорошую|отличную|заранее|больш\w+"
    r"|огромн\w+|так\w+|работу|труд|информаци\w+|ответ\w*|помощь|внимание|разъяснени\w+|пояснени\w+"
    r"|это|очень|сво\w+|мой|мне|мое|моё|нам|наш\w*|вопрос\w*|письмо|обращение|быстр\w+|подробн\w+"
    r"|понимание|сотрудничество|консультаци\w+|оперативн\w+|искренн\w+|я|мы|проект\w*|стандарт\w*"
    r"|возможность|забот\w+|о|люд\w+|документ\w*|высказаться|теперь|стало|уже|что|помогли|объяснили|разъяснили"
    r"|сізге|сіздерге|баршаңызға|бәрі\w*|барлығы\w*|барлы[қғ]\w*|көп|көптеген|үлкен|зор|еңбек\w*"
    r"|жұмыс\w*|жауа[бп]\w*|айтамы?[нз]|айтамыз|білдіремі[нз]|білдіреміз|үшін|ақпарат\w*|көмек\w*"
    r"|көмегі\w*|түсіндір\w+|назар\w*|сұра[қғ]\w*|хабар\w*|шын|жүректен|мен|біз|маған|бізге|және|де"
    r"|да|енді|болды|жедел|жоба\w*|хат\w*"
    r"|you|very|much|so|many|for|your|work|the|all|got|it|is|now|everything|answer|information|help"
    r"|attention|reply"
)

# --- answered, and clear --------------------------------------------------------------------

_MY = r"(?:и |мой |мои |все |этот |на данный момент |теперь |у меня |больше )*"
_SOLVED = (
    r"(?:уже |полностью |был |больше )*(?:снят\w*|реш[её]н\w*|решился|закрыт\w*|исчерпан\w*"
    r"|отпал\w*|нет|не имею|не осталось)"
)
_TOLD = (
    r"(?:ответ\w*|разъяснени\w+|пояснени\w+|информаци\w+|консультаци\w+)"
    r"(?: на (?:свой |мой |все |свои |мои |наш )*вопрос\w*)?"
)
_WHOLE = r"(?:ваш\w* |исчерпывающ\w+ |полн\w+ |подробн\w+ |необходим\w+ |нужн\w+ |вс[её] )*"
_TOLD_KK = r"(?:жауа[бп]|түсініктеме|түсіндірме|мәлімет|ақпарат)"
_ANSWERED = pattern_of(
    rf"{_MY}вопрос\w* {_SOLVED}"
    rf"|(?:я |мы |уже |на все )*получил\w* {_WHOLE}{_TOLD}"
    rf"|{_WHOLE}{_TOLD} (?:уже )?получ(?:ил|ен)\w*"
    r"|(?:мне |нам |уже |вс[её] |на вс[её] )*(?:объяснил\w*|разъяснил\w*|ответил\w*|помогли"
    r"|подсказали)(?: (?:вс[её]|уже|по телефону|в цоне|мне|нам|в центре|на вопрос))*"
    r"|(?:менің |біздің |барлық |енді |бұл |басқа )*(?:сұра[қғ]|мәселе)\w* (?:толық |енді )?"
    r"(?:шешілді|жабылды|жоқ|қалмады|алынды|алып тасталды|бітті)"
    rf"|(?:мен |біз |барлық |толық |қажетті |енді |сұрағым\w* |сұраққа )*{_TOLD_KK}\w*"
    r" (?:алдым|алдық|келді|алынды)"
    r"|(?:my |the |all |our )*questions? (?:is|was|has been|have been|are) (?:answered|solved"
    r"|settled)"
)
_NOW = (
    r"(?:мне |нам |я |мы |вас |и |теперь |уже |сейчас |вс[её] |во вс[её]м |вполне |полностью "
    r"|стало |сам\w* )*"
)
_NOW_KK = (
    r"(?:маған |бізге |мен |біз |енді |қазір |және |бәрі |бәрін |барлығы |барлығын |толық "
    r"|толығымен )*"
)
_CLEAR = pattern_of(
    rf"{_NOW}(?:понятн(?:о|ее)|ясн(?:о|ее)|разобрал\w*|понял\w*|прояснил\w*)"
    r"(?: (?:стало|теперь|вс[её]|мне|нам|вас|уже))*"
    rf"|{_NOW_KK}(?:түсінікті|анық|айқын|түсіндім|түсіндік|түсіндірді|түсінікті болды)"
    r"(?: (?:болды|екен|бәрі|енді|барлығы))*"
    r"|(?:it |everything |all )*(?:is |was )?(?:now )?clear(?: now)?"
)
# Good wishes at the end of a letter: «успехов в работе», «жұмыстарыңызға табыс тілейміз».
_GOOD_THINGS = (
    r"(?:успех\w*|удач\w*|здоровь\w*|благополучи\w*|всего (?:самого )?(?:доброго|наилучшего"
    r"|хорошего)"
    r"|процветани\w*|терпени\w*|сил)"
)
_GOOD_KK = (
    r"(?:табыс|сәттілік|амандық|денсаулық|жақсылық|толағай табыс|шығармашылық табыс|береке)\w*"
)
_WISHES = pattern_of(
    rf"(?:и |я |мы |от души |искренне )*(?:жела(?:ю|ем) )?(?:вам |всем |вашему коллективу |больших "
    rf"|дальнейших |творческих |крепкого |и )*{_GOOD_THINGS}(?: и {_GOOD_THINGS})?"
    r"(?: (?:вам|всем|в (?:вашей |дальнейшей |нелегкой )?(?:работе|труде)|и|в делах))*"
    rf"|(?:мен |біз |сізге |сіздерге |баршаңызға |еңбек\w* |жұмыс\w* |қызмет\w* |істерің\w* |зор "
    rf"|мол "
    rf"|тек |және )*{_GOOD_KK}(?: (?:пен|мен|және) {_GOOD_KK})? тілейм(?:ін|із)"
    rf"|(?:жұмыс\w* |іс\w* |еңбек\w* )+(?:{_GOOD_KK}|жемісті|сәтті) болсын"
    r"|(?:i |we )?wish you (?:all the best|good luck|success)|good luck|all the best"
)
_GREETING = pattern_of(rf"(?:{HELLO})|(?:{ADDRESSED})\w* \w+(?: \w+)?|{FORMAL.pattern}")
_SPEAKS_OF_DRAFT = pattern_of(r"\b(?:проект\w*|стандарт\w*|жоба\w*)\b")
_MOST_ENDS = 6
_LONGEST = 150  # letters; what is longer is no such saying


def gives_thanks(text: str) -> bool:
    """Return whether thanks stand anywhere in a text."""
    return any(map(_GIVES_THANKS.search, pieces_of(text)))


def before_thanks(text: str) -> str:
    """Return a text without the thanks and greetings that end it: «… қанша күн? Рахмет.»."""
    ends = [one.end() for one in re.finditer(r"[.!?…\n]+\s*", text)]
    for end in reversed(ends[-_MOST_ENDS:]):
        if text[end:].strip() and without_thanks(text[end:]):
            break
        if text[end:].strip():
            text = text[:end]
    return text


def without_thanks(text: str) -> list[str]:
    """Return the pieces of a text that are neither thanks nor a greeting nor say “answered”."""
    return [piece for piece in pieces_of(text) if not _is_idle(piece)]


def _is_idle(piece: str) -> bool:
    if len(piece) > _LONGEST:
        return False
    if any(saying.fullmatch(piece) for saying in (_ANSWERED, _CLEAR, _WISHES, _GREETING)):
        return True
    if is_praise(piece):
        return True
    # «Хороший проект» is praise of the draft, and «спасибо за проект» is not.
    if _SPEAKS_OF_DRAFT.search(piece) and not _GIVES_THANKS.search(piece):
        return False
    words = re.findall(r"\w+", piece)
    idle = [word for word in words if _IDLE.fullmatch(word)]
    return bool(idle) and all(_BESIDE_IDLE.fullmatch(word) for word in words if word not in idle)
