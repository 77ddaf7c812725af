"""One text of a standard in one language as a file of Akoma Ntoso 3.0."""

from collections.abc import Iterator, Mapping, Sequence

from talqy.compare.tokens import normal
from talqy.data.akn.clauses import Clauses
from talqy.data.akn.identification import identification
from talqy.data.akn.law_text import LawText
from talqy.data.akn.lifecycle import IN_FORCE, Lifecycle, period_of
from talqy.data.akn.modifications import Analysis
from talqy.data.akn.names import SUBTYPE
from talqy.data.akn.passages import MIXED
from talqy.data.akn.places import PlacedClause
from talqy.data.akn.references import references
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.office.xml_tree import Element, element, xml_file

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def is_said(text: Revision, language: str) -> bool:
    """Return whether a text has words in a language: without any there is no file of it."""
    return any(normal(said.get(language, "")) for clause in text.walk() for said in _said(clause))


def _said(clause: Clause) -> Iterator[Mapping[str, str]]:
    yield from (said for said in (clause.heading, clause.text) if said)
    for row in (clause.table.head, *clause.table.rows) if clause.table else ():
        yield from (cell for cell in row if not isinstance(cell, str))


def texts_for_law(of: Sequence[Edition], record: Record) -> Iterator[tuple[str, bytes]]:
    """Write the texts of a standard, each in the languages in which it has words."""
    for text in record.revisions:
        for edition in of:
            if is_said(text, edition.code):
                path = addresses.akoma_ntoso(record.id, text.revision)
                yield f"{edition.code}/{path}", akoma_ntoso(edition, record, text)


def akoma_ntoso(edition: Edition, record: Record, text: Revision) -> bytes:
    """Write a text in the language of an edition."""
    of = LawText(edition, record, text)
    lived, analysis = Lifecycle.of(of), Analysis.made(of)
    locale = edition.locale
    clauses = Clauses(
        text, of.places(text), of.first_eids, locale, of.words, edition.register.project.acts
    )
    period = f"#{period_of(IN_FORCE)}" if IN_FORCE in lived.periods else ""
    document = element(
        of.name.kind,
        {"name": SUBTYPE, "contains": "singleVersion" if text.base else "originalVersion"},
        _meta(of, lived, analysis),
        _preface(of),
        clauses.body(period),
        clauses.attachments(lambda place: _meta_of_annex(of, place)),
    )
    return xml_file(element("akomaNtoso", None, document), NAMESPACE, MIXED)


def _meta(of: LawText, lived: Lifecycle, analysis: Analysis | None) -> Element:
    return element(
        "meta",
        None,
        identification(of),
        lived.lifecycle(of.author),
        analysis.analysis(lived.periods) if analysis else None,
        lived.temporal_data(of.author),
        references(of, lived, analysis),
    )


def _meta_of_annex(of: LawText, place: PlacedClause) -> Element:
    return element("meta", None, identification(of, place.clause.id))


def _preface(of: LawText) -> Element:
    title = element("docTitle", None, of.edition.title(of.record))
    titled = element("longTitle", None, element("p", None, title))
    return element("preface", {"xml:lang": of.language}, titled)
