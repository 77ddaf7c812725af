"""Words that stand for one side of two: first and again, before and after, child and adult.

A label that takes one side is for others than a label that takes the other one, or none. Pairs of
which one word is the other with letters before it (“резидент”, “нерезидент”) need no row.
"""

import re
from collections.abc import Mapping
from functools import cache

_WITH_NUMBER = r"(?= (?:\d|\w*(?:надцати|дцати|десяти|сорока)\b))"
_ROWS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "ru": {
        "order": {
            "first": r"первичн|впервые|первоначальн",
            "again": r"повторн|вторичн|снова|вновь",
        },
        "bound": {
            "below": r"(?:до|перед|ранее|раньше|младше|моложе|менее|меньше|ниже)\b",
            "above": r"(?:после|по истечении|позже|позднее|старше|свыше|более|больше|выше)\b"
            rf"|(?:от|со?)\b{_WITH_NUMBER}",
        },
        "haste": {
            "quick": r"ускорен|срочн|экстренн|неотложн|безотлагательн",
            "ordinary": r"обычн|общем порядке|общеустановленн|стандартн",
        },
        "lasting": {"for a time": r"временн", "for good": r"постоянн|бессрочн"},
        "age": {
            "child": r"ребен|дет(?:и|ей|ям|ьми|ях|ск)|несовершеннолет|малолет|подрост",
            "adult": r"взросл|совершеннолет",
            "old": r"пенсионер|пожил|престарел",
        },
        "sex": {"man": r"мужчин|мужск|муж\b", "woman": r"женщин|женск|жен[аы]\b|матер"},
        "belonging": {
            "citizen": r"граждан(?!ств)",
            "foreign": r"иностран(?!н\w+ (?:государств|язык))",
            "none": r"без гражданства|апатрид",
        },
        "person": {
            "natural": r"физическ",
            "legal": r"юридическ",
            "trader": r"предпринимател|ип\b",
        },
        "medium": {"paper": r"бумажн|бумаге", "electronic": r"электронн|портал|онлайн"},
        "place": {"town": r"город(?!овк)", "village": r"сельск|сел[оеауё]\b|аул"},
        "border": {"out": r"вывоз|выезд|экспорт", "in": r"ввоз|въезд|импорт"},
        "rank": {"most": r"наибольш|максимал", "least": r"наименьш|минимал"},
        "presence": {"there": r"наличи|имеющ|имеет|есть\b", "lacking": r"отсутств|лишен"},
        "marriage": {"made": r"заключен\w* брака|брачующ", "broken": r"расторж|развод"},
        "share": {"whole": r"полностью|в полном", "part": r"частичн"},
        "life": {"birth": r"рожден|новорожд", "death": r"смерт|умерш"},
        "length": {"more": r"продлен|продлев|увеличени\w+ срок|дополнительн\w+ (?:время|срок)"},
    },
    "kk": {
        "order": {"first": r"алғаш|бастапқы", "again": r"қайта(?:дан|лап)?\b|қайталама"},
        "bound": {
            "below": r"дейін|бұрын\b|кіші|кем\b|төмен|аз\b",
            "above": r"кейін|соң\b|үлкен|асқан|артық|жоғары|бастап|көп\b",
        },
        "haste": {"quick": r"жедел|шұғыл|тез арада", "ordinary": r"кәдімгі|әдеттегі|жалпы тәртіп"},
        "lasting": {"for a time": r"уақытша", "for good": r"тұрақты|мерзімсіз"},
        "age": {
            "child": r"бала(?!м)|кәмелетке толма",
            "adult": r"ересек|кәмелетке толған",
            "old": r"зейнеткер|қарт(?!а)",
        },
        "sex": {"man": r"ерлер|ер адам|еркек|ері\b", "woman": r"әйел|ана(?:лар|сы)?\b"},
        "belonging": {
            "citizen": r"азамат(?!тығ)",
            "foreign": r"шетелдік",
            "none": r"азаматтығы жоқ",
        },
        "person": {
            "natural": r"жеке (?:тұлға|адам)",
            "legal": r"заңды тұлға",
            "trader": r"\w*кәсіпкер",
        },
        "medium": {"paper": r"қағаз", "electronic": r"электронд|портал|онлайн"},
        "place": {"town": r"қала", "village": r"ауыл"},
        "border": {"out": r"әкету|шығару|экспорт", "in": r"әкелу|кіру|импорт"},
        "rank": {"most": r"ең (?:ұзақ|көп|жоғары)", "least": r"ең (?:қысқа|аз|төмен)"},
        "marriage": {"made": r"неке қию", "broken": r"ажырас|некені бұзу"},
        "share": {"whole": r"толықтай|толық көлемде", "part": r"ішінара"},
        "life": {"birth": r"туу\b|туған|жаңа туған", "death": r"қайтыс|өлім"},
        "length": {"more": r"ұзарт|(?:қосымша|қосылатын)(?: ең ұзақ)? (?:уақыт|мерзім)"},
    },
    "en": {
        "order": {"first": r"first|initial", "again": r"repeat|again|renew"},
        "bound": {
            "below": r"(?:before|under|below|younger|until)\b",
            "above": r"(?:after|over|above|older|from)\b",
        },
        "haste": {"quick": r"urgent|express", "ordinary": r"ordinary|regular"},
        "lasting": {"for a time": r"temporar", "for good": r"permanent"},
        "age": {"child": r"child|minor", "adult": r"adult"},
        "belonging": {"citizen": r"citizen", "foreign": r"foreign", "none": r"stateless"},
        "length": {"more": r"extension|additional time"},
    },
}
_LONGER = "length"


@cache
def _of(language: str) -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    return {
        name: tuple((side, re.compile(rf"\b(?:{words})")) for side, words in rows.items())
        for name, rows in _ROWS.get(language, {}).items()
    }


Sides = Mapping[str, frozenset[str]]
"""The sides that a label takes, by the name of what they are sides of."""


def sides(low: str, language: str) -> Sides:
    """Return the sides that words in lower case take; what they take none of is left out."""
    found = {
        name: frozenset(side for side, pattern in rows if pattern.search(low))
        for name, rows in _of(language).items()
    }
    return {name: taken for name, taken in found.items() if taken}


def is_longer(taken: Sides) -> bool:
    """Return whether a label is for time that comes on top: an extension is no term of its own."""
    return _LONGER in taken
