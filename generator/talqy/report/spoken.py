"""The report on completion of a discussion in one language, without a trace of how it is printed.

Parts, their headings and the columns of the table follow what article 15 (4) of Law No. 88-V asks
for and what ministries customarily write. The page and all files print this value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from talqy.language.claimed_days import claimed_day_views
from talqy.language.corrections import corrections_of
from talqy.language.edition import Edition
from talqy.language.fact_words import amount_of_time
from talqy.language.forge_links import web_address
from talqy.language.late import late_views
from talqy.language.locale import Locale
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.register import Record, Register
from talqy.model.revision import Posting, Revision
from talqy.report.refusals import refusals
from talqy.report.report import Report, completion_report
from talqy.report.rows import ReportFigures, ReportRow, report_figures, report_row


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line; its end, `link`, may lead to an address of the web."""

    words: str
    link: str = ""
    href: str = ""

    @property
    def text(self) -> str:
        """The line without its link."""
        return f"{self.words} {self.link}".strip()


@dataclass(frozen=True, slots=True)
class Particular:
    """What stands above the table: its name and its lines; `is_digest`: programs compare them."""

    label: str
    lines: tuple[ReportLine, ...]
    is_digest: bool = False


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Rows under a heading, which show as many of the columns as there is something to say in."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReasonList:
    """One of the two lists of the law: the numbers of rows, and what is said of a number."""

    label: str
    places: tuple[tuple[int, str], ...]
    none: str

    @property
    def words(self) -> str:
        """The list as one line."""
        named = (f"{number} ({note})" if note else str(number) for number, note in self.places)
        return f"{self.label}: {', '.join(named) or self.none}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenReport:
    """All that a report says. `titles` are the lines above it; `revised` leads to the new text.

    `considered`, `late` and `withdrawn` are tables of the same columns; `none` stands instead of
    the first one where nobody wrote. `lists` are the two of the law, under `reasons`. `day` is that
    of the signature.
    """

    standard: str
    revision: int
    language: str
    language_name: str
    day: date
    titles: tuple[str, ...]
    particulars: tuple[Particular, ...]
    figures: ReportFigures
    considered: ReportTable
    late: ReportTable
    withdrawn: ReportTable
    none: str
    reasons: str
    lists: tuple[ReasonList, ...]
    reasons_are: str
    revised: Particular
    signature: Particular

    @property
    def tables(self) -> tuple[ReportTable, ...]:
        """The tables that have rows, in their order."""
        return tuple(t for t in (self.considered, self.late, self.withdrawn) if t.rows)


def report_on(edition: Edition, record: Record, revision: Revision) -> Report | None:
    """Draw up the report on a discussion once for all languages."""
    return edition.in_all.once(
        "report",
        (record.id, revision.revision),
        lambda: completion_report(record, revision, edition.assessment, edition.register),
    )


def published_report(edition: Edition, record: Record, revision: Revision) -> Report | None:
    """Return the report on a discussion if its day has come and nothing keeps it back."""
    report = report_on(edition, record, revision)
    if report is None or not report.is_published:
        return None
    name = (record.id, revision.revision)
    kept_back = edition.in_all.once("refusals", name, lambda: refusals(report))
    return None if kept_back else report


def said_report(edition: Edition, report: Report, site_url: str = "") -> SpokenReport:
    """Say a report in the language of an edition, which says it once; see `spoken_report`."""
    said = edition.in_own.once(
        "said-report",
        (report.record.id, report.revision.revision),
        lambda: spoken_report(report, edition.locale, edition.register),
    )
    return replace(said, revised=_revised(report, edition.locale, site_url))


