"""What the author's own words ask of the office, and which clause they may mean.

A part of the table of the intake (`import_kinds.py`), and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

NOT_FOR_PUBLICATION = Kind(
    "I26",
    "the author asks that it not be published: “{words}”",
    "ask the author; what must not be published is answered by letter",
)
WITHDRAWAL = Kind(
    "I27",
    "the words ask to take back an earlier comment: “{words}”",
    "find that comment, and answer it as withdrawn",
)
OTHER_BUSINESS = Kind(
    "I28",
    "the words are about other business, and say nothing about the draft: “{words}”",
    "nothing is lost; if it is a comment all the same, say so in a column of the kind",
)
POINTS_ELSEWHERE = Kind(
    "I97",
    "the words only point to something that does not stand here: “{words}”",
    "find what is meant, and write it out in a row of a table",
)
PASTED = Kind(
    "I31",
    "the words were copied with lines of a messenger, a form, a scan or another program: “{line}”",
    "copy the author's own words into a table, and a name only where the author agrees",
)
CLAUSE_LIKELY = Kind(
    "I29",
    "no clause is named, and the comment is filed to the whole draft; perhaps this is meant: "
    "{clauses}",
    "look at the words; where one clause is meant, say it with --clause or in a column",
    Level.WARNING,
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
