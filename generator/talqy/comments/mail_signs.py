"""How the usual mail programs and phones write, in Kazakh, Russian and English.

Each pattern is one sign. A line of an author looks like one of them now and then, therefore
`own_words.py` never cuts on one sign alone.
"""

import re

_I = re.IGNORECASE
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b")
_MONTH = (
    r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|қаң|ақп|нау|сәу|мам|мау|шіл|там"
    r"|қыр|қаз|қар|жел|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\w.]*"
)
DAY = re.compile(
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}\s+{_MONTH}"
    rf"|\b{_MONTH}\s+\d{{1,2}}\b|\d{{4}}\s*(?:ж\.|жылғы|жылы)",
    _I,
)
WROTE = re.compile(
    r"\b(?:wrote|writes|пишет|писали?|писала|писал\(а\)|написали?|написала|написал\(а\)|жазды)\b",
    _I,
)
QUOTED = re.compile(r"\s{0,3}[A-Za-zА-Яа-яЁё]{0,3}>")
"""A line that repeats another one; The Bat! puts the initials of its author in front."""

SEPARATOR = re.compile(
    r"[-=_*]{2,}\s*(?:original message|исходное сообщение|бастапқы хабарлама|reply message|"
    r"reply to message|ответ на сообщение)\s*[-=_*]*",
    _I,
)
FORWARD = re.compile(
    r"(?:[-=_*]{2,}\s*)?(?:(?:begin )?forwarded message|(?:начало )?перес(?:ылаемо|ланно)(?:го|е) "
    r"(?:сообщени[ея]|письм[ао])|начало переадресованного сообщения|переадресованное сообщение|"
    r"қайта жіберілген хабарлама|бағытталған хабарлама)\s*(?:[-=_*]{2,}|:)",
    _I,
)
FORWARDING = re.compile(r"\s*(?:fwd?|перес(?:л|ыл)\w*|пер|wg|қайта жіб\w*)\s*:", _I)
"""What programs put in front of the subject of a message that they pass on."""

REPLYING = re.compile(r"\s*(?:re|aw|отв|ответ|на|жауап)\s*(?:\[\d+\])?\s*:", _I)
RULE = re.compile(r"[_\-=*]{10,}")

FIRST_HEAD = re.compile(r"\W{0,2}(?:from|от|от кого|отправитель|кімнен|жіберуші)\W{0,2}:.*", _I)
HEAD = re.compile(
    r"\W{0,2}(?:sent|date|to|cc|subject|отправлено|дата|кому|копия|тема|жіберілді"
    r"|жіберілген(?: күні)?|күні|кімге|алушы|көшірме|тақырып|тақырыбы)\W{0,2}:.*",
    _I,
)
DATED_HEAD = re.compile(
    r"\W{0,2}(?:sent|date|отправлено|дата|жіберілді|жіберілген(?: күні)?|күні)\W{0,2}:\s*(.*)", _I
)

DELIMITER = re.compile(r"--\s?")
FAREWELL = re.compile(
    r"(?:с (?:глубоким |искренним |большим )?уважением|с наилучшими(?: пожеланиями)?|с почтением|"
    r"с благодарностью|(?:заранее )?(?:спасибо|благодарю|благодарим)|всего (?:доброго|хорошего)|"
    r"всех благ|искренне ваш[а-я]*|до свидания|(?:зор |шын жүректен )?құрметпен|"
    r"ізгі (?:тілек|ниет)пен|игі тілекпен|сәлеммен|алғыспен|алдын ала рахмет|рахмет|рақмет|"
    r"сау бол(?:ыңыз(?:дар)?|ың)?|(?:best |kind |warm )?regards|best wishes|"
    r"yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|respectfully|"
    r"thanks(?: in advance)?|thank you|cheers)",
    _I,
)
SENT_FROM = re.compile(
    r"(?:sent (?:from|via)|отправлено (?:с|из|через|моим)|отправлен[оа]? с|get outlook for|"
    r"(?:получите|получить|скачать|скачайте|загрузить) outlook|жіберілді\b|жіберілген\b|"
    r".{0,40}(?:құрылғысынан|телефонынан|қосымшасынан|арқылы) жіберілді).{0,60}",
    _I,
)
_PRIVATE = r"(?:конфиденциал|құпия|confidential|disclaimer|ескерту)"
_MESSAGE = r"(?:сообщени|письм|хабарлама|хат\b|message|e-?mail)"
DISCLAIMER = re.compile(rf".*(?:{_PRIVATE}.*{_MESSAGE}|{_MESSAGE}.*{_PRIVATE}).*", _I)
CHECKED = re.compile(
    r".*(?:вирусов нет|без вирусов|нет вирусов|проверено .{0,30}антивирус|virus-free|avast\.com|"
    r"kaspersky|dr\.?web|вирус жоқ).*",
    _I,
)
PHONE = re.compile(r"(?:\+?7|8)[\s(-]*\d{3}|\b(?:тел|моб|phone|tel|mob|факс|fax|ұялы)\b", _I)
SITE = re.compile(r"(?:https?://|www\.)\S+", _I)
PLACE = re.compile(r"(?:г|с|п|пос|ул|обл|р-н|пр|мкр|д|кв|қ|а|к)\.\s", _I)
_NAME_WORD = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*\.?"
NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}},?")
GREETING = re.compile(
    r"(?:здравствуйте|добр(?:ый|ое|ого) \w+|уважаем\w+.{0,40}|приветствую|привет|сәлеметсіз бе|"
    r"сәлем(?:етсіздер ме)?|құрметті.{0,40}|қайырлы күн|hello|dear.{0,40}|hi|good \w+)\W*",
    _I,
)
ATTACHED = re.compile(
    r"\b(?:во вложении|во? вложенном|вложенн\w+ файл\w*|см\.? вложени\w*|"
    r"прилага(?:ю|ем|ет\w*|ют\w*)|"
    r"прикрепл\w+|в прикреп\w*|в приложенном (?:файле|документе)|қоса бер\w+|қоса тіркел\w+|"
    r"тіркеп отыр\w*|тіркеме\w*|attached|attachment|enclosed)\b",
    _I,
)
MACHINE_SUBJECT = re.compile(
    r"\s*(?:автоответ|автоматический ответ|автоматты (?:түрде )?жауап|out of (?:the )?office|"
    r"automatic reply|auto-?reply|autoreply|нет на месте|undeliver|delivery status|"
    r"mail delivery|недоставлен|не доставлен|жеткізілмеді|returned mail|failure notice|"
    r"прочитано|прочтено|не прочитано|оқылды|read:|принято:|отклонено:|accepted:|declined:)",
    _I,
)
