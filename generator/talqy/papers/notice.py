"""The notice of a public discussion: for a printed edition, and for whoever passes it on."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision
from talqy.office.printed import PrintedBlock, Printer, Style
from talqy.papers.paper import Paper, paper_of


def notice(edition: Edition, record: Record, revision: Revision) -> Paper | None:
    """Say that a draft is discussed, from when until when, and how people take part.

    Return None where the days of the discussion are not known.
    """
    talk = revision.consultation
    if talk is None:
        return None
    title = edition.locale.words("Notice of the public discussion of a draft")
    blocks = _blocks(edition, record, revision, talk, title)
    return paper_of("notice", title, edition.code, revision.dated, blocks)


def _blocks(
    edition: Edition, record: Record, revision: Revision, talk: Consultation, title: str
) -> Iterator[PrintedBlock]:
    printer = Printer(edition.code, several=False)
    yield printer.title(title)
    for said in _said(edition, record, revision, talk):
        yield printer.line(Style.TEXT, said)


def _said(
    edition: Edition, record: Record, revision: Revision, talk: Consultation
) -> Iterator[str]:
    locale, words = edition.locale, edition.locale.words
    name = edition.authority(record.standard.authority, short=False).unescape()
    yield words(
        "{developer} puts the draft standard of the public service “{title}” up for public "
        "discussion ({revision}).",
        developer=name,
        title=edition.title(record),
        revision=revision_name(locale, revision),
    )
    if revision.gist:
        yield words("What changes for people: {gist}", gist=locale.plain(revision.gist))
    span = locale.days(talk.opens, talk.last_day)
    yield words("The discussion runs {days}, both days included.", days=span)
    if edition.site_url:
        page = f"{edition.site_url}{edition.at(addresses.participate(record.id)).full}"
        yield words("The text can be read and commented on at: {address}", address=page)
    authority = edition.register.project.authorities.get(record.standard.authority)
    if authority and authority.email:
        yield words("Comments are taken by e-mail: {email}", email=authority.email)
    if authority and authority.address:
        where = locale.plain(authority.address)
        yield words("Comments are taken on paper: {address}", address=where)
