"""How the period of a discussion was counted, and where the draft was posted."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from talqy.language.edition import Edition
from talqy.language.fact_words import amount_of_time
from talqy.language.forge_links import web_address
from talqy.model.revision import Posting, Revision
from talqy.model.standing import Standing


@dataclass(frozen=True, slots=True)
class PostingView:
    """One publication: where, when, and the address or the issue."""

    channel: str
    on: date
    url: str
    reference: Markup


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """One extension: announced when, until when, and why."""

    on: date
    closes: date
    reason: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingView:
    """The period of a discussion, so that anybody can count it again."""

    opens: date
    closes: date
    first_closes: date
    length: str
    posted_on: date
    first: date
    last: date
    skipped: str
    basis: Markup
    wording: date
    url: str
    posted: tuple[PostingView, ...]
    extended: tuple[ExtensionView, ...]
    report: date | None
    signed_by: Markup


def counting_view(edition: Edition, revision: Revision, standing: Standing) -> CountingView | None:
    """Show the period of a revision's discussion."""
    consultation, counting = revision.consultation, standing.counting
    if consultation is None or counting is None:
        return None
    profile, locale, report = counting.profile, edition.locale, consultation.report
    return CountingView(
        opens=consultation.opens,
        closes=standing.closes or consultation.last_day,
        first_closes=consultation.closes,
        length=amount_of_time(locale, profile.days, profile.unit),
        posted_on=counting.posted,
        first=counting.first,
        last=counting.last,
        skipped=", ".join(f"{day:%d.%m.%Y}" for day in counting.skipped),
        basis=locale.say(profile.legal_basis),
        wording=profile.wording,
        url=web_address(profile.url_in(locale.code)),
        posted=tuple(_posting(edition, posting) for posting in consultation.posted),
        extended=tuple(
            ExtensionView(e.on, e.closes, locale.say(e.reason)) for e in consultation.extended
        ),
        report=report.on if report else None,
        signed_by=locale.say(report.signed_by) if report else escape(""),
    )


def _posting(edition: Edition, posting: Posting) -> PostingView:
    locale = edition.locale
    channel = locale.coded("posting-channel", posting.channel)
    return PostingView(channel, posting.on, web_address(posting.url), locale.say(posting.reference))
