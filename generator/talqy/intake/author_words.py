"""What people write where a form asks for their name, and do not want to see published."""

import re
from functools import cache

from talqy.comments.form_words import plain
from talqy.comments.letter_signs import FULL_NAME, GREAT, INITIALS, LEGAL_FORMS
from talqy.project.shipped import everyday_names

_NONE = re.compile(
    r"(?:я\s+)?(?:анон\w*|anon\w*|инкогнито|без\s+(?:имени|фио|подписи)|имя\s+не\s+указано"
    r"|не\s+(?:указ\w+|назван\w*|заполнен\w*|известн\w*|имеется|знаю)|неизвестн\w*|отсутствует"
    r"|(?:не\s+)?(?:скрыто|секрет)|пропуск|пусто|нет|no|none|null|nil|na|[nн]\s*/\s*[aа]|unknown"
    r"|not\s+(?:given|provided|specified|stated)|жоқ|аты\s+жоқ|атсыз|жасырын\w*|анонимді\w*"
    r"|көрсетілме\w+|белгісіз|аталмаған|айтылмаған|құпия|имя|фио|ф\.?\s?и\.?\s?о\.?|аты-жөні|name"
    r"|да|иә|yes|ok|ок|гость|қонақ|guest|user|пользователь|қолданушы|никто|ешкім|nobody"
    r"|(?:аты[-\s]жөні|аты|есімі?|тегі|фио|имени|имя|фамилии|name)\s+(?:жоқ|нет|отсутствует|none)"
    r"|(?:ваш[аие]?|сіздің)\s+(?:читател|подписчи|сосед|избирател|пользовател|доброжелател"
    r"|зрител|слушател|житель|пенсионер|студент|оқырман|көрші|тұрғын)\w*|читател(?:ь|ьница)"
    r"|оқырман|гражданин|гражданка|житель|жительница|азамат|азаматша|тұрғын|физическое лицо|жеке"
    r" тұлға)"
    r"(?:\s+(?:автор|пользователь|лицо|имя|фио|author|user|тұлға|адам|автор))?"
)
# A wish not to be named holds, whatever else stands in the cell.
_UNNAMED = re.compile(
    r"\bне\s+(?:надо\s+|нужно\s+|хочу\s+|хотел\w*\s+бы\s+|желаю\s+|хотелось\s+бы\s+)?"
    r"(?:публик\w+|указыва\w+|называ\w+|назвать|разглаша\w+|раскрыва\w+|показыва\w+|оглаша\w+)"
    r"|прошу\s+не\s|не\s+для\s+публикац|анонимн|жарияла(?:ма|нба|май)|көрсетпе|көрсетіл?месін"
    r"|атам(?:а\b|ау|аңыз)|айтпа|жасырын|(?:do\s+not|don.?t|not\s+to\s+be|not)\s+publish|anonymous"
)
# Who answers with a wish or a refusal has given no name.
_WISHES = re.compile(
    r"(?:я\s+)?не\s+(?:хо[чт]\w+|скаж\w+|жела\w+|пожела\w+|буд\w+|назов\w+|назвал\w*|важно"
    r"|обязательно|сообща\w+|предоставля\w+|дам|нужно|надо)(?:\s.*)?"
    r"|.*\b(?:пожела|жела|хоте|хочу|предпоч|реши|прошу|остан)\w*\s+(?:остаться\s+|быть\s+)?"
    r"(?:неизвестн|аноним|неназванн|инкогнито|не\s)\w*.*"
    r"|.*\b(?:айт|атал|ата|көрсет|жаз|білдір|жария\s?ла)\w*\s+(?:келмейді|келмей\s?тұр|қаламаймын)"
    r"|(?:белгісіз|аты\s?жасырын|атаусыз)\s+қал\w+.*|айтпаймын|айтпай\s?ақ\s+қояйын|қаламаймын"
    r"|.*\b(?:rather|prefer|wish|want|would\s+like)\b.*\b(?:not|unnamed|unknown|anonymous)\b.*"
)
_NUMBERED = re.compile(r"(?:№|N)\s?\d{1,4}\b|\b(?:I|V|X)+\b")
# The code of a member body in the ISO template, with the number of its comment: «KZ-01».
_BODY_CODE = re.compile(r"[A-Z]{2,4}[\s/_–-]?\d{1,4}")
_NO_LETTERS = re.compile(r"[\W_]*")
_SAME = re.compile(r"(\w)\1*")


