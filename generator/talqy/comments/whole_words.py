"""How people say that a comment is about the draft as a whole, in Kazakh, Russian and English."""

import re

from talqy.comments.patterns import late
from talqy.model.comment import WHOLE

_NOTHING = frozenset(
    {
        *(
            "",
            "-",
            "–",
            "—",
            WHOLE,
            "all",
            "нет",
            "жоқ",
            "no",
            "none",
            "n/a",
            "все",
            "барлығы",
            "бәрі",
        ),
        *("не указан", "не указано", "көрсетілмеген"),
    }
)
# One of these must be said: «замечание» alone is no place.
_WHOLE = late(
    r"(?:вес[ьи]|всему|всего|всем|цел\w+|целиком|общ(?:ее|ие|ая|ий|его|их)|проект\w*|стандарт\w*"
    r"|жалпы|бүкіл|тұтас\w*|барлық|толы[қғ]\w*|жоба\w*|стандарт\w*"
    r"|whole|entire|general|overall|draft|standard)"
)
_BESIDE = late(
    r"(?:по|к|ко|на|о|об|в|во|для|текст\w*|замечани\w+|предложени\w+|комментари\w+|мнени\w+|отзыв\w*"
    r"|вопрос\w*|характер\w*|данн\w+|этому|этот|документ\w*|государственн\w+|услуг\w+|и|или|относится"
    r"|мәтін\w*|ескерт\w+|пікір\w*|ұсыныс\w*|сұрақ\w*|құжат\w*|бойынша|туралы|және|мен|осы|сипаттағы"
    r"|мемлекеттік|көрсетілетін|қызмет\w*|the|as|a|on|to|of|about|text|document|comments?|remarks?"
    r"|suggestions?|all|and)"
)
_ALONE = frozenset(
    {"по тексту", "ко всем пунктам", "по всем пунктам", "барлық тармақтар", "барлық тармақ бойынша"}
)


def is_whole(said: str) -> bool:
    """Return whether words name the whole draft and nothing else; an empty cell does, too."""
    bare = " ".join(said.lower().replace("ё", "е").split()).strip(" .,:;()*\"'«»“”")
    if bare in _NOTHING | _ALONE or said.strip() in _NOTHING:
        return True
    parts = re.findall(r"[^\W\d_]+", bare)
    if len(parts) != len(re.findall(r"[^\W_]+", bare)):
        return False
    is_said = any(_WHOLE.fullmatch(part) for part in parts)
    return is_said and all(_WHOLE.fullmatch(part) or _BESIDE.fullmatch(part) for part in parts)
