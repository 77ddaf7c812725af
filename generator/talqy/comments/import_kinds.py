"""Why something that came in is left out, or what a person should look at: codes I01 to I39.

Warnings (I30 and up) are said of what was taken. The words are translated in the catalogues, in the
context of problems; a test holds this table to them.
"""

from dataclasses import replace

from talqy.model.problem import Kind, Level, Problem, kinds_in
from talqy.office.grids import Place

# --- files ---------------------------------------------------------------------------------
TOO_BIG = Kind("I01", "the file is too big to be read", "split it into smaller files")
NOT_READABLE = Kind(
    "I02",
    "the file cannot be read as {form}",
    "open it in the program that made it, and save it anew",
)
NO_ENCODING = Kind(
    "I03",
    "the letters of the file are written neither in UTF-8 nor in Windows-1251",
    "save the table as “CSV UTF-8”",
)
NO_HEAD = Kind(
    "I04",
    "no row with known names of columns was found",
    "name the columns as docs/intake.md says; a column for the text is needed",
)
HEAD_TWICE = Kind(
    "I05", "two columns have the same meaning: {field}", "keep one of the two, or rename the other"
)

# --- messages ------------------------------------------------------------------------------
CHARSET = Kind(
    "I06",
    "the letters of the message are not written in {charset}, as the message says",
    "copy the words into a table, and import that",
)
NO_WORDS = Kind(
    "I07",
    "there are no words of the author's own",
    "look into the message: it may only have an attachment, or only repeat another one",
)
NO_DAY = Kind("I08", "the day of receipt is not known", "say it with --received")
OTHER_CLAUSE = Kind(
    "I09",
    "the subject says that it is about “{clause}”",
    "say --clause {clause} or --clause whole, or take it from the subject: --clause-from-subject",
)
OTHER_DRAFT = Kind(
    "I10",
    "the subject names another draft: {draft}",
    "import it there (--standard, --revision), or say --clause if it belongs here all the same",
)

# --- what is said --------------------------------------------------------------------------
CLAUSE_UNCLEAR = Kind(
    "I12", "“{value}” may be several clauses: {clauses}", "write the id of the one that is meant"
)
CLAUSE_IS_DAY = Kind(
    "I13",
    "“{value}” is a day and no clause: the program has made one of the clause's number",
    "give the column the form “text”, and write the number again",
)
DAY_UNCLEAR = Kind(
    "I14", "“{value}” is not plainly a day", "write it as “2026-11-20” or “20.11.2026”"
)
WORD_UNKNOWN = Kind("I15", "“{value}” is not known here", "possible: {known}")
NO_CONSENT = Kind(
    "I16",
    "the author has not agreed to publication",
    "ask the author; what nobody agreed to publish is answered by letter",
)
LANGUAGE_UNKNOWN = Kind(
    "I17",
    "the language of the text is not plain",
    "say it in a column, or for the whole file with --text-language",
)

# --- files that are not read ---------------------------------------------------------------
OTHER_FORM = Kind(
    "I18",
    "files ending in “{ending}” are not read",
    "save it as {forms}; what is a picture or a PDF is typed off",
)
SLOW = Kind(
    "I19",
    "reading the file took longer than {seconds} seconds, and was stopped",
    "open it in the program that made it, and save the part that is needed anew",
)
FELL = Kind(
    "I20",
    "reading the file brought the reader down, or needed too much memory",
    "open it in the program that made it, and save the part that is needed anew",
)
A_LINK = Kind(
    "I21", "this is a link to another file, and links are not followed", "copy the file itself here"
)

# --- what is there already ------------------------------------------------------------------
ID_TAKEN = Kind(
    "I22",
    "the comment {id} is there already, and says something else",
    "look at both; what was received is never changed",
)

# --- taken, but worth a look ---------------------------------------------------------------
SAME_WORDS = Kind(
    "I32",
    "the same words of the same author stand twice; both are taken",
    "if one was sent by mistake, answer it as a duplicate",
    Level.WARNING,
)
LEFT_OUT = Kind(
    "I33",
    "lines of a repeated message or of a signature were left out: {count}",
    "compare the file with the message; the author's own words must all be there",
    Level.WARNING,
)
ATTACHMENTS = Kind(
    "I34",
    "files that came with it are not taken: {names}",
    "keep them apart; what counts must stand in the text",
    Level.WARNING,
)

# --- letters (I40 to I54) ------------------------------------------------------------------
FORWARDED = Kind(
    "I40",
    "the message was passed on, and whose words it has is not plain: “{line}”",
    "copy the words of the author into a table, and import that (original: sha256 {digest})",
)
UNCLEAR_WORDS = Kind(
    "I41",
    "it is not plain which words are the author's own, because of the line “{line}”",
    "copy the author's own words into a table, and import that (original: sha256 {digest})",
)
NAME_AT_END = Kind(
    "I42",
    "the last line looks like a name: “{line}”",
    "copy the words into a table; put the name into its column if its owner wants it published",
)
MACHINE = Kind(
    "I43",
    "a program has sent this, and no person: {sign}",
    "nothing is lost; if a person wrote it all the same, copy the words into a table",
)
ATTACHMENT_MEANT = Kind(
    "I44",
    "the words speak of an attachment (“{words}”), and attachments are not taken: {names}",
    "type off what it says into a table; where the words say enough, copy these",
)
STRUCK_IN_LETTER = Kind(
    "I45",
    "words that are struck out were left out: {words}",
    "compare with the original: what is struck out may belong to what the author asks for",
    Level.WARNING,
)


# --- Word documents ------------------------------------------------------------------------
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
    "words stand in a text box or a footnote, and a comment has only its text: “{words}”",
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
    "the letter speaks of several places of the draft: {clauses}",
    "make a row of a table for each; or say --clause, or --clause whole, if it is one comment",
)
ATTACHED = Kind(
    "I94",
    "the letter speaks of something that came with it: “{line}”",
    "look at what came with it; put the author's own words into a row of a table, and import that",
)


ALL = kinds_in(globals())
"""The whole table, in the order of the codes."""


def at(kind: Kind, place: Place, **values: object) -> Problem:
    """Return a problem of a cell, a line or a whole file that came in."""
    return Problem(kind, place.file, values, line=place.line, column=place.column)


def in_cell(problem: Problem, place: Place) -> Problem:
    """Return a problem of a comment where it was read: in a cell, a line, or a whole file."""
    return replace(problem, file=place.file, line=place.line, column=place.column)
