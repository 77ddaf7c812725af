"""How a revision, a clause, an author and an outcome are said.

One way for pages, comparison tables, workbooks, reports and terminals: what they show may differ in
look, never in words.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import Markup

from talqy.errors import Listed, Named, Saying
from talqy.language.locale import Locale
from talqy.model.codes import CodeLists
from talqy.model.comment import After, Author, Comment, Outcome, Response
from talqy.model.revision import Clause, Revision

# --- revisions -----------------------------------------------------------------------------


def revision_name(locale: Locale, revision: Revision) -> str:
    """Return the name of a text where it stands alone: “Revision 2 of 30 October 2026”."""
    return locale.words(
        "Revision {n} of {day}", n=revision.revision, day=locale.day(revision.dated)
    )


def revision_number(locale: Locale, number: int) -> str:
    """Return the short name of a text, inside of a line: “revision 2”."""
    return locale.words("revision {n}", n=number)


def revision_title(locale: Locale, number: int) -> str:
    """Return the short name of a text as a title: “Revision 2”."""
    return locale.words("Revision {n}", n=number)


# --- clauses -------------------------------------------------------------------------------


def printed_number(clause: Clause) -> str:
    """Return the number of a clause without the point behind it: “3”, “1)”."""
    return clause.number.rstrip(".")


def stopped(number: str) -> str:
    """Return a printed number as it stands before words: “5.”, “1)”."""
    return number if number.endswith((".", ")")) else f"{number}."


def full_number(text: Revision, clause: Clause) -> str:
    """Return a printed number with those around it, unless it holds them: “3, 1)”; “9.6”."""
    number = printed_number(clause)
    for name in text.around(clause.id):
        outer = text.clause(name)
        above = printed_number(outer) if outer else ""
        if above and not number.startswith(f"{above}."):
            number = f"{above}, {number}"
    return number


def number_in_words(locale: Locale, number: str) -> str:
    """Return a number as the name of a clause: “Clause 3”."""
    return locale.words("Clause {number}", number=number)


def clause_heading(locale: Locale, clause: Clause) -> Markup | str:
    """Return the heading of a clause, or its number in words where it has none."""
    if clause.heading:
        return locale.say(clause.heading)
    return number_in_words(locale, printed_number(clause))


def clause_name(locale: Locale, text: Revision, name: str | None) -> Markup | str:
    """Return number and heading of a clause, for lists and links: “3. Term of the service”.

    Without a name it is the whole text; a clause that the text does not have is said by its id.
    """
    if name is None:
        return locale.words("The text as a whole")
    clause = text.clause(name)
    if clause is None:
        return name
    if clause.heading is None:
        return clause_heading(locale, clause)
    return Markup("{} {}").format(stopped(clause.number), locale.say(clause.heading))


def clause_lines(locale: Locale, text: Revision, name: str) -> tuple[str, ...]:
    """Return the lines of a cell that name a clause: its full number, and its heading."""
    clause = text.clause(name)
    if clause is None:
        return (name,)
    number = number_in_words(locale, full_number(text, clause))
    return (number, locale.plain(clause.heading)) if clause.heading else (number,)


def element_lines(locale: Locale, text: Revision, comment: Comment) -> Iterator[str]:
    """Yield the lines of a cell that say what a comment is about."""
    if comment.clause_id is None:
        yield locale.words("The text as a whole")
        return
    yield from clause_lines(locale, text, comment.clause_id)
    if isinstance(comment.clause, After):
        yield locale.words("About something missing after this clause")


# --- in problems, whose reader is not known yet ---------------------------------------------

_SHOWN = 60  # letters of a heading: enough to know it by
_IN_LANGUAGE = {
    "kk": Saying("in Kazakh"),
    "ru": Saying("in Russian"),
    "en": Saying("in English"),
}


def spoken_clause(clause: Clause) -> Listed:
    """Return number and heading of a clause; its id only where it has neither."""
    heading = {code: _short(words) for code, words in (clause.heading or {}).items()}
    number = stopped(clause.number) if clause.number and heading else clause.number
    if not number and not heading:
        return Listed((clause.id,))
    return Listed((number, Named(heading)), " ")


def spoken_clauses(clauses: Iterable[Clause]) -> Listed:
    """Return several clauses by number and heading; a heading may have commas."""
    return Listed(tuple(spoken_clause(clause) for clause in clauses))


def spoken_codes(codes: CodeLists, name: str, known: Iterable[str] | None = None) -> Listed:
    """Return the official names of a list of codes, or of those of its codes that are known."""
    named = codes.codes(name) if known is None else known
    return Listed(tuple(Named(codes.named(name, code)) for code in named), ", ")


def spoken_day(day: date) -> Named:
    """Return a day as people write it, in figures."""
    written = day.strftime("%d.%m.%Y")
    return Named({"en": day.isoformat(), "kk": written, "ru": written})


def in_language(code: str) -> Saying:
    """Return in which language something is written, as words of a sentence."""
    return _IN_LANGUAGE.get(code) or Saying("in the language “{code}”", {"code": code})


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


# --- people and outcomes -------------------------------------------------------------------


def kind_name(locale: Locale, kind: str) -> str:
    """Return the official name of a kind of author."""
    return locale.coded("author-kind", kind)


def author_kind(locale: Locale, author: Author) -> str:
    """Return who somebody is, without a name: “individual, foreign”."""
    kind = kind_name(locale, author.kind)
    return locale.words("{author}, foreign", author=kind) if author.foreign else kind


def author_lines(locale: Locale, author: Author) -> tuple[str, ...]:
    """Return the lines of a cell that name an author: who it is, and the name if one is given."""
    kind = author_kind(locale, author)
    return (kind, author.name) if author.name else (kind,)


def outcome_name(locale: Locale, outcome: Outcome | None) -> str:
    """Return the official name of what was decided; without an outcome, that it is awaited."""
    if outcome is None:
        return locale.words("Awaiting an answer")
    return locale.coded("outcome", outcome)


def outcome_of(locale: Locale, response: Response | None) -> str:
    """Return what was decided by a response; without one, that it is awaited."""
    return outcome_name(locale, response.outcome if response else None)
