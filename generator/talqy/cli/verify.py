"""`talqy verify`: all that is on record, computed again; a receipt; or an older state of it all."""

from collections import Counter
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import argument, command, option, project_option
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.verify_against import compared_with
from talqy.cli.words import FilePath
from talqy.comments.taken_out import as_given, only_takes_out
from talqy.errors import TalqyError
from talqy.model import paths
from talqy.model.digest import digest_of_text_file
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.files import DiskFiles, is_file
from talqy.project.load import read_project
from talqy.project.survey import survey
from talqy.project.versions import versions
from talqy.project.yaml_read import MAX_BYTES
from talqy.record.against_kinds import MORE_THAN_TAKEN_OUT
from talqy.record.receipt_lines import is_receipt_line, read_receipt, read_receipt_line
from talqy.record.receipts import Receipt, receipt_root
from talqy.record.root import comment_leaf, project_root
from talqy.rules.record import is_of_the_record


class NoSuchCommentError(TalqyError):
    """A receipt names a comment that is not on file."""


@command()
@argument("comment", required=False)
@argument("digest", required=False)
@option(
    "--against",
    "other",
    metavar="OTHER",
    help="Prove that nothing on record vanished or changed since OTHER: an older copy's folder or "
    "archive (.zip, .tar.gz), a tag or commit, or a published root.",
)
@option(
    "--file",
    "file",
    type=FilePath(exists=True, dir_okay=False, path_type=Path),
    help="Say whether this is the file of the comment that the receipt is about.",
)
@project_option
def verify(
    comment: str | None, digest: str | None, other: str | None, file: Path | None, root: Path
) -> int:
    """Compute all digests of the record again.

    With COMMENT (an id) and DIGEST, say whether this receipt fits; with COMMENT alone, show the
    digest of its file; with a receipt in place of COMMENT, its file or its line, prove it without
    the record, in any folder; --against a root that you have makes that root the witness. The exit
    status is 0 only where the receipt is proven here.
    """
    receipt = _given(comment) if comment else None
    if (comment and other and receipt is None) or other == "":
        raise WrongUseError("say either what to prove, or --against what")
    if file and (not comment or digest):
        raise WrongUseError("say which receipt or comment the file belongs to")
    own = digest_of_text_file(file.read_bytes()) if file else ""
    if receipt:
        has_project = (root / paths.PROJECT).is_file()
        register = read_project(root).register if has_project else None
        status = _proven(receipt, register, other)
        return status or (_compared(receipt, own) if own else 0)
    state = survey(root)
    register, _ = state.as_read
    if comment:
        return _receipt(register, comment, digest or own)
    if other:
        return compared_with(root, state, other)
    problems = tuple(filter(is_of_the_record, state.problems))
    texts = sum(len(r.history.revisions) for r in register.records if r.history)
    comments = sum(
        len(entry.comments) for r in register.records if r.history for entry in r.history.revisions
    )
    tell("recorded texts: {texts}; recorded comments: {comments}", texts=texts, comments=comments)
    tell("root of the record: {root}", root=project_root(register.histories))
    _say_since(register)
    problems = (*problems, *_redactions(root, register))
    click.echo(formatted(problems, "text", speech().translate))
    return int(bool(problems))


def _given(name: str) -> Receipt | None:
    """Return the receipt that somebody gives: its line, or a file with either form of it."""
    if is_receipt_line(name):
        return read_receipt_line(name)
    return read_receipt(Path(name).read_bytes()) if is_file(name) else None


def _receipt(register: Register, name: str, digest: str) -> int:
    """Compare a receipt with the file on record; a redacted one by the digest that it keeps."""
    for record in register.records:
        comment = record.comment(name)
        if comment is None:
            continue
        known = record.digest_of(comment)
        same = f"sha256:{digest.lower().removeprefix('sha256:')}" == known
        tell(
            "{comment} on {standard} {revision}: {digest}",
            comment=name,
            standard=record.id,
            revision=f"r{comment.revision}",
            digest=known,
        )
        if digest and not same:
            tell("the receipt does not fit: the file on record is another one")
            return 1
        if digest and not comment.redacted:
            tell("the receipt fits: this is the comment that was given")
        elif digest:
            tell("the receipt fits the comment as it was given")
        kept = record.recorded.get(name)
        if kept and kept.response:
            tell("its answer is on record since {day}", day=kept.response.on.isoformat())
        elif kept and kept.outcome:
            tell("no digest of its answer is on record yet: the merge after the report makes it")
        if comment.redacted:
            tell(
                "on {day} words or the name were taken out of this comment: the digest is that of "
                "the comment as it was given, and says nothing of what is left",
                day=comment.redacted.on.isoformat(),
            )
        return 0
    raise NoSuchCommentError("there is no comment “{name}” on file that can be read", name=name)


