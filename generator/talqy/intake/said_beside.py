"""What an author says beside the words of a letter: above them, below the farewell, in margins.

The lines of another message that is repeated there, and a notice that an office puts under every
letter, are said by somebody else.
"""

import re
from collections.abc import Iterator, Sequence

from talqy.comments.other_business import takes_back
from talqy.comments.publication import asks_not_to_publish, hides_the_name
from talqy.intake import mail_signs as signs
from talqy.intake.end_signs import is_notice, may_be_notice
from talqy.intake.submission import Submission

_LONGEST_NOTICE = 12
# «Комментарий к проекту (анонимно)»: a wish of one word stands behind what a letter is about.
_PARTS = re.compile(r"[()\[\]:;,–—]| - ")


def wish_beside(submission: Submission) -> str:
    """Return what is said beside the words against publishing them; "" where nothing is."""
    return asks_not_to_publish(_beside(submission))


def withdrawal_beside(submission: Submission) -> str:
    """Return what is said beside the words to take them back; "" where nothing is."""
    return next(filter(None, map(takes_back, _beside(submission))), "")


def hides_name_beside(submission: Submission) -> bool:
    """Return whether it is said beside the words that the author's name not be published."""
    parts = _PARTS.split(submission.subject)
    return any(map(hides_the_name, (*_beside(submission), *parts)))


def _beside(submission: Submission) -> tuple[str, ...]:
    return (submission.subject, submission.heading, *_own_of(submission.left_out))


def _own_of(left_out: Sequence[str]) -> Iterator[str]:
    for place, line in enumerate(left_out):
        rest = left_out[place : place + _LONGEST_NOTICE]
        if may_be_notice(line) and any(
            is_notice(" ".join(rest[:count])) for count in range(1, len(rest) + 1)
        ):
            return
        heads = (signs.FIRST_HEAD.fullmatch(line), signs.SEPARATOR.fullmatch(line))
        is_announced = signs.WROTE.search(line) and line.rstrip().endswith(":")
        if any(heads) or is_announced or signs.QUOTED.match(line):
            return
        yield line
