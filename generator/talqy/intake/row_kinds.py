"""What is said of rows and files besides their words: of a name, of a clause that is likely.

A part of the table of the intake (`import_kinds.py`), and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

NAME_UNLIKELY = Kind(
    "I94",
    "“{value}” does not look like a person's name: the comment is taken without a name",
    "if the author wants a name to be published, write that name alone, with a capital letter",
    Level.WARNING,
)
SET_ASIDE = Kind(
    "I51",
    "what is noted beside the words speaks against publishing them: “{words}”",
    "ask the author, or who has noted it; what must not be published is answered by letter",
)
NAME_CONSENT_UNKNOWN = Kind(
    "I52",
    "it is not understood whether the author's name may be published: “{value}”",
    "ask the author; then write “yes” or “no”, or leave the cell of the name empty",
)
NAME_WITH_DIGITS = Kind(
    "I95",
    "there are digits in the name of a person",
    "leave the name alone in its column, or nothing; for a body, write its kind into its column",
)
LETTERS_MIXED = Kind(
    "I50",
    "words mix Cyrillic and Latin letters that look alike, as a scan does: “{word}”",
    "compare them with the original, and type them into a table in one keyboard layout",
)
PERHAPS_MERGED = Kind(
    "I96",
    "no clause is named, and its cell may be merged with the one above, which is not seen here",
    "write the clause into each row, or save the workbook as .xlsx, where merged cells are seen",
)
UNSEEN_IN_CELL = Kind(
    "I97",
    "words of the cell are not seen in the program: “{words}”",
    "look at the cell (white letters, or a form of numbers such as “;;;”): delete what the author "
    "did not want to say, or show it, and import the file again",
)
ROW_HALVED = Kind(
    "I98",
    "this line and the one beside it look like one row with a line break inside, and are not taken",
    "put the words between quotation marks, or save the table from its program as “CSV UTF-8” anew",
)
EMPTY_FILE = Kind(
    "I31",
    "nothing stands in the file",
    "look whether it was saved and sent whole; save it anew from the program that made it",
)
NO_ORDINARY_FILE = Kind(
    "I99",
    "this is no ordinary file (a pipe, a socket or a device), and is not opened",
    "copy what it holds into a file of its own",
)

CLAUSE_LIKELY = Kind(
    "I29",
    "no clause is named, and the comment is filed to the whole draft; perhaps this is meant: "
    "{clauses}",
    "look at the words; where one clause is meant, say it with --clause or in a column: with "
    "--draft first, or delete the new file before it is sent on, and import again",
    Level.WARNING,
)

ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
