"""What can be wrong with a file as such: the table of reading problems (codes F..).

Each row has its code, its words and its advice; `docs/formats/problems.md` is printed from here.
Gaps in braces are filled with values, never with markup or code.
"""

from talqy.model.problem import Kind, Level, kinds_in

# --- bytes and files -----------------------------------------------------------------------
NOT_UTF8 = Kind("F01", "the file is not written in UTF-8", "save it as “UTF-8” (without BOM)")
BYTE_ORDER_MARK = Kind(
    "F02",
    "the file begins with a byte order mark",
    "save it as “UTF-8”, not as “UTF-8 with BOM”",
)
TOO_BIG = Kind(
    "F03",
    "the file is too big: at most {limit} bytes are read",
    "split the text into revisions or comments of ordinary size",
)
LINK = Kind(
    "F04",
    "this is a link, not a file",
    "put the file itself here; links are not followed",
)
STRAY = Kind(
    "F05",
    "this file does not belong here",
    "move it, or delete it; nothing here is passed over in silence. Expected: {expected}",
)
UNREADABLE = Kind("F06", "the file cannot be opened: {reason}", "check the rights of the file")
# A warning: an id on record cannot be given up, and people without Windows are not in the way.
NOT_ON_WINDOWS = Kind(
    "F07",
    "on Windows nothing can be called “{name}”: who works there cannot fetch the project",
    "give it another name: no device such as CON, NUL or AUX, no dot or space at the end, "
    'none of the signs < > : " \\ | ? *',
    Level.WARNING,
)
SAME_NAME = Kind(
    "F08",
    "the name differs from {other} in capitals or in the way of writing a letter alone",
    "rename one of the two: on Windows and macOS there is only one of them",
)
OTHER_CAPITALS = Kind(
    "F09",
    "this folder must be called “{wanted}”, to the letter: elsewhere nothing in it is read",
    "rename it with git: git mv",
)

# --- YAML ----------------------------------------------------------------------------------
SYNTAX = Kind("F10", "this is not valid YAML: {reason}", "{advice}")
TAB = Kind("F11", "a tab stands in front of the line", "put two spaces for each level instead")
DUPLICATE_KEY = Kind(
    "F12",
    "the key “{key}” stands here again; it is in line {line} already",
    "keep one of the two",
)
ANCHOR = Kind("F13", "an anchor (&{name}) is not allowed", "write the text out where it is needed")
ALIAS = Kind("F14", "an alias (*{name}) is not allowed", "write the text out where it is needed")
TAG = Kind(
    "F15",
    "a tag ({name}) is not allowed",
    "delete it; if the text begins with “!”, put it into quotation marks",
)
TWO_DOCUMENTS = Kind(
    "F16",
    "a second document begins here (---)",
    "keep one document a file",
)
EMPTY = Kind("F17", "the file is empty", "fill it in, or delete it")
TOO_DEEP = Kind("F18", "the file is nested deeper than {limit} levels", "bring the levels down")
NOT_A_MAPPING = Kind(
    "F19",
    "the file must consist of “key: value” lines",
    "see docs/formats for an example",
)
KEY_NOT_A_WORD = Kind("F20", "a key must be one plain word", "write “key: value”")
DIRECTIVE = Kind("F21", "a YAML directive (%…) is not allowed", "delete the line")

NAME_NOT_UTF8 = Kind(
    "F22",
    "the name is not written in UTF-8: on the site nothing can be called so",
    "give the file another name",
)
# --- what lies beside them ------------------------------------------------------------------
RAW = Kind(
    "F23",
    "a letter or table lies in the project, and what git takes of it everybody can read",
    "move it out of the project, or name its folder in .gitignore; take comments in with "
    "“talqy comment import”",
    Level.WARNING,
)

# --- files that a text names -----------------------------------------------------------------
ATTACHED_GONE = Kind(
    "F24",
    "the text names “{name}”, and there is no such file",
    "put it there, or take it out of the text",
)
ATTACHED_OTHER = Kind(
    "F25",
    "“{name}” is not the file that the text names",
    "put the file back, and give a new one a name of its own; in a text that nobody has seen yet "
    "write “digest: {digest}”",
)
ATTACHED_UNSEALED = Kind(
    "F26",
    "the text does not say which file “{name}” is",
    "write “digest: {digest}” below it",
)
ATTACHED_FORM = Kind(
    "F27",
    "“{name}” is not what the ending of its name says",
    "save it in that form, or give it the right ending",
)
ATTACHED_UNNAMED = Kind(
    "F28",
    "no text names this file: it is not on the site, and in the repository everybody can read it",
    "name it under “documents” of a text or “files” of a clause, or take it away",
    Level.WARNING,
)
NOT_A_TEMPLATE = Kind(
    "F29",
    "nothing reads this file: the site is made without it",
    "delete it, or move it into one of these folders: {folders}. The form for comments cannot be "
    "changed here, for letters are read by it; what its fields are called stands in {messages}",
)

