"""What a file refers to by ids: other texts, the authority, events, reasons and comments."""

from collections.abc import Iterator

from talqy.data.akn.law_text import BASE, DRAFT, NEXT, ORIGINAL, LawText
from talqy.data.akn.lifecycle import DISCUSSION, IN_FORCE, Lifecycle
from talqy.data.akn.modifications import Analysis
from talqy.data.akn.names import COUNTRY
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.revision import Revision
from talqy.office.xml_tree import Element, element

_ONTOLOGY = "/akn/ontology"


def references(of: LawText, lived: Lifecycle, analysis: Analysis | None) -> Element:
    """Return all that the metadata of a text refers to."""
    return element(
        "references",
        {"source": of.author},
        *_texts(of, lived, analysis),
        *_act(of),
        _authority(of),
        *_concepts(of, lived),
        *(_causes(of, analysis) if analysis else ()),
    )


def _texts(of: LawText, lived: Lifecycle, analysis: Analysis | None) -> Iterator[Element]:
    """Yield the texts that this one comes from, and the one that took its place."""
    yield _reference(ORIGINAL, "original", of.named(_original(of)), _called(of, _original(of)))
    if of.text.adopted and of.text.base:
        draft = of.name.as_bill.expression(of.language)
        yield _reference(DRAFT, "passiveRef", draft, _called(of, of.text))
    if analysis:
        kind = "passiveRef" if of.text.adopted else "activeRef"
        yield _reference(BASE, kind, of.named(analysis.base), _called(of, analysis.base))
    if after := lived.ended_by:
        yield _reference(NEXT, "passiveRef", of.named(after), _called(of, after))


def _original(of: LawText) -> Revision:
    """Return the first text of the work: a draft is a work of its own."""
    adopted = [one for one in of.record.revisions if one.adopted]
    return adopted[0] if of.text.adopted else of.text


def _act(of: LawText) -> Iterator[Element]:
    """Yield the act that adopted the text, by its name: of its own address nothing is known."""
    if of.text.adopted:
        at = addresses.in_force_anchor(of.text.revision)
        href = f"{of.web(addresses.in_force(of.record.id))}#{at}"
        act, language = of.said(of.text.adopted.act)
        attributes = {"eId": "act", "name": "act", "href": href, "showAs": act}
        yield element("TLCReference", attributes | {"xml:lang": language})


def _authority(of: LawText) -> Element:
    authority = of.record.standard.authority
    known = of.edition.register.project.authorities.get(authority)
    name, language = of.said(known.name) if known else (authority, "")
    href = f"{_ONTOLOGY}/organization/{COUNTRY}/{authority}"
    return _reference(f"org_{authority}", "TLCOrganization", href, name, language)


def _concepts(of: LawText, lived: Lifecycle) -> Iterator[Element]:
    words = of.edition.locale.words
    for kind, said in {one.kind: one.words for one in lived.events}.items():
        yield _reference(f"event_{kind}", "TLCEvent", f"{_ONTOLOGY}/event/{COUNTRY}/{kind}", said)
    named = {DISCUSSION: words("Discussion"), IN_FORCE: words("In force")}
    for name in lived.periods:
        href = f"{_ONTOLOGY}/concept/{COUNTRY}/{name}"
        yield _reference(f"concept_{name}", "TLCConcept", href, named[name])


def _causes(of: LawText, analysis: Analysis) -> Iterator[Element]:
    """Yield the reasons of changes, and the comments that led to them."""
    numbers = (analysis.base.revision, of.text.revision)
    compared = of.web(addresses.compare(of.record.id, *numbers))
    for eid, amendment in analysis.amendments.items():
        reason, language = of.said(amendment.reason)
        yield _reference(eid, "TLCConcept", compared, reason, language)
    for name in analysis.comments:
        attributes = {
            "eId": f"comment_{name}",
            "name": "comment",
            "href": of.web(of.edition.path_of_comment(of.record, name)),
            "showAs": of.record.comment_name(name),
        }
        yield element("TLCReference", attributes)


def _called(of: LawText, text: Revision) -> str:
    return revision_name(of.edition.locale, text)


def _reference(eid: str, kind: str, href: str, said: str, language: str = "") -> Element:
    """Return a reference; `language` is that of its words where it is not that of the file."""
    return element(kind, {"eId": eid, "href": href, "showAs": said, "xml:lang": language})
