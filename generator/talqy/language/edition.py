"""The site in one language: what every page of it may ask for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar, cast

from markupsafe import Markup

from talqy.compare.comparison import Comparison, compare
from talqy.compare.traces import Trace, follow
from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.language.templates import Templates
from talqy.law.force import ForcePeriod, force_periods
from talqy.law.parts import Parts, held_before, parts, price_year
from talqy.law.sameness import same_since
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.history import History
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Standing
from talqy.project.shipped_files import folders
from talqy.record.counts import Counts, counts_of
from talqy.record.receipts import ProjectProofs, project_proofs
from talqy.record.root import root_of

T = TypeVar("T")
_ADDED = "added"
_Key = tuple[str | int, ...]
_OF_PAGES = ("body", "said-report", "said-table")
"""Finished pieces that no page shows but those of their own standard, made in one part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One finished page: what goes into the slots of its shell. `trail` are the steps above it.

    `standard` is the id of the one that the page belongs to. `forms` are other forms of what it
    shows: media type, title and address of each. `is_gone` says that it only leads on from an
    address that went: no search engine is to keep it.
    """

    at: addresses.PagePath
    title: str
    description: str
    section: str
    content: Markup
    trail: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str, str], ...] = ()
    source: str = ""
    standard: str = ""
    is_gone: bool = False


class Results:
    """What a run has computed already; each result is kept under its kind and plain names.

    Names are ids, numbers and codes of one register, never identities of objects: these are given
    to others as soon as an object is gone. The first one says of what it is, most often a standard.
    """

    def __init__(self) -> None:
        self._known: defaultdict[str | int, dict[_Key, object]] = defaultdict(dict)

    def __reduce__(self) -> tuple[type[Self], tuple[()]]:
        """Let another process begin with none: to compute them again is cheaper than to send."""
        return type(self), ()

    def once(self, kind: str, names: tuple[str | int, ...], compute: Callable[[], T]) -> T:
        """Return a result, computed when it is first asked for; one kind is of one type."""
        known, key = self._known[names[0] if names else ""], (kind, *names)
        if key not in known:
            known[key] = compute()
        return cast("T", known[key])

    def know(self, kind: str, names: tuple[str, ...], found: object) -> None:
        """Take what an earlier run has computed."""
        self._known[names[0]].setdefault((kind, *names), found)

    def below(self, kind: str, name: str) -> Mapping[str, object]:
        """Return all results of a kind whose first name is this, by their last name, sorted."""
        found = {str(at[-1]): it for at, it in self._known[name].items() if at[0] == kind}
        return dict(sorted(found.items()))

    def forget(self, kind: str, name: str) -> None:
        """Let results of a kind go whose first name is this: nobody will ask for them again."""
        kept = {at: it for at, it in self._known[name].items() if at[0] != kind}
        self._known[name] = kept

    def of_these(self, names: Collection[str]) -> "Results":
        """Return those results whose first name is one of these: what was found of them alone."""
        kept = Results()
        kept._known.update({name: dict(self._known[name]) for name in names if name in self._known})
        return kept


@dataclass(frozen=True)
class Edition:
    """A register on its day, in one language.

    `layouts` are the folders in which layouts of Word are looked for, the project's first;
    `site_url` is the address of the site, which ends in a stroke, empty where none is built.
    `in_all` are results that are the same in all languages, and editions of one site hold the same
    ones; `in_own` are finished pieces in this language.
    """

    register: Register
    assessment: Assessment
    locale: Locale
    templates: Templates
    others: tuple[Locale, ...] = ()
    layouts: tuple[Path, ...] = ()
    site_url: str = ""
    in_all: Results = field(default_factory=Results, compare=False, repr=False)
    in_own: Results = field(default_factory=Results, compare=False, repr=False)

    @property
    def code(self) -> str:
        """The language's tag."""
        return self.locale.code

    @property
    def locales(self) -> tuple[Locale, ...]:
        """All languages of the site, its own before the others."""
        return (self.locale, *self.others)

    def comparison(self, record: Record, older: Revision, newer: Revision) -> Comparison:
        """Compare two texts of a standard.

        A pull request compares a text as it was with the same one as it is. Both have one number,
        therefore only the texts of the record itself are kept by their numbers.
        """
        languages = self.register.project.languages
        known = self.standing(record, newer).alignment if record.base_of(newer) is older else None

        def compared() -> Comparison:
            return compare(record, older, newer, languages, known)

        if record.revision(older.revision) is not older:
            return compared()
        names = (record.id, older.revision, newer.revision)
        return self.in_all.once("comparison", names, compared)

    def trace(self, record: Record, comment: Comment, to: Revision) -> Trace | None:
        """Follow the words of a comment to a later text; one that was withdrawn has none."""
        if record.is_withdrawn(comment.id):
            return None
        return self.in_all.once(
            "trace",
            (record.id, comment.id, to.revision),
            lambda: follow(record, comment, to, lambda text: self.standing(record, text).alignment),
        )

    @property
    def proofs(self) -> ProjectProofs:
        """The root over all records, that of each standard, and its way to the first."""
        histories = self.register.histories
        return self.in_all.once("proofs", (), lambda: project_proofs(histories, self._root))

    def _root(self, history: History) -> str:
        """Return the root of one standard; who goes on from a site has it until that changes."""
        return self.in_all.once("root", (history.standard,), lambda: root_of(history))

    def counts(self, record: Record, revision: int) -> Counts:
        """Count the comments on one revision."""
        return self.in_all.once(
            "counts",
            (record.id, revision),
            lambda: counts_of(record, record.comments_on(revision), self.assessment),
        )

    def added(self, record: Record, name: str, compute: Callable[[], T]) -> T:
        """Return what a standard adds to the pages of all, as an earlier run has left it, or anew.

        It is of what JSON can hold, and so the same whichever of both it is.
        """
        return self.in_own.once(_ADDED, (record.id, name), compute)

    def know_added(self, record: Record, added: Mapping[str, object]) -> None:
        """Take what a standard adds to the pages of all, by names, as it was left."""
        for name, value in added.items():
            self.in_own.know(_ADDED, (record.id, name), value)

    def all_added(self, record: Record) -> Mapping[str, object]:
        """Return by names what was asked for so far of what a standard adds."""
        return self.in_own.below(_ADDED, record.id)

    def end(self, record: Record) -> None:
        """Let go what only the pages of a standard show, for they are all made."""
        for kind in _OF_PAGES:
            self.in_own.forget(kind, record.id)

    def at(self, path: str) -> addresses.PagePath:
        """Return the path of a page in this language."""
        return addresses.PagePath(self.code, path)

    def parts(self, record: Record) -> Parts:
        """Return which texts of a standard are newest, in force, and shown on its page."""
        return self.in_all.once("parts", (record.id,), lambda: parts(record, self.assessment))

    def still(self, record: Record) -> Self:
        """Return the edition of the first day since which the same is told of a standard.

        What is told by it cannot tell of the day that it was made on, so it is the same on all days
        between. What names the day itself is told by the edition of the day.
        """
        since = self.in_all.once(
            "since",
            (record.id,),
            lambda: same_since(self.register.project, record, self.assessment),
        )
        return replace(self, assessment=replace(self.assessment, today=since))

    def periods(self, record: Record) -> tuple[ForcePeriod, ...]:
        """Return which text of a standard is in force when."""
        return self.in_all.once("periods", (record.id,), lambda: force_periods(record))

    def period(self, record: Record, revision: Revision) -> ForcePeriod | None:
        """Return when a text is or was in force; None where it never is."""
        return next((p for p in self.periods(record) if p.revision is revision), None)

    def path_of(self, record: Record, revision: Revision) -> str:
        """Return where a text is read: on the standard's page if that shows it, else on its own."""
        if revision is self.parts(record).shown:
            return addresses.standard(record.id)
        return addresses.revision(record.id, revision.revision)

    def path_of_comment(self, record: Record, comment: str) -> str:
        """Return a comment's own page; one that is not in the files has none, but the list."""
        if record.comment(comment) is None:
            return addresses.comments(record.id)
        return addresses.comment(record.id, comment)

    def standing(self, record: Record, revision: Revision) -> Standing:
        """Return where a revision stands."""
        return self.assessment.of(record.id, revision.revision)

    def held_before(self, record: Record, revision: Revision) -> Revision | None:
        """Return the text that people have without this one; None where none is in force."""
        return held_before(record, revision, self.assessment)

    def told_against(self, record: Record, revision: Revision) -> tuple[Revision, ...]:
        """Return the texts against which a text is told: the one that people have comes first.

        Pages lead to that comparison, and it may be had as a file; so may the one with the text
        that the authors started from.
        """
        told = (self.held_before(record, revision), record.base_of(revision))
        return tuple({one.revision: one for one in told if one}.values())

    def compared(self, record: Record) -> tuple[tuple[Revision, Revision], ...]:
        """Return which texts are compared on pages of this day, older one first.

        Neighbours: each text with the one before it, and with those that it is told against. And
        the text in force with the first one.
        """
        return self.in_all.once("compared", (record.id,), lambda: tuple(self._compared(record)))

    def _compared(self, record: Record) -> Iterator[tuple[Revision, Revision]]:
        in_force, before = self.parts(record).in_force, list[Revision]()
        for newer in record.revisions:
            told = (*before[-1:], *self.told_against(record, newer))
            first = before[:1] if newer is in_force else ()
            older = {one.revision: one for one in (*told, *first)}
            yield from ((older[number], newer) for number in sorted(older))
            before.append(newer)

    def price_year(self, record: Record, revision: Revision) -> int:
        """Return the year whose fee unit applies to a text on the day of the edition."""
        return price_year(self.assessment, record, revision)

    def title(self, record: Record) -> str:
        """Return the title of a standard."""
        return self.locale.plain(record.standard.title)

    def short_title(self, record: Record) -> Markup:
        """Print what a standard is called in few words, by its title where it has no others."""
        return self.locale.say(record.standard.short_title or record.standard.title)

    def authority(self, name: str, *, short: bool = True) -> Markup:
        """Return the name of an authority; an unknown one (a rule reports it) by its id."""
        authority = self.register.project.authorities.get(name)
        if authority is None:
            return self.locale.say({self.code: name})
        return self.locale.say(authority.short if short and authority.short else authority.name)

    def by_short_title(self, records: Iterable[Record]) -> list[Record]:
        """Sort standards by what lists call them, in the language's own order."""
        return sorted(
            records, key=lambda record: self.locale.order(self.short_title(record).striptags())
        )

    def by_title(self, records: Iterable[Record]) -> list[Record]:
        """Sort standards by title, in the language's own order."""
        return sorted(records, key=lambda record: self.locale.order(self.title(record)))

    def form_of(self, record: Record, clause: str = "") -> str:
        """Return the address of the form for the newest text, with this clause chosen.

        Where no comments are taken, it is that of the page that says so.
        """
        page, newest = addresses.participate(record.id), self.parts(record).newest
        if self.standing(record, newest).stage not in DISCUSSED:
            return page
        return f"{page}#{addresses.say_on(clause) if clause else addresses.SAY}"

    def render(self, template: str, view: object) -> Markup:
        """Print a view."""
        return self.templates.render(template, view)


