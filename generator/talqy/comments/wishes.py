"""What an author wants, by the words alone: one decision for letters, messages and rows.

A comment that supports the draft asks for no change, and thanks ask for nothing. Whole sayings are
known («Полностью поддерживаю проект», «Жобаға қарсымын»); where a text speaks of support or of
protest and says more, or says what it wants in no known word, the kind is assumed, and told.
"""

import re
from dataclasses import dataclass

from talqy.comments.no_remarks import ALONE, FORMAL, has_no_remarks
from talqy.comments.patterns import bounded, late, pattern_of
from talqy.comments.praise import likes_it_so, without_thanks_for
from talqy.comments.stances import DOING, DOING_KK, DRAFT, DRAFT_KK, FULLY, REJECTS, stance_of
from talqy.comments.table_ends import is_sum
from talqy.comments.thanks import before_thanks, gives_thanks, without_thanks
from talqy.model.comment import CommentKind

_WHO = r"(?:я |мы |мен |біз |лично )?"
_SUPPORT = late(
    rf"{_WHO}(?:{DRAFT} )?{FULLY}(?:поддержива\w+|одобря\w+|(?:за|согласен|согласна|согласны)) ?"
    rf"{FULLY}(?:{DRAFT})?(?:полностью|целиком|всецело)?"
    rf"|{_WHO}{FULLY}(?:{DRAFT_KK} )?{FULLY}(?:қолдай\w+|мақұлдай\w+|келісе\w+|қосылам\w+)"
    rf"|(?:хороший|отличный|нужный|правильный|полезный) {DRAFT}|(?:жақсы|керемет|дұрыс) жоба"
    r"|i (?:fully |strongly )?(?:support|agree with) (?:the|this) (?:draft|standard)"
)
_OBJECTION = late(
    rf"{_WHO}{FULLY}(?:против|не (?:поддержива\w+|одобря\w+|соглас\w+)|возража\w+) ?{FULLY}"
    rf"(?:{DOING}{DRAFT})?{FULLY}|{_WHO}{FULLY}(?:{DRAFT} )(?:не поддержива\w+|не одобря\w+)"
    rf"|{_WHO}(?:{DRAFT_KK} {DOING_KK})?{FULLY}"
    r"(?:қарсы(?:мын|мыз)?|қолдама\w+|келіспе\w+|мақұлдама\w+)"
    r"|i (?:am against|oppose|object to|do not support) (?:the|this) (?:draft|standard)"
    rf"|{REJECTS}"
)
# Beside thanks and «бәрі жақсы»; pieces of words are without Kazakh letters of their own.
_NOTHING_BESIDE = pattern_of(ALONE.pattern)
_NO_WORDS = late(r"[\W\d_]{10,}")
# «Против изменений» and «против отмены» ask for nothing; «прошу отмены» says so itself.
_NO_NOUN = r"(?!(?:[лщ]?ени|ни)[еяюймх]|[аыуе]\b|ой\b)"
_ASKS = late(
    r"\b(?:прошу|просим|предлага\w+|прос(?:ьба|ил\w*)|нужно|надо|необходимо|следует|должн\w+|лучше"
    rf"|(?:измен|замен|исключ|дополн|добав|убра|убер|сократ|уменьш|увелич|указа|уточн|исправ|отмен)"
    rf"{_NO_NOUN}\w+|ввести|внести|хотелось бы|но|однако|кроме|жалею"
    r"|ұсын\w+|сұра\w+|керек|қажет\w*|(?:өзгерт|қысқарт|толықтыр)(?!у)\w+"
    r"|алып таста\w+|қос(?!ымша|ылам)\w+|бірақ"
    r"|дұрыс болар|болса|тиіс|please|should|must|propose|suggest|but|replace|reduce)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author wants; `is_sure` is false where it is only likely."""

    kind: CommentKind
    is_sure: bool = True


_NOT_NEEDED = late(
    r"\b(?:не (?:надо|нужно|следует|должн\w+)|(?:керек|қажет\w*|тиіс) емес)\b", re.IGNORECASE
)
_EXPLAIN = r"(?:скажите|подскажите|поясните|объясните|разъясните)"
_EXPLAIN_KK = (
    r"(?:түсіндір(?:іңіз|сеңіз|іп (?:бер|жібер|кет|өт))\w*|айт(?:ыңыз|саңыз)\w*"
    r"|айтып (?:бер|жібер|кет)\w+)"
)
_ASKS_TO_BE_TOLD = late(
    r"\W*(?!.{0,80}\b(?:в (?:стандарт|пункт|проект|текст)|стандартта|тармақта|жобада))"
    rf"(?:прошу |просим )?(?:{_EXPLAIN}|пояснить|разъяснить|объяснить"
    r"|хотелось бы (?:узнать|знать)|айтыңызшы|айтып бере аласы\w+|түсіндіріңіз(?:ші)?)\b.{0,40}?"
    r"\b(?:когда|где|кто|как|каки\w+|какой|какая|почему|зачем|сколько|куда|\w+ ли|қашан|қайда|қалай"
    r"|неге|кім|қанша|қандай)\b"
    r"|(?!.{0,160}\b(?:стандартта|тармақта|жобада)\b).{0,120}"
    rf"\b(?:қашан|қайда|қалай|неге|қанша|не үшін)\b.{{0,60}}\b{_EXPLAIN_KK}\W*$"
    r"|(?!.{0,160}\b(?:в стандарте|в тексте|в проекте)\b).{0,120}"
    rf"\b(?:почему|зачем|для чего|откуда)\b.{{0,80}}\b{_EXPLAIN}(?:,? пожалуйста)?\W*$",
    re.IGNORECASE,
)
_WHOLE_SAYINGS = ((_OBJECTION, CommentKind.OBJECTION), (_SUPPORT, CommentKind.SUPPORT))


def wish_of(text: str, proposal: str = "") -> Wish:
    """Return what words ask for; a remark and a proposal both ask for a change."""
    if before_thanks(text).rstrip().endswith("?") and not proposal:
        return Wish(CommentKind.QUESTION)
    if _ASKS_TO_BE_TOLD.match(bounded(text)) and not proposal:
        return Wish(CommentKind.QUESTION, is_sure=False)
    words = _plain(text)
    whole = (kind for saying, kind in _WHOLE_SAYINGS if saying.fullmatch(words))
    if not proposal and (kind := next(whole, None)):
        return Wish(kind)
    is_outright = _supports_outright(text)
    if not proposal and (is_outright or _only_thanks_for_it(text)):
        return Wish(CommentKind.SUPPORT, is_sure=is_outright)
    is_asked = bool(proposal) or bool(_ASKS.search(_NOT_NEEDED.sub(" ", bounded(text))))
    stance = stance_of(text)
    is_against = stance.kind is CommentKind.OBJECTION and stance.is_plain
    if stance.kind and not proposal and (is_against or not is_asked):
        return Wish(stance.kind, is_sure=is_against and not is_asked)
    is_open = stance.is_open or likes_it_so(text)
    is_silent = not (is_open or stance.is_faint or gives_thanks(text))
    return Wish(CommentKind.CHANGE, is_sure=is_silent or (is_asked and not is_open))


# What makes a support depend on something, or takes it back.
_DEPENDS = late(
    r"\b(?:если|при условии|только|за исключением|не|нет|вместо|чтобы|хотя|зато|жаль|а|егер|тек"
    r"|емес|жоқ|алайда|дегенмен|болса\w*|if|unless|only|not|except|although)\b"
)
# What follows a support must praise, and not speak of what may be too long or too dear.
_PRAISES = late(
    r"\b(?:нужн|полезн|правильн|верн|хорош|отличн|замечательн|прекрасн|своевременн|важн|удобн"
    r"|упрост|облегч|помо[жг]|давно пора|молодц|спасибо|благодар|дұрыс|жақсы|тамаша|керемет"
    r"|пайдалы|маңызды|уақтылы|ыңғайлы|жеңілде|оңай|рахмет|right|good|useful|needed|thank)"
)
_OF_TERMS = late(
    r"\b(?:срок|дн(?:я|ей)\b|плат[аыуе]|пошлин|документ|справ[ко]|очеред|мерзім|күн\b|ақы|төлем|баж"
    r"|құжат|анықтама|кезек|term|days?\b|fees?\b|queue)"
)
_MOST_OF_PRAISE = 12


def _supports_outright(text: str) -> bool:
    """Return whether words support the whole draft, and what follows asks for nothing."""
    first, _, rest = text.strip().partition("," if "," in text else ".")
    first, rest = _plain(first), _plain(rest)
    is_whole = bool(_WHOLE_DRAFT.search(first) and _SUPPORT.fullmatch(first))
    if not (is_whole and rest) or len(rest.split()) > _MOST_OF_PRAISE or "?" in rest:
        return False
    if not _PRAISES.search(rest) or _OF_TERMS.search(rest):
        return False
    return not (_ASKS.search(_NOT_NEEDED.sub(" ", rest)) or _DEPENDS.search(rest))


_WHOLE_DRAFT = late(r"\b(?:проект|стандарт|документ|жоба|құжат|draft|standard)")


def _only_thanks_for_it(text: str) -> bool:
    """Return whether a text thanks for what the draft does, and says nothing else."""
    rest = without_thanks_for(text) if len(text) <= _MOST_OF_THANKS else text
    return rest != text and not without_thanks(rest) and not asks_nothing(text)


def language_of_saying(text: str) -> str:
    """Return the language of a whole saying («Поддерживаю.», «Қолдаймын»); "" of any other text."""
    words = _plain(text)
    if not any(saying.fullmatch(words) for saying, _ in _WHOLE_SAYINGS):
        return ""
    if words.isascii():
        return "en"
    return "kk" if _IN_KAZAKH.search(words) else "ru"


_IN_KAZAKH = late(r"қолда|мақұлда|келіс|қарсы|жоба")


# Yes and no, said as often as one likes: to a question that nobody here has asked.
_YES_NO = late(
    r"(?:(?:да|ага|угу|нет|неа|иә|ия|иа|жоқ|жок|yes|no|ok|okay|ок|окей|ладно|жарайды)(?!\w)\W*){2,50}"
)


def asks_nothing(text: str) -> bool:
    """Return whether words say nothing about the draft: thanks, “no remarks”, “seen”, a sum."""
    words = _plain(text)
    if _YES_NO.fullmatch(text.strip().casefold()):
        return True
    if has_no_remarks(before_thanks(text)):
        return True
    if is_sum((text,)) or FORMAL.fullmatch(words) or ALONE.fullmatch(words):
        return True
    is_said = bool(re.search(r"\w", text))
    return is_said and all(map(_NOTHING_BESIDE.fullmatch, without_thanks(text)))


def has_no_words(text: str) -> bool:
    """Return whether there are only signs and figures, and many of them."""
    return bool(_NO_WORDS.fullmatch(text))


_LONGEST, _MOST_OF_THANKS = 150, 400


def _plain(text: str) -> str:
    """Return words in small letters without signs at their ends; nothing where they are many."""
    if len(text) > _LONGEST:
        return ""
    return " ".join(text.lower().replace("ё", "е").split()).strip(' .!,;:)("«»')
