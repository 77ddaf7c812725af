"""What is said beside a field of the form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoteView:
    """What the judge says, and how to mend it; `is_grave`: nothing is taken before it is mended."""

    words: str
    hint: str
    is_grave: bool
