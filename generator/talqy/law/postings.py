"""Where a draft is to be posted: on each channel that the law names, before anybody comments."""

from talqy.model.revision import PostingChannel, Revision


def unposted(revision: Revision) -> tuple[PostingChannel, ...]:
    """Return the channels on which a draft is not posted yet, of those that the law names."""
    posted = {one.channel for one in revision.consultation.posted} if revision.consultation else ()
    return tuple(channel for channel in PostingChannel if channel not in posted)


def owed_postings(revision: Revision) -> tuple[PostingChannel, ...]:
    """Return the channels on which a draft was to be posted, and is not.

    One that was given up before any posting was due owes none: nobody posts what there is no more.
    """
    talk, given_up = revision.consultation, revision.withdrawn
    if talk is None or (given_up and given_up.on <= talk.opens):
        return ()
    return unposted(revision)
