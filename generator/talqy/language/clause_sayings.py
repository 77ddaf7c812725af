"""How a clause is called: by the unit that it is, its number, and what it stands in.

“Статья 15 › пункт 3”, “15-бап › 3-тармақ”: one way for pages, redlines, tables, terminals and
problems. A path stands beside words and never takes a case ending.
"""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from talqy.errors import Listed, Named, Saying, Spoken
from talqy.language.locale import Locale, in_markup
from talqy.model.comment import After, Comment
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.model.units import PLAIN_UNITS, says_its_unit, unit_of
from talqy.project.shipped import shipped_codes

STEP = " › "
"""What stands between a clause and the one that it stands in."""

_SHOWN = 60  # letters of a heading: enough to know it by


# --- a clause alone --------------------------------------------------------------------------


def printed_number(locale: Locale, clause: Clause) -> str:
    """Return the number of a clause without the point behind it: “3”, “1)”; it may be empty."""
    return clause.number_in(locale.code).rstrip(".")


def unit_words(locale: Locale, clause: Clause) -> str:
    """Return unit and number of a clause: “пункт 3”, “1) тармақша”, “Глава 2”; it may be empty."""
    number, unit = printed_number(locale, clause), unit_of(clause)
    if not unit or says_its_unit(number):
        return number
    name = locale.coded("clause-unit", unit)
    if number.endswith(")"):
        return locale.words("{unit} {number})", unit=name, number=number[:-1])
    return locale.words("{unit} {number}", unit=name, number=number) if number else name


def printed_label(locale: Locale, clause: Clause) -> str:
    """Return what stands before a heading, without its point: “3”, “1)”, “Статья 15”."""
    if unit_of(clause) in PLAIN_UNITS:
        return printed_number(locale, clause)
    return _capital(unit_words(locale, clause))


def stopped(label: str) -> str:
    """Return a label as it stands before words: “5.”, “1)”; nothing stays nothing."""
    return label if label.endswith((".", ")")) or not label else f"{label}."


def clause_heading(locale: Locale, clause: Clause) -> Markup | str:
    """Return the heading of a clause; where it has none its unit and number, or its first words."""
    if clause.heading:
        return locale.say(clause.heading)
    return _capital(unit_words(locale, clause)) or _first_words(locale, clause)


def _headed(locale: Locale, clause: Clause) -> Markup | str:
    """Return label and heading: “3. Term of the service”."""
    if clause.heading is None:
        return clause_heading(locale, clause)
    label = stopped(printed_label(locale, clause))
    heading = locale.say(clause.heading)
    return in_markup("{} {}", label, heading) if label else heading


def _first_words(locale: Locale, clause: Clause) -> str:
    words = " ".join(locale.plain(clause.text).split()) if clause.text else clause.id
    return f"«{_short(words)}»"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


# --- a clause in its text --------------------------------------------------------------------


def steps_to(text: Revision, clause: Clause) -> tuple[Clause, ...]:
    """Return the clauses that name a clause, the outermost first and itself last.

    One that has no number names nothing, and one whose number the next one holds (9 of 9.6) is left
    out.
    """
    steps, below = [clause], clause
    for name in text.around(clause.id):
        outer = text.clause(name)
        if outer is None or not (outer.numbers or outer.unit):
            continue
        if not _holds(below, outer):
            steps.append(outer)
        below = outer
    return tuple(reversed(steps))


def _holds(inner: Clause, outer: Clause) -> bool:
    above = f"{outer.numbers[0].rstrip('.')}." if outer.numbers else " "
    return any(number.startswith(above) for number in inner.numbers)


def clause_path(locale: Locale, text: Revision, clause: Clause) -> str:
    """Return where a clause stands, without headings: “Статья 15 › пункт 3”."""
    named = [unit_words(locale, step) for step in steps_to(text, clause)]
    own = named.pop() or (locale.plain(clause.heading) if clause.heading else "")
    own = own or _first_words(locale, clause)
    return _capital(STEP.join([*named, own]))


def clause_name(locale: Locale, text: Revision, name: str | None) -> Markup | str:
    """Return path and heading of a clause, for lists and links: “Статья 15 › 3. Срок”.

    Without a name it is the whole text. Of a clause that the text does not have is said that it has
    none: an id is no name, and nobody can look it up.
    """
    if name is None:
        return whole_text(locale)
    clause = text.clause(name)
    if clause is None:
        return _unknown(locale)
    if clause.heading is None:
        return clause_path(locale, text, clause)
    return in_markup("{}{}", around_words(locale, text, clause), _headed(locale, clause))


def plain_clause_name(locale: Locale, text: Revision, name: str | None) -> str:
    """Return the name of a clause as words alone, for lines that are no markup."""
    said = clause_name(locale, text, name)
    return said.striptags() if isinstance(said, Markup) else said


