"""The register of all standards: by title, by authority, by life event, by stage."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.site.pages.standard_parts import Card, Link, card

ORDERS = ("authority", "life-event", "stage")


@dataclass(frozen=True, slots=True)
class RegisterGroup:
    """Standards that belong together; `anchor` leads to them."""

    anchor: str
    name: Markup | str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """What `register.html` may use."""

    heading: str
    orders: tuple[tuple[Link, bool], ...]
    groups: tuple[RegisterGroup, ...]
    count: str


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the register in every order: plain lists, so that it works everywhere."""
    yield _page(edition, "")
    for order in ORDERS:
        yield _page(edition, order)


def _names(edition: Edition) -> dict[str, str]:
    words = edition.locale.words
    return {
        "": words("All, by title"),
        "authority": words("By authority"),
        "life-event": words("By life event"),
        "stage": words("By stage"),
    }


def _path(order: str) -> str:
    return addresses.register_by(order) if order else addresses.REGISTER


def _page(edition: Edition, order: str) -> SitePage:
    here, names = edition.at(_path(order)), _names(edition)
    records = edition.by_title(edition.register.records)
    title = edition.locale.words("Standards")
    view = RegisterView(
        heading=title,
        orders=tuple((Link(name, here.to(_path(o))), o == order) for o, name in names.items()),
        groups=tuple(
            RegisterGroup(anchor, name, tuple(card(edition, here, record) for record in chosen))
            for anchor, name, chosen in _groups(edition, order, records)
        ),
        count=edition.locale.count("{n} standard", "{n} standards", len(records)),
    )
    words = edition.locale.words
    return SitePage(
        at=here,
        title=f"{title}: {names[order]}" if order else title,
        description=words(
            "The register of all standards of this site: {order}", order=names[order]
        ),
        section="register",
        content=edition.render("register.html", view),
        trail=((words("Home"), here.to("")),),
    )


def _groups(
    edition: Edition, order: str, records: list[Record]
) -> Iterator[tuple[str, Markup | str, list[Record]]]:
    if not order:
        yield "all", "", records
        return
    key = _keys(edition)[order]
    groups = {key(record) for record in records}
    for anchor, name in _ordered(edition, order, groups):
        yield anchor, name, [record for record in records if key(record) == anchor]


def _keys(edition: Edition) -> dict[str, Callable[[Record], str]]:
    return {
        "authority": lambda record: record.standard.authority,
        "life-event": lambda record: record.standard.life_event,
        "stage": lambda record: edition.standing(record, edition.parts(record).newest).stage.value,
    }


def _ordered(edition: Edition, order: str, found: set[str]) -> list[tuple[str, Markup | str]]:
    """Sort groups: stages in their own order, all else by the language's alphabet."""
    locale = edition.locale
    if order == "stage":
        codes = edition.register.codes.codes("stage")
        return [(code, locale.coded("stage", code)) for code in codes if code in found]
    if order == "life-event":
        named: list[tuple[str, Markup | str]] = [(c, locale.coded("life-event", c)) for c in found]
    else:
        named = [(name, edition.authority(name, short=False)) for name in found]
    return sorted(named, key=lambda pair: locale.order(str(pair[1])))
