"""What is said of a row besides its words: of its name, and of a clause that may be merged.

A part of the table of the intake (`import_kinds.py`), and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

NAME_UNLIKELY = Kind(
    "I94",
    "“{value}” does not look like a person's name: the comment is taken without a name",
    "if it is the name that the author wants to see published, write it with a capital letter",
    Level.WARNING,
)
NAME_WITH_DIGITS = Kind(
    "I95",
    "there are digits in the name of a person",
    "leave the name alone in its column, or nothing; for a body, write its kind into its column",
)
PERHAPS_MERGED = Kind(
    "I96",
    "no clause is named, and its cell may be merged with the one above, which is not seen here",
    "write the clause into each row, or save the workbook as .xlsx, where merged cells are seen",
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
