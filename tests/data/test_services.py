"""Services in force as linked data: CPSV-AP by shapes of our own, the same graph in both forms."""

from collections.abc import Iterable, Mapping

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

from open_data import edition_of, of_project
from sites import ROOT
from talqy.model import addresses

CPSV, CV = Namespace("http://purl.org/vocab/cpsv#"), Namespace("http://data.europa.eu/m8g/")
DCT, FOAF = Namespace("http://purl.org/dc/terms/"), Namespace("http://xmlns.com/foaf/0.1/")
ADMS, SKOS = (
    Namespace("http://www.w3.org/ns/adms#"),
    Namespace("http://www.w3.org/2004/02/skos/core#"),
)
SH = Namespace("http://www.w3.org/ns/shacl#")
Files = Mapping[str, bytes]
# What rdflib itself still reads JSON-LD with.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


@pytest.fixture(scope="module")
def files() -> Files:
    return of_project(ROOT)


@pytest.fixture(scope="module")
def services(files: Files) -> Graph:
    return graph_of(files)


def graph_of(files: Files, ending: str = ".ttl") -> Graph:
    graph = Graph()
    for path, content in files.items():
        if path.startswith("data/services/") and path.endswith(ending):
            graph.parse(data=content, format="turtle" if ending == ".ttl" else "json-ld")
    return graph


def findings(graph: Graph, files: Files) -> list[str]:
    shapes = Graph().parse(data=files[addresses.SHAPES], format="turtle")
    is_sound, _, words = validate(graph, shacl_graph=shapes)
    return [] if is_sound else [words]


def test_every_service_in_force_is_described(files: Files) -> None:
    edition = edition_of(ROOT)
    in_force = {one.id for one in edition.register.records if edition.parts(one).in_force}
    assert in_force
    for form in ("ttl", "jsonld"):
        described = {addresses.data_of_service(name, form) for name in in_force}
        assert {
            path for path in files if path.startswith("data/services/") and path.endswith(form)
        } == described


def test_the_services_of_the_demonstration_fit_the_shapes(services: Graph, files: Files) -> None:
    assert len(list(services.subjects(RDF.type, CPSV.PublicService))) > 3
    assert findings(services, files) == []


@pytest.mark.parametrize("name", ["three-languages", "first-edition"])
def test_the_services_of_golden_projects_fit_the_shapes(name: str) -> None:
    files = of_project(ROOT / "tests/golden" / name)
    assert findings(graph_of(files), files) == []


# A class, what every node of it must say, and what may be said once; or what it must lead to.
MUST = [
    (CPSV.PublicService, (DCT.identifier, DCT.title, DCT.description, CV.hasCompetentAuthority)),
    (CV.PublicOrganisation, (SKOS.prefLabel, DCT.spatial)),
    (CV.Requirement, (DCT.identifier, DCT.title)),
    (CV.Evidence, (DCT.identifier, DCT.title)),
    (CV.Output, (DCT.identifier, DCT.title)),
    (CV.Cost, (DCT.identifier,)),
    (CV.Channel, (DCT.identifier,)),
    (CPSV.Rule, (DCT.identifier, DCT.title, DCT.description)),
    (CV.LifeEvent, (DCT.identifier, DCT.title)),
    (CV.Participation, (DCT.identifier, DCT.description, CV.role, CV.hasParticipant)),
    (FOAF.Agent, (DCT.identifier, DCT.title)),
]
ONCE = [
    (CPSV.PublicService, (CV.processingTime, DCT.identifier, ADMS.status)),
    (CV.Channel, (DCT.type, CV.processingTime)),
    (CV.Cost, (CV.hasValue, CV.currency)),
]


def planted() -> Iterable[tuple[URIRef, URIRef, bool]]:
    yield from ((kind, name, True) for kind, names in MUST for name in names)
    yield from ((kind, name, False) for kind, names in ONCE for name in names)


def with_classes(graph: Graph, node: Node) -> Graph:
    """Return what a node says, with the classes of what it leads to."""
    alone = Graph()
    for triple in graph.triples((node, None, None)):
        alone.add(triple)
        for typed in graph.triples((triple[2], RDF.type, None)):
            alone.add(typed)
    return alone


def test_each_shape_finds_a_planted_fault(services: Graph, files: Files) -> None:
    missed = []
    shapes = Graph().parse(data=files[addresses.SHAPES], format="turtle")
    for kind, name, is_missing in planted():
        node = min(services.subjects(RDF.type, kind), key=str)
        alone = with_classes(services, node)
        if is_missing:
            alone.remove((node, name, None))
        else:
            alone.add((node, name, Literal("other")))
            alone.add((node, name, Literal("another")))
        _, report, _ = validate(alone, shacl_graph=shapes)
        paths = {str(path) for path in report.objects(None, SH.resultPath)}
        if str(name) not in paths:
            missed.append((kind, name))
    assert missed == []


def test_what_is_led_to_has_its_class_in_the_same_file(files: Files) -> None:
    for path, content in files.items():
        if path.startswith("data/services/") and path.endswith(".ttl"):
            graph = Graph().parse(data=content, format="turtle")
            typed = set(graph.subjects(RDF.type, None))
            outside = {FOAF.page, FOAF.homepage, CV.contactPage, RDF.type}
            led = {o for _, p, o in graph if isinstance(o, URIRef) and p not in outside}
            assert led <= typed, path


def test_both_forms_are_the_same_graph(files: Files) -> None:
    for ending in ("services/birth-registration", "catalogue"):
        one = Graph().parse(data=files[f"data/{ending}.ttl"], format="turtle")
        other = Graph().parse(data=files[f"data/{ending}.jsonld"], format="json-ld")
        assert len(one) > 30
        assert isomorphic(one, other)
