"""What a shared link shows: a picture of the standard, and the tags in the head of every page.

A picture is named by a digest of what it shows. So messengers, which keep a picture by its address,
show a new one as soon as something changed, and one that the site has already is not drawn again.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.for_you import against_held, in_short_or_why
from talqy.language.locale import in_markup, joined
from talqy.language.short_text import whole_sentences
from talqy.model import addresses
from talqy.model.register import Record
from talqy.office.drawing import can_draw, digest_of_picture, png_of
from talqy.site.pages.open_now import open_now
from talqy.site.pages.standard_parts import stage_view
from talqy.site.parts import EarlierSite
from talqy.site.share_layout import HEIGHT, WIDTH, ShareText, share_svg

_TAG = '<meta property="{}" content="{}">'
_CARD, _LARGE_CARD = (
    in_markup('<meta name="twitter:card" content="{}">', kind)
    for kind in ("summary", "summary_large_image")
)
_BETWEEN = "\n  "
_MOST_IN_TAGS = 300
_MOST_OF_STAGE = 62
_MOST_ROWS, _MOST_OF_ROW = 5, 140


def share_files(
    of: Sequence[Edition], record: Record, before: EarlierSite | None = None
) -> Iterator[tuple[str, bytes]]:
    """Draw the pictures of a standard, one a language; `before` is a site that may hold them."""
    if not can_draw():
        return
    for edition in of:
        path = _path(edition, record)
        known = before.content(path) if before else None
        yield path, known or png_of(_svg(edition, record), WIDTH, HEIGHT)


def share_files_of_site(
    of: Sequence[Edition], before: EarlierSite | None = None
) -> Iterator[tuple[str, bytes]]:
    """Draw the picture of the whole site, one a language: how much is open, and until when."""
    if not can_draw():
        return
    for edition in of:
        path = _path_of_site(edition)
        known = before.content(path) if before else None
        yield path, known or png_of(_svg_of_site(edition), WIDTH, HEIGHT)


def share_tags_of_chooser(edition: Edition, site_url: str) -> Markup:
    """Return the tags of the page on which people choose their language."""
    name, says = edition.locale.plain(edition.register.project.name), _says(edition)
    tags = [("og:type", "website"), ("og:title", name), ("og:description", says)]
    picture = _tags_of_site(edition, site_url) if urlsplit(site_url).netloc else ()
    lines = [in_markup(_TAG, *tag) for tag in tags]
    return joined(_BETWEEN, (*lines, *picture, _LARGE_CARD if picture else _CARD))


def share_tags(edition: Edition, page: SitePage, site_url: str) -> Markup:
    """Return the tags by which messengers and networks show a link to a page (Open Graph)."""
    site_name = edition.locale.plain(edition.register.project.name)
    description = whole_sentences(page.description, _MOST_IN_TAGS)
    record = edition.register.record(page.standard) if page.standard else None
    is_known = bool(urlsplit(site_url).netloc)
    url = [in_markup(_TAG, "og:url", f"{site_url}{page.at.full}")] if is_known else ()
    picture: tuple[Markup, ...] = ()
    if is_known and record:
        picture = _picture_tags(edition, record, site_url)
    elif is_known and page.at.path == addresses.HOME:
        picture = _tags_of_site(edition, site_url)
    kind, locales = edition.in_own.once("share-tags", (), lambda: _of_all_pages(edition))
    title = in_markup(_TAG, "og:title", page.title or site_name)
    card = _LARGE_CARD if picture else _CARD
    lines = (kind, title, in_markup(_TAG, "og:description", description), locales)
    return joined(_BETWEEN, (*lines, *url, *picture, card))


def _of_all_pages(edition: Edition) -> tuple[Markup, Markup]:
    """Return the tags of all pages of an edition: of what site they are, and in what language."""
    locale = edition.locale
    kind = [("og:type", "website"), ("og:site_name", locale.plain(edition.register.project.name))]
    others = [("og:locale:alternate", other.region_tag) for other in edition.others]
    first, then = (
        joined(_BETWEEN, [in_markup(_TAG, *tag) for tag in tags])
        for tags in (kind, [("og:locale", locale.region_tag), *others])
    )
    return first, then


def _picture_tags(edition: Edition, record: Record, site_url: str) -> tuple[Markup, ...]:
    """Return the tags of a standard's picture, which all its pages have; none where none is."""

    def tags() -> tuple[Markup, ...]:
        if not can_draw():
            return ()
        return tuple(_drawn(f"{site_url}{_path(edition, record)}", _said(_shown(edition, record))))

    return edition.in_own.once("share-tags", (record.id,), tags)


