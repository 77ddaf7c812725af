"""What words ask of the office instead of the draft, and what was copied along with them.

A part of the table of the judge (`kinds.py`), and translated as it is. A person looks at it where
it is public already; where nothing is public yet it is not taken (`doors.py`). No kind repeats the
words: a clerk alone sees them (`door_words.py`), who has them already.
"""

from talqy.model.problem import Kind, Level, kinds_in

NO_OPINION = Kind(
    "G30",
    "the words ask for nothing, and say nothing about the draft",
    "say in a sentence what you propose, or that you support the draft",
    Level.PERSON,
)
WITHDRAWAL = Kind(
    "G31",
    "the words ask to take an earlier comment back",
    "the authority finds that comment, and answers it as withdrawn; you need do nothing",
    Level.PERSON,
)
NOT_FOR_PUBLICATION = Kind(
    "G32",
    "the words ask that they not be published",
    "everybody can read a comment, for ever; what must not be published is sent as a letter",
    Level.PERSON,
)
NAME_NOT_FOR_PUBLICATION = Kind(
    "G32",
    "the words ask that the name not be published, and the name stands here",
    "take the name out: everybody can read a comment, for ever",
    Level.PERSON,
)
OTHER_BUSINESS = Kind(
    "G33",
    "the words are about something else than the draft",
    "say in a sentence what you propose, or that you support the draft",
    Level.PERSON,
)
POINTS_ELSEWHERE = Kind(
    "G34",
    "the words only point to something that does not stand here",
    "write it out: what is published is read by itself",
    Level.PERSON,
)
PASTED = Kind(
    "G35",
    "lines of a messenger, a form or another program stand among the words",
    "leave only your own words: such lines may name people, and everybody can read a comment, for "
    "ever",
    Level.PERSON,
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
SETTLED = frozenset({NO_OPINION, WITHDRAWAL, OTHER_BUSINESS})
"""Whoever has the letter settles these by saying of what kind the comment is."""
