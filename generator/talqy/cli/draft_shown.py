"""The plan of an import on the terminal: what became of each clause, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from talqy.cli.speech import say, speech, tell
from talqy.compare.tokens import normal
from talqy.drafts.answers_file import place_of
from talqy.drafts.composing import Composed, clause_trees
from talqy.drafts.draft_fields import filled_fields
from talqy.drafts.fact_rows import said_facts
from talqy.drafts.import_plan import FATES_ASKED, ClauseFate, Decided
from talqy.drafts.origins import words_of_clause
from talqy.drafts.word_import import WordImport
from talqy.language.screen import on_screen
from talqy.model.revision import Clause

_SHOWN = 60  # letters of the first line of a clause
_FATES = {
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


def show_plan(going: WordImport, made: Composed) -> None:
    """Print what becomes of each clause; those that stay as they are, are only counted."""
    kept = 0
    for name, one in zip(made.ids, going.plan.decided, strict=True):
        fates = list(_fates(name, one, made))
        if fates == [ClauseFate.KEPT]:
            kept += 1
            continue
        place = one.passage.place
        where = f"{place.file}:{place.line}" if place.line else place.file
        said = ", ".join(say(_FATES[fate]) for fate in fates)
        click.echo(f"{said}  {name}  {_titled(one)} ({where})")
        if going.base:
            if name in made.renumbered:
                _show_numbers(going.base.clause(name), one)
            _show_words(going, one)
    for name in made.gone:
        click.echo(f"{say(_FATES[ClauseFate.GONE])}  {name}")
        _show_lines(_was(going, name), [])
    tell("clauses: {all}, as they were: {kept}", all=len(made.ids), kept=kept)
    _show_facts(going, made)
    if labels := filled_fields(going.beside.fields):
        names = "; ".join(map(speech().catalogue, labels))
        tell("the file says of the draft itself: {names}", names=names)
    _show_tracking(going)


def _show_facts(going: WordImport, made: Composed) -> None:
    """Show what the table of facts sets anew, as pages say it."""
    trees = clause_trees(made.clauses)
    for name in going.beside.facts(made):
        facts = trees[name].get("facts") if name in trees else None
        if facts and facts != going.trees.get(name, {}).get("facts") and going.context:
            for line in said_facts(facts, going.context, going.codes):
                click.echo(f"  = {name}: {on_screen(line)}")


def _titled(one: Decided) -> str:
    """Return number and first words of a passage, by which a person knows it."""
    number = _spoken(one.passage.number)
    lines = {code: said[0] for code, said in one.passage.words.items() if said}
    words = _spoken(lines)
    title = on_screen(f"{number} {words}".strip())
    return title if len(title) <= _SHOWN else f"{title[:_SHOWN]}…"


def _spoken(words: Mapping[str, str]) -> str:
    """Return words in the language of this run, else in the first that has them."""
    return words.get(speech().language) or next(iter(words.values()), "")


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


def _show_numbers(clause: Clause | None, one: Decided) -> None:
    """Show both numbers of a clause: one that was wiped out is easily overlooked."""
    now = one.passage.number
    was = {code: clause.number_in(code) if clause else "" for code in now or one.passage.words}
    _show_lines([f"№ {_spoken(was) or '–'}"], [f"№ {_spoken(now) or '–'}"])


def _show_words(going: WordImport, one: Decided) -> None:
    passage, spoken = one.passage, going.text.languages
    now = [normal(line) for code in spoken for line in passage.words.get(code, ())]
    tables = [table for code in spoken for table in passage.tables.get(code, ())]
    _show_lines(_was(going, one.clause or one.split_from), [*now, *_rows(tables)])


def _rows(tables: Iterable[Sequence[Sequence[str]]]) -> Iterator[str]:
    """Yield the rows of tables, each as one line."""
    for table in tables:
        for row in table:
            yield " | ".join(" ".join(normal(cell).split()) for cell in row)


def _show_lines(was: Sequence[str], now: Sequence[str]) -> None:
    """Show the lines that go and come."""
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    for line in filter(gone.__contains__, was):
        click.echo(f"  - {on_screen(line)}")
    for line in filter(come.__contains__, now):
        click.echo(f"  + {on_screen(line)}")


def _show_tracking(going: WordImport) -> None:
    tracking = going.tracking
    if tracking is None:
        return
    base = f"r{going.base.revision}" if going.base else ""
    if tracking.is_exact:
        tell(
            "Every change is tracked: with all changes rejected, the file is {base} word for word.",
            base=base,
        )
    elif not tracking.has_any:
        tell("No change is tracked in the file.")


def show_questions(going: WordImport) -> None:
    """Print the questions that are still open."""
    for one in going.plan.open:
        click.echo(f"? {place_of(one.problem)}: {one.problem.said(speech().translate)}")
