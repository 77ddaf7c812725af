"""The days of a discussion that is about to be opened, counted before anything is written."""

from datetime import date

from talqy.law.periods import counting, profile_of, workdays_of
from talqy.model.register import Register
from talqy.model.revision import Consultation, Posting, PostingChannel
from talqy.model.standing import Counting


def counted_from(
    register: Register, before: Consultation | None, opens: date, act: str | None
) -> Counting | None:
    """Return how the lawful period is counted if a discussion opens on a day, posted that day.

    `before` is what is planned already; new days change nothing else of it. None where no rules say
    how long it must last.
    """
    known = before or Consultation(opens=opens, closes=opens)
    planned = known.model_copy(update={"opens": opens, "closes": opens, "act": act or known.act})
    profile = profile_of(register, planned)
    return counting(planned, profile, workdays_of(register)) if profile else None


def counted_posted(
    register: Register, talk: Consultation, channel: PostingChannel, on: date
) -> Counting | None:
    """Return how the lawful period is counted once a draft was posted on one channel more."""
    posting = Posting.model_construct(channel=channel, on=on)
    posted = talk.model_copy(update={"posted": (*talk.posted, posting)})
    profile = profile_of(register, posted)
    return counting(posted, profile, workdays_of(register)) if profile else None
