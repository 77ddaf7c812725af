"""The one door to Jinja2: finds templates, prepares them once a language, escapes everything.

A project's template beats ours, file by file. Views arrive as values; what is not `Markup` is
escaped on its way out. Undefined names are errors, so that a misspelt field cannot print nothing.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import partial
from pathlib import Path
from traceback import extract_tb
from types import CodeType
from typing import Any, Self

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2 import TemplateError as JinjaError
from jinja2.bccache import Bucket
from markupsafe import Markup

from talqy.errors import Saying, TemplateError
from talqy.language.locale import Locale, escaped_paragraphs
from talqy.model.paths import TEMPLATES

FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "_": Locale.words,
    "_n": Locale.count,
    "coded": Locale.coded,
    "day": Locale.day,
    "days": Locale.days,
    "state_of": Locale.state_of,
    "number": Locale.number,
}
"""What every template may call, in the language of its page; `language` is the tag of that."""
_LACKING = re.compile(r"has no (?:attribute|element) '([^']{1,100})'|^'([^']{1,100})' is undefined")
FILTERS: Mapping[str, Callable[..., Markup]] = {"escaped_paragraphs": escaped_paragraphs}
NOT_UTF8 = Saying("the file is not written in UTF-8")


class _Compiled(BytecodeCache):
    """Templates that this process has compiled, by what they say: once for all languages."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what was compiled of the same words."""
        checksum, code = self._known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled of a template."""
        self._known[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


class _Loader(FileSystemLoader):
    """Reads templates; one that is no UTF-8 is named."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return what a template says."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise TemplateError("{file}: {reason}", file=template, reason=NOT_UTF8) from error


class _Environment(Environment):
    """What templates know: nobody changes it once they are read."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows in one mapping: it is asked for each name, on each page."""
        return {**self.globals, **(d or {})}


OwnTemplates = Mapping[str, tuple[str, str]]
"""Templates that lie in no folder, by name: each the path that it has in its project, and words."""


class Templates:
    """The record templates in one language; `own` ones beat those of the folders."""

    def __init__(
        self, folders: Sequence[Path], locale: Locale, own: OwnTemplates | None = None
    ) -> None:
        self._made_of = (folders, locale, own)
        shipped = _Loader([str(folder) for folder in folders])
        self._environment = _Environment(
            loader=ChoiceLoader([FunctionLoader(partial(_given, own)), shipped])
            if own
            else shipped,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,  # all that there are: each page asks for several
            bytecode_cache=_COMPILED,
        )
        self._environment.globals.update(
            {name: partial(function, locale) for name, function in FUNCTIONS.items()},
            language=locale.code,
        )
        self._environment.filters.update(FILTERS)
        self._macros: dict[tuple[str, str], Callable[[object], Markup]] = {}

    def __reduce__(
        self,
    ) -> tuple[type[Self], tuple[Sequence[Path], Locale, OwnTemplates | None]]:
        """Let another process make its own: it is sent what they are made of."""
        return type(self), self._made_of

    def macro(self, name: str, macro: str, view: object) -> Markup:
        """Print one view by a macro of a template: cheaper, for pieces that many pages hold."""
        try:
            if (name, macro) not in self._macros:
                module = self._environment.get_template(name).module
                if not hasattr(module, macro):
                    raise TemplateError(
                        "the template {name} must define the macro “{macro}”",
                        name=name,
                        macro=macro,
                    )
                self._macros[name, macro] = getattr(module, macro)
            return self._macros[name, macro](view)
        except JinjaError as error:
            raise _told(error, name) from error

    def render(self, name: str, view: object) -> Markup:
        """Print one view; its fields are known to the template as `view`."""
        try:
            # S704: the text comes out of an autoescaping template
            return Markup(self._environment.get_template(name).render(view=view))  # noqa: S704
        except JinjaError as error:
            raise _told(error, name) from error


def _given(own: OwnTemplates, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """Return what a template says that lies in no folder, and the name that faults in it have."""
    if name not in own:
        return None
    path, words = own[name]
    return words, f"/{path}", lambda: True


class TextTemplates:
    """Templates of plain text, such as letters: nothing is escaped, for nothing there is markup.

    `sources` are their words by name.
    """

    def __init__(self, sources: Mapping[str, str], locale: Locale) -> None:
        self._environment = _Environment(
            loader=DictLoader(sources),
            autoescape=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            {name: partial(function, locale) for name, function in FUNCTIONS.items()},
            language=locale.code,
        )

    def render(self, name: str, view: object) -> str:
        """Print one view; its fields are known to the template as `view`."""
        try:
            return self._environment.get_template(name).render(view=view)
        except JinjaError as error:
            raise _told(error, name) from error


def _told(error: JinjaError, name: str) -> TemplateError:
    """Say which template is broken, and where; `name` is the one that was asked for."""
    if isinstance(error, TemplateNotFound):
        return TemplateError("there is no template {name}", name=error.name)
    file, line = _place(error)
    gone = _LACKING.search(str(error)) if isinstance(error, UndefinedError) else None
    if gone:
        return TemplateError(
            "the template {name}, line {line}, asks for “{what}”, and its page is not given that: "
            "what pages are given stands in site_templates/README.md; “talqy upgrade” names the "
            "templates of this project that stand in the place of ours",
            name=file or name,
            line=line,
            what=gone[1] or gone[2],
        )
    return TemplateError(
        "the template {name}, line {line}, cannot be used; Jinja says: {words}",
        name=file or getattr(error, "name", None) or name,
        line=line,
        words=error,
    )


def _place(error: JinjaError) -> tuple[str, object]:
    """Return the file and the line of a fault: Jinja tells them of syntax, else the way there does.

    The last template on the way is the one: others may have asked for it.
    """
    if isinstance(error, TemplateSyntaxError):
        return _below_templates(error.filename or ""), error.lineno
    way = [
        (f, frame.lineno)
        for frame in extract_tb(error.__traceback__)
        if (f := _below_templates(frame.filename))
    ]
    return way[-1] if way else ("", "?")


def _below_templates(file: str) -> str:
    """Return the path of a template as a project has it; nothing for what is none."""
    _, folder, path = file.replace("\\", "/").rpartition(f"/{TEMPLATES}/")
    return f"{TEMPLATES}/{path}" if folder else ""


def theme_error(error: Exception) -> TemplateError | None:
    """Say which template of the theme ended a build; None where something else did."""
    return _told(error, "main.html") if isinstance(error, JinjaError) else None
