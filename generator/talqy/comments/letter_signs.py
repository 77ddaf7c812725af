"""What people write around their words in a letter, on paper and by mail: heads, greetings, ends.

One table for every letter, in Kazakh, Russian and English. Each pattern is one sign, and a line of
an author looks like one now and then: who cuts by them asks for two (`letter_frame.py`,
`own_words.py`, `mail_end.py`). How mail programs write is in `mail_signs.py` and `end_signs.py`.
"""

import re

from talqy.comments.patterns import late

_I = re.IGNORECASE

# --- heads and greetings -------------------------------------------------------------------

GREAT = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
"""Great letters, for patterns."""

SENDER = r"from|от(?: кого)?|отправитель|кімнен|кімдікі|жіберуші"
HEADS = (
    r"sent|date|to|cc|subject|importance|отправлен[оы]|отправленные|дата|кому|куда|копия|тема"
    r"|важность|жіберілді|жіберілген(?: күні| уақыты)?|күні|кімге|алушы|көшірме(?:сі)?|тақырып"
    r"|тақырыбы"
)
"""Words that stand before a colon in the head of a letter, for patterns."""

HELLO = (
    r"здравствуй(?:те)?|добр(?:ый|ое|ого|ой) \w+|приветствую(?: вас)?|привет|"
    r"(?:ассалаумағалейкум|сәлеметсі[зң](?:дер)?|сәлем)(?: бе| ме| дер ме)?|"
    r"қайырлы (?:күн|таң|кеш)|hello|hi|good (?:morning|afternoon|evening|day)"
)
ADDRESSED = r"(?:глубоко|много)?уважаем|құрметті|қадірлі|dear"
"""Words of a greeting, for patterns: those that greet, and those that name whom."""

GREETING = late(
    rf"(?P<bare>{HELLO})\W*"
    rf"|(?:(?:{HELLO})\s*,\s*)?"
    rf"(?:{ADDRESSED}|(?<=, )(?=(?-i:[{GREAT}])))\w*"
    r"(?:[^,.!?:;]|\b\w\.){0,80}[!,]?",
    _I,
)
"""A line that greets and says nothing more; `bare`: it names nobody."""

# --- the end -------------------------------------------------------------------------------

FORMAL = late(
    r"(?:с (?:глубоким |искренним |большим |глубочайшим )?уважением|"
    r"с ув\.|с (?:наи)?лучшими(?: пожеланиями)?|с почтением|с пожеланиями \w+(?: \w+)?|"
    r"искренне (?:ваш\w*|ваша)|(?:зор |шын жүректен |шынайы )?құрметпен|"
    r"(?:зор )?(?:ізгі|игі) (?:тілек|ниет)(?:пен|термен)|зор ілтипатпен|ізетпен|"
    r"(?:best |kind(?:est)? |warm |with )?regards|best wishes|all the best|"
    r"yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: yours)?)",
    _I,
)
_THANKS = (
    "спасибо|благодар(?:ю|им|ен|на|ны)|признател(?:ен|ьн[аы])|ра[хқ]мет|алғыспен|thanks|thank you"
)
OF_THANKS = (
    rf"{_THANKS}|спс|благодарн\w+|признательн\w+|ра[хқ]меті\w+|алғыс\w*|thank|thankful|grateful"
)
"""Every word of thanks, for patterns; “благодаря” is none, and Рахметов a name."""

