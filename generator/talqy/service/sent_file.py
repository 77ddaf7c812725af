"""A file that came with a comment, as the service keeps it: its name, its bytes by their digest."""

from dataclasses import dataclass

from talqy.office.attached_form import AttachedForm

MOST_FILES_BYTES = 10 << 20
"""How long all files of one comment may be together."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file: a cleaned `name`, the `digest` of its bytes, what it is by them, and how long."""

    name: str
    digest: str
    form: AttachedForm
    size: int