def _say_since(register: Register) -> None:
    """Say since when what the authority said is kept, and of how many texts it is not yet."""
    kept, lacking = Counter[date](), 0
    for entry in (entry for history in register.histories for entry in history.revisions):
        bare = any(c.outcome is not None and c.response is None for c in entry.comments)
        if not entry.recorded or (entry.report and bare):
            lacking += 1
        else:
            kept[max(entry.recorded.values())] += 1
    for day, count in sorted(kept.items()):
        tell(
            "texts of which what the authority said is kept since {day}: {count}",
            day=day.isoformat(),
            count=count,
        )
    if lacking:
        tell(
            "texts of which not all that the authority said is kept yet (it is from the next merge "
            "on): {count}",
            count=lacking,
        )


def _redactions(root: Path, register: Register) -> list[Problem]:
    """Hold redacted comments to what was given, where the history of the repository has it."""
    redacted = [comment for r in register.records for comment in r.comments if comment.redacted]
    known = versions(root, [comment.path.file for comment in redacted], MAX_BYTES + 1)
    pairs = [(comment, as_given(comment, known[comment.path.file])) for comment in redacted]
    if redacted:
        tell("comments out of which something was taken: {count}", count=len(redacted))
    if unknown := sum(given is None for _, given in pairs):
        tell(
            "of these, as they were given, this repository does not have: {count}; whether nothing "
            "else was changed in them cannot be compared here, but with an older state (--against)",
            count=unknown,
        )
    return [
        MORE_THAN_TAKEN_OUT.at(c.path.file, comment=c.id, revision=c.revision)
        for c, given in pairs
        if given and not only_takes_out(given, DiskFiles(root).data(c.path.file))
    ]


def _proven(receipt: Receipt, register: Register | None, root: str | None) -> int:
    """Say what a receipt is worth: proven, sound in itself, or nothing.

    Return 0 only where it is proven here: its root is the one that the record here has, or that
    somebody holds; or the record here has the comment to the last sign of its line.
    """
    if receipt_root(receipt) != receipt.root:
        tell("this receipt proves nothing: its path does not lead to its root")
        return 1
    tell(
        "the receipt: comment {comment} on {standard} {revision}, number {number}, {digest}, under "
        "the root {root}",
        comment=receipt.comment,
        standard=receipt.standard,
        revision=f"r{receipt.revision}",
        number=receipt.number,
        digest=receipt.digest,
        root=receipt.root,
    )
    if receipt.recorded:
        tell("by the record, it is on record since {day}", day=receipt.recorded.isoformat())
    _say_told(receipt)
    if root is not None:
        return _under(receipt, root)
    if register and project_root(register.histories) == receipt.root:
        tell("proven: the root of the record in this folder is the same one today")
        return 0
    tell(
        "The receipt is made without a fault, but its root is not known here. Until you find this "
        "root with somebody else (in print, in a feed, in an older copy), it does not prove that "
        "such a comment was on record."
    )
    return _held_to_today(receipt, register) if register else 1


def _under(receipt: Receipt, root: str) -> int:
    """Say whether the root of a receipt is the one that somebody holds."""
    if f"sha256:{root.lower().removeprefix('sha256:')}" == receipt.root:
        tell("proven: its root is the one that you have")
        return 0
    tell("its root is another one than the one that you have: {root}", root=root)
    return 1


def _compared(receipt: Receipt, own: str) -> int:
    """Say whether a file is that of the comment; without it, a digest says nothing to a person."""
    if own == receipt.digest:
        tell("this file is that of the comment, to its last sign")
        return 0
    tell("this file is another one than that of the receipt: {digest}", digest=own)
    return 1


def _say_told(receipt: Receipt) -> None:
    """Say the days that a receipt tells, and does not prove."""
    if receipt.answered:
        tell(
            "by the words of the receipt alone, not proven: its answer is on record since {day}",
            day=receipt.answered.isoformat(),
        )
    if receipt.redacted:
        tell(
            "by the words of the receipt alone, not proven: on {day} words or the name were taken "
            "out of this comment; the digest is that of the comment as it was given",
            day=receipt.redacted.isoformat(),
        )


def _held_to_today(receipt: Receipt, register: Register) -> int:
    """Say what the record of this folder has of the comment that a receipt names."""
    record = register.record(receipt.standard)
    if record is None or record.history is None:
        tell("there is no record of this standard in this folder to compare it with")
        return 1
    found = (
        (entry.revision, line)
        for entry in record.history.revisions
        for line in entry.comments
        if line.id == receipt.comment
    )
    revision, line = next(found, (0, None))
    if line is None:
        tell("the record of this folder has no such comment")
        return 1
    if line.digest != receipt.digest:
        tell(
            "the record of this folder has another digest of this comment: {digest}",
            digest=line.digest,
        )
        return 1
    if (revision, line.number) != (receipt.revision, receipt.number):
        tell(
            "the record of this folder has this comment on {revision} under the number {number}",
            revision=f"r{revision}",
            number=line.number,
        )
        return 1
    if comment_leaf(record.id, revision, line).decode() != receipt.leaf:
        tell("the record of this folder has another clause or another day of this comment")
        return 1
    tell("the record of this folder has the same digest of this comment, and the same number")
    return 0
