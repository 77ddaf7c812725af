"""Praise of how a text is written, with nothing in it to answer; and thanks for what a draft does.

«Спасибо, всё хорошо расписано» asks for nothing, and is no change. «Спасибо, что убрали справку»
is for the draft, though it has a word of asking. Words that are not known leave a comment.
"""

import re

from talqy.comments.letter_signs import OF_THANKS
from talqy.comments.patterns import bounded, late, pattern_of, plain_words

_LEAD = (
    r"(?:(?:и|да|а|вс[её]|все пункты|очень|так|мне|нам|меня|нас|вас|здесь|тут|там|у вас|вроде"
    r"|в целом"
    r"|действительно|теперь|наконец-то|наконец|вы|просто|на мой взгляд|по-моему|я считаю|считаю) )*"
)
_WELL = (
    r"(?:хорошо|отлично|прекрасно|замечательно|превосходно|понятно|ясно|доступно|подробно|грамотно"
    r"|ч[её]тко|толково|правильно|верно|доходчиво|детально|качественно|профессионально|корректно"
    r"|логично|здорово|классно|удобно|на отлично|на высшем уровне|простым языком|по полочкам)"
)
_WELLS = rf"(?:(?:очень |вполне |достаточно |предельно )?{_WELL}(?:,? и | )?)+"
_WRITTEN = (
    r"(?:расписан|написан|изложен|описан|объясн[её]н|разъясн[её]н|составлен|сделан|указан|прописан"
    r"|продуман|оформлен|сформулирован|подготовлен|разложен|показан)[оы]"
)
_LEAD_KK = (
    r"(?:(?:маған|бізге|және|бәрі|бәрін|барлығы|барлығын|өте|осында|мұнда|жалпы|шынымен|енді|сіздер"
    r"|менің ойымша) )*"
)
_WELL_KK = (
    r"(?:жақсы|түсінікті|анық|айқын|нақты|дұрыс|толық|керемет|тамаша|сауатты|егжей-тегжейлі"
    r"|қарапайым"
    r"|сапалы|ұғынықты)"
)
_WRITTEN_KK = (
    r"(?:жазыл|көрсетіл|түсіндіріл|баяндал|жасал|құрастырыл|сипаттал|қамтыл|ойластырыл)"
    r"(?:[ғг][ае]н|[ғг][ае]н екен|ыпты|іпті|ды|ді)"
)
_WELL_EN = r"(?:(?:very |really |so )?(?:well|clearly|nicely|good|fine|great|perfect|clear)\b ?)+"
_PRAISES = pattern_of(
    rf"{_LEAD}{_WELLS}{_WRITTEN}(?: вс[её])?|{_LEAD}{_WRITTEN} (?:вс[её] )?{_WELLS}|{_LEAD}{_WELLS}"
    r"|(?:у вас )?вс[её] (?:у вас )?(?:в порядке|супер|на высоте|на уровне|как надо)"
    rf"|{_LEAD}(?:понравил(?:о|и)сь|нравится|устраива[ею]т|подход[ия]т)(?: вс[её])?"
    r"|(?:вы |все )?(?:большие )?молодцы|так держать|браво|респект|супер|класс"
    r"|(?:отличн|хорош|прекрасн|замечательн|качественн|больш|огромн|достойн)\w+ работа"
    r"|продолжайте в том же духе"
    rf"|{_LEAD_KK}(?:{_WELL_KK}(?:,? (?:әрі|және|де))? )+(?:етіп |қылып "
    rf"|түрде )?{_WRITTEN_KK}(?: бәрі)?"
    rf"|(?:{_LEAD_KK})(?:{_WELL_KK}(?: екен)?|ұна(?:ды|йды)|көңіл\w+ шықты)"
    r"|(?:сіздер )?жарайсы(?:з|здар|ңдар)|осылай жалғастыра беріңіздер|керемет жұмыс|бәрекелді"
    rf"|(?:it |everything |all |is |it.s )*{_WELL_EN}(?:written|explained|described|laid out|done)?"
    r"|(?:great|good|excellent) (?:work|job)|well done|i like (?:it|everything)"
)
_LONGEST = 150
# Who likes something as it is asks for no change, and the words do not say so outright.
_AS_IT_IS = late(
    r"\b(?:остав(?:ьте|ить|ляйте)(?: \w+){0,3} (?:как есть|так|без изменений|в силе)\b"
    r"|(?<!\bне )(?:нравится|нравятся|понравил\w+)\b|сохран(?:ите|ить)\b"
    r"|(?:ничего |(?:прошу |пожалуйста,? )?не )(?:\w+ )?(?:меня(?:йте|ть)|изменя(?:йте|ть)"
    r"|трога(?:йте|ть))\b"
    r"|пусть (?:\w+ ){0,3}(?:оста[её]тся|останется|будет)\b"
    r"|(?:хорош|отличн|нужн|полезн|правильн|удобн|замечательн|прекрасн|верн|справедлив)"
    r"(?:ый|ий|ая|ое|ее|ие|ые|ую|ого) "
    r"(?:пункт|норм|правил|поряд|срок|положени|решени|изменени|раздел)\w*"
    r"|(?:правильно|верно|хорошо) (?:сделали|решили|придумали|придумано)\b"
    r"|ұна(?:й|д)\w+|(?:солай|осылай|сол күйінде|сол қалпында|бұрынғыша)(?: \w+)? (?:қал|тұр)\w+"
    r"|өзгертпе\w+|тиіспе\w+|сақта(?:ңыз|лсын|п қал)\w*"
    r"|(?:leave|keep) (?:\w+ ){0,3}(?:as it is|as is)\b|i like\b|do not change\b)",
    re.IGNORECASE,
)

