"""Words that are no comment: thanks, an answered question, a registration, a withdrawal, a sale.

People and offices answer to the same address. Thanks and marks of receipt are told where nothing
else is said; a withdrawal wherever it stands, since somebody has to act on it.
"""

import re

from talqy.intake.plain_letters import pattern_of, pieces_of, sentences_of

# --- thanks ---------------------------------------------------------------------------------

_THANKFUL = pattern_of(
    r"спасибо|спс|благодар\w+|признател\w+|понятно|понял\w*|ясно|принято|хорошо|отлично|ок|окей|ok"
    r"|ра[хқ]мет\w*|алғыс\w*|түсінікті|түсіндім|жақсы|thanks?|understood"
)
_GIVES_THANKS = pattern_of(
    r"\b(?:спасибо|спс|благодар\w+|признател\w+|ра[хқ]мет\w*|алғыс\w*|thanks?|thankful|grateful)\b"
)
_BESIDE_THANKS = pattern_of(
    r"и|но|ещ[её]|вам|всем|вс[её]|за|ваш\w*|вашу|проделанн\w+|хорошую|отличную|заранее|больш\w+"
    r"|огромн\w+|так\w+|работу|труд|информаци\w+|ответ\w*|помощь|внимание|разъяснени\w+|это|очень"
    r"|сво\w+|мой|мне|мое|моё|нам|наш\w*|вопрос\w*|письмо|обращение|быстр\w+|подробн\w+|понимание"
    r"|сотрудничество|консультаци\w+|оперативн\w+|искренн\w+|я|мы|проект\w*|стандарт\w*|возможность"
    r"|сізге|сіздерге|баршаңызға|көп|көптеген|үлкен|зор|еңбек\w*|жұмыс\w*|жауа[бп]\w*|айтамы?[нз]"
    r"|айтамыз|білдіремі[нз]|білдіреміз|үшін|ақпарат\w*|көмек\w*|көмегі\w*|түсіндір\w+|назар\w*"
    r"|сұра[қғ]\w*|хабар\w*|шын|жүректен|мен|біз|және|де|жедел|жоба\w*|хат\w*"
    r"|you|very|much|so|many|for|your|work|the|all|got|it|answer|information|help|attention|reply"
)
_ANSWERED = pattern_of(
    r"(?:и |мой |мои |все |этот |на данный момент |теперь |у меня |больше )*вопрос\w*"
    r" (?:уже |полностью |был |больше )*(?:снят\w*|реш[её]н\w*|решился|закрыт\w*|исчерпан\w*"
    r"|отпал\w*|нет"
    r"|не имею|не осталось)"
    r"|(?:я |мы |уже |на все )*получил\w* (?:ваш |исчерпывающий |полный |подробный )*ответ\w*"
    r"(?: на (?:свой |мой |все |свои |мои |наш )*вопрос\w*)?"
    r"|ответ\w* (?:на \w+ вопрос )?(?:получ\w+)"
    r"|(?:мне |нам |уже |вс[её] |на вс[её] )*(?:объяснил\w*|разъяснил\w*|ответил\w*|помогли"
    r"|подсказали)"
    r"(?: (?:вс[её]|уже|по телефону|в цоне|мне|нам|в центре|на вопрос))*"
    r"|(?:я |мы |уже |во вс[её]м |вс[её] |сам\w* |теперь )*(?:разобрал\w*|понял\w*|понятно)"
    r"|(?:менің |біздің |барлық |енді |бұл )*(?:сұра[қғ]|мәселе)\w* (?:толық |енді )?(?:шешілді"
    r"|жабылды|жоқ"
    r"|қалмады|алынды|алып тасталды|бітті)"
    r"|(?:мен |біз |барлық |толық |сұрағым\w* |сұрағыма |сұраққа )*жауа[бп]\w* (?:алдым|алдық"
    r"|келді|алынды)"
    r"|(?:маған |бізге |бәрін |барлығын |енді |мен )*(?:түсіндім|түсіндік|түсіндірді)"
    r"|(?:my |the |all |our )*questions? (?:is|was|has been|have been|are) (?:answered|solved"
    r"|settled)"
)
_GREETING = pattern_of(
    r"(?:здравствуйте|добрый (?:день|вечер)|доброе утро|с уважением|уважаемые \w+"
    r"|сәлеметсіз(?:дер)? бе|қайырлы (?:күн|таң|кеш)|құрметпен|hello|dear \w+|best regards)"
)


