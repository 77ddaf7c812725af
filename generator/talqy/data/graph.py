"""A graph of linked data, and its two files: JSON-LD and Turtle, of one value.

Every node has an address, so that nothing is anonymous; names are written with the prefixes below.
Both files are written here and not by rdflib, which takes longer to load than a standard to build;
tests hold them to be the same graph by rdflib. (JSON-LD 1.1; RDF 1.1 Turtle.)
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from talqy.data.tables import as_json
from talqy.model.values import is_web_address

PREFIXES: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "talqy": "urn:talqy:terms:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies; what none of them can say is said in our own (docs/formats/data.md)."""
# What may stand in an address of a graph; all else is written by its bytes (RFC 3987, 3.1).
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Ref:
    """The address of a node."""

    iri: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, in a language or of a datatype, which is named with its prefix."""

    text: str
    language: str = ""
    datatype: str = ""


Said = tuple[str, Ref | Literal]
"""What a node says of itself: the name of a property, and its value."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its address, of what class it is, and what it says."""

    iri: str
    kind: str
    says: Sequence[Said]


Graph = Sequence[Node]


def spoken(name: str, words: Mapping[str, str]) -> Iterator[Said]:
    """Yield a property once in each language."""
    for language, text in words.items():
        yield name, Literal(text, language)


def refs(name: str, nodes: Iterable[Node]) -> Iterator[Said]:
    """Yield a property that leads to some nodes."""
    for node in nodes:
        yield name, Ref(node.iri)


def web_ref(address: str) -> Ref | None:
    """Return an address of the web that a project names; None for what is no such address."""
    return Ref(quote(address, safe=_KEPT)) if is_web_address(address) else None


def json_ld(graph: Graph) -> bytes:
    """Write a graph as JSON-LD; its context stands in it, so that nobody has to fetch one."""
    return as_json({"@context": PREFIXES, "@graph": [_tree(node) for node in graph]})


def _tree(node: Node) -> Mapping[str, Any]:
    said: dict[str, list[Any]] = {}
    for name, value in node.says:
        said.setdefault(name, []).append(_value(value))
    return {"@id": node.iri, "@type": node.kind, **said}


def _value(value: Ref | Literal) -> Mapping[str, str]:
    if isinstance(value, Ref):
        return {"@id": value.iri}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text} | ({"@type": value.datatype} if value.datatype else {})


def turtle(graph: Graph) -> bytes:
    """Write a graph as Turtle."""
    prefixes = (f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return "".join((*prefixes, *map(_statements, graph))).encode()


def _statements(node: Node) -> str:
    says = ["a " + node.kind, *(f"{name} {_term(value)}" for name, value in node.says)]
    return f"\n<{node.iri}>\n  " + " ;\n  ".join(says) + " .\n"


def _term(value: Ref | Literal) -> str:
    if isinstance(value, Ref):
        return f"<{value.iri}>"
    text = f'"{_ESCAPED.sub(_escape, value.text)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.datatype}" if value.datatype else text


def _escape(sign: re.Match[str]) -> str:
    """Write a sign as a string of Turtle may have it."""
    return json.dumps(sign[0])[1:-1] if sign[0] in '"\\\n\r\t' else f"\\u{ord(sign[0]):04X}"
