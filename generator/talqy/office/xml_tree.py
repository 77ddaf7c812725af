"""XML as values: elements that are made in any room, and the one place that writes them.

Words and attributes are escaped by lxml; a sign that no XML can hold is shown as U+FFFD.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from lxml import etree

_NOT_OF_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIX = "xml:"


class Element(NamedTuple):
    """An element: its name, its attributes in their order, and what stands in it."""

    name: str
    attributes: Mapping[str, str]
    inside: "tuple[Element | str, ...]"


Node = Element | str


def element(
    name: str, attributes: Mapping[str, str] | None = None, *inside: Node | None
) -> Element:
    """Return an element; what is None is not there, nor is an attribute without a value."""
    given = {key: value for key, value in (attributes or {}).items() if value}
    return Element(name, given, tuple(node for node in inside if node is not None))


def in_xml(text: str) -> str:
    """Return a text as XML can hold it."""
    return _NOT_OF_XML.sub("\ufffd", text)


def xml_file(root: Element, namespace: str, mixed: Collection[str]) -> bytes:
    """Write a file of one vocabulary, each element on a line of its own.

    Not so what stands in `mixed` elements: between their words a line end would say something.
    """
    made = etree.Element(f"{{{namespace}}}{root.name}", nsmap={None: namespace})
    _fill(made, root, namespace, mixed)
    written = etree.tostring(made, encoding="utf-8", xml_declaration=True)
    return bytes(written) + b"\n"


def _fill(made: Any, of: Element, namespace: str, mixed: Collection[str]) -> None:  # noqa: ANN401 - an element of lxml
    for key, value in of.attributes.items():
        name = f"{_XML}{key.removeprefix(_PREFIX)}" if key.startswith(_PREFIX) else key
        made.set(name, in_xml(value))
    between = "" if of.name in mixed else "\n"
    made.text = between if of.inside else None
    last = None
    for node in of.inside:
        if isinstance(node, Element):
            last = etree.SubElement(made, f"{{{namespace}}}{node.name}")
            _fill(last, node, namespace, mixed)
            last.tail = between
        elif last is None:
            made.text += in_xml(node)
        else:
            last.tail += in_xml(node)
