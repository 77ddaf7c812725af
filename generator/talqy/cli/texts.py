"""Standards and their texts as people name them on the command line: `fee-refund`, `r3` or `3`."""

import re

import click

from talqy.model.register import Record, Register
from talqy.model.revision import Revision

_NUMBER = re.compile(r"r?([1-9][0-9]{0,3})")


def named_record(register: Register, name: str) -> Record:
    """Find a standard by its id; refuse an unknown one, and name those that are known."""
    for record in register.records:
        if record.id == name:
            return record
    known = ", ".join(record.id for record in register.records) or "none"
    raise click.UsageError(f"there is no standard “{name}” that can be used; known: {known}")


def named_revision(record: Record, name: str) -> Revision:
    """Find a text of a standard by its number; refuse an unknown one, and name the known ones."""
    match = _NUMBER.fullmatch(name)
    revision = record.revision(int(match[1])) if match else None
    if revision:
        return revision
    known = ", ".join(f"r{revision.revision}" for revision in record.revisions)
    if match and int(match[1]) in record.broken_revisions:
        raise click.UsageError(
            f"r{match[1]} of “{record.id}” cannot be used, see “talqy check”; known: {known}"
        )
    raise click.UsageError(f"“{record.id}” has no revision “{name}”; known: {known}")
