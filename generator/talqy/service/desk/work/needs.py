"""Which roles a save asked for: who takes it back needs one of them, too."""

from collections.abc import Iterable, Sequence

from talqy.model.publishing import OfficialRole
from talqy.project.saved_line import SavedCommit
from talqy.service.officials import Who

_NEEDS = "Needs: "


def needs_line(roles: Sequence[OfficialRole]) -> str:
    """Return the line of a save that says which roles it asked for."""
    return f"{_NEEDS}{' '.join(roles)}\n" if roles else ""


def require_to_take_back(who: Who, saves: Iterable[SavedCommit]) -> None:
    """Refuse to take saves back that asked for a role which an official does not have."""
    for one in saves:
        lines = [line for line in one.said.splitlines() if line.startswith(_NEEDS)]
        named = set(lines[-1].removeprefix(_NEEDS).split()) if lines else set()
        if named:
            who.require(*(role for role in OfficialRole if role.value in named))
