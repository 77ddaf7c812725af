"""Whether an author asks that their words not be published, in the text, a subject or a title.

A name, an address or a phone that must not be published is another wish: the words are taken
without it. What a draft should say of publishing («указать, что сведения не публикуются») is none.
"""

import re
from collections.abc import Iterable

from talqy.comments.contrasts import is_to_reader, without_contrast
from talqy.comments.meant_for import NOT_OUT_KK, WISHED_KK, is_for_few, is_said_in_secret
from talqy.comments.name_wishes import is_nameless, names_author
from talqy.comments.patterns import late, pattern_of, sentences_as_written
from talqy.comments.publishing_words import MAKE_KNOWN, NOT_PUBLISH_KK, PUBLICATION, TO_SPREAD

_SHOW = (
    r"(?:показ\w+|свет[иья]\w*|засвечива\w+|рассказ\w+|рассыла\w+|пересыла\w+|переда[вй]\w+"
    r"|(?:печата|афиширова|оглаша|озвучива)(?:ть|йте|ли)|афишируй\w*"
    r"|дава(?:ть|йте) (?:чит|смотр)\w+"
    r"|(?:упомина|указыва|называ)(?:ть|йте))"
)
_NAME_RU = r"(?:имя|имени|фамили\w+|фио)"
_STAND = r"(?:был[аои]?|появ\w+|попа\w+|оказа\w+|висе\w+|стоял\w*|увиде\w+|прочита\w+|прочл\w+)"
_SEEN = (
    r"(?:на (?:сайт\w*|портал\w*)|в (?:интернет\w*|сет[ьи]|открыт\w+ доступ\w*|соцсет\w+)|публично)"
)
_REFUSE = r"(?:(?:не (?:да\w+|разреша\w+|соглас\w+|хо\w+|жела\w+))|запреща\w+|против|возража\w+)"
_NOT_SEEN_KK = r"(?:көрсетпе|көрінбе|тұрма|болма|шықпа|жазба|атама|аталма)" + WISHED_KK
# «Публиковать моё письмо не надо», «не надо это нигде вывешивать»: words stand between.
_NO_NEED = r"не (?:надо|нужно|стоит|следует|обязательно|требуется)"
_TO_ALL = (
    r"(?:на всеобщее (?:обозрение|обсуждение)|на (?:публику|люди|суд публики)|в (?:народ|массы)"
    r"|огласке|гласности)"
)
_REFUSES = pattern_of(
    rf"\bне (?:для|подлеж\w+|предназначен\w*(?: для)?) (?:\w+ ){{0,2}}(?:{PUBLICATION}|печати\b)"
    rf"|\b{PUBLICATION} (?:\w+ )?(?:не подлеж\w+|запрещен\w*)|\bбез (?:права )?{PUBLICATION}"
    rf"|\b(?:никому|нигде)(?: \w+){{0,4}} не (?:\w+ )?{_SHOW}"
    rf"|\bне {_SHOW}(?: \w+){{0,4}} (?:никому|нигде)"
    rf"|\bне (?:вынос|вынес|выстав|преда|пуска)\w+(?=(?: \w+){{0,4}} {_TO_ALL}\b)"
    rf"|\b{MAKE_KNOWN}(?=(?: \w+){{0,3}} {_NO_NEED}\b)"
    rf"|\b{_NO_NEED}(?= (?:\w+ ){{1,3}}{MAKE_KNOWN}\b)"
    rf"|\b{_NAME_RU} (?:\w+ ){{0,4}}не {_SHOW}|\bне {_SHOW} (?:\w+ ){{0,4}}{_NAME_RU}"
    r"|\bне (?:надо |нужно |стоит |следует |подлежит |был\w* )?(?:публиковать|опубликовывать"
    r"|опубликовать|публикуйте|опубликуйте|публиковали|опубликован\w*|обнародовать|обнародуйте"
    rf"|{TO_SPREAD})\b"
    rf"|\b{_REFUSE}(?:,? \w+){{0,3}} (?:{PUBLICATION}|{MAKE_KNOWN})"
    rf"|\b(?:{PUBLICATION}|{MAKE_KNOWN})(?: \w+){{0,3}} (?:{_REFUSE}|нельзя)"
    rf"|\b{NOT_PUBLISH_KK}|\bжариялануға тиіс емес"
    r"|\bжариялау(?:ға|дан|ды|ына|ын)? (?:\w+ )?(?:болмайды|қарсы\w*|келіспей\w*"
    r"|рұқсат \w*(?:мей|пей)\w*"
    r"|келісім\w* \w*(?:мей|пей)\w*|рұқсат жоқ|тыйым\w*|емес"
    r"|бас тарт\w+|қаламай\w+|керек емес|қажет емес)"
    r"|\bжариялаудың (?:\w+ )?(?:қажеті|керегі|реті|мәні) жоқ|\bжарияламай(?:-| )?(?:ақ )?қоя"
    r" сал\w+"
    r"|\bжариялануы\w* (?:\w+ )?(?:қарсы\w*|қаламай\w+|келіспей\w+)"
    r"|\bжария (?:етпе\w*|қылма\w*)|\b(?:көпшілікке|басылымға|жариялауға) арналма\w+"
    rf"|\b(?:сайт|интернет|желі|портал|көпшілік|газет|жұрт|халық|бөгде|басқа)\w*(?:қа|ға|ке|ге"
    rf"|лар\w*)"
    rf" (?:\w+ )?(?:{NOT_OUT_KK}|(?:көрсетпе|айтпа|оқытпа){WISHED_KK})"
    rf"|\b(?:сайт|интернет|желі|портал|газет)\w*(?:та|те|да|де) (?:\w+ )?{_NOT_SEEN_KK}"
    rf"|\bешкімге (?:\w+ )?(?:{NOT_OUT_KK}|(?:айтпа|берме|оқытпа|көрсетпе)" + WISHED_KK + r")"
    rf"|\bаты(?:м|мыз)\w*(?:-жөн\w*)? (?:\w+ )?(?:{_NOT_SEEN_KK}|{NOT_OUT_KK}|жазба\w*)"
    rf"|\b(?:аты-жөні|есімі)(?:м|міз)\w* (?:\w+ )?(?:{_NOT_SEEN_KK}|{NOT_OUT_KK}|жазба\w*)"
    r"|\bnot for publication|\b(?:do not|don.t|not to be|must not be|not be) publish\w*"
    r"|\brather (?:\w+ ){0,4}not (?:be )?published"
    r"|\b(?:do not|don.t) (?:share|show|forward|pass on)"
    r" (?=this\b|my (?:letter|comment|message)|it (?:with|to) any)"
    r"|\b(?:do not|don.t) (?:post|put|upload)(?= (?:this|it|my \w+) (?:on|online|anywhere)\b)"
    r"|\bnot for (?:the )?(?:website|site|press|public|everyone)\b"
    r"|\bdo not agree to (?:the )?publication"
)
_DRAFTS_OWN = pattern_of(r"\bжарияланба(?:й|с[ыа]н деп|ғандықтан|ған)\w*")
_UNSEEN = pattern_of(
    rf"\bне (?:хо\w+|жела\w+|надо),? чтобы?\b.{{0,60}}"
    rf"(?:{_STAND}.{{0,40}} {_SEEN}|{_SEEN}.{{0,40}} {_STAND})"
)
_PRIVATE = pattern_of(
    r"\b(?:им(?:я|ени|ен)|фамил\w+|отчеств\w+|фио|ф и о|адрес\w*|телефон\w*|номер\w*|почт\w+"
    r"|e-?mail|имейл\w*|контакт\w*|персональн\w+|личн(?!о\b)\w+|данны[ехм]\w*|подпис\w+|иин"
    r"|аты[мң]\w*|аты"
    r"|аты-жөн\w*|есім\w*|тегі\w*|мекен\w*|нөмір\w*|пошта\w*|дерек\w*|мәлімет\w*|жеке"
    r"|names?|address\w*|phones?|details)\b"
)
_WORDS = (
    r"(?:письм\w+|обращени\w+|замечани\w+|комментари\w+|сообщени\w+|мнени\w+|отзыв\w*|предложени\w+"
    r"|текст\w*|хат\w*|пікір\w*|өтініш\w*|ескертпе\w*|ескерту\w*|ұсыныс\w*|мәтін\w*|хабарлама\w*"
    r"|letters?|comments?|messages?|remarks?|его|её|их|это|этого|осыны|мұны|бұны|оны|осы|it|this)"
)
_LETTER = pattern_of(rf"\b{_WORDS}\b")
_PLACE = pattern_of(
    rf"\b(?:под|в|во|из|к|с|при|рядом с|in|under|of)(?: \w{{2,12}}){{0,2}} {_WORDS}\b"
    rf"|\b(?:хат|пікір|өтініш|ескертпе|ұсыныс)\w*?(?:дағы|дегі|тағы|тегі|да|де|та|те)\b"
)
_OF_OTHERS = pattern_of(
    rf"\b{_WORDS} (?:граждан\w*|заявител\w+|услугополучател\w+|других|авторов|участник\w+)"
    r"|\b(?:азамат|алушы|басқа|өзге)\w* (?:\w+ )?(?:хат|пікір|өтініш|ескертпе|ұсыныс)\w*"
)
_OWN = pattern_of(
    rf"\b(?:это|этого|мо[йеяию]\w*|наш\w*|данн\w+|настоящ\w+|сво\w+|осы|бұл|менің|біздің|my|this"
    rf"|our)"
    rf" (?:\w+ )?{_WORDS}\b|\b(?:хаты|пікірі|өтініші|ескертпе|ұсынысы)(?:м|мыз|міз)\w*"
)
_OF_DRAFT = pattern_of(
    r"\b(?:указать|указыва\w+|установить|предусмотреть|дополнить|закрепить|прописать|изложить"
    r"|в пункт\w*|көрсету\w*|белгілеу\w*|толықтыр\w*|енгізу\w*|тармақ\w*|specify|clause)\b"
)
_BESIDE = pattern_of(
    r"прошу|просим|просьба|интернет\w*|соцсет\w*|сет[ьи]|ешкімге|желі\w*|пусть|это|тек|бірақ"
    r"|өтінем\w*|убедительно|очень|пожалуйста|нигде|никогда|никому|на|в|сайте|портале"
    r"|открытом"
    r"|доступе|интернете|открыто|публично|сайт|и|но|я|мы|нельзя|внимание|только|для|вас|ответа"
    r"|служебного|пользования|согласия|согласие|своего|свое|категорически|прошу\w*|сети|до|\d+|июля"
    r"|сұраймын|сұраймыз|өтінемін|өтінеміз|өтініш|болмайды|ашық|ешқайда|еш|жерде|сайтта|сайтқа|мен"
    r"|а|лично|министру|министерству|вам|ничего|қой\w+|ақ|ешнәрсе|ештеңе|министрге|министрлікке"
    r"|өзіңізге"
    r"|не|надо|нужно|стоит|следует|обязательно|требуется|всеобщее|обозрение|обсуждение|огласке"
    r"|гласности"
    r"|публику|люди|народ|давайте|давай|лучше|бы|просто|учтите|пишу|пишем|сообщаю|говорю|скажу"
    r"|қоя|сал\w+|жеке|біз|интернетте|интернетке|please|online|anywhere|i|we|ask|you|not|to|the|on|site|kindly"
    r"|чтобы|чтоб"
)
_QUOTED = late(r"«[^«»]{1,2000}»|[“„][^“”„]{1,2000}[“”]|\"[^\"]{1,2000}\"")

