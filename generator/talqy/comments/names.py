"""Check 22: whether the name of an author speaks for an authority, or is made to look like one.

A name is folded in two ways: by what its letters look like (“Министерcтво” with a Latin letter is a
ministry), and by how they sound (“Ministerstvo”). Offices are known by whole words: nobody is taken
for one whose surname only begins like it (Прокуроров, Акимова).
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from talqy.comments import kinds
from talqy.comments.look_alikes import SHAPES
from talqy.model.comment import Author, AuthorKind
from talqy.model.problem import Path, Problem
from talqy.model.project import Project
from talqy.wording.alphabets import CYRILLIC, LATIN

_NAME: Path = ("author", "name")
_KEPT_NAMES = 512
_WORD = re.compile(r"[^\W\d_]+")
_HYPHEN = re.compile(r"[-‐‑‒–—]")
_DOUBLE = re.compile(rf"{_WORD.pattern}(?:-{_WORD.pattern})*")
_ALPHABETS = (
    re.compile(r"[\u0400-\u04ff]"),
    re.compile(r"[A-Za-z]"),
    re.compile(r"[\u0370-\u03ff]"),
)

# --- what letters look like, and how they sound -------------------------------------------------

# Latin letters, Greek ones and digits, and the Cyrillic letters that they look like.
_LOOKS_LIKE = str.maketrans(
    LATIN + "nru" + "αβγδεηικλμνοπρτυφχ" + "01346ı",
    CYRILLIC + "пги" + "авгденіклмвопртуфх" + "оізчбі",
)
_SHAPES = {ord(sign): letter for letter, signs in SHAPES.items() for sign in signs}
# Greek letters sound otherwise than the letters that they look like.
_SHAPES_OF_OTHERS = {sign: letter for sign, letter in _SHAPES.items() if not 0x370 <= sign < 0x400}
_SMALL_CAPITAL = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])")
_NO_LETTER = re.compile(r"[\W\d_]+")
_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        **dict(zip("әғқңөұүһі", "agknouuhi", strict=True)),
        **dict(zip("αβγδεζηικλμνοπρσςτυφχω", "abgdeziiklmnoprsstifho", strict=True)),
        **dict(zip("jywq01", "iivkoi", strict=True)),
        **dict(zip("ёжцчшщ", ("e", "zh", "ts", "ch", "sh", "sh"), strict=True)),
        **dict(zip("юяєıθξψ", ("iu", "ia", "e", "i", "t", "ks", "ps"), strict=True)),
        **dict.fromkeys("ъь", ""),
    }
)
# Ways of writing one sound: yustitsii, yusticii; Zhogargy, Jogargy; Kazakhstan, Kazahstan.
_ALIKE = (("tz", "ts"), ("c", "s"), ("ts", "s"), ("zh", "i"), ("kh", "h"), ("x", "ks"))
_TWICE = re.compile(r"(.)\1+")


def _plain(name: str, shapes: Mapping[int, str]) -> str:
    """Return a name in small letters of our alphabets, as far as its letters are like them."""
    letters = unicodedata.normalize("NFKC", name)
    known = "".join(map(_letter, letters)).translate(shapes)
    parts = unicodedata.normalize("NFD", known.casefold())
    bare = "".join(s for s in parts if unicodedata.category(s) not in ("Cf", "Mn"))
    return unicodedata.normalize("NFC", bare)


def _letter(sign: str) -> str:
    capital = _SMALL_CAPITAL.fullmatch(unicodedata.name(sign, "")) if sign > "\x7f" else None
    return capital[1] if capital else sign


def looks(name: str) -> str:
    """Fold a name so that what looks the same is the same: small Cyrillic letters alone."""
    return _NO_LETTER.sub("", _plain(name, _SHAPES).translate(_LOOKS_LIKE))


def sounds(name: str) -> str:
    """Fold a name so that what sounds the same is the same: small Latin letters alone."""
    said = _NO_LETTER.sub("", _plain(name, _SHAPES_OF_OTHERS).translate(_SOUNDS))
    for way, same in _ALIKE:
        said = said.replace(way, same)
    return _TWICE.sub(r"\1", said)


def mixed_scripts(text: str) -> bool:
    """Return whether a word has letters of several of the alphabets that look alike."""
    words = _WORD.findall(text)
    return any(sum(bool(letters.search(word)) for letters in _ALPHABETS) > 1 for word in words)


# --- authorities and offices --------------------------------------------------------------------

# Parts of names that nobody bears who is no authority.
_BODIES = (
    *("министерств", "министрлі", "ministry", "минюст", "минтруд", "минпрос", "минздрав", "минфин"),
    *("правительств", "үкімет", "government", "прокуратур", "акимат", "әкімдіг", "әкімдік"),
    *("верховный суд", "конституционный суд", "жоғарғы сот", "supreme court", "әкімші"),
    *("администратор", "administrator", "модератор", "moderator"),
    *("официальный ответ", "ответ ведомства", "ресми жауап", "президент республики"),
    *("президента республики", "администрация президент", "верховного суда", "техподдержк"),
    *("конституционного суда", "служба поддержки", "минцифр", "минэконом", "миннацэконом"),
    *("минсельхоз", "минобороны", "минкульт", "минэнерго", "минторг", "минтранс", "минпром"),
    *("миннауки", "минэколог", "минвнутр", "пресс-служб", "пресс-секретар", "баспасөз қызмет"),
    *("администрация портала", "администрация сайта", "администрация ресурса", "команда talqy"),
    *("портала talqy", "сайта talqy", "talqy порталы", "talqy командасы", "press service"),
    *("разработчик проекта", "разработчик стандарта", "разработчик документа", "разработчик нпа"),
    *("разработчика проекта", "жоба әзірлеушісі", "жобаны әзірлеуші", "стандарт әзірлеушісі"),
    *("орган-разработчик", "ведомство-разработчик", "әзірлеуші орган", "developer of the draft"),
    *("редакция портала", "редакция сайта", "портал редакциясы", "сайт редакциясы"),
    *("официальный представител", "ресми өкіл", "official representative"),
    *("депутат мажилис", "мәжіліс депутат", "депутат сената", "депутат парламент"),
)
# The same where a state body says that it is one: offices of regions do so every day.
_CENTRAL = ("министерств", "министрлі", "ministry", "прокуратур", "верховный суд", "жоғарғы сот")
# Names that are an authority or a voice of the site where they stand alone.
_ALONE = (
    *("мвд", "мвд рк", "іім", "мю рк", "мюрк", "кнб", "цон", "хқко", "egov", "egov.kz", "полиция"),
    *("admin", "talqy", "әзірлеуші", "разработчик", "президент", "president", "мажилис", "мәжіліс"),
    *("редакция", "от редакции", "редакциядан", "ведомство", "от разработчика", "әзірлеушіден"),
    *("государственный орган", "мемлекеттік орган", "госорган", "админ", "администрация"),
    *("talqy.kz", "әкімшілік", "developer", "editor", "state body"),
    *("мчс", "мчс рк", "тжм", "мид", "мид рк", "мнэ рк", "мцриап", "кгд", "сенат", "государство"),
    *("республика казахстан", "қазақстан республикасы", "republic of kazakhstan"),
    *("ақорда", "маслихат", "мәслихат", "уполномоченный орган", "уәкілетті орган", "госкорпорация"),
    *("государственная корпорация", "мемлекеттік корпорация", "кабинет министров"),
)
# Whole words: who has such an office says so in the name of the office.
_OFFICES = (
    *("министр", "министрі", "minister", "вицеминистр", "премьерминистр"),
    *("прокурор", "прокуроры", "prosecutor", "генпрокурор", "полиция", "полиции", "полициясы"),
    *("парламент", "парламента", "парламенті", "parliament"),
    *("admin", "админ", "administrator", "talqy", "талқы"),
    "премьер",
)
# Аким is a name for people too: alone, or ahead of a surname alone, somebody looks; beside the word
# of a place it is the office.
_AKIM, _AKIM_OF = "аким", "әкімі"
_OF_PLACES = ("города", "района", "области", "округа", "сельского", "села", "поселка", "аула")
_PLACES_BEFORE = ("қала", "аудан", "облыс", "округ", "ауыл", "кент")
# The portal of the state speaks by its name; who uses it does not («Пользователь eGov»).
_PORTAL, _USERS = "egov", ("пользователь", "клиент", "пайдаланушы", "қолданушы")
_NEAR = 90.0
_LEAST_NAME = 6

_BODY_LOOKS, _BODY_SOUNDS = tuple(map(looks, _BODIES)), tuple(map(sounds, _BODIES))
_CENTRAL_SOUNDS = tuple(map(sounds, _CENTRAL))
_ALONE_FORMS = frozenset(form(name) for name in _ALONE for form in (looks, sounds))
_OFFICE_FORMS = frozenset(form(name) for name in _OFFICES for form in (looks, sounds))
_OF_PLACE_SOUNDS = frozenset(map(sounds, _OF_PLACES))
_PLACE_SOUNDS = tuple(map(sounds, _PLACES_BEFORE))
_PORTAL_LOOK, _USER_SOUNDS = looks(_PORTAL), frozenset(map(sounds, _USERS))
_AKIM_SOUND, _AKIM_OF_SOUND = sounds(_AKIM), sounds(_AKIM_OF)


def impersonation(path: str, author: Author, officials: Collection[str]) -> Iterator[Problem]:
    """Look at the name that an author gives: an authority's, or made to look like one."""
    name = author.name
    if not name:
        if author.kind is AuthorKind.STATE_BODY:
            yield kinds.STATE_BODY_CLAIMED.at(path, ("author", "kind"))
        return
    is_mixed = mixed_scripts(name)
    is_known = any(_is_like(form, known) for form in _forms(name) for known in officials)
    is_official = is_known or _is_reserved(name)
    if is_official and is_mixed:
        yield kinds.OFFICIAL_NAME.at(path, _NAME)
    elif is_mixed:
        yield kinds.MIXED_NAME.at(path, _NAME)
    elif author.kind is AuthorKind.STATE_BODY:
        yield from _state_body(path, name, is_known=is_known)
    elif is_known or (is_official and author.kind is not AuthorKind.LEGAL_ENTITY):
        yield kinds.OFFICIAL_NAME.at(path, _NAME)
    elif is_official or _may_be_akim(name, author.kind):
        yield kinds.OFFICIAL_WORD.at(path, _NAME)


