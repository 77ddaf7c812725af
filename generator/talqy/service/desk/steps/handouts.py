"""Files of a text to hand out: texts for signature, the comparison table, the report, all in one.

They are what `talqy export` and `talqy report` write.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http import HTTPStatus

from starlette.responses import Response

from talqy.diff.table_file import table_file
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, unsaid, written
from talqy.errors import CopyNotExactError, TalqyError
from talqy.language.clause_sayings import spoken_clauses
from talqy.model.revision import Revision
from talqy.project.attached import pictures_of
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
from talqy.service.desk.work.names import WorkKind
from talqy.site.downloads import table_of
from talqy.site.pages.standard_parts import Link
from talqy.steps.way import WayStep

_TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "zip": "application/zip",
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


class NotSaidError(TalqyError):
    """A text cannot be signed: it does not say everything in a language."""


def handouts_of(found: FoundText) -> list[Link]:
    """Return the files that can be had of a text, as it is handed out."""
    words, below = found.visit.say, found.below("files/")
    named = [
        *(
            (
                words("Text for signature: {language}", language=one.locale.name),
                f"text.{one.code}.docx",
            )
            for one in found.editions
        ),
    ]
    if older := _older(found):
        number = {"number": older.revision}
        named += [
            (words("Comparison table with revision {number}, for Word", **number), "table.docx"),
            (words("Comparison table with revision {number}, for Excel", **number), "table.xlsx"),
        ]
    if _report(found):
        named += [
            (words("Report for Word"), "report.docx"),
            (words("Report for Excel"), "report.xlsx"),
        ]
    named.append((words("All of these in one package"), "package.zip"))
    return [Link(said, found.visit.path(f"{below}{name}")) for said, name in named]


def handed_out(visit: DeskVisit) -> Response:
    """Answer with a file of a text."""
    found = _found(visit)
    files, name = _files(found), visit.of("file")
    if name != "package.zip" and name not in files:
        nothing_here()
    try:
        made = files[name]() if name in files else _packed(found, files)
    except (NotSaidError, CopyNotExactError) as error:
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
    for copy in _copies(found):
        made[f"text.{copy.languages[0]}.docx"] = partial(_signed, copy)
    if older := _older(found):
        for form in ("docx", "xlsx"):
            made[f"table.{form}"] = partial(_table, found, older, form)
    if drawn := _report(found):
        address = found.edition.site_url
        for form in ("docx", "xlsx"):
            made[f"report.{form}"] = partial(report_in, form, drawn, found.editions, address)
    return made


def _copies(found: FoundText) -> Iterator[TextCopy]:
    pictures = pictures_of(found.work.root, found.record, (found.revision,))
    yield from copies(
        found.editions, found.record, found.revision, None, is_to_edit=False, pictures=pictures
    )


def _signed(copy: TextCopy) -> bytes:
    """Return a text for signature; refuse one that does not say everything in its language."""
    if lacking := list(unsaid(copy)):
        raise NotSaidError(
            "no words in “{language}”, so nobody can sign it: {clauses}",
            language=copy.languages[0],
            clauses=spoken_clauses(copy.text, lacking),
        )
    return written(copy)


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
    """Return all files in one; the same files make the same package."""
    made, stem = io.BytesIO(), f"{found.record.id}-r{found.revision.revision}"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(f"{stem}-{name}", _FIRST_DAY), content())
    return made.getvalue()
