"""The frame of the service's pages: the look, the words and the ways of the site around a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.model import addresses
from talqy.service.form.project_day import LocalDay
from talqy.site.pages.standard_parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFrame:
    """What `service/frame.html` may use.

    `base` is the path of the service on its host, and ends with a stroke. `navigation` leads to the
    site, and is empty where nobody says where that is; `footer` leads there, and to our own pages.
    `languages` are code, name and address of this page in each language; all addresses are empty
    where the page is an answer to what was sent: the page itself has buttons then.
    """

    language: str
    title: str
    site_name: Markup
    home: str
    base: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    languages: tuple[tuple[str, str, str], ...]
    demonstration: Markup
    fixed_day: str


def frame_of(page: LocalDay, title: str, base: str, here: str = "") -> ServiceFrame:
    """Return the frame of a page; `here` is its path below the base, empty for an answer."""
    project, locale = page.now.register.project, page.locale
    return ServiceFrame(
        language=page.code,
        title=title,
        site_name=locale.say(project.short_name or project.name),
        home=page.on_site(addresses.HOME),
        base=base,
        navigation=tuple(_navigation(page)) if page.now.site_url else (),
        footer=(*(_footer(page) if page.now.site_url else ()), *_of_service(page, base)),
        languages=tuple(
            (one.code, one.locale.name, f"{base}{here}?language={one.code}" if here else "")
            for one in page.now.editions
        ),
        demonstration=locale.say(project.demonstration),
        fixed_day=locale.day(project.today) if project.today else "",
    )


def _navigation(page: LocalDay) -> Iterator[Link]:
    words = page.locale.words
    yield Link(words("Standards"), page.on_site(addresses.REGISTER))
    yield Link(words("How to take part"), page.on_site(addresses.HOW_IT_WORKS))
    yield Link(words("News"), page.on_site(addresses.NEWS))


def _footer(page: LocalDay) -> Iterator[Link]:
    words = page.locale.words
    yield Link(words("How discussion works"), page.on_site(addresses.HOW_IT_WORKS))
    yield Link(words("Accessibility statement"), page.on_site(addresses.ACCESSIBILITY))
    yield Link(words("Personal data"), page.on_site(addresses.PERSONAL_DATA))


def _of_service(page: LocalDay, base: str) -> Iterator[Link]:
    words, language = page.locale.words, f"?language={page.code}"
    yield Link(words("What is kept of a comment"), f"{base}kept/{language}")
    yield Link(words("What became of the comments"), f"{base}numbers/{language}")