def official_names(project: Project) -> Iterator[str]:
    """Yield the names of all authorities of a project, folded in both ways."""
    for authority in project.authorities.values():
        for spoken in (authority.name, authority.short or {}):
            for name in spoken.values():
                yield from _forms(name)


@lru_cache(_KEPT_NAMES)
def _forms(name: str) -> tuple[str, str]:
    return looks(name), sounds(name)


def _state_body(path: str, name: str, *, is_known: bool) -> Iterator[Problem]:
    if is_known:
        yield kinds.STATE_BODY.at(path, _NAME)
    elif any(body in sounds(name) for body in _CENTRAL_SOUNDS):
        yield kinds.STATE_BODY_CLAIMED.at(path, _NAME)


def _is_reserved(name: str) -> bool:
    look, sound = _forms(name)
    return (
        not _ALONE_FORMS.isdisjoint((look, sound))
        or any(body in look for body in _BODY_LOOKS)
        or any(body in sound for body in _BODY_SOUNDS)
        or _is_office(name)
    )


def _words_of(name: str) -> list[str]:
    """Divide a name into words, double names with their hyphen; letters with gaps are one."""
    words = [
        _HYPHEN.sub("-", word) for word in _DOUBLE.findall(unicodedata.normalize("NFKC", name))
    ]
    return ["".join(words)] if all(len(word) == 1 for word in words) else words


