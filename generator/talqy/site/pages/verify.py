"""The page that checks a receipt in the browser, without a request: `theme/assets/verify.js`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyView:
    """What `verify.html` may use.

    `root` is that of all records today; `comments_href` leads to the comments on a standard, whose
    id stands in it as STANDARD; `digests` are those of all comments on record by their ids (JSON),
    or None where they are too many for a page; `titles` are those of the standards by their ids
    (JSON), as far as a page holds them.
    """

    root: str
    digests: str | None
    titles: str
    comments_href: str
    script: str
    hrefs: dict[str, str]


# One takes about 80 bytes: with these the page is no heavier than one of comments.
_MOST = 1000


def _digests(histories: Iterable[History]) -> str | None:
    lines = [line for each in histories for entry in each.revisions for line in entry.comments]
    if len(lines) > _MOST:
        return None
    return json.dumps({line.id: line.digest.removeprefix("sha256:") for line in lines})


def _titles(edition: Edition) -> str:
    """Return what the standards are called in the language of the page; the short title first."""
    known = (record.standard for record in edition.register.records[:_MOST])
    said = {one.id: edition.locale.plain(one.short_title or one.title) for one in known}
    return json.dumps(said, ensure_ascii=False)


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the page that checks receipts."""
    here, words = edition.at(addresses.VERIFY), edition.locale.words
    view = VerifyView(
        root=edition.proofs.root,
        digests=_digests(edition.register.histories),
        titles=_titles(edition),
        comments_href=here.to(addresses.comments("STANDARD")),
        script=here.root("assets/verify.js"),
        hrefs={"roots": here.root(addresses.ROOTS), "data": here.to(addresses.DATA)},
    )
    yield SitePage(
        at=here,
        title=words("Check a receipt"),
        description=words(
            "Whether a comment is on record as it was given: checked in the browser."
        ),
        section="none",
        content=edition.render("verify.html", view),
        trail=((words("Home"), here.to("")),),
    )