# --- shape ---------------------------------------------------------------------------------
MISSING_KEY = Kind("F30", "“{key}” is missing", "add it; see docs/formats")
UNKNOWN_KEY = Kind("F31", "the key “{key}” is not known here", "known here: {known}")
UNKNOWN_KEY_NEAR = Kind(
    "F31",
    "the key “{key}” is not known here",
    "did you mean “{nearest}”?",
)
WRONG_TYPE = Kind("F32", "{expected} is expected here", "see docs/formats for an example")
WRONG_VALUE = Kind("F33", "“{value}” is not a value of this field", "possible: {known}")
WRONG_VALUE_NEAR = Kind(
    "F33", "“{value}” is not a value of this field", "did you mean “{nearest}”?"
)
NO_SUCH_DAY = Kind("F34", "the date {value} does not exist", "look it up in the calendar")
BAD_DATE = Kind("F35", "“{value}” is not a date", "write it as “2026-11-20”")
UNKNOWN_LANGUAGE = Kind(
    "F36",
    "the language “{value}” is not one of this project",
    "languages of the project: {known}. A text with a comma inside {…} needs quotation marks",
)
EMPTY_TEXT = Kind("F37", "there is no text in any language", "write it, or delete the key")
BAD_WINDOW = Kind(
    "F38",
    "the discussion closes ({closes}) before it opens",
    "put the days in order",
)
CONTROL_CHARACTER = Kind(
    "F39",
    "the text holds an invisible control character ({sign})",
    "delete it; it often comes along when text is copied from another program",
)
TOO_LONG = Kind("F40", "the text is too long: at most {limit} characters", "shorten or split it")
BAD_SHAPE = Kind("F41", "“{value}” does not have the right shape", "{advice}")
WRONG_SCHEMA = Kind(
    "F42",
    "the format “schema: {value}” is not known to this version",
    "write “schema: 1”",
)
INCONSISTENT = Kind("F43", "{reason}", "{advice}")
TOO_FEW = Kind("F44", "at least one entry is needed here", "add one, or delete the key")
FAR_DAY = Kind("F45", "the date {value} is too far away", "write a year from 1900 to 2199")

# --- the folder says what the file is about -------------------------------------------------
ID_NOT_FOLDER = Kind(
    "F50",
    "the file says {key}: {value}, but its place says {place}",
    "make the two equal; the folder and the file name are part of the address",
)
ID_TWICE = Kind(
    "F51", "the clause id “{value}” is used twice in this revision", "an id is used once, for ever"
)
COMMENT_TWICE = Kind(
    "F52",
    "a comment with this id is already there: {other}",
    "draw a new id for one of the two",
)
ORPHAN_RESPONSE = Kind(
    "F53",
    "there is no comment “{value}” beside this response",
    "put the response beside its comment, with the comment's name",
)
NO_STANDARD = Kind(
    "F54",
    "there is no standard “{value}”",
    "did you mean “{nearest}”? Standards are the folders of standards/",
)
NO_REVISION = Kind(
    "F55",
    "standard “{standard}” has no revision r{value}",
    "nearest: r{nearest}",
)
NO_CLAUSE = Kind(
    "F56",
    "revision r{revision} of “{standard}” has no clause “{value}”",
    "did you mean “{nearest}”?",
)
BROKEN_NEIGHBOUR = Kind(
    "F57",
    "left out, because {other} cannot be used",
    "mend that file first",
)

NO_TEXT = Kind(
    "F58",
    "the standard has no revision, so nothing of it can be shown",
    "write revisions/r1.yaml; “talqy new standard” makes a skeleton",
)
HISTORY_GONE = Kind(
    "F76",
    "this record is in git, and not in the folder: a public record is never deleted",
    "put it back: git checkout HEAD -- {record}; if a commit took it away: git log -1 -- {record}",
)
CLOCK_BEHIND = Kind(
    "F77",
    "the record goes to {last}, and by the clock of this machine today is {today}",
    "look at the clock; if it is right, this record has a day that is still to come (R15)",
)
HISTORY_PUBLISHED = Kind(
    "F78",
    "the site in {site}/ was built with this record, and it is not in the folder: a public record "
    "is never deleted",
    "put it back from a copy; if that site was made only to try, delete it as well",
)
RAW_COPY = Kind(
    "F79",
    "a copy of a text for Word lies in the project, and what git takes of it everybody can read",
    "take in what was changed there with “talqy draft import”, then move it out of the project, or "
    "name it in .gitignore",
    Level.WARNING,
)
RAW_ANSWERS = Kind(
    "F80",
    "a workbook of answers lies in the project, and what git takes of it everybody can read",
    "take the answers in with “talqy respond import”, then move it out of the project, or name it "
    "in .gitignore",
    Level.WARNING,
)
SETTING_REFUSED = Kind(
    "F81",
    "the site does not do what “{name}” asks for: {reason}",
    "delete the setting",
)

ALL = kinds_in(globals())
"""The whole table, in the order of the codes."""
