"""Why a name is not taken for a clause of the draft, whoever writes it: a comment or an answer.

A part of the table of the intake (`intake/import_kinds.py`), and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

CLAUSE_UNCLEAR = Kind(
    "I12",
    "“{value}” may be several clauses: {clauses}",
    "write number and heading of the one that is meant, or its id",
)
CLAUSE_IS_DAY = Kind(
    "I13",
    "“{value}” is a day and no clause: the program has made one of the clause's number",
    "give the column the form “text”, and write the number again",
)
SEVERAL_NAMED = Kind(
    "I23", "“{value}”: these are several clauses: {clauses}", "make a row for each of them"
)
CLAUSE_BESIDE = Kind(
    "I38",
    "“{value}” does not stand in the draft under this name; it is filed to: {clause}",
    "look whether that is the clause of which the author speaks",
    Level.WARNING,
)
OTHER_ACT = Kind(
    "I55",
    "“{value}” speaks of another act or of an annex, and not of a clause of this draft",
    "write the clause of the draft that is meant; if none is, this is no comment on the draft",
)
CLAUSE_AT_ODDS = Kind(
    "I56",
    "“{value}” says more than the number of a clause, and its words are not those of: {clauses}",
    "write the number or the id of the clause that is meant, and nothing else",
)
PART_OF_CLAUSE = Kind(
    "I70",
    "“{value}” is a part of a clause, and no clause of its own; it is filed to: {clause}",
    "look at that part when you answer",
    Level.WARNING,
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
