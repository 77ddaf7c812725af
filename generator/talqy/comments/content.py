"""Checks 8, 17, 18 and 21: what a text gives away, what was lost of it, how it wants to be seen.

What it would do to a program is in `program_signs.py`.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from talqy.comments import kinds
from talqy.comments.links import LINK
from talqy.comments.lost_letters import destroyed, mixed_alphabets
from talqy.comments.name_shape import holds_contact
from talqy.comments.patterns import late
from talqy.comments.personal import Personal, PersonalData, found_in, numbers_in
from talqy.model.problem import Path, Problem

_PERSONAL = {
    Personal.IIN: kinds.IIN,
    Personal.CLAIMED_IIN: kinds.CLAIMED_IIN,
    Personal.BIN: kinds.BIN,
    Personal.PHONE: kinds.PHONE,
    Personal.LANDLINE: kinds.LANDLINE,
    Personal.EMAIL: kinds.EMAIL,
    Personal.HANDLE: kinds.HANDLE,
    Personal.CARD: kinds.CARD,
    Personal.ACCOUNT: kinds.ACCOUNT,
    Personal.DOCUMENT: kinds.DOCUMENT,
    Personal.PLATE: kinds.PLATE,
    Personal.ADDRESS: kinds.ADDRESS,
    Personal.ABOUT: kinds.ABOUT_PERSON,
}
_CONTACTS = frozenset({Personal.PHONE, Personal.LANDLINE, Personal.EMAIL, Personal.HANDLE})
# What nobody may publish of a person, the authority neither.
_NEVER_PUBLIC = frozenset({Personal.IIN, Personal.CLAIMED_IIN, Personal.CARD})
_OF_IIN = frozenset({Personal.IIN, Personal.CLAIMED_IIN})
OTHER_THAN_IIN = tuple(_PERSONAL[kind] for kind in Personal if kind not in _OF_IIN)
LETTERS = (kinds.LOST_LETTERS, kinds.MIXED_LETTERS)
HABITS = (kinds.SHOUTING, kinds.REPEATED)
"""The kinds of problems that are found here, by what is looked at."""
_GOES_ON = frozenset({Personal.IIN, Personal.CLAIMED_IIN, Personal.CARD, Personal.PHONE})
_NEAR_END = 200  # letters of a text and of its proposal that are read as one
_NAME: Path = ("author", "name")

_SENTENCE = late(r"[^.!?\n]{20,}")
_SAME_SIGN = late(r"([^\W\d_])\1{9}|([!?])\2{9}")


def personal(path: str, where: Path, text: str, public: Collection[str]) -> Iterator[Problem]:
    """Find personal data in one text; what the authority itself has published is none."""
    private = {o.kind: o.start for o in reversed(found_in(text)) if not _is_public(o, public)}
    for kind in sorted(private, key=private.__getitem__):
        is_contact = where == _NAME and kind in _CONTACTS
        # In a whole file the line is told, in a text of it the field.
        position = (0, 0) if where else (text.count("\n", 0, private[kind]) + 1, 1)
        found = kinds.CONTACT_IN_NAME if is_contact else _PERSONAL[kind]
        yield found.at(path, where, position=position)
    is_told = not _CONTACTS.isdisjoint(private)
    if where == _NAME and not is_told and (LINK.search(text) or holds_contact(text)):
        yield kinds.CONTACT_IN_NAME.at(path, where)


def iin(path: str, where: Path, text: str) -> Iterator[Problem]:
    """Find numbers of persons in one text, where nothing else that is personal is said."""
    starts = {one.kind: one.start for one in reversed(numbers_in(text)) if one.kind in _OF_IIN}
    for kind in sorted(starts, key=starts.__getitem__):
        yield _PERSONAL[kind].at(path, where)


def personal_across(path: str, text: str, proposal: str) -> Iterator[Problem]:
    """Find a number of a person that begins at the end of a text and goes on in the proposal."""
    said, more = text.rstrip()[-_NEAR_END:], proposal.lstrip()[:_NEAR_END]
    for one in numbers_in(f"{said} {more}") if said and more else ():
        if one.kind in _GOES_ON and one.start < len(said) < one.end:
            yield _PERSONAL[one.kind].at(path, ("proposal",))


def _is_public(data: PersonalData, public: Collection[str]) -> bool:
    """Return whether the authority has published it, or an address of its own host."""
    known = {data.key}
    if data.kind is Personal.EMAIL:
        known.add("@" + data.key.rpartition("@")[2])
    return data.kind not in _NEVER_PUBLIC and not known.isdisjoint(public)


def letters(path: str, where: Path, text: str) -> Iterator[Problem]:
    """Find letters that were destroyed on the way, and words of two alphabets."""
    if destroyed(text):
        yield kinds.LOST_LETTERS.at(path, where)
    elif where != _NAME and mixed_alphabets(text):
        yield kinds.MIXED_LETTERS.at(path, where)


def habits(path: str, where: Path, text: str) -> Iterator[Problem]:
    """Find what people do who want to be seen."""
    letters, capitals = sum(map(str.isalpha, text)), sum(map(str.isupper, text))
    if letters >= 40 and capitals > 0.7 * letters:
        yield kinds.SHOUTING.at(path, where)
    sentences = Counter(
        " ".join(sentence.casefold().split()) for sentence in _SENTENCE.findall(text)
    )
    if any(count > 2 for count in sentences.values()) or _SAME_SIGN.search(text):
        yield kinds.REPEATED.at(path, where)
