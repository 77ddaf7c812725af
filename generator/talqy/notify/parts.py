"""Notices as JSON, in parts that another program can take."""

from collections.abc import Collection, Iterator

from talqy.model.notice import Happening, Notices

_MOST_NOTICES = 50
_MOST_BYTES = 256 << 10


def in_parts(found: Notices) -> Iterator[Notices]:
    """Yield notices in parts that a hook can take: so many, and so long, but one at least."""
    part, size = list[Happening](), 0
    for one in found.notices:
        length = len(one.model_dump_json().encode())
        if part and (len(part) == _MOST_NOTICES or size + length > _MOST_BYTES):
            yield found.model_copy(update={"notices": tuple(part)})
            part, size = [], 0
        part.append(one)
        size += length
    if part:
        yield found.model_copy(update={"notices": tuple(part)})


def notices_json(found: Notices) -> str:
    """Return notices as JSON, as docs/formats/notices.schema.json describes it."""
    return found.model_dump_json(by_alias=True, exclude_none=True, indent=2) + "\n"


def in_languages(found: Notices, codes: Collection[str]) -> Notices:
    """Return notices in some of their languages alone."""
    kept = tuple(
        one.model_copy(update={"told": {code: one.told[code] for code in codes}})
        for one in found.notices
    )
    return found.model_copy(update={"notices": kept})
