"""Checks 18 and 22, of the shape of a name: no contacts, no office, no signs that names have not.

A name has letters of any script, their marks, hyphens, apostrophes, points of initials, brackets,
quotation marks and a few figures («Жители дома № 5», «ТОО «Ромашка-2»»). A firm has offices of its
own; who writes as a person has a name, or none.
"""

import unicodedata
from collections.abc import Iterator

from talqy.comments import kinds
from talqy.comments.number_words import number_words
from talqy.comments.offices import is_machine, is_office
from talqy.comments.patterns import late, pattern_of, without_own_letters
from talqy.comments.personal import Personal, found_in
from talqy.model.comment import Author, AuthorKind
from talqy.model.problem import Path, Problem

_NAME: Path = ("author", "name")
_PEOPLE = (AuthorKind.INDIVIDUAL, AuthorKind.ENTREPRENEUR)

# --- contacts ------------------------------------------------------------------------------------

_HOST = (
    r"(?<![\w.])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:kz|ru|com|net|org|info|me|io|қаз|рф|su|biz"
    r"|uz)"
    r"(?![\w.]*\w)"
)
_CONTACT = pattern_of(
    rf"@|\b(?:сайт|site)\W{{1,3}}{_HOST}|\bточка (?:кз|ру|ком|kz|ru|com)\b|\b(?:собака"
    rf"|sobaka)\b.{{1,60}}\b(?:точка|tochka|нүкте)\b"
    r"|\bat\b.{1,60}\bdot\b|\(a\)\w+\.\w|\b(?:тел|моб)\.?\s*:|\bwww\b"
)
_QUOTED = late(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_OF_PERSON = pattern_of(
    rf"{_HOST}|\bмой номер|\bнөмірім\b|\b(?:ватсап|вотсап|вацап|whats\s?app|telegram"
    rf"|телеграм(?:м)?|телега|инстаграм(?:м)?|инста"
    r"|viber"
    r"|instagram|tiktok|тикток|вайбер|тел|моб|телефон|ұялы|факс|e-?mail|почта|сайт|иин|жсн|iin"
    r"|звоните|пишите|хабарласыңыз|жазыңыз)\b|\bг\.?\s?р\b"
)
_MOST_DIGITS, _DIGITS_IN_A_ROW = 4, late(r"\d{4}")
_LEAST_NUMERALS = 3


def holds_contact(name: str) -> bool:
    """Return whether a name leads to somebody, whoever bears it; «Kolesa.kz» in marks is a name."""
    plain = without_own_letters(unicodedata.normalize("NFKC", name))
    return bool(_CONTACT.search(_QUOTED.sub(" ", plain))) or _is_dictated(name)


def _is_dictated(name: str) -> bool:
    said = sum(len(name[one.start : one.end].split()) for one in number_words(name))
    return said >= _LEAST_NUMERALS


def _is_numbered(name: str) -> bool:
    """Return whether a person's name holds a number that is none of a house or a class."""
    plain = without_own_letters(name)
    digits = sum(map(str.isdecimal, name))
    is_long = digits > _MOST_DIGITS or _DIGITS_IN_A_ROW.search(name)
    return bool(is_long or _OF_PERSON.search(_QUOTED.sub(" ", plain)))


# --- signs ---------------------------------------------------------------------------------------

_LETTERS = ("L", "M", "N", "Z", "C")
_SIGNS = frozenset("'’ʻʼ‘`´\"«»“”„‟‹›()-‐‑‒–—.,&/+№!?:…·•・°™®")


def _has_odd_signs(name: str) -> bool:
    return any(
        sign not in _SIGNS and not unicodedata.category(sign).startswith(_LETTERS) for sign in name
    )


def shape_of_name(path: str, author: Author) -> Iterator[Problem]:
    """Look whether what stands in the place of a name can be one."""
    name = author.name or ""
    is_of_person = author.kind in _PEOPLE
    if holds_contact(name) or any(one.kind is not Personal.ABOUT for one in found_in(name)):
        return  # said with other personal data (`content.personal`)
    if author.kind is AuthorKind.INDIVIDUAL and _is_numbered(name):
        yield kinds.CONTACT_IN_NAME.at(path, _NAME)
    elif _has_odd_signs(name):
        yield kinds.ODD_NAME.at(path, _NAME)
    elif is_of_person and (is_office(name) or is_machine(name)):
        yield kinds.OFFICE_AS_NAME.at(path, _NAME)
