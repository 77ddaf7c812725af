"""Plans for `new`: a standard with its first text, and the next text of a standard.

The next text starts from one that is there: its clauses keep their lines to the byte, with the
remarks that people wrote between them. What was said of the old draft alone (its discussion, what
became of it, its own amendments) stays with the old one. Unwritten texts stand as “…”.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from talqy.drafts.draft_fields import (
    Said,
    of_revision,
    of_standard,
    settled_fields,
)
from talqy.drafts.drafted_amendments import amendments_of, with_amendments
from talqy.drafts.drafted_changes import NO_CHANGES, DraftedChanges
from talqy.drafts.field_files import with_fields
from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.facts import FACTS
from talqy.model.register import Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.model.values import is_slug
from talqy.model.walk import UNWRITTEN
from talqy.project.write import Create, Replace
from talqy.project.yaml_edit import KEPT, edited, recast
from talqy.project.yaml_write import dumped

SCHEMAS = "docs/formats"


class WrongNameError(TalqyError):
    """A name that cannot be a folder and a part of an address."""


def standard_plan(  # noqa: PLR0913 - what a first text cannot do without
    name: str,
    register: Register,
    *,
    said: Mapping[str, Said],
    authority: str,
    life_event: str,
    dated: date,
    clauses: Sequence[Mapping[str, Any]] = (),
) -> list[Create]:
    """Plan a new standard with its first revision, dated on `dated`.

    `said` are the fields of both files that are known already, such as the title by language.
    Without `clauses` it has one for each row of the list of basic requirements.
    """
    _refuse_names(name, register, authority, life_event)
    languages = register.project.languages
    known: dict[str, Said] = {key: {} for key in ("title", "provider", "explanation")}
    fields = settled_fields({**known, **said}, {}, languages)
    own = {key: words for key, words in of_revision(fields).items() if words}
    titled = {key: words for key, words in of_standard(fields).items() if words}
    provider = {"provider": titled.pop("provider")}
    standard = {
        "schema": 1,
        "id": name,
        "code": "",
        **titled,
        "authority": authority,
        **provider,
        "life_event": life_event,
    }
    revision = {
        "schema": 1,
        "revision": 1,
        "kind": "new",
        "dated": dated.isoformat(),
        **own,
        "clauses": list(clauses or _clauses(register.codes, languages)),
    }
    return [
        Create(
            paths.standard_file(name),
            dumped(standard, f"../../{SCHEMAS}/standard.schema.json"),
        ),
        Create(
            paths.revision_file(name, 1),
            dumped(revision, f"../../../{SCHEMAS}/revision.schema.json"),
        ),
    ]


def _refuse_names(name: str, register: Register, authority: str, life_event: str) -> None:
    """Refuse an id that cannot be a folder, and an authority or a life event that is not known."""
    if not is_slug(name):
        raise WrongNameError(
            "“{name}” cannot be the id of a standard: use lower-case Latin letters, digits and "
            "single hyphens, for example birth-registration",
            name=name,
        )
    if paths.is_refused_by_windows(name):
        raise WrongNameError(
            "no folder on Windows can be called “{name}”; choose another id", name=name
        )
    if authority not in register.project.authorities:
        known = ", ".join(register.project.authorities)
        raise WrongNameError(
            "there is no authority “{name}”; known: {known}", name=authority, known=known
        )
    if life_event not in register.codes.codes("life-event"):
        known = ", ".join(register.codes.codes("life-event"))
        raise WrongNameError(
            "there is no life event “{name}”; known: {known}", name=life_event, known=known
        )


def _clauses(codes: CodeLists, languages: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Make one clause for each row of the list of basic requirements, under its official name.

    A row that no fact sets is named under `covers`.
    """
    set_by_facts = {fact.row for fact in FACTS.values()}
    for number, row in enumerate(codes.codes("requirement-row"), 1):
        names = codes.named("requirement-row", row)
        heading = {code: _capital(names.get(code, UNWRITTEN)) for code in languages}
        yield {
            "id": row,
            "number": str(number),
            "heading": heading,
            **({"covers": [row]} if row not in set_by_facts else {}),
            "text": dict.fromkeys(languages, UNWRITTEN),
        }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def newest_living(record: Record) -> Revision:
    """Return the text that a new one starts from where none is named: the newest not given up."""
    living = [revision for revision in record.revisions if revision.withdrawn is None]
    if not living:
        raise WrongNameError(
            "every text of “{standard}” was withdrawn; name the one to start from with --base",
            standard=record.id,
        )
    if broken := sorted(n for n in record.broken_revisions if n > living[-1].revision):
        raise WrongNameError(
            "{file} cannot be used, and it may be the text to start from; mend it (“talqy check”), "
            "or name another one with --base",
            file=paths.revision_file(record.id, broken[-1]),
        )
    return living[-1]


