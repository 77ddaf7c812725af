"""The commenting template of ISO, where it has more than a comment has.

Its columns: member body, line, clause, paragraph/figure/table, type of comment (ge, te, ed),
comments, proposed change, observations of the secretariat (`legal-domain.md` 7.4). A comment has no
fields for the line and the paragraph; they go in front of the text, under their names in the head.
"""

import re
from collections.abc import Mapping

_PLACES = ("line", "part")
# ge general, te technical, ed editorial: how weighty a comment is, not what its author wants.
_WEIGHTS = frozenset({"ge", "te", "ed", "general", "technical", "editorial"})
_EXAMPLE = re.compile(r"\s*\(.*", re.DOTALL)


def settled(said: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Return what a row says in the fields of a comment; `names` are the heads by field."""
    places = [f"{_named(names[key])}: {said[key]}" for key in _PLACES if said.get(key)]
    kept = {key: text for key, text in said.items() if key not in _PLACES}
    if kept.get("kind", "").strip().lower().rstrip(".") in _WEIGHTS:
        del kept["kind"]
    if places and kept.get("text"):
        kept["text"] = "\n".join([*places, kept["text"]])
    return kept


def _named(head: str) -> str:
    return " ".join(_EXAMPLE.sub("", head).split()).rstrip(":/ ")
