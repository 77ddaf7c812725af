"""Why something that came in is left out, or what a person should look at: codes I01 to I99.

Warnings are said of what was taken. The words are translated in the catalogues, in the
context of problems; a test holds this table to them.
"""

from talqy.comments import clause_kinds
from talqy.intake import portal_kinds, row_kinds, word_kinds
from talqy.model.problem import Kind, Level, kinds_in

# --- files ---------------------------------------------------------------------------------
TOO_BIG = Kind("I01", "the file is too big to be read", "split it into smaller files")
NOT_READABLE = Kind(
    "I02",
    "the file cannot be read as {form}",
    "open it in the program that made it, and save it anew; if it asks for a password, without one",
)
NO_ENCODING = Kind(
    "I03",
    "the letters of the file are written neither in UTF-8 nor in Windows-1251",
    "save the table as “CSV UTF-8”",
)
NO_HEAD = Kind(
    "I04",
    "no column for the text was found; the columns are: {heads}",
    'say which one it is, such as: --column text="{head}"; the known names stand in docs/intake.md',
)
HEAD_TWICE = Kind(
    "I05",
    "words stand in two columns that have the same meaning: {meaning}",
    'say which one it is: --column {field}="{head}" or --column {field}="{other}"; then say what '
    "the other one is, or map it to ignore",
)

# --- messages ------------------------------------------------------------------------------
CHARSET = Kind(
    "I06",
    "{reason}, and its letters cannot be read",
    "copy the words into a table, and import that",
)
NO_WORDS = Kind(
    "I07",
    "there are no words of the author's own",
    "look at the original: the words may stand in the subject, in an attachment or in another "
    "column, or only repeat another message",
)
NO_DAY = Kind("I08", "the day of receipt is not known", "say it with --received")
FORM_CHANGED = Kind(
    "I26",
    "the form of the site has made this letter, and it was changed so that it cannot be read as "
    "one: “{line}”",
    "look at the letter: put its labels and its last line back as the form writes them, or take "
    "the comment in by hand with “talqy new comment”",
)
BESIDE_FORM = Kind(
    "I28",
    "words stand beside the fields of the form that has made this letter: “{line}”",
    "read them: they may add to the comment, or take it back; copy what counts into a table, and "
    "import that",
)
SIGNED = Kind(
    "I27",
    "a signature stands below the words: “{line}”",
    "take it out: everybody can read the words; a name that may be published has a field of its "
    "own",
)
OTHER_DRAFT = Kind(
    "I10",
    "the letter names another draft: {draft}",
    "import it there (--standard, --revision), or say --clause if it belongs here all the same",
)

# --- what is said --------------------------------------------------------------------------
DAY_UNCLEAR = Kind(
    "I14", "“{value}” is not plainly a day", "write it as “2026-11-20” or “20.11.2026”"
)
WORD_UNKNOWN = Kind("I15", "{what}: “{value}” was not recognised", "choose one of: {known}")
NO_CONSENT = Kind(
    "I16",
    "the author has not agreed to publication",
    "ask the author; what nobody agreed to publish is answered by letter",
)
LANGUAGE_UNKNOWN = Kind(
    "I17",
    "the language of the text is not plain",
    "say it in a column, or for the whole file (--text-language {languages})",
)

