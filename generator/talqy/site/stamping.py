"""Pages become files: stamped into shells; and files of an earlier day bear the one of now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from talqy.language.edition import Edition, SitePage
from talqy.language.held_signs import held_signs
from talqy.language.typed_days import TypedDays
from talqy.model.register import Record
from talqy.site.pages.table import piece_of_day
from talqy.site.shell import DAY, Shells, day_of_page, slots_of

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Stamping:
    """Makes files of the pages of some editions; no line ends inside of a day, or before a dash."""

    of: Sequence[Edition]
    shells: Shells
    site_url: str
    days: TypedDays

    @classmethod
    def of_site(cls, of: Sequence[Edition], shells: Shells, site_url: str) -> Self:
        """Prepare it for a site."""
        return cls(of, shells, site_url, TypedDays.of(one.locale for one in of))

    def __call__(self, edition: Edition, pages: Iterable[SitePage]) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each page; all bear the day of the site."""
        as_of = {DAY: day_of_page(edition, self.of[0].assessment.today)}
        for page in pages:
            shell = self.shells[edition.code, page.at.depth]
            html = shell.fill({**slots_of(edition, page, self.site_url), **as_of})
            yield f"{page.at.full}{INDEX}", held_signs(self.days.held(html)).encode()

    def renewed(self, was: str, path: str, page: bytes) -> bytes | None:
        """Return a page that bears an earlier day as it is stamped on that of the site."""
        edition = self._edition(path)
        days = (date.fromisoformat(was), edition.assessment.today)
        return self.shells[edition.code, path.count("/") - 1].with_another_day(
            page, *(day_of_page(edition, day) for day in days)
        )

    def renewed_by_day(self, record: Record, was: str, path: str, page: bytes) -> bytes | None:
        """Return a page that names an earlier day as it is made on that of the site.

        None where the piece that names it is not there once, as it was made on that day.
        """
        edition, bears = self._edition(path), self.renewed(was, path, page)
        at = path.removeprefix(f"{edition.code}/").removesuffix(INDEX)
        earlier = replace(edition.assessment, today=date.fromisoformat(was))
        days = (replace(edition, assessment=earlier), edition)
        old, new = (piece_of_day(one, record, at) for one in days)
        if bears is None or old is None or new is None:
            return None
        if not (old or new):
            return bears
        old_piece, new_piece = (held_signs(self.days.held(one)).encode() for one in (old, new))
        return bears.replace(old_piece, new_piece) if bears.count(old_piece) == 1 else None

    def _edition(self, path: str) -> Edition:
        return next(one for one in self.of if path.startswith(f"{one.code}/"))
