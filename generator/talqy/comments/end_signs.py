"""What stands at the end of a letter: farewells, names, posts, places, the lines of programs.

Each pattern is one sign, in Kazakh, Russian and English; `mail_end.py` asks for two.
"""

import re

from talqy.comments.mail_signs import GREETING, RULE

_I = re.IGNORECASE
DELIMITER = re.compile(r"--\s?")
FORMAL = re.compile(
    r"(?:с (?:глубоким |искренним |большим |глубочайшим )?уважением|"
    r"с ув\.|с (?:наи)?лучшими(?: пожеланиями)?|с почтением|с пожеланиями \w+(?: \w+)?|"
    r"искренне (?:ваш\w*|ваша)|(?:зор |шын жүректен |шынайы )?құрметпен|"
    r"(?:зор )?(?:ізгі|игі) (?:тілек|ниет)(?:пен|термен)|зор ілтипатпен|ізетпен|"
    r"(?:best |kind(?:est)? |warm |with )?regards|best wishes|all the best|"
    r"yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully(?: yours)?)",
    _I,
)
THANKS = re.compile(
    r"(?:с благодарностью|(?:заранее |большое )?(?:спасибо|благодар(?:ю|им|ен|на|ны)|"
    r"признател(?:ен|ьна))"
    r"(?: (?:вам )?за (?:внимание|понимание|ответ|работу|помощь))?|"
    r"всего (?:доброго|хорошего|наилучшего)|всех благ|до свидания|удачи|с надеждой на понимание|"
    r"сәлеммен|сәлемдермен|алғыспен|(?:алдын ала |көп )?ра[хқ]мет|сау бол(?:ыңыз(?:дар)?|ың)?|"
    r"сәттілік|көңіл бөлгеніңізге рахмет|назар(?:ларыңызға| аударғаныңызға) рахмет|"
    r"(?:many )?thanks(?: in advance)?|thank you(?: in advance| for your (?:time|attention))?|"
    r"cheers|best)",
    _I,
)
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
    r"лес)|consider the environment|think before (?:you )?print|"
    r"басып шығар.{0,60}(?:табиғат|қоршаған)",
    _I,
)
_NOTICE = re.compile(
    r"(?:это|данное|настоящее|содержимое|содержание|информация|внимание|конфиденциал\w*|"
    r"уведомление|this|the (?:information|contents?)|confidential\w*|disclaimer|important|notice|"
    r"бұл|осы|ескерту|назар|құпия\w*)\b",
    _I,
)
_NOTICES = tuple(
    tuple(re.compile(mark, _I) for mark in marks)
    for marks in (
        (
            *("конфиденциал", "предназначен", "адресат|получател", "ошибочно|по ошибке"),
            *("уведомит|сообщит[еь]", "удалит|уничтож", "запрещ"),
        ),
        (
            *("құпия", "арналған", "алушы|адресат", "қате", "хабарлаңыз|хабарласыңыз"),
            *("жойыңыз|өшіріңіз", "тыйым"),
        ),
        (
            *("confidential|privileged", "intended", "recipient|addressee", "in error|by mistake"),
            *("notify", "delete|destroy", "prohibited|unauthori"),
        ),
    )
)
"""The marks of such a notice, by language."""

_ENOUGH = 3
_GREAT = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_WORD = rf"[{_GREAT}][\w’'-]*"
_INITIAL = rf"[{_GREAT}]\."
_INITIALS = rf"{_INITIAL}(?:\s?{_INITIAL})?"
_NAME = rf"(?:{_INITIALS}\s?{_WORD}|{_INITIALS}|{_WORD})"
NAME = re.compile(rf"{_NAME}(?:\s+{_NAME}){{0,4}},?")
FULL_NAME = re.compile(rf"{_NAME}(?:\s+{_NAME}){{1,4}},?|{_INITIALS}\s?{_WORD},?")
NAMED = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?=,\s)"
    r"|(?i:авторы?|подпись|ф\.?\s?и\.?\s?о\.?|имя|заявител\w+|аты[- ]жөні|қолы|name|signed|author)"
    rf"\s?[:–—-]\s*{_NAME}"
)
"""A name with something behind it, or behind a word that announces it."""

PHONE = re.compile(
    r"(?:\+?7|\b8)[\s(-]*\d{3}|\b\d{2,3}-\d\d-\d\d\b|\b(?:тел|моб|phone|tel|mob|факс|fax|ұялы|"
    r"whats\s?app|телеграм|telegram)\b",
    _I,
)
SITE = re.compile(r"(?:https?://|www\.)\S+", _I)
POST = re.compile(
    r"\b(?:директор|замест|зам\.|и\.\s?о\.|начальник|руководител|заведующ|главн|ведущ|старш|"
    r"специалист|юрист|юрисконсульт|адвокат|нотариус|инженер|бухгалтер|менеджер|председател|"
    r"член|президент|секретар|эксперт|консультант|доцент|профессор|врач|учител|преподавател|"
    r"пенсионер|студент|граждан|жител|предпринимател|басшы|бастық|бастығы|орынбасар|маман|заңгер|"
    r"төраға|төрайым|мүше|меңгеруші|дәрігер|мұғалім|тұрғын|азамат|зейнеткер|кәсіпкер|есепші|"
    r"director|manager|head of|chief|lawyer|engineer|specialist|officer|president|secretary|"
    r"chair|member|ceo|counsel|analyst|teacher|doctor|professor|citizen|resident)",
    _I,
)
BODY = re.compile(
    r"\b(?:ТОО|ЖШС|АО|АҚ|ИП|ЖК|КГУ|КММ|КГП|КМК|РГП|РМК|РГУ|РММ|ГУ|ММ|НАО|КеАҚ|ОО|ҚБ|ОЮЛ|ЗТБ|ООО|"
    r"LLP|Ltd|Inc|JSC|LLC)\b|(?i:\b(?:министерств|министрліг|департамент|управлени|басқарма|"
    r"комитет|отдел|бөлім|филиал|ассоциаци|қауымдаст|фонд|қор[ыо]|палат|университет|институт|"
    r"школ|мектеб|больниц|аурухана|поликлиник|емхана|акимат|әкімдіг|company|department|ministry))",
)
PLACE = re.compile(
    r"(?:^|\s|\d)(?:г|с|п|пос|ул|обл|р-н|пр|мкр|д|кв|қ|а|к|көш|оф|str)\.|"
    r"\b(?:город|село|посёлок|поселок|улица|область|район|микрорайон|проспект|квартира|қаласы|"
    r"ауылы|ауданы|облысы|көшесі|даңғылы|пәтер|шағын ?аудан|казахстан|қазақстан|kazakhstan|"
    r"street|avenue|city|\d{6})\b",
    _I,
)


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
    count = max(sum(bool(mark.search(words)) for mark in marks) for marks in _NOTICES)
    return bool(_NOTICE.match(words)) and count >= _ENOUGH


def may_be_notice(words: str) -> bool:
    """Return whether a line may begin a notice on secrecy."""
    return bool(_NOTICE.match(words))


def is_farewell_word(line: str) -> bool:
    """Return whether a line is a farewell or a greeting, and nothing else."""
    plain = line.strip(" ,.!–—-)(")
    return any(sign.fullmatch(plain) for sign in (FORMAL, THANKS)) or bool(GREETING.fullmatch(line))
