"""All ways to say that there is nothing to remark: alone, ticked in a form, in official letters.

«Замечаний нет», «Согласовано», «На Ваш запрос от … № … сообщаем, что замечания отсутствуют»: no
comment, and nothing to answer. In an official letter the saying must stand, and each other word
belong to the frame; one word that does not («кроме пункта 5», «но срок велик») leaves it for a
comment.
"""

import re

from talqy.comments.months import MONTH
from talqy.comments.patterns import late, pattern_of, sentences_of

FORMAL = late(
    r"(?:проект )?(?:согласован[оа]?|рассмотрен[оа]?|ознакомлен[аы]?|ознакомил\w+"
    r"|принято к сведению)(?: без замечаний)?"
    # The box of a form that was ticked: nobody writes “(на)” of themselves.
    r"|(?:я )?(?:согласен|ознакомлен|проинформирован|уведомлен) ?[(/] ?(?:на|а|н|согласна"
    r"|ознакомлена)\b\)?|(?:жоба )?(?:келісілді|қаралды|таныстым|танысты\w*|танысып шықты[мқ]"
    r"|назарға алынды)"
)
"""What forms and stamps say: «Согласовано», «Таныстым»."""

_REMARK = r"(?:замечани\w*|предложени\w*|комментари\w*|возражени\w*|дополнени\w*)"
_REMARKS = (
    rf"(?:ни )?(?:(?:\w+ые|\w+ых) )?{_REMARK}(?:,? ?(?:и/или|и|или|,|/|ни|а также) ?(?:ни"
    rf" )?{_REMARK})*"
)
_NONE = (
    r"(?:нет|не име(?:ется|ются|ю|ем|ет|ют)|отсутству\w+|не (?:поступ|возник|выявл|представл"
    r"|вн[ое]с"
    r"|возника|наход|предусматрива)\w*)"
)
_TO_DRAFT = (
    r"(?: (?:по|к)(?: \w+){0,2} (?:проект|стандарт|документ|приказ|правил)\w*"
    r"(?: (?:стандарт|приказ|правил|постановлени)\w*)?)?"
)
_REMARK_KK = r"(?:ескерт\w*|ұсыныс\w*|пікір\w*|қарсылы\w*|толықтыру\w*)"
_REMARKS_KK = rf"{_REMARK_KK}(?:,? ?(?:мен|пен|бен|және|немесе|,|-|/) ?{_REMARK_KK})*"
_NONE_KK = (
    r"(?:жоқ\w*|болма\w+|туында\w+ жоқ|туындама\w+|түспе\w+|енгізілме\w+|берілме\w+"
    r"|айтылма\w+)"
)
ALONE = late(
    r"(?:у (?:меня|нас) )?(?:замечани\w*|предложени\w*|комментари\w*|возражени\w*|вопрос\w*)?"
    r"(?: ?(?:и|или|,|/) ?(?:предложени\w*|замечани\w*))?"
    r"(?: (?:по|к) (?:\w+ ){0,2}(?:проект|стандарт|документ)\w*)?"
    r" ?(?:нет|не име(?:ется|ю|ем)|отсутству\w+)"
    r"|(?:нет|без|не име(?:ется|ю|ем)|отсутствуют) (?:\w+ )?(?:замечани\w*|предложени\w*"
    r"|комментари\w*|возражени\w*)(?: ?(?:и|или|,|/) ?(?:предложени\w*|замечани\w*))?"
    r"|(?:жоба\w* )?(?:бойынша )?(?:ескерт\w*|ұсыныс\w*|пікір\w*|қарсылы\w*)"
    r"(?: ?(?:мен|және|,|-) ?(?:ұсыныс\w*|ескерт\w*|пікір\w*))? ?жоқ\w*"
    r"|no (?:comments?|remarks?|objections?)|none"
)
"""What people say alone, or beside thanks: «Замечаний нет», «Ескерту жоқ»."""

