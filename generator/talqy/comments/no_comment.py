"""Checks 30 to 35: words that are no comment on the draft, at whichever door they come.

What is read is decided in a file of each subject (`wishes.py`, `publication.py`, `pointing.py`,
`other_business.py`, `pasted_frames.py`); what it weighs is decided in `doors.py`.
"""

from collections.abc import Iterator, Sequence

from talqy.comments import wish_kinds as kinds
from talqy.comments.name_wishes import says_own_name
from talqy.comments.other_business import is_other_business, takes_back
from talqy.comments.pasted_frames import frame_line
from talqy.comments.pointing import points_elsewhere
from talqy.comments.publication import asks_not_to_publish, hides_the_name
from talqy.comments.seen_only import is_only_seen
from talqy.comments.wishes import asks_nothing, has_no_words
from talqy.model.problem import Path, Problem

_TEXT: Path = ("text",)
_SHOWN = 200  # letters of a text that a problem repeats to a clerk


def no_comment(file: str, text: str, proposal: str, name: str) -> Iterator[Problem]:
    """Find what is no comment in the words of one, or should stand there without a name."""
    if line := frame_line(f"{text}\n{proposal}"):
        yield kinds.PASTED.at(file, _TEXT, line=line[:_SHOWN])
    if words := asks_not_to_publish((text, proposal)):
        yield kinds.NOT_FOR_PUBLICATION.at(file, _TEXT, words=words)
    if any(map(hides_the_name, (text, proposal))):
        yield from _hidden_name(file, (text, proposal), name)
    if not proposal and points_elsewhere(text):
        yield kinds.POINTS_ELSEWHERE.at(file, _TEXT, words=text)
    if words := takes_back(text):
        yield kinds.WITHDRAWAL.at(file, _TEXT, words=words)
    elif has_no_words(text) or asks_nothing(text):
        yield kinds.NO_OPINION.at(file, _TEXT, value=text)
    elif is_other_business(text):
        yield kinds.OTHER_BUSINESS.at(file, _TEXT, words=text[:_SHOWN])
    elif is_only_seen(text):
        yield kinds.NO_OPINION.at(file, _TEXT, value=text)


def _hidden_name(file: str, texts: Sequence[str], name: str) -> Iterator[Problem]:
    """Find a name that is to be hidden: beside the words, and in them."""
    if name:
        yield kinds.NAME_NOT_FOR_PUBLICATION.at(file, ("author", "name"))
    if any(map(says_own_name, texts)):
        yield kinds.NAME_NOT_FOR_PUBLICATION.at(file, _TEXT)


def no_answer(file: str, path: Path, reason: str) -> Iterator[Problem]:
    """Find what is no reason of an answer."""
    if line := frame_line(reason):
        yield kinds.PASTED.at(file, path, line=line[:_SHOWN])
    if points_elsewhere(reason):
        yield kinds.POINTS_ELSEWHERE.at(file, path, words=reason)
