"""A file of any known form in, submissions out. The form is told by the end of its name."""

from talqy.intake.grids import Place
from talqy.intake.letters import reasons
from talqy.intake.letters.mail import read_message
from talqy.intake.letters.reasons import at
from talqy.intake.letters.table import Read, read_csv, read_grids

MOST_BYTES = 1 << 25
FORMS = ("eml", "csv", "xlsx", "docx")


def form_of(file: str) -> str:
    """Answer the form of a file; "" where it is none of ours."""
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
    from talqy.intake import office_reading  # noqa: PLC0415 - its libraries are slow to load

    try:
        return read_grids(office_reading.grids(data, file, form), file)
    except office_reading.TooBigError:
        return Read(problems=(at(reasons.TOO_BIG, Place(file)),))
    except office_reading.UnsoundError:
        return Read(problems=(at(reasons.NOT_READABLE, Place(file), form=form.upper()),))
