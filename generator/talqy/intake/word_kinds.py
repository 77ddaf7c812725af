"""Why words of a Word document are left out, and what is told of the clause that words name.

A part of the table of the intake (`import_kinds.py`), and translated as it is.
"""

from talqy.model.problem import Kind, Level, kinds_in

WORD_DAMAGED = Kind(
    "I80",
    "the document is damaged inside ({part}, line {line}); some programs write such files",
    "copy all of it into a new document in Word, and import that",
)
WORD_LOCKED = Kind(
    "I81",
    "this is no .docx inside: it has a password, or it is an old .doc or .rtf with another name",
    "open it, take the password away, and save it as .docx",
)
UNDECIDED = Kind(
    "I82",
    "tracked changes are read as if all were accepted; put in: “{added}”, taken out: “{removed}”, "
    "moved: “{moved}”",
    "look whether the author meant that; if not, accept or reject them in Word, and import anew",
    Level.WARNING,
)
STRUCK = Kind(
    "I83",
    "words are struck through, and it is not plain whether they hold: “{words}”",
    "ask the author; then delete them, or take the stroke away, and import anew",
)
HIDDEN = Kind(
    "I84",
    "words that the document hides are not taken: “{words}”",
    "look at them in Word; what the author says must not be hidden",
    Level.WARNING,
)
ASIDE = Kind(
    "I85",
    "words stand in a text box, in a footnote, or in the head or foot of a page, and a comment has "
    "only its text: “{words}”",
    "put them into the line where they belong, and import anew",
)
NO_TEXT = Kind(
    "I86",
    "something here is no text: a picture, a formula or an object of another program",
    "type off what it says, and import anew; what counts must stand in the text",
)
SYMBOLS = Kind(
    "I87",
    "signs of a symbol font cannot be told for sure: {words}",
    "put ordinary signs in their place, such as ≥ or ☑, and import anew",
)
CLAUSE_COUNTED = Kind(
    "I88",
    "the clause is an automatic number of Word, read as it is printed: {value}",
    "look whether it is the number of the clause, or only counts the rows",
    Level.WARNING,
)
REMARK = Kind(
    "I89",
    "a remark in the margin is not taken: “{words}”",
    "see whose it is; what the author says belongs into the text",
    Level.WARNING,
)
UNWORKED = Kind(
    "I90",
    "a reference leads nowhere, or a number is not worked out: “{words}”",
    "write in its place what it should say, and import anew",
)
OUTSIDE = Kind(
    "I91",
    "words stand outside of the tables, and may be a comment",
    "if they are one, put them into a row; else take them away",
)
LETTER_UNCLEAR = Kind(
    "I92",
    "this line may be the author's own, or belong to the head or the end of the letter: “{line}”",
    "put the author's own words into a row of a table, and import that",
)
SEVERAL_CLAUSES = Kind(
    "I93",
    "the words speak of several places of the draft: {clauses}",
    "divide them: make a row of a table for each; or say --clause, or --clause whole, if it is one "
    "comment",
)
OTHER_TEXT = Kind(
    "I30",
    "the words name a clause of another text than the one under discussion: “{words}”",
    "find the clause of this draft that is meant, and say it with --clause or in a column",
)


ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