_SAID = pattern_of(
    rf"\b{_REMARKS}{_TO_DRAFT}(?: \w+ем(?: \w+){{0,4}})? {_NONE}\b|\b{_NONE} {_REMARKS}{_TO_DRAFT}"
    rf"|\bоб отсутствии {_REMARKS}"
    r"|(?<!\bне )\bсогласо(?:вывае|вал|ван)\w*"
    rf"|\b{_REMARKS_KK}(?: \w+)? {_NONE_KK}\b"
    r"|\b(?:ескерту|ескертпе|ескертулер|ескертпелер)сіз (?:келіс(?:іл(?!ме)|е)\w+|қабылда(?!ма)\w+)"
    r"|\b(?:ескертпе|ескерту)\w*сіз(?:,? (?:және |мен )?ұсыныс\w*сыз)? келіс(?:іл(?!ме)|е)\w+"
)
_WITHOUT = pattern_of(rf"\bбез {_REMARKS}|\b{_REMARK_KK}сіз\b")
# Words of the frame of an official letter, in the forms that stand there.
_FRAME = pattern_of(
    r"на|в|во|по|к|о|об|от|из|за|с|и|или|а|также|ни|что|их|его|без|не|своей|своих|рамках|пределах"
    r"|согласно|касательно|относительно|ваш\w*|наш\w*|исх\w*|вх\w*|запрос\w*|письм\w+|обращени\w+"
    r"|сообща\w+"
    r"|информир\w+|уведомля\w+|доводим|доводит|сведения|настоящим|направля\w+|компетенц\w+"
    r"|вышеуказанн\w+"
    r"|указанн\w+|данн\w+|представленн\w+|предложенн\w+|названн\w+|рассмотре\w+|рассмотрев"
    r"|рассмотрел\w*"
    r"|изуч\w+|ознакоми\w+|проект\w*|стандарт\w*|приказ\w*|постановлени\w*|правил\w*|документ\w*"
    r"|государственн\w+|услуг\w*|оказани\w+|госуслуг\w*|года|год|г|предмет|поводу|итогам"
    r"|результатам"
    r"|имеет|имеем|имеется|имеются|сторон\w*|редакци\w+|текст\w*|принципиальн\w+|каких|либо"
    r"|каких-либо"
    r"|всем|пунктам|связи|этим|срок|установленн\w+|вопрос\w*|адрес|имя|номер\w*|тоо|ао|ип|нао|рк"
    r"|республики"
    r"|казахстан|мы|нами|нас|у|со|это\w*|уважаем\w+|коллег\w*|согласовыва\w+|согласова\w+|спасибо"
    r"|сіз\w*|біз\w*|хат\w*|сұрау\w*|шығыс|кіріс|жылғы|жылы|күнгі|құзырет\w*|шегінде|шеңберінде"
    r"|бойынша"
    r"|хабарла\w+|мәлімде\w+|жеткіз\w+|жоба\w*|бұйры[қғ]\w*|мемлекеттік|көрсетілетін|қызмет\w*"
    r"|қара[пу]\w*"
    r"|қарады|таныс\w+|нәтиже\w*|аталған|ұсынылған|осы|деп|тарап\w*|өз|екен\w*|туралы|мен|және"
    r"|үшін|сәйкес"
    r"|жіберілген|ұсынған|келіп|түскен|атына|орай|байланысты|тиісті|болып|табыл\w+"
    r"|келіс(?:іл(?!ме)|е)\w+|жшс|ақ|қр"
)
_BODY = pattern_of(
    r"министерств\w*|управлени\w*|департамент\w*|комитет\w*|акимат\w*|аппарат\w*|палат\w*"
    r"|ассоциаци\w*"
    r"|агентств\w*|служб\w*|инспекци\w*|отдел\w*|суд|прокуратур\w*|университет\w*|учреждени\w*"
    r"|предприяти\w*|общество|общества|организаци\w*|центр\w*|союз\w*|компани\w*|филиал\w*"
    r"|корпораци\w*"
    r"|министрліг?\w*|басқарма\w*|әкімді\w*|агентті\w*|бөлім\w*|мекеме\w*|палатас\w*"
    r"|қауымдасты\w*|ұйым\w*"
    r"|одағы|орталығы|соты|прокуратурасы|инспекция\w*|қызметі"
)
# The rest of a body's name: in Russian behind its first word, in Kazakh in front of the last one.
_OF_NAME = late(r"\w{2,}(?:и|ы|а|я|ой|ей|ого|его|ых|их|ов|ам|ям|ью|у|ю)|[а-я]|рк|г")
_MOST_OF_NAME = 9
_SPEAKS = pattern_of(
    r"\b(?:но|однако|кроме|исключени\w+|предлага\w+|прос(?:им|ит|ят)|прошу|счита\w+|полага\w+"
    r"|необходимо"
    r"|следует|должн\w+|нужно|надо|всегда|никогда|часто|обычно|пункт(?:а|е|у|ом)?|подпункт\w*"
    r"|стать\w+"
    r"|если|хотя|замечание|пока|почему|зачем|бірақ|алайда|тек|қоспағанда|басқа|керек|қажет|тиіс"
    r"|тарма[қғ]\w*"
    r"|ұсынам\w+|ұсынады|сұрай\w+|егер|неге|мерзім\w*|төлем\w*)\b"
)
_QUOTED = late(r"«[^«»]{1,500}»|\"[^\"]{1,500}\"|“[^“”]{1,500}”|\([^()]{1,200}\)")
_NUMBERED = late(
    rf"(?:№|исх\.?|вх\.?|no\.?)? ?[\w/.-]{{0,30}}\d[\w/.–-]*|№|\b{MONTH}", re.IGNORECASE
)
_LONGEST, _MOST = 600, 6  # signs and sentences of a letter that has nothing to remark


