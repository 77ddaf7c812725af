"""A graph of ours is the same by a reader that is not ours, whatever the texts in it hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from talqy.data.graph import Literal, Node, Ref, json_ld, turtle, web_ref

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
NASTY = 'a"b\\c\n\r\t\x00\x7f\u2028<>{}|^`\'"""\\u0041 қазақша 😀'
texts = st.one_of(st.text(max_size=40), st.text(alphabet=NASTY, max_size=40))
addresses = st.text(alphabet='abz/%{}|^`\\"<>қ #?', max_size=20)


@given(texts, texts, addresses)
def test_both_forms_say_the_same(one: str, other: str, address: str) -> None:
    nodes = [
        Node(
            "https://a.kz/#it",
            "dct:Location",
            [
                ("dct:title", Literal(one, "kk")),
                ("dct:title", Literal(other, "ru")),
                ("dct:identifier", Literal(one)),
                ("dct:modified", Literal("2026-12-01", datatype="xsd:date")),
            ],
        )
    ]
    if page := web_ref(f"https://a.kz/{address}"):
        nodes.append(Node("https://a.kz/#other", "skos:Concept", [("foaf:page", page)]))
    graph = Graph().parse(data=turtle(nodes), format="turtle")
    assert isomorphic(graph, Graph().parse(data=json_ld(nodes), format="json-ld"))
    said = {str(value) for value in graph.objects()}
    assert {one, other} <= said


def test_what_is_no_address_of_the_web_is_no_node() -> None:
    assert web_ref("javascript:alert(1)") is None
    assert web_ref("https://a.kz/a|b{c}") == Ref("https://a.kz/a%7Cb%7Bc%7D")
