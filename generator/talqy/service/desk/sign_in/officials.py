"""Who is at the desk: an account, what it may do, and in whose name it saves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from talqy.errors import TalqyError
from talqy.model.project import Authority
from talqy.model.publishing import OfficialRole as DeskRole
from talqy.project.branches import CommitRole

__all__ = [
    "ALL_ROLES",
    "DeskOfficial",
    "DeskRole",
    "MayNotHereError",
    "commit_role",
    "office_words",
]

ALL_ROLES = frozenset(DeskRole)


class MayNotHereError(TalqyError):
    """An official asks for what is not theirs to do."""


@dataclass(frozen=True, slots=True)
class DeskOfficial:
    """One who works at the desk.

    `account` is how who signs people in knows them. `authority` is the id of theirs in the project:
    texts of another one they only read. Their `name` goes into what they save only where they have
    chosen so (`shows_name`). `acts_by` are the roles of which the page they are at asks one.
    """

    account: str
    roles: frozenset[DeskRole]
    authority: str | None = None
    shows_name: bool = False
    name: str = ""
    acts_by: Sequence[DeskRole] = ()

    def may(self, *roles: DeskRole) -> bool:
        """Return whether they have one of these roles."""
        return not self.roles.isdisjoint(roles)

    def is_at_home(self, authority: str) -> bool:
        """Return whether texts of an authority are theirs to work on; who has none works on all."""
        return not self.authority or not authority or self.authority == authority

    def at(self, authority: str) -> "DeskOfficial":
        """Return what they are with texts of an authority: with those of another one, a reader."""
        is_home = self.is_at_home(authority)
        return self if is_home else replace(self, roles=frozenset({DeskRole.READER}))


def office_words(role: DeskRole, translate: Callable[[str], str]) -> str:
    """Return what an office is called."""
    return {
        DeskRole.ANSWERER: translate("Answering officer"),
        DeskRole.DRAFTER: translate("Drafting officer"),
        DeskRole.PUBLISHER: translate("Publishing officer"),
        DeskRole.READER: translate("Officer"),
    }[role]


def commit_role(
    official: DeskOfficial,
    acting: DeskRole,
    authority: Authority | None,
    translate: Callable[[str], str],
) -> CommitRole:
    """Return in whose name something is saved, in the language of `translate`.

    `acting` is the role in which it is done: that of an office is public, and no person's name is
    unless they want it.
    """
    names = authority.name if authority else {}
    of = names.get(translate("en")) or next(iter(names.values()), "")
    parts = [official.name if official.shows_name else "", office_words(acting, translate), of]
    email = (authority.email if authority else None) or ""
    return CommitRole(_plain(", ".join(filter(None, parts))), _plain(email))


def _plain(words: str) -> str:
    """Return words without what git keeps for itself in the name of an author."""
    return " ".join("".join(" " if sign in "<>\n\r\0" else sign for sign in words).split())
