"""How long a draft must be discussed, counted so that anybody can count it again.

Source: article 15 (3) of Law No. 88-V ("within ... days from the day of posting"). The text leaves
one day open; we take the reading kinder to the public: the day after posting is the first day, and
the last day counts to midnight. Where the draft was posted later than it says that it opens, the
later of the two counts.
"""

from datetime import date, timedelta

from talqy.law.workdays import Workdays
from talqy.model.project import DayKind, RuleProfile
from talqy.model.revision import Consultation, PostingChannel
from talqy.model.standing import Counting

_DAY = timedelta(days=1)
# The law names the portal and the internet resource; print informs besides (art. 15 (2)).
_COUNTED = (PostingChannel.INTERNET, PostingChannel.EGOV)


def posting_day(consultation: Consultation) -> date:
    """Return the day from which the period runs: when the draft stood in both places."""
    posted = [posting.on for posting in consultation.posted if posting.channel in _COUNTED]
    return max((consultation.opens, *posted))


def counting(consultation: Consultation, profile: RuleProfile, workdays: Workdays) -> Counting:
    """Count the shortest lawful period of a discussion."""
    posted = posting_day(consultation)
    first = posted + _DAY
    if profile.unit is DayKind.WORKING:
        last = workdays.nth_after(posted, profile.days)
        skipped = workdays.skipped(first, last)
    else:
        last, skipped = posted + _DAY * profile.days, ()
    return Counting(profile=profile, posted=posted, first=first, last=last, skipped=skipped)
