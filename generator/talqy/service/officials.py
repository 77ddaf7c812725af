"""Who works with the queue, and what they may do: settings say it, no page and no comment."""

from dataclasses import dataclass

from talqy.errors import TalqyError
from talqy.model.publishing import OfficialRole, Officials


class MayNotError(TalqyError):
    """Somebody asks for what is not theirs to do."""


@dataclass(frozen=True, slots=True)
class Who:
    """An official, by the name that settings and the log have."""

    name: str
    roles: frozenset[OfficialRole]

    def require(self, role: OfficialRole) -> None:
        """Refuse what this official may not do."""
        if role not in self.roles:
            raise MayNotError(
                "{name} may not do this: it needs the role “{role}” (settings: officials)",
                name=self.name,
                role=role,
            )


def official_named(officials: Officials, name: str, account: str | None) -> Who:
    """Return an official by name; `account` is that of the system in whose name we run.

    Who has an account of their own in the settings acts under that one alone.
    """
    official = officials.get(name)
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
    return Who(name, frozenset(official.roles))
