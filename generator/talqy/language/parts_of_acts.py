"""What a clause is in its act, and how what leads to it is named after that."""

from talqy.language.locale import Locale
from talqy.model.revision import Clause
from talqy.model.units import unit_of
from talqy.project.shipped import shipped_codes

PARTS_OF_ACTS = frozenset({"section", "chapter", "annex", "form"})
"""Units under which clauses stand, and which are none of them."""

_UNITS = "clause-unit"


def unit_in_act(clause: Clause) -> str:
    """Return what a clause is in its act: its unit, else the part that its number names.

    “Глава 2” and “2-тарау” need no unit beside them.
    """
    said = " ".join(clause.numbers).casefold()
    named = (
        unit
        for unit in sorted(PARTS_OF_ACTS)
        if any(name.casefold() in said for name in shipped_codes().named(_UNITS, unit).values())
    )
    return unit_of(clause) or next(named, "")


def link_to(locale: Locale, clause: Clause) -> str:
    """Return the name of the link to a clause, by what it is: “Ссылка на эту главу”."""
    words = locale.words
    match unit_in_act(clause):
        case "section":
            said = words("Link to this section")
        case "chapter":
            said = words("Link to this chapter")
        case "article":
            said = words("Link to this article")
        case "part":
            said = words("Link to this part")
        case "sub-paragraph":
            said = words("Link to this sub-paragraph")
        case "annex":
            said = words("Link to this annex")
        case "form":
            said = words("Link to this form")
        case "" | "paragraph":
            said = words("Link to this clause")
        case _:
            said = words("Link to this part of the text")
    return said


def history_of(locale: Locale, clause: Clause | None) -> str:
    """Return the name of the history of a clause, by what it is: “История главы”."""
    words = locale.words
    match unit_in_act(clause) if clause else "":
        case "section":
            said = words("History of the section")
        case "chapter":
            said = words("History of the chapter")
        case "article":
            said = words("History of the article")
        case "part":
            said = words("History of the part")
        case "sub-paragraph":
            said = words("History of the sub-paragraph")
        case "annex":
            said = words("History of the annex")
        case "form":
            said = words("History of the form")
        case "" | "paragraph":
            said = words("History of the clause")
        case _:
            said = words("History of the part of the text")
    return said
