"""Any file taken in as a text, new or the next one of a small standard, and what is promised."""

from functools import cache

import yaml

import builders as b
from cases import a_case, a_record
from talqy.drafts.word_import import WordImport
from talqy.drafts.word_text import Known
from talqy.drafts.word_views import read_views
from talqy.model.codes import CodeLists
from talqy.model.revision import Revision

LANGUAGES = ("kk", "ru")


@cache
def _base() -> tuple[CodeLists, Revision]:
    case = a_case(a_record(a_small_text()))
    return case.register.codes, case.register.records[0].revisions[0]


def a_small_text() -> b.Tree:
    """Return a text with an item, a table, a note and an annex."""
    table = {"head": [b.said("Не", "Что"), b.said("Мерзімі", "Срок")], "rows": [["1", "2 (екі)"]]}
    items = b.said("Мыналар:\n1) арыз;\n2) куәлік.", "Следующие:\n1) заявление;\n2) удостоверение.")
    return b.an_adopted_revision(
        clauses=[
            {"id": "term", "number": "1", "heading": b.said("Мерзімі", "Срок"),
             "text": b.said("Бес жұмыс күні ішінде.", "Пять рабочих дней."), "table": table},
            {"id": "docs", "number": "2", "heading": b.said("Құжаттар", "Документы"),
             "text": items, "note": b.said("Ескерту. 1.", "Сноска. 1.")},
            {"id": "annex", "unit": "annex", "number": "1", "heading": b.said("Нысан", "Форма"),
             "text": b.said("Арыз нысаны.", "Форма заявления.")},
        ]
    )  # fmt: skip


def imported(data: bytes, file: str) -> tuple[int, int]:
    """Read a text; return how many clauses it has, and how many problems."""
    codes, base = _base()
    views = read_views(data, file)
    clauses, named = 0, 0
    for known, said in ((base, yaml.safe_dump(a_small_text(), allow_unicode=True)), (None, "")):
        going = WordImport([(file, views)], [Known(LANGUAGES, known, ())], codes, said)
        problems = list(going.problems)
        if not problems:
            made = going.composed()
            clauses += len(made.clauses)
            assert all(one.said() and one.advised() for one in going.told(made))
        assert all(one.said() and one.advised() for one in problems)
        named += len(problems)
    return clauses, named
