"""The register of all standards: rows, 50 a page, and a static page behind each filter.

A filter is an authority, a life event, or a stage; a discussion that closes soon is an open one,
too. With JavaScript filters combine, with words
beside them (`theme/assets/register.js`); without it each is a plain link.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.for_you import in_short
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.model.standing import Stage
from talqy.site.pages.standard_parts import StageView, stage_view

FILTERS = ("authority", "life-event", "stage")
ON_A_PAGE = 50
_ROOM = 250_000
"""So many bytes of rows for the script stand in one file."""
_MOST_OF_LINE = 120
_WITHIN: Mapping[str, str] = {Stage.CLOSING: Stage.OPEN}
"""A stage that is part of another: who filters by that one finds it."""
_EACH_FORM = (0, 1, 2, 5)
"""Counts that take, between them, each form that the languages of projects have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One standard of the register, by its newest text.

    `changes` says in one line what a draft changes for people, as its authors or its facts say it.
    """

    title: str
    href: str
    life_event: str
    authority: Markup
    stage: StageView
    changes: str


@dataclass(frozen=True, slots=True)
class FilterView:
    """What a filter can be: code, the link to its page with its count, whether this page is it."""

    code: str
    name: str
    href: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """What `register.html` may use.

    `counts` are counts in words, one of each form, by their numbers (JSON); `filters` are the
    choices of each filter under its name and heading; `pages` are the links to
    the other pages of this list, and None for the page itself. `rows_file` leads the
    script to all rows, and `root` is the way to the first page of the language.
    """

    heading: str
    chosen: str
    count: str
    counts: str
    rows: tuple[RegisterRow, ...]
    filters: tuple[tuple[str, str, tuple[FilterView, ...]], ...]
    pages: tuple[tuple[int, str | None], ...]
    all: str
    rows_file: str
    root: str
    script: str


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the register whole, and by each filter."""
    records = edition.by_short_title(edition.register.records)
    order = {name: _chosen(edition, name, records) for name in FILTERS}
    yield from _pages(edition, "", "", records, order)
    for name, choices in order.items():
        for code, (_, chosen) in choices.items():
            yield from _pages(edition, name, code, chosen, order)


