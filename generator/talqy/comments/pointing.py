"""Words that only point elsewhere: an attachment, a link, another letter, what was said before.

«См. вложение», «Қосымшаны қараңыз», «то же, что в предыдущем письме», «Ұсынысымды eÖtinish арқылы
жібердім»: what is meant stands in another place, and can be neither published nor answered. One
word that says more makes a comment.
"""

import re

from talqy.comments.letter_signs import ATTACHED
from talqy.comments.months import MONTH
from talqy.comments.patterns import late, pattern_of, without_own_letters
from talqy.comments.thanks import without_thanks

_Sign = re.Pattern[str]
_TO_FILE = pattern_of(
    r"\b(?:вложени\w+|вложенн\w+|прикрепл[её]нн\w+|прилагаем\w+|приложени[еияю]|файл\w*"
    r"|қосымша(?:да|ны|сын|сында|ларда)?|тіркеме\w*|тіркелген)\b"
)
_TO_EARLIER = pattern_of(
    r"\b(?:(?:то|тот|та|те|так|такое|такой) же(?: само[ей])?|аналогичн\w+|предыдущ\w+|прошл\w+"
    r"|прежн\w+|ранее|выше|ниже|там же|төменде\w*|сонда"
    r"|алдыңғы\w*|бұрынғы\w*|жоғары\w*|дәл со\w+|сол\w*|(?:жаз|айт)(?:қан|ған)\w*[дт]ай"
    r"|same|previous|above)\b"
)
_URL = late(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_TO_LINK = pattern_of(
    r"\b(?:(?:по )?ссылк[аеи]|сілтеме(?:де|мен)?|(?:google|гугл) ?(?:docs?|диск\w*|drive)|(?:яндекс"
    r"|yandex)[ .]?диск\w*|dropbox|облак[ое]|in the link)\b"
)
# Two signs each: that something was sent, and by which way; that somebody stands by what was said.
_SENT = pattern_of(
    r"\b(?:(?:от|на)прав(?:ил\w*|лен\w*)|пода(?:л[аи]?|н[ыоа]?)|сда(?:л[аи]?|н[ыоа]?)|высла(?:л|н)\w*"
    r"|переда(?:л[аи]?|н[ыоа]?)|(?:жолда|жібер|тапсыр|өткіз)"
    r"(?:д[ыі][мқ]|дік|г[ае]нм[ыі]н|ғ[ае]нм[ыі]н|г[ае]нб[ыі]з|ғ[ае]нб[ыі]з|п едік|іп едік)"
    r"|(?:have )?sent)\b"
)
_BY_WAY = pattern_of(
    r"\b(?:нарочн\w+|через|почтой|по почте|по телефону|в канцеляри\w+|(?:в|на) (?:портал\w*"
    r"|e-?otinish|telegram|whatsapp|телеграм\w*|ватсап\w*|вотсап\w*)|арқылы|кеңсеге|қолма-қол"
    r"|поштамен|порталға|by|via|through)\b"
)
_SENDING = pattern_of(
    r"\b(?:(?:от|на)правля(?:ю|ем)|высыла(?:ю|ем)|шлю|прилагаю"
    r"|(?:жібер|жолда)(?:іп|п) отыр(?:мын|мыз))\b"
)
_AGAIN = pattern_of(r"\b(?:повторно|снова|опять|ещ[её] раз|вторично|қайта(?:дан)?|екінші рет)\b")
_STANDS_BY = pattern_of(
    r"\b(?:подтвержда(?:ю|ем)|повторя(?:ю|ем)|оста(?:юсь|[её]мся) при|дублиру(?:ю|ем)"
    r"|растай(?:мын|мыз)|қайталай(?:мын|мыз)|сол пікірдемін)\b"
)
_OWN_WORDS = pattern_of(
    r"\b(?:сказанн\w+|высказан\w+|озвученн\w+|изложенн\w+|написанн\w+|мнени\w+|слов[ао]\w*|позици\w+"
    r"|айтқан\w*|айтылған\w*|жазған\w*|пікір\w*|сөз\w*)\b"
)
# What was said to others in a network, or in the letter of somebody else.
_STANDS_IN = pattern_of(
    r"\b(?:изложен\w*|написан\w*|(?:на|о)писал[аи]?|оставил[аи]?|высказал\w*|есть|в комментари\w+"
    r"|жаздым|жазғанмын|қалдырдым|жазылған)\b"
)
_NETWORK = pattern_of(
    r"\b(?:facebook|фейсбу[кч]\w*|instagram|инстаграм\w*|tiktok|тикток\w*|youtube|ютуб\w*"
    r"|вконтакте|соцсет\w*|посто[мв]|пост[аеу]?|парақша\w*|әлеуметтік желі\w*)\b"
)
_JOINS = pattern_of(r"\b(?:присоединя(?:юсь|емся)|поддерживаю|қосыламын|қосыламыз|(?:i )?join)\b")
_LETTER_OF = pattern_of(r"\b(?:письм[уоае]\w*|обращени\w+|заявлени\w+|хат[ыі]?\w*|өтініш\w*)\b")
_PAIRS = (
    (_SENT, _BY_WAY),
    (_SENDING, _AGAIN),
    (_STANDS_BY, _OWN_WORDS),
    (_STANDS_IN, _NETWORK),
    (_JOINS, _LETTER_OF),
)
_BESIDE = pattern_of(
    r"что|и|как|было|есть|мо[йеяию]\w*|наш\w*|вс[её]|письм\w+|обращени\w+|сообщени\w+|комментари\w+"
    r"|замечани\w+|предложени\w+|ответ\w*|мнени\w+|отзыв\w*|(?:на|о)?писал\w*|указан\w*|сказан\w*"
    r"|изложен\w*|(?:от|на)правил\w*|в|во|к|ко|с|по|см|смотри\w*|подробн\w+|полн\w+|текст\w*"
    r"|находи\w+|отдельн\w+|прошу|просим|рассмотреть|ознакомиться"
    r"|хат\w*|пікір\w*|ескерт\w*|ұсыныс\w*|жауа[бп]\w*|мәтін\w*|менің|біздің|барлы\w+|толық"
    r"|қара(?:ңыз|ңыздар|ңдар)|көріңіз\w*|беріл\w+|жазыл\w+|жаздым|жазғанмын|жазған|айтыл\w+"
    r"|көрсетіл\w+|қарауды|ескеруді|сұраймы[нз]|айтқан\w*|салынған|тұр|бар|солай|секілді|сияқты"
    r"|see|the|as|in|my|our|attach\w*|file|letter|comments?|message"
    r"|я|мы|мной|мною|нами|сво\w+|сам[аи]?|это|вам|вас|уже|вчера|сегодня|позавчера|здесь|тут|там|на"
    r"|от|за|под|числа|года?|приобщить|принять|доступн\w+|лежит|выложен\w*|также"
    r"|высказан\w*|озвучен\w*|слушани\w+|встреч\w+|собрани\w+|заседани\w+|совещани\w+|обсуждени\w+"
    r"|e|[eе]?[oöө]tinish|[eе]?өтініш|telegram|телеграм\w*|whatsapp|ватсап\w*|вотсап\w*|портал\w*|egov|сайт\w*|электронн\w+"
    r"|мен|біз|маған|бізге|оны|осы|мына|бұл|кеше|бүгін|бұрын|туралы|бойынша|қолжетімді|сізге|сіздерге"
    r"|та|те|да|де|тыңдау\w*|жиналыс\w*|кездесу\w*|отырыс\w*|пошта|күні|жылы|жазба\w*"
    r"|соны|соларды|министерств\w+|министрлік\w*|под|полностью|целиком|толығымен|толық"
    r"|супруг\w*|муж\w*|жен[аыеу]|сын[ауе]?|дочер\w+|мат(?:ь|ери)|отц[ауе]|сестр\w+|брат\w*"
    r"|сосед\w*|коллег\w*|жұбайым\w*|күйеуім\w*|әйелім\w*|ұлым\w*|қызым\w*|көршім\w*"
    rf"|i|we|of|at|no|link|here|full|text|on|\d{{1,6}}|{MONTH}"
)
_LONGEST = 150  # letters; what is longer says more


def points_elsewhere(text: str) -> bool:
    """Return whether a text says nothing but that its words stand somewhere else."""
    return _only(text, (_TO_FILE, _TO_EARLIER, _TO_LINK), _PAIRS)


def points_to_file(text: str) -> bool:
    """Return whether a text says nothing but that its words stand in an attachment."""
    return _only(text, (_TO_FILE,))


def _only(text: str, signs: tuple[_Sign, ...], pairs: tuple[tuple[_Sign, _Sign], ...] = ()) -> bool:
    linked = _URL.sub(" ссылка ", text)
    if len(linked) > _LONGEST:
        return False
    said = without_own_letters(ATTACHED.sub(" файл ", linked))
    words = " ".join(without_thanks(said))
    found = [sign for sign in signs if sign.search(words)]
    found += [sign for pair in pairs if all(one.search(words) for one in pair) for sign in pair]
    for sign in found:
        words = sign.sub(" ", words)
    return bool(found) and all(map(_BESIDE.fullmatch, re.findall(r"\w+", words)))
