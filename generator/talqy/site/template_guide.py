"""What templates may use, printed for whoever overrides one: `site_templates/README.md`.

Everything here is read from the views themselves, so that it cannot say what is no longer so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cached_property
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup

from talqy.diff.page import PageView
from talqy.diff.view import DiffView
from talqy.language.templates import FILTERS, FUNCTIONS
from talqy.project.shipped_files import shipped_templates
from talqy.site.pages.authorities import AuthorityPageView
from talqy.site.pages.clause_history import ClauseHistoryView
from talqy.site.pages.clauses import ClauseBody
from talqy.site.pages.comments import CommentPageView, CommentsView
from talqy.site.pages.compare import CompareView, GoneView
from talqy.site.pages.data import DataView
from talqy.site.pages.history import HistoryView
from talqy.site.pages.home import ChooserView, HomeView
from talqy.site.pages.in_force import InForceView
from talqy.site.pages.languages import LanguagesView
from talqy.site.pages.matrix import MatrixView
from talqy.site.pages.matrix_rows import MatrixRowView
from talqy.site.pages.missing import MissingPageView, MissingView
from talqy.site.pages.news import NewsView
from talqy.site.pages.participate import CommentFileView, ParticipateView
from talqy.site.pages.quarters import QuarterView
from talqy.site.pages.register import RegisterView
from talqy.site.pages.report import ReportView
from talqy.site.pages.reviewers import ReviewersView
from talqy.site.pages.search import SearchView
from talqy.site.pages.standard import StandardView
from talqy.site.pages.statistics import StatisticsView
from talqy.site.pages.statistics_lists import FigureListView, ListedComment
from talqy.site.pages.verify import VerifyView
from talqy.site.shell import FrameView

VIEWS: Mapping[str, type] = {
    "_clause.html": ClauseBody,
    "_diff.html": DiffView,
    "_figure_row.html": ListedComment,
    "_matrix_row.html": MatrixRowView,
    "_missing.html": MissingView,
    "authority.html": AuthorityPageView,
    "chooser.html": ChooserView,
    "comment.html": CommentPageView,
    "comment_file.html": CommentFileView,
    "clause_history.html": ClauseHistoryView,
    "comments.html": CommentsView,
    "compare.html": CompareView,
    "compare_gone.html": GoneView,
    "data.html": DataView,
    "diff.html": PageView,
    "figure_list.html": FigureListView,
    "history.html": HistoryView,
    "home.html": HomeView,
    "in_force.html": InForceView,
    "languages.html": LanguagesView,
    "matrix.html": MatrixView,
    "missing.html": MissingPageView,
    "news.html": NewsView,
    "participate.html": ParticipateView,
    "quarter.html": QuarterView,
    "register.html": RegisterView,
    "report.html": ReportView,
    "reviewers.html": ReviewersView,
    "revision.html": StandardView,
    "search.html": SearchView,
    "standard.html": StandardView,
    "statistics.html": StatisticsView,
    "verify.html": VerifyView,
}
"""What each template of `records/` knows as `view`; a test holds that it is so."""

_HEAD = """\
# Templates

A file that you put here beats the one that comes with Talqy:

- `pages/<language>/*.md` – prose that you write;
- `records/*.html` – pages made from data (Jinja2);
- `service/*.html` – pages of the service (docs/service-form.md), with `service/assets/`;
- `theme/` – overrides of the theme: `main.html`, `partials/`, `assets/`;
- `office/` – layouts of texts, tables and reports for Word (.docx), for PDF (.typ), and of
  workbooks: their words are examples;
- `messages/<language>.po` – interface words, key by key.

What follows is printed from the code by `talqy export templates`; do not edit it.

