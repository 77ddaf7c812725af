"""Where an author stands: for the draft, against it, or neither in plain words.

Settled only by plain words of the author's own, in the first person, that begin what is said (end
it, in Kazakh), while no other word of support or protest stands beside them. «Мой муж против, а я
поддерживаю», «раньше я был против», «не могу сказать, что поддерживаю» settle nothing: a wrong
kind is worse than a question to the clerk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from talqy.comments.patterns import bounded, late, pattern_of, without_own_letters
from talqy.model.comment import CommentKind

DRAFT = (
    r"(?:с |против |по |со )?"
    r"(?:дан\w+ |эт\w+ |указанн\w+ |предлож\w+ |предлага\w+ |представленн\w+ |планируем\w+ |наш\w+ "
    r"|ваш\w* |нов\w+ |люб\w+ |так\w+ |подобн\w+ |каких-либо )?"
    r"(?:проект\w*|стандарт\w*|документ\w*|изменени\w+|редакци\w+|инициатив\w+|предложени\w+"
    r"|этим|это|вами|этого|его)"
    r"(?: (?:в |к )?(?:стандарт\w*|документ\w*|проект\w*|редакции|государственной услуги|услуги"
    r"|целиком|полностью))*"
)
DRAFT_KK = (
    r"(?:осы |бұл |ұсынылған |аталған |жаңа |мұндай |кез келген |сіздің )?"
    r"(?:стандарт\w* |қызмет\w* |мемлекеттік )*"
    r"(?:жоба\w*|стандарт\w*|құжат\w*|өзгеріс\w*|бастама\w*|ұсыныс\w*|осыны|бұны|бұған|осыған|оны)"
)
DOING = r"(?:(?:принят|утвержден|введен|внедрен|внесен|одобрен)\w+ )?"
DOING_KK = r"(?:қабылда(?!ма)\w+ |бекіт(?!пе)\w+ |енгіз(?!бе)\w+ )?"
FULLY = (
    r"(?:полностью |целиком |всецело |всеми руками |очень |категорически |однозначно |в целом "
    r"|решительно |горячо |тоже |также |крайне |резко |толық |толығымен |жалпы |мүлдем "
    r"|үзілді-кесілді |толықтай |үзілді кесілді |түбегейлі |де |да )*"
)
_THE_DRAFT = (
    r"(?:(?:данн|эт|указанн|предложенн|представленн|вес|нов)\w+ )?(?:проект|документ|инициатив)\w*"
    r"(?: (?:стандарта|приказа|документа|государственной|услуги|целиком|полностью))*"
)
REJECTS = (
    r"(?:(?:я|мы|поэтому|категорически|убедительно) )*(?:прошу|просим|требую|требуем|предлагаю"
    r"|предлагаем|нужно"
    r"|надо|следует)(?: вас)? "
    rf"(?:(?:отклонить|отозвать|снять|отменить) {_THE_DRAFT}|не (?:принимать|утверждать|вводить"
    rf"|одобрять)"
    rf" (?:{_THE_DRAFT}|(?:(?:данн|эт|нов)\w+ )?стандарт))"
    r"|(?:(?:осы|бұл|аталған|ұсынылған) )?(?:жоба|құжат|бастама)(?:ны|сын|ны толық)?"
    r" (?:қабылдама|бекітпе|кері қайтар|қайтарып ал|кері ал)\w* (?:\w+ )?"
    r"(?:сұрай\w+|өтінем\w+|талап етем\w+|ұсынам\w+|керек)"
)
"""Who asks that the draft be rejected is against it, though the words ask for something."""
_REJECTS = pattern_of(REJECTS)
_LEAD = r"(?:и |да |а |но |поэтому |сам |сама |сами |лично |я |мы |мен |біз |өзім |сондықтан |ал )*"
_CLAUSE = r"(?:(?:под)?пункт\w* \d|п\. ?\d|раздел\w* \d)"

# --- own words, in the first person ----------------------------------------------------------

_BE_AGAINST = (
    r"(?:против|возража(?:ю|ем)|не (?:поддержива(?:ю|ем)|поддерж(?:у|им)|одобря(?:ю|ем)"
    r"|соглас(?:ен|на|ны))|(?:нельзя|не мо(?:гу|жем)) (?:поддержать|одобрить|принять|согласиться))"
)
_BE_FOR = r"(?:поддержива(?:ю|ем)|одобря(?:ю|ем)|соглас(?:ен|на|ны)|за)"
# «Против имею», «против тех, кто», «за то, чтобы не» say something else than they begin with.
_NO_TURN = (
    r"(?! (?:со? )?(?:тех|теми|тем|того|той|тому|то|чтобы|кого|кто|чего|имею|имеем|был|бы)\b)"
)
_AGAINST_KK = (
    r"(?:қарсымы[нз]|қолдамайм(?:ын|ыз)|қолдамайты\w*м(?:ын|ыз)|келіспейм[іы][нз]"
    r"|мақұлдамайм(?:ын|ыз)"
    r"|(?:қолдай|келісе|мақұлдай) алмайм(?:ын|ыз)"
    r"|(?:қолдау|келісу|мақұлдау|қабылдау) мүмкін емес|(?:қолда|қабылда)ғым(?:ыз)? келмейді)"
)
_FOR_KK = (
    r"(?:қолдайм(?:ын|ыз)|мақұлдайм(?:ын|ыз)|келісем[іы][нз]|қарсы емес(?:пі[нз])"
    r"|қарсылығым(?:ыз)? жоқ|қосылам[іы][нз])"
)
_GOOD = r"(?:хорош|отличн|нужн|правильн|полезн|прекрасн|замечательн|удачн|своевременн|хорош)\w+"
_GOOD_KK = r"(?:жақсы|керемет|дұрыс|тамаша|пайдалы|қажетті)"
# «Стандарт написан понятно», «Жобада бәрі түсінікті жазылған»: praise that names the draft.
_WELL = (
    r"(?:(?:очень |вс[её] |и )*(?:хорошо|отлично|прекрасно|понятно|ясно|подробно|грамотно|ч[её]тко"
    r"|доступно|правильно|толково|замечательно)(?: |$))+"
)
_WRITTEN = r"(?:расписан|написан|изложен|описан|составлен|сделан|прописан|подготовлен)[оаы]?"
_WELL_KK = (
    r"(?:(?:өте |бәрі |барлығы |әрі |және )*(?:жақсы|түсінікті|анық|толық|сауатты|нақты|дұрыс) )+"
)
_PRAISED = (
    rf"(?:(?:в|весь|этот|ваш) )?{DRAFT} (?:вс[её] )?(?:{_WELL}{_WRITTEN}|{_WRITTEN} {_WELL})"
    rf"|{DRAFT_KK} {_WELL_KK}(?:етіп )?(?:жазыл|көрсетіл|жасал|құрастырыл|баяндал)(?:[ғг][ае]н"
    rf"|ыпты|іпті)"
    r"|(?:the|this) (?:draft|standard) is (?:very )?(?:well|clearly) (?:written|explained)"
)
_PLAIN_AGAINST = pattern_of(
    rf"{_LEAD}{FULLY}(?:{DRAFT} )?{FULLY}{_BE_AGAINST}(?: против| с| со)? ?{FULLY}"
    rf"(?:{DOING}(?:{DRAFT}\b.*|{_CLAUSE}.*)|(?:{DRAFT})?)"
    rf"|{_LEAD}не (?:надо|нужн\w+|нужен) {DRAFT}|{DRAFT} (?:\w+ )?не (?:надо|нужн\w+|нужен)"
    rf"|{_LEAD}{FULLY}(?:{DRAFT_KK} {DOING_KK})?(?:\w+ )?{FULLY}(?:{_AGAINST_KK}|қарсы"
    rf"|қарсылық білдіремі[нз])"
    rf"|{_LEAD}\d{{1,3}}(?:-| -|- | )?(?:ші |шы )?тарма[қғ]\w* (?:\w+ )?(?:{_AGAINST_KK}|қарсы)"
    rf"|{DRAFT_KK} (?:\w+ )?(?:керек|қажет) емес"
    rf"|{_LEAD}(?:категорически|решительно|однозначно|резко) возража(?:ю|ем){_NO_TURN}(?: \w.*)?"
    r"|i (?:\w+ )?(?:am (?:\w+ )?against|oppose|object to|do not support) "
    r"(?:(?:the|this) (?:draft|standard)|clause \d).*"
)
_PLAIN_FOR = pattern_of(
    rf"{_LEAD}{FULLY}(?:{DRAFT} )?{FULLY}{_BE_FOR} ?{FULLY}{DOING}(?:{DRAFT}\b.*)?"
    rf"(?:полностью|целиком|всецело)?"
    rf"|{_LEAD}{FULLY}(?:{DRAFT_KK} {DOING_KK})?(?:\w+ )?{FULLY}{_FOR_KK}"
    r"|i (?:fully |strongly )?(?:support|agree with) (?:the|this) (?:draft|standard).*"
)
_LIKELY_AGAINST = pattern_of(
    rf"{_LEAD}{FULLY}{_BE_AGAINST}{_NO_TURN} \w.*|(?:\S+ ){{1,12}}{_AGAINST_KK}"
    r"|i (?:am )?(?:against|oppose|object to) .*"
)
_LIKELY_FOR = pattern_of(
    rf"{_LEAD}{FULLY}{_BE_FOR}(?<!\bза){_NO_TURN} \w.*|(?:\S+ ){{1,12}}{_FOR_KK}"
    rf"|{_LEAD}{FULLY}(?:{DRAFT} )?{FULLY}не_против\b{_NO_TURN}.*"
    rf"|(?:\w+ ){{0,3}}{_GOOD} {DRAFT}|{DRAFT} (?:\w+ ){{0,2}}(?:{_GOOD}|хорош|нуж[её]н|полезен"
    rf"|понрави\w+)\b.*"
    rf"|{_PRAISED}|(?:\w+ ){{0,2}}{_GOOD_KK} (?:\w+ )?{DRAFT_KK}"
    rf"|{DRAFT_KK} (?:\w+ ){{0,2}}(?:{_GOOD_KK}"
    rf"|ұна\w+)"
    r"|i (?:\w+ )?(?:support|agree) .*"
)

# --- any word of support or protest, whosever it is -------------------------------------------

_ANY_AGAINST = pattern_of(
    r"\b(?:против|не за(?! что)|возража\w+|не (?:поддерж\w+|одобр\w+|соглас(?:ен|на|ны|ил\w+"
    r"|ит\w+))"
    r"|(?:нельзя|не мо\w+) (?:поддерж|одобр|соглас|приня)\w+|(?:принима|одобря|утвержда)ть нельзя"
    rf"|{DRAFT} (?:\w+ )?не (?:надо|нужн\w+|нужен)"
    r"|қарсы\w*|қолдама\w+|келіспе\w+|мақұлдама\w+|(?:қолда[йу]|келіс[еу]|мақұлда[йу]) (?:алма\w+"
    r"|мүмкін емес)"
    r"|қолдағым\w* келмейді|(?:керек|қажет) емес жоба\w*|жоба\w* (?:керек|қажет) емес"
    r"|oppose\w*|against|object\w*|do not support)\b"
)
_ANY_FOR = pattern_of(
    r"\b(?:поддержив\w+|поддерж(?:у|им|ит|ат|ал\w*|ать)|одобр(?:я\w+|ил\w*|ить|ит)|соглас(?:ен|на"
    r"|ны|иться|ил\w*)"
    r"|не_против|қосылам\w+|(?:я|мы|они|все) (?:только |целиком |полностью |теперь )?за"
    r"|голосу\w+ за"
    r"|за (?:принятие|утверждение|введение|внедрение)"
    r"|қолда(?:й|ды)\w*|мақұлда(?:й|ды)\w*|келіс(?:е|т)\w+|support\w*|agree\w*"
    r"|жоба\w* керек(?! емес)"
    rf"|қабылда\w+ (?:керек|қажет)(?! емес))\b|{_GOOD} (?:\w+ )?(?:проект|стандарт|изменени"
    rf"|документ"
    r"|инициатив)\w*|(?:проект|стандарт)\w* (?:\w+ )?(?:хорош|отличн|нуж[её]?н|правильн|полез"
    r"|понрави)\w*"
    rf"|\b{_GOOD_KK} (?:\w+ )?(?:жоба|стандарт|құжат|бастама)\w*|\bжоба\w* (?:\w+ )?(?:ұна\w+"
    rf"|жақсы|өте дұрыс"
    r"|тамаша)"
)
# With these, no words are against: «не против», «ничего не имею против», «қарсы емеспін».
_CALM = pattern_of(
    r"\b(?:ничего )?не (?:возража\w*(?: против)?|против|име\w+ (?:ничего )?против)"
    r"|\bпротив (?:ничего )?не име\w+|\bникто не против"
)

# --- what turns plain words round -------------------------------------------------------------

_UNDOING = (
    r"(?:отклон|отмен|отказ|возврат|отзыв|отозва|снят|критик|руга|бойкот|қайтар|бас тарт"
    r"|қабылдама|бекітпе"
    r"|тоқтат|күшін жо|алып таста|сына)"
)
_OF_DRAFT = r"(?:проект|стандарт|документ|инициатив|редакци|от него|от нее|жоба|құжат|бастама)"
_TURNED_PIECE = pattern_of(
    r"\b(?:раньше|прежде|сначала|сперва|вначале|поначалу|когда-то|был[аи]?|бы|разве|вряд ли|едва ли"
    r"|якобы|будто|ага|бұрын|алғашында|басында|еді\w*|болса\w*|сияқты|мыс|емеспі|боламын ба"
    # No person, and other people: «тех, кто», «критиками», «сынағандармен».
    r"|никто|ни один|ешкім|ли|критик\w*|теми|тех|\w+(?:ғандар|гендер|қандар|кендер|тындар|тіндер"
    r"|ушылар|ушілер)\w*"
    # Another's opinion may be any; who is for its end is against the draft.
    r"|(?:мнени|позици|предложени)\w* (?!по |в )\w+|\w+(?:ның|нің|дың|дің|тың|тің) (?:пікір"
    r"|ұсыныс)\w*"
    rf"|{_UNDOING}\w* (?:\w+ )?{_OF_DRAFT}\w*|{_OF_DRAFT}\w* (?:\w+ )?{_UNDOING}\w*)\b"
)
_TURNED_SENTENCE = pattern_of(
    r"\b(?:(?:не (?:могу|можем|буду|хочу|стану)|нельзя) (?:\w+ )?(?:сказать|утверждать|говорить"
    r"|заявить)"
    r"|не (?:скажу|значит|то чтобы|думаю|считаю|уверен\w*)|нет (?:\w+ )?(?:причин|оснований|повода)"
    r"|не вижу (?:причин|оснований)|говорят|говорит|сказал\w*|деп айта алма\w+|деп айту|себебім жоқ"
    r"|негіз\w* жоқ|себеп\w* жоқ|дейді|деушілер\w*|если|егер)\b|\b\w{3,40}(?:са|се)[мңқк]?,"
)
_BUT = pattern_of(
    r"\b(?:только|лишь|зачем|непонятн\w*|хуже|плох\w*|жаль|увы|разве|кроме|нельзя|тек|неге"
    r"|түсініксіз"
    r"|жаман\w*|өкінішке|алайда|дегенмен)\b"
)
_SAYING_THAT = pattern_of(
    r"\A(?:настоящим |я |мы |хочу |хотим |вам )*(?:сообщ\w+|заяв\w+|сказать|отмет\w+"
    r"|отмеча\w+)(?: вам)?,? что "
)
_SENTENCE_END = late(r"[.]+(?=\s|$)|[!?;…\n]+")
_PIECE_END = late(
    r"\s{0,20}(?:,(?=\D)|:(?=\D)|\s[–—-]\s)\s*| (?=(?:потому что|так как|ведь|поскольку) )"
)
_AT_ENDS = late(r"\A[\W_]+|[\W_]+\Z")
_DENIES = late(r"\bне\b")
_LONGEST = 250  # signs; nobody says where they stand in more
_QUOTED = late(r"[«“\"„][^«»“”\"„\n]{1,300}[»”\"]")


@dataclass(frozen=True, slots=True)
class Stance:
    """Where an author stands, if plain words settle it.

    `is_plain`: the words are about the draft itself or a clause of it; `is_open`: words of support
    or protest stand there and settle nothing; `is_faint`: others turn them, or quote them.
    """

    kind: CommentKind | None = None
    is_plain: bool = False
    is_open: bool = False
    is_faint: bool = False


def stance_of(text: str) -> Stance:
    """Return what an author's own words settle; of words in quotation marks nobody knows whose."""
    written = without_own_letters(bounded(text).lower())
    said = _QUOTED.sub(" «» ", written)
    sentences = [_CALM.sub("не_против", one) for one in _SENTENCE_END.split(said)]
    found = list(chain.from_iterable(map(_of_sentence, sentences)))
    if not found:
        return Stance(is_faint=bool(_ANY_AGAINST.search(written) or _ANY_FOR.search(written)))
    (kind, _), *others = found
    is_settled = kind is not None and all(other == kind for other, _ in others)
    if not is_settled:
        return Stance(is_open=True)
    if kind is CommentKind.SUPPORT and _BUT.search(said):
        return Stance(is_faint=True)
    return Stance(kind, any(is_plain for _, is_plain in found))


