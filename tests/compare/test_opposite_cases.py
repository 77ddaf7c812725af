"""The case of one person is never told as that of another, however like their letters are."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.compare.case_amounts import aligned
from talqy.compare.cases import CaseFact, likeness
from talqy.compare.telling_apart import Words
from talqy.model.facts import Term

OPPOSITES = [
    ("совершеннолетние", "несовершеннолетние", "кәмелетке толғандар", "кәмелетке толмағандар"),
    (
        "граждане, достигшие 14 лет",
        "граждане, не достигшие 14 лет",
        "14 жасқа толған азаматтар",
        "14 жасқа толмаған азаматтар",
    ),
    ("резиденты", "нерезиденты", "резиденттер", "бейрезиденттер"),
    (
        "лица с инвалидностью",
        "лица без инвалидности",
        "мүгедектігі бар адамдар",
        "мүгедектігі жоқ адамдар",
    ),
    (
        "лица с инвалидностью",
        "лица, не имеющие инвалидности",
        "мүгедектігі бар адамдар",
        "мүгедек емес адамдар",
    ),
    ("при первичной выдаче", "при повторной выдаче", "алғаш рет беру", "қайталап беру"),
    ("первичная регистрация", "временная регистрация", "алғашқы тіркеу", "уақытша тіркеу"),
    ("повторная регистрация", "временная регистрация", "қайта тіркеу", "уақытша тіркеу"),
    (
        "при ускоренном оказании услуги",
        "при неускоренном оказании услуги",
        "жедел қызмет көрсету кезінде",
        "жедел емес қызмет көрсету кезінде",
    ),
    (
        "дети до четырнадцати лет",
        "дети до шестнадцати лет",
        "он төрт жасқа дейінгі балалар",
        "он алты жасқа дейінгі балалар",
    ),
    ("дети до 14 лет", "дети до 16 лет", "балалар", "балалар"),
    ("лица старше 18 лет", "лица младше 18 лет", "18 жастан үлкендер", "18 жастан кішілер"),
    ("до вступления в брак", "после вступления в брак", "некеге дейін", "некеден кейін"),
    ("выдача карты ребенку", "выдача карты взрослому", "балаға карта", "ересекке карта"),
    ("все, кроме граждан", "граждане", "азаматтардан басқалар", "азаматтар"),
    ("при наличии справки", "при отсутствии справки", "анықтама болса", "анықтама болмаса"),
    ("справка на бумаге", "справка на портале", "қағаз анықтама", "порталдағы анықтама"),
]
SAME = [
    ("дети до 14 лет", "детям до четырнадцати лет"),
    ("выдача карты", "при выдаче карты"),
    ("лица с инвалидностью", "для лиц с инвалидностью"),
    ("в случае утраты", "в случае утраты или порчи"),
    ("граждане, не достигшие 14 лет", "граждан, не достигших 14 лет"),
]


def a_case(words: Words, amount: int = 5) -> CaseFact:
    term = Term.model_validate({"amount": str(amount), "unit": "working-day"})
    return CaseFact(fact="term", value=term, words=words, channel="", clause="term")


def are_one(x: Words, y: Words, new_amount: int = 5) -> bool:
    """Return whether a case of the one text is held for one of the other."""
    links = aligned([a_case(x)], [a_case(y, new_amount)], lambda _: True)
    return any(one.before and one.after for one in links)


def opposites() -> Iterator[tuple[Words, Words]]:
    """Yield each pair in each language by itself, and in both; where words differ at all."""
    for labels in OPPOSITES:
        words = {"ru": labels[:2], "kk": labels[2:]}
        for languages in (("ru",), ("kk",), ("kk", "ru")):
            x, y = ({language: words[language][at] for language in languages} for at in (0, 1))
            if x != y:
                yield x, y


@pytest.mark.parametrize("amount", [5, 3])
@pytest.mark.parametrize(("x", "y"), list(opposites()), ids=lambda words: " ".join(words.values()))
def test_the_opposite_case_is_another(x: Words, y: Words, amount: int) -> None:
    assert not are_one(x, y, amount)
    assert not are_one(y, x, amount)
    assert likeness(x, y) < 60


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_case_in_other_forms_is_one(old: str, new: str) -> None:
    assert are_one({"ru": old}, {"ru": new})
    assert are_one({"ru": new}, {"ru": old}, 3)


RUSSIAN = (
    "выдача карты",
    "первичная выдача удостоверения личности",
    "дети из многодетных семей",
    "при обращении в Государственную корпорацию",
    "граждане, достигшие 14 лет",
)
KAZAKH = (
    "карта беру",
    "жеке куәлікті алғаш рет беру",
    "көпбалалы отбасылардың балалары",
    "Мемлекеттік корпорацияға жүгінген кезде",
    "14 жасқа толған азаматтар",
)


def denied_at_each_word(label: str, language: str) -> list[str]:
    """Return a label with a “not” at each of its words in turn: before, behind, or joined to it."""
    words, found = label.split(), list[str]()
    for at, word in enumerate(words):
        ways = {
            "ru": [f"не {word}", f"без {word}", f"кроме {word}"]
            + ([f"не{word}"] if len(word) > 4 else []),
            "kk": [f"{word} емес", f"{word} жоқ"] + ([f"{word}сыз"] if len(word) > 4 else []),
        }
        found += [" ".join((*words[:at], said, *words[at + 1 :])) for said in ways[language]]
    return found


DENIED = [
    ({language: label}, {language: denied})
    for language, labels in (("ru", RUSSIAN), ("kk", KAZAKH))
    for label in labels
    for denied in denied_at_each_word(label, language)
]


@given(st.sampled_from(DENIED), st.sampled_from((5, 3)), st.booleans())
def test_a_not_put_into_a_label_never_leaves_it_the_same_case(
    labels: tuple[Words, Words],
    amount: int,
    is_put_in: bool,  # noqa: FBT001
) -> None:
    x, y = labels if is_put_in else labels[::-1]
    assert not are_one(x, y, amount)


def test_all_of_them_hold() -> None:
    one = [
        (x, y, amount)
        for (x, y), amount in product(DENIED, (5, 3))
        if are_one(x, y, amount) or are_one(y, x, amount)
    ]
    assert one == []


def test_who_is_named_beside_others_is_named() -> None:
    citizens, foreigners = {"ru": "граждане"}, {"ru": "иностранцы"}
    both = {"ru": "граждане и иностранцы"}
    for names in (
        (citizens, foreigners, both),
        ({"ru": "врачи"}, {"ru": "педагоги"}, {"ru": "врачи и педагоги"}),
    ):
        x, y, wide = (a_case(one, amount) for one, amount in zip(names, (2, 4, 2), strict=True))
        assert {(one.before, one.after) for one in aligned([x, y], [wide], bool)} == {
            (x, wide),
            (y, wide),
        }
        assert {(one.before, one.after) for one in aligned([wide], [x, y], bool)} == {
            (wide, x),
            (wide, y),
        }


def test_an_extension_in_other_words_is_no_term_of_all() -> None:
    of_all = a_case(None)
    was = a_case({"ru": "продление при запросе", "kk": "сұрау салу кезінде ұзарту"}, 30)
    now = a_case({"ru": "увеличение срока, если сведений мало", "kk": "ұзартылған мерзім"}, 15)
    for left in ([now], []):
        links = aligned([of_all, was], [of_all, *left], bool)
        assert [(one.before, one.after) for one in links if one.before is was] == [(was, None)]


def test_what_is_named_no_more_is_not_under_all_while_a_new_one_may_be_it() -> None:
    of_all = a_case(None)
    was, now = a_case({"ru": "для педагогов"}, 30), a_case({"ru": "учителям школ"}, 15)
    pairs = {(one.before, one.after) for one in aligned([of_all, was], [of_all, now], bool)}
    assert pairs == {(of_all, of_all), (was, None), (None, now)}
    pairs = {(one.before, one.after) for one in aligned([of_all, was], [of_all], bool)}
    assert pairs == {(of_all, of_all), (was, of_all)}
