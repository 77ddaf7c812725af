"""Who an official is, and what they may do: settings say it, no page and no comment.

The one place for the queue, its commands and the desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace

from talqy.errors import TalqyError
from talqy.model.publishing import Official, OfficialRole, Officials

ALL_ROLES = frozenset(OfficialRole)


class MayNotError(TalqyError):
    """Somebody asks for what is not theirs to do."""


class SameAccountError(TalqyError):
    """Nobody could say which of several officials has signed in."""


@dataclass(frozen=True, slots=True)
class Who:
    """An official at work.

    `name` is how the settings and the log know them, `account` that of this system, or of whoever
    signs people in for the desk. `authority` is the id of theirs in the project: texts of another
    one they only read. `shown_name` stands in what they save; empty where no person is named there.
    `acts_by` are the roles of which the page they are at asks one.
    """

    name: str
    roles: frozenset[OfficialRole]
    _: KW_ONLY
    account: str = ""
    authority: str = ""
    shown_name: str = ""
    acts_by: Sequence[OfficialRole] = ()

    @property
    def signs_in_as(self) -> str:
        """The account by which they sign in: where the settings name none, it is the name."""
        return self.account or self.name

    def may(self, *roles: OfficialRole) -> bool:
        """Return whether they have one of these roles."""
        return not self.roles.isdisjoint(roles)

    def require(self, *roles: OfficialRole) -> None:
        """Refuse who has none of these roles."""
        if not self.may(*roles):
            raise MayNotError(
                "{name} may not do this: it needs the role “{role}” (settings: officials)",
                name=self.name,
                role=" / ".join(roles),
            )

    def is_at_home(self, authority: str) -> bool:
        """Return whether texts of an authority are theirs to work on; who has none works on all."""
        return not self.authority or not authority or self.authority == authority

    def require_at_home(self, authority: str) -> None:
        """Refuse who belongs to another authority than this one."""
        if not self.is_at_home(authority):
            raise MayNotError("this is not yours to do here: another official has to do it")

    def at(self, authority: str) -> "Who":
        """Return what they are with texts of an authority: with those of another one, a reader."""
        is_home = self.is_at_home(authority)
        return self if is_home else replace(self, roles=frozenset({OfficialRole.READER}))


def officials_of(officials: Officials) -> tuple[Who, ...]:
    """Return the officials of settings."""
    return tuple(_who(name, one) for name, one in officials.items())


def by_account(officials: Officials) -> Mapping[str, Who]:
    """Return the officials of settings by the accounts by which they sign in."""
    found = dict[str, Who]()
    for one in officials_of(officials):
        if one.signs_in_as in found:
            raise SameAccountError(
                "several officials have the account “{account}”", account=one.signs_in_as
            )
        found[one.signs_in_as] = one
    return found


def official_named(officials: Officials, name: str, account: str | None) -> Who:
    """Return an official by name; `account` is that of the system in whose name we run.

    Who has an account of their own in the settings acts under that one alone.
    """
    official = {one.name: one for one in by_account(officials).values()}.get(name)
    if official is None:
        raise MayNotError(
            "the settings know no official “{name}” (officials); they know: {known}",
            name=name,
            known=", ".join(officials) or "–",
        )
    if official.account and official.account != account:
        raise MayNotError(
            "{name} works under the account “{account}” of this system, and nobody else does in "
            "that name",
            name=name,
            account=official.account,
        )
    return official


def _who(name: str, one: Official) -> Who:
    return Who(
        name,
        frozenset(one.roles),
        account=one.account or "",
        authority=one.authority or "",
        shown_name=one.name or "",
    )
