"""Why a file is not valid YAML, in plain words: ruamel.yaml looks at it a second time.

ruamel.yaml explains best but is thirty times slower, so only broken files get here.
"""

import re
import warnings

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from talqy.model.problem import Problem
from talqy.project import faults

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})", re.MULTILINE)

_BRACKET = re.compile(r"[\[\]{}]")
# With each open bracket ruamel.yaml becomes slower: a thousand take it half a minute.
_DEEPEST = 100

# What ruamel.yaml says, and what a person who does not know YAML should try.
_ADVICE = (
    ("mapping values are not allowed", "a text with “: ” in it needs quotation marks around it"),
    ("could not find expected ':'", "a “:” is missing after the key, or a quotation mark is open"),
    ("found unexpected end of stream", "a quotation mark or a bracket is not closed"),
    ("while scanning a quoted scalar", "a quotation mark is not closed"),
    ("expected <block end>", "the line is indented more or less than its neighbours"),
    ("expected ',' or", "a comma or a closing bracket is missing"),
    ("cannot start any token", "the text begins with a special character; put it into quotes"),
    ("special characters are not allowed", "the file holds an invisible control character"),
    ("control characters are not allowed", "the file holds an invisible control character"),
)


def explained(text: str, file: str, error: yaml.YAMLError) -> Problem:
    """Make the problem of a syntax error, with its place and an advice that fits."""
    if conflict := _CONFLICT.search(text):
        place = (text.count("\n", 0, conflict.start()) + 1, 1)
        advice = "a merge conflict was left in the file; keep one of the two sides"
        return faults.SYNTAX.at(file, place, reason="“<<<<<<<” found", advice=advice)
    reason, place = _second_opinion(text) or _first_opinion(text, error)
    advice = next(
        (words for sign, words in _ADVICE if sign in reason), "look at the line above too"
    )
    return faults.SYNTAX.at(file, place, reason=reason, advice=advice)


def _second_opinion(text: str) -> tuple[str, tuple[int, int]] | None:
    if _depth(text) > _DEEPEST:
        return None
    try:
        # Its warnings would print pieces of the file, and a log may take these for commands.
        with warnings.catch_warnings(action="ignore"):
            YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = ", ".join(part for part in (error.context, error.problem) if part)
        return (words, (mark.line + 1, mark.column + 1)) if mark else None
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
        words = ", ".join(part for part in (error.context, error.problem) if part)
        return words, (mark.line + 1, mark.column + 1) if mark else (1, 1)
    # The parser in C counts bytes up to a character that it refuses.
    before = text.encode()[: getattr(error, "position", 0)].decode("utf-8", "ignore")
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    return str(getattr(error, "reason", error)), place
