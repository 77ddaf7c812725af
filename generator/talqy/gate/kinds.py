"""What the gate can find in a change: a row a finding, with its code, level, words and advice.

The number of a code is that of the check in docs/gate.md; one check may have several rows.
"""

from dataclasses import replace

from talqy.model.problem import Kind, Level, kinds_in

_PERSON, _WARNING = Level.PERSON, Level.WARNING

# --- what is changed ----------------------------------------------------------------------------
NOTHING = Kind(
    "G02",
    "nothing is added here",
    "add one file with your comment, in a branch of yours",
)
TOO_MANY = Kind(
    "G02",
    "more files are changed than may be: {count}, and at most {most} may",
    "send each comment in a proposal of its own, and change nothing else in it",
)
CHANGED = Kind(
    "G03",
    "a file that is already there is changed",
    "put it back as it was; what you want to say goes into a new file",
)
REMOVED = Kind(
    "G03",
    "a file that is already there is removed or renamed",
    "put it back as it was",
)
COMMENT_CHANGED = Kind(
    "G03",
    "a comment that is already published is changed or removed",
    "put it back as it was; if you want to add something, write a new comment that replies to it",
)
NOT_A_FILE = Kind(
    "G03",
    "this is a link or another repository, not an ordinary file",
    "add an ordinary text file instead (mode 100644)",
)
MARKED_PROGRAM = Kind(
    "G03",
    "the file carries the mark of a program that can be run (mode 100755), and is only read here",
    "add it again through the page of the forge, or take the mark off: "
    "“git update-index --chmod=-x”, with the name of the file, and commit",
)
WRONG_FOLDER = Kind(
    "G03",
    "a folder in these commits is written as no program of git writes one",
    "make a new branch from the main one, and put what you add into it as one commit",
)
RESPONSE = Kind(
    "G04",
    "a response is given by the authority alone",
    "take this file out; what you want to say goes into a comment of yours",
)
RECORD = Kind(
    "G04",
    "the record of a standard is written by the authority alone",
    "take this change back",
)
TEXT = Kind(
    "G04",
    "texts of standards are changed by the authority alone",
    "take this change back; write as a comment which wording you ask for",
)
OTHER_FILE = Kind(
    "G04",
    "this file is no comment, and a citizen's proposal changes nothing else",
    "take this change back",
)
WRONG_PLACE = Kind(
    "G04",
    "the file does not lie where a comment belongs",
    "its name must be: comments/<standard>/r<number>/<day>/<id>.yaml, all in small Latin letters; "
    "the page “How to comment” shows it ready to copy",
)
TAKEN = Kind(
    "G05",
    "a file of this name is already there, if only in capital or small letters",
    "draw a new id for your comment, and name the file after it",
)
BLOCKED = Kind(
    "G05",
    "a file or a link stands where the folder of this file would be",
    "use the folder that the page “How to comment” shows",
)
TOO_MANY_COMMITS = Kind(
    "G06",
    "there are more than {most} commits",
    "make a new branch, and add your file in one commit",
)
FOREIGN_HISTORY = Kind(
    "G06",
    "commits from elsewhere were merged in here",
    "make a new branch from the main one, and add only your file",
)
MORE_IN_HISTORY = Kind(
    "G06",
    "earlier commits of this branch touch files that are not in its result",
    "make a new branch, and add your file in one commit: what was committed once stays readable",
    _PERSON,
)
OWN_ADDRESS = Kind(
    "G06",
    "the commits carry an e-mail address of their author, and everybody will be able to read it",
    "if you do not want that, hide your address in the settings of the forge, and make the commit "
    "anew; comments without an account have none",
    _WARNING,
)
TOO_MUCH_IN_HISTORY = Kind(
    "G06",
    "the commits of this branch hold more than can be looked at",
    "make a new branch from the main one, and put what you add into it as one commit",
)

# --- the authority's own pull requests ----------------------------------------------------------
FROZEN = Kind(
    "G24",
    "the text of r{revision} can no longer change: its discussion was announced, it has an act, or "
    "it was withdrawn",
    "put the text back as it was; changes go into a new revision (“talqy new revision”)",
)
RECORD_SHRUNK = Kind(
    "G25",
    "something that was recorded of r{revision} is changed or missing",
    "put the record back as it was, and let “talqy merge” write it: it only ever adds",
)
RECORD_CHANGED = Kind(
    "G25",
    "what the authority has said on record is changed: {reason}",
    "put it back as it was; “talqy correct” changes what is on record, with a reason that "
    "everybody sees",
)
NOT_FINAL_CHANGED = Kind(
    "G25",
    "an answer that was published, and has no report yet, is changed: {reason}",
    "see whether it shall be so: until the report it may change, and an older state tells it",
    _WARNING,
)
SETTING_CHANGED = Kind(
    "G37",
    "the record is read with this, and it changes: {reason}",
    "let this be looked at by more than one person; what is on record stays as it was",
    _WARNING,
)
WAY_IN_CHANGED = Kind(
    "G37",
    "comments come in by this, and it changes: {what}: was “{was}”, and now is “{now}”",
    "let this be looked at by more than one person: what people write goes there from now on",
    _WARNING,
)
CARRIAGE_RETURNS = Kind(
    "G08",
    "lines end in the way of Windows (CRLF)",
    "save the file with line ends “LF” or “Unix”",
)
OUTSIDE = Kind(
    "G04",
    "this file lies outside of standards/ and comments/",
    "somebody who looks after the site itself must agree to this change",
    _PERSON,
)

# --- what merging does, and publishes -----------------------------------------------------------
SEVERAL_STARTS = Kind(
    "G26",
    "this branch and the main one have crossed, so that it is not clear what merging would change",
    "make a new branch from the main one, and put what you add into it as one commit",
)
CONFLICT = Kind(
    "G26",
    "the main branch has changed the same files meanwhile, so that this cannot be merged",
    "make a new branch from the main one, and put what you add into it as one commit",
)
EARLIER = Kind(
    "G27",
    "an earlier commit of this branch holds what may not be published: {reason}",
    "make a new branch from the main one, put the mended file into it as one commit, and delete "
    "this one: what was committed once stays readable",
)
EARLIER_SEEN = replace(EARLIER, level=_PERSON)
IN_COMMIT = Kind(
    "G28",
    "the message of a commit, or the name or address of its author, is published too: {reason}",
    "make a new branch from the main one, and put your file into it as one commit that says "
    "nothing of the kind; then delete this one",
)
IN_COMMIT_SEEN = replace(IN_COMMIT, level=_PERSON)
UNREAD_COMMIT = Kind(
    "G28",
    "what a commit says of itself is no text in UTF-8, or longer than {most} bytes",
    "make a new branch from the main one, and put your file into it as one commit with a message "
    "of a few words",
)

# --- redactions ---------------------------------------------------------------------------------
MORE_THAN_TAKEN_OUT = Kind(
    "G29",
    "this redaction does more than take out: only words that give way to “[…]”, remarks and the "
    "author's name may go",
    "put the comment back as it was, and take the words out with “talqy comment redact”",
)

# --- what comes into a finished record ------------------------------------------------------------
ENTERED_LATE = Kind(
    "G36",
    "the comment {comment} comes on record of r{revision} on {day}, when its discussion was over "
    "on record",
    "see whether it really came then; pages and the report say that it came on record late",
    _WARNING,
)

ALL = kinds_in(globals())
"""The whole table, in the order of the checks."""
