"""Words that are no comment: a registration, a withdrawal, a sale.

People and offices answer to the same address. A mark of receipt is told where nothing else is said
but thanks (`thanks.py`); a withdrawal wherever it stands, since somebody has to act on it.
"""

import re

from talqy.comments.plain_letters import pattern_of, sentences_as_written, sentences_of
from talqy.comments.thanks import without_thanks

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
    rf"|\b(?:считать|считайте) {_OUR_COMMENT} (?:недействительн|отозванн|аннулированн|отмен)\w+"
    rf"|\b{_KK_COMMENT} (?:\w+ ){{0,2}}?(?:қайтарып ал\w+|кері ал\w+|кері қайтар\w+|қайтарып бер\w+"
    r"|қарамау\w*|қараусыз қалдыр\w+|есепке алма\w+)"
    r"|\bwithdraw (?:my|our|the) (?:\w+ )?(?:comments?|remarks?|letters?)"
)
_OF_RULES = pattern_of(
    r"\b(?:право|возможность|услугополучател\w*|заявител\w*|құқы[қғ]\w*|алушы\w*)\b"
)


def takes_back(text: str) -> str:
    """Return the written sentence that asks to take an earlier comment back; "" where none does."""
    return next(
        (
            written
            for said, written in sentences_as_written(text)
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
    r"|регистрационн\w+|тіркеу|рассмотрени\w+|қаралуға|қарауға|кеңсе\w*|журналда|күн\w*|датой|ж|жылғы|жылы|г|года"
    r"|under|no|number|has|been|was|is|and|работу|исполнени\w+|исполнител\w+|орындауға"
    r"|орындаушы\w*|хабарлама\w*|алд[ыі]\w*|көрдім|көрдік|оқыдым|оқыдық|таныст\w+|келіп|түсті"
    r"|берілді|жіберілді|жолданды|кейін|кейінірек|жауап|береміз|беремін|қарау|қарап|үшін|ақпарат\w*"
    r"|ознакомлен[аы]?|ознакомил\w+|прочитал\w*|увидел\w*|позже|позднее|ответ\w*|ответим|отвечу"
    r"|сообщим|будет|дан|дадим|вам|его|срок|установленны[йе]|сведению|рассмотрим|рассмотрено"
    r"|получен\w?|принят[оа]?|зарегистрирован\w*|поступил\w*|передан\w*|тіркелді|қабылданды|алынды"
    r"|түсті|registered|received|forwarded"
)
_NUMBER = re.compile(r"(?:№|no\.?) ?[\w/.-]*\d[\w/.-]*|\b\d[\d/.-]*\w?\b")
_IS_REGISTERED = pattern_of(
    r"\b(?:зарегистрирован\w*|получено|received|поступило|принято в работу|передано|тіркелді"
    r"|қабылданды|ознакомлен[аы]?|ознакомил(?:ся|ась|ись)|принято к (?:сведению|рассмотрению)"
    r"|(?:хат|өтініш|хабарлама|құжат)\w* (?:\w+ )?(?:алд[ыі][мқк]|көрді[мк]|оқыд[ыі][мқк])"
    r"|келіп түсті|таныст[ыі][мқк]|орындауға (?:жіберілді|берілді)"
    r"|registered)\b"
)
# To whom it was given: «Ә. Нұрғалиевке», and who signs: «Ознакомлен, Петров.»
_OFFICIAL = re.compile(
    r"\b[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?)?[А-ЯЁӘІҢҒҮҰҚӨҺ][\w-]{1,30}"
    r"|(?<=, )[А-ЯЁӘІҢҒҮҰҚӨҺ]\w{2,30}(?=\W{0,3}$)"
)
_STRONG_SALE = pattern_of(
    r"\b(?:продам|продаю|продаем|продается|продаются|куплю|сатамын|жалға беремін"
    r"|(?:кредит|займ|заем|микрокредит|несие|қарыз)\w* (?:без|под|за|онлайн|на карту|анықтама\w*"
    r"|кепіл\w*|бір|\d+)"
    r"|скидк\w+|акци[яию]|распродаж\w+|прайс\w*|купите|закажите|заказывайте|покупайте"
    r"|коммерческ\w+ предложени\w+"
    r"|предлагаем (?:вам|вашей|вашему|купить|широк\w+|услуги|товар\w*|продукци\w*|сотрудничеств\w+)"
    r"|наша (?:компания|фирма)|оптом|в наличии|звоните|переходите по ссылке|заработ\w+"
    r"|жеңілдікпен|жеңілдіктер"
    r"|(?:онлайн[- ]?казино|казино онлайн)|бонус\w* за регистраци\w+|ставк\w+ на спорт"
    r"|первая консультация бесплатн\w+|(?:тіркелгені|тіркелген) үшін бонус"
    r"|арзан бағамен|сатып алыңыз|тапсырыс беріңіз|сатамыз|сатылады|discounts?|buy now"
    r"|special offer)\b"
)
_WEAK_SALE = pattern_of(
    r"\d ?%|недорого|д[её]шево|без (?:справок|залога|отказа|поручител)|за (?:\d+ )?(?:час|минут)"
    r"|\bторг\b|\bарзан\b|анықтамасыз|кепілсіз|бір сағатта"
    r"|до конца (?:недел|месяц|акци)|аптаның соңына|айдың соңына|только (?:сегодня|до)|успейте"
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
    pieces = without_thanks(_OFFICIAL.sub(" ", text))
    has_mark = any(map(_IS_REGISTERED.search, pieces))
    words = [word for piece in pieces for word in re.findall(r"\w+", _NUMBER.sub(" ", piece))]
    return (has_mark and all(map(_OF_RECEIPT.fullmatch, words))) or _sells(text)


def _sells(text: str) -> bool:
    words = " ".join(sentences_of(text))
    strong = {found[0] for found in _STRONG_SALE.finditer(words)}
    weak = {found[0] for found in _WEAK_SALE.finditer(words)}
    if all(said.startswith("скидк") for said in strong):
        # «10 % скидка» is one sign: people ask for one of the fee.
        weak = {said for said in weak if not said.endswith("%")}
    return bool(strong) and len(strong) + len(weak) > 1 and not _OF_DRAFT.search(words)