A template of `records/` sees one value, `view`, and the functions below. Whatever is not finished
HTML is escaped when it is printed, and a name that is misspelt ends the build.
"""
_PLAIN: Mapping[object, str] = {
    Markup: "finished HTML",
    date: "day, to be printed with `day`",
    bool: "true or false",
    int: "number",
    float: "number",
    str: "text",
    object: "value",
    Any: "value",
    NoneType: "nothing",
}
_FOR_TEMPLATES = ("talqy.site", "talqy.diff", "talqy.report")
_MACRO = re.compile(r"{% macro (\w+\([^)]*\))")
_REMARK = re.compile(r"\A{# (.*?) #}", re.DOTALL)


def template_guide() -> str:
    """Return the guide as Markdown: functions, then each template, then the values inside views."""
    parts: dict[type, None] = {}
    sections = [_HEAD, *_functions(), "## Templates of `records/`\n"]
    for file in sorted((shipped_templates() / "records").glob("*.html")):
        sections += _template(file, parts)
    sections += ["## The theme\n\n`theme/base.html` sees `talqy`:\n", _table(FrameView, parts)]
    sections.append("## Values inside views\n")
    shown: set[type] = set()
    while waiting := sorted(set(parts) - shown, key=lambda part: part.__name__):
        for part in waiting:
            _table(part, parts)  # finds what stands inside
        shown |= set(waiting)
    for part in sorted(shown, key=lambda part: part.__name__):
        sections.append(f"### {part.__name__}\n\n{_explained(part)}\n\n{_table(part, {})}")
    return "\n".join(sections)


def _functions() -> Iterator[str]:
    """Say what every template may call."""
    yield "## Functions and filters\n"
    yield "| what | says |\n| --- | --- |"
    for name, function in FUNCTIONS.items():
        _, *values = signature(function).parameters.values()
        given = ", ".join(str(value.replace(annotation=Parameter.empty)) for value in values)
        yield f"| `{name}({given})` | {_first_line(function)} |"
    for name, function in FILTERS.items():
        yield f"| `… \\| {name}` | {_first_line(function)} |"
    yield "| `language` | The tag of the language of the page. |"
    yield "\nBesides these: what Jinja2 brings along.\n"


def _template(file: Path, parts: dict[type, None]) -> Iterator[str]:
    """Say what one template is for, and what it sees."""
    text = file.read_text("utf-8")
    yield f"### {file.name}\n"
    if remark := _REMARK.match(text):
        yield " ".join(remark[1].split()) + "\n"
    if macros := _MACRO.findall(text):
        yield "Macros: " + ", ".join(f"`{macro}`" for macro in macros) + ".\n"
    if view := VIEWS.get(file.name):
        yield f"`view` is a `{view.__name__}`. {_explained(view)}\n"
        yield _table(view, parts)


def _table(view: type, parts: dict[type, None]) -> str:
    """Print the fields of a view; `parts` gathers the values that are explained by themselves."""
    rows = "".join(
        f"| `{name}` | {_plain(kind, parts)}{remark and f': {remark}'} |\n"
        for name, kind, remark in _fields(view)
    )
    return f"| field | what it is |\n| --- | --- |\n{rows}"


def _fields(view: type) -> Iterator[tuple[str, object, str]]:
    """Yield what a template may ask of a view: name, type and remark."""
    names = [f.name for f in fields(view)] if is_dataclass(view) else list(_names(view))
    hints = get_type_hints(view)
    for name in names:
        if not name.startswith("_"):
            yield name, hints[name], ""
    for name, value in vars(view).items():
        if name.startswith("_"):
            continue
        if isinstance(value, property | cached_property):
            made = value.fget if isinstance(value, property) else value.func
            yield name, get_type_hints(made)["return"], _first_line(made)
        elif callable(value) and name not in names and not isinstance(value, type):
            yield f"{name}(…)", get_type_hints(value)["return"], _first_line(value)


def _names(view: type) -> tuple[str, ...]:
    """Return the fields of a named tuple."""
    names: tuple[str, ...] = getattr(view, "_fields", ())
    return names


def _plain(kind: object, parts: dict[type, None]) -> str:
    """Return a type in plain words."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    inside = [_plain(one, parts) for one in get_args(kind) if one is not Ellipsis]
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return " or ".join(inside)
    if origin is tuple and Ellipsis not in get_args(kind):
        return f"({', '.join(inside)})"
    if origin in {dict, Mapping}:
        return f"by {inside[0]}: {inside[1]}"
    if origin is not None:
        return f"list of {inside[0]}"
    return _link(kind, parts)


def _link(kind: object, parts: dict[type, None]) -> str:
    """Name a class; the values of these rooms are made for templates, and explained below."""
    name = getattr(kind, "__name__", str(kind))
    module = getattr(kind, "__module__", "")
    if isinstance(kind, type) and module.startswith(_FOR_TEMPLATES):
        parts[kind] = None
        return f"[{name}](#{name.lower()})"
    return f"`{name}`"


def _explained(view: type) -> str:
    """Return the whole docstring of a view in one paragraph."""
    return " ".join((view.__doc__ or "").split())


def _first_line(function: object) -> str:
    """Return what a function returns, as its docstring says it."""
    return (function.__doc__ or "").strip().splitlines()[0].removeprefix("Return ")
