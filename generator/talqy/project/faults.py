"""What can be wrong with a file as such: the table of reading problems (codes F..).

Each row has its code, its words and its advice; `docs/formats/problems.md` is printed from here.
Gaps in braces are filled with values, never with markup or code.
"""

from dataclasses import dataclass

from talqy.model.problem import Path, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of reading problem."""

    code: str
    message: str
    hint: str

    def at(self, file: str, place: tuple[int, int] = (0, 0), **values: object) -> Problem:
        """Report it at a line and column."""
        return Problem(
            code=self.code,
            file=file,
            message=self.message,
            hint=self.hint,
            values=values,
            line=place[0],
            column=place[1],
        )

    def inside(self, file: str, path: Path, **values: object) -> Problem:
        """Report it at a path inside the file; the line is found when it is shown."""
        return Problem(
            code=self.code,
            file=file,
            message=self.message,
            hint=self.hint,
            values=values,
            path=path,
        )


# --- bytes and files -----------------------------------------------------------------------
NOT_UTF8 = Fault("F01", "the file is not written in UTF-8", "save it as “UTF-8” (without BOM)")
BYTE_ORDER_MARK = Fault(
    "F02",
    "the file begins with a byte order mark",
    "save it as “UTF-8”, not as “UTF-8 with BOM”",
)
TOO_BIG = Fault(
    "F03",
    "the file is too big: at most {limit} bytes are read",
    "split the text into revisions or comments of ordinary size",
)
LINK = Fault(
    "F04",
    "this is a link, not a file",
    "put the file itself here; links are not followed",
)
STRAY = Fault(
    "F05",
    "this file does not belong here",
    "move it, or delete it; nothing here is passed over in silence. Expected: {expected}",
)
UNREADABLE = Fault("F06", "the file cannot be opened: {reason}", "check the rights of the file")

# --- YAML ----------------------------------------------------------------------------------
SYNTAX = Fault("F10", "this is not valid YAML: {reason}", "{advice}")
TAB = Fault("F11", "a tab stands in front of the line", "put two spaces for each level instead")
DUPLICATE_KEY = Fault(
    "F12",
    "the key “{key}” stands here again; it is in line {line} already",
    "keep one of the two",
)
ANCHOR = Fault("F13", "an anchor (&{name}) is not allowed", "write the text out where it is needed")
ALIAS = Fault("F14", "an alias (*{name}) is not allowed", "write the text out where it is needed")
TAG = Fault(
    "F15",
    "a tag ({name}) is not allowed",
    "delete it; if the text begins with “!”, put it into quotation marks",
)
TWO_DOCUMENTS = Fault(
    "F16",
    "a second document begins here (---)",
    "keep one document a file",
)
EMPTY = Fault("F17", "the file is empty", "fill it in, or delete it")
TOO_DEEP = Fault("F18", "the file is nested deeper than {limit} levels", "bring the levels down")
NOT_A_MAPPING = Fault(
    "F19",
    "the file must consist of “key: value” lines",
    "see docs/formats for an example",
)
KEY_NOT_A_WORD = Fault("F20", "a key must be one plain word", "write “key: value”")
DIRECTIVE = Fault("F21", "a YAML directive (%…) is not allowed", "delete the line")

# --- shape ---------------------------------------------------------------------------------
MISSING_KEY = Fault("F30", "“{key}” is missing", "add it; see docs/formats")
UNKNOWN_KEY = Fault("F31", "the key “{key}” is not known here", "known here: {known}")
UNKNOWN_KEY_NEAR = Fault(
    "F31",
    "the key “{key}” is not known here",
    "did you mean “{nearest}”?",
)
WRONG_TYPE = Fault("F32", "{expected} is expected here", "see docs/formats for an example")
WRONG_VALUE = Fault("F33", "“{value}” is not a value of this field", "possible: {known}")
WRONG_VALUE_NEAR = Fault(
    "F33", "“{value}” is not a value of this field", "did you mean “{nearest}”?"
)
NO_SUCH_DAY = Fault("F34", "the date {value} does not exist", "look it up in the calendar")
BAD_DATE = Fault("F35", "“{value}” is not a date", "write it as “2026-11-20”")
UNKNOWN_LANGUAGE = Fault(
    "F36",
    "the language “{value}” is not one of this project",
    "languages of the project: {known}. A text with a comma inside {…} needs quotation marks",
)
EMPTY_TEXT = Fault("F37", "there is no text in any language", "write it, or delete the key")
BAD_WINDOW = Fault(
    "F38",
    "the discussion closes ({closes}) before it opens",
    "put the days in order",
)
CONTROL_CHARACTER = Fault(
    "F39",
    "the text holds an invisible control character ({sign})",
    "delete it; it often comes along when text is copied from another program",
)
TOO_LONG = Fault("F40", "the text is too long: at most {limit} characters", "shorten or split it")
BAD_SHAPE = Fault("F41", "“{value}” does not have the right shape", "{advice}")
WRONG_SCHEMA = Fault(
    "F42",
    "the format “schema: {value}” is not known to this version",
    "write “schema: 1”",
)
INCONSISTENT = Fault("F43", "{reason}", "{advice}")
TOO_FEW = Fault("F44", "at least one entry is needed here", "add one, or delete the key")
FAR_DAY = Fault("F45", "the date {value} is too far away", "write a year from 1900 to 2199")

# --- the folder says what the file is about -------------------------------------------------
ID_NOT_FOLDER = Fault(
    "F50",
    "the file says {key}: {value}, but its place says {place}",
    "make the two equal; the folder and the file name are part of the address",
)
ID_TWICE = Fault(
    "F51", "the clause id “{value}” is used twice in this revision", "an id is used once, for ever"
)
COMMENT_TWICE = Fault(
    "F52",
    "a comment with this id is already there: {other}",
    "draw a new id for one of the two",
)
ORPHAN_RESPONSE = Fault(
    "F53",
    "there is no comment “{value}” beside this response",
    "put the response beside its comment, with the comment's name",
)
NO_STANDARD = Fault(
    "F54",
    "there is no standard “{value}”",
    "did you mean “{nearest}”? Standards are the folders of standards/",
)
NO_REVISION = Fault(
    "F55",
    "standard “{standard}” has no revision r{value}",
    "nearest: r{nearest}",
)
NO_CLAUSE = Fault(
    "F56",
    "revision r{revision} of “{standard}” has no clause “{value}”",
    "did you mean “{nearest}”?",
)
BROKEN_NEIGHBOUR = Fault(
    "F57",
    "left out, because {other} cannot be used",
    "mend that file first",
)

NO_TEXT = Fault(
    "F58",
    "the standard has no revision, so nothing of it can be shown",
    "write revisions/r1.yaml; “talqy new standard” makes a skeleton",
)

ALL = tuple(value for value in tuple(globals().values()) if isinstance(value, Fault))
"""The whole table, in the order of the codes."""
