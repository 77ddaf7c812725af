"""An answer that is proposed, and is none yet: what it lacks, a person adds in the workbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from talqy.errors import Spoken
from talqy.model.comment import Outcome


@dataclass(frozen=True, slots=True)
class ProposedResponse:
    """What another site says to a comment; `said` are its lines, and what it does not say.

    Where it decides nothing, `outcome` is None.
    """

    outcome: Outcome | None
    reason: Mapping[str, str]
    said: tuple[Spoken, ...]
    duplicate_of: str = ""
