"""The words of letters, by the templates of `site_templates/mail/`, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from talqy.language.edition import Edition
from talqy.language.templates import TextTemplates
from talqy.model import addresses, paths
from talqy.model.notice import Follower, Happening
from talqy.notify.states import ShownState
from talqy.project.files import HeldFiles
from talqy.project.shipped_files import shipped_templates
from talqy.service.addressee import Addressee, topic_parts
from talqy.service.messages.letter import Letter
from talqy.service.messages.links import in_language

_MOST_TOLD = 30


@dataclass(frozen=True, slots=True)
class ToldOfView:
    """One thing that happened, in plain text."""

    on: date
    title: str
    standard: str
    lines: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesView:
    """What `mail/notices.txt` may use; `more` is how many had no room, and `leave` ends letters."""

    why: str
    told: tuple[ToldOfView, ...]
    more: int
    more_href: str
    site: str
    home: str
    leave: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmView:
    """What `mail/confirm.txt` may use."""

    why: str
    confirm: str
    until: date
    site: str
    home: str


class Letters:
    """Writes letters about a project as its site shows it."""

    def __init__(self, shown: ShownState) -> None:
        self._editions = {edition.code: edition for edition in shown.editions}
        self._sources = mail_templates(shown.files)

    def of_notices(  # noqa: PLR0913 - what a letter is made of
        self,
        who: Addressee,
        told: Sequence[Happening],
        *,
        name: str,
        to: str,
        leave: str,
        made: datetime,
    ) -> Letter:
        """Tell an addressee what happened."""
        edition = self._edition(who)
        leave = in_language(leave, edition.code)
        view = NoticesView(
            why=self._why(edition, who),
            told=tuple(_told(edition, one) for one in told[:_MOST_TOLD]),
            more=max(0, len(told) - _MOST_TOLD),
            more_href=f"{edition.site_url}{edition.code}/{self._news(who)}",
            site=self._site(edition),
            home=f"{edition.site_url}{edition.code}/",
            leave=leave,
        )
        return Letter(
            id=name,
            to=to,
            subject=_subject(edition, view),
            body=self._written(edition, "notices.txt", view),
            language=edition.code,
            made=made,
            leave=leave,
        )

    def of_confirming(  # noqa: PLR0913 - what a letter is made of
        self, who: Addressee, *, name: str, to: str, confirm: str, until: date, made: datetime
    ) -> Letter:
        """Ask an addressee whether it has asked for letters."""
        edition = self._edition(who)
        view = ConfirmView(
            why=self._why(edition, who),
            confirm=in_language(confirm, edition.code),
            until=until,
            site=self._site(edition),
            home=f"{edition.site_url}{edition.code}/",
        )
        return Letter(
            id=name,
            to=to,
            subject=edition.locale.words("Confirm your address: {site}", site=view.site),
            body=self._written(edition, "confirm.txt", view),
            language=edition.code,
            made=made,
        )

    def _edition(self, who: Addressee) -> Edition:
        first = next(iter(self._editions.values()))
        return self._editions.get(who.language, first)

    def _written(self, edition: Edition, template: str, view: object) -> str:
        return TextTemplates(self._sources, edition.locale).render(template, view)

    def _site(self, edition: Edition) -> str:
        return edition.locale.plain(edition.register.project.name)

    def _why(self, edition: Edition, who: Addressee) -> str:
        """Say of what an addressee is told."""
        words, (kind, name) = edition.locale.words, topic_parts(who.topic)
        if kind is Follower.ALL:
            return words("About all news of this site.")
        if kind is Follower.COMMENT:
            return words("About the comment: {name}.", name=name)
        record = edition.register.record(name)
        title = edition.short_title(record).striptags() if record else name
        return words("About the standard: {name}.", name=title)

    def _news(self, who: Addressee) -> str:
        kind, name = topic_parts(who.topic)
        return addresses.news(name) if kind is Follower.STANDARD else addresses.NEWS


def _subject(edition: Edition, view: NoticesView) -> str:
    """Say in a line what a letter tells."""
    if len(view.told) == 1:
        return f"{view.told[0].title} – {view.told[0].standard}"
    number = edition.locale.number(len(view.told) + view.more)
    return edition.locale.words("News: {n} – {site}", n=number, site=view.site)


def _told(edition: Edition, one: Happening) -> ToldOfView:
    said = one.told.get(edition.code) or next(iter(one.told.values()))
    return ToldOfView(one.on, said.title, said.standard, said.lines, said.link)


def mail_templates(files: HeldFiles) -> Mapping[str, str]:
    """Return the templates of letters by name: those of a project over ours."""
    ours = {file.name: file.read_text("utf-8") for file in _shipped().glob("*.txt")}
    own = {
        entry.name: files.data(entry.path).decode("utf-8", "replace")
        for entry in files.entries(paths.MAIL)
        if not entry.is_link
    }
    return {**ours, **own}


def _shipped() -> Path:
    return shipped_templates() / "mail"
