"""The drafts that people can comment on today."""

from dataclasses import dataclass

from markupsafe import Markup

from talqy.service.form.frame import ServiceFrame, frame_of
from talqy.service.form.project_day import LocalDay
from talqy.site.pages.standard_parts import StageView, stage_view

_HERE = "./"


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft under discussion, and the way to its form."""

    words: Markup
    href: str
    stage: StageView


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsView:
    """What `service/drafts.html` may use."""

    frame: ServiceFrame
    drafts: tuple[DraftView, ...]


def drafts_view(page: LocalDay, base: str) -> DraftsView:
    """Return the drafts in the order of their names."""
    now, edition = page.now, page.edition
    found = (now.open_draft(one.id) for one in edition.by_short_title(now.register.records))
    title = edition.locale.words("Drafts that are under discussion")
    return DraftsView(
        frame=frame_of(page, title, base, _HERE),
        drafts=tuple(
            DraftView(
                edition.short_title(draft[0]),
                f"{base}c/{draft[0].id}/?language={edition.code}",
                stage_view(edition, *draft),
            )
            for draft in found
            if draft
        ),
    )