def gives_thanks(text: str) -> bool:
    """Return whether thanks stand anywhere in a text."""
    return any(map(_GIVES_THANKS.search, pieces_of(text)))


def without_thanks(text: str) -> list[str]:
    """Return the pieces of a text that are neither thanks nor a greeting nor say “answered”."""
    return [piece for piece in pieces_of(text) if not _is_idle(piece)]


_LONGEST = 150  # letters; what is longer is no such saying


def _is_idle(piece: str) -> bool:
    if len(piece) > _LONGEST:
        return False
    if _ANSWERED.fullmatch(piece) or _GREETING.fullmatch(piece):
        return True
    if _OF_DRAFT.search(piece) and not _GIVES_THANKS.search(piece):
        return False
    words = re.findall(r"\w+", piece)
    thanks = [word for word in words if _THANKFUL.fullmatch(word)]
    return bool(thanks) and all(
        _BESIDE_THANKS.fullmatch(word) for word in words if word not in thanks
    )


# --- taken back -----------------------------------------------------------------------------

_COMMENT = r"(?:замечани\w+|предложени\w+|комментари\w+|обращени\w+|письм\w+|отзыв\w*|мнени\w+)"
_OUR_COMMENT = (
    rf"(?:(?:мо[йеяию]\w*|наш\w*|сво\w+|предыдущ\w+|прежн\w+|ранее|прошл\w+|отправленн\w+"
    rf"|направленн\w+"
    rf"|вчерашн\w+|поданн\w+|это|данн\w+) ){{1,3}}{_COMMENT}(?: от \d[\d.]*)?"
)
_TAKE_BACK = (
    r"(?:отозвать|отзываю|отзываем|отзовите|снять с рассмотрения|снимаю|аннулир\w+|забираю|удалите"
    r"|удалить|не рассматрива\w+|не учитыва\w+|оставить без рассмотрения"
    r"|считать (?:недействительн\w+"
    r"|отозванн\w+))"
)
_KK_COMMENT = (
    r"(?:пікір|ескертпе|ескерту|ұсыныс|хат|өтініш)\w*?(?:ымды|імді|мді|ымызды|імізді|ды|ді|ні|ты)"
)
_WITHDRAWS = pattern_of(
    rf"\b{_TAKE_BACK} (?:\w+ ){{0,2}}?{_OUR_COMMENT}|\b{_OUR_COMMENT} (?:\w+ ){{0,2}}?{_TAKE_BACK}"
    rf"|\b(?:отзываю|отзываем) {_COMMENT}"
    rf"|\b{_KK_COMMENT} (?:\w+ ){{0,2}}?(?:қайтарып ал\w+|кері ал\w+|кері қайтар\w+|қайтарып бер\w+"
    r"|қарамау\w*|қараусыз қалдыр\w+|есепке алма\w+)"
    r"|\bwithdraw (?:my|our|the) (?:\w+ )?(?:comments?|remarks?|letters?)"
)
_OF_RULES = pattern_of(
    r"\b(?:право|возможность|услугополучател\w*|заявител\w*|құқы[қғ]\w*|алушы\w*)\b"
)


def takes_back(text: str) -> str:
    """Return the sentence that asks to take an earlier comment back; "" where none does."""
    return next(
        (
            said
            for said in sentences_of(text)
            if _WITHDRAWS.search(said) and not _OF_RULES.search(said)
        ),
        "",
    )


