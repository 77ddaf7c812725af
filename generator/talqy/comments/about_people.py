"""Somebody who is named in a sentence, with a birthday, an illness, a conviction or an income.

«У моего сына Иванова Пети 12.03.2015 г.р. аутизм» needs no number to harm a child. A name is known
by kin or a post ahead of it, by «меня зовут», or by the shape of a surname beside another name;
bodies and streets that bear the name of a person, illnesses too, are none.
"""

import re
from collections.abc import Iterator

from talqy.comments.patterns import late

_I = re.IGNORECASE
_GREAT, _SMALL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ", "a-zа-яёәғқңөұүһі"
_NAME = rf"[{_GREAT}][{_SMALL}]{{1,24}}(?:-[{_GREAT}][{_SMALL}]{{1,24}})?"
_INITIALS = rf"[{_GREAT}]\.(?:\s?[{_GREAT}]\.)?"

# --- who is named ---------------------------------------------------------------------------------

_KIN = (
    r"(?:сын\w{0,3}|дочь|дочер\w{1,3}|доч(?:ка|ки|ке|ку)|муж\w{0,2}|жен[аыеуо]\w?|мать|матер\w{1,2}"
    r"|мам[аыеуо]\w?|отец|отц\w{1,2}|пап[аыеу]|брат\w{0,2}|сестр\w{1,2}|сосед\w{0,3}"
    r"|реб[её]н\w{1,3}"
    r"|внук\w{0,2}|внучк\w{1,2}|бабушк\w{1,2}|дедушк\w{1,2}|подруг\w{1,2}|учени(?:к|ц)\w{0,2}"
    r"|пациент\w{0,3}|больно[йм]\w?|ұлым\w*|қызым\w*|балам\w*|анам\w*|әкем\w*|көршім\w*|жұбайым\w*"
    r"|күйеуім\w*|әйелім\w*|немерем\w*|інім\w*|ағам\w*|апам\w*|әпкем\w*|сіңлім\w*|оқушы\w{0,2}"
    r"|науқас\w{0,3}|(?:my|our) (?:son|daughter|husband|wife|mother|father|child|neighbou?r|brother"
    r"|sister))"
)
_SURNAME = (
    rf"[{_GREAT}][{_SMALL}]{{1,20}}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|ом|е|ны|ға|ге|қа|тың|тің|нің"
    rf"|ның)?"
    r"|(?:вич|вн)(?:а|у|ем|ы|е|ой)?|енко|ұлы|қызы|улы|кызы)"
)
_NO_PERSON = (
    r"(?:Университет|Институт|Больниц|Клиник|Поликлиник|Улиц|Площад|Парк|Синдром|Болезн|Министр"
    r"|Центр|Фонд|Школ|Проспект|Казахстан|Қазақстан|Закон|Област|Район|Гражданин"
    r"|Мектеп)"
)
_AHEAD = late(
    r"(?:имени|им\.|улиц\w+|ул\.|проспект\w*|пр\.|атындағы|закон\w*|болезн\w+|синдром\w*"
    r"|институт\w*|стать[яиею]\w?|пример\w*|мысал\w*|министр\w*|аким\w*|президент\w*|депутат\w*"
    r"|с уважением|құрметпен|«)\W{0,3}\Z",
    _I,
)
_NAMED = late(
    rf"(?:(?i:\b{_KIN}),? (?:\d класса )?{_NAME}(?: {_NAME}| {_INITIALS})?"
    rf"|(?i:меня зовут|менің атым|my name is) {_NAME}"
    rf"|\b(?:{_SURNAME} (?:{_NAME}|{_INITIALS})|{_INITIALS}\s?{_SURNAME}|{_NAME} {_SURNAME}))"
)

# --- what is told of them -------------------------------------------------------------------------

_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
_BORN = (
    r"(?:г\.?\s?р\b\.?|год[ау]? рожд\w+|родил\w+|дата рожд\w+|д\.\s?р\.|туған\w*|ж\.\s?т\.|born)"
)
_TOLD = late(
    rf"{_DAY}.{{0,25}}?\b{_BORN}|\b{_BORN}.{{0,25}}?{_DAY}|\b(?:19|20)\d\d\s?(?:жылы )?{_BORN}"
    r"|\b(?:диагноз\w*|аутизм\w*|аутист\w*|дцп|деменци\w+|шизофрени\w+|вич|спид|aids|hiv"
    r"|онкологи\w+"
    r"|эпилепси\w+|инвалид\w*|мүгеде\w+|диабет\w*|туберкул\w+|наркоман\w*|алкогол\w+|беременн?а?"
    r"|психи\w+|усыновл\w+|удочер\w+|болен|больна|болеет|ауырады|ауырып|сырқат\w*|судим\w*"
    r"|сотталған"
    r"|autis\w+|cancer|disabled|diagnos\w+)\b|\bF\d\d\.\d"
    r"|\b(?:зарплат\w+|оклад\w*|пенси\w+|доход\w*|жалақы\w*|зейнетақы\w*|табыс\w*|айлы[ғқ]\w*|получает"
    r"|зарабатыва\w+|salary|earns)\b"
    r"(?:.{0,30}?\d|(?: [^\W\d_]{1,24}\.?){1,6} \d[\d  ]{0,12}(?:тыс|тенге|теңге|тг|мың|млн))",
    _I,
)
_OF_FORMS = late(
    r"\b(?:пример\w*|образ(?:ец|ца|це)\w*|бланк\w*|форм[аеуы]\w*|графа\w*|мысал\w*|үлгі\w*)\b", _I
)
_SENTENCE = late(r"[^!?\n]{1,600}")
_NEAR = 200  # letters between a name and what is told of it
_DAY_BEHIND = late(rf",? \(?{_DAY}\b")


def told_of_people(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of a text, start and end, in which a named person is told of."""
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0]
        told = [found.span() for found in _TOLD.finditer(said)]
        if _OF_FORMS.search(said) or not (told or re.search(_DAY, said)):
            continue
        for name in _NAMED.finditer(said):
            if re.search(_NO_PERSON, name[0]) or _AHEAD.search(said, 0, name.start()):
                continue
            near = [span for span in told if _is_near(said, name.span(), span)]
            if day := _DAY_BEHIND.match(said, name.end()):
                near.append(day.span())
            if near:
                first = min(name.start(), *(span[0] for span in near))
                last = max(name.end(), *(span[1] for span in near))
                yield sentence.start() + first, sentence.start() + last
                break


_FULL_STOP = late(rf"[{_SMALL})]{{3}}\.\s{{1,99}}[{_GREAT}]")


def _is_near(said: str, name: tuple[int, int], told: tuple[int, int]) -> bool:
    """Return whether no sentence ends between a name and what is told."""
    start, end = min(name[1], told[1]), max(name[0], told[0])
    return end - start <= _NEAR and not _FULL_STOP.search(said, max(0, start - 3), end + 1)
