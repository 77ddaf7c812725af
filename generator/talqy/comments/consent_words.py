"""Whether an author agrees to publication, in the words that forms, boxes and clerks use.

What is no plain yes and no plain no is not known: a condition («да, но без имени») is neither, and
agreeing to the processing of personal data is not agreeing to publication.
"""

from talqy.comments.access_words import is_for_all
from talqy.comments.form_words import NO, YES, with_boxes
from talqy.comments.patterns import late
from talqy.comments.soft_refusals import refuses_softly
from talqy.wording.alphabets import TO_CYRILLIC

_GENDERS = late(r"\(-?(?:на|ен|а|ны|а/ны|согласна|согласны)\)|/(?:на|а|согласна|согласны)\b")
_PARTS = late(r"[\n;|]+|,\s*(?=[^\W\d])|[.!]\s+")
_WORDS = late(r"[^\W_]+(?:-[^\W_]+)*|[+✓✔☑✅☐✗✘✖❌☒]")
_AGREES = late(
    r"(?:я\s+|мен\s+)?(?:конечно|әрине|(?:со)?гласен|согласна|согласны|согласие(?:\s+(?:дано|получено|есть|имеется))?"
    r"|(?:даю|выражаю|подтверждаю)(?:\s+(?:свое|свой))?\s*(?:согласие)?|разрешаю|одобряю"
    r"|(?:өз\s+)?келіс(?:емін|еміз|ім(?:імді|ім)?)(?:\s+(?:беремін|береміз|білдіремін|берілді|бар))?"
    r"|(?:толық\s+)?келісемін|рұқсат(?:\s+(?:етемін|беремін))?|қарсы\s+емеспін\s+келісемін"
    r"|i\s+(?:agree|consent|accept)|agree|agreed|accept|accepted|consent)\b"
)
# Who does not object agrees, whatever “no” the words begin with.
_NO_OBJECTION = late(
    r"(?:я\s+|мы\s+|мен\s+|біз\s+)?(?:не\s+(?:возража(?:ю|ем)(?:\s+против)?|против|имею\s+возражений)"
    r"|(?:нет|без)\s+возражений|возражений\s+(?:нет|не\s+име(?:ю|ем|ется))"
    r"|қарсы\s+емес(?:пін|піз)|қарсылы(?:ғым|ғымыз|қ)\s+жоқ|no\s+objections?)\b"
)
_NO_OBJECTION_ENDS = late(r"\bқарсы(?:\s+емес(?:пін|піз)|лы(?:ғым|ғымыз|қ)\s+жоқ)$")
_NO_CONSENT = late(r"соглас\w+|келісім\w*|consent$")
_REFUSES = late(
    r"(?:я\s+|мен\s+)?(?:возража(?:ю|ем)|не\s+(?:публик\w+|согласен|согласна|согласны|даю|разрешаю|хочу|желаю|публиковать"
    r"|подтверждаю)|отказываюсь|отказ|запрещаю|против|без\s+согласия|согласия\s+нет"
    r"|келіс(?:пеймін|пейміз|ім\s+бермеймін|ім\s+жоқ)|бермеймін|қарсымын|бас\s+тартамын"
    r"|рұқсат\s+(?:етпеймін|бермеймін|жоқ)|жарияламаңыз(?:дар)?|жарияланбасын"
    r"|i\s+(?:do\s+not|don\s?t|disagree|refuse)|disagree|do\s+not\s+(?:agree|publish))\b"
)
_AGREES_ENDS = late(r"\bкеліс(?:емін|еміз|ім\s+беремін|ім\s+береміз)$")
# What may stand behind a yes, and adds nothing to it.
_WITH = late(
    r"(?:на|с|со|к|в|и|или|а|же|также|для|по|мо\w+|свое\w*|сво[ийю]\w*|этого|данн\w+|его|их|всех"
    r"|опубликован\w+|публик\w+|размещен\w+|обнародован\w+|комментари\w+|замечани\w+|предложени\w+"
    r"|мнени\w+|отзыв\w*|имени|имя|фио|ф|о|текст\w*|сайт\w*|портал\w*|интернет\w*|ресурс\w*|открыт\w+"
    r"|доступ\w*|услови\w+|правил\w+|политик\w+|обработк\w+|персональн\w+|личн\w+|сбор\w*|хранени\w+"
    r"|полностью|прочитал\w*|ознакомлен\w*|дербес|жеке|деректер\w*|өңде\w+|жина\w+|жария\w+|орналас\w+"
    r"|пікір\w*|ескерт\w+|ұсыныс\w*|мәтін\w*|аты\w*|есім\w*|сайтта\w*|порталда\w*|және|мен|бен|пен"
    r"|менің|өз\w*|шарт\w+|ереже\w+|таныс\w+|толық|the|to|with|of|my|and|publication|publish\w*"
    r"|comment|name|processing|personal|data|terms|on|website|site)$"
)
_COURTESY = late(r"(?:большое )?спасибо|благодарю|пожалуйста|рахмет|рақмет|please|thanks")
_CYRILLIC = late(r"[а-яәғқңөұүһі]")
_PUBLISHES = late(r"публик|опублик|размещ|обнарод|жария|орналас|publi")
_PROCESSES = late(
    r"обработк|персональн|сбор|хранени|данны|өңде|дербес|деректер|processing|personal data"
)