def _is_office(name: str) -> bool:
    """Return whether a word of a name is an office."""
    words = [part for word in _words_of(name) for part in word.split("-")]
    heard = [sounds(word) for word in words]
    if any(not {looks(w), s}.isdisjoint(_OFFICE_FORMS) for w, s in zip(words, heard, strict=True)):
        return True
    if _PORTAL_LOOK in map(looks, words) and _USER_SOUNDS.isdisjoint(heard):
        return True
    if _AKIM_SOUND in heard:
        return not _OF_PLACE_SOUNDS.isdisjoint(heard)
    return _AKIM_OF_SOUND in heard and any(word.startswith(_PLACE_SOUNDS) for word in heard)


def _may_be_akim(name: str, kind: AuthorKind) -> bool:
    """Return whether a name is «Аким», or that and a surname: «Аким П.» is somebody's own."""
    first, *others = _words_of(name)
    first, _, behind = first.partition("-")
    surname = [behind, *others] if behind else others
    is_surname = kind is AuthorKind.INDIVIDUAL and len(surname) == 1 and len(surname[0]) > 1
    return sounds(first) == _AKIM_SOUND and (not surname or is_surname)


def _is_like(name: str, known: str) -> bool:
    if len(known) < _LEAST_NAME:  # “МВД” stands in many a name
        return name == known
    return known in name or fuzz.ratio(name, known) >= _NEAR
