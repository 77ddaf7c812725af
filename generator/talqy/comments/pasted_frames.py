"""Lines of messengers, task systems, forms and scans that stand around somebody's words.

They name people who were not asked, and say who wrote what: the words cannot be taken as they
stand. One sign is enough, since nothing is cut: a person copies what counts.
"""

import re
from collections.abc import Sequence

from talqy.comments.consent_words import consent_of
from talqy.comments.form_words import CROSSED, is_yes, with_boxes
from talqy.comments.letter_signs import FULL_NAME, GREAT, NAME, NAMED_BODY
from talqy.comments.months import MONTH
from talqy.comments.patterns import bounded, late
from talqy.comments.sent_from import sent_from_in
from talqy.comments.table_heads import field_of

_I = re.IGNORECASE
_LONGEST = 300  # letters of a line that is looked at

# --- messengers -----------------------------------------------------------------------------

_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?"
_DAY = (
    rf"(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}} {MONTH}(?: \d{{4}})?(?: ?г\.| ?ж\.)?"
    rf"|\d{{4}} ?(?:ж\.|жылғы) \d{{1,2}} {MONTH})"
)
_MOMENT = rf"(?:{_DAY},?\s*(?:в |at |сағ\.? ?)?{_TIME}|{_TIME},?\s*{_DAY}|{_TIME})"
_SENDER = rf"[~\u2068]?\s?(?-i:[{GREAT}+])[^:\n]{{0,60}}"
_MESSENGER = late(
    # WhatsApp and Viber: “[18.11.26, 10:15] Имя: …”, “18.11.2026, 10:15 - Имя: …”
    rf"[\u200e\u202a]?\[\s*{_MOMENT}\s*\]\s*{_SENDER}:.*"
    rf"|[\u200e\u202a]?{_DAY},?\s*{_TIME}\s*[–—-]\s*{_SENDER}:.*"
    # Telegram: “Имя, [18.11.2026 10:15]”
    rf"|{_SENDER},?\s*\[\s*{_MOMENT}\s*\]:?",
    _I,
)
# Few lines have one, and the pattern of messengers is by far the longest of all.
_HOUR = late(r"\d:\d\d")
_BARE_TIME = late(rf"\[?(?:{_DAY},?\s*)?{_TIME}\]?", _I)
_PASSED_ON = late(
    r"(?:переслан\w+|пересылаем\w+|forwarded)(?: (?:сообщени[ея]|письмо|message))?"
    r"(?:\s*:| (?:от|из|from)\b.*|$)"
    r"|(?:қайта |әрі қарай )?(?:жіберілген|бағытталған|жолданған) (?:хабар\w*|хат\w*)\s*(?::.*|$)"
    r"|қайта (?:жіберілген|бағытталған|жолданған)\s*(?::.*|$)"
    r"|[^.!?\n]{1,60} қайта (?:жіберілді|бағытталды|жолданды|жіберілген|жолданған)[.:]?",
    _I,
)

# --- task systems ---------------------------------------------------------------------------

_PROGRAM = late(
    r"\bдобавил(?:\(?а\)?)? (?:новый )?комментарий к (?:задаче|карточке|документу)\b"
    r"|\bназначил(?:\(?а\)?)? (?:на )?вам? (?:новую )?задачу|\bвам назначена задача\b"
    r"|\bуведомление (?:bitrix|битрикс)|\bвыше этой линии\b"
    r"|^(?:открыть|посмотреть|ашу) в? ?(?:asana|trello|jira|bitrix\w*|битрикс\w*)"
    r"|\bсізге (?:жаңа )?тапсырма (?:берілді|жүктелді|тағайындалды)\b"
    r"|\bтапсырмаға (?:жаңа )?(?:пікір|түсініктеме) (?:қосты|қалдырды)\b"
    r"|\b(?:assigned (?:a|this) task to you|commented on (?:a|the) task)\b"
    r"|\b(?:это|данное|настоящее) (?:сообщение|письмо|уведомление) (?:было )?(?:сформировано"
    r"|создано|отправлено|сгенерировано)\b.{0,40}\bавтоматически"
    r"|\b(?:это|данное|настоящее) (?:сообщение|письмо|уведомление) (?:было )?автоматически "
    r"(?:сформировано|создано|отправлено|сгенерировано)"
    r"|\bне отвечайте на (?:это|данное|настоящее) (?:письмо|сообщение|уведомление)"
    r"|\bотвечать на (?:него|это письмо|данное письмо|это сообщение|данное сообщение) не "
    r"(?:нужно|надо|следует|требуется)"
    r"|\b(?:бұл|осы) (?:хат|хабарлама)\w* (?:автоматты түрде (?:жіберілген|жіберілді|жасалған"
    r"|құрылған|қалыптастырылған)|жауап (?:бермеңіз|қайтармаңыз|жазбаңыз|берудің қажеті жоқ"
    r"|беру(?:ді)? (?:қажет|керек) емес))"
    r"|\b(?:do not|don't) reply to this (?:e-?mail|message)"
    r"|\bthis (?:e-?mail|message) (?:was|is) automatically (?:generated|sent)",
    _I,
)


