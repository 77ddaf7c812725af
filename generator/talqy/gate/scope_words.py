"""What the gate can find in a change: a row a finding, with its code, level, words and advice.

The number of a code is that of the check in docs/gate.md; one check may have several rows.
"""

from talqy.comments.verdict import Check, Level

_FAIL, _PERSON, _WARNING = Level.FAIL, Level.PERSON, Level.WARNING

# --- what is changed ----------------------------------------------------------------------------
NOTHING = Check(
    "G02", _FAIL, "nothing is added here", "add one file with your comment, in a branch of yours"
)
TOO_MANY = Check(
    "G02",
    _FAIL,
    "more files are changed than may be: {count}, and at most {most} may",
    "send each comment in a proposal of its own, and change nothing else in it",
)
CHANGED = Check(
    "G03",
    _FAIL,
    "a file that is already there is changed",
    "put it back as it was; what you want to say goes into a new file",
)
REMOVED = Check(
    "G03", _FAIL, "a file that is already there is removed or renamed", "put it back as it was"
)
COMMENT_CHANGED = Check(
    "G03",
    _FAIL,
    "a comment that is already published is changed or removed",
    "put it back as it was; if you want to add something, write a new comment that replies to it",
)
NOT_A_FILE = Check(
    "G03",
    _FAIL,
    "this is a link, a program or another repository, not an ordinary file",
    "add an ordinary text file instead (mode 100644)",
)
RESPONSE = Check(
    "G04",
    _FAIL,
    "a response is given by the authority alone",
    "take this file out; what you want to say goes into a comment of yours",
)
RECORD = Check(
    "G04",
    _FAIL,
    "the record of a standard is written by the authority alone",
    "take this change back",
)
TEXT = Check(
    "G04",
    _FAIL,
    "texts of standards are changed by the authority alone",
    "take this change back; write as a comment which wording you ask for",
)
OTHER_FILE = Check(
    "G04",
    _FAIL,
    "this file is no comment, and a citizen's proposal changes nothing else",
    "take this change back",
)
WRONG_PLACE = Check(
    "G04",
    _FAIL,
    "the file does not lie where a comment belongs",
    "its name must be: comments/<standard>/r<number>/<day>/<id>.yaml, all in small Latin letters; "
    "the page “How to comment” shows it ready to copy",
)
TAKEN = Check(
    "G05",
    _FAIL,
    "a file of this name is already there, if only in capital or small letters",
    "draw a new id for your comment, and name the file after it",
)
BLOCKED = Check(
    "G05",
    _FAIL,
    "a file or a link stands where the folder of this file would be",
    "use the folder that the page “How to comment” shows",
)
TOO_MANY_COMMITS = Check(
    "G06",
    _FAIL,
    "there are more than {most} commits",
    "make a new branch, and add your file in one commit",
)
FOREIGN_HISTORY = Check(
    "G06",
    _FAIL,
    "commits from elsewhere were merged in here",
    "make a new branch from the main one, and add only your file",
)
MORE_IN_HISTORY = Check(
    "G06",
    _PERSON,
    "earlier commits of this branch touch files that are not in its result",
    "make a new branch, and add your file in one commit: what was committed once stays readable",
)
OWN_ADDRESS = Check(
    "G06",
    _WARNING,
    "the commits carry an e-mail address of their author, and everybody will be able to read it",
    "if you do not want that, hide your address in the settings of the forge, and make the commit "
    "anew; comments without an account have none",
)

# --- the authority's own pull requests ----------------------------------------------------------
FROZEN = Check(
    "G24",
    _FAIL,
    "the text of r{revision} can no longer change: its discussion has opened, or it was recorded",
    "put the text back as it was; changes go into a new revision (“talqy new revision”)",
)
RECORD_SHRUNK = Check(
    "G25",
    _FAIL,
    "something that was recorded of r{revision} is changed or missing",
    "put the record back as it was, and let “talqy merge” write it: it only ever adds",
)
OUTSIDE = Check(
    "G04",
    _PERSON,
    "this file lies outside of standards/ and comments/",
    "somebody who looks after the site itself must agree to this change",
)

ALL = tuple(value for value in tuple(globals().values()) if isinstance(value, Check))
"""The whole table, in the order of the checks."""
