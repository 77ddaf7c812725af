"""The site in one language: what every page of it may ask for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from markupsafe import Markup

from talqy.compare.align import align
from talqy.compare.comparison import Comparison, compare
from talqy.compare.traces import Trace, follow
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.language.templates import Templates
from talqy.law.parts import Parts, parts
from talqy.law.prices import price_year
from talqy.model.addresses import Spot
from talqy.model.alignment import Alignment
from talqy.model.comment import Comment
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import Assessment, Standing
from talqy.project.shipped import folders

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One finished page: what goes into the slots of its shell. `trail` are the steps above it."""

    spot: Spot
    title: str
    description: str
    section: str
    content: Markup
    trail: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Edition:
    """A register on its day, in one language.

    `shared` keeps what is derived once for all languages; editions of one site hold the same one.
    """

    register: Register
    assessment: Assessment
    locale: Locale
    templates: Templates
    others: tuple[Locale, ...] = field(default=())
    shared: dict[object, object] = field(default_factory=dict, compare=False, repr=False)
    _said: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def code(self) -> str:
        """The language's tag."""
        return self.locale.code

    @cached_property
    def _parts(self) -> Mapping[str, Parts]:
        return {record.id: parts(record, self.assessment) for record in self.register.records}

    def once(self, key: object, say: Callable[[], T]) -> T:
        """Say something once: a clause is shown on several pages.

        Keys hold the identities of values of the register, which lives as long as its editions.
        """
        if key not in self._said:
            self._said[key] = say()
        return cast("T", self._said[key])

    def derived(self, key: object, derive: Callable[[], T]) -> T:
        """Derive something once for all languages; keys as in `once`."""
        if key not in self.shared:
            self.shared[key] = derive()
        return cast("T", self.shared[key])

    def alignment(self, record: Record, older: Revision, newer: Revision) -> Alignment:
        """Align the clauses of two texts."""
        key = ("alignment", id(older), id(newer))
        return self.derived(key, lambda: align(record, older, newer))

    def comparison(self, record: Record, older: Revision, newer: Revision) -> Comparison:
        """Compare two texts of a standard."""
        key = ("comparison", id(older), id(newer))
        languages = self.register.project.languages
        return self.derived(key, lambda: compare(record, older, newer, languages))

    def trace(self, record: Record, comment: Comment, to: Revision) -> Trace | None:
        """Follow the words of a comment to a later text; one that was withdrawn has none."""
        if record.is_withdrawn(comment.id):
            return None
        key = ("trace", id(comment), id(to))
        return self.derived(
            key,
            lambda: follow(
                record, comment, to, lambda older, newer: self.alignment(record, older, newer)
            ),
        )

    def spot(self, path: str) -> Spot:
        """Return the place of a page in this language."""
        return Spot(self.code, path)

    def parts(self, record: Record) -> Parts:
        """Return the current text of a standard and the one in force."""
        return self._parts[record.id]

    def standing(self, record: Record, revision: Revision) -> Standing:
        """Return where a revision stands."""
        return self.assessment.of(record.id, revision.revision)

    def price_year(self, record: Record, revision: Revision) -> int:
        """Return the year whose fee unit applies to a text on the day of the edition."""
        return price_year(self.assessment, record, revision)

    def title(self, record: Record) -> str:
        """Return the title of a standard."""
        return self.locale.plain(record.standard.title)

    def authority(self, name: str, *, short: bool = True) -> Markup:
        """Return the name of an authority; an unknown one (a rule reports it) by its id."""
        authority = self.register.project.authorities.get(name)
        if authority is None:
            return self.locale.say({self.code: name})
        return self.locale.say(authority.short if short and authority.short else authority.name)

    def by_title(self, records: Iterable[Record]) -> list[Record]:
        """Sort standards by title, in the language's own order."""
        return sorted(records, key=lambda record: self.locale.order(self.title(record)))

    def render(self, template: str, view: object) -> Markup:
        """Print a view."""
        return self.templates.render(template, view)


def editions(root: Path, of: Register, assessment: Assessment) -> tuple[Edition, ...]:
    """Prepare the site's languages, in the order of display."""
    messages, records = folders(root, "messages"), folders(root, "records")
    locales = [Locale(code, catalogue(code, messages), of.codes) for code in of.project.languages]
    shared: dict[object, object] = {}
    return tuple(
        Edition(
            register=of,
            assessment=assessment,
            locale=locale,
            templates=Templates(records, locale),
            others=tuple(other for other in locales if other is not locale),
            shared=shared,
        )
        for locale in locales
    )
