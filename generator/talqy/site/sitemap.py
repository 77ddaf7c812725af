"""What search engines read: robots.txt, and which pages there are (sitemaps.org).

The pages are named in one file; where that would be large, in files for each standard and for all
others, to which the first leads. All lie at the root: a sitemap speaks of what lies below its own
folder. Which page is the same in another language is said by the pages themselves, in their heads.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from talqy.model import addresses
from talqy.model.sharing import shared_out

_ROOM = 280_000
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(site_url: str) -> str:
    """Say that programs may read everything, and where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{addresses.SITEMAP}\n"


def sitemaps(
    paths: Iterable[str], languages: Sequence[str], site_url: str
) -> Iterator[tuple[str, bytes]]:
    """Name the pages that exist in all languages; yield the file that leads to others last."""
    every = ["", *(f"{code}/{path}" for path in sorted(paths) for code in languages)]
    # Escaped all at once: no address has a line break.
    escaped = escape("\n".join(f"{site_url}{path}" for path in every)).split("\n")
    rows = {path: _row("url", address) for path, address in zip(every, escaped, strict=True)}
    if sum(map(len, rows.values())) <= _ROOM:
        yield addresses.SITEMAP, _file("urlset", rows.values())
        return
    by_standard: dict[str, list[bytes]] = {}
    for path, row in rows.items():
        by_standard.setdefault(addresses.standard_in(path), []).append(row)
    parts = []
    for name, those in sorted(by_standard.items()):
        for number, part in enumerate(shared_out(those, len, _ROOM), 1):
            parts.append(addresses.sitemap_part(name, number))
            yield parts[-1], _file("urlset", part)
    leads = (_row("sitemap", escape(f"{site_url}{part}")) for part in parts)
    yield addresses.SITEMAP, _file("sitemapindex", leads)


def _row(name: str, escaped: str) -> bytes:
    return f"<{name}><loc>{escaped}</loc></{name}>\n".encode()


def _file(name: str, rows: Iterable[bytes]) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="{_SCHEMA}">\n'
    return b"".join((head.encode(), *rows, f"</{name}>\n".encode()))
