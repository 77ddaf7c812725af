"""The certificate of posting: where and when a draft was posted, and which text it was."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.language.sayings import revision_name
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.printed import PrintedBlock, Printer, Style
from talqy.papers.paper import Paper, paper_of
from talqy.record.digests import digest_of
from talqy.report.document import pairs, signature
from talqy.report.report import Report
from talqy.report.spoken import Particular, ReportLine, posting_particulars, report_on


def certificate(edition: Edition, record: Record, revision: Revision) -> Paper | None:
    """Say on which channels a draft was posted, from its record; None where it was on none."""
    talk, drawn = revision.consultation, report_on(edition, record, revision)
    if drawn is None or talk is None or not talk.posted:
        return None
    title = edition.locale.words("Certificate of posting of a draft")
    last = max(one.on for one in talk.posted)
    return paper_of(
        "certificate-of-posting", title, edition.code, last, _blocks(edition, drawn, title)
    )


def _blocks(edition: Edition, drawn: Report, title: str) -> Iterator[PrintedBlock]:
    printer, locale = Printer(edition.code, several=False), edition.locale
    yield printer.title(title)
    said = locale.words(
        "Standard of the public service “{title}”", title=edition.title(drawn.record)
    )
    yield printer.line(Style.REVISIONS, f"{said}. {revision_name(locale, drawn.revision)}")
    digest = ReportLine(digest_of(drawn.revision))
    particulars = (
        *posting_particulars(drawn, locale, edition.register),
        Particular(locale.words("Digest of the text"), (digest,), is_digest=True),
    )
    yield from pairs(title, printer, particulars)
    yield printer.heading(locale.words("Signature, date"))
    name = edition.authority(drawn.record.standard.authority, short=False).unescape()
    yield from signature(printer, [name])
