"""A request about one draft: the draft as it was saved last, or as a form saw it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus

from starlette.exceptions import HTTPException

from talqy.drafts.open_draft import OpenDraft
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.values import is_slug
from talqy.service.desk.drafts.spoken_work import SpokenWorks
from talqy.service.desk.pages import DeskVisit, preview_page, text_page
from talqy.service.desk.work.values import Work, WorkKind, WorkName, text_number


def draft_name(standard: str, number: int) -> WorkName:
    """Return the work in which a draft is written."""
    return WorkName(WorkKind.DRAFT, standard, number)


def named_text(visit: DeskVisit) -> tuple[str, int]:
    """Return the standard and the number of the text that an address names; else there is none."""
    standard, number = visit.of("standard"), text_number(f"r{visit.of('number')}")
    if not is_slug(standard) or number is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return standard, number


@dataclass(frozen=True, slots=True)
class PreviewPath(addresses.PagePath):
    """A page's own place, from which ways lead to the preview of a work at `before`."""

    before: str

    def to(self, path: str, anchor: str = "") -> str:
        """Return the way to a page of the same language."""
        way = f"{self.before}{self.language}/{path}"
        return f"{way}#{anchor}" if anchor else way

    def root(self, path: str) -> str:
        """Return the way to a file at the root of the site."""
        return f"{self.before}{path}"


@dataclass(frozen=True)
class DraftVisit:
    """One request about a draft; `work` is what it is seen in."""

    visit: DeskVisit
    work: Work
    draft: OpenDraft
    editions: Sequence[Edition]

    @classmethod
    def opened(cls, visit: DeskVisit, spoken: SpokenWorks, seen: str = "") -> "DraftVisit":
        """Open the draft that an address names; `seen` is what a form was made of."""
        standard, number = named_text(visit)
        name, works = draft_name(standard, number), visit.context.works
        work = works.at(name, seen) if seen else works.of(name)
        draft = OpenDraft.found(work.root, work.state.known, standard, number)
        if draft is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        if seen:
            draft.require_open()
        return cls(visit, work, draft, spoken.of(work, visit.language))

    @property
    def name(self) -> WorkName:
        """The work in which the draft is written."""
        return draft_name(self.record.id, self.revision.revision)

    @property
    def edition(self) -> Edition:
        """The draft in the language of the page."""
        return self.editions[0]

    @property
    def record(self) -> Record:
        """The standard."""
        return self.draft.record

    @cached_property
    def bare(self) -> Record:
        """The standard without its comments: of 20,000 none is shown beside a text that is written.

        Nothing that is found of it is kept with the edition, where others ask for the whole.
        """
        return replace(self.record, comments=(), responses=None)

    @property
    def revision(self) -> Revision:
        """The text."""
        return self.draft.revision

    @property
    def base(self) -> Revision | None:
        """The text that it starts from."""
        return self.draft.base

    @cached_property
    def languages(self) -> dict[str, str]:
        """The languages of the project in its order, with their own names."""
        names = {one.code: one.locale.name for one in self.editions}
        return {code: names[code] for code in self.draft.languages}

    @cached_property
    def here(self) -> addresses.PagePath:
        """The place of the draft on the site, from which ways lead into its preview."""
        path = addresses.revision(self.record.id, self.revision.revision)
        before = self.visit.path(preview_page(self.name))
        return PreviewPath(self.edition.code, path, before)

    def say(self, words: str, **values: object) -> str:
        """Say interface words in the language of the page."""
        return self.visit.say(words, **values)

    def below(self, below: str = "") -> str:
        """Return where a page of the draft lies below a language."""
        return text_page(self.record.id, self.revision.revision, below)

    def path(self, below: str = "") -> str:
        """Return the address of a page of the draft."""
        return self.visit.path(self.below(below))