def editions(
    root: Path | None,
    of: Register,
    assessment: Assessment,
    words: Mapping[str, bytes] | None = None,
    site_url: str = "",
) -> tuple[Edition, ...]:
    """Prepare the site's languages, in the order of display; `words` lie over the catalogues."""
    messages, records = folders(root, "messages"), folders(root, "records")
    locales = [
        Locale(code, catalogue(code, messages, words), of.codes) for code in of.project.languages
    ]
    in_all = Results()
    return tuple(
        Edition(
            register=of,
            assessment=assessment,
            locale=locale,
            templates=Templates(records, locale),
            others=tuple(other for other in locales if other is not locale),
            layouts=folders(root, "office"),
            site_url=site_url,
            in_all=in_all,
        )
        for locale in locales
    )


def next_editions(
    before: Sequence[Edition], of: Register, assessment: Assessment
) -> tuple[Edition, ...]:
    """Return the editions of a register as it is now, with what those of before it have found.

    There are none where they speak in other words: settings, names, messages, templates.
    """
    was, first = before[0].register, before[0]
    if (was.project, was.codes, was.templates) != (of.project, of.codes, of.templates):
        return ()
    same = _as_before(first, of, assessment)
    in_all = first.in_all.of_these(same)
    return tuple(
        replace(
            one,
            register=of,
            assessment=assessment,
            in_all=in_all,
            in_own=one.in_own.of_these(same),
        )
        for one in before
    )


def _as_before(was: Edition, now: Register, assessment: Assessment) -> frozenset[str]:
    """Return the standards of which an edition has found what would be found again.

    Where what all show differs, nothing is taken over (docs/decisions/0047).
    """
    is_same_day = was.assessment.today == assessment.today
    if not is_same_day or was.register.shown_by_all != now.shown_by_all:
        return frozenset()
    return frozenset(one.id for one in now.records if was.register.record(one.id) == one)
