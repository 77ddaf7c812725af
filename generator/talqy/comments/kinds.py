"""What can be wrong with a comment, whichever way it comes: its code, words, advice and level.

The number of a code is that of the check in docs/gate.md; one check may have several kinds.
Faults of form keep the codes that `check` gives them (F..). Rule: no kind has a gap for a number,
an address or a name that was found: a message would publish it once more. Advice is for citizens.
Where a door is more or less strict than this table, `doors.py` says so.
"""

from talqy.comments import wish_kinds
from talqy.comments.made_elsewhere import MADE_ELSEWHERE, OTHER_CONSENT  # noqa: F401
from talqy.model.problem import Kind, Level, kinds_in

_PERSON, _WARNING = Level.PERSON, Level.WARNING

# --- bytes and signs ----------------------------------------------------------------------------
TOO_BIG = Kind(
    "G07",
    "the file is too big: {size} bytes, and at most {most} may be",
    "shorten the text; a comment says one thing about one clause",
)
NO_BYTES = Kind(
    "G07",
    "the file is empty",
    "write your comment into it",
)
POINTER = Kind(
    "G07",
    "this is only a pointer to a file kept elsewhere (Git LFS)",
    "add the file itself, without Git LFS",
)
NOT_TEXT = Kind(
    "G08",
    "the file is not a text in UTF-8",
    "open it in a text editor, and save it as “UTF-8” (without BOM)",
)
CARRIAGE_RETURNS = Kind(
    "G08",
    "lines end in the way of Windows (CRLF)",
    "if you can, save the file with line ends “LF” or “Unix”; your comment is taken all the same",
    _WARNING,
)
NOT_COMPOSED = Kind(
    "G08",
    "some letters are put together from two signs, such as й from и and ˘",
    "type these words anew on the keyboard; your comment is taken all the same",
    _WARNING,
)
LOST_LETTERS = Kind(
    "G08",
    "letters were destroyed on the way: the words cannot be read",
    "type the text anew, or copy it once more, in a program that saves UTF-8",
    _PERSON,
)
MIXED_LETTERS = Kind(
    "G08",
    "words are written in letters of two alphabets that look alike",
    "type these words anew in one keyboard layout; a scan that a program has read has such words",
    _PERSON,
)
NO_LAST_LINE_END = Kind(
    "G08",
    "the last line has no end",
    "press Enter after the last line; your comment is taken all the same",
    _WARNING,
)
FORBIDDEN_SIGN = Kind(
    "G09",
    "there is an invisible sign that may not be in a comment ({sign})",
    "delete it: type the words around it anew; such signs come along when text is copied",
)
INVISIBLE_SIGN = Kind(
    "G09",
    "there is a sign that nobody sees ({sign})",
    "delete it: type the words around it anew; such signs come along when text is copied",
    _PERSON,
)
SOFT_HYPHEN = Kind(
    "G09",
    "there are invisible soft hyphens in the text",
    "they come along when text is copied; your comment is taken all the same",
    _WARNING,
)
STACKED_SIGNS = Kind(
    "G09",
    "many signs are stacked upon one letter",
    "type the word anew, without them",
    _PERSON,
)

