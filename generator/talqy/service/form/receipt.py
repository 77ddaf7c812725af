"""The receipt of a comment that the service has taken: what it proves, as a page and as a file.

It stands for the time before the comment is on record; from then on the site has a receipt of its
own, which leads to the root of the record.
"""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, date

from markupsafe import Markup

from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_text_file
from talqy.office.qr_code import qr_code
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.service.form.frame import ServiceFrame, frame_of
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay, ProjectDay
from talqy.service.form.views import ToBePublishedView, said_view
from talqy.service.taken import ENDED, Lane, State, Taken

RECEIPT_FORM = "talqy service receipt 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReceiptView:
    """What `service/receipt.html` may use.

    `key`, `text` and `said` are there for who has just sent the comment, and empty for all others;
    `text` is its file, as the address of a download. `due` is the day by which comments are
    answered, None where none are owed. `letters` is where letters about the comment are asked for,
    empty where there are none. `ended` says that the comment was withdrawn or is not published,
    and is empty for all others. `is_cut` is whether words were taken out of it since.
    """

    frame: ServiceFrame
    id: str
    title: Markup
    revision: int
    received: date
    digest: str
    due: date | None
    status: str
    page: str
    address: str
    file: str
    qr: Markup
    key: str
    text: str
    said: ToBePublishedView | None
    is_slow: bool
    is_late: bool
    ended: str
    is_cut: bool
    letters: str


def receipt_view(page: LocalDay, places: Places, taken: Taken, key: str = "") -> TakenReceiptView:
    """Return the receipt of a comment; with its key for who has just sent it."""
    now, edition = page.now, page.edition
    record = now.register.record(taken.standard)
    title = edition.short_title(record) if record else Markup.escape(taken.standard)
    here = places.receipt(taken.id)
    comment = comment_of(taken) if key else None
    words = edition.locale.words("Receipt")
    own = "" if key else f"receipt/{taken.id}"
    return TakenReceiptView(
        frame=frame_of(page, f"{words} {taken.id}", places.base, own),
        id=taken.id,
        title=title,
        revision=taken.revision,
        received=taken.received,
        digest=taken.digest,
        due=None if taken.state in ENDED else due_of(now, taken),
        status=places.status(taken.id),
        page=page.on_site(addresses.comments(taken.standard)) if record else "",
        address=here,
        file=f"{places.base}receipt/{taken.id}.json",
        qr=Markup(qr_code(here).decode()),  # noqa: S704 - ours
        key=key,
        text=_as_download(taken) if key else "",
        said=said_view(page, comment) if comment else None,
        is_slow=taken.lane is Lane.SLOW,
        is_late=is_late(now, taken),
        ended=_ended(page, taken),
        is_cut=is_cut(taken),
        letters=places.letters(taken.id),
    )


def is_cut(taken: Taken) -> bool:
    """Return whether an official has taken words out of what is kept of a comment."""
    return not taken.is_forgotten and digest_of_text_file(taken.text) != taken.digest


def _ended(page: LocalDay, taken: Taken) -> str:
    """Say of a comment that will not be published that it will not; of all others nothing."""
    words = page.edition.locale.words
    if taken.state is State.WITHDRAWN:
        return words("Its author has withdrawn the comment; it is not published.")
    return words("The comment is not published.") if taken.state is State.REFUSED else ""


def receipt_json(now: ProjectDay, places: Places, taken: Taken) -> bytes:
    """Return a receipt as the file that people keep."""
    due = None if taken.state in ENDED else due_of(now, taken)
    proven = {
        "receipt": RECEIPT_FORM,
        "comment": taken.id,
        "standard": taken.standard,
        "revision": taken.revision,
        "digest": taken.digest,
        "received": taken.received.isoformat(),
        "taken_at": taken.taken_at.astimezone(UTC).isoformat(timespec="seconds"),
        "answers_due": due.isoformat() if due else None,
        "status": places.status(taken.id),
    }
    return f"{json.dumps(proven, ensure_ascii=False, indent=1)}\n".encode()


def due_of(now: ProjectDay, taken: Taken) -> date | None:
    """Return the last day for the answers to comments on a text, where they are owed."""
    found = now.draft(f"{taken.standard} r{taken.revision}")
    return now.standing(*found).report.answers_due if found else None


def is_late(now: ProjectDay, taken: Taken) -> bool:
    """Return whether a comment came after the last day of the discussion."""
    found = now.draft(f"{taken.standard} r{taken.revision}")
    closes = now.standing(*found).closes if found else None
    return closes is not None and taken.received > closes


def comment_of(taken: Taken) -> Comment | None:
    """Return the comment that was taken; None where its words are kept no more."""
    tree = parse(taken.text, "").tree if taken.text else None
    return shaped(Comment, tree, "")[0] if tree is not None else None


def _as_download(taken: Taken) -> str:
    """Return the file of a comment as an address that asks nobody for it."""
    return f"data:text/yaml;charset=utf-8;base64,{base64.b64encode(taken.text).decode()}"