_OF_THANKS = late(rf"\b(?:{OF_THANKS})", _I)
THANKS = late(
    r"(?:с благодарностью|(?:заранее |большое |огромное |алдын ала |көп |үлкен |many )?"
    rf"(?:{_THANKS})"
    r"(?: (?:вам )?за (?:внимание|понимание|ответ|работу|помощь)| in advance"
    r"| for your (?:time|attention))?|"
    r"(?:желаю )?(?:хорошего|доброго|приятного|отличного|удачного) (?:вам |всем )?"
    r"(?:дня|вечера|настроения)|хороших выходных|до встречи|(?:жақсы|сәтті) күн тілеймін"
    r"|күніңіз сәтті (?:болсын|өтсін)|have a (?:nice|good|great|lovely) (?:day|evening)|"
    r"всего (?:доброго|хорошего|наилучшего)|всех благ|до свидания|удачи|с надеждой на понимание|"
    r"сәлеммен|сәлемдермен|сау бол(?:ыңыз(?:дар)?|ың)?|сәттілік|көңіл бөлгеніңізге ра[хқ]мет|"
    r"назар(?:ларыңызға| аударғаныңызға) ра[хқ]мет|cheers|best)",
    _I,
)
_WORD = rf"[{GREAT}][\w’'-]{{0,60}}"
_INITIAL = rf"[{GREAT}]\."
_INITIALS = rf"{_INITIAL}(?:\s?{_INITIAL})?"
_NAME = rf"(?:{_INITIALS}\s?{_WORD}|{_INITIALS}|{_WORD})"
NAME = late(rf"{_NAME}(?:\s+{_NAME}){{0,4}},?")
FULL_NAME = late(rf"{_NAME}(?:\s+{_NAME}){{1,4}},?|{_INITIALS}\s?{_WORD},?")
NAMED = late(
    rf"\b{_NAME}(?:\s+{_NAME}){{1,3}}(?=,\s)"
    r"|(?i:авторы?|подпись|ф\.?\s?и\.?\s?о\.?|имя|заявител\w+|аты[- ]жөні|қолы|name|signed|author)"
    rf"\s?[:–—-]\s*{_NAME}"
)
"""A name with something behind it, or behind a word that announces it."""

_BY_PHONE = r"тел|моб|phone|tel|mob|факс|fax|ұялы|whats\s?app|телеграм|telegram"
PHONE = late(
    rf"(?:\+?7|\b8)[\s(-]*\d{{3}}|\b\d{{2,3}}-\d\d-\d\d\b|\b(?:{_BY_PHONE})\b",
    _I,
)
SITE = late(r"(?:https?://|www\.)\S+", _I)
POST = late(
    r"\b(?:директор|замест|зам\.|и\.\s?о\.|начальник|руководител|заведующ|главн|ведущ|старш|"
    r"специалист|юрист|юрисконсульт|адвокат|нотариус|инженер|бухгалтер|менеджер|председател|"
    r"член|президент|секретар|эксперт|консультант|доцент|профессор|врач|учител|преподавател|"
    r"министр(?!ств|лік|літ)|ректор|судья|аким(?!ат)|әкім(?!ді|ш)|прокурор\b|"
    r"пенсионер|студент|граждан|жител|предпринимател|басшы|бастық|бастығы|орынбасар|маман|заңгер|"
    r"төраға|төрайым|мүше|меңгеруші|дәрігер|мұғалім|тұрғын|азамат|зейнеткер|кәсіпкер|есепші|"
    r"director|manager|head of|chief|lawyer|engineer|specialist|officer|president|secretary|"
    r"chair|member|ceo|counsel|analyst|teacher|doctor|professor|citizen|resident)",
    _I,
)
LEGAL_FORMS = {
    "legal-entity": (
        r"ТОО|ЖШС|АО|АҚ|НАО|КеАҚ|ОО|ҚБ|ОЮЛ|ЗТБ|ООО|ПК|ӨК|КСК|ОСИ|МИБ|РГП|РМК|КГП|КМК|ГКП|МКК|МКҚК"
        r"|LLP|Ltd|Inc|JSC|LLC"
    ),
    "entrepreneur": r"ИП|ЖК|КХ|ШҚ",
    "state-body": r"РГУ|РММ|КГУ|КММ|ГУ|ММ",
}
"""Forms of bodies in Kazakh, Russian and English, by the kind of author that each one is."""

_FORM = "|".join(LEGAL_FORMS.values())
BODY = late(
    rf"\b(?:{_FORM})\b"
    r"|(?i:\b(?:министерств|министрліг|департамент|управлени|басқарма|комитет|республик|отдел|бөлім"
    r"|филиал|ассоциаци|қауымдаст|фонд|қор[ыо]|палат|университет|институт|школ|мектеб|больниц"
    r"|аурухана|поликлиник|емхана|акимат|әкімдіг|company|department|ministry))",
)
_CALLED = r"[«\"“](?:[^«»\"“”\n]|«[^«»\n]{1,60}»){1,80}[»\"”]"
NAMED_BODY = late(rf"(?:{_FORM})\s?{_CALLED}|{_CALLED}\s?(?:{_FORM})")
"""A body with its form and its name: ТОО «Пример», «Үлгі» ЖШС."""

