"""`talqy verify`: everybody can see that the record stands unaltered."""

from pathlib import Path

import click

from talqy.cli.findings import formatted
from talqy.cli.running import command, messages_option, project_option
from talqy.errors import TalqyError
from talqy.language.catalogue import problem_words
from talqy.model.register import Register
from talqy.project.survey import survey
from talqy.rules.record import is_of_the_record


class NoSuchCommentError(TalqyError):
    """A receipt names a comment that is not on file."""


@click.command()
@click.argument("comment", required=False)
@click.argument("digest", required=False)
@project_option
@messages_option
@command
def verify(comment: str | None, digest: str | None, root: Path, language: str) -> int:
    """Compute all digests of the record again.

    With COMMENT (an id) and DIGEST, say whether this receipt fits; with COMMENT alone, show the
    digest of its file.
    """
    found = survey(root)
    register, _ = found.known
    if comment:
        return _receipt(register, comment, digest or "")
    problems = tuple(filter(is_of_the_record, found.problems))
    texts = sum(len(r.history.revisions) for r in register.records if r.history)
    comments = sum(
        len(entry.comments) for r in register.records if r.history for entry in r.history.revisions
    )
    click.echo(f"recorded texts: {texts}; recorded comments: {comments}")
    click.echo(formatted(problems, "text", problem_words(root, language)))
    return int(bool(problems))


def _receipt(register: Register, name: str, digest: str) -> int:
    """Compare a receipt with the file on record; a redacted one by the digest that it keeps."""
    for record in register.records:
        comment = record.comment(name)
        if comment is None:
            continue
        known = record.digest_of(comment)
        same = f"sha256:{digest.lower().removeprefix('sha256:')}" == known
        click.echo(f"{name} on {record.id} r{comment.revision}: {known}")
        if not digest:
            return 0
        click.echo("the receipt fits: this is the comment that was given" if same else _DIFFERS)
        return int(not same)
    raise NoSuchCommentError(f"there is no comment “{name}” on file that can be read")


_DIFFERS = "the receipt does not fit: the file on record is another one"
