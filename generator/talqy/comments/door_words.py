"""What is said of a comment to whoever can mend it: its author, or the clerk who takes it in.

The words of `kinds.py` speak to the author of a pull request. At an import that is a clerk, who
holds somebody else's letter or table and changes none of its words; at `talqy new comment` it is
the author, before anything is public. Here stands what is said there instead, and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from talqy.comments import kinds, wish_kinds
from talqy.model.problem import Kind, Problem

_MASK = "copy the words into a table, with “[…]” in place of the personal data"
_MASK_OF_PERSON = (
    "if it belongs to a person, copy the words into a table, with “[…]” in place of the personal "
    "data"
)
_RETYPE = "copy the words into a table without it"
_BY_LETTER = (
    "if it came in time, say the day of receipt with --received or in the table; else answer it by "
    "letter"
)
_TAKEN = "nothing need be done: the comment is taken as it is"
_NAME_ALONE = "leave only the name in its column, or nothing"
_CHECK_NAME = "compare the name with the letter or the table; leave it out if it is none"


@dataclass(frozen=True, slots=True)
class OtherWords:
    """What is said in place of a kind's own words; an empty text leaves them."""

    hint: str
    message: str = ""


TO_CLERK: Mapping[Kind, OtherWords] = {
    kinds.TOO_BIG: OtherWords("divide it into several rows of a table, one a clause"),
    kinds.NOT_COMPOSED: OtherWords(_TAKEN),
    kinds.LOST_LETTERS: OtherWords(
        "open the source again in its own encoding, or ask the author for the words"
    ),
    kinds.MIXED_LETTERS: OtherWords("compare the words with the letter or the scan"),
    kinds.FORBIDDEN_SIGN: OtherWords(_RETYPE),
    kinds.INVISIBLE_SIGN: OtherWords(
        "look whether the words can be read; such signs come along when text is copied"
    ),
    kinds.SOFT_HYPHEN: OtherWords(_TAKEN),
    kinds.STACKED_SIGNS: OtherWords("look whether the words can be read"),
    kinds.NOT_YET_OPEN: OtherWords(
        "it opens on {opens}; look at the day of receipt, and answer by letter what came earlier"
    ),
    kinds.NEVER_OPEN: OtherWords("name the revision that is under discussion: --revision"),
    kinds.CLOSED: OtherWords(_BY_LETTER),
    kinds.GIVEN_UP: OtherWords(_BY_LETTER),
    kinds.LATE: OtherWords("it is marked as late; decide whether it is considered"),
    kinds.FUTURE: OtherWords("put the day of receipt right, or say it with --received"),
    kinds.QUOTE_NOT_FOUND: OtherWords(
        "the comment is taken; look which words are meant when you answer"
    ),
    kinds.TOO_SHORT: OtherWords(
        "look whether its author said more, and write all of it into the table; else answer by "
        "letter"
    ),
    kinds.TOO_LONG: OtherWords(
        "divide it into several rows of a table, one a clause, without leaving anything out"
    ),
    kinds.NAME_IN_LINES: OtherWords(_NAME_ALONE),
    kinds.UNKNOWN_LANGUAGE: OtherWords("the comment is taken; decide in which language to answer"),
    kinds.OTHER_LANGUAGE: OtherWords(
        "if the language is wrong, say it in the column of the language or with --text-language"
    ),
    kinds.IIN: OtherWords(_MASK),
    kinds.CLAIMED_IIN: OtherWords(_MASK),
    kinds.BIN: OtherWords("look whether the number may be public; the comment is taken"),
    kinds.PHONE: OtherWords(_MASK_OF_PERSON),
    kinds.LANDLINE: OtherWords(_MASK_OF_PERSON),
    kinds.EMAIL: OtherWords(_MASK_OF_PERSON),
    kinds.HANDLE: OtherWords(_MASK_OF_PERSON),
    kinds.CARD: OtherWords(_MASK),
    kinds.ACCOUNT: OtherWords(_MASK),
    kinds.DOCUMENT: OtherWords(_MASK),
    kinds.PLATE: OtherWords(_MASK_OF_PERSON),
    kinds.ADDRESS: OtherWords(_MASK_OF_PERSON),
    kinds.ABOUT_PERSON: OtherWords(_MASK),
    kinds.CONTACT_IN_NAME: OtherWords(_NAME_ALONE),
    kinds.MARKUP: OtherWords(_RETYPE),
    kinds.SCRIPT_LINK: OtherWords(_RETYPE),
    kinds.MARKER: OtherWords(_RETYPE),
    kinds.MANY_LINKS: OtherWords("look where they lead before the comment is published"),
    kinds.HIDDEN_LINK: OtherWords("look where it leads before the comment is published"),
    kinds.SHOUTING: OtherWords(_TAKEN),
    kinds.REPEATED: OtherWords(_TAKEN),
    kinds.MIXED_NAME: OtherWords(_CHECK_NAME),
    kinds.OFFICIAL_NAME: OtherWords(
        "look who has sent it; if it is the state body, write that into the column of the author"
    ),
    kinds.ODD_NAME: OtherWords(_CHECK_NAME),
    kinds.OFFICE_AS_NAME: OtherWords(
        "look who has sent it; if it is a body, write that into the column of the author"
    ),
    kinds.OFFICIAL_WORD: OtherWords("look whether the name misleads"),
    kinds.STATE_BODY: OtherWords("make sure that the state body has really sent it"),
    kinds.LOOK_ALIKE_LINK: OtherWords("look where it leads before the comment is published"),
    kinds.OFFICIAL_VOICE: OtherWords("look whether the words mislead before they are published"),
    wish_kinds.NO_OPINION: OtherWords(
        "nothing is lost if they are thanks or a sum; if they are meant as support, say so in a "
        "column of the kind",
        "these words ask for nothing and say nothing about the draft: “{value}”",
    ),
    wish_kinds.WITHDRAWAL: OtherWords(
        "find that comment, and answer it as withdrawn",
        "the words ask to take back an earlier comment: “{words}”",
    ),
    wish_kinds.NOT_FOR_PUBLICATION: OtherWords(
        "ask the author; what must not be published is answered by letter",
        "the author asks that it not be published: “{words}”",
    ),
    wish_kinds.NAME_NOT_FOR_PUBLICATION: OtherWords("leave the name out"),
    wish_kinds.OTHER_BUSINESS: OtherWords(
        "nothing is lost; if it is a comment all the same, say so in a column of the kind",
        "the words are about other business, and say nothing about the draft: “{words}”",
    ),
    wish_kinds.POINTS_ELSEWHERE: OtherWords(
        "find what is meant, and write it out in a row of a table",
        "the words only point to something that does not stand here: “{words}”",
    ),
    wish_kinds.PASTED: OtherWords(
        "copy the author's own words into a table, and a name only where the author agrees",
        "the words were copied with lines of a messenger, a form, a scan or another program: "
        "“{line}”",
    ),
}
"""What a clerk is told at an import."""

