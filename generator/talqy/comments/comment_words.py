"""What the gate can find in a comment: a row a finding, with its code, level, words and advice.

The number of a code is that of the check in docs/gate.md; one check may have several rows.
Faults of form keep the codes that `check` gives them (F..). Rule: no row has a gap for a number, an
address or a name that was found: a message would publish it once more. Advice is for citizens.
"""

from talqy.comments.verdict import Check, Level

_FAIL, _PERSON, _WARNING = Level.FAIL, Level.PERSON, Level.WARNING

# --- bytes and signs ----------------------------------------------------------------------------
TOO_BIG = Check(
    "G07",
    _FAIL,
    "the file is too big: {size} bytes, and at most {most} may be",
    "shorten the text; a comment says one thing about one clause",
)
NO_BYTES = Check("G07", _FAIL, "the file is empty", "write your comment into it")
POINTER = Check(
    "G07",
    _FAIL,
    "this is only a pointer to a file kept elsewhere (Git LFS)",
    "add the file itself, without Git LFS",
)
NOT_TEXT = Check(
    "G08",
    _FAIL,
    "the file is not a text in UTF-8",
    "open it in a text editor, and save it as “UTF-8” (without BOM)",
)
CARRIAGE_RETURNS = Check(
    "G08",
    _WARNING,
    "lines end in the way of Windows (CRLF)",
    "save the file with line ends “LF” or “Unix”; your comment is taken all the same",
)
NOT_COMPOSED = Check(
    "G08",
    _WARNING,
    "some letters are put together from two signs, such as й from и and ˘",
    "type these words anew on the keyboard; your comment is taken all the same",
)
NO_LAST_LINE_END = Check(
    "G08",
    _WARNING,
    "the last line has no end",
    "press Enter after the last line; your comment is taken all the same",
)
FORBIDDEN_SIGN = Check(
    "G09",
    _FAIL,
    "there is an invisible sign that may not be in a comment ({sign})",
    "delete it: type the words around it anew; such signs come along when text is copied",
)
INVISIBLE_SIGN = Check(
    "G09",
    _PERSON,
    "there is a sign that nobody sees ({sign})",
    "delete it: type the words around it anew; such signs come along when text is copied",
)
SOFT_HYPHEN = Check(
    "G09",
    _WARNING,
    "there are invisible soft hyphens in the text",
    "they come along when text is copied; your comment is taken all the same",
)
STACKED_SIGNS = Check(
    "G09",
    _PERSON,
    "many signs are stacked upon one letter",
    "type the word anew, without them",
)

# --- meaning ------------------------------------------------------------------------------------
NOT_YET_OPEN = Check(
    "G13",
    _FAIL,
    "the discussion of r{revision} was not open on {day}",
    "it opens on {opens}; send your comment then",
)
NEVER_OPEN = Check(
    "G13",
    _FAIL,
    "r{revision} was not put up for discussion",
    "comment on the revision that is under discussion: the page of the standard names it",
)
CLOSED = Check(
    "G13",
    _FAIL,
    "the discussion of r{revision} is over, and its result is published",
    "comment on the revision that is under discussion: the page of the standard names it",
)
LATE = Check(
    "G13",
    _PERSON,
    "the comment came after the last day of the discussion, {closes}",
    "the authority decides whether it is taken; it will be marked as late",
)
DATED_BACK = Check(
    "G13",
    _PERSON,
    "the discussion ended on {closes}, and the comment says that it came before that",
    "the authority looks when it really came; you need do nothing",
)
FUTURE = Check(
    "G13",
    _FAIL,
    "the day of the comment, {day}, is still to come",
    "write the day on which you send it: {today}",
)
QUOTE_NOT_FOUND = Check(
    "G14",
    _WARNING,
    "the quoted words are not found in this clause of the text",
    "copy them from the text once more, or leave the quotation out; "
    "your comment is taken all the same",
)
NO_SUCH_REPLY = Check(
    "L04",
    _FAIL,
    "there is no other comment “{name}” on this standard",
    "did you mean “{near}”?",
)
TOO_SHORT = Check(
    "G15",
    _FAIL,
    "the text is too short: at least {least} characters are needed",
    "say in a sentence what you propose, and why",
)
TOO_LONG = Check(
    "G15",
    _FAIL,
    "the text is too long: at most {most} characters may be",
    "shorten it, or divide it into several comments, one a clause",
)
UNKNOWN_LANGUAGE = Check(
    "G15",
    _PERSON,
    "this is no language of the project",
    "if you can, write in one of: {known}; else the authority sees how to answer you",
)
OTHER_LANGUAGE = Check(
    "G15",
    _WARNING,
    "the text seems to be written in another language than the file says",
    "write under “language” in which language the text is; your comment is taken all the same",
)
OTHER_CONSENT = Check(
    "G16",
    _FAIL,
    "the consent is not to the conditions that hold now",
    'read the conditions on the page “How to comment”, and write: consent: "{consent}"',
)
AUTHORITYS_FIELD = Check(
    "G16",
    _FAIL,
    "only the authority says this of a comment",
    "take this line out, with all that belongs to it",
)

