"""What a file says it is: the work, the text of it in a language, and the file itself (FRBR)."""

from talqy.data.akn.law_text import LawText
from talqy.data.akn.names import COUNTRY, FORMAT, MAIN, SUBTYPE, part_of, three_letters
from talqy.model import addresses
from talqy.office.xml_tree import Element, element


def identification(of: LawText, part: str = MAIN) -> Element:
    """Return the identification of the main text, or of an annex by the id of its clause.

    No text of the site is the authoritative one: that of an act is kept by the state.
    """
    return element(
        "identification", {"source": of.author}, _work(of, part), _text(of, part), _file(of, part)
    )


def _work(of: LawText, part: str) -> Element:
    standard = of.record.standard
    return element(
        "FRBRWork",
        None,
        *_called(of.name.work, part),
        _date(of.record.revisions[0].dated.isoformat(), "generation"),
        _author(of),
        _value("FRBRcountry", COUNTRY),
        _value("FRBRsubtype", SUBTYPE),
        _value("FRBRnumber", of.record.id),
        _value("FRBRnumber", standard.code) if standard.code else None,
        *(_value("FRBRname", title) for title in standard.title.values()),
        _value("FRBRprescriptive", "true"),
    )


def _text(of: LawText, part: str) -> Element:
    name, adopted = of.name, of.text.adopted
    was = name.as_bill.expression(of.language)
    return element(
        "FRBRExpression",
        None,
        *_called(name.expression(of.language), part),
        _alias("draft", was) if adopted else None,
        _alias("web", of.page),
        _date(of.text.dated.isoformat(), "dated"),
        _date(adopted.on.isoformat(), "adopted") if adopted else None,
        _date(adopted.in_force.isoformat(), "in-force") if adopted else None,
        _author(of),
        _value("FRBRversionNumber", str(of.text.revision)),
        _value("FRBRauthoritative", "false"),
        element("FRBRlanguage", {"language": three_letters(of.language)}),
    )


def _file(of: LawText, part: str) -> Element:
    told_on = of.edition.assessment.today.isoformat()
    return element(
        "FRBRManifestation",
        None,
        *_called(of.name.file(of.language), part),
        _alias("web", of.web(addresses.akoma_ntoso(of.record.id, of.text.revision))),
        _date(told_on, "told"),
        _author(of),
        _value("FRBRformat", FORMAT),
    )


def _called(name: str, part: str) -> tuple[Element, Element]:
    return _value("FRBRthis", part_of(name, part)), _value("FRBRuri", name)


def _value(name: str, value: str) -> Element:
    return element(name, {"value": value})


def _alias(name: str, value: str) -> Element:
    return element("FRBRalias", {"value": value, "name": name})


def _date(day: str, name: str) -> Element:
    return element("FRBRdate", {"date": day, "name": name})


def _author(of: LawText) -> Element:
    return element("FRBRauthor", {"href": of.author})
