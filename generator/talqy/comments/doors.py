"""The doors by which a comment comes in, and where one of them is more or less strict, and why.

Every door calls the same judge, and a kind of problem weighs everywhere what its table says
(`kinds.py`); where that cannot be, it stands here with its reason, and nowhere else.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from talqy.comments import kinds, wish_kinds
from talqy.comments.door_words import (
    TO_AUTHOR_BEFORE,
    TO_AUTHOR_IN_FORM,
    TO_AUTHORITY,
    TO_CLERK,
    TO_CLERK_OF_MAIL,
    in_words,
)
from talqy.comments.made_elsewhere import MADE_ELSEWHERE
from talqy.model.problem import Kind, Level, Problem


class Door(StrEnum):
    """How a comment comes in, or that it lies in `comments/` already.

    `check` are files that nobody has recorded yet, `record` those that have a register number.
    What the authority writes itself is looked at for personal data alone: `answer` are its answers
    and what it says of a redaction, `text` are standards, drafts, settings and records.
    """

    SINGLE = "a citizen's pull request"
    BATCH = "a program's pull request"
    AUTHORITY = "the authority's pull request"
    MAIL = "a message"
    TABLE = "a table"
    NEW = "talqy new comment"
    FORM = "the form of the service"
    CHECK = "a file on its way to the record"
    RECORD = "a file on record"
    ANSWER = "an answer of the authority"
    TEXT = "a text of the authority"


@dataclass(frozen=True, slots=True)
class OtherWeight:
    """Where kinds weigh otherwise at some doors; a level of None: it is not said there."""

    kinds: tuple[Kind, ...]
    doors: tuple[Door, ...]
    level: Level | None
    why: str


_BEFORE = (Door.MAIL, Door.TABLE, Door.NEW, Door.FORM)
_BY_AUTHOR = (Door.SINGLE, Door.FORM)
_FILED = (Door.CHECK, Door.RECORD)
_SETTLED = tuple(kind for kind in wish_kinds.ALL if kind in wish_kinds.SETTLED)
_OFFICES = (kinds.BIN, kinds.LANDLINE)

DIFFERENCES = (
    OtherWeight(
        kinds.OF_PERSONS,
        _BEFORE,
        Level.ERROR,
        "nothing is public yet, so it can still be taken out; a pull request is public at once, "
        "and there a person sees whether it is anybody's",
    ),
    OtherWeight(
        wish_kinds.ALL,
        _BEFORE,
        Level.ERROR,
        "nothing is public yet: a clerk can find what is meant, and an author can still say it",
    ),
    OtherWeight(
        (wish_kinds.POINTS_ELSEWHERE,),
        (Door.ANSWER,),
        Level.ERROR,
        "each answer is published by itself, and its writer can say what is meant",
    ),
    OtherWeight(
        (*_SETTLED, wish_kinds.POINTS_ELSEWHERE),
        _FILED,
        None,
        "a person has seen it when it came; what is public is answered as it stands",
    ),
    OtherWeight(
        _SETTLED,
        (Door.AUTHORITY,),
        Level.WARNING,
        "the authority has had it in its hands, and has said of what kind it is",
    ),
    OtherWeight(
        (kinds.DATED_BACK,),
        (Door.BATCH, Door.AUTHORITY, Door.MAIL, Door.TABLE, *_FILED),
        None,
        "who brings it in has seen when it came; a file on disk does not tell",
    ),
    OtherWeight(
        (kinds.NOT_YET_OPEN, kinds.NEVER_OPEN, kinds.FUTURE, kinds.NO_SUCH_REPLY),
        _FILED,
        None,
        "rules of the whole project say it: A03, A06, L04",
    ),
    OtherWeight(
        (kinds.LATE,),
        _FILED,
        None,
        "it is on file, the pages call it late, and rule A02 sees to its outcome",
    ),
    OtherWeight(
        (kinds.CAMPAIGN,),
        _FILED,
        None,
        "a person has seen it when it came; `talqy respond groups` lists all of them",
    ),
    OtherWeight(
        (kinds.CAMPAIGN,),
        (Door.FORM,),
        None,
        "its author need do nothing; officials see alike ones together in the queue",
    ),
    OtherWeight(
        (kinds.CAMPAIGN,),
        (Door.AUTHORITY,),
        Level.WARNING,
        "the authority has had these comments in its hands, and each of them counts",
    ),
    OtherWeight(
        (kinds.UNKNOWN_LANGUAGE,),
        _FILED,
        None,
        "a person has seen it when it came; who writes in another language has the same rights",
    ),
    OtherWeight(
        (kinds.AUTHORITYS_FIELD,),
        _FILED,
        None,
        "`talqy comment redact` has written it, and its digest is held to the record",
    ),
    OtherWeight(
        (kinds.CUT_BEFORE,),
        (Door.BATCH,),
        Level.PERSON,
        "an official has taken words out before anybody could read them; the mark keeps the digest "
        "that the author was told, and a person looks at it",
    ),
    OtherWeight(
        (kinds.STATE_BODY_CLAIMED,),
        tuple(door for door in Door if door not in _BY_AUTHOR),
        None,
        "who brings it in knows who sent it",
    ),
    OtherWeight(
        (kinds.CHANNEL_CLAIMED,),
        tuple(door for door in Door if door is not Door.SINGLE),
        None,
        "who brings it in has the paper; the form says itself by which way a comment came",
    ),
    OtherWeight(
        (MADE_ELSEWHERE,),
        tuple(door for door in Door if door is not Door.SINGLE),
        None,
        "who brings it in has read the pages of the other site",
    ),
    OtherWeight(
        (kinds.ATTACHED_ELSEWHERE,),
        tuple(door for door in Door if door is not Door.SINGLE),
        None,
        "who brings it in keeps the files: the service, or the authority itself",
    ),
    OtherWeight(
        (*_OFFICES, kinds.PHONE, kinds.EMAIL, kinds.HANDLE, kinds.ACCOUNT, kinds.ADDRESS),
        (Door.TEXT,),
        None,
        "a text says whom to call, where to write and where to pay",
    ),
    OtherWeight(
        (kinds.CLAIMED_IIN,),
        (Door.TEXT,),
        Level.PERSON,
        "a text may show how such a number is written",
    ),
    OtherWeight(
        _OFFICES,
        (Door.ANSWER,),
        None,
        "an answer may say which office to call",
    ),
)
"""The whole table; the first row that fits counts."""

_AS_COMMANDS = (kinds.MARKUP, kinds.SCRIPT_LINK, kinds.MARKER)
OF_PORTAL = (
    OtherWeight(
        _AS_COMMANDS,
        _FILED,
        None,
        "a person has seen it when it came, and every sign is shown as it is",
    ),
    OtherWeight(
        _AS_COMMANDS,
        tuple(door for door in Door if door not in {Door.SINGLE, *_FILED}),
        Level.PERSON,
        "the words are public on the portal as they are, and here every sign is shown as it is",
    ),
)
"""What weighs otherwise besides, of comments that the state's portal has published."""

