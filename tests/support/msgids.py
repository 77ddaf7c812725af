"""The words that code and templates say, collected from their source; and their catalogues."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from sites import ROOT
from talqy.comments import door_words, kinds
from talqy.data.columns import COLUMNS
from talqy.drafts import word_kinds
from talqy.drafts.copy_tables import CopyTable
from talqy.drafts.draft_fields import LABELS
from talqy.gate import kinds as gate_kinds
from talqy.intake import import_kinds
from talqy.model.facts import FACTS
from talqy.project import faults
from talqy.report import refusals
from talqy.responses import faults as answer_faults
from talqy.service import kinds as service_kinds
from talqy.service.desk import kinds as desk_kinds
from talqy.service.desk.field_labels import CHOICES, FACT_LABELS
from talqy.service.desk.field_labels import LABELS as FIELD_LABELS
from talqy.service.desk.field_labels import TEXTS as FIELD_TEXTS
from talqy.service.desk.work import asked_kinds

CODE = ROOT / "generator/talqy"
TEMPLATES = ROOT / "site_templates"
# The rooms that say things to readers of the site, of files and of what “talqy init” writes.
SAYING = (
    *("data", "diff", "drafts", "language", "notify", "papers", "report", "responses", "search"),
    *("service/form", "service/messages", "service/public", "site"),
)
_PAGES = ("desk", "records", "service", "theme")
_SAYING_TEMPLATES = (("mail", "txt"), *((name, "html") for name in _PAGES))
LANGUAGES = ("kk", "ru", "en")
GAP = re.compile(r"\{[^{}\s]*\}")
# Not words: a gap that another text fills.
BARE = {"", "{advice}"}


@cache
def catalogue(language: str) -> Catalog:
    """Read a catalogue that ships with the tool."""
    with (TEMPLATES / f"messages/{language}.po").open("rb") as stream:
        return read_po(stream, abort_invalid=True)


@cache
def said_in(language: str, context: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return what a catalogue says in one context: by msgid, one form or all plural ones."""
    found = {}
    for message in catalogue(language):
        if message.id and message.context == context:
            ids, said = message.id, message.string
            name = ids[0] if isinstance(ids, tuple | list) else ids
            found[name] = tuple(said) if isinstance(said, tuple | list) else (said or "",)
    return found


@cache
def interface_words() -> frozenset[str]:
    """Return every msgid of the pages, from templates and code, and of what `talqy init` writes."""
    names = ("words", "count", "weighed", "catalogue()")
    said = [_words_of_code(CODE / room, names) for room in SAYING]
    said.append(
        _words_of_code(CODE / "service/desk", (*names, "say", "done_in_each", "DeskSubject"))
    )
    facts = frozenset(fact.label for fact in FACTS.values()) - BARE
    fields = (
        *FIELD_LABELS.values(),
        *CHOICES.values(),
        *FACT_LABELS.values(),
        *FIELD_TEXTS.values(),
    )
    heads = (key for table in CopyTable for key in table.keys)
    columns = (column.head for table in COLUMNS.values() for column in table.values())
    return facts.union(LABELS, fields, heads, columns, _words_of_templates(), *said)


@cache
def problem_words() -> frozenset[str]:
    """Return every message and hint of `talqy check`, and the words that fill their gaps."""
    of_answers = (answer_faults, refusals)
    of_service = (service_kinds, desk_kinds, asked_kinds)
    tables = (faults, import_kinds, kinds, gate_kinds, *of_answers, word_kinds, *of_service)
    words = {word for table in tables for kind in table.ALL for word in (kind.message, kind.hint)}
    to_clerk = {**door_words.TO_CLERK, **door_words.TO_AUTHOR_BEFORE}
    others = (*to_clerk.values(), *door_words.TO_CLERK_OF_MAIL.values())
    others += (*door_words.TO_AUTHOR_IN_FORM.values(),)
    words |= {text for other in others for text in (other.hint, other.message)}
    words |= set(_words_of_code(CODE / "rules", ("breach", "_covered")))
    words |= set(_words_of_code(CODE, ("translate",)))
    return frozenset(words - BARE)


def _words_of_templates() -> Iterator[str]:
    for folder, ending in _SAYING_TEMPLATES:
        for file in sorted((TEMPLATES / folder).rglob(f"*.{ending}")):
            with file.open("rb") as stream:
                for _, _, message, _ in babel_extract(stream, ("_", "_n"), (), {}):
                    first = message[0] if isinstance(message, tuple) else message
                    assert isinstance(first, str), f"{file.name}: words must be written out"
                    yield first


def _words_of_code(folder: Path, functions: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts given to some functions; a name stands for what was assigned to it."""
    for file in sorted(folder.rglob("*.py")):
        for body in _bodies(ast.parse(file.read_text("utf-8"))):
            named = _assigned(body)
            for call in ast.walk(body):
                if isinstance(call, ast.Call) and _name(call.func) in functions:
                    yield from _words_of_call(call, named)


def _bodies(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            yield node
        else:
            yield from node.body


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Call):  # catalogue(language, folders)("words")
        return f"{_name(function.func)}()"
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _assigned(body: ast.AST) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for node in ast.walk(body):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).extend(_texts(node.value))
    return named


def _texts(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _words_of_call(call: ast.Call, named: dict[str, list[str]]) -> Iterator[str]:
    """Yield the words of one call: `breach` has them third and fourth, the others first."""
    places = {"breach": slice(2, 4), "_covered": slice(2, 4)}
    if _name(call.func) == "count" and len(call.args) != 3:  # counting signs, not things
        return
    for argument in call.args[places.get(_name(call.func), slice(0, 1))]:
        if isinstance(argument, ast.Name):
            yield from named.get(argument.id, [])
        else:
            yield from _constants(argument)


def _constants(argument: ast.expr) -> Iterator[str]:
    """Yield a text, or both texts of a choice."""
    if isinstance(argument, ast.IfExp):
        yield from _constants(argument.body)
        yield from _constants(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
