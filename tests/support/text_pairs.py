"""Two texts with a change between them that is hard to track, by what is hard about it."""

from typing import Any

from builders import Tree, a_revision, said
from talqy.model.revision import Revision

LONG = "Өтініш бес жұмыс күні ішінде қаралады."
LONG_RU = "Заявление рассматривается в течение пяти рабочих дней со дня регистрации"
MORE_RU = "Срок продлевается по мотивированному решению руководителя услугодателя."
SIGNS = "1 < 2 & «a» \"b\" 'c' [x]"


def a_line(name: str, number: str, ru: str, kk: str = "", **more: Any) -> Tree:
    """Return a clause without a heading."""
    return {"id": name, "number": number, "text": said(kk or f"{number} мәтін.", ru), **more}


def a_headed(name: str, number: str, ru: str, **more: Any) -> Tree:
    """Return a clause under a heading."""
    return a_line(
        name, number, ru, heading=said(f"Тақырып {number}", f"Заголовок {number}"), **more
    )


def a_table(*rows: tuple[str, ...]) -> Tree:
    """Return a table of figures; the first row is its head."""
    return {"head": list(rows[0]), "rows": [list(row) for row in rows[1:]]}


def a_text(*clauses: Tree, number: int = 1) -> Revision:
    """Return a text of these clauses."""
    return Revision.model_validate(a_revision(number, clauses=list(clauses), consultation=None))


FIRST, LAST = a_headed("general", "1", "Общие слова."), a_headed("end", "9", "Последние слова.")
TABLE = a_table(("Случай", "МРП"), ("первый", "1"), ("второй", "2"))
# Each: the clauses of the older text, and those of the newer one.
HARD_PAIRS: dict[str, tuple[list[Tree], list[Tree]]] = {
    "nothing": ([FIRST], [FIRST]),
    "a line ends in new words and a new line follows": (
        [FIRST, a_line("term", "2", "1) через портал."), LAST],
        [FIRST, a_line("term", "2", "1) через портал, в том числе ночью\n2) почтой."), LAST],
    ),
    "a line ends in new words and a new clause follows": (
        [a_headed("term", "2", LONG_RU), LAST],
        [a_headed("term", "2", f"{LONG_RU} и подписи"), a_headed("new", "3", "Да."), LAST],
    ),
    "a line loses its end and the next one is gone": (
        [a_headed("term", "2", f"{LONG_RU} и подписи\n{MORE_RU}"), LAST],
        [a_headed("term", "2", LONG_RU), LAST],
    ),
    "the last clause is gone": ([FIRST, LAST], [FIRST]),
    "the last clause is new": ([FIRST], [FIRST, LAST]),
    "the first clause is gone": ([FIRST, LAST], [LAST]),
    "all clauses are others": (
        [FIRST, a_line("a", "2", "Альфа.")],
        [a_line("b", "2", "Бета."), LAST],
    ),
    "clauses change places": (
        [FIRST, a_headed("a", "2", "Альфа."), a_headed("b", "3", "Бета."), LAST],
        [FIRST, a_headed("b", "2", "Бета."), a_headed("a", "3", "Альфа."), LAST],
    ),
    "a line is split": (
        [a_headed("term", "2", f"{LONG_RU}. {MORE_RU}")],
        [a_headed("term", "2", f"{LONG_RU}.\n{MORE_RU}")],
    ),
    "two lines are joined": (
        [a_line("term", "2", f"{LONG_RU}.\n{MORE_RU}"), LAST],
        [a_line("term", "2", f"{LONG_RU}. {MORE_RU}"), LAST],
    ),
    "a heading comes": (
        [a_line("term", "2", f"{LONG_RU}.")],
        [a_headed("term", "2", f"{LONG_RU}.")],
    ),
    "a heading is another": (
        [a_headed("term", "2", f"{LONG_RU}.")],
        [{**a_headed("term", "3", f"{LONG_RU}."), "heading": said("Өзге", "Иное слово & знак")}],
    ),
    "a first line comes before others": (
        [a_line("term", "2", f"{LONG_RU}.")],
        [a_line("term", "2", f"{MORE_RU}\n{LONG_RU}.")],
    ),
    "a number comes": (
        [{**a_headed("term", "2", "Да."), "number": ""}],
        [a_headed("term", "2", "Да.")],
    ),
    "text becomes a table": (
        [a_headed("term", "2", "Да."), LAST],
        [{"id": "term", "number": "2", "heading": said("Х", "З"), "table": TABLE}, LAST],
    ),
    "a table comes": (
        [a_headed("term", "2", "Да."), LAST],
        [a_headed("term", "2", "Да.", table=TABLE), LAST],
    ),
    "a table goes from the end": (
        [FIRST, a_headed("term", "2", "Да.", table=TABLE)],
        [FIRST, a_headed("term", "2", "Да.")],
    ),
    "lines come before a table": (
        [a_headed("term", "2", LONG_RU, table=TABLE), LAST],
        [a_headed("term", "2", f"{LONG_RU} и подписи\n{MORE_RU}", table=TABLE), LAST],
    ),
    "rows come and go": (
        [a_headed("term", "2", "Да.", table=TABLE)],
        [
            a_headed(
                "term",
                "2",
                "Да.",
                table=a_table(("Случай", "МРП, тенге"), ("нулевой", "0"), ("первый", "1,5")),
            )
        ],
    ),
    "a column comes": (
        [a_headed("term", "2", "Да.", table=TABLE), LAST],
        [
            a_headed("term", "2", "Да.", table=a_table(("Случай", "Кто", "МРП"), ("1", "2", "3"))),
            LAST,
        ],
    ),
    "a clause with a table is new": (
        [FIRST, LAST],
        [FIRST, a_headed("x", "2", "А.", table=TABLE), LAST],
    ),
    "a clause with a table is gone": ([FIRST, a_headed("x", "2", "А.", table=TABLE)], [FIRST]),
    "a note comes": (
        [a_headed("term", "2", "Да.")],
        [a_headed("term", "2", "Да.", note=said("Ескерту. Жаңа.", "Сноска. Новое."))],
    ),
    "signs of mark-up": (
        [a_headed("term", "2", f"{SIGNS} до")],
        [a_headed("term", "2", f"{SIGNS} после <w:p/>")],
    ),
    "a unit with other numbers": (
        [{**a_headed("c", "1", "Да."), "unit": "chapter", "number": said("1-тарау", "Глава 1")}],
        [
            {**a_headed("c", "1", "Да."), "unit": "chapter", "number": said("2-тарау", "Глава 2")},
            a_headed("annex", "1", "Да.", unit="annex"),
        ],
    ),
}


def hard_pair(name: str) -> tuple[Revision, Revision]:
    """Return the older and the newer text of a pair."""
    older, newer = HARD_PAIRS[name]
    return a_text(*older), a_text(*newer, number=2)
