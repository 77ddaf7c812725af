"""Refusals that people put softly: «Лучше не надо», «Не хотелось бы», «Қажет емес», “rather not”.

They say no to whatever a form asks for. «Не надо скрывать» refuses something else, and is none.
"""

from talqy.comments.patterns import late

_HEDGE = (
    r"(?:пожалуй|наверное?|наверно|думаю|мне кажется|если можно|по возможности|спасибо|пожалуйста"
    r"|нет|лучше|я бы|мне|мне бы|все же|все-таки|пока|вообще|меніңше|мүмкін|рақмет|рахмет|жоқ"
    r"|дұрысы|жақсысы"
    r"|i think|perhaps|thanks|thank you|no|i would|i d)"
)
# What may be shown, written or published, and where: nothing else stands behind such a no.
_OF = (
    r"(?:бы|его|её|ее|это|этого|так|делать|о?публик\w+|опубликов\w+|указ\w+|показ\w+|размещ\w+"
    r"|размест\w+|назыв\w+|назвать|писать|упомин\w+|подписы\w+|раскры\w+|обнарод\w+|выклад\w+|выставл\w+"
    r"|мо\w+|имя|имени|именем|фио|фамили\w+|на|в|под|с|рядом|сайт\w*|портал\w*|интернет\w*|открыт\w+|доступ\w*"
    r"|комментари\w+|замечани\w+|пожалуйста|спасибо|to|it|my|name|publish\w*|show\w*|mention\w*|please|thanks)"
)
_RU = (
    rf"лучше (?:бы )?не {_OF}"
    r"|не (?:надо|нужно|стоит|следует|хочется|хотелось|хотел[аи]?|желательно)"
    r"|нежелательно|ненадо|воздерж(?:усь|имся|аться)|предпоч(?:ел|ла|ли|итаю) (?:бы )?не"
    r"|без (?:указания )?(?:имени|фамилии|фио)|ни в коем случае|ни к чему"
)
_KK = (
    r"(?:(?:көрсет|жариял?а|жаз|ата|айт)(?:у|удың|уды)\S* )?(?:керек емес|керегі жоқ|қажет емес"
    r"|қажеті жоқ|қаламай(?:мын|мыз)|қаламас едім|жөн емес|дұрыс емес|міндетті емес|болмаса екен)"
    r"|(?:көрсет|жариялан?|жаз(?:ыл)?|ата(?:л)?|айт(?:ыл)?|орналастыр(?:ыл)?)"
    r"(?:пей|мей|бей|пай|май|бай)[- ]ақ(?: қой\S*| қалсын| болсын)?"
    r"|(?:көрсет|жариялан?|жаз(?:ыл)?|ата(?:л)?)(?:пе|ме|бе|па|ма|ба)(?:ңіз|ңыз|се|са|сін|сын|сеңіз|саңыз)\S*"
    r"(?: жақсы| жөн| дұрыс)?(?: болар еді)?"
)
_EN = r"(?:rather|better|preferably) not|prefer not|no need|not (?:necessary|needed|desirable)"
_SOFT = late(rf"(?:{_HEDGE}[ ,]+){{0,3}}(?:{_RU}|{_KK}|{_EN})(?: {_OF}){{0,6}}")
_WORDS = late(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST = 90


def refuses_softly(said: str) -> bool:
    """Return whether words are a refusal and nothing else, put as people put it in a form."""
    if len(said) > _LONGEST:
        return False
    words = " ".join(_WORDS.findall(said.lower().replace("ё", "е")))
    return bool(_SOFT.fullmatch(words))
