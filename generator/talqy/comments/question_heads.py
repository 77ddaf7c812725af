"""Heads that are whole questions, as forms have them: known by plain words, or not at all.

«К какому пункту относится ваше замечание?» asks for a clause, «Ваш комментарий к проекту» for the
comment. Where the words of two fields stand in one head and none of them leads, it is not guessed.
"""

import re

from talqy.comments.patterns import late

_PUT_OUT = (
    r"(?:публик|размещ|размест|обнарод|выклад|вылож|вывес|вывеш|показать|показыв|жария|орналас"
    r"|сайтқа|сайтта|publi)"
)
# A head that leads with these words asks for that field, whatever else it names.
_LEADING = tuple(
    (name, late(words))
    for name, words in (
        (
            "processing",
            (
                r"(?:соглас|келіс|agree|consent).*(?:обработк|өңде|processing)"
                r"|(?:обработк|өңде).*(?:соглас|келіс)"
            ),
        ),
        (
            "consent",
            (
                rf"(?:соглас|разреш|келіс|рұқсат|agree|consent).*{_PUT_OUT}"
                rf"|{_PUT_OUT}.*(?:соглас|разреш|келіс|рұқсат|agree|consent)"
            ),
        ),
        (
            "received",
            (
                r"^(?:отметка времени|дата|время|число|уақыт белгісі|timestamp|date|submitted"
                r"|created)(?:$| (?:и время |подачи|отправки|получения|поступления|заполнения"
                r"|создания|обращения|замечания|комментария|ответа|of|at|time|submitted))"
            ),
        ),
        ("language", r"^(?:на каком языке|язык|қай тілде|language|пікір тілі|пікірдің тілі)"),
        (
            "kind",
            (
                r"^(?:вид|тип|характер|категория) (?:вашего )?(?:комм|замеч|обращ|мнени|отзыв)"
                r"|^(?:пікір|ескертпе)\S* (?:түрі|сипаты)|^(?:type|kind) of (?:your )?(?:comm|rem)"
            ),
        ),
        (
            "proposal",
            (
                r"^(?:предлагаем|нов|ваш|сво)\S* (?:\S+ )?(?:редакц|формулир|текст (?:пункт"
                r"|стандарт))"
                r"|^предлагаем\S* (?:текст|изменен)|^как должен (?:звучать|выглядеть) (?:\S+"
                r" )?пункт"
                r"|^ұсын[ыа]латын \S+|^(?:жаңа|сіздің) (?:\S+ )?(?:редакция|тұжырым|мәтін)"
                r"|^(?:new|your) wording"
            ),
        ),
        # The text of the draft itself, which nobody proposes: of the ministry, or in force.
        (
            "quote",
            (
                r"^(?!.*(?:предл|нов|ваш|ұсын|жаңа|сіз))(?:(?:редакция|текст|формулировка|слова)"
                r" (?:проекта|стандарта|пункта)|(?:\S+ )?(?:жоба|стандарт|тарма[қғ])\S*"
                r" (?:\S+ )?(?:редакциясы|мәтіні|тұжырымы|сөздері)$)"
            ),
        ),
        (
            "in_force",
            (
                r"^(?:действующ|текущ|существующ|қолданыстағы|қазіргі|ағымдағы)\S*"
                r" (?:\S+ )?(?:редакци|текст|мәтін|тұжырым|формулир)"
            ),
        ),
        (
            "clause",
            (
                r"(?:к|на|в|о|по) как(?:ому|ой|ом|им|ую) (?:именно )?(?:пункт|част|раздел|положени)"
                r"|^(?:номер|№|укажите (?:номер )?|выберите |название )(?:пункт|раздел)"
                r"|^(?:пункт|раздел|тарма[қғ]\w*|clause|section)\b(?!.*\b(?:и|или|және|мен|and)\b)"
                r"|^(?:какой|какого) пункт|(?:қай|қандай) тарма[қғ]|^тармақ\S* (?:нөмірін?|таңда)"
                r"|which (?:clause|section)"
            ),
        ),
        (
            "text",
            (
                r"^(?:что|чего|какие изменения|как) (?:\S+ ){0,3}(?:измени|исправи|улучши|добави"
                r"|дополни"
                r"|поменя|убрать|не хватает|не нравится|предлагаете (?:измен|исправ|улучш|добав)"
                r"|внести)"
                r"|^(?:сіз )?(?:не|нені|қандай өзгеріс\S*) (?:\S+ ){0,3}(?:өзгерт|түзет|жақсарт"
                r"|толықтыр"
                r"|енгіз|қосу)|^what (?:\S+ ){0,3}(?:change|improve|be added)"
            ),
        ),
        (
            "author",
            (
                r"кем вы являетесь|кто вы\b|кім ретінде"
                r"|(?:пишете|обращаетесь|выступаете|участвуете) как\b"
                r"|(?:в )?качестве кого|от чьего (?:имени|лица)|^вы (?:\S+ )?(?:физ|юр|пред)"
                r"|(?:категория|статус) (?:автора|участника|заявителя)"
                r"|сіз кімсіз|кім болып|автор\S* (?:санаты|түрі)|who are you"
            ),
        ),
    )
)
# Else all fields whose words stand in a head are looked at, and one alone may.
_STEMS = {
    "text": r"замечани|комментар|мнени|отзыв|пікір|ескерт(?:пе|у)|comment|remark|opinion|feedback",
    "proposal": r"предложени|предлага|редакци|формулиров|ұсыны|тұжырым|proposal|suggest|wording",
    "clause": (
        r"\bпункт|структурн\S+ элемент|құрылымдық элемент|\bраздел|тарма[қғ]|\bclause|\bsection"
    ),
    "quote": r"цитат|дәйексөз|үзінді|\bquot",
    "name": (
        r"\bимя\b|\bимени\b|\bфио\b|ф\.\s?и\.\s?о|фамили|аты-жөн|есім"
        r"|как (?:к )?вас (?:\S+ )?(?:зовут|подпис|назва|называ|представ)|\bатыңыз"
        r"|\bname\b|(?:наименование|название) (?:\S+ )?(?:орган|компани|предприяти|учрежден)"
        r"|(?:ұйым|мекеме|компания|кәсіпорын|орган)\S* атауы"
    ),
    "foreign": r"гражданств|иностран|шетел|азаматты[қғ]|foreign|citizenship",
    "consent": r"соглас|келіс|consent|\bagree",
    "contact": r"телефон|почт|e-?mail|адрес|контакт|мекенжай|пошта|байланыс|phone|address",
    "other": (
        r"проголос|оцен|баға|rate|балл|откуда|возраст|жасыңыз|имя файла|file ?name"
        r"|файл\S* (?:аты|атауы)|имя пользователя|пайдаланушы|user ?name"
        r"|логин|login|\bпол\b|регион|область|город"
        # What one has lived through: «Вы получали услугу?», «Бұл қызметті алдыңыз ба?»
        r"|\bвы (?:\S+ ){0,2}(?:получали|пользовались|обращались|оформляли|знали|жив[её]те"
        r"|состоите)\b"
        r"|(?:алды|пайдаланды|жүгінді|тұра)\S*(?:ңыз|сыз) (?:ба|бе|ма|ме)\b|have you (?:ever )?used"
    ),
}
_BOTH = late(
    r"(?:замечани|комментар|пікір|ескертпе|ескерту|мнени|comment)\S*\s*(?:\(?или\)?|и|,|/|және"
    r"|мен|немесе"
    r"|and|or|и\s*\(или\)|и/или|бен)\s*(?:ваш\S* )?(?:предложени|ұсыныс|suggest|proposal)"
    r"|(?:предложени|ұсыныс|suggest|proposal)\S*\s*(?:\(?или\)?|и|,|/|және|мен|немесе|and|or"
    r"|и/или|бен)"
    r"\s*(?:ваш\S* )?(?:замечани|комментар|пікір|ескертпе|ескерту|comment)"
)
_PRIVATE = late(
    r"не (?:будет |будут )?публику|не для публикац|не публик|не разглаш|для служебного"
    r"|жарияланбайды|жариялауға емес|not (?:be |for )?publi|will not be publ"
)
# Of the authority, or of a table about comments: never a person's words.
_AUTHORITYS = late(
    r"\b(?:ответ|позици|решени|разработчик|принят|учтен|жауап|шешім|response|исполнител|куратор"
    r"|регистратор|орындаушы)"
)
_LONGEST = 300