# --- offices and shops ----------------------------------------------------------------------

_OF_RECEIPT = pattern_of(
    r"ваш\w*|наш\w*|мо[йеяию]\w*|сіздің|сіздердің|your|письм\w+|обращени\w+|заявлени\w+|сообщени\w+"
    r"|документ\w*|запрос\w*|хат\w*|өтініш\w*|құжат\w*|letter|message|request|за|под|вх\w*"
    r"|исх\w*|с|от"
    r"|номер\w*|нөмір\w*|кіріс|шығыс|болып|бойынша|и|ал|және|в|на|к|журнале|канцелярии|канцелярией"
    r"|регистрационн\w+|тіркеу|under|no|number|has|been|was|is|and|работу|исполнени\w+|орындауға"
    r"|получен\w?|принят[оа]?|зарегистрирован\w*|поступил\w*|передан\w*|тіркелді|қабылданды|алынды"
    r"|түсті|registered|received|forwarded|[\d/-]+\w?"
)
_IS_REGISTERED = pattern_of(
    r"\b(?:зарегистрирован\w*|получено|received|поступило|принято в работу|передано|тіркелді"
    r"|қабылданды"
    r"|registered)\b"
)
_STRONG_SALE = pattern_of(
    r"\b(?:скидк\w+|акци[яию]|распродаж\w+|прайс\w*|купите|закажите|заказывайте|покупайте"
    r"|коммерческ\w+ предложени\w+"
    r"|предлагаем (?:вам|вашей|вашему|купить|широк\w+|услуги|товар\w*|продукци\w*|сотрудничеств\w+)"
    r"|наша (?:компания|фирма)|оптом|в наличии|звоните|переходите по ссылке|заработ\w+"
    r"|жеңілдікпен|жеңілдіктер"
    r"|арзан бағамен|сатып алыңыз|тапсырыс беріңіз|сатамыз|сатылады|discounts?|buy now"
    r"|special offer)\b"
)
_WEAK_SALE = pattern_of(
    r"\d ?%|до конца (?:недел|месяц|акци)|аптаның соңына|айдың соңына|только (?:сегодня|до)|успейте"
    r"|торопитесь|доставк|гаранти[яи]|цен[аы] от|от \d+ ?(?:тг|тенге|₸)|мебел|оборудован|двер"
    r"|окна|окон"
    r"|продвижени|реклам|тегін жеткізу|бағасы|сапалы|асығыңыз|есіктер|жиһаз|www\.|https?:"
    r"|free delivery"
)
_OF_DRAFT = pattern_of(
    r"\b(?:прошу|просим|нужно|надо|необходимо|должн\w+|предлагаю|пенсионер\w*|инвалид\w*"
    r"|льгот\w*|многодетн\w*"
    r"|пункт\w*|стандарт\w*|проект\w*|пошлин\w*|государственн\w+|госуслуг\w*|услугополучател\w*"
    r"|услугодател\w*|заявител\w*|тарма[қғ]\w*|жоба\w*|керек|қажет|мемлекеттік|қызмет\w*)\b"
)


def is_other_business(text: str) -> bool:
    """Return whether all that is said is a mark of receipt or an advertisement."""
    pieces = without_thanks(text)
    has_mark = any(map(_IS_REGISTERED.search, pieces))
    words = [word for piece in pieces for word in re.findall(r"\w+", piece)]
    return (has_mark and all(map(_OF_RECEIPT.fullmatch, words))) or _sells(text)


def _sells(text: str) -> bool:
    words = " ".join(sentences_of(text))
    strong = {found[0] for found in _STRONG_SALE.finditer(words)}
    weak = {found[0] for found in _WEAK_SALE.finditer(words)}
    return bool(strong) and len(strong) + len(weak) > 1 and not _OF_DRAFT.search(words)