# --- files that are not read ---------------------------------------------------------------
OTHER_FORM = Kind(
    "I18",
    "files ending in “{ending}” are not read",
    "bring it into a form that is read: {mend}",
)
SLOW = Kind(
    "I19",
    "reading the file took more than {seconds} seconds of work, and was stopped",
    "open it in the program that made it, and save the part that is needed anew",
)
SLOW_BY_THE_CLOCK = Kind(
    "I25",
    "reading the file did not come to an end within {seconds} seconds, and was stopped",
    "the computer may have had much else to do: try again; if that does not help, open the file in "
    "the program that made it, and save the part that is needed anew",
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

ARCHIVE = Kind(
    "I24",
    "“{ending}” is an archive, and archives are not read",
    "unpack it, and import the files that are in it",
)

# --- taken, but worth a look ---------------------------------------------------------------
SAME_WORDS = Kind(
    "I32",
    "the same words of the same author stand twice; both are taken",
    "if one was sent by mistake, answer it as a duplicate",
    Level.WARNING,
)
COUNTED_ONCE = Kind(
    "I39",
    "these words of this day, without a name and a number, are on file already: they count once",
    "if somebody else has written them, put the row's own number into a column “reference”, and "
    "import it again",
    Level.WARNING,
)
LEFT_OUT = Kind(
    "I33",
    "lines were left out, of a repeated message, of a signature, or beside a form: {count}",
    "compare the file with the message; the author's own words must all be there",
    Level.WARNING,
)
ATTACHMENTS = Kind(
    "I34",
    "files that came with it are not taken: {names}",
    "keep them apart; what counts must stand in the text",
    Level.WARNING,
)
CLAUSE_IN_WORDS = Kind(
    "I35",
    "{where} “{value}”: the comment is filed there",
    "look whether that is the clause of which the author speaks",
    Level.WARNING,
)
KIND_ASSUMED = Kind(
    "I36",
    "what the author wants is not said in plain words: the kind was assumed",
    "look at the words; what they want can be said in a column of the kind, or with --kind: with "
    "--draft first, or delete the new file before it is sent on, and import again",
    Level.WARNING,
)
CHARSET_ASSUMED = Kind(
    "I37",
    "the message does not say how its letters are written; they read as {charset}",
    "compare the words with the message",
    Level.WARNING,
)


# --- letters, by mail and in Word (I40 to I49) ---
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
    "copy the words into a table; put the name into its column if the author asks to publish it "
    "(original: sha256 {digest})",
)
MACHINE = Kind(
    "I43",
    "a program has sent this, and no person: {sign}",
    "nothing is lost; if a person wrote it all the same, copy the words into a table",
)
ATTACHMENT_MEANT = Kind(
    "I44",
    "the words speak of an attachment (“{words}”), and attachments are not taken: {names}",
    "type off what it says into a table; where the words say enough, copy these "
    "(original: sha256 {digest})",
)
STRUCK_IN_LETTER = Kind(
    "I45",
    "words that are struck out were left out: {words}",
    "compare with the original: what is struck out may belong to what the author asks for",
    Level.WARNING,
)
FORMS_DIFFER = Kind(
    "I46",
    "the message has its words twice, as plain text and as a page, and they differ: {words}",
    "open it in a mail program, and copy what counts into a table (original: sha256 {digest})",
)
LETTERS_OF_MESSAGE = Kind(
    "I47",
    "letters of the message were destroyed on the way: “{word}”",
    "open it in a mail program; if the words can be read there, copy them into a table",
)
HIDDEN_IN_LETTER = Kind(
    "I48",
    "words that the message hides are not taken: “{words}”",
    "open it in a mail program; what the author says must not be hidden",
    Level.WARNING,
)
TOO_LONG = Kind(
    "I49",
    "the message has more words or more parts than are read",
    "open it in a mail program, and copy what counts into a table (original: sha256 {digest})",
)
CUT_OFF = Kind(
    "I53",
    "the message breaks off: a part of it was lost on the way",
    "ask for it to be sent anew, or save it anew from the mail program (original: sha256 {digest})",
)
NOT_READ_AS_TEXT = Kind(
    "I11",
    "parts of the page show words otherwise than as text, and are not read: {names}",
    "open it in a mail program, and copy what counts into a table (original: sha256 {digest})",
)
TABLE_IN_LETTER = Kind(
    "I54",
    "a table of comments stands in the letter, and its rows belong to several clauses",
    "copy the table into Word or Excel with its heads, and import that (original: sha256 {digest})",
)


