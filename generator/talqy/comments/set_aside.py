"""Remarks beside a comment that speak against publishing it: of its author, a clerk, a moderator.

«Просил не публиковать», «отозвано автором», «спам» in a column or a note of which nothing is taken.
What the authority decides of a comment («отклонено» in its position) is its answer, and no such
remark.
"""

from talqy.comments.access_words import keeps_from_others
from talqy.comments.contrasts import without_contrast
from talqy.comments.patterns import bounded, pattern_of, plain_words
from talqy.comments.publication import asks_not_to_publish, hides_the_name
from talqy.comments.publishing_words import NOT_PUBLISH_KK, PUT_OUT, TO_SPREAD
from talqy.comments.question_heads import is_of_another

_ASKED = pattern_of(
    r"\b(?:прос(?:ил\w*|ит|ят)|попросил\w*|автор|заявител\w*|гражданин|гражданка|не для|не подлежит"
    rf"|нельзя|запре[тщ]\w*)?\s?(?:\w+ ){{0,2}}не {PUT_OUT}"
    r"|\bне для (?:публикации|сайта|печати|всех)|\bбез публикации\b|\bнет (?:согласия|разрешения)\b"
    r"|\bпротив публикации|\bне (?:дал\w*|дает|подтвердил\w*) согласи\w+"
    r"|\bотказ\w*(?: \w+)? от публикации"
    rf"|\bне (?:надо |нужно )?(?:показыва(?:ть|йте)|{TO_SPREAD})"
    r"(?: \w+){0,2}$|\bне (?:надо |нужно )?(?:показать|передавать другим)$"
    r"|^(?:\w+ )?не разреш(?:аю|ает|ил|ила)$|^(?:автор|заявитель|гражданин|гражданка) (?:против"
    r"|возражает)$"
    r"|\b(?:на сайт\w*|на портал\w*|в интернет\w*) (?:\w+ )?не (?:надо|нужно|выклад\w+|выставля\w+"
    r"|вывешива\w+|показыва\w+|добавля\w+)"
    r"|\bотказал(?:ся|ась|ись)(?: от (?:публикации|размещения))?$"
    r"|(?:сайт|портал|интернет)\w* (?:\w+ )?(?:шығарма|салма|қойма|орналастырма|көрсетпе|ілме)\w+"
    r"|\b(?:көпшілікке|басқаларға|жұртқа|ешкімге) (?:\w+ )?(?:көрсетпе|көрсетілме|шығарма)\w+"
    rf"|\b{NOT_PUBLISH_KK}|\bжарияламас\w*"
    r"|\bжариялауға (?:\w+ )?(?:қарсы|келіспе|болма)\w*"
    r"|\b(?:do not|don.t|not to be|not for) publi\w+|\bno consent\b"
)
_WITHDRAWN = pattern_of(
    r"\bотозва(?:н|л)\w*|\bснят\w* (?:автором|заявителем|по просьбе)|\bавтор (?:снял|передумал)\w*"
    r"|\bпрос(?:ил\w*|ит|ьба) (?:\w+ )?(?:снять|удалить|отозвать)"
    r"|\bпрос(?:ил\w*|ит|ьба) (?:\w+ )?убрать(?! (?:имя|фио|фамили|телефон|адрес|почт|данные))"
    r"|^(?:снять|удалить|убрать)(?: (?:с (?:сайта|портала|публикации)|комментарий|запись|строку"
    r"|ответ))?"
    r"(?:,? (?:пожалуйста|спасибо))?$"
    r"|(?:сайт|портал)\w*(?:тан|тен|дан|ден|нан|нен) (?:\w+ )?(?:алып тастау|өшіру|жою|алу)\w*"
    r"|^(?:алып тастау|өшіру|жою)$"
    r"|\bаннулирован\w*"
    r"|\b(?:қайтарып|кері) (?:алды|алынды|алған)\w*|\bавторы (?:алып тастады|бас тартты)"
    r"|\b(?:withdrawn|retracted|recalled)\b"
)
_REFUSED = pattern_of(
    r"(?:отклонен\w*|не пропущен\w*|удален\w*|скрыт\w*|заблокирован\w*|забракован\w*|снят\w*"
    r"|не опубликован\w*|не прош\w+ (?:модерац\w+|проверк\w+)|(?:на|ожидает) модераци\w+"
    r"|черновик\w*|спам\w*|spam|реклама|оскорблени\w+|фейк\w*|мошенни\w+|недействительн\w+"
    r"|қабылданба\w+|жойыл\w+|жасырыл\w+|өшіріл\w+|бұғатта\w+|жарияланба\w+|модерацияда"
    r"|rejected|declined|deleted|hidden|trash|draft|pending|unapproved|blocked)"
    r"(?: (?:модератор\w*|администратор\w*|с публикации|автором|\w+)){0,3}"
)
_OF_CONTACTS = pattern_of(
    r"\b(?:тел|телефон\w*|номер\w*|адрес\w*|почт\w+|контакт\w*|имя|фио|фамили\w+|мекен\w*|нөмір\w*"
    r"|пошта\w*|аты\w*|есім\w*|phone|address|names?)\b"
)
_BY_PHONE = pattern_of(r"\bпо (?:телефону|почте)\b|\bтелефон арқылы\b")
_IS_DONE = pattern_of(r"закрыт[оаы]?")  # what the register calls done, and not what is private
_OF_STATE = pattern_of(
    r"статус|состояни|модера|провер|күйі|мәртебе|тексер|status|\bstate\b|moderat|approv"
)
_OF_REMARKS = pattern_of(r"примечани|пометк|отметк|ескерт|белгі|remark|note")
_PLAINLY = pattern_of(r"модерат|спам|spam|фейк|мошенни|реклама")
_MOST_WORDS = 25  # what is longer is somebody's prose, and asked about as such


def sets_aside(said: str, head: str = "") -> bool:
    """Return whether a remark, or a cell below a head, speaks against publishing its row."""
    words, above = without_contrast(plain_words(bounded(said))), plain_words(head)
    is_state = bool(_OF_STATE.search(above))
    if asks_not_to_publish((said,)):
        return True
    if head and is_of_another(head) and not is_state:
        return False
    if len(words.split()) > _MOST_WORDS:
        return False
    if hides_the_name(said) or _OF_CONTACTS.search(
        _BY_PHONE.sub(" ", words)
    ):  # the row is taken without these
        return False
    if _ASKED.search(words) or _WITHDRAWN.search(words):
        return True
    return _is_kept(said, words, above, is_remark=not head or bool(_OF_REMARKS.search(above)))


def _is_kept(said: str, words: str, above: str, *, is_remark: bool) -> bool:
    """Return whether a state, or a remark, keeps a row back."""
    if is_remark and keeps_from_others(said) and not _IS_DONE.fullmatch(words):
        return True
    if not _REFUSED.fullmatch(words):
        return False
    return bool(_OF_STATE.search(above) or (is_remark and _PLAINLY.search(words)))