PLACE = late(
    r"(?:^|\s|\d)(?:г|с|п|пос|ул|обл|р-н|пр|мкр|д|кв|қ|а|к|көш|оф|str)\.|"
    r"\b(?:город|село|посёлок|поселок|улица|область|район|микрорайон|проспект|квартира|қаласы|"
    r"ауылы|ауданы|облысы|көшесі|даңғылы|пәтер|шағын ?аудан|казахстан|қазақстан|kazakhstan|"
    r"street|avenue|city|\d{6})\b",
    _I,
)
# “P.S. Прошу” is no name.
INITIALS = late(
    rf"\b(?!P\.\s?S\.)(?<!P\.)(?<!P\.\s){_INITIALS}\s?{_WORD}|\b{_WORD}\s(?!P\.\s?S\.){_INITIALS}"
)
STREET = late(r"\b(?:обл|ул|көш|кв|гор|г|қ)\.(?=\W|$)", _I)
AT = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
ADDRESS = late(AT)
SIGNED = late(r"\b(?:подпись|қолы|signature)\b|_{3,}", _I)
REACH = late(
    rf"{AT}|(?:{_BY_PHONE})\b\.?.{{0,60}}\d.{{0,30}}"
    rf"|(?:e-?mail|эл\w*\.?\s*(?:почта|адрес|пошта)?)\s*:?\s*{AT}|(?:исп|орынд)\w{{0,8}}[.:].{{0,80}}"
    r"|\+?[78][\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}.{0,40}"
    r"|\(?(?:подпись|қолы|signature|м\.\s?п\.|м\.\s?о\.|эцп|эцқ)\)?.{0,40}|_{3,}.{0,60}",
    _I,
)
"""A whole line that tells how to reach somebody, or where to sign."""

# --- what came with it ---------------------------------------------------------------------

_FILE = (
    r"(?:файл|құжат|документ|скан|фото|таблиц|кесте|письм|хат|архив|word|excel|pdf|\.docx?|\.xls)"
)
_SENT_ALONG = r"(?:файл\w*|замечани\w*|предложени\w*|таблиц\w*|скан\w*|письмо)"
# «Хатыңыз № 4512 болып тіркелді»: the same verb says that a letter was registered.
_NOT_REGISTERED = r"(?!\w*(?:ыңыз|іңіз))\w*(?:(?!№|нөмір|болып|кеңсе|журнал).){0,40}"
ATTACHED = late(
    r"\b(?:во? (?:вложени[ияе]\w*|вложенн\w+|прикреплённ\w+|прикрепленн\w+)|"
    rf"в приложенн\w+ (?={_FILE}|письм)|см\.? (?:также )?(?:вложени\w*|прикреп\w*|файл\w*)|"
    rf"вложенн\w+ файл\w*|прилага(?:ю|ем)\b|{_SENT_ALONG}(?: \w+)? прилага\w+|"
    rf"прикреп(?:ляю|ляем|ил[аи]?|лён|лен|лена|лены|ленн\w+)\b(?=.{{0,60}}{_FILE})|"
    rf"{_FILE}\w*.{{0,40}}\bприкреп\w+|"
    r"қоса (?:беріліп|тіркеліп|беріп|тіркеп|жіберіп|ұсынып) отыр\w*|"
    r"қоса (?:жібере|жібер|тірке|бере)(?:мі|ді)\w+|тіркеп (?:отыр|жібер)\w*|тіркемеде\w*|"
    rf"тіркеме (?:файл|хат)\w*|қосымша файл\w*|{_FILE}{_NOT_REGISTERED}\bтіркел(?:іп|ді)\w*|"
    r"тіркелген (?=файл|хат|кесте|скан|фото)\w+|"
    rf"(?:see|find|is|are|am|i have|i|we) (?:the )?attach\w*|attached (?=.{{0,30}}{_FILE}|herewith)"
    rf"|in the attachment|enclosed|{_FILE}\w*.{{0,30}}\battached)"
    rf"|^[^\w\n]*прилага(?:ется|ются) (?=.{{0,30}}{_SENT_ALONG})"
    r"|^[^\w\n]*(?:приложени[ея]|қосымша(?:лар)?|attachments?|enclosures?)\s*:",
    _I | re.MULTILINE,
)


def is_thanks(line: str) -> bool:
    """Return whether a line has a word of thanks."""
    return bool(_OF_THANKS.search(line))


def is_farewell_word(line: str) -> bool:
    """Return whether a line is a farewell or a greeting, and nothing else."""
    plain = line.strip(" ,.!–—-)(")
    return any(sign.fullmatch(plain) for sign in (FORMAL, THANKS)) or bool(GREETING.fullmatch(line))