# --- tables (I57 to I78) ---
CONSENT_UNKNOWN = Kind(
    "I57",
    "it is not understood whether the author agrees to publication: “{value}”",
    "ask the author, or read the form's own words; then write “yes” or “no”",
)
LETTERS_DESTROYED = Kind(
    "I58",
    "letters were destroyed on the way: “{word}”",
    "save the table anew as “CSV UTF-8” or as a workbook (.xlsx), from the program that made it",
)
ROW_BROKEN = Kind(
    "I59",
    "the quotation marks of this line do not fit, and its cells cannot be told apart",
    "put the line right in Excel or LibreOffice, and save the table as “CSV UTF-8”",
)
LOCKED = Kind(
    "I60", "the file is locked with a password", "open it, remove the password, and save it anew"
)
STRICT = Kind(
    "I61",
    "the file is saved as “Strict Open XML”",
    "save it in Excel as an ordinary “Excel Workbook (.xlsx)”",
)
OTHER_CONTENT = Kind(
    "I62",
    "the name ends in {ending}, but the file is {reason}",
    "open it in Excel or LibreOffice, and save it as “Excel Workbook (.xlsx)”",
)
NO_HEAD_HERE = Kind(
    "I63",
    "no known names of columns stand above the table “{name}”: {count} rows are not taken",
    "copy the names of the columns above it, or move its rows under the table that has them",
)
SHEET_HIDDEN = Kind(
    "I64",
    "the sheet “{name}” is hidden: {count} rows are not taken",
    "show the sheet and look at it, or delete it",
)
COLUMN_HIDDEN = Kind(
    "I65",
    "columns are hidden: {names}; nothing of this table is taken",
    "show the columns and look at them, or delete them",
)
ROW_HIDDEN = Kind(
    "I66", "the row is hidden, perhaps by a filter", "show the row and look at it, or delete it"
)
SHOWS_NOTHING = Kind(
    "I67",
    "the cell shows “{value}”, and not what was written",
    "write the words into the cell as text (with an apostrophe in front), and save the workbook",
)
STRUCK_IN_CELL = Kind(
    "I68",
    "words in the cell are struck out: it is not plain which ones count",
    "delete what does not count, and remove the strokes",
)
OUTSIDE_HEADS = Kind(
    "I69",
    "something stands outside of the columns that have a name: “{value}”",
    "give the column a name, or put words with a delimiter in them into quotation marks",
)
NO_CLAUSE_SAID = Kind(
    "I71",
    "no number of a clause is given, so the comment is filed to the draft as a whole",
    "look whether a clause is meant; numbers that a program counts by itself are not seen",
    Level.WARNING,
)
WORDS_NOT_TAKEN = Kind(
    "I72",
    "words stand in the column “{head}”, of which nothing is taken",
    'say what they are (--column {field}="{head}"; possible here: {fields}), or that they do not '
    'count (--column ignore="{head}")',
)
COLUMN_ABSENT = Kind(
    "I73",
    "there is no column “{head}”, which --column names",
    "write the name as it stands in the file",
)
NO_OPINION = Kind(
    "I74",
    "these words ask for nothing and say nothing about the draft: “{value}”",
    "nothing is lost if they are thanks or a sum; if they are meant as support, say so in a column "
    "of the kind",
)
MERGED_WORDS = Kind(
    "I75",
    "the words stand in one cell with those of a row above, and may be one comment or several",
    "divide the cell, and write the words into each row that they belong to",
)
ROWS_ABOVE = Kind(
    "I76",
    "above the names of the columns stand rows that look like comments: {count}",
    "move them below the names of the columns",
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
NOTE_AT_CELL = Kind(
    "I79",
    "a note at the cell is not taken: “{words}”",
    "see whose it is; what the author says belongs into the cell of the text",
    Level.WARNING,
)

SAID_OF_TAKEN = frozenset(
    {
        CLAUSE_IN_WORDS,
        KIND_ASSUMED,
        NO_CLAUSE_SAID,
        row_kinds.CLAUSE_LIKELY,
        word_kinds.CLAUSE_COUNTED,
        clause_kinds.PART_OF_CLAUSE,
        clause_kinds.CLAUSE_BESIDE,
    }
)
"""What is said of how a comment was filed: of what is not taken it would be untrue."""

ALL = tuple(
    sorted(
        (
            *kinds_in(globals()),
            *clause_kinds.ALL,
            *word_kinds.ALL,
            *row_kinds.ALL,
            *portal_kinds.ALL,
        ),
        key=lambda kind: kind.code,
    )
)
"""The whole table, in the order of the codes."""
