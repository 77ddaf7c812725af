"""The project on a day, as the form speaks of it: what it says, and in which languages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from talqy.comments.doors import Door
from talqy.comments.judge import JudgeContext
from talqy.comments.new_comment import new_comment_path
from talqy.errors import TemplateError
from talqy.language.catalogue import catalogue
from talqy.language.edition import Edition, Results, editions
from talqy.language.locale import Locale
from talqy.language.templates import Templates
from talqy.model.paths import CommentPath
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Standing
from talqy.project.shipped_files import folders
from talqy.project.survey import assess
from talqy.service.project_now import ProjectNow

_OURS = (*folders(None, "service"), *folders(None, "records"))
_ANYWAY = "en"
"""Foreigners take part on equal terms, and all words are there in English."""


@dataclass(frozen=True)
class ProjectDay:
    """A project as it stands in its repository, on one day."""

    now: ProjectNow
    assessment: Assessment
    editions: Sequence[Edition]

    @property
    def register(self) -> Register:
        """What the project says; its comments are not read."""
        return self.now.register

    @property
    def today(self) -> date:
        """The day."""
        return self.assessment.today

    @cached_property
    def judge(self) -> JudgeContext:
        """What the judge knows before a comment comes by the form."""
        return self.now.judge_context(Door.FORM, self.today)

    @cached_property
    def pages(self) -> Mapping[str, Templates]:
        """The templates of the service by language: those of the project beat ours."""
        own = self.now.templates
        return {one.code: Templates(_OURS, one.locale, own) for one in self.editions}

    @cached_property
    def shipped_pages(self) -> Mapping[str, Templates]:
        """Our templates alone, for where one of the project cannot be used."""
        return {one.code: Templates(_OURS, one.locale) for one in self.editions}

    @cached_property
    def public_places(self) -> Mapping[str, CommentPath]:
        """Where comments lie that are public, by their ids."""
        places = (new_comment_path(path) for path in self.now.tree)
        return {place.id: place for place in places if place and place.file in self.now.tree}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the service speaks."""
        return tuple(one.code for one in self.editions)

    @property
    def site_url(self) -> str:
        """The address of the site, which ends with a stroke; empty where nobody says."""
        return self.editions[0].site_url

    def local(self, language: str) -> "LocalDay":
        """Return the project in a language of the service; in the first one for any other."""
        edition = next((one for one in self.editions if one.code == language), self.editions[0])
        return LocalDay(self, edition)

    def draft(self, name: str) -> tuple[Record, Revision] | None:
        """Return the text that a form names: `birth-registration r2`."""
        standard, _, number = name.partition(" r")
        record = self.register.record(standard)
        if record is None or not number.isascii() or not number.isdigit() or len(number) > 4:
            return None
        revision = record.revision(int(number))
        return (record, revision) if revision else None

    def open_draft(self, standard: str) -> tuple[Record, Revision] | None:
        """Return the text of a standard that people can comment on today."""
        record = self.register.record(standard)
        texts = reversed(record.revisions) if record else ()
        for text in texts:
            if record and self.standing(record, text).stage in DISCUSSED:
                return record, text
        return None

    def standing(self, record: Record, revision: Revision) -> Standing:
        """Return where a text stands on the day."""
        return self.assessment.of(record.id, revision.revision)


@dataclass(frozen=True)
class LocalDay:
    """A project on a day, in one language."""

    now: ProjectDay
    edition: Edition

    @property
    def code(self) -> str:
        """The tag of the language."""
        return self.edition.code

    @property
    def locale(self) -> Locale:
        """The language."""
        return self.edition.locale

    def on_site(self, path: str) -> str:
        """Return the address of a page of the site; in its first language, where it has no other.

        It is empty where nobody says where the site is.
        """
        known = self.now.register.project.languages
        there = self.code if self.code in known else known[0]
        return f"{self.now.site_url}{there}/{path}" if self.now.site_url else ""

    def render(self, template: str, view: object) -> str:
        """Print a page of the service.

        Where a template of the project cannot be used, ours stands in for it: nobody is kept from
        commenting by that, and health says which one it is.
        """
        try:
            return self.now.pages[self.code].render(template, view)
        except TemplateError as error:
            if not self.now.now.templates:
                raise
            self.now.now.broken[template] = error
            return self.now.shipped_pages[self.code].render(template, view)


def project_day(now: ProjectNow, today: date, site_url: str) -> ProjectDay:
    """Return a project on a day; `site_url` is where its site is, empty where nobody says."""
    register = now.register
    assessment = assess(register, today)
    own = editions(None, register, assessment, now.messages, site_url)
    if any(one.code == _ANYWAY for one in own):
        return ProjectDay(now, assessment, own)
    words = catalogue(_ANYWAY, folders(None, "messages"))
    english = Locale(_ANYWAY, words, register.codes)
    templates = Templates(folders(None, "records"), english)
    also = replace(own[0], locale=english, templates=templates, others=(), in_own=Results())
    return ProjectDay(now, assessment, (*own, also))


class ProjectDays:
    """Gives the project on the day of a moment; one that was asked for before is kept."""

    def __init__(self, now: Callable[[], ProjectNow]) -> None:
        self._now = now
        self._last: ProjectDay | None = None

    def at(self, moment: datetime) -> ProjectDay:
        """Return the project at a moment, in its own zone."""
        now, last = self._now(), self._last
        day = now.day(moment)
        if last is None or (last.now.commit, last.today) != (now.commit, day):
            last = self._last = project_day(now, day, _site_url(now))
        return last


def _site_url(now: ProjectNow) -> str:
    """Return the address that `mkdocs.yml` names; it ends with a stroke."""
    named = now.register.site_url or ""
    return f"{named.rstrip('/')}/" if named else ""
