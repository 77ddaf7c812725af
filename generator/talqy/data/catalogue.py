"""The catalogue of the open data, for catalogues of others: DCAT-AP as linked data.

Source: DCAT-AP 3.0.0, which asks of a catalogue for title, description and publisher, of a dataset
for title and description, of a distribution for its access address, of an agent for its name.
"""

from collections.abc import Iterator, Mapping, Sequence

from talqy.data.graph import Graph, Literal, Node, Ref, Said, json_ld, refs, spoken, turtle
from talqy.data.services import language_nodes
from talqy.data.tables import FORMAT, FORMS, Files
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.model import addresses
from talqy.model.licences import licence_address

_MEDIA = "https://www.iana.org/assignments/media-types/"
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv"}


def catalogue_files(edition: Edition) -> Files:
    """Write the catalogue in both forms."""
    graph = catalogue_graph(edition)
    yield f"{addresses.CATALOGUE}.jsonld", json_ld(graph)
    yield f"{addresses.CATALOGUE}.ttl", turtle(graph)


def table_names(locale: Locale) -> Mapping[str, str]:
    """Return what each table is called, in the order in which they are told."""
    words = locale.words
    return {
        "register": words("Register of standards"),
        "revisions": words("Revisions"),
        "comments": words("Comments"),
        "responses": words("Answers"),
        "services": words("Services in force"),
    }


def catalogue_graph(edition: Edition) -> Graph:
    """Return the catalogue, its datasets, and the files in which each can be had."""
    project, home = edition.register.project, edition.site_url
    languages, publisher = language_nodes(project.languages), _publisher(edition)
    licence = [*_licence(edition)]
    names = {locale.code: table_names(locale) for locale in edition.locales}
    datasets, files = list[Node](), list[Node]()
    for table in names[edition.code]:
        own = [*_distributions(edition, table, licence)]
        titles = {code: said[table] for code, said in names.items()}
        datasets.append(_dataset(edition, table, titles, [*own], publisher, languages))
        files += own
    says: list[Said] = [
        *spoken("dct:title", project.name),
        *spoken("dct:description", {one.code: _says(one) for one in edition.locales}),
        *refs("dct:publisher", [publisher]),
        ("foaf:homepage", Ref(home)),
        *refs("dct:language", languages),
        *refs("dct:license", licence),
        ("dct:modified", Literal(edition.assessment.today.isoformat(), datatype="xsd:date")),
        ("owl:versionInfo", Literal(FORMAT)),
        *refs("dcat:dataset", datasets),
    ]
    catalogue = Node(f"{home}{addresses.CATALOGUE}", "dcat:Catalog", says)
    return (catalogue, publisher, *datasets, *files, *languages, *licence)


def _says(locale: Locale) -> str:
    return locale.words("The register, revisions, comments and answers as JSON and CSV.")


def _publisher(edition: Edition) -> Node:
    """Return who gives out the data: the one authority there is, else all that share the site."""
    authorities = list(edition.register.project.authorities.values())
    name = authorities[0].name if len(authorities) == 1 else edition.register.project.name
    iri = f"{edition.site_url}{addresses.CATALOGUE}#publisher"
    return Node(iri, "foaf:Agent", [*spoken("foaf:name", name)])


def _licence(edition: Edition) -> Iterator[Node]:
    if name := edition.register.project.licence:
        title = [("dct:identifier", Literal(name))]
        yield Node(licence_address(name), "dct:LicenseDocument", title)


def _dataset(  # noqa: PLR0913, PLR0917 - what a dataset says
    edition: Edition,
    table: str,
    titles: Mapping[str, str],
    files: Sequence[Node],
    publisher: Node,
    languages: Sequence[Node],
) -> Node:
    described = {
        one.code: f"{titles[one.code]}: {one.plain(edition.register.project.name)}"
        for one in edition.locales
    }
    says: list[Said] = [
        ("dct:identifier", Literal(table)),
        *spoken("dct:title", titles),
        *spoken("dct:description", described),
        *refs("dct:publisher", [publisher]),
        *refs("dct:language", languages),
        *refs("dcat:distribution", files),
    ]
    return Node(f"{edition.site_url}{addresses.CATALOGUE}#{table}", "dcat:Dataset", says)


def _distributions(edition: Edition, table: str, licence: Sequence[Node]) -> Iterator[Node]:
    for form in FORMS:
        address = Ref(f"{edition.site_url}{addresses.data_table(table)}.{form}")
        says: list[Said] = [
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
            ("dcat:mediaType", Ref(f"{_MEDIA}{_MEDIA_TYPES[form]}")),
            *refs("dct:license", licence),
        ]
        iri = f"{edition.site_url}{addresses.CATALOGUE}#{table}-{form}"
        yield Node(iri, "dcat:Distribution", says)
