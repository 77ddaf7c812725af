"""What a draft says of itself: the one table of fields that a copy shows, and an import reads.

A row is known by the name of its field; an empty cell says nothing, and is a thing to do.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.drafts import word_kinds
from talqy.drafts.copy_tables import CopyRow
from talqy.drafts.many_sayings import ManySayings
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.walk import UNWRITTEN, is_unwritten
from talqy.office.grids import at
from talqy.project.yaml_edit import KEPT, recast
from talqy.project.yaml_read import parse

Said = Mapping[str, str]
"""Words by language; empty where a language says nothing."""


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field of a standard or of a revision: its key, and its name as people read it.

    One that `is_required` stands as “…” while nobody has written it; one that `is_owed` is named
    where it is empty.
    """

    name: str
    label: str
    of_standard: bool = False
    is_required: bool = False
    is_owed: bool = True


FIELDS = (
    DraftField("title", "Title of the standard", of_standard=True, is_required=True),
    DraftField("short_title", "Short title", of_standard=True, is_owed=False),
    DraftField("provider", "Provider", of_standard=True, is_required=True),
    DraftField("explanation", "Why this draft", is_required=True),
    DraftField("gist", "What changes for people (at most 25 words)"),
    DraftField("grounds", "Grounds"),
    DraftField("aims", "Aims"),
    DraftField("consequences", "Expected consequences"),
)
_BY_LABEL = {field.label: field for field in FIELDS}
LABELS = frozenset(_BY_LABEL)
_BY_NAME = {field.name: field for field in FIELDS}


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
            name = _BY_LABEL[label].name
            found[name] = {**found.get(name, {}), **row.said}
    return found


def unsaid_before(said: Mapping[str, Said], older: Revision) -> Mapping[str, Said]:
    """Return what is said of a draft without what another one says of itself, word for word."""
    found: dict[str, Said] = {}
    for name, words in said.items():
        old = None if _BY_NAME[name].of_standard else getattr(older, name)
        found[name] = {code: "" if (old or {}).get(code) == w else w for code, w in words.items()}
    return found


def field_faults(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[Problem]:
    """Yield rows that say something under a name that no field has."""
    for row, label in _named(rows, sayings):
        if not label and (row.about or any(row.said.values())):
            known = ", ".join(sayings.printed(one, list(row.said)) for one in _BY_LABEL)
            yield at(word_kinds.UNKNOWN_ROW, row.place, said=row.about, known=known)


def _named(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[tuple[CopyRow, str]]:
    yield from ((row, sayings.meant(row.about, _BY_LABEL)) for row in rows)


def empty_fields(said: Mapping[str, Said]) -> Sequence[str]:
    """Return the names of the fields that a language leaves empty."""
    return [
        field.label
        for field in FIELDS
        if field.is_owed and field.name in said and not all(said[field.name].values())
    ]


def filled_fields(said: Mapping[str, Said]) -> Sequence[str]:
    """Return the names of the fields that say something."""
    return [field.label for field in FIELDS if any(said.get(field.name, {}).values())]


def of_standard(said: Mapping[str, Said]) -> Mapping[str, Said]:
    """Return what is said of the standard itself."""
    return {name: words for name, words in said.items() if _BY_NAME[name].of_standard}


def of_revision(said: Mapping[str, Said]) -> Mapping[str, Said]:
    """Return what is said of this draft."""
    return {name: words for name, words in said.items() if not _BY_NAME[name].of_standard}


def settled_fields(
    said: Mapping[str, Said], tree: Mapping[str, object], languages: Sequence[str]
) -> Mapping[str, Said]:
    """Return fields as a file has them; languages that were not asked keep the words of `tree`.

    A field that says nothing is empty.
    """
    return {name: _settled(name, words, tree.get(name), languages) for name, words in said.items()}


def _settled(name: str, words: Said, was: object, languages: Sequence[str]) -> Said:
    old = was if isinstance(was, Mapping) else {}
    all_said = {code: words.get(code, old.get(code, "")) for code in languages}
    unwritten = UNWRITTEN if _BY_NAME[name].is_required else ""
    return {code: said or unwritten for code, said in all_said.items() if said or unwritten}


def with_fields(text: str, said: Mapping[str, Said], languages: Sequence[str]) -> str:
    """Return the text of a file with other words in these fields; all other lines stay."""
    tree = parse(text.encode(), "").tree
    old = tree if isinstance(tree, Mapping) else {}
    settled = settled_fields(said, old, languages)
    if all((old.get(name) or {}) == words for name, words in settled.items()):
        return text
    values: dict[str, object] = dict.fromkeys(_in_order(list(old), settled), KEPT)
    values |= {name: words for name, words in settled.items() if words != old.get(name)}
    return recast(text, {name: value for name, value in values.items() if value != {}})


def _in_order(keys: Sequence[str], settled: Mapping[str, Said]) -> Sequence[str]:
    """Return the keys of a file and the new ones: each stands behind the field before it."""
    order = list(keys)
    names = [field.name for field in FIELDS]
    for name in settled:
        if name not in order:
            before = [order.index(one) for one in names[: names.index(name)] if one in order]
            order.insert(max(before, default=len(order) - 1) + 1, name)
    return order
