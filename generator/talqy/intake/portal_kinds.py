"""Why a saved page of the state's portal, or a comment on it, is left, and what a person is asked.

A part of the table of the intake (`import_kinds.py`), and translated as it is. Each kind has its
reasons, which fill its gap.
"""

from talqy.errors import Saying
from talqy.model.problem import Kind, Level, Problem, kinds_in
from talqy.office.grids import Place, at

PORTAL_PAGE = Kind(
    "E75",
    "the page of the portal cannot be taken as it is: {reason}",
    "save the page of the draft anew from the portal, when all of it is loaded, as “web page, "
    "complete”; of any other page copy what counts into a table",
)
CLAUSE_ASKED = Kind(
    "E76",
    "the clause is not known: {reason}",
    "say a clause, or “whole” (--plan writes the questions into a file, --answers reads them back)",
)
ENTRIES_COUNTED = Kind(
    "E77",
    "the portal counts {entries} comments and replies, and on the pages given there are {found}; "
    "{reason}",
    "save what is missing as well, one page after the other, and import all of them together",
    Level.WARNING,
)
PROPOSED = Kind(
    "E78",
    "this is proposed, and not taken: {reason}",
    "say yes or no before the comment is taken (--plan writes the questions into a file)",
    Level.WARNING,
)
YEAR_UNCLEAR = Kind(
    "E79",
    "the year of “{value}” is not plain: the page does not say when the discussion was, or it went "
    "on for more than a year",
    "type the comment off into a table, with its day",
)

NO_DRAFT_THERE = Saying("it is no page of a draft on the portal “Open legal acts”")
BREAKS_OFF = Saying("it breaks off here, and the words may not be whole")
NO_NUMBER = Saying("the comment has no number, and nothing tells it from others")
NO_CLAUSE_TOLD = Saying("neither the link on the portal nor the words tell one")
SAVED_APART = Saying("the pages were probably saved at different times")


def of_page(place: Place, reason: Saying) -> Problem:
    """Return why a page, or a comment on it, cannot be taken."""
    return at(PORTAL_PAGE, place, reason=reason)


def tab_unknown(count: int) -> Saying:
    """Say that a page does not tell whose comments it shows."""
    words = "it does not tell which tab of the comments it shows (comments: {count})"
    return Saying(words, {"count": count})


def other_draft(other: str, draft: str) -> Saying:
    """Say that a page is of another draft than the first one."""
    words = "it is of another draft of the portal ({other}) than the first one ({draft})"
    return Saying(words, {"other": other or "?", "draft": draft or "?"})


def begin_so(label: str, clauses: object) -> Saying:
    """Say that several clauses begin as the part at which a comment stands."""
    words = "the comment stands at “{label}”, and several begin so: {clauses}"
    return Saying(words, {"label": label, "clauses": clauses})


def named_several(clauses: object) -> Saying:
    """Say that the words of a comment name several clauses."""
    return Saying("the words name several: {clauses}", {"clauses": clauses})


def no_clause_of_many(count: int) -> Saying:
    """Say that nothing tells the clause of many comments, and that one answer is for all."""
    words = (
        "neither the links nor the words of {count} comments tell one; the answer holds for all of "
        "them that have no answer of their own"
    )
    return Saying(words, {"count": count})


def lacking(missing: object) -> Saying:
    """Say what of a discussion was not given."""
    return Saying("missing: {missing}", {"missing": missing})


def body_likely(name: str, body: object) -> Saying:
    """Ask whether an account is a body's, and its name may be published."""
    words = "the account “{name}” may be a body ({body}), and its name may be published"
    return Saying(words, {"name": name, "body": body})


def wording_likely(wording: str) -> Saying:
    """Ask whether quoted words are the wording that an author asks for."""
    return Saying("the author asks for the wording “{words}”", {"words": wording})


ALL = kinds_in(globals())
"""The kinds of this part, in the order of the codes."""
