"""How a revision, an author and an outcome are said; clauses are in `clause_sayings.py`.

One way for pages, comparison tables, workbooks, reports and terminals: what they show may differ in
look, never in words.
"""

from collections.abc import Iterable
from datetime import date

from talqy.errors import Listed, Named, Saying
from talqy.language.locale import Locale
from talqy.model.codes import CodeLists
from talqy.model.comment import PERSONS, Author, Comment, Response
from talqy.model.register import Assessment, Record
from talqy.model.revision import Revision
from talqy.record.counts import Fate, Unanswered, became_of

# --- revisions -----------------------------------------------------------------------------


def revision_name(locale: Locale, revision: Revision) -> str:
    """Return the name of a text where it stands alone: “Revision 2 of 30 October 2026”."""
    return locale.words(
        "Revision {n} of {day}", n=revision.revision, day=locale.day(revision.dated)
    )


def revision_number(locale: Locale, number: int) -> str:
    """Return the short name of a text, inside of a line: “revision 2”."""
    return locale.words("revision {n}", n=number)


def revision_title(locale: Locale, number: int) -> str:
    """Return the short name of a text as a title: “Revision 2”."""
    return locale.words("Revision {n}", n=number)


def code_of(locale: Locale, head: str) -> str:
    """Return the head of the column of codes that stands beside one of names."""
    return f"{head}: {locale.words('code')}"


# --- in problems, whose reader is not known yet ---------------------------------------------

_IN_LANGUAGE = {
    "kk": Saying("in Kazakh"),
    "ru": Saying("in Russian"),
    "en": Saying("in English"),
}


def spoken_codes(codes: CodeLists, name: str, known: Iterable[str] | None = None) -> Listed:
    """Return the official names of a list of codes, or of those of its codes that are known."""
    named = codes.codes(name) if known is None else known
    return Listed(tuple(Named(codes.named(name, code)) for code in named), ", ")


def spoken_day(day: date) -> Named:
    """Return a day as people write it, in figures."""
    written = day.strftime("%d.%m.%Y")
    return Named({"en": day.isoformat(), "kk": written, "ru": written})


def in_language(code: str) -> Saying:
    """Return in which language something is written, as words of a sentence."""
    return _IN_LANGUAGE.get(code) or Saying("in the language “{code}”", {"code": code})


# --- people and outcomes -------------------------------------------------------------------


def kind_name(locale: Locale, kind: str) -> str:
    """Return the official name of a kind of author."""
    return locale.coded("author-kind", kind)


def author_kind(locale: Locale, author: Author) -> str:
    """Return who somebody is, without a name: “individual, foreign or stateless”."""
    kind = kind_name(locale, author.kind)
    if not author.foreign:
        return kind
    if author.kind in PERSONS:
        return locale.words("{author}, foreign or stateless", author=kind)
    return locale.words("{author}, a foreign organisation", author=kind)


def author_lines(locale: Locale, author: Author) -> tuple[str, ...]:
    """Return the lines of a cell that name an author: who it is, and the name if one is given."""
    kind = author_kind(locale, author)
    return (kind, author.name) if author.name else (kind,)


def voice_lines(locale: Locale, comment: Comment) -> tuple[str, ...]:
    """Return these lines, and the body of experts whose voice it is, where it is one's."""
    lines = author_lines(locale, comment.author)
    return (*lines, locale.coded("comment-group", comment.group)) if comment.group else lines


def outcome_name(locale: Locale, outcome: Fate) -> str:
    """Return the official name of what was decided; without an outcome, why there is none."""
    if outcome is None:
        return locale.words("Awaiting an answer")
    if outcome is Unanswered.DRAFT_WITHDRAWN:
        return locale.words("Not answered: the draft was withdrawn")
    return locale.coded("outcome", outcome)


def retold_in(locale: Locale, comment: Comment, response: Response | None) -> str:
    """Return a comment in short, by the authority; nothing where its own words can be read."""
    is_own = comment.language == locale.code
    return response.retold.get(locale.code, "") if response and not is_own else ""


def retold_label(locale: Locale) -> str:
    """Return the name of a comment in short, which says whose words it is in."""
    return locale.words("In short, in the words of the authority")


def outcome_of(locale: Locale, record: Record, comment: Comment, assessment: Assessment) -> str:
    """Return what became of a comment; while nothing was decided, that an answer is awaited."""
    return outcome_name(locale, became_of(record, comment, assessment))
