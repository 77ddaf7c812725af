"""Plans for `new`: a standard with its first text, and the next text of a standard.

The next text starts from one that is there: its clauses keep their lines to the byte, with the
remarks that people wrote between them. What was said of the old draft alone (its discussion, what
became of it, its own amendments) stays with the old one. Unwritten texts stand as “…”.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.comment import Response
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
    titles: Mapping[str, str],
    authority: str,
    life_event: str,
    dated: date,
    providers: Mapping[str, str] = MappingProxyType({}),
    clauses: Sequence[Mapping[str, Any]] = (),
) -> list[Create]:
    """Plan a new standard with its first revision, dated on `dated`.

    Without `clauses` it has one for each row of the list of basic requirements.
    """
    _refuse_names(name, register, authority, life_event)
    languages = register.project.languages
    unwritten = dict.fromkeys(languages, UNWRITTEN)
    standard = {
        "schema": 1,
        "id": name,
        "code": "",
        "title": {**unwritten, **titles},
        "authority": authority,
        "provider": {**unwritten, **providers},
        "life_event": life_event,
    }
    revision = {
        "schema": 1,
        "revision": 1,
        "kind": "new",
        "dated": dated.isoformat(),
        "explanation": unwritten,
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
    dated: date,
    languages: Sequence[str],
    changes: Sequence[tuple[str, ...]] = (),
    differing: Collection[str] | None = None,
    replaced: Mapping[str, Sequence[str]] | None = None,
    clauses: Sequence[Mapping[str, Any]] = (),
) -> Create:
    """Plan the next revision of a standard; `text` is the file of `base`, or what became of it.

    `changes` are the clauses of each change that is made already, `replaced` those that were
    divided or joined; a change that no answer has promised gets an amendment without a reason.
    `differing` are all clauses that differ from the base already, None where the text is still to
    be changed: what an answer has promised and nobody has done is no amendment.
    `clauses` are written anew in the place of those of the file.
    """
    number = record.next_revision
    landed = [
        (done, responses)
        for clauses, responses in _landed(record, base, number)
        if (done := tuple(n for n in clauses if differing is None or n in differing))
    ]
    promised = {name for clauses, _ in landed for name in clauses}
    amendments = [_amendment(clauses, responses, languages) for clauses, responses in landed]
    amendments += [
        _amendment(clauses, (), languages)
        for clauses in changes
        if not promised.issuperset(clauses)
    ]
    values = {
        "schema": KEPT,
        "revision": number,
        "kind": kind.value,
        "base": base.revision,
        "dated": dated.isoformat(),
        "explanation": dict.fromkeys(languages, UNWRITTEN),
        **({"not_set": KEPT} if base.not_set else {}),
        "clauses": list(clauses) or KEPT,
        **({"amendments": amendments} if amendments else {}),
        **({"replaced": {old: list(new) for old, new in replaced.items()}} if replaced else {}),
    }
    return Create(paths.revision_file(record.id, number), recast(text, values))


def update_plan(  # noqa: PLR0913, PLR0917 - what became of a text
    record: Record,
    revision: Revision,
    text: str,
    changes: Sequence[tuple[str, ...]],
    replaced: Mapping[str, Sequence[str]],
    languages: Sequence[str],
) -> Replace:
    """Plan the file of a text that is changed while it is in preparation.

    `text` is its file with new clauses. What it says of the text before it gets what is new: an
    amendment for each change that has none, and clauses that were divided or joined.
    """
    if base := record.base_of(revision):
        amended = {name for one in revision.amendments for name in one.clauses}
        open_ones = [one for one in changes if not amended.issuperset(one)]
        text = _with_amendments(text, revision, open_ones, languages)
        new = {old: list(parts) for old, parts in replaced.items() if base.clause(old)}
        text = _with_replaced(text, revision, new)
    return Replace(paths.revision_file(record.id, revision.revision), text)


def _with_amendments(
    text: str, revision: Revision, changes: Sequence[tuple[str, ...]], languages: Sequence[str]
) -> str:
    drafted = [_amendment(clauses, (), languages) for clauses in changes]
    if not revision.amendments:
        return edited(text, ("amendments",), drafted) if drafted else text
    for at, amendment in enumerate(drafted, len(revision.amendments)):
        text = edited(text, ("amendments", at), amendment)
    return text


def _with_replaced(text: str, revision: Revision, new: Mapping[str, Sequence[str]]) -> str:
    if not revision.replaced:
        return edited(text, ("replaced",), new) if new else text
    for old, parts in new.items():
        text = edited(text, ("replaced", old), parts)
    return text


def _landed(
    record: Record, base: Revision, number: int
) -> Iterator[tuple[tuple[str, ...], list[Response]]]:
    """Yield the answers that promise a change in this revision, by the clauses that they name.

    Clauses stand in the order of the text; those that are still to be written come last.
    """
    order = {clause.id: at for at, clause in enumerate(base.walk())}
    groups: dict[tuple[str, ...], list[Response]] = {}
    for comment in record.comments:
        response = record.response_to(comment.id)
        if response and response.landed and response.landed.revision == number:
            names = dict.fromkeys(response.landed.clauses)
            clauses = tuple(sorted(names, key=lambda name: order.get(name, len(order))))
            groups.setdefault(clauses, []).append(response)
    yield from sorted(groups.items(), key=lambda group: order.get(group[0][0], len(order)))


def _amendment(
    clauses: Iterable[str], responses: Sequence[Response], languages: Sequence[str]
) -> Mapping[str, Any]:
    """Draft an amendment: its reasons are those of the answers, each said once."""
    reasons = {
        language: dict.fromkeys(r.reason[language] for r in responses if language in r.reason)
        for language in languages
    }
    return {
        "clauses": list(clauses),
        "reason": {code: "\n".join(reason) or UNWRITTEN for code, reason in reasons.items()},
        **({"comments": [one.comment for one in responses]} if responses else {}),
    }