def name_of_changed(locale: Locale, record: Record, revision: Revision, name: str) -> Markup | str:
    """Return the name of a clause that a text has changed; of one that it took out, it says so."""
    text = record.text_with(name, revision)
    said = clause_name(locale, text, name)
    return said if text is revision else in_markup(taken_out(locale, "{}"), said)


def plain_name_of_changed(locale: Locale, record: Record, revision: Revision, name: str) -> str:
    """Return the name of a clause that a text has changed as words alone."""
    text = record.text_with(name, revision)
    said = plain_clause_name(locale, text, name)
    return said if text is revision else taken_out(locale, said)


def taken_out(locale: Locale, name: str) -> str:
    """Return the name of a clause with the word that it is gone."""
    return locale.words("{clause} (taken out)", clause=name)


def _unknown(locale: Locale) -> str:
    return locale.words("A clause that this text does not have")


def around_words(locale: Locale, text: Revision, clause: Clause) -> str:
    """Return what a clause stands in, with a step behind it: “Статья 15 › ”; nothing at the top."""
    named = (unit_words(locale, step) for step in steps_to(text, clause)[:-1])
    return _capital("".join(f"{words}{STEP}" for words in named))


def paths_words(locale: Locale, sides: Iterable[tuple[Revision, tuple[Clause, ...]]]) -> str:
    """Return the paths of clauses that became others: “Пункт 3 → Пункт 4”; equal ones once."""
    said = (", ".join(clause_path(locale, text, one) for one in side) for text, side in sides)
    return " → ".join(dict.fromkeys(filter(None, said)))


def clause_lines(locale: Locale, text: Revision, name: str) -> tuple[str, ...]:
    """Return the lines of a cell that name a clause: its path, and its heading."""
    clause = text.clause(name)
    if clause is None:
        return (_unknown(locale),)
    path = clause_path(locale, text, clause)
    heading = locale.plain(clause.heading) if clause.heading else path
    return tuple(dict.fromkeys((path, heading)))


def whole_text(locale: Locale) -> str:
    """Return how a text as a whole is called among its clauses."""
    return locale.words("The text as a whole")


def element_lines(locale: Locale, text: Revision, comment: Comment) -> Iterator[str]:
    """Yield the lines of a cell that say what a comment is about."""
    if comment.clause_id is None:
        yield whole_text(locale)
        return
    yield from clause_lines(locale, text, comment.clause_id)
    if isinstance(comment.clause, After):
        yield locale.words("About something missing after this clause")


# --- in problems, whose reader is not known yet ---------------------------------------------


def spoken_clause(text: Revision, clause: Clause) -> Listed:
    """Return path and heading of a clause; its id only where it has neither."""
    *outer, own = steps_to(text, clause)
    if not (own.numbers or own.unit or own.heading):
        return Listed((*map(_spoken_unit, outer), own.id), STEP)
    return Listed((*map(_spoken_unit, outer), _spoken_head(own)), STEP)


def spoken_clauses(text: Revision, clauses: Iterable[Clause]) -> Listed:
    """Return several clauses by path and heading; a heading may have commas."""
    return Listed(tuple(spoken_clause(text, clause) for clause in clauses))


def _spoken_head(clause: Clause) -> Spoken:
    if not clause.heading:
        return _spoken_unit(clause)
    heading = Named({code: _short(words) for code, words in clause.heading.items()})
    if not (clause.numbers or clause.unit):
        return heading
    if unit_of(clause) in PLAIN_UNITS:
        return Listed((Named(_numbers(clause, stop=True)), heading), " ")
    return Listed((_spoken_unit(clause), heading), ". ")


def _spoken_unit(clause: Clause) -> Spoken:
    """Return unit and number; a unit that only a project knows is left to its number."""
    known, unit = shipped_codes(), unit_of(clause)
    number = Named(_numbers(clause))
    if unit not in known.codes("clause-unit") or any(map(says_its_unit, clause.numbers)):
        return number
    if not clause.numbers:
        return Named(known.named("clause-unit", unit))
    is_item = clause.numbers[0].endswith(")")
    values = {
        "unit": Named(known.named("clause-unit", unit)),
        "number": Named({code: one.rstrip(")") for code, one in number.names.items()}),
    }
    return Saying("{unit} {number})" if is_item else "{unit} {number}", values)


def _numbers(clause: Clause, *, stop: bool = False) -> dict[str, str]:
    """Return the number of a clause by language; one for all stands under none."""
    numbers = clause.number if isinstance(clause.number, Mapping) else {"": clause.number_in("")}
    bare = {code: number.rstrip(".") for code, number in numbers.items()}
    return {code: stopped(number) for code, number in bare.items()} if stop else bare