# Who is no citizen of the country, where somebody says who they are.
_FOREIGN = frozenset(
    map(
        plain,
        (
            *("иностранец", "иностранка", "иностранный гражданин", "иностранная гражданка"),
            *("гражданин другого государства", "гражданин другой страны"),
            *("гражданин иностранного государства", "лицо без гражданства", "апатрид"),
            *("беженец", "беженка", "трудовой мигрант", "шетелдік", "шетел азаматы"),
            *("шетелдік азамат", "басқа ел азаматы", "басқа мемлекеттің азаматы", "босқын"),
            *("азаматтығы жоқ адам", "азаматтығы жоқ тұлға", "foreigner", "foreign citizen"),
            *("stateless person", "refugee"),
        ),
    )
)


def is_foreigner(said: str) -> bool:
    """Return whether the word for who somebody is says that they are no citizen."""
    return plain(said) in _FOREIGN


def public_name(said: str) -> str:
    """Return the name that an author wants to see published; "" where there is none."""
    name = " ".join(said.split())
    bare = name.lower().replace("ё", "е").strip(" .,;:!*\"'«»“”()[]")
    if _NO_LETTERS.fullmatch(bare) or _SAME.fullmatch(bare):
        return ""
    is_none = _NONE.fullmatch(bare) or _NONE.fullmatch(plain(bare)) or plain(name) in _kinds()
    is_wish = _UNNAMED.search(bare) or _WISHES.fullmatch(bare) or _WISHES.fullmatch(plain(bare))
    return "" if is_none or is_wish else name


@cache
def _kinds() -> frozenset[str]:
    """Return what bodies are called without a name: «Товарищество с ограниченной …» is none."""
    kinds = everyday_names()["author-kind"]
    bodies = (word for kind, words in kinds.items() if kind != "individual" for word in words)
    return frozenset(map(plain, bodies))


# Who one is, in place of a name: «Мама двоих детей», «Екі баланың анасы».
_ROLE = re.compile(
    r"(?:мам[аы]|пап[аы]|мать|отец|родител[ьи]|бабушка|дедушка|пенсионер(?:ка|ы)?|студент(?:ка|ы)?"
    r"|учител[ьи]|учительница|врач|жител[ьи]|жительница|граждан(?:ин|ка|е)|работни[кц]\w*|сосед\w*"
    r"|ана(?:сы|лары)?|әке(?:сі)?|әже(?:сі)?|ата(?:сы)?|ата-ана(?:сы|лар|лары)?|зейнеткер\w*"
    r"|тұрғын(?:ы|дар|дары)?|азамат(?:ы|ша|тар)?|мұғалім(?:і)?|дәрігер(?:і)?|оқушы(?:сы)?)"
)


# «Житель Алматы», «Алматы қаласының тұрғыны»: what stands beside the word is a place.
_OF_PLACE = re.compile(
    r"(?:жител[ьи]|жительница|горожан(?:ин|ка|е)|сельчан(?:ин|ка|е)|резидент)(?: .+)?"
    r"|граждан(?:ин|ка|е) (?:рк|республики .+|казахстана|страны)|(?:\S+ ){1,4}тұрғын(?:ы|дары)"
    r"|(?:қр|қазақстан|республика\S*|\S+ республикасының|\S+ еліміздің) азамат(?:ы|шасы|тары)"
)
_CALLED = re.compile(r"«[^»]{0,300}»|[“„][^”“]{0,300}[”“]|\"[^\"]{0,300}\"")
_BRACKET = re.compile(rf"[(\[](?![{GREAT}]{{2,8}}[)\]])")


# Small letters: «Вор» and «Жуликов» are names of people.
_ACCUSED = re.compile(
    r"\b(?:взяточни(?:к|ца)\w*|вор(?:ы|овка|юга)?|жулик\w*|жулье|мошенни(?:к|ца)\w*|аферист\w*"
    r"|коррупционер\w*|преступни(?:к|ца)\w*|негодяй\w*|подлец\w*|лжец\w*|хам(?:ка|ы|ло)?|бандит\w*"
    r"|парақор\w*|жемқор\w*|алаяқ\w*|ұры(?:лар\w*)?|қылмыскер\w*|өтірікші\w*"
    r"|thief|thieves|crooks?|fraudsters?|swindlers?|bribe-?takers?)\b"
)


