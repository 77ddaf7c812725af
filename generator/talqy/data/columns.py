"""The columns of the tables: what people call them, and whose names stand beside their codes.

One table for all that names a column: the files for Excel, and `datapackage.json`.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from talqy.language.edition import Edition
from talqy.language.sayings import kind_name, outcome_name
from talqy.model.comment import AuthorKind, Outcome
from talqy.record.counts import Unanswered

Saying = Callable[[Edition, str], str]


class Column(NamedTuple):
    """A column for people: its head, a message, how its codes are said, and whether it has days."""

    head: str
    says: Saying | None = None
    is_day: bool = False


def _coded(codes: str) -> Saying:
    return lambda edition, code: edition.locale.coded(codes, code)


def _authority(edition: Edition, name: str) -> str:
    return edition.authority(name, short=False).striptags()


def _standard(edition: Edition, name: str) -> str:
    record = edition.register.record(name)
    return edition.title(record) if record else name


def _fate(edition: Edition, code: str) -> str:
    fates = {each.value: each for each in (*Outcome, *Unanswered)}
    return outcome_name(edition.locale, fates.get(code))


def _author(edition: Edition, code: str) -> str:
    return kind_name(edition.locale, AuthorKind(code))


def _language(edition: Edition, code: str) -> str:
    return edition.locale.language_name(code)


def _day(head: str) -> Column:
    return Column(head, is_day=True)


_STANDARD = Column("Standard", _standard)
_REVISION = Column("Revision")
_GIST = Column("What changes, in short")
_STAGE = Column("Stage", _coded("stage"))

COLUMNS: Mapping[str, Mapping[str, Column]] = {
    "register": {
        "id": Column("Id"),
        "code": Column("Code in the register of services"),
        "title": Column("Title"),
        "short_title": Column("Short title"),
        "also": Column("What people call it"),
        "authority": Column("Developer", _authority),
        "provider": Column("Provider"),
        "life_event": Column("Life event", _coded("life-event")),
        "reviewed": _day("Need to optimise last reviewed"),
        "newest": Column("Newest revision"),
        "stage": _STAGE,
        "in_force": Column("Revision in force"),
        "revisions": Column("Revisions in all"),
        "comments": Column("Comments in all"),
        "root": Column("Root of the record"),
    },
    "revisions": {
        "standard": _STANDARD,
        "revision": _REVISION,
        "kind": Column("Kind of draft", _coded("revision-kind")),
        "base": Column("Starts from revision"),
        "dated": _day("Text of"),
        "stage": _STAGE,
        "opens": _day("Opens"),
        "closes": _day("Last day of the discussion"),
        "lawful_closes": _day("Earliest lawful last day"),
        "report_on": _day("Report of"),
        "adopted_on": _day("Adopted on"),
        "in_force": _day("In force since"),
        "withdrawn_on": _day("Withdrawn on"),
        "comments": Column("Comments in all"),
        "explanation": Column("Why this draft"),
        "gist": _GIST,
        "successor": Column("Taken over by", _standard),
    },
    "comments": {
        "id": Column("Id"),
        "standard": _STANDARD,
        "revision": _REVISION,
        "clause": Column("Clause"),
        "clause.after": Column("After the clause"),
        "language": Column("Language", _language),
        "kind": Column("Kind of comment", _coded("comment-kind")),
        "received": _day("Received"),
        "channel": Column("How the comment came", _coded("comment-channel")),
        "source": Column("Made on another site"),
        "source.id": Column("Number on the other site"),
        "source.tab": Column("Tab on the other site"),
        "source.url": Column("Page of the other site"),
        "group": Column("Body of experts", _coded("comment-group")),
        "author.kind": Column("Who comments", _author),
        "author.foreign": Column("Foreigner or stateless person"),
        "author.name": Column("Author's name"),
        "quote": Column("Words commented on"),
        "text": Column("Comment"),
        "proposal": Column("Proposed wording"),
        "in_reply_to": Column("In reply to"),
        "attachments": Column("Attached files"),
        "redacted": Column("Words taken out"),
        "redacted.on": _day("Words taken out on"),
        "redacted.reason": Column("Why words were taken out"),
        "redacted.original": Column("Digest before words were taken out"),
        "outcome": Column("Outcome", _fate),
        "counted_as": Column("Counted as", _fate),
        "number": Column("Number in the register"),
        "digest": Column("Digest"),
    },
    "responses": {
        "standard": _STANDARD,
        "revision": _REVISION,
        "comment": Column("Comment"),
        "outcome": Column("Outcome", _fate),
        "reason": Column("Reason"),
        "gist": Column("The comment in short"),
        "decided.by": Column("Decided by", _authority),
        "decided.on": _day("Decided on"),
        "landed": Column("Landed"),
        "landed.revision": Column("Landed in revision"),
        "landed.clauses": Column("Landed in clauses"),
        "duplicate_of": Column("Repeats the comment"),
    },
    "services": {
        "standard": _STANDARD,
        "revision": _REVISION,
        "since": _day("In force since"),
        "turtle": Column("Description (Turtle)"),
        "json_ld": Column("Description (JSON-LD)"),
    },
}
"""Every column of every table by its name there; texts by language stand under one name."""
