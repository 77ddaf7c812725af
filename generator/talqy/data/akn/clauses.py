"""The clauses of a text in one language as elements: body and attachments.

Nothing is put in place of words that a language lacks: what should have them is `incomplete`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from talqy.compare.acts import acts_named
from talqy.compare.part_words import PartWords
from talqy.compare.quotes import Part, text_of
from talqy.compare.references import references_of
from talqy.data.akn.passages import (
    LinkedWords,
    item_eids,
    passages,
    plain_paragraphs,
    table_of,
)
from talqy.data.akn.places import CONTAINER, PlacedClause, PlacedText
from talqy.language.clause_sayings import printed_label, stopped
from talqy.language.locale import Locale
from talqy.model.project import OtherAct
from talqy.model.revision import Clause, Revision
from talqy.model.values import ClauseId, is_web_address
from talqy.office.xml_tree import Element, element

_IN_AN_ADDRESS = "/:?#[]@!$&'()*+,;=%~"
_INCOMPLETE = {"status": "incomplete"}
Meta = Callable[[PlacedClause], Element]
"""Makes the `meta` of an annex."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a text in one language; `first` are the ids that clauses had first of all."""

    text: Revision
    places: PlacedText
    first: Mapping[ClauseId, str]
    locale: Locale
    words: PartWords
    acts: Mapping[str, OtherAct]

    def body(self, period: str) -> Element:
        """Return the body of the text, which holds in a `period`."""
        attributes = {"xml:lang": self.locale.code, "period": period}
        return element("body", attributes, *map(self._clause, self.places.body))

    def attachments(self, meta: Meta) -> Element | None:
        """Return the annexes at the end of the text; None where there are none."""
        if not self.places.attached:
            return None
        return element(
            "attachments", None, *(self._attachment(one, meta) for one in self.places.attached)
        )

    def _clause(self, place: PlacedClause) -> Element:
        said, state = tuple(self._said(place)), self._state(place.clause)
        inside = tuple(map(self._clause, place.inside))
        if not inside:
            said = (element("content", state, *said),)
        elif said or state:
            said = (element("intro", state, *said),)
        ids = self._ids(place) | ({"name": place.name} if place.element == CONTAINER else {})
        return element(place.element, ids, *self._head(place.clause), *said, *inside)

    def _attachment(self, place: PlacedClause, meta: Meta) -> Element:
        inside = (*self._said(place), *map(self._clause, place.inside))
        language = {"xml:lang": self.locale.code}
        body = element("mainBody", language, *(inside or [element("p", _INCOMPLETE)]))
        document = element("doc", {"name": place.name}, meta(place), body)
        return element(place.element, self._ids(place), *self._head(place.clause), document)

    def _ids(self, place: PlacedClause) -> dict[str, str]:
        first = self.first.get(place.clause.id, place.eid)
        return {"eId": place.eid, "wId": first if first != place.eid else ""}

    def _head(self, clause: Clause) -> Iterator[Element]:
        if number := stopped(printed_label(self.locale, clause)):
            yield element("num", None, number)
        if clause.heading:
            words = text_of(clause, Part.HEADING, self.locale.code).replace("\n", " ")
            yield element("heading", {} if words else _INCOMPLETE, *filter(None, [words]))

    def _state(self, clause: Clause) -> dict[str, str]:
        is_said = not clause.text or text_of(clause, Part.TEXT, self.locale.code)
        return {} if is_said else _INCOMPLETE

    def _said(self, place: PlacedClause) -> Iterator[Element]:
        """Yield what a clause says itself: its text, its table, its note of acts that changed it.

        The note is no part of the text, but a remark of those who keep it.
        """
        clause, language = place.clause, self.locale.code
        text = text_of(clause, Part.TEXT, language)
        yield from passages(text, place.eid, self._references(clause, text))
        if clause.table:
            yield table_of(clause.table, language)
        for line in plain_paragraphs((clause.note or {}).get(language, "")):
            yield element("p", None, element("remark", {"status": "editorial"}, *line.inside))

    def _references(self, clause: Clause, text: str) -> list[LinkedWords]:
        """Return what the text of a clause names, in its order: clauses and other acts."""
        language = self.locale.code
        own = (
            LinkedWords(one.start, one.end, self._way(one.clause, one.item))
            for one in references_of(clause, language, self.text, self.words)
            if one.clause and one.start < one.end
        )
        others = (
            LinkedWords(named.start, named.end, quote(url, _IN_AN_ADDRESS))
            for named in acts_named(text, language, self.acts.values())
            if is_web_address(url := named.act.url.get(language, ""))
        )
        return sorted((*own, *others), key=lambda one: (one.start, -one.end))

    def _way(self, name: ClauseId, item: tuple[str, ...]) -> str:
        """Return where a clause stands in this text, or an item of it."""
        eid, clause = self.places.eids[name], self.text.clause(name)
        if item and clause:
            text = text_of(clause, Part.TEXT, self.locale.code)
            eid = item_eids(text, eid).get(item, eid)
        return f"#{eid}"
