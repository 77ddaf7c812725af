"""Files of a text to hand out: texts for signature, the comparison table, the report, all in one.

They are what `talqy export` and `talqy report` write; PDF where the project hands it out.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus

from starlette.responses import Response

from talqy.diff.table_file import table_file
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import NotSaidError, printed, require_words, written
from talqy.errors import CopyNotExactError, FileChangedError
from talqy.model.revision import Revision
from talqy.office.packages import OFFICE_FORMATS
from talqy.office.typeset import TypesetterMissingError
from talqy.papers.package import DOCX, PDF, DraftPackage, PackedFile
from talqy.report.formats import report_in
from talqy.report.report import Report
from talqy.report.spoken import report_on
from talqy.service.desk.answering import ToldPage
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.steps.found import (
    FoundText,
    named_text,
    nothing_here,
    number_named,
    work_of,
)
from talqy.service.desk.work.values import WorkKind
from talqy.site.downloads import table_of
from talqy.site.pages.standard_parts import Link
from talqy.steps.way import WayStep

_TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "zip": "application/zip",
}
_KINDS = {"table": "comparison-table", "report": "report"}
_CANNOT = (NotSaidError, CopyNotExactError, FileChangedError, TypesetterMissingError)


def handouts_of(found: FoundText) -> list[Link]:
    """Return the files that can be had of a text, as it is handed out."""
    below = found.below("files/")
    return [Link(said, found.visit.path(f"{below}{name}")) for said, name in _named(found)]


def _named(found: FoundText) -> Iterator[tuple[str, str]]:
    """Yield what each file is called, and its name; PDF stands beside Word where it is had."""
    words, has_pdf = found.visit.say, PDF in _signed_forms(found)
    for one in found.editions:
        name = one.locale.name
        yield words("Text for signature: {language}", language=name), f"text.{one.code}.{DOCX}"
        if has_pdf:
            said = words("Text for signature, PDF: {language}", language=name)
            yield said, f"text.{one.code}.{PDF}"
    if older := _older(found):
        n = older.revision
        yield words("Comparison table with revision {number}, for Word", number=n), "table.docx"
        yield words("Comparison table with revision {number}, for Excel", number=n), "table.xlsx"
        if has_pdf:
            yield words("Comparison table with revision {number}, PDF", number=n), "table.pdf"
    if _report(found):
        yield words("Report for Word"), "report.docx"
        yield words("Report for Excel"), "report.xlsx"
        if has_pdf:
            yield words("Report, PDF"), "report.pdf"
    yield words("All of these, and all that the portals are sent, in one package"), "package.zip"


def handed_out(visit: DeskVisit) -> Response:
    """Answer with a file of a text."""
    found = _found(visit)
    files, name = _files(found), visit.of("file")
    if name != "package.zip" and name not in files:
        nothing_here()
    try:
        made = files[name]() if name in files else _packed(found, files)
    except _CANNOT as error:
        title, told = visit.say("This could not be done"), ToldPage(visit.said(error))
        return visit.shown("told.html", told, title=title, status=HTTPStatus.CONFLICT)
    return attachment(f"{found.record.id}-r{found.revision.revision}-{name}", made)


def attachment(name: str, content: bytes) -> Response:
    """Return a file to be saved; its name is of plain letters, made by us."""
    form = name.rpartition(".")[2]
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Type": _TYPES[form],
    }
    return Response(content, HTTPStatus.OK, headers)


def _found(visit: DeskVisit) -> FoundText:
    return handed_text(visit, visit.of("standard"), number_named(visit.of("text")))


def handed_out_for(shown: FoundText) -> FoundText:
    """Return a text as it is handed out, where a page shows it as a work has it."""
    name = shown.work.name
    if name is None or name.kind is WorkKind.RECORD:
        return shown
    return handed_text(shown.visit, shown.record.id, shown.revision.revision)


def handed_text(visit: DeskVisit, standard: str, number: int) -> FoundText:
    """Find a text as a step would put it on record: nobody signs what that would look past.

    One that only a draft has is handed out from there.
    """
    works = visit.context.works
    on_record = works.of(work_of(WayStep.ADOPT, standard, number))
    record = on_record.state.known[0].record(standard)
    if record and (revision := record.revision(number)):
        return FoundText(visit, on_record, record, revision)
    return named_text(visit, works.of(work_of(WayStep.OPEN, standard, number)), standard, number)


def _files(found: FoundText) -> dict[str, Callable[[], bytes]]:
    """Return what makes each file, by its name."""
    made: dict[str, Callable[[], bytes]] = {}
    also = [PDF] if PDF in _signed_forms(found) else []
    for copy in _package(found).copies():
        for form in _signed_forms(found):
            made[f"text.{copy.languages[0]}.{form}"] = partial(_signed, copy, form)
    if older := _older(found):
        for form in (*OFFICE_FORMATS, *also):
            made[f"table.{form}"] = partial(_table, found, older, form)
    if drawn := _report(found):
        address = found.edition.site_url
        for form in (*OFFICE_FORMATS, *also):
            made[f"report.{form}"] = partial(report_in, form, drawn, found.editions, address)
    return made


def _signed_forms(found: FoundText) -> tuple[str, ...]:
    """Return the forms of texts for signature: PDF where the project hands it out."""
    downloads = found.edition.register.project.downloads
    return (DOCX, PDF) if PDF in downloads else (DOCX,)


def _package(found: FoundText) -> DraftPackage:
    forms = _signed_forms(found)
    return DraftPackage(found.editions, found.record, found.revision, found.work.root, forms)


def _signed(copy: TextCopy, form: str) -> bytes:
    """Return a text for signature; refuse one that does not say everything in its language."""
    require_words(copy)
    return printed(copy) if form == PDF else written(copy)


def _table(found: FoundText, older: Revision, form: str) -> bytes:
    editions = found.editions
    tables = [table_of(one, found.record, older, found.revision) for one in editions]
    return table_file(form, tables, editions[0].layouts)


def _older(found: FoundText) -> Revision | None:
    """Return the text against which a text is told, the one that people have before its base."""
    return next(iter(found.edition.told_against(found.record, found.revision)), None)


def _report(found: FoundText) -> Report | None:
    """Return the report of a discussion that is over."""
    drawn = report_on(found.editions[0], found.record, found.revision)
    return drawn if drawn and drawn.is_over else None


def _packed(found: FoundText, files: Mapping[str, Callable[[], bytes]]) -> bytes:
    """Return all in one: the package of a draft, with tables for Excel and its report."""
    package = _package(found)
    for copy in package.copies():
        require_words(copy)
    beside = [
        PackedFile(
            name.replace("table.", "comparison-table."), _KINDS[name.partition(".")[0]], make
        )
        for name, make in files.items()
        if name.partition(".")[0] in _KINDS
    ]
    return package.archive(beside)
