"""Forms of one word: endings of Kazakh and Russian as tables, in folded letters.

No stemmer knows Kazakh. Endings are taken off step by step, and every step is kept: two words are
forms of one where their steps meet (`theme/assets/search-words.js` does it, by these tables). In
folded letters most variants of a Kazakh ending are one.
"""

from collections.abc import Mapping

ENDINGS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "kk": (
        # Each step takes one at most: case, then possession, then the plural.
        (
            *("даги", "деги", "таги", "теги"),
            *("нин", "дин", "тин", "нан", "нен", "дан", "ден", "тан", "тен", "мен", "бен", "пен"),
            *("нда", "нде", "да", "де", "та", "те", "га", "ге", "ка", "ке", "на", "не"),
            *("ни", "ди", "ти", "ма", "ме", "н"),
        ),
        ("имиз", "миз", "иниз", "низ", "им", "м", "ин", "н", "си", "и"),
        ("лар", "лер", "дар", "дер", "тар", "тер"),
    ),
    "ru": (
        (
            *("иями", "ями", "ами", "иях", "ях", "ах", "ого", "его", "ому", "ему", "ими", "ою"),
            *("ею", "ие", "ое", "ая", "яя", "ую", "юю", "их", "им", "ом", "ем", "ов", "ев", "еи"),
            *("ои", "ии", "ию", "ия", "ам", "ям", "ею", "а", "я", "о", "е", "и", "у", "ю"),
        ),
    ),
}
"""By language: steps, and the endings of each, the longest first."""

DERIVED: Mapping[str, tuple[str, ...]] = {
    "kk": (
        *("атин", "етин", "ган", "ген", "кан", "кен", "лик", "дик", "тик", "шил", "сиз", "ши"),
        *("гим", "ким", "ип", "п", "у"),
    ),
    "ru": (
        *("ност", "ост", "ани", "ени", "аци", "ник", "чик", "тел", "ств", "ит", "ат", "ет", "ец"),
        *("лен", "ляют", "ляет", "ят", "ск", "к", "ц", "н"),
    ),
}
"""What makes one word of another: инвалид, инвалидность; жұмыс, жұмысшы; иностранец, иностранка.

One of them is taken off what is left without endings. Words whose roots meet are near, and not one:
they weigh less than forms.
"""

VERBAL: Mapping[str, tuple[str, ...]] = {
    "kk": (
        *("ма", "ме", "ба", "бе", "па", "пе", "ип", "п", "ди", "ти", "ган", "ген", "кан", "кен"),
        *("а", "е", "и", "са", "се", "ар", "ер", "р", "ат", "ет", "ит", "ин", "м", "н", "к"),
        *(
            "гим",
            "ким",
            "син",
            "миз",
            "сиз",
            "низ",
            "лар",
            "лер",
            "ил",
            "аик",
            "еик",
            "уге",
            "уга",
            "у",
        ),
    ),
    "ru": (
        *("ива", "ова", "ва", "ют", "ут", "ят", "ит", "ет", "ат", "ал", "ел", "ил", "л", "ем"),
        *("им", "ш", "т", "ю", "у", "а", "и", "о", "ен", "ан", "н", "ся", "с", "те", "ти", "ого"),
    ),
}
"""What follows a stem of a verb, in any number: бас тарт-ти, берме-ди-низ; отказ-ива-ют, не да-ли.

Only stems that stand in a list are read with them, since any rest would do for a short one.
"""

TELLING: Mapping[str, tuple[str, ...]] = {
    "kk": (
        *(
            "дим",
            "диниз",
            "тим",
            "тиниз",
            "пти",
            "птимин",
            "ади",
            "еди",
            "аиди",
            "еиди",
            "амин",
            "емин",
            "амиз",
            "аимин",
            "еимин",
            "аимиз",
            "еимиз",
        ),
        *("емиз", "ланди", "ленди", "илди", "инди", "саниз", "сениз", "сам", "сем"),
    ),
    "ru": (
        *("али", "или", "ели", "яли", "ули", "лся", "лас", "лис", "лос", "ают", "яют", "уют"),
        *(
            "ется",
            "ится",
            "ются",
            "утся",
            "ятся",
            "атся",
            "шат",
            "дят",
            "тят",
            "аюс",
            "аеш",
            "аем",
            "уем",
            "аете",
        ),
    ),
}
"""How a verb ends that tells a story: не успели, кешіктірдім. It names no service.

At least three letters stand before it. Endings that names have as well (жұмыссыздық) are not here.
"""

DOING: Mapping[str, tuple[str, ...]] = {
    "kk": ("ган", "ген", "кан", "кен", "ип", "са", "се", "аса", "есе", "ямин", "яди", "ара"),
    "ru": (
        *("ит", "ет", "ат", "ят", "ут", "ют", "ти", "ил", "ила", "или", "ал", "ала", "али"),
        *("[^т]ел", "ела", "ял", "яла", "шла", "шли", "ишся", "тся", "лся", "лас", "лис"),
    ),
}
"""How other verbs end, and some nouns: not worth telling that a text lacks one («просит», «бітіп»).

By these endings no word is taken for one that names nothing.
"""

HEAD: Mapping[str, int] = {"kk": -1}
"""Where the word stands that the others of a name tell of: it comes first in other languages."""

SOFTENED: Mapping[str, str] = {"г": "к", "б": "п"}
"""What the last letter of a Kazakh stem becomes where an ending is taken off: куәлігі, куәлік."""
