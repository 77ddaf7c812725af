"""What the templates of the public pages may use."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from talqy.model import addresses
from talqy.model.service import ServiceFile
from talqy.service.form.frame import ServiceFrame, frame_of
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay
from talqy.service.messages.following import CONFIRM_WITHIN
from talqy.service.public.counts import DraftCounts
from talqy.service.publish.acts import REASONS
from talqy.service.publish.keeping import kept

NUMBERS, KEPT = "numbers/", "kept/"
NUMBERS_DATA = "numbers.json"


@dataclass(frozen=True, slots=True)
class CountedDraft:
    """The comments on one draft: its name, its page on the site (empty where there is none)."""

    title: Markup
    page: str
    counts: DraftCounts
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NumbersView:
    """What `service/numbers.html` may use; `data` is the address of the same as open data."""

    frame: ServiceFrame
    drafts: tuple[CountedDraft, ...]
    data: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """What `service/kept.html` may use: for how long what is kept, by the names of the settings.

    `letters` is how long the address is kept of one who follows a comment, `unconfirmed` that of
    one whom nobody has confirmed; both are empty where there are no letters. `hours` is
    how long files of a page are kept that was not sent. `site_page` is the site's own page of
    personal data, empty where nobody says where it is.
    """

    frame: ServiceFrame
    days: Mapping[str, str]
    letters: str
    unconfirmed: str
    hours: str
    site_page: str
    numbers: str


def numbers_view(page: LocalDay, places: Places, counts: tuple[DraftCounts, ...]) -> NumbersView:
    """Return what is said of the comments that came."""
    title = page.locale.words("What became of the comments from the form")
    frame = frame_of(page, title, places.base, NUMBERS)
    drafts = tuple(_counted(page, one) for one in counts)
    return NumbersView(frame, drafts, f"{places.base}{NUMBERS_DATA}")


def kept_view(page: LocalDay, places: Places, said: ServiceFile) -> KeptView:
    """Return what is said of what the service keeps."""
    title = page.locale.words("What this service keeps of a comment, and for how long")
    frame = frame_of(page, title, places.base, KEPT)
    numbers = f"{places.base}{NUMBERS}?language={page.code}"
    days = {one.what: _days(page, one.days) for one in kept(said.keep)}
    site_page = page.on_site(addresses.PERSONAL_DATA)
    until = _days(page, said.mail.keep) if said.mail else ""
    unconfirmed = _days(page, CONFIRM_WITHIN.days) if said.mail else ""
    hours = page.locale.count("{n} hour", "{n} hours", said.form.hours)
    return KeptView(frame, days, until, unconfirmed, hours, site_page, numbers)


def _days(page: LocalDay, days: int) -> str:
    return page.locale.count("{n} calendar day", "{n} calendar days", days)


def _counted(page: LocalDay, counts: DraftCounts) -> CountedDraft:
    record = page.now.register.record(counts.standard)
    title = page.edition.short_title(record) if record else Markup.escape(counts.standard)
    known = page.now.register.codes.codes(REASONS)
    reasons = tuple(
        (page.locale.coded(REASONS, reason) if reason in known else reason, times)
        for reason, times in counts.refused.items()
    )
    where = page.on_site(addresses.standard(counts.standard)) if record else ""
    return CountedDraft(title, where, counts, reasons)
