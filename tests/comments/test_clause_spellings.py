"""How people name a clause, in Kazakh, Russian and English: what is meant, or that it is left."""

import pytest

import builders as b
from talqy.comments.clause_names import clause_named, clause_with
from talqy.model.revision import Revision
from talqy.office.grids import Place


def each(words: str) -> list[str]:
    """Return what stands between strokes."""
    return words.split(" | ")


ITEMS = b.said(
    "Мынадай мерзімдер белгіленеді:\n1) қабылдау – 20 минут;\n2) беру – 3 (үш) жұмыс күні.",
    "Установлены сроки:\n1) прием – 20 минут;\n2) выдача – 3 (три) рабочих дня.",
)
DRAFT = Revision.model_validate(
    b.a_revision(
        clauses=[
            b.a_clause("general", "1", heading=b.said("Жалпы ережелер", "Общие положения")),
            b.a_clause("term", "2", heading=b.said("Көрсету мерзімі", "Срок оказания"), text=ITEMS),
            b.a_clause("fee", "3", heading=b.said("Төлемақы мөлшері", "Размер платы")),
            b.a_clause(
                "docs",
                "4",
                heading=b.said("Құжаттар тізбесі", "Перечень документов"),
                clauses=[
                    b.a_clause("docs-child", "4.1", heading=b.said("Балаға", "На ребенка")),
                    b.a_clause("docs-adult", "4.2", text=ITEMS),
                ],
            ),
            b.a_clause("refusal", "5", clauses=[b.a_clause("grounds", "1)")]),
        ]
    )
)
# What is named, by the clause that is meant; «*» is a part of it that is no clause of its own, and
# «~» a name that the draft has not like this.
NAMED = {
    "term": (
        *each("2 | п.2 | п. 2. | Пункт 2 | пункту 2 | К пункту 2 | по п. 2 проекта | №2 | № 2"),
        *each("пункт № 2 | пункт №2 | 2 пункт | 2-й пункт | п2 | (2) | второй пункт | 2 п."),
        *each("2-тармақ | 2 тармақ | тармақ 2 | 2-тармаққа | 2-т. | 2-ші тармақ | екінші тармақ"),
        *each("жобаның 2-тармағы | осы стандарттың 2-тармағына | clause 2 | item 2 of the draft"),
        *each("пункт 2 настоящих Правил | п. 2 данного стандарта | осы Қағидалардың 2-тармағы"),
        *each("clause 2 of these rules | пункта 2 настоящего Положения"),
        *each("2. Срок оказания | 2 Срок оказания | пункт 2 «Срок оказания»"),
        *each("Пункт 2\nСрок оказания"),
        *each("второй | пункт два | два | ② | екінші | екі | екінші тармақтағы | second clause"),
        *each("2. Көрсету мерзімі | 2-тармақ\nКөрсету мерзімі | пункт 2 (срок)"),
        *each("п. 2: срок оказания"),
        *each("срок оказания | «Срок оказания» | раздел 2 | раздел 2. Срок оказания | 2-бөлім"),
    ),
    "term*": (
        *each("подпункт 2) пункта 2 | пп. 2 п. 2 | п.п. 2) п. 2 | п. 2 пп. 2)"),
        *each("пункт 2, подпункт 1) | подпункты 1) и 2) пункта 2"),
        *each("2-тармақтың 2) тармақшасы | 2-тармақтың 1-тармақшасы | 2 тармақ 2) тармақша"),
        *each("2(2)"),
        *each("п. 2 абз. 2 | абзац второй пункта 2 | 2-тармақтың екінші абзацы"),
        *each("часть 1 пункта 2"),
        *each("2.1 | п. 2.2 | 2.1) | 2 п.1 | 2 п. 2 | 1 п. 2 | Пункт 2.2"),
        *each("2, 2) | clause 2(1) | paragraph 1 of clause 2 | пункт 2 строка 3"),
    ),
    # Not as the draft has it: told, so that a person looks whether it is meant.
    "term~": (*each("срок | Срок | сроки | мерзімі"),),
    "refusal~": each("5) | V | пункт V | V тармақ"),
    "docs~": ("документы",),
    "docs-child~": each("4-1 | пункт 4-1 | 4-1-тармақ"),
    "docs-child": (
        *each("4,1 | п. 4,1"),
        "4.1",
        "4.1.",
        "п.4.1",
        "4.1-тармақ",
        "пункт 4.1",
        "4.1 На ребенка",
        "п. 4 (4.1)",
    ),
    "docs-adult*": ("4.2 пп. 2)", "подпункт 1) пункта 4.2", "4.2-тармақтың 2) тармақшасы"),
    "grounds": ("подпункт 1) пункта 5", "5-тармақтың 1) тармақшасы", "п. 5 пп. 1", "Пункт 5, 1)"),
    "fee": ("fee", "Fee", "FEE"),
    "general": ("Общие положения", "1. Общие положения", "жалпы ережелер"),
    "whole": (
        *each("весь проект | весь документ | в целом по проекту | Проект в целом"),
        *each("ко всему тексту"),
        *each("общие замечания | Общее замечание | общее мнение о проекте | по всему документу"),
        *each("проект стандарта | стандарт в целом | общий комментарий | общие вопросы | в целом"),
        *each("бүкіл жоба | жоба тұтас | жалпы ескерту | жалпы ескертулер | жобаға жалпы пікір"),
        *each("бүкіл құжат бойынша | жоба бойынша жалпы ұсыныстар | барлық тармақ бойынша"),
        *each("жалпы"),
        *each("whole draft | general comments | the whole document | overall | - | — | "),
        *each("нет | жоқ | n/a | Барлығы"),
    ),
}
# What is not plain, by the code of the reason.
LEFT = {
    "I23": (
        *each(
            "2,1 | пункты 2 и 3 | 2, 3 | п. 2, п. 4.1 | 2 және 3-тармақтар | 2; 3 | с 2 по 3 | 2 3"
        ),
        *each("4 и 4.1"),
    ),
    "I13": (
        "2026-01-04",
        "2026-01-04 00:00:00",
        "04.01.2026",
        "04.янв",
        "4-Jan",
        "янв.04",
        "04.қаң",
    ),
    "I55": (
        *each("пункт 2 Закона | статья 3 | ст. 14 Закона РК «О госуслугах»"),
        *each("подпункт 2) статьи 5"),
        *each("п. 2 приложения 1 | приложение | приложение 2 к Правилам | пункт 3 Кодекса"),
        *each("2-бап"),
        *each("Заңның 2-тармағы | Қағидалардың 3-тармағы | 1-қосымша | article 5"),
        *each("пункт 4 Приказа | пункт 2 настоящего приказа | осы бұйрықтың 2-тармағы"),
    ),
    "I56": (
        "3. Срок оказания",
        "п. 2 – очень долго",
        "2 (важно!)",
        "Населенный пункт 5 км",
        "2 км",
        "пункт 2 новый",
        "2 лист",
        *each("кроме пункта 2 | все пункты, кроме второго | 2-тармақтан басқа"),
        *each("следующий после второго пункт | екінші тармақтан кейінгі тармақ"),
    ),
    "F56": (
        *each("99 | п. 25 | новый пункт | не знаю | замечание"),
        *each("2-3 | 2.7 | 4.3 | 5.1.1"),
        *each("глава 2 | 2-тарау | подпункт 2) | пп. 2 | абзац 2 | подпункт 7) пункта 2"),
        *each("Пятнадцатый | пункт пятнадцать | Двенадцатый пункт | двадцать второй | 2-а | п. 2б"),
        *each("Он бесінші тармақ | онекінші | жиырма екінші | он екі | 2¹ | 2-1 | пункт XII"),
        *each("предыдущий пункт | соңғы тармақ"),
        *each("пункт | тармақ | ? | true | выдача"),
    ),
}


