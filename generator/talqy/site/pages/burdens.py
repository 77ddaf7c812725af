"""What a text asks of a recipient, in words, and its course over the revisions as a picture."""

from dataclasses import dataclass
from decimal import Decimal

from talqy.compare.burden import burden, days_of
from talqy.diff.phrases import burden_words
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.cards import Link


@dataclass(frozen=True, slots=True)
class BurdenPoint:
    """One revision in a course: its name, what it says, and the height of its bar (0 to 40)."""

    revision: Link
    words: str
    height: int


@dataclass(frozen=True, slots=True)
class BurdenCourse:
    """One measure over all revisions."""

    id: str
    name: str
    sentence: str
    points: tuple[BurdenPoint, ...]


def burden_courses(edition: Edition, here: Spot, record: Record) -> tuple[BurdenCourse, ...]:
    """Show the burden over all revisions of a standard; one alone has no course."""
    if len(record.revisions) < 2:
        return ()
    burdens = [burden(revision.walk()) for revision in record.revisions]
    measures = (
        ("documents", [float(b.documents) for b in burdens]),
        ("term", [days_of(b.term) if b.term else 0.0 for b in burdens]),
        ("fee", [float(b.fee.amount or Decimal()) if b.fee else 0.0 for b in burdens]),
    )
    said = [
        burden_words(edition, b, edition.price_year(record, r))
        for b, r in zip(burdens, record.revisions, strict=True)
    ]
    return tuple(
        _course(edition, here, record, name, said_as=[row[place] for row in said], figures=figures)
        for place, (name, figures) in enumerate(measures)
    )


def _course(  # noqa: PLR0913 - a course needs its words, its figures and the place it stands in
    edition: Edition,
    here: Spot,
    record: Record,
    name: str,
    *,
    said_as: list[tuple[str, str]],
    figures: list[float],
) -> BurdenCourse:
    most = max(figures) or 1.0
    first, last = said_as[0][1], said_as[-1][1]
    sentence = first if first == last else f"{first} → {last}"
    return BurdenCourse(
        name,
        said_as[0][0],
        sentence,
        tuple(
            BurdenPoint(_link(edition, here, record, revision), row[1], round(40 * figure / most))
            for revision, row, figure in zip(record.revisions, said_as, figures, strict=True)
        ),
    )


def _link(edition: Edition, here: Spot, record: Record, revision: Revision) -> Link:
    words = edition.locale.words("Revision {n}", n=revision.revision)
    return Link(words, here.to(addresses.revision(record.id, revision.revision)))
