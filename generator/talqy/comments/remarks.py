"""What a file says beside its values: remarks, and all of it where it is no YAML.

Nobody reads it on the site, but it is published with the file. Rule: the whole text is looked at
as one, and what stands in a value too is left to that value, so that nothing is said twice.
"""

import re
from collections.abc import Iterable, Iterator

from talqy.comments.content import commands, personal
from talqy.comments.personal import keys_in
from talqy.model.problem import Path, Problem

# An editor reads this line; it names the schema of the file.
_SCHEMA = re.compile(r"\A# yaml-language-server: \$schema=[\w./:-]+$", re.MULTILINE)
_HASH = re.compile(r"^([ \t]*)#", re.MULTILINE)


def judge_remarks(
    file: str,
    data: bytes,
    leaves: Iterable[tuple[Path, str]],
    public: frozenset[str],
    *,
    is_yaml: bool,
) -> Iterator[Problem]:
    """Look at what stands in no value of a file; `leaves` are its values, as far as it has any."""
    text = _SCHEMA.sub("", readable(data))
    if is_yaml and "#" not in text:
        return
    values = [value for _, value in leaves]
    # A number may go on in the next remark.
    plain = _HASH.sub(r"\1 ", text)
    yield from personal(file, (), plain, public | keys_in(values))
    if is_yaml:
        said = {problem.said() for value in values for problem in commands(file, (), value)}
        yield from (p for p in commands(file, (), plain) if p.said() not in said)


def readable(data: bytes) -> str:
    """Return bytes as far as they are letters and digits; UTF-16 has a NUL beside each digit."""
    return data.replace(b"\0", b"").decode("utf-8", "replace").replace("\r\n", "\n")