# What a draft does for people, as who thanks for it says it.
_DEED = (
    r"(?:отмен|сокра[тщ]|упро[щс]|убра|облегч|добав|уч[её]т|учли|услыша|исключ|сниз|сниж|продл"
    r"|ввод|введ"
    r"|вв[её]л|сдела|забот|улучш|перев[её]|разреш)"
)
_OF_THANKS = rf"(?:{OF_THANKS})"
_THANKS_FOR = pattern_of(
    rf"\A(?:(?:(?:большое|огромное|искренне|вам|всем|и) )*{_OF_THANKS}(?: (?:вам|всем|большое"
    rf"|огромное))*"
    rf",? (?:за(?: то,?(?: что)?)?|что|именно за) (?:вы |наконец |наконец-то |так )?{_DEED}\w*"
    r"(?: (?!но\b|только\b|не\b)[\w-]+){0,10}"
    r"|(?:(?!бірақ\b)[\w-]+ ){1,8}(?!\w*(?:мағ|мег|паг|пег|баг|бег))\w+(?:ғаныңыз|геніңіз|қаныңыз"
    rf"|кеніңіз)\w* (?:үшін )?(?:көп |үлкен |шын жүректен )?{_OF_THANKS}(?: айтам\w+)?)"
    r"(?:\Z|, )"
)
_END = late(r"[.!?;…\n]+")


def likes_it_so(text: str) -> bool:
    """Return whether words like something, or want it left, as it is."""
    return bool(_AS_IT_IS.search(bounded(text)))


def is_praise(piece: str) -> bool:
    """Return whether a piece, as patterns look at it, only praises how things are written."""
    return len(piece) <= _LONGEST and bool(_PRAISES.fullmatch(piece.strip()))


def without_thanks_for(text: str) -> str:
    """Return a text without what thanks for the deeds of the draft; "" if nothing else stays."""
    sentences = map(plain_words, _END.split(bounded(text)))
    return ". ".join(rest for one in sentences if (rest := _THANKS_FOR.sub("", one, count=1)))