def has_no_remarks(text: str) -> bool:
    """Return whether each sentence of a text only says, officially, that nothing is remarked."""
    if len(text) > _LONGEST:
        return False
    sentences = sentences_of(_NUMBERED.sub(" ", _QUOTED.sub(" ", text)))
    if not any(map(_SAID.search, sentences)) or len(sentences) > _MOST:
        return False
    return not any(map(_SPEAKS.search, sentences)) and all(map(_is_official, sentences))


def _is_official(sentence: str) -> bool:
    """Return whether beside “no remarks” there is only the frame of an official letter."""
    around = _WITHOUT.sub(" ", _SAID.sub(" ", sentence))
    return all(map(_is_frame, re.split(r"[,:;]", around)))


def _is_frame(piece: str) -> bool:
    """Return whether all words of a piece are those of a letter, or the name of a body."""
    words = re.findall(r"\w+(?:-\w+)*", piece)
    bodies = [at for at, word in enumerate(words) if _BODY.fullmatch(word)]
    rest = {at for at, word in enumerate(words) if not _FRAME.fullmatch(word)} - set(bodies)
    for at in bodies:
        rest -= _behind(words, at)
        if at <= _MOST_OF_NAME:  # «Алматы облысының мәдениет басқармасы»
            rest -= set(range(at)) if _is_kazakh(words[at]) else set()
    return not rest


def _behind(words: list[str], body: int) -> set[int]:
    found: set[int] = set()
    for at in range(body + 1, min(len(words), body + _MOST_OF_NAME + 1)):
        if not (_OF_NAME.fullmatch(words[at]) or _FRAME.fullmatch(words[at])):
            break
        found.add(at)
    return found


_KAZAKH_BODY = pattern_of(
    r"министрліг?\w*|басқарма\w*|әкімді\w*|агентті\w*|бөлім\w*|мекеме\w*|палатас\w*|қауымдасты\w*"
    r"|ұйым\w*"
    r"|одағы|орталығы|соты|прокуратурасы|инспекция\w*|қызметі|департаменті\w*|комитеті\w*"
    r"|аппараты\w*"
)


def _is_kazakh(word: str) -> bool:
    return bool(_KAZAKH_BODY.fullmatch(word))
