"""Words that were taken out of a comment, and where else they stand in what is public.

An official retells a comment in its answer, in its line in short, in the reason of a change, and
others write the same: a name that is to go goes from none of these by itself. Words are found in
other cases, too, as far as their beginnings are the same.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from talqy.comments.redaction import GAP, REDACTED_TEXTS
from talqy.model import paths
from talqy.model.comment import Comment, Response
from talqy.model.problem import Path
from talqy.model.register import Record, Register
from talqy.model.revision import Clause, Revision
from talqy.project.validate import shaped
from talqy.project.write import Replace
from talqy.project.yaml_read import parse

MOST_PLACES = 50
_WORD = re.compile(r"\w+")
_PARTS_APART = re.compile(r"[.!?…]\s*\Z")
_FEW_WORDS = 3
_TELLING = 4
_ENDING = 6
_LONG_NUMBER = 5
_GIVES_WAY = frozenset("аәеёиіоөуұүыэюяйь")
_TEXTS = ("explanation", "gist", "grounds", "aims", "consequences")


@dataclass(frozen=True, slots=True)
class SaidPlace:
    """A place in a file where words stand."""

    file: str
    path: Path


def words_gone(was: Comment, now: Comment) -> list[str]:
    """Return the words that a comment had before a redaction, and has not now: place by place."""
    found = list[str]()
    for old, new in _pairs(was, now):
        found += _cut(old, new)
    return list(dict.fromkeys(piece for piece in found if _WORD.search(piece)))


def _pairs(was: Comment, now: Comment) -> Iterator[tuple[str, str]]:
    for key in REDACTED_TEXTS:
        yield getattr(was, key) or "", getattr(now, key) or ""
    names = [one.name for one in now.attachments]
    for at, one in enumerate(was.attachments):
        yield one.name, names[at] if at < len(names) else ""
    yield was.author.name or "", now.author.name or ""


def _cut(old: str, new: str) -> Iterator[str]:
    """Yield what stood where there are gaps now; all of it where nothing is left."""
    if old == new:
        return
    first, *others = new.split(GAP)
    if not others or not old.startswith(first):
        yield from _missing(old, new)
        return
    at = len(first)
    for number, piece in enumerate(others, 1):
        is_last = number == len(others)
        end = len(old) - len(piece) if is_last else old.find(piece, at + 1)
        if end < at or not old.endswith(others[-1]):
            yield from _missing(old, new)
            return
        yield old[at:end]
        at = end + len(piece)


def _missing(old: str, new: str) -> Iterator[str]:
    """Yield the words that are not there any more, where gaps do not tell."""
    kept, had = (_WORD.findall(one) for one in (new, old))
    for tag, start, end, _, _ in SequenceMatcher(None, had, kept, autojunk=False).get_opcodes():
        if tag in {"delete", "replace"}:
            yield " ".join(had[start:end])


def places_after(
    register: Register, record: Record, comment: Comment, plan: Replace
) -> list[SaidPlace]:
    """Return where words stand still that a redaction takes out of a comment; see `places_said`."""
    now = _read(register, plan.path, plan.text.encode())
    if now is None:
        return []
    comments = tuple(now if one is comment else one for one in record.comments)
    after = replace(record, comments=comments)
    records = tuple(after if one is record else one for one in register.records)
    return places_said(replace(register, records=records), after, now, words_gone(comment, now))


def _read(register: Register, file: str, data: bytes) -> Comment | None:
    known = {"languages": register.project.languages, "codes": register.codes.lists}
    return shaped(Comment, parse(data, file).tree, file, known)[0]


def given_words_gone(register: Register, comment: Comment, given: bytes) -> list[str]:
    """Return the words that a comment has no more; `given` is its file as it came."""
    was = _read(register, comment.path.file, given)
    return words_gone(was, comment) if was else []


def places_said(
    register: Register,
    record: Record,
    comment: Comment,
    gone: Sequence[str],
    files: Collection[str] | None = None,
) -> list[SaidPlace]:
    """Return where words stand that were taken out of a comment; of very many the first ones.

    `files`: only these are looked at, of that record.
    In the comment, its answer and the answers to those that repeat it a name alone tells, too;
    elsewhere all the words of a place must stand together.
    """
    told = [piece for piece in gone if _is_telling(piece)]
    whole = _pattern(told)
    near = _pattern((*told, *(part for piece in gone for part in _parts(piece))))
    names = _of_the_same(record, comment)
    found = list[SaidPlace]()
    for known in register.records if files is None else [record]:
        for place, words in _public(known):
            if files is not None and place.file not in files:
                continue
            of = paths.CommentPath.parse(place.file)
            is_near = known is record and of is not None and of.id in names
            pattern = near if is_near else whole
            if pattern and pattern.search(_plain(words)):
                found.append(place)
    own = {comment.path.file, comment.path.response_file}
    return sorted(found, key=lambda one: one.file not in own)[:MOST_PLACES]


def _of_the_same(record: Record, comment: Comment) -> frozenset[str]:
    """Return the comment, and those that an answer calls its repetition or its original."""
    given = record.responses or {}
    repeats = {name for name, one in given.items() if one.duplicate_of == comment.id}
    own = given.get(comment.id)
    original = own.duplicate_of if own else None
    return frozenset({comment.id, *repeats, *([original] if original else [])})


# --- what is public ------------------------------------------------------------------------------


def _public(record: Record) -> Iterator[tuple[SaidPlace, str]]:
    for comment in record.comments:
        if not record.is_withdrawn(comment.id):
            yield from _of_comment(comment)
        if response := record.response_to(comment.id):
            yield from _of_response(comment.path.response_file, response)
    for text in record.revisions:
        yield from _of_text(paths.revision_file(record.id, text.revision), text)


def _of_comment(comment: Comment) -> Iterator[tuple[SaidPlace, str]]:
    file = comment.path.file
    for key in REDACTED_TEXTS:
        if words := getattr(comment, key):
            yield SaidPlace(file, (key,)), words
    for at, one in enumerate(comment.attachments):
        yield SaidPlace(file, ("attachments", at, "name")), one.name
    if comment.author.name:
        yield SaidPlace(file, ("author", "name")), comment.author.name
    if comment.redacted:
        yield from _in_languages(file, ("redacted", "reason"), comment.redacted.reason)


def _of_response(file: str, response: Response) -> Iterator[tuple[SaidPlace, str]]:
    yield from _in_languages(file, ("reason",), response.reason)
    yield from _in_languages(file, ("gist",), response.retold)


def _of_text(file: str, text: Revision) -> Iterator[tuple[SaidPlace, str]]:
    for at, one in enumerate(text.amendments):
        yield from _in_languages(file, ("amendments", at, "reason"), one.reason)
    for key in _TEXTS:
        yield from _in_languages(file, (key,), getattr(text, key) or {})
    yield from _notes(file, text.clauses, ("clauses",))


def _notes(file: str, clauses: Sequence[Clause], path: Path) -> Iterator[tuple[SaidPlace, str]]:
    for at, one in enumerate(clauses):
        yield from _in_languages(file, (*path, at, "note"), one.note or {})
        yield from _notes(file, one.clauses, (*path, at, "clauses"))


def _in_languages(
    file: str, path: Path, said: Mapping[str, str]
) -> Iterator[tuple[SaidPlace, str]]:
    for code, words in said.items():
        yield SaidPlace(file, (*path, code)), words


# --- the words -----------------------------------------------------------------------------------


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words).casefold()


def _is_telling(piece: str) -> bool:
    return sum(map(len, _WORD.findall(piece))) >= _TELLING


def _parts(piece: str) -> Iterator[str]:
    """Yield the names and numbers in words: what begins large, but for the first in a sentence."""
    words = list(_WORD.finditer(piece))
    for at, one in enumerate(words):
        word = one[0]
        begins = at == 0 or _PARTS_APART.search(piece[: one.start()])
        is_name = word[0].isupper() and word.isalpha() and len(word) >= _TELLING
        if (is_name and (len(words) <= _FEW_WORDS or not begins)) or (
            word.isdigit() and len(word) >= _LONG_NUMBER
        ):
            yield word


def _pattern(pieces: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of some pieces, each as words that stand together."""
    told = {_in_any_case(_WORD.findall(_plain(piece))) for piece in pieces}
    told.discard("")
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(told))})(?!\w)") if told else None


def _in_any_case(words: Sequence[str]) -> str:
    """Return what finds words beside each other, whatever their endings and what parts them."""
    are_numbers = all(map(str.isdigit, words))
    return (r"[\W_]*" if are_numbers else r"\W+").join(map(_one_word, words))


def _one_word(word: str) -> str:
    """Return what finds a word with any ending: a last vowel gives way to one, too."""
    if not word.isalpha() or len(word) < _TELLING:
        return re.escape(word)
    stem = word[:-1] if word[-1] in _GIVES_WAY else word
    return rf"{re.escape(stem)}\w{{0,{_ENDING}}}"