ID_TAKEN = Check(
    "F52",
    _FAIL,
    "a comment with this id is already there: {other}",
    "draw a new id for one of the two",
)

# --- personal data ------------------------------------------------------------------------------
IIN = Check(
    "G17",
    _FAIL,
    "there is an individual identification number (IIN) here",
    "take it out: everybody can read a comment, for ever. Then make a new branch with the mended "
    "file, and delete this one: what was committed once stays readable",
)
BIN = Check(
    "G17",
    _WARNING,
    "there is a business identification number (BIN) here",
    "leave it only if everybody may know it; your comment is taken all the same",
)
PHONE = Check(
    "G18",
    _PERSON,
    "there is a telephone number here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
)
EMAIL = Check(
    "G18",
    _PERSON,
    "there is an e-mail address here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
)
CARD = Check(
    "G18",
    _PERSON,
    "there seems to be the number of a bank card here",
    "take it out: everybody can read a comment, for ever",
)
ACCOUNT = Check(
    "G18",
    _PERSON,
    "there is the number of a bank account here",
    "take it out: everybody can read a comment, for ever",
)
DOCUMENT = Check(
    "G18",
    _PERSON,
    "there seems to be the number of an identity document here",
    "take it out: everybody can read a comment, for ever",
)
PLATE = Check(
    "G18",
    _PERSON,
    "there seems to be the registration plate of a car here",
    "take it out if it is a person's: everybody can read a comment, for ever",
)
ADDRESS = Check(
    "G18",
    _PERSON,
    "there seems to be the address of a home here",
    "take it out if a person lives there: everybody can read a comment, for ever",
)
CONTACT_IN_NAME = Check(
    "G18",
    _FAIL,
    "there is an address or a number in the name",
    "write only the name, or leave it out",
)
CONTACT_FIELD = Check(
    "G19",
    _FAIL,
    "contact data do not belong into a comment",
    "take this line out: everybody can read a comment, for ever",
)

# --- content ------------------------------------------------------------------------------------
MARKUP = Check(
    "G20",
    _FAIL,
    "there is HTML markup in the text",
    "write plain text: signs such as <b> are not needed",
)
SCRIPT_LINK = Check(
    "G20", _FAIL, "there is a link that would run a program", "take it out; write plain text"
)
MARKER = Check(
    "G20",
    _FAIL,
    "there are signs in the text that are commands to a program ({marker})",
    "write plain text, without these signs",
)
MANY_LINKS = Check(
    "G21",
    _PERSON,
    "there are more than {most} links in the text",
    "keep the most important ones; say the rest in words",
)
HIDDEN_LINK = Check(
    "G21",
    _PERSON,
    "there is a link that does not show where it leads",
    "write the full address of the page",
)
SHOUTING = Check(
    "G21",
    _WARNING,
    "most of the text is in capital letters",
    "use small letters: they are easier to read; your comment is taken all the same",
)
REPEATED = Check(
    "G21",
    _WARNING,
    "the same words are said over and over",
    "once is enough; your comment is taken all the same",
)
MIXED_NAME = Check(
    "G22",
    _PERSON,
    "a word in the name mixes Cyrillic and Latin letters",
    "type the name anew in one keyboard layout",
)
OFFICIAL_NAME = Check(
    "G22",
    _FAIL,
    "the name is that of an authority, or looks like one",
    "write your own name, or leave it out; a state body writes under “kind”: state-body",
)
OFFICIAL_WORD = Check(
    "G22",
    _PERSON,
    "the name of an authority is a part of this name",
    "a person looks whether it misleads; you need do nothing",
)
STATE_BODY = Check(
    "G22",
    _PERSON,
    "the comment is in the name of an authority of this project",
    "the authority confirms that it is really its own; you need do nothing",
)
CAMPAIGN = Check(
    "G23",
    _PERSON,
    "nearly the same words are already said in: {comments} (in all: {count})",
    "that is no fault: each author counts, and the answer goes to all of them together",
)

ALL = tuple(value for value in tuple(globals().values()) if isinstance(value, Check))
"""The whole table, in the order of the checks."""