def revision_plan(  # noqa: PLR0913 - what a new text cannot do without
    record: Record,
    base: Revision,
    text: str,
    *,
    kind: RevisionKind,
    successor: str = "",
    dated: date,
    languages: Sequence[str],
    done: DraftedChanges = NO_CHANGES,
    said: Mapping[str, Said] = MappingProxyType({}),
    replaced: Mapping[str, Sequence[str]] | None = None,
    clauses: Sequence[Mapping[str, Any]] = (),
) -> Create:
    """Plan the next revision of a standard; `text` is the file of `base`, or what became of it.

    `successor` is the standard that takes the place of this one, of a repeal.
    `done` are the changes that are made already, `replaced` the clauses that were divided or
    joined, `said` what the draft says of itself. `clauses` are written anew in the place of those
    of the file.
    """
    number = record.next_revision
    amendments = amendments_of(record, base, done, languages)
    fields = settled_fields({"explanation": {}, **of_revision(said)}, {}, languages)
    values = {
        "schema": KEPT,
        "revision": number,
        "kind": kind.value,
        "base": base.revision,
        **({"successor": successor} if successor else {}),
        "dated": dated.isoformat(),
        **{key: words for key, words in fields.items() if words},
        **({"not_set": KEPT} if base.not_set else {}),
        "clauses": list(clauses) or KEPT,
        **({"amendments": amendments} if amendments else {}),
        **({"replaced": {old: list(new) for old, new in replaced.items()}} if replaced else {}),
        **_waived(base, done.differing or ()),
    }
    return Create(paths.revision_file(record.id, number), recast(text, values))


def _waived(base: Revision, differing: Collection[str]) -> Mapping[str, Any]:
    """Return where the languages may differ: as before, in clauses that say what they said.

    A clause that was changed must be looked at again: its waiver was given to other words.
    """
    kept = [note for note in base.parity if note.clause not in differing]
    if len(kept) == len(base.parity):
        return {"parity": KEPT} if kept else {}
    notes = [{"clause": note.clause, "note": dict(note.note)} for note in kept]
    return {"parity": notes} if notes else {}


def update_plan(  # noqa: PLR0913 - what became of a text
    record: Record,
    revision: Revision,
    text: str,
    *,
    done: DraftedChanges,
    said: Mapping[str, Said],
    replaced: Mapping[str, Sequence[str]],
    languages: Sequence[str],
) -> Replace:
    """Plan the file of a text that is changed while it is in preparation.

    `text` is its file with new clauses. What it says of itself, and of the text before it, gets
    what is new: an amendment for each change that has none, clauses that were divided or joined.
    """
    text = with_fields(text, of_revision(said), languages)
    if base := record.base_of(revision):
        text = with_amendments(text, revision, done, languages)
        new = {old: list(parts) for old, parts in replaced.items() if base.clause(old)}
        text = _with_replaced(text, revision, new)
    return Replace(paths.revision_file(record.id, revision.revision), text)


def standard_update(
    record: Record, text: str, said: Mapping[str, Said], languages: Sequence[str]
) -> Replace:
    """Plan the file of a standard with other words for what it is called."""
    return Replace(paths.standard_file(record.id), with_fields(text, of_standard(said), languages))


def _with_replaced(text: str, revision: Revision, new: Mapping[str, Sequence[str]]) -> str:
    if not revision.replaced:
        return edited(text, ("replaced",), new) if new else text
    for old, parts in new.items():
        text = edited(text, ("replaced", old), parts)
    return text
