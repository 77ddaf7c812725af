"""The comments that the base has, and those that came before in the same pull request."""

from talqy.comments.comment_path import Place, place_of
from talqy.comments.duplicates import plain_words
from talqy.gate.request import Request
from talqy.project.yaml_read import parse


class Heard:
    """The comments that the base has, read only as far as they are asked for."""

    def __init__(self, request: Request) -> None:
        self._request = request
        found = (place_of(path) for path in request.there if path.startswith("comments/"))
        self._places = {place.id: place for place in found if place}
        self._texts: dict[tuple[str, int], dict[str, str]] = {}
        self.standards = {
            path.split("/")[1]
            for path in request.there
            if path.startswith("standards/") and path.count("/") > 1
        }

    def other_with(self, place: Place) -> str | None:
        """Return another file that has the id of this one."""
        other = self._places.get(place.id)
        return other.path if other and other.path != place.path else None

    def comments_on(self, standard: str) -> set[str]:
        """Return the ids of all comments on a standard."""
        return {place.id for place in self._places.values() if place.standard == standard}

    def texts(self, place: Place) -> dict[str, str]:
        """Return the plain words of all comments on the same revision, by id."""
        key = (place.standard, place.revision)
        if key not in self._texts:
            wanted = {p.path: p.id for p in self._places.values() if _key(p) == key}
            read = self._request.base_files(wanted)
            self._texts[key] = {wanted[path]: _text(data) for path, data in read.items()}
        return self._texts[key]

    def add(self, place: Place, said: str) -> None:
        """Remember the words of a comment of this pull request for those that come with it."""
        self.texts(place)[place.id] = said
        self._places.setdefault(place.id, place)


def _key(place: Place) -> tuple[str, int]:
    return place.standard, place.revision


def _text(data: bytes | None) -> str:
    tree = parse(data, "").tree if data else None
    if not isinstance(tree, dict):
        return ""
    said = (tree.get(key) for key in ("text", "proposal"))
    return plain_words(*(words if isinstance(words, str) else "" for words in said))
