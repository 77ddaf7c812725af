"""An empty table for comments that came in as letters, for a clerk to fill in and to import.

Its heads are names that the import knows; cells offer what may be chosen. What stands in it for the
clerk alone is known again, and not taken (`template_signs.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from talqy.comments.clause_names import clauses_meant
from talqy.intake.template_signs import EXAMPLE, mark
from talqy.language.clause_sayings import clause_name
from talqy.language.locale import Locale
from talqy.model.revision import Clause, Revision

FIELDS = (
    *("received", "clause", "kind", "text", "proposal"),
    *("author", "name", "channel", "language"),
)
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ru": (
        *("Дата поступления", "Пункт", "Вид комментария", "Замечание или предложение"),
        *("Предлагаемая редакция", "Вид автора", "Имя", "Способ поступления", "Язык"),
    ),
    "kk": (
        *("Келіп түскен күні", "Тармақ", "Пікір түрі", "Ескертпе немесе ұсыныс"),
        *("Ұсынылатын редакция", "Автор түрі", "Аты-жөні", "Келіп түсу тәсілі", "Тілі"),
    ),
    "en": (
        *("Date received", "Clause", "Kind", "Comment"),
        *("Proposed wording", "Author", "Name", "Channel", "Language"),
    ),
}


@dataclass(frozen=True, slots=True)
class TableTemplate:
    """The template in one language: names of sheets, heads, the example row, lists to choose from.

    `clauses` are rows of one cell each, the mark of the list first.
    """

    title: str
    name: str
    heads: tuple[str, ...]
    example: tuple[str, ...]
    clauses_name: str
    clauses: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]


def table_template(locale: Locale, text: Revision, title: str) -> TableTemplate:
    """Return the template for comments on a text, in a language that has heads here, or English."""
    language = locale.code if locale.code in _COLUMNS else "en"
    clauses = (str(clause_name(locale, text, None)), *_clauses(locale, text))
    words, proposal = EXAMPLE[language]
    talk = text.consultation
    example = {
        "received": (talk.opens if talk else text.dated).strftime("%d.%m.%Y"),
        "clause": clauses[min(1, len(clauses) - 1)],
        "text": words,
        "proposal": proposal,
    }
    return TableTemplate(
        title=title,
        name=locale.words("Comments"),
        heads=_COLUMNS[language],
        example=tuple(example.get(name, "") for name in FIELDS),
        clauses_name=locale.words("Clauses"),
        clauses=(mark(clauses, language), *clauses),
        choices={
            "kind": _names(locale, "comment-kind"),
            "channel": _names(locale, "comment-channel"),
            "author": _names(locale, "author-kind"),
        },
    )


def _names(locale: Locale, name: str) -> tuple[str, ...]:
    return tuple(locale.coded(name, code) for code in locale.codes.codes(name))


def _clauses(locale: Locale, text: Revision) -> Iterator[str]:
    """Yield a name for each clause that leads to it alone: number and heading, else the id."""
    for clause in text.walk():
        named = " ".join(Markup(clause_name(locale, text, clause.id)).unescape().split())  # noqa: S704
        names = (named, clause.number_in(locale.code), clause.id)
        yield next(_sure(names, clause, text), clause.id)


def _sure(names: Iterable[str], clause: Clause, text: Revision) -> Iterator[str]:
    return (name for name in names if clauses_meant(name, text) == (clause,))
