"""What a browser would send of a form that nobody has touched."""

from html.parser import HTMLParser
from typing import Any

_NOT_SENT = frozenset({"file", "checkbox", "radio"})


class _Fields(HTMLParser):
    """Reads the fields of the first form of a class."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.said: dict[str, Any] = {}
        self._wanted, self._is_inside, self._area, self._select = wanted, False, "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = self._wanted in at.get("class", "") and not self.said
        if not self._is_inside:
            return
        if tag == "textarea":
            self._area = at["name"]
            self._put(self._area, "")
        self._select = at["name"] if tag == "select" else self._select
        if tag == "option" and "selected" in at:
            self._put(self._select, at["value"])
        if tag == "input" and (at.get("type") not in _NOT_SENT or "checked" in at):
            self._put(at["name"], at.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "form"
        self._area = "" if tag == "textarea" else self._area

    def handle_data(self, data: str) -> None:
        if self._area:
            self.said[self._area][-1] += data.removeprefix("\n")

    def _put(self, name: str, value: str) -> None:
        self.said.setdefault(name, []).append(value)


def fields_of(page: str, wanted: str = "clause-form") -> dict[str, Any]:
    """Return the fields of a form as they stand; without its buttons."""
    reader = _Fields(wanted)
    reader.feed(page)
    return reader.said
