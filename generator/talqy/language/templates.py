"""The one door to Jinja2: finds templates, prepares them once a language, escapes everything.

A project's template beats ours, file by file. Views arrive as values; what is not `Markup` is
escaped on its way out. Undefined names are errors, so that a misspelt field cannot print nothing.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2 import TemplateError as JinjaError
from markupsafe import Markup

from talqy.errors import TemplateError
from talqy.language.locale import Locale, stranger


class Templates:
    """The record templates in one language."""

    def __init__(self, folders: Sequence[Path], locale: Locale) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            _=locale.words,
            _n=locale.count,
            coded=locale.coded,
            day=locale.day,
            number=locale.number,
            language=locale.code,
        )
        self._environment.filters["stranger"] = stranger
        self._macros: dict[tuple[str, str], Callable[[object], Markup]] = {}

    def macro(self, name: str, macro: str, view: object) -> Markup:
        """Print one view by a macro of a template: cheaper, for pieces that many pages hold."""
        try:
            if (name, macro) not in self._macros:
                module = self._environment.get_template(name).module
                if not hasattr(module, macro):
                    raise TemplateError(f"the template {name} must define the macro “{macro}”")
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


def _told(error: JinjaError, name: str) -> TemplateError:
    """Say which template is broken, and where; `name` is the one that was asked for."""
    if isinstance(error, TemplateNotFound):
        return TemplateError(f"there is no template {error.name}")
    place = f"{getattr(error, 'name', None) or name}: line {getattr(error, 'lineno', '?')}"
    return TemplateError(f"the template {place} cannot be used: {error}")


def theme_error(error: Exception) -> TemplateError | None:
    """Say which template of the theme ended a build; None where something else did."""
    return _told(error, "main.html") if isinstance(error, JinjaError) else None
