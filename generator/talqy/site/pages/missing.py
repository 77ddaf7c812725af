"""What is on record and cannot be shown: said on every page concerned, and at its own addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import revision_title
from talqy.model import addresses
from talqy.model.register import LostStandard, Record
from talqy.record.missing import Missing, MissingKind, missing_of, missing_standard


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItem:
    """One thing that is missing: what, of which standard, why; `id` keeps links to it alive."""

    id: str
    standard: Markup | str
    what: str
    why: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True)
class MissingView:
    """What `_missing.html` may use."""

    items: tuple[MissingItem, ...]


@dataclass(frozen=True, slots=True)
class MissingPageView:
    """What `missing.html` may use: the page of a text, or of a standard, that cannot be shown."""

    title: Markup | str
    heading: str


def noted(edition: Edition, page: SitePage, lacking: Sequence[Missing]) -> SitePage:
    """Say above a page what of the record it cannot show."""
    if not lacking:
        return page
    view = MissingView(tuple(_item(edition, one) for one in lacking))
    return replace(page, content=edition.render("_missing.html", view) + page.content)


def pages_of_texts(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the pages of each text of a standard that is on record and cannot be shown.

    Those that compare it with any other are among them: which ones there were, nobody can tell.
    """
    lost = {one.revision: one for one in missing_of(record) if one.kind is MissingKind.TEXT}
    numbers = sorted({*lost, *(text.revision for text in record.revisions)})
    title = edition.locale.say(record.standard.title)
    for path, heading in _headings(edition, record.id, numbers).items():
        if one := next((one for number, one in lost.items() if number in heading.numbers), None):
            yield _page(edition, path, MissingPageView(title, heading.words), one)


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading of a page of texts, and the numbers of these."""

    words: str
    numbers: tuple[int, ...]


def _headings(edition: Edition, name: str, numbers: Sequence[int]) -> dict[str, _Heading]:
    """Return the headings of the pages of texts, and of those that compare two, by address."""
    texts = {
        addresses.revision(name, number): _Heading(
            revision_title(edition.locale, number), (number,)
        )
        for number in numbers
    }
    compared = {
        addresses.compare(name, older, newer): _Heading(
            edition.locale.words("Revisions {m} and {n} compared", m=older, n=newer), (older, newer)
        )
        for older, newer in combinations(numbers, 2)
    }
    return texts | compared


def pages_of_lost(edition: Edition) -> Iterator[SitePage]:
    """Make the pages of each standard on record of which nothing can be shown."""
    words = edition.locale.words
    for lost in edition.register.lost:
        headings = {
            addresses.standard(lost.id): words("Standard"),
            addresses.comments(lost.id): words("Comments and answers"),
            addresses.history(lost.id): words("History"),
            addresses.in_force(lost.id): words("In force"),
        }
        of_texts = _headings(edition, lost.id, lost.texts)
        headings |= {path: heading.words for path, heading in of_texts.items()}
        for path, heading in headings.items():
            view = MissingPageView(_title(edition, lost), heading)
            yield _page(edition, path, view, missing_standard(lost))


def _page(edition: Edition, path: str, view: MissingPageView, one: Missing) -> SitePage:
    words, here = edition.locale.words, edition.at(path)
    page = SitePage(
        at=here,
        title=f"{view.heading} – {Markup(view.title).striptags()}",  # noqa: S704 - escaped already
        description=words("Not everything that is on record can be shown here."),
        section="register",
        content=edition.render("missing.html", view),
        trail=(
            (words("Home"), here.to(addresses.HOME)),
            (words("Standards"), here.to(addresses.REGISTER)),
        ),
        source=one.file,
    )
    return noted(edition, page, (one,))


def _title(edition: Edition, lost: LostStandard) -> Markup | str:
    return edition.locale.say(lost.standard.title) if lost.standard else lost.id


def _item(edition: Edition, one: Missing) -> MissingItem:
    words = edition.locale.words
    why = words("Its file is gone.") if one.is_gone else words("Its file cannot be read.")
    return MissingItem(
        id=addresses.comment_anchor(one.comment) if one.comment else "",
        standard=_standard(edition, one.standard),
        what=_what(edition, one),
        why=why,
        file=one.file,
        digest=one.digest,
    )


def _standard(edition: Edition, name: str) -> Markup | str:
    for record in edition.register.records:
        if record.id == name:
            return edition.locale.say(record.standard.title)
    return next((_title(edition, lost) for lost in edition.register.lost if lost.id == name), name)


def _what(edition: Edition, one: Missing) -> str:
    words = edition.locale.words
    text = revision_title(edition.locale, one.revision)
    sentences = {
        MissingKind.STANDARD: words("The standard"),
        MissingKind.HISTORY: words("The record of the discussions"),
        MissingKind.TEXT: words("{revision}, with the comments on it", revision=text),
        MissingKind.COMMENT: words("{revision}, comment № {n}", revision=text, n=one.number),
        MissingKind.RESPONSE: words(
            "{revision}, answer to comment № {n}", revision=text, n=one.number
        ),
    }
    return sentences[one.kind]
