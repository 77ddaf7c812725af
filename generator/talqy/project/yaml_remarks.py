"""The remarks of a YAML file: what stands behind “#” beside its values."""

import re
from collections.abc import Iterator

import yaml

_REMARK = re.compile(r"#.*")
MERGED = "# Written by “talqy merge” alone; remarks like this one are kept."
"""The line above each record."""
# Lines that programs write: an editor reads the name of the schema, and fetches it from where that
# is. So it is ours where it is in the project, or in the tool beside it, and nowhere else.
_OURS = re.compile(
    rf"# yaml-language-server: \$schema=(?:\.\./)*(?:[a-z_-]+/)*[a-z-]+\.schema\.json"
    rf"|{re.escape(MERGED)}"
)

Remark = tuple[int, str]
"""The line, from 1, and what stands there from the sign to the end of the line."""


def remarks(data: bytes) -> list[Remark]:
    """Return the remarks of a file that can be read, without the lines that programs write."""
    text = data.decode().replace("\r\n", "\n")
    if "#" not in _OURS.sub("", text, count=2):
        return []
    places = (at for start, end in _gaps(text) for at in _REMARK.finditer(text, start, end))
    found = [(text.count("\n", 0, at.start()) + 1, at[0].rstrip()) for at in places]
    return [(line, said) for line, said in found if not _OURS.fullmatch(said)]


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of whatever stands between the values and signs of a file."""
    at = 0
    for token in yaml.scan(text, Loader=yaml.CLoader):
        start, end = token.start_mark.index, token.end_mark.index
        yield at, start
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            yield start, start + len(text[start:end].partition("\n")[0])
        at = max(at, end)
    yield at, len(text)