def is_private(head: str) -> bool:
    """Return whether a head says that what stands below it is not for publication."""
    return bool(_PRIVATE.search(head.lower()))


def is_of_another(head: str) -> bool:
    """Return whether a head is of the authority, of an address or of a person's circumstances.

    Nobody misses what stands below it: it is known to be no part of a comment.
    """
    words = head.lower().replace("ё", "е")
    others = (_AUTHORITYS.search(words), *(re.search(_STEMS[one], words) for one in _OTHERS))
    return is_private(head) or any(others)


def asks_for_contact(head: str) -> bool:
    """Return whether a head is of an address or a telephone, and not of somebody's words."""
    words = head.lower().replace("ё", "е")
    is_of_words = re.search(f"{_STEMS['text']}|предложени|ответ|письм|ұсыны|жауап|хат", words)
    return bool(re.search(_STEMS["contact"], words)) and not is_of_words


_OTHERS = ("contact", "other")


def asked_field(head: str) -> str:
    """Return the field that a question asks for; "" where none, or more than one, may be meant."""
    bare = " ".join(head.lower().replace("ё", "е").split())[:_LONGEST].strip(" *?:.")
    if not bare or _AUTHORITYS.search(bare):
        return ""
    # What stands in brackets explains, and asks for nothing: «Ваше замечание (укажите пункт)»,
    # and «Аты-жөніңіз (жариялауға рұқсат берсеңіз)» is a name, and no consent.
    asked = re.sub(r"\([^)]*\)?", " ", bare)
    leading = asked.strip() if re.search(_STEMS["name"], asked) else bare
    for name, leads in _LEADING:
        if leads.search(leading):
            return name
    fields = {name for name, stems in _STEMS.items() if re.search(stems, asked)}
    if fields == {"text", "proposal"} and _BOTH.search(asked):
        return "text"
    # «Согласны ли вы с проектом?» is an opinion, and no consent to anything.
    known = fields.pop() if len(fields) == 1 else ""
    return "" if known in {"contact", "other", "consent", "foreign"} else known
