"""What can be wrong with a workbook of answers: codes W01 to W34, each said of a sheet and a cell.

What the formats and the rules say of an answer keeps their own codes. The words are translated in
the catalogues, in the context of problems.
"""

from talqy.model.problem import Kind, Level, kinds_in

# --- the workbook --------------------------------------------------------------------------
NO_RESPONSES = Kind(
    "W01",
    "no sheet of answers was found in this workbook",
    "import a workbook that “talqy respond export” wrote; its columns are known by their heads",
)
NO_COLUMN = Kind(
    "W02",
    "the column “{column}” is missing",
    "put it back under its name, or export the workbook again and copy your answers into it",
)
COLUMN_TWICE = Kind(
    "W03", "two columns are named “{column}”", "keep one of the two, or rename the other"
)
NO_ROWS = Kind(
    "W34",
    "no row of this sheet is of a comment",
    "export the workbook again and copy your answers into it",
)

# --- the comment of a row ------------------------------------------------------------------
NO_COMMENT = Kind(
    "W04",
    "this row has an answer, but names no comment",
    "write the number or the id of the comment into the first column, or empty the row",
)
UNKNOWN_COMMENT = Kind(
    "W05",
    "there is no comment “{value}”",
    "write the number or the id as the comments page shows it",
)
ROW_TWICE = Kind(
    "W06",
    "the same comment is answered otherwise in {other}",
    "keep one of the two rows",
)
WORDS_ALTERED = Kind(
    "W07",
    "these are not the words of the author any more",
    "put them back: what a person wrote is never changed; the answer has columns of its own",
)
COMMENT_CHANGED = Kind(
    "W08",
    "the comment is not the one that was exported: words were taken out of it since",
    "export the workbook again; if your answer still fits, say --replace",
)
RESPONSE_CHANGED = Kind(
    "W09",
    "the answer on file is neither that of the row nor the one that was exported",
    "perhaps you have imported this workbook before; compare the two, and to put the row's in its "
    "place, say --replace",
)
RESPONSE_SET_BACK = Kind(
    "W33",
    "the answer on file was another one since the export, and was set back: this row would undo "
    "that",
    "perhaps you have imported this workbook before, and somebody has taken the answer back; to "
    "put the row's in its place, say --replace",
)
RESPONSE_BROKEN = Kind(
    "W10",
    "the answer on file cannot be read",
    "mend it (“talqy check”); to put yours in its place, say --replace",
)

# --- the answer ----------------------------------------------------------------------------
NO_OUTCOME = Kind(
    "W11", "the reason is there, but what was decided is not", "choose an outcome from the list"
)
UNKNOWN_OUTCOME = Kind("W12", "“{value}” is not one of the outcomes", "possible: {known}")
NO_REASON = Kind(
    "W13",
    "the answer has no reason {language}",
    "write it; the languages are published together",
)
NO_REVISION = Kind(
    "W14", "“{value}” is not the number of a revision", "write the number alone: {number}"
)
REVISION_IS_DAY = Kind(
    "W31",
    "“{value}” is a day and no revision: the program has made one of the number",
    "give the column the form “text”, and write the number alone: {number}",
)
HALF_LANDED = Kind(
    "W15",
    "the place of the change is only half named",
    "write both the number of the revision and the numbers of its clauses",
)
NO_ORIGINAL = Kind(
    "W16",
    "there is no comment “{value}” on this standard that could be repeated",
    "write the number or the id of the comment that this one repeats",
)
CELL_ERROR = Kind(
    "W18", "the cell shows an error: {value}", "write the text itself instead of a formula"
)
LANDED_NOWHERE = Kind(
    "W19",
    "the comment is accepted, but where the change is made is not said",
    "write the number of the revision, which may be the next one, and the numbers of its clauses",
)
LANDED_UNASKED = Kind(
    "W20",
    "a change is named, but the comment is not accepted",
    "empty the columns of the change, or choose another outcome",
)

NO_CLAUSE = Kind(
    "W21",
    "revision {revision} has no clause “{value}”, or several",
    "did you mean {near}? Write the number or the heading; between two write a semicolon",
)
CELL_STRUCK = Kind(
    "W30",
    "words in the cell are struck out: it is not plain which ones count",
    "delete what does not count, and remove the strokes",
)
CELL_UNSEEN = Kind(
    "W32",
    "words of the cell are not seen in the program",
    "look at the cell (white letters, or a form of numbers such as “;;;”): show the words, or "
    "delete them",
)
NO_CLAUSE_NEAR = Kind(
    "W29",
    "revision {revision} has no clause “{value}”",
    "all clauses are listed on the sheet “Clauses”; write the number or the heading, and between "
    "two a semicolon",
)
NO_TEXT = Kind(
    "W22",
    "the cell holds no text that can be read: {value}",
    "give the column the form “text”, and write the reason again",
)
TWO_SHEETS = Kind(
    "W23",
    "there are several sheets of answers: {sheets}",
    "leave one of them; a hidden one counts too, so show all sheets and look",
)
HIDDEN_SHEET = Kind(
    "W24",
    "the sheet of answers “{sheet}” is hidden",
    "show it, look at what stands there, and import it again",
)
CLAUSE_IS_DAY = Kind(
    "W25",
    "“{value}” is a day and no clause: the program has made one of the clause's number",
    "give the column the form “text”, and write the number again",
)

# --- answers that have no fault, and are worth a look ----------------------------------------
OTHERWISE = Kind(
    "W28",
    "comments of the same words are answered otherwise: {comments}",
    "give the same answer, or say in the reason what is different",
    Level.WARNING,
)

ALL = kinds_in(globals())
"""The whole table, in the order of the codes."""
