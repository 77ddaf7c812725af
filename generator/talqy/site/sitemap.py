"""The sitemap: every page in every language, with its counterparts (sitemaps.org, hreflang)."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(paths: Iterable[str], languages: Sequence[str], site_url: str) -> bytes:
    """Write the sitemap of pages that exist in all languages."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    chooser = ET.SubElement(root, f"{{{_SITEMAP}}}url")
    ET.SubElement(chooser, f"{{{_SITEMAP}}}loc").text = site_url
    for path in sorted(paths):
        for language in languages:
            url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
            ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = f"{site_url}{language}/{path}"
            for other in languages:
                ET.SubElement(
                    url,
                    f"{{{_XHTML}}}link",
                    {"rel": "alternate", "hreflang": other, "href": f"{site_url}{other}/{path}"},
                )
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
