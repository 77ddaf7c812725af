"""Check 22: a name that is an authority's, or is made to look like one.

Letters that look alike are folded to the same letter, so that “Министерcтво” with a Latin letter is
still a ministry.
"""

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import fuzz

from talqy.comments import comment_words as words
from talqy.comments.content import mixed_scripts
from talqy.comments.verdict import Finding
from talqy.model.comment import Author, AuthorKind
from talqy.model.problem import Path
from talqy.model.project import Project

# Latin letters, Greek ones and digits, and the Cyrillic letters that they look like.
LOOKS_LIKE = str.maketrans(
    "abcehikmnoprtuxy" + "αβεηικνορτυχ" + "0346",
    "авсенікмпоргтиху" + "авенікворгих" + "озчб",
)
_NO_LETTER = re.compile(r"[\W\d_]+")
# Parts of names that nobody bears who is no authority: in kk, ru and en, folded below.
_RESERVED = (
    *("министерств", "министрліг", "минюст", "правительств", "үкімет", "прокуратур", "акимат"),
    *("әкімдіг", "администратор", "әкімші", "модератор", "ministry", "administrator", "government"),
)
_NEAR = 90.0
_LEAST = 6
_NAME: Path = ("author", "name")


def folded_name(name: str) -> str:
    """Fold a name so that what looks the same is the same."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Mn"))
    return _NO_LETTER.sub("", bare.translate(LOOKS_LIKE))


def impersonation(path: str, author: Author, project: Project) -> Iterator[Finding]:
    """Look at the name that an author gives."""
    if not author.name:
        return
    name = folded_name(author.name)
    is_mixed = mixed_scripts(author.name)
    is_known = any(_is_like(name, known) for known in official_names(project))
    is_official = is_known or any(folded_name(part) in name for part in _RESERVED)
    if is_official and is_mixed:
        yield words.OFFICIAL_NAME.at(path, _NAME)
    elif is_mixed:
        yield words.MIXED_NAME.at(path, _NAME)
    elif author.kind is AuthorKind.STATE_BODY:
        yield from (words.STATE_BODY.at(path, _NAME) for _ in range(is_known))
    elif is_known or (is_official and author.kind is not AuthorKind.LEGAL_ENTITY):
        yield words.OFFICIAL_NAME.at(path, _NAME)
    elif is_official:
        yield words.OFFICIAL_WORD.at(path, _NAME)


def official_names(project: Project) -> Iterator[str]:
    """Yield the names of all authorities of a project, folded."""
    for authority in project.authorities.values():
        for spoken in (authority.name, authority.short or {}):
            yield from map(folded_name, spoken.values())


def _is_like(name: str, known: str) -> bool:
    if len(known) < _LEAST:  # “МВД” stands in many a name
        return name == known
    return known in name or fuzz.ratio(name, known) >= _NEAR
