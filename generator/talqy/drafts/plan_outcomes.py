"""What an import makes of each clause, as values: on a terminal and at the desk it is the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.compare.tokens import normal
from talqy.drafts.composing import Composed, clause_trees
from talqy.drafts.fact_rows import said_facts
from talqy.drafts.import_plan import FATES_ASKED, ClauseFate, Decided
from talqy.drafts.origins import words_of_clause
from talqy.drafts.word_import import WordImport
from talqy.office.grids import Place

FATE_WORDS = {
    ClauseFate.KEPT: "kept",
    ClauseFate.CHANGED: "changed",
    ClauseFate.MOVED: "moved",
    ClauseFate.RENUMBERED: "renumbered",
    ClauseFate.NEW: "new",
    ClauseFate.GONE: "gone",
    ClauseFate.SPLIT: "split off",
    ClauseFate.JOINED: "joined",
    ClauseFate.COPY: "copy?",
    ClauseFate.SPLIT_OFF: "split off?",
    ClauseFate.JOINED_TO: "joined?",
    ClauseFate.UNCERTAIN: "uncertain",
}
"""What each fate is called, for a catalogue."""


@dataclass(frozen=True, slots=True)
class ClauseOutcome:
    """What becomes of a clause: what it was called, and the lines that go and come.

    `number` and `words` are those of the file by language, empty of a clause that is gone; `place`
    is where it stands there.
    """

    clause: str
    fates: tuple[ClauseFate, ...]
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    number: Mapping[str, str] | None = None
    words: Mapping[str, str] | None = None
    place: Place | None = None
    numbers: tuple[Mapping[str, str], Mapping[str, str]] | None = None
    """Its number before and now, where that differs: one wiped out is easily overlooked."""

    languages: Mapping[str, str] = field(default_factory=dict)
    """In which language a line is; rows of tables, and what is alike in all, are in none."""

    @property
    def is_kept(self) -> bool:
        """Return whether nothing becomes of it."""
        return self.fates == (ClauseFate.KEPT,)


def clause_outcomes(going: WordImport, made: Composed) -> Iterator[ClauseOutcome]:
    """Yield what becomes of each clause in the order of the file, then those that are gone."""
    for name, one in zip(made.ids, going.plan.decided, strict=True):
        yield _outcome(going, made, name, one)
    for name in made.gone:
        lines = tuple(_was(going, name))
        spoken = _spoken(going, name, {})
        yield ClauseOutcome(name, (ClauseFate.GONE,), gone=lines, languages=spoken)


def _outcome(going: WordImport, made: Composed, name: str, one: Decided) -> ClauseOutcome:
    fates = tuple(_fates(name, one, made))
    lines = {code: said[0] for code, said in one.passage.words.items() if said}
    renumbered = going.base and name in made.renumbered and fates != (ClauseFate.KEPT,)
    was, now = ((), ()) if going.base is None else _words(going, one)
    return ClauseOutcome(
        name,
        fates,
        *_apart(was, now),
        number=one.passage.number,
        words=lines,
        place=one.passage.place,
        numbers=_numbers(going, name, one) if renumbered else None,
        languages=_spoken(going, one.clause or one.split_from, one.passage.words),
    )


def _fates(name: str, one: Decided, made: Composed) -> Iterator[ClauseFate]:
    asked = [FATES_ASKED.get(question.problem.kind) for question in one.asked]
    found = [fate for fate in asked if fate]
    if name in made.added:
        found.append(ClauseFate.SPLIT if one.split_from else ClauseFate.NEW)
    if name in {*made.changed, *made.noted, *made.reset}:
        found.append(ClauseFate.CHANGED)
    if one.took_in:
        found.append(ClauseFate.JOINED)
    if name in made.renumbered:
        found.append(ClauseFate.RENUMBERED)
    if name in made.moved:
        found.append(ClauseFate.MOVED)
    yield from dict.fromkeys(found or [ClauseFate.KEPT])


def _was(going: WordImport, name: str) -> Sequence[str]:
    clause, spoken = going.base.clause(name) if going.base else None, going.text.languages
    if clause is None:
        return []
    tables = [clause.table.lines(code) for code in spoken] if clause.table else []
    return [*normal(words_of_clause(clause, spoken)).split("\n"), *_rows(tables)]


def _spoken(going: WordImport, name: str, words: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Return the language of each line of a clause, as it was and as it comes."""
    clause = going.base.clause(name) if going.base else None
    found = dict[str, str]()
    alike = set[str]()
    for code in going.text.languages:
        was = normal(words_of_clause(clause, (code,))).split("\n") if clause else []
        for line in {*was, *map(normal, words.get(code, ()))}:
            if found.setdefault(line, code) != code:
                alike.add(line)
    return {line: code for line, code in found.items() if line not in alike}


def _numbers(
    going: WordImport, name: str, one: Decided
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    now = one.passage.number
    clause = going.base.clause(name) if going.base else None
    was = {code: clause.number_in(code) if clause else "" for code in now or one.passage.words}
    return was, now


def _words(going: WordImport, one: Decided) -> tuple[Sequence[str], Sequence[str]]:
    passage, spoken = one.passage, going.text.languages
    now = [normal(line) for code in spoken for line in passage.words.get(code, ())]
    tables = [table for code in spoken for table in passage.tables.get(code, ())]
    return _was(going, one.clause or one.split_from), [*now, *_rows(tables)]


def _rows(tables: Iterable[Sequence[Sequence[str]]]) -> Iterator[str]:
    """Yield the rows of tables, each as one line."""
    for table in tables:
        for row in table:
            yield " | ".join(" ".join(normal(cell).split()) for cell in row)


def _apart(was: Sequence[str], now: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that go and those that come."""
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    return tuple(filter(gone.__contains__, was)), tuple(filter(come.__contains__, now))


def facts_set(going: WordImport, made: Composed) -> Iterator[tuple[str, str]]:
    """Yield what the table of facts sets anew, as pages say it: the clause, and a line of it."""
    trees = clause_trees(made.clauses)
    for name in going.beside.facts(made):
        facts = trees[name].get("facts") if name in trees else None
        if facts and facts != going.trees.get(name, {}).get("facts") and going.context:
            for line in said_facts(facts, going.context, going.codes):
                yield name, line
