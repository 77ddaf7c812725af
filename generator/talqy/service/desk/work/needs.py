"""Which roles a save asked for: who takes it back needs one of them, too."""

from collections.abc import Iterable, Sequence

from talqy.project.saved_line import SavedCommit
from talqy.service.desk.sign_in.officials import DeskOfficial, DeskRole, MayNotHereError

_NEEDS = "Needs: "


def needs_line(roles: Sequence[DeskRole]) -> str:
    """Return the line of a save that says which roles it asked for."""
    return f"{_NEEDS}{' '.join(roles)}\n" if roles else ""


def require_to_take_back(who: DeskOfficial, saves: Iterable[SavedCommit]) -> None:
    """Refuse to take saves back that asked for a role which an official does not have."""
    for one in saves:
        lines = [line for line in one.said.splitlines() if line.startswith(_NEEDS)]
        named = set(lines[-1].removeprefix(_NEEDS).split()) if lines else set()
        if named and not who.may(*(role for role in DeskRole if role.value in named)):
            raise MayNotHereError("this is not yours to do here: another official has to do it")
