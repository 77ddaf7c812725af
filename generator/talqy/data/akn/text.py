"""One text of a standard in one language as a file of Akoma Ntoso 3.0."""

from collections.abc import Iterator, Sequence

from talqy.data.akn.clauses import Clauses
from talqy.data.akn.identification import identification
from talqy.data.akn.law_text import LawText
from talqy.data.akn.lifecycle import IN_FORCE, Lifecycle, period_of
from talqy.data.akn.modifications import Analysis
from talqy.data.akn.names import SUBTYPE, has_words
from talqy.data.akn.passages import MIXED
from talqy.data.akn.places import PlacedClause
from talqy.data.akn.references import references
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.xml_tree import Element, element, xml_file

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def texts_for_law(of: Sequence[Edition], record: Record) -> Iterator[tuple[str, bytes]]:
    """Write the texts of a standard, each in the languages in which it has words."""
    for text in record.revisions:
        path = addresses.akoma_ntoso(record.id, text.revision)
        yield from ((f"{code}/{path}", made) for code, made in text_for_law(of, record, text))


def text_for_law(
    of: Sequence[Edition], record: Record, text: Revision
) -> Iterator[tuple[str, bytes]]:
    """Write a text in each of some languages in which it has words; yield the language first."""
    for edition in of:
        if has_words(text, edition.code):
            yield edition.code, akoma_ntoso(edition, record, text)


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
    said, language = of.said(of.record.standard.title)
    title = element("p", {"xml:lang": language}, element("docTitle", None, said))
    titled = element("longTitle", None, title)
    return element("preface", {"xml:lang": of.language}, titled)
