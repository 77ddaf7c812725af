"""What a text of a standard is made of as Akoma Ntoso, and how its parts are called in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from talqy.compare.align import chain
from talqy.compare.part_words import PartWords, part_words
from talqy.data.akn.names import TextName
from talqy.data.akn.places import PlacedText
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision

ORIGINAL, DRAFT, BASE, NEXT = "original", "draft", "base", "next"
"""The ids of the texts that a text refers to: the first one, itself as a draft, …"""


@dataclass(frozen=True, slots=True)
class LawText:
    """A text of a standard in the language of an edition."""

    edition: Edition
    record: Record
    text: Revision

    @property
    def language(self) -> str:
        """The language's tag."""
        return self.edition.code

    @property
    def name(self) -> TextName:
        """How the text is called among law machines."""
        return TextName.of(self.record, self.text)

    def named(self, text: Revision) -> str:
        """Return how another text of the standard is called in this language."""
        return TextName.of(self.record, text).expression(self.language)

    @property
    def author(self) -> str:
        """The id of the authority in this file."""
        return f"#org_{self.record.standard.authority}"

    @property
    def words(self) -> PartWords:
        """What parts of acts are called in the project."""
        return self.edition.in_all.once(
            "part-words", (), lambda: part_words(self.edition.register.codes)
        )

    def places(self, text: Revision) -> PlacedText:
        """Return the clauses of a text as elements; they are the same in all languages."""
        return self.edition.in_all.once(
            "akn-places",
            (self.record.id, text.revision),
            lambda: PlacedText.of(text, self.words),
        )

    @property
    def first_eids(self) -> dict[str, str]:
        """The ids that clauses had in the first text that has them, of those it comes from."""
        first: dict[str, str] = {}
        for text in chain(self.record, self.text):
            for name, eid in self.places(text).eids.items():
                first.setdefault(name, eid)
        return first

    def said(self, spoken: Mapping[str, str]) -> tuple[str, str]:
        """Return a text in this language, or the first that there is, and which other it is in."""
        if self.language in spoken:
            return spoken[self.language], ""
        language, text = next(iter(spoken.items()))
        return text, language

    def web(self, path: str) -> str:
        """Return the address of a page of this language."""
        return f"{self.edition.site_url}{self.language}/{path}"

    @property
    def page(self) -> str:
        """The address of the page of the text."""
        return self.web(addresses.revision(self.record.id, self.text.revision))
