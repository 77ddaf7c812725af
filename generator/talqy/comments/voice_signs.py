"""The forms of what an authority tells or decides, as patterns for plain letters.

`ALWAYS` are its own wherever they stand; `ALONE` are said by people, too, and count where nobody
asks, doubts or speaks of himself beside them (`OF_PEOPLE`).
"""

from talqy.comments import voice_words as w
from talqy.comments.patterns import pattern_of

ALWAYS = tuple(
    map(
        pattern_of,
        (
            # The authority by its name tells something, and then a colon or a dash, or «что».
            rf"{w.HEAD}{w.BODY}{w.MORE} {w.TELLS}{w.ANNOUNCED}",
            rf"{w.HEAD}{w.BODY}{w.MORE} {w.TOLD}\s*:",
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,5}}{w.BODY_KK}(?:{w.MORE} {w.TELLS_KK}\s*(?::|\s[–—-])"
                rf"|{w.MORE} {w.FACT_KK})"
            ),
            rf"{w.HEAD}(?:[\w-]+ ){{0,5}}{w.BODY_KK}(?:нің|дің|тің|нын|ның)? (?:ресми )?жауабы\s*:",
            # The head of an answer.
            rf"{w.HEAD}{w.ANSWER}{w.MORE} {w.BODY}{w.MORE}\s*:",
            rf"{w.HEAD}(?:официальный ответ|ресми жауап)\b",
            # We, the authority.
            rf"\b(?:мы,|от имени|от лица) (?:[\w-]+ ){{0,2}}{w.BODY}",
            rf"\bбіз, (?:[\w-]+ ){{0,3}}{w.BODY_KK}|{w.BODY_KK} атынан",
            rf"\b(?:мы|нами|мною)\s?[,(]\s?(?:[\w-]+ ){{0,2}}?{w.SPEAKERS}",
            (
                rf"\b(?:как|будучи) {w.SPEAKERS}{w.MORE},? (?:мы |нами )?"
                r"(?:сообща|уведомл|реши|приня|объявл)\w+"
            ),
            rf"\bбіз\s?[,(]\s?(?:[\w-]+ ){{0,3}}?{w.SPEAKERS_KK}",
            rf"{w.SPEAKERS_KK} (?:атынан|ретінде)",
            rf"\b(?:we,? the|on behalf of the) (?:\w+ ){{0,2}}{w.ROLE_EN}",
            # A label of who speaks, and notes of editors in brackets.
            (
                rf"{w.HEAD}(?:официальн\w+ )?{w.NOTE} (?:[\w-]+ "
                rf"){{0,2}}?{w.SPEAKERS}{w.MORE}\s*(?:[:\n)\]]|\s[–—-]\s)"
            ),
            (
                rf"{w.HEAD}(?!\w+(?:у|ам)\b){w.ROLE}{w.MORE}\s*(?::|\s[–—-]\s)|{w.HEAD}(?:[\w-]+ "
                rf"){{0,2}}{w.ROLE_KK}\s*(?::|\s[–—-]\s)"
            ),
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,4}}{w.SPEAKERS_KK} (?:ресми )?{w.NOTE_KK}\s*(?:[:.\n)\]]"
                rf"|\s[–—-]\s|$)"
            ),
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,2}}(?:әзірлеуші|модератор|редакция|министрлік"
                rf"|әкімшілік)(?:д|т)[еа]н\s*[:.\n]"
            ),
            rf"\[[^\]\n]{{0,60}}(?:{w.ROLE}|{w.ROLE_KK}|{w.ROLE_EN}\b)",
            (
                rf"\((?:{w.NOTE} (?:[\w-]+ ){{0,2}}?{w.SPEAKERS}|прим(?:ечание)?\.? ред\b|ред\.\s?:"
                rf"|ed\.\s?:)"
            ),
            (
                rf"{w.HEAD}(?:\[\s?)?(?:прим(?:ечание)?\.? ?ред\b|ред\.\s?:|editor'?s? note"
                rf"|moderator'?s? note)"
            ),
            (
                rf"{w.HEAD}(?:official )?(?:answer|reply|response|statement|note|decision) (?:of"
                rf"|from"
                rf"|by) the "
                rf"(?:\w+ ){{0,2}}{w.ROLE_EN}[^\n:]{{0,40}}:"
            ),
            # An answer to somebody.
            rf"(?<!\bв )\bваш\w* {w.REMARKS}(?: [\w-]+){{0,4}}? {w.SETTLED}",
            rf"\bсіздің (?:[\w-]+ )?{w.REMARKS_KK} (?:[\w-]+ ){{0,3}}?{w.SETTLED_KK}",
            (
                r"\byour (?:comment|remark|proposal|suggestion)s? (?:is|was|were|has been|have been"
                r"|are|cannot be) "
                r"(?:\w+ )?(?:rejected|accepted|declined|considered|noted|taken)"
            ),
            # What only an authority decides.
            rf"\b(?:принято|принимается|вынесено) решение (?:об? )?{w.DECIDES}{w.MORE} {w.REMARKS}",
            rf"\bвсе (?:[\w-]+ )?{w.REMARKS} (?:граждан )?(?:отклонены|отклоняются)\b",
            rf"{w.HEAD}все (?:[\w-]+ )?{w.REMARKS} (?:граждан )?(?:приняты|учтены)\b",
            rf"\bбарлы[қғ]\w* (?:[\w-]+ )?{w.REMARKS_KK} {w.REJECTED_KK}\b",
        ),
    )
)
# What people say of a decision, too: it counts where they do not speak themselves.
ALONE = tuple(
    map(
        pattern_of,
        (
            (
                rf"{w.DECIDERS}{w.MORE},? (?:было )?(?:принято решение|решено|постановлено"
                rf"|отклонен\w*"
                rf"|отозван\w*"
                r"|продлен\w*|закрыт\w*|оставлен\w* без|утвержден\w*|рассмотрен\w*|не принима\w+)"
            ),
            (
                rf"(?:принято решение|решено|отклонен\w*|отозван\w*|продлен\w*|закрыт\w*"
                rf"|утвержден\w*)(?: [\w-]+){{0,5}}? "
                rf"{w.DECIDERS}"
            ),
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,2}}{w.DECIDERS}{w.MORE} (?:приня\w+ решение|решил[аои]?"
                rf"|постановил\w*) "
                rf"(?:об? |не )?{w.DECIDES}"
            ),
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,2}}{w.DECIDERS}{w.MORE} (?:не )?(?:отклон\w+|продл\w+"
                rf"|закры\w+|отозв\w+|отзыва\w+|приним\w+"
                rf"|учл[аои]|прекра\w+|заверш\w+) (?:[\w-]+ ){{0,3}}?(?:{w.COMMENTS}|обсуждени\w+"
                rf"|проект\w*|срок\w*)"
            ),
            (
                r"\b(?:нами|мы) (?:принято решение|приняли решение|решили|решено) (?:об? )?"
                rf"{w.DECIDES}"
            ),
            rf"{w.HEAD}(?:принято решение|решено) (?:об? )?(?:не )?{w.DECIDES}",
            (
                rf"{w.HEAD}(?:настоящим )?(?:сообщаем|уведомляем|информируем|доводим до "
                rf"сведения)[^.!?\n]{{0,120}}?"
                rf"(?:{w.SETTLED}|{w.OVER}|отозван|принято решение)"
            ),
            rf"{w.HEAD}(?:при[её]м|сбор) {w.COMMENTS}(?: [\w-]+){{0,3}}? {w.OVER}",
            (
                rf"{w.HEAD}(?:новые |все |ваши )?{w.COMMENTS}(?: (?:уже|были|было|полностью|по "
                rf"проекту"
                rf"|граждан|авторов))* (?:не принимаются|{w.SETTLED})\b|"
                rf"\b{w.COMMENTS} (?:больше |более |уже )?не (?:принимаются|рассматриваются)"
            ),
            (
                rf"{w.HEAD}(?:этот |данный |настоящий )?проект(?: [\w-]+){{0,3}}? (?:отозван|снят"
                rf"|отклон[её]н|утвержд[её]н)\b"
            ),
            (
                rf"{w.HEAD}(?:срок )?(?:(?:публичн|общественн)\w+ )?обсуждени[ея](?: "
                rf"[\w-]+){{0,3}}? "
                rf"{w.OVER}"
            ),
            (
                rf"{w.HEAD}срок(?: [\w-]+){{0,3}}? (?:оставлен|останется|оста[её]тся) (?:[\w-]+ "
                rf")?(?:без изменений|прежним)"
            ),
            # Kazakh.
            (
                rf"{w.DECIDERS_KK}{w.MORE} шешім (?:қабылдады|қабылдаған|шығарды)"
                rf"|{w.DECIDERS_KK}{w.MORE} (?:шешті|ұйғарды)"
            ),
            (
                rf"{w.DECIDERS_KK}{w.MORE} (?:кері қайтар|қайтарып ал|кері шақыр|ұзарт|жап|тоқтат"
                rf"|қабылдама|ескер)\w*(?:ды|ді|ты|ті|ған|ген)\b"
            ),
            (
                r"(?:қалдыру|ұзарту|жабу|тоқтату|қабылдамау|қайтарып алу|бекіту)\w* туралы шешім "
                r"қабылданды"
            ),
            (
                rf"{w.HEAD}(?:[\w-]+ ){{0,2}}(?!\w+(?:ім|ым|міз|мыз)\b){w.REMARKS_KK} (?:[\w-]+ "
                rf"){{0,3}}?(?:қабылданбайды|қаралмайды|{w.SETTLED_KK})"
            ),
            (
                rf"{w.HEAD}(?:осы |бұл )?жоба\w*(?: [\w-]+){{0,3}}? (?:қайтарып алынды|кері "
                rf"шақырылды"
                rf"|кері қайтарылды|бекітілді)"
            ),
            rf"{w.HEAD}(?:[\w-]+ ){{0,2}}талқылау\w*(?: [\w-]+){{0,6}}? {w.OVER_KK}",
            # English.
            (
                rf"\b(?:the )?{w.ROLE_EN}(?: \w+){{0,4}} (?:has|have) (?:decided|rejected|withdrawn"
                rf"|closed|extended)"
            ),
            (
                r"\b(?:the )?(?:public )?(?:discussion|consultation) (?:is|was|has been) (?:now "
                r")?(?:closed|over|extended|cancell?ed)"
            ),
            r"\bcomments (?:are|will be) (?:no longer|not) (?:being )?(?:accepted|considered)",
            r"\b(?:the |this )?draft (?:is|was|has been) withdrawn",
        ),
    )
)
OF_PEOPLE = pattern_of(
    r"\?|\b(?:прошу|просил\w*|предлага\w+|почему|зачем|не соглас\w+|против|я|мне|меня"
    r"|мо[йеяию]\w*|наш\w* "
    r"(?:замечани|предложени|комментари|мнени)\w*|считаю|считаем|думаю|хочу|хотим|жал\w+|спасибо"
    r"|благодар\w+|поддержива(?:ю|ем|ть)|согласен|согласна"
    r"|отменит\w*|верн(?:ите|уть)|исправ\w+|(?:не|очень|слишком|плохо|зря|это|но это) "
    r"(?:правильн|нарушени|справедлив|верн|плох|долг|дорог|хорош|поздн|странн|удобн)\w+"
    r"|неправильн\w*|несправедлив\w*|незаконн\w*|непонятн\w*|неясн\w*|неудобн\w*"
    r"|для (?:людей|пожилых|инвалидов|сельчан|тех)|нельзя|зря|плохо|жаль|надо"
    r"|нужно|лучше|следует|должн\w+"
    r"|необходимо|если|когда|чтобы|пока|хотя|бы|нигде|никто|люди|граждан\w* (?:не|жд)\w*"
    r"|слишком|рано|не успел\w*|заявлени\w+|заявк\w+|в (?:под)?пункте|без причин\w*|без "
    r"объяснени\w*|частично"
    r"|неге|себебін|түсіндіріңіз\w*|өтініші?\w*|тармақта|ерте|сұраймы[нз]|өтінемі[нз]"
    r"|ұсынамы[нз]|менің|маған|мен|келіспей\w+|қарсы\w*|рахмет|керек|қажет|тиіс|егер|дұрыс емес"
    r"|раньше срока|в прошлом году|былтыр"
    r"|(?:бірақ|ал|алайда) (?:жауа|мен|маған|бізд|біз|еш|мерз)\w*"
    r"|(?:но|а|однако|хотя) (?:ответа?|стандарт|никто|мне|нам|люд\w+)"
    r"|деп (?:жаз|есті|айт)\w+"
    r"|болса|болсын|ме|ма|ба|бе|па|пе|қолдай\w+|дейді|деп (?:ойлай|санай)\w+"
    r"|please|why|i|my|should|must|if|when|not fair|wrong|disagree)\b|[?]"
)