# «Гриф «Для служебного пользования»» is said of the letter; other quotes are the draft's.
_STAMP = late(
    r"^[^\w\n]{0,20}(гриф|пометка|белгі)\W{1,4}([^«»“”\"\n]{2,60})[»”\"][^\w\n]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)


def asks_not_to_publish(texts: Iterable[str]) -> str:
    """Return the sentence, as it is written, that asks for it; "" where none does."""
    pairs = (pair for text in texts for pair in _sentences(text))
    return next((written for said, written in pairs if _is_wish(said)), "")


def hides_the_name(text: str) -> bool:
    """Return whether the author asks that the name alone not be published."""
    return any(
        (_REFUSES.search(said) and names_author(said) and not _is_wish(said)) or is_nameless(said)
        for said, _ in _sentences(text)
    )


def _sentences(text: str) -> list[tuple[str, str]]:
    """Return the sentences without what they quote, which is the draft's; a quote alone counts."""
    own = _QUOTED.sub(" ", _STAMP.sub(r"\g<1>: \g<2>", text))
    return sentences_as_written(own) or sentences_as_written(text)


def _is_secret(sentence: str) -> bool:
    """Return whether a sentence says for whom the letter is, without a word of publishing."""
    if is_said_in_secret(sentence):
        return True
    if _UNSEEN.search(sentence) and _OWN.search(sentence):
        return True
    if _OF_DRAFT.search(sentence) or _OF_OTHERS.search(sentence):
        return False
    return is_for_few(sentence)


def _is_to_reader(said: str) -> bool:
    """Return whether a sentence speaks of itself, or of nothing, and is for its reader alone."""
    is_of_draft = _OF_DRAFT.search(said) or _OF_OTHERS.search(said)
    is_own = _OWN.search(said) or _LETTER.match(said) or _SPEAKS_OF_IT.match(said)
    return is_to_reader(said) and bool(is_own) and not is_of_draft


_SPEAKS_OF_IT = pattern_of(r"(?:это |пишу (?:это )?|и |но |только |всё это )*(?:не для|not)\b")
# What follows gives the reason, and says nothing of what is not to be published.
_REASON = pattern_of(
    r":| [–—-] |,? (?:потому что|так как|поскольку|иначе|ибо|ведь|чтобы не|өйткені|себебі"
    r"|because)\b"
)


def _is_wish(sentence_said: str) -> bool:
    said = without_contrast(sentence_said)
    if _is_secret(said) or _is_to_reader(said):
        return True
    refused = (one for one in _REASON.split(said) if _REFUSES.search(one))
    sentence = next(refused, "")
    if not sentence or _DRAFTS_OWN.search(said) or _OF_DRAFT.search(said):
        return False
    if (_OWN.search(sentence) and not _PRIVATE.search(sentence)) or _SPEAKS_OF_IT.match(sentence):
        return True
    if _OF_OTHERS.search(sentence):
        return False
    rest = _PLACE.sub(" ", sentence)
    if _LETTER.search(rest):
        return True
    words = re.findall(r"\w+", _REFUSES.sub(" ", sentence))
    return not _PRIVATE.search(sentence) and all(map(_BESIDE.fullmatch, words))