def named(said: str) -> tuple[str, list[str]]:
    """Return the id that is found, and the codes of what is said."""
    found, problems = clause_named(said, "birth-registration", DRAFT, Place("form.csv", 3, 2))
    assert isinstance(found, str)
    return found, [problem.code for problem in problems]


@pytest.mark.parametrize(("clause", "said"), [(c, said) for c in NAMED for said in NAMED[c]])
def test_a_clause_is_known_as_people_name_it(clause: str, said: str) -> None:
    told = {"*": ["I70"], "~": ["I38"]}.get(clause[-1], [])
    assert named(said) == (clause.rstrip("*~"), told)


@pytest.mark.parametrize(("code", "said"), [(code, said) for code in LEFT for said in LEFT[code]])
def test_what_is_not_plain_is_left_with_its_reason(code: str, said: str) -> None:
    assert named(said) == ("", [code])


def test_words_of_the_draft_alone_lead_to_the_one_clause_that_has_them() -> None:
    text = b.said("Ақысы 0,2 АЕК.", "Плата взимается в размере 0,2 МРП за каждую справку.")
    draft = Revision.model_validate(
        b.a_revision(
            clauses=[b.a_clause("fee", "1", text=text), b.a_clause("term", "2", text=ITEMS)]
        )
    )
    found, problems = clause_named("«в размере 0,2 МРП за каждую»", "x", draft, Place("a"))
    assert (found, problems) == ("fee", [])
    assert clause_with("выдача – 3 (три) рабочих дня", draft) == draft.clause("term")
    assert clause_with("выдача – 4 (четыре) рабочих дня", draft) is None
    assert clause_with("выдача – 3 (три) рабочих дня", DRAFT) is None  # two clauses have it
    assert clause_with("", draft) is None


def test_what_is_as_long_as_a_letter_is_no_name_of_a_clause() -> None:
    assert named("пункт 2 " * 100_000) == ("", ["F56"])


def test_chapters_are_known_where_the_text_calls_them_so() -> None:
    draft = Revision.model_validate(
        b.a_revision(
            clauses=[
                b.a_clause("one", "Глава 1", clauses=[b.a_clause("a", "1"), b.a_clause("b", "2")]),
                b.a_clause("two", "Глава 2", clauses=[b.a_clause("c", "3")]),
            ]
        )
    )
    for said, clause in (("глава 2", "two"), ("2-тарау", "two"), ("п. 2 главы 1", "b"), ("2", "b")):
        assert clause_named(said, "x", draft, Place("a")) == (clause, [])
    for said in ("раздел 2", "пункт 3 главы 1", "глава 3"):
        assert clause_named(said, "x", draft, Place("a"))[0] == ""


@pytest.mark.parametrize(
    "said", ["подпункт 2) пункта 4", "пп. 2 п. 4", "4-тармақтың 2) тармақшасы", "clause 4(2)"]
)
def test_an_item_is_one_of_its_own_clause_before_it_is_a_clause_beside_it(said: str) -> None:
    assert named(said) == ("docs-adult", ["I38"])
    clauses = [
        clause.model_copy(update={"text": ITEMS}) if clause.id == "docs" else clause
        for clause in DRAFT.clauses
    ]
    both = DRAFT.model_copy(update={"clauses": tuple(clauses)})
    found, problems = clause_named(said, "birth-registration", both, Place("form.csv", 3, 2))
    assert (found, [problem.code for problem in problems]) == ("docs", ["I70"])
