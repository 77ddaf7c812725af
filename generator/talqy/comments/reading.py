"""A file of any known form in, submissions out. The form is told by the end of its name."""

from talqy.comments import reasons
from talqy.comments.mail import read_message
from talqy.comments.reasons import at
from talqy.comments.table import Read, read_csv, read_grids
from talqy.office.grids import Place

MOST_BYTES = 1 << 25
FORMS = ("eml", "csv", "xlsx", "docx")


def form_of(file: str) -> str:
    """Return the form of a file; "" where it is none of ours."""
    ending = file.rpartition(".")[2].lower()
    return ending if ending in FORMS else ""


def read_intake(data: bytes, file: str, timezone: str) -> Read:
    """Read a file; what it is not able to say is a problem of the file."""
    form = form_of(file)
    if len(data) > MOST_BYTES:
        return Read(problems=(at(reasons.TOO_BIG, Place(file)),))
    if form == "eml":
        return read_message(data, file, timezone)
    return read_csv(data, file) if form == "csv" else _read_office(data, file, form)


def _read_office(data: bytes, file: str, form: str) -> Read:
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.office import read  # noqa: PLC0415

    try:
        return read_grids(read.grids(data, file, form), file)
    except read.TooBigError:
        return Read(problems=(at(reasons.TOO_BIG, Place(file)),))
    except read.UnsoundError:
        return Read(problems=(at(reasons.NOT_READABLE, Place(file), form=form.upper()),))