def consent_of(said: str) -> bool | None:
    """Return whether the author agrees; None where that is not plainly said."""
    bare = _GENDERS.sub(
        "", _in_one_alphabet(with_boxes(said).lower()).replace("ё", "е").strip()
    ).strip(' .!,;"«»“”')
    if bare in YES or bare in NO:
        return bare in YES
    if "?" in bare:
        return None
    if (seen := False if refuses_softly(bare) else is_for_all(bare)) is not None:
        return seen
    parts = [part.strip(" .!") for part in _PARTS.split(bare) if part.strip()]
    parts = [part for part in parts if not _COURTESY.fullmatch(part)] or parts
    # «Да, согласен на обработку»: the yes is to what follows, and no answer of its own.
    if any(map(_objects_not, parts)):  # «Нет, не возражаю»: the first word is no refusal
        parts = [part for part in parts if part not in NO]
    told = {_part(part) for part in parts if part not in YES} or {"yes"}
    if "no" in told and YES.intersection(parts):
        return None
    if told in ({"yes"}, {"yes", "data"}):
        return True
    return False if told == {"no"} else None


def _in_one_alphabet(words: str) -> str:
    """Return words with Latin letters that stand among Cyrillic ones and look like them."""
    return words.translate(TO_CYRILLIC) if _CYRILLIC.search(words) else words


def refuses(said: str) -> bool:
    """Return whether an answer to whatever a form asks is plainly no, or empty."""
    return consent_of(said) is False


_FIRST = late(r"[^\W_]+[,.!\s–—-]+(?=\w)")


def said_of_objection(said: str) -> bool | None:
    """Return whether whole words agree to publication, where a yes and a no may say the same.

    «Нет, не возражаю» agrees and «Да, возражаю» does not, whatever word leads them.
    """
    words = said.strip().lower()
    first = _FIRST.match(words)
    is_led = first is not None and first[0].strip(" ,.!–—-") in YES | NO
    rest = words[first.end() :] if first and is_led else words
    return None if rest.strip(" .!") in YES | NO or _COURTESY.fullmatch(rest) else consent_of(rest)


def _part(said: str) -> str:
    """Return what one part says: yes, no, `data` (only of personal data), or "" where unknown."""
    words = " ".join(_WORDS.findall(said))
    if not words or words in YES:  # «👍» has no words, and nobody knows what it means
        return "yes" if words else ""
    if words in NO or (_REFUSES.match(words) and not _objects_not(words)):
        return "no"
    if (seen := is_for_all(words)) is not None:  # «Иә, болады», «Нет, нельзя»
        return "yes" if seen else "no"
    first, _, rest = words.partition(" ")
    if first in YES and rest:
        words = rest
    if _objects_not(words):
        return _agreed(words)
    # «Нет согласия на публикацию» is a refusal, and «Нет времени» is none.
    is_no = first in NO and all(_WITH.match(w) or _NO_CONSENT.match(w) for w in rest.split())
    return "no" if is_no or _REFUSES.match(words) else _agreed(words)


def _objects_not(words: str) -> bool:
    """Return whether words say that their author does not object."""
    return bool(_NO_OBJECTION.match(words) or _NO_OBJECTION_ENDS.search(words))


def _agreed(words: str) -> str:
    match = _NO_OBJECTION.match(words) or _AGREES.match(words)
    agreed, rest = bool(match), words[match.end() :] if match else words
    # In Kazakh the verb stands at the end: «пікірімді жариялауға келісемін».
    if not match and (ends := _AGREES_ENDS.search(words) or _NO_OBJECTION_ENDS.search(words)):
        agreed, rest = True, words[: ends.start()]
    is_plain = agreed and all(map(_WITH.match, rest.split()))
    if not is_plain:
        return ""
    return "data" if _PROCESSES.search(rest) and not _PUBLISHES.search(rest) else "yes"