_WORDS = {
    Door.MAIL: TO_CLERK_OF_MAIL,
    Door.TABLE: TO_CLERK,
    Door.NEW: TO_AUTHOR_BEFORE,
    Door.FORM: TO_AUTHOR_IN_FORM,
    Door.ANSWER: TO_AUTHORITY,
    Door.TEXT: TO_AUTHORITY,
}


def at_door(problem: Problem, door: Door, *, is_of_portal: bool = False) -> Problem | None:
    """Return a problem as it weighs and is said at a door; None where it is not said there.

    `is_of_portal`: the comment was published on the state's portal.
    """
    rows = (*OF_PORTAL, *DIFFERENCES) if is_of_portal else DIFFERENCES
    level = _level_at(problem.kind, door, rows)
    if level is None:
        return None
    said = in_words(problem, _WORDS.get(door, {}))
    return replace(said, kind=replace(said.kind, level=level))


@cache
def is_said(door: Door | None, *of: Kind) -> bool:
    """Return whether any of some kinds is said at a door: else nobody need look for them there.

    Without a door it is not known yet, and all of them may be.
    """
    return door is None or any(_level_at(kind, door) for kind in of)


def _level_at(kind: Kind, door: Door, rows: tuple[OtherWeight, ...] = DIFFERENCES) -> Level | None:
    """Return how a kind weighs at a door; None where it is not said there."""
    for row in rows:
        if kind in row.kinds and door in row.doors:
            return row.level
    if door is not Door.RECORD:
        return kind.level
    # What is on record is never changed: only what should never have come in is named.
    return Level.WARNING if kind.level is Level.ERROR else None
