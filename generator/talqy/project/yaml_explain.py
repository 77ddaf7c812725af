"""Why a file is not valid YAML, in words of ours: a parser's own never reach a person.

First the lines are looked at for the slips that people make (`yaml_slips.py`). Where none is found,
ruamel.yaml looks at the file a second time: it knows the place best, but is thirty times slower.
"""

import re
import warnings
from functools import lru_cache

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.yaml_slips import Slip, first_slip

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)

_BRACKET = re.compile(r"[\[\]{}]")
# With each open bracket ruamel.yaml becomes slower: a thousand take it half a minute.
_DEEPEST = 100

# By what the parsers say: what is wrong, and what a person who does not know YAML should try.
_REASONS = (
    (
        "mapping values are not allowed",
        "a colon stands where none can be",
        "a text with “: ” in it needs quotation marks around it",
    ),
    (
        "could not find expected ':'",
        "the line is no field with a value",
        "a “:” is missing after the key, or a quotation mark is open",
    ),
    (
        "while scanning a quoted scalar",
        "a text in quotation marks does not end",
        "a quotation mark is not closed",
    ),
    (
        "found unexpected end of stream",
        "the file ends in the midst of a value",
        "a quotation mark or a bracket is not closed",
    ),
    (
        "expected <block end>",
        "the line does not fit to those above it",
        "the line is indented more or less than its neighbours",
    ),
    (
        "expected ',' or",
        "what stands in brackets does not end",
        "a comma or a closing bracket is missing",
    ),
    (
        "cannot start any token",
        "no text can begin with this sign",
        "the text begins with a special character; put it into quotes",
    ),
    (
        "characters are not allowed",
        "there is a sign that cannot be seen",
        "the file holds an invisible control character",
    ),
)
_UNKNOWN = ("the file cannot be read from here on", "look at the line above too")
_MERGED = (
    "“<<<<<<<” found",
    "a merge conflict was left in the file; keep one of the two sides",
)
WORDS = frozenset(
    {words for _, *pair in (*_REASONS, ("", *_UNKNOWN), ("", *_MERGED)) for words in pair}
)
"""All sentences that are said of a broken file besides those of `yaml_slips`."""


def explained(text: str, file: str, error: yaml.YAMLError) -> Problem:
    """Make the problem of a syntax error, with its place and an advice that fits."""
    if conflict := _CONFLICT.search(text):
        position = (text.count("\n", 0, conflict.start()) + 1, 1)
        reason, advice = _MERGED
        return faults.SYNTAX.at(file, position=position, reason=reason, advice=advice)
    message, position = _second_opinion(text) or _first_opinion(text, error)
    if slip := first_slip(text, last=position[0]):
        return problem_of(slip, file)
    reason, advice = next((pair for sign, *pair in _REASONS if sign in message), _UNKNOWN)
    return faults.SYNTAX.at(file, position=position, reason=reason, advice=advice)


def problem_of(slip: Slip, file: str) -> Problem:
    """Return the problem that a slip is."""
    position = (slip.line, slip.column)
    return faults.SYNTAX.at(file, position=position, reason=slip.reason, advice=slip.advice)


# A broken file is read again for the places of its problems, and must not cost twice then.
@lru_cache(maxsize=64)
def _second_opinion(text: str) -> tuple[str, tuple[int, int]] | None:
    if _depth(text) > _DEEPEST:
        return None
    try:
        # Its warnings would print pieces of the file, and a log may take these for commands.
        with warnings.catch_warnings(action="ignore"):
            YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        return (message, (mark.line + 1, mark.column + 1)) if mark else None
    except Exception:  # noqa: BLE001 - a second opinion may fail on what it was asked about
        return None
    return None


def _depth(text: str) -> int:
    """Count how many brackets are open at once, at most; those in texts count too."""
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _first_opinion(text: str, error: yaml.YAMLError) -> tuple[str, tuple[int, int]]:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        return message, (mark.line + 1, mark.column + 1) if mark else (1, 1)
    # The parser in C counts bytes up to a character that it refuses.
    before = text.encode()[: getattr(error, "position", 0)].decode("utf-8", "ignore")
    position = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    return str(getattr(error, "reason", error)), position
