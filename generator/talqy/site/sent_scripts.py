"""Scripts of pages as they are sent: what they load on a phone is their words, not our remarks."""

import re
from collections.abc import Mapping
from functools import lru_cache

from talqy.site.pages import search

SCRIPTS = "assets/"
"""The folder of the scripts, among the files of a site."""
_SPACED = re.compile(r" ?(=>|[!=]==|<=|>=|&&|\|\||\?\?|[=<>*?:,(){}\[\];+]) ?")
_QUOTED = re.compile(r'("(?:[^"\\]|\\.)*"|`[^`]*`)')


@lru_cache(maxsize=64)
def without_remarks(script: str) -> str:
    """Return a script as it is sent: without lines of remarks alone, indents, and spaces of signs.

    One with a text of several lines or a remark between two marks stays as it is.
    """
    lines = script.split("\n")
    if "/*" in script or any(line.count("`") % 2 for line in lines):
        return script
    sent = (line.strip() for line in lines)
    return "\n".join(_without_spaces(line) for line in sent if not line.startswith("//"))


def _without_spaces(line: str) -> str:
    """Leave out the spaces around signs, not in texts; a line with a pattern stays as it is."""
    if "/" in line or "'" in line or line.count("`") > 2:
        return line
    parts = _QUOTED.split(line)
    return "".join(it if at % 2 else _SPACED.sub(r"\1", it) for at, it in enumerate(parts))


def sent_scripts(scripts: Mapping[str, str]) -> Mapping[str, str]:
    """Return scripts by their addresses as they are sent: the parts of search are one."""
    sent = {uri: without_remarks(script) for uri, script in scripts.items()}
    parts = [sent.pop(f"{SCRIPTS}{name}.js") for name in search.PARTS]
    return {**sent, f"{SCRIPTS}{search.SCRIPT}.js": "\n".join(parts)}