# --- meaning ------------------------------------------------------------------------------------
NOT_YET_OPEN = Kind(
    "G13",
    "the discussion of r{revision} was not open on {day}",
    "it opens on {opens}; send your comment then",
)
NEVER_OPEN = Kind(
    "G13",
    "r{revision} was not put up for discussion",
    "comment on the revision that is under discussion: the page of the standard names it",
)
CLOSED = Kind(
    "G13",
    "the discussion of r{revision} is over, and its result is published",
    "comment on the revision that is under discussion: the page of the standard names it",
)
GIVEN_UP = Kind(
    "G13",
    "r{revision} was withdrawn on {day}, and its discussion ended with that",
    "comment on the revision that is under discussion: the page of the standard names it",
)
LATE = Kind(
    "G13",
    "the comment came after the last day of the discussion, {closes}",
    "the authority decides whether it is taken; it will be marked as late",
    _PERSON,
)
DATED_BACK = Kind(
    "G13",
    "the discussion ended on {closes}, and the comment says that it came before that",
    "the authority looks when it really came; you need do nothing",
    _PERSON,
)
FUTURE = Kind(
    "G13",
    "the day of the comment, {day}, is still to come",
    "write the day on which you send it: {today}",
)
QUOTE_NOT_FOUND = Kind(
    "G14",
    "the quoted words are not found in this clause of the text",
    "copy them from the text once more, or leave the quotation out; "
    "your comment is taken all the same",
    _WARNING,
)
NO_SUCH_REPLY = Kind(
    "L04",
    "there is no other comment “{name}” on this standard",
    "did you mean “{near}”?",
)
TOO_SHORT = Kind(
    "G15",
    "the text is too short: at least {least} characters are needed",
    "say in a sentence what you propose, and why",
)
TOO_LONG = Kind(
    "G15",
    "the text is too long: at most {most} characters may be",
    "shorten it, or divide it into several comments, one a clause",
)
NAME_IN_LINES = Kind(
    "G15",
    "the name has more than one line",
    "write only the name, on one line",
)
UNKNOWN_LANGUAGE = Kind(
    "G15",
    "this is no language of the project",
    "if you can, write in one of: {known}; else the authority sees how to answer you",
    _PERSON,
)
OTHER_LANGUAGE = Kind(
    "G15",
    "the text seems to be written in another language than the file says",
    "write under “language” in which language the text is; your comment is taken all the same",
    _WARNING,
)
CHANNEL_CLAIMED = Kind(
    "G16",
    "the comment says that it was handed in on paper",
    "the authority looks for the paper; if you write it here yourself, say “channel”: pull-request",
    _PERSON,
)
AUTHORITYS_FIELD = Kind(
    "G16",
    "only the authority says this of a comment",
    "take this line out, with all that belongs to it",
)
CUT_BEFORE = Kind(
    "G16",
    "words were taken out of the comment before it was published; only the authority does so",
    "compare the digest of the mark with the one that its author was told; whoever sends a comment "
    "of their own takes the mark out",
)
ATTACHED_ELSEWHERE = Kind(
    "G16",
    "files are named that are said to have come with the comment",
    "a file comes by the form of the service, or by e-mail, where the authority keeps it; take "
    "“attachments” out, and say in words what matters",
)
ID_TAKEN = Kind(
    "F52",
    "a comment with this id is already there: {other}",
    "draw a new id for one of the two",
)

# --- personal data ------------------------------------------------------------------------------
IIN = Kind(
    "G17",
    "there is an individual identification number (IIN) here",
    "take it out: everybody can read a comment, for ever. Then make a new branch with the mended "
    "file, and delete this one: what was committed once stays readable",
)
CLAIMED_IIN = Kind(
    "G17",
    "there is a number here that is called an individual identification number (IIN)",
    "take it out: everybody can read a comment, for ever. Then make a new branch with the mended "
    "file, and delete this one: what was committed once stays readable",
)
BIN = Kind(
    "G17",
    "there is a business identification number (BIN) here",
    "leave it only if everybody may know it; your comment is taken all the same",
    _WARNING,
)
PHONE = Kind(
    "G18",
    "there is a telephone number here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
    _PERSON,
)
LANDLINE = Kind(
    "G18",
    "there is the telephone number of a house or an office here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
    _PERSON,
)
EMAIL = Kind(
    "G18",
    "there is an e-mail address here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
    _PERSON,
)
HANDLE = Kind(
    "G18",
    "there is the name of an account in a messenger here",
    "take it out if it belongs to a person: everybody can read a comment, for ever",
    _PERSON,
)
CARD = Kind(
    "G18",
    "there seems to be the number of a bank card here",
    "take it out: everybody can read a comment, for ever",
    _PERSON,
)
ACCOUNT = Kind(
    "G18",
    "there is the number of a bank account here",
    "take it out: everybody can read a comment, for ever",
    _PERSON,
)
DOCUMENT = Kind(
    "G18",
    "there seems to be the number of an identity document here",
    "take it out: everybody can read a comment, for ever",
    _PERSON,
)
PLATE = Kind(
    "G18",
    "there seems to be the registration plate of a car here",
    "take it out if it is a person's: everybody can read a comment, for ever",
    _PERSON,
)
ADDRESS = Kind(
    "G18",
    "there seems to be the address of a home here",
    "take it out if a person lives there: everybody can read a comment, for ever",
    _PERSON,
)
ABOUT_PERSON = Kind(
    "G18",
    "a person is named here, with a birthday, an illness, a conviction or an income",
    "take out the name, or what is told of the person: everybody can read a comment, for ever",
    _PERSON,
)
CONTACT_IN_NAME = Kind(
    "G18",
    "there is an address or a number in the name",
    "write only the name, or leave it out",
)
OF_PERSONS = (
    *(PHONE, LANDLINE, EMAIL, HANDLE, CARD, ACCOUNT, DOCUMENT, PLATE, ADDRESS),
    ABOUT_PERSON,
)
"""What is mostly a person's, and sometimes an office's: somebody has to look."""
CONTACT_FIELD = Kind(
    "G19",
    "contact data do not belong into a comment",
    "take this line out: everybody can read a comment, for ever",
)

