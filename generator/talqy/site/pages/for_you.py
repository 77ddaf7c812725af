"""What a page says of a text before its words: what changes, what it asks, or what ends."""

from talqy.language.edition import Edition
from talqy.language.for_you import ForYou, what_changes, what_ends, what_is_asked
from talqy.language.stage_table import Meaning, offer_of
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import LIVING

ON_A_CARD = 2
"""So many changes stand on a card."""


def for_you(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say of a draft what changes, of a text in force what it asks; of a past one nothing."""
    match offer_of(edition, record, revision).meaning:
        case Meaning.ENDS:
            return what_ends(edition, revision)
        case Meaning.CHANGES:
            return what_it_changes(edition, record, revision)
        case Meaning.ASKS:
            return what_is_asked(edition, record, revision)
        case Meaning.SILENCE:
            return ForYou()


def on_a_card(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say what a text changes, or changed when it came into force; of one given up nothing."""
    if offer_of(edition, record, revision).meaning is Meaning.SILENCE:
        return ForYou()
    return what_it_changes(edition, record, revision)


def in_a_line(edition: Edition, record: Record, revision: Revision, most: int) -> str:
    """Say what a text that is to come changes, in so many letters at most; of any other nothing.

    It is the gist of its authors, else the first change that has room, whole or in short.
    """
    if edition.standing(record, revision).stage not in LIVING:
        return ""
    if offer_of(edition, record, revision).meaning is Meaning.ASKS:
        return ""
    means = what_it_changes(edition, record, revision)
    rows = means.first(len(means.changes))
    lines = (
        means.gist,
        means.ends,
        *(row.line for row in rows),
        *(row.short for row in rows),
        means.annexes,
    )
    return next((line for line in lines if 0 < len(line) <= most), "")


def what_it_changes(edition: Edition, record: Record, revision: Revision) -> ForYou:
    """Say what a text changes against the one that people have; where they have none, what it asks.

    It is told of one and the same pair of texts wherever a page, a feed or a picture tells it.
    """
    held = edition.held_before(record, revision)
    names = (record.id, revision.revision)
    if revision.kind is RevisionKind.REPEAL:
        return what_ends(edition, revision)
    if held is None:
        return edition.in_own.once("asked", names, lambda: what_is_asked(edition, record, revision))
    return edition.in_own.once(
        "changes", names, lambda: what_changes(edition, edition.comparison(record, held, revision))
    )
