"""Where the data of the site can be had: every file, what is in it, and in which form."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.data.offered import FORMAT, OfferedFile, licence_of, schemas, tables
from talqy.data.offered import tables_of as offered_of
from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.site.pages.standard_parts import Link

_LISTED = 100
"""With more standards, the data of each are linked from its own page alone."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set of data in its forms: for programs, and for Excel in the language of the page."""

    name: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """What `data.html` may use; where standards are many, each leads to its own data itself.

    `standards` are the data of each, under its short name, with its official title; `format` is the
    edition of their formats, `schemas` are those of their files.
    """

    sets: tuple[DataSet, ...]
    schemas: tuple[Link, ...]
    format: str
    archive: str
    package: str
    catalogue: tuple[Link, ...]
    shapes: str
    licence: Link | None
    standards: tuple[tuple[Link, str], ...]
    roots: Link
    feed: str
    calendar: str


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the page of downloads."""
    here, words = edition.at(addresses.DATA), edition.locale.words
    records, licence = edition.register.records, licence_of(edition)
    view = DataView(
        sets=tuple(
            DataSet(files[0].name, tuple(_led(edition, here, one) for one in files))
            for files in tables(edition)
        ),
        schemas=tuple(Link(one.name, here.root(one.path)) for one in schemas()),
        format=FORMAT,
        archive=here.root(addresses.ARCHIVE) if edition.register.project.archive else "",
        package=here.root(addresses.DATA_PACKAGE),
        catalogue=_linked(here, addresses.CATALOGUE),
        shapes=here.root(addresses.SHAPES),
        licence=Link(*licence) if licence else None,
        standards=tuple(
            (
                Link(edition.short_title(record), here.root(addresses.data_of(record.id))),
                edition.title(record) if record.standard.short_title else "",
            )
            for record in edition.by_short_title(records if len(records) <= _LISTED else ())
        ),
        roots=Link(words("Roots of all records (JSON)"), here.root(addresses.ROOTS)),
        feed=here.to(addresses.FEED),
        calendar=here.to(addresses.CALENDAR),
    )
    yield SitePage(
        at=here,
        title=words("Open data"),
        description=words("The register, revisions, comments and answers as JSON and CSV."),
        section="none",
        content=edition.render("data.html", view),
        trail=((words("Home"), here.to("")),),
    )


def _linked(here: addresses.PagePath, path: str) -> tuple[Link, ...]:
    """Lead to a graph in both forms."""
    forms = {"JSON-LD": "jsonld", "Turtle": "ttl"}
    return tuple(Link(name, here.root(f"{path}.{form}")) for name, form in forms.items())


def tables_of(edition: Edition, here: addresses.PagePath, record: Record) -> tuple[Link, ...]:
    """Lead to the tables of what was said about one standard; an empty one is not made."""
    led = ((one, _led(edition, here, one)) for one in offered_of(edition, record))
    return tuple(Link(f"{one.name} – {to.words}", to.href) for one, to in led)


def _led(edition: Edition, here: addresses.PagePath, one: OfferedFile) -> Link:
    """Lead to a file by its form, and whom it is for."""
    form = one.form.upper()
    if one.is_for_people:
        return Link(edition.locale.words("for Excel ({form})", form=form), here.to(one.path))
    return Link(form, here.root(one.path))
