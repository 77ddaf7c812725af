"""In whose name works are saved, and what they are called: in the first language of the project."""

from collections.abc import Callable
from dataclasses import dataclass

from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.model.register import Register
from talqy.project.branches import CommitRole
from talqy.project.shipped_files import folders
from talqy.service.desk.sign_in.officials import DeskOfficial, DeskRole, commit_role
from talqy.service.desk.work.names import WorkKind, WorkName
from talqy.service.desk.work.said import said_in, said_in_each

_WEIGHTS = (DeskRole.READER, DeskRole.ANSWERER, DeskRole.DRAFTER, DeskRole.PUBLISHER)
OFFICE, NAMED = "Office:", "by name"
"""What stands before the role and the authority, in the last lines of what is saved, for pages to
say them anew; and behind them, where a person is named, too.
"""


@dataclass(frozen=True, slots=True)
class Offices:
    """Says who saves, by what is published of the project."""

    register: Callable[[], Register]

    def role(self, who: DeskOfficial, acting: DeskRole, name: WorkName) -> CommitRole:
        """Return in whose name an official saves: a role of theirs, at the text's authority."""
        project = self.register().project
        words = catalogue(project.languages[0], folders(None, "messages"))
        acted, authority = self._acting(who, acting), self._authority(who, name)
        return commit_role(who, acted, project.authorities.get(authority), words.problem)

    def footer(self, who: DeskOfficial, acting: DeskRole, name: WorkName) -> str:
        """Return the line that says the same to pages, whatever their language."""
        named = NAMED if who.shows_name and who.name else ""
        words = (OFFICE, self._acting(who, acting), self._authority(who, name), named)
        return " ".join(filter(None, words))

    def said(self, words: str) -> str:
        """Say words in the first language of the project."""
        first = self.register().project.languages[0]
        return catalogue(first, folders(None, "messages")).problem(words)

    def said_of(self, words: str, message: str) -> str:
        """Say words of what a save has said, in each language of the project."""
        folder = folders(None, "messages")
        return said_in_each(
            {
                one: f"{catalogue(one, folder).problem(words)}: {said_in(message, one)}"
                for one in self.register().project.languages
            }
        )

    def title(self, name: WorkName) -> str:
        """Return what a work is called."""
        register = self.register()
        first = register.project.languages[0]
        locale = Locale(first, catalogue(first, folders(None, "messages")), register.codes)
        record = register.record(name.standard)
        title = record.standard.short_title or record.standard.title if record else {}
        return work_words(locale.words, name, title.get(first) or name.standard)

    def _acting(self, who: DeskOfficial, acting: DeskRole) -> DeskRole:
        return acting if acting in who.roles else max(who.roles, default=acting, key=_weight)

    def _authority(self, who: DeskOfficial, name: WorkName) -> str:
        register = self.register()
        record = register.record(name.standard)
        named = who.authority or (record.standard.authority if record else "")
        return named if named in register.project.authorities else ""


def _weight(role: DeskRole) -> int:
    return _WEIGHTS.index(role)


def work_words(say: Callable[..., str], name: WorkName, title: str) -> str:
    """Return what a work is called in a language, with the title of its standard in it."""
    match name.kind:
        case WorkKind.DRAFT:
            words = say("Draft, revision {revision}: {standard}", revision=name.revision)
        case WorkKind.ANSWERS:
            words = say("Answers on revision {revision}: {standard}", revision=name.revision)
        case WorkKind.RECORD:
            words = say("Report, adoption, corrections: {standard}")
    return words.replace("{standard}", title)
