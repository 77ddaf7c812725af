"""Questions of forms whether somebody is for the draft, and the plain answers to them.

«Поддерживаете ли вы проект?» – «Нет» is an objection, «Против проекта» – «да» too. What is no plain
answer stays as it stands, and is asked about as an unknown kind.
"""

from talqy.comments.form_words import is_yes, plain
from talqy.comments.patterns import late
from talqy.comments.wishes import wish_of
from talqy.model.comment import CommentKind

_FOR = r"поддерж|одобр|соглас|қолда|келіс|мақұлда|support|agree|in favou?r|approve"
_AGAINST = (
    r"против|возража|не поддерж|не соглас|несоглас|қарсы|қолдама|oppose|against|object|disagree"
)
_NEGATIVE = late(_AGAINST)
_ASKS = late(rf"\bза\b|отношени|относит|көзқарас|attitude|позици[яю]|{_FOR}|{_AGAINST}")
# «Нужен ли этот стандарт?», «Следует ли принять проект?»: is it good to have at all.
_WHAT = r"(?:проект|стандарт|инициатив|нововведени|правил)\w*"
_NEED = (
    r"(?:нужен|нужна|нужно|нужны|необходим[аоы]?|полез(?:ен|на|но|ны)|устраивает|устраивают"
    r"|нравится"
    r"|понравил(?:ся|ась|ось|ись)|приемлем[аоы]?|удовлетворяет|удовлетвор[её]н[аы]?|доволен"
    r"|довольны"
    r"|хорош[аои]?|правил(?:ен|ьн[аоы])|справедлив[аоы]?|целесообраз(?:ен|н[аоы]))"
)
_DO = (
    r"(?:принять|принимать|утвердить|утверждать|ввести|вводить|одобрить|отклонить|отклонять"
    r"|отменить"
    r"|отменять|отозвать|снять)"
)
_WHICH = (
    r"(?:вам|вас|нам|нас|гражданам|людям|вообще|лично|этот|эта|это|эти|сам|данн\w+|нов\w+|так\w+"
    r"|предложенн\w+|предлагаем\w+|представленн\w+)"
)
_WHAT_KK = r"(?:жоба|стандарт|бастама|өзгеріс)\w*"
_NEEDED = late(
    rf"{_NEED} ли (?:{_WHICH} ){{0,4}}{_WHAT}(?: \w+){{0,3}}"
    rf"|считаете ли (?:вы )?(?:\w+ ){{0,3}}{_WHAT} (?:\w+ )?(?:нужн|полезн|приемлем|хорош|правильн"
    r"|справедлив|необходим|целесообразн)\w+"
    rf"|(?:нужно|надо|следует|стоит|необходимо|целесообразно) ли (?:\w+ ){{0,2}}{_DO} (?:\w+"
    rf" ){{0,3}}{_WHAT}"
    rf"|(?:(?:этот|данный|новый|такой) )?{_WHAT} (?:вам |вас |нам |нас )?{_NEED}"
    rf"|(?:\w+ ){{0,2}}{_WHAT_KK} (?:\w+ )?(?:керек|қажет|пайдалы|ұнай\w*|ұнады|дұрыс|қолайлы"
    rf"|тиімді|жақсы"
    r"|қанағаттандыра\w*|қабылдау керек|бекіту керек|қабылдануы керек|қабылдамау керек)"
    r" (?:ме|ма|пе|па|бе|ба)"
    r"|(?:is|are) (?:this |the )?(?:draft|standard)s? (?:needed|necessary|useful|acceptable)"
    r"|(?:should|do you want) (?:\w+ ){0,3}(?:draft|standard)(?: \w+){0,2} (?:adopted|approved"
    r"|rejected)"
)
_AGAINST_IT = late(
    r"отклон|отмен|отозва|снять|не (?:нуж|приемл|устраива)|вред|қабылдама|кері қайтар|reject"
)
_DRAFT = late(r"проект|стандарт|изменени|инициатив|нововведени|жоба|өзгеріс|draft|standard")
# Open questions, questions about a part, and those about publishing or remarks are others.
_OTHERS = late(
    r"^(?:почему|зачем|что|чем|если|в чем|какие|с как|укажите|напишите|опишите|неге|не үшін|қандай"
    r"|егер|why|what|how|if)\b|пункт|раздел|тарма[қғ]|clause|замечани|предложени|комментар|пікір"
    r"|ескерт|ұсыныс|публик|размещ|жария|publi|обработк|өңде|разработчик|министерств|әзірлеуші"
)
_EITHER = late(
    r"\bза\b.{0,200}(?:или|/|не).{0,200}против|қолда.{0,200}(?:қарсы|қолдама)|support.{0,200}oppose"
)
_FAVOURS = late(r"(?:положительн|позитивн|одобр|оң\b|жақсы|positive|favou?rable)\w*")
_DISLIKES = late(r"(?:отрицательн|негативн|теріс|жаман|negative|unfavou?rable)\w*")
_SAID = ((CommentKind.SUPPORT, _FAVOURS), (CommentKind.OBJECTION, _DISLIKES))
_NEITHER = late(
    r"нейтральн\w*|затрудняюсь(?: ответить)?|не знаю|воздерж\w+|все равно|безразличн\w+|бейтарап\w*"
    r"|білмеймін|қалыс\w*(?: қал\w+)?|жауап беру қиын|neutral|don.?t know|no opinion|abstain\w*"
)
_LONGEST = 300


def asks_attitude(head: str) -> bool:
    """Return whether a head asks for or against the draft as a whole, and for nothing else."""
    bare = _bare(head)
    if _OTHERS.search(bare):
        return False
    return bool((_ASKS.search(bare) and _DRAFT.search(bare)) or _NEEDED.fullmatch(bare))


def attitude_of(head: str, said: str) -> str:
    """Return the kind of comment that an answer means; "" for none, what was said if unclear."""
    bare, word, is_for = _bare(head), plain(said), is_yes(said)
    if not word or _NEITHER.fullmatch(word):
        return ""
    if is_for is not None:
        is_unclear = _EITHER.search(bare) or word.isdigit()
        return said if is_unclear else _answered(is_negative=_asks_against(bare), is_yes=is_for)
    if kind := next((kind for kind, words in _SAID if words.fullmatch(word)), ""):
        return kind
    wish = wish_of(said)
    is_plain = wish.is_sure and wish.kind in (CommentKind.SUPPORT, CommentKind.OBJECTION)
    return wish.kind if is_plain else said


def _asks_against(bare: str) -> bool:
    if _NEEDED.fullmatch(bare):
        return bool(_AGAINST_IT.search(bare))
    return bool(_NEGATIVE.search(bare))


def _answered(*, is_negative: bool, is_yes: bool) -> str:
    if is_negative:  # who is not against it does not support it yet
        return CommentKind.OBJECTION if is_yes else ""
    return CommentKind.SUPPORT if is_yes else CommentKind.OBJECTION


def _bare(head: str) -> str:
    return " ".join(head[:_LONGEST].lower().replace("ё", "е").split()).strip(" *?:.!")
