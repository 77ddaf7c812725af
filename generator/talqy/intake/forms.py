"""The forms of files that come in: one row a form, and what becomes of every other ending.

A new form is a row here; a test holds the help of the command and `docs/intake.md` to the table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from talqy.comments.doors import Door
from talqy.comments.table_heads import Columns
from talqy.errors import Saying
from talqy.intake import import_kinds
from talqy.intake.mail import read_mailbox, read_message, read_outlook
from talqy.intake.portal import read_portal
from talqy.intake.table import ReadTable, read_csv, read_grids
from talqy.model.comment import AuthorKind, CommentChannel
from talqy.office.grids import Place, at
from talqy.office.sound import LockedError, TooBigError, UnsoundError
from talqy.office.true_form import TrueForm, true_form

Reader = Callable[[bytes, str, str, Columns], ReadTable]
"""Reads the bytes of a file by its name, the time zone of the authority, and the heads mapped."""

_WORKBOOKS = frozenset({TrueForm.XLSX, TrueForm.XLS, TrueForm.ODS})


class PlaceSort(StrEnum):
    """What the places of a file are."""

    LINES = "lines"
    MESSAGES = "messages"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: its ending, its reader, the door that judges what is in it.

    `channel` is how its comments came in, and `author` who speaks, where the form itself says so;
    `places` are what the numbers of its places count.
    """

    ending: str
    read: Reader
    door: Door = Door.TABLE
    channel: CommentChannel | None = None
    author: AuthorKind | None = None
    places: PlaceSort = PlaceSort.LINES

    @property
    def unsaid(self) -> Mapping[str, str]:
        """What the form says of all that is in a file, where the file itself does not."""
        said = {"channel": self.channel, "author": self.author}
        return {key: str(code) for key, code in said.items() if code}


def form_of(file: str) -> Form | None:
    """Return the form of a file by its ending; None where it is none that is read."""
    return FORMS.get(_ending(file))


def refused(file: str) -> ReadTable:
    """Return why a file of another form is not read, with what to save it as."""
    ending, place = _ending(file), Place(file)
    shown = f".{ending}" if ending else file.rpartition("/")[2]
    if ending in ARCHIVES:
        return ReadTable(problems=(at(import_kinds.ARCHIVE, place, ending=shown),))
    mend = OTHERS.get(ending) or Saying(
        "save it as {forms}", {"forms": ", ".join(f".{one}" for one in FORMS)}
    )
    return ReadTable(problems=(at(import_kinds.OTHER_FORM, place, ending=shown, mend=mend),))


def _ending(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[2].lower()


# --- readers ---


def _document(data: bytes, file: str, _: str, columns: Columns) -> ReadTable:
    what = true_form(data)
    if problem := _locked(what, file):
        return problem
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.intake.word_intake import read_docx  # noqa: PLC0415

    return read_docx(data, file, columns)


def _table(ending: str, data: bytes, file: str, _: str, columns: Columns) -> ReadTable:
    """Read a table as what it is: a workbook is one whatever its name ends in."""
    what = true_form(data)
    if problem := _locked(what, file):
        return problem
    if what in _WORKBOOKS:
        return _workbook(data, file, what.value, columns)
    if what is TrueForm.MARKUP or (what is TrueForm.TEXT and ending != "csv"):
        values = {"ending": f".{ending}", "reason": what.value}
        return ReadTable(problems=(at(import_kinds.OTHER_CONTENT, Place(file), **values),))
    if ending == "csv":
        return read_csv(data, file, columns)
    return _workbook(data, file, ending, columns)


def _locked(what: TrueForm, file: str) -> ReadTable | None:
    kinds = {TrueForm.LOCKED: import_kinds.LOCKED, TrueForm.STRICT: import_kinds.STRICT}
    return ReadTable(problems=(at(kinds[what], Place(file)),)) if what in kinds else None


def _workbook(data: bytes, file: str, form: str, columns: Columns) -> ReadTable:
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.office import read  # noqa: PLC0415
    from talqy.office.own_mark import own_mark  # noqa: PLC0415

    if own_mark(data):
        return ReadTable(problems=(at(import_kinds.OUR_OWN, Place(file)),))
    try:
        sheets = read_grids(read.grids(data, file, form), file, columns)
    except TooBigError:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    except LockedError:
        return ReadTable(problems=(at(import_kinds.LOCKED, Place(file)),))
    except UnsoundError:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, Place(file), form=form.upper()),))
    not_seen = read.NOT_SEEN.get(form, "")
    return replace(sheets, facts={**sheets.facts, "not seen": not_seen}) if not_seen else sheets


# --- the table ---

_by_mail = partial(Form, door=Door.MAIL, channel=CommentChannel.EMAIL)
_by_portal = partial(
    Form,
    read=read_portal,
    channel=CommentChannel.EGOV,
    author=AuthorKind.UNKNOWN,
    places=PlaceSort.COMMENTS,
)

FORMS = {
    form.ending: form
    for form in (
        _by_mail("eml", read_message),
        _by_mail("msg", read_outlook),
        _by_mail("mbox", read_mailbox, places=PlaceSort.MESSAGES),
        *(Form(ending, partial(_table, ending)) for ending in ("csv", "xlsx", "xls", "ods")),
        Form("docx", _document),
        *map(_by_portal, ("html", "htm", "mhtml", "mht")),
    )
}
"""All forms that are read, by their endings, in the order in which they are named to people."""

ARCHIVES = frozenset({"zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz"})

_AS_WORD = Saying("open it in Word, LibreOffice or the program that made it, and save it as .docx")
_AS_EXCEL = Saying(
    "open it in Excel, LibreOffice or the program that made it, and save it as .xlsx"
)
_TYPED = Saying(
    "type off what it says into a table; an empty one is written by “talqy comment template”"
)
_AS_MESSAGES = Saying("open it in the mail program, and save each message as .eml or .msg")
OTHERS = {
    **dict.fromkeys(("doc", "docm", "dot", "dotx", "rtf", "odt", "ott", "fodt", "wps"), _AS_WORD),
    **dict.fromkeys(("pages", "txt", "md"), _AS_WORD),
    **dict.fromkeys(("numbers", "xlsm", "xlsb", "xlt", "xltx", "tsv", "xml"), _AS_EXCEL),
    **dict.fromkeys(("fods", "ots", "dif", "slk", "dbf", "et", "gsheet"), _AS_EXCEL),
    **dict.fromkeys(("pdf", "jpg", "jpeg", "png", "heic", "gif", "bmp", "tif", "tiff"), _TYPED),
    **dict.fromkeys(("emlx", "pst", "ost"), _AS_MESSAGES),
}
"""What a clerk can do about usual files of other forms, by their endings."""
