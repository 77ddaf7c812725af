"""What a draft says of itself: the one table of fields that a copy shows, and an import reads.

A row is known by the name of its field; an empty cell says nothing, and is a thing to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.model.revision import Revision
from talqy.model.walk import UNWRITTEN

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
BY_LABEL = {field.label: field for field in FIELDS}
LABELS = frozenset(BY_LABEL)
_BY_NAME = {field.name: field for field in FIELDS}


def unsaid_before(said: Mapping[str, Said], older: Revision) -> Mapping[str, Said]:
    """Return what is said of a draft without what another one says of itself, word for word."""
    found: dict[str, Said] = {}
    for name, words in said.items():
        old = None if _BY_NAME[name].of_standard else getattr(older, name)
        found[name] = {code: "" if (old or {}).get(code) == w else w for code, w in words.items()}
    return found


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