def looks_unlike_name(name: str) -> bool:
    """Return whether a name has no capital letter, says who one is, or is the code of a body.

    Who is accused there is no author either. Other digits in a name are another matter.
    """
    if _BODY_CODE.fullmatch(name) or _ACCUSED.search(name):
        return True
    is_small = name == name.lower() and name != name.upper()
    return (is_small and "@" not in name and not has_digits(name)) or _is_role(name)


def _is_role(name: str) -> bool:
    """Return whether a role stands among words of which only the first may have a capital."""
    if _OF_PLACE.fullmatch(name.lower()):
        return True
    first, *others = name.split() or [""]
    return all(map(str.islower, others)) and any(
        _ROLE.fullmatch(word.lower()) for word in (first, *others)
    )


def says_more(name: str) -> bool:
    """Return whether brackets beside a name say more than its short form: a director, a wish.

    What somebody has put there is not the name, and may be another person's.
    """
    return bool(_BRACKET.search(_CALLED.sub(" ", name)))


def has_digits(name: str) -> bool:
    """Return whether a person's name has digits; the number of a school («№ 15») is none of them.

    They may be a number of the person, an address or an age: which, nobody guesses.
    """
    return any(map(str.isdigit, _NUMBERED.sub("", name)))


_TITLES = re.compile(
    r"^(?:товариществ|акционерн|общественн\w+ (?:об|фонд)|ассоциаци|объединени|палата"
    r"|жауапкершілігі|қоғамдық|қауымдаст|бірлест|кәсіпода[қғ]|профсоюз)\w*|^фонд\b",
    re.IGNORECASE,
)
# «Аяла» қоры, «Бірлік» кәсіподағы: in Kazakh the word for a body stands behind its name.
_ENDINGS = re.compile(
    r"[»\"”]\s*(?:\w+\s){0,3}(?:қоры|кәсіподағы|қауымдастығы|бірлестігі|палатасы|одағы)$",
    re.IGNORECASE,
)


def body_named(said: str) -> tuple[str, str] | None:
    """Return kind and name of the body that stands where a kind of author is asked for.

    Its legal form tells the kind: ТОО «Пример» is a legal entity; None where there is no such form.
    """
    name = " ".join(said.split())
    for kind, forms in LEGAL_FORMS.items():
        if re.match(rf"(?:{forms})[\s«\"“]", name) or re.search(rf"[»\"”\s](?:{forms})$", name):
            return kind, name
    is_body = (_TITLES.match(name) and len(name.split()) > 1) or _ENDINGS.search(name)
    return ("legal-entity", name) if is_body else None


def body_likely(name: str) -> tuple[str, str] | None:
    """Return kind and name of the body that an account is probably called after; None of others."""
    if body := body_named(name):
        return body
    return ("state-body", name) if _STATE_NAME.search(name) else None


_STATE_HEAD = re.compile(
    r"(?:государственн|мемлекеттік|гос\.? ?)\S* ?орган|госорган|орган-", re.IGNORECASE
)
_BODY_HEAD = re.compile(
    r"организаци|компани|предприят|учрежден|юр\S* ?лиц|ұйым|кәсіпорын|мекеме|заңды тұлға|\bорган"
    r"|organi[sz]ation|company",
    re.IGNORECASE,
)
_STATE_NAME = re.compile(
    r"\b(?:министерств|министрлі|акимат|аппарат аким|әкімд|әкім аппарат|департамент|комитет"
    r"|агентств"
    r"|прокуратур|маслихат|мәслихат|инспекци|верховн\w+ суд|жоғарғы сот|управлени|басқарма)\w*",
    re.IGNORECASE,
)


def body_below(head: str, name: str) -> str:
    """Return the kind of author of a name below the head of bodies; "" where it may be a person.

    «Организация» is a column of bodies, and «Государственный орган» of state bodies.
    """
    is_named = public_name(name) and not looks_unlike_name(name) and not body_named(name)
    if not is_named or not (_STATE_HEAD.search(head) or _BODY_HEAD.search(head)):
        return ""
    if _STATE_NAME.search(name) or _STATE_HEAD.search(head):
        return "state-body"
    is_person = FULL_NAME.fullmatch(name) or INITIALS.search(name)
    return "" if is_person else "legal-entity"
