"""What catalogues and programs for tables read: DCAT-AP, and a data package that is valid."""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package, system, validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef

import builders as b
from open_data import SITE_URL, of_project
from sites import ROOT
from talqy.model import addresses

DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
# DCAT-AP 3.0.0: what each class must say.
MUST = [
    (DCAT.Catalog, (DCT.title, DCT.description, DCT.publisher)),
    (DCAT.Dataset, (DCT.title, DCT.description)),
    (DCAT.Distribution, (DCAT.accessURL,)),
    (FOAF.Agent, (FOAF.name,)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data of the demonstration as files."""
    folder = tmp_path_factory.mktemp("open")
    for path, content in of_project(ROOT).items():
        b.write(folder, path, content)
    return folder


def test_the_catalogue_says_what_dcat_ap_asks_for(folder: Path) -> None:
    graph = Graph().parse(folder / f"{addresses.CATALOGUE}.ttl")
    for kind, names in MUST:
        nodes = set(graph.subjects(RDF.type, kind))
        assert nodes
        assert [(one, name) for one in nodes for name in names if not graph.value(one, name)] == []
    licences = set(graph.objects(None, DCT.license))
    assert licences == {URIRef("https://creativecommons.org/licenses/by/4.0/")}
    (own,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert {one.language for one in graph.objects(own, DCT.title) if isinstance(one, Literal)} == {
        "kk",
        "ru",
    }


def test_every_file_that_the_catalogue_names_is_there(folder: Path) -> None:
    graph = Graph().parse(folder / f"{addresses.CATALOGUE}.ttl")
    named = {str(one).removeprefix(SITE_URL) for one in graph.objects(None, DCAT.accessURL)}
    assert len(named) == 10
    assert [path for path in named if not (folder / path).is_file()] == []


def test_the_data_package_is_valid_and_names_every_column(folder: Path) -> None:
    with system.use_context(trusted=True):
        report = validate(folder / addresses.DATA_PACKAGE)
        package = Package(folder / addresses.DATA_PACKAGE)
    assert report.flatten(["title", "message"]) == []
    assert report.stats["tasks"] == 5
    fields = {
        f"{one.name}.{field.name}": field
        for one in package.resources
        for field in one.schema.fields
    }
    assert fields["comments.received"].type == "date"
    assert fields["comments.revision"].type == "integer"
    assert fields["comments.author.foreign"].type == "boolean"
    assert fields["revisions.in_force"].type == "date"
    assert fields["register.in_force"].type == "integer"
    assert fields["register.title.ru"].custom["language"] == "ru"
    assert [name for name, field in fields.items() if not field.title] == []


@pytest.mark.parametrize(
    ("name", "words", "others"),
    [
        ("revisions.csv", b"2026-05-25", b"25.05.2026"),
        ("register.csv", b"\r\nbirth-registration,", b"\r\nbirth-registration,,"),
        ("comments.csv", b"outcome", b"fate"),
    ],
)
def test_a_planted_fault_is_found_in_a_table(
    folder: Path, tmp_path: Path, name: str, words: bytes, others: bytes
) -> None:
    shutil.copytree(folder / "data", tmp_path / "data")
    file = tmp_path / "data" / name
    assert words in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(words, others, 1))
    assert not validate(tmp_path / addresses.DATA_PACKAGE).valid


def test_a_project_without_a_licence_names_none(tmp_path: Path) -> None:
    b.write_project(tmp_path)
    files = of_project(tmp_path)
    assert "licenses" not in json.loads(files[addresses.DATA_PACKAGE])
    assert b"dct:license" not in files[f"{addresses.CATALOGUE}.ttl"]