def rows_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the files of all rows for the script, in the order of titles (JSON).

    A row has, in this order: the id, the codes of the authority, life event and stage, the number
    of the label of its day, the day, the title, what changes, and other words that it is found by.
    The first file has the first rows, what the codes and labels mean, which stage lies within
    which, and the names of the others.
    """
    known: dict[str, int] = {}
    records = edition.by_short_title(edition.register.records)
    rows = [_told(edition, record, known) for record in records]
    first, *others = shared_out(rows, lambda row: len(_json(row)) + 1, _ROOM)
    names = [addresses.register_rows(number) for number in range(2, len(others) + 2)]
    developers = {record.standard.authority for record in records}
    yield (
        addresses.register_rows(),
        _json(
            {
                "authorities": {one: _names(edition, one) for one in sorted(developers)},
                "stages": dict(_choices(edition, "stage", records)),
                "within": _WITHIN,
                "labels": list(known),
                "files": [name.removeprefix(addresses.REGISTER) for name in names],
                "rows": first,
            }
        ),
    )
    yield from zip(names, map(_json, others), strict=True)


def _told(edition: Edition, record: Record, known: dict[str, int]) -> Sequence[str | int]:
    """Return a row for the script; `known` are the labels so far, by their numbers."""
    codes, row = _codes(edition), _row(edition, edition.at(addresses.HOME), record)
    label = known.setdefault(row.stage.label, len(known)) if row.stage.day else -1
    day = edition.locale.day(row.stage.day) if row.stage.day else ""
    of = (codes[name](record)[0] for name in FILTERS)
    also = " ".join(words for words in _words(record) if words != row.title)
    return [record.id, *of, label, day, row.title, row.changes, also]


def _names(edition: Edition, authority: str) -> Sequence[str]:
    """Return how an authority is called in a row, and in full."""
    both = (edition.authority(authority), edition.authority(authority, short=False))
    return [str(one.striptags()) for one in both]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


_Choices = Mapping[str, tuple[str, Sequence[Record]]]
"""What a filter can be, by codes: what it is called, and the standards that are so."""


def _chosen(edition: Edition, name: str, records: Sequence[Record]) -> _Choices:
    codes, found = _codes(edition)[name], dict[str, list[Record]]()
    for record in records:
        for code in codes(record):
            found.setdefault(code, []).append(record)
    return {code: (said, found[code]) for code, said in _choices(edition, name, records)}


def _pages(
    edition: Edition,
    name: str,
    code: str,
    chosen: Sequence[Record],
    order: Mapping[str, _Choices],
) -> Iterator[SitePage]:
    count = max(1, -(-len(chosen) // ON_A_PAGE))
    for number in range(1, count + 1):
        here = edition.at(addresses.register(name, code, number))
        first = (number - 1) * ON_A_PAGE
        rows = tuple(_row(edition, here, one) for one in chosen[first : first + ON_A_PAGE])
        links = tuple(
            (n, None if n == number else here.to(addresses.register(name, code, n)))
            for n in range(1, count + 1)
        )
        title = edition.locale.words("Standards")
        said = order[name][code][0] if name else ""
        view = RegisterView(
            heading=title,
            chosen=said,
            count=_counted(edition, len(chosen)),
            counts=json.dumps({n: _counted(edition, n) for n in _EACH_FORM}, ensure_ascii=False),
            rows=rows,
            filters=tuple(_filters(edition, here, name, code, order)),
            pages=links if count > 1 else (),
            all=here.to(addresses.REGISTER) if name else "",
            rows_file=here.to(addresses.register_rows()),
            root=here.to(addresses.HOME),
            script=here.root("assets/register.js"),
        )
        yield _page(edition, here, f"{title}: {said}" if said else title, view, number)


def _counted(edition: Edition, number: int) -> str:
    return edition.locale.count("{n} standard", "{n} standards", number)


def _page(
    edition: Edition, here: addresses.PagePath, title: str, view: RegisterView, number: int
) -> SitePage:
    words = edition.locale.words
    steps = ((words("Standards"), here.to(addresses.REGISTER)),) if view.all or number > 1 else ()
    return SitePage(
        at=here,
        title=f"{title} ({number})" if number > 1 else title,
        description=words("The register of all standards of this site: {order}", order=title),
        section="register",
        content=edition.render("register.html", view),
        trail=((words("Home"), here.to(addresses.HOME)), *steps),
    )


def _changes(edition: Edition, record: Record) -> str:
    """Say what a draft changes: as its authors do, however long, else by what has room."""
    text = edition.parts(record).newest
    gist = edition.locale.plain(text.gist) if text.gist else ""
    return gist or in_short(edition, record, text, _MOST_OF_LINE)


def _row(edition: Edition, here: addresses.PagePath, record: Record) -> RegisterRow:
    standard, newest = record.standard, edition.parts(record).newest
    stage = stage_view(edition, record, newest)
    return RegisterRow(
        title=edition.locale.plain(standard.short_title or standard.title),
        href=here.to(addresses.standard(record.id)),
        life_event=standard.life_event,
        authority=edition.authority(standard.authority),
        stage=stage,
        changes=_changes(edition, record) if stage.is_to_come else "",
    )


def _words(record: Record) -> Iterator[str]:
    """Yield what a standard is found by: its titles and everyday words in every language."""
    standard = record.standard
    for spoken in (standard.title, standard.short_title or {}):
        yield from spoken.values()
    for words in (standard.also or {}).values():
        yield from words


def _filters(
    edition: Edition,
    here: addresses.PagePath,
    name: str,
    code: str,
    order: Mapping[str, _Choices],
) -> Iterator[tuple[str, str, tuple[FilterView, ...]]]:
    words = edition.locale.words
    headings = {
        "authority": words("By authority"),
        "life-event": words("By life event"),
        "stage": words("By stage"),
    }
    for kind, choices in order.items():
        views = tuple(
            FilterView(
                choice,
                said,
                here.to(addresses.register(kind, choice)),
                len(chosen),
                (kind, choice) == (name, code),
            )
            for choice, (said, chosen) in choices.items()
        )
        yield kind, headings[kind], views


def _codes(edition: Edition) -> dict[str, Callable[[Record], tuple[str, ...]]]:
    """Return what each filter finds a standard by: its own code first."""

    def stages(record: Record) -> tuple[str, ...]:
        stage = edition.standing(record, edition.parts(record).newest).stage
        return (stage.value, _WITHIN[stage]) if stage in _WITHIN else (stage.value,)

    return {
        "authority": lambda record: (record.standard.authority,),
        "life-event": lambda record: (record.standard.life_event,),
        "stage": stages,
    }


def _choices(edition: Edition, name: str, records: Sequence[Record]) -> list[tuple[str, str]]:
    """Return what a filter can be: stages in their own order, all else by the alphabet."""
    locale, of_each = edition.locale, map(_codes(edition)[name], records)
    found = {code for of_one in of_each for code in of_one}
    if name == "stage":
        codes = edition.register.codes.codes("stage")
        return [(code, locale.coded("stage", code)) for code in codes if code in found]
    if name == "life-event":
        named = [(code, locale.coded("life-event", code)) for code in found]
    else:
        named = [(one, str(edition.authority(one).striptags())) for one in found]
    return sorted(named, key=lambda pair: (locale.order(pair[1]), pair[0]))
