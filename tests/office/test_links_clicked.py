"""A link in an attached Word file is named by what a reader clicks, and by nothing else."""

import pytest

from attached_files import with_parts
from talqy.office.attached_form import AttachedForm, NotTaken, attached_form
from word_files import a_word

LEADS_OUT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/hyperlink" Target="http://evil.example/x.png" TargetMode="External"/>'
    b"</Relationships>"
)


def with_link(body: str, file: str = "document") -> bytes:
    """Return a letter one part of which may name a link that leads out."""
    return with_parts(a_word(body), {f"word/_rels/{file}.xml.rels": LEADS_OUT})


NAMED = "<w:p><w:r>{}</w:r></w:p>"


@pytest.mark.parametrize(
    "inside",
    [
        '<a:blip xmlns:a="a" r:link="r"/>',
        '<a:blip xmlns:a="a" r:embed="r"/>',
        '<a:blip xmlns:a="a" r:embed=" r "/>',
        '<x:spPr xmlns:x="x"><a:blipFill xmlns:a="a"><a:blip r:link="r"/></a:blipFill></x:spPr>',
        '<a:audioFile xmlns:a="a" r:link="r"/>',
        '<a:videoFile xmlns:a="a" r:link="r"/>',
        '<v:imagedata r:id="r"/>',
        '<v:imagedata xmlns:o="urn:o" o:relid="r"/>',
        '<v:fill xmlns:o="urn:o" o:relid="r"/>',
        '<w:sourceFileName r:id="r"/>',
        '<a:hlinkHover xmlns:a="a" r:id="r"/>',
        '<c:externalData xmlns:c="c" r:id="r"/>',
        '<w:hyperlink r:id="r" r:link="r"/>',
    ],
)
def test_only_what_a_reader_clicks_names_a_link(inside: str) -> None:
    """A program fetches what a picture names, whatever kind the relation calls itself."""
    assert attached_form(with_link(NAMED.format(inside))) is NotTaken.RUNS


@pytest.mark.parametrize(
    "inside", ['<w:hyperlink r:id="r"/>', '<a:hlinkClick xmlns:a="a" r:id="r"/>', ""]
)
def test_what_a_reader_clicks_is_taken(inside: str) -> None:
    assert attached_form(with_link(NAMED.format(inside))) is AttachedForm.DOCX


def test_a_link_of_one_part_is_no_matter_of_another() -> None:
    """Each part counts its relations from the first."""
    body = NAMED.format('<a:blip xmlns:a="a" r:embed="r"/>')
    assert attached_form(with_link(body, "header9")) is AttachedForm.DOCX


@pytest.mark.parametrize(
    "inside",
    [
        '<w:saveThroughXslt r:id="z"/>',
        '<w:attachedSchema w:val="http://evil.example/x.xsd"/>',
        '<w:frameset><w:frame><w:sourceFileName r:id="z"/></w:frame></w:frameset>',
    ],
)
def test_settings_that_lead_out_are_not_taken(inside: str) -> None:
    assert attached_form(a_word(f"<w:p>{inside}</w:p>")) is NotTaken.RUNS
