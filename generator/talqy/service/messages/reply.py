"""The reply to a message that was taken: a letter with the receipt of each comment, and its key."""

from dataclasses import dataclass
from datetime import date, datetime

from talqy.language.templates import TextTemplates
from talqy.service.addressee import Addressee
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay, ProjectDays
from talqy.service.form.receipt import due_of
from talqy.service.mail_key import mail_key
from talqy.service.messages.letter import Letter
from talqy.service.messages.letters import mail_templates
from talqy.service.parts import Service
from talqy.service.store.mails import ReadMails
from talqy.service.taken import Taken

_TOPIC = "reply:"


@dataclass(frozen=True, slots=True)
class ReceivedCommentView:
    """One comment that a message has become."""

    id: str
    standard: str
    received: date
    digest: str
    due: date | None
    receipt: str
    status: str
    key: str


@dataclass(frozen=True, slots=True)
class ReceivedView:
    """What `mail/received.txt` may use."""

    comments: tuple[ReceivedCommentView, ...]
    site: str
    home: str


class Replies:
    """Writes replies to messages that were taken."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._days = ProjectDays(service.project.now)
        self._mails = ReadMails(service.store.engines)
        self._places = Places(service.settings.address)

    def letter(self, who: Addressee, *, name: str, to: str, now: datetime) -> Letter | None:
        """Return the reply for an addressee; None where there is nothing to say any more."""
        mail = self._mails.of(who.topic.removeprefix(_TOPIC))
        taken = [self._service.store.of(one) for one in mail.comments] if mail else []
        there = [one for one in taken if one is not None]
        if mail is None or not there:
            return None
        page = self._days.at(now).local(who.language)
        origin = mail.answers or f"sha256:{mail.id}"
        told = tuple(
            self._told(page, one, mail_key(self._service.keys, one.id, origin)) for one in there
        )
        view = ReceivedView(
            told, page.locale.plain(page.now.register.project.name), page.on_site("")
        )
        sources = mail_templates(page.now.now.files)
        return Letter(
            id=name,
            to=to,
            subject=page.locale.words("Your comment was received: {number}", number=there[0].id),
            body=TextTemplates(sources, page.locale).render("received.txt", view),
            language=page.code,
            made=now,
            answers=mail.answers,
            is_reply=True,
        )

    def done(self, who: Addressee) -> None:
        """Forget the number of a message whose reply is no longer to be sent."""
        self._mails.replied(who.topic.removeprefix(_TOPIC))

    def _told(self, page: LocalDay, taken: Taken, key: str) -> ReceivedCommentView:
        record = page.now.register.record(taken.standard)
        title = page.edition.short_title(record).striptags() if record else taken.standard
        return ReceivedCommentView(
            id=taken.id,
            standard=title,
            received=taken.received,
            digest=taken.digest,
            due=due_of(page.now, taken),
            receipt=f"{self._places.receipt(taken.id)}?language={page.code}",
            status=f"{self._places.status(taken.id)}?language={page.code}",
            key=key,
        )


def reply_topic(mail: str) -> str:
    """Return the topic of who gets the reply to a message: of nothing else it is told."""
    return f"{_TOPIC}{mail}"
