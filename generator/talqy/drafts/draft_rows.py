"""What a working copy says about its draft, and why each clause was changed: rows of its tables.

Rows about the draft are read by their names. A row of the last table names its clauses by their
codes or their printed numbers; what no accepted comment and no row explains, is a question in each
language. It may stay open: then the reason stands as “…”.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.drafts import word_kinds
from talqy.drafts.clause_names import Tree, clauses_of
from talqy.drafts.copy_tables import CopyRow
from talqy.drafts.draft_fields import BY_LABEL, FIELDS, Said
from talqy.drafts.drafted_changes import DraftedChanges, Group
from talqy.drafts.many_sayings import ManySayings
from talqy.drafts.questions import TextQuestion
from talqy.language.sayings import in_language
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.walk import is_unwritten
from talqy.office.grids import Place, at
from talqy.project.clause_tree import alone

_EMPTY_ROWS = 4


def shown_reasons(text: Revision, *, is_open: bool) -> Iterator[CopyRow]:
    """Yield the rows of a copy: the reasons of a text in preparation, and rows to be filled in."""
    if is_open and text.base is None:
        return
    for one in text.amendments if is_open else ():
        said = {code: said for code, said in one.reason.items() if not is_unwritten(said)}
        yield CopyRow(", ".join(one.clauses), said)
    yield from [CopyRow("", {})] * _EMPTY_ROWS


def read_reasons(
    rows: Iterable[CopyRow], names: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """Return what is said of each clause, by language."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        for name in filter(None, clauses_of(row.about, names)):
            for code, words in row.said.items():
                found.setdefault(name, {}).setdefault(code, []).extend([words] if words else [])
    return {
        name: {code: "\n".join(dict.fromkeys(said)) for code, said in one.items()}
        for name, one in found.items()
    }


def reason_faults(
    rows: Iterable[CopyRow], names: Mapping[str, str], changed: Iterable[str]
) -> Iterator[Problem]:
    """Yield rows with a reason whose clause is not known, or is not changed."""
    known = tuple(dict.fromkeys(changed))
    for row in rows:
        if not any(row.said.values()):
            continue
        found = clauses_of(row.about, names)
        if not found or not all(found) or not set(found) & set(known):
            changes = ", ".join(known) or "–"
            yield at(word_kinds.REASON_OF, row.place, said=row.about or "…", known=changes)


def reason_questions(
    groups: Iterable[Group],
    done: DraftedChanges,
    words: Sequence[Mapping[str, Tree]],
    languages: Sequence[str],
    file: str,
) -> Iterator[TextQuestion]:
    """Yield what is to be asked of changes, in each language in which no reason is said.

    `words` are the clauses of the older text by id, and those of the newer one.
    """
    for group in groups:
        said = done.reason(group)
        basis = _basis(group, words)
        for code in languages:
            if not said.get(code):
                named = ", ".join(group)
                language = in_language(code)
                problem = at(word_kinds.REASON_ASKED, Place(file), clauses=named, language=language)
                was, now = (_words(group, trees, code) for trees in words)
                about = f"{code} {named}"
                yield TextQuestion(problem, 0, about, was, now, is_free=True, basis=basis)


def _words(group: Group, trees: Mapping[str, Tree], code: str) -> str:
    parts = (trees[name].get(part) or {} for name in group if name in trees for part in _PARTS)
    return "\n".join(words for one in parts if (words := str(one.get(code, ""))))


_PARTS = ("heading", "text")


def _basis(group: Group, words: Sequence[Mapping[str, Tree]]) -> str:
    """Return all that a change changes, in all languages: tables, notes, facts, numbers too."""
    sides = ([alone(trees[name]) if name in trees else None for name in group] for trees in words)
    return json.dumps(list(sides), ensure_ascii=False, sort_keys=True, default=str)


def answered(
    groups: Iterable[Group], asked: Iterable[TextQuestion], answers: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """Return the reasons that were answered, by the first clause of each change."""
    first = {", ".join(group): group[0] for group in groups}
    found: dict[str, dict[str, str]] = {}
    for one in asked:
        code, _, named = one.about.partition(" ")
        if words := answers.get(one.id, ""):
            found.setdefault(first[named], {})[code] = words
    return found


def shown_fields(record: Record, text: Revision, *, is_open: bool) -> Iterator[CopyRow]:
    """Yield the rows of a copy: `is_open` while its text is in preparation, else for the next one.

    What a standard is called is said with its first text.
    """
    for field in FIELDS:
        of_standard = field.of_standard
        if of_standard and not (is_open and text.base is None):
            continue
        words = getattr(record.standard if of_standard else text, field.name) or {}
        written = {code: said for code, said in words.items() if not is_unwritten(said)}
        yield CopyRow(field.label, written if is_open else {})


def read_fields(rows: Sequence[CopyRow], sayings: ManySayings) -> Mapping[str, Said]:
    """Return what each field says, by its key; two files say it in a language each."""
    found: dict[str, Said] = {}
    for row, label in _named(rows, sayings):
        if label:
            name = BY_LABEL[label].name
            found[name] = {**found.get(name, {}), **row.said}
    return found


def field_faults(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[Problem]:
    """Yield rows that say something under a name that no field has."""
    for row, label in _named(rows, sayings):
        if not label and (row.about or any(row.said.values())):
            known = ", ".join(sayings.printed(one, list(row.said)) for one in BY_LABEL)
            yield at(word_kinds.UNKNOWN_ROW, row.place, said=row.about, known=known)


def _named(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[tuple[CopyRow, str]]:
    yield from ((row, sayings.meant(row.about, BY_LABEL)) for row in rows)
