"""A receipt as one line, to be copied by hand, read out, or held by a QR code.

    TALQY1:STANDARD:REVISION:COMMENT:NUMBER[.RECORDED]:CLAUSE:ANSWERED:REDACTED:AT/SIZE:AT/SIZE:DIGEST:PATH:PATH:ROOT

Signs of the alphanumeric mode of QR codes alone (ISO/IEC 18004), for which capitals do not matter;
hashes are in base 32 (RFC 4648) without padding, days without hyphens, `+` stands for “after”. What
the line leaves out (leaf, root of the standard) is computed from it.
"""

import json
import re
from base64 import b32decode, b32encode
from datetime import date

from talqy.model.comment import After
from talqy.model.digest import as_digest
from talqy.model.history import RecordedComment
from talqy.record.merkle import leaf_hash, root_of_path
from talqy.record.receipts import NoReceiptError, Proof, Receipt
from talqy.record.root import comment_leaf

_HASH = 64
_BYTES = 1 << 16
_LONGEST = 10**9
_LINE = re.compile(
    r"TALQY1:(?P<standard>[A-Z0-9-]+):(?P<revision>[0-9]{1,9}):(?P<comment>[0-9A-Z]{10})"
    r":(?P<number>[0-9]{1,9})(?:\.(?P<recorded>[0-9]{8}))?:(?P<after>\+?)(?P<clause>[A-Z0-9-]+)"
    r":(?P<answered>[0-9]{8})?:(?P<redacted>[0-9]{8})?"
    r":(?P<at>[0-9]{1,9})/(?P<size>[0-9]{1,9}):(?P<above_at>[0-9]{1,9})/(?P<above_size>[0-9]{1,9})"
    r":(?P<digest>[A-Z2-7]{52}):(?P<path>[A-Z2-7]*):(?P<above_path>[A-Z2-7]*):(?P<root>[A-Z2-7]{52})"
)


# What people's programs put between the signs; the page takes the same (`assets/verify.js`).
_BETWEEN = re.compile(r"[\s\ufeff]|%20")


def receipt_line(receipt: Receipt) -> str:
    """Return a receipt as one line."""
    clause = json.loads(receipt.leaf)["comment"]["clause"]
    place = clause if isinstance(clause, str) else f"+{clause['after']}"
    proofs = (receipt.in_standard, receipt.in_project)
    parts = (
        *("talqy1", receipt.standard, receipt.revision, receipt.comment, _number(receipt), place),
        *map(_digits, (receipt.answered, receipt.redacted)),
        *(f"{proof.at}/{proof.size}" for proof in proofs),
        _base32(receipt.digest.removeprefix("sha256:")),
        *(_base32("".join(proof.hashes)) for proof in proofs),
        _base32(receipt.root.removeprefix("sha256:")),
    )
    return ":".join(map(str, parts)).upper()


def _number(receipt: Receipt) -> str:
    recorded = _digits(receipt.recorded)
    return f"{receipt.number}.{recorded}" if recorded else str(receipt.number)


def _digits(day: date | None) -> str:
    return f"{day:%Y%m%d}" if day else ""


def _base32(hexadecimal: str) -> str:
    return b32encode(bytes.fromhex(hexadecimal)).decode().rstrip("=")


def is_receipt_line(text: str) -> bool:
    """Return whether somebody means a text as the line of a receipt, or as an address with one."""
    return "TALQY1:" in text.upper()


def read_receipt(data: bytes) -> Receipt:
    """Read the file of a receipt: JSON, or its line, as people save it."""
    text = data[:_BYTES].decode("utf-8-sig", "replace")
    if is_receipt_line(text):
        return read_receipt_line(text)
    try:
        tree = json.loads(text)
        if not _is_plain(tree):
            raise NoReceiptError("this file is no receipt")
        return Receipt.model_validate(tree)
    except (ValueError, RecursionError) as error:  # of pydantic, too
        raise NoReceiptError("this file is no receipt") from error


def _is_plain(tree: object) -> bool:
    """Return whether numbers are numbers, as short as in a line, and days are written.

    What is read from YAML may write a number as text; the page knows JSON alone.
    """
    if not isinstance(tree, dict):
        return False
    proofs = (tree.get("in_standard"), tree.get("in_project"))
    held = [tree.get(key) for key in ("receipt", "revision", "number")]
    held += [p.get(key) for p in proofs if isinstance(p, dict) for key in ("at", "size")]
    days = (tree.get("recorded"), tree.get("answered"), tree.get("redacted"))
    return all(map(_is_short_number, held)) and all(
        day is None or isinstance(day, str) for day in days
    )


def _is_short_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value < _LONGEST


def read_receipt_line(text: str) -> Receipt:
    """Read the line of a receipt; spaces and line ends in it, and what stands before, are nothing.

    Which root it leads to is for `receipt_root` to say.
    """
    match = _LINE.search(_BETWEEN.sub("", text).upper())
    try:
        return _receipt(
            {key: said or "" for key, said in match.groupdict().items()} if match else {}
        )
    except (KeyError, ValueError) as error:  # of pydantic, too
        raise NoReceiptError("this line is no receipt, or not all of it is there") from error


def _receipt(said: dict[str, str]) -> Receipt:
    small = {key: said[key].lower() for key in ("standard", "comment", "clause")}
    digest = f"sha256:{_hexadecimal(said['digest'])}"
    target = After(after=small["clause"]) if said["after"] else small["clause"]
    comment = RecordedComment(
        number=int(said["number"]),
        id=small["comment"],
        digest=digest,
        clause=target,
        on=_day(said["recorded"]),
    )
    leaf = comment_leaf(small["standard"], int(said["revision"]), comment)
    in_standard = _proof(said["at"], said["size"], said["path"])
    hashes = [bytes.fromhex(each) for each in in_standard.hashes]
    root = root_of_path(leaf_hash(leaf), in_standard.at, in_standard.size, hashes)
    return Receipt(
        standard=small["standard"],
        revision=int(said["revision"]),
        comment=comment.id,
        number=comment.number,
        digest=digest,
        recorded=comment.on,
        answered=_day(said["answered"]),
        redacted=_day(said["redacted"]),
        leaf=leaf.decode(),
        standard_root=as_digest(root or b""),
        in_standard=in_standard,
        in_project=_proof(said["above_at"], said["above_size"], said["above_path"]),
        root=f"sha256:{_hexadecimal(said['root'])}",
    )


def _proof(at: str, size: str, path: str) -> Proof:
    digits = _hexadecimal(path)
    hashes = tuple(digits[i : i + _HASH] for i in range(0, len(digits), _HASH))
    return Proof(at=int(at), size=int(size), hashes=hashes)


def _day(digits: str) -> date | None:
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if digits else None


def _hexadecimal(written: str) -> str:
    return b32decode(written + "=" * (-len(written) % 8)).hex()
