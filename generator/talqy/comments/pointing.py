"""Words that only point elsewhere: to an attachment, or to an earlier letter.

«См. вложение», «Қосымшаны қараңыз», «то же, что в предыдущем письме»: what is meant stands in
another place, and can be neither published nor answered. One word that says more makes a comment.
"""

import re

from talqy.comments.letter_signs import ATTACHED
from talqy.comments.plain_letters import pattern_of, without_own_letters
from talqy.comments.thanks import without_thanks

_TO_FILE = pattern_of(
    r"\b(?:вложени\w+|вложенн\w+|прикрепл[её]нн\w+|прилагаем\w+|приложени[еияю]|файл\w*"
    r"|қосымша(?:да|ны|сын|сында|ларда)?|тіркеме\w*|тіркелген)\b"
)
_TO_EARLIER = pattern_of(
    r"\b(?:(?:то|тот|та|те|так|такое|такой) же(?: само[ей])?|аналогичн\w+|предыдущ\w+|прошл\w+"
    r"|прежн\w+|ранее|выше|ниже|там же|төменде\w*|сонда"
    r"|алдыңғы\w*|бұрынғы\w*|жоғары\w*|дәл со\w+|сол\w*|same|previous|above)\b"
)
_BESIDE = pattern_of(
    r"что|и|как|было|есть|мо[йеяию]\w*|наш\w*|вс[её]|письм\w+|обращени\w+|сообщени\w+|комментари\w+"
    r"|замечани\w+|предложени\w+|ответ\w*|мнени\w+|отзыв\w*|(?:на|о)?писал\w*|указан\w*|сказан\w*"
    r"|изложен\w*|(?:от|на)правил\w*|в|во|к|ко|с|по|см|смотри\w*|подробн\w+|полн\w+|текст\w*"
    r"|находи\w+|отдельн\w+|прошу|просим|рассмотреть|ознакомиться"
    r"|хат\w*|пікір\w*|ескерт\w*|ұсыныс\w*|жауа[бп]\w*|мәтін\w*|менің|біздің|барлы\w+|толық"
    r"|қара(?:ңыз|ңыздар|ңдар)|көріңіз\w*|беріл\w+|жазыл\w+|жаздым|жазғанмын|жазған|айтыл\w+"
    r"|көрсетіл\w+|қарауды|ескеруді|сұраймы[нз]|айтқан\w*|салынған|тұр|бар|солай|секілді|сияқты"
    r"|see|the|as|in|my|our|attach\w*|file|letter|comments?|message"
)
_LONGEST = 150  # letters; what is longer says more


def points_elsewhere(text: str) -> bool:
    """Return whether a text says nothing but that its words stand somewhere else."""
    return _only(text, (_TO_FILE, _TO_EARLIER))


def points_to_file(text: str) -> bool:
    """Return whether a text says nothing but that its words stand in an attachment."""
    return _only(text, (_TO_FILE,))


def _only(text: str, signs: tuple[re.Pattern[str], ...]) -> bool:
    if len(text) > _LONGEST:
        return False
    said = without_own_letters(ATTACHED.sub(" файл ", text))
    words = " ".join(without_thanks(said))
    if not any(sign.search(words) for sign in signs):
        return False
    for sign in signs:
        words = sign.sub(" ", words)
    return all(map(_BESIDE.fullmatch, re.findall(r"\w+", words)))