def _of_sentence(sentence: str) -> Iterator[tuple[CommentKind | None, bool]]:
    """Yield kind and plainness of each piece that speaks of support or protest; None if turned."""
    is_turned = bool(_TURNED_SENTENCE.search(sentence))
    words = _SAYING_THAT.sub("", " ".join(sentence.split()), count=1)
    for piece in _PIECE_END.split(words):
        plain = _AT_ENDS.sub("", piece)
        if _REJECTS.fullmatch(plain) and not is_turned:
            yield CommentKind.OBJECTION, True
            continue
        against, supports = len(_ANY_AGAINST.findall(plain)), len(_ANY_FOR.findall(plain))
        kind, is_plain = _settled(plain)
        if kind is None and not (against or supports):
            continue
        is_denied = kind is CommentKind.SUPPORT and bool(_DENIES.search(plain))
        is_torn = (
            is_turned or is_denied or bool(_TURNED_PIECE.search(plain)) or _speaks_twice(plain)
        )
        yield (None, False) if is_torn else (kind, is_plain)


def _settled(piece: str) -> tuple[CommentKind | None, bool]:
    kinds = (
        (_PLAIN_AGAINST, CommentKind.OBJECTION, True),
        (_PLAIN_FOR, CommentKind.SUPPORT, True),
        (_LIKELY_AGAINST, CommentKind.OBJECTION, False),
        (_LIKELY_FOR, CommentKind.SUPPORT, False),
    )
    if len(piece) > _LONGEST:
        return None, False
    found = ((kind, plain) for saying, kind, plain in kinds if saying.fullmatch(piece))
    return next(found, (None, False))


_ONE_STEM = pattern_of(
    r"против|возража|поддерж|одобр|соглас|қарсы|қолда|келіс|мақұлда|oppose|against|support|agree"
)


def _speaks_twice(piece: str) -> bool:
    """Return whether two words of support or protest meet in one piece: one turns the other."""
    return len({*_ONE_STEM.findall(piece)} - {"возража"}) > 1