def spoken_report(
    report: Report, locale: Locale, register: Register, site_url: str = ""
) -> SpokenReport:
    """Say a report in a language; `site_url` makes whole addresses of those of the site."""
    words, notice = locale.words, report.notice
    rows = {
        entry.comment.id: report_row(report, entry, locale, number)
        for number, entry in enumerate(report.all_entries(), 1)
    }
    considered = tuple(rows[entry.comment.id] for entry in report.entries)
    late = tuple(rows[entry.comment.id] for entry in report.late)
    withdrawn = tuple(rows[entry.comment.id] for entry in report.withdrawn)
    columns = _columns(locale)
    head = columns[6]
    listed = words("List and short summary of remarks and proposals")
    return SpokenReport(
        standard=report.record.id,
        revision=report.revision.revision,
        language=locale.code,
        language_name=locale.name,
        day=notice.on if notice else report.today,
        titles=_titles(report, locale),
        particulars=tuple(_particulars(report, locale, register)),
        figures=report_figures(report, locale),
        considered=ReportTable(listed, columns, considered),
        late=ReportTable(
            words("Received after the closing day"),
            columns[:5],
            late,
            words(
                "By article 15 of the law they are not subject to consideration; "
                "they stay published."
            ),
        ),
        withdrawn=ReportTable(words("Withdrawn by their authors"), columns[:4], withdrawn),
        none=""
        if considered or withdrawn
        else words("No remarks or proposals were received in the discussion."),
        reasons=words("Reasons for accepted and (or) not accepted remarks and proposals"),
        lists=_lists(report, locale),
        reasons_are=words("The reasons stand in the table, in the column “{column}”.", column=head)
        if considered
        else "",
        revised=_revised(report, locale, site_url),
        signature=Particular(
            words("Signature, date"),
            (ReportLine(locale.plain(notice.signed_by)), ReportLine(locale.day(notice.on)))
            if notice
            else (),
        ),
    )


def _titles(report: Report, locale: Locale) -> tuple[str, ...]:
    revision, words = report.revision, locale.words
    title = locale.plain(report.record.standard.title)
    return (
        words("Report on completion of the public discussion of the draft “{title}”", title=title),
        f"{revision_name(locale, revision)} · {locale.coded('revision-kind', revision.kind)}",
    )


def _columns(locale: Locale) -> tuple[str, ...]:
    words = locale.words
    return (
        words("No."),
        words("Structural element (clause, line)"),
        words("Author (individual, legal entity)"),
        words("Date received"),
        words("Remark or proposal (short summary)"),
        words("Position of the developer"),
        words("Justification"),
        words("Change made to the draft"),
    )


# --- what stands above the table ------------------------------------------------------------------


def posting_particulars(report: Report, locale: Locale, register: Register) -> Iterator[Particular]:
    """Yield who put a draft up for discussion, for how long, and where it was posted."""
    words, record, period = locale.words, report.record, report.period
    authority = register.project.authorities.get(record.standard.authority)
    name = locale.plain(authority.name) if authority else record.standard.authority
    yield Particular(words("Developer body"), (ReportLine(name),))
    length = amount_of_time(locale, period.days, period.unit)
    span = locale.days(period.opens, period.closes)
    yield Particular(words("Period of the public discussion"), (ReportLine(f"{span} ({length})"),))
    for extension in report.consultation.extended:
        until = words("New closing day: {day}", day=locale.day(extension.closes))
        extended = f"{until}. {locale.plain(extension.reason)}"
        label = words("Extended on {day}", day=locale.day(extension.on))
        yield Particular(label, (ReportLine(extended),))
    if counted := tuple(_counted(report, locale)):
        yield Particular(words("How the period was counted"), counted)
    posted = tuple(_posted(locale, posting) for posting in report.consultation.posted)
    if posted:
        yield Particular(words("Places and dates of posting"), posted)
    if lacking := tuple(_never_posted(report, locale)):
        yield Particular(words("Not posted, though the law asks for it"), lacking)


def _particulars(report: Report, locale: Locale, register: Register) -> Iterator[Particular]:
    words = locale.words
    yield from posting_particulars(report, locale, register)
    if corrected := tuple(_corrected(report, locale)):
        yield Particular(words("Corrections of the record"), corrected)
    if dated := tuple(_claimed_days(report, locale)):
        yield Particular(words("Days beside those of the record"), dated)
    if late := tuple(_entered_late(report, locale)):
        yield Particular(words("Comments and answers that came on record late"), late)
    if report.root:
        label = words("Root of the record of this standard")
        yield Particular(label, (ReportLine(report.root),), is_digest=True)