TO_CLERK_OF_MAIL: Mapping[Kind, OtherWords] = {
    **TO_CLERK,
    kinds.FUTURE: OtherWords(
        "look at the clock of the sender, and say the day of receipt with --received",
        "the day of the message, {day}, is still to come",
    ),
}
"""The same of a message, whose day a program has written."""

TO_AUTHOR_BEFORE: Mapping[Kind, OtherWords] = {
    wish_kinds.WITHDRAWAL: OtherWords("write to the authority which comment you take back"),
    kinds.IIN: OtherWords("take it out: everybody can read a comment, for ever"),
    kinds.CLAIMED_IIN: OtherWords("take it out: everybody can read a comment, for ever"),
}
"""What an author is told while nothing is public yet."""

TO_AUTHOR_IN_FORM: Mapping[Kind, OtherWords] = {
    **TO_AUTHOR_BEFORE,
    kinds.TOO_BIG: OtherWords(
        "shorten it, or divide it into several comments, one a clause",
        "all your words together are too long: {size} bytes, and at most {most} may be",
    ),
    kinds.OTHER_LANGUAGE: OtherWords(
        "choose in which language you write; your comment is taken all the same",
        "the text seems to be written in another language than the one that is chosen",
    ),
    kinds.OFFICIAL_NAME: OtherWords(
        "write your own name, or leave it out; a state body chooses so under “Who writes”"
    ),
    kinds.OFFICE_AS_NAME: OtherWords(
        "write your own name, or leave it out; a body chooses under “Who writes” what it is"
    ),
}
"""The same beside the fields of a form: there are no files and no keys, and words are chosen."""

_TAKE_OUT = "take it out before it is published; what was committed once stays readable"
_OWN_OR_NOT = (
    "leave it if it is the authority's own; if it belongs to a person, take it out before it is "
    "published"
)
TO_AUTHORITY: Mapping[Kind, OtherWords] = {
    kinds.IIN: OtherWords(_TAKE_OUT),
    kinds.CLAIMED_IIN: OtherWords(_TAKE_OUT),
    **dict.fromkeys(kinds.OF_PERSONS, OtherWords(_OWN_OR_NOT)),
    kinds.BIN: OtherWords(_OWN_OR_NOT),
    wish_kinds.POINTS_ELSEWHERE: OtherWords(
        "write the reason itself: each answer is published by itself",
        "the reason only points to something that does not stand here: “{words}”",
    ),
    wish_kinds.PASTED: OtherWords("leave only the words of the answer"),
}
"""What an authority is told of its own texts and answers."""


def in_words(problem: Problem, words: Mapping[Kind, OtherWords]) -> Problem:
    """Return a problem in the words for its reader; without such words as it is."""
    other = words.get(problem.kind)
    if other is None:
        return problem
    message = other.message or problem.kind.message
    return replace(problem, kind=replace(problem.kind, hint=other.hint, message=message))
