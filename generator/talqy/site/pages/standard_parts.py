"""What pages show of a standard in few words, and what all of its own pages have in common."""

from dataclasses import dataclass
from datetime import date, datetime, time

from markupsafe import Markup

from talqy.language.case_words import CaseRow
from talqy.language.edition import Edition, SitePage
from talqy.language.for_you import on_a_card
from talqy.language.sayings import revision_title
from talqy.language.stage_table import Meaning, Offer, offer_of
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import DISCUSSED, LIVING, Stage
from talqy.project.zones import zone_of
from talqy.record.counts import CountPart
from talqy.site.pages.given_up import GivenUp, given_up

_ON_A_CARD = 2
"""So many changes stand on a card."""
_LEAD = 24
"""A tab, a list of what was found and a messenger show some forty letters of a title."""


def page_of(  # noqa: PLR0913 - what a page is made of
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    *,
    name: str,
    content: Markup,
    lead: str = "",
    description: str = "",
    section: str = "register",
    forms: tuple[tuple[str, str, str], ...] = (),
    source: str = "",
) -> SitePage:
    """Make a page of a standard; `name` is that of the page, empty for the standard's own.

    `lead` is a shorter name, with which the title in a browser's tab begins.
    """
    title, words = edition.short_title(record).striptags(), edition.locale.words
    return SitePage(
        at=here,
        title=f"{_begun(lead or name)} – {title}" if name else title,
        description=description or f"{name}: {title}",
        section=section,
        content=content,
        trail=(
            (words("Home"), here.to(addresses.HOME)),
            (words("Standards"), here.to(addresses.REGISTER)),
        ),
        feeds=((title, here.to(addresses.standard_feed(record.id))),),
        forms=forms,
        source=source,
        standard=record.id,
    )


def _begun(name: str) -> str:
    """Shorten a name, so that the first letters of a title show the standard as well."""
    if len(name) <= _LEAD:
        return name
    return name[:_LEAD].rpartition(" ")[0].rstrip(" ,.:;–(«") + "…"


def hrefs_of(edition: Edition, here: addresses.PagePath, record: Record) -> dict[str, str]:
    """Return the ways to all pages of a standard.

    The page that says how to comment is `participate` while that can be done, and leads to its
    form, else `how`, which is no tab.
    """
    newest = edition.parts(record).newest
    older = next(iter(edition.told_against(record, newest)), None)
    compare = (
        {"compare": here.to(addresses.compare(record.id, older.revision, newest.revision))}
        if older
        else {}
    )
    how = "participate" if offer_of(edition, record).how_to else "how"
    return compare | {
        "standard": here.to(addresses.standard(record.id)),
        **_in_force_href(here, record),
        **_successor_href(edition, here, record),
        "comments": here.to(addresses.comments(record.id)),
        **({"matrix": here.to(addresses.matrix(record.id))} if record.comments else {}),
        how: here.to(edition.form_of(record)),
        "history": here.to(addresses.history(record.id)),
        "languages": here.to(addresses.languages(record.id)),
        "news": here.to(addresses.news(record.id)),
        "feed": here.to(addresses.standard_feed(record.id)),
        "calendar": here.to(addresses.standard_calendar(record.id)),
        "data": here.root(addresses.data_of(record.id)),
        "authority": here.to(addresses.authority(record.standard.authority)),
        "verify": here.to(addresses.VERIFY),
        "counts": here.to(addresses.STATISTICS, "_counts"),
        "share_script": here.root("assets/share.js"),
    }


def _successor_href(edition: Edition, here: addresses.PagePath, record: Record) -> dict[str, str]:
    """Return the way to the standard that takes the place of this one, where a repeal names it."""
    known = edition.register.record
    named = [one.successor for one in record.revisions if one.successor and known(one.successor)]
    return {"successor": here.to(addresses.standard(named[-1]))} if named else {}


