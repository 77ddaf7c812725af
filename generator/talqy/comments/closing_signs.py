"""The forms in which a host speaks: of the end, with thanks to all, and of letters in hand.

«Обсуждение окончено, всем спасибо», «Ваше обращение зарегистрировано», «Ұсынысыңыз қарауға
алынды»: people tell the same of their own letters, and ask why it is over so soon. `ALWAYS`
and `ALONE` are those of `voice_signs.py`.
"""

from talqy.comments import voice_words as w
from talqy.comments.plain_letters import pattern_of

_FEW, _ONE = r"(?: (?!не\b)[\w-]+){0,3}?", r"(?: [\w-]+)?"
_STOP = r"(?=\s*(?:[.!;\n)]|$))"
_PAUSE = r"\s?[,.!;–—-]\s?"

# --- the end, and thanks -------------------------------------------------------------------------

_TALK = (
    r"(?:(?:(?:публичн|общественн)\w+ )?обсуждени[ея]|консультаци[яи]|голосовани[ея]|опрос"
    rf"|(?:срок )?(?:при[её]ма?|сбора?) {w.COMMENTS})"
)
_ENDED = r"(?:оконч|законч|заверш|закры|прекра|исте|подош)\w*"
_FOR = (
    r"за (?:ваш\w* )?(?:участие|внимание|активност\w|неравнодушие|мнени\w|предложени\w|замечани\w"
    r"|отклик\w*|обратную связь|помощь|интерес)"
)
_HOST = (
    rf"(?:всем (?:большое |огромное )?спасибо|спасибо (?:всем|вам\b|{_FOR})"
    rf"|благодар(?:им|ю) (?:всех|вас|(?:\w+ )?участник\w*|{_FOR}))"
)
_TALK_KK = (
    rf"(?:(?:қоғамдық |жария )?талқылау\w*|{w.REMARKS_KK} (?:қабылдау|жинау)\w*|дауыс беру\w*)"
)
_ENDED_KK = r"(?:аяқталды|жабылды|тоқтатылды|бітті|тәмам\w*|мәресіне жетті|аяқталған)"
_HOST_KK = (
    r"(?:(?:баршаңыз|барлығыңыз|бәріңіз|қатысқан|қатысу|белсенділі|үн қос|пікір|ұсыныс|көпшілік"
    rf"|сіздер)\w*{_FEW} рахмет|рахмет{_STOP}|алғыс (?:айтамыз|білдіреміз))"
)
_DRAFT_DONE = r"проект\w*(?: [\w-]+){0,2}? (?:принят|утвержд[её]н|согласован|подписан)\w?"
_DRAFT_DONE_KK = r"жоба\w*(?: [\w-]+){0,2}? (?:қабылданды|бекітілді|қол қойылды)"
_ENDS = (
    rf"{w.HEAD}(?:{_TALK}{_FEW} {_ENDED}{_FEW}|{_DRAFT_DONE}){_PAUSE}(?:мы )?{_HOST}",
    rf"{w.HEAD}{_HOST}[^.!?\n]{{0,40}}?{_PAUSE}{_TALK}{_FEW} {_ENDED}{_STOP}",
    (
        rf"{w.HEAD}(?:[\w-]+ ){{0,2}}(?:{_TALK_KK}{_FEW} {_ENDED_KK}|{_DRAFT_DONE_KK})"
        rf"{_PAUSE}{_HOST_KK}"
    ),
    rf"{w.HEAD}{_HOST_KK}{_PAUSE}{_TALK_KK}{_FEW} {_ENDED_KK}{_STOP}",
    (
        r"\bthe (?:public )?(?:discussion|consultation|vote|poll) (?:is|has|was) (?:now )?"
        r"(?:ended|closed|over|finished)[,.!]? (?:thanks?|we thank)\b"
    ),
    r"\bthank you all[,.!] the (?:discussion|consultation) (?:is|has|was) (?:now )?\w+",
    # Who takes no more.
    rf"\bмы (?:больше |уже |более )?не принимаем (?:ваши |новые )?{w.COMMENTS}",
    rf"{w.HEAD}{w.COMMENTS} (?:мы )?(?:больше|уже|более) не (?:принимаем|рассматриваем)\b",
    rf"\b{w.REMARKS_KK} (?:енді )?қабылдамаймыз\b",
    r"\bwe (?:no longer|do not|will not) (?:accept|take|consider) (?:any |more )*comments\b",
)

# --- what somebody has sent ----------------------------------------------------------------------

