"""Why a message waits for a person, beside what readers and the judge say by their codes."""

from enum import StrEnum

from talqy.errors import Saying


class WhyLeft(StrEnum):
    """Reasons of the mailbox itself."""

    UNREADABLE = "unreadable"
    NO_DRAFT = "no-draft"
    MUCH = "much"
    FILE = "file"
    AGAIN = "again"


class LeftToPeopleError(Exception):
    """A message is a person's to look at; `why` are words of ours, or codes of problems."""

    def __init__(self, *why: str) -> None:
        super().__init__(*why)
        self.why = why


_WORDS = {
    WhyLeft.UNREADABLE: Saying("it cannot be read as a message"),
    WhyLeft.NO_DRAFT: Saying("it does not say which draft it is about"),
    WhyLeft.MUCH: Saying("it is too long, or too many files came with it"),
    WhyLeft.FILE: Saying("a file came with it that is not taken"),
    WhyLeft.AGAIN: Saying("a message of this number was taken before, with other words"),
}


def why_words(why: str) -> Saying:
    """Say a reason; a code of a reader or of the judge as it is."""
    known = _WORDS.get(WhyLeft(why)) if why in set(WhyLeft) else None
    return known or Saying("something is wrong with it ({code})", {"code": why})
