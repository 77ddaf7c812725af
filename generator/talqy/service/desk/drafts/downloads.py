"""Files of a draft to take along: the working copy for Word, and the comparison table."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talqy.diff.table_file import table_file
from talqy.drafts.copy_table_writer import rows_beside
from talqy.drafts.text_files import copies, written
from talqy.language.edition import Edition
from talqy.project.attached import pictures_of
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.pages import DeskVisit
from talqy.site.downloads import table_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_copy(_: DeskVisit, at: DraftVisit) -> Response:
    """Give the working copy: all languages side by side, with codes, to come back."""
    editions = [_edition(at, code) for code in at.draft.languages]
    at.work.state.require_whole_record(at.record.id)
    unit = editions[0].register.project.fee_unit
    locales = [one.locale for one in editions]
    made = copies(
        editions,
        at.record,
        at.revision,
        None,
        is_to_edit=True,
        pictures=pictures_of(at.work.root, at.record, (at.revision,)),
        tables=rows_beside(locales, at.record, at.revision, unit, is_open=at.draft.is_open),
    )
    name = f"{at.record.id}-r{at.revision.revision}-to-edit.docx"
    return _file(written(next(made)), name)


def comparison(_: DeskVisit, at: DraftVisit) -> Response:
    """Give the comparison table in all languages."""
    base = at.base
    if base is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    editions = [_edition(at, code) for code in at.draft.languages]
    tables = [table_of(one, at.record, base, at.revision) for one in editions]
    name = f"{at.record.id}-r{base.revision}-r{at.revision.revision}-table.docx"
    return _file(table_file("docx", tables, editions[0].layouts), name)


def _edition(at: DraftVisit, code: str) -> Edition:
    return next(one for one in at.editions if one.code == code)


def _file(content: bytes, name: str) -> Response:
    heads = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=WORD, headers=heads)