def _tags_of_site(edition: Edition, site_url: str) -> tuple[Markup, ...]:
    """Return the tags of the picture of the whole site; none where none is."""
    if not can_draw():
        return ()
    shown = _text_of_site(edition)
    return tuple(_drawn(f"{site_url}{_path_of_site(edition)}", _said(shown)))


def _drawn(address: str, said: str) -> Iterator[Markup]:
    yield in_markup(_TAG, "og:image", address)
    yield in_markup(_TAG, "og:image:type", "image/png")
    yield in_markup(_TAG, "og:image:width", str(WIDTH))
    yield in_markup(_TAG, "og:image:height", str(HEIGHT))
    yield in_markup(_TAG, "og:image:alt", said)


def _path_of_site(edition: Edition) -> str:
    digest = digest_of_picture(_svg_of_site(edition))
    return f"{edition.code}/{addresses.share_picture_of_site(digest)}"


def _svg_of_site(edition: Edition) -> str:
    return edition.in_all.once(
        "share-picture", (edition.code,), lambda: share_svg(_text_of_site(edition))
    )


def _says(edition: Edition) -> str:
    return edition.locale.words(
        "Drafts of standards of public services: read them, comment, and see what became of it."
    )


def _text_of_site(edition: Edition) -> ShareText:
    locale, found = edition.locale, open_now(edition)
    return ShareText(
        site=locale.plain(edition.register.project.name),
        stage=locale.words("Say what you think"),
        title=locale.words("Open now: {n}", n=len(found)),
        rows=tuple(_closing(edition, record) for record in found[:_MOST_ROWS]),
        address=urlsplit(edition.site_url).netloc,
    )


def _closing(edition: Edition, record: Record) -> str:
    """Name a draft under discussion, and the day on which it closes."""
    day = edition.standing(record, edition.parts(record).newest).closes
    title = edition.short_title(record).striptags()
    return (
        f"{title} – {edition.locale.words('last day')}: {edition.locale.day(day)}" if day else title
    )


def _path(edition: Edition, record: Record) -> str:
    digest = digest_of_picture(_svg(edition, record))
    return f"{edition.code}/{addresses.share_picture(record.id, digest)}"


def _svg(edition: Edition, record: Record) -> str:
    return edition.in_own.once(
        "share-picture", (record.id,), lambda: share_svg(_shown(edition, record))
    )


def _shown(edition: Edition, record: Record) -> ShareText:
    return edition.in_own.once("share-text", (record.id,), lambda: _text(edition, record))


def _text(edition: Edition, record: Record) -> ShareText:
    locale, standard = edition.locale, record.standard
    return ShareText(
        site=locale.plain(edition.register.project.name),
        stage=_stage(edition, record),
        title=locale.plain(standard.short_title or standard.title),
        rows=tuple(_rows(edition, record)),
        address=urlsplit(edition.site_url).netloc,
    )


def _rows(edition: Edition, record: Record) -> Iterator[str]:
    """Say the text in short, and what else changes for people, as much as may have room."""
    shown = edition.parts(record).shown
    short = in_short_or_why(edition, record, shown, _MOST_OF_ROW)
    rows = [row.line for row in against_held(edition, record, shown).first(_MOST_ROWS)]
    yield from dict.fromkeys((short, *(row for row in rows if len(row) <= _MOST_OF_ROW)))


def _stage(edition: Edition, record: Record) -> str:
    stage = stage_view(edition, record, edition.parts(record).shown)
    if stage.day is None or stage.until is not None:
        return stage.name
    day = f"{stage.label}: {edition.locale.day(stage.day)}"
    both = f"{stage.name} · {day}"
    return day if stage.is_open or len(both) > _MOST_OF_STAGE else both


def _said(shown: ShareText) -> str:
    """Say in words what the picture shows."""
    return ". ".join([f"{shown.title} ({shown.stage})", *(row.rstrip(".") for row in shown.rows)])