def _in_force_href(here: addresses.PagePath, record: Record) -> dict[str, str]:
    """Return the way to the page of periods, where any text was ever adopted, also a lost one."""
    recorded = record.history.revisions if record.history else ()
    adopted = any(one.adopted for one in record.revisions) or any(one.adopted for one in recorded)
    return {"in_force": here.to(addresses.in_force(record.id))} if adopted else {}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: Markup | str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """Where a revision stands, in words; `day` is the day that matters now, under `label`.

    `offer` is what pages say of it, and what can be done. `until` is the last day of a text that
    was in force from `day` on. `days_left` are those left as of the day of the build, `as_of`; when
    that day is long ago, a script says `past` from the moment `over` on: both are empty where the
    site speaks of a day of its own choice. `given_up` says what became of a withdrawn draft.
    """

    code: str
    name: str
    label: str = ""
    day: date | None = None
    until: date | None = None
    days_left: str = ""
    as_of: str = ""
    over: str = ""
    past: str = ""
    given_up: GivenUp | None = None
    offer: Offer

    @property
    def is_open(self) -> bool:
        """Return whether comments are taken."""
        return self.offer.how_to

    @property
    def is_to_come(self) -> bool:
        """Return whether a text may still change something: it was not given up, nor is it held."""
        return self.code in LIVING and self.offer.meaning is not Meaning.ASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A standard in a list: its newest revision, where that stands, and what can be done.

    `gist` says in the words of the ministry what changes for people; `changes` are a few of those,
    and `more_changes` leads to the rest; `ends` says that a repeal takes the standard out of force,
    and `successor` leads to what takes its place; `action` leads to what can be done, if anything
    can.
    """

    title: Markup
    href: str
    life_event: str
    authority: Markup
    kind: str
    revision: int
    stage: StageView
    gist: str
    changes: tuple[CaseRow, ...]
    more_changes: Link | None
    ends: str
    successor: Link | None
    comments: str
    comments_href: str
    action: Link | None
    in_force: Link | None


def stage_view(edition: Edition, record: Record, revision: Revision) -> StageView:
    """Say where a revision stands, with the day that matters at this stage."""
    locale, standing = edition.locale, edition.standing(record, revision)
    consultation, stage = revision.consultation, standing.stage
    offer, label, day, until = offer_of(edition, record, revision), "", None, None
    if stage is Stage.PLANNED and consultation:
        label, day = locale.words("Opens"), consultation.opens
    elif stage in DISCUSSED:
        label, day = locale.words("Last day for comments"), standing.closes
    elif stage is Stage.CONSIDERING:
        label, day = offer.due, standing.report.due
    elif stage is Stage.ANSWERED and consultation and consultation.report:
        label, day = locale.words("Report of"), consultation.report.on
    elif stage is Stage.WITHDRAWN and revision.withdrawn:
        label, day = locale.words("Withdrawn on"), revision.withdrawn.on
    elif revision.adopted:
        label, day, until = _force_days(edition, record, revision, revision.adopted.in_force)
    left, today = standing.days_left, edition.assessment.today
    over = end_of(edition, standing.closes) if left is not None and standing.closes else ""
    return StageView(
        code=stage,
        name=locale.coded("stage", stage),
        label=label,
        day=day,
        until=until,
        days_left="" if left is None else _days_left(edition, left),
        as_of=locale.state_of(today),
        over=over,
        past=_past(edition, standing.closes) if over and standing.closes else "",
        given_up=given_up(edition, record, revision),
        offer=offer,
    )


def end_of(edition: Edition, day: date) -> str:
    """Return the last second of a day where the project is; empty if its site is of a fixed day."""
    project = edition.register.project
    zone = zone_of(project.timezone)
    return "" if project.today else datetime.combine(day, time(23, 59, 59), zone).isoformat()


def _past(edition: Edition, closed: date) -> str:
    """Say of a discussion that the site still shows as open when it was over."""
    day = edition.locale.day
    return edition.locale.words(
        "The last day was {day}. This page was made on {made}.",
        day=day(closed),
        made=day(edition.assessment.today),
    )


def _force_days(
    edition: Edition, record: Record, revision: Revision, since: date
) -> tuple[str, date | None, date | None]:
    """Say since when an adopted text is in force, from when it will be, or when it was."""
    words, today = edition.locale.words, edition.assessment.today
    period = edition.period(record, revision)
    if revision.kind is RevisionKind.REPEAL:
        label = words("Out of force since") if since <= today else words("Out of force from")
        return label, since, None
    if since > today:
        return words("Comes into force on"), since, None
    if period and period.until and period.until < today:
        return words("Was in force"), since, period.until
    return words("In force since"), since, None


def _days_left(edition: Edition, left: int) -> str:
    if left == 0:
        return edition.locale.words("last day")
    return edition.locale.count("{n} working day left", "{n} working days left", left)


def card(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision | None = None
) -> Card:
    """Show a standard by one of its revisions; by the newest one, if none is named."""
    parts = edition.parts(record)
    path = edition.path_of(record, revision) if revision else addresses.standard(record.id)
    revision = revision or parts.newest
    means = on_a_card(edition, record, revision)
    few, stage = means.first_and_promised(_ON_A_CARD), stage_view(edition, record, revision)
    return Card(
        title=edition.short_title(record),
        href=here.to(path),
        life_event=record.standard.life_event,
        authority=edition.authority(record.standard.authority),
        kind=edition.locale.coded("revision-kind", revision.kind),
        revision=revision.revision,
        stage=stage,
        gist=means.gist,
        changes=few,
        more_changes=_more_changes(edition, here, record, revision, len(means.changes) - len(few)),
        ends=means.ends,
        successor=_successor(edition, here, record, means.successor),
        comments=comment_count(edition, record, revision.revision),
        comments_href=here.to(addresses.comments(record.id), f"r{revision.revision}"),
        action=_action(edition, here, record, stage),
        in_force=_in_force(edition, here, record, parts.in_force)
        if parts.in_force and parts.in_force is not revision
        else None,
    )


def _successor(
    edition: Edition, here: addresses.PagePath, record: Record, title: str
) -> Link | None:
    href = _successor_href(edition, here, record).get("successor")
    return Link(title, href) if title and href else None


def _action(
    edition: Edition, here: addresses.PagePath, record: Record, stage: StageView
) -> Link | None:
    """Lead to what can be done with a draft: comment on it, or be reminded of it."""
    ways = {
        "participate": here.to(edition.form_of(record)),
        "calendar": here.to(addresses.standard_calendar(record.id)),
    }
    way = ways.get(stage.offer.target)
    return Link(stage.offer.button, way) if way else None


def _more_changes(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision, count: int
) -> Link | None:
    """Lead to all changes, where a card does not show all."""
    held = edition.held_before(record, revision)
    if count < 1 or held is None:
        return None
    path = addresses.compare(record.id, held.revision, revision.revision)
    words = edition.locale.count("{n} more change", "{n} more changes", count)
    return Link(words, here.to(path))


def _in_force(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> Link:
    name = revision_title(edition.locale, revision.revision)
    return Link(name, here.to(edition.path_of(record, revision)))


def comment_count(edition: Edition, record: Record, revision: int) -> str:
    """Say how many comments there are, and how many of them wait for an answer."""
    counts, locale = edition.counts(record, revision), edition.locale
    if not counts.received:
        return offer_of(edition, record, record.revision(revision)).count
    received = locale.count("{n} comment", "{n} comments", counts.received)
    waiting, left = counts.parts[CountPart.WAITING], counts.parts[CountPart.LEFT]
    if left:
        return f"{received} · {locale.words('left without an answer: {n}', n=left)}"
    if not waiting:
        return f"{received} · {locale.words('none waits for an answer')}"
    return f"{received} · {locale.words('waiting for an answer: {n}', n=waiting)}"
