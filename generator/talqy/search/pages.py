"""Pages beside the standards, as search knows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page beside the standards: its language, its address in it, its title and its words.

    `also` are words that people use for it.
    """

    language: str
    path: str
    title: str
    text: str
    also: str = ""