# --- scanned pages --------------------------------------------------------------------------

_PAGE = late(r"[-–—]\s?\d{1,3}\s?[-–—]|(?:стр|страница|бет)\.? ?\d{1,3}|\d{1,3}-бет", _I)
_DIVIDED = late(
    r"(?<![\w-])(?!(?:кое|веб|онлайн|интернет|смс|пресс|бизнес|из|по|во)-)"
    r"[а-яёәіңғүұқөһ]{2,20}-\n(?!(?:то|либо|нибудь|таки|ка|да|де|за|под)\b)[а-яёәіңғүұқөһ]{2,20}"
)


def frame_line(text: str) -> str:
    """Return the first line of a text that is no author's but a program's or a form's; or ""."""
    lines = [line.strip() for line in bounded(text).splitlines() if line.strip()]
    for at, line in enumerate(lines):
        if len(line) <= _LONGEST and _is_frame(lines, at):
            return line
        if _PROGRAM.search(line[:_LONGEST]) or _is_of_messenger(line):
            return line[:_LONGEST]
    if line := sent_from_in("\n".join(lines)):
        return line[:_LONGEST]
    if divided := _DIVIDED.search("\n".join(lines)):
        return divided[0].partition("\n")[0]
    return _line_of_form(lines)


def _is_of_messenger(line: str) -> bool:
    return bool(_HOUR.search(line) and _MESSENGER.match(line))


def _is_frame(lines: Sequence[str], at: int) -> bool:
    patterns = (_PASSED_ON, _PAGE)
    return any(one.fullmatch(lines[at]) for one in patterns) or _is_signed_by_time(lines, at)


def _is_signed_by_time(lines: Sequence[str], at: int) -> bool:
    """Return whether a name and below it an hour stand above words, as Viber copies them."""
    if at + 2 >= len(lines) or not _BARE_TIME.fullmatch(lines[at + 1]):
        return False
    # «Понедельник» above an hour is a time of reception, but not as the first of all words.
    return bool((FULL_NAME if at else NAME).fullmatch(lines[at]))


# --- forms ----------------------------------------------------------------------------------

_WORDS = frozenset({"text", "proposal", "clause", "kind"})
_BARE_CONSENT = late(r"(?:согласие|келісім|consent)\W*", _I)
_CONSENTS = frozenset({"consent", "processing", "no_publication"})
_LONGEST_HEAD = 80
# «☐ Согласен на публикацию», «Вы не против публикации? Нет».
_BOXED = late(rf"(?P<value>[☐☑☒✓✔✗✘+])\s*(?P<head>\S[^\n]{{2,{_LONGEST_HEAD}}})")
_ASKED = late(rf"(?P<head>[^:?\n]{{2,{_LONGEST_HEAD}}}\?)\s*(?P<value>\S[^\n]{{0,60}})")
_HEAD = late(rf"(?P<head>[^:\n]{{2,{_LONGEST_HEAD}}}):\s*(?P<value>.*)")


def _line_of_form(lines: Sequence[str]) -> str:
    """Return the line of a form that tells of its author; "" where the lines are no form.

    An answer to whether it may be published is enough; a name is where a head for words stands too.
    """
    read = [_answer(lines, at) for at in range(len(lines))]
    fields = [field for field, _ in read]
    for line, (field, value) in zip(lines, read, strict=True):
        is_consent = field in _CONSENTS and _is_answer(line, value, field)
        is_name = field in {"name", "author"} and _is_named(value)
        if is_consent or (is_name and not _WORDS.isdisjoint(fields)):
            return line
    return ""


def _answer(lines: Sequence[str], at: int) -> tuple[str, str]:
    """Return the field that a line asks for, and what is answered behind it or below."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    for parts in filter(None, (_BOXED.fullmatch(with_boxes(line)), _ASKED.fullmatch(line))):
        if (field := field_of(parts["head"])) in _CONSENTS:
            return field, parts["value"]
    if (headed := _HEAD.fullmatch(line)) and (field := field_of(headed["head"])):
        return field, headed["value"] or below
    return (field_of(line), below) if below and len(line) <= _LONGEST_HEAD else ("", "")


def _is_answer(line: str, value: str, field: str) -> bool:
    """Return whether a consent is given or refused; «Согласие: письменное» is of the draft."""
    if not value:
        return False
    is_plain = value == CROSSED or is_yes(value) is not None or consent_of(value) is not None
    if is_plain or field == "no_publication":  # «Не публиковать: адреса» is a wish for the draft
        return is_plain
    headed = _HEAD.fullmatch(line)
    return bool(headed and not _BARE_CONSENT.fullmatch(headed["head"]))


def _is_named(value: str) -> bool:
    return bool(NAME.fullmatch(value) or NAMED_BODY.fullmatch(value))
