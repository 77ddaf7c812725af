"""Where the data of the site can be had: every file, what is in it, and in which form."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.data.catalogue import table_names
from talqy.data.exports import OF_ALL
from talqy.data.office_tables import office_forms
from talqy.data.shapes import FILES, TABLES
from talqy.data.tables import FORMAT, FORMS
from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.licences import licence_address
from talqy.model.register import Record
from talqy.site.pages.standard_parts import Link

_LISTED = 100
"""With more standards, the data of each are linked from its own page alone."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set of data in its forms: for programs, and for Excel in the language of the page."""

    name: str
    files: tuple[Link, ...]
    for_offices: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """What `data.html` may use; where standards are many, each leads to its own data itself.

    `standards` are the data of each, under its short name, with its official title; `format` is the
    edition of their formats, `schemas` are those of their files.
    """

    sets: tuple[DataSet, ...]
    schemas: tuple[Link, ...]
    format: str
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
    records, licence = edition.register.records, edition.register.project.licence
    names = table_names(edition.locale)
    view = DataView(
        sets=tuple(
            DataSet(
                label,
                tuple(
                    Link(form.upper(), here.root(f"{addresses.data_table(name)}.{form}"))
                    for form in FORMS
                ),
                tuple(_for_offices(edition, here, name)) if name in OF_ALL else (),
            )
            for name, label in names.items()
        ),
        schemas=tuple(
            Link(name, here.root(addresses.data_schema(name))) for name in (*TABLES, *FILES)
        ),
        format=FORMAT,
        package=here.root(addresses.DATA_PACKAGE),
        catalogue=_linked(here, addresses.CATALOGUE),
        shapes=here.root(addresses.SHAPES),
        licence=Link(licence, licence_address(licence)) if licence else None,
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
    words = edition.locale.words
    there = {"comments": words("Comments")} if record.comments else {}
    there |= {"responses": words("Answers")} if record.responses else {}
    for_offices = (
        Link(f"{label} – {to.words}", to.href)
        for name, label in there.items()
        for to in _for_offices(edition, here, name, record.id)
    )
    for_programs = (
        Link(
            f"{label} ({form.upper()})",
            here.root(f"{addresses.data_table(name, record.id)}.{form}"),
        )
        for name, label in there.items()
        for form in reversed(FORMS)
    )
    return (*for_offices, *for_programs)


def _for_offices(
    edition: Edition, here: addresses.PagePath, name: str, standard: str = ""
) -> Iterator[Link]:
    """Lead to a table for people in each form in which it is made."""
    for form in office_forms(edition):
        words = edition.locale.words("for Excel ({form})", form=form.upper())
        yield Link(words, here.to(f"{addresses.office_table(name, standard)}.{form}"))
