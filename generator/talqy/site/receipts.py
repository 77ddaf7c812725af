"""The receipts of comments on the site: what each page shows of its own, and the files of all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.office.qr_code import qr_code
from talqy.record.receipt_lines import receipt_line
from talqy.record.receipts import Receipt, receipt_file, receipts_of


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """The receipt of a comment on record: its line, where it is checked, and its files.

    `recorded` is the day on which the comment came on record, where that was kept; `answered` is
    the day since when the record keeps the digest of the answer.
    """

    line: str
    check_href: str
    file: str
    picture: str
    recorded: date | None
    answered: date | None


def receipt_view(
    edition: Edition, here: addresses.PagePath, record: Record, comment: str
) -> ReceiptView | None:
    """Show the receipt of a comment; there is none while it has no register number."""
    receipt = _receipts(edition, record).get(comment)
    if receipt is None:
        return None
    line = _line(edition, record, comment, receipt)
    return ReceiptView(
        line=line,
        check_href=here.to(addresses.VERIFY, line),
        file=here.root(addresses.receipt_file(record.id, comment, "json")),
        picture=here.root(addresses.receipt_file(record.id, comment, "svg")),
        recorded=receipt.recorded,
        answered=receipt.answered,
    )


def receipt_files(
    of: Sequence[Edition], record: Record, site_url: str
) -> Iterator[tuple[str, bytes]]:
    """Make the files of a standard's receipts: JSON, and the line as a QR code.

    The code leads to the page that checks it; what stands behind `#` is not sent with the request.
    """
    page = f"{site_url}{of[0].code}/{addresses.VERIFY}"
    for comment, receipt in _receipts(of[0], record).items():
        yield addresses.receipt_file(record.id, comment, "json"), receipt_file(receipt)
        code = qr_code(f"{page}#{_line(of[0], record, comment, receipt)}")
        yield addresses.receipt_file(record.id, comment, "svg"), code


def _receipts(edition: Edition, record: Record) -> Mapping[str, Receipt]:
    project = edition.proofs
    return edition.in_all.once("receipts", (record.id,), lambda: receipts_of(record, project))


def _line(edition: Edition, record: Record, comment: str, receipt: Receipt) -> str:
    names = (record.id, comment)
    return edition.in_all.once("receipt line", names, lambda: receipt_line(receipt))