def _corrected(report: Report, locale: Locale) -> Iterator[ReportLine]:
    """Say what was corrected since it was put on record."""
    number = report.revision.revision
    for found in corrections_of(locale, report.record.history, number):
        reason = found.reason.striptags()
        was = f". {locale.words('It was')}: {found.was}"
        # What was added has no older value.
        told = found.name if found.adds else f"{found.name}{was}"
        yield ReportLine(f"{locale.day(found.on)}: {told}. {reason}")


def _claimed_days(report: Report, locale: Locale) -> Iterator[ReportLine]:
    """Say what is dated before the day on which it came on record."""
    for found in claimed_day_views(locale, report.record.history, report.revision.revision):
        yield ReportLine(found.words)


def _entered_late(report: Report, locale: Locale) -> Iterator[ReportLine]:
    """Name the comments that came on record when the discussion, or this report, was over."""
    for found in late_views(locale, report.record.history, report.revision.revision):
        reason = found.reason.striptags()
        when = f", {locale.day(found.on)}" if found.on else ""
        yield ReportLine(f"{found.name}{when}: {found.words}. {reason}".strip())


def _counted(report: Report, locale: Locale) -> Iterator[ReportLine]:
    """Say how the shortest lawful period was counted, so that anybody can count it again."""
    counting, words = report.standing.counting, locale.words
    if counting is None:
        return
    profile = counting.profile
    length = amount_of_time(locale, profile.days, profile.unit)
    span = locale.days(counting.first, counting.last)
    yield ReportLine(f"{words('Shortest lawful period')}: {length}, {span}")
    posted = locale.day(counting.posted)
    yield ReportLine(f"{words('Counted from the day after posting')}: {posted}")
    if counting.skipped:
        days = ", ".join(f"{day:%d.%m.%Y}" for day in counting.skipped)
        yield ReportLine(f"{words('Days that do not count')}: {days}")
    wording = words("wording of {day}", day=locale.state_of(profile.wording))
    yield ReportLine(
        f"{words('Legal basis')}:",
        f"{locale.plain(profile.legal_basis)} ({wording})",
        web_address(profile.url_in(locale.code)),
    )


def _posted(locale: Locale, posting: Posting) -> ReportLine:
    channel = locale.coded("posting-channel", posting.channel)
    posted = f"{locale.day(posting.on)}: {channel}"
    if posting.reference:
        posted += f", {locale.plain(posting.reference)}"
    return ReportLine(posted, posting.url or "", web_address(posting.url))


def _never_posted(report: Report, locale: Locale) -> Iterator[ReportLine]:
    """Name the channels on which the draft was never posted: nothing mends that any more."""
    for channel in report.never_posted:
        yield ReportLine(locale.coded("posting-channel", channel))


# --- what stands below it -------------------------------------------------------------------------


def _lists(report: Report, locale: Locale) -> tuple[ReasonList, ...]:
    """Make the two lists of the law; one accepted in part stands in both."""
    words = locale.words
    accepted, not_accepted = list[tuple[int, str]](), list[tuple[int, str]]()
    for number, entry in enumerate(report.entries, 1):
        note = words("in part") if entry.is_accepted and entry.is_not_accepted else ""
        note = words("noted") if entry.is_noted else note
        accepted += [(number, note)] if entry.is_accepted else []
        not_accepted += [(number, note)] if entry.is_not_accepted else []
    none = words("none")
    return (
        ReasonList(words("Accepted remarks and proposals"), tuple(accepted), none),
        ReasonList(words("Remarks and proposals that are not accepted"), tuple(not_accepted), none),
    )


def _revised(report: Report, locale: Locale, site_url: str) -> Particular:
    words, revised = locale.words, report.revised
    path = addresses.revision(report.record.id, revised.revision)
    address = f"{site_url}{locale.code}/{path}" if site_url else ""
    lines = [ReportLine(revision_name(locale, revised), address, address)]
    if report.promised:
        prepared = words("The revised draft is being prepared: revision {n}.", n=report.promised)
        lines.insert(0, ReportLine(prepared))
    elif revised is report.revision:
        lines.insert(0, ReportLine(words("The draft was not changed after the discussion.")))
    return Particular(words("Way to read the revised draft"), tuple(lines))
