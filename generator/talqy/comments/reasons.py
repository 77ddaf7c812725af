"""Whether words are a reason: what is left of them besides what any answer could say.

«Отклонено.», «Жауап.», «ок» and «—» say that there is an answer, and not why. A word is idle where
it fits every comment alike; one word that is not known makes a reason.
"""

from collections.abc import Iterable
from functools import lru_cache

from talqy.comments.patterns import bounded, late, pattern_of, without_own_letters
from talqy.compare.quotes import folded

_KEPT_TEXTS, _KEPT_WORDS = 1024, 16_384
_WORD = late(r"\w+")
# Numbers alone, and one letter however often.
_NO_WORD = late(r"[\d_]+|(\w)\1*")
# Words of any answer in Russian and Kazakh, by their beginnings; small letters, е for ё.
_IDLE = pattern_of(
    r"ответ\w*|причин[аыуе]|обосновани[ея]|решени[ея]|принят\w*|принима\w+|прин[яи]ть|отклон\w+"
    r"|отказ\w*|уч[ит]т?ен\w*|учитыва\w+|учесть|учтем|рассмотр\w+|рассматрива\w+|сведени[еюя]"
    r"|частичн\w+|полностью|част[иь]|поддерж\w+|соглас\w+|одобр\w+|замечани\w+|предложени\w+"
    r"|комментари\w+|мнени\w+|вопрос\w*|обращени\w+|уважаем\w+|спасибо|благодар\w+|хорошо|понятно"
    r"|ясно|важно|интересно|да|нет|не|ни|и|к|в|на|по|за|от|для|без|нам|нас|вам|вас|ваш\w*|наш\w*"
    r"|мы|вы|это|данн\w+|было|был[аи]?|будет|будут|есть|очень|окей|тест\w*|проверка|йцукен\w*"
    r"|фыва\w*|решено|отработан\w*|снят\w*|закрыт\w*|выполнено|н|д|указанн\w*|настоящ\w*"
    r"|жауа[бп]\w*|себеп\w*|себеб\w*|негіздеме\w*|шешім\w*|қабылда\w+|ескер\w+|қарал\w+"
    r"|қарастыр\w+|назар\w*|алын[аду]\w*|алу|ішінара|толық|толығымен|мәлімет|пікір\w*|ұсыныс\w*"
    r"|сұра[қғ]\w*|сұрау\w*|өтініш\w*|сіз\w*|біз\w*|рахмет|рақмет|алғыс\w*|иә|жоқ|жақсы|түсінікті"
    r"|қолда\w+|келіс\w+|бас|тарт\w+|үшін|және|де|да|бұл|осы|ол|болды|болады|болсын|тиісті|құрметті"
)
_IDLE_ENGLISH = (
    "answer answered reply response reason ok okay yes no not none na n a see accepted rejected "
    "declined noted partly in part considered reviewed thanks thank you your for the this is was "
    "comment remark proposal test tbd todo done qwerty asdf"
)


# An answer is compared with its comment, and each of its languages with the others.
@lru_cache(_KEPT_TEXTS)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: letters that look alike are the same."""
    return tuple(_WORD.findall(_plain(text)))


@lru_cache(_KEPT_TEXTS)
def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that do not fit any answer."""
    return tuple(word for word in words_of(text) if not _is_idle(word))


def is_part(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Return whether words stand in a text one after the other."""
    return f" {' '.join(words)} " in f" {' '.join(text)} "


def _plain(text: str) -> str:
    return without_own_letters(folded(bounded(text)))


@lru_cache(_KEPT_WORDS)
def _is_idle(word: str) -> bool:
    return bool(_NO_WORD.fullmatch(word) or _IDLE.fullmatch(word)) or word in _ENGLISH


def keys_of(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return names as `words_of` gives them."""
    return frozenset(map(words_of, names))


_ENGLISH = frozenset(words_of(_IDLE_ENGLISH))
