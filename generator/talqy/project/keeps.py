"""Which of two versions stays, where two have changed the same place."""

from enum import StrEnum


class Keeps(StrEnum):
    """Which of two versions of a place stays: one's own, or what is published or saved by now."""

    OWN = "own"
    PUBLISHED = "published"
