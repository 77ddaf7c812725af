"""Why something that came in is left out, or what a person should look at: codes I01 to I39.

Warnings (I30 and up) are said of what was taken. The words are translated in the catalogues, in the
context of problems; a test holds this table to them.
"""

from dataclasses import replace

from talqy.comments.personal import Personal
from talqy.model.problem import Problem, Severity
from talqy.office.grids import Place
from talqy.project.faults import Fault

# --- files ---------------------------------------------------------------------------------
TOO_BIG = Fault("I01", "the file is too big to be read", "split it into smaller files")
NOT_READABLE = Fault(
    "I02",
    "the file cannot be read as {form}",
    "open it in the program that made it, and save it anew",
)
NO_ENCODING = Fault(
    "I03",
    "the letters of the file are written neither in UTF-8 nor in Windows-1251",
    "save the table as “CSV UTF-8”",
)
NO_HEAD = Fault(
    "I04",
    "no row with known names of columns was found",
    "name the columns as docs/intake.md says; a column for the text is needed",
)
HEAD_TWICE = Fault(
    "I05", "two columns have the same meaning: {field}", "keep one of the two, or rename the other"
)

# --- messages ------------------------------------------------------------------------------
CHARSET = Fault(
    "I06",
    "the letters of the message are not written in {charset}, as the message says",
    "copy the words into a table, and import that",
)
NO_WORDS = Fault(
    "I07",
    "there are no words of the author's own",
    "look into the message: it may only have an attachment, or only repeat another one",
)
NO_DAY = Fault("I08", "the day of receipt is not known", "say it with --received")
OTHER_CLAUSE = Fault(
    "I09",
    "the subject says that it is about “{clause}”",
    "say --clause {clause} or --clause whole, or take it from the subject: --clause-from-subject",
)
OTHER_DRAFT = Fault(
    "I10",
    "the subject names another draft: {draft}",
    "import it there (--standard, --revision), or say --clause if it belongs here all the same",
)

# --- what is said --------------------------------------------------------------------------
CLAUSE_UNKNOWN = Fault(
    "I11",
    "there is no clause “{value}” in r{revision}",
    "write the clause's number or its id; known are: {known}",
)
CLAUSE_UNCLEAR = Fault(
    "I12", "“{value}” may be several clauses: {clauses}", "write the id of the one that is meant"
)
CLAUSE_IS_DAY = Fault(
    "I13",
    "“{value}” is a day and no clause: the program has made one of the clause's number",
    "give the column the form “text”, and write the number again",
)
DAY_UNCLEAR = Fault(
    "I14", "“{value}” is not plainly a day", "write it as “2026-11-20” or “20.11.2026”"
)
WORD_UNKNOWN = Fault("I15", "“{value}” is not known here", "possible: {known}")
NO_CONSENT = Fault(
    "I16",
    "the author has not agreed to publication",
    "ask the author; what nobody agreed to publish is answered by letter",
)
LANGUAGE_UNKNOWN = Fault(
    "I17",
    "the language of the text is not plain",
    "say it in a column, or for the whole file with --text-language",
)
PERSONAL = Fault(
    "I18",
    "there seems to be personal data in it: {reason}",
    "put “[…]” in its place; everything here is published",
)

TURNING = Fault(
    "I19",
    "there is an invisible sign in it that turns the order of the letters",
    "delete it; it often comes along when text is copied from another program",
)

# --- time and neighbours -------------------------------------------------------------------
TOO_EARLY = Fault(
    "I20",
    "received on {day}, but r{revision} was not under discussion yet",
    "look at the day and the revision; comments are taken from the opening day on",
)
FUTURE = Fault("I21", "the day {day} is still to come", "write the day of receipt")
ID_TAKEN = Fault(
    "I22",
    "the comment {id} is there already, and says something else",
    "look at both; what was received is never changed",
)
NO_SUCH_REPLY = Fault(
    "I23", "there is no comment “{value}” on this draft", "look its id up on the comments page"
)

# --- taken, but worth a look ---------------------------------------------------------------
LATE = Fault(
    "I30",
    "received on {day}, after the discussion of r{revision} was over",
    "it is kept and published as late, but need not be considered",
)
QUOTE_NOT_FOUND = Fault(
    "I31", "the quoted words are not in the clause", "compare them with the draft, and its language"
)
SAME_WORDS = Fault(
    "I32",
    "the same words of the same author stand twice; both are taken",
    "if one was sent by mistake, answer it as a duplicate",
)
LEFT_OUT = Fault(
    "I33",
    "lines of a repeated message or of a signature were left out: {count}",
    "compare the file with the message; the author's own words must all be there",
)
ATTACHMENTS = Fault(
    "I34",
    "files that came with it are not taken: {names}",
    "keep them apart; what counts must stand in the text",
)

PERSONAL_KINDS = {
    Personal.IIN: "an identification number (IIN)",
    Personal.PHONE: "a telephone number",
    Personal.EMAIL: "an e-mail address",
    Personal.CARD: "the number of a bank card",
    Personal.ACCOUNT: "the number of a bank account",
    Personal.DOCUMENT: "the number of an identity document",
    Personal.PLATE: "the number plate of a car",
    Personal.ADDRESS: "a home address",
}
"""Personal data in words; those of an organisation are public."""

ALL = tuple(value for value in tuple(globals().values()) if isinstance(value, Fault))
"""The whole table, in the order of the codes."""


def at(fault: Fault, place: Place, **values: object) -> Problem:
    """Say a reason of a place; the table itself knows which are only warnings."""
    found = fault.at(place.file, (place.line, place.column), **values)
    return replace(found, severity=Severity.WARNING) if fault.code >= "I30" else found
