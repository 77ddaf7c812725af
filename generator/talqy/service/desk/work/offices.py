"""By which roles works are written, in whose name they are saved, and what they are called.

Names and titles stand in the first language of the project.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.model.project import Authority
from talqy.model.publishing import OfficialRole
from talqy.model.register import Register
from talqy.project.branches import CommitRole
from talqy.project.shipped_files import folders
from talqy.service.desk.work.said import said_in, said_in_each
from talqy.service.desk.work.values import WorkKind, WorkName
from talqy.service.officials import Who

ACTS_AS: Mapping[WorkKind, OfficialRole] = {
    WorkKind.DRAFT: OfficialRole.DRAFTER,
    WorkKind.ANSWERS: OfficialRole.ANSWERER,
    WorkKind.RECORD: OfficialRole.PUBLISHER,
}
"""The role in which what belongs to a kind of work is written."""
_WEIGHTS = (
    OfficialRole.READER,
    OfficialRole.ANSWERER,
    OfficialRole.DRAFTER,
    OfficialRole.PUBLISHER,
)
OFFICE, NAMED = "Office:", "by name"
"""What stands before the role and the authority, in the last lines of what is saved, for pages to
say them anew; and behind them, where a person is named, too.
"""


def keepers(kind: WorkKind) -> tuple[OfficialRole, ...]:
    """Return the roles of which one takes saves of a kind of work back, and gives it up."""
    return tuple(dict.fromkeys((ACTS_AS[kind], OfficialRole.PUBLISHER)))


@dataclass(frozen=True, slots=True)
class Offices:
    """Says who saves, by what is published of the project."""

    register: Callable[[], Register]

    def role(self, who: Who, acting: OfficialRole, name: WorkName) -> CommitRole:
        """Return in whose name an official saves: a role of theirs, at the text's authority."""
        project = self.register().project
        words = catalogue(project.languages[0], folders(None, "messages"))
        acted, authority = self._acting(who, acting), self._authority(who, name)
        return _commit_role(who, acted, project.authorities.get(authority), words.problem)

    def footer(self, who: Who, acting: OfficialRole, name: WorkName) -> str:
        """Return the line that says the same to pages, whatever their language."""
        named = NAMED if who.shown_name else ""
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

    def _acting(self, who: Who, acting: OfficialRole) -> OfficialRole:
        return acting if acting in who.roles else max(who.roles, default=acting, key=_weight)

    def _authority(self, who: Who, name: WorkName) -> str:
        register = self.register()
        record = register.record(name.standard)
        named = who.authority or (record.standard.authority if record else "")
        return named if named in register.project.authorities else ""


def _weight(role: OfficialRole) -> int:
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


def office_words(role: OfficialRole, translate: Callable[[str], str]) -> str:
    """Return what an office is called."""
    return {
        OfficialRole.ANSWERER: translate("Answering officer"),
        OfficialRole.DRAFTER: translate("Drafting officer"),
        OfficialRole.PUBLISHER: translate("Publishing officer"),
        OfficialRole.READER: translate("Officer"),
    }[role]


def _commit_role(
    who: Who,
    acting: OfficialRole,
    authority: Authority | None,
    translate: Callable[[str], str],
) -> CommitRole:
    """Return in whose name something is saved, in the language of `translate`.

    `acting` is the role in which it is done: that of an office is public, and no person's name is
    unless they want it.
    """
    names = authority.name if authority else {}
    of = names.get(translate("en")) or next(iter(names.values()), "")
    parts = [who.shown_name, office_words(acting, translate), of]
    email = (authority.email if authority else None) or ""
    return CommitRole(_plain(", ".join(filter(None, parts))), _plain(email))


def _plain(words: str) -> str:
    """Return words without what git keeps for itself in the name of an author."""
    return " ".join("".join(" " if sign in "<>\n\r\0" else sign for sign in words).split())