_SENT = r"(?:обращени|заявк|запрос|вопрос|письм|жалоб|мнени|предложени|замечани|комментари)\w*"
_YOURS = rf"\b(?<!\bв )ваш\w* {_SENT}"
_YOURS_KK = r"\b(?:өтініш|ұсыныс|пікір|хат|сұра[қғ]|ескертпе|шағым)\w*[ыі]ң[ыі]з\w*"
_IN_HAND = (
    r"(?:(?:был\w? )?зарегистрирован\w?|взят\w? (?:на контроль|в работу)|на контроле"
    rf"|(?:находится )?на (?:рассмотрении|проверке|модерации)|(?:уже )?рассматривается{_STOP}"
    rf"|реш[её]н\w?{_STOP}|закрыт\w?{_STOP}|получен\w?{_STOP})"
)
_IN_HAND_KK = (
    r"(?:тіркелді|(?:қаралуға|қарауға|бақылауға|жұмысқа) алынды|қаралып жатыр|қаралуда|шешілді"
    rf"|жабылды){_STOP}"
)
_SENT_EN = r"(?:comment|proposal|suggestion|request|question|letter|application|message)s?"
_TOLD = (
    rf"{_YOURS}{_FEW} {_IN_HAND}",
    rf"\bрассмотрение ваш\w* {_SENT}{_ONE} (?:заверш|оконч|продл|приостан|прекращ)\w+",
    rf"\bсрок (?:ответа на|рассмотрения) ваш\w* {_SENT} (?:продл|изменен|перенес)\w+",
    rf"{w.HEAD}(?:ответ|решение|уведомление) вам (?:было? )?(?:(?:на|от)правлен|выслан|дан)\w?\b",
    (
        rf"\b(?:по|на) ваш\w* {_SENT}{_FEW} (?:принято|вынесено|подготовлен\w?|дан|направлен)"
        rf"{_ONE} (?:решение|ответ)"
    ),
    (
        rf"{w.HEAD}(?:решение|ответ) (?:по|на) ваш\w* {_SENT}{_FEW} "
        r"(?:приня|вынес|готов|направ|дан)\w*"
    ),
    rf"{_YOURS_KK}{_FEW} {_IN_HAND_KK}",
    rf"{_YOURS_KK} бойынша шешім (?:қабылданды|шығарылды)",
    rf"{_YOURS_KK} (?:қарау|жауап беру) мерзімі (?:ұзартылды|өзгертілді)",
    (
        rf"\byour {_SENT_EN} (?:is|are) (?:now )?(?:under (?:review|consideration)"
        r"|being (?:reviewed|considered|processed))"
    ),
    rf"\byour {_SENT_EN} (?:has|have) been (?:received|registered)\b",
    rf"\ba decision on your {_SENT_EN} (?:has been|was|is) (?:made|taken)",
)
ALWAYS = tuple(map(pattern_of, (*_ENDS, *_TOLD)))

# --- what people tell, too -----------------------------------------------------------------------

_ORDER = r"до (?:особого|дальнейш\w+|отдельного) (?:распоряжени|указани|уведомлени)\w*"
ALONE = tuple(
    map(
        pattern_of,
        (
            rf"{w.HEAD}{_TALK}{_FEW} (?:больше не (?:вед[её]тся|проводится)|не состоится){_STOP}",
            rf"{w.HEAD}голосование (?:уже )?{_ENDED}{_STOP}",
            rf"\b(?:{w.COMMENTS}|{_TALK}){_FEW} {_ENDED} {_ORDER}",
            rf"{w.HEAD}{w.COMMENTS} (?:больше|более|уже) не (?:нужны|требуются|актуальны)\b",
            (
                r"\bпроект\w?(?: [\w-]+){0,2} (?:(?:от|на)правлен|возвращ[её]н)\w? на доработку, "
                rf"(?:{_TALK}|{w.COMMENTS})"
            ),
            r"\b(?:решение|вопрос|проект)\b[^.!?\n]{0,40}? (?:обсуждению|пересмотру) не подлежит",
            r"\b(?:шешім|мәселе|жоба)\w*[^.!?\n]{0,40}? (?:талқылауға|қайта қарауға) жатпайды",
            (
                rf"{w.HEAD}(?:итоги|результаты) (?:обсуждения |опроса )?будут "
                r"(?:опубликован|подведен)\w+"
            ),
            (
                r"\b(?:нов|друг|ин)(?:ая|ый|ое|ой) (?:ссылка|адрес|чат|канал|группа|площадка)"
                r" (?:для|на) обсуждени\w+"
            ),
            rf"{w.HEAD}{_TALK_KK}{_FEW} (?:{_ENDED_KK}|өткізілмейді){_STOP}",
            rf"{w.HEAD}(?:бұл|осы) (?:жоба|стандарт)\w* бойынша талқылау (?:болмайды|өткізілмейді)",
            (
                r"\b(?:discussion|consultation) (?:has (?:now )?(?:ended|closed|finished)|closed)"
                rf"{_STOP}"
            ),
        ),
    )
)
