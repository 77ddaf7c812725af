"""Which clause a comment is about where no column, option or quote says it: its words do.

They name one clause, and the comment is filed there; several, and a person must divide it; none,
and it is on the whole draft. That is told, but for a subject in which the site's own link says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.comments.clause_names import Target, clause_named
from talqy.comments.clause_words import said_name
from talqy.comments.heading_names import clauses_headed, clauses_hinted
from talqy.errors import Saying, Spoken
from talqy.intake import import_kinds, row_kinds, word_kinds
from talqy.intake.clause_items import clause_quoted, clauses_apart, each_item
from talqy.intake.clause_mentions import (
    articles_spoken_of,
    bare_ordinals,
    clauses_spoken_of,
    is_range,
)
from talqy.intake.other_texts import clause_of_another_text
from talqy.language.clause_sayings import spoken_clause, spoken_clauses
from talqy.model.comment import WHOLE
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.office.grids import Place, at


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that may say a clause: the words, and what stands above them: a subject, a heading.

    `names` are the names of clauses that stand there; `whole` is said by the site's own link, which
    people use for whatever they have to say. `titles` are those of the standard itself.
    """

    words: str
    above: str = ""
    names: Sequence[str] = ()
    titles: Sequence[str] = ()


def clause_told(
    told: Told, standard: str, revision: Revision, place: Place
) -> tuple[Target, list[Problem]]:
    """Return the clause of which words speak, and what a person should know of it."""
    names = tuple(name for name in told.names if name != WHOLE)
    if not names and (other := clause_of_another_text(told.words, revision.revision)):
        return "", [at(word_kinds.OTHER_TEXT, place, words=other)]
    names = tuple(dict.fromkeys((*names, *clauses_spoken_of(told.words))))
    names = names or articles_spoken_of(told.words)
    if not names:
        return _by_quotes(told, revision, place)
    items = each_item(names)
    found = [clause_named(name, standard, revision, place) for name in items]
    targets = {str(target) for target, _ in found}
    bare = bare_ordinals(told.words)
    is_several = not all(target for target, _ in found) and any(map(_names_several, items))
    if len(targets) > 1 or is_several or bare:
        said = "; ".join(f"«{name}»" for name in (*names, *bare))  # as the author has put them
        return "", [at(word_kinds.SEVERAL_CLAUSES, place, clauses=said)]
    target, notes = found[0]
    if not target:
        return target, notes
    # All of them lead to one clause: it is named once, as the subject has it if it does.
    where = "subject" if names[0] in told.names else "words"
    return target, [_named(where, names[0], place), *notes]


def _by_quotes(told: Told, revision: Revision, place: Place) -> tuple[Target, list[Problem]]:
    """Return the clause that is quoted; where quotes or items speak of several, say so."""
    apart = clauses_apart(told.words, revision)
    if len(apart) > 1:
        several = spoken_clauses(revision, apart)
        return "", [at(word_kinds.SEVERAL_CLAUSES, place, clauses=several)]
    if quoted := clause_quoted(told.words, revision):
        return quoted.id, [_named("words", spoken_clause(revision, quoted), place)]
    return _by_heading(told, revision, place)


def _by_heading(told: Told, revision: Revision, place: Place) -> tuple[Target, list[Problem]]:
    """Return the clause whose heading the words have; where only some words, say which is near."""
    is_said_whole = WHOLE in told.names
    # The site's own link has made the subject, or it speaks of another draft.
    above = "" if is_said_whole else told.above
    both = f"{above}\n\n{told.words}"
    clauses = clauses_headed(both, revision, told.titles)
    if len(clauses) == 1:
        (clause,) = clauses
        is_above = clause in clauses_headed(above, revision, told.titles)
        where = "subject" if is_above else "words"
        return clause.id, [_named(where, spoken_clause(revision, clause), place)]
    near = clauses or clauses_hinted(both, revision, told.titles)
    if near and len(near) <= _MOST_NEAR:
        return WHOLE, [at(row_kinds.CLAUSE_LIKELY, place, clauses=spoken_clauses(revision, near))]
    return WHOLE, [] if is_said_whole else [at(import_kinds.NO_CLAUSE_SAID, place)]


_MOST_NEAR = 3


def _named(where: str, value: Spoken | str, place: Place) -> Problem:
    """Say where a clause was named: in the subject, or in the words."""
    said = Saying("named in the subject:" if where == "subject" else "named in the words:")
    return at(import_kinds.CLAUSE_IN_WORDS, place, where=said, value=value)


def _names_several(name: str) -> bool:
    return is_range(name) or said_name(name).is_several
