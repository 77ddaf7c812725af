"""How the usual mail programs and phones write, in Kazakh, Russian and English.

Each pattern is one sign. A line of an author looks like one of them now and then, therefore
`own_words.py` and `mail_end.py` never cut on one sign alone. What programs put at the end of a
letter is in `end_signs.py`, what people write around their words in `letter_signs.py`.
"""

import re

from talqy.comments.letter_signs import AT, HEADS, SENDER
from talqy.comments.months import MONTH

_I = re.IGNORECASE
BRACKETED = re.compile(rf"[<\[(]\s?(?:mailto:\s?)?{AT}(?:\s?<mailto:[^>]*>)?\s?[>\])]", _I)
"""An address in brackets: programs write it so behind a name, people hardly."""

TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b")
CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")
DAY = re.compile(
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}\s+{MONTH}"
    rf"|\b{MONTH}\s+\d{{1,2}}\b|\d{{4}}\s*(?:ж\.|жылғы|жылы)",
    _I,
)
_WEEKDAY = r"(?:пн|вт|ср|чт|пт|сб|вс|дс|сс|жс|бс|жм|сн|жк|mon|tue|wed|thu|fri|sat|sun)\b"
FORM = re.compile(
    r"^(?:on |в )?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?(?: в| at)? \d{1,2}:\d\d(?::\d\d)?(?: [ap]m)?,"
    rf"|^(?:on |в )?{_WEEKDAY}|\b(?:ж\.|қар\.?,?) {_WEEKDAY}|[+-]\d\d:?\d\d\b|\b(?:gmt|utc)\b"
    r"|\d\d:\d\d(?::\d\d)?:$|\d\d:\d\d:\d\d(?: [ap]m)?,? you wrote:$|^\d{4} ж\. \d",
    _I,
)
"""How programs set the day of a letter, and people hardly do."""

WROTE = re.compile(
    r"\b(?:wrote|writes|пишет|пишете|писал[аи]?|писал\(а\)|написал[аи]?|написал\(а\)|"
    r"жазды(?:ңыз(?:дар)?)?|жазған|жазады)(?!\w)",
    _I,
)
WROTE_TO_YOU = re.compile(
    r"\b(?:вы (?:пишете|писали|написали)|ты (?:пишешь|писал[аи]?)|you wrote"
    r"|сіз (?:.{0,60} )?жаз\w+)",
    _I,
)
"""How The Bat! announces a letter; above it the program greets whom it answers."""

QUOTED = re.compile(r"\s{0,3}(?:>|[A-Za-zА-Яа-яЁё]{1,3}>(?=\s|>|$))")
"""A line that repeats another one; The Bat! puts the initials of its author in front."""

SEPARATOR = re.compile(
    r"[-=_*]{2,}\s*(?:original message|исходное сообщение|бастапқы хабар(?:лама)?|reply message|"
    r"reply to message|ответ на сообщение|original-nachricht)\s*[-=_*]*",
    _I,
)
FORWARD = re.compile(
    r"(?:[-=_*]{2,}\s*)?(?:(?:begin )?forwarded message|(?:начало )?перес(?:ылаемо|ланно)(?:го|е) "
    r"(?:сообщени[ея]|письм[ао])|начало переадресованного сообщения|переадресованное сообщение|"
    r"қайта жіберілген хабар(?:лама)?|бағытталған хабар(?:лама)?|қайта жолданған хабар(?:лама)?)"
    r"(?:\s*(?:[-=_*]{2,}|:)|\s*$)",
    _I,
)
# A gateway marks letters from outside: “[EXTERNAL] Fwd: …”.
_TAGGED = r"\s*(?:[\[*]{1,3}[^\]*]{1,30}[\]*]{1,3}\s*)?"
FORWARDING = re.compile(rf"{_TAGGED}(?:fwd?|перес(?:л|ыл)\w*|пер|wg|қайта жі\w*|қж)\s*:", _I)
"""What programs put in front of the subject of a message that they pass on."""

REPLYING = re.compile(rf"{_TAGGED}(?:re|aw|отв|ответ|на|жауап|жау)\s*(?:\[\d+\]|\(\d+\))?\s*:", _I)
RULE = re.compile(r"[_\-=*–—]{10,}")

FIRST_HEAD = re.compile(rf"\W{{0,2}}(?:{SENDER})\W{{0,2}}:.*", _I)
HEAD = re.compile(rf"\W{{0,2}}(?:{HEADS})\W{{0,2}}:.*", _I)
SENT_HEAD = re.compile(
    r"\W{0,2}(?:sent|отправлен[оы]|отправленные|жіберілді|жіберілген(?: күні| уақыты)?)\W{0,2}"
    r":\s*(.*)",
    _I,
)
"""People who write a head by hand say when they write, and never that it was sent."""

MAY_BE_ATTACHED = re.compile(
    r"\b(?:прикреп\w+|приложен[оыа]\w*|в приложении|приложени[ея]|приложил[аи]?|прилага\w+|"
    r"вложени[ея]|тіркел\w+|тіркеме\w*|қоса (?:бер|тірке)\w+|қосымша(?:да|сын)\w*|attach\w*|"
    r"направля(?:ю|ем)\w*|высыла(?:ю|ем)|шлю|отправля(?:ю|ем)|в файле|"
    r"смотри(?:те)? (?:файл|скан|фото|документ|таблиц)\w*|"
    r"(?:скан|фото|құжат|файл|кесте)\w* қара(?:ңыз|ңдар)|"
    r"жіберіп отыр\w*|жолдап отыр\w*|ұсынып отыр\w*|жіберемі\w+|send(?:ing)?|forward(?:ing)?)\b",
    _I,
)
"""Words that speak of a file where one came with the letter, and of a place or a clinic else."""

COVERING = re.compile(
    r"\b(?:замечани[яй]|предложени[яй]|комментари[ий]|отзыв|заключение|мнение|ескерт(?:пе|у)\w*|"
    r"ұсыныс\w*|пікір\w*|қорытынды\w*|comments|remarks|proposals|opinion)\b",
    _I,
)
"""What a short letter beside a document says that it sends."""

MACHINE_SUBJECT = re.compile(
    rf"{_TAGGED}(?:re:\s*)?"
    r"(?:автоответ|автоматический ответ|автоматты (?:түрде )?(?:жауап|жіберілген)|"
    r"out of (?:the )?office|automatic reply|auto-?reply|autoreply|auto response|нет на месте|"
    r"(?:я )?(?:в отпуске|отсутствую)|вне офиса|кеңседе жоқ\w*|кеңседен тыс\w*|"
    r"(?:мен )?(?:еңбек )?демалыста\w*|on vacation|vacation reply|undeliver|delivery (?:status|"
    r"failure|report|has failed)|mail delivery|не ?доставлен|сообщение не доставлено|"
    r"недоставленное|жеткізілмеді|жеткізілмеген|returned mail|failure notice|"
    r"(?:не )?прочитано:|прочтено:|оқылды:|оқылмады:|(?:not )?read:|принято:|отклонено:|"
    r"под вопросом:|қабылданды:|қабылданбады:|accepted:|declined:|tentative:|"
    r"уведомление о (?:прочтении|доставке)|read receipt)",
    _I,
)
