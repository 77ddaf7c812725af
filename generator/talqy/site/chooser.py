"""The plain chooser of languages at `/`, and the page for addresses that do not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from talqy.language.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """One language to choose."""

    code: str
    name: str
    site: str
    not_found: str
    href: str
    absolute: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """What `chooser.html` may use. `base` is the way to the site's root."""

    languages: tuple[LanguageView, ...]
    canonical: str
    base: str
    missing: bool


def chooser(editions: Sequence[Edition], site_url: str, *, missing: bool = False) -> bytes:
    """Make the chooser; as the page for missing addresses its links begin at the root."""
    base = urlsplit(site_url).path or "/" if missing else ""
    view = ChooserView(
        languages=tuple(
            LanguageView(
                code=edition.code,
                name=edition.locale.name,
                site=edition.locale.plain(edition.register.project.name),
                not_found=edition.locale.words("There is no page at this address."),
                href=f"{base}{edition.code}/",
                absolute=f"{site_url}{edition.code}/",
            )
            for edition in editions
        ),
        canonical=site_url,
        base=base,
        missing=missing,
    )
    return editions[0].render("chooser.html", view).encode()
