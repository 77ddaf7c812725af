"""What words say that they are not for, but for something else: «не для печати, а для …».

«Это письмо не для сайта, а для министра» keeps itself from the site. «Это замечание не для печати
бланка, а для его заполнения» says what it is about.
"""

from talqy.comments.patterns import pattern_of

_PUT = (
    r"(?:печати|прессы|сми|публикации|опубликования|обнародования|размещения|огласки"
    r"|распространения"
    r"|сайта|портала|интернета|газеты?|лент\w+|(?:чужих|посторонних|всех)(?: глаз| ушей)?|всех)"
)
_READER = (
    r"(?:вас\b|вам\b|ваш\w*|лично|личн\w+|министр\w*|министерств\w*|ведомств\w*|руковод\w+"
    r"|разработчик\w*"
    r"|служебн\w+|внутренн\w+|сведени\w+|информации\b|сотрудник\w*|специалист\w*|исполнител\w+"
    r"|чиновник\w*|ответственн\w+|рабоч\w+ групп\w+|ознакомления|рассмотрения|учета|учёта|работы)"
)
_READER_KK = (
    r"(?:сіз|өзіңіз|өздеріңіз|министр|министрлік|мекеме|ведомство|әзірлеуші|маман|қызметкер|басшы)"
)
_PUT_KK = r"(?:сайт|портал|интернет|газет|баспасөз|баспа|басылым|жариялау|жұрт|көпшілік)"
_TO_READER = pattern_of(
    rf"\bне для {_PUT}(?: \w+){{0,2}},? а (?:только |лишь |исключительно |просто )?"
    rf"(?:для |к |на имя )?(?:\w+ )?{_READER}"
    rf"|\b{_PUT_KK}\w*(?: үшін)? емес,? (?:тек |бірақ |қайта )?(?:\w+ )?{_READER_KK}"
    r"|\bnot (?:meant |intended )?for (?:\w+ ){0,2}(?:publication|website|site|press|public),? but"
    r" (?:only |just )?for (?:the |your )?(?:you\b|minister|ministry|staff|authors|information)"
)
# The thing that is printed or published is the draft's: «печати бланка», «размещения объявлений».
_THING = (
    r"(?:\w+(?:ого|его|ой|ей|их|ых) )?(?:бланк|форм|справк|справок|заявлени|документ|переч"
    r"|объявлени"
    r"|талон|квитанц|стандарт|приказ|списк|реестр|результат|извещени|уведомлени|расписани"
    r"|материал|образц|шаблон)\w*"
)
# Without such a thing the letter itself is meant, whatever it is for instead: «Письмо не для
# печати, а для проекта» is a wish.
_THING_KK = r"(?:бланк|форма|нысан|анықтама|өтініш|құжат|тізім|хабарландыру|талон|түбіртек)\w*"
_OF_DRAFT = pattern_of(
    rf"\bне (?:для|о|об|обо|про|по) {_PUT} {_THING}"
    r"(?:,? а (?:для|о|об|обо|про|по) \w+(?: \w+)?)?"
    rf"|\b{_THING_KK} {_PUT_KK}\w*(?: үшін| туралы)? емес\b"
)
_LONGEST = 400


def is_to_reader(sentence: str) -> bool:
    """Return whether a sentence is for its reader, and for no site or press."""
    return len(sentence) <= _LONGEST and bool(_TO_READER.search(sentence))


def without_contrast(sentence: str) -> str:
    """Return a sentence without what it says that it is not about."""
    if len(sentence) > _LONGEST or is_to_reader(sentence):
        return sentence
    return _OF_DRAFT.sub(" ", sentence)
