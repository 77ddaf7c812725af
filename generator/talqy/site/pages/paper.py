"""Where a printed page lies on the web: its address, and a code that a telephone reads."""

from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition
from talqy.model.addresses import PagePath
from talqy.office.qr_code import qr_code


@dataclass(frozen=True, slots=True)
class PaperView:
    """The address of a page, and the same as a QR code."""

    address: str
    qr: Markup


def paper_view(edition: Edition, here: PagePath) -> PaperView | None:
    """Return what a printed page says of its address; nothing where that is not known."""
    if not edition.site_url:
        return None
    address = f"{edition.site_url}{here.full}"
    return PaperView(address, Markup(qr_code(address).decode()))  # noqa: S704 - drawn by us
