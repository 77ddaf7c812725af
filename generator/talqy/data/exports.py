"""The data of the site as JSON and CSV, the same for all languages.

CSV opens in Excel: a byte order mark lets it see UTF-8, and a cell that begins like a formula gets
an apostrophe in front, because a stranger's text must never be calculated.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from talqy.data.catalogue import catalogue_files
from talqy.data.datapackage import data_package
from talqy.data.schemas import schema_files
from talqy.data.services import service_shapes
from talqy.data.tables import MOST_BYTES, Files, as_file, names_of_parts, table, weight
from talqy.diff.case_data import CaseTree, case_tree
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.csv_file import Row
from talqy.record.counts import became_of

REGISTER, REVISIONS, SERVICES = "register", "revisions", "services"
RowsOf = Callable[[Edition, Record], Iterator[Row]]


def exports(edition: Edition) -> Files:
    """Write the files below `data/` that tell of all standards, and what says what is in all."""
    tables = {}
    for path, content in _tables(edition):
        name, _, form = path.removeprefix("data/").partition(".")
        if form == "csv" and "/" not in name:
            tables[name] = content
        yield path, content
    yield addresses.ROOTS, as_file(_roots(edition))
    yield data_package(edition, tables)
    yield from catalogue_files(edition)
    yield from schema_files(edition.register.codes, edition.site_url)
    yield addresses.SHAPES, service_shapes()


def _tables(edition: Edition) -> Files:
    for name, rows in OF_ALL.items():
        yield from table(addresses.data_table(name), rows(edition))
    yield from table(addresses.data_table(SERVICES), _services(edition))
    for name, rows_of in SAID.items():
        yield from _of_all(edition, name, rows_of)


def export_of_standard(edition: Edition, record: Record) -> tuple[str, bytes]:
    """Write the file below `data/` that has one standard with all its texts."""
    return addresses.data_of(record.id), as_file(_whole(edition, record))


def texts_of_standard(edition: Edition, record: Record) -> Files:
    """Write that file, or in it the places of the texts where they have no room there."""
    path, whole = export_of_standard(edition, record)
    if len(whole) <= MOST_BYTES:
        yield path, whole
        return
    read = _whole(edition, record)
    below = path.removesuffix(".json")
    named = []
    for text in read["revisions"]:
        number = text["revision"]
        yield f"{below}/r{number}.json", as_file(text)
        named.append({"revision": number, "file": f"{record.id}/r{number}.json"})
    yield path, as_file({**read, "revisions": named})


def said_of_standard(edition: Edition, record: Record) -> Files:
    """Write the tables of what was said about one standard; an empty one is not made."""
    for name, rows_of in SAID.items():
        if rows := list(rows_of(edition, record)):
            yield from table(addresses.data_table(name, record.id), rows)


def rows_added(edition: Edition, record: Record) -> Mapping[str, Sequence[int]]:
    """Return how many rows a standard adds to each table of what was said, and their bytes."""

    def counted() -> Mapping[str, Sequence[int]]:
        rows = {name: list(rows_of(edition, record)) for name, rows_of in SAID.items()}
        return {name: [len(those), sum(map(weight, those))] for name, those in rows.items()}

    return edition.added(record, "rows", counted)


def _of_all(edition: Edition, name: str, rows_of: RowsOf) -> Files:
    """Write one table of what was said: whole, or that every standard has a file of its own."""
    records, at = edition.register.records, addresses.data_table(name)
    added = {record.id: rows_added(edition, record)[name] for record in records}
    if sum(size for _, size in added.values()) <= MOST_BYTES:
        yield from table(at, (row for record in records for row in rows_of(edition, record)))
    else:
        named = {f"{name}/{of}": rows for of, (rows, _) in added.items() if rows}
        yield from names_of_parts(at, named)


def _roots(edition: Edition) -> Row:
    """Return the roots of all records in one small file, which others can keep and time-stamp."""
    proofs = edition.proofs
    roots = {standard: proofs.root_of(standard) for standard in proofs.standards}
    return {"root": proofs.root, "standards": roots}


def _register(edition: Edition) -> Iterator[Row]:
    for record in edition.register.records:
        parts = edition.parts(record)
        yield {
            **record.standard.model_dump(
                mode="json", by_alias=True, exclude={"schema_", "surveys"}
            ),
            "newest": parts.newest.revision,
            "stage": edition.standing(record, parts.newest).stage.value,
            "in_force": parts.in_force.revision if parts.in_force else None,
            "revisions": len(record.revisions),
            "comments": len(record.comments),
            "root": edition.proofs.root_of(record.id) or None,
        }


def _revision(edition: Edition, record: Record, revision: Revision) -> Row:
    standing = edition.standing(record, revision)
    return {
        "standard": record.id,
        "revision": revision.revision,
        "kind": revision.kind.value,
        "base": revision.base,
        "dated": revision.dated.isoformat(),
        "stage": standing.stage.value,
        "opens": revision.consultation.opens.isoformat() if revision.consultation else None,
        "closes": standing.closes.isoformat() if standing.closes else None,
        "lawful_closes": standing.counting.last.isoformat() if standing.counting else None,
        "report_on": revision.consultation.report.on.isoformat()
        if revision.consultation and revision.consultation.report
        else None,
        "adopted_on": revision.adopted.on.isoformat() if revision.adopted else None,
        "in_force": revision.adopted.in_force.isoformat() if revision.adopted else None,
        "withdrawn_on": revision.withdrawn.on.isoformat() if revision.withdrawn else None,
        "comments": len(record.comments_on(revision.revision)),
        "explanation": dict(revision.explanation),
        "gist": dict(revision.gist) if revision.gist else None,
        "successor": revision.successor,
    }


def _revisions(edition: Edition) -> Iterator[Row]:
    for record, revision in edition.register.revisions():
        yield _revision(edition, record, revision)


def _services(edition: Edition) -> Iterator[Row]:
    """Yield the services that a text is in force of, and where each is described."""
    for record in edition.register.records:
        text = edition.parts(record).in_force
        if text and text.adopted:
            yield {
                "standard": record.id,
                "revision": text.revision,
                "since": text.adopted.in_force.isoformat(),
                "turtle": f"{SERVICES}/{record.id}.ttl",
                "json_ld": f"{SERVICES}/{record.id}.jsonld",
            }


def _comment(edition: Edition, record: Record, comment: Comment) -> Row:
    shown, response = record.shown(comment), record.response_to(comment.id)
    return {
        **shown.model_dump(mode="json", by_alias=True, exclude={"schema_", "consent"}),
        "outcome": response.outcome.value if response else None,
        "counted_as": became_of(record, comment, edition.assessment) or "waiting",
        "number": record.numbers.get(comment.id),
        "digest": record.digest_of(comment),
    }


def _comments(edition: Edition, record: Record) -> Iterator[Row]:
    for comment in record.comments:
        yield _comment(edition, record, comment)


def _response(record: Record, comment: Comment) -> Row | None:
    response = record.response_to(comment.id)
    if response is None:
        return None
    own = response.model_dump(mode="json", by_alias=True, exclude={"schema_"})
    return {
        "standard": record.id,
        "revision": comment.revision,
        **own,
        "gist": dict(response.retold) or None,
    }


def _responses(_: Edition, record: Record) -> Iterator[Row]:
    for comment in record.comments:
        if row := _response(record, comment):
            yield row


SAID: Mapping[str, RowsOf] = {
    "comments": _comments,
    "responses": _responses,
}
"""The tables of what was said: each standard has its own, and that of all leads there."""
OF_ALL: Mapping[str, Callable[[Edition], Iterator[Row]]] = {
    REGISTER: _register,
    REVISIONS: _revisions,
}
"""The tables that tell of all standards, to people and to programs."""


def _whole(edition: Edition, record: Record) -> Row:
    """Return one standard with all its texts."""
    return {
        "standard": record.standard.model_dump(mode="json", by_alias=True, exclude={"schema_"}),
        "revisions": [
            {
                **revision.model_dump(
                    mode="json", by_alias=True, exclude={"schema_"}, exclude_defaults=True
                ),
                "stage": edition.standing(record, revision).stage.value,
                "cases": _cases(edition, record, revision),
            }
            for revision in record.revisions
        ],
    }


def _cases(edition: Edition, record: Record, revision: Revision) -> CaseTree | None:
    """Say what a text changes for people, and against which text; None where they have none."""
    held = edition.held_before(record, revision)
    if held is None:
        return None
    found = case_tree(edition, edition.locales, edition.comparison(record, held, revision))
    return found and {"against": held.revision, **found}
