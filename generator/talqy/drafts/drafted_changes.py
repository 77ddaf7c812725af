"""The changes that a draft makes already, and what people have said of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Group = tuple[str, ...]
"""The clauses of one change."""


@dataclass(frozen=True, slots=True)
class DraftedChanges:
    """The changes that a text makes already.

    `groups` are the clauses of each; `differing` are all clauses that differ from the base, None
    where the text is still to be changed; `reasons` are what a person has said, by clause.
    """

    groups: Sequence[Group] = ()
    differing: Collection[str] | None = None
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def reason(self, clauses: Iterable[str]) -> Mapping[str, str]:
        """Return what a person has said of a change, by language; each thing once."""
        said = [self.reasons[name] for name in clauses if name in self.reasons]
        codes = dict.fromkeys(code for one in said for code, words in one.items() if words)
        return {
            code: "\n".join(dict.fromkeys(one[code] for one in said if one.get(code)))
            for code in codes
        }

    def holds(self, name: str) -> bool:
        """Return whether a clause may have been changed."""
        return self.differing is None or name in self.differing


NO_CHANGES = DraftedChanges()
