"""Check 22, of the words: whether a text speaks as the authority does.

Whoever reads «Министерство юстиции отвечает: …» below a draft takes it for the answer. What people
say of an authority («министерство отвечает за срок») is none: what counts is the answer's own form.
Some sayings are an authority's wherever they stand; others («проект отозван») are said by people,
too, and count only where nobody asks, doubts or speaks of himself beside them.
"""

import re
from collections.abc import Iterator

from talqy.comments import kinds
from talqy.comments.plain_letters import bounded, pattern_of, without_own_letters
from talqy.model.comment import AuthorKind
from talqy.model.problem import Path, Problem

_BODY = (
    r"(?:министерств\w+|ведомств\w+|минюст\w*|правительств\w+|услугодател\w+"
    r"|госорган\w*|государственн\w+ орган\w*|акимат\w*|комитет\w*|департамент\w*|администраци\w+)"
)
_BODY_KK = (
    r"(?:министрлі[гк]\w*|ведомство\w*|үкімет\w*|әзірлеуші\w*|мемлекеттік орган\w*|әкімді[кг]\w*"
    r"|комитет\w*|департамент\w*|қызмет беруші\w*|әкімшілі[кг]\w*)"
)
_MORE = r"(?: (?!(?:мне|нам|не|мы)\b)[\w-]+){0,5}?"
_TELLS = (
    r"(?:отвечает|сообщает|информирует|разъясняет|поясняет|уведомляет|объявляет|ответил[оа]?"
    r"|сообщил[оа]?)"
)
_TELLS_KK = (
    r"(?:жауап береді|жауап берді|хабарлайды|мәлімдейді|түсіндіреді|хабардар етеді|жариялайды)"
)
_HEAD = r"(?:^|[\n.!?…;]\s*|[«\"“(\[*_#>]\s*)"
_ROLE = (
    r"(?:разработчик\w*|модератор\w*|редакци\w+|администратор\w*|администраци\w+ (?:портал|сайт"
    r"|ресурс)\w*"
    r"|пресс-служб\w+|служб\w+ поддержки|техподдержк\w+|оператор\w* портала)"
)
_ROLE_KK = (
    r"(?:әзірлеуші\w*|модератор\w*|редакци\w+|(?:портал|сайт)\w* әкімшілі\w+|баспасөз қызмет\w*"
    r"|қолдау қызмет\w*)"
)
_ROLE_EN = (
    r"(?:ministry|authority|developer|moderator|editors?|administrat(?:ion|or)|press (?:office"
    r"|service))"
)
# Who decides on a draft; a service is given by many, and people tell what these did.
_DECIDERS = (
    r"(?:министерств\w+|ведомств\w+|минюст\w*|правительств\w+|разработчик\w*|модератор\w*"
    r"|редакци\w+"
    r"|администраци\w+ (?:портал|сайт)\w*)"
)
_DECIDERS_KK = r"(?:министрлі[гк]\w*|ведомство\w*|үкімет\w*|әзірлеуші\w*|модератор\w*|редакци\w+)"
_SPEAKERS = rf"(?:{_BODY}|{_ROLE})"
_SPEAKERS_KK = rf"(?:{_BODY_KK}|{_ROLE_KK})"
_NOTE = (
    r"(?:прим(?:ечание)?\.?|ответ\w*|позици\w+|разъяснени\w+|пояснени\w+|комментарий|объявление"
    r"|решение|закрыт\w*|удал[её]н\w*|скрыт\w*|отклонен\w*|от)"
)
_NOTE_KK = (
    r"(?:ескерт\w+|жауа[бп]\w*|түсініктеме\w*|түсіндірме\w*|хабарлама\w*|шешім\w*|позиция\w*)"
)
_REMARKS = r"(?:замечани\w+|предложени\w+|комментари\w+)"
_REMARKS_KK = r"(?:ескерт\w+|ұсыныс\w*|пікір\w*)"
_ANSWER = r"(?:официальн\w+ )?(?:ответ|позиция|разъяснение|решение)"
_DECIDES = (
    r"(?:отклон\w+|отказ\w+|(?:не )?прин\w+|остав\w+|продл\w+|закры\w+|отозв\w+|отзы\w+|снять"
    r"|заверш\w+"
    r"|прекра\w+|отмен\w+|утверд\w+)"
)
_REJECTED_KK = r"(?:қабылданба\w+|қабылданды|қабылдамау\w*|ескерілді|кері қайтарылды)"
_OVER = (
    r"(?:(?:закры|заверш|прекращ|приостановл|оконч|продл|отмен|перенес|сокращ)[её]?н?(?:ен"
    r"|т)?\w{0,2})"
)
_OVER_KK = r"(?:жабылды|аяқталды|тоқтатылды|ұзартылды|кейінге қалдырылды|тоқтатыла тұрады|болмайды)"
_SETTLED = (
    r"(?:(?:не )?(?:приня|учт[её]|рассмотре|поддержа|отклон[её]|удовлетвор[её])\w+|отклоня\w+|не "
    r"принима\w+"
    r"|не может быть \w+|оставлен\w* без \w+)"
)
_SETTLED_KK = (
    r"(?:қабылданба\w+|қабылданды|ескерілді|ескерілмейді|қаралды|қанағаттандырылды|кері қайтарылды"
    r"|қолдау тапп?ады)"
)
_SIGNS = tuple(
    map(
        pattern_of,
        (
            # The authority by its name tells something, and then a colon or a dash, or «что».
            rf"{_HEAD}{_BODY}{_MORE} {_TELLS}(?: {_MORE})?\s*(?::|,? что\b|\s[–—-]\s)",
            rf"{_HEAD}(?:[\w-]+ ){{0,5}}{_BODY_KK}{_MORE} {_TELLS_KK}\s*(?:[:.!]|\s[–—-]|$)",
            rf"{_HEAD}(?:[\w-]+ ){{0,5}}{_BODY_KK}(?:нің|дің|тің|нын|ның)? (?:ресми )?жауабы\s*:",
            # The head of an answer.
            rf"{_HEAD}{_ANSWER}{_MORE} {_BODY}{_MORE}\s*:",
            rf"{_HEAD}(?:официальный ответ|ресми жауап)\b",
            # We, the authority.
            rf"\b(?:мы,|от имени|от лица) (?:[\w-]+ ){{0,2}}{_BODY}",
            rf"\bбіз, (?:[\w-]+ ){{0,3}}{_BODY_KK}|{_BODY_KK} атынан",
            rf"\b(?:мы|нами|мною)\s?[,(]\s?(?:[\w-]+ ){{0,2}}?{_SPEAKERS}",
            (
                rf"\b(?:как|будучи) {_SPEAKERS}{_MORE},? (?:мы |нами )?(?:сообща|уведомл|реши|приня"
                rf"|объявл)\w+"
            ),
            rf"\bбіз\s?[,(]\s?(?:[\w-]+ ){{0,3}}?{_SPEAKERS_KK}|{_SPEAKERS_KK} (?:атынан|ретінде)",
            rf"\b(?:we,? the|on behalf of the) (?:\w+ ){{0,2}}{_ROLE_EN}",
            # A label of who speaks, and notes of editors in brackets.
            (
                rf"{_HEAD}(?:официальн\w+ )?{_NOTE} (?:[\w-]+ "
                rf"){{0,2}}?{_SPEAKERS}{_MORE}\s*(?:[:\n)\]]|\s[–—-]\s)"
            ),
            (
                rf"{_HEAD}{_ROLE}{_MORE}\s*(?::|\s[–—-]\s)|{_HEAD}(?:[\w-]+ "
                rf"){{0,2}}{_ROLE_KK}\s*(?::|\s[–—-]\s)"
            ),
            (
                rf"{_HEAD}(?:[\w-]+ ){{0,4}}{_SPEAKERS_KK} (?:ресми )?{_NOTE_KK}\s*(?:[:.\n)\]]"
                rf"|\s[–—-]\s|$)"
            ),
            (
                rf"{_HEAD}(?:[\w-]+ ){{0,2}}(?:әзірлеуші|модератор|редакция|министрлік"
                rf"|әкімшілік)(?:д|т)[еа]н\s*[:.\n]"
            ),
            rf"\[[^\]\n]{{0,60}}(?:{_ROLE}|{_ROLE_KK}|{_ROLE_EN}\b)",
            (
                rf"\((?:{_NOTE} (?:[\w-]+ ){{0,2}}?{_SPEAKERS}|прим(?:ечание)?\.? ред\b|ред\.\s?:"
                rf"|ed\.\s?:)"
            ),
            (
                rf"{_HEAD}(?:\[\s?)?(?:прим(?:ечание)?\.? ?ред\b|ред\.\s?:|editor'?s? note"
                rf"|moderator'?s? note)"
            ),
            (
                rf"{_HEAD}(?:official )?(?:answer|reply|response|statement|note|decision) (?:of"
                rf"|from"
                rf"|by) the "
                rf"(?:\w+ ){{0,2}}{_ROLE_EN}[^\n:]{{0,40}}:"
            ),
            # An answer to somebody.
            rf"\bваш\w* {_REMARKS}(?: [\w-]+){{0,4}}? {_SETTLED}",
            rf"\bсіздің (?:[\w-]+ )?{_REMARKS_KK} (?:[\w-]+ ){{0,3}}?{_SETTLED_KK}",
            (
                r"\byour (?:comment|remark|proposal|suggestion)s? (?:is|was|were|has been|have been"
                r"|are|cannot be) "
                r"(?:\w+ )?(?:rejected|accepted|declined|considered|noted|taken)"
            ),
            # What only an authority decides.
            rf"\b(?:принято|принимается|вынесено) решение (?:об? )?{_DECIDES}{_MORE} {_REMARKS}",
            rf"\bвсе (?:[\w-]+ )?{_REMARKS} (?:граждан )?(?:отклонены|отклоняются)\b",
            rf"{_HEAD}все (?:[\w-]+ )?{_REMARKS} (?:граждан )?(?:приняты|учтены)\b",
            rf"\bбарлы[қғ]\w* (?:[\w-]+ )?{_REMARKS_KK} {_REJECTED_KK}\b",
        ),
    )
)
_COMMENTS = r"(?:замечани\w+|предложени\w+|комментари\w+|мнени\w+|отзыв\w*)"
# What people say of a decision, too: it counts where they do not speak themselves.
_ALONE = tuple(
    map(
        pattern_of,
        (
            (
                rf"{_DECIDERS}{_MORE},? (?:было )?(?:принято решение|решено|постановлено"
                rf"|отклонен\w*"
                rf"|отозван\w*"
                r"|продлен\w*|закрыт\w*|оставлен\w* без|утвержден\w*|рассмотрен\w*|не принима\w+)"
            ),
            (
                rf"(?:принято решение|решено|отклонен\w*|отозван\w*|продлен\w*|закрыт\w*"
                rf"|утвержден\w*)(?: [\w-]+){{0,5}}? "
                rf"{_DECIDERS}"
            ),
            (
                rf"{_HEAD}(?:[\w-]+ ){{0,2}}{_DECIDERS}{_MORE} (?:приня\w+ решение|решил[аои]?"
                rf"|постановил\w*) "
                rf"(?:об? |не )?{_DECIDES}"
            ),
            (
                rf"{_HEAD}(?:[\w-]+ ){{0,2}}{_DECIDERS}{_MORE} (?:не )?(?:отклон\w+|продл\w+"
                rf"|закры\w+|отозв\w+|отзыва\w+|приним\w+"
                rf"|учл[аои]|прекра\w+|заверш\w+) (?:[\w-]+ ){{0,3}}?(?:{_COMMENTS}|обсуждени\w+"
                rf"|проект\w*|срок\w*)"
            ),
            rf"\b(?:нами|мы) (?:принято решение|приняли решение|решили|решено) (?:об? )?{_DECIDES}",
            rf"{_HEAD}(?:принято решение|решено) (?:об? )?(?:не )?{_DECIDES}",
            (
                rf"{_HEAD}(?:настоящим )?(?:сообщаем|уведомляем|информируем|доводим до "
                rf"сведения)[^.!?\n]{{0,120}}?"
                rf"(?:{_SETTLED}|{_OVER}|отозван|принято решение)"
            ),
            rf"{_HEAD}(?:при[её]м|сбор) {_COMMENTS}(?: [\w-]+){{0,3}}? {_OVER}",
            (
                rf"{_HEAD}(?:новые |все |ваши )?{_COMMENTS}(?: (?:уже|были|было|полностью|по "
                rf"проекту"
                rf"|граждан|авторов))* (?:не принимаются|{_SETTLED})\b|"
                rf"\b{_COMMENTS} (?:больше |более |уже )?не (?:принимаются|рассматриваются)"
            ),
            (
                rf"{_HEAD}(?:этот |данный |настоящий )?проект(?: [\w-]+){{0,3}}? (?:отозван|снят"
                rf"|отклон[её]н|утвержд[её]н)\b"
            ),
            (
                rf"{_HEAD}(?:срок )?(?:(?:публичн|общественн)\w+ )?обсуждени[ея](?: "
                rf"[\w-]+){{0,3}}? "
                rf"{_OVER}"
            ),
            (
                rf"{_HEAD}срок(?: [\w-]+){{0,3}}? (?:оставлен|останется|оста[её]тся) (?:[\w-]+ "
                rf")?(?:без изменений|прежним)"
            ),
            # Kazakh.
            (
                rf"{_DECIDERS_KK}{_MORE} шешім (?:қабылдады|қабылдаған|шығарды)"
                rf"|{_DECIDERS_KK}{_MORE} (?:шешті|ұйғарды)"
            ),
            (
                rf"{_DECIDERS_KK}{_MORE} (?:кері қайтар|қайтарып ал|кері шақыр|ұзарт|жап|тоқтат"
                rf"|қабылдама|ескер)\w*(?:ды|ді|ты|ті|ған|ген)\b"
            ),
            (
                r"(?:қалдыру|ұзарту|жабу|тоқтату|қабылдамау|қайтарып алу|бекіту)\w* туралы шешім "
                r"қабылданды"
            ),
            (
                rf"{_HEAD}(?:[\w-]+ ){{0,2}}(?!\w+(?:ім|ым|міз|мыз)\b){_REMARKS_KK} (?:[\w-]+ "
                rf"){{0,3}}?(?:қабылданбайды|қаралмайды|{_SETTLED_KK})"
            ),
            (
                rf"{_HEAD}(?:осы |бұл )?жоба\w*(?: [\w-]+){{0,3}}? (?:қайтарып алынды|кері "
                rf"шақырылды"
                rf"|кері қайтарылды|бекітілді)"
            ),
            rf"{_HEAD}(?:[\w-]+ ){{0,2}}талқылау\w*(?: [\w-]+){{0,6}}? {_OVER_KK}",
            # English.
            (
                rf"\b(?:the )?{_ROLE_EN}(?: \w+){{0,4}} (?:has|have) (?:decided|rejected|withdrawn"
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
_OF_PEOPLE = pattern_of(
    r"\?|\b(?:прошу|просил\w*|предлага\w+|почему|зачем|не соглас\w+|против|я|мне|меня"
    r"|мо[йеяию]\w*|наш\w* "
    r"(?:замечани|предложени|комментари|мнени)\w*|считаю|считаем|думаю|хочу|хотим|жал\w+|спасибо"
    r"|благодар\w+|поддержива\w+|согласен|согласна"
    r"|отменит\w*|верн(?:ите|уть)|исправ\w+|(?:не|очень|слишком|плохо|зря|это|но это) "
    r"(?:правильн|справедлив|верн|плох|долг|дорог|хорош|поздн|странн|удобн)\w+"
    r"|неправильн\w*|несправедлив\w*|незаконн\w*|непонятн\w*|неясн\w*|нельзя|зря|плохо|жаль|надо"
    r"|нужно|лучше|следует|должн\w+"
    r"|необходимо|если|когда|чтобы|пока|хотя|бы|нигде|никто|люди|граждан\w* (?:не|жд)\w*"
    r"|слишком|рано|не успел\w*|заявлени\w+|заявк\w+|в (?:под)?пункте|без причин\w*|без "
    r"объяснени\w*|частично"
    r"|неге|себебін|түсіндіріңіз\w*|өтініші?\w*|тармақта|ерте|сұраймы[нз]|өтінемі[нз]"
    r"|ұсынамы[нз]|менің|маған|мен|келіспей\w+|қарсы\w*|рахмет|керек|қажет|тиіс|егер|дұрыс емес"
    r"|болса|болсын|ме|ма|ба|бе|па|пе|қолдай\w+|дейді|деп (?:ойлай|санай)\w+"
    r"|please|why|i|my|should|must|if|when|not fair|wrong|disagree)\b|[?]"
)
_SPACES = re.compile(r"[^\S\n]+")


def speaks_officially(text: str) -> bool:
    """Return whether a text has the form of what an authority tells or decides."""
    said = _SPACES.sub(" ", without_own_letters(bounded(text)))
    if any(sign.search(said) for sign in _SIGNS):
        return True
    return not _OF_PEOPLE.search(said) and any(sign.search(said) for sign in _ALONE)


def official_voice(path: str, where: Path, text: str, kind: AuthorKind | None) -> Iterator[Problem]:
    """Look whether a comment speaks as the authority; a state body may, and is asked for itself."""
    if kind is not AuthorKind.STATE_BODY and speaks_officially(text):
        yield kinds.OFFICIAL_VOICE.at(path, where)