# --- content ------------------------------------------------------------------------------------
MARKUP = Kind(
    "G20",
    "there is HTML markup in the text",
    "write plain text: signs such as <b> are not needed",
)
SCRIPT_LINK = Kind(
    "G20",
    "there is a link that would run a program",
    "take it out; write plain text",
)
MARKER = Kind(
    "G20",
    "there are signs in the text that are commands to a program ({marker})",
    "write plain text, without these signs",
)
MANY_LINKS = Kind(
    "G21",
    "there are more than {most} links in the text",
    "keep the most important ones; say the rest in words",
    _PERSON,
)
HIDDEN_LINK = Kind(
    "G21",
    "there is a link that does not show where it leads",
    "write the full address of the page",
    _PERSON,
)
LOOK_ALIKE_LINK = Kind(
    "G21",
    "there is a link to a site that looks like one of the authority or the state, and is none",
    "write the address of the site itself, or leave the link out",
    _PERSON,
)
SHOUTING = Kind(
    "G21",
    "most of the text is in capital letters",
    "use small letters: they are easier to read; your comment is taken all the same",
    _WARNING,
)
REPEATED = Kind(
    "G21",
    "the same words are said over and over",
    "once is enough; your comment is taken all the same",
    _WARNING,
)
MIXED_NAME = Kind(
    "G22",
    "a word in the name mixes Cyrillic and Latin letters",
    "type the name anew in one keyboard layout",
    _PERSON,
)
OFFICIAL_NAME = Kind(
    "G22",
    "the name is that of an authority, or looks like one",
    "write your own name, or leave it out; a state body writes under “kind”: state-body",
)
ODD_NAME = Kind(
    "G22",
    "there are signs in the name that no name has",
    "write only the name, or leave it out",
    _PERSON,
)
OFFICE_AS_NAME = Kind(
    "G22",
    "an office or a post stands in the place of a person's name",
    "write your own name, or leave it out; a body writes under its own “kind”",
    _PERSON,
)
OFFICIAL_WORD = Kind(
    "G22",
    "the name of an authority is a part of this name",
    "a person looks whether it misleads; you need do nothing",
    _PERSON,
)
STATE_BODY = Kind(
    "G22",
    "the comment is in the name of an authority of this project",
    "the authority confirms that it is really its own; you need do nothing",
    _PERSON,
)
STATE_BODY_CLAIMED = Kind(
    "G22",
    "the comment says that a state body speaks",
    "a person looks whether it is so; you need do nothing",
    _PERSON,
)
OFFICIAL_VOICE = Kind(
    "G22",
    "the words speak as an authority does when it answers or decides",
    "write in your own name; a person looks whether the words mislead",
    _PERSON,
)
CAMPAIGN = Kind(
    "G23",
    "nearly the same words are already said in: {comments} (in all: {count})",
    "that is no fault: each author counts, and the answer goes to all of them together",
    _PERSON,
)

ALL = (*kinds_in(globals()), *wish_kinds.ALL)
"""The whole table, in the order of the checks."""
