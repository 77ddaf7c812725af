"""A numbered line belongs to the clause that holds such lines, and begins one where none does."""

from collections.abc import Sequence

import pytest

from talqy.drafts.word_text import Known, read_text
from talqy.drafts.word_views import read_views
from talqy.model.revision import Revision
from word_files import a_word, paragraph

# What the base says: 2 holds a list, and 3 is counted like its next item.
BASE = {
    "1": ["Жалпы ережелер"],
    "2": [
        "Өтініш берушінің құжаттары",
        "Өтініш берушіден мыналар талап етіледі:",
        "1. жеке басын куәландыратын құжат;",
        "2. туу туралы анықтама.",
    ],
    "3": ["Шағым жоғары тұрған органға беріледі."],
}
PLAIN = {**BASE, "2": ["Өтініш берушінің құжаттары", "Жеке куәлік талап етіледі."]}


def a_text(clauses: dict[str, list[str]]) -> Revision:
    head = {"schema": "1", "revision": "1", "kind": "new", "dated": "2026-11-02"}
    made = []
    for number, (first, *others) in clauses.items():
        words = {"heading": {"kk": first}, "text": {"kk": "\n".join(others)}}
        said = words if others else {"text": {"kk": first}}
        made.append({"id": f"c-{number}", "number": number, **said})
    return Revision.model_validate({**head, "explanation": {"kk": "."}, "clauses": made})


def numbers(base: dict[str, list[str]], lines: Sequence[str]) -> list[str]:
    """Return the numbers of the clauses that are read out of lines."""
    views = read_views(a_word("".join(map(paragraph, lines))), "draft.docx")
    text = read_text(views.accepted, "draft.docx", Known(("kk",), a_text(base), (), "kk"))
    assert text.problems == ()
    return [passage.number["kk"] for passage in text.passages]


HEAD = ["1. Жалпы ережелер", "2. Өтініш берушінің құжаттары"]
ASKED = "Өтініш берушіден мыналар талап етіледі:"
FIRST, SECOND = BASE["2"][2:]
LAST = "3. Шағым жоғары тұрған органға беріледі."


@pytest.mark.parametrize(
    "lines",
    [
        [*HEAD, ASKED, FIRST, SECOND, LAST],
        [*HEAD, ASKED, "1. жеке басты куәландыратын құжаттың көшірмесі;", SECOND, LAST],
        [*HEAD, ASKED, FIRST, "2. паспорт;", "3. екі фотосурет.", LAST],
        [*HEAD, ASKED, "1. паспорт;", "2. сурет;", "3. өтініш;", "4. түбіртек.", LAST],
        [*HEAD, ASKED, "1. паспорт.", LAST],
        [*HEAD, ASKED, SECOND.replace("2", "1"), LAST],
    ],
)
def test_an_item_that_was_changed_or_put_in_stays_in_its_clause(lines: list[str]) -> None:
    assert numbers(BASE, lines) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # A new clause stands behind the list; the old one is counted anew.
        ([*HEAD, ASKED, FIRST, SECOND, "3. Мерзімі бес күн.", LAST.replace("3", "4")], "1 2 3 4"),
        ([*HEAD, ASKED, FIRST, SECOND, LAST, "4. Қызмет тегін көрсетіледі."], "1 2 3 4"),
        ([HEAD[0], LAST.replace("3", "2")], "1 2"),
        ([HEAD[0], "2. Қызмет тегін.", "3. Мерзімі бес күн."], "1 2 3"),
    ],
)
def test_a_new_clause_is_one(lines: list[str], found: str) -> None:
    assert numbers(BASE, lines) == found.split()


def test_a_base_without_such_lines_says_nothing_of_them() -> None:
    lines = [*HEAD, ASKED, "1. паспорт;", "2. сурет.", LAST]
    assert numbers(PLAIN, lines) == ["1", "2", "1", "2", "3"]
