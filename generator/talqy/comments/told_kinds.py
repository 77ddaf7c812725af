"""What is told where nothing says it: clause, kind, charset, form and maker of what came in.

A part of the table of `import_kinds.py`, and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

CLAUSE_IN_WORDS = Kind(
    "I35",
    "the words name “{value}”, and the comment is filed there",
    "look whether that is the clause of which the author speaks",
    Level.WARNING,
)
KIND_ASSUMED = Kind(
    "I36",
    "what the author wants is not said in plain words: the kind was assumed",
    "look at the words; what they want can be said in a column of the kind, or with --kind",
    Level.WARNING,
)
CHARSET_ASSUMED = Kind(
    "I37",
    "the message does not say how its letters are written; they read as {charset}",
    "compare the words with the message",
    Level.WARNING,
)
HEADS_DOWN = Kind(
    "I77",
    "the names of the columns stand one below the other: {heads}",
    "turn the table in Excel or LibreOffice (copy, then paste special: transpose), and import that",
)
OUR_OWN = Kind(
    "I78",
    "Talqy itself has written this workbook: nothing of it is taken",
    "import the files that came in; answers go in with “talqy respond import”",
    Level.WARNING,
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
