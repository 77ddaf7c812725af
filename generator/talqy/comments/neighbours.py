"""A comment beside the draft that it speaks of: in time, on something that is there, quoting it."""

from collections.abc import Callable, Iterator

from talqy.comments import reasons
from talqy.comments.reasons import at
from talqy.comments.reception import Reception
from talqy.compare.quotes import find_quote
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.stage import DISCUSSED
from talqy.office.grids import Place


def look_around(
    comment: Comment, reception: Reception, place_of: Callable[[str], Place]
) -> Iterator[Problem]:
    """Yield what is wrong, or worth a look, about the place of a comment and its time."""
    yield from _in_time(comment, reception, place_of("received"))
    if comment.quote and find_quote(comment, reception.revision) is None:
        yield at(reasons.QUOTE_NOT_FOUND, place_of("quote"))
    if comment.in_reply_to and reception.record.comment(comment.in_reply_to) is None:
        yield at(reasons.NO_SUCH_REPLY, place_of("in_reply_to"), value=comment.in_reply_to)


def _in_time(comment: Comment, reception: Reception, place: Place) -> Iterator[Problem]:
    """Refuse only what came before the discussion, or did not come yet: late ones are kept."""
    day, talk, number = (
        comment.received,
        reception.revision.consultation,
        reception.revision.revision,
    )
    if day > reception.today:
        yield at(reasons.FUTURE, place, day=day)
    elif talk is None or day < talk.opens:
        yield at(reasons.TOO_EARLY, place, day=day, revision=number)
    elif reception.stage_on(day) not in DISCUSSED:
        yield at(reasons.LATE, place, day=day, revision=number)
