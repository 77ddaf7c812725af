"""What can make an answer none: no reason, somebody else's words, an outcome that rests on nothing.

An answer that is on record already is only warned of (`doors.py`): nobody can mend it any more.
"""

from dataclasses import dataclass

from talqy.model.problem import Kind, Level, kinds_in

NO_REASON = Kind(
    "G45",
    "these words are no reason: “{words}”",
    "say in a sentence what was decided on this comment, and why: the report has a reason for each",
)
AUTHORS_WORDS = Kind(
    "G46",
    "the reason only repeats the words of the comment",
    "say what the authority decided, and why",
)
SAME_REASON = Kind(
    "G47",
    "this reason is, word for word, the one in the other language",
    "translate it; the languages are published together",
)
OTHER_LANGUAGE = Kind(
    "G48",
    "this reason does not seem to be written {language}",
    "look whether it stands in the right place",
    Level.WARNING,
)
SWAPPED = Kind(
    "G48",
    "the reasons have changed places: the Kazakh one is in Russian, the Russian one in Kazakh",
    "let each stand in the place of its language",
)
CIRCLE = Kind(
    "G49",
    "these comments are called duplicates of one another: {comments}",
    "answer one of them, and let the others repeat it",
)
REPEATS_NOTHING = Kind(
    "G49",
    "this comment is said to repeat “{main}”, on which nothing was decided: it came late or was "
    "withdrawn",
    "answer this one by itself: it came in time, and its author waits for a decision",
)
NOT_ASKED = Kind(
    "G50",
    "the reason does not say that the author took the comment back, and how",
    "say it, as in “by a letter of its author”; who did not ask for it gets an answer of another "
    "outcome",
)

SAME_GIST = Kind(
    "G47",
    "the short content is, word for word, the one in the other language",
    "translate it: it is there for those who do not read the language of the comment",
)
GIST_IN_OTHER_LANGUAGE = Kind(
    "G48",
    "the short content of the comment does not seem to be written {language}",
    "look whether it stands in the right place",
    Level.WARNING,
)

GISTS_SWAPPED = Kind(
    "G48",
    "the short contents have changed places: the Kazakh one is in Russian, the Russian one in "
    "Kazakh",
    "let each stand in the place of its language",
)


@dataclass(frozen=True, slots=True)
class LanguageKinds:
    """What is said of a text of an answer that is not in its own language."""

    same: Kind
    other: Kind
    swapped: Kind


OF_REASONS = LanguageKinds(SAME_REASON, OTHER_LANGUAGE, SWAPPED)
OF_GISTS = LanguageKinds(SAME_GIST, GIST_IN_OTHER_LANGUAGE, GISTS_SWAPPED)

ALL = kinds_in(globals())
"""The whole table, in the order of the codes."""
